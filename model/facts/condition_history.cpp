// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/facts/condition_history.h"

#include "model/base/text.h"
#include "model/facts/usage.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace antecedent {

namespace {

constexpr std::size_t kMostCounters = 3;

bool haveSameResets(const CounterHistory& a, const CounterHistory& b)
{
    return std::equal(a.resets.begin(), a.resets.end(), b.resets.begin(), b.resets.end(),
        [](const CounterReset& x, const CounterReset& y) { return x.at == y.at; });
}

std::vector<AsFound> asFoundIn(const AlignmentContext& context, AssetIndex asset, const Interval& stretch)
{
    std::vector<AsFound> found;
    for (const Calibration& c : context.dataset.calibrations) {
        if (!context.scopes.isWithin(c.asset, asset) || !c.performed.known() || c.performed.at() < stretch.begin
            || c.performed.at() > stretch.end || !c.asFoundError.known || !c.tolerance.known)
            continue;
        found.push_back({c.asset, c.point, c.id, c.performed, c.asFoundError, c.tolerance, c.unit,
            c.asFoundResult.empty() ? c.result : c.asFoundResult, c.head.id});
    }
    std::stable_sort(found.begin(), found.end(),
        [](const AsFound& a, const AsFound& b) { return a.performed.utcUs < b.performed.utcUs; });
    return found;
}

std::vector<UpkeepMark> upkeepIn(const AlignmentContext& context, AssetIndex asset, const Interval& stretch)
{
    std::vector<UpkeepMark> marks;
    const UnifiedEvents& events = context.events;
    const auto last = std::upper_bound(
        events.onsetUs.begin(), events.onsetUs.end(), stretch.end.time_since_epoch().count()); // done after its onset
    for (std::size_t i = 0; i < static_cast<std::size_t>(last - events.onsetUs.begin()); ++i) {
        const TableId table = events.table[i];
        const bool isUpkeep = table == TableId::WorkOrders || table == TableId::Calibrations
            || table == TableId::Cleanings || table == TableId::Installations;
        if (!isUpkeep || !context.scopes.isWithin(events.asset[i], asset))
            continue;
        // What was installed stays for long; what matters is when it came.
        const bool hasEnd = table != TableId::Installations && events.endUs[i] != UnifiedEvents::kNoEnd
            && events.endUs[i] != UnifiedEvents::kOpenEnd;
        const Timestamp at{Duration(hasEnd ? events.endUs[i] : events.onsetUs[i])};
        if (at >= stretch.begin && at <= stretch.end)
            marks.push_back({at, indexOf<EventIndexTag>(i)});
    }
    std::stable_sort(marks.begin(), marks.end(), [](const UpkeepMark& a, const UpkeepMark& b) { return a.at < b.at; });
    return marks;
}

} // namespace

std::vector<Failure> failuresOn(
    const AlignmentContext& context, AssetIndex asset, const Failure& failure, const AnchorRule& anchor)
{
    const AssetIndex unit = context.scopes.unitOf(asset);
    const Interval all{failure.anchor - kLongestHistory, failure.anchor + Duration(1)};
    const std::vector<BatchIndex> used = context.operating.batches(asset, all);
    std::vector<Failure> found;
    for (const Failure& other : allFailures(context.dataset, anchor)) {
        const bool isSameClass = other.classification == failure.classification && all.contains(other.anchor);
        const bool isOnUnit = other.asset.valid() && context.scopes.unitOf(other.asset) == unit;
        const bool isByBatch = other.batch.valid() && std::find(used.begin(), used.end(), other.batch) != used.end();
        if (other.id == failure.id || (isSameClass && (isOnUnit || isByBatch)))
            found.push_back(other);
    }
    std::stable_sort(
        found.begin(), found.end(), [](const Failure& a, const Failure& b) { return a.anchor < b.anchor; });
    return found;
}

std::vector<CounterHistory> chosenCounters(const ConditionFacts& facts, AssetIndex asset, Timestamp t0,
    const std::vector<Failure>& failures, const std::map<std::string, Timestamp>& controls,
    std::optional<Timestamp> until)
{
    std::vector<CounterHistory> counters;
    Timestamp begin = std::min(t0 - kLongestHistory / 5, failures.front().anchor);
    Timestamp end = until.value_or(t0);
    for (const auto& [id, at] : controls) {
        begin = std::max(std::min(begin, at), t0 - kLongestHistory);
        end = std::max(end, at);
    }
    for (const char* name :
        {"since_preventive", "since_corrective", "since_replacement", "since_calibration", "since_cleaning"}) {
        if (counters.size() == kMostCounters)
            break;
        std::optional<CounterHistory> history = counterHistory(facts, asset, name, {begin, end});
        if (!history || !history->valueAt(t0))
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

Interval counterRange(const std::vector<CounterHistory>& counters, Timestamp t0)
{
    Timestamp begin = t0 - std::chrono::hours(24);
    for (const CounterHistory& history : counters) {
        if (!history.failures.empty())
            begin = std::min(begin, history.failures.front().at);
        std::size_t back = 0;
        for (auto reset = history.resets.rbegin(); reset != history.resets.rend() && back < 2; ++reset)
            if (reset->at < t0) {
                begin = std::min(begin, reset->at);
                ++back;
            }
    }
    begin = std::max(begin, t0 - kLongestHistory);
    const Duration margin = (t0 - begin) / 25;
    return {begin - margin, t0 + margin / 2};
}

std::vector<OverdueSpan> overdueSpans(const ConditionFacts& facts, AssetIndex asset, const Interval& stretch)
{
    const Dataset& dataset = facts.context().dataset;
    const ScopeIndex& scopes = facts.context().scopes;
    // What is overdue ends only when an order is closed or an instrument is calibrated: the card just before tells all.
    std::set<Timestamp> times{stretch.end};
    const auto addTime = [&](const TimeValue& done) {
        if (done.known() && stretch.begin < done.at() && done.at() < stretch.end)
            times.insert(done.at() - Duration(1));
    };
    for (const WorkOrder& order : dataset.workOrders)
        if (scopes.isWithin(order.asset, asset))
            addTime(facts.closedAt(order, AsKnown::Now));
    for (const Calibration& calibration : dataset.calibrations)
        if (scopes.isWithin(calibration.asset, asset))
            addTime(calibration.performed);
    std::map<std::tuple<std::string, std::string, AssetIndex>, OverdueSpan> spans;
    for (const Timestamp t : times)
        for (const Overdue& o : facts.card(asset, t, AsKnown::Now).overdue) {
            OverdueSpan& span = spans[{o.kind, o.ref, o.asset}];
            span = {o.kind, o.ref, o.asset, o.record, {o.due.at(), t}};
        }
    std::vector<OverdueSpan> out;
    for (auto& [key, span] : spans)
        out.push_back(std::move(span));
    std::stable_sort(
        out.begin(), out.end(), [](const OverdueSpan& a, const OverdueSpan& b) { return a.time.begin < b.time.begin; });
    return out;
}

namespace {

// Limits in the unit of a counter: batches by the thresholds of the data, days by the limits for the calendar. A
// counter that has a limit by use and is not among the chosen ones joins them.
void addLimits(const ConditionFacts& facts, const std::vector<Failure>& failures, ConditionHistory& history)
{
    const Dataset& dataset = facts.context().dataset;
    const Asset& asset = dataset.assets[history.asset.value];
    const auto addTo = [&](std::size_t counter, double value, const std::string& basis) {
        const bool isTaken = std::any_of(history.limits.begin(), history.limits.end(),
            [&](const CounterLimit& other) { return other.counter == counter; });
        if (!isTaken)
            history.limits.push_back({counter, value, basis});
    };
    for (const UsageThreshold& threshold : thresholdsOf(dataset, history.t0)) {
        const bool isMeant = threshold.asset.empty() ? equalsIgnoreCase(threshold.assetClass, asset.assetClass)
                                                     : dataset.findAsset(threshold.asset) == history.asset;
        if (!isMeant || threshold.unit != UsageUnit::Batches)
            continue;
        std::optional<CounterHistory> wanted =
            counterHistory(facts, history.asset, threshold.since, {history.range.begin, history.range.end});
        if (!wanted || !wanted->isInBatches || !wanted->valueAt(history.t0))
            continue;
        const auto same = std::find_if(history.counters.begin(), history.counters.end(),
            [&](const CounterHistory& other) { return other.name == wanted->name || haveSameResets(other, *wanted); });
        const auto at = static_cast<std::size_t>(same - history.counters.begin());
        if (same == history.counters.end()) {
            for (const Failure& failure : failures)
                if (const std::optional<double> value = wanted->valueAt(failure.anchor))
                    wanted->failures.push_back({failure.id, failure.anchor, *value, failure.record});
            history.counters.push_back(std::move(*wanted));
        }
        addTo(at, threshold.value, threshold.basis);
    }
    for (std::size_t i = 0; i < history.counters.size(); ++i) {
        const CounterHistory& counter = history.counters[i];
        const std::string kind = counter.name == "since_preventive" ? "pm"
            : counter.name == "since_calibration"                   ? "calibration"
                                                                    : std::string();
        const Limit* limit = kind.empty() ? nullptr : facts.limitFor(kind, history.asset, {}, history.t0);
        if (limit != nullptr && !counter.isInBatches && limit->unit == "d")
            addTo(i, toDouble(limit->value), limit->basis);
    }
}

} // namespace

Result<ConditionHistory> conditionHistory(const AlignmentContext& context, AssetIndex asset, const Failure& failure,
    const AnchorRule& anchor, const std::stop_token& stop)
{
    const Error cancelled{ErrorCode::Cancelled, {}, {}};
    constexpr int kContext = 8; // of the range is shown after t0
    const ConditionFacts facts(context);
    const std::vector<Failure> failures = failuresOn(context, asset, failure, anchor);
    ConditionHistory history;
    history.asset = asset;
    history.t0 = failure.anchor;
    history.range = counterRange(chosenCounters(facts, asset, failure.anchor, failures), failure.anchor);
    if (stop.stop_requested())
        return cancelled;
    history.range.end = std::max(history.range.end, failure.anchor + history.range.length() / kContext);
    history.counters = chosenCounters(facts, asset, failure.anchor, failures, {}, history.range.end);
    if (stop.stop_requested())
        return cancelled;
    addLimits(facts, failures, history);
    history.overdue = overdueSpans(facts, asset, history.range);
    if (stop.stop_requested())
        return cancelled;
    history.asFound = asFoundIn(context, asset, history.range);
    history.upkeep = upkeepIn(context, asset, history.range);
    return history;
}

} // namespace antecedent
