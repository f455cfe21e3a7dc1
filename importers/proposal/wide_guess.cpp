// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Process data with a column per tag: one time for all of them, or a time of its own before each.
#include "importers/proposal/table_guess.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

bool isTime(const ColumnFacts& column)
{
    return (column.mostly(column.times, 0.9) && !column.mostly(column.clocks))
        || column.mostly(column.epochSeconds, 0.9) || column.mostly(column.epochMilliseconds, 0.9);
}

int knownAs(const ColumnFacts& column, TableId table, std::string_view name)
{
    const auto wanted = tableSpec(table).find(name);
    for (const HeadingMatch& match : matchHeading(column.heading))
        if (match.table == table && match.column == wanted)
            return match.score;
    return 0;
}

// Columns beside process values: what the row belongs to, flags of quality, the number of the row.
bool isBeside(const ColumnFacts& column)
{
    constexpr int kSure = 85;
    if (column.counts || column.heading.joined.empty())
        return true;
    for (const std::string_view id : {"batch_id", "asset_id"})
        if (knownAs(column, TableId::Events, id) >= kSure)
            return true;
    for (const std::string_view id : {"campaign", "product", "size"})
        if (knownAs(column, TableId::Batches, id) >= kSure)
            return true;
    return column.heading.words.back() == "quality" || column.heading.words.back() == "qualitaet"
        || column.heading.words.back() == "zone";
}

ColumnMapping mapped(std::string_view column, std::string_view value)
{
    const TableSpec& spec = tableSpec(TableId::Samples);
    const std::size_t place = *spec.find(column);
    ColumnMapping out;
    out.column = place;
    if (const auto parsed = parseTemplate(value, spec.columns[place].type))
        out.value = *parsed;
    return out;
}

std::string cellOf(const ColumnFacts& column)
{
    return '{' + column.reference + '}';
}

// time, tag, time, tag, …: every tag has times of its own.
std::optional<WideGuess> guessPairs(const std::vector<ColumnFacts>& facts)
{
    WideGuess out;
    for (std::size_t c = 0; c + 1 < facts.size(); c += 2) {
        const ColumnFacts& value = facts[c + 1];
        if (facts[c].filled == 0 && value.filled == 0)
            continue;
        if (!isTime(facts[c]) || !value.mostly(value.numbers) || value.heading.joined.empty())
            return std::nullopt;
        TableMapping table;
        table.table = TableId::Samples;
        table.attributes = false;
        Condition filled;
        filled.value = *parseTemplate(cellOf(facts[c]), ColumnType::Text);
        filled.negative = true;
        filled.values.emplace_back();
        table.when.push_back(std::move(filled));
        table.columns = {
            mapped("time", cellOf(facts[c])), mapped("tag", value.reference), mapped("value", cellOf(value))};
        out.tables.push_back(std::move(table));
        out.guesses.push_back({facts[c].index, 0, 80, phrase("the times of the column behind it")});
        out.guesses.push_back({value.index, 2, 80, phrase("values of the tag in its heading")});
    }
    if (out.tables.size() < 2)
        return std::nullopt;
    out.reason = phrase("%1 pairs of a column of times and a column of values", out.tables.size());
    out.score = 1000;
    return out;
}

const ColumnFacts* timeOf(const std::vector<ColumnFacts>& facts)
{
    const ColumnFacts* out = nullptr;
    int best = -1;
    for (const ColumnFacts& column : facts) {
        if (!isTime(column) || column.distinct * 5 < column.filled)
            continue;
        const int score = knownAs(column, TableId::Samples, "time") + (zoneInHeading(column.heading).empty() ? 0 : 20);
        if (score > best) {
            best = score;
            out = &column;
        }
    }
    return out;
}

// The machine of a row, where several machines share the columns.
const ColumnFacts* assetOf(const std::vector<ColumnFacts>& facts)
{
    for (const ColumnFacts& column : facts)
        if (column.distinct > 0 && column.repeats() && knownAs(column, TableId::Events, "asset_id") >= 85)
            return &column;
    return nullptr;
}

} // namespace

std::optional<WideGuess> guessWide(const SourceHead& head, const std::vector<ColumnFacts>& facts)
{
    if (auto pairs = guessPairs(facts))
        return pairs;
    const ColumnFacts* time = timeOf(facts);
    if (time == nullptr)
        return std::nullopt;
    WideGuess out;
    TableMapping table;
    table.table = TableId::Samples;
    table.attributes = false;
    std::size_t words = 0;
    bool isNarrow = false;
    for (const ColumnFacts& column : facts) {
        if (&column == time || column.filled == 0 || isBeside(column))
            continue;
        if (!column.mostly(column.numbers, 0.6)) {
            words += isTime(column) ? 0U : 1U;
            continue;
        }
        isNarrow = isNarrow || knownAs(column, TableId::Samples, "value") >= 95;
        table.each.push_back(column.reference);
        out.guesses.push_back({column.index, 2, 70, phrase("values of the tag in its heading")});
    }
    // A list with one value per row, or one that is mostly words, is something else.
    if (table.each.empty() || (table.each.size() == 1 && isNarrow) || words > table.each.size())
        return std::nullopt;
    const ColumnFacts* asset = assetOf(facts);
    std::string tag = "{@name}";
    if (asset != nullptr) {
        const bool isNumber = asset->wholeFloats > 0 && asset->mostly(asset->wholeFloats, 0.9);
        tag = '{' + asset->reference + (isNumber ? "|number" : "") + "}.{@name}";
    }
    table.columns = {mapped("time", cellOf(*time)), mapped("tag", tag), mapped("value", "{@value}")};
    out.guesses.push_back({time->index, 0, 80, phrase("the time of every value in its row")});
    out.made.push_back(
        {1, tag, asset != nullptr ? phrase("machine and heading of the column") : phrase("heading of the column")});
    const std::size_t tags = table.each.size();
    out.tables.push_back(std::move(table));
    constexpr std::size_t kMostCounted = 8;
    out.score = 300 + 80 * static_cast<int>(std::min(tags, kMostCounted)) + wordScore(head, facts, TableId::Samples)
        - 60 * static_cast<int>(words);
    out.reason =
        plural(tags, "a column of times and %1 column of numbers", "a column of times and %1 columns of numbers");
    return out;
}

} // namespace antecedent::importers
