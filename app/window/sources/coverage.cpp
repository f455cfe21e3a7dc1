// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sources/coverage.h"

#include "widgets/common/palette.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr std::size_t kParts = 240;

void widen(std::optional<Interval>& axis, const std::optional<Interval>& other)
{
    if (!other)
        return;
    if (!axis) {
        axis = other;
        return;
    }
    axis->begin = std::min(axis->begin, other->begin);
    axis->end = std::max(axis->end, other->end);
}

double placeOf(const Interval& axis, Timestamp at)
{
    const auto all = static_cast<double>((axis.end - axis.begin).count());
    return all <= 0 ? 0.0 : static_cast<double>((at - axis.begin).count()) / all;
}

} // namespace

std::vector<CoverageStrip> coverageStrips(const InvestigationData& snapshot, const std::stop_token& stop)
{
    std::vector<CoverageStrip> out(snapshot.sources.size());
    std::optional<Interval> axis;
    std::map<Digest, std::size_t> places;
    for (std::size_t s = 0; s < out.size(); ++s) {
        const SourceInfo& info = snapshot.sources[s].info;
        out[s].span = info.span;
        out[s].stated = info.declaredCoverage;
        widen(axis, info.span);
        widen(axis, info.declaredCoverage);
        places[info.sha256] = s;
    }
    for (CoverageStrip& strip : out)
        strip.axis = axis;
    if (!axis || axis->end <= axis->begin)
        return out;
    const UnifiedEvents& events = snapshot.context.events;
    const std::vector<SourceInfo>& sources = snapshot.dataset.sources;
    constexpr std::size_t kPollRows = 65536;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (i % kPollRows == 0 && stop.stop_requested())
            return out;
        const SourceIndex source = recordOf(snapshot.dataset, events, i).source;
        if (!source.valid() || source.value >= sources.size())
            continue;
        const auto place = places.find(sources[source.value].sha256);
        const Timestamp at{Duration(events.onsetUs[i])};
        const double x = placeOf(*axis, at);
        if (place == places.end() || x < 0 || x > 1)
            continue;
        std::vector<std::uint32_t>& counts = out[place->second].counts;
        counts.resize(kParts);
        ++counts[std::min(kParts - 1, static_cast<std::size_t>(x * static_cast<double>(kParts)))];
    }
    return out;
}

void CoverageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem whole = option;
    initStyleOption(&whole, index);
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &whole, painter, option.widget);
    const auto strip = index.data(kStripRole).value<CoverageStrip>();
    if (!strip.axis)
        return;
    const Theme theme = themeOf(option.palette);
    const QRectF box = QRectF(option.rect).adjusted(6, 5, -6, -5);
    const auto xOf = [&](Timestamp at) { return box.left() + placeOf(*strip.axis, at) * box.width(); };
    const auto barOf = [&](const Interval& interval) {
        const double left = xOf(interval.begin);
        return QRectF(left, box.top(), std::max(2.0, xOf(interval.end) - left), box.height());
    };
    painter->save();
    if (!strip.span && !strip.stated) {
        painter->setPen(color(theme, Paint::TextMuted));
        painter->drawText(option.rect.adjusted(6, 0, -6, 0), Qt::AlignVCenter | Qt::AlignLeft,
            option.fontMetrics.elidedText(tr("no dates"), Qt::ElideRight, option.rect.width() - 12));
        painter->restore();
        return;
    }
    painter->fillRect(QRectF(box.left(), box.center().y() - 0.5, box.width(), 1), color(theme, Paint::Line));
    if (strip.span)
        painter->fillRect(barOf(*strip.span), color(theme, strip.counts.empty() ? Paint::Control : Paint::Step));
    const double part = box.width() / static_cast<double>(std::max<std::size_t>(1, strip.counts.size()));
    std::uint32_t most = 1;
    for (const std::uint32_t count : strip.counts)
        most = std::max(most, count);
    for (std::size_t i = 0; i < strip.counts.size(); ++i) {
        if (strip.counts[i] == 0)
            continue;
        const double share = std::log1p(strip.counts[i]) / std::log1p(most); // a single record stays visible
        const double height = std::max(3.0, share * box.height());
        painter->fillRect(
            QRectF(box.left() + static_cast<double>(i) * part, box.bottom() - height, std::max(1.0, part), height),
            color(theme, Paint::Control));
    }
    if (strip.stated) {
        painter->setPen(QPen(color(theme, Paint::Ok), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(barOf(*strip.stated).adjusted(0.5, -1.5, -0.5, 1.5));
    }
    painter->restore();
}

} // namespace antecedent::app
