// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/scope.h"

#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace antecedent {

namespace {

enum class Level : std::uint8_t { Unknown, Unit, AboveUnit };

// Level that an asset class states in ISA-88/95 words; most classes are equipment types and state none.
Level levelOf(std::string_view assetClass)
{
    static constexpr std::array<std::string_view, 4> kUnit{"unit", "process_unit", "work_unit", "production_unit"};
    static constexpr std::array<std::string_view, 13> kAbove{"process_cell", "cell", "area", "site", "plant",
        "enterprise", "building", "hall", "line", "production_line", "work_center", "storage_zone", "factory"};
    std::string word = toLowerAscii(trimmed(assetClass));
    std::replace(word.begin(), word.end(), ' ', '_');
    std::replace(word.begin(), word.end(), '-', '_');
    if (std::find(kUnit.begin(), kUnit.end(), word) != kUnit.end())
        return Level::Unit;
    return std::find(kAbove.begin(), kAbove.end(), word) != kAbove.end() ? Level::AboveUnit : Level::Unknown;
}

constexpr std::uint32_t kNobody = static_cast<std::uint32_t>(-1);

// From the asset up to its topmost ancestor; a cycle in the hierarchy ends the path. `metBy` holds who met an asset
// last.
std::vector<AssetIndex> pathUp(const Dataset& dataset, AssetIndex asset, std::vector<std::uint32_t>& metBy)
{
    std::vector<AssetIndex> path;
    for (AssetIndex at = asset; at.valid() && metBy[at.value] != asset.value; at = dataset.assets[at.value].parent) {
        metBy[at.value] = asset.value;
        path.push_back(at);
    }
    return path;
}

// Of a path that ends in a circle: the circle's asset that stands first in the table of assets.
AssetIndex firstOnCircle(const Dataset& dataset, const std::vector<AssetIndex>& path)
{
    const AssetIndex entry = dataset.assets[path.back().value].parent;
    return *std::min_element(std::find(path.begin(), path.end(), entry), path.end());
}

// The topmost asset of the path without a level above unit that steps name; else by shape of the hierarchy.
AssetIndex unitOnPath(const std::vector<AssetIndex>& path, const std::vector<Level>& levels,
    const std::vector<bool>& hasSteps, const std::vector<bool>& isDeep)
{
    if (levels[path.front().value] == Level::AboveUnit)
        return path.front();
    for (const AssetIndex at : path)
        if (levels[at.value] == Level::Unit)
            return at;
    std::size_t below = path.size(); // how many assets of the path lie below the first cell or site
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (levels[path[i].value] == Level::AboveUnit) {
            below = i;
            break;
        }
    }
    for (std::size_t i = below; i-- > 0;)
        if (hasSteps[path[i].value])
            return path[i];
    if (below < path.size() || path.size() == 1)
        return path[below - 1];
    // No levels and no steps: a two-level tree is machines with parts, a deeper one has a site on top.
    return isDeep[path.back().value] ? path[path.size() - 2] : path.back();
}

} // namespace

ScopeIndex::ScopeIndex(const Dataset& dataset)
    : m_dataset(dataset)
{
    buildSteps();
    buildHierarchy();
    buildUnits();
    buildGenealogy();
}

void ScopeIndex::buildSteps()
{
    m_batchSteps.resize(m_dataset.batches.size());
    m_assetSteps.resize(m_dataset.assets.size());
    std::vector<std::uint32_t> order;
    for (std::size_t i = 0; i < m_dataset.steps.size(); ++i)
        order.push_back(static_cast<std::uint32_t>(i));
    std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
        return m_dataset.steps[a].start.utcUs < m_dataset.steps[b].start.utcUs;
    });
    for (const auto i : order) {
        const BatchStep& step = m_dataset.steps[i];
        if (!step.start.known())
            continue;
        if (step.batch.valid())
            m_batchSteps[step.batch.value].push_back(i);
        if (step.asset.valid())
            m_assetSteps[step.asset.value].push_back(i);
    }
}

void ScopeIndex::buildHierarchy()
{
    const std::size_t n = m_dataset.assets.size();
    std::vector<std::vector<AssetIndex>> children(n);
    std::vector<AssetIndex> tops;
    for (std::size_t i = 0; i < n; ++i) {
        const AssetIndex asset = indexOf<AssetIndexTag>(i);
        const AssetIndex parent = m_dataset.assets[i].parent;
        (parent.valid() ? children[parent.value] : tops).push_back(asset);
    }
    std::vector<bool> isMet(n, false);
    m_below.resize(n);
    const auto descend = [&](AssetIndex top) {
        struct Open
        {
            AssetIndex asset;
            std::size_t next = 0; // of its children
        };
        std::vector<Open> open{{top}};
        while (!open.empty()) {
            const std::size_t asset = open.back().asset.value;
            if (open.back().next == 0) {
                isMet[asset] = true;
                m_below[asset].first = m_inOrder.size();
                m_inOrder.push_back(open.back().asset);
            }
            if (open.back().next == children[asset].size()) {
                m_below[asset].second = m_inOrder.size();
                open.pop_back();
            } else if (const AssetIndex child = children[asset][open.back().next++]; !isMet[child.value]) {
                open.push_back({child});
            }
        }
    };
    for (const AssetIndex top : tops)
        descend(top);
    std::vector<std::uint32_t> metBy(n, kNobody);
    std::set<AssetIndex> circles;
    for (std::size_t i = 0; i < n; ++i) { // what hangs on a circle
        if (isMet[i])
            continue;
        descend(indexOf<AssetIndexTag>(i));
        circles.insert(firstOnCircle(m_dataset, pathUp(m_dataset, indexOf<AssetIndexTag>(i), metBy)));
    }
    m_circles.assign(circles.begin(), circles.end());
}

void ScopeIndex::buildUnits()
{
    const std::size_t n = m_dataset.assets.size();
    std::vector<Level> levels;
    std::vector<bool> hasSteps;
    std::vector<bool> isDeep(n, false); // by topmost asset: has grandchildren
    std::vector<std::uint32_t> metBy(n, kNobody);
    for (std::size_t i = 0; i < n; ++i) {
        levels.push_back(levelOf(m_dataset.assets[i].assetClass));
        hasSteps.push_back(!m_assetSteps[i].empty());
        const std::vector<AssetIndex> path = pathUp(m_dataset, indexOf<AssetIndexTag>(i), metBy);
        m_top.push_back(path.back());
        if (path.size() > 2)
            isDeep[path.back().value] = true;
    }
    std::fill(metBy.begin(), metBy.end(), kNobody);
    std::set<AssetIndex> units;
    for (std::size_t i = 0; i < n; ++i) {
        const std::vector<AssetIndex> path = pathUp(m_dataset, indexOf<AssetIndexTag>(i), metBy);
        m_unit.push_back(unitOnPath(path, levels, hasSteps, isDeep));
        if (levels[m_unit.back().value] != Level::AboveUnit)
            units.insert(m_unit.back());
    }
    m_units.assign(units.begin(), units.end());
}

void ScopeIndex::buildGenealogy()
{
    m_parents.resize(m_dataset.batches.size());
    m_children.resize(m_dataset.batches.size());
    std::unordered_map<std::string, BatchIndex> producers; // by lot
    for (std::size_t i = 0; i < m_dataset.batches.size(); ++i)
        if (!m_dataset.batches[i].lot.empty())
            producers.emplace(m_dataset.batches[i].lot, indexOf<BatchIndexTag>(i));
    for (const GenealogyEntry& entry : m_dataset.genealogy)
        if (equalsIgnoreCase(entry.direction, "produced") && entry.batch.valid() && !entry.materialLot.empty())
            producers.emplace(entry.materialLot, entry.batch);
    for (const GenealogyEntry& entry : m_dataset.genealogy) {
        if (equalsIgnoreCase(entry.direction, "produced") || !entry.batch.valid())
            continue;
        BatchIndex parent = entry.sourceBatch;
        if (!parent.valid() && !entry.materialLot.empty()) {
            const auto found = producers.find(entry.materialLot);
            parent = found != producers.end() ? found->second : m_dataset.findBatch(entry.materialLot);
        }
        if (!parent.valid() || parent == entry.batch)
            continue;
        m_parents[entry.batch.value].push_back(parent);
        m_children[parent.value].push_back(entry.batch);
    }
    for (auto* lists : {&m_parents, &m_children})
        for (auto& list : *lists) {
            std::sort(list.begin(), list.end());
            list.erase(std::unique(list.begin(), list.end()), list.end());
        }
}

AssetIndex ScopeIndex::unitOf(AssetIndex asset) const
{
    return asset.valid() ? m_unit[asset.value] : AssetIndex{};
}

AssetIndex ScopeIndex::cellOf(AssetIndex asset) const
{
    const AssetIndex unit = unitOf(asset);
    if (!unit.valid())
        return {};
    const AssetIndex parent = m_dataset.assets[unit.value].parent;
    return parent.valid() ? parent : unit;
}

AssetIndex ScopeIndex::siteOf(AssetIndex asset) const
{
    return asset.valid() ? m_top[asset.value] : AssetIndex{};
}

bool ScopeIndex::isWithin(AssetIndex asset, AssetIndex ancestor) const
{
    if (!asset.valid() || !ancestor.valid())
        return false;
    const auto [from, to] = m_below[ancestor.value];
    const std::size_t at = m_below[asset.value].first;
    return from <= at && at < to;
}

std::span<const AssetIndex> ScopeIndex::subtree(AssetIndex asset) const
{
    const auto [from, to] = m_below[asset.value];
    return std::span(m_inOrder).subspan(from, to - from);
}

std::vector<AssetIndex> ScopeIndex::linked(AssetIndex unit, Timestamp t) const
{
    std::set<AssetIndex> found;
    const auto addWithParts = [&](AssetIndex asset) {
        if (asset.valid() && !isWithin(asset, unit))
            found.insert(subtree(asset).begin(), subtree(asset).end());
    };
    for (const AssetLink& link : m_dataset.assetLinks) {
        const bool isInForce =
            (!link.start.known() || link.start.at() <= t) && (!link.end.known() || t < link.end.at());
        if (!isInForce)
            continue;
        if (link.kind == "located_in") {
            if (isWithin(link.from, unit) && link.to.valid() && !isWithin(link.to, unit))
                found.insert(link.to); // the room, not all that stands in it
        } else if (isWithin(link.to, unit)) {
            addWithParts(link.from);
        }
    }
    for (const Cleaning& cleaning : m_dataset.cleanings)
        if (cleaning.skid.valid() && isWithin(cleaning.asset, unit) && cleaning.start.known()
            && cleaning.start.at() <= t)
            addWithParts(cleaning.skid);
    return {found.begin(), found.end()};
}

std::span<const std::uint32_t> ScopeIndex::stepsOfBatch(BatchIndex batch) const
{
    return batch.valid() ? std::span<const std::uint32_t>(m_batchSteps[batch.value]) : std::span<const std::uint32_t>();
}

std::span<const std::uint32_t> ScopeIndex::stepsOnAsset(AssetIndex asset) const
{
    return asset.valid() ? std::span<const std::uint32_t>(m_assetSteps[asset.value]) : std::span<const std::uint32_t>();
}

void ScopeIndex::addSubtrees(std::vector<ScopePart>& parts, AssetIndex asset, std::optional<Interval> during) const
{
    if (!asset.valid())
        return;
    for (const AssetIndex part : subtree(asset))
        parts.push_back(ScopePart{part, during});
}

void ScopeIndex::addBatchUse(std::vector<ScopePart>& parts, BatchIndex batch) const
{
    if (!batch.valid())
        return;
    const Batch& record = m_dataset.batches[batch.value];
    for (const auto i : stepsOfBatch(batch)) {
        const BatchStep& step = m_dataset.steps[i];
        if (!step.asset.valid())
            continue;
        const Timestamp begin = step.start.at();
        Timestamp end = step.end.known() ? step.end.at() : record.end.known() ? record.end.at() : begin;
        end = std::max(end, begin + Duration(1));
        const AssetIndex unit = unitOf(step.asset);
        addSubtrees(parts, unit, Interval{begin, end});
        for (const AssetIndex joined : linked(unit, begin))
            parts.push_back(ScopePart{joined, Interval{begin, end}});
    }
}

void ScopeIndex::addUpstreamUse(std::vector<ScopePart>& parts, BatchIndex batch) const
{
    std::set<BatchIndex> met{batch};
    std::vector<BatchIndex> open{batch};
    while (!open.empty()) {
        const BatchIndex at = open.back();
        open.pop_back();
        addBatchUse(parts, at);
        for (const BatchIndex parent : consumedBy(at))
            if (met.insert(parent).second)
                open.push_back(parent);
    }
}

namespace {

// Ascending by asset; parts in force always swallow those of a time, and overlapping times are joined.
std::vector<ScopePart> tidy(std::vector<ScopePart> parts)
{
    std::sort(parts.begin(), parts.end(), [](const ScopePart& a, const ScopePart& b) {
        if (a.asset != b.asset)
            return a.asset < b.asset;
        if (a.during.has_value() != b.during.has_value())
            return !a.during.has_value();
        return a.during && *a.during < *b.during;
    });
    std::vector<ScopePart> out;
    for (const ScopePart& part : parts) {
        if (!out.empty() && out.back().asset == part.asset) {
            if (!out.back().during)
                continue;
            if (part.during->begin <= out.back().during->end) {
                out.back().during->end = std::max(out.back().during->end, part.during->end);
                continue;
            }
        }
        out.push_back(part);
    }
    return out;
}

} // namespace

std::vector<ScopePart> ScopeIndex::scope(Scope scope, AssetIndex asset, BatchIndex batch, Timestamp t) const
{
    std::vector<ScopePart> parts;
    if (scope == Scope::Asset && asset.valid()) {
        addSubtrees(parts, asset, std::nullopt);
        return tidy(std::move(parts));
    }
    if (asset.valid()) {
        const AssetIndex unit = unitOf(asset);
        addSubtrees(parts, unit, std::nullopt);
        for (const AssetIndex joined : linked(unit, t))
            parts.push_back(ScopePart{joined, std::nullopt});
    }
    if (scope == Scope::Upstream && batch.valid())
        addUpstreamUse(parts, batch);
    else if (scope == Scope::Batch || !asset.valid())
        addBatchUse(parts, batch);
    if (scope == Scope::Cell || scope == Scope::Site) {
        std::set<AssetIndex> tops;
        for (const ScopePart& part : parts)
            tops.insert(scope == Scope::Cell ? cellOf(part.asset) : siteOf(part.asset));
        for (const AssetIndex top : tops)
            addSubtrees(parts, top, std::nullopt);
        if (scope == Scope::Site && tops.empty())
            for (std::size_t i = 0; i < m_dataset.assets.size(); ++i)
                parts.push_back(ScopePart{indexOf<AssetIndexTag>(i), std::nullopt});
    }
    return tidy(std::move(parts));
}

} // namespace antecedent
