// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a historian says of a value's quality, as one of three words: codes of OPC DA (the two high bits of the low
// byte) and OPC UA (the two high bits of 32), words of products. Threads: pure.

#include <string>
#include <string_view>

namespace antecedent::importers {

// "Good", "Uncertain", "Bad" for a code or a known word; any other text as it is; empty for an empty one.
std::string signalQuality(std::string_view text);

// A word that stands in place of a value: `I/O Timeout`, `Bad Input`, `Pt Created`, `No Data`, `Shutdown`, `NA`, …
bool isStatusWord(std::string_view text);

} // namespace antecedent::importers
