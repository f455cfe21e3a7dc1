// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/time.h"

#include <array>
#include <charconv>
#include <cmath>

namespace antecedent {

namespace {

constexpr std::int64_t kUsPerDay = 86'400'000'000;
constexpr std::int64_t kUsPerMinute = 60'000'000;

bool digit(char c)
{
    return c >= '0' && c <= '9';
}

// Reads exactly n digits at pos; -1 if they are not there.
int readDigits(std::string_view s, std::size_t pos, std::size_t n)
{
    if (pos + n > s.size())
        return -1;
    int value = 0;
    for (std::size_t i = pos; i < pos + n; ++i) {
        if (!digit(s[i]))
            return -1;
        value = value * 10 + (s[i] - '0');
    }
    return value;
}

void putDigits(std::string& out, std::int64_t value, int n)
{
    std::array<char, 20> buffer{};
    for (int i = n - 1; i >= 0; --i) {
        buffer[static_cast<std::size_t>(i)] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
    out.append(buffer.data(), static_cast<std::size_t>(n));
}

std::string formatCivil(std::int64_t us, int digits)
{
    const CivilTime c = usToCivil(us);
    std::string out;
    out.reserve(32);
    if (c.year < 0) {
        out += '-';
        putDigits(out, -c.year, 4);
    } else {
        putDigits(out, c.year, c.year > 9999 ? 6 : 4);
    }
    out += '-';
    putDigits(out, c.month, 2);
    out += '-';
    putDigits(out, c.day, 2);
    out += 'T';
    putDigits(out, c.hour, 2);
    out += ':';
    putDigits(out, c.minute, 2);
    out += ':';
    putDigits(out, c.second, 2);
    if (digits > 0) {
        out += '.';
        std::int64_t fraction = c.microsecond;
        for (int i = digits; i < 6; ++i)
            fraction /= 10;
        putDigits(out, fraction, digits);
    }
    return out;
}

// Offset at the end of an ISO text from pos to the end: minutes, or nullopt if it is not one.
std::optional<std::int16_t> parseOffset(std::string_view s, std::size_t pos)
{
    const std::string_view tail = s.substr(pos);
    if (tail == "Z" || tail == "z")
        return std::int16_t{0};
    if (tail.size() < 3 || (tail[0] != '+' && tail[0] != '-'))
        return std::nullopt;
    const int hours = readDigits(tail, 1, 2);
    int minutes = 0;
    if (tail.size() == 6 && tail[3] == ':')
        minutes = readDigits(tail, 4, 2);
    else if (tail.size() == 5)
        minutes = readDigits(tail, 3, 2);
    else if (tail.size() != 3)
        return std::nullopt;
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59)
        return std::nullopt;
    const int total = hours * 60 + minutes;
    return static_cast<std::int16_t>(tail[0] == '-' ? -total : total);
}

} // namespace

Duration precisionWidth(TimePrecision precision)
{
    using namespace std::chrono_literals;
    switch (precision) {
    case TimePrecision::Second:
        return 1s;
    case TimePrecision::Decimal1:
        return 100ms;
    case TimePrecision::Decimal2:
        return 10ms;
    case TimePrecision::Decimal3:
        return 1ms;
    case TimePrecision::Decimal4:
        return 100us;
    case TimePrecision::Decimal5:
        return 10us;
    case TimePrecision::Decimal6:
        return 1us;
    case TimePrecision::Minute:
        return 1min;
    case TimePrecision::Hour:
        return 1h;
    case TimePrecision::Day:
        return 24h;
    case TimePrecision::Month:
        return 24h * 31;
    case TimePrecision::Year:
        return 24h * 366;
    }
    return 1s;
}

int precisionDigits(TimePrecision precision)
{
    const int value = static_cast<int>(precision);
    return value <= 6 ? value : 0;
}

std::int64_t daysFromCivil(int year, int month, int day)
{
    // Eras of 400 years counted from 1 March, so that the leap day is the last day of a year.
    const std::int64_t y = static_cast<std::int64_t>(year) - (month <= 2 ? 1 : 0);
    const std::int64_t era = (y >= 0 ? y : y - 399) / 400;
    const std::int64_t yearOfEra = y - era * 400;
    const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

bool isValidDate(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
        return false;
    static constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int last = kDays[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
    return day <= last;
}

std::int64_t civilToUs(const CivilTime& c)
{
    const std::int64_t seconds =
        daysFromCivil(c.year, c.month, c.day) * 86'400 + c.hour * 3600LL + c.minute * 60LL + c.second;
    return seconds * 1'000'000 + c.microsecond;
}

CivilTime usToCivil(std::int64_t us)
{
    std::int64_t days = us / kUsPerDay;
    std::int64_t rest = us % kUsPerDay;
    if (rest < 0) {
        rest += kUsPerDay;
        --days;
    }
    const std::int64_t z = days + 719468;
    const std::int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    const std::int64_t dayOfEra = z - era * 146097;
    const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
    CivilTime c;
    c.day = static_cast<int>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    c.month = static_cast<int>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
    c.year = static_cast<int>(yearOfEra + era * 400 + (c.month <= 2 ? 1 : 0));
    c.microsecond = static_cast<int>(rest % 1'000'000);
    const std::int64_t seconds = rest / 1'000'000;
    c.second = static_cast<int>(seconds % 60);
    c.minute = static_cast<int>(seconds / 60 % 60);
    c.hour = static_cast<int>(seconds / 3600);
    return c;
}

std::string formatUtc(Timestamp t, int digits)
{
    return formatCivil(t.time_since_epoch().count(), digits) + 'Z';
}

std::string formatUtc(const TimeValue& value)
{
    return value.known() ? formatUtc(value.at(), precisionDigits(value.precision)) : std::string();
}

std::string formatWithOffset(Timestamp t, std::int32_t offsetMinutes, int digits)
{
    std::string out = formatCivil(t.time_since_epoch().count() + offsetMinutes * 60'000'000LL, digits);
    const std::int32_t absolute = offsetMinutes < 0 ? -offsetMinutes : offsetMinutes;
    out += offsetMinutes < 0 ? '-' : '+';
    putDigits(out, absolute / 60, 2);
    out += ':';
    putDigits(out, absolute % 60, 2);
    return out;
}

namespace {

// The offset behind a date or a month; the day of a month is 1.
std::optional<IsoTime> dateWithOffset(std::string_view s, CivilTime c, std::size_t end, TimePrecision precision)
{
    const std::optional<std::int16_t> offset = parseOffset(s, end);
    if (!offset || !isValidDate(c.year, c.month, c.day))
        return std::nullopt;
    return IsoTime{civilToUs(c) - *offset * kUsPerMinute, *offset, precision, true};
}

} // namespace

std::optional<IsoTime> parseIso(std::string_view s)
{
    if (s.size() >= 8 && s[4] == '-' && (s.size() == 8 || s.size() == 13))
        if (const auto month =
                dateWithOffset(s, {readDigits(s, 0, 4), readDigits(s, 5, 2), 1, 0, 0, 0, 0}, 7, TimePrecision::Month))
            return month;
    if (s.size() < 10 || s[4] != '-' || s[7] != '-')
        return std::nullopt;
    CivilTime c;
    c.year = readDigits(s, 0, 4);
    c.month = readDigits(s, 5, 2);
    c.day = readDigits(s, 8, 2);
    if (!isValidDate(c.year, c.month, c.day))
        return std::nullopt;
    IsoTime out;
    if (s.size() == 10) {
        out.us = civilToUs(c);
        out.precision = TimePrecision::Day;
        return out;
    }
    if (s[10] == 'Z' || s[10] == '+' || s[10] == '-')
        return dateWithOffset(s, c, 10, TimePrecision::Day);
    if ((s[10] != 'T' && s[10] != ' ' && s[10] != 't') || s.size() < 16 || s[13] != ':')
        return std::nullopt;
    c.hour = readDigits(s, 11, 2);
    c.minute = readDigits(s, 14, 2);
    if (c.hour < 0 || c.hour > 23 || c.minute < 0 || c.minute > 59)
        return std::nullopt;
    out.precision = TimePrecision::Minute;
    std::size_t pos = 16;
    if (pos < s.size() && s[pos] == ':') {
        c.second = readDigits(s, pos + 1, 2);
        if (c.second < 0 || c.second > 59)
            return std::nullopt;
        out.precision = TimePrecision::Second;
        pos += 3;
        if (pos < s.size() && (s[pos] == '.' || s[pos] == ',')) {
            ++pos;
            int digits = 0;
            int fraction = 0;
            while (pos < s.size() && digit(s[pos])) {
                if (digits < 6)
                    fraction = fraction * 10 + (s[pos] - '0');
                ++digits;
                ++pos;
            }
            if (digits == 0)
                return std::nullopt;
            const int kept = digits < 6 ? digits : 6;
            for (int i = kept; i < 6; ++i)
                fraction *= 10;
            c.microsecond = fraction;
            out.precision = static_cast<TimePrecision>(kept);
        }
    }
    out.us = civilToUs(c);
    if (pos < s.size()) {
        const std::optional<std::int16_t> offset = parseOffset(s, pos);
        if (!offset)
            return std::nullopt;
        out.offsetMinutes = *offset;
        out.hasOffset = true;
        out.us -= *offset * 60'000'000LL;
    }
    return out;
}

std::optional<Duration> parseDuration(std::string_view text)
{
    if (text.size() < 2)
        return std::nullopt;
    double unit = 0;
    switch (text.back()) {
    case 's':
        unit = 1;
        break;
    case 'm':
        unit = 60;
        break;
    case 'h':
        unit = 3600;
        break;
    case 'd':
        unit = 86400;
        break;
    default:
        return std::nullopt;
    }
    const std::string_view number = text.substr(0, text.size() - 1);
    double value = 0;
    const auto [end, status] =
        std::from_chars(number.data(), number.data() + number.size(), value, std::chars_format::fixed);
    if (status != std::errc() || end != number.data() + number.size() || !(value >= 0) || value * unit > 1e10)
        return std::nullopt;
    return Duration(std::llround(value * unit * 1e6));
}

double toSeconds(Duration d)
{
    return static_cast<double>(d.count()) / 1e6;
}

} // namespace antecedent
