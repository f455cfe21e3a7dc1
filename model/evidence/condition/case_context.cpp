// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/case_context.h"

#include "model/evidence/condition/constants.h"

#include <algorithm>

namespace antecedent::condition {

namespace {

std::string wordsOf(const Plant& plant, AssetIndex asset)
{
    if (plant.units[plant.slotOf[asset.value]].isService)
        return "cip clean"; // a skid can only do what its service does
    const Asset& record = plant.dataset().assets[asset.value];
    return record.assetClass + " " + record.description;
}

class Finder
{
public:
    Finder(const Plant& plant, const Ratios& ratios, const PlausibilityTable& table, const BatchCase& batchCase)
        : m_plant(plant)
        , m_ratios(ratios)
        , m_table(table)
        , m_case(batchCase)
    {
    }

    std::vector<Suspect> find()
    {
        for (const BatchIndex batch : m_case.batches)
            for (const UseRef& ref : m_plant.usesOfBatch[batch.value])
                addUse(ref, batch == m_case.batches.front() ? 1 : kUpstream);
        std::vector<Suspect> suspects;
        for (auto& [asset, suspect] : m_best) {
            suspect.plausibility = m_table.weight(condition::wordsOf(*m_case.deviation), wordsOf(m_plant, asset));
            suspects.push_back(suspect);
        }
        return suspects;
    }

private:
    void addUse(const UseRef& ref, double location)
    {
        const UnitUses& unit = m_plant.units[ref.slot];
        const Use& use = unit.uses[ref.use];
        const AssetIndex named = m_case.deviation->asset;
        if (use.begin > m_case.t0 + kLaterUs)
            location *= kLater;
        if (named.valid() && m_plant.unitOf[named.value] == unit.unit)
            location *= kNamedUnit;
        if (use.begin <= m_case.t0 && m_case.t0 <= use.end + kStillInUseUs)
            location *= kInUse;
        for (const AssetIndex asset : unit.assets) {
            const bool isWhole = asset == unit.unit && unit.assets.size() > 1;
            keep({asset, ref.use, 1, location * (isWhole ? kWholeUnit : 1), 1});
        }
        for (const UnitUses& service : m_plant.units)
            if (service.isService)
                addService(service, unit.unit, use.begin, location);
    }

    // The last run of the skid on the unit before the use.
    void addService(const UnitUses& service, AssetIndex unit, Us begin, double location)
    {
        for (std::size_t i = service.uses.size(); i-- > 0;) {
            const Use& run = service.uses[i];
            if (run.target != unit || run.end > begin + kLaterUs || run.end <= begin - kServiceBackUs)
                continue;
            for (const AssetIndex asset : service.assets)
                keep({asset, static_cast<std::uint32_t>(i), 1, location * kService, 1});
            return;
        }
    }

    void keep(Suspect suspect)
    {
        suspect.ratio = m_ratios.at(suspect.asset).ratios[suspect.use];
        const auto [entry, isNew] = m_best.try_emplace(suspect.asset, suspect);
        if (!isNew && suspect.ratio * suspect.location > entry->second.ratio * entry->second.location)
            entry->second = suspect;
    }

    const Plant& m_plant;
    const Ratios& m_ratios;
    const PlausibilityTable& m_table;
    const BatchCase& m_case;
    std::map<AssetIndex, Suspect> m_best;
};

} // namespace

std::string wordsOf(const Deviation& deviation)
{
    return deviation.classification + " " + deviation.text;
}

std::optional<BatchCase> makeCase(const Plant& plant, const Deviation& deviation)
{
    const TimeValue& t0 = deviation.occurred.known() ? deviation.occurred
        : deviation.occurredFrom.known()             ? deviation.occurredFrom
                                                     : deviation.detected;
    if (!deviation.batch.valid() || !t0.known() || plant.usesOfBatch[deviation.batch.value].empty())
        return std::nullopt;
    BatchCase made;
    made.deviation = &deviation;
    made.t0 = t0.utcUs + plant.recordShift;
    made.batches.push_back(deviation.batch);
    for (const BatchIndex consumed : plant.context.scopes.consumedBy(deviation.batch))
        made.batches.push_back(consumed);
    return made;
}

std::vector<Suspect> suspectsOf(
    const Plant& plant, const Ratios& ratios, const PlausibilityTable& table, const BatchCase& batchCase)
{
    return Finder(plant, ratios, table, batchCase).find();
}

} // namespace antecedent::condition
