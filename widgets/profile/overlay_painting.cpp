// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The head of the overlay and the line that explains it; overlay_lane.cpp draws the signals.
#include "widgets/profile/overlay_painting.h"

#include "widgets/common/site_time.h"
#include "widgets/common/text.h"
#include "widgets/timeline/lane_painting.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

namespace {

using namespace overlay;

// Steps of the axis of one column: percent, or whole units of time.
std::vector<std::pair<double, QString>> columnTicks(const Profile& profile, std::size_t column, double widthPx)
{
    std::vector<std::pair<double, QString>> ticks;
    if (widthPx < 44)
        return ticks;
    if (profile.align == ProfileAlign::Phase) {
        const int step = widthPx > 500 ? 10 : widthPx > 220 ? 25 : 50;
        for (int at = 0; at < 100; at += step)
            ticks.emplace_back(at / 100.0, QString::number(at));
        return ticks;
    }
    const double length = static_cast<double>(profile.columns[column].length.count());
    const TimeAxis axis{0, std::max<std::int64_t>(profile.columns[column].length.count(), 1), widthPx, nullptr};
    for (const std::int64_t us : relativeTicks(axis, tickStepUs(axis, 64), 0))
        if (widthPx - axis.xOf(us) > 12 || us == 0)
            ticks.emplace_back(
                static_cast<double>(us) / length, us == 0 ? QStringLiteral("0") : spanText(Duration(us), false));
    return ticks;
}

void paintColumnHead(
    QPainter& painter, const OverlayScene& scene, std::size_t c, const QRect& rect, double left, double right)
{
    const ProfileColumn& column = scene.profile.columns[c];
    const double width = right - left;
    const QRectF row(std::max<double>(left, rect.left()) + 5, rect.top(), 0, kPhaseRow);
    const double room = std::min<double>(right, rect.right()) - row.left() - 5;
    if (room > 12) {
        const bool isFinding = column.finding != LengthFinding::None;
        QString length = column.median ? spanText(*column.median, false) : QString();
        if (column.finding == LengthFinding::Longer || column.finding == LengthFinding::Shorter)
            length = OverlayWords::tr("%1× %2").arg(
                numberText(
                    static_cast<double>(column.own->count()) / static_cast<double>(column.median->count()), 'f', 1),
                spanText(*column.median, false));
        else if (column.finding == LengthFinding::Missing)
            length = OverlayWords::tr("missing");
        else if (column.finding == LengthFinding::OnlyHere)
            length = OverlayWords::tr("only here");
        QString name = toQString(column.phase);
        if (name.isEmpty())
            name = OverlayWords::columnName(scene.profile, c);
        else if (column.occurrence > 1)
            name += QStringLiteral(" %1").arg(column.occurrence);
        painter.setFont(sized(painter, 8.25));
        double lengthWidth = painter.fontMetrics().horizontalAdvance(length) + 8;
        painter.setFont(sized(painter, 9, QFont::DemiBold));
        if (room - lengthWidth < std::min(painter.fontMetrics().horizontalAdvance(name), 56))
            lengthWidth = 0;
        painter.setPen(color(scene.theme, isFinding ? Paint::Failure : Paint::Text));
        painter.drawText(QRectF(row.left(), row.top(), room - lengthWidth, kPhaseRow), Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(name, Qt::ElideRight, static_cast<int>(room - lengthWidth)));
        if (lengthWidth > 0) {
            painter.setFont(sized(painter, 8.25));
            painter.setPen(color(scene.theme, isFinding ? Paint::Failure : Paint::TextSecondary));
            painter.drawText(QRectF(row.left(), row.top(), room, kPhaseRow), Qt::AlignRight | Qt::AlignVCenter, length);
        }
    }
    painter.setFont(sized(painter, 8.25));
    for (const auto& [share, text] : columnTicks(scene.profile, c, width)) {
        const double x = left + share * width;
        if (x < rect.left() - 1 || x > rect.right() + 1)
            continue;
        painter.setPen(color(scene.theme, Paint::LineStrong));
        painter.drawLine(QPointF(x, rect.bottom() - 4), QPointF(x, rect.bottom()));
        painter.setPen(color(scene.theme, Paint::TextSecondary));
        const QRectF box(share == 0 ? x + 5 : x - 30, rect.top() + kPhaseRow, 60, 15);
        const Qt::Alignment side = share == 0 ? Qt::AlignLeft | Qt::AlignVCenter : Qt::Alignment(Qt::AlignCenter);
        painter.drawText(box, static_cast<int>(side), text);
    }
}

} // namespace

int headHeight(const Profile& profile)
{
    return kTitle + (profile.choice.steps.size() > 1 ? kStepRow : 0) + kPhaseRow + kAxisRow;
}

void paintHead(QPainter& painter, const OverlayScene& scene, const QRect& rect)
{
    const Profile& profile = scene.profile;
    painter.fillRect(rect, color(scene.theme, Paint::View));
    painter.setFont(sized(painter, 9, QFont::DemiBold));
    painter.setPen(color(scene.theme, Paint::Text));
    painter.drawText(rect.adjusted(14, 2, -14, 0), Qt::AlignLeft | Qt::AlignTop,
        painter.fontMetrics().elidedText(
            OverlayWords::headline(scene.dataset, profile), Qt::ElideRight, rect.width() - 28));
    const QRect plots(rect.left() + kGutter, rect.bottom() + 1 - kPhaseRow - kAxisRow, rect.width() - kGutter - kRight,
        kPhaseRow + kAxisRow);
    painter.setFont(sized(painter, 8.25));
    painter.setPen(color(scene.theme, Paint::TextSecondary));
    painter.drawText(QRect(rect.left(), plots.top(), kGutter - 8, kPhaseRow), Qt::AlignRight | Qt::AlignVCenter,
        OverlayWords::tr("Phase, median length"));
    painter.drawText(QRect(rect.left(), plots.top() + kPhaseRow, kGutter - 8, 15), Qt::AlignRight | Qt::AlignVCenter,
        profile.align == ProfileAlign::Phase            ? OverlayWords::tr("Share of phase, %")
            : profile.align == ProfileAlign::PhaseStart ? OverlayWords::tr("Time since phase start")
                                                        : OverlayWords::tr("Time since step start"));
    painter.save();
    painter.setClipRect(QRect(plots.left(), rect.top() + kTitle, plots.width(), rect.height() - kTitle));
    double stepLeft = plots.left() + scene.axis.xOf(0);
    for (std::size_t c = 0; c < profile.columns.size(); ++c) {
        const double left = plots.left() + scene.axis.xOf(static_cast<double>(c));
        const double right = plots.left() + scene.axis.xOf(static_cast<double>(c) + 1);
        const bool isLastOfStep =
            c + 1 == profile.columns.size() || profile.columns[c + 1].step != profile.columns[c].step;
        painter.setPen(color(scene.theme, isLastOfStep ? Paint::LineStrong : Paint::Line));
        painter.drawLine(
            QPointF(right, isLastOfStep ? rect.top() + kTitle : plots.top()), QPointF(right, rect.bottom()));
        paintColumnHead(painter, scene, c, plots, left, right);
        if (isLastOfStep && profile.choice.steps.size() > 1) {
            const StepRun& run = profile.choice.own[profile.choice.steps[profile.columns[c].step]];
            const double from = std::max<double>(stepLeft, plots.left()) + 5;
            const double room = std::min<double>(right, plots.right()) - from - 4;
            painter.setFont(sized(painter, 8.25));
            painter.setPen(color(scene.theme, Paint::TextSecondary));
            if (room > 10)
                painter.drawText(QRectF(from, plots.top() - kStepRow, room, kStepRow), Qt::AlignLeft | Qt::AlignVCenter,
                    painter.fontMetrics().elidedText(toQString(run.name), Qt::ElideRight, static_cast<int>(room)));
            stepLeft = right;
        }
    }
    painter.restore();
    painter.setPen(color(scene.theme, Paint::LineStrong));
    painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom());
}

void paintLegend(QPainter& painter, const OverlayScene& scene, const QRect& rect)
{
    painter.fillRect(rect, color(scene.theme, Paint::View));
    painter.setPen(color(scene.theme, Paint::Line));
    painter.drawLine(rect.topLeft(), rect.topRight());
    painter.setFont(sized(painter, 8.25));
    double x = rect.left() + 14;
    const double middle = rect.center().y();
    const auto put = [&](const QString& words, double width, const auto& draw) {
        const int text = painter.fontMetrics().horizontalAdvance(words);
        if (x + width + 6 + text > rect.right())
            return;
        draw(QRectF(x, middle - 5, width, 10));
        painter.setPen(color(scene.theme, Paint::TextSecondary));
        painter.drawText(
            QRectF(x + width + 6, rect.top(), text + 2, rect.height()), Qt::AlignLeft | Qt::AlignVCenter, words);
        x += width + text + 22;
    };
    const auto lineOf = [&](const QPen& pen) {
        return [&painter, pen, middle](const QRectF& box) {
            painter.setPen(pen);
            painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle));
        };
    };
    const auto& batches = scene.profile.choice.batches;
    const auto nameOf = [&](const ProfileBatch& b) { return toQString(scene.dataset.batches[b.batch.value].id); };
    put(nameOf(batches.front()), 22, lineOf(QPen(color(scene.theme, Paint::Failure), 2)));
    if (scene.profile.goodBatches >= kFewestGood) {
        put(OverlayWords::tr("Median of %n good batches", nullptr, static_cast<int>(scene.profile.goodBatches)), 22,
            lineOf(QPen(color(scene.theme, Paint::Accent), 1.6)));
        put(OverlayWords::tr("10–90 %"), 16,
            [&](const QRectF& box) { painter.fillRect(box, seeThrough(color(scene.theme, Paint::Accent), 0.32)); });
        put(OverlayWords::tr("min–max"), 16,
            [&](const QRectF& box) { painter.fillRect(box, seeThrough(color(scene.theme, Paint::Accent), 0.13)); });
        put(OverlayWords::tr("outside min–max"), 16, [&](const QRectF& box) {
            painter.fillRect(box.adjusted(0, 2, 0, -2), color(scene.theme, Paint::Failure));
        });
    }
    if (scene.profile.goodBatches > 0 && scene.profile.goodBatches < kFewestGood)
        put(OverlayWords::tr("good batches"), 22, lineOf(QPen(color(scene.theme, Paint::Accent), 1)));
    QStringList others;
    for (const ProfileBatch& batch : batches)
        if (batch.role == BatchRole::AlsoFailed && batch.isShown)
            others << nameOf(batch);
    if (!others.isEmpty()) {
        QPen dashed(color(scene.theme, Paint::Failure), 1.2);
        dashed.setDashPattern({4, 3});
        put(OverlayWords::tr("%1, failed too").arg(others.join(QStringLiteral(", "))), 22, lineOf(dashed));
    }
    if (scene.highlighted && batches[*scene.highlighted].role == BatchRole::Good)
        put(nameOf(batches[*scene.highlighted]), 22, lineOf(QPen(color(scene.theme, Paint::Text), 1.3)));
}

} // namespace antecedent::widgets
