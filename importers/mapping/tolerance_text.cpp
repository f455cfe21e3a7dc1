// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/mapping/tolerance_text.h"

#include "importers/text/number_text.h"
#include "model/base/decimal.h"
#include "model/base/text.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

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

template <std::size_t kCount> bool isOneOf(std::string_view text, const std::string_view (&words)[kCount])
{
    const std::string lower = toLowerAscii(text);
    return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

// What a share is of, by the words behind it.
enum class Whole : std::uint8_t { Reading, Span, Upper, Other };
Whole wholeOf(std::string_view words)
{
    static constexpr std::string_view kReading[] = {
        "", "of reading", "of rdg", "rdg", "of value", "vom messwert", "v.m.", "v. m."};
    static constexpr std::string_view kSpan[] = {"of span", "span", "of range", "range", "fs", "of fs", "f.s.",
        "of f.s.", "full scale", "of full scale", "fso", "of fso", "der messspanne", "der spanne", "vom messbereich",
        "des messbereichs", "v.mb.", "v. mb."};
    static constexpr std::string_view kUpper[] = {"url", "of url", "urv", "of urv", "upper range limit",
        "of upper range limit", "vom endwert", "v.e.", "v. e.", "ve"};
    return isOneOf(words, kReading) ? Whole::Reading
        : isOneOf(words, kSpan)     ? Whole::Span
        : isOneOf(words, kUpper)    ? Whole::Upper
                                    : Whole::Other;
}

// What may stand behind a number: a unit, or nothing. Digits of a display (`+ 2 digits`) can't be told as a number.
bool isUnit(std::string_view rest, const Part& part)
{
    if (part.isPercent)
        return wholeOf(rest) != Whole::Other;
    const std::vector<std::string_view> words = split(rest, ' ');
    return rest.find('+') == std::string_view::npos && rest.find("\xC2\xB1") == std::string_view::npos
        && std::none_of(words.begin(), words.end(), [](std::string_view word) {
               return !word.empty() && ((word[0] >= '0' && word[0] <= '9') || word[0] == '-');
           });
}

std::optional<Decimal> difference(Decimal a, Decimal b)
{
    const std::uint8_t scale = std::max(a.scale, b.scale);
    const std::optional<Decimal> left = scaledTo(a, scale);
    const std::optional<Decimal> right = scaledTo(b, scale);
    if (!left || !right)
        return std::nullopt;
    Decimal out = *left;
    out.mantissa -= right->mantissa; // both are below a tenth of what fits, or were not scaled
    return out;
}

using Edges = std::pair<Decimal, Decimal>; // the low one first

// `0.4...0.6` says between which values a reading may be: the tolerance is how far they are from the reference.
std::optional<Edges> edgesOfRange(Decimal low, Decimal high, std::string_view reference, char decimalMark)
{
    const std::optional<Decimal> width = difference(high, low);
    if (!width || width->mantissa <= 0)
        return std::nullopt;
    const std::optional<Decimal> middle = numberOf(reference, decimalMark);
    if (!middle)
        return reference.empty() ? std::optional(Edges(low, high)) : std::nullopt;
    const std::optional<Decimal> below = difference(low, *middle);
    const std::optional<Decimal> above = difference(high, *middle);
    const bool isAround = below && above && below->mantissa <= 0 && above->mantissa >= 0;
    return isAround ? std::optional(Edges(*below, *above)) : std::nullopt;
}

// `150`, `0...150 degC`, `-50 to 150`: the width of a span, or its upper end.
std::string wholeOfSpan(std::string_view span, Whole whole, char decimalMark)
{
    span = trimmed(span);
    const std::optional<Part> first = takePart(span, decimalMark);
    if (!first || first->isPercent)
        return {};
    const auto signedValue = [](const Part& part) {
        Decimal out = part.value;
        out.mantissa = part.isNegative ? -out.mantissa : out.mantissa;
        return out;
    };
    const Decimal low = signedValue(*first);
    const bool isRange = skip(span, "...") || skip(span, "..") || skip(span, "\xE2\x80\xA6")
        || skip(span, "\xE2\x80\x93") || skip(span, "to ") || skip(span, "bis ") || skip(span, "- ") || skip(span, "-");
    if (!isRange)
        return isUnit(span, *first) && !first->isNegative ? writtenNumber(low, decimalMark) : std::string();
    const std::optional<Part> second = takePart(span, decimalMark);
    if (!second || second->isPercent || !isUnit(span, *second))
        return {};
    const Decimal high = signedValue(*second);
    if (whole == Whole::Upper)
        return writtenNumber(high, decimalMark);
    const std::optional<Decimal> width = difference(high, low);
    return width && width->mantissa > 0 ? writtenNumber(*width, decimalMark) : std::string();
}

std::optional<Edges> readTolerance(
    std::string_view text, std::string_view reference, char decimalMark, std::string_view span)
{
    text = trimmed(text);
    // All shares of a tolerance are of what its last words say.
    std::string whole;
    if (const std::size_t percent = text.rfind('%'); percent != std::string_view::npos) {
        const Whole of = wholeOf(trimmed(text.substr(percent + 1)));
        if (of == Whole::Span || of == Whole::Upper) {
            whole = wholeOfSpan(span, of, decimalMark);
            reference = whole;
        }
    }
    const bool isBoth = skip(text, "\xC2\xB1") || skip(text, "+/-") || skip(text, "+-");
    std::optional<Part> first = takePart(text, decimalMark);
    if (!first || (isBoth && first->isSigned))
        return std::nullopt;
    const bool isRange = !isBoth
        && (skip(text, "...") || skip(text, "..") || skip(text, "\xE2\x80\xA6") || skip(text, "to ")
            || skip(text, "bis "));
    if (isBoth || (!first->isSigned && !isRange)) {
        const auto low = edgeOf(*first, true, reference, decimalMark);
        const auto high = edgeOf(*first, false, reference, decimalMark);
        return low && high && isUnit(text, *first) ? std::optional(Edges(*low, *high)) : std::nullopt;
    }
    if (!isRange && !skip(text, "/"))
        skip(text, ";");
    const std::optional<Part> second = takePart(text, decimalMark);
    if (!second || !isUnit(text, *second))
        return std::nullopt;
    first->isPercent = first->isPercent || second->isPercent; // the sign stands behind both
    // "-0.2...0.5" goes from low to high without a sign; "+0.5/-0.2" may come in any order.
    const auto a = edgeOf(*first, first->isNegative, reference, decimalMark);
    const auto b = edgeOf(*second, second->isNegative, reference, decimalMark);
    if (!a || !b)
        return std::nullopt;
    if (first->isNegative == second->isNegative)
        return isRange ? edgesOfRange(*a, *b, reference, decimalMark) : std::nullopt;
    return first->isNegative ? Edges(*a, *b) : Edges(*b, *a);
}

} // namespace

std::string differenceText(std::string_view a, std::string_view b, char decimalMark)
{
    const std::optional<Decimal> left = numberOf(a, decimalMark);
    const std::optional<Decimal> right = numberOf(b, decimalMark);
    const std::optional<Decimal> out = left && right ? difference(*left, *right) : std::nullopt;
    return out ? writtenNumber(*out, decimalMark) : std::string();
}

std::string toleranceEdge(
    std::string_view text, std::string_view reference, bool isHigh, char decimalMark, std::string_view span)
{
    const auto edges = readTolerance(text, reference, decimalMark, span);
    if (!edges)
        return std::string(text);
    return writtenNumber(isHigh ? edges->second : edges->first, decimalMark);
}

} // namespace antecedent::importers
