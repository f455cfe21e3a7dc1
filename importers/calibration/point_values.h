// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a calibration point says, as the point of a data sheet (IBM Maximo, PLUSCWODSPOINT) states it: its errors, and
// whether it passed. Threads: pure.

#include <optional>
#include <string>
#include <string_view>

namespace antecedent::importers {

struct PointCells
{
    std::string_view nominal; // input
    std::string_view wanted; // output
    std::string_view foundIn;
    std::string_view foundOut;
    std::string_view foundError; // as stated; empty: to be calculated
    std::string_view leftIn;
    std::string_view leftOut;
    std::string_view leftError;
    std::string_view unit;
    std::string_view inputUnit;
    std::string_view outputUnit;
};

struct PointErrors
{
    std::string found; // empty: not known
    std::string left;
    std::string unit;
};

// An error that is not stated is the output less the input, or less the wanted output where input and output can't be
// compared: a transmitter takes degrees and gives milliamperes.
PointErrors pointErrors(const PointCells& cells, char decimalMark);

// What the marks of a point say: `failed` and `passed` hold 1, Y or yes, or the word itself. Nullopt: nothing.
std::optional<bool> isPointFailed(std::string_view passed, std::string_view failed);

} // namespace antecedent::importers
