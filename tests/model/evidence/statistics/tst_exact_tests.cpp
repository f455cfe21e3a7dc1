// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Golden values of method.md C1, C2 and C4, and enumeration of every outcome on random small designs.

#include "model/evidence/statistics/fisher_test.h"
#include "model/evidence/statistics/matched_test.h"
#include "model/evidence/statistics/power.h"
#include "model/evidence/statistics/rate_ratio.h"

#include <QtTest/QTest>

#include <bit>
#include <cmath>
#include <random>

using namespace antecedent::statistics;

namespace {

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

bool nearRelative(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance * std::max(std::abs(a), std::abs(b));
}

// P(T >= observed) for odds ratio psi by walking through every subset of sets with an exposed case.
double enumeratedTail(const std::vector<MatchedSet>& sets, int observed, double psi)
{
    double tail = 0;
    for (unsigned mask = 0; mask < (1U << sets.size()); ++mask) {
        double p = 1;
        for (std::size_t i = 0; i < sets.size(); ++i) {
            const double m = sets[i].exposed * psi;
            const double share = m / (m + sets[i].windows - sets[i].exposed);
            p *= (mask >> i & 1U) != 0 ? share : 1 - share;
        }
        tail += std::popcount(mask) >= observed ? p : 0;
    }
    return tail;
}

// Assigns "failed" to every subset of the batches of each stratum in turn; each is equally likely.
double enumeratedFisher(const std::vector<TwoByTwo>& strata, int observed)
{
    std::vector<double> distribution{1.0};
    for (const TwoByTwo& t : strata) {
        const int n = t.cases + t.controls;
        const int exposed = t.casesExposed + t.controlsExposed;
        std::vector<double> part(static_cast<std::size_t>(n + 1), 0.0);
        double subsets = 0;
        for (unsigned mask = 0; mask < (1U << static_cast<unsigned>(n)); ++mask) {
            if (std::popcount(mask) != t.cases)
                continue;
            subsets += 1; // batches 0..exposed-1 are the exposed ones
            part[static_cast<std::size_t>(std::popcount(mask & ((1U << static_cast<unsigned>(exposed)) - 1U)))] += 1;
        }
        std::vector<double> next(distribution.size() + part.size() - 1, 0.0);
        for (std::size_t i = 0; i < distribution.size(); ++i)
            for (std::size_t j = 0; j < part.size(); ++j)
                next[i + j] += distribution[i] * part[j] / subsets;
        distribution = next;
    }
    double tail = 0;
    for (std::size_t t = static_cast<std::size_t>(observed); t < distribution.size(); ++t)
        tail += distribution[t];
    return tail;
}

} // namespace

class TestExactTests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchedGoldenValues()
    {
        const std::vector<MatchedSet> sets{{true, 2, 6}, {true, 1, 6}, {false, 1, 6}, {true, 3, 6}, {true, 1, 6}};
        const MatchedResult r = matchedTest(sets);
        QCOMPARE(r.sets, 5);
        QCOMPARE(r.informative, 5);
        QCOMPARE(r.exact.observed, 4);
        QVERIFY(near(r.exact.p, 0.0146604938, 1e-10));
        QVERIFY(near(r.exact.p, 114.0 / 7776, 1e-14)); // 6^5 equally likely outcomes
        QVERIFY(near(r.exact.pMid, 0.0077160494, 1e-10));
        QVERIFY(near(*r.exact.conditionalMl, 13.656, 5e-4));
        QVERIFY(near(*r.exact.medianUnbiased, 12.487, 5e-4));
        QVERIFY(near(r.exact.ciLow, 1.2248, 5e-5));
        QVERIFY(near(*r.exact.ciHigh, 708.74, 5e-3));
        QVERIFY(near(r.exact.ciLowMid, 1.5785, 5e-5));
        QVERIFY(near(*r.exact.ciHighMid, 355.50, 5e-3));
        QVERIFY(near(*r.mantelHaenszel, 17.0, 1e-12));
        QVERIFY(near(*r.exact.firth, 10.407, 5e-4));
    }

    void separationHasNoUpperLimit()
    {
        const std::vector<MatchedSet> sets{{true, 1, 6}, {true, 2, 6}, {true, 1, 6}};
        const MatchedResult r = matchedTest(sets);
        QVERIFY(near(r.exact.p, 1.0 / 108, 1e-14));
        QVERIFY(near(r.exact.pSmallest, 1.0 / 108, 1e-14));
        QVERIFY(near(r.exact.ciLow, 1.5666, 5e-5));
        QVERIFY(!r.exact.ciHigh.has_value());
        QVERIFY(!r.exact.medianUnbiased.has_value());
        QVERIFY(!r.mantelHaenszel.has_value());
        QVERIFY(near(*r.exact.firth, 28.306, 5e-4));
    }

    void smallestReachableFollowsTheDesign_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("controls");
        QTest::addColumn<double>("p");
        QTest::newRow("1x2") << 1 << 2 << 1.0 / 3;
        QTest::newRow("1x19") << 1 << 19 << 0.05;
        QTest::newRow("3x5") << 3 << 5 << 1.0 / 216;
        QTest::newRow("5x9") << 5 << 9 << 1e-5;
    }
    void smallestReachableFollowsTheDesign()
    {
        QFETCH(int, failures);
        QFETCH(int, controls);
        QFETCH(double, p);
        const std::vector<int> windows(static_cast<std::size_t>(failures), controls + 1);
        QVERIFY(nearRelative(smallestReachable(windows), p, 1e-12));
        const std::vector<MatchedSet> sets(windows.size(), MatchedSet{true, 1, controls + 1});
        QVERIFY(nearRelative(matchedTest(sets).exact.p, p, 1e-12));
    }

    void matchedAgreesWithEnumeration()
    {
        std::mt19937 random(7);
        const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
        for (int round = 0; round < 300; ++round) {
            std::vector<MatchedSet> sets;
            int observed = 0;
            for (int i = 1 + below(8); i > 0; --i) {
                MatchedSet set;
                set.windows = 2 + below(9);
                set.exposed = 1 + below(static_cast<unsigned>(set.windows - 1));
                set.isCaseExposed = below(2) != 0;
                observed += set.isCaseExposed ? 1 : 0;
                sets.push_back(set);
            }
            const ExactFamily family = matchedFamily(sets);
            const MatchedResult r = matchedTest(sets);
            QVERIFY(near(r.exact.p, enumeratedTail(sets, observed, 1), 1e-12));
            QVERIFY(near(r.exact.pMid,
                0.5 * (enumeratedTail(sets, observed, 1) + enumeratedTail(sets, observed + 1, 1)), 1e-12));
            QVERIFY(near(upperTail(family, observed, std::log(4.5)), enumeratedTail(sets, observed, 4.5), 1e-12));
            if (observed > 0)
                QVERIFY(near(enumeratedTail(sets, observed, r.exact.ciLow), 0.025, 1e-10));
            if (r.exact.ciHigh)
                QVERIFY(near(enumeratedTail(sets, observed + 1, *r.exact.ciHigh), 0.975, 1e-10));
        }
    }

    void setsWithoutContrastSayNothing()
    {
        const std::vector<MatchedSet> none;
        QCOMPARE(matchedTest(none).exact.p, 1.0);
        const std::vector<MatchedSet> always(20, MatchedSet{true, 11, 11});
        const MatchedResult r = matchedTest(always);
        QCOMPARE(r.sets, 20);
        QCOMPARE(r.informative, 0);
        QCOMPARE(r.exact.p, 1.0);
        QCOMPARE(r.exact.pSmallest, 1.0);
        QCOMPARE(r.exact.ciLow, 0.0);
        QVERIFY(!r.exact.ciHigh && !r.exact.medianUnbiased && !r.exact.firth);
        const std::vector<MatchedSet> impossible{{true, 0, 5}, {false, 5, 5}, {false, 7, 5}};
        QCOMPARE(matchedTest(impossible).sets, 0);
    }

    void tenThousandSetsAreStableAndFast()
    {
        std::vector<MatchedSet> sets;
        for (int i = 0; i < 10000; ++i)
            sets.push_back({i % 10 == 0, 1 + i % 3, 11}); // 1000 exposed cases, about as expected or less
        MatchedResult r = matchedTest(sets);
        QVERIFY(r.exact.p > 0.99999);
        QVERIFY(r.exact.ciLow > 0 && r.exact.ciHigh && *r.exact.ciHigh < 1);
        QVERIFY(near(*r.exact.conditionalMl, *r.exact.firth, 1e-3));
        for (MatchedSet& set : sets)
            set.isCaseExposed = true;
        r = matchedTest(sets);
        QCOMPARE(r.exact.p, 0.0); // far below the smallest double
        QVERIFY(!r.exact.ciHigh);
        QVERIFY(r.exact.ciLow > 1000);
    }

    void fisherGoldenValues()
    {
        const TwoByTwo four{4, 5, 3, 25};
        const FisherResult r = fisherTest(std::span(&four, 1));
        QVERIFY(near(r.exact.p, 0.0057962, 5e-8));
        QVERIFY(near(r.exact.pMid, 0.0029718, 5e-8));
        QVERIFY(near(r.exact.pSmallest, 0.00014736, 5e-9));
        const TwoByTwo three{3, 3, 2, 27};
        const FisherResult all = fisherTest(std::span(&three, 1));
        QVERIFY(near(all.exact.p, 0.0024631, 5e-8));
        QVERIFY(near(all.exact.p, 10.0 / 4060, 1e-14)); // C(5,3) / C(30,3)
        QVERIFY(near(all.exact.p, all.exact.pSmallest, 1e-15));
    }

    void stratifiedFisherAgreesWithEnumeration()
    {
        std::mt19937 random(11);
        const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
        for (int round = 0; round < 200; ++round) {
            std::vector<TwoByTwo> strata;
            int observed = 0;
            for (int i = 1 + below(3); i > 0; --i) {
                TwoByTwo t;
                t.cases = 1 + below(4);
                t.controls = 1 + below(7);
                t.casesExposed = below(t.cases + 1);
                t.controlsExposed = below(t.controls + 1);
                observed += t.casesExposed;
                strata.push_back(t);
            }
            QVERIFY(near(fisherTest(strata).exact.p, enumeratedFisher(strata, observed), 1e-12));
        }
    }

    void crudeAddsTheStrataUp()
    {
        // The first stratum holds most failures and most exposure: the crude table shows what the strata explain.
        const std::vector<TwoByTwo> strata{{8, 10, 4, 5}, {0, 1, 4, 40}};
        const FisherResult crude = crudeFisherTest(strata);
        QCOMPARE(crude.total.cases, 11);
        QCOMPARE(crude.total.controlsExposed, 8);
        QVERIFY(crude.exact.p < 0.01 && fisherTest(strata).exact.p > 0.5);
        QVERIFY(nearRelative(smallestReachableByBatch(strata), 1.0 / 3003 / 41, 1e-12));
    }

    void rateRatioIsTheConditionalBinomial()
    {
        // 3 of 4 failures within 72 h of a work order, 10 % of the operating time.
        const RiskTime one{3, 4, 100, 900};
        const ExactResult r = rateRatioTest(std::span(&one, 1));
        QVERIFY(near(r.p, 4 * 0.001 * 0.9 + 0.0001, 1e-14));
        QVERIFY(near(*r.conditionalMl, 27.0, 1e-9)); // (3/100) / (1/900)
        // Clopper-Pearson 3 of 4: 0.19412 to 0.99369.
        QVERIFY(near(r.ciLow / (r.ciLow + 9), 0.19412, 1e-5));
        QVERIFY(near(*r.ciHigh / (*r.ciHigh + 9), 0.99369, 1e-5));
        const std::vector<RiskTime> two{{3, 4, 100, 900}, {0, 0, 50, 50}, {1, 2, 0, 10}};
        QVERIFY(near(rateRatioTest(two).p, r.p, 1e-15)); // the others say nothing
    }

    void noneInRiskTimeFollowsTheRuleOfThree()
    {
        QVERIFY(near(upperShareOfNone(3), 0.63, 0.005));
        QVERIFY(near(upperShareOfNone(5), 0.45, 0.005));
        QVERIFY(near(upperShareOfNone(10), 0.26, 0.005));
        QCOMPARE(upperShareOfNone(0), 1.0);
    }

    void powerMatchesTheSimulatedTable_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<double>("power");
        QTest::newRow("3") << 3 << 0.15;
        QTest::newRow("5") << 5 << 0.29;
        QTest::newRow("8") << 8 << 0.49;
        QTest::newRow("12") << 12 << 0.68;
        QTest::newRow("20") << 20 << 0.89;
    }
    void powerMatchesTheSimulatedTable()
    {
        QFETCH(int, failures);
        QFETCH(double, power);
        const std::vector<int> windows(static_cast<std::size_t>(failures), 6);
        QVERIFY(near(matchedPower(windows, 5), power, 0.04));
        QCOMPARE(matchedPower(windows, 5), matchedPower(windows, 5));
    }

    void batchPowerGrowsWithTheDesign()
    {
        QCOMPARE(batchPower(0, 10, 5), 0.0);
        QCOMPARE(batchPower(1, 10, 5), 0.0); // 1/11 is above 0.05
        const double small = batchPower(3, 27, 5);
        QVERIFY(small > 0.05 && small < batchPower(10, 90, 5));
    }
};

QTEST_GUILESS_MAIN(TestExactTests)
#include "tst_exact_tests.moc"
