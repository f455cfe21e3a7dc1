// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands on the timeline: per asset of a scope one lane for each kind of record that it has, in the order of the
// asset tree. A lane finds the records of a stretch of time without reading those outside it. Threads: plain values.

#include "widgets/common/marks.h"
#include "widgets/document/investigation_data.h"
#include "widgets/timeline/plots.h"

namespace antecedent::widgets {

enum class LaneKind : std::uint8_t { Steps, States, Alarms, Operator, Maintenance, Calibration, Cleaning, Other };
inline constexpr std::size_t kLaneKinds = 8;
QString laneName(LaneKind kind);
bool isBand(LaneKind kind); // intervals as bands rather than marks

struct Lane
{
    LaneKind kind = LaneKind::Other;
    std::vector<std::uint32_t> events; // positions in UnifiedEvents, ascending by onset
    std::vector<std::int64_t> onsetUs;
    std::vector<std::int64_t> endUs; // onset for instants; the far future for what is still open
    std::vector<std::int64_t> latestEndUs; // of this and all before it

    // First and last + 1 position of what touches [fromUs, toUs].
    std::pair<std::size_t, std::size_t> range(std::int64_t fromUs, std::int64_t toUs) const;
};

struct LaneGroup
{
    AssetIndex asset; // invalid: records without asset
    QString title;
    QString subtitle;
    std::vector<Lane> lanes;
    std::vector<Plot> plots; // below the lanes
};

LaneKind laneOf(const Dataset& dataset, const UnifiedEvents& events, std::size_t i);

// The failure's unit with its children and what is linked to it; without a failure or its asset, the units of its
// batch; else every asset, and an invalid index for records without asset.
std::vector<AssetIndex> assetsOnTimeline(const InvestigationData& data, const Failure* failure);
// Groups without records and shown tags are left out.
std::vector<LaneGroup> lanesOf(
    const InvestigationData& data, const std::vector<AssetIndex>& assets, const TagSet& shownTags);

} // namespace antecedent::widgets
