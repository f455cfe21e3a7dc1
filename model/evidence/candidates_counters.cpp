// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/candidates_counters.h"

#include "model/evidence/evaluation.h"
#include "model/evidence/statistics/rank_test.h"

#include <algorithm>
#include <array>
#include <map>

namespace antecedent {

namespace {

struct Named
{
    const char* counter;
    const char* hours;
    const char* runHours;
};
constexpr std::array<Named, 5> kCounters{
    {{"since_preventive", "hours since preventive maintenance", "run hours since preventive maintenance"},
        {"since_corrective", "hours since corrective maintenance", "run hours since corrective maintenance"},
        {"since_replacement", "hours since replacement", "run hours since replacement"},
        {"since_calibration", "hours since calibration", "run hours since calibration"},
        {"since_cleaning", "hours since cleaning", "run hours since cleaning"}}};
constexpr std::array<std::pair<const char*, const char*>, 2> kDueKinds{
    {{"calibration", "calibration overdue"}, {"pm", "pm overdue"}}};

// The cards of one set: its case first, then its controls.
struct SetCards
{
    std::uint32_t set = 0;
    std::vector<std::uint32_t> windows;
    std::vector<ConditionCard> cards;
};

std::vector<SetCards> cardsOf(const ConditionFacts& facts, const Design& design)
{
    std::vector<SetCards> all;
    for (std::uint32_t s = 0; s < design.sets.size(); ++s) {
        const DesignSet& set = design.sets[s];
        const Failure& failure = design.failureOf(set);
        if (!set.counts || set.isByBatch || !failure.asset.valid() || set.controls.empty())
            continue;
        SetCards cards;
        cards.set = s;
        cards.windows.push_back(set.caseWindow);
        cards.windows.insert(cards.windows.end(), set.controls.begin(), set.controls.end());
        for (const std::uint32_t w : cards.windows) {
            const Timestamp before = design.window(w).anchor - failure.uncertainty - Duration(1);
            cards.cards.push_back(facts.card(failure.asset, before, AsKnown::Now));
        }
        all.push_back(std::move(cards));
    }
    return all;
}

std::optional<double> valueOf(const ConditionCard& card, const char* counter, bool inRunHours)
{
    const Counter& c = card.counter(counter);
    return inRunHours ? c.runHours : c.hours;
}

// Run hours, if they are known wherever hours are.
bool areRunHoursKnown(const std::vector<SetCards>& sets, const char* counter)
{
    bool isAny = false;
    for (const SetCards& set : sets)
        for (const ConditionCard& card : set.cards) {
            const Counter& c = card.counter(counter);
            if (c.hours && (!c.runHours || card.basis == OperatingBasis::Coverage))
                return false;
            isAny = isAny || c.hours.has_value();
        }
    return isAny;
}

// The asset that all sets share, else the group of failed assets.
void nameAsset(const Design& design, const std::vector<SetCards>& sets, const Dataset& dataset, Candidate& c)
{
    const AssetIndex first = design.failureOf(design.sets[sets.front().set]).asset;
    const bool isOne = std::all_of(sets.begin(), sets.end(),
        [&](const SetCards& s) { return design.failureOf(design.sets[s.set]).asset == first; });
    if (isOne)
        c.assetId = dataset.assets[first.value].id;
    else
        c.assetClass = kFailedAsset;
    c.name = c.eventClass + " @ " + (isOne ? c.assetId : c.assetClass);
}

std::optional<TestedCandidate> counterCandidate(
    const ConditionFacts& facts, const Design& design, const std::vector<SetCards>& sets, const Named& named)
{
    const bool inRunHours = areRunHoursKnown(sets, named.counter);
    TestedCandidate tested;
    Candidate& c = tested.candidate;
    c.kind = CandidateKind::Condition;
    c.design = "rank";
    c.eventClass = inRunHours ? named.runHours : named.hours;
    nameAsset(design, sets, facts.context().dataset, c);
    std::vector<statistics::RankStratum> strata;
    int looked = 0;
    for (const SetCards& set : sets) {
        statistics::RankStratum stratum;
        const std::string failure = design.failureOf(design.sets[set.set]).id;
        for (std::size_t i = 0; i < set.cards.size(); ++i) {
            const std::optional<double> value = valueOf(set.cards[i], named.counter, inRunHours);
            ++looked;
            if (!value) {
                ++c.uncovered;
                continue;
            }
            (i == 0 ? stratum.cases : stratum.controls).push_back(*value);
            WindowUse use;
            use.id = design.window(set.windows[i]).id;
            use.isCase = i == 0;
            use.failure = failure;
            use.stratum = failure;
            use.interval = design.window(set.windows[i]).interval;
            use.value = value;
            use.records.push_back(set.cards[i].counter(named.counter).record);
            c.windows.push_back(std::move(use));
        }
        c.caseWindows += static_cast<int>(stratum.cases.size());
        c.controlWindows += static_cast<int>(stratum.controls.size());
        strata.push_back(std::move(stratum));
    }
    const statistics::RankResult result = statistics::rankTest(strata);
    if (result.strata == 0)
        return std::nullopt;
    c.coverage = static_cast<double>(looked - c.uncovered) / looked;
    c.pExact = result.pTwoSided;
    c.pMid = result.pTwoSidedMid;
    c.pSmallest = result.pSmallest;
    c.more["concordance"] = result.concordance.value_or(0.5);
    c.more["p_high"] = result.pHigh;
    c.more["p_low"] = result.pLow;
    return tested;
}

std::optional<TestedCandidate> overdueCandidate(const ConditionFacts& facts, const Design& design,
    const std::vector<SetCards>& sets, const std::pair<const char*, const char*>& named)
{
    const char* kind = named.first;
    CandidateDraft draft;
    draft.kind = CandidateKind::Condition;
    draft.eventClass = named.second;
    draft.table = std::string_view(kind) == "pm" ? TableId::WorkOrders : TableId::Calibrations;
    std::vector<SetCards> known;
    for (const SetCards& set : sets) {
        const bool isUnknown = std::any_of(set.cards.begin(), set.cards.end(), [&](const ConditionCard& card) {
            return std::find(card.dueUnknown.begin(), card.dueUnknown.end(), kind) != card.dueUnknown.end();
        });
        if (isUnknown)
            continue;
        draft.sets.push_back(set.set);
        known.push_back(set);
        for (std::size_t i = 0; i < set.cards.size(); ++i) {
            DraftExposure exposure;
            exposure.window = set.windows[i];
            for (const Overdue& overdue : set.cards[i].overdue)
                if (overdue.kind == kind)
                    exposure.records.push_back(overdue.record);
            if (exposure.records.empty())
                continue;
            std::sort(exposure.records.begin(), exposure.records.end());
            exposure.isExposed = exposure.isCertain = exposure.isPossible = true;
            draft.exposures.push_back(std::move(exposure));
        }
    }
    if (draft.exposures.empty())
        return std::nullopt;
    std::sort(draft.exposures.begin(), draft.exposures.end(),
        [](const DraftExposure& a, const DraftExposure& b) { return a.window < b.window; });
    draft.group = kFailedAsset;
    WindowCoverage coverage(facts.context(), design);
    TestedCandidate tested;
    tested.candidate = evaluate(facts.context(), design, draft, coverage).candidate;
    if (tested.candidate.caseWindows == 0)
        return std::nullopt;
    tested.candidate.assetClass.clear();
    nameAsset(design, known, facts.context().dataset, tested.candidate);
    return tested;
}

} // namespace

std::vector<TestedCandidate> counterCandidates(const ConditionFacts& facts, const Design& design)
{
    std::vector<TestedCandidate> result;
    const std::vector<SetCards> sets = cardsOf(facts, design);
    if (sets.empty())
        return result;
    for (const Named& named : kCounters)
        if (std::optional<TestedCandidate> tested = counterCandidate(facts, design, sets, named))
            result.push_back(std::move(*tested));
    for (const auto& named : kDueKinds)
        if (std::optional<TestedCandidate> tested = overdueCandidate(facts, design, sets, named))
            result.push_back(std::move(*tested));
    return result;
}

} // namespace antecedent
