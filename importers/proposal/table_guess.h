// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Parts of propose.cpp: how well a source fits one table, and the profile that a guess makes. Threads: pure.

#include "importers/proposal/column_facts.h"
#include "importers/proposal/propose.h"

namespace antecedent::importers {

struct TableGuess
{
    MappingProposal proposal; // without profile
    int score = 0; // to be compared between tables of one source
};

// Headings against one table: every source column and every column of the table at most once.
TableGuess guessTable(const SourceHead& head, const std::vector<ColumnFacts>& facts, TableId table);

// Process data with one column per tag, or pairs of a time and a tag's column; nullopt if the source is none.
struct WideGuess
{
    int score = 0;
    std::string reason;
    std::vector<TableMapping> tables;
    std::vector<ColumnGuess> guesses;
    std::vector<MadeGuess> made;
};
std::optional<WideGuess> guessWide(const SourceHead& head, const std::vector<ColumnFacts>& facts);

// A file's name without the endings of lists and of packing.
std::string sourceStem(const std::string& name);

// Words of file name and headings that speak for a table.
int wordScore(const SourceHead& head, const std::vector<ColumnFacts>& facts, TableId table);

// Name, recognition, zones and forms of times of a profile for the source.
void addSourceRules(const SourceHead& head, const std::vector<ColumnFacts>& facts, Profile& profile);
// The tables of a guess.
void addTables(const std::vector<ColumnFacts>& facts, const MappingProposal& proposal, Profile& profile);

} // namespace antecedent::importers
