// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Headings of foreign lists and the canonical columns that they may mean: normal words, and the learnt synonyms of
// resources/tables/heading_synonyms.csv. Knows words only; what the values say is judged by propose.h. Threads: pure.

#include "model/domain/table_spec.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

struct Heading
{
    std::vector<std::string> words; // lower case ASCII; umlauts spelt out; CamelCase and marks split
    std::string joined; // the words without blanks
    std::string bracket; // what stands in (…) or […] at its end, as written: a unit, a zone
};
Heading readHeading(std::string_view name);

struct HeadingMatch
{
    TableId table = TableId::Events;
    std::size_t column = 0; // of the table
    int score = 0; // 0 none … 100 the canonical name itself
    std::string known; // the name that it was compared with
};
// Every canonical column that the heading may stand for, best first.
std::vector<HeadingMatch> matchHeading(const Heading& heading);

// Words that speak for a table as a whole.
const std::vector<std::string>& tableWords(TableId table);

// The zone that a heading states: "UTC" for `Time (UTC)`, `EventTimeUtc`, `GMT`; empty if it states none.
std::string zoneInHeading(const Heading& heading);

// Version of the learnt headings, as it stands in their table.
std::string headingsVersion();

} // namespace antecedent::importers
