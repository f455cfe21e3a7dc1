// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Names and texts as words and numbers, so that they can be compared part by part: `10-R101-AGT` is 10, r, 101, agt.
// ASCII rules only; other characters count as letters. Threads: pure functions.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

using Tokens = std::vector<std::string>;

// Runs of letters (lower case; `FeedPump` is two) and runs of digits (without leading zeros), in order. At most `most`.
Tokens tokensOf(std::string_view text, std::size_t most = 64);
bool isNumber(std::string_view token);
// Position of the first place where `part` stands in `whole`, or npos.
std::size_t findTokens(std::span<const std::string> whole, std::span<const std::string> part);
inline constexpr std::size_t kNoPlace = static_cast<std::size_t>(-1);
// The numbers alone, as one key: "101.2"; "-" where there are none.
std::string numbersOf(const Tokens& tokens);
std::string joinedTokens(std::span<const std::string> tokens);
bool hasNumber(std::span<const std::string> tokens);
// A short form of the word: shorter, same first letter, its letters in the same order (`agt` of agitator).
bool abbreviates(std::string_view shortForm, std::string_view word);
// Letters that must be changed, put in, left out or swapped with their neighbour; more than `most` gives most + 1.
std::size_t editDistance(std::string_view a, std::string_view b, std::size_t most);

} // namespace antecedent
