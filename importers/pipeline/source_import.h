// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One source on its way into the investigation. Threads: see import_sources.h.

#include "importers/import_plan.h"
#include "importers/pipeline/import_sources.h"
#include "importers/source_reader.h"

#include <functional>

namespace antecedent::importers {

// The name of one table of a file, behind its bytes.
void addPart(Sha256& hash, std::string_view part);

// Asked once all is read and before it is kept, with the counts so far.
using AcceptFn = std::function<Result<bool>(const SourceSummary& read)>;

// Where a source comes from.
struct SourceInput
{
    std::string name; // without folder; with #part for one table of several
    std::string file; // on disk; empty: it is none
    SourceOpener open; // its packed bytes
    std::uint64_t sizeBytes = 0;
};

// Reads the source by its plan and stores it in one transaction; fills the counts of the summary. False: it was not
// accepted, and nothing of it is stored.
Result<bool> storeSource(CaseFile& file, const ImportPlan& plan, const ImportOptions& options, const SourceInput& input,
    SourceSummary& summary, const AcceptFn& accept, const std::stop_token& stop, const ProgressFn& progress);

} // namespace antecedent::importers
