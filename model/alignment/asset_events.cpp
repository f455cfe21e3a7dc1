// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/asset_events.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>

namespace antecedent {

AssetEvents::AssetEvents(const UnifiedEvents& events, std::size_t assetCount)
{
    build(events, assetCount, [&](std::size_t i) { return events.eventClass[i].value; });
}

AssetEvents::AssetEvents(const UnifiedEvents& events, std::size_t assetCount, std::span<const std::uint32_t> keys)
{
    assert(keys.size() == events.size());
    build(events, assetCount, [&](std::size_t i) { return keys[i]; });
}

template <class KeyOf> void AssetEvents::build(const UnifiedEvents& events, std::size_t assetCount, const KeyOf& keyOf)
{
    m_size = events.size();
    m_begin.assign(assetCount + 2, 0);
    const auto none = static_cast<std::uint32_t>(assetCount);
    const auto slotOf = [&](std::size_t i) { return std::min(events.asset[i].value, none); };
    // Counting sort by asset; stable, so that the events of one asset stay in time order.
    for (std::size_t i = 0; i < m_size; ++i) {
        ++m_begin[slotOf(i) + 1];
        m_keyCount = std::max(m_keyCount, keyOf(i) + 1);
    }
    for (std::size_t slot = 1; slot < m_begin.size(); ++slot)
        m_begin[slot] += m_begin[slot - 1];
    m_onsetUs = std::make_unique_for_overwrite<std::int64_t[]>(m_size);
    m_event = std::make_unique_for_overwrite<std::uint32_t[]>(m_size);
    const auto scatter = [&](auto& keys) {
        std::vector<std::uint64_t> next(m_begin.begin(), m_begin.end() - 1);
        for (std::size_t i = 0; i < m_size; ++i) {
            const auto to = next[slotOf(i)]++;
            m_onsetUs[to] = events.onsetUs[i];
            m_event[to] = static_cast<std::uint32_t>(i);
            keys[to] = static_cast<std::decay_t<decltype(keys[0])>>(keyOf(i));
        }
    };
    if (m_keyCount <= std::numeric_limits<std::uint16_t>::max()) {
        m_shortKey = std::make_unique_for_overwrite<std::uint16_t[]>(m_size);
        scatter(m_shortKey);
    } else {
        m_key = std::make_unique_for_overwrite<std::uint32_t[]>(m_size);
        scatter(m_key);
    }
}

std::pair<std::size_t, std::size_t> AssetEvents::find(
    std::uint32_t slot, std::int64_t beginUs, std::int64_t endUs) const
{
    const auto ofSlot = onsets().subspan(m_begin[slot], m_begin[slot + 1] - m_begin[slot]);
    const auto from = std::lower_bound(ofSlot.begin(), ofSlot.end(), beginUs);
    const auto to = std::lower_bound(from, ofSlot.end(), endUs);
    return {m_begin[slot] + static_cast<std::size_t>(from - ofSlot.begin()),
        m_begin[slot] + static_cast<std::size_t>(to - ofSlot.begin())};
}

std::span<const std::uint32_t> AssetEvents::range(AssetIndex asset, std::int64_t beginUs, std::int64_t endUs) const
{
    const auto slot = std::min(asset.value, static_cast<std::uint32_t>(m_begin.size() - 2));
    const auto [from, to] = find(slot, beginUs, std::max(beginUs, endUs));
    return events().subspan(from, to - from);
}

std::span<const std::uint32_t> AssetEvents::all(AssetIndex asset) const
{
    const auto slot = std::min(asset.value, static_cast<std::uint32_t>(m_begin.size() - 2));
    return events().subspan(m_begin[slot], m_begin[slot + 1] - m_begin[slot]);
}

AssetEvents::Columns AssetEvents::columns(AssetIndex asset, std::int64_t beginUs, std::int64_t endUs) const
{
    const auto slot = std::min(asset.value, static_cast<std::uint32_t>(m_begin.size() - 2));
    const auto [from, to] = find(slot, beginUs, std::max(beginUs, endUs));
    return Columns{events().subspan(from, to - from), onsets().subspan(from, to - from), from};
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> WindowCounter::find(std::span<const WindowSegment> segments) const
{
    // In order of asset and begin the next position is near the last one: steps that double find it without leaving the
    // cache.
    struct Place
    {
        std::int64_t beginUs;
        std::uint32_t segment;
    };
    const auto none = static_cast<std::uint32_t>(m_events.m_begin.size() - 2);
    const auto slotOf = [&](const WindowSegment& segment) { return std::min(segment.asset.value, none); };
    std::vector<std::size_t> next(none + 2U, 0);
    for (const WindowSegment& segment : segments)
        ++next[slotOf(segment) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    const std::vector<std::size_t> starts = next;
    std::vector<Place> order(segments.size());
    for (std::size_t i = 0; i < segments.size(); ++i)
        order[next[slotOf(segments[i])]++] = {segments[i].beginUs, static_cast<std::uint32_t>(i)};
    const auto onset = m_events.onsets();
    const auto firstNotBefore = [&](std::size_t from, std::size_t last, std::int64_t us) {
        std::size_t step = 1;
        std::size_t low = from;
        while (low + step < last && onset[low + step] < us) {
            low += step;
            step *= 2;
        }
        const auto begin = onset.begin() + static_cast<std::ptrdiff_t>(low);
        const auto end = onset.begin() + static_cast<std::ptrdiff_t>(std::min(low + step, last));
        return static_cast<std::size_t>(std::lower_bound(begin, end, us) - onset.begin());
    };
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found(segments.size());
    for (std::uint32_t slot = 0; slot <= none; ++slot) {
        const auto places = std::span(order).subspan(starts[slot], starts[slot + 1] - starts[slot]);
        const auto isEarlier = [](const Place& a, const Place& b) { return a.beginUs < b.beginUs; };
        if (!std::is_sorted(places.begin(), places.end(), isEarlier))
            std::sort(places.begin(), places.end(), isEarlier);
        std::size_t at = m_events.m_begin[slot];
        const std::size_t last = m_events.m_begin[slot + 1];
        for (const auto& [beginUs, i] : places) {
            at = firstNotBefore(at, last, beginUs);
            const std::size_t end = segments[i].endUs > beginUs ? firstNotBefore(at, last, segments[i].endUs) : at;
            found[i] = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
        }
    }
    return found;
}

namespace {

// One stamp per key tells whether the window at hand was counted for it already.
template <class Key>
void countRanges(std::span<const WindowSegment> segments, std::span<const std::uint8_t> isCase,
    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& ranges, const Key* keys, std::vector<KeyCount>& counts)
{
    struct Cell
    {
        std::uint32_t stamp = 0xFFFF'FFFFU;
        std::uint32_t counts[2] = {0, 0};
    };
    std::vector<Cell> cells(counts.size());
    for (std::size_t s = 0; s < segments.size(); ++s) {
        const std::uint32_t window = segments[s].window;
        const std::size_t kind = isCase[window] != 0 ? 0 : 1;
        const Key* key = keys + ranges[s].first;
        const Key* const end = keys + ranges[s].second;
        for (; key != end; ++key) {
            Cell& cell = cells[*key];
            cell.counts[kind] += cell.stamp != window ? 1U : 0U;
            cell.stamp = window;
        }
    }
    for (std::size_t key = 0; key < counts.size(); ++key)
        counts[key] = KeyCount{cells[key].counts[0], cells[key].counts[1]};
}

} // namespace

std::vector<KeyCount> WindowCounter::count(
    std::span<const WindowSegment> segments, std::span<const std::uint8_t> isCase) const
{
    std::vector<KeyCount> counts(m_events.m_keyCount);
    const auto ranges = find(segments);
    if (m_events.m_shortKey)
        countRanges(segments, isCase, ranges, m_events.m_shortKey.get(), counts);
    else
        countRanges(segments, isCase, ranges, m_events.m_key.get(), counts);
    return counts;
}

std::vector<WindowHit> WindowCounter::hits(std::span<const WindowSegment> segments) const
{
    std::vector<WindowHit> hits;
    std::vector<std::uint32_t> stamp(m_events.m_keyCount, 0xFFFF'FFFFU);
    std::vector<std::size_t> place(m_events.m_keyCount, 0);
    const auto ranges = find(segments);
    for (std::size_t s = 0; s < segments.size(); ++s) {
        const WindowSegment& segment = segments[s];
        for (std::size_t i = ranges[s].first; i < ranges[s].second; ++i) {
            const std::uint32_t key = m_events.key(i);
            if (stamp[key] != segment.window) {
                stamp[key] = segment.window;
                place[key] = hits.size();
                hits.push_back(WindowHit{segment.window, key, m_events.m_event[i]});
            } else {
                // Unified events stand in order of onset, so the later position is the later onset.
                hits[place[key]].event = std::max(hits[place[key]].event, m_events.m_event[i]);
            }
        }
    }
    std::sort(hits.begin(), hits.end(), [](const WindowHit& a, const WindowHit& b) {
        return a.window != b.window ? a.window < b.window : a.key < b.key;
    });
    return hits;
}

} // namespace antecedent
