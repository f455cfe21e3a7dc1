// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A mapping bound to the columns of one source: names are positions, zones are found, maps are at hand. Threads: built
// once; the time readers in it belong to the thread that maps.

#include "importers/import_plan.h"
#include "importers/text/row_block.h"
#include "model/base/text.h"
#include "model/domain/record_batch.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

// Of a column that a source does not have and that its profile calls optional; its cells are empty.
inline constexpr std::size_t kNoColumn = std::numeric_limits<std::size_t>::max();

struct BoundPart
{
    TemplatePart::Kind kind = TemplatePart::Kind::Text;
    std::string text; // of a fixed text
    std::size_t index = 0; // source column, or the table's column for Canonical
    std::vector<Transform> transforms;
};

struct BoundValue
{
    std::vector<BoundPart> parts;
    std::vector<std::pair<bool, BoundPart>> durations; // true: taken away
    std::optional<std::size_t> source; // the first source column in it, for diagnostics
    bool plain = false; // one source column, no transforms
    bool canonical = false; // refers to other values of the record
};

struct BoundColumn
{
    std::size_t column = 0;
    const ColumnSpec* spec = nullptr;
    BoundValue value;
    std::optional<TimeReader> reader; // of time columns
    bool isRequired = false; // in every row of this source
    std::optional<std::size_t> begin; // of a logbook with one date: the column of the time that this one is not before
};

struct BoundCondition
{
    BoundValue value;
    bool negative = false;
    std::vector<std::string> values;
};

struct BoundTable
{
    const TableSpec* spec = nullptr;
    std::vector<BoundCondition> when;
    std::vector<BoundColumn> columns; // those that need others behind them
    std::vector<std::size_t> each; // source columns
    bool hasEach = false;
    std::vector<std::size_t> attributes; // source columns
    std::vector<std::size_t> anyOf; // table columns of role AnyOf
    bool completes = false; // its records may be whole only with what another source states
    bool guarded = false; // texts lose the apostrophe that a spreadsheet needs
    // Of the local times of event and sample lists, over all blocks: whether they ascended so far, and the last one.
    bool ascending = true;
    std::int64_t lastLocalUs = TimeValue::kUnknown;
};

struct Program
{
    std::vector<std::string> names; // source columns
    std::map<std::string, ValueMap> maps;
    char decimalMark = '.';
    std::vector<BoundTable> tables;
    std::size_t lastRequired = 0; // source columns up to this one are needed in every row
    std::optional<std::size_t> zoneColumn; // the zone of a row stands here, or depends on this cell
    std::map<std::string, Zone, std::less<>> zoneValues;
    bool zoneIsValue = false; // the zone column holds the zone itself
    std::vector<std::size_t> unmapped; // source columns kept as attributes
    std::vector<std::size_t> severalAsked; // source columns of which the mapping asks whether they have several values
};

Result<Program> bindProgram(const ImportPlan& plan);

// The cell of a row, trimmed; empty beyond its end.
inline std::string_view cell(const RowBlock& block, const RowBlock::Row& row, std::size_t column)
{
    if (column >= row.fieldCount)
        return {};
    return trimmed(block.field(row, column));
}

// What a text is made from besides the row.
struct ValueContext
{
    std::size_t eachColumn = 0;
    const RecordBatch* batch = nullptr; // for Canonical parts: its row below
    std::size_t batchRow = 0;
};
// The text of a value; a view of the block for plain ones, else of `scratch`.
std::string_view evaluate(const Program& program, const BoundValue& value, const RowBlock& block,
    const RowBlock::Row& row, const ValueContext& context, std::string& scratch);
// Sum of the durations of a time value in microseconds; nullopt if one can't be read. Empty ones count as none found:
// the time stays unknown then (`empty` is set).
std::optional<std::int64_t> evaluateDurations(const Program& program, const BoundValue& value, const RowBlock& block,
    const RowBlock::Row& row, const ValueContext& context, bool& empty);
bool holds(const Program& program, const BoundCondition& condition, const RowBlock& block, const RowBlock::Row& row);

} // namespace antecedent::importers
