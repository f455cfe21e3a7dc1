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
    const std::size_t n = events.size();
    m_begin.assign(assetCount + 2, 0);
    m_onsetUs.resize(n);
    m_event.resize(n);
    m_key.resize(n);
    const auto none = static_cast<std::uint32_t>(assetCount);
    const auto slotOf = [&](std::size_t i) { return std::min(events.asset[i].value, none); };
    // Counting sort by asset; stable, so that the events of one asset stay in time order.
    for (std::size_t i = 0; i < n; ++i) {
        ++m_begin[slotOf(i) + 1];
        m_keyCount = std::max(m_keyCount, keyOf(i) + 1);
    }
    for (std::size_t slot = 1; slot < m_begin.size(); ++slot)
        m_begin[slot] += m_begin[slot - 1];
    const bool isShort = m_keyCount <= std::numeric_limits<std::uint16_t>::max();
    m_shortKey.resize(isShort ? n : 0);
    std::vector<std::uint64_t> next(m_begin.begin(), m_begin.end() - 1);
    for (std::size_t i = 0; i < n; ++i) {
        const auto to = next[slotOf(i)]++;
        const std::uint32_t key = keyOf(i);
        m_onsetUs[to] = events.onsetUs[i];
        m_event[to] = static_cast<std::uint32_t>(i);
        m_key[to] = key;
        if (isShort)
            m_shortKey[to] = static_cast<std::uint16_t>(key);
    }
}

std::pair<std::size_t, std::size_t> AssetEvents::find(
    std::uint32_t slot, std::int64_t beginUs, std::int64_t endUs) const
{
    const auto first = m_onsetUs.begin() + static_cast<std::ptrdiff_t>(m_begin[slot]);
    const auto last = m_onsetUs.begin() + static_cast<std::ptrdiff_t>(m_begin[slot + 1]);
    const auto from = std::lower_bound(first, last, beginUs);
    const auto to = std::lower_bound(from, last, endUs);
    return {static_cast<std::size_t>(from - m_onsetUs.begin()), static_cast<std::size_t>(to - m_onsetUs.begin())};
}

std::span<const std::uint32_t> AssetEvents::range(AssetIndex asset, std::int64_t beginUs, std::int64_t endUs) const
{
    const auto slot = std::min(asset.value, static_cast<std::uint32_t>(m_begin.size() - 2));
    const auto [from, to] = find(slot, beginUs, std::max(beginUs, endUs));
    return std::span(m_event).subspan(from, to - from);
}

std::span<const std::uint32_t> AssetEvents::all(AssetIndex asset) const
{
    const auto slot = std::min(asset.value, static_cast<std::uint32_t>(m_begin.size() - 2));
    return std::span(m_event).subspan(m_begin[slot], m_begin[slot + 1] - m_begin[slot]);
}

AssetEvents::Columns AssetEvents::columns(AssetIndex asset, std::int64_t beginUs, std::int64_t endUs) const
{
    const auto slot = std::min(asset.value, static_cast<std::uint32_t>(m_begin.size() - 2));
    const auto [from, to] = find(slot, beginUs, std::max(beginUs, endUs));
    return Columns{std::span(m_event).subspan(from, to - from), std::span(m_onsetUs).subspan(from, to - from),
        std::span(m_key).subspan(from, to - from)};
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> WindowCounter::find(std::span<const WindowSegment> segments) const
{
    // In order of asset and begin the next position is near the last one: steps that double find it without leaving the
    // cache.
    std::vector<std::uint32_t> order(segments.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (segments[a].asset != segments[b].asset)
            return segments[a].asset < segments[b].asset;
        return segments[a].beginUs < segments[b].beginUs;
    });
    const std::vector<std::int64_t>& onset = m_events.m_onsetUs;
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
    const auto none = static_cast<std::uint32_t>(m_events.m_begin.size() - 2);
    std::uint32_t slot = none + 1;
    std::size_t at = 0;
    for (const std::uint32_t i : order) {
        const WindowSegment& segment = segments[i];
        if (std::min(segment.asset.value, none) != slot) {
            slot = std::min(segment.asset.value, none);
            at = m_events.m_begin[slot];
        }
        const std::size_t last = m_events.m_begin[slot + 1];
        at = firstNotBefore(at, last, segment.beginUs);
        const std::size_t end = segment.endUs > segment.beginUs ? firstNotBefore(at, last, segment.endUs) : at;
        found[i] = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    }
    return found;
}

namespace {

// One stamp per key tells whether the window at hand was counted for it already.
template <class Key>
void countRanges(std::span<const WindowSegment> segments, std::span<const std::uint8_t> isCase,
    const std::vector<std::pair<std::uint32_t, std::uint32_t>>& ranges, const std::vector<Key>& keys,
    std::vector<KeyCount>& counts)
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
        const Key* key = keys.data() + ranges[s].first;
        const Key* const end = keys.data() + ranges[s].second;
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
    if (m_events.m_shortKey.empty())
        countRanges(segments, isCase, ranges, m_events.m_key, counts);
    else
        countRanges(segments, isCase, ranges, m_events.m_shortKey, counts);
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
            const std::uint32_t key = m_events.m_key[i];
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
