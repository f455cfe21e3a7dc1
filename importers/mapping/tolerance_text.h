// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Tolerances as calibration lists write them, and differences of numbers. Exact decimals; `decimalMark` is that of the
// source, for what is read and for what is written. Threads: pure.

#include <string>
#include <string_view>

namespace antecedent::importers {

// `a` less `b`; empty if one of them is empty or no number.
std::string differenceText(std::string_view a, std::string_view b, char decimalMark);

// The low or high edge of `±0.5`, `+0.5/-0.2`, `-0.2...0.5`, `0.5`, each also with a unit behind it, or as
// `0.5 %` of the number `reference`; and of `0.4...0.6`, a range around `reference`, how far its ends are from there
// (the ends themselves if there is no reference). Of `0.5 % of span`, `% FS` the width of `span` counts, a number or a
// range such as `0...150 degC`; of `% URL` and `% v. E.` its upper end. What is none of these (`±0.1 % + 2 digits`), or
// a share of something that is no number, stays as it is: to be reported by whoever reads a number from it.
std::string toleranceEdge(
    std::string_view text, std::string_view reference, bool isHigh, char decimalMark, std::string_view span = {});

} // namespace antecedent::importers
