// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/decimal.h"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

namespace antecedent {

namespace {

constexpr std::array<double, 19> kPowersOfTen{
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18};

std::optional<Decimal> parseInexact(std::string_view text)
{
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    double value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    Decimal out;
    out.mantissa = std::bit_cast<std::int64_t>(value);
    out.known = true;
    out.inexact = true;
    return out;
}

} // namespace

std::optional<Decimal> parseDecimal(std::string_view text)
{
    std::size_t i = 0;
    bool negative = false;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) {
        negative = text[i] == '-';
        ++i;
    }
    std::uint64_t mantissa = 0;
    int digits = 0; // significant digits, leading zeros not counted
    int scale = 0;
    bool point = false;
    bool any = false;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9') {
            any = true;
            if (mantissa != 0 || c != '0')
                ++digits;
            if (point)
                ++scale;
            if (digits > 18 || scale > 18)
                return parseInexact(text);
            mantissa = mantissa * 10 + static_cast<std::uint64_t>(c - '0');
        } else if (c == '.' && !point) {
            point = true;
        } else if ((c == 'e' || c == 'E') && any) {
            return parseInexact(text);
        } else {
            return std::nullopt;
        }
    }
    if (!any)
        return std::nullopt;
    Decimal out;
    out.mantissa = negative ? -static_cast<std::int64_t>(mantissa) : static_cast<std::int64_t>(mantissa);
    out.scale = static_cast<std::uint8_t>(scale);
    out.known = true;
    return out;
}

std::string formatDecimal(const Decimal& value)
{
    if (!value.known)
        return {};
    std::array<char, 40> buffer{};
    if (value.inexact) {
        const auto [end, status] =
            std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::bit_cast<double>(value.mantissa));
        return status == std::errc() ? std::string(buffer.data(), end) : std::string();
    }
    std::uint64_t rest = value.mantissa < 0 ? 0 - static_cast<std::uint64_t>(value.mantissa)
                                            : static_cast<std::uint64_t>(value.mantissa);
    std::size_t pos = buffer.size();
    for (int i = 0; rest != 0 || i <= value.scale; ++i) {
        if (i == value.scale && value.scale > 0)
            buffer[--pos] = '.';
        buffer[--pos] = static_cast<char>('0' + rest % 10);
        rest /= 10;
    }
    if (value.mantissa < 0)
        buffer[--pos] = '-';
    return {buffer.data() + pos, buffer.size() - pos};
}

double toDouble(const Decimal& value)
{
    if (!value.known)
        return std::numeric_limits<double>::quiet_NaN();
    if (value.inexact)
        return std::bit_cast<double>(value.mantissa);
    // Both operands are exact up to 2^53 and 1e22, so the quotient is correctly rounded there; beyond, go through text.
    constexpr std::int64_t kExact = std::int64_t{1} << 53;
    if (value.mantissa > -kExact && value.mantissa < kExact)
        return static_cast<double>(value.mantissa) / kPowersOfTen[value.scale];
    const std::string text = formatDecimal(value);
    double out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

} // namespace antecedent
