// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The normal form of a record: the bytes from which its id and the content hash are made. It is the table's name, then
// for each known value in the table's column order `<unit separator>name=value`, then the attributes sorted by name as
// `<record separator>name=value`. Times are microseconds UTC (precision, zone and offset are not part of it), numbers
// keep the digits of the source, texts are trimmed. Equal data in any file order, zone or format give equal bytes.
// Threads: pure.

#include "model/base/digest.h"
#include "model/domain/record_batch.h"

#include <string>

namespace antecedent {

// Normal form of row `row` of a batch, appended to `out` (which is not cleared).
void appendNormalForm(std::string& out, const RecordBatch& batch, std::size_t row);
// The same for the key columns only (tables with a key): identity of the record across sources.
void appendKeyForm(std::string& out, const RecordBatch& batch, std::size_t row);

} // namespace antecedent
