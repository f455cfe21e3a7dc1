// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The kernel against a plain computation on random logs.

#include "model/sequence/directly_follows.h"

#include <QtTest/QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace antecedent;

namespace {

struct Log
{
    std::vector<std::int64_t> times;
    std::vector<std::uint32_t> cases;
    std::vector<std::uint32_t> activities;

    CaseLog view(std::uint32_t caseCount, std::uint32_t activityCount) const
    {
        return {times, cases, activities, caseCount, activityCount};
    }
};

std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::int64_t>> plain(const Log& log)
{
    std::map<std::uint32_t, std::vector<std::size_t>> perCase;
    for (std::size_t i = 0; i < log.times.size(); ++i)
        perCase[log.cases[i]].push_back(i);
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::int64_t>> gaps;
    for (const auto& [id, events] : perCase)
        for (std::size_t k = 1; k < events.size(); ++k)
            gaps[{log.activities[events[k - 1]], log.activities[events[k]]}].push_back(
                log.times[events[k]] - log.times[events[k - 1]]);
    for (auto& [pair, list] : gaps)
        std::sort(list.begin(), list.end());
    return gaps;
}

} // namespace

class TestDirectlyFollows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithAPlainComputation()
    {
        std::mt19937 engine(5);
        const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
        for (int round = 0; round < 30; ++round) {
            const std::uint32_t caseCount = 1 + random() % 20;
            const std::uint32_t activityCount = 1 + random() % 7;
            Log log;
            std::int64_t t = 0;
            for (std::uint32_t i = random() % 500; i > 0; --i) {
                t += static_cast<std::int64_t>(random() % 4); // ties too
                log.times.push_back(t);
                log.cases.push_back(random() % caseCount);
                log.activities.push_back(random() % activityCount);
            }
            const auto expected = plain(log);
            for (const unsigned threads : {1U, 3U}) {
                const auto edges = directlyFollows(log.view(caseCount, activityCount), threads);
                QCOMPARE(edges.size(), expected.size());
                auto next = expected.begin();
                for (const FollowsEdge& edge : edges) {
                    const auto& [pair, gaps] = *next++;
                    QCOMPARE(std::pair(edge.from, edge.to), pair);
                    QCOMPARE(edge.count, gaps.size());
                    QCOMPARE(edge.minGap, gaps.front());
                    QCOMPARE(edge.maxGap, gaps.back());
                    const std::size_t half = gaps.size() / 2;
                    const double median = gaps.size() % 2 == 1 ? static_cast<double>(gaps[half])
                                                               : static_cast<double>(gaps[half] + gaps[half - 1]) / 2;
                    QCOMPARE(edge.medianGap, median);
                }
            }
        }
    }

    void emptyLogHasNoEdges() { QVERIFY(directlyFollows({}).empty()); }
};

QTEST_GUILESS_MAIN(TestDirectlyFollows)
#include "tst_directly_follows.moc"
