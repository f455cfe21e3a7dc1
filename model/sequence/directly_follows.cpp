// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sequence/directly_follows.h"

#include <algorithm>
#include <limits>
#include <thread>

namespace antecedent {

namespace {

constexpr std::uint32_t kNoPair = std::numeric_limits<std::uint32_t>::max();

struct LastEvent
{
    std::int64_t time = 0;
    std::uint32_t activity = kNoPair;
};

struct Buckets
{
    std::vector<std::uint64_t> begin; // per pair, and the end of the last
    std::vector<std::int64_t> gaps;
};

Buckets scatter(const CaseLog& log)
{
    const std::size_t size = log.times.size();
    const std::size_t pairs = static_cast<std::size_t>(log.activityCount) * log.activityCount;
    std::vector<LastEvent> last(log.caseCount);
    std::vector<std::uint32_t> pair(size);
    std::vector<std::int64_t> gap(size);
    std::vector<std::uint64_t> counts(pairs, 0);
    for (std::size_t i = 0; i < size; ++i) {
        LastEvent& before = last[log.cases[i]];
        const std::uint32_t activity = log.activities[i];
        if (before.activity == kNoPair) {
            pair[i] = kNoPair;
        } else {
            pair[i] = before.activity * log.activityCount + activity;
            gap[i] = log.times[i] - before.time;
            ++counts[pair[i]];
        }
        before = {log.times[i], activity};
    }
    Buckets buckets;
    buckets.begin.resize(pairs + 1, 0);
    for (std::size_t p = 0; p < pairs; ++p)
        buckets.begin[p + 1] = buckets.begin[p] + counts[p];
    buckets.gaps.resize(buckets.begin[pairs]);
    std::vector<std::uint64_t> next(buckets.begin.begin(), buckets.begin.end() - 1);
    for (std::size_t i = 0; i < size; ++i)
        if (pair[i] != kNoPair)
            buckets.gaps[next[pair[i]]++] = gap[i];
    return buckets;
}

void summarise(std::span<std::int64_t> gaps, FollowsEdge& edge)
{
    edge.count = gaps.size();
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    edge.medianGap = static_cast<double>(*middle);
    edge.minGap = *std::min_element(gaps.begin(), middle + 1);
    edge.maxGap = *std::max_element(middle, gaps.end());
    if (gaps.size() % 2 == 0)
        edge.medianGap = (edge.medianGap + static_cast<double>(*std::max_element(gaps.begin(), middle))) / 2;
    std::int64_t sum = 0;
    for (const std::int64_t gap : gaps)
        sum += gap;
    edge.meanGap = static_cast<double>(sum) / static_cast<double>(gaps.size());
}

} // namespace

std::vector<FollowsEdge> directlyFollows(const CaseLog& log, unsigned threads)
{
    Buckets buckets = scatter(log);
    std::vector<FollowsEdge> edges;
    std::vector<std::size_t> pairOf;
    for (std::size_t p = 0; p + 1 < buckets.begin.size(); ++p) {
        if (buckets.begin[p] == buckets.begin[p + 1])
            continue;
        FollowsEdge edge;
        edge.from = static_cast<std::uint32_t>(p / log.activityCount);
        edge.to = static_cast<std::uint32_t>(p % log.activityCount);
        edges.push_back(edge);
        pairOf.push_back(p);
    }
    const auto work = [&](unsigned part, unsigned parts) {
        for (std::size_t e = part; e < edges.size(); e += parts)
            summarise(std::span(buckets.gaps)
                          .subspan(buckets.begin[pairOf[e]], buckets.begin[pairOf[e] + 1] - buckets.begin[pairOf[e]]),
                edges[e]);
    };
    const unsigned parts = std::clamp(threads, 1U, 64U);
    std::vector<std::jthread> helpers;
    for (unsigned part = 1; part < parts; ++part)
        helpers.emplace_back(work, part, parts);
    work(0, parts);
    helpers.clear(); // joins
    return edges;
}

} // namespace antecedent
