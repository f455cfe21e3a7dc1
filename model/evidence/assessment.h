// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The result of `assess`: pre-flight, ranked candidates per classification, and one assessment per failure. It is the
// one type that passes from evidence to report, twin and command line (JSON shape: cli.md). Definitions: semantics.md
// (classes, scope, exposure, controls, verdicts, attribution) and method.md (C1, C2, C5, C6, C8). Threads: plain
// values.

#include "model/base/phrase.h"
#include "model/base/time.h"
#include "model/domain/records.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace antecedent {

enum class CandidateKind : std::uint8_t { Event, Condition, Parameter, Material, Operator, Recipe, Utility };
enum class Verdict : std::uint8_t {
    Mechanism,
    Associated,
    Lead,
    NoAssociation,
    Insufficient,
    NotTestable
}; // ranking order
enum class Contribution : std::uint8_t { Supported, NotSupported, Inconclusive };

const char* toText(CandidateKind kind); // as in cli.md: event, condition, ...
const char* toText(Verdict verdict); // mechanism, associated, lead, no_association, insufficient, not_testable
const char* toText(Contribution contribution); // supported, not_supported, inconclusive

// One window of the design, case or control, with the records that expose it: the way back from each count to its rows.
struct WindowUse
{
    std::string
        id; // "DEV-001" for a case, "DEV-001#3" for its third control, or the batch number for controls by batch
    bool isCase = false;
    std::string failure; // deviation id of the matched set
    std::string stratum; // set or stratum in which it is compared
    std::optional<Interval> interval; // controls in time
    std::string batch; // controls by batch
    bool exposed = false;
    std::optional<double> value; // counters and process features; unknown for events
    std::optional<double> lagS; // events: latest onset that exposes it, minus the anchor; negative before
    std::vector<RecordId> records; // that expose it, ascending
};

// Physical evidence that a person recorded for a failure and a candidate: a broken part found, an as-found error, a
// test that reproduces the defect. It decides (verdict `mechanism`) or rules out; no number depends on it.
enum class PinRole : std::uint8_t { Mechanism, RuledOut };
const char* toText(PinRole role); // mechanism, ruled_out

struct PinnedRecord
{
    RecordId id;
    std::string words; // what the record said when it was pinned
    std::string key = {}; // by which it is found when an export states it differently (lastingKey); older pins: empty

    bool operator==(const PinnedRecord&) const = default;
};

struct Pin
{
    std::string id; // PIN-001, per case
    std::string failure;
    std::string candidate; // Candidate::name
    PinRole role = PinRole::Mechanism;
    std::vector<PinnedRecord> records; // ascending, each once; never empty
    std::string reason;
    std::string actor;

    bool operator==(const Pin&) const = default;
};

// The same candidate with a window of another length.
struct WindowRun
{
    std::string before; // as WindowLength prints it
    int caseExposed = 0;
    int caseWindows = 0;
    int controlExposed = 0;
    int controlWindows = 0;
    std::optional<double> pExact; // unset: not a candidate there
    std::optional<double> pAdjusted;
    bool isSignificant = false; // as `associated` asks: adjusted p below 0.05, lower limit above 1
};

struct Candidate
{
    int rank = 0; // 1 is first
    CandidateKind kind = CandidateKind::Event;
    std::string assetId; // empty where no asset is meant
    std::string assetClass; // set instead of assetId where several assets share the failures
    std::string eventClass; // "alarm:TI_HIGH", or the name of a condition, "hours since preventive maintenance"
    std::string name; // `class @ asset`, as printed
    std::string design; // "time" (C1), "batch" (C2), "rank" (C5)
    int caseExposed = 0;
    int caseWindows = 0;
    int controlExposed = 0;
    int controlWindows = 0;
    std::optional<double> oddsRatio; // median-unbiased
    std::optional<double> ciLow; // exact 95 %
    std::optional<double> ciHigh; // unset: no upper limit
    std::optional<double> pExact; // one-sided (two-sided for ranks)
    std::optional<double> pMid;
    std::optional<double> pAdjusted; // Holm within the classification
    std::optional<double> pSmallest; // smallest reachable of its design
    std::optional<double> pAfter; // negative control: own class after t0
    std::optional<double> pWithoutCoFailures;
    std::vector<Phrase> coFailures; // windows that another class' failure shares
    std::optional<double> medianOffsetS; // median of latest onset minus t0 over exposed cases, negative before
    double coverage = 1; // share of windows with coverage
    int uncovered = 0; // windows dropped for lack of coverage
    bool isStable = true; // verdict holds at window +-50 %
    Phrase stability; // what the sensitivity run says, in words
    std::optional<WindowRun> shorter; // window -50 %; both only if a candidate of the family is significant, and its
    std::optional<WindowRun> longer; // length is no event's; +50 %
    std::optional<double> pClocks; // exact p if clocks are off by their uncertainty, each time against it
    Verdict verdict = Verdict::Insufficient;
    Verdict byStatistics = Verdict::Insufficient; // differs only where a pin makes the verdict `mechanism`
    Phrase statement; // worded verdict from the fixed table
    std::vector<std::string> pins; // ids of the pins that name it, ascending
    bool isSymptom = false;
    std::map<std::string, double> more; // for the twin: BH, Firth, MH, E-value, ...
    std::vector<WindowUse> windows;
};

// `name` as a phrase: conditions are named in words, classes of records by their code.
Phrase shownName(const Candidate& candidate);

struct Preflight
{
    int failures = 0;
    int failuresUsable = 0;
    int controlsPerFailure = 0; // median
    int windows = 0; // cases and controls that are used
    int windowsCovered = 0; // of them, with every table of records covered as the plan asks (90 %)
    int candidatesTried = 0;
    int candidatesTestable = 0;
    std::optional<double> smallestReachableP;
    std::optional<double> powerAtOr5;
    std::vector<Phrase> notes; // coverage, operating time, unknown clock uncertainty
};

struct Exclusion
{
    std::string failure;
    Phrase window; // empty: the failure itself
    Phrase reason;
};

struct Analysis
{
    std::string classification;
    std::vector<std::string> failures; // deviation ids, ascending
    Preflight preflight;
    std::vector<Candidate> candidates; // ranked
    std::vector<Exclusion> exclusions;
};

struct ImpactedBatch
{
    std::string batch;
    bool isImpacted = false;
    Phrase reason; // for each batch in and out
    std::string disposition; // as recorded, empty if unknown
    std::string distributed;
};

struct FailureAssessment
{
    std::string deviationId;
    std::string classification;
    Contribution contribution = Contribution::Inconclusive;
    std::string leadingAsset; // empty if none leads
    Verdict verdict = Verdict::Insufficient; // of the leading candidate
    Phrase statement;
    std::vector<Phrase> supports; // sentences for
    std::vector<Phrase> against; // sentences against
    std::vector<Phrase> rivals; // other causes considered, each with its finding
    std::vector<int> order; // positions in its analysis' candidates, best for this failure first
    std::vector<bool> exposedHere; // parallel to the analysis' candidates
    std::vector<ImpactedBatch> batches;
    std::vector<Pin> pins; // recorded for this failure, ascending by id
};

struct AnalysisPlan
{
    std::string templateName; // "default" or the deviation class' template
    std::string anchor = "occurred";
    std::string clock = "wall";
    std::string before = "72h";
    std::string after = "4h";
    std::string scope = "unit";
    int controls = 10;
    std::map<std::string, std::string> perClassification; // classification -> template name
    std::string correction = "holm";
    std::string version; // of the templates
    Digest templatesHash{}; // of their text; zeros: the built-in ones
    bool exploratory = false;
    int looks = 0; // results computed with other parameters than the frozen ones
    Digest hash{}; // over everything above but exploratory and looks
};

struct AssessmentResult
{
    AnalysisPlan plan;
    Preflight preflight; // over all classifications
    std::vector<Analysis> analyses; // ascending by classification
    std::vector<FailureAssessment> assessments; // ascending by deviation id
};

} // namespace antecedent
