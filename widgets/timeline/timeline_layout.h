// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sizes of the timeline in device-independent pixels, shared by its hands and its painter. Threads: constants.

namespace antecedent::widgets::layout {

inline constexpr int kGutter = 200;
inline constexpr int kOverview = 38;
inline constexpr int kAxis = 50; // rows: date, clock, relative
inline constexpr int kFailures = 20;
inline constexpr int kTop = kOverview + kAxis + kFailures;
inline constexpr int kGroup = 20;
inline constexpr int kPlot = 84;

} // namespace antecedent::widgets::layout
