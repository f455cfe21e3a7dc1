// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes the rows of one canonical table (all but events and samples) as sealed rows. The unique record id, a hash of
// the row's normal form, recognises exact repeats over all sources. Threads: those of the database.

#include "model/base/result.h"
#include "model/store/sealed_insert.h"
#include "model/store/source_writer.h"

#include <string>

namespace antecedent {

class RowTableWriter
{
public:
    static Result<RowTableWriter> open(Database& database, TableId table, SourceId source);
    Result<AddOutcome> add(const RecordBatch& batch);

private:
    RowTableWriter(SealedInsert insert, TableId table, SourceId source, std::int64_t nextRow);
    Result<bool> addRow(const RecordBatch& batch, std::size_t row);

    SealedInsert m_insert;
    TableId m_table;
    SourceId m_source;
    std::int64_t m_nextRow;
    std::string m_normalForm;
    std::string m_attributes;
    std::vector<std::string> m_numbers; // texts of one row's numbers while they are bound
};

} // namespace antecedent
