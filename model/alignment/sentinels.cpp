// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/sentinels.h"

#include "model/alignment/filter.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace antecedent {

namespace {

Phrase onsetWords()
{
    return phrase("onset of the excursion");
}

Phrase endWords()
{
    return phrase("end of the excursion");
}

std::string numberText(double number)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

std::string lengthText(Duration length)
{
    return length == Duration{} ? "0s" : toText(wallLength(length));
}

// The one batch that was made there then.
BatchIndex batchThen(const AlignmentContext& context, AssetIndex asset, Timestamp at)
{
    if (!asset.valid())
        return {};
    const auto batches = context.operating.batchesDuring(asset, Interval{at, at + Duration(1)});
    return batches.size() == 1 ? batches.front() : BatchIndex{};
}

// Why the stretch is no failure; empty if it is one.
Phrase objection(const TagStretch& stretch, const SentinelRule& rule, bool isAtEnd)
{
    const bool isLongEnough = stretch.interval.length() >= rule.excursion.minimum;
    if (!isLongEnough)
        return stretch.isOver ? phrase("lasts %1, shorter than %2", lengthText(stretch.interval.length()),
                   lengthText(rule.excursion.minimum))
                              : phrase("lasts %1 until the data end or pause, shorter than %2",
                                  lengthText(stretch.interval.length()), lengthText(rule.excursion.minimum));
    if (stretch.onset == TagStretch::Onset::DataBegin)
        return phrase("it held already when the data began, so its onset is not known");
    if (stretch.onset == TagStretch::Onset::AfterGap)
        return phrase("it goes on after a gap in the data, so its onset is not known");
    if (isAtEnd && !stretch.isOver)
        return phrase("no time known for the anchor: %1", phrase("finished"));
    return {};
}

Result<FailureSet> selectExcursions(const AlignmentContext& context, const Filter& filter, const SentinelRule& rule,
    const AnchorRule& anchor, SampleReader& samples)
{
    const Dataset& dataset = context.dataset;
    const auto stretches =
        filter.stretches(dataset, samples, Interval{Timestamp::min(), Timestamp::max()}, rule.excursion.hysteresis);
    if (!stretches)
        return stretches.error();
    const Tag& tag = dataset.tags[filter.tag(dataset).value];
    const Asset* asset = dataset.asset(tag.asset);
    const std::string name = filter.toPlainText();
    const bool isAtEnd = anchor.kind == AnchorKind::Finished;
    FailureSet set;
    int number = 0;
    int counted = 0;
    for (const TagStretch& stretch : *stretches) {
        Failure failure;
        failure.id = name + " @ " + (asset != nullptr ? asset->id : "-") + " #" + std::to_string(++number);
        Phrase reason = objection(stretch, rule, isAtEnd);
        if (reason.empty() && rule.occurrence > 0 && ++counted != rule.occurrence)
            reason = phrase("not occurrence %1 on its asset", rule.occurrence);
        if (!reason.empty()) {
            set.excluded.push_back({failure.id + ", " + formatUtc(stretch.interval.begin), std::move(reason)});
            continue;
        }
        failure.anchor = isAtEnd ? stretch.interval.end : stretch.interval.begin;
        failure.record = recordIdOf("excursion\n" + tag.name + "\n" + filter.toText() + "\n"
            + std::to_string(stretch.interval.begin.time_since_epoch().count()));
        failure.classification = name;
        failure.asset = tag.asset;
        failure.batch = batchThen(context, tag.asset, stretch.interval.begin);
        failure.precision = TimePrecision::Second;
        failure.uncertainty = stretch.sinceOther;
        failure.anchorFrom = isAtEnd ? endWords() : onsetWords();
        set.failures.push_back(std::move(failure));
    }
    std::sort(set.failures.begin(), set.failures.end(),
        [](const Failure& a, const Failure& b) { return a.id != b.id ? a.id < b.id : a.anchor < b.anchor; });
    return set;
}

} // namespace

std::string toText(const SentinelRule& rule)
{
    std::string text = rule.where;
    if (rule.excursion.hysteresis > 0)
        text += ", back by more than " + numberText(rule.excursion.hysteresis);
    if (rule.excursion.minimum > Duration{})
        text += ", at least " + lengthText(rule.excursion.minimum);
    if (rule.occurrence > 0)
        text += ", occurrence " + std::to_string(rule.occurrence);
    return text;
}

Result<SentinelRule> canonical(const SentinelRule& rule, const Dataset& dataset)
{
    const Result<Filter> filter = Filter::parse(rule.where, dataset);
    if (!filter)
        return filter.error();
    if (rule.occurrence < 0)
        return Error{ErrorCode::InvalidArgument, "occurrence", "1 is the first, 0 means all"};
    if (!(rule.excursion.hysteresis >= 0) || std::isinf(rule.excursion.hysteresis))
        return Error{ErrorCode::InvalidArgument, "hysteresis", "a number from 0 on, in the unit of the tag"};
    if (rule.excursion.minimum < Duration{})
        return Error{ErrorCode::InvalidArgument, "least duration", "a duration such as 30s or 5m"};
    if (rule.excursion != ExcursionRule{} && !filter->tag(dataset).valid())
        return Error{ErrorCode::InvalidArgument, rule.where,
            "hysteresis and least duration are of process values, and no tag is named"};
    SentinelRule checked = rule;
    checked.where = filter->toText();
    return checked;
}

Result<FailureSet> selectSentinels(
    const AlignmentContext& context, const SentinelRule& rule, const AnchorRule& anchor, SampleReader* samples)
{
    const Result<SentinelRule> checked = canonical(rule, context.dataset);
    if (!checked)
        return checked.error();
    const Result<Filter> filter = Filter::parse(rule.where, context.dataset);
    if (!filter)
        return filter.error();
    if (!filter->tag(context.dataset).valid())
        return selectSentinels(context.dataset, context.events, *filter, rule.occurrence, anchor);
    if (samples == nullptr)
        return Error{ErrorCode::NotAvailable, rule.where, "process data can't be read here"};
    return selectExcursions(context, *filter, rule, anchor, *samples);
}

bool isExcursion(const Failure& failure)
{
    return failure.anchorFrom == onsetWords() || failure.anchorFrom == endWords();
}

} // namespace antecedent
