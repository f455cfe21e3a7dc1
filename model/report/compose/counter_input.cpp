// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/compose/counter_input.h"

#include <algorithm>
#include <set>

namespace antecedent {

namespace {

constexpr std::size_t kMostCounters = 3;
constexpr Duration kLongest = std::chrono::hours(24 * 400);

const Analysis* analysisOf(const ReportInputs& inputs)
{
    for (const Analysis& analysis : inputs.assessment->analyses)
        if (analysis.classification == inputs.failure.classification)
            return &analysis;
    return nullptr;
}

// Failures of the class up to this one that happened on the asset's unit, or to a batch that used the asset.
std::vector<Failure> failuresOn(const ReportInputs& inputs)
{
    const AlignmentContext& context = *inputs.context;
    const AssetIndex unit = context.scopes.unitOf(inputs.conditionAsset);
    const Interval all{inputs.failure.anchor - kLongest, inputs.failure.anchor + Duration(1)};
    const std::vector<BatchIndex> used = context.operating.batches(inputs.conditionAsset, all);
    std::vector<Failure> found;
    for (const Failure& failure : allFailures(context.dataset, inputs.options.anchor)) {
        const bool isSameClass =
            failure.classification == inputs.failure.classification && all.contains(failure.anchor);
        const bool isOnUnit = failure.asset.valid() && context.scopes.unitOf(failure.asset) == unit;
        const bool isByBatch =
            failure.batch.valid() && std::find(used.begin(), used.end(), failure.batch) != used.end();
        if (failure.id == inputs.failure.id || (isSameClass && (isOnUnit || isByBatch)))
            found.push_back(failure);
    }
    std::stable_sort(
        found.begin(), found.end(), [](const Failure& a, const Failure& b) { return a.anchor < b.anchor; });
    return found;
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
    const Interval all{inputs.failure.anchor - kLongest, inputs.failure.anchor + kLongest};
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

bool haveSameResets(const CounterHistory& a, const CounterHistory& b)
{
    return std::equal(a.resets.begin(), a.resets.end(), b.resets.begin(), b.resets.end(),
        [](const CounterReset& x, const CounterReset& y) { return x.at == y.at; });
}

} // namespace

std::vector<CounterHistory> countersOf(const ReportInputs& inputs)
{
    std::vector<CounterHistory> counters;
    if (!inputs.conditionAsset.valid())
        return counters;
    const ConditionFacts facts(*inputs.context);
    const std::vector<Failure> failures = failuresOn(inputs);
    const std::map<std::string, Timestamp> controls = controlTimes(inputs, failures);
    const Timestamp t0 = inputs.failure.anchor;
    Timestamp begin = std::min(t0 - kLongest / 5, failures.front().anchor);
    Timestamp end = t0;
    for (const auto& [id, at] : controls) {
        begin = std::max(std::min(begin, at), t0 - kLongest);
        end = std::max(end, at);
    }
    for (const char* name :
        {"since_preventive", "since_corrective", "since_replacement", "since_calibration", "since_cleaning"}) {
        std::optional<CounterHistory> history = counterHistory(facts, inputs.conditionAsset, name, {begin, end});
        if (!history || !history->valueAt(t0) || counters.size() == kMostCounters)
            continue;
        if (std::any_of(counters.begin(), counters.end(),
                [&](const CounterHistory& other) { return haveSameResets(other, *history); }))
            continue;
        for (const Failure& failure : failures)
            if (const std::optional<double> value = history->valueAt(failure.anchor))
                history->failures.push_back({failure.id, failure.anchor, *value, failure.record});
        for (const auto& [id, at] : controls)
            if (const std::optional<double> value = history->valueAt(at))
                history->controls.push_back({id, at, *value, {}});
        counters.push_back(std::move(*history));
    }
    return counters;
}

Interval counterRange(const ReportInputs& inputs)
{
    const Timestamp t0 = inputs.failure.anchor;
    Timestamp begin = t0 - std::chrono::hours(24);
    for (const CounterHistory& history : inputs.counters) {
        if (!history.failures.empty())
            begin = std::min(begin, history.failures.front().at);
        std::size_t back = 0;
        for (auto reset = history.resets.rbegin(); reset != history.resets.rend() && back < 2; ++reset)
            if (reset->at < t0) {
                begin = std::min(begin, reset->at);
                ++back;
            }
    }
    begin = std::max(begin, t0 - kLongest);
    const Duration margin = (t0 - begin) / 25;
    return {begin - margin, t0 + margin / 2};
}

std::string counterWords(const std::string& name)
{
    const std::string what = name.starts_with("since_") ? name.substr(6) : name;
    const bool isWork = what == "preventive" || what == "corrective";
    return "since " + (what == "maintenance" ? std::string("any maintenance") : what) + (isWork ? " maintenance" : "");
}

} // namespace antecedent
