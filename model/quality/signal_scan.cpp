// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quality/signal_scan.h"

#include "model/quality/subjects.h"

#include <cmath>
#include <limits>

namespace antecedent::quality {

namespace {

constexpr double kScansOfAGap = 5; // as the timeline has it
constexpr double kShortestGapS = 60;
constexpr double kBeyondUsual = 2; // of the longest usual distance
constexpr std::uint64_t kFewestDistances = 20;
constexpr std::size_t kFewestBlocks = 6;
constexpr double kBlockwise = 0.3; // of the time
constexpr std::uint64_t kFewestSpikes = 200;
constexpr std::int64_t kAlikeSteps = 3; // of the distances on both sides
constexpr double kSpikeBeyond = 10; // of what all but one of 200 stay below
constexpr double kFewestForRuns = 200;
constexpr double kMostEqual = 0.5; // of neighbours, of a signal that moves
constexpr double kChance = 1e-6; // of a run that long in a signal that moves
constexpr std::uint64_t kShortestFrozen = 20; // samples
constexpr std::int64_t kShortestFrozenUs = 3'600'000'000;
constexpr std::uint64_t kHabitRun = 5; // samples
constexpr std::uint64_t kHabit = 3; // runs of a value are how the signal rests
constexpr std::size_t kKeptRuns = 16;
constexpr std::size_t kMostHabits = 4'096;
constexpr std::size_t kManyValues = 256; // beyond, the signal is no state
constexpr std::uint64_t kFewestForLimits = 500;
constexpr double kLimitShare = 0.005;
constexpr std::uint64_t kFewestAtLimit = 20;
constexpr std::uint64_t kRunsAtLimit = 3;

std::int64_t microseconds(Timestamp time)
{
    return time.time_since_epoch().count();
}

bool isEarlier(const SignalPlace& a, const SignalPlace& b)
{
    return a.fromUs < b.fromUs;
}

} // namespace

void SignalScan::Largest::add(double measure, const SignalPlace& place)
{
    const auto isLess = [](const Kept& a, const Kept& b) {
        return a.measure != b.measure ? a.measure > b.measure : a.place.fromUs < b.place.fromUs;
    };
    if (m_kept.size() == kKept) {
        if (measure <= m_kept.front().measure)
            return;
        std::pop_heap(m_kept.begin(), m_kept.end(), isLess);
        m_kept.pop_back();
    }
    m_kept.push_back({measure, place});
    std::push_heap(m_kept.begin(), m_kept.end(), isLess);
}

std::vector<SignalPlace> SignalScan::Largest::from(double edge) const
{
    std::vector<SignalPlace> places;
    for (const Kept& kept : m_kept)
        if (kept.measure >= edge)
            places.push_back(kept.place);
    std::sort(places.begin(), places.end(), isEarlier);
    return places;
}

SignalScan::SignalScan(const Interval& span, const std::vector<Interval>* use)
    : m_span(span)
    , m_use(use)
{
    constexpr std::int64_t kHourUs = 3'600'000'000;
    m_blockUs = std::clamp(span.length().count() / 12, kHourUs, 168 * kHourUs);
    m_blocks.resize(static_cast<std::size_t>(span.length().count() / m_blockUs) + 1);
}

double SignalScan::secondsInUse(std::int64_t fromUs, std::int64_t toUs)
{
    while (m_nextUse < m_use->size() && microseconds((*m_use)[m_nextUse].end) <= fromUs)
        ++m_nextUse;
    std::int64_t sum = 0;
    for (std::size_t i = m_nextUse; i < m_use->size() && microseconds((*m_use)[i].begin) < toUs; ++i)
        sum += std::min(microseconds((*m_use)[i].end), toUs) - std::max(microseconds((*m_use)[i].begin), fromUs);
    return static_cast<double>(sum) / kUsPerSecond;
}

void SignalScan::addDistance(std::int64_t us)
{
    const double distance = static_cast<double>(us - m_lastUs) / kUsPerSecond;
    m_silence = distance;
    if (m_use != nullptr) {
        m_silence = secondsInUse(m_lastUs, us);
        if (m_silence == distance)
            m_distances.add(distance);
    } else {
        m_distances.add(distance);
        const auto block = static_cast<std::size_t>((m_lastUs - microseconds(m_span.begin)) / m_blockUs);
        if (m_lastUs >= microseconds(m_span.begin) && block < m_blocks.size())
            m_blocks[block] = std::max(m_blocks[block], static_cast<float>(distance));
    }
    m_silences.add(m_silence);
    m_longest.add(m_silence, {m_lastUs, us, m_silence});
}

void SignalScan::addChange(std::int64_t us, double value)
{
    const double change = value - m_last;
    // Out and back. One that is far from its neighbour in time belongs to another state, as between two batches.
    const std::int64_t to = us - m_lastUs;
    const std::int64_t from = m_lastUs - m_beforeUs;
    if (change * m_lastChange < 0 && std::max(to, from) <= kAlikeSteps * std::min(to, from)) {
        const double spike = std::min(std::abs(change), std::abs(m_lastChange));
        m_spikes.add(spike);
        m_sharpest.add(spike, {m_lastUs, us, m_last});
    }
    m_lastChange = change;
}

void SignalScan::closeRun()
{
    if (m_run.length == 0)
        return;
    if (m_run.length >= kHabitRun) {
        if (const auto habit = m_habits.find(m_run.value); habit != m_habits.end())
            ++habit->second;
        else if (m_habits.size() < kMostHabits)
            m_habits.emplace(m_run.value, 1);
    }
    for (Limit* limit : {&m_least, &m_greatest})
        if (limit->value == m_run.value && m_run.length >= 3)
            ++limit->runs;
    if (m_run.length < kShortestFrozen)
        return;
    m_longRuns.push_back(m_run);
    if (m_longRuns.size() > kKeptRuns)
        m_longRuns.erase(std::min_element(
            m_longRuns.begin(), m_longRuns.end(), [](const Run& a, const Run& b) { return a.length < b.length; }));
}

void SignalScan::addToRun(std::int64_t us, double value)
{
    if (m_samples > 0 && value == m_run.value) {
        ++m_equal;
        ++m_run.length;
        m_run.toUs = us;
    } else {
        closeRun();
        m_run = {value, us, us, 1};
    }
    if (m_values.size() <= kManyValues)
        m_values.insert(value);
    const auto count = [&](Limit& limit, bool isBeyond) {
        if (m_samples == 0 || isBeyond)
            limit = {value, 0, 0, us, us};
        if (limit.value == value) {
            ++limit.count;
            limit.lastUs = us;
        }
    };
    count(m_least, value < m_least.value);
    count(m_greatest, value > m_greatest.value);
}

void SignalScan::add(const Sample& sample)
{
    if (std::isnan(sample.value))
        return;
    const std::int64_t us = microseconds(sample.time);
    if (m_samples > 0 && us <= m_lastUs)
        return; // a second value of the same moment
    if (m_samples > 0) {
        addDistance(us);
        addChange(us, sample.value);
    }
    addToRun(us, sample.value);
    ++m_samples;
    m_beforeUs = m_lastUs;
    m_lastUs = us;
    m_last = sample.value;
}

void SignalScan::findGaps(SignalOddities& out) const
{
    if (m_distances.size() < kFewestDistances)
        return;
    double limit =
        std::max({kShortestGapS, kScansOfAGap * m_distances.quantile(0.5), kBeyondUsual * m_distances.quantile(0.99)});
    if (m_use == nullptr) {
        std::vector<float> longest;
        std::copy_if(m_blocks.begin(), m_blocks.end(), std::back_inserter(longest), [](float s) { return s > 0; });
        std::sort(longest.begin(), longest.end());
        if (longest.size() >= kFewestBlocks)
            limit = std::max({limit, 3.0 * double{quantileOf(longest, 0.5)}, 2.5 * double{quantileOf(longest, 0.75)}});
    }
    const double edge = LogHistogram::edgeAbove(limit);
    out.gaps = m_silences.countFrom(edge);
    out.gapPlaces = m_longest.from(edge);
    double sum = 0;
    for (const SignalPlace& place : out.gapPlaces)
        sum += place.size;
    sum = std::max(sum, static_cast<double>(out.gaps) * edge);
    out.isInBlocks = m_use == nullptr && sum > kBlockwise * static_cast<double>(m_span.length().count()) / kUsPerSecond;
}

void SignalScan::findJumps(SignalOddities& out) const
{
    if (m_spikes.size() >= kFewestSpikes) { // a step that stays may be what happened
        const double edge = LogHistogram::edgeAbove(kSpikeBeyond * m_spikes.quantile(0.995));
        out.jumps = m_spikes.countFrom(edge);
        out.jumpPlaces = m_sharpest.from(edge);
        out.jumps -= std::erase_if(out.jumpPlaces, [this](const SignalPlace& place) {
            const auto habit = m_habits.find(place.size);
            return habit != m_habits.end() && habit->second >= kHabit; // back to where it rests: a reset, a stop
        });
        if (out.jumpPlaces.empty())
            out.jumps = 0; // those beyond the kept ones are no larger, and rest as those do
    }
}

void SignalScan::findFrozen(SignalOddities& out) const
{
    for (const Run& run : m_longRuns)
        out.rests.push_back({run.fromUs, run.toUs, static_cast<double>(run.toUs - run.fromUs) / kUsPerSecond});
    std::sort(out.rests.begin(), out.rests.end(), isEarlier);
    std::uint64_t inRuns = 0; // equal neighbours that the long runs account for
    for (const Run& run : m_longRuns)
        inRuns += run.length - 1;
    const double others = static_cast<double>(m_samples) - 1 - static_cast<double>(inRuns);
    if (others < kFewestForRuns)
        return;
    const double share = static_cast<double>(m_equal - inRuns) / others;
    out.isMoving = share <= kMostEqual;
    if (!out.isMoving || m_longRuns.size() >= kKeptRuns)
        return; // a state, or a signal that rests so often that this is how it is recorded
    const double least = share > 0 ? std::log(kChance / static_cast<double>(m_samples)) / std::log(share) : 0;
    for (const Run& run : m_longRuns) {
        const auto habit = m_habits.find(run.value);
        if (static_cast<double>(run.length) < least || run.toUs - run.fromUs < kShortestFrozenUs
            || habit == m_habits.end() || habit->second >= kHabit)
            continue;
        out.frozen.push_back({run.fromUs, run.toUs, static_cast<double>(run.toUs - run.fromUs) / kUsPerSecond});
    }
    std::sort(out.frozen.begin(), out.frozen.end(), isEarlier);
}

void SignalScan::findLimits(SignalOddities& out) const
{
    if (m_samples < kFewestForLimits || m_values.size() <= kManyValues
        || static_cast<double>(m_equal) > kMostEqual * static_cast<double>(m_samples))
        return;
    for (const Limit* limit : {&m_least, &m_greatest}) {
        if (limit->value == 0 || limit->runs < kRunsAtLimit || limit->count < kFewestAtLimit
            || static_cast<double>(limit->count) < kLimitShare * static_cast<double>(m_samples))
            continue;
        out.atLimit += limit->count;
        out.limitPlaces.push_back({limit->firstUs, limit->lastUs, limit->value});
    }
}

SignalOddities SignalScan::finish()
{
    closeRun();
    SignalOddities out;
    out.samples = m_samples;
    findGaps(out);
    findJumps(out);
    findFrozen(out);
    findLimits(out);
    return out;
}

} // namespace antecedent::quality
