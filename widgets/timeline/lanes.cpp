// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/lanes.h"

#include "widgets/common/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace antecedent::widgets {

namespace {

constexpr std::size_t kMostGroups = 200;

void append(Lane& lane, const UnifiedEvents& events, std::uint32_t i)
{
    std::int64_t end = events.endUs[i];
    if (end == UnifiedEvents::kNoEnd)
        end = events.onsetUs[i];
    lane.events.push_back(i);
    lane.onsetUs.push_back(events.onsetUs[i]);
    lane.endUs.push_back(std::max(end, events.onsetUs[i]));
    lane.latestEndUs.push_back(
        lane.latestEndUs.empty() ? lane.endUs.back() : std::max(lane.latestEndUs.back(), lane.endUs.back()));
}

LaneGroup groupOf(const InvestigationData& data, AssetIndex index)
{
    LaneGroup group;
    group.asset = index;
    if (const Asset* asset = data.dataset.asset(index)) {
        group.title = toQString(asset->id);
        group.subtitle = toQString(asset->description);
    } else {
        group.title = QCoreApplication::translate("Lanes", "Without asset");
    }
    std::array<Lane, kLaneKinds> lanes;
    const UnifiedEvents& events = data.context.events;
    for (const std::uint32_t i : data.context.byAsset.all(index)) {
        if (events.table[i] == TableId::Deviations)
            continue; // failures have a lane of their own
        const LaneKind kind = laneOf(data.dataset, events, i);
        append(lanes[static_cast<std::size_t>(kind)], events, i);
    }
    for (std::size_t kind = 0; kind < kLaneKinds; ++kind) {
        if (lanes[kind].events.empty())
            continue;
        lanes[kind].kind = static_cast<LaneKind>(kind);
        group.lanes.push_back(std::move(lanes[kind]));
    }
    return group;
}

// An asset and what is below it, in the order of the tree.
void addTree(const Dataset& dataset, AssetIndex asset, std::vector<AssetIndex>& out)
{
    if (!asset.valid() || std::find(out.begin(), out.end(), asset) != out.end())
        return;
    out.push_back(asset);
    for (const AssetIndex child : dataset.assets[asset.value].children)
        addTree(dataset, child, out);
}

} // namespace

QString laneName(LaneKind kind)
{
    static constexpr const char* kNames[] = {QT_TRANSLATE_NOOP("Lanes", "Batch steps"),
        QT_TRANSLATE_NOOP("Lanes", "Equipment state"), QT_TRANSLATE_NOOP("Lanes", "Alarms"),
        QT_TRANSLATE_NOOP("Lanes", "Operator"), QT_TRANSLATE_NOOP("Lanes", "Maintenance"),
        QT_TRANSLATE_NOOP("Lanes", "Calibration"), QT_TRANSLATE_NOOP("Lanes", "Cleaning"),
        QT_TRANSLATE_NOOP("Lanes", "Other")};
    return QCoreApplication::translate("Lanes", kNames[static_cast<std::size_t>(kind)]);
}

bool isBand(LaneKind kind)
{
    return kind == LaneKind::Steps || kind == LaneKind::States;
}

LaneKind laneOf(const Dataset& dataset, const UnifiedEvents& events, std::size_t i)
{
    switch (markOf(dataset, events, i)) {
    case MarkKind::Preventive:
    case MarkKind::Corrective:
    case MarkKind::OtherMaintenance:
        return LaneKind::Maintenance;
    case MarkKind::Calibration:
    case MarkKind::CalibrationFailed:
        return LaneKind::Calibration;
    case MarkKind::Cleaning:
        return LaneKind::Cleaning;
    case MarkKind::Operator:
        return LaneKind::Operator;
    case MarkKind::AlarmCritical:
    case MarkKind::AlarmHigh:
    case MarkKind::AlarmMedium:
    case MarkKind::AlarmLow:
        return LaneKind::Alarms;
    case MarkKind::State:
        return LaneKind::States;
    case MarkKind::Step:
        return LaneKind::Steps;
    default:
        return LaneKind::Other;
    }
}

std::pair<std::size_t, std::size_t> Lane::range(std::int64_t fromUs, std::int64_t toUs) const
{
    const auto first = std::lower_bound(latestEndUs.begin(), latestEndUs.end(), fromUs);
    const auto last = std::upper_bound(onsetUs.begin(), onsetUs.end(), toUs);
    const auto begin = static_cast<std::size_t>(first - latestEndUs.begin());
    const auto end = static_cast<std::size_t>(last - onsetUs.begin());
    return {std::min(begin, end), end};
}

std::vector<AssetIndex> assetsOnTimeline(const InvestigationData& data, const Failure* failure)
{
    std::vector<AssetIndex> out;
    const Dataset& dataset = data.dataset;
    if (failure != nullptr) {
        if (failure->asset.valid())
            addTree(dataset, data.context.scopes.unitOf(failure->asset), out);
        const Scope scope = failure->asset.valid() ? Scope::Unit : Scope::Batch;
        for (const ScopePart& part : data.context.scopes.scope(scope, failure->asset, failure->batch, failure->anchor))
            addTree(dataset, part.asset, out);
    }
    if (out.empty()) {
        for (std::uint32_t i = 0; i < dataset.assets.size(); ++i)
            if (!dataset.assets[i].parent.valid())
                addTree(dataset, AssetIndex{i}, out);
        out.push_back({});
    }
    return out;
}

std::vector<LaneGroup> lanesOf(
    const InvestigationData& data, const std::vector<AssetIndex>& assets, const TagSet& shownTags)
{
    std::map<AssetIndex, std::vector<Plot>> plots;
    for (const std::uint32_t tag : shownTags)
        plots[data.dataset.tags[tag].asset].push_back(plotOf(data.dataset, TagIndex{tag}));
    std::vector<AssetIndex> order = assets;
    if (plots.contains({}) && std::find(order.begin(), order.end(), AssetIndex{}) == order.end())
        order.emplace_back(); // process data whose asset is not known
    std::vector<LaneGroup> groups;
    for (const AssetIndex asset : order) {
        LaneGroup group = groupOf(data, asset);
        if (std::find(assets.begin(), assets.end(), asset) == assets.end())
            group.lanes.clear();
        if (const auto found = plots.find(asset); found != plots.end())
            group.plots = std::move(found->second);
        if ((!group.lanes.empty() || !group.plots.empty()) && groups.size() < kMostGroups)
            groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace antecedent::widgets
