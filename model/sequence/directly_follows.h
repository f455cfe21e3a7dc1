// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Directly-follows counts over a whole event log: for each pair of activities how often one follows the other within a
// case, and the gaps between them. One pass keeps the last event per case; gaps are scattered into one bucket per pair
// and the median found by selection. Events must be in time order; of events with equal times the given order counts
// (the windowed graph, sequence_graph.h, treats them as ties instead). Units: gaps are in the unit of the times.
// Threads: pure; `threads` only splits the selection and never changes the result.

#include <cstdint>
#include <span>
#include <vector>

namespace antecedent {

struct CaseLog
{
    std::span<const std::int64_t> times; // ascending
    std::span<const std::uint32_t> cases; // 0..caseCount-1
    std::span<const std::uint32_t> activities; // 0..activityCount-1
    std::uint32_t caseCount = 0;
    std::uint32_t activityCount = 0;
};

struct FollowsEdge
{
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint64_t count = 0;
    double medianGap = 0; // mean of the middle two where the count is even
    std::int64_t minGap = 0;
    std::int64_t maxGap = 0;
    double meanGap = 0;
};

// Ascending by (from, to); pairs that never occur are left out.
std::vector<FollowsEdge> directlyFollows(const CaseLog& log, unsigned threads = 1);

} // namespace antecedent
