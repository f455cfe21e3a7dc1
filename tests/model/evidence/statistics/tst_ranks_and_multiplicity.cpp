// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Golden values of method.md C6 and E-values; stratified rank-sum against enumeration.

#include "model/evidence/statistics/multiplicity.h"
#include "model/evidence/statistics/permutation_max.h"
#include "model/evidence/statistics/rank_test.h"

#include <QtTest/QTest>

#include <array>
#include <bit>
#include <cmath>
#include <random>

using namespace antecedent::statistics;

namespace {

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

void verifyAll(const std::vector<double>& got, const std::vector<double>& expected, double tolerance)
{
    QCOMPARE(got.size(), expected.size());
    for (std::size_t i = 0; i < got.size(); ++i)
        QVERIFY2(near(got[i], expected[i], tolerance), qPrintable(QStringLiteral("%1: %2").arg(i).arg(got[i])));
}

// Matched sets (case exposed, exposed windows, windows) as the permutation takes them; the case is the first window.
PermutationCandidate matched(const std::vector<std::array<int, 3>>& sets)
{
    PermutationCandidate candidate;
    for (std::uint32_t s = 0; s < sets.size(); ++s) {
        const auto [isCase, exposed, windows] = sets[s];
        PermutationSet set{s, std::vector<bool>(static_cast<std::size_t>(windows), true), {}};
        set.isExposed.assign(static_cast<std::size_t>(windows), false);
        for (int i = 0; i < exposed; ++i)
            set.isExposed[static_cast<std::size_t>(i + 1 - isCase)] = true;
        candidate.sets.push_back(std::move(set));
    }
    return candidate;
}

// Doubled mid-rank of a value among all of its stratum.
int doubledRank(double value, const std::vector<double>& all)
{
    int less = 0;
    int equal = 0;
    for (const double other : all) {
        less += other < value ? 1 : 0;
        equal += other == value ? 1 : 0;
    }
    return 2 * less + equal + 1;
}

struct Enumerated
{
    double twoSided = 0;
    double high = 0;
    double low = 0;
};

Enumerated enumerated(const std::vector<RankStratum>& strata)
{
    std::vector<std::pair<int, double>> sums{{0, 1.0}}; // every outcome on its own
    int observed = 0;
    int mean = 0;
    for (const RankStratum& s : strata) {
        std::vector<double> all = s.cases;
        all.insert(all.end(), s.controls.begin(), s.controls.end());
        for (const double v : s.cases)
            observed += doubledRank(v, all);
        mean += static_cast<int>(s.cases.size() * (all.size() + 1));
        std::vector<int> parts;
        for (unsigned mask = 0; mask < (1U << all.size()); ++mask) {
            if (static_cast<std::size_t>(std::popcount(mask)) != s.cases.size())
                continue;
            int part = 0;
            for (std::size_t i = 0; i < all.size(); ++i)
                part += (mask >> i & 1U) != 0 ? doubledRank(all[i], all) : 0;
            parts.push_back(part);
        }
        std::vector<std::pair<int, double>> next;
        for (const auto& [sum, p] : sums)
            for (const int part : parts)
                next.emplace_back(sum + part, p / static_cast<double>(parts.size()));
        sums = next;
    }
    Enumerated result;
    for (const auto& [sum, p] : sums) {
        result.twoSided += std::abs(sum - mean) >= std::abs(observed - mean) ? p : 0;
        result.high += sum >= observed ? p : 0;
        result.low += sum <= observed ? p : 0;
    }
    return result;
}

} // namespace

class TestRanksAndMultiplicity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void adjustedGoldenValues()
    {
        const std::vector<double> p{.001, .008, .039, .041, .042, .06, .074, .205, .212, .216};
        verifyAll(adjustBenjaminiHochberg(p), {.01, .04, .084, .084, .084, .1, .74 / 7, .216, .216, .216}, 1e-9);
        verifyAll(
            adjustBenjaminiYekutieli(p), {.0293, .1172, .246, .246, .246, .2929, .3096, .6327, .6327, .6327}, 5e-5);
        verifyAll(adjustHolm(p), {.01, .072, .312, .312, .312, .312, .312, .615, .615, .615}, 1e-9);
    }

    void adjustmentKeepsTheOrderOfTheInput()
    {
        verifyAll(adjustHolm(std::vector<double>{.5, .01, .02}), {.5, .03, .04}, 1e-15);
        verifyAll(adjustBenjaminiHochberg(std::vector<double>{.5, .01, .02}), {.5, .03, .03}, 1e-15);
        QVERIFY(adjustHolm({}).empty());
    }

    void untestableCandidatesLeaveTheFamily()
    {
        const Testability t = testability(std::vector<double>{1e-6, 0.012, 0.02, 0.04, 0.2, 0.2});
        // k = 1: four reach 0.05; 2: three reach 0.025; 3: two reach 0.0167
        QCOMPARE(t.factor, 3);
        QCOMPARE(t.testable, 2);
        QCOMPARE(t.isTestable, (std::vector<bool>{true, true, false, false, false, false}));
        QCOMPARE(testability({}).factor, 1);
    }

    void eValueGoldenValues()
    {
        QVERIFY(near(eValue(2), 3.41, 0.005));
        QVERIFY(near(eValue(3), 5.45, 0.005));
        QVERIFY(near(eValue(5), 9.47, 0.005));
        QVERIFY(near(eValue(0.5), eValue(2), 1e-12));
        QCOMPARE(eValue(1), 1.0);
    }

    void highestOfEachSetIsTheSmallestP()
    {
        const std::vector<RankStratum> strata(3, RankStratum{{9}, {1, 2, 3, 4}});
        const RankResult r = rankTest(strata);
        QVERIFY(near(r.pHigh, 1.0 / 125, 1e-15));
        QVERIFY(near(r.pTwoSided, 2.0 / 125, 1e-15));
        QVERIFY(near(r.pSmallest, 2.0 / 125, 1e-15));
        QCOMPARE(*r.concordance, 1.0);
        QVERIFY(r.isExact);
    }

    void rankSumAgreesWithEnumerationWithTies()
    {
        std::mt19937 random(3);
        const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
        for (int round = 0; round < 200; ++round) {
            std::vector<RankStratum> strata;
            for (int i = 1 + below(3); i > 0; --i) {
                RankStratum s;
                for (int k = 1 + below(2); k > 0; --k)
                    s.cases.push_back(below(5));
                for (int k = 1 + below(5); k > 0; --k)
                    s.controls.push_back(below(5));
                strata.push_back(s);
            }
            const RankResult r = rankTest(strata);
            const Enumerated e = enumerated(strata);
            QVERIFY(near(r.pTwoSided, e.twoSided, 1e-12));
            QVERIFY(near(r.pHigh, e.high, 1e-12));
            QVERIFY(near(r.pLow, e.low, 1e-12));
        }
    }

    void allTiedSaysNothing()
    {
        const std::vector<RankStratum> strata(4, RankStratum{{5}, {5, 5, 5}});
        const RankResult r = rankTest(strata);
        QCOMPARE(r.pTwoSided, 1.0);
        QCOMPARE(r.pSmallest, 1.0);
        QCOMPARE(*r.concordance, 0.5);
        QVERIFY(!rankTest({}).concordance);
        const RankStratum alone{{1}, {}};
        QCOMPARE(rankTest(std::span(&alone, 1)).strata, 0);
    }

    void largeDesignsAreApproximatedAndSaySo()
    {
        std::vector<RankStratum> strata;
        for (int i = 0; i < 10000; ++i)
            strata.push_back({{static_cast<double>(i % 7)}, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}});
        const RankResult large = rankTest(strata);
        QVERIFY(!large.isExact);
        QVERIFY(large.pLow < 1e-12 && large.pHigh > 0.999);
        strata.resize(300);
        const RankResult exact = rankTest(strata);
        QVERIFY(exact.isExact);
        QVERIFY(exact.pLow < 1e-6);
    }

    void permutationOfOneCandidateIsTheExactTest()
    {
        // Sets (c, m, n) of method.md C1: (1,2,6) (1,1,6) (0,1,6) (1,3,6) (1,1,6), p = 0.0146604938.
        const PermutationCandidate golden = matched({{1, 2, 6}, {1, 1, 6}, {0, 1, 6}, {1, 3, 6}, {1, 1, 6}});
        const std::vector<int> windows(5, 6);
        const std::vector<double> one = adjustByPermutation(windows, std::span(&golden, 1));
        QVERIFY(near(one.at(0), 0.0146604938, 1e-9));
        // A candidate that is always seen together with it costs nothing; Holm would double p.
        const std::vector<PermutationCandidate> twins{golden, golden};
        verifyAll(adjustByPermutation(windows, twins), {one[0], one[0]}, 1e-12);
        // An independent one does.
        const std::vector<PermutationCandidate> two{
            golden, matched({{0, 2, 6}, {1, 2, 6}, {1, 1, 6}, {0, 2, 6}, {0, 1, 6}})};
        const std::vector<double> both = adjustByPermutation(windows, two);
        QVERIFY(both[0] >= one[0] && both[0] <= 2 * one[0]);
        QVERIFY(both[1] >= both[0]);
    }

    void drawnPermutationsAreTheSameEachTime()
    {
        std::vector<std::array<int, 3>> sets;
        for (int i = 0; i < 12; ++i)
            sets.push_back({i % 3 == 0 ? 0 : 1, 2, 6});
        const PermutationCandidate c = matched(sets);
        const std::vector<int> windows(12, 6); // more than can be enumerated
        const std::vector<double> first = adjustByPermutation(windows, std::span(&c, 1));
        QCOMPARE(adjustByPermutation(windows, std::span(&c, 1)), first);
        // Eight of twelve exposed where each has chance 1/3: binomial tail 0.0188.
        QVERIFY2(near(first.at(0), 0.0188, 0.005), qPrintable(QString::number(first.at(0))));
        const PermutationCandidate silent = matched(std::vector<std::array<int, 3>>(12, {1, 6, 6}));
        QCOMPARE(adjustByPermutation(windows, std::span(&silent, 1)).at(0), 1.0);
        QVERIFY(adjustByPermutation(windows, {}).empty());
    }

    void manyCasesInOneStratumDoNotOverflow()
    {
        RankStratum s;
        for (int i = 0; i < 400; ++i)
            (i % 8 == 0 ? s.cases : s.controls).push_back(i);
        const RankResult r = rankTest(std::span(&s, 1));
        QVERIFY(r.pTwoSided > 0.5 && r.pTwoSided <= 1);
    }
};

QTEST_GUILESS_MAIN(TestRanksAndMultiplicity)
#include "tst_ranks_and_multiplicity.moc"
