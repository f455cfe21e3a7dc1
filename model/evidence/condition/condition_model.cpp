// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/condition_model.h"

#include "model/evidence/condition/season.h"

namespace antecedent::condition {

ConditionModel::ConditionModel(Plant made, bool withSamples, std::vector<LimitLook> looks, Indicators madeIndicators)
    : plant(std::move(made))
    , hasSamples(withSamples)
    , limits(std::move(looks))
    , indicators(std::move(madeIndicators))
    , scores(scoreConditions(plant, indicators))
    , ratios(likelihoodRatios(plant, scores))
    , rivals(plant)
{
}

Result<std::unique_ptr<const ConditionModel>> ConditionModel::build(
    const AlignmentContext& context, SampleReader* reader, const std::stop_token& stop)
{
    Plant plant = makePlant(context);
    bool hasUses = false;
    for (const UnitUses& unit : plant.units)
        hasUses = hasUses || !unit.isService;
    if (!hasUses)
        return std::unique_ptr<const ConditionModel>();
    Result<Features> features = computeFeatures(plant, reader, stop);
    if (!features)
        return features.error();
    removeSeason(plant, *features);
    Indicators indicators = makeIndicators(plant, *features);
    const bool hasSamples = reader != nullptr && !features->parameterOf.empty();
    return std::unique_ptr<const ConditionModel>(
        new ConditionModel(std::move(plant), hasSamples, std::move(features->limits), std::move(indicators)));
}

const Use& ConditionModel::use(AssetIndex asset, std::uint32_t position) const
{
    return plant.units[plant.slotOf[asset.value]].uses[position];
}

std::vector<Phrase> ConditionModel::leadersOf(AssetIndex asset, std::uint32_t use) const
{
    constexpr double kStandsOut = 1; // weighted standard deviations; below, an indicator leads by default only
    std::vector<Phrase> names;
    for (const Leader& leader : scores.at(asset).leaders[use])
        if (leader.value >= kStandsOut)
            names.push_back(indicators.at(asset)[leader.indicator].name);
    return names;
}

} // namespace antecedent::condition
