// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where importers put what they read. Importers know nothing of the store: they emit batches of canonical records and
// diagnostics; the pipeline owns the transaction, the counting and the custody of the source's bytes.
// Threads: called from one thread at a time, in source order.

#include "model/base/diagnostic.h"
#include "model/base/result.h"
#include "model/domain/record_batch.h"

namespace antecedent::importers {

class RecordSink
{
public:
    virtual ~RecordSink() = default;
    // Takes some thousand rows of one table. One source row may appear in batches of several tables; batches of one table
    // arrive in source order. An error ends the import (store failed, cancelled).
    virtual Result<void> add(RecordBatch batch) = 0;
    // A finding about a row (or the source, row 0). A row with a Rejected diagnostic must not be part of a batch.
    virtual void report(Diagnostic diagnostic) = 0;
};

} // namespace antecedent::importers
