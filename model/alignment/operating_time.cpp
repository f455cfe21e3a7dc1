// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/operating_time.h"

#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace antecedent {

namespace {

constexpr double kUsPerHour = 3.6e9;

// A meter may read anything; no plant runs for a million years.
Duration ofHours(double hours)
{
    constexpr double kMost = 1e8;
    return std::isnan(hours) ? Duration{}
                             : Duration(static_cast<std::int64_t>(std::clamp(hours, -kMost, kMost) * kUsPerHour));
}

bool contains(std::string_view text, std::string_view part)
{
    return toLowerAscii(text).find(part) != std::string::npos;
}

} // namespace

bool isRunningCode(std::string_view code)
{
    static constexpr std::array<std::string_view, 12> kRunning{"running", "run", "execute", "executing", "producing",
        "production", "processing", "in_use", "in use", "active", "operating", "on"};
    const auto word = trimmed(code);
    return std::any_of(
        kRunning.begin(), kRunning.end(), [&](std::string_view running) { return equalsIgnoreCase(word, running); });
}

bool isStateCategory(std::string_view category)
{
    return equalsIgnoreCase(trimmed(category), "state") || equalsIgnoreCase(trimmed(category), "equipment_state");
}

const char* toText(OperatingBasis basis)
{
    switch (basis) {
    case OperatingBasis::StepsAndStates:
        return "batch steps and running states";
    case OperatingBasis::Meter:
        return "meter readings";
    case OperatingBasis::Coverage:
        break;
    }
    return "coverage of the sources";
}

std::vector<Interval> joined(std::vector<Interval> intervals)
{
    std::sort(intervals.begin(), intervals.end());
    std::vector<Interval> out;
    for (const Interval& interval : intervals) {
        if (interval.end <= interval.begin)
            continue;
        if (!out.empty() && interval.begin <= out.back().end)
            out.back().end = std::max(out.back().end, interval.end);
        else
            out.push_back(interval);
    }
    return out;
}

Duration overlapOf(const std::vector<Interval>& disjoint, const Interval& interval)
{
    auto at = std::lower_bound(
        disjoint.begin(), disjoint.end(), interval.begin, [](const Interval& i, Timestamp t) { return i.end <= t; });
    Duration sum{};
    for (; at != disjoint.end() && at->begin < interval.end; ++at)
        sum += std::min(at->end, interval.end) - std::max(at->begin, interval.begin);
    return sum;
}

OperatingTime::OperatingTime(const Dataset& dataset, const ScopeIndex& scopes)
    : m_dataset(dataset)
    , m_scopes(scopes)
{
    for (const Coverage& coverage : dataset.coverage)
        m_everything.insert(m_everything.end(), coverage.intervals.begin(), coverage.intervals.end());
    m_everything = joined(std::move(m_everything));
    collectMeters();
    collectIntervals();
    collectUses();
}

std::vector<std::vector<Interval>> OperatingTime::ownIntervals() const
{
    std::vector<std::vector<Interval>> own(m_dataset.assets.size());
    for (const BatchStep& step : m_dataset.steps)
        if (step.asset.valid() && step.start.known() && step.end.known() && step.start.at() < step.end.at())
            own[step.asset.value].push_back(Interval{step.start.at(), step.end.at()});

    const EventColumns& e = m_dataset.events;
    std::vector<std::uint8_t> isState(m_dataset.strings.size(), 0);
    std::vector<std::uint8_t> isRunning(m_dataset.strings.size(), 0);
    for (std::uint32_t id = 0; id < m_dataset.strings.size(); ++id) {
        isState[id] = isStateCategory(m_dataset.strings.text(id)) ? 1 : 0;
        isRunning[id] = isRunningCode(m_dataset.strings.text(id)) ? 1 : 0;
    }
    std::vector<std::int64_t> runningSince(m_dataset.assets.size(), TimeValue::kUnknown); // without stated end
    for (std::size_t i = 0; i < e.size(); ++i) {
        if (!e.asset[i].valid() || e.timeUs[i] == TimeValue::kUnknown || isState[e.category[i]] == 0)
            continue;
        auto& since = runningSince[e.asset[i].value];
        auto& list = own[e.asset[i].value];
        if (since != TimeValue::kUnknown)
            list.push_back(Interval{Timestamp(Duration(since)), Timestamp(Duration(e.timeUs[i]))});
        since = TimeValue::kUnknown;
        if (isRunning[e.code[i]] == 0)
            continue;
        if (e.endUs[i] != TimeValue::kUnknown)
            list.push_back(Interval{Timestamp(Duration(e.timeUs[i])), Timestamp(Duration(e.endUs[i]))});
        else
            since = e.timeUs[i];
    }
    return own;
}

void OperatingTime::collectIntervals()
{
    const auto own = ownIntervals();
    const std::size_t n = m_dataset.assets.size();
    std::vector<std::vector<Interval>> below(n); // with parts
    std::optional<Timestamp> first;
    for (std::size_t i = 0; i < n; ++i) {
        for (const AssetIndex part : m_scopes.subtree(indexOf<AssetIndexTag>(i)))
            below[i].insert(below[i].end(), own[part.value].begin(), own[part.value].end());
        below[i] = joined(std::move(below[i]));
        if (!below[i].empty())
            first = std::min(first.value_or(below[i].front().begin), below[i].front().begin);
    }
    m_dataBegin = first;
    m_intervals.resize(n);
    m_basis.assign(n, OperatingBasis::Coverage);
    for (std::size_t i = 0; i < n; ++i) {
        const AssetIndex unit = m_scopes.unitOf(indexOf<AssetIndexTag>(i));
        // A part without own data runs when what it is built into runs, up to its unit.
        AssetIndex at = indexOf<AssetIndexTag>(i);
        while (below[at.value].empty() && at != unit && m_dataset.assets[at.value].parent.valid())
            at = m_dataset.assets[at.value].parent;
        if (!below[at.value].empty()) {
            m_intervals[i] = below[at.value];
            m_basis[i] = OperatingBasis::StepsAndStates;
        } else if (!m_hourMeters[i].empty()) {
            m_basis[i] = OperatingBasis::Meter;
        } else {
            m_intervals[i] = m_everything;
        }
    }
}

void OperatingTime::collectUses()
{
    m_uses.resize(m_dataset.assets.size());
    for (std::size_t i = 0; i < m_dataset.assets.size(); ++i) {
        const AssetIndex unit = m_scopes.unitOf(indexOf<AssetIndexTag>(i));
        if (unit.value != i)
            continue;
        // Unit procedures where the source has them, else the widest level that names the unit.
        std::vector<Use> byLevel[3];
        for (const AssetIndex part : m_scopes.subtree(unit)) {
            for (const auto s : m_scopes.stepsOnAsset(part)) {
                const BatchStep& step = m_dataset.steps[s];
                const std::size_t level = step.level == "unit_procedure" ? 0 : step.level == "phase" ? 2 : 1;
                const auto end = step.end.known() ? step.end.utcUs : step.start.utcUs;
                byLevel[level].push_back(Use{step.start.utcUs, end, end, s});
            }
        }
        for (auto& uses : byLevel) {
            if (uses.empty())
                continue;
            std::sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) {
                return a.beginUs != b.beginUs ? a.beginUs < b.beginUs : a.step < b.step;
            });
            for (std::size_t u = 1; u < uses.size(); ++u)
                uses[u].latestEndUs = std::max(uses[u].endUs, uses[u - 1].latestEndUs);
            m_uses[i] = std::move(uses);
            break;
        }
    }
}

void OperatingTime::collectMeters()
{
    m_hourMeters.resize(m_dataset.assets.size());
    m_cycleMeters.resize(m_dataset.assets.size());
    for (std::size_t i = 0; i < m_dataset.meters.size(); ++i) {
        const MeterReading& reading = m_dataset.meters[i];
        if (!reading.asset.valid() || !reading.time.known() || !reading.reading.known)
            continue;
        auto& lists = contains(reading.kind, "hour") || contains(reading.kind, "run_h") ? m_hourMeters : m_cycleMeters;
        lists[reading.asset.value].push_back(static_cast<std::uint32_t>(i));
    }
    for (auto* lists : {&m_hourMeters, &m_cycleMeters})
        for (auto& list : *lists)
            std::stable_sort(list.begin(), list.end(), [this](std::uint32_t a, std::uint32_t b) {
                return m_dataset.meters[a].time.utcUs < m_dataset.meters[b].time.utcUs;
            });
}

OperatingBasis OperatingTime::basis(AssetIndex asset) const
{
    return asset.valid() ? m_basis[asset.value] : OperatingBasis::Coverage;
}

Duration OperatingTime::within(AssetIndex asset, const Interval& interval) const
{
    if (basis(asset) == OperatingBasis::Meter) {
        const auto hours = meterDifference(asset, true, interval);
        return ofHours(hours.value_or(0));
    }
    return asset.valid() ? overlapOf(m_intervals[asset.value], interval) : overlapOf(m_everything, interval);
}

std::optional<double> OperatingTime::meterDifference(AssetIndex asset, bool hours, const Interval& interval) const
{
    const auto& list = (hours ? m_hourMeters : m_cycleMeters)[asset.value];
    if (list.empty())
        return std::nullopt;
    const auto time = [&](std::size_t i) { return m_dataset.meters[list[i]].time.at(); };
    if (time(0) > interval.begin || time(list.size() - 1) < interval.end)
        return std::nullopt; // the readings do not bracket the interval
    double sum = 0;
    for (std::size_t i = 1; i < list.size() && time(i - 1) < interval.end; ++i) {
        if (time(i) <= interval.begin || time(i) == time(i - 1))
            continue;
        const MeterReading& to = m_dataset.meters[list[i]];
        double step = toDouble(to.reading) - toDouble(m_dataset.meters[list[i - 1]].reading);
        if (step < 0) // the counter ran over, or was replaced by a new one that began at zero
            step = to.rollover.known ? step + toDouble(to.rollover) : toDouble(to.reading);
        const Duration overlap = std::min(time(i), interval.end) - std::max(time(i - 1), interval.begin);
        sum += step * (toSeconds(overlap) / toSeconds(time(i) - time(i - 1)));
    }
    return sum;
}

std::optional<double> OperatingTime::runHours(AssetIndex asset, const Interval& interval) const
{
    if (!asset.valid())
        return std::nullopt;
    if (const auto metered = meterDifference(asset, true, interval))
        return metered;
    if (basis(asset) != OperatingBasis::StepsAndStates || !m_dataBegin || interval.begin < *m_dataBegin)
        return std::nullopt;
    return static_cast<double>(overlapOf(m_intervals[asset.value], interval).count()) / kUsPerHour;
}

std::optional<double> OperatingTime::meterCycles(AssetIndex asset, const Interval& interval) const
{
    return asset.valid() ? meterDifference(asset, false, interval) : std::nullopt;
}

std::optional<Timestamp> OperatingTime::backByRunHours(AssetIndex asset, Timestamp t, double hours) const
{
    if (!asset.valid() || basis(asset) != OperatingBasis::StepsAndStates)
        return std::nullopt;
    auto left = ofHours(hours);
    const auto& intervals = m_intervals[asset.value];
    for (std::size_t i = intervals.size(); i-- > 0;) {
        if (intervals[i].begin >= t)
            continue;
        const Timestamp end = std::min(intervals[i].end, t);
        if (end - intervals[i].begin >= left)
            return end - left;
        left -= end - intervals[i].begin;
    }
    return std::nullopt;
}

bool OperatingTime::knowsFrom(Timestamp t) const
{
    return m_dataBegin && *m_dataBegin <= t;
}

std::vector<std::uint32_t> OperatingTime::uses(AssetIndex asset, const Interval& interval) const
{
    std::vector<std::uint32_t> found;
    if (!asset.valid())
        return found;
    const auto& uses = m_uses[m_scopes.unitOf(asset).value];
    const std::int64_t end = interval.end.time_since_epoch().count();
    auto at = std::lower_bound(uses.begin(), uses.end(), interval.begin.time_since_epoch().count(),
        [](const Use& use, std::int64_t us) { return use.beginUs < us; });
    for (; at != uses.end() && at->beginUs < end; ++at)
        found.push_back(at->step);
    return found;
}

std::vector<BatchIndex> OperatingTime::batches(AssetIndex asset, const Interval& interval) const
{
    std::vector<BatchIndex> found;
    for (const auto step : uses(asset, interval)) {
        const BatchIndex batch = m_dataset.steps[step].batch;
        if (batch.valid() && std::find(found.begin(), found.end(), batch) == found.end())
            found.push_back(batch);
    }
    return found;
}

std::vector<OperatingTime::Use> OperatingTime::overlapping(AssetIndex asset, const Interval& interval) const
{
    std::vector<Use> found;
    if (!asset.valid())
        return found;
    const auto& uses = m_uses[m_scopes.unitOf(asset).value];
    const std::int64_t begin = interval.begin.time_since_epoch().count();
    auto at = std::lower_bound(uses.begin(), uses.end(), interval.end.time_since_epoch().count(),
        [](const Use& use, std::int64_t us) { return use.beginUs < us; });
    while (at != uses.begin()) {
        --at;
        if (at->latestEndUs <= begin)
            break;
        if (at->endUs > begin)
            found.push_back(*at);
    }
    std::reverse(found.begin(), found.end());
    return found;
}

std::vector<BatchIndex> OperatingTime::batchesDuring(AssetIndex asset, const Interval& interval) const
{
    std::vector<BatchIndex> found;
    for (const Use& use : overlapping(asset, interval)) {
        const BatchIndex batch = m_dataset.steps[use.step].batch;
        if (batch.valid() && std::find(found.begin(), found.end(), batch) == found.end())
            found.push_back(batch);
    }
    return found;
}

std::string OperatingTime::productIn(AssetIndex asset, const Interval& interval) const
{
    std::map<std::string, std::int64_t> time;
    const std::int64_t begin = interval.begin.time_since_epoch().count();
    const std::int64_t end = interval.end.time_since_epoch().count();
    for (const Use& use : overlapping(asset, interval)) {
        const Batch* batch = m_dataset.batch(m_dataset.steps[use.step].batch);
        if (batch != nullptr && !batch->product.empty())
            time[batch->product] += std::min(use.endUs, end) - std::max(use.beginUs, begin);
    }
    const auto longest =
        std::max_element(time.begin(), time.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return longest == time.end() ? std::string() : longest->first;
}

} // namespace antecedent
