// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/profile/step_runs.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace antecedent {

namespace {

using Steps = std::vector<const BatchStep*>;

bool isProcedure(const BatchStep& step)
{
    return step.level.empty() || step.level == "unit_procedure";
}

Interval spanOf(const BatchStep& step)
{
    const Timestamp begin = step.start.at();
    return {begin, step.end.known() ? std::max(begin, step.end.at()) : begin};
}

Steps datedSteps(const AlignmentContext& context, BatchIndex batch)
{
    Steps steps;
    for (const auto i : context.scopes.stepsOfBatch(batch))
        if (context.dataset.steps[i].start.known())
            steps.push_back(&context.dataset.steps[i]);
    return steps;
}

template <class Run> void numberByName(std::vector<Run>& runs)
{
    std::map<std::string, std::size_t> seen;
    for (Run& run : runs)
        run.occurrence = ++seen[run.name];
}

template <class Run> void sortByBegin(std::vector<Run>& runs)
{
    std::stable_sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) {
        return std::tie(a.during.begin, a.name, a.during.end) < std::tie(b.during.begin, b.name, b.during.end);
    });
    numberByName(runs);
}

// The phases on the run's unit, and the operations that hold none of them.
void addPhases(const AlignmentContext& context, const Steps& steps, StepRun& run)
{
    const auto isInside = [&](const BatchStep& step) {
        const AssetIndex unit = context.scopes.unitOf(step.asset);
        const Timestamp begin = step.start.at();
        const Timestamp end = run.isOpen ? std::max(run.during.end, begin + Duration(1)) : run.during.end;
        return unit == run.unit && begin >= run.during.begin && begin < end;
    };
    for (const BatchStep* step : steps)
        if (step->level == "phase" && isInside(*step))
            run.phases.push_back({step->name, 1, spanOf(*step)});
    const std::size_t phases = run.phases.size();
    for (const BatchStep* step : steps) {
        if (step->level != "operation" || !isInside(*step))
            continue;
        const Interval span = spanOf(*step);
        const auto end = run.phases.begin() + static_cast<std::ptrdiff_t>(phases);
        if (std::none_of(run.phases.begin(), end,
                [&](const PhaseRun& phase) { return span.contains(phase.during.begin) || phase.during == span; }))
            run.phases.push_back({step->name, 1, span});
    }
}

// What has no end stated ends where the next phase begins, the last one with the run; an open run where the last thing
// that is known of it does.
void closePhases(StepRun& run)
{
    sortByBegin(run.phases);
    if (run.isOpen)
        for (const PhaseRun& phase : run.phases)
            run.during.end = std::max(run.during.end, phase.during.end);
    for (std::size_t i = 0; i < run.phases.size(); ++i) {
        Interval& during = run.phases[i].during;
        if (during.end == during.begin)
            during.end = i + 1 < run.phases.size() ? run.phases[i + 1].during.begin : run.during.end;
    }
    std::erase_if(run.phases, [](const PhaseRun& phase) { return phase.during.end <= phase.during.begin; });
    numberByName(run.phases);
    if (run.phases.empty())
        run.phases.push_back({{}, 1, run.during});
}

std::vector<StepRun> runsByUnit(const AlignmentContext& context, const Steps& steps)
{
    std::map<AssetIndex, StepRun> byUnit;
    for (const BatchStep* step : steps) {
        const AssetIndex unit = context.scopes.unitOf(step->asset);
        const Interval span = spanOf(*step);
        const auto [entry, isNew] = byUnit.try_emplace(unit);
        StepRun& run = entry->second;
        run.unit = unit;
        run.name = unit.valid() ? context.dataset.assets[unit.value].id : std::string();
        run.during = isNew ? span : Interval{run.during.begin, std::max(run.during.end, span.end)};
    }
    std::vector<StepRun> runs;
    for (auto& entry : byUnit)
        runs.push_back(std::move(entry.second));
    return runs;
}

} // namespace

std::vector<StepRun> stepRuns(const AlignmentContext& context, BatchIndex batch)
{
    const Steps steps = datedSteps(context, batch);
    std::vector<StepRun> runs;
    for (const BatchStep* step : steps)
        if (isProcedure(*step))
            runs.push_back({step->name, 1, context.scopes.unitOf(step->asset), spanOf(*step), !step->end.known(), {}});
    if (runs.empty())
        runs = runsByUnit(context, steps);
    const Batch& record = context.dataset.batches[batch.value];
    if (runs.empty() && record.start.known() && record.end.known() && record.start.at() < record.end.at())
        runs.push_back({{}, 1, {}, {record.start.at(), record.end.at()}, false, {}});
    for (StepRun& run : runs) {
        addPhases(context, steps, run);
        closePhases(run);
    }
    std::erase_if(runs, [](const StepRun& run) { return run.during.end <= run.during.begin; });
    sortByBegin(runs);
    return runs;
}

std::size_t runAt(const AlignmentContext& context, const std::vector<StepRun>& runs, AssetIndex asset, Timestamp t)
{
    const AssetIndex unit = context.scopes.unitOf(asset);
    std::size_t best = 0;
    int bestScore = -1;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const StepRun& run = runs[i];
        if (run.during.begin > t)
            break;
        const int score = (unit.valid() && run.unit == unit ? 20 : 0) + (t < run.during.end ? 10 : 0);
        if (score < bestScore)
            continue;
        best = i;
        bestScore = score;
    }
    return best;
}

} // namespace antecedent
