// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/proposal/joined_list.h"

#include "importers/profile/column_reference.h"
#include "importers/profile/profile_writer.h"
#include "importers/proposal/headings.h"
#include "importers/proposal/table_guess.h"
#include "importers/row_feed.h"
#include "importers/text/number_text.h"
#include "model/base/text.h"

#include <algorithm>
#include <map>
#include <set>

namespace antecedent::importers {

namespace {

// A key as it is looked up.
std::string keyText(const std::string& cell, bool isNumber, char decimalMark)
{
    return isNumber ? plainNumber(cell, decimalMark) : cell;
}

// A map has one line for each.
bool isKey(const std::string& cell)
{
    return !cell.empty() && cell.find_first_of("\r\n") == std::string::npos;
}

std::set<std::string> keysOf(const JoinedList& list, std::size_t column, bool isNumber)
{
    std::set<std::string> out;
    for (const auto& row : list.rows)
        if (isKey(row[column]))
            out.insert(keyText(row[column], isNumber, list.decimalMark));
    return out;
}

// The different texts of a column in the first rows, as they are looked up.
std::set<std::string> lookedUp(const SourceHead& head, std::size_t column, bool isNumber)
{
    std::set<std::string> out;
    for (const auto& row : head.rows)
        if (column < row.size())
            if (const std::string_view cell = trimmed(row[column]); !cell.empty())
                out.insert(keyText(std::string(cell), isNumber, head.dialect.dialect.decimalMark));
    return out;
}

std::size_t countIn(const std::set<std::string>& texts, const std::set<std::string>& keys)
{
    return static_cast<std::size_t>(
        std::count_if(texts.begin(), texts.end(), [&](const std::string& text) { return keys.contains(text); }));
}

// Key -> what a column says of it; keys of which it says different things give nothing and go to `unclear`.
std::map<std::string, std::string> valuesBy(
    const JoinedList& list, const JoinKey& key, std::size_t column, bool isNumber, std::set<std::string>& unclear)
{
    std::map<std::string, std::string> out;
    std::set<std::string> several;
    for (const auto& row : list.rows) {
        if (!isKey(row[key.list]) || row[column].empty())
            continue;
        const std::string at = keyText(row[key.list], key.isNumber, list.decimalMark);
        std::string value = isNumber ? plainNumber(row[column], list.decimalMark) : row[column];
        const auto [place, isNew] = out.try_emplace(at, value);
        if (!isNew && place->second != value)
            several.insert(at);
    }
    for (const std::string& at : several)
        out.erase(at);
    unclear.merge(several);
    return out;
}

const ColumnSpec& columnOf(const Profile& mapping, const MapTarget& target)
{
    return tableSpec(mapping.tables[target.table].table).columns[target.column];
}

bool isNumber(const Profile& mapping, const MapTarget& target)
{
    return columnOf(mapping, target).type == ColumnType::Number;
}

// Whether a text that the list lacks is better than nothing: without it the row is rejected, or loses what it is about,
// which a confirmed name may say later.
bool keepsText(const Profile& mapping, const MapTarget& target)
{
    const ColumnSpec& column = columnOf(mapping, target);
    return column.type != ColumnType::Number
        && (column.key || column.role != ColumnRole::Optional || column.name.ends_with("_id"));
}

// The same id in other tables, where it is the same cell: the asset of an order, and the asset that is listed with it.
std::vector<MapTarget> sameIds(
    const Profile& mapping, const std::vector<std::string>& columns, std::size_t source, const MapTarget& target)
{
    std::vector<MapTarget> out;
    const std::string_view name = columnOf(mapping, target).name;
    if (!name.ends_with("_id"))
        return out;
    const std::vector<ColumnUse> uses = columnUses(mapping, columns);
    for (const MapTarget& use : uses[source].targets) {
        const std::string text = valueText(mapping, use);
        const std::string cell = '{' + columnReference(columns, source);
        const bool isCell = text == cell + '}' || text == cell + "|number}" || text == valueText(mapping, target);
        if (use.table != target.table && columnOf(mapping, use).name == name && isCell)
            out.push_back(use);
    }
    return out;
}

} // namespace

Result<JoinedList> readJoinedList(
    const SourceOpener& open, const std::string& name, const std::string& part, const std::stop_token& stop)
{
    PlanOptions options;
    options.part = part;
    Result<std::unique_ptr<ByteSource>> first = open();
    if (!first)
        return first.error();
    const Result<SourceHead> head = readSourceHead(**first, name, options);
    if (!head)
        return head.error();
    if (!head->dialect.isTable || !head->dialect.dialect.hasHeader)
        return Error{ErrorCode::NotData, name, "it is no list with headings"};
    const ImportPlan plan = rowPlan(*head);
    Result<std::unique_ptr<ByteSource>> bytes = open();
    if (!bytes)
        return bytes.error();
    const Result<std::unique_ptr<RowFeed>> feed = RowFeed::open(**bytes, plan);
    if (!feed)
        return feed.error();
    JoinedList out{name, plan.dialect.decimalMark, plan.columns, {}, 0};
    std::size_t size = 0;
    constexpr std::size_t kMegabyte = std::size_t{1024} * 1024;
    for (RowBlock block;;) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        const Result<bool> more = (*feed)->next(block);
        if (!more)
            return more.error();
        if (!*more)
            return out;
        for (const RowBlock::Row& row : block.rows) {
            if (row.flaw != RowFlaw::None) {
                ++out.damaged;
                continue;
            }
            std::vector<std::string> cells(out.columns.size());
            for (std::size_t c = 0; c < cells.size() && c < row.fieldCount; ++c) {
                cells[c] = std::string(trimmed(block.field(row, c)));
                size += cells[c].size();
            }
            out.rows.push_back(std::move(cells));
            if (out.rows.size() > JoinedList::kMostRows || size > JoinedList::kMostBytes)
                return Error{ErrorCode::TooLarge, name,
                    "a list to look values up in has at most " + std::to_string(JoinedList::kMostRows) + " rows and "
                        + std::to_string(JoinedList::kMostBytes / kMegabyte) + " MB; leave out what is not needed"};
        }
    }
}

JoinKey joinKeyOf(const SourceHead& head, const JoinedList& list, std::size_t source, std::size_t inList)
{
    const std::set<std::string> texts = lookedUp(head, source, false);
    const auto share = [&](bool isNumber) { // of the texts as they stand, so that 1 and 1.0 count twice
        const std::set<std::string> keys = keysOf(list, inList, isNumber);
        return std::count_if(texts.begin(), texts.end(), [&](const std::string& text) {
            return keys.contains(keyText(text, isNumber, head.dialect.dialect.decimalMark));
        });
    };
    return {source, inList, share(true) > share(false)};
}

std::optional<JoinKey> guessJoinKey(const SourceHead& head, const JoinedList& list)
{
    std::vector<std::set<std::string>> looked;
    for (std::size_t s = 0; s < head.columns.size(); ++s)
        looked.push_back(lookedUp(head, s, true));
    std::optional<std::pair<std::size_t, std::size_t>> best; // columns of source and list
    std::size_t most = 0;
    for (std::size_t c = 0; c < list.columns.size(); ++c) {
        const std::set<std::string> keys = keysOf(list, c, true);
        // A key has a row of its own for nearly every text.
        if (keys.empty() || keys.size() * 10 < list.rows.size() * 9)
            continue;
        for (std::size_t s = 0; s < head.columns.size(); ++s) {
            const std::size_t found = countIn(looked[s], keys);
            if (found * 2 < looked[s].size() || found <= most)
                continue;
            most = found;
            best = {s, c};
        }
    }
    return best ? std::optional(joinKeyOf(head, list, best->first, best->second)) : std::nullopt;
}

bool canBeJoined(const Profile& mapping, const MapTarget& target)
{
    return mapping.tables[target.table].each.empty() && columnOf(mapping, target).type != ColumnType::Time;
}

std::vector<JoinedColumn> guessJoinedColumns(const Profile& mapping, const JoinedList& list, std::size_t key)
{
    std::vector<JoinedColumn> out;
    const auto isTaken = [&](const MapTarget& target) {
        return std::any_of(out.begin(), out.end(), [&](const JoinedColumn& other) { return other.target == target; });
    };
    for (std::size_t c = 0; c < list.columns.size(); ++c) {
        if (c == key)
            continue;
        for (const HeadingMatch& match : matchHeading(readHeading(list.columns[c]))) {
            if (match.score < kSure)
                break; // best first
            std::optional<MapTarget> wanted;
            for (std::size_t t = 0; t < mapping.tables.size() && !wanted; ++t)
                if (mapping.tables[t].table == match.table)
                    wanted = MapTarget{t, match.column};
            if (!wanted || !canBeJoined(mapping, *wanted) || isTaken(*wanted) || !valueText(mapping, *wanted).empty())
                continue;
            out.push_back({c, *wanted});
            break;
        }
    }
    return out;
}

JoinOutcome joinList(Profile& mapping, const SourceHead& head, const JoinedList& list, const JoinKey& key,
    const std::vector<JoinedColumn>& columns)
{
    JoinOutcome out;
    const std::set<std::string> keys = keysOf(list, key.list, key.isNumber);
    const std::set<std::string> texts = lookedUp(head, key.source, key.isNumber);
    out.keys = keys.size();
    out.looked = texts.size();
    out.found = countIn(texts, keys);
    out.damaged = list.damaged;
    std::set<std::string> unclear;
    for (const JoinedColumn& wanted : columns) {
        if (!canBeJoined(mapping, wanted.target))
            continue;
        LookedUp found;
        found.name = profileNameFrom(sourceStem(list.name) + ' ' + list.columns[wanted.column]);
        found.isNumberKey = key.isNumber;
        found.isNumberValue = isNumber(mapping, wanted.target);
        found.map.values = valuesBy(list, key, wanted.column, found.isNumberValue, unclear);
        if (!keepsText(mapping, wanted.target))
            found.map.otherwise = std::string();
        const std::vector<MapTarget> same = sameIds(mapping, head.columns, key.source, wanted.target);
        setLookedUp(mapping, head.columns, key.source, wanted.target, std::move(found));
        for (const MapTarget& other : same)
            // What was just written can be read.
            (void)setValue(mapping, other, valueText(mapping, wanted.target));
    }
    out.unclear.assign(unclear.begin(), unclear.end());
    return out;
}

} // namespace antecedent::importers
