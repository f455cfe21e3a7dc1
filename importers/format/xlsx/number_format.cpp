// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xlsx/number_format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace antecedent::importers {

namespace {

constexpr double kLastDay = 2'958'466; // 9999-12-31 has passed
constexpr std::int64_t kMsPerDay = 86'400'000;

std::string twoDigits(std::int64_t number)
{
    const std::string text = std::to_string(number);
    return text.size() < 2 ? "0" + text : text;
}

// With the seconds and as many digits behind them as are shown, or as the time has. Hours beyond a day are only those
// of durations.
std::string clockText(std::int64_t ms, int secondDigits)
{
    std::string out = twoDigits(ms / 3'600'000) + ':' + twoDigits(ms / 60'000 % 60);
    if (secondDigits < 0 && ms % 60'000 == 0)
        return out;
    out += ':' + twoDigits(ms / 1000 % 60);
    std::string rest = std::to_string(1000 + ms % 1000);
    rest.front() = '.';
    const std::size_t shown = 1 + static_cast<std::size_t>(std::clamp(secondDigits, 0, 3));
    while (rest.size() > shown && rest.back() == '0')
        rest.pop_back();
    return rest.size() > 1 ? out + rest : out;
}

// Days of the 1900 calendar count a 29 February 1900 that never was; 60 is that day.
std::string dayText(std::int64_t day, bool isFrom1904)
{
    using namespace std::chrono;
    const sys_days first =
        isFrom1904 ? sys_days(year(1904) / January / 1) : sys_days(year(1899) / December / (day < 60 ? 31 : 30));
    const year_month_day date(first + days(day));
    const std::string year = std::to_string(static_cast<int>(date.year()));
    return year + '-' + twoDigits(static_cast<unsigned>(date.month())) + '-'
        + twoDigits(static_cast<unsigned>(date.day()));
}

std::string plainText(std::string_view raw, double value)
{
    const bool isShort = raw.size() <= 15 && raw.find_first_of("eE") == std::string_view::npos;
    if (isShort)
        return std::string(raw);
    std::array<char, 64> buffer{};
    const auto exact =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, 15);
    std::string out(buffer.data(), exact.ptr);
    constexpr double kMostPlain = 1e18;
    constexpr double kLeastPlain = 1e-9;
    const double size = std::abs(value);
    if (out.find('e') == std::string::npos || size >= kMostPlain || size < kLeastPlain)
        return out;
    const int digits = std::max(0, 14 - static_cast<int>(std::floor(std::log10(size))));
    const auto fixed =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, digits);
    out.assign(buffer.data(), fixed.ptr);
    if (out.find('.') != std::string::npos) {
        while (out.back() == '0')
            out.pop_back();
        if (out.back() == '.')
            out.pop_back();
    }
    return out;
}

} // namespace

NumberForm builtinForm(unsigned id)
{
    if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
        return {NumberKind::Date, -1};
    if (id == 22)
        return {NumberKind::DateTime, -1};
    if (id == 47)
        return {NumberKind::Time, 1};
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45)
        return {NumberKind::Time, id == 19 || id == 21 || id == 33 || id == 35 || id == 45 ? 0 : -1};
    return {id == 46 ? NumberKind::Duration : NumberKind::Number, id == 46 ? 0 : -1};
}

NumberForm formOfCode(std::string_view code)
{
    bool hasDay = false;
    bool hasClock = false;
    bool isElapsed = false;
    int secondDigits = -1;
    code = code.substr(0, code.find(';')); // the form of positive numbers
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = static_cast<char>(code[i] | 0x20);
        if (code[i] == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (code[i] == '\\' || code[i] == '_' || code[i] == '*') {
            ++i;
        } else if (code[i] == '[') {
            const std::size_t close = std::min(code.find(']', i), code.size());
            const std::string_view inside = code.substr(i + 1, close - i - 1);
            isElapsed = isElapsed || (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos);
            i = close;
        } else if (c == 'd' || c == 'y') {
            hasDay = true;
        } else if (c == 'h' || c == 's') {
            hasClock = true;
            secondDigits = c == 's' ? 0 : secondDigits;
        } else if (secondDigits >= 0 && code[i] == '0') {
            ++secondDigits;
        } else if (c == 'g' && code.substr(i).size() >= 7
            && (code.substr(i, 7) == "General" || code.substr(i, 7) == "GENERAL")) {
            return {};
        }
    }
    if (isElapsed)
        return {NumberKind::Duration, 0};
    const bool hasMonth = code.find("mmm") != std::string_view::npos || code.find("MMM") != std::string_view::npos;
    if (hasDay || (hasMonth && !hasClock))
        return {hasClock ? NumberKind::DateTime : NumberKind::Date, secondDigits};
    return {hasClock ? NumberKind::Time : NumberKind::Number, secondDigits};
}

std::string numberText(std::string_view raw, const NumberForm& form, bool isFrom1904)
{
    double value = 0;
    const auto [end, status] = std::from_chars(raw.data(), raw.data() + raw.size(), value);
    if (status != std::errc() || end != raw.data() + raw.size() || !std::isfinite(value))
        return std::string(raw);
    const NumberKind kind = form.kind;
    if (kind == NumberKind::Number || value < 0 || value >= kLastDay)
        return plainText(raw, value);
    const auto ms = static_cast<std::int64_t>(std::llround(value * static_cast<double>(kMsPerDay)));
    if (kind == NumberKind::Duration)
        return clockText(ms, form.secondDigits);
    const std::int64_t day = ms / kMsPerDay;
    const std::int64_t clock = ms % kMsPerDay;
    if (kind == NumberKind::Time && day == 0)
        return clockText(clock, form.secondDigits);
    if (!isFrom1904 && (day == 60 || (day == 0 && kind != NumberKind::Time)))
        return plainText(raw, value);
    const bool isWholeDay = kind == NumberKind::Date && clock == 0;
    return isWholeDay ? dayText(day, isFrom1904) : dayText(day, isFrom1904) + ' ' + clockText(clock, form.secondDigits);
}

} // namespace antecedent::importers
