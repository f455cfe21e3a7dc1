// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/stamps.h"

#include <QFontMetricsF>
#include <QPaintEngine>

#include <cmath>

namespace antecedent::widgets {

bool isRaster(const QPainter& painter)
{
    return painter.paintEngine() != nullptr && painter.paintEngine()->type() == QPaintEngine::Raster;
}

const Stamps::Words& Stamps::wordsOf(const QFont& font, const QString& words)
{
    constexpr qsizetype kMost = 4'096;
    const std::pair key(font, words);
    if (const auto found = m_words.constFind(key); found != m_words.cend())
        return *found;
    if (m_words.size() >= kMost)
        m_words.clear();
    Words made;
    made.text.setTextFormat(Qt::PlainText);
    made.text.setText(words);
    made.text.prepare({}, font);
    const QFontMetricsF metrics(font);
    made.width = QFontMetrics(font).horizontalAdvance(words);
    made.ascent = metrics.ascent();
    made.height = metrics.height();
    return *m_words.insert(key, made);
}

void Stamps::write(QPainter& painter, const QPointF& base, const QString& words)
{
    if (!isRaster(painter)) {
        painter.drawText(base, words);
        return;
    }
    const Words& stamp = wordsOf(painter.font(), words);
    painter.drawStaticText(QPointF(base.x(), base.y() - stamp.ascent), stamp.text);
}

void Stamps::write(QPainter& painter, const QRect& box, const QString& words)
{
    if (!isRaster(painter)) {
        painter.drawText(box, Qt::AlignVCenter | Qt::AlignLeft, words);
        return;
    }
    const Words& stamp = wordsOf(painter.font(), words);
    painter.drawStaticText(QPointF(box.left(), std::floor(box.top() + (box.height() - stamp.height) / 2)), stamp.text);
}

int Stamps::width(const QPainter& painter, const QString& words)
{
    return isRaster(painter) ? wordsOf(painter.font(), words).width : painter.fontMetrics().horizontalAdvance(words);
}

void Stamps::mark(QPainter& painter, MarkKind kind, const QPointF& centre, Theme theme)
{
    constexpr int kSize = 24; // of the largest mark with its edges
    constexpr double kPhases = 4; // places within a pixel
    constexpr double kScales = 64;
    const QTransform device = painter.deviceTransform();
    if (!isRaster(painter) || device.type() > QTransform::TxScale) {
        paintMark(painter, kind, centre, theme);
        return;
    }
    const auto split = [](double at) {
        const double quarters = std::floor(at * kPhases + 0.5);
        const double whole = std::floor(quarters / kPhases);
        return std::pair(whole, static_cast<std::uint64_t>(quarters - whole * kPhases));
    };
    const auto [left, phaseX] = split(centre.x());
    const auto [top, phaseY] = split(centre.y());
    const double scale = device.m11();
    const auto scaleKey = static_cast<std::uint64_t>(std::lround(scale * kScales));
    const std::uint64_t key = scaleKey << 32U | static_cast<std::uint64_t>(kind) << 16U
        | static_cast<std::uint64_t>(theme) << 8U | phaseX << 4U | phaseY;
    QImage& image = m_marks[key];
    if (image.isNull()) {
        const int side = static_cast<int>(std::ceil(kSize * scale));
        image = QImage(side, side, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(scale);
        image.fill(Qt::transparent);
        QPainter inner(&image);
        paintMark(inner, kind,
            QPointF(kSize / 2.0 + static_cast<double>(phaseX) / kPhases,
                kSize / 2.0 + static_cast<double>(phaseY) / kPhases),
            theme);
    }
    painter.drawImage(QPointF(left - kSize / 2.0, top - kSize / 2.0), image);
}

} // namespace antecedent::widgets
