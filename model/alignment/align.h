// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Alignment: the events around each failure and around its control windows, in time relative to the anchor (cli.md
// `align`). Controls in time for failures with an asset, control batches for those without; every exclusion is stated
// with a reason. Exposed is an onset in [t0 - before, t0), closed left, open right. Threads: pure; an AlignmentContext
// is immutable.

#include "model/alignment/asset_events.h"
#include "model/alignment/configuration.h"
#include "model/alignment/coverage.h"
#include "model/alignment/failures.h"
#include "model/alignment/in_force.h"
#include "model/alignment/operating_time.h"
#include "model/alignment/scope.h"
#include "model/base/progress.h"

namespace antecedent {

// What every alignment of a Dataset needs, built once; the configuration is the one that the Dataset states
// (parseConfiguration). The Dataset must outlive it; not movable (parts refer to each
// other).
class AlignmentContext
{
public:
    explicit AlignmentContext(const Dataset& dataset, Configuration configuration = builtinConfiguration());
    AlignmentContext(const AlignmentContext&) = delete;
    AlignmentContext& operator=(const AlignmentContext&) = delete;

    const Dataset& dataset;
    const Configuration configuration;
    const UnifiedEvents events;
    const AssetEvents byAsset; // keys are classes
    const InForceIndex inForce;
    const ScopeIndex scopes;
    const OperatingTime operating;
    const CoverageIndex coverage;
    // Positions of events without asset but with a batch, by batch, ascending by time.
    const std::vector<std::vector<std::uint32_t>> assetlessByBatch;
};

struct AlignedEvent
{
    EventIndex event;
    Duration offset{}; // onset minus anchor, negative before
    Duration uncertainty{}; // of the event and the anchor together
    bool isUndetermined = false; // within the uncertainty around the anchor: counts neither way
    bool isInForce = false; // interval that began before t0 and lasts over it (onset may lie before the window)
    bool isAnswer = false; // work order that answers the failure, or the failure's own record: never an antecedent
    // Onset in [t0 - before, t0), order certain, no answer.
    bool isAntecedent = false;
    std::optional<double> clockOffset; // in the unit of the chosen clock if it is not wall
};

struct AlignedWindow
{
    std::string id; // "DEV-001", controls "DEV-001#3", control batches the batch number
    std::uint32_t failure = 0; // position in Alignment::failures
    bool isCase = false;
    bool isBatchControl = false;
    std::string stratum; // matched set: failure id, or product/recipe/unit of control batches
    Timestamp anchor;
    Interval interval; // [anchor - before, anchor)
    Timestamp shownUntil; // anchor + after
    AssetIndex asset;
    BatchIndex batch;
    std::vector<ScopePart> parts;
    double coverage = 0; // smallest share over the record kinds
    std::vector<CoverageIndex::Kind> uncovered; // record kinds that the window says nothing about
    Phrase excluded; // empty: usable; else the reason
    std::vector<AlignedEvent> events; // ascending by (offset, event)
};

struct WindowExclusion
{
    std::string failure;
    Phrase window; // begin of the control window (UTC) or batch number; empty: the failure itself
    Phrase reason;
};

struct Alignment
{
    std::vector<Failure> failures;
    std::vector<AlignedWindow> windows; // per failure: the case, then its controls in time order
    std::vector<WindowExclusion> exclusions;
    std::vector<Phrase> notes; // operating time basis and the like, for the pre-flight line
};

// Error: Cancelled.
Result<Alignment> align(const AlignmentContext& context, const FailureSet& failures, const WindowOptions& options,
    const std::stop_token& stop = {}, const ProgressFn& progress = {});

// --- The parts of align, for callers that need them apart
// -------------------------------------------------------------

// The case window's interval; nullopt with a reason if the data do not reach back (runh, batches, since).
struct CaseInterval
{
    std::optional<Interval> interval;
    Phrase reason;
};
CaseInterval caseInterval(const AlignmentContext& context, const Failure& failure, const WindowLength& before);

// The same with the bounds and the fallback of the options; with the fallback in use the reason says why.
CaseInterval caseInterval(const AlignmentContext& context, const Failure& failure, const WindowOptions& options);

struct ControlWindow
{
    Interval interval;
    Phrase excluded; // reason, or empty
};
// All cells of the fixed grid in the failure's stratum (every k-th where it has more than 10,000), in time order, those
// that can't serve with the reason. The cells that are left are cut to `options.controls` by a deterministic hash
// ("beyond the cap of N").
std::vector<ControlWindow> controlWindows(const AlignmentContext& context, const Failure& failure,
    std::span<const Failure> allFailures, const Interval& caseWindow, const WindowOptions& options);

struct ControlBatch
{
    BatchIndex batch;
    Timestamp anchor; // same step at the same relative time
    AssetIndex unit; // unit of that step
    bool sameUnit = false;
    Phrase excluded;
};
// Other batches of the same product and recipe, ascending by id, each with its anchor or the reason why it can't serve.
std::vector<ControlBatch> controlBatches(const AlignmentContext& context, const Failure& failure);

// All dated failures of the dataset, to keep controls away from: by the anchor rule, else by when they occurred.
std::vector<Failure> allFailures(const Dataset& dataset, const AnchorRule& anchor);

// Fills `window.events` (and nothing else) from its interval, anchor and parts.
void collectEvents(
    const AlignmentContext& context, const Failure& failure, const WindowOptions& options, AlignedWindow& window);

} // namespace antecedent
