// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/condition/uses.h"

#include "model/base/text.h"
#include "model/evidence/condition/constants.h"

#include <algorithm>
#include <set>

namespace antecedent::condition {

namespace {

constexpr Us kNearestUs = 30 * kMinuteUs; // a unit procedure and a state further apart are not the same start
constexpr std::size_t kFewestPairs = 20; // below, the clock of batch records is taken as right

bool isProcedure(const BatchStep& step)
{
    return step.level.empty() || step.level == "unit_procedure";
}

// Positions of RUNNING states with an asset, in time order.
std::vector<std::size_t> runningStates(const Dataset& dataset)
{
    std::vector<std::size_t> found;
    const auto state = dataset.strings.find("state");
    const EventColumns& e = dataset.events;
    for (std::size_t i = 0; state && i < e.size(); ++i)
        if (e.category[i] == *state && e.asset[i].valid()
            && toLowerAscii(dataset.strings.text(e.code[i])).starts_with("run"))
            found.push_back(i);
    return found;
}

std::vector<bool> unitsOfSteps(const Dataset& dataset)
{
    std::vector<bool> isUnit(dataset.assets.size(), false);
    for (const BatchStep& step : dataset.steps)
        if (step.asset.valid() && isProcedure(step))
            isUnit[step.asset.value] = true;
    return isUnit;
}

// The nearest unit that steps name, from the asset upwards; none if there is none.
AssetIndex nearestUnit(const Dataset& dataset, const std::vector<bool>& isUnit, AssetIndex asset)
{
    std::size_t left = dataset.assets.size(); // a cycle in the source's hierarchy ends the path
    for (AssetIndex at = asset; at.valid() && left > 0; at = dataset.assets[at.value].parent, --left)
        if (isUnit[at.value])
            return at;
    return {};
}

Us nearestOffset(const std::vector<Us>& starts, Us t)
{
    const auto next = std::lower_bound(starts.begin(), starts.end(), t);
    Us best = next == starts.end() ? kNearestUs : *next - t;
    if (next != starts.begin() && t - *std::prev(next) <= std::abs(best))
        best = *std::prev(next) - t;
    return best;
}

// Median offset of unit procedure starts from the nearest RUNNING start of the same asset.
Us recordShiftOf(const Dataset& dataset, const std::vector<std::size_t>& running)
{
    std::map<AssetIndex, std::vector<Us>> starts;
    for (const std::size_t i : running)
        starts[dataset.events.asset[i]].push_back(dataset.events.timeUs[i]);
    std::vector<Us> offsets;
    for (const BatchStep& step : dataset.steps) {
        const auto found = starts.find(step.asset);
        if (!isProcedure(step) || !step.start.known() || found == starts.end())
            continue;
        const Us offset = nearestOffset(found->second, step.start.utcUs);
        if (std::abs(offset) < kNearestUs)
            offsets.push_back(offset);
    }
    if (offsets.size() <= kFewestPairs)
        return 0;
    const auto middle = offsets.begin() + static_cast<std::ptrdiff_t>(offsets.size() / 2);
    std::nth_element(offsets.begin(), middle, offsets.end());
    return *middle;
}

// Grows the unit procedure of a batch on a unit, step by step.
struct Draft
{
    Use use;
    std::vector<Phase> operations;
    std::string procedure;
};

void addStep(Draft& draft, const BatchStep& step, Us shift, bool isNew)
{
    const Us begin = step.start.utcUs + shift;
    const Us end = step.end.known() ? step.end.utcUs + shift : begin;
    draft.use.begin = isNew ? begin : std::min(draft.use.begin, begin);
    draft.use.end = isNew ? end : std::max(draft.use.end, end);
    if (step.level == "phase" && step.end.known())
        draft.use.phases.push_back({step.name, begin, end});
    else if (step.level == "operation" && step.end.known())
        draft.operations.push_back({step.name, begin, end});
    else if (isProcedure(step))
        draft.procedure = step.name;
    if (isProcedure(step))
        draft.use.records.push_back(step.head.id);
}

// The finest steps that the batch record has serve as phases.
void settlePhases(Draft& draft)
{
    Use& use = draft.use;
    if (use.phases.empty())
        use.phases = std::move(draft.operations);
    if (use.phases.empty() && use.end > use.begin)
        use.phases.push_back({draft.procedure, use.begin, use.end});
    std::stable_sort(use.phases.begin(), use.phases.end(),
        [](const Phase& a, const Phase& b) { return std::tie(a.begin, a.name) < std::tie(b.begin, b.name); });
    std::sort(use.records.begin(), use.records.end());
}

using UsesByUnit = std::map<AssetIndex, std::vector<Use>>;

UsesByUnit collectUses(const Dataset& dataset, const std::vector<bool>& isUnit, Us shift)
{
    std::map<std::pair<AssetIndex, BatchIndex>, Draft> drafts;
    for (const BatchStep& step : dataset.steps) {
        const AssetIndex unit = nearestUnit(dataset, isUnit, step.asset);
        if (!unit.valid() || !step.batch.valid() || !step.start.known())
            continue;
        const auto [entry, isNew] = drafts.try_emplace({unit, step.batch});
        entry->second.use.batch = step.batch;
        addStep(entry->second, step, shift, isNew);
    }
    UsesByUnit uses;
    for (auto& [key, draft] : drafts) {
        settlePhases(draft);
        draft.use.product = dataset.batches[key.second.value].product;
        uses[key.first].push_back(std::move(draft.use));
    }
    for (auto& [unit, list] : uses)
        std::stable_sort(
            list.begin(), list.end(), [](const Use& a, const Use& b) { return a.begin < b.begin; }); // else by batch
    return uses;
}

// Names of units, the longest first, to be found in the text of a state ("CIP of R-101").
std::vector<std::pair<std::string, AssetIndex>> unitNames(const Dataset& dataset, const UsesByUnit& units)
{
    std::vector<std::pair<std::string, AssetIndex>> names;
    for (const auto& entry : units)
        names.emplace_back(plainName(dataset.assets[entry.first.value].id), entry.first);
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) {
        return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a.first < b.first;
    });
    return names;
}

// The unit whose cleaning starts nearest to the run, where the text of the run names none.
AssetIndex cleanedUnit(const Plant& plant, const UsesByUnit& units, AssetIndex skid, Us begin)
{
    AssetIndex best;
    Us distance = kNearestUs;
    for (const Cleaning& cleaning : plant.dataset().cleanings) {
        if (!cleaning.asset.valid() || !cleaning.start.known() || (cleaning.skid.valid() && cleaning.skid != skid))
            continue;
        const Us apart = std::abs(cleaning.start.utcUs + plant.recordShift - begin);
        const AssetIndex unit = plant.unitOf[cleaning.asset.value];
        if (apart < distance && units.contains(unit)) {
            distance = apart;
            best = unit;
        }
    }
    return best;
}

UsesByUnit collectRuns(const Plant& plant, const UsesByUnit& units, const std::vector<std::size_t>& running)
{
    const Dataset& dataset = plant.dataset();
    const EventColumns& e = dataset.events;
    const auto names = unitNames(dataset, units);
    UsesByUnit runs;
    CountedOnce once(dataset);
    for (const std::size_t i : running) {
        const AssetIndex asset = e.asset[i];
        if (units.contains(asset) || plant.unitOf[asset.value] != asset || e.endUs[i] == TimeValue::kUnknown
            || !once.take(i))
            continue;
        Use run;
        run.begin = e.timeUs[i];
        run.end = e.endUs[i];
        if (i < e.id.size())
            run.records.push_back(e.id[i]);
        const std::string text = plainName(dataset.strings.text(e.text[i]));
        for (const auto& [name, unit] : names)
            if (!run.target.valid() && text.find(name) != std::string::npos)
                run.target = unit;
        if (!run.target.valid())
            run.target = cleanedUnit(plant, units, asset, run.begin);
        runs[asset].push_back(std::move(run));
    }
    return runs;
}

void addUnits(Plant& plant, UsesByUnit&& uses, bool isService)
{
    for (auto& [unit, list] : uses) {
        UnitUses made;
        made.unit = unit;
        made.isService = isService;
        made.uses = std::move(list);
        plant.units.push_back(std::move(made));
    }
}

void indexUnits(Plant& plant)
{
    std::sort(
        plant.units.begin(), plant.units.end(), [](const UnitUses& a, const UnitUses& b) { return a.unit < b.unit; });
    std::map<AssetIndex, std::uint32_t> slots;
    for (std::uint32_t s = 0; s < plant.units.size(); ++s)
        slots[plant.units[s].unit] = s;
    plant.slotOf.assign(plant.unitOf.size(), kNoSlot);
    for (std::size_t a = 0; a < plant.unitOf.size(); ++a) {
        const auto found = slots.find(plant.unitOf[a]);
        if (found == slots.end())
            continue;
        plant.slotOf[a] = found->second;
        plant.units[found->second].assets.push_back(indexOf<AssetIndexTag>(a));
    }
    plant.usesOfBatch.resize(plant.dataset().batches.size());
    for (std::uint32_t s = 0; s < plant.units.size(); ++s)
        for (std::uint32_t u = 0; u < plant.units[s].uses.size(); ++u)
            if (const BatchIndex batch = plant.units[s].uses[u].batch; batch.valid())
                plant.usesOfBatch[batch.value].push_back({s, u});
}

} // namespace

std::string plainName(std::string_view name)
{
    std::string plain;
    for (const char c : name) {
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            plain += c;
        else if (c >= 'a' && c <= 'z')
            plain += static_cast<char>(c - 'a' + 'A');
    }
    return plain;
}

Plant makePlant(const AlignmentContext& context)
{
    Plant plant{context, {}, {}, {}, {}, {}, 0, {}};
    const Dataset& dataset = context.dataset;
    const std::vector<bool> isUnit = unitsOfSteps(dataset);
    for (std::size_t a = 0; a < dataset.assets.size(); ++a) {
        const auto asset = indexOf<AssetIndexTag>(a);
        const AssetIndex unit = nearestUnit(dataset, isUnit, asset);
        plant.unitOf.push_back(unit.valid() ? unit : context.scopes.unitOf(asset));
    }
    plant.isFailed.assign(dataset.batches.size(), false);
    for (const Deviation& deviation : dataset.deviations)
        if (deviation.batch.valid())
            plant.isFailed[deviation.batch.value] = true;
    const std::vector<std::size_t> running = runningStates(dataset);
    plant.recordShift = recordShiftOf(dataset, running);
    if (plant.recordShift != 0)
        plant.note = phrase("batch records are taken %1 s later to meet the equipment states of the same starts",
            plant.recordShift / 1'000'000);
    UsesByUnit uses = collectUses(dataset, isUnit, plant.recordShift);
    UsesByUnit runs = collectRuns(plant, uses, running);
    addUnits(plant, std::move(uses), false);
    addUnits(plant, std::move(runs), true);
    indexUnits(plant);
    return plant;
}

} // namespace antecedent::condition
