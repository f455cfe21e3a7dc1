// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where importers put what they read. Importers know nothing of the store: they emit blocks of canonical records and
// diagnostics in source order; the pipeline owns the transaction, the counting and the custody of the source's bytes.
// Threads: called from one thread at a time.

#include "model/base/diagnostic.h"
#include "model/base/result.h"
#include "model/domain/record_batch.h"

#include <cstdint>
#include <vector>

namespace antecedent::importers {

// Some thousand source rows and what they became. One source row may stand in batches of several tables and several
// times in one; a rejected row stands in none. read = rows that stand in a batch + rejected.
struct MappedBlock
{
    std::uint64_t read = 0;
    std::uint64_t rejected = 0;
    bool oneRecordPerRow = true; // every row that is not rejected stands in exactly one place
    std::vector<RecordBatch> batches; // without empty ones
    std::vector<Diagnostic> diagnostics; // in source order
};

class RecordSink
{
public:
    virtual ~RecordSink() = default;
    // An error ends the import (store failed, cancelled).
    virtual Result<void> add(MappedBlock block) = 0;
};

} // namespace antecedent::importers
