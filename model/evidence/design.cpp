// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/design.h"

#include <algorithm>
#include <map>

namespace antecedent {

namespace {

// Deterministic share of work: FNV-1a over the text.
std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

std::vector<AssetIndex> scopeOf(const AlignedWindow& window)
{
    std::vector<AssetIndex> assets;
    for (const ScopePart& part : window.parts)
        assets.push_back(part.asset);
    std::sort(assets.begin(), assets.end());
    assets.erase(std::unique(assets.begin(), assets.end()), assets.end());
    return assets;
}

// Batches are compared within product and recipe.
std::string stratumOf(const AlignmentContext& context, BatchIndex batch)
{
    if (!batch.valid())
        return {};
    const Batch& record = context.dataset.batches[batch.value];
    return record.product + "/" + record.recipe;
}

void collectSets(const AlignmentContext& context, Design& design)
{
    const auto& windows = design.alignment.windows;
    for (std::uint32_t i = 0; i < windows.size(); ++i) {
        const AlignedWindow& window = windows[i];
        if (window.isCase && window.excluded.empty()) {
            DesignSet set;
            set.failure = window.failure;
            set.caseWindow = i;
            set.scope = scopeOf(window);
            set.clusterOf = design.alignment.failures[window.failure].id;
            set.isByBatch = !design.alignment.failures[window.failure].asset.valid();
            set.stratum = set.isByBatch ? stratumOf(context, window.batch) : window.stratum;
            design.sets.push_back(std::move(set));
        } else if (!window.isCase && window.excluded.empty() && !design.sets.empty()
            && design.sets.back().failure == window.failure) {
            design.sets.back().controls.push_back(i);
        }
    }
    for (const WindowExclusion& e : design.alignment.exclusions)
        design.exclusions.push_back({e.failure, e.window, e.reason});
}

// A batch that controls several failures of its stratum serves one of them, chosen by a hash of its number.
void shareControlBatches(const AlignmentContext& context, Design& design)
{
    std::map<std::pair<std::string, BatchIndex>, std::vector<std::pair<std::size_t, std::uint32_t>>> offers;
    for (std::size_t s = 0; s < design.sets.size(); ++s) {
        DesignSet& set = design.sets[s];
        if (!set.isByBatch)
            continue;
        if (set.counts)
            for (const std::uint32_t control : set.controls)
                offers[{set.stratum, design.window(control).batch}].emplace_back(s, control);
        set.controls.clear();
    }
    for (const auto& [key, candidates] : offers) {
        const std::string& number = context.dataset.batches[key.second.value].id;
        const auto& chosen = candidates[hashOf(number) % candidates.size()];
        design.sets[chosen.first].controls.push_back(chosen.second);
    }
    for (DesignSet& set : design.sets)
        std::sort(set.controls.begin(), set.controls.end());
}

void findClusters(const AlignmentContext& context, Design& design)
{
    std::vector<DesignSet*> inTime;
    for (DesignSet& set : design.sets)
        inTime.push_back(&set);
    std::stable_sort(inTime.begin(), inTime.end(), [&](const DesignSet* a, const DesignSet* b) {
        return design.failureOf(*a).anchor < design.failureOf(*b).anchor;
    });
    for (std::size_t i = 0; i < inTime.size(); ++i) {
        const Failure& failure = design.failureOf(*inTime[i]);
        for (std::size_t k = 0; k < i && inTime[i]->counts; ++k) {
            const Failure& earlier = design.failureOf(*inTime[k]);
            if (!inTime[k]->counts || inTime[i]->isByBatch != inTime[k]->isByBatch)
                continue;
            const bool isSame = inTime[i]->isByBatch
                ? failure.batch == earlier.batch
                : context.scopes.unitOf(failure.asset) == context.scopes.unitOf(earlier.asset)
                    && design.window(inTime[i]->caseWindow)
                           .interval.overlaps(design.window(inTime[k]->caseWindow).interval);
            if (!isSame)
                continue;
            inTime[i]->counts = false;
            inTime[i]->clusterOf = earlier.id;
            design.exclusions.push_back({failure.id, {},
                inTime[i]->isByBatch ? phrase("same batch as %1: counted once", earlier.id)
                                     : phrase("same unit and overlapping window as %1: counted once", earlier.id)});
        }
    }
}

void findCoFailures(const AlignmentContext& context, Design& design, const std::vector<Failure>& all)
{
    for (DesignSet& set : design.sets) {
        const Failure& failure = design.failureOf(set);
        const Interval& window = design.window(set.caseWindow).interval;
        const Duration length = window.length();
        set.isFreeAfter = !set.isByBatch;
        for (const Failure& other : all) {
            if (other.id == failure.id || !other.asset.valid() || !failure.asset.valid())
                continue;
            if (context.scopes.unitOf(other.asset) != context.scopes.unitOf(failure.asset))
                continue;
            const Interval hazard{other.anchor - length, other.anchor};
            if (other.classification != design.classification && hazard.overlaps(window))
                set.coFailures.push_back({other.id, other.classification});
            if (other.anchor > failure.anchor && hazard.begin < failure.anchor + length)
                set.isFreeAfter = false;
        }
    }
}

} // namespace

Result<Design> buildDesign(const AlignmentContext& context, const std::string& classification,
    const WindowOptions& options, const std::stop_token& stop, const ProgressFn& progress)
{
    FailureSelection selection;
    selection.classification = classification;
    Result<FailureSet> failures = selectFailures(context.dataset, selection, options.anchor);
    if (!failures)
        return failures.error();
    // An empty classification selects all; keep those that really have none.
    std::erase_if(failures->failures, [&](const Failure& f) { return f.classification != classification; });
    return buildDesign(context, classification, std::move(*failures), options, stop, progress);
}

Result<Design> buildDesign(const AlignmentContext& context, const std::string& classification, FailureSet failures,
    const WindowOptions& options, const std::stop_token& stop, const ProgressFn& progress)
{
    for (Failure& failure : failures.failures)
        failure.classification = classification;
    Result<Alignment> alignment = align(context, failures, options, stop, progress);
    if (!alignment)
        return alignment.error();
    Design design;
    design.classification = classification;
    design.options = options;
    design.alignment = std::move(*alignment);
    design.notes = design.alignment.notes;
    design.given = std::move(failures);
    collectSets(context, design);
    findClusters(context, design);
    shareControlBatches(context, design);
    std::vector<Failure> all = allFailures(context.dataset, options.anchor);
    for (const Failure& failure : design.alignment.failures)
        if (failure.deviation == nullptr)
            all.push_back(failure);
    findCoFailures(context, design, all);
    return design;
}

} // namespace antecedent
