// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/number_text.h"

#include "model/base/text.h"

#include <string>

namespace antecedent::importers {

namespace {

bool digit(char c)
{
    return c >= '0' && c <= '9';
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
    std::size_t mark = text.size();
    const std::size_t first = i;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (digit(c))
            mantissa = mantissa * 10 + (c - '0');
        else if (c == decimalMark && mark == text.size())
            mark = i;
        else
            return false;
    }
    const bool hasMark = mark != text.size();
    const std::size_t digits = text.size() - first - (hasMark ? 1 : 0);
    if (digits == 0 || digits > 18)
        return false;
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

} // namespace antecedent::importers
