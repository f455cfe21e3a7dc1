// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a golden profile is drawn: the head with phases and their axis, one plot per signal (band of least to greatest,
// of 10 to 90 %, median, failed batch on top, others dashed, limits, targets, and a strip where the failed batch is
// outside), the line that explains them. Costs by the pixel. Threads: where the painter lives.

#include "widgets/common/palette.h"
#include "widgets/profile/overlay_axis.h"
#include "widgets/profile/overlay_words.h"

#include <QRect>

class QPainter;

namespace antecedent::widgets {

namespace overlay {
inline constexpr int kGutter = 180;
inline constexpr int kRight = 14;
inline constexpr int kTitle = 22;
inline constexpr int kStepRow = 18; // where several steps are shown
inline constexpr int kPhaseRow = 20;
inline constexpr int kAxisRow = 20;
inline constexpr int kStrip = 6;
inline constexpr int kBelowPlot = kStrip + 14;
inline constexpr int kLane = 104 + kBelowPlot; // at least; few signals share the height that there is
inline constexpr int kMostLane = 260;
inline constexpr int kLegend = 24;
} // namespace overlay

struct OverlayScene
{
    const Dataset& dataset;
    const Profile& profile;
    const OverlayAxis& axis;
    Theme theme = Theme::Light;
    std::optional<std::size_t> highlighted; // batch of the choice whose own line is drawn
};

struct OverlaySpan
{
    double low = 0;
    double high = 1;
};
// The values that a plot shows: band, drawn lines, and the limits that are not far from them.
OverlaySpan overlaySpan(const ProfileSignal& signal, const BatchChoice& choice);

QColor seeThrough(QColor ink, double alpha);

int headHeight(const Profile& profile);
void paintHead(QPainter& painter, const OverlayScene& scene, const QRect& rect);
// `rect`: the plot with its gutter at the left and the strip below it.
void paintLane(
    QPainter& painter, const OverlayScene& scene, const ProfileSignal& signal, const QRect& rect, bool isCurrent);
void paintLegend(QPainter& painter, const OverlayScene& scene, const QRect& rect);

// Shares of the whole axis at which a signal is outside of its band, merged.
std::vector<std::pair<double, double>> outsidePlaces(const Profile& profile, const ProfileSignal& signal);

} // namespace antecedent::widgets
