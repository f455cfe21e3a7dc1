// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asset hierarchy and scopes: which assets belong to a failure's surroundings, and when. The unit is the ISA-88 unit;
// with no levels known the topmost asset below a cell or site that batch steps name; with no hierarchy the asset
// itself. Links (supplies, cleans, located_in, measures) add utilities and skids to `unit` and wider. Threads:
// immutable once built.

#include "model/alignment/window_options.h"
#include "model/domain/dataset.h"

#include <span>

namespace antecedent {

// A part of a scope: an asset, and when it counts (scope batch: the time of use; else always).
struct ScopePart
{
    AssetIndex asset;
    std::optional<Interval> during;
    bool operator==(const ScopePart&) const = default;
};

class ScopeIndex
{
public:
    explicit ScopeIndex(const Dataset& dataset);

    AssetIndex unitOf(AssetIndex asset) const;
    AssetIndex cellOf(AssetIndex asset) const; // parent cell of the unit, or the topmost ancestor
    AssetIndex siteOf(AssetIndex asset) const; // topmost ancestor
    const std::vector<AssetIndex>& units() const { return m_units; } // ascending
    // The asset and all below it, in the order of the hierarchy: not ascending.
    std::span<const AssetIndex> subtree(AssetIndex asset) const;
    bool isWithin(AssetIndex asset, AssetIndex ancestor) const;
    // Where the hierarchy of assets runs in a circle, one asset of each, ascending: what lies above is cut there.
    const std::vector<AssetIndex>& circles() const { return m_circles; }
    // Assets joined to the unit's assets by links in force at t, with their own parts, ascending.
    std::vector<AssetIndex> linked(AssetIndex unit, Timestamp t) const;

    // Parts of the scope of a failure on `asset` (may be none) and `batch` (may be none) at t, ascending by asset.
    // Without asset, `asset` and `unit` fall back to `batch`.
    std::vector<ScopePart> scope(Scope scope, AssetIndex asset, BatchIndex batch, Timestamp t) const;

    // Steps of a batch, or on an asset (its own, not its parts'), as positions in Dataset::steps, ascending by start.
    std::span<const std::uint32_t> stepsOfBatch(BatchIndex batch) const;
    std::span<const std::uint32_t> stepsOnAsset(AssetIndex asset) const;
    // Batches consumed by a batch (genealogy and lots that are batches), directly, ascending.
    const std::vector<BatchIndex>& consumedBy(BatchIndex batch) const { return m_parents[batch.value]; }
    const std::vector<BatchIndex>& producedFrom(BatchIndex batch) const { return m_children[batch.value]; }

private:
    void buildHierarchy();
    void buildUnits();
    void buildSteps();
    void buildGenealogy();
    void addSubtrees(std::vector<ScopePart>& parts, AssetIndex asset, std::optional<Interval> during) const;
    void addBatchUse(std::vector<ScopePart>& parts, BatchIndex batch) const;
    void addUpstreamUse(std::vector<ScopePart>& parts, BatchIndex batch) const;

    const Dataset& m_dataset;
    std::vector<AssetIndex> m_unit;
    std::vector<AssetIndex> m_units;
    std::vector<AssetIndex> m_top; // topmost ancestor
    std::vector<AssetIndex> m_inOrder; // each asset right before all that are below it
    std::vector<std::pair<std::size_t, std::size_t>> m_below; // the asset and all below it: [from, to) of m_inOrder
    std::vector<AssetIndex> m_circles;
    std::vector<std::vector<std::uint32_t>> m_batchSteps;
    std::vector<std::vector<std::uint32_t>> m_assetSteps;
    std::vector<std::vector<BatchIndex>> m_parents;
    std::vector<std::vector<BatchIndex>> m_children;
};

} // namespace antecedent
