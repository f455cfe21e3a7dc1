// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Reads a stored source again from its kept bytes by the plan that it was imported with: every record that it states,
// those among them that were stored before as another source's. Threads: the one that owns the CaseFile; memory holds
// the source's bytes.

#include "importers/record_sink.h"
#include "model/store/case_file.h"

#include <stop_token>

namespace antecedent::importers {

// Errors: CorruptInput if the stored plan can't be read, those of proposePlan, of the store and of the sink, Cancelled;
// NotAvailable if this version of the program reads
// other rows than the import did.
Result<void> rereadSource(
    const CaseFile& file, const StoredSource& source, RecordSink& sink, const std::stop_token& stop = {});

} // namespace antecedent::importers
