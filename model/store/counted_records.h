// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every record of a file that counts, table by table, as the sources state it: row tables resolved, ascending by normal
// form; events and samples chunk by chunk, in order of the sources' hashes, of samples by tag first. What a newer
// version of a source sets aside is left out; clocks and names of assets are not applied. They are the records that the
// content hash is made of. Memory: one row table, or one chunk. Threads: those of the file.

#include "model/base/result.h"
#include "model/domain/record_batch.h"

#include <functional>
#include <stop_token>

namespace antecedent {

class CaseFile;

// The batch is valid during the call.
using RecordsFn = std::function<Result<void>(const RecordBatch& batch)>;

// Nothing is called for a table without records. Errors: those of `take` and of the file, Cancelled.
Result<void> readCountedRecords(
    const CaseFile& file, TableId table, const RecordsFn& take, const std::stop_token& stop = {});

} // namespace antecedent
