// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/counter_tests.h"

#include "model/evidence/condition/constants.h"
#include "model/evidence/statistics/rank_test.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace antecedent::condition {

namespace {

enum class CounterKind : std::uint8_t { Preventive, Corrective, Calibration, Cleaning };
constexpr CounterKind kCounters[] = {
    CounterKind::Preventive, CounterKind::Corrective, CounterKind::Calibration, CounterKind::Cleaning};

std::string nameOf(CounterKind kind)
{
    switch (kind) {
    case CounterKind::Preventive:
        return "hours since preventive maintenance";
    case CounterKind::Corrective:
        return "hours since corrective maintenance";
    case CounterKind::Calibration:
        return "hours since calibration";
    case CounterKind::Cleaning:
        return "hours since cleaning";
    }
    return {};
}

struct Reset
{
    Us at = 0;
    RecordId record;
};

// When each counter of each asset went back to zero, ascending. Cleaning of a unit is cleaning of its parts.
class ResetLog
{
public:
    explicit ResetLog(const Plant& plant)
        : m_plant(plant)
    {
        const Dataset& dataset = plant.dataset();
        const ResetTable& table = plant.context.configuration.resets;
        for (const WorkOrder& order : dataset.workOrders) {
            if (!order.asset.valid() || !order.finished.known())
                continue;
            const Resets what = table.resetsOf(order);
            const Reset reset{order.finished.utcUs, order.head.id};
            if (what.preventive)
                m_resets[{order.asset, CounterKind::Preventive}].push_back(reset);
            if (what.corrective)
                m_resets[{order.asset, CounterKind::Corrective}].push_back(reset);
        }
        for (const Calibration& c : dataset.calibrations)
            if (c.asset.valid() && c.performed.known())
                m_resets[{c.asset, CounterKind::Calibration}].push_back({c.performed.utcUs, c.head.id});
        for (const Cleaning& c : dataset.cleanings)
            if (c.asset.valid() && c.end.known())
                m_resets[{plant.unitOf[c.asset.value], CounterKind::Cleaning}].push_back(
                    {c.end.utcUs + plant.recordShift, c.head.id});
        for (auto& entry : m_resets)
            std::sort(entry.second.begin(), entry.second.end(),
                [](const Reset& a, const Reset& b) { return std::tie(a.at, a.record) < std::tie(b.at, b.record); });
    }

    // The last reset at or before t; null if there is none.
    const Reset* last(AssetIndex asset, CounterKind kind, Us t) const
    {
        const auto found = m_resets.find({kind == CounterKind::Cleaning ? m_plant.unitOf[asset.value] : asset, kind});
        if (found == m_resets.end())
            return nullptr;
        const auto next = std::upper_bound(
            found->second.begin(), found->second.end(), t, [](Us at, const Reset& r) { return at < r.at; });
        return next == found->second.begin() ? nullptr : &*std::prev(next);
    }

private:
    const Plant& m_plant;
    std::map<std::pair<AssetIndex, CounterKind>, std::vector<Reset>> m_resets;
};

class CounterTest
{
public:
    CounterTest(const ConditionModel& model, const std::vector<TestedCase>& cases, const ResetLog& log,
        AssetIndex asset, CounterKind kind)
        : m_model(model)
        , m_cases(cases)
        , m_log(log)
        , m_asset(asset)
        , m_kind(kind)
        , m_unit(model.plant.units[model.plant.slotOf[asset.value]])
    {
    }

    CauseTest make()
    {
        Candidate& c = m_result.candidate;
        c.kind = CandidateKind::Condition;
        c.assetId = m_model.plant.dataset().assets[m_asset.value].id;
        c.eventClass = nameOf(m_kind);
        c.name = c.eventClass + " @ " + c.assetId;
        std::set<BatchIndex> seen;
        for (const TestedCase& tested : m_cases) {
            const Suspect* suspect = findSuspect(tested, m_asset);
            const BatchIndex batch = tested.batchCase.deviation->batch;
            m_result.ownRank.emplace_back();
            if (suspect != nullptr && seen.insert(batch).second)
                addWindow(suspect->use, batch, tested.batchCase.deviation->id);
        }
        for (std::uint32_t k = 0; k < m_unit.uses.size(); ++k)
            if (m_unit.uses[k].batch.valid() && m_model.plant.isGood(m_unit.uses[k]))
                addWindow(k, m_unit.uses[k].batch, {});
        keepStrataOfCases();
        test();
        return std::move(m_result);
    }

private:
    void addWindow(std::uint32_t k, BatchIndex batch, const std::string& failure)
    {
        const Use& use = m_unit.uses[k];
        const Reset* reset = m_log.last(m_asset, m_kind, use.begin);
        if (reset == nullptr) {
            ++m_result.candidate.uncovered;
            return;
        }
        WindowUse w;
        w.isCase = !failure.empty();
        w.failure = failure;
        w.batch = m_model.plant.dataset().batches[batch.value].id;
        w.id = w.isCase ? failure : w.batch;
        w.stratum = use.product;
        w.interval = Interval{Timestamp(Duration(use.begin)), Timestamp(Duration(use.end))};
        w.value = static_cast<double>(use.begin - reset->at) / static_cast<double>(kHourUs);
        w.records = {reset->record};
        m_result.candidate.windows.push_back(std::move(w));
    }

    void keepStrataOfCases()
    {
        std::vector<WindowUse>& windows = m_result.candidate.windows;
        std::set<std::string> strata;
        for (const WindowUse& w : windows)
            if (w.isCase)
                strata.insert(w.stratum);
        std::erase_if(windows, [&](const WindowUse& w) { return !strata.contains(w.stratum); });
    }

    // Exposed: beyond the middle nine tenths of the good uses, on either side.
    void test()
    {
        Candidate& c = m_result.candidate;
        std::vector<double> controls;
        std::map<std::string, statistics::RankStratum> strata;
        for (const WindowUse& w : c.windows) {
            statistics::RankStratum& stratum = strata[w.stratum];
            (w.isCase ? stratum.cases : stratum.controls).push_back(*w.value);
            if (!w.isCase)
                controls.push_back(*w.value);
        }
        std::sort(controls.begin(), controls.end());
        std::set<std::string> exposedCases;
        for (WindowUse& w : c.windows) {
            const double high = upperRank(controls, *w.value);
            w.exposed = high < kAlpha || high > 1 - kAlpha;
            (w.isCase ? c.caseWindows : c.controlWindows) += 1;
            (w.isCase ? c.caseExposed : c.controlExposed) += w.exposed ? 1 : 0;
            if (w.isCase && w.exposed)
                exposedCases.insert(w.failure);
        }
        for (const TestedCase& tested : m_cases)
            m_result.isExposed.push_back(exposedCases.contains(tested.batchCase.deviation->id));
        std::vector<statistics::RankStratum> list;
        for (const auto& entry : strata)
            list.push_back(entry.second);
        const statistics::RankResult rank = statistics::rankTest(list);
        const auto looked = static_cast<double>(c.windows.size()) + c.uncovered;
        c.coverage = looked > 0 ? static_cast<double>(c.windows.size()) / looked : 0;
        c.design = "rank";
        c.pExact = rank.pTwoSided;
        c.pMid = rank.pTwoSidedMid;
        c.pSmallest = rank.pSmallest;
        c.more["p_high"] = rank.pHigh;
        c.more["p_low"] = rank.pLow;
        if (rank.concordance)
            c.more["concordance"] = *rank.concordance;
    }

    const ConditionModel& m_model;
    const std::vector<TestedCase>& m_cases;
    const ResetLog& m_log;
    AssetIndex m_asset;
    CounterKind m_kind;
    const UnitUses& m_unit;
    CauseTest m_result;
};

} // namespace

std::vector<CauseTest> testCounters(const ConditionModel& model, const std::vector<TestedCase>& cases)
{
    std::set<AssetIndex> assets;
    for (const TestedCase& tested : cases)
        for (const Suspect& suspect : tested.suspects)
            if (suspect.plausibility >= kPlausible
                && !model.plant.units[model.plant.slotOf[suspect.asset.value]].isService)
                assets.insert(suspect.asset);
    const ResetLog log(model.plant);
    std::vector<CauseTest> tests;
    for (const AssetIndex asset : assets)
        for (const CounterKind kind : kCounters) {
            CauseTest test = CounterTest(model, cases, log, asset, kind).make();
            if (test.candidate.caseWindows > 0 && test.candidate.controlWindows > 0)
                tests.push_back(std::move(test));
        }
    return tests;
}

} // namespace antecedent::condition
