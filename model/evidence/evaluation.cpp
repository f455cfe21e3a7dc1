// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/evaluation.h"

#include "model/evidence/statistics/fisher_test.h"
#include "model/evidence/statistics/matched_test.h"
#include "model/evidence/statistics/multiplicity.h"

#include <algorithm>

namespace antecedent {

namespace {

// One window of the test: covered, of a set that counts.
struct Use
{
    std::uint32_t set = 0;
    std::uint32_t window = 0;
    const DraftExposure* exposure = nullptr; // null: nothing seen
    bool isCase = false;
};

struct Uses
{
    std::vector<Use> windows; // case before its controls, set by set
    int uncovered = 0;
    int looked = 0; // covered and uncovered together
    int uncoveredCases = 0;
};

const DraftExposure* find(const CandidateDraft& draft, std::uint32_t window)
{
    const auto found = std::lower_bound(draft.exposures.begin(), draft.exposures.end(), window,
        [](const DraftExposure& e, std::uint32_t w) { return e.window < w; });
    return found != draft.exposures.end() && found->window == window ? &*found : nullptr;
}

Uses usesOf(const Design& design, const CandidateDraft& draft, WindowCoverage& coverage)
{
    Uses uses;
    const auto isCovered = [&](std::uint32_t window) {
        ++uses.looked;
        const bool is = coverage.isCovered(draft.table, draft.category, window);
        uses.uncovered += is ? 0 : 1;
        return is;
    };
    for (const std::uint32_t s : draft.sets) {
        const DesignSet& set = design.sets[s];
        if (!set.counts)
            continue;
        if (!isCovered(set.caseWindow)) {
            ++uses.uncoveredCases;
            continue;
        }
        uses.windows.push_back({s, set.caseWindow, find(draft, set.caseWindow), true});
        for (const std::uint32_t control : set.controls)
            if (isCovered(control))
                uses.windows.push_back({s, control, find(draft, control), false});
    }
    return uses;
}

// The tables of the exact test.
struct Tables
{
    std::vector<statistics::MatchedSet> inTime;
    std::vector<statistics::TwoByTwo> byBatch;
};

template <class IsExposed, class IsSetUsed>
Tables tablesOf(const Design& design, const Uses& uses, IsExposed isExposed, IsSetUsed isSetUsed)
{
    Tables tables;
    std::map<std::string, statistics::TwoByTwo> strata;
    for (const Use& use : uses.windows) {
        const DesignSet& set = design.sets[use.set];
        if (!isSetUsed(use.set))
            continue;
        const bool exposed = isExposed(use);
        if (set.isByBatch) {
            statistics::TwoByTwo& table = strata[set.stratum];
            (use.isCase ? table.cases : table.controls) += 1;
            (use.isCase ? table.casesExposed : table.controlsExposed) += exposed ? 1 : 0;
            continue;
        }
        if (use.isCase)
            tables.inTime.push_back({exposed, 0, 0});
        tables.inTime.back().windows += 1;
        tables.inTime.back().exposed += exposed ? 1 : 0;
    }
    for (const auto& entry : strata)
        tables.byBatch.push_back(entry.second);
    return tables;
}

statistics::ExactResult test(const Tables& tables)
{
    int observed = 0;
    for (const statistics::MatchedSet& set : tables.inTime)
        observed += set.isCaseExposed && set.exposed < set.windows ? 1 : 0;
    for (const statistics::TwoByTwo& table : tables.byBatch)
        observed += table.casesExposed;
    return statistics::infer(
        statistics::convolve(statistics::matchedFamily(tables.inTime), statistics::fisherFamily(tables.byBatch)),
        observed);
}

std::optional<double> mantelHaenszel(const Tables& tables)
{
    std::vector<statistics::TwoByTwo> strata = tables.byBatch;
    for (const statistics::MatchedSet& s : tables.inTime) {
        const int isCase = s.isCaseExposed ? 1 : 0;
        strata.push_back({isCase, 1, s.exposed - isCase, s.windows - 1});
    }
    double numerator = 0;
    double denominator = 0;
    for (const statistics::TwoByTwo& t : strata) {
        const double n = t.cases + t.controls;
        numerator += n > 0 ? t.casesExposed * static_cast<double>(t.controls - t.controlsExposed) / n : 0;
        denominator += n > 0 ? (t.cases - t.casesExposed) * static_cast<double>(t.controlsExposed) / n : 0;
    }
    return denominator > 0 ? std::optional(numerator / denominator) : std::nullopt;
}

bool isExposed(const Use& use)
{
    return use.exposure != nullptr && use.exposure->isExposed;
}

bool isAnySet(std::uint32_t /*set*/)
{
    return true;
}

void count(const Uses& uses, Candidate& c)
{
    std::vector<Duration> lags;
    for (const Use& use : uses.windows) {
        (use.isCase ? c.caseWindows : c.controlWindows) += 1;
        (use.isCase ? c.caseExposed : c.controlExposed) += isExposed(use) ? 1 : 0;
        if (use.isCase && isExposed(use) && use.exposure->latest)
            lags.push_back(*use.exposure->latest);
    }
    c.uncovered = uses.uncovered;
    c.coverage = uses.looked == 0 ? 0 : static_cast<double>(uses.looked - uses.uncovered) / uses.looked;
    if (lags.empty())
        return;
    std::sort(lags.begin(), lags.end());
    const std::size_t half = lags.size() / 2;
    const double upper = toSeconds(lags[half]);
    c.medianOffsetS = lags.size() % 2 == 1 ? upper : (toSeconds(lags[half - 1]) + upper) / 2;
}

void fillTest(const Tables& tables, Candidate& c)
{
    const statistics::ExactResult exact = test(tables);
    c.pExact = exact.p;
    c.pMid = exact.pMid;
    c.pSmallest = exact.pSmallest;
    c.ciLow = exact.ciLow;
    c.ciHigh = exact.ciHigh;
    c.oddsRatio = exact.medianUnbiased;
    const auto note = [&](const char* name, const std::optional<double>& value) {
        if (value)
            c.more[name] = *value;
    };
    note("or_conditional_ml", exact.conditionalMl);
    note("or_firth", exact.firth);
    note("or_mantel_haenszel", mantelHaenszel(tables));
    note("ci_low_mid_p", exact.ciLowMid);
    note("ci_high_mid_p", exact.ciHighMid);
    note("p_less_often", exact.pLower);
    if (const std::optional<double> ratio = exact.medianUnbiased ? exact.medianUnbiased : exact.firth)
        c.more["e_value"] = statistics::eValue(*ratio);
    const bool hasTime = !tables.inTime.empty();
    c.design = hasTime && !tables.byBatch.empty() ? "time+batch" : hasTime ? "time" : "batch";
}

void fillNegativeControl(const Design& design, const CandidateDraft& draft, const Uses& uses, Candidate& c)
{
    if (!draft.hasAfter)
        return;
    const auto isUsed = [&](std::uint32_t s) { return design.sets[s].isFreeAfter; };
    const auto isAfter = [&](const Use& use) {
        return use.isCase ? std::binary_search(draft.afterSets.begin(), draft.afterSets.end(), use.set)
                          : isExposed(use);
    };
    const Tables tables = tablesOf(design, uses, isAfter, isUsed);
    if (!tables.inTime.empty())
        c.pAfter = test(tables).p;
}

void fillCoFailures(const Design& design, const Uses& uses, Candidate& c)
{
    for (const Use& use : uses.windows)
        if (use.isCase && isExposed(use))
            for (const CoFailure& other : design.sets[use.set].coFailures)
                c.coFailures.push_back(
                    phrase("%1 with %2 (%3)", design.window(use.window).id, other.id, other.classification));
    if (c.coFailures.empty())
        return;
    const auto isAlone = [&](std::uint32_t s) { return design.sets[s].coFailures.empty(); };
    c.pWithoutCoFailures = test(tablesOf(design, uses, isExposed, isAlone)).p;
}

void fillWindows(const AlignmentContext& context, const Design& design, const Uses& uses, Candidate& c)
{
    for (const Use& use : uses.windows) {
        const AlignedWindow& window = design.window(use.window);
        const DesignSet& set = design.sets[use.set];
        WindowUse out;
        out.id = window.id;
        out.isCase = use.isCase;
        out.failure = design.failureOf(set).id;
        out.stratum = set.isByBatch ? set.stratum : out.failure;
        if (!set.isByBatch || use.isCase)
            out.interval = window.interval;
        if (set.isByBatch && window.batch.valid())
            out.batch = context.dataset.batches[window.batch.value].id;
        if (!use.isCase && !out.batch.empty())
            out.id = out.batch;
        out.exposed = isExposed(use);
        if (out.exposed) {
            out.records = use.exposure->records;
            if (use.exposure->latest)
                out.lagS = toSeconds(*use.exposure->latest);
        }
        c.windows.push_back(std::move(out));
    }
}

} // namespace

bool WindowCoverage::isCovered(TableId table, std::uint32_t category, std::uint32_t window)
{
    const auto [entry, isNew] = m_known.try_emplace({table, category, window}, false);
    if (isNew)
        entry->second =
            m_context.coverage.share(table, category, m_design.window(window).interval) >= m_design.options.minCoverage;
    return entry->second;
}

Evaluation evaluate(
    const AlignmentContext& context, const Design& design, const CandidateDraft& draft, WindowCoverage& coverage)
{
    Evaluation result;
    Candidate& c = result.candidate;
    c.kind = draft.kind;
    c.assetId = draft.asset.valid() ? context.dataset.assets[draft.asset.value].id : std::string();
    c.assetClass = draft.group;
    c.eventClass = draft.eventClass;
    c.name = candidateName(context.dataset, draft);
    c.isSymptom = draft.isSymptom;
    const Uses uses = usesOf(design, draft, coverage);
    count(uses, c);
    fillTest(tablesOf(design, uses, isExposed, isAnySet), c);
    fillNegativeControl(design, draft, uses, c);
    fillCoFailures(design, uses, c);
    fillWindows(context, design, uses, c);
    const auto isAdverse = [](const Use& use) {
        return use.exposure != nullptr && (use.isCase ? use.exposure->isCertain : use.exposure->isPossible);
    };
    result.pAdverse = test(tablesOf(design, uses, isAdverse, isAnySet)).p;
    c.pClocks = result.pAdverse;
    return result;
}

} // namespace antecedent
