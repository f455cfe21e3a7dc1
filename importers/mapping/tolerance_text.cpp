// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mapping/tolerance_text.h"

#include "importers/text/number_text.h"
#include "model/base/decimal.h"
#include "model/base/text.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

namespace antecedent::importers {

namespace {

constexpr std::int64_t kSafe = 1'000'000'000; // products of two such mantissas fit

std::optional<Decimal> numberOf(std::string_view text, char decimalMark)
{
    Decimal out;
    if (readNumber(text, decimalMark, out) != NumberStatus::Ok || out.inexact)
        return std::nullopt;
    return out;
}

std::string writtenNumber(Decimal value, char decimalMark)
{
    while (value.scale > 0 && value.mantissa % 10 == 0) {
        value.mantissa /= 10;
        --value.scale;
    }
    value.known = true;
    std::string out = formatDecimal(value);
    std::replace(out.begin(), out.end(), '.', decimalMark);
    return out;
}

std::optional<Decimal> scaledTo(Decimal value, std::uint8_t scale)
{
    for (; value.scale < scale; ++value.scale) {
        if (value.mantissa > std::numeric_limits<std::int64_t>::max() / 20
            || value.mantissa < std::numeric_limits<std::int64_t>::min() / 20)
            return std::nullopt;
        value.mantissa *= 10;
    }
    return value;
}

// A number with its sign and whether a percent sign stands behind it. What else stands behind it is a unit.
struct Part
{
    Decimal value;
    bool isSigned = false;
    bool isNegative = false;
    bool isPercent = false;
};

bool isNumberByte(char c, char decimalMark)
{
    return (c >= '0' && c <= '9') || c == decimalMark;
}

// The next number of the text, which is cut off behind it.
std::optional<Part> takePart(std::string_view& text, char decimalMark)
{
    Part out;
    text = trimmed(text);
    for (const std::string_view minus : {"-", "\xE2\x88\x92"}) {
        if (!text.starts_with(minus))
            continue;
        out.isSigned = out.isNegative = true;
        text = trimmed(text.substr(minus.size()));
    }
    if (!out.isSigned && text.starts_with('+')) {
        out.isSigned = true;
        text = trimmed(text.substr(1));
    }
    std::size_t end = 0;
    while (end < text.size() && isNumberByte(text[end], decimalMark) && !text.substr(end).starts_with(".."))
        ++end;
    const std::optional<Decimal> value = numberOf(text.substr(0, end), decimalMark);
    if (!value)
        return std::nullopt;
    out.value = *value;
    text = trimmed(text.substr(end));
    if (text.starts_with('%')) {
        out.isPercent = true;
        text = trimmed(text.substr(1));
    }
    return out;
}

// What is taken off the front, if it is there.
bool skip(std::string_view& text, std::string_view sign)
{
    if (!text.starts_with(sign))
        return false;
    text = trimmed(text.substr(sign.size()));
    return true;
}

std::optional<Decimal> edgeOf(const Part& part, bool isNegative, std::string_view reference, char decimalMark)
{
    Decimal out = part.value;
    if (part.isPercent) {
        const std::optional<Decimal> whole = numberOf(reference, decimalMark);
        if (!whole || std::abs(whole->mantissa) > kSafe || std::abs(out.mantissa) > kSafe
            || whole->scale + out.scale + 2 > 18)
            return std::nullopt;
        out.mantissa *= std::abs(whole->mantissa);
        out.scale = static_cast<std::uint8_t>(out.scale + whole->scale + 2);
    }
    if (isNegative)
        out.mantissa = -out.mantissa;
    return out;
}

// Both parts of a tolerance: the low one first.
std::optional<std::pair<Decimal, Decimal>> readTolerance(
    std::string_view text, std::string_view reference, char decimalMark)
{
    text = trimmed(text);
    const bool isBoth = skip(text, "\xC2\xB1") || skip(text, "+/-") || skip(text, "+-");
    const std::optional<Part> first = takePart(text, decimalMark);
    if (!first || (isBoth && first->isSigned))
        return std::nullopt;
    if (isBoth || !first->isSigned) {
        const auto low = edgeOf(*first, true, reference, decimalMark);
        const auto high = edgeOf(*first, false, reference, decimalMark);
        return low && high ? std::optional(std::pair(*low, *high)) : std::nullopt;
    }
    for (const std::string_view between : {"/", "...", "..", "to ", "bis ", ";"})
        if (skip(text, between))
            break;
    const std::optional<Part> second = takePart(text, decimalMark);
    if (!second)
        return std::nullopt;
    // "-0.2...0.5" goes from low to high without a sign; "+0.5/-0.2" may come in any order.
    const bool isSecondNegative = second->isNegative;
    const auto a = edgeOf(*first, first->isNegative, reference, decimalMark);
    const auto b = edgeOf(*second, isSecondNegative, reference, decimalMark);
    if (!a || !b || first->isNegative == isSecondNegative)
        return std::nullopt;
    return first->isNegative ? std::pair(*a, *b) : std::pair(*b, *a);
}

} // namespace

std::string differenceText(std::string_view a, std::string_view b, char decimalMark)
{
    std::optional<Decimal> left = numberOf(a, decimalMark);
    std::optional<Decimal> right = numberOf(b, decimalMark);
    if (!left || !right)
        return {};
    const std::uint8_t scale = std::max(left->scale, right->scale);
    left = scaledTo(*left, scale);
    right = scaledTo(*right, scale);
    if (!left || !right)
        return {};
    left->mantissa -= right->mantissa; // both are below a tenth of what fits, or were not scaled
    return writtenNumber(*left, decimalMark);
}

std::string toleranceEdge(std::string_view text, std::string_view reference, bool isHigh, char decimalMark)
{
    const auto edges = readTolerance(text, reference, decimalMark);
    if (!edges)
        return std::string(text);
    return writtenNumber(isHigh ? edges->second : edges->first, decimalMark);
}

} // namespace antecedent::importers
