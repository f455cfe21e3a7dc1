// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/join.h"

#include "importers/format/source_path.h"
#include "importers/profile/column_reference.h"
#include "importers/proposal/joined_list.h"

#include <algorithm>
#include <filesystem>

namespace antecedent::cli {

namespace {

using importers::JoinedColumn;
using importers::JoinedList;
using importers::JoinKey;
using importers::MapTarget;
using importers::Profile;
using importers::SourceHead;

struct Pair
{
    std::string left;
    std::string right;
};

// At the last equals sign, as headings may have one.
Result<Pair> cutPair(const std::string& option, const std::string& text)
{
    const std::size_t at = text.rfind('=');
    if (at == std::string::npos || at == 0 || at + 1 == text.size())
        return Error{ErrorCode::InvalidArgument, option, "'" + text + "' is not COLUMN=COLUMN"};
    return Pair{text.substr(0, at), text.substr(at + 1)};
}

Result<std::size_t> columnOf(
    const std::string& option, const std::vector<std::string>& columns, const std::string& name, const std::string& of)
{
    if (const auto found = importers::findColumn(columns, name))
        return *found;
    return Error{ErrorCode::InvalidArgument, option, of + " has no column '" + name + "'"};
}

Result<JoinKey> keyOf(const InspectOptions& options, const SourceHead& head, const JoinedList& list)
{
    if (options.on.empty()) {
        if (const auto guess = importers::guessJoinKey(head, list))
            return *guess;
        return Error{ErrorCode::InvalidArgument, "--on",
            "no column of " + list.name + " has the texts of one in " + head.name + "; name both columns"};
    }
    const Result<Pair> names = cutPair("--on", options.on);
    if (!names)
        return names.error();
    const Result<std::size_t> source = columnOf("--on", head.columns, names->left, head.name);
    if (!source)
        return source.error();
    const Result<std::size_t> inList = columnOf("--on", list.columns, names->right, list.name);
    if (!inList)
        return inList.error();
    return importers::joinKeyOf(head, list, *source, *inList);
}

// `asset_id`, or `work_orders.asset_id` where several tables have it.
Result<MapTarget> targetOf(const Profile& mapping, const std::string& name)
{
    bool isThere = false;
    for (std::size_t t = 0; t < mapping.tables.size(); ++t) {
        const TableSpec& spec = tableSpec(mapping.tables[t].table);
        const std::string before = std::string(spec.name) + '.';
        const std::string column = name.starts_with(before) ? name.substr(before.size()) : name;
        if (const auto found = spec.find(column)) {
            const MapTarget target{t, *found};
            if (importers::canBeJoined(mapping, target))
                return target;
            isThere = true; // perhaps a later table has one that can be
        }
    }
    if (isThere)
        return Error{ErrorCode::InvalidArgument, "--take", "'" + name + "' can't be looked up in another list"};
    return Error{ErrorCode::InvalidArgument, "--take", "the mapping has no table with a column '" + name + "'"};
}

Result<std::vector<JoinedColumn>> columnsOf(
    const InspectOptions& options, const Profile& mapping, const JoinedList& list, const JoinKey& key)
{
    if (options.take.empty()) {
        std::vector<JoinedColumn> guessed = importers::guessJoinedColumns(mapping, list, key.list);
        if (guessed.empty())
            return Error{ErrorCode::InvalidArgument, "--take",
                "no heading of " + list.name + " is known for a value that is open; say what its columns become"};
        return guessed;
    }
    std::vector<JoinedColumn> out;
    for (const std::string& take : options.take) {
        const Result<Pair> names = cutPair("--take", take);
        if (!names)
            return names.error();
        const Result<std::size_t> column = columnOf("--take", list.columns, names->left, list.name);
        if (!column)
            return column.error();
        const Result<MapTarget> target = targetOf(mapping, names->right);
        if (!target)
            return target.error();
        if (std::any_of(out.begin(), out.end(), [&](const JoinedColumn& other) { return other.target == *target; }))
            return Error{ErrorCode::InvalidArgument, "--take", "'" + names->right + "' is taken twice"};
        out.push_back({*column, *target});
    }
    return out;
}

} // namespace

Result<void> joinList(Session& session, const InspectOptions& options, const SourceHead& head, Profile& mapping)
{
    const importers::SourcePath path = importers::splitSourcePath(options.join);
    std::error_code failed;
    if (!std::filesystem::is_regular_file(path.file, failed))
        return Error{ErrorCode::FileNotFound, options.join, {}};
    const Result<JoinedList> list = importers::readJoinedList([&path] { return importers::openSource(path); },
        std::filesystem::path(path.file).filename().string(), path.part, session.stopToken());
    if (!list)
        return list.error();
    const Result<JoinKey> key = keyOf(options, head, *list);
    if (!key)
        return key.error();
    const Result<std::vector<JoinedColumn>> columns = columnsOf(options, mapping, *list, *key);
    if (!columns)
        return columns.error();
    const importers::JoinOutcome outcome = importers::joinList(mapping, head, *list, *key, *columns);
    session.message(list->name + ": " + std::to_string(outcome.found) + " of " + std::to_string(outcome.looked)
        + " texts of '" + head.columns[key->source] + "' in the first rows stand in its column '"
        + list->columns[key->list] + "'");
    for (const JoinedColumn& column : *columns) {
        const importers::TableMapping& table = mapping.tables[column.target.table];
        const TableSpec& spec = tableSpec(table.table);
        session.message("  " + list->columns[column.column] + " -> " + std::string(spec.name) + '.'
            + std::string(spec.columns[column.target.column].name));
    }
    if (!outcome.unclear.empty())
        session.message("  left out, as its rows say different things of them: "
            + std::to_string(outcome.unclear.size()) + " keys, the first '" + outcome.unclear.front() + "'");
    if (outcome.damaged > 0)
        session.message("  rows of the list that can't be read: " + std::to_string(outcome.damaged));
    return {};
}

} // namespace antecedent::cli
