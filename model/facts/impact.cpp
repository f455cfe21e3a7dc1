// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/facts/impact.h"

#include "model/base/text.h"

#include <algorithm>

namespace antecedent {

namespace {

bool isPassing(std::string_view result)
{
    const std::string word = toLowerAscii(trimmed(result));
    return word == "pass" || word == "passed" || word == "ok" || word == "good" || word == "accepted";
}

bool isCorrective(const WorkOrder& order, const Resets& resets)
{
    return resets.corrective || resets.replacement || toLowerAscii(order.activity).find("repair") != std::string::npos;
}

bool isInspection(const WorkOrder& order)
{
    return toLowerAscii(order.type).starts_with("insp") || toLowerAscii(order.activity).starts_with("insp");
}

// A record that ends a suspicion: when, and how it is worded.
struct Check
{
    Timestamp at;
    Phrase text;
    RecordId record;
};

// Good checks (before) or corrections (after) of an asset and its parts, ascending by time.
std::vector<Check> checksOf(const AlignmentContext& context, AssetIndex asset, bool forEnd)
{
    const Dataset& dataset = context.dataset;
    std::vector<Check> checks;
    for (const Calibration& c : dataset.calibrations) {
        const bool isGood = isPassing(c.asFoundResult.empty() ? c.result : c.asFoundResult);
        if (c.asset == asset && c.performed.known() && (isGood || forEnd))
            checks.push_back({c.performed.at(),
                isGood ? phrase("passing calibration %1", c.id) : phrase("calibration with adjustment %1", c.id),
                c.head.id});
    }
    for (const WorkOrder& o : dataset.workOrders) {
        if (!context.scopes.isWithin(o.asset, asset) || !o.finished.known())
            continue;
        const Resets what = context.configuration.resets.resetsOf(o);
        if (isCorrective(o, what))
            checks.push_back({o.finished.at(),
                what.replacement ? phrase("replacement %1", o.id) : phrase("repair %1", o.id), o.head.id});
        else if (isInspection(o) && o.failureMode.empty() && !forEnd)
            checks.push_back({o.finished.at(), phrase("inspection without finding %1", o.id), o.head.id});
    }
    for (const Installation& i : dataset.installations)
        if (context.scopes.isWithin(i.position, asset) && i.from.known())
            checks.push_back({i.from.at(), phrase("installation of %1", i.item), i.head.id});
    std::sort(checks.begin(), checks.end(),
        [](const Check& a, const Check& b) { return a.at != b.at ? a.at < b.at : a.record < b.record; });
    return checks;
}

// First to last instant of all data.
Interval extentOf(const AlignmentContext& context)
{
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    const UnifiedEvents& events = context.events;
    if (events.size() == 0)
        return Interval{Timestamp{}, Timestamp{}};
    first = events.onsetUs.front();
    last = events.onsetUs.back();
    for (const BatchStep& step : context.dataset.steps)
        if (step.end.known())
            last = std::max(last, step.end.utcUs);
    return Interval{Timestamp(Duration(first)), Timestamp(Duration(last + 1))};
}

Phrase span(const Interval& interval)
{
    return phrase("%1 to %2", formatUtc(interval.begin), formatUtc(interval.end));
}

class Exposure
{
public:
    Exposure(const AlignmentContext& context, const SuspectInterval& suspect)
        : m_context(context)
        , m_dataset(context.dataset)
        , m_suspect(suspect)
    {
        for (std::size_t i = 0; i < m_dataset.batches.size(); ++i) {
            const Batch& batch = m_dataset.batches[i];
            BatchImpact impact;
            impact.batch = indexOf<BatchIndexTag>(i);
            impact.disposition = batch.disposition.empty() ? batch.status : batch.disposition;
            impact.distributed = batch.distributed;
            m_impacts.push_back(std::move(impact));
        }
    }

    std::vector<BatchImpact> run()
    {
        addUse();
        addCleanedBySkid();
        addLinked();
        addDescendants();
        explainOthers();
        for (const auto& [batch, use] : m_uses)
            m_impacts[batch.value].use = use;
        return std::move(m_impacts);
    }

private:
    std::string name(AssetIndex asset) const { return m_dataset.assets[asset.value].id; }

    static Interval intervalOf(const BatchStep& step)
    {
        const Timestamp end =
            step.end.known() ? std::max(step.end.at(), step.start.at() + Duration(1)) : step.start.at() + Duration(1);
        return Interval{step.start.at(), end};
    }

    void include(BatchIndex batch, ImpactWay way, const Phrase& reason, const RecordId& record)
    {
        BatchImpact& impact = m_impacts[batch.value];
        if (!impact.isIn) {
            impact.isIn = true;
            impact.way = way;
            impact.reason = reason;
        }
        if (impact.way == way)
            impact.records.push_back(record);
    }

    // Steps that name the asset or its parts; where there are none, those of what it is built into, up to its unit.
    AssetIndex placeOfUse() const
    {
        const AssetIndex unit = m_context.scopes.unitOf(m_suspect.asset);
        AssetIndex at = m_suspect.asset;
        const auto isNamed = [&](AssetIndex place) {
            const std::span<const AssetIndex> parts = m_context.scopes.subtree(place);
            return std::any_of(parts.begin(), parts.end(),
                [&](AssetIndex part) { return !m_context.scopes.stepsOnAsset(part).empty(); });
        };
        while (!isNamed(at) && at != unit && m_dataset.assets[at.value].parent.valid())
            at = m_dataset.assets[at.value].parent;
        return at;
    }

    void addUse()
    {
        const AssetIndex place = placeOfUse();
        for (const BatchStep& step : m_dataset.steps) {
            if (!step.batch.valid() || !step.start.known() || !m_context.scopes.isWithin(step.asset, place))
                continue;
            const Interval use = intervalOf(step);
            auto [found, isNew] = m_uses.try_emplace(step.batch, use);
            found->second.begin = std::min(found->second.begin, use.begin);
            found->second.end = std::max(found->second.end, use.end);
            if (use.overlaps(m_suspect.interval))
                include(step.batch, ImpactWay::AssetUse,
                    phrase(
                        "used %1 in step %2 from %3, in the suspect interval", name(step.asset), step.name, span(use)),
                    step.head.id);
        }
    }

    // What a suspect skid cleaned is suspect until its next cleaning.
    void addCleanedBySkid()
    {
        for (const Cleaning& c : m_dataset.cleanings) {
            if (!m_context.scopes.isWithin(c.skid, m_suspect.asset)
                && !m_context.scopes.isWithin(m_suspect.asset, c.skid))
                continue;
            const TimeValue& ended = c.end.known() ? c.end : c.start;
            if (!ended.known() || !c.asset.valid() || !m_suspect.interval.contains(ended.at()))
                continue;
            const Phrase by = phrase("used %1 after cleaning %2 by %3", name(c.asset), c.id, name(c.skid));
            if (c.nextBatch.valid())
                include(c.nextBatch, ImpactWay::Link, by, c.head.id);
            std::optional<Timestamp> next;
            for (const Cleaning& later : m_dataset.cleanings)
                if (later.asset == c.asset && later.start.known() && later.start.at() >= ended.at() && later.id != c.id)
                    next = std::min(next.value_or(later.start.at()), later.start.at());
            const Interval dirty{ended.at(), next.value_or(Timestamp::max())};
            for (const auto i : m_context.operating.uses(c.asset, dirty))
                if (m_dataset.steps[i].batch.valid())
                    include(m_dataset.steps[i].batch, ImpactWay::Link, by, c.head.id);
        }
    }

    // Utilities, rooms and instruments: batches on the units that they serve.
    void addLinked()
    {
        for (const AssetLink& link : m_dataset.assetLinks) {
            const bool isRoom = link.kind == "located_in";
            const AssetIndex here = isRoom ? link.to : link.from;
            const AssetIndex there = isRoom ? link.from : link.to;
            if (!there.valid() || here != m_suspect.asset || link.kind == "cleans")
                continue; // what a skid cleaned is in the cleaning records
            for (const auto i : m_context.operating.uses(there, Interval{Timestamp::min(), m_suspect.interval.end})) {
                const BatchStep& step = m_dataset.steps[i];
                const Interval use = intervalOf(step);
                if (step.batch.valid() && use.overlaps(m_suspect.interval))
                    include(step.batch, ImpactWay::Link,
                        phrase("used %1, joined to %2 (%3), from %4", name(there), name(here), link.kind, span(use)),
                        step.head.id);
            }
        }
    }

    void addDescendants()
    {
        std::vector<BatchIndex> open;
        for (const BatchImpact& impact : m_impacts)
            if (impact.isIn)
                open.push_back(impact.batch);
        while (!open.empty()) {
            const BatchIndex from = open.back();
            open.pop_back();
            for (const BatchIndex child : m_context.scopes.producedFrom(from)) {
                if (m_impacts[child.value].isIn)
                    continue;
                include(child, ImpactWay::Genealogy,
                    phrase("made from batch %1 (genealogy)", m_dataset.batches[from.value].id),
                    genealogyRecord(child, from));
                open.push_back(child);
            }
        }
    }

    RecordId genealogyRecord(BatchIndex child, BatchIndex from) const
    {
        for (const GenealogyEntry& entry : m_dataset.genealogy)
            if (entry.batch == child && entry.sourceBatch == from)
                return entry.head.id;
        for (const GenealogyEntry& entry : m_dataset.genealogy)
            if (entry.batch == child && !entry.materialLot.empty()
                && (entry.materialLot == m_dataset.batches[from.value].lot
                    || entry.materialLot == m_dataset.batches[from.value].id))
                return entry.head.id;
        return m_dataset.batches[child.value].head.id;
    }

    void explainOthers()
    {
        const std::string asset = name(m_suspect.asset);
        for (BatchImpact& impact : m_impacts) {
            if (impact.isIn)
                continue;
            const auto used = m_uses.find(impact.batch);
            if (used != m_uses.end())
                impact.reason = used->second.end <= m_suspect.interval.begin
                    ? phrase("used %1 before the suspect interval (%2)", asset, span(used->second))
                    : phrase("used %1 after the suspect interval (%2)", asset, span(used->second));
            else if (m_context.scopes.stepsOfBatch(impact.batch).empty())
                impact.reason = phrase("not determinable: no steps of this batch are in the data");
            else
                impact.reason = phrase("did not use %1 and was not made from an exposed batch", asset);
        }
    }

    const AlignmentContext& m_context;
    const Dataset& m_dataset;
    const SuspectInterval& m_suspect;
    std::vector<BatchImpact> m_impacts;
    std::map<BatchIndex, Interval> m_uses;
};

} // namespace

const char* toText(ImpactWay way)
{
    switch (way) {
    case ImpactWay::AssetUse:
        return "asset_use";
    case ImpactWay::Link:
        return "link";
    case ImpactWay::Genealogy:
        return "genealogy";
    case ImpactWay::Failure:
        return "failure";
    case ImpactWay::None:
        break;
    }
    return "none";
}

SuspectInterval suspectInterval(const AlignmentContext& context, AssetIndex asset, Timestamp t)
{
    SuspectInterval suspect;
    suspect.asset = asset;
    const Interval extent = extentOf(context);
    suspect.interval = Interval{std::min(extent.begin, t), std::max(extent.end, t)};
    suspect.fromReason = phrase("no earlier good check: begin of the data");
    suspect.toReason = phrase("not corrected in the data: end of the data");
    for (const Check& check : checksOf(context, asset, false)) {
        if (check.at >= t)
            break;
        suspect.interval.begin = check.at;
        suspect.fromReason = phrase("last good check before the failure: %1", check.text);
        suspect.records.assign(1, check.record);
    }
    for (const Check& check : checksOf(context, asset, true)) {
        if (check.at < t)
            continue;
        suspect.interval.end = check.at;
        suspect.toReason = phrase("corrected by %1", check.text);
        suspect.records.push_back(check.record);
        break;
    }
    return suspect;
}

Result<Impact> impactOf(const AlignmentContext& context, const SuspectInterval& suspect)
{
    if (!suspect.asset.valid() || suspect.asset.value >= context.dataset.assets.size())
        return Error{ErrorCode::UnknownAsset, {}, "no such asset in the data"};
    Impact impact;
    impact.suspect = suspect;
    impact.batches = Exposure(context, suspect).run();
    return impact;
}

Result<Impact> impactOf(const AlignmentContext& context, AssetIndex asset, const Interval& interval)
{
    SuspectInterval suspect;
    suspect.asset = asset;
    suspect.interval = interval;
    suspect.fromReason = suspect.toReason = phrase("as given");
    return impactOf(context, suspect);
}

Result<Impact> impactOf(const AlignmentContext& context, const Failure& failure, AssetIndex leading)
{
    const AssetIndex asset = leading.valid() ? leading : failure.asset;
    if (!asset.valid() && !failure.batch.valid())
        return Error{ErrorCode::NotAvailable, failure.id, "neither asset nor batch of the failure is known"};
    Impact impact;
    if (asset.valid()) {
        auto found = impactOf(context, suspectInterval(context, asset, failure.anchor));
        if (!found)
            return found;
        impact = std::move(*found);
    } else {
        impact = descendantsOf(context, failure.batch);
    }
    if (failure.batch.valid()) {
        BatchImpact& own = impact.batches[failure.batch.value];
        own.isIn = true;
        own.way = ImpactWay::Failure;
        own.reason = phrase("the failing batch");
        if (failure.deviation != nullptr)
            own.records.assign(1, failure.record);
    }
    return impact;
}

Impact descendantsOf(const AlignmentContext& context, BatchIndex batch)
{
    const Dataset& dataset = context.dataset;
    Impact impact;
    std::vector<BatchIndex> from(dataset.batches.size());
    std::vector<BatchIndex> open{batch};
    while (!open.empty()) {
        const BatchIndex at = open.back();
        open.pop_back();
        for (const BatchIndex child : context.scopes.producedFrom(at))
            if (!from[child.value].valid() && child != batch) {
                from[child.value] = at;
                open.push_back(child);
            }
    }
    for (std::size_t i = 0; i < dataset.batches.size(); ++i) {
        const Batch& record = dataset.batches[i];
        BatchImpact entry;
        entry.batch = indexOf<BatchIndexTag>(i);
        entry.disposition = record.disposition.empty() ? record.status : record.disposition;
        entry.distributed = record.distributed;
        entry.isIn = from[i].valid();
        entry.way = entry.isIn ? ImpactWay::Genealogy : ImpactWay::None;
        entry.reason = entry.isIn ? phrase("made from batch %1 (genealogy)", dataset.batches[from[i].value].id)
                                  : phrase("not made from the failing batch; no suspected asset is known");
        impact.batches.push_back(std::move(entry));
    }
    return impact;
}

} // namespace antecedent
