// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/proposal/table_guess.h"

#include "importers/profile/profile_writer.h"

#include <algorithm>
#include <set>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMostFields = 8;

// The optional text column of the table that the word stands for.
std::optional<std::size_t> fieldNamed(const std::string& word, TableId table)
{
    for (const HeadingMatch& match : matchHeading(readHeading(word))) {
        const ColumnSpec& spec = tableSpec(match.table).columns[match.column];
        const bool isField = spec.type == ColumnType::Text && spec.role == ColumnRole::Optional && !spec.key;
        if (match.table == table && match.score >= kSure && isField)
            return match.column;
    }
    return std::nullopt;
}

// Which field each text of the column names; empty unless all do, and two different ones at least.
std::vector<FieldOfRow> fieldsOf(const SourceHead& head, const ColumnFacts& chooser, TableId table)
{
    std::vector<FieldOfRow> fields;
    std::set<std::size_t> columns;
    if (chooser.distinct >= chooser.filled || chooser.distinct < 2 || chooser.distinct > kMostFields)
        return fields;
    std::set<std::string> values;
    for (const auto& row : head.rows)
        if (chooser.index < row.size() && !row[chooser.index].empty())
            values.insert(row[chooser.index]);
    for (const std::string& value : values) {
        const auto column = fieldNamed(value, table);
        if (!column || !columns.insert(*column).second)
            return {};
        fields.push_back({value, *column});
    }
    return fields;
}

} // namespace

RowFields takeRowFields(const SourceHead& head, const std::vector<ColumnFacts>& facts, MappingProposal& proposal)
{
    const TableSpec& table = tableSpec(proposal.table);
    RowFields out;
    // Several rows per record: its id comes again.
    const auto id = std::find_if(proposal.guesses.begin(), proposal.guesses.end(), [&](const ColumnGuess& guess) {
        const ColumnSpec& spec = table.columns[guess.column];
        return spec.key && spec.role == ColumnRole::Required
            && facts[guess.source].distinct < facts[guess.source].filled;
    });
    if (id == proposal.guesses.end())
        return out;
    for (const ColumnFacts& chooser : facts) {
        out.fields = fieldsOf(head, chooser, proposal.table);
        const auto isField = [&](const ColumnGuess& guess) {
            return guess.source != chooser.index
                && std::any_of(out.fields.begin(), out.fields.end(),
                    [&](const FieldOfRow& field) { return field.column == guess.column; });
        };
        const auto content = std::find_if(proposal.guesses.begin(), proposal.guesses.end(), isField);
        if (out.fields.empty() || content == proposal.guesses.end()) {
            out.fields.clear();
            continue;
        }
        out.chooser = chooser.index;
        out.content = content->source;
        break;
    }
    if (out.fields.empty())
        return out;
    if (facts[id->source].repeats())
        id->score = std::min(100, id->score + kNotUnique);
    id->reason = phrase("its number comes again: several rows are one record");
    std::erase_if(proposal.guesses, [&](const ColumnGuess& guess) {
        return guess.source == out.chooser || guess.source == out.content
            || std::any_of(out.fields.begin(), out.fields.end(),
                [&](const FieldOfRow& field) { return field.column == guess.column; });
    });
    constexpr int kField = 90;
    for (const FieldOfRow& field : out.fields)
        proposal.guesses.push_back({out.content, field.column, kField,
            phrase("in rows where %1 is %2", head.columns[out.chooser], field.value)});
    return out;
}

void addRowFields(const std::vector<ColumnFacts>& facts, const RowFields& rowFields, Profile& profile)
{
    if (rowFields.fields.empty() || profile.tables.empty())
        return;
    const TableMapping whole = profile.tables.front();
    profile.tables.erase(profile.tables.begin());
    const std::string chooser = '{' + facts[rowFields.chooser].reference + '}';
    std::vector<TableMapping> sections;
    for (const FieldOfRow& field : rowFields.fields) {
        TableMapping section = whole;
        std::erase_if(section.columns, [&](const ColumnMapping& mapped) {
            return mapped.column != field.column
                && std::any_of(rowFields.fields.begin(), rowFields.fields.end(),
                    [&](const FieldOfRow& other) { return other.column == mapped.column; });
        });
        section.when.push_back({*parseTemplate(chooser, ColumnType::Text), false, {field.value}});
        sections.push_back(std::move(section));
    }
    profile.tables.insert(
        profile.tables.begin(), std::make_move_iterator(sections.begin()), std::make_move_iterator(sections.end()));
}

} // namespace antecedent::importers
