// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/rivals.h"

#include "model/base/text.h"
#include "model/evidence/condition/constants.h"

#include <algorithm>
#include <limits>
#include <set>

namespace antecedent::condition {

RivalFinder::RivalFinder(const Plant& plant)
    : m_plant(plant)
{
    const Dataset& dataset = plant.dataset();
    for (std::size_t b = 0; b < dataset.batches.size(); ++b)
        if (!plant.isFailed[b]) {
            m_good.push_back(indexOf<BatchIndexTag>(b));
            m_goodOfProduct[dataset.batches[b].product].push_back(m_good.back());
        }
    Us begin = std::numeric_limits<Us>::max();
    Us end = std::numeric_limits<Us>::min();
    for (const UnitUses& unit : plant.units)
        for (const Use& use : unit.uses) {
            begin = std::min(begin, use.begin);
            end = std::max(end, use.end);
        }
    m_period = end > begin ? static_cast<double>(end - begin) : 1;
    readGenealogy();
    readEvents();
    readRecipes();
    exposeToUtilities();
    std::set<std::string> codes;
    for (const auto& entry : m_exposures)
        if (entry.first.kind == CandidateKind::Operator)
            codes.insert(entry.first.name);
    m_actions = static_cast<double>(std::max<std::size_t>(1, codes.size()));
}

void RivalFinder::readGenealogy()
{
    for (const GenealogyEntry& g : m_plant.dataset().genealogy) {
        if (!g.batch.valid() || g.materialLot.empty() || g.sourceBatch.valid()
            || equalsIgnoreCase(g.direction, "produced"))
            continue;
        const RivalKey key{CandidateKind::Material, g.materialLot, {}};
        m_exposures[key][g.batch].push_back(g.head.id);
        m_lotsOf[g.batch].push_back(g.materialLot);
        // What a batch consumed is in the batches made from it, too.
        for (const BatchIndex made : m_plant.context.scopes.producedFrom(g.batch))
            m_exposures[key][made].push_back(g.head.id);
    }
}

void RivalFinder::readEvents()
{
    const Dataset& dataset = m_plant.dataset();
    const EventColumns& e = dataset.events;
    const auto operators = dataset.strings.find("operator");
    const auto utility = dataset.strings.find("utility");
    const auto quality = dataset.strings.find("quality");
    for (std::size_t i = 0; i < e.size(); ++i) {
        const RecordId id = i < e.id.size() ? e.id[i] : RecordId{};
        const std::string& code = dataset.strings.text(e.code[i]);
        if (e.category[i] == operators && e.batch[i].valid()) {
            m_actionsOf[e.batch[i]].emplace_back(e.timeUs[i] + m_plant.recordShift, code);
            m_exposures[{CandidateKind::Operator, code, {}}][e.batch[i]].push_back(id);
        } else if (e.category[i] == utility) {
            const Us end = e.endUs[i] == TimeValue::kUnknown ? e.timeUs[i] : e.endUs[i];
            m_utilities[{CandidateKind::Utility, code, e.asset[i]}].push_back({e.timeUs[i], end, id});
        } else if (e.category[i] == quality) {
            m_complaints.push_back(plainName(dataset.strings.text(e.text[i])));
        }
    }
}

void RivalFinder::readRecipes()
{
    const std::vector<Batch>& batches = m_plant.dataset().batches;
    std::map<std::string, std::set<std::string>> recipes;
    for (const Batch& batch : batches)
        recipes[batch.product].insert(batch.recipe);
    for (std::size_t b = 0; b < batches.size(); ++b)
        if (recipes[batches[b].product].size() > 1)
            m_exposures[{CandidateKind::Recipe, batches[b].recipe, {}}][indexOf<BatchIndexTag>(b)].push_back(
                batches[b].head.id);
}

void RivalFinder::exposeToUtilities()
{
    for (const auto& [key, spans] : m_utilities)
        for (const UnitUses& unit : m_plant.units)
            for (const Use& use : unit.uses)
                for (const Span& span : spans)
                    if (use.batch.valid() && span.begin < use.end && span.end > use.begin - kUtilityBackUs)
                        m_exposures[key][use.batch].push_back(span.record);
    for (auto& entry : m_exposures)
        for (auto& [batch, records] : entry.second) {
            std::sort(records.begin(), records.end());
            records.erase(std::unique(records.begin(), records.end()), records.end());
        }
}

double RivalFinder::share(CandidateKind kind) const
{
    switch (kind) {
    case CandidateKind::Operator:
        return kMassOperator / m_actions;
    case CandidateKind::Material:
        return kMassMaterial / kNominalLots;
    case CandidateKind::Utility:
        return kMassUtility / static_cast<double>(std::max<std::size_t>(1, m_utilities.size()));
    default:
        return kMassRecipe;
    }
}

// Share of good batches that show the rival, never 0.
double RivalFinder::rate(const RivalKey& key, const std::vector<BatchIndex>& among) const
{
    double shown = 0;
    if (const auto found = m_exposures.find(key); found != m_exposures.end())
        for (const BatchIndex batch : among)
            shown += found->second.contains(batch) ? 1 : 0;
    return (shown + 0.5) / (static_cast<double>(among.size()) + 1);
}

const std::vector<BatchIndex>& RivalFinder::peersOf(BatchIndex batch) const
{
    static const std::vector<BatchIndex> kNone;
    const auto found = m_goodOfProduct.find(m_plant.dataset().batches[batch.value].product);
    return found == m_goodOfProduct.end() ? kNone : found->second;
}

void RivalFinder::addOperators(const BatchCase& batchCase, RivalMasses& masses) const
{
    const auto actions = m_actionsOf.find(batchCase.batches.front());
    if (actions == m_actionsOf.end())
        return;
    for (const auto& [at, code] : actions->second) {
        const RivalKey key{CandidateKind::Operator, code, {}};
        if (at >= batchCase.t0 - kOperatorBackUs && at < batchCase.t0)
            masses.try_emplace(key, share(key.kind) / rate(key, m_good));
    }
}

void RivalFinder::addLots(const BatchCase& batchCase, RivalMasses& masses) const
{
    const std::vector<BatchIndex>& peers = peersOf(batchCase.batches.front());
    for (const BatchIndex batch : batchCase.batches) {
        const auto lots = m_lotsOf.find(batch);
        if (lots == m_lotsOf.end())
            continue;
        for (const std::string& lot : lots->second) {
            const std::string plain = plainName(lot);
            const bool isNamed = std::any_of(m_complaints.begin(), m_complaints.end(),
                [&](const std::string& text) { return text.find(plain) != std::string::npos; });
            const RivalKey key{CandidateKind::Material, lot, {}};
            masses.try_emplace(key, share(key.kind) / rate(key, peers) * (isNamed ? kComplaint : 1));
        }
    }
}

void RivalFinder::addUtilities(const BatchCase& batchCase, RivalMasses& masses) const
{
    for (const auto& [key, spans] : m_utilities) {
        const bool isHere = std::any_of(spans.begin(), spans.end(),
            [&](const Span& span) { return span.begin < batchCase.t0 && span.end > batchCase.t0 - kUtilityBackUs; });
        if (!isHere)
            continue;
        const double often = (static_cast<double>(spans.size()) + 0.5) * static_cast<double>(kUtilityBackUs) / m_period;
        masses.try_emplace(key, share(key.kind) / std::min(1.0, often));
    }
}

void RivalFinder::addRecipe(const BatchCase& batchCase, RivalMasses& masses) const
{
    const BatchIndex batch = batchCase.batches.front();
    const RivalKey key{CandidateKind::Recipe, m_plant.dataset().batches[batch.value].recipe, {}};
    const auto found = m_exposures.find(key);
    if (found != m_exposures.end() && found->second.contains(batch))
        masses.try_emplace(key, share(key.kind) / rate(key, peersOf(batch)));
}

RivalMasses RivalFinder::rivalsOf(const BatchCase& batchCase) const
{
    RivalMasses masses;
    addOperators(batchCase, masses);
    addLots(batchCase, masses);
    addUtilities(batchCase, masses);
    addRecipe(batchCase, masses);
    return masses;
}

} // namespace antecedent::condition
