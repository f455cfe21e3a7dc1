// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sources/residual_plot.h"

#include "model/base/ticks.h"
#include "widgets/common/palette.h"

#include <QLocale>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <vector>

namespace antecedent::app {

using namespace widgets;

namespace {

constexpr double kLeft = 78;
constexpr double kRight = 16;
constexpr double kTop = 22;
constexpr double kBottom = 24;
constexpr double kDot = 2.5; // radius
constexpr int kTickPx = 26; // least distance of ticks
constexpr double kDayS = 86'400;

} // namespace

ResidualPlot::ResidualPlot(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("residualPlot"));
    setAccessibleName(tr("Differences at the anchors"));
}

void ResidualPlot::setEstimate(std::optional<ClockEstimate> estimate, const SiteTime& times)
{
    m_estimate = std::move(estimate);
    m_times = times;
    setVisible(m_estimate && !m_estimate->residuals.empty());
    if (m_estimate && !m_estimate->residuals.empty())
        setAccessibleDescription(tr("%n anchors", nullptr, static_cast<int>(m_estimate->anchors)));
    update();
}

double ResidualPlot::expected(std::int64_t us) const
{
    const double days = static_cast<double>(us - m_estimate->since.time_since_epoch().count()) / 1e6 / kDayS;
    return m_estimate->offsetS + m_estimate->driftSPerDay * days;
}

void ResidualPlot::paintEvent(QPaintEvent* /*event*/)
{
    if (!m_estimate || m_estimate->residuals.empty())
        return;
    const Theme theme = themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), color(theme, Paint::View));
    painter.setRenderHint(QPainter::Antialiasing);
    const std::vector<ClockResidual>& dots = m_estimate->residuals;
    const std::int64_t first = dots.front().us;
    const std::int64_t last = std::max(dots.back().us, first + 1);
    double low = std::min(0.0, std::min(expected(first), expected(last)) - m_estimate->halfWidthS);
    double high = std::max(0.0, std::max(expected(first), expected(last)) + m_estimate->halfWidthS);
    for (const ClockResidual& dot : dots) {
        low = std::min(low, dot.s);
        high = std::max(high, dot.s);
    }
    const double margin = std::max(0.5, (high - low) * 0.06);
    low -= margin;
    high += margin;
    const QRectF plot(kLeft, kTop, width() - kLeft - kRight, height() - kTop - kBottom);
    const auto xOf = [&](std::int64_t us) {
        return plot.left() + plot.width() * static_cast<double>(us - first) / static_cast<double>(last - first);
    };
    const auto yOf = [&](double s) { return plot.bottom() - plot.height() * (s - low) / (high - low); };

    painter.setPen(color(theme, Paint::TextSecondary));
    painter.drawText(QRectF(14, 2, width() - 28, kTop - 4), Qt::AlignLeft | Qt::AlignVCenter,
        tr("Source minus reference at the anchors, in s; line and band: estimate and its 95 % interval"));
    const std::vector<double> ticks = niceTicks(low, high, std::max(1, static_cast<int>(plot.height()) / kTickPx));
    const int decimals = tickDecimals(ticks);
    for (const double s : ticks) {
        painter.setPen(QPen(color(theme, s == 0 ? Paint::LineStrong : Paint::Grid), 1));
        painter.drawLine(QPointF(plot.left(), yOf(s)), QPointF(plot.right(), yOf(s)));
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.drawText(QRectF(0, yOf(s) - 9, kLeft - 8, 18), Qt::AlignRight | Qt::AlignVCenter,
            QLocale().toString(s, 'f', decimals));
    }
    QColor band = color(theme, Paint::Accent);
    band.setAlphaF(0.18F);
    const double half = m_estimate->halfWidthS;
    painter.setPen(Qt::NoPen);
    painter.setBrush(band);
    painter.drawPolygon(QPolygonF({{xOf(first), yOf(expected(first) + half)}, {xOf(last), yOf(expected(last) + half)},
        {xOf(last), yOf(expected(last) - half)}, {xOf(first), yOf(expected(first) - half)}}));
    painter.setPen(QPen(color(theme, Paint::Accent), 1.5));
    painter.drawLine(QPointF(xOf(first), yOf(expected(first))), QPointF(xOf(last), yOf(expected(last))));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(theme, Paint::Text));
    for (const ClockResidual& dot : dots)
        painter.drawEllipse(QPointF(xOf(dot.us), yOf(dot.s)), kDot, kDot);
    painter.setPen(color(theme, Paint::TextSecondary));
    const QRectF below(plot.left(), plot.bottom() + 4, plot.width(), kBottom - 4);
    const auto dateOf = [&](std::int64_t us) { return m_times->date(Timestamp(Duration(us))); };
    painter.drawText(below, Qt::AlignLeft | Qt::AlignTop, dateOf(first));
    painter.drawText(below, Qt::AlignRight | Qt::AlignTop, dateOf(last));
}

} // namespace antecedent::app
