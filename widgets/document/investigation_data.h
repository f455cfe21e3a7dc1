// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window shows of an investigation file: one immutable snapshot of a case's data, loaded off the GUI thread
// and replaced as a whole after an import. Threads: immutable; any number may read it.

#include "model/alignment/align.h"
#include "model/base/zone.h"
#include "model/store/case_file.h"

#include <memory>
#include <string>
#include <vector>

namespace antecedent::widgets {

struct InvestigationData
{
    InvestigationData(std::string filePath, CaseInfo info, Dataset loaded)
        : path(std::move(filePath))
        , caseInfo(std::move(info))
        , dataset(std::move(loaded))
        , context(dataset)
    {
    }
    const std::string path;
    const CaseInfo caseInfo;
    const Dataset dataset;
    const AlignmentContext context;
    std::vector<StoredSource> sources; // in order of import
    std::vector<StoredDiagnostic> diagnostics;
    std::vector<AuditEntry> audit;
    std::vector<Failure> failures; // dated deviations, ascending by anchor
    Zone siteZone; // UTC if the file states none
};
using DataPtr = std::shared_ptr<const InvestigationData>;

// An empty case id chooses the latest open case. Errors: those of CaseFile::open and loadDataset; Cancelled.
Result<DataPtr> loadInvestigation(
    const std::string& path, const std::string& caseId, const std::stop_token& stop, const ProgressFn& progress);

// The user of the machine with the machine's wall clock: who the audit trail names.
Actor currentActor();

} // namespace antecedent::widgets
