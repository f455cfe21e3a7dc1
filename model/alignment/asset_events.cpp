// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/asset_events.h"

#include <algorithm>
#include <cassert>

namespace antecedent {

namespace {

std::vector<std::uint32_t> classKeys(const UnifiedEvents& events)
{
    std::vector<std::uint32_t> keys;
    keys.reserve(events.size());
    for (const ClassIndex index : events.eventClass)
        keys.push_back(index.value);
    return keys;
}

} // namespace

AssetEvents::AssetEvents(const UnifiedEvents& events, std::size_t assetCount)
    : AssetEvents(events, assetCount, classKeys(events))
{
}

AssetEvents::AssetEvents(const UnifiedEvents& events, std::size_t assetCount, std::span<const std::uint32_t> keys)
    : m_begin(assetCount + 2, 0)
    , m_onsetUs(events.size())
    , m_event(events.size())
    , m_key(events.size())
{
    assert(keys.size() == events.size());
    const auto none = static_cast<std::uint32_t>(assetCount);
    const auto slotOf = [&](std::size_t i) { return std::min(events.asset[i].value, none); };
    // Counting sort by asset; stable, so that the events of one asset stay in time order.
    for (std::size_t i = 0; i < events.size(); ++i)
        ++m_begin[slotOf(i) + 1];
    for (std::size_t slot = 1; slot < m_begin.size(); ++slot)
        m_begin[slot] += m_begin[slot - 1];
    std::vector<std::uint64_t> next(m_begin.begin(), m_begin.end() - 1);
    for (std::size_t i = 0; i < events.size(); ++i) {
        const auto to = next[slotOf(i)]++;
        m_onsetUs[to] = events.onsetUs[i];
        m_event[to] = static_cast<std::uint32_t>(i);
        m_key[to] = keys[i];
        m_keyCount = std::max(m_keyCount, keys[i] + 1);
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

std::vector<KeyCount> WindowCounter::count(
    std::span<const WindowSegment> segments, std::span<const std::uint8_t> isCase) const
{
    // One stamp per key tells whether the window at hand was counted for it already.
    std::vector<std::uint32_t> stamp(m_events.m_keyCount, 0xFFFF'FFFFU);
    std::vector<std::uint32_t> cases(m_events.m_keyCount, 0);
    std::vector<std::uint32_t> all(m_events.m_keyCount, 0);
    const auto none = static_cast<std::uint32_t>(m_events.m_begin.size() - 2);
    for (const WindowSegment& segment : segments) {
        const auto [from, to] = m_events.find(std::min(segment.asset.value, none), segment.beginUs, segment.endUs);
        auto& counts = isCase[segment.window] != 0 ? cases : all;
        const std::uint32_t window = segment.window;
        for (std::size_t i = from; i < to; ++i) {
            const std::uint32_t key = m_events.m_key[i];
            counts[key] += stamp[key] != window ? 1U : 0U;
            stamp[key] = window;
        }
    }
    std::vector<KeyCount> result(m_events.m_keyCount);
    for (std::size_t key = 0; key < result.size(); ++key)
        result[key] = KeyCount{cases[key], all[key]};
    return result;
}

std::vector<WindowHit> WindowCounter::hits(std::span<const WindowSegment> segments) const
{
    std::vector<WindowHit> hits;
    std::vector<std::uint32_t> stamp(m_events.m_keyCount, 0xFFFF'FFFFU);
    std::vector<std::size_t> place(m_events.m_keyCount, 0);
    const auto none = static_cast<std::uint32_t>(m_events.m_begin.size() - 2);
    for (const WindowSegment& segment : segments) {
        const auto [from, to] = m_events.find(std::min(segment.asset.value, none), segment.beginUs, segment.endUs);
        for (std::size_t i = from; i < to; ++i) {
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
