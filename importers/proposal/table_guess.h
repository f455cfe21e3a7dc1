// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Parts of propose.cpp: how well a source fits one table, and the profile that a guess makes. Threads: pure.

#include "importers/proposal/column_facts.h"
#include "importers/proposal/learnt_headings.h"
#include "importers/proposal/propose.h"
#include "model/base/phrase.h"

namespace antecedent::importers {

// A list whose rows say which field they give: TYPE = PROBLEM, CAUSE or REMEDY beside one column of codes, several rows
// per record. The guess then holds the column of codes once per field, and `fields` what chooses it; empty otherwise.
struct FieldOfRow
{
    std::string value; // of the choosing column
    std::size_t column = 0; // of the table
};
struct RowFields
{
    std::size_t chooser = 0; // source column
    std::size_t content = 0; // source column
    std::vector<FieldOfRow> fields;
};
RowFields takeRowFields(const SourceHead& head, const std::vector<ColumnFacts>& facts, MappingProposal& proposal);
// One section per field in place of the profile's one.
void addRowFields(const std::vector<ColumnFacts>& facts, const RowFields& rowFields, Profile& profile);

inline constexpr int kSure = 75; // a heading that is known, with no more than fillers beside it
inline constexpr int kUsable = 45;
inline constexpr int kNotUnique = 40; // off, for ids that come again in a table whose records have one each

struct TableGuess
{
    MappingProposal proposal; // without profile
    RowFields rowFields;
    int score = 0; // to be compared between tables of one source
};

// Headings against one table: every source column and every column of the table at most once.
TableGuess guessTable(
    const SourceHead& head, const std::vector<ColumnFacts>& facts, TableId table, const LearntHeadings& learnt);

// Process data with one column per tag, or pairs of a time and a tag's column; nullopt if the source is none.
struct WideGuess
{
    int score = 0;
    Phrase reason;
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
void addTables(const std::vector<ColumnFacts>& facts, const MappingProposal& proposal, const LearntHeadings& learnt,
    Profile& profile);

} // namespace antecedent::importers
