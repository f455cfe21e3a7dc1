// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How a source stated a time, as one small number beside the instant (format_notes, "numbers and times"). Threads:
// pure.

#include "model/base/time.h"

#include <cstdint>

namespace antecedent {

inline std::uint32_t packTimeForm(const TimeValue& value)
{
    const auto offset = static_cast<std::uint32_t>(static_cast<std::int32_t>(value.offsetMinutes) + 32768);
    return offset | (static_cast<std::uint32_t>(value.precision) << 16U)
        | (static_cast<std::uint32_t>(value.basis) << 20U) | (value.ambiguous ? 1U << 22U : 0U);
}

// Out-of-range parts (a damaged file) fall back to seconds and an explicit offset.
inline TimeValue unpackTimeForm(std::int64_t utcUs, std::uint32_t form)
{
    TimeValue value;
    value.utcUs = utcUs;
    value.offsetMinutes = static_cast<std::int16_t>(static_cast<std::int32_t>(form & 0xFFFFU) - 32768);
    const std::uint32_t precision = (form >> 16U) & 15U;
    const std::uint32_t basis = (form >> 20U) & 3U;
    value.precision = precision <= static_cast<std::uint32_t>(TimePrecision::Year)
        ? static_cast<TimePrecision>(precision)
        : TimePrecision::Second;
    value.basis = basis <= 2 ? static_cast<TimeBasis>(basis) : TimeBasis::ExplicitOffset;
    value.ambiguous = ((form >> 22U) & 1U) != 0;
    return value;
}

// Whole milliseconds, as the columns ending in _ms keep them; what a damaged file holds beyond the range wraps.
inline std::int64_t timeToMilliseconds(Timestamp time)
{
    return std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
}
inline Timestamp millisecondsToTime(std::int64_t ms)
{
    return Timestamp(Duration(static_cast<std::int64_t>(static_cast<std::uint64_t>(ms) * 1000U)));
}

} // namespace antecedent
