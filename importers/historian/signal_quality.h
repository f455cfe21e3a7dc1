// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a historian says of a value's quality, as one of three words: codes of OPC DA (the two high bits of the low
// byte) and OPC UA (the two high bits of 32), words of products. Threads: pure.

#include <cstdint>
#include <string>
#include <string_view>

namespace antecedent::importers {

// "Good", "Uncertain", "Bad" for a code or a known word; any other text as it is; empty for an empty one.
std::string signalQuality(std::string_view text);

// A word that stands in place of a value: `I/O Timeout`, `Bad Input`, `Pt Created`, `No Data`, `Shutdown`, `NA`, `Keine
// Daten`, …; any other word in place of a value is the state of a digital tag.
bool isStatusWord(std::string_view text);

// "step" or "linear" for what a historian says of the way between two values (`StairStep`, `Linear`); empty for any
// other word.
std::string interpolationOf(std::string_view text);
// The same for an attribute that says whether a tag is one of steps: `1`, `yes`, `ON`, `ja`, … and their opposites.
std::string interpolationOfStep(std::string_view text);
// How the values of an export were made by its retrieval mode: as they were kept, at points between them, over
// stretches.
enum class Retrieval : std::uint8_t { Kept, Interpolated, Averaged };
Retrieval retrievalOf(std::string_view mode);

} // namespace antecedent::importers
