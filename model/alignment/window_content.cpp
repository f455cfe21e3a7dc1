// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/align.h"

#include "model/base/text.h"

#include <algorithm>
#include <cmath>

namespace antecedent {

namespace {

// The unit on which a failure's uses are counted: its own, else the one its batch used at the anchor.
AssetIndex unitAt(const AlignmentContext& context, const Failure& failure)
{
    if (failure.asset.valid())
        return context.scopes.unitOf(failure.asset);
    AssetIndex unit;
    for (const auto i : context.scopes.stepsOfBatch(failure.batch)) {
        const BatchStep& step = context.dataset.steps[i];
        if (step.asset.valid() && step.start.at() <= failure.anchor)
            unit = context.scopes.unitOf(step.asset);
    }
    return unit;
}

CaseInterval backByUses(const AlignmentContext& context, AssetIndex unit, Timestamp t, const WindowLength& before)
{
    if (!unit.valid())
        return {std::nullopt, phrase("no asset is known for the failure")};
    const auto wanted = static_cast<std::size_t>(std::llround(before.amount));
    const auto steps = context.operating.uses(unit, Interval{Timestamp::min(), t});
    std::size_t count = 0;
    BatchIndex last;
    for (std::size_t i = steps.size(); i-- > 0;) {
        const BatchStep& step = context.dataset.steps[steps[i]];
        const bool isSame = before.unit == LengthUnit::Batches && count > 0 && step.batch == last;
        if (!isSame && count == wanted)
            return {Interval{context.dataset.steps[steps[i + 1]].start.at(), t}, {}};
        count += isSame ? 0 : 1;
        last = step.batch;
    }
    if (count == wanted)
        return {Interval{context.dataset.steps[steps.front()].start.at(), t}, {}};
    return {std::nullopt, phrase("only %1 of %2 lie before the failure in the data", count, toText(before))};
}

bool isPass(std::string_view result)
{
    const std::string word = toLowerAscii(trimmed(result));
    return word == "pass" || word == "passed" || word == "ok" || word == "good" || word == "accepted"
        || word == "conform";
}

bool isGood(const AlignmentContext& context, BatchIndex batch)
{
    const auto& deviations = context.dataset.deviations;
    return std::none_of(deviations.begin(), deviations.end(), [&](const Deviation& d) { return d.batch == batch; });
}

std::optional<Timestamp> lastGoodBatchEnd(const AlignmentContext& context, AssetIndex unit, const Failure& failure)
{
    const auto steps = context.operating.uses(unit, Interval{Timestamp::min(), failure.anchor});
    for (std::size_t i = steps.size(); i-- > 0;) {
        const BatchStep& step = context.dataset.steps[steps[i]];
        if (step.batch.valid() && step.batch != failure.batch && step.end.known() && step.end.at() < failure.anchor
            && isGood(context, step.batch))
            return step.end.at();
    }
    return std::nullopt;
}

std::optional<Timestamp> lastOtherProduct(const AlignmentContext& context, AssetIndex unit, const Failure& failure)
{
    const auto steps = context.operating.uses(unit, Interval{Timestamp::min(), failure.anchor});
    std::string current;
    if (const Batch* batch = context.dataset.batch(failure.batch))
        current = batch->product;
    for (std::size_t i = steps.size(); i-- > 0;) {
        const BatchStep& step = context.dataset.steps[steps[i]];
        const Batch* batch = context.dataset.batch(step.batch);
        if (batch == nullptr || batch->product.empty())
            continue;
        if (current.empty())
            current = batch->product;
        else if (batch->product != current)
            return step.start.at();
    }
    return std::nullopt;
}

// Time of the last sample within limits that a batch on the unit gave before the failure.
std::optional<Timestamp> lastGoodTest(const AlignmentContext& context, AssetIndex unit, const Failure& failure)
{
    const auto batches = context.operating.batches(unit, Interval{Timestamp::min(), failure.anchor});
    std::optional<Timestamp> last;
    for (const TestResult& r : context.dataset.results) {
        const bool isOnUnit = r.batch.valid() && std::find(batches.begin(), batches.end(), r.batch) != batches.end();
        const bool isOwn = r.batch == failure.batch;
        if (isOnUnit && !isOwn && isPass(r.outcome) && r.sampled.known() && r.sampled.at() < failure.anchor
            && (!last || *last < r.sampled.at()))
            last = r.sampled.at();
    }
    return last;
}

void keepLater(std::optional<Timestamp>& best, const TimeValue& candidate, Timestamp limit)
{
    if (candidate.known() && candidate.at() < limit && (!best || *best < candidate.at()))
        best = candidate.at();
}

// End of the last good check, cleaning, replacement, ... of the asset (with its parts) before the failure.
std::optional<Timestamp> lastSince(const AlignmentContext& context, const Failure& failure, SinceEvent since)
{
    const Dataset& dataset = context.dataset;
    const AssetIndex unit = unitAt(context, failure);
    const AssetIndex top = failure.asset.valid() ? failure.asset : unit;
    std::optional<Timestamp> last;
    switch (since) {
    case SinceEvent::CalibrationPass:
        for (const Calibration& c : dataset.calibrations)
            if (context.scopes.isWithin(c.asset, top) && isPass(c.asFoundResult.empty() ? c.result : c.asFoundResult))
                keepLater(last, c.performed, failure.anchor);
        break;
    case SinceEvent::Clean:
        for (const Cleaning& c : dataset.cleanings)
            if (context.scopes.isWithin(c.asset, unit) && (c.result.empty() || isPass(c.result)))
                keepLater(last, c.end.known() ? c.end : c.start, failure.anchor);
        break;
    case SinceEvent::Replacement:
        for (const Installation& i : dataset.installations)
            if (context.scopes.isWithin(i.position, top))
                keepLater(last, i.from, failure.anchor);
        for (const WorkOrder& o : dataset.workOrders)
            if (context.scopes.isWithin(o.asset, top) && toLowerAscii(o.activity).find("replace") != std::string::npos)
                keepLater(last, o.finished, failure.anchor);
        break;
    case SinceEvent::Maintenance:
        for (const WorkOrder& o : dataset.workOrders)
            if (context.scopes.isWithin(o.asset, top) && o.type != "INSP" && o.type != "CAL")
                keepLater(last, o.returnedToService.known() ? o.returnedToService : o.finished, failure.anchor);
        break;
    case SinceEvent::TestPass:
        last = lastGoodTest(context, unit, failure);
        break;
    case SinceEvent::Inspection:
        last = lastSince(context, failure, SinceEvent::Replacement);
        for (const WorkOrder& o : dataset.workOrders)
            if (context.scopes.isWithin(o.asset, top) && o.type == "INSP")
                keepLater(last, o.finished, failure.anchor);
        break;
    case SinceEvent::Changeover:
        last = lastOtherProduct(context, unit, failure);
        break;
    case SinceEvent::GoodBatch:
        last = lastGoodBatchEnd(context, unit, failure);
        break;
    }
    return last;
}

std::optional<Timestamp> procedureStart(const AlignmentContext& context, const Failure& failure)
{
    const AssetIndex unit = unitAt(context, failure);
    std::optional<Timestamp> start;
    for (const auto i : context.scopes.stepsOfBatch(failure.batch)) {
        const BatchStep& step = context.dataset.steps[i];
        const bool isProcedure = step.level.empty() || step.level == "unit_procedure";
        if (isProcedure && step.asset.valid() && context.scopes.unitOf(step.asset) == unit
            && step.start.at() <= failure.anchor)
            start = step.start.at();
    }
    return start;
}

// Time to failure of the batch in steps: number of the step that runs, and how much of it is done.
std::optional<double> phasePosition(const AlignmentContext& context, BatchIndex batch, Timestamp t)
{
    const auto steps = context.scopes.stepsOfBatch(batch);
    const auto hasLevel = [&](std::string_view level) {
        return std::any_of(
            steps.begin(), steps.end(), [&](std::uint32_t i) { return context.dataset.steps[i].level == level; });
    };
    const std::string_view level = hasLevel("phase") ? "phase" : hasLevel("operation") ? "operation" : "";
    std::optional<double> position;
    double number = 0;
    for (const auto i : steps) {
        const BatchStep& step = context.dataset.steps[i];
        if (!level.empty() && step.level != level)
            continue;
        if (step.start.at() <= t) {
            const bool isOver = !step.end.known() || step.end.at() <= t || step.end.at() == step.start.at();
            const double part =
                isOver ? 1 : toSeconds(t - step.start.at()) / toSeconds(step.end.at() - step.start.at());
            position = number + part;
        }
        ++number;
    }
    return position;
}

std::optional<double> clockOffset(
    const AlignmentContext& context, Clock clock, const AlignedWindow& window, AssetIndex unit, Timestamp onset)
{
    const bool isBefore = onset < window.anchor;
    const Interval between{std::min(onset, window.anchor), std::max(onset, window.anchor)};
    std::optional<double> distance;
    switch (clock) {
    case Clock::Wall:
        return std::nullopt;
    case Clock::Phase: {
        const auto from = phasePosition(context, window.batch, onset);
        const auto to = phasePosition(context, window.batch, window.anchor);
        return from && to ? std::optional(*from - *to) : std::nullopt;
    }
    case Clock::RunHours:
        distance = context.operating.runHours(unit, between);
        break;
    case Clock::Batch:
    case Clock::Uses:
        if (!context.operating.knowsFrom(between.begin))
            return std::nullopt;
        distance = static_cast<double>(clock == Clock::Batch ? context.operating.batches(unit, between).size()
                                                             : context.operating.uses(unit, between).size());
        break;
    }
    return distance && isBefore ? std::optional(-*distance) : distance;
}

} // namespace

CaseInterval caseInterval(const AlignmentContext& context, const Failure& failure, const WindowLength& before)
{
    const Timestamp t = failure.anchor;
    switch (before.unit) {
    case LengthUnit::Wall:
        return {Interval{t - before.wall, t}, {}};
    case LengthUnit::Batches:
    case LengthUnit::Uses:
        return backByUses(context, unitAt(context, failure), t, before);
    case LengthUnit::RunHours: {
        const AssetIndex asset = failure.asset.valid() ? failure.asset : unitAt(context, failure);
        const auto begin = context.operating.backByRunHours(asset, t, before.amount);
        if (!begin)
            return {
                std::nullopt, phrase("fewer than %1 of running lie before the failure in the data", toText(before))};
        return {Interval{*begin, t}, {}};
    }
    case LengthUnit::Procedure: {
        const auto begin = procedureStart(context, failure);
        if (!begin)
            return {std::nullopt, phrase("no unit procedure of the batch runs at the failure")};
        return {Interval{*begin - before.wall, t}, {}};
    }
    case LengthUnit::Since:
        break;
    }
    const auto last = lastSince(context, failure, before.since);
    if (!last)
        return {std::nullopt, phrase("nothing in the data for %1", toText(before))};
    return {Interval{*last, t}, {}};
}

CaseInterval caseInterval(const AlignmentContext& context, const Failure& failure, const WindowOptions& options)
{
    CaseInterval window = caseInterval(context, failure, options.before);
    if (!window.interval && options.fallback)
        window.interval = caseInterval(context, failure, *options.fallback).interval;
    if (!window.interval)
        return window;
    if (options.atLeast)
        if (const auto least = caseInterval(context, failure, *options.atLeast); least.interval)
            window.interval->begin = std::min(window.interval->begin, least.interval->begin);
    if (options.atMost)
        if (const auto most = caseInterval(context, failure, *options.atMost); most.interval)
            window.interval->begin = std::max(window.interval->begin, most.interval->begin);
    return window;
}

void collectEvents(
    const AlignmentContext& context, const Failure& failure, const WindowOptions& options, AlignedWindow& window)
{
    const UnifiedEvents& events = context.events;
    const auto us = [](Timestamp t) { return t.time_since_epoch().count(); };
    std::vector<std::uint32_t> found;
    std::vector<BatchIndex> batches;
    AssetIndex lastUnit;
    for (const ScopePart& part : window.parts) {
        const Timestamp begin =
            part.during ? std::max(part.during->begin, window.interval.begin) : window.interval.begin;
        const Timestamp end = part.during ? std::min(part.during->end, window.shownUntil) : window.shownUntil;
        const auto range = context.byAsset.range(part.asset, us(begin), us(end));
        found.insert(found.end(), range.begin(), range.end());
        if (!part.during || part.during->contains(window.anchor)) {
            const auto inForce = context.inForce.at(part.asset, us(window.anchor), us(window.interval.begin));
            found.insert(found.end(), inForce.begin(), inForce.end());
        }
        const AssetIndex unit = context.scopes.unitOf(part.asset);
        if (options.scope != Scope::Asset && unit != lastUnit && begin < end) {
            const auto used = context.operating.batchesDuring(unit, Interval{begin, end});
            batches.insert(batches.end(), used.begin(), used.end());
            lastUnit = unit;
        }
    }
    if (window.batch.valid())
        batches.push_back(window.batch);
    std::sort(batches.begin(), batches.end());
    batches.erase(std::unique(batches.begin(), batches.end()), batches.end());
    // What a batch did without naming an asset (materials, operators) belongs to the windows that it ran in.
    for (const BatchIndex batch : batches)
        for (const auto i : context.assetlessByBatch[batch.value])
            if (us(window.interval.begin) <= events.onsetUs[i] && events.onsetUs[i] < us(window.shownUntil))
                found.push_back(i);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());

    const AssetIndex unit = context.scopes.unitOf(window.asset);
    window.events.clear();
    window.events.reserve(found.size());
    for (const auto i : found) {
        const Timestamp onset{Duration(events.onsetUs[i])};
        AlignedEvent event;
        event.event = EventIndex{i};
        event.offset = onset - window.anchor;
        event.uncertainty = Duration(events.uncertaintyUs[i]) + failure.uncertainty;
        const bool isInBand = window.isCase && failure.band && failure.band->contains(onset);
        event.isUndetermined = isInBand
            || orderOf(onset, Duration(events.uncertaintyUs[i]), window.anchor, failure.uncertainty)
                == Order::Undetermined;
        event.isInForce = onset < window.anchor && events.endUs[i] > us(window.anchor);
        if (events.table[i] == TableId::WorkOrders) {
            const WorkOrder& order = context.dataset.workOrders[events.item[i]];
            const bool isLinked = !order.deviationId.empty() && order.deviationId == failure.id;
            event.isAnswer = window.isCase ? answersFailure(context.dataset, order, failure) : isLinked;
        }
        // An event that was chosen as the failure is not its own antecedent.
        const bool isItself = failure.deviation == nullptr && failure.record != RecordId{}
            && recordOf(context.dataset, events, i).id == failure.record;
        event.isAnswer = event.isAnswer || (window.isCase && isItself);
        event.isAntecedent = onset < window.anchor && !event.isUndetermined && !event.isAnswer;
        if (options.clock != Clock::Wall)
            event.clockOffset = clockOffset(context, options.clock, window, unit, onset);
        window.events.push_back(event);
    }
}

} // namespace antecedent
