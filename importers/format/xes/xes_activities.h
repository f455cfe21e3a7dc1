// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The activities of a trace: pairs the events that begin one with those that end it, by name and instance, in order.
// Threads: one owner.

#include "importers/format/xes/xes_rows.h"

#include <cstdint>
#include <deque>
#include <map>
#include <string>

namespace antecedent::importers {

class TraceActivities
{
public:
    static constexpr std::size_t kMostOpen = 20'000; // that have begun and not ended

    // The rows that are complete with this event go to `out`.
    void add(XesRow&& row, XesRows& out);
    // What never ended, in order of the log.
    void flush(XesRows& out);
    // Of the log: activities that were written while their ends might still come.
    std::uint64_t unpaired() const { return m_unpaired; }

private:
    using Open = std::map<std::string, std::deque<XesRow>>;
    void open(Open& into, XesRow&& row, XesRows& out);
    void close(Open& from, XesRow&& row, XesRows& out);

    Open m_open;
    Open m_paused;
    std::size_t m_count = 0;
    std::uint64_t m_unpaired = 0;
};

} // namespace antecedent::importers
