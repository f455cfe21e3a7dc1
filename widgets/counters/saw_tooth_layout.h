// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sizes of the saw-tooth chart in device-independent pixels, shared by its painting and its mouse. Threads: constants.

namespace antecedent::widgets::sawtooth {

inline constexpr int kGutter = 170; // names and numbers of the axes
inline constexpr int kRight = 96; // values at the failure
inline constexpr int kAxis = 28;
inline constexpr int kLane = 20; // one lane of upkeep
inline constexpr int kLeastPanel = 58;
inline constexpr int kLegend = 22;
inline constexpr double kMerge = 12; // closer marks of a lane become one with a count
inline constexpr double kCounted = 38; // room for a mark with its count

} // namespace antecedent::widgets::sawtooth
