// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The antecedent events of one window as groups of equal onset in time order: what the graph is built from. Internal to
// model/sequence. Threads: pure.

#include "model/alignment/align.h"

#include <functional>
#include <vector>

namespace antecedent {

// One class in one group: its event with the smallest position.
struct ChainItem
{
    std::uint32_t label = 0; // class, or position of the instance in the graph of one failure
    std::uint32_t event = 0;
    std::int64_t uncertaintyUs = 0;
};

struct ChainGroup
{
    std::int64_t offsetUs = 0; // minus is before the anchor
    std::uint32_t place = 0; // in the window as aligned; neighbours stay neighbours when others are left out
    std::vector<ChainItem> items; // ascending by label, each label once
};

struct WindowChain
{
    std::uint32_t window = 0; // position in Alignment::windows
    bool isCase = false;
    std::int64_t anchorUncertaintyUs = 0;
    std::uint32_t length = 0; // groups as aligned
    std::vector<ChainGroup> groups; // ascending by offset
};

// Whether the sources cover the record kind of a class in the window; if not, the window tells nothing about the class.
bool isCovered(const AlignedWindow& window, const EventClass& eventClass);

// `byInstance`: every event is a label of its own (its position in UnifiedEvents); else events of a class that is not
// covered in the window are left out, and of events that may be one fact (`once`) the first of the window counts.
// `isShown` chooses by offset and position; empty: all.
using EventChoice = std::function<bool(Duration, std::uint32_t)>;
WindowChain chainOf(const UnifiedEvents& events, const Alignment& alignment, const AlignedWindow& window,
    bool byInstance, const CountedOnce& once, const EventChoice& isShown = {});

} // namespace antecedent
