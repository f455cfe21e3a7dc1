// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Time as the core knows it: whole microseconds UTC. Never a floating number, never the machine's zone or clock.
// Source: proleptic Gregorian calendar, ISO 8601 text forms. Threads: plain values and pure functions.

#include <chrono>
#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace antecedent {

using Duration = std::chrono::microseconds;
using Timestamp = std::chrono::sys_time<Duration>;

// Half-open [begin, end), begin <= end. An instant is a Timestamp, not an empty interval.
struct Interval
{
    Timestamp begin;
    Timestamp end;

    Duration length() const { return end - begin; }
    bool contains(Timestamp t) const { return begin <= t && t < end; }
    bool overlaps(const Interval& other) const { return begin < other.end && other.begin < end; }
    auto operator<=>(const Interval&) const = default;
};

// How the UTC instant of a source value was found.
enum class TimeBasis : std::uint8_t {
    ExplicitOffset, // the value carries its offset or Z
    ZoneRule, // the zone stands in a column or belongs to the category (mapping profile)
    AssumedZone, // the zone of the whole source, stated at import
};

// How exactly the source states the time. Decimal1..Decimal6: that many digits after the second.
enum class TimePrecision : std::uint8_t {
    Second = 0,
    Decimal1,
    Decimal2,
    Decimal3,
    Decimal4,
    Decimal5,
    Decimal6,
    Minute,
    Hour,
    Day,
    Month,
    Year
};

// A time as a source states it. 16 bytes. Unknown (not stated) if known() is false.
struct TimeValue
{
    static constexpr std::int64_t kUnknown = std::numeric_limits<std::int64_t>::min();

    std::int64_t utcUs = kUnknown; // microseconds since 1970-01-01T00:00:00Z
    std::int16_t offsetMinutes = 0; // local minus UTC at that instant, as stated or by the zone's rule
    TimePrecision precision = TimePrecision::Second;
    TimeBasis basis = TimeBasis::ExplicitOffset;
    bool ambiguous = false; // local time that occurs twice (end of daylight saving); resolved by the import's choice

    bool known() const { return utcUs != kUnknown; }
    Timestamp at() const { return Timestamp(Duration(utcUs)); }
    std::optional<Timestamp> optional() const { return known() ? std::optional(at()) : std::nullopt; }
    bool operator==(const TimeValue&) const = default;
};

// The width of the interval that a stated precision leaves open: 1 s for Second, 60 s for Minute, 1 us for Decimal6.
Duration precisionWidth(TimePrecision precision);
// Digits after the second to print for a precision, 0..6.
int precisionDigits(TimePrecision precision);

struct CivilTime
{
    int year = 1970;
    int month = 1; // 1..12
    int day = 1; // 1..31
    int hour = 0;
    int minute = 0;
    int second = 0;
    int microsecond = 0;
};

// Days since 1970-01-01 of a civil date; no range check.
std::int64_t daysFromCivil(int year, int month, int day);
bool isValidDate(int year, int month, int day);
// Microseconds since the epoch of a civil time taken as UTC; no range check.
std::int64_t civilToUs(const CivilTime& civil);
CivilTime usToCivil(std::int64_t us);

// `2026-03-29T01:58:10.250Z` with exactly `digits` decimals (0..6; further digits are cut, never rounded).
std::string formatUtc(Timestamp t, int digits = 0);
// With as many decimals as the source had; empty text for an unknown time.
std::string formatUtc(const TimeValue& value);
// Local form with offset, `2026-03-29T03:58:10+02:00`.
std::string formatWithOffset(Timestamp t, std::int32_t offsetMinutes, int digits = 0);

// Strict ISO 8601: `YYYY-MM-DD[T| ]hh:mm[:ss[.f…]][Z|±hh:mm|±hhmm|±hh]` or a date alone. Without offset the result is
// the local time as if UTC and `hasOffset` is false. More than six decimals are cut. nullopt if it is anything else.
struct IsoTime
{
    std::int64_t us = 0; // UTC if hasOffset, else local
    std::int16_t offsetMinutes = 0;
    TimePrecision precision = TimePrecision::Second;
    bool hasOffset = false;
};
std::optional<IsoTime> parseIso(std::string_view s);

// `90s`, `15m`, `72h`, `3d` (whole or decimal number, not negative); nullopt otherwise.
std::optional<Duration> parseDuration(std::string_view text);
// Seconds as a double, for JSON and statistics only.
double toSeconds(Duration d);

} // namespace antecedent
