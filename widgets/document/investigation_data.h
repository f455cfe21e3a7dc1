// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window shows of an investigation file: one immutable snapshot of a case's data, loaded off the GUI thread
// and replaced as a whole after an import. Snapshots that differ only in what counts as a failure share the data.
// Threads: immutable; any number may read it.

#include "model/alignment/sentinels.h"
#include "model/base/zone.h"
#include "model/store/case_file.h"
#include "model/store/source_versions.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace antecedent::widgets {

// What was chosen as failures of the case, beside its deviations.
struct Sentinel
{
    std::string id; // SEN-001, per case
    SentinelRule rule;
    std::string reason;
    std::int64_t document = 0; // where it is stored; ascending in the order of choosing
    bool operator==(const Sentinel&) const = default;
};
// What its failures are called as one classification: `code = "DOOR_OPEN", occurrence 2`.
std::string nameOf(const Sentinel& sentinel);

// Which records are failures, and when they happened.
struct FailureRule
{
    AnchorRule anchor;
    std::vector<Sentinel> sentinels; // ascending by id
    bool operator==(const FailureRule&) const = default;
};

struct InvestigationData
{
    InvestigationData(
        std::string filePath, CaseInfo info, Dataset loaded, Configuration configuration = builtinConfiguration());
    InvestigationData(const InvestigationData& other) = default; // shares the data
    InvestigationData(InvestigationData&&) = delete;
    InvestigationData& operator=(const InvestigationData&) = delete;
    InvestigationData& operator=(InvestigationData&&) = delete;
    ~InvestigationData() = default;

private:
    struct Core;
    std::shared_ptr<const Core> m_core;

public:
    const std::string path;
    const CaseInfo caseInfo;
    const Dataset& dataset;
    const AlignmentContext& context;
    std::vector<StoredSource> sources; // in order of import
    std::map<SourceId, ReplacedSource> replaced; // of them, as the case sees it
    std::vector<StoredDiagnostic> diagnostics;
    std::vector<AuditEntry> audit;
    std::vector<CaseInfo> cases; // of the file, ascending by id
    FailureRule rule; // that made `failures`
    // Dated deviations and chosen events, ascending by anchor. Where the rule's anchor is not known, by when they
    // occurred; `anchorFrom` says so.
    std::vector<Failure> failures;
    std::vector<ExcludedFailure> excluded; // what a sentinel matches and leaves out
    Zone siteZone; // UTC if the file states none
};
using DataPtr = std::shared_ptr<const InvestigationData>;

// An empty case id chooses the latest open case. Failures are its deviations by when they occurred. Errors: those of
// CaseFile::open and loadDataset; Cancelled.
Result<DataPtr> loadInvestigation(
    const std::string& path, const std::string& caseId, const std::stop_token& stop, const ProgressFn& progress);

// The same data with other failures. Process data are read for the anchor first-excursion and for sentinels that name a
// tag. Errors: InvalidFilter;
// those of CaseFile::open; Cancelled.
Result<DataPtr> withFailures(const InvestigationData& data, FailureRule rule, const std::stop_token& stop = {});

// What the choice would take and leave out. Reads process data if it names a tag. Errors as withFailures().
Result<FailureSet> failuresOf(const InvestigationData& data, const SentinelRule& rule);

// The failures of the same classification, the failure at that position among them, ascending by id.
FailureSet failuresLike(const InvestigationData& data, std::size_t failure);

// The user of the machine with the machine's wall clock: who the audit trail names.
Actor currentActor();

} // namespace antecedent::widgets
