// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/posix_zone.h"

#include "model/base/time.h"

#include <algorithm>
#include <array>

namespace antecedent {

namespace {

constexpr std::int64_t kDay = 86'400;

bool readInt(std::string_view& text, int& out)
{
    std::size_t used = 0;
    int value = 0;
    while (used < text.size() && used < 4 && text[used] >= '0' && text[used] <= '9')
        value = value * 10 + (text[used++] - '0');
    text.remove_prefix(used);
    out = value;
    return used > 0;
}

bool take(std::string_view& text, char c)
{
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

bool letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool leapYear(int year)
{
    return isValidDate(year, 2, 29);
}

} // namespace

bool PosixZone::parseName(std::string_view& text)
{
    std::size_t used = 0;
    if (take(text, '<')) {
        used = text.find('>');
        if (used == std::string_view::npos)
            return false;
        text.remove_prefix(used + 1);
        return used > 0;
    }
    while (used < text.size() && letter(text[used]))
        ++used;
    text.remove_prefix(used);
    return used >= 3;
}

bool PosixZone::parseOffset(std::string_view& text, std::int32_t& out)
{
    const bool negative = take(text, '-');
    if (!negative)
        take(text, '+');
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    if (!readInt(text, hours))
        return false;
    if (take(text, ':') && !readInt(text, minutes))
        return false;
    if (take(text, ':') && !readInt(text, seconds))
        return false;
    const std::int32_t total = hours * 3600 + minutes * 60 + seconds;
    out = negative ? -total : total;
    return true;
}

bool PosixZone::parseRule(std::string_view& text, Rule& out)
{
    if (!take(text, ','))
        return false;
    if (take(text, 'M')) {
        out.kind = Rule::Kind::MonthWeekDay;
        if (!readInt(text, out.month) || !take(text, '.') || !readInt(text, out.week) || !take(text, '.')
            || !readInt(text, out.day))
            return false;
        if (out.month < 1 || out.month > 12 || out.week < 1 || out.week > 5 || out.day > 6)
            return false;
    } else {
        out.kind = take(text, 'J') ? Rule::Kind::JulianNoLeap : Rule::Kind::ZeroBased;
        if (!readInt(text, out.day) || out.day > 366)
            return false;
    }
    return !take(text, '/') || parseOffset(text, out.time);
}

std::optional<PosixZone> PosixZone::parse(std::string_view text)
{
    PosixZone out;
    std::int32_t west = 0; // POSIX counts offsets westwards
    if (!parseName(text) || !parseOffset(text, west))
        return std::nullopt;
    out.m_standardOffset = -west;
    if (text.empty())
        return out;
    out.m_daylight = true;
    out.m_daylightOffset = out.m_standardOffset + 3600;
    if (!parseName(text))
        return std::nullopt;
    if (!text.empty() && text.front() != ',') {
        if (!parseOffset(text, west))
            return std::nullopt;
        out.m_daylightOffset = -west;
    }
    if (!parseRule(text, out.m_start) || !parseRule(text, out.m_end) || !text.empty())
        return std::nullopt;
    return out;
}

std::int64_t PosixZone::localSecond(const Rule& rule, int year)
{
    std::int64_t day = 0;
    if (rule.kind == Rule::Kind::MonthWeekDay) {
        const std::int64_t first = daysFromCivil(year, rule.month, 1);
        const int weekday = static_cast<int>(((first + 4) % 7 + 7) % 7); // 1970-01-01 was a Thursday
        day = first + (rule.day - weekday + 7) % 7 + (rule.week - 1) * 7LL;
        const std::int64_t next =
            rule.month == 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, rule.month + 1, 1);
        while (day >= next)
            day -= 7;
    } else if (rule.kind == Rule::Kind::JulianNoLeap) {
        const bool shift = leapYear(year) && rule.day >= 60;
        day = daysFromCivil(year, 1, 1) + rule.day - 1 + (shift ? 1 : 0);
    } else {
        day = daysFromCivil(year, 1, 1) + rule.day;
    }
    return day * kDay + rule.time;
}

PosixZone::Stretch PosixZone::at(std::int64_t utcSecond) const
{
    if (!m_daylight)
        return {m_standardOffset, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()};
    const std::int64_t bounded = std::clamp<std::int64_t>(utcSecond, -9'000'000'000'000, 9'000'000'000'000);
    const int year = usToCivil(bounded * 1'000'000).year;
    struct Change
    {
        std::int64_t at = 0;
        std::int32_t after = 0;
    };
    std::array<Change, 6> changes;
    for (int i = 0; i < 3; ++i) {
        const auto k = static_cast<std::size_t>(i) * 2;
        changes[k] = {localSecond(m_start, year - 1 + i) - m_standardOffset, m_daylightOffset};
        changes[k + 1] = {localSecond(m_end, year - 1 + i) - m_daylightOffset, m_standardOffset};
    }
    std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.at < b.at; });
    Stretch out{m_standardOffset, changes.front().at, changes.front().at};
    for (const Change& change : changes) {
        if (change.at > utcSecond) {
            out.end = change.at;
            return out;
        }
        out.begin = change.at;
        out.offset = change.after;
    }
    out.end = out.begin + kDay;
    return out;
}

} // namespace antecedent
