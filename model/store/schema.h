// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tables of an investigation file, its version and its migrations. The row tables are made from the canonical
// tables (domain/table_spec.h); the encoding of the chunk tables is written into the file itself (table format_notes),
// so that the file can be read without this program. Threads: constant data; migrate uses the connection.

#include "model/base/result.h"
#include "model/domain/table_spec.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

class Database;

inline constexpr std::int64_t kApplicationId = 0x414E5445; // "ANTE"
inline constexpr std::int64_t kSchemaVersion = 1;

// A table whose rows carry a seal over all their other cells.
struct SealedTable
{
    std::string name;
    std::string columns; // quoted, comma separated, in the seal's order; the seal itself last
    int count = 0; // columns without the seal
    std::string orderBy; // the primary key
    bool digest = false; // 32 bytes and not 16
    bool bySource = false; // has a column source_id
};

// All sealed tables, in the order in which a source's digest takes them.
const std::vector<SealedTable>& sealedTables();
const SealedTable& sealedTable(std::string_view name);

// True for the tables that are stored as rows (all but events and samples).
bool isRowTable(TableId table);

// Creates every table in an empty database; to be called inside a transaction.
Result<void> createSchema(Database& database);
// Checks application id and version; SchemaTooNew, NotAnInvestigation, or an Error of the store.
Result<void> checkSchema(Database& database);

} // namespace antecedent
