// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/cause_tests.h"

#include "model/evidence/condition/constants.h"
#include "model/evidence/condition/negative_control.h"
#include "model/evidence/statistics/fisher_test.h"
#include "model/evidence/statistics/multiplicity.h"
#include "model/evidence/statistics/rank_test.h"

#include <algorithm>
#include <set>

namespace antecedent::condition {

const char* const kConditionClass = "condition beyond its matched range";

namespace {

using Strata = std::map<std::string, statistics::TwoByTwo>;

std::string stratumOf(const Dataset& dataset, BatchIndex batch)
{
    return batch.valid() ? dataset.batches[batch.value].product : std::string();
}

Strata strataOf(const std::vector<WindowUse>& windows)
{
    Strata strata;
    for (const WindowUse& w : windows) {
        statistics::TwoByTwo& table = strata[w.stratum];
        (w.isCase ? table.cases : table.controls) += 1;
        (w.isCase ? table.casesExposed : table.controlsExposed) += w.exposed ? 1 : 0;
    }
    return strata;
}

statistics::FisherResult fisherOf(const std::vector<WindowUse>& windows)
{
    std::vector<statistics::TwoByTwo> tables;
    for (const auto& entry : strataOf(windows))
        tables.push_back(entry.second);
    return statistics::fisherTest(tables);
}

void fillTest(Candidate& c)
{
    const statistics::FisherResult fisher = fisherOf(c.windows);
    c.design = "batch";
    c.caseExposed = fisher.total.casesExposed;
    c.caseWindows = fisher.total.cases;
    c.controlExposed = fisher.total.controlsExposed;
    c.controlWindows = fisher.total.controls;
    c.pExact = fisher.exact.p;
    c.pMid = fisher.exact.pMid;
    c.pSmallest = fisher.exact.pSmallest;
    c.ciLow = fisher.exact.ciLow;
    c.ciHigh = fisher.exact.ciHigh;
    c.oddsRatio = fisher.exact.medianUnbiased;
    const auto note = [&](const char* name, const std::optional<double>& value) {
        if (value)
            c.more[name] = *value;
    };
    note("or_conditional_ml", fisher.exact.conditionalMl);
    note("or_firth", fisher.exact.firth);
    note("or_mantel_haenszel", fisher.mantelHaenszel);
    note("p_less_often", fisher.exact.pLower);
    if (const auto ratio = fisher.exact.medianUnbiased ? fisher.exact.medianUnbiased : fisher.exact.firth)
        c.more["e_value"] = statistics::eValue(*ratio);
    std::vector<statistics::TwoByTwo> tables;
    for (const auto& entry : strataOf(c.windows))
        tables.push_back(entry.second);
    c.more["p_crude"] = statistics::crudeFisherTest(tables).exact.p;
}

// One failure alone: the exceedance says at most 1 in 10, its exact rank among the good uses says more.
void fillRank(Candidate& c)
{
    std::map<std::string, statistics::RankStratum> strata;
    for (const WindowUse& w : c.windows)
        (w.isCase ? strata[w.stratum].cases : strata[w.stratum].controls).push_back(w.value.value_or(0));
    std::vector<statistics::RankStratum> list;
    for (const auto& entry : strata)
        list.push_back(entry.second);
    const statistics::RankResult rank = statistics::rankTest(list);
    if (rank.strata == 0)
        return;
    c.design = "rank";
    c.more["p_exceedance"] = c.pExact.value_or(1);
    c.pExact = rank.pHigh;
    c.pMid.reset();
    c.pSmallest = rank.pSmallest / 2; // one-sided
    c.more["p_two_sided"] = rank.pTwoSided;
    // The interval is that of the exceedance, not of the rank.
    c.oddsRatio.reset();
    c.ciLow.reset();
    c.ciHigh.reset();
    const double own = c.windows.front().value.value_or(0); // the case stands first
    c.more["controls_as_high"] = static_cast<double>(std::count_if(
        c.windows.begin() + 1, c.windows.end(), [&](const WindowUse& w) { return w.value.value_or(0) >= own; }));
}

class ConditionTest
{
public:
    ConditionTest(const ConditionModel& model, const std::vector<TestedCase>& cases, AssetIndex asset)
        : m_model(model)
        , m_cases(cases)
        , m_asset(asset)
        , m_unit(model.plant.units[model.plant.slotOf[asset.value]])
        , m_ratios(model.ratios.at(asset))
    {
        m_limit = upperQuantile(m_ratios.goodFindings, kExceedance);
    }

    CauseTest make()
    {
        Candidate& c = m_result.candidate;
        c.kind = CandidateKind::Condition;
        c.assetId = m_model.plant.dataset().assets[m_asset.value].id;
        c.eventClass = kConditionClass;
        c.name = c.eventClass + " @ " + c.assetId;
        addCases();
        addControls();
        fillTest(c);
        if (c.caseWindows == 1)
            fillRank(c);
        c.more["limit"] = m_limit;
        checkLimits();
        checkPeer();
        return std::move(m_result);
    }

private:
    void addCases()
    {
        std::set<BatchIndex> seen;
        for (const TestedCase& tested : m_cases) {
            const Suspect* suspect = findSuspect(tested, m_asset);
            const double finding = suspect == nullptr ? 0 : m_ratios.findings[suspect->use];
            m_result.isExposed.push_back(suspect != nullptr && finding > m_limit);
            m_result.ownRank.push_back(suspect == nullptr ? OwnRank{} : ownRank(suspect->use));
            const BatchIndex batch = tested.batchCase.deviation->batch;
            if (suspect == nullptr || !seen.insert(batch).second)
                continue;
            m_usedByCases.insert(suspect->use);
            addWindow(suspect->use, batch, tested.batchCase.deviation->id);
        }
    }

    // Uses that are closer than the exclusion gap share the condition of this one and are no controls.
    OwnRank ownRank(std::uint32_t use) const
    {
        OwnRank rank;
        for (std::uint32_t k = 0; k < m_unit.uses.size(); ++k)
            if (m_model.plant.isGood(m_unit.uses[k]) && !isWithinGap(k, use)) {
                ++rank.controls;
                rank.asHigh += m_ratios.findings[k] >= m_ratios.findings[use] ? 1 : 0;
            }
        rank.p = (rank.asHigh + 1.0) / (rank.controls + 1.0);
        return rank;
    }

    static bool isWithinGap(std::uint32_t a, std::uint32_t b) { return (a > b ? a - b : b - a) <= kGapUses; }

    // `failure`: of a case; empty for controls.
    void addWindow(std::uint32_t use, BatchIndex batch, const std::string& failure)
    {
        const Dataset& dataset = m_model.plant.dataset();
        const Use& used = m_unit.uses[use];
        WindowUse w;
        w.isCase = !failure.empty();
        w.failure = failure;
        if (batch.valid())
            w.batch = dataset.batches[batch.value].id;
        w.id = w.isCase ? failure : w.batch.empty() ? formatUtc(Timestamp(Duration(used.begin))) : w.batch;
        w.stratum = m_unit.isService ? std::string() : stratumOf(dataset, used.batch);
        w.interval = Interval{Timestamp(Duration(used.begin)), Timestamp(Duration(used.end))};
        w.value = m_ratios.findings[use];
        w.exposed = *w.value > m_limit;
        w.records = used.records;
        m_result.candidate.windows.push_back(std::move(w));
    }

    void addControls()
    {
        std::set<std::string> strata;
        for (const WindowUse& w : m_result.candidate.windows)
            strata.insert(w.stratum);
        for (std::uint32_t k = 0; k < m_unit.uses.size(); ++k) {
            const Use& use = m_unit.uses[k];
            const bool isUsable = m_unit.isService ? !m_usedByCases.contains(k) : m_model.plant.isGood(use);
            // One failure alone is ranked by its neighbourhood; among several the gaps would leave few controls.
            if (m_usedByCases.size() == 1 && isWithinGap(k, *m_usedByCases.begin()))
                continue;
            const std::string stratum =
                m_unit.isService ? std::string() : stratumOf(m_model.plant.dataset(), use.batch);
            if (isUsable && strata.contains(stratum))
                addWindow(k, use.batch, {});
        }
    }

    // Does it hold with a wider and a narrower matched range?
    void checkLimits()
    {
        const Candidate& c = m_result.candidate;
        if (c.design != "batch" || c.pExact.value_or(1) >= kAlpha)
            return;
        for (const double share : {kExceedanceWide, kExceedanceNarrow}) {
            std::vector<WindowUse> windows = c.windows;
            const double limit = upperQuantile(m_ratios.goodFindings, share);
            for (WindowUse& w : windows)
                w.exposed = w.value.value_or(0) > limit;
            if (fisherOf(windows).exact.p >= kAlpha)
                m_result.doubt = phrase("it does not hold with the matched range at %1 % instead of %2 %",
                    static_cast<int>(share * 100 + 0.5), static_cast<int>(kExceedance * 100 + 0.5));
        }
    }

    // Is an unrelated asset of the kind beyond its range at the same times?
    void checkPeer()
    {
        const std::optional<NegativeControl> control = negativeControl(m_model, m_cases, m_asset);
        if (!control)
            return;
        Candidate& c = m_result.candidate;
        c.more["p_negative_control"] = control->p;
        if (c.pExact.value_or(1) >= kAlpha || control->p >= kAlpha)
            return;
        Phrase peer = phrase("it is seen as well at %1, which these batches did not use (%2 of %3)",
            m_model.plant.dataset().assets[control->peer.value].id, control->casesExposed, control->cases);
        m_result.doubt = m_result.doubt.empty() ? std::move(peer) : listOf({m_result.doubt, std::move(peer)}, "; ");
    }

    const ConditionModel& m_model;
    const std::vector<TestedCase>& m_cases;
    AssetIndex m_asset;
    const UnitUses& m_unit;
    const AssetRatios& m_ratios;
    double m_limit = 0;
    std::set<std::uint32_t> m_usedByCases;
    CauseTest m_result;
};

// Name of the rival's class as events have it.
std::string className(const RivalKey& key)
{
    return std::string(toText(key.kind)) + ":" + key.name;
}

} // namespace

double upperQuantile(const std::vector<double>& ascending, double share)
{
    if (ascending.empty())
        return 0;
    return ascending[static_cast<std::size_t>(share * static_cast<double>(ascending.size() - 1))];
}

const Suspect* findSuspect(const TestedCase& tested, AssetIndex asset)
{
    const auto found = std::lower_bound(tested.suspects.begin(), tested.suspects.end(), asset,
        [](const Suspect& s, AssetIndex a) { return s.asset < a; });
    return found != tested.suspects.end() && found->asset == asset ? &*found : nullptr;
}

CauseTest testCondition(const ConditionModel& model, const std::vector<TestedCase>& cases, AssetIndex asset)
{
    return ConditionTest(model, cases, asset).make();
}

CauseTest testByBatch(const ConditionModel& model, const std::vector<TestedCase>& cases, const RivalRecords& shown,
    const std::set<BatchIndex>* known)
{
    const Dataset& dataset = model.plant.dataset();
    CauseTest result;
    Candidate& c = result.candidate;
    std::set<std::string> strata;
    std::set<BatchIndex> seen;
    const auto add = [&](BatchIndex batch, const std::string& failure) {
        if (known != nullptr && !known->contains(batch)) {
            ++c.uncovered;
            return;
        }
        WindowUse w;
        w.isCase = !failure.empty();
        w.failure = failure;
        w.batch = dataset.batches[batch.value].id;
        w.id = w.isCase ? failure : w.batch;
        w.stratum = stratumOf(dataset, batch);
        const auto found = shown.find(batch);
        w.exposed = found != shown.end();
        if (w.exposed)
            w.records = found->second;
        c.windows.push_back(std::move(w));
    };
    for (const TestedCase& tested : cases) {
        const BatchIndex batch = tested.batchCase.deviation->batch;
        result.isExposed.push_back(shown.contains(batch));
        result.ownRank.emplace_back();
        strata.insert(stratumOf(dataset, batch));
        if (seen.insert(batch).second)
            add(batch, tested.batchCase.deviation->id);
    }
    for (std::size_t b = 0; b < dataset.batches.size(); ++b) {
        const auto batch = indexOf<BatchIndexTag>(b);
        if (!model.plant.isFailed[b] && strata.contains(stratumOf(dataset, batch)))
            add(batch, {});
    }
    fillTest(c);
    const auto looked = static_cast<double>(c.windows.size()) + c.uncovered;
    c.coverage = looked > 0 ? static_cast<double>(c.windows.size()) / looked : 0;
    return result;
}

CauseTest testRival(const ConditionModel& model, const std::vector<TestedCase>& cases, const RivalKey& key)
{
    CauseTest result = testByBatch(model, cases, model.rivals.exposures().at(key));
    Candidate& c = result.candidate;
    c.kind = key.kind;
    c.eventClass = className(key);
    c.assetId = key.asset.valid() ? model.plant.dataset().assets[key.asset.value].id : std::string();
    c.name = c.eventClass + (c.assetId.empty() ? "" : " @ " + c.assetId);
    return result;
}

} // namespace antecedent::condition
