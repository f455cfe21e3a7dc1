// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything that a report of one failure says, as values: facts, evidence, custody, versions. Filled by gatherReport()
// or by tests by hand. The composer and the twin read nothing else. Threads: plain values; the pointers are borrowed
// and must outlive it.

#include "model/alignment/align.h"
#include "model/base/diagnostic.h"
#include "model/conclusion/ledger.h"
#include "model/domain/source_clock.h"
#include "model/evidence/assessment.h"
#include "model/facts/chronology.h"
#include "model/facts/condition.h"
#include "model/facts/counter_history.h"
#include "model/facts/differences.h"
#include "model/facts/fitness.h"
#include "model/quality/finding.h"
#include "model/report/figures/sequence_figure.h"
#include "model/report/figures/timeline_figure.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace antecedent {

// An accepted correction of the times of a source.
struct CorrectedClock
{
    SourceClock clock;
    std::string basis; // how it is known
};

// A source with what its import counted. `info.span` and the rest are as the Dataset has them.
struct SourceCustody
{
    SourceInfo info;
    std::map<std::string, std::uint64_t> records; // by table name
    std::map<std::string, std::uint64_t> diagnostics; // by code name
    std::vector<CorrectedClock> clocks = {};
    std::string replacedBy = {}; // hash of the newer version, in hex; empty: it counts as it is
    std::uint64_t setAside = 0; // records that are stored with it and do not count, as no newer version states them
};

struct RejectedRow
{
    std::string source; // file name
    Diagnostic diagnostic;
};

// A table or profile that the analysis works by, the limits of one version and approver, or the names that people
// decided.
struct ConfiguredItem
{
    std::string name; // plan_templates, resets, plausibility, profile/<name>, limits, aliases, parameters
    std::string version; // as its text states it
    Digest hash{}; // of its text; of the ids of its records
    bool isBuiltin = false; // the rest is empty then
    std::string setBy;
    Timestamp setAt{};
    std::string reason;
    std::string approvedBy; // empty: not approved
    Timestamp approvedAt{};
    std::string broughtInBy; // who imported the approval from another file
    std::uint64_t decisions = 0; // of people, for names; no approval of its own then
    std::uint64_t records = 0; // of sources, for limits; version and approver are as the sources state
};

struct ReportVersions
{
    std::string program; // "Antecedent 0.1.0"
    std::string build;
    std::string schema;
    std::string zoneRules;
};

// Figures that a report can do without; what speaks against is none of them.
enum class ReportFigure : std::uint8_t { Timeline, Counters, Sequence };
inline constexpr std::array kReportFigures{ReportFigure::Timeline, ReportFigure::Counters, ReportFigure::Sequence};
const char* toText(ReportFigure figure); // timeline, counters, sequence

struct ReportInputs
{
    const AlignmentContext* context = nullptr;
    const AssessmentResult* assessment = nullptr;

    Failure failure;
    WindowOptions options;
    std::optional<AlignedWindow> window; // the case window, as shown; unset where none can be formed
    std::vector<Failure> otherFailures; // in the shown stretch of time, on the same unit or batch
    Chronology chronology;
    AssetIndex conditionAsset; // whose condition is shown: the failure's, else the leading one
    std::optional<ConditionCard> conditionThen;
    std::optional<ConditionCard> conditionNow;
    std::vector<CounterHistory> counters; // of conditionAsset, over time
    std::optional<FitnessMatrix> fitness;
    std::optional<Differences> differences;
    std::vector<TimelinePlot> plots; // process data of the shown stretch
    std::optional<SequenceFigure> sequence;

    Ledger ledger; // of the case, as people recorded it

    std::vector<SourceCustody> sources; // ascending by hash
    std::vector<RejectedRow> rejected; // in order of source and row; may be cut
    std::uint64_t rejectedTotal = 0;
    std::optional<std::vector<QualityFinding>> quality; // of the context's dataset; unset: not looked at
    std::vector<ConfiguredItem> configuration; // of the file; none: not stated
    ReportVersions versions;
    Zone siteZone;
    std::string caseId;
    std::string caseTitle;
    std::string title; // of the report, after the failure's id; empty: the classification
    std::string author;
    std::vector<ReportFigure> leftOut; // the report says so in their place; the twin has them all the same
    std::optional<Timestamp> created;
};

} // namespace antecedent
