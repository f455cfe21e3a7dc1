// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/excel_serial.h"

#include "importers/text/number_text.h"
#include "model/base/decimal.h"

#include <chrono>
#include <cmath>
#include <cstdint>

namespace antecedent::importers {

namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kEpochDays = 25'569; // 1970-01-01

std::optional<double> numberOf(std::string_view text, char decimalMark)
{
    Decimal value;
    if (readNumber(text, decimalMark, value) != NumberStatus::Ok)
        return std::nullopt;
    return toDouble(value);
}

std::string two(std::int64_t n)
{
    return (n < 10 ? "0" : "") + std::to_string(n);
}

std::string clockText(std::int64_t ms)
{
    std::string out = two(ms / 3'600'000) + ":" + two(ms / 60'000 % 60) + ":" + two(ms / 1000 % 60);
    if (ms % 1000 != 0) {
        const std::string digits = std::to_string(ms % 1000);
        out += "." + std::string(3 - digits.size(), '0') + digits;
    }
    return out;
}

} // namespace

std::optional<std::string> serialDateText(std::string_view text, char decimalMark)
{
    const std::optional<double> days = numberOf(text, decimalMark);
    if (!days || *days < 10'000 || *days > 79'989)
        return std::nullopt;
    const std::int64_t ms = std::llround(*days * static_cast<double>(kDayMs));
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{ms / kDayMs - kEpochDays}}};
    std::string out = std::to_string(static_cast<int>(date.year())) + "-" + two(static_cast<unsigned>(date.month()))
        + "-" + two(static_cast<unsigned>(date.day()));
    const bool isWhole = ms % kDayMs == 0 && text.find(decimalMark) == std::string_view::npos;
    return isWhole ? out : out + " " + clockText(ms % kDayMs);
}

std::optional<std::string> serialClockText(std::string_view text, char decimalMark)
{
    const std::optional<double> share = numberOf(text, decimalMark);
    if (!share || *share < 0 || *share > 1)
        return std::nullopt;
    return clockText(std::llround(*share * static_cast<double>(kDayMs)));
}

} // namespace antecedent::importers
