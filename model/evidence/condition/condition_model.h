// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything about the condition of assets over a site's batches that does not depend on the classification looked at:
// uses, indicators, scores, likelihood ratios and rivals. Built once per assessment. Errors: Cancelled, the reader's.
// Threads: immutable once built; building uses the reader.

#include "model/evidence/condition/rivals.h"

#include <memory>
#include <stop_token>

namespace antecedent::condition {

class ConditionModel
{
public:
    // Without a reader process data are left out. Null if the data hold no uses of units by batches.
    static Result<std::unique_ptr<const ConditionModel>> build(
        const AlignmentContext& context, SampleReader* reader, const std::stop_token& stop = {});
    ConditionModel(const ConditionModel&) = delete;
    ConditionModel& operator=(const ConditionModel&) = delete;

    const Plant plant;
    const bool hasSamples;
    const std::vector<LimitLook> limits;
    const Indicators indicators;
    const Scores scores;
    const Ratios ratios;
    const RivalFinder rivals;

    const Use& use(AssetIndex asset, std::uint32_t position) const;
    // Names of the indicators that lead the asset's score at a use, strongest first; empty if nothing stands out.
    std::vector<Phrase> leadersOf(AssetIndex asset, std::uint32_t use) const;

private:
    ConditionModel(Plant made, bool withSamples, std::vector<LimitLook> looks, Indicators madeIndicators);
};

} // namespace antecedent::condition
