// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Kept sort of unified events by asset, and the counting kernel on it: per class (or any other key) the number of
// distinct case and control windows that contain it, and the latest onset in each. The sort is made once; moving the
// windows only needs a new count. Events of one asset stand in time order. Threads: immutable; count functions are
// pure.

#include "model/alignment/unified_events.h"

#include <memory>
#include <span>

namespace antecedent {

class AssetEvents
{
public:
    AssetEvents() = default;
    // `keys`: what is counted, one small number per unified event (its class by default).
    AssetEvents(const UnifiedEvents& events, std::size_t assetCount);
    AssetEvents(const UnifiedEvents& events, std::size_t assetCount, std::span<const std::uint32_t> keys);

    // Positions in UnifiedEvents of the asset's events with onset in [beginUs, endUs), ascending by time. AssetIndex{}
    // asks for the events without asset.
    std::span<const std::uint32_t> range(AssetIndex asset, std::int64_t beginUs, std::int64_t endUs) const;
    std::span<const std::uint32_t> all(AssetIndex asset) const;
    // The same events with their onsets, side by side in memory; the key of events[i] is key(first + i).
    struct Columns
    {
        std::span<const std::uint32_t> events;
        std::span<const std::int64_t> onsetUs;
        std::size_t first = 0;
    };
    Columns columns(AssetIndex asset, std::int64_t beginUs, std::int64_t endUs) const;
    std::uint32_t key(std::size_t position) const { return m_shortKey ? m_shortKey[position] : m_key[position]; }
    std::size_t size() const { return m_size; }

private:
    friend class WindowCounter;
    template <class KeyOf> void build(const UnifiedEvents& events, std::size_t assetCount, const KeyOf& keyOf);
    std::pair<std::size_t, std::size_t> find(std::uint32_t slot, std::int64_t beginUs, std::int64_t endUs) const;

    std::span<const std::int64_t> onsets() const { return {m_onsetUs.get(), m_size}; }
    std::span<const std::uint32_t> events() const { return {m_event.get(), m_size}; }

    std::vector<std::uint64_t> m_begin; // per asset slot, first position; the last slot holds events without asset
    // Arrays rather than vectors, which would write every page twice.
    std::size_t m_size = 0;
    std::unique_ptr<std::int64_t[]> m_onsetUs;
    std::unique_ptr<std::uint32_t[]> m_event;
    std::unique_ptr<std::uint16_t[]> m_shortKey; // where keys fit in it
    std::unique_ptr<std::uint32_t[]> m_key; // else
    std::uint32_t m_keyCount = 0;
};

// A piece of a window: one asset, [beginUs, endUs). A window of several assets has several; those of one window are
// adjacent.
struct WindowSegment
{
    std::uint32_t window = 0;
    AssetIndex asset;
    std::int64_t beginUs = 0;
    std::int64_t endUs = 0;
};

struct KeyCount
{
    std::uint32_t cases = 0; // distinct case windows that contain the key
    std::uint32_t controls = 0;
    bool operator==(const KeyCount&) const = default;
};

// One key in one window.
struct WindowHit
{
    std::uint32_t window = 0;
    std::uint32_t key = 0;
    std::uint32_t event = 0; // position in UnifiedEvents of the latest onset
    bool operator==(const WindowHit&) const = default;
};

class WindowCounter
{
public:
    explicit WindowCounter(const AssetEvents& events)
        : m_events(events)
    {
    }
    // Per key. `isCase` holds one flag per window.
    std::vector<KeyCount> count(std::span<const WindowSegment> segments, std::span<const std::uint8_t> isCase) const;
    // Every (window, key) once with its latest onset, ascending by (window, key).
    std::vector<WindowHit> hits(std::span<const WindowSegment> segments) const;

private:
    // Positions [first, second) in the kept sort, one per segment.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> find(std::span<const WindowSegment> segments) const;

    const AssetEvents& m_events;
};

} // namespace antecedent
