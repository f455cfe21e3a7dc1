// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Columns of another list, found by a key that both lists have: the machine master that says where machine 4711 stands.
// What the other list says becomes value maps of the mapping, so that an import reads one file, and the profile has
// what was known then, under its version and hash. Threads: pure.

#include "importers/proposal/mapping_edit.h"
#include "importers/source_reader.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace antecedent::importers {

struct JoinedList
{
    static constexpr std::size_t kMostRows = 100'000;
    static constexpr std::size_t kMostBytes = std::size_t{64} * 1024 * 1024; // of all cells

    std::string name; // file name without folder
    char decimalMark = '.';
    std::vector<std::string> columns; // as mappings see them
    std::vector<std::vector<std::string>> rows; // trimmed cells, one for each column
    std::uint64_t damaged = 0; // rows that can't be read as rows, and are left out
};
// Any list: delimited text or a table of a format; `name` as for readSourceHead. Errors: those of readSourceHead,
// NotData if it is no table, TooLarge, Cancelled.
Result<JoinedList> readJoinedList(
    const SourceOpener& open, const std::string& name, const std::string& part, const std::stop_token& stop);

// What the lists are joined by.
struct JoinKey
{
    std::size_t source = 0; // column of the list that is imported
    std::size_t list = 0; // column of the other list
    bool isNumber = false; // `1.0` and `007` are looked up as 1 and 7
};
// The columns of which the most texts in the first rows of the source stand in the list, which has a row for each;
// nullopt if no two columns share half of them.
std::optional<JoinKey> guessJoinKey(const SourceHead& head, const JoinedList& list);
// With `isNumber` where that finds more of the source's texts.
JoinKey joinKeyOf(const SourceHead& head, const JoinedList& list, std::size_t source, std::size_t inList);

// A column of the list and what it becomes. Text and number columns of a table only: times belong to what happened.
struct JoinedColumn
{
    std::size_t column = 0;
    MapTarget target;
};
bool canBeJoined(const Profile& mapping, const MapTarget& target);
// What the headings say, for targets that have no value yet.
std::vector<JoinedColumn> guessJoinedColumns(const Profile& mapping, const JoinedList& list, std::size_t key);

struct JoinOutcome
{
    std::size_t looked = 0; // different texts of the key in the first rows of the source
    std::size_t found = 0; // of them in the list
    std::size_t keys = 0; // different keys of the list
    std::vector<std::string> unclear; // keys whose rows say different things: they give nothing
    std::uint64_t damaged = 0; // rows of the list that are left out
};
// A key that the list lacks gives nothing; but a required text and the name of a record (`asset_id`) stay as they are.
// Where an id is looked up, other tables of the mapping that take the same id from the same cell follow it. Of two
// columns for one target, the last counts.
JoinOutcome joinList(Profile& mapping, const SourceHead& head, const JoinedList& list, const JoinKey& key,
    const std::vector<JoinedColumn>& columns);

} // namespace antecedent::importers
