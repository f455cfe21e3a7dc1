// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What would be needed to decide: checked against the exact test of the design that it asks for.

#include "model/evidence/needed.h"

#include <QtTest/QTest>

#include <cmath>

using namespace antecedent;

namespace {

// Failures with as many controls each; the first ones are exposed.
Candidate matched(int failures, int exposed, int controlsEach, int controlsExposed)
{
    Candidate c;
    c.design = "time";
    c.verdict = Verdict::Insufficient;
    for (int f = 0; f < failures; ++f) {
        const std::string id = "DEV-" + std::to_string(f);
        c.windows.push_back({id, true, id, id, {}, {}, f < exposed, {}, {}, {}});
        for (int k = 0; k < controlsEach; ++k)
            c.windows.push_back({id + "#" + std::to_string(k), false, id, id, {}, {},
                f * controlsEach + k < controlsExposed, {}, {}, {}});
    }
    c.caseWindows = failures;
    c.caseExposed = exposed;
    c.controlWindows = failures * controlsEach;
    c.controlExposed = controlsExposed;
    return c;
}

} // namespace

class TestNeeded : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failuresThatAllShowItNeedFewMore()
    {
        // Each set of one exposed failure among five windows has p = 1/5: 5^-n * 10 < 0.05 from n = 4 on.
        const auto need = neededFor(matched(2, 2, 4, 0), 10);
        QVERIFY(need && need->failures);
        QCOMPARE(*need->failures, 2);
        QVERIFY(!need->isNotMore);
    }

    void moreControlsMakeEachFailureTellMore()
    {
        // Two sets: 1 / ((1 + a) (1 + b)) < 0.005 with a + b as small as possible, begun at 4 and 4.
        const auto need = neededFor(matched(2, 2, 4, 0), 10);
        int least = 0;
        for (int more = 1; least == 0; ++more)
            if (1.0 / ((5 + (more + 1) / 2) * (5 + more / 2)) * 10 < 0.05)
                least = more;
        QVERIFY(need && need->controls);
        QCOMPARE(*need->controls, least);
    }

    void whatControlsShowAsOftenIsNotMadeAnAssociationByMore()
    {
        const auto need = neededFor(matched(4, 1, 4, 4), 10);
        QVERIFY(need && need->isNotMore);
        QVERIFY(!need->failures && !need->controls);
    }

    void nothingIsNeededWhereItIsDecidedOrNotCounted()
    {
        Candidate c = matched(2, 2, 4, 0);
        c.verdict = Verdict::Associated;
        QVERIFY(!neededFor(c, 10));
        c = matched(2, 2, 4, 0);
        c.design = "rank";
        QVERIFY(!neededFor(c, 10));
        QVERIFY(!neededFor(Candidate{}, 10));
    }

    void aWideFamilyNeedsMore()
    {
        const auto narrow = neededFor(matched(2, 2, 4, 0), 2);
        const auto wide = neededFor(matched(2, 2, 4, 0), 300);
        QVERIFY(narrow && wide && narrow->failures && wide->failures);
        QVERIFY(*wide->failures > *narrow->failures);
    }

    void aSmallDifferenceNeedsMoreThanAnybodyHas()
    {
        const auto need = neededFor(matched(10, 3, 10, 29), 300);
        QVERIFY(need && !need->isNotMore);
        QVERIFY(!need->failures && !need->controls);
    }

    void batchesAreCountedInTheirStratum()
    {
        Candidate c = matched(3, 2, 5, 1);
        c.design = "batch";
        for (WindowUse& use : c.windows)
            use.stratum = "P/R";
        const auto need = neededFor(c, 1);
        QVERIFY(need && need->failures && *need->failures > 0);
    }
};

QTEST_GUILESS_MAIN(TestNeeded)
#include "tst_needed.moc"
