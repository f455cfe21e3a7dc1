// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/compose/counter_input.h"

#include "model/facts/condition_history.h"

#include <algorithm>
#include <set>

namespace antecedent {

namespace {

const Analysis* analysisOf(const ReportInputs& inputs)
{
    for (const Analysis& analysis : inputs.assessment->analyses)
        if (analysis.classification == inputs.failure.classification)
            return &analysis;
    return nullptr;
}

// When the counters of the controls are read: at the end of a window in time, during the first use by a batch.
std::map<std::string, Timestamp> controlTimes(const ReportInputs& inputs, const std::vector<Failure>& failures)
{
    std::map<std::string, Timestamp> times;
    const Analysis* analysis = analysisOf(inputs);
    if (analysis == nullptr)
        return times;
    std::set<std::string> related;
    for (const Failure& failure : failures)
        related.insert(failure.id);
    const AlignmentContext& context = *inputs.context;
    std::map<BatchIndex, Timestamp> firstUse;
    const Interval all{inputs.failure.anchor - kLongestHistory, inputs.failure.anchor + kLongestHistory};
    for (const std::uint32_t i : context.operating.uses(inputs.conditionAsset, all))
        firstUse.try_emplace(context.dataset.steps[i].batch, context.dataset.steps[i].start.at());
    for (const Candidate& candidate : analysis->candidates)
        for (const WindowUse& use : candidate.windows) {
            if (use.isCase || times.contains(use.id))
                continue;
            if (use.interval && related.contains(use.failure))
                times.emplace(use.id, use.interval->end);
            else if (const auto found = firstUse.find(context.dataset.findBatch(use.batch));
                     !use.interval && found != firstUse.end())
                times.emplace(use.id, found->second + Duration(1));
        }
    return times;
}

} // namespace

std::vector<CounterHistory> countersOf(const ReportInputs& inputs)
{
    if (!inputs.conditionAsset.valid())
        return {};
    const std::vector<Failure> failures =
        failuresOn(*inputs.context, inputs.conditionAsset, inputs.failure, inputs.options.anchor);
    return chosenCounters(ConditionFacts(*inputs.context), inputs.conditionAsset, inputs.failure.anchor, failures,
        controlTimes(inputs, failures));
}

} // namespace antecedent
