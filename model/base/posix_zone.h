// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rule at the end of a compiled zone, which holds after its last listed change: POSIX.1 TZ text as
// `CET-1CEST,M3.5.0, M10.5.0/3`, with the hours from -167 to 167 of RFC 8536. Seconds throughout; offsets are local
// minus UTC. Threads: plain values.

#include <cstdint>
#include <optional>
#include <string_view>

namespace antecedent {

class PosixZone
{
public:
    // The stretch [begin, end) of seconds UTC around an instant in which the offset holds.
    struct Stretch
    {
        std::int32_t offset = 0;
        std::int64_t begin = 0;
        std::int64_t end = 0;
    };

    // nullopt if the text is not such a rule.
    static std::optional<PosixZone> parse(std::string_view text);

    bool hasDaylightSaving() const { return m_daylight; }
    std::int32_t standardOffset() const { return m_standardOffset; }
    Stretch at(std::int64_t utcSecond) const;

private:
    struct Rule
    {
        enum class Kind : std::uint8_t { MonthWeekDay, JulianNoLeap, ZeroBased };
        Kind kind = Kind::MonthWeekDay;
        int month = 1; // 1..12
        int week = 1; // 1..5, 5: the last
        int day = 0; // weekday 0 = Sunday, or day of the year
        std::int32_t time = 7200; // local seconds after midnight
    };

    static bool parseOffset(std::string_view& text, std::int32_t& out);
    static bool parseName(std::string_view& text);
    static bool parseRule(std::string_view& text, Rule& out);
    // Local second of a year's change, as if UTC.
    static std::int64_t localSecond(const Rule& rule, int year);

    bool m_daylight = false;
    std::int32_t m_standardOffset = 0;
    std::int32_t m_daylightOffset = 0;
    Rule m_start;
    Rule m_end;
};

} // namespace antecedent
