// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A plant of any size as a case file, for the benchmarks of the timeline and the window: twenty assets with alarms,
// operator actions and states, four tags of process data, over 200 days, and ten deviations.

#include "model/base/time.h"

#include <cstddef>
#include <string>

namespace antecedent::bench {

inline constexpr std::int64_t kStart = 1'767'225'600'000'000; // microseconds UTC
inline constexpr std::int64_t kSpanUs = 200LL * 86'400'000'000;
inline constexpr int kAssets = 20;
inline constexpr int kTags = 4;

// Exits the program if the file can't be made.
void makePlantFile(const std::string& path, std::size_t events, std::size_t samples);

} // namespace antecedent::bench
