// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The anchors behind the estimate of a clock: how far the source stands from the reference at each of them, over time,
// with the estimate and its interval. Threads: GUI.

#include "model/alignment/clock_estimate.h"
#include "widgets/common/site_time.h"

#include <QWidget>

#include <optional>

namespace antecedent::app {

class ResidualPlot : public QWidget
{
    Q_OBJECT

public:
    explicit ResidualPlot(QWidget* parent = nullptr);
    void setEstimate(std::optional<ClockEstimate> estimate, const widgets::SiteTime& times);

    QSize sizeHint() const override { return {480, 150}; }
    QSize minimumSizeHint() const override { return {240, 110}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double expected(std::int64_t us) const; // s, by the estimate

    std::optional<ClockEstimate> m_estimate;
    std::optional<widgets::SiteTime> m_times;
};

} // namespace antecedent::app
