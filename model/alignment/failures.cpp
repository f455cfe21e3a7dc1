// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/failures.h"

#include "model/alignment/filter.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>

namespace antecedent {

namespace {

bool isOutside(const Decimal& value, const Decimal& low, const Decimal& high)
{
    return value.known
        && ((low.known && toDouble(value) < toDouble(low)) || (high.known && toDouble(value) > toDouble(high)));
}

bool isFailedOutcome(std::string_view outcome)
{
    static constexpr std::array<std::string_view, 4> kFailed{"fail", "failed", "oos", "oot"};
    const std::string_view word = trimmed(outcome);
    return std::any_of(
        kFailed.begin(), kFailed.end(), [&](std::string_view failed) { return equalsIgnoreCase(word, failed); });
}

void keepEarlier(TimeValue& best, const TimeValue& candidate)
{
    if (candidate.known() && (!best.known() || candidate.utcUs < best.utcUs))
        best = candidate;
}

bool isPartOf(const Dataset& dataset, AssetIndex part, AssetIndex whole)
{
    std::size_t steps = 0;
    for (AssetIndex at = part; at.valid() && steps <= dataset.assets.size();
         at = dataset.assets[at.value].parent, ++steps)
        if (at == whole)
            return true;
    return false;
}

// The first time at which a record or a sample of the batch and asset left its limits.
TimeValue firstExcursion(const Dataset& dataset, const Deviation& deviation, SampleReader* samples)
{
    TimeValue first;
    if (deviation.batch.valid()) {
        for (const Parameter& p : dataset.parameters)
            if (p.batch == deviation.batch && isOutside(p.actual, p.low, p.high))
                keepEarlier(first, p.time);
        for (const TestResult& r : dataset.results)
            if (r.batch == deviation.batch && isOutside(r.value, r.low, r.high))
                keepEarlier(first, r.sampled);
    }
    const Batch* batch = dataset.batch(deviation.batch);
    if (samples == nullptr || batch == nullptr || !batch->start.known() || !batch->end.known())
        return first;
    for (std::size_t i = 0; i < dataset.tags.size(); ++i) {
        const Tag& tag = dataset.tags[i];
        const bool isHere = deviation.asset.valid() && isPartOf(dataset, tag.asset, deviation.asset);
        if (!isHere || (!tag.lowLimit.known && !tag.highLimit.known))
            continue;
        const auto read = samples->read(indexOf<TagIndexTag>(i), Interval{batch->start.at(), batch->end.at()});
        if (!read)
            continue;
        for (const Sample& sample : *read) {
            const bool isOut = (tag.lowLimit.known && sample.value < toDouble(tag.lowLimit))
                || (tag.highLimit.known && sample.value > toDouble(tag.highLimit));
            if (isOut) {
                TimeValue time;
                time.utcUs = sample.time.time_since_epoch().count();
                keepEarlier(first, time);
                break;
            }
        }
    }
    return first;
}

TimeValue firstSample(const Dataset& dataset, const Deviation& deviation)
{
    TimeValue failed;
    TimeValue any;
    for (const TestResult& r : dataset.results) {
        if (!deviation.batch.valid() || r.batch != deviation.batch)
            continue;
        keepEarlier(any, r.sampled);
        if (isFailedOutcome(r.outcome) || isOutside(r.value, r.low, r.high))
            keepEarlier(failed, r.sampled);
    }
    return failed.known() ? failed : any;
}

struct Anchor
{
    TimeValue time;
    Phrase from;
};

Anchor stepAnchor(const Dataset& dataset, const Deviation& deviation, const AnchorRule& rule)
{
    TimeValue time;
    const bool isStart = rule.kind == AnchorKind::StepStart;
    for (const BatchStep& step : dataset.steps) {
        if (!deviation.batch.valid() || step.batch != deviation.batch || step.name != rule.step)
            continue;
        const TimeValue& edge = isStart ? step.start : step.end;
        if (edge.known() && (!time.known() || (isStart ? edge.utcUs < time.utcUs : edge.utcUs > time.utcUs)))
            time = edge;
    }
    return {time, isStart ? phrase("step %1 start", rule.step) : phrase("step %1 end", rule.step)};
}

Anchor anchorOf(const Dataset& dataset, const Deviation& deviation, const AnchorRule& rule, SampleReader* samples)
{
    switch (rule.kind) {
    case AnchorKind::Occurred:
        if (deviation.occurred.known())
            return {deviation.occurred, phrase("occurred")};
        if (deviation.occurredTo.known())
            return {deviation.occurredTo, phrase("occurred_to")};
        return {deviation.detected, phrase("detected")};
    case AnchorKind::Detected:
        return {deviation.detected, phrase("detected")};
    case AnchorKind::FirstExcursion:
        return {firstExcursion(dataset, deviation, samples), phrase("first excursion")};
    case AnchorKind::Finished:
        return {TimeValue{}, phrase("finished")}; // a deviation has no end
    case AnchorKind::SampleTaken:
        return {firstSample(dataset, deviation), phrase("sample taken")};
    default:
        return stepAnchor(dataset, deviation, rule);
    }
}

} // namespace

Result<FailureSet> selectFailures(
    const Dataset& dataset, const FailureSelection& selection, const AnchorRule& anchor, SampleReader* samples)
{
    for (const std::string& id : selection.ids)
        if (dataset.findDeviation(id) == nullptr)
            return Error{ErrorCode::UnknownFailure, id, "no deviation has this id"};
    FailureSet set;
    for (const Deviation& deviation : dataset.deviations) {
        const bool isNamed = selection.ids.empty()
            || std::find(selection.ids.begin(), selection.ids.end(), deviation.id) != selection.ids.end();
        const bool isOfClass = selection.classification.empty() || selection.classification == deviation.classification;
        if (!isNamed || !isOfClass || (selection.where != nullptr && !selection.where->matches(dataset, deviation)))
            continue;
        const Anchor at = anchorOf(dataset, deviation, anchor, samples);
        if (!at.time.known()) {
            set.excluded.push_back({deviation.id, phrase("no time known for the anchor: %1", at.from)});
            continue;
        }
        Failure failure;
        failure.id = deviation.id;
        failure.record = deviation.head.id;
        failure.deviation = &deviation;
        failure.classification = deviation.classification;
        failure.asset = deviation.asset;
        failure.batch = deviation.batch;
        failure.anchor = at.time.at();
        failure.precision = at.time.precision;
        failure.uncertainty = uncertaintyOf(dataset, at.time, deviation.head.source);
        failure.anchorFrom = at.from;
        if (deviation.occurredFrom.known() && deviation.occurredTo.known()
            && deviation.occurredFrom.utcUs < deviation.occurredTo.utcUs)
            failure.band = Interval{deviation.occurredFrom.at(), deviation.occurredTo.at()};
        set.failures.push_back(std::move(failure));
    }
    return set;
}

FailureSet selectSentinels(
    const Dataset& dataset, const UnifiedEvents& events, const Filter& filter, int occurrence, const AnchorRule& anchor)
{
    FailureSet set;
    const bool isAtEnd = anchor.kind == AnchorKind::Finished;
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> met; // (class, asset) to count
    std::map<std::uint32_t, int> perAsset;
    for (const auto i : filter.select(dataset, events)) {
        const AssetIndex asset = events.asset[i];
        const Asset* record = dataset.asset(asset);
        const int number = ++met[{events.eventClass[i].value, asset.value}];
        Failure failure;
        failure.id =
            events.className(i) + " @ " + (record != nullptr ? record->id : "-") + " #" + std::to_string(number);
        if (occurrence > 0 && ++perAsset[asset.value] != occurrence) {
            set.excluded.push_back({failure.id, phrase("not occurrence %1 on its asset", occurrence)});
            continue;
        }
        const bool hasEnd = events.endUs[i] != UnifiedEvents::kNoEnd && events.endUs[i] != UnifiedEvents::kOpenEnd;
        if (isAtEnd && !hasEnd) {
            set.excluded.push_back({failure.id, phrase("no time known for the anchor: %1", phrase("finished"))});
            continue;
        }
        failure.record = recordOf(dataset, events, i).id;
        failure.classification = events.className(i);
        failure.asset = asset;
        failure.batch = events.batch[i];
        failure.anchor = Timestamp(Duration(isAtEnd ? events.endUs[i] : events.onsetUs[i]));
        failure.precision = onsetTime(dataset, events, i).precision;
        failure.uncertainty = Duration(events.uncertaintyUs[i]);
        failure.anchorFrom = isAtEnd ? phrase("finished") : phrase("onset");
        set.failures.push_back(std::move(failure));
    }
    std::sort(set.failures.begin(), set.failures.end(),
        [](const Failure& a, const Failure& b) { return a.id != b.id ? a.id < b.id : a.anchor < b.anchor; });
    return set;
}

bool answersFailure(const Dataset& dataset, const WorkOrder& order, const Failure& failure)
{
    if (failure.deviation != nullptr && !order.deviationId.empty() && order.deviationId == failure.id)
        return true;
    const TimeValue& onset = onsetOf(order);
    if (!failure.asset.valid() || !onset.known() || onset.at() < failure.anchor)
        return false;
    return isPartOf(dataset, order.asset, failure.asset);
}

} // namespace antecedent
