// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A mapping seen from the columns of one source, and changed step by step: what becomes of each column, which values
// are made, what is still missing. A mapping in work may be incomplete; profile_writer.h checks it as a whole. Threads:
// pure.

#include "importers/profile/profile.h"
#include "importers/recognise.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

// A column of one of the mapping's tables.
struct MapTarget
{
    std::size_t table = 0; // position in Profile::tables
    std::size_t column = 0; // of that table
    bool operator==(const MapTarget&) const = default;
};

struct ColumnUse // of a source column
{
    std::vector<MapTarget> targets; // values that begin with it; then those that it is a later part of
    std::size_t first = 0; // how many of the targets begin with it
    bool isIgnored = false; // kept nowhere but in the source
};
std::vector<ColumnUse> columnUses(const Profile& profile, const std::vector<std::string>& columns);

struct MadeValue // that no single source column gives
{
    MapTarget target;
    std::string value; // as in a profile
};
std::vector<MadeValue> madeValues(const Profile& profile);

// Required columns without a value; of a table's "one of these" columns, the first.
std::vector<MapTarget> missingValues(const Profile& profile);

// The value of a target as in a profile; empty if it has none.
std::string valueText(const Profile& profile, const MapTarget& target);

// The source column becomes this target and no other; nullopt: it is kept as an attribute. What the target had before
// is dropped.
void setTarget(Profile& profile, const std::vector<std::string>& columns, std::size_t source,
    const std::optional<MapTarget>& target);
void setIgnored(Profile& profile, const std::vector<std::string>& columns, std::size_t source, bool isIgnored);
// A text as it stands behind the = sign in a profile; empty: the target has no value any more. InvalidProfile.
Result<void> setValue(Profile& profile, const MapTarget& target, std::string_view value);
void addTable(Profile& profile, TableId table);
void removeTable(Profile& profile, std::size_t table);

// The map that a target's text goes through; empty without one.
ValueMap valueMapOf(const Profile& profile, const MapTarget& target);
// An empty map is taken off. Only for targets with a value that has a placeholder.
void setValueMap(Profile& profile, const MapTarget& target, const ValueMap& map);

// What another list says of the texts of a source column.
struct LookedUp
{
    std::string name; // of the map, or like it where the mapping has another of that name
    ValueMap map;
    bool isNumberKey = false; // `1.0` and `007` are looked up as 1 and 7
    bool isNumberValue = false; // numbers with a decimal point, whatever the source's decimal mark
};
// The target becomes what is found for a source column, which may become something else, too.
void setLookedUp(Profile& profile, const std::vector<std::string>& columns, std::size_t source, const MapTarget& target,
    LookedUp found);

// Which rows become records of a table, as a person says it of one column.
struct RowChoice
{
    std::string column; // of the source
    bool isExcluding = false; // the rows with none of the values; else those with one of them
    std::vector<std::string> values; // an empty one is the empty cell
    bool operator==(const RowChoice&) const = default;
};
// Conditions on plain cells, those that exclude by one value each joined by their column. What a profile tests beyond
// that is left out here and kept by setRowChoices().
std::vector<RowChoice> rowChoicesOf(const Profile& profile, std::size_t table);
// Choices without values or column are dropped.
void setRowChoices(Profile& profile, std::size_t table, const std::vector<RowChoice>& choices);

// The different texts of a source column in the first rows, most frequent first.
struct ValueCount
{
    std::string value;
    std::size_t count = 0;
};
std::vector<ValueCount> valuesOf(const SourceHead& head, std::size_t source, std::size_t limit);

} // namespace antecedent::importers
