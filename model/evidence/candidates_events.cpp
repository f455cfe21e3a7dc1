// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/candidates.h"

#include "model/evidence/symptom.h"

#include <algorithm>
#include <map>
#include <set>

namespace antecedent {

namespace {

struct Key
{
    ClassIndex eventClass;
    AssetIndex asset;
    auto operator<=>(const Key&) const = default;
};

// What was seen of one class at one asset.
struct Sighting
{
    std::vector<DraftExposure> exposures; // ascending by window
    std::set<std::uint32_t> afterSets;
};

using Sightings = std::map<Key, Sighting>;

bool isCandidateTable(TableId table)
{
    switch (table) {
    case TableId::Events:
    case TableId::WorkOrders:
    case TableId::Calibrations:
    case TableId::Cleanings:
    case TableId::Genealogy:
    case TableId::Changes:
    case TableId::Results:
    case TableId::Installations:
        return true;
    default:
        return false;
    }
}

CandidateKind kindOf(const Dataset& dataset, const EventClass& eventClass)
{
    switch (eventClass.table) {
    case TableId::Genealogy:
        return CandidateKind::Material;
    case TableId::Changes:
        return eventClass.name.starts_with("change:recipe") ? CandidateKind::Recipe : CandidateKind::Event;
    case TableId::Events: {
        const std::string& category = dataset.strings.text(eventClass.category);
        if (category == "operator")
            return CandidateKind::Operator;
        if (category == "utility")
            return CandidateKind::Utility;
        return category == "recipe" ? CandidateKind::Recipe : CandidateKind::Event;
    }
    default:
        return CandidateKind::Event;
    }
}

void merge(DraftExposure& into, const DraftExposure& other)
{
    into.isExposed = into.isExposed || other.isExposed;
    into.isCertain = into.isCertain || other.isCertain;
    into.isPossible = into.isPossible || other.isPossible;
    if (other.latest && (!into.latest || *other.latest > *into.latest))
        into.latest = other.latest;
    into.records.insert(into.records.end(), other.records.begin(), other.records.end());
}

// How one event counts in its window; nullopt: not at all.
std::optional<DraftExposure> exposureOf(
    const AlignmentContext& context, const AlignedWindow& window, std::uint32_t position, const AlignedEvent& event)
{
    if (event.isAnswer || (!event.isAntecedent && !event.isInForce && !event.isUndetermined))
        return std::nullopt;
    DraftExposure exposure;
    exposure.window = position;
    exposure.isPossible = true;
    exposure.isExposed = event.isAntecedent || event.isInForce;
    const Duration fromLeft = event.offset + window.interval.length();
    exposure.isCertain = exposure.isExposed
        && (event.isInForce || (fromLeft >= event.uncertainty && -event.offset >= event.uncertainty));
    if (exposure.isExposed) {
        exposure.latest = event.offset;
        exposure.records.push_back(recordOf(context.dataset, context.events, event.event.value).id);
    }
    return exposure;
}

// Records that are failures themselves (sentinels). Controls keep away from them, so they can't be candidates.
using Records = std::set<RecordId>;

Records failureRecords(const Design& design)
{
    Records records;
    for (const Failure& failure : design.given.failures)
        if (failure.deviation == nullptr)
            records.insert(failure.record);
    return records;
}

bool isFailure(const AlignmentContext& context, const Records& failures, std::size_t event)
{
    return !failures.empty() && failures.contains(recordOf(context.dataset, context.events, event).id);
}

void collectWindow(const AlignmentContext& context, const Design& design, const Records& failures,
    std::uint32_t position, Sightings& sightings)
{
    const AlignedWindow& window = design.window(position);
    for (const AlignedEvent& event : window.events) {
        const std::size_t i = event.event.value;
        if (!isCandidateTable(context.events.table[i]) || isFailure(context, failures, i))
            continue;
        const std::optional<DraftExposure> exposure = exposureOf(context, window, position, event);
        if (!exposure)
            continue;
        auto& list = sightings[{context.events.eventClass[i], context.events.asset[i]}].exposures;
        if (list.empty() || list.back().window != position)
            list.push_back(*exposure);
        else
            merge(list.back(), *exposure);
    }
}

// Onsets after t0 for as long as the window is, on the assets in scope.
void collectAfter(const AlignmentContext& context, const Design& design, const Records& failures,
    std::uint32_t position, Sightings& sightings)
{
    const DesignSet& set = design.sets[position];
    const Failure& failure = design.failureOf(set);
    const Duration length = design.window(set.caseWindow).interval.length();
    const std::int64_t begin = (failure.anchor + failure.uncertainty).time_since_epoch().count();
    const std::int64_t end = (failure.anchor + length).time_since_epoch().count();
    for (const AssetIndex asset : set.scope)
        for (const std::uint32_t i : context.byAsset.range(asset, begin, end)) {
            const bool isAfter = context.events.onsetUs[i] - context.events.uncertaintyUs[i] > begin;
            if (isAfter && isCandidateTable(context.events.table[i]) && !isFailure(context, failures, i))
                sightings[{context.events.eventClass[i], asset}].afterSets.insert(position);
        }
}

Sightings collect(const AlignmentContext& context, const Design& design)
{
    Sightings sightings;
    const Records failures = failureRecords(design);
    for (std::uint32_t s = 0; s < design.sets.size(); ++s) {
        const DesignSet& set = design.sets[s];
        collectWindow(context, design, failures, set.caseWindow, sightings);
        for (const std::uint32_t control : set.controls)
            collectWindow(context, design, failures, control, sightings);
        if (set.isFreeAfter && set.counts)
            collectAfter(context, design, failures, s, sightings);
    }
    for (auto& [key, sighting] : sightings)
        std::sort(sighting.exposures.begin(), sighting.exposures.end(),
            [](const DraftExposure& a, const DraftExposure& b) { return a.window < b.window; });
    return sightings;
}

// Adds the sightings of several assets, window by window.
class Pool
{
public:
    void add(const Sighting& sighting)
    {
        for (const DraftExposure& exposure : sighting.exposures) {
            const auto [entry, isNew] = m_exposures.try_emplace(exposure.window, exposure);
            if (!isNew)
                merge(entry->second, exposure);
        }
        m_after.insert(sighting.afterSets.begin(), sighting.afterSets.end());
    }
    void fill(CandidateDraft& draft) const
    {
        for (const auto& [window, exposure] : m_exposures) {
            draft.exposures.push_back(exposure);
            auto& records = draft.exposures.back().records;
            std::sort(records.begin(), records.end());
            records.erase(std::unique(records.begin(), records.end()), records.end());
        }
        draft.afterSets.assign(m_after.begin(), m_after.end());
    }

private:
    std::map<std::uint32_t, DraftExposure> m_exposures;
    std::set<std::uint32_t> m_after;
};

class Generator
{
public:
    Generator(const AlignmentContext& context, const Design& design, bool mergeEqual)
        : m_context(context)
        , m_design(design)
        , m_mergeEqual(mergeEqual)
        , m_sightings(collect(context, design))
    {
        for (std::uint32_t s = 0; s < design.sets.size(); ++s) {
            const DesignSet& set = design.sets[s];
            m_setOfWindow[set.caseWindow] = s;
            for (const std::uint32_t control : set.controls)
                m_setOfWindow[control] = s;
            const AssetIndex failed = design.failureOf(set).asset;
            if (failed.valid()) {
                m_failedAssets.insert(failed);
                m_setsOfFailed.push_back(s);
            }
            std::set<std::string> classes;
            for (const AssetIndex asset : set.scope) {
                m_setsOfAsset[asset].push_back(s);
                classes.insert(context.dataset.assets[asset.value].assetClass);
                m_assetsOfClass[context.dataset.assets[asset.value].assetClass].insert(asset);
            }
            for (const std::string& name : classes)
                m_setsOfClass[name].push_back(s);
            m_allSets.push_back(s);
        }
    }

    std::vector<CandidateDraft> make()
    {
        for (auto it = m_sightings.begin(); it != m_sightings.end();) {
            const ClassIndex eventClass = it->first.eventClass;
            const auto begin = it;
            while (it != m_sightings.end() && it->first.eventClass == eventClass)
                ++it;
            makeOfClass(eventClass, begin, it);
        }
        return std::move(m_drafts);
    }

private:
    using Iterator = Sightings::const_iterator;

    void makeOfClass(ClassIndex eventClass, Iterator begin, Iterator end)
    {
        m_firstOfClass = m_drafts.size();
        std::map<std::string, Pool> pools;
        Pool failed;
        for (Iterator it = begin; it != end; ++it) {
            const AssetIndex asset = it->first.asset;
            CandidateDraft draft = blank(eventClass);
            draft.asset = asset;
            Pool single;
            single.add(it->second);
            single.fill(draft);
            draft.sets = asset.valid() ? m_setsOfAsset[asset] : m_allSets;
            keep(std::move(draft));
            if (!asset.valid())
                continue;
            pools[m_context.dataset.assets[asset.value].assetClass].add(it->second);
            if (m_failedAssets.contains(asset))
                failed.add(ownOf(it->second, asset));
        }
        for (const auto& [name, pool] : pools)
            if (!name.empty() && m_assetsOfClass[name].size() > 1)
                keepGroup(eventClass, name, pool, m_setsOfClass[name]);
        if (m_failedAssets.size() > 1)
            keepGroup(eventClass, std::string(kFailedAsset), failed, m_setsOfFailed);
    }

    // The sighting's windows whose failure is on this very asset.
    Sighting ownOf(const Sighting& sighting, AssetIndex asset) const
    {
        Sighting own;
        const auto isOwn = [&](std::uint32_t set) { return m_design.failureOf(m_design.sets[set]).asset == asset; };
        for (const DraftExposure& exposure : sighting.exposures)
            if (isOwn(m_setOfWindow.at(exposure.window)))
                own.exposures.push_back(exposure);
        for (const std::uint32_t set : sighting.afterSets)
            if (isOwn(set))
                own.afterSets.insert(set);
        return own;
    }

    CandidateDraft blank(ClassIndex eventClass) const
    {
        const EventClass& described = m_context.events.classes[eventClass.value];
        CandidateDraft draft;
        draft.kind = kindOf(m_context.dataset, described);
        draft.eventClass = described.name;
        draft.table = described.table;
        draft.category = described.category;
        const bool isAlarm = described.table == TableId::Events && draft.kind == CandidateKind::Event;
        const std::size_t code = described.name.find(':');
        draft.isSymptom = isAlarm && code != std::string::npos
            && isSymptomOf(std::string_view(described.name).substr(code + 1), m_design.classification);
        draft.hasAfter = described.table != TableId::WorkOrders; // an order after t0 answers the failure
        return draft;
    }

    void keepGroup(
        ClassIndex eventClass, const std::string& name, const Pool& pool, const std::vector<std::uint32_t>& sets)
    {
        CandidateDraft draft = blank(eventClass);
        draft.group = name;
        draft.sets = sets;
        pool.fill(draft);
        keep(std::move(draft));
    }

    void keep(CandidateDraft draft)
    {
        const auto isExposed = [](const DraftExposure& e) { return e.isExposed; };
        if (std::none_of(draft.exposures.begin(), draft.exposures.end(), isExposed))
            return;
        const auto isEqual = [&](const CandidateDraft& other) {
            return other.sets == draft.sets
                && std::equal(other.exposures.begin(), other.exposures.end(), draft.exposures.begin(),
                    draft.exposures.end(), [](const DraftExposure& a, const DraftExposure& b) {
                        return a.window == b.window && a.isExposed == b.isExposed && a.isCertain == b.isCertain;
                    });
        };
        const auto first = m_drafts.begin() + static_cast<std::ptrdiff_t>(m_firstOfClass);
        if (m_mergeEqual && !draft.group.empty() && std::any_of(first, m_drafts.end(), isEqual))
            return;
        m_drafts.push_back(std::move(draft));
    }

    const AlignmentContext& m_context;
    const Design& m_design;
    bool m_mergeEqual;
    Sightings m_sightings;
    std::map<std::uint32_t, std::uint32_t> m_setOfWindow;
    std::map<AssetIndex, std::vector<std::uint32_t>> m_setsOfAsset;
    std::map<std::string, std::vector<std::uint32_t>> m_setsOfClass;
    std::map<std::string, std::set<AssetIndex>> m_assetsOfClass;
    std::vector<std::uint32_t> m_allSets;
    std::vector<std::uint32_t> m_setsOfFailed;
    std::set<AssetIndex> m_failedAssets;
    std::size_t m_firstOfClass = 0;
    std::vector<CandidateDraft> m_drafts;
};

} // namespace

std::string candidateName(const Dataset& dataset, const CandidateDraft& draft)
{
    if (draft.asset.valid())
        return draft.eventClass + " @ " + dataset.assets[draft.asset.value].id;
    return draft.group.empty() ? draft.eventClass : draft.eventClass + " @ " + draft.group;
}

std::vector<CandidateDraft> eventCandidates(const AlignmentContext& context, const Design& design, bool mergeEqual)
{
    return Generator(context, design, mergeEqual).make();
}

} // namespace antecedent
