// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity/instrument_letters.h"

#include <algorithm>
#include <array>

namespace antecedent {

namespace {

struct Quantity
{
    char letter;
    std::string_view stem; // stands in a word for it
};

constexpr std::array kQuantities{
    Quantity{'a', "analys"},
    Quantity{'a', "concentration"},
    Quantity{'a', "konzentration"},
    Quantity{'a', "oxygen"},
    Quantity{'a', "sauerstoff"},
    Quantity{'c', "conductivity"},
    Quantity{'c', "leitfähigkeit"},
    Quantity{'d', "density"},
    Quantity{'d', "dichte"},
    Quantity{'e', "voltage"},
    Quantity{'e', "spannung"},
    Quantity{'f', "flow"},
    Quantity{'f', "fluss"},
    Quantity{'i', "current"},
    Quantity{'i', "strom"},
    Quantity{'j', "power"},
    Quantity{'j', "leistung"},
    Quantity{'k', "time"},
    Quantity{'k', "zeit"},
    Quantity{'l', "level"},
    Quantity{'l', "füllstand"},
    Quantity{'l', "niveau"},
    Quantity{'m', "humidity"},
    Quantity{'m', "moisture"},
    Quantity{'m', "feuchte"},
    Quantity{'p', "pressure"},
    Quantity{'p', "druck"},
    Quantity{'p', "vacuum"},
    Quantity{'p', "vakuum"},
    Quantity{'q', "quantity"},
    Quantity{'q', "total"},
    Quantity{'q', "menge"},
    Quantity{'s', "speed"},
    Quantity{'s', "frequency"},
    Quantity{'s', "drehzahl"},
    Quantity{'s', "geschwindigkeit"},
    Quantity{'t', "temp"},
    Quantity{'v', "vibration"},
    Quantity{'v', "schwingung"},
    Quantity{'w', "weight"},
    Quantity{'w', "force"},
    Quantity{'w', "mass"},
    Quantity{'w', "gewicht"},
    Quantity{'w', "kraft"},
    Quantity{'z', "position"},
    Quantity{'z', "stellung"},
};
constexpr std::array<std::string_view, 3> kDifferences{"diff", "delta", "drop"};
// Indicate, transmit, record, control, element: what gives a value.
constexpr std::string_view kFunctions = "itrce";
constexpr std::size_t kLongestCode = 4;

} // namespace

std::optional<MeasuredLetter> measuredLetter(std::string_view code)
{
    if (code.empty() || code.size() > kLongestCode)
        return std::nullopt;
    const bool isKnown = std::any_of(
        kQuantities.begin(), kQuantities.end(), [&](const Quantity& quantity) { return quantity.letter == code[0]; });
    const bool isTotal = code.starts_with("fq"); // the total is no flow
    const MeasuredLetter out{isTotal ? 'q' : code[0], code.size() > 1 && code[1] == 'd'};
    const std::string_view functions = code.substr(isTotal || out.isDifference ? 2 : 1);
    const bool givesValue = std::all_of(functions.begin(), functions.end(),
        [](char letter) { return kFunctions.find(letter) != std::string_view::npos; });
    return isKnown && givesValue ? std::optional(out) : std::nullopt;
}

bool isMeasuredBy(MeasuredLetter letter, const Tokens& parameter)
{
    const auto has = [&](std::string_view stem) {
        return std::any_of(parameter.begin(), parameter.end(),
            [&](const std::string& word) { return word.find(stem) != std::string::npos; });
    };
    const bool isQuantity = std::any_of(kQuantities.begin(), kQuantities.end(),
        [&](const Quantity& quantity) { return quantity.letter == letter.first && has(quantity.stem); });
    return isQuantity && letter.isDifference == std::any_of(kDifferences.begin(), kDifferences.end(), has);
}

} // namespace antecedent
