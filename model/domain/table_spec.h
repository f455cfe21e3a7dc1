// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The canonical tables: one description from which the importers' header recognition, the store's columns, the normal
// form (record ids, content hash), the CSV export and the template files are made. Threads: constant data.

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace antecedent {

enum class TableId : std::uint8_t {
    Assets,
    AssetLinks,
    Batches,
    BatchSteps,
    Parameters,
    Results,
    Genealogy,
    Events,
    WorkOrders,
    WorkOrderStatus,
    Installations,
    Calibrations,
    Cleanings,
    Limits,
    Meters,
    Changes,
    Tags,
    Samples,
    Deviations,
    DeviationLinks,
};
inline constexpr std::size_t kTableCount = 20;

enum class ColumnType : std::uint8_t { Text, Time, Number };

enum class ColumnRole : std::uint8_t {
    Optional,
    Required,
    AnyOf, // at least one of the table's AnyOf columns must be there in every row
};

struct ColumnSpec
{
    std::string_view name;
    ColumnType type = ColumnType::Text;
    ColumnRole role = ColumnRole::Optional;
    bool key = false; // part of the record's own id; a table without key columns is identified by all its values
};

// True for a time at which something happened, false for due dates, expiry and entry times: only the former give a
// source its span and coverage.
bool isOccurrence(const ColumnSpec& column);

struct TableSpec
{
    TableId id;
    std::string_view name; // as in canonical.md, also the store's table name
    std::span<const ColumnSpec> columns; // the last three are recorded, recorded_by, source_ref, as in every table
    std::string_view countName; // the word under which `summary --json` counts its records

    bool hasKey() const;
    // Position of a column by its name (exact, lower case), or nullopt.
    std::optional<std::size_t> find(std::string_view column) const;
};

const TableSpec& tableSpec(TableId id);
std::span<const TableSpec> allTables();
const TableSpec* findTable(std::string_view name);

} // namespace antecedent
