// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands on the timeline: per asset of a scope one lane for each kind of record that it has, in the order of the
// asset tree. A lane finds the records of a stretch of time without reading those outside it, and the most urgent of
// them without reading each. Threads: plain values.

#include "widgets/common/marks.h"
#include "widgets/document/investigation_data.h"
#include "widgets/timeline/plots.h"

namespace antecedent::widgets {

enum class LaneKind : std::uint8_t { Steps, States, Alarms, Operator, Maintenance, Calibration, Cleaning, Other };
inline constexpr std::size_t kLaneKinds = 8;
QString laneName(LaneKind kind);
bool isBand(LaneKind kind); // intervals as bands rather than marks
LaneKind laneOfMark(MarkKind mark);
Paint stateFill(const std::string& code); // of an equipment state

struct Lane
{
    LaneKind kind = LaneKind::Other;
    std::vector<std::uint32_t> events; // positions in UnifiedEvents, ascending by onset
    std::vector<MarkKind> marks;
    std::vector<std::int64_t> onsetUs;
    // Both empty if all are instants.
    std::vector<std::int64_t> endUs; // onset for instants; UnifiedEvents::kOpenEnd for what is still open
    std::vector<std::int64_t> latestEndUs; // of this and all before it
    std::vector<CoverageIndex::Kind> kinds; // whose records stand here, ascending
    std::vector<Paint> fills; // of states

    void append(std::uint32_t event, MarkKind mark, std::int64_t onset, std::int64_t end);
    std::int64_t end(std::size_t i) const { return endUs.empty() ? onsetUs[i] : endUs[i]; }
    // Position of the first record at or after an instant, and of the first one after it.
    std::size_t from(std::int64_t us) const;
    std::size_t after(std::int64_t us) const;
    void makeIndex(); // both are found at once from now on, until the next append
    // First and last + 1 position of what touches [fromUs, toUs].
    std::pair<std::size_t, std::size_t> range(std::int64_t fromUs, std::int64_t toUs) const;
    // The mark that is on top where [first, last) fall together; first < last.
    MarkKind urgent(std::size_t first, std::size_t last) const;

private:
    std::pair<std::size_t, std::size_t> around(std::int64_t us) const; // positions that hold both
    static constexpr std::size_t kBlock = 32;
    std::vector<MarkKind> m_urgent; // of each whole or last block of marks
    MarkKind m_most = MarkKind::Event; // of all
    std::vector<std::uint32_t> m_starts; // position of the first record of each stretch of 2^m_shift µs, and the end
    int m_shift = 0;
};

struct LaneGroup
{
    AssetIndex asset; // invalid: records without asset
    QString title;
    QString subtitle;
    int depth = 0; // below the first asset of its branch that is shown
    std::vector<Lane> lanes;
    std::vector<Plot> plots; // below the lanes
};

// The failure's unit with its children and what is linked to it; without a failure or its asset, the units of its
// batch; else every asset, and an invalid index for records without asset.
std::vector<AssetIndex> assetsOnTimeline(const InvestigationData& data, const Failure* failure);
// Records on these assets.
std::size_t recordsOn(const InvestigationData& data, const std::vector<AssetIndex>& assets);
// One group per asset, those without records too. Takes some 0.1 s for a million records. Error: Cancelled.
Result<std::vector<LaneGroup>> lanesOf(const InvestigationData& data, const std::vector<AssetIndex>& assets,
    const std::stop_token& stop, const ProgressFn& progress);
std::vector<LaneGroup> lanesOf(const InvestigationData& data, const std::vector<AssetIndex>& assets);
// Sets the plots of all groups; tags without asset, or of one without a group, get a group at the end.
void setPlots(std::vector<LaneGroup>& groups, const InvestigationData& data, const TagSet& shownTags);

// What of [fromUs, toUs] no source of the lane's records covers, ascending.
std::vector<Interval> uncovered(const Dataset& dataset, const Lane& lane, std::int64_t fromUs, std::int64_t toUs);

} // namespace antecedent::widgets
