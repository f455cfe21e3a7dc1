// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When alarms chatter and when they are a flood, for the import of journals and for the quality of the data alike.
// Source: ANSI/ISA-18.2-2016 (IEC 62682:2014), performance of alarm systems: an alarm chatters with three or more
// onsets within one minute; a flood is more than ten alarms of one operator within ten minutes. Who the operator is no
// source says, so that the area stands in his place. A stretch of time is half open: two onsets exactly a minute apart
// do not fall into one minute. Units: microseconds. Threads: constant data.

#include <cstddef>
#include <cstdint>

namespace antecedent {

inline constexpr std::int64_t kChatterWindowUs = 60'000'000;
inline constexpr std::size_t kChatterOnsets = 3; // so many, or more
inline constexpr std::int64_t kFloodWindowUs = 10 * kChatterWindowUs;
inline constexpr std::size_t kFloodOnsets = 10; // more than so many

// Whether two onsets, the later one second, fall into one stretch of that length.
constexpr bool isWithin(std::int64_t earlierUs, std::int64_t laterUs, std::int64_t lengthUs)
{
    return laterUs - earlierUs < lengthUs;
}

// `thirdUs`: the onset that makes them kChatterOnsets, counted from the first. At one and the same instant they are
// repeats of one row and no chatter.
constexpr bool isChatter(std::int64_t firstUs, std::int64_t thirdUs)
{
    return thirdUs > firstUs && isWithin(firstUs, thirdUs, kChatterWindowUs);
}

} // namespace antecedent
