// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/density.h"

#include "widgets/timeline/stamps.h"

#include <QImage>
#include <QPaintEngine>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace antecedent::widgets {

namespace {

constexpr std::size_t kFullAt = 21; // records of a column that has its whole height

// The image behind a painter that can be written to, and where on it the painter's pixels stand.
struct Pixels
{
    QImage* image = nullptr;
    QRect clip; // of the image
    double scale = 1;
    double left = 0;
    double top = 0;
};

std::optional<Pixels> pixelsOf(const QPainter& painter)
{
    if (!isRaster(painter) || painter.opacity() < 1)
        return std::nullopt;
    QPaintDevice* device = painter.paintEngine()->paintDevice();
    const QTransform place = painter.deviceTransform();
    if (device == nullptr || device->devType() != QInternal::Image || place.type() > QTransform::TxScale
        || place.m11() <= 0 || place.m11() != place.m22())
        return std::nullopt;
    auto* image = static_cast<QImage*>(device);
    if (image->format() != QImage::Format_RGB32 && image->format() != QImage::Format_ARGB32_Premultiplied)
        return std::nullopt;
    QRect clip = image->rect();
    const QRegion system = painter.paintEngine()->systemClip();
    if (system.rectCount() > 1)
        return std::nullopt;
    if (!system.isEmpty())
        clip &= system.boundingRect();
    if (painter.hasClipping())
        clip &= place.mapRect(painter.clipBoundingRect()).toRect();
    return Pixels{image, clip, place.m11(), place.dx(), place.dy()};
}

void writeColumns(const Pixels& pixels, const Columns& columns, const QRect& area)
{
    const auto deviceX = [&](int x) { return static_cast<int>(std::lround(x * pixels.scale + pixels.left)); };
    const auto deviceY = [&](int y) { return static_cast<int>(std::lround(y * pixels.scale + pixels.top)); };
    const int right = pixels.clip.right() + 1;
    const int bottom = pixels.clip.bottom() + 1;
    const auto stride = static_cast<std::size_t>(pixels.image->bytesPerLine()) / sizeof(QRgb);
    auto* first = reinterpret_cast<QRgb*>(pixels.image->scanLine(0)); // NOLINT: pixels of 32 bits
    const bool isOne = pixels.scale == 1;
    for (std::size_t x = 0; x < columns.tops.size(); ++x) {
        if (columns.tops[x] >= columns.bottoms[x])
            continue;
        const int from = std::max(deviceX(area.left() + static_cast<int>(x)), pixels.clip.left());
        const int to =
            isOne ? std::min(from + 1, right) : std::min(deviceX(area.left() + static_cast<int>(x) + 1), right);
        const int begin = std::max(deviceY(area.top() + columns.tops[x]), pixels.clip.top());
        const int end = std::min(deviceY(area.top() + columns.bottoms[x]), bottom);
        const QRgb colour = columns.colours[x];
        for (int at = from; at < to; ++at) {
            QRgb* pixel = first + static_cast<std::size_t>(begin) * stride + static_cast<std::size_t>(at);
            for (int y = begin; y < end; ++y, pixel += stride)
                *pixel = colour;
        }
    }
}

void drawColumns(QPainter& painter, const Columns& columns, const QRect& area)
{
    std::map<QRgb, std::vector<QRect>> byColour;
    for (std::size_t x = 0; x < columns.tops.size(); ++x)
        if (columns.tops[x] < columns.bottoms[x])
            byColour[columns.colours[x]].emplace_back(area.left() + static_cast<int>(x), area.top() + columns.tops[x],
                1, columns.bottoms[x] - columns.tops[x]);
    painter.setPen(Qt::NoPen);
    for (const auto& [colour, rects] : byColour) {
        painter.setBrush(QColor::fromRgb(colour));
        painter.drawRects(rects.data(), static_cast<int>(rects.size()));
    }
}

} // namespace

void columnEnds(const TimeAxis& axis, int columns, std::vector<std::int64_t>& ends)
{
    ends.resize(static_cast<std::size_t>(std::max(columns, 0)));
    for (std::size_t x = 0; x < ends.size(); ++x)
        ends[x] = axis.usAt(static_cast<double>(x + 1));
}

void paintColumns(QPainter& painter, const Columns& columns, const QRect& area)
{
    if (const std::optional<Pixels> pixels = pixelsOf(painter))
        writeColumns(*pixels, columns, area);
    else
        drawColumns(painter, columns, area);
}

void paintDensity(QPainter& painter, const LaneScene& scene, const Lane& lane, const QRect& rect)
{
    thread_local Columns columns; // keep their room from frame to frame
    thread_local std::vector<std::int64_t> own;
    const auto width = static_cast<std::size_t>(std::max(rect.width(), 0));
    if (scene.ends == nullptr || scene.ends->size() < width)
        columnEnds(scene.axis, rect.width(), own);
    const std::vector<std::int64_t>& ends = scene.ends == nullptr || scene.ends->size() < width ? own : *scene.ends;
    std::array<std::int16_t, kFullAt + 1> heights{};
    for (std::size_t n = 1; n < heights.size(); ++n) {
        const double share = std::min(1.0, 0.35 + 0.15 * std::log2(static_cast<double>(n)));
        heights[n] = static_cast<std::int16_t>(std::max(2, static_cast<int>(share * (rect.height() - 8))));
    }
    std::array<QRgb, static_cast<std::size_t>(MarkKind::Event) + 1> inks{};
    for (std::size_t kind = 0; kind < inks.size(); ++kind)
        inks[kind] = color(scene.theme, markPaint(static_cast<MarkKind>(kind))).rgb();
    const auto bottom = static_cast<std::int16_t>(rect.height() - 4);
    columns.tops.assign(width, bottom);
    columns.bottoms.assign(width, bottom);
    columns.colours.resize(width);
    std::size_t from = lane.from(scene.axis.fromUs);
    for (std::size_t x = 0; x < width && from < lane.onsetUs.size(); ++x) {
        const std::size_t to = lane.after(ends[x]);
        if (to <= from)
            continue;
        columns.tops[x] = static_cast<std::int16_t>(bottom - heights[std::min(to - from, kFullAt)]);
        columns.colours[x] = inks[static_cast<std::size_t>(lane.urgent(from, to))];
        from = to;
    }
    paintColumns(painter, columns, rect);
}

} // namespace antecedent::widgets
