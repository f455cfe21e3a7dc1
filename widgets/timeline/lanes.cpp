// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/lanes.h"

#include "widgets/common/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace antecedent::widgets {

namespace {

// Marks of events by category and severity, so that a text is looked at once and not per event.
class MarkCache
{
public:
    MarkCache(const Dataset& dataset, const UnifiedEvents& events)
        : m_dataset(dataset)
        , m_events(events)
    {
    }

    MarkKind of(std::uint32_t i)
    {
        if (m_events.table[i] != TableId::Events)
            return markOf(m_dataset, m_events, i);
        const std::uint32_t item = m_events.item[i];
        const std::uint64_t key =
            std::uint64_t{m_dataset.events.category[item]} << 32U | m_dataset.events.severity[item];
        const auto [found, isNew] = m_known.try_emplace(key);
        if (isNew)
            found->second = markOf(m_dataset, m_events, i);
        return found->second;
    }

    Paint fillOf(std::uint32_t i)
    {
        const auto [found, isNew] = m_fills.try_emplace(m_events.eventClass[i].value);
        if (isNew)
            found->second = stateFill(codeOf(m_dataset, m_events, i)); // the class names the code
        return found->second;
    }

private:
    const Dataset& m_dataset;
    const UnifiedEvents& m_events;
    std::unordered_map<std::uint64_t, MarkKind> m_known;
    std::unordered_map<std::uint32_t, Paint> m_fills; // by class
};

int depthOf(const Dataset& dataset, AssetIndex asset)
{
    int depth = 0;
    for (AssetIndex at = asset; at.valid() && depth < 64; ++depth)
        at = dataset.assets[at.value].parent;
    return depth;
}

void addKind(Lane& lane, const InvestigationData& data, std::uint32_t i)
{
    const UnifiedEvents& events = data.context.events;
    const TableId table = events.table[i];
    const std::uint32_t category = table == TableId::Events ? data.dataset.events.category[events.item[i]] : 0;
    const CoverageIndex::Kind kind{table, category};
    const auto place = std::lower_bound(lane.kinds.begin(), lane.kinds.end(), kind);
    if (place == lane.kinds.end() || *place != kind)
        lane.kinds.insert(place, kind);
}

LaneGroup groupOf(const InvestigationData& data, AssetIndex index, MarkCache& cache)
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
        const MarkKind mark = cache.of(i);
        Lane& lane = lanes[static_cast<std::size_t>(laneOfMark(mark))];
        const std::int64_t end = events.endUs[i] == UnifiedEvents::kNoEnd ? events.onsetUs[i] : events.endUs[i];
        lane.append(i, mark, events.onsetUs[i], end);
        addKind(lane, data, i);
        if (laneOfMark(mark) == LaneKind::States)
            lane.fills.push_back(cache.fillOf(i));
    }
    for (std::size_t kind = 0; kind < kLaneKinds; ++kind) {
        if (lanes[kind].events.empty())
            continue;
        lanes[kind].kind = static_cast<LaneKind>(kind);
        lanes[kind].makeIndex();
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

LaneKind laneOfMark(MarkKind mark)
{
    switch (mark) {
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

Paint stateFill(const std::string& code)
{
    const QString c = toQString(code).toUpper();
    if (c.contains(QLatin1String("RUN")) || c.contains(QLatin1String("PRODUC")))
        return Paint::StateRunning;
    if (c.contains(QLatin1String("DOWN")) || c.contains(QLatin1String("FAULT")) || c.contains(QLatin1String("STOP")))
        return Paint::StateDown;
    if (c.contains(QLatin1String("HOLD")) || c.contains(QLatin1String("PAUSE")))
        return Paint::StateHold;
    if (c.contains(QLatin1String("MAINT")))
        return Paint::StateMaintenance;
    return Paint::StateIdle;
}

void Lane::append(std::uint32_t event, MarkKind mark, std::int64_t onset, std::int64_t end)
{
    if (marks.size() % kBlock == 0)
        m_urgent.push_back(mark);
    m_urgent.back() = std::min(m_urgent.back(), mark);
    m_most = std::min(m_most, mark);
    m_starts.clear();
    events.push_back(event);
    marks.push_back(mark);
    onsetUs.push_back(onset);
    if (endUs.empty() && end > onset) { // the first interval
        endUs = onsetUs;
        latestEndUs = onsetUs;
    } else if (!endUs.empty()) {
        endUs.push_back(onset);
        latestEndUs.push_back(std::max(latestEndUs.back(), onset));
    }
    if (end > onset) {
        endUs.back() = end;
        latestEndUs.back() = std::max(latestEndUs.back(), end);
    }
}

// Stretches of equal length, some sixteen records each on average.
void Lane::makeIndex()
{
    constexpr std::size_t kRecords = 16;
    constexpr std::size_t kLeast = 64;
    m_starts.clear();
    if (onsetUs.size() < kLeast || onsetUs.back() == onsetUs.front())
        return;
    const auto span = static_cast<std::uint64_t>(onsetUs.back() - onsetUs.front());
    for (m_shift = 0; (span >> static_cast<unsigned>(m_shift)) >= onsetUs.size() / kRecords;)
        ++m_shift;
    const std::size_t stretches = (span >> static_cast<unsigned>(m_shift)) + 1;
    m_starts.reserve(stretches + 1);
    for (std::size_t i = 0; i < onsetUs.size(); ++i) {
        const auto offset = static_cast<std::uint64_t>(onsetUs[i] - onsetUs.front());
        while (m_starts.size() <= offset >> static_cast<unsigned>(m_shift))
            m_starts.push_back(static_cast<std::uint32_t>(i));
    }
    m_starts.push_back(static_cast<std::uint32_t>(onsetUs.size()));
}

std::pair<std::size_t, std::size_t> Lane::around(std::int64_t us) const
{
    if (m_starts.empty())
        return {0, onsetUs.size()};
    if (us < onsetUs.front())
        return {0, 0};
    if (us > onsetUs.back())
        return {onsetUs.size(), onsetUs.size()};
    const auto stretch = static_cast<std::uint64_t>(us - onsetUs.front()) >> static_cast<unsigned>(m_shift);
    return {m_starts[stretch], m_starts[stretch + 1]};
}

std::size_t Lane::from(std::int64_t us) const
{
    const auto [first, last] = around(us);
    const auto begin = onsetUs.begin();
    return static_cast<std::size_t>(
        std::lower_bound(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last), us)
        - begin);
}

std::size_t Lane::after(std::int64_t us) const
{
    const auto [first, last] = around(us);
    const auto begin = onsetUs.begin();
    return static_cast<std::size_t>(
        std::upper_bound(begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(last), us)
        - begin);
}

std::pair<std::size_t, std::size_t> Lane::range(std::int64_t fromUs, std::int64_t toUs) const
{
    const std::size_t end = after(toUs);
    if (latestEndUs.empty())
        return {std::min(from(fromUs), end), end};
    const auto first = std::lower_bound(latestEndUs.begin(), latestEndUs.end(), fromUs);
    return {std::min(static_cast<std::size_t>(first - latestEndUs.begin()), end), end};
}

// Looks no further once it has the most urgent mark of the lane.
MarkKind Lane::urgent(std::size_t first, std::size_t last) const
{
    MarkKind found = marks[first];
    const auto take = [&](const std::vector<MarkKind>& from, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end && found != m_most; ++i)
            found = std::min(found, from[i]);
    };
    const std::size_t block = (first + kBlock - 1) / kBlock;
    const std::size_t lastBlock = last / kBlock;
    if (block >= lastBlock) {
        take(marks, first, last);
        return found;
    }
    take(marks, first, block * kBlock);
    take(m_urgent, block, lastBlock);
    take(marks, lastBlock * kBlock, last);
    return found;
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

std::size_t recordsOn(const InvestigationData& data, const std::vector<AssetIndex>& assets)
{
    std::size_t records = 0;
    for (const AssetIndex asset : assets)
        records += data.context.byAsset.all(asset).size();
    return records;
}

Result<std::vector<LaneGroup>> lanesOf(const InvestigationData& data, const std::vector<AssetIndex>& assets,
    const std::stop_token& stop, const ProgressFn& progress)
{
    MarkCache cache(data.dataset, data.context.events);
    std::vector<LaneGroup> groups;
    groups.reserve(assets.size());
    Progress done{"lanes", 0, progress ? recordsOn(data, assets) : 0};
    int top = 0;
    for (const AssetIndex asset : assets) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        groups.push_back(groupOf(data, asset, cache));
        const int depth = depthOf(data.dataset, asset);
        if (groups.size() == 1 || depth < top || !asset.valid())
            top = depth;
        groups.back().depth = depth - top;
        done.done += data.context.byAsset.all(asset).size();
        if (progress)
            progress(done);
    }
    return groups;
}

std::vector<LaneGroup> lanesOf(const InvestigationData& data, const std::vector<AssetIndex>& assets)
{
    return *lanesOf(data, assets, {}, {});
}

void setPlots(std::vector<LaneGroup>& groups, const InvestigationData& data, const TagSet& shownTags)
{
    std::map<AssetIndex, std::vector<Plot>> plots;
    for (const std::uint32_t tag : shownTags)
        plots[data.dataset.tags[tag].asset].push_back(plotOf(data.dataset, TagIndex{tag}));
    for (LaneGroup& group : groups) {
        const auto found = plots.find(group.asset);
        group.plots = found != plots.end() ? std::move(found->second) : std::vector<Plot>();
        if (found != plots.end())
            plots.erase(found);
    }
    for (auto& [asset, rest] : plots) { // process data whose asset is not known, or not in view
        LaneGroup group;
        group.asset = asset;
        const Asset* record = data.dataset.asset(asset);
        group.title = record != nullptr ? toQString(record->id) : QCoreApplication::translate("Lanes", "Without asset");
        group.plots = std::move(rest);
        groups.push_back(std::move(group));
    }
}

std::vector<Interval> uncovered(const Dataset& dataset, const Lane& lane, std::int64_t fromUs, std::int64_t toUs)
{
    std::vector<Interval> covered;
    for (const Coverage& coverage : dataset.coverage)
        if (std::binary_search(
                lane.kinds.begin(), lane.kinds.end(), CoverageIndex::Kind{coverage.table, coverage.category}))
            covered.insert(covered.end(), coverage.intervals.begin(), coverage.intervals.end());
    std::sort(covered.begin(), covered.end());
    std::vector<Interval> gaps;
    Timestamp at{Duration(fromUs)};
    const Timestamp end{Duration(toUs)};
    for (const Interval& interval : covered) {
        if (interval.begin > at && at < end)
            gaps.push_back({at, std::min(interval.begin, end)});
        at = std::max(at, interval.end);
    }
    if (at < end && !covered.empty()) // a kind without any coverage says nothing of where it could have been
        gaps.push_back({at, end});
    return gaps;
}

} // namespace antecedent::widgets
