// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/coverage_rows.h"

#include "widgets/common/site_time.h"
#include "widgets/common/text.h"
#include "widgets/timeline/timeline_layout.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace antecedent::widgets {

namespace {

constexpr int kLine = 12;
constexpr int kMargin = 5;

QString nameOf(const Dataset& dataset, const Coverage& coverage)
{
    switch (coverage.table) {
    case TableId::Events: {
        const std::string_view category = dataset.strings.text(coverage.category);
        return category == "alarm"   ? laneName(LaneKind::Alarms)
            : category == "state"    ? laneName(LaneKind::States)
            : category == "operator" ? laneName(LaneKind::Operator)
                                     : toQString(category);
    }
    case TableId::WorkOrders:
        return laneName(LaneKind::Maintenance);
    case TableId::Calibrations:
        return laneName(LaneKind::Calibration);
    case TableId::Cleanings:
        return laneName(LaneKind::Cleaning);
    case TableId::BatchSteps:
        return laneName(LaneKind::Steps);
    default:
        return {};
    }
}

} // namespace

double CoverageRow::share(std::int64_t fromUs, std::int64_t toUs) const
{
    std::int64_t sum = 0;
    for (const Interval& interval : covered) {
        const std::int64_t from = std::max(fromUs, interval.begin.time_since_epoch().count());
        const std::int64_t to = std::min(toUs, interval.end.time_since_epoch().count());
        sum += std::max<std::int64_t>(0, to - from);
    }
    return static_cast<double>(sum) / static_cast<double>(toUs - fromUs);
}

std::vector<CoverageRow> coverageRows(const Dataset& dataset)
{
    std::map<QString, std::vector<Interval>> byName;
    for (const Coverage& coverage : dataset.coverage)
        if (const QString name = nameOf(dataset, coverage); !name.isEmpty()) {
            std::vector<Interval>& all = byName[name];
            all.insert(all.end(), coverage.intervals.begin(), coverage.intervals.end());
        }
    std::vector<CoverageRow> rows;
    for (auto& [name, intervals] : byName) {
        std::sort(intervals.begin(), intervals.end());
        CoverageRow row{name, {}};
        for (const Interval& interval : intervals) {
            if (!row.covered.empty() && interval.begin <= row.covered.back().end)
                row.covered.back().end = std::max(row.covered.back().end, interval.end);
            else
                row.covered.push_back(interval);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

int coverageHeight(const std::vector<CoverageRow>& rows)
{
    return rows.empty() ? 0 : 2 * kMargin + std::max(3, static_cast<int>(rows.size())) * kLine;
}

void paintCoverage(
    QPainter& painter, Theme theme, const std::vector<CoverageRow>& rows, const TimeAxis& axis, const QRect& area)
{
    painter.setFont(sized(painter, 9));
    painter.setPen(color(theme, Paint::Text));
    painter.drawText(
        QRect(24, area.top() + kMargin, 90, 16), Qt::AlignVCenter, QCoreApplication::translate("Coverage", "Coverage"));
    painter.setFont(sized(painter, 7.5));
    painter.setPen(color(theme, Paint::TextSecondary));
    const QString caption = QCoreApplication::translate("Coverage", "share in view");
    painter.drawText(QRect(24, area.top() + kMargin + 15, 90, 14), Qt::AlignVCenter, caption);
    const int namesAt = 24 + 6 + std::max(56, painter.fontMetrics().horizontalAdvance(caption));
    const int room = layout::kGutter - namesAt - 8;
    int top = area.top() + kMargin;
    for (const CoverageRow& row : rows) {
        painter.setPen(color(theme, Paint::TextSecondary));
        const double percent = 100 * row.share(axis.fromUs, axis.toUs);
        // 99.99 % is not whole.
        const double shown = percent < 100 ? std::min(percent, 99.9) : 100;
        const QString number = QStringLiteral(" %1 %").arg(numberText(shown, 'f', shown < 100 ? 1 : 0)); // never cut
        const int forName = room - painter.fontMetrics().horizontalAdvance(number);
        painter.drawText(QRect(namesAt, top, room, kLine), Qt::AlignRight | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(row.name, Qt::ElideRight, forName) + number);
        const QRectF bar(area.left(), top + 3, area.width(), 5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QBrush(color(theme, Paint::LineStrong), Qt::BDiagPattern));
        painter.drawRect(bar);
        for (const Interval& interval : row.covered) {
            const double left = std::max(0.0, axis.xOf(interval.begin.time_since_epoch().count()));
            const double right = std::min(axis.widthPx, axis.xOf(interval.end.time_since_epoch().count()));
            if (right > left)
                painter.fillRect(QRectF(bar.left() + left, bar.top(), right - left, bar.height()),
                    color(theme, Paint::StateRunning));
        }
        top += kLine;
    }
}

} // namespace antecedent::widgets
