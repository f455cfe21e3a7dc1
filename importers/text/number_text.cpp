// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/number_text.h"

#include "model/base/text.h"

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>

namespace antecedent::importers {

namespace {

bool digit(char c)
{
    return c >= '0' && c <= '9';
}

// The bytes of a text of 1 to 8 characters, the first one lowest, read in pieces of fixed size that may overlap.
std::uint64_t shortWord(std::string_view text)
{
    const std::size_t size = text.size();
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint64_t>(static_cast<unsigned char>(text[i])) << (8 * i);
    };
    if (size < 4)
        return byte(0) | byte(size / 2) | byte(size - 1);
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::memcpy(&low, text.data(), 4);
    std::memcpy(&high, text.data() + size - 4, 4);
    return low | static_cast<std::uint64_t>(high) << (8 * (size - 4));
}

// Up to seven digits with at most one decimal mark, all eight bytes at once; false: read it another way.
bool readShort(std::string_view text, char decimalMark, std::int64_t& mantissa, std::uint8_t& scale)
{
    constexpr std::uint64_t kOnes = 0x0101010101010101U;
    constexpr std::uint64_t kHighs = 0x8080808080808080U;
    if (text.empty() || text.size() > 8)
        return false;
    std::uint64_t word = shortWord(text);
    std::size_t digits = text.size();
    scale = 0;
    const std::uint64_t marks = word ^ (kOnes * static_cast<unsigned char>(decimalMark));
    if (const std::uint64_t hits = (marks - kOnes) & ~marks & kHighs; hits != 0) { // the lowest one is exact
        const auto at = static_cast<std::size_t>(std::countr_zero(hits)) / 8;
        if (at >= digits)
            return false;
        const std::uint64_t before = (std::uint64_t{1} << (8 * at)) - 1;
        word = (word & before) | ((word >> 8U) & ~before);
        --digits;
        scale = static_cast<std::uint8_t>(digits - at);
    }
    if (digits == 0 || digits > 7)
        return false;
    // Zeros in front, so that the last digit stands highest.
    word = (word << (8 * (8 - digits))) | ((kOnes * '0') >> (8 * digits));
    const std::uint64_t value = word - kOnes * '0';
    if (((value | (value + kOnes * 0x76)) & kHighs) != 0) // a byte beyond 9, in either direction
        return false;
    const std::uint64_t pairs = (value * 10 + (value >> 8U)) & 0x00FF00FF00FF00FFU;
    const std::uint64_t fours = (pairs * 100 + (pairs >> 16U)) & 0x0000FFFF0000FFFFU;
    mantissa = static_cast<std::int64_t>((fours * 10'000 + (fours >> 32U)) & 0xFFFFFFFFU);
    return true;
}

// Up to 18 digits with at most one decimal mark and a minus in front: the form of nearly every value.
bool readPlain(std::string_view text, char decimalMark, Decimal& out)
{
    if (text.empty() || text.size() > 19)
        return false;
    std::size_t i = 0;
    const bool negative = text[0] == '-';
    if (negative)
        ++i;
    std::int64_t mantissa = 0;
    if (readShort(text.substr(i), decimalMark, mantissa, out.scale)) {
        out.mantissa = negative ? -mantissa : mantissa;
        out.known = true;
        out.inexact = false;
        return true;
    }
    std::uint64_t whole = 0; // 19 digits are counted, and fit
    std::size_t mark = text.size();
    const std::size_t first = i;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (digit(c))
            whole = whole * 10 + static_cast<std::uint64_t>(c - '0');
        else if (c == decimalMark && mark == text.size())
            mark = i;
        else
            return false;
    }
    const bool hasMark = mark != text.size();
    const std::size_t digits = text.size() - first - (hasMark ? 1 : 0);
    if (digits == 0 || digits > 18)
        return false;
    mantissa = static_cast<std::int64_t>(whole);
    out.mantissa = negative ? -mantissa : mantissa;
    out.scale = hasMark ? static_cast<std::uint8_t>(text.size() - mark - 1) : std::uint8_t{0};
    out.known = true;
    out.inexact = false;
    return true;
}

// Removes marks between thousands from the whole part; false if they do not part groups of three.
bool removeThousands(std::string_view whole, char mark, std::string& out)
{
    std::size_t group = 0;
    bool grouped = false;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const char c = whole[i];
        if (digit(c)) {
            out += c;
            ++group;
        } else if (c == mark || c == ' ' || c == '\'') {
            if (group == 0 || group > 3 || (grouped && group != 3))
                return false;
            grouped = true;
            group = 0;
        } else if (whole.substr(i).starts_with("\xC2\xA0") || whole.substr(i).starts_with("\xE2\x80\xAF")) {
            i += c == '\xC2' ? 1 : 2; // no-break spaces
            if (group == 0 || group > 3 || (grouped && group != 3))
                return false;
            grouped = true;
            group = 0;
        } else {
            return false;
        }
    }
    return !grouped || group == 3;
}

} // namespace

std::string pointNumber(std::string_view text, char decimalMark)
{
    if (decimalMark == '.' && text.find_first_not_of("0123456789.-") == std::string_view::npos)
        return std::string(text);
    Decimal number;
    const bool isExact = readNumber(text, decimalMark, number) == NumberStatus::Ok && !number.inexact;
    return isExact ? formatDecimal(number) : std::string(text);
}

NumberStatus readNumber(std::string_view text, char decimalMark, Decimal& out)
{
    if (readPlain(text, decimalMark, out))
        return NumberStatus::Ok;
    out = Decimal{};
    text = trimmed(text);
    if (text.empty())
        return NumberStatus::Empty;
    std::string normal;
    if (text.back() == '-') {
        normal += '-';
        text = trimmed(text.substr(0, text.size() - 1));
    } else if (text.front() == '-' || text.front() == '+') {
        if (text.front() == '-')
            normal += '-';
        text = trimmed(text.substr(1));
    } else if (text.starts_with("\xE2\x88\x92")) { // the sign U+2212
        normal += '-';
        text = trimmed(text.substr(3));
    }
    if (text.empty() || (!digit(text.front()) && text.front() != decimalMark))
        return NumberStatus::Unreadable;
    const std::size_t tail = std::min(text.find(decimalMark), text.find_first_of("eE"));
    const std::string_view whole = text.substr(0, tail);
    if (!removeThousands(whole, decimalMark == '.' ? ',' : '.', normal))
        return NumberStatus::Unreadable;
    if (tail != std::string_view::npos) {
        std::string_view rest = text.substr(tail);
        if (rest.front() == decimalMark) {
            normal += '.';
            rest.remove_prefix(1);
        }
        normal += rest;
    }
    const auto value = parseDecimal(normal);
    if (!value)
        return NumberStatus::Unreadable;
    out = *value;
    return NumberStatus::Ok;
}

bool isNumber(std::string_view text)
{
    Decimal value;
    return readNumber(text, '.', value) == NumberStatus::Ok;
}

std::string plainNumber(std::string_view text, char decimalMark)
{
    Decimal value;
    if (readNumber(text, decimalMark, value) != NumberStatus::Ok || value.inexact)
        return std::string(text);
    while (value.scale > 0 && value.mantissa % 10 == 0) {
        value.mantissa /= 10;
        --value.scale;
    }
    return formatDecimal(value);
}

} // namespace antecedent::importers
