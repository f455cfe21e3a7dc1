// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/analysis.h"

#include "model/base/text.h"
#include "model/evidence/evaluation.h"
#include "model/evidence/statistics/fisher_test.h"
#include "model/evidence/statistics/matched_test.h"
#include "model/evidence/statistics/multiplicity.h"
#include "model/evidence/statistics/permutation_max.h"
#include "model/evidence/statistics/power.h"
#include "model/evidence/verdict.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

namespace antecedent {

namespace {

constexpr double kAlpha = 0.05;

using CandidateKey = std::tuple<std::string, std::string, std::string>; // event class, asset, group

CandidateKey keyOf(const Candidate& c)
{
    return {c.eventClass, c.assetId, c.assetClass};
}

// The family of one classification after correction.
struct Family
{
    std::vector<Evaluation> evaluations;
    statistics::Testability testability;
};

// A class that another generator tested (a lot, an operator action) is not tested twice.
void dropRepeated(Family& family, const std::vector<TestedCandidate>& further)
{
    std::set<CandidateKey> keys;
    for (const TestedCandidate& tested : further)
        keys.insert(keyOf(tested.candidate));
    std::erase_if(family.evaluations, [&](const Evaluation& e) { return keys.contains(keyOf(e.candidate)); });
}

Family testAll(
    const AlignmentContext& context, const Design& design, bool mergeEqual, const std::vector<TestedCandidate>& further)
{
    Family family;
    WindowCoverage coverage(context, design);
    for (const CandidateDraft& draft : eventCandidates(context, design, mergeEqual)) {
        Evaluation e = evaluate(context, design, draft, coverage);
        if (e.candidate.caseWindows > 0)
            family.evaluations.push_back(std::move(e));
    }
    dropRepeated(family, further);
    for (const TestedCandidate& tested : further)
        family.evaluations.push_back({tested.candidate, tested.candidate.pExact.value_or(1), true, tested.doubt});
    std::vector<double> smallest;
    for (const Evaluation& e : family.evaluations)
        smallest.push_back(e.candidate.pSmallest.value_or(1));
    family.testability = statistics::testability(smallest, kAlpha);
    std::vector<std::size_t> tested;
    std::vector<double> p;
    for (std::size_t i = 0; i < family.evaluations.size(); ++i)
        if (family.testability.isTestable[i]) {
            tested.push_back(i);
            p.push_back(family.evaluations[i].candidate.pExact.value_or(1));
        }
    const std::vector<double> holm = statistics::adjustHolm(p);
    const std::vector<double> bh = statistics::adjustBenjaminiHochberg(p);
    const std::vector<double> by = statistics::adjustBenjaminiYekutieli(p);
    for (std::size_t k = 0; k < tested.size(); ++k) {
        Candidate& c = family.evaluations[tested[k]].candidate;
        c.pAdjusted = holm[k];
        c.more["p_benjamini_hochberg"] = bh[k];
        c.more["p_benjamini_yekutieli"] = by[k];
    }
    return family;
}

// Where a candidate's windows stand in the matched sets that count.
statistics::PermutationCandidate permutationOf(const Candidate& c,
    const std::map<std::string, std::pair<std::uint32_t, std::size_t>>& places, const std::vector<int>& windows)
{
    std::map<std::uint32_t, statistics::PermutationSet> sets;
    for (const WindowUse& use : c.windows) {
        const auto place = places.find(use.id);
        if (place == places.end())
            continue;
        const auto [s, w] = place->second;
        statistics::PermutationSet& set = sets[s];
        if (set.isUsed.empty()) {
            set.set = s;
            set.isUsed.resize(static_cast<std::size_t>(windows[s]));
            set.isExposed.resize(static_cast<std::size_t>(windows[s]));
        }
        set.isUsed[w] = true;
        set.isExposed[w] = use.exposed;
    }
    statistics::PermutationCandidate candidate;
    for (auto& entry : sets)
        candidate.sets.push_back(std::move(entry.second));
    return candidate;
}

// method.md C3 over the matched windows in time: beside Holm, for the twin; it decides nothing.
void notePermutation(const Design& design, Family& family)
{
    constexpr std::size_t kMostSets = 500; // with more failures Holm has power enough, and the draws would take long
    std::map<std::string, std::pair<std::uint32_t, std::size_t>> places;
    std::vector<int> windows;
    for (const DesignSet& set : design.sets) {
        if (!set.counts || set.isByBatch)
            continue;
        const auto s = static_cast<std::uint32_t>(windows.size());
        places[design.window(set.caseWindow).id] = {s, 0};
        for (std::size_t i = 0; i < set.controls.size(); ++i)
            places[design.window(set.controls[i]).id] = {s, i + 1};
        windows.push_back(static_cast<int>(set.controls.size()) + 1);
    }
    if (windows.empty() || windows.size() > kMostSets)
        return;
    std::vector<Candidate*> tested;
    std::vector<statistics::PermutationCandidate> candidates;
    for (Evaluation& e : family.evaluations)
        if (!e.isTestedElsewhere) {
            tested.push_back(&e.candidate);
            candidates.push_back(permutationOf(e.candidate, places, windows));
        }
    const std::vector<double> p = statistics::adjustByPermutation(windows, candidates);
    for (std::size_t i = 0; i < tested.size(); ++i)
        tested[i]->more["p_permutation"] = p[i];
}

bool isSignificant(const Candidate& c)
{
    return c.pAdjusted.value_or(1) < kAlpha && c.ciLow.value_or(0) > 1;
}

// A window length times a share; nullopt for lengths that end at an event.
std::optional<WindowLength> scaled(const WindowLength& length, int percent)
{
    WindowLength result = length;
    if (length.unit == LengthUnit::Since)
        return std::nullopt;
    if (length.unit == LengthUnit::Wall || length.unit == LengthUnit::Procedure)
        result.wall = length.wall * percent / 100;
    else
        result.amount = std::max(1.0, std::round(length.amount * percent / 100));
    return result;
}

// Each candidate at another window length.
struct Outcomes
{
    std::string before;
    std::map<CandidateKey, WindowRun> runs;

    WindowRun of(const Candidate& c) const
    {
        const auto found = runs.find(keyOf(c));
        WindowRun run = found != runs.end() ? found->second : WindowRun{};
        run.before = before;
        return run;
    }
};

Result<std::optional<Outcomes>> sensitivityRun(
    const AlignmentContext& context, const Design& design, int percent, const std::stop_token& stop)
{
    const std::optional<WindowLength> length = scaled(design.options.before, percent);
    if (!length)
        return std::optional<Outcomes>();
    WindowOptions options = design.options;
    options.before = *length;
    const Result<Design> other = buildDesign(context, design.classification, design.given, options, stop);
    if (!other)
        return other.error();
    Outcomes outcomes;
    outcomes.before = toText(*length);
    for (const Evaluation& e : testAll(context, *other, false, {}).evaluations) {
        const Candidate& c = e.candidate;
        outcomes.runs[keyOf(c)] = WindowRun{{}, c.caseExposed, c.caseWindows, c.controlExposed, c.controlWindows,
            c.pExact, c.pAdjusted, isSignificant(c)};
    }
    return std::optional(std::move(outcomes));
}

struct Sensitivity
{
    std::optional<Outcomes> shorter;
    std::optional<Outcomes> longer;
};

Doubts doubtsOf(const Evaluation& e, const Sensitivity& sensitivity, int factor)
{
    Doubts doubts;
    if (!isSignificant(e.candidate))
        return doubts;
    if (e.isTestedElsewhere) {
        doubts.window = e.doubt;
        return doubts;
    }
    const auto holds = [&](const std::optional<Outcomes>& run) { return !run || run->of(e.candidate).isSignificant; };
    const bool shorter = holds(sensitivity.shorter);
    const bool longer = holds(sensitivity.longer);
    if (!shorter || !longer)
        doubts.window = shorter ? phrase("it does not hold with a window 50 % longer")
            : longer            ? phrase("it does not hold with a window 50 % shorter")
                                : phrase("it does not hold with a window 50 % shorter or longer");
    if (e.pAdverse * factor >= kAlpha)
        doubts.clock = phrase("it does not hold if clocks are off by their uncertainty");
    return doubts;
}

int medianOf(std::vector<int> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// Windows are counted, so that no proposal counts twice; the lag and the class's numbers of events may change.
void noteRepeats(const AlignmentContext& context, std::vector<Phrase>& notes)
{
    if (const std::size_t open = context.dataset.openRepeats(); open > 0)
        notes.push_back(plural(open,
            "%1 event seems to stand in two sources and wait for a decision (duplicates); a window counts once all the "
            "same",
            "%1 events seem to stand in two sources and wait for a decision (duplicates); a window counts once all the "
            "same"));
}

void noteCircles(const AlignmentContext& context, std::vector<Phrase>& notes)
{
    std::string names;
    for (const AssetIndex asset : context.scopes.circles())
        names += (names.empty() ? "" : ", ") + context.dataset.assets[asset.value].id;
    if (!names.empty())
        notes.push_back(phrase("the hierarchy of assets runs in a circle at %1: what lies above is cut there; correct "
                               "the parents in the source",
            names));
}

void noteClocks(const AlignmentContext& context, std::vector<Phrase>& notes)
{
    const auto& sources = context.dataset.sources;
    const auto unknown = std::count_if(
        sources.begin(), sources.end(), [](const SourceInfo& source) { return !source.clockUncertainty; });
    if (unknown > 0)
        notes.push_back(phrase("clock uncertainty is not stated for %1 of %2 sources: only the resolution of their "
                               "time stamps is considered",
            unknown, context.dataset.sources.size()));
}

} // namespace

Preflight preflightOf(const Design& design)
{
    Preflight result;
    std::vector<int> controls;
    std::vector<int> windowsInTime;
    std::map<std::string, statistics::TwoByTwo> strata;
    result.failures = static_cast<int>(design.alignment.failures.size());
    const auto count = [&](std::uint32_t window) {
        ++result.windows;
        result.windowsCovered += design.window(window).coverage >= design.options.minCoverage ? 1 : 0;
    };
    for (const DesignSet& set : design.sets) {
        if (!set.counts)
            continue;
        count(set.caseWindow);
        std::for_each(set.controls.begin(), set.controls.end(), count);
        ++result.failuresUsable;
        controls.push_back(static_cast<int>(set.controls.size()));
        if (set.isByBatch) {
            strata[set.stratum].cases += 1;
            strata[set.stratum].controls += static_cast<int>(set.controls.size());
        } else {
            windowsInTime.push_back(static_cast<int>(set.controls.size()) + 1);
        }
    }
    std::vector<statistics::TwoByTwo> tables;
    int cases = 0;
    int batchControls = 0;
    for (const auto& entry : strata) {
        tables.push_back(entry.second);
        cases += entry.second.cases;
        batchControls += entry.second.controls;
    }
    result.controlsPerFailure = medianOf(controls);
    result.notes = design.notes;
    if (result.failuresUsable == 0)
        return result;
    result.smallestReachableP =
        statistics::smallestReachable(windowsInTime) * statistics::smallestReachableByBatch(tables);
    result.powerAtOr5 =
        std::max(statistics::matchedPower(windowsInTime, 5), statistics::batchPower(cases, batchControls, 5));
    return result;
}

Result<Analysis> analyse(
    const AlignmentContext& context, const Design& design, const AnalysisOptions& options, const std::stop_token& stop)
{
    Analysis analysis;
    analysis.classification = design.classification;
    for (const Failure& failure : design.alignment.failures)
        analysis.failures.push_back(failure.id);
    analysis.exclusions = design.exclusions;
    analysis.preflight = preflightOf(design);
    noteClocks(context, analysis.preflight.notes);
    noteRepeats(context, analysis.preflight.notes);
    noteCircles(context, analysis.preflight.notes);
    Family family = testAll(context, design, true, options.further);
    notePermutation(design, family);
    analysis.preflight.candidatesTried = static_cast<int>(family.evaluations.size());
    analysis.preflight.candidatesTestable = family.testability.testable;

    int uncovered = 0;
    for (const Evaluation& e : family.evaluations)
        uncovered = std::max(uncovered, e.candidate.uncovered);
    if (uncovered > 0)
        analysis.preflight.notes.push_back(
            phrase("windows that the source of a candidate does not cover are dropped for it: up to %1 per candidate",
                uncovered));

    Sensitivity sensitivity;
    const bool isAnySignificant = std::any_of(family.evaluations.begin(), family.evaluations.end(),
        [](const Evaluation& e) { return isSignificant(e.candidate) && !e.isTestedElsewhere; });
    if (isAnySignificant) {
        Result<std::optional<Outcomes>> shorter = sensitivityRun(context, design, 50, stop);
        if (!shorter)
            return shorter.error();
        Result<std::optional<Outcomes>> longer = sensitivityRun(context, design, 150, stop);
        if (!longer)
            return longer.error();
        sensitivity = {std::move(*shorter), std::move(*longer)};
        if (!sensitivity.shorter)
            analysis.preflight.notes.push_back(
                phrase("the window ends at an event: its length could not be varied for the sensitivity run"));
    }
    VerdictContext words;
    words.failures = analysis.preflight.failuresUsable;
    words.controlsPerFailure = analysis.preflight.controlsPerFailure;
    words.testable = family.testability.testable;
    words.factor = family.testability.factor;
    words.isExploratory = options.isExploratory;
    for (Evaluation& e : family.evaluations) {
        decide(e.candidate, words, doubtsOf(e, sensitivity, words.factor));
        if (sensitivity.shorter && !e.isTestedElsewhere)
            e.candidate.shorter = sensitivity.shorter->of(e.candidate);
        if (sensitivity.longer && !e.isTestedElsewhere)
            e.candidate.longer = sensitivity.longer->of(e.candidate);
        analysis.candidates.push_back(std::move(e.candidate));
    }
    rankCandidates(analysis.candidates);
    return analysis;
}

} // namespace antecedent
