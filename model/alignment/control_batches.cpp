// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/align.h"

#include <algorithm>

namespace antecedent {

namespace {

// Where in the batch a failure happened: a step and the time since its start; without steps the time since the batch's.
struct Place
{
    std::string step;
    std::string level;
    std::size_t occurrence = 0; // the n-th step of that name and level in the batch
    Duration sinceStart{};
    AssetIndex unit;
    bool isKnown = false;
};

int depthOf(std::string_view level)
{
    return level == "phase" ? 3 : level == "operation" ? 2 : level == "unit_procedure" ? 1 : 0;
}

Place placeOf(const AlignmentContext& context, const Failure& failure)
{
    const Dataset& dataset = context.dataset;
    const AssetIndex wanted = context.scopes.unitOf(failure.asset);
    const BatchStep* best = nullptr;
    int bestScore = -1;
    for (const auto i : context.scopes.stepsOfBatch(failure.batch)) {
        const BatchStep& step = dataset.steps[i];
        if (step.start.at() > failure.anchor)
            break;
        const bool isRunning = !step.end.known() || failure.anchor < step.end.at();
        const bool isOnUnit = wanted.valid() && step.asset.valid() && context.scopes.unitOf(step.asset) == wanted;
        // A running step on the failure's unit, else any running one, else the last one that began; the finest level.
        const int score = (isOnUnit ? 20 : 0) + (isRunning ? 10 : 0) + depthOf(step.level);
        if (score >= bestScore) {
            best = &step;
            bestScore = score;
        }
    }
    Place place;
    if (best == nullptr) {
        const Batch* batch = dataset.batch(failure.batch);
        if (batch != nullptr && batch->start.known()) {
            place.sinceStart = failure.anchor - batch->start.at();
            place.isKnown = true;
        }
        return place;
    }
    for (const auto i : context.scopes.stepsOfBatch(failure.batch)) {
        const BatchStep& step = dataset.steps[i];
        if (&step == best)
            break;
        place.occurrence += step.name == best->name && step.level == best->level ? 1U : 0U;
    }
    place.step = best->name;
    place.level = best->level;
    place.sinceStart = failure.anchor - best->start.at();
    place.unit = context.scopes.unitOf(best->asset);
    place.isKnown = true;
    return place;
}

void locate(const AlignmentContext& context, const Place& place, ControlBatch& control)
{
    const Dataset& dataset = context.dataset;
    const Batch& batch = dataset.batches[control.batch.value];
    if (place.step.empty()) {
        if (batch.start.known())
            control.anchor = batch.start.at() + place.sinceStart;
        else
            control.excluded = phrase("no start known");
        return;
    }
    std::size_t occurrence = 0;
    const BatchStep* found = nullptr;
    for (const auto i : context.scopes.stepsOfBatch(control.batch)) {
        const BatchStep& step = dataset.steps[i];
        if (step.name != place.step || step.level != place.level)
            continue;
        found = &step;
        if (occurrence++ == place.occurrence)
            break;
    }
    if (found == nullptr) {
        control.excluded = phrase("has no step %1", place.step);
        return;
    }
    control.anchor = found->start.at() + place.sinceStart;
    control.unit = context.scopes.unitOf(found->asset);
    control.sameUnit = place.unit.valid() && control.unit == place.unit;
}

} // namespace

std::vector<ControlBatch> controlBatches(const AlignmentContext& context, const Failure& failure)
{
    const Dataset& dataset = context.dataset;
    std::vector<ControlBatch> controls;
    const Batch* own = dataset.batch(failure.batch);
    const Place place = placeOf(context, failure);
    if (own == nullptr || !place.isKnown)
        return controls;
    std::vector<bool> isDeviating(dataset.batches.size(), false);
    for (const Deviation& deviation : dataset.deviations)
        if (deviation.batch.valid() && deviation.classification == failure.classification)
            isDeviating[deviation.batch.value] = true;
    for (const DeviationLink& link : dataset.deviationLinks) {
        const Deviation* deviation = dataset.findDeviation(link.deviationId);
        const BatchIndex batch = link.kind == "batch" ? dataset.findBatch(link.id) : BatchIndex{};
        if (deviation != nullptr && batch.valid() && deviation->classification == failure.classification)
            isDeviating[batch.value] = true;
    }
    for (std::size_t i = 0; i < dataset.batches.size(); ++i) {
        const Batch& batch = dataset.batches[i];
        if (indexOf<BatchIndexTag>(i) == failure.batch || batch.product != own->product || batch.recipe != own->recipe)
            continue;
        ControlBatch control;
        control.batch = indexOf<BatchIndexTag>(i);
        locate(context, place, control);
        if (control.excluded.empty() && isDeviating[i])
            control.excluded = phrase("deviates in the same class");
        controls.push_back(std::move(control));
    }
    return controls;
}

} // namespace antecedent
