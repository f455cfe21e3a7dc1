// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every verdict on a case where it is right, first match wins, the words, and the ranking.

#include "model/evidence/verdict.h"

#include <QtTest/QTest>

using namespace antecedent;

namespace {

// A candidate that fulfils everything.
Candidate strong()
{
    Candidate c;
    c.eventClass = "alarm:TI_HIGH";
    c.assetId = "R-101";
    c.name = "alarm:TI_HIGH @ R-101";
    c.design = "time";
    c.caseExposed = 5;
    c.caseWindows = 5;
    c.controlExposed = 2;
    c.controlWindows = 50;
    c.pExact = 0.0001;
    c.pAdjusted = 0.004;
    c.pSmallest = 6e-6;
    c.ciLow = 4.5;
    c.pAfter = 0.6;
    return c;
}

VerdictContext context()
{
    VerdictContext words;
    words.failures = 5;
    words.controlsPerFailure = 10;
    words.testable = 40;
    words.factor = 3;
    return words;
}

QString statement(const Candidate& c)
{
    return QString::fromStdString(c.statement);
}

} // namespace

class TestVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingFulfilledIsAssociated()
    {
        Candidate c = strong();
        decide(c, context(), {});
        QCOMPARE(c.verdict, Verdict::Associated);
        QVERIFY(c.isStable);
        QVERIFY(statement(c).contains("5 of 5 failures"));
        QVERIFY(statement(c).contains("at least 4.5"));
        QVERIFY(!statement(c).contains("caused"));
    }

    void unreachableSignificanceIsNotTestable()
    {
        Candidate c = strong();
        c.pSmallest = 0.02; // times 3 exceeds 0.05, whatever p is
        decide(c, context(), {});
        QCOMPARE(c.verdict, Verdict::NotTestable);
        QVERIFY(statement(c).contains("Nothing can be concluded for or against"));
        QVERIFY(statement(c).contains("0.02"));
    }

    void onePointMissingIsALead_data()
    {
        QTest::addColumn<int>("point");
        QTest::addColumn<QString>("word");
        QTest::newRow("adjusted") << 0 << "adjusted for 40 candidates";
        QTest::newRow("also after") << 1 << "frequent after the failures";
        QTest::newRow("window") << 2 << "50 % shorter";
        QTest::newRow("clock") << 3 << "clocks";
        QTest::newRow("co-failures") << 4 << "without the windows shared";
        QTest::newRow("exploratory") << 5 << "found after looking";
    }
    void onePointMissingIsALead()
    {
        QFETCH(int, point);
        QFETCH(QString, word);
        Candidate c = strong();
        VerdictContext words = context();
        Doubts doubts;
        if (point == 0)
            c.pAdjusted = 0.2;
        if (point == 1)
            c.pAfter = 0.01;
        if (point == 2)
            doubts.window = phrase("it does not hold with a window 50 % shorter");
        if (point == 3)
            doubts.clock = phrase("it does not hold if clocks are off by their uncertainty");
        if (point == 4) {
            c.coFailures = {std::string("DEV-1 with DEV-9 (leak)")};
            c.pWithoutCoFailures = 0.3;
        }
        words.isExploratory = point == 5;
        decide(c, words, doubts);
        QCOMPARE(c.verdict, Verdict::Lead);
        QVERIFY2(statement(c).contains(word), c.statement.english().c_str());
        QVERIFY(statement(c).contains("worth checking"));
        QCOMPARE(c.isStable, point != 2 && point != 3);
        if (point == 4)
            QVERIFY(statement(c).contains("DEV-1 with DEV-9 (leak); without them p = 0.3"));
    }

    void coFailuresThatDoNotCarryItLeaveItAssociated()
    {
        Candidate c = strong();
        c.coFailures = {std::string("DEV-1 with DEV-9 (leak)")};
        c.pWithoutCoFailures = 0.0004;
        decide(c, context(), {});
        QCOMPARE(c.verdict, Verdict::Associated);
        QVERIFY(statement(c).contains("Shared windows"));
    }

    void boundedEffectIsNoAssociation()
    {
        Candidate c = strong();
        c.pExact = 0.7;
        c.pAdjusted = 1;
        c.ciLow = 0.4;
        c.ciHigh = 1.8;
        decide(c, context(), {});
        QCOMPARE(c.verdict, Verdict::NoAssociation);
        QVERIFY(statement(c).startsWith("No association seen"));
        c.ciHigh = 0.8;
        decide(c, context(), {});
        QVERIFY(statement(c).startsWith("Less often than expected"));
        c.coverage = 0.8;
        decide(c, context(), {});
        QCOMPARE(c.verdict, Verdict::Insufficient);
    }

    void wideIntervalIsInsufficient()
    {
        Candidate c = strong();
        c.pExact = 0.2;
        c.pAdjusted = 1;
        c.ciLow = 0.7;
        c.ciHigh = 41;
        decide(c, context(), {});
        QCOMPARE(c.verdict, Verdict::Insufficient);
        QVERIFY(statement(c).contains("compatible with no association and with a strong one"));
    }

    void rankingIsVerdictThenPThenLimitThenNarrower()
    {
        std::vector<Candidate> list(5, strong());
        list[0].verdict = Verdict::Lead;
        list[0].pExact = 1e-9;
        list[1].verdict = Verdict::Associated;
        list[1].assetId.clear();
        list[1].assetClass = "reactor";
        list[2].verdict = Verdict::Associated;
        list[3].verdict = Verdict::Associated;
        list[3].pExact = 1e-6;
        list[4].verdict = Verdict::Associated;
        list[4].ciLow = 9;
        list[4].eventClass = "alarm:Z";
        rankCandidates(list);
        QCOMPARE(list[0].pExact.value(), 1e-6);
        QCOMPARE(list[1].eventClass, std::string("alarm:Z")); // higher limit
        QCOMPARE(list[2].assetId, std::string("R-101")); // narrower
        QCOMPARE(list[3].assetClass, std::string("reactor"));
        QCOMPARE(list[4].verdict, Verdict::Lead);
        QCOMPARE(list[4].rank, 5);
    }

    void numbersPrintShort()
    {
        QCOMPARE(printNumber(0.0146604938), std::string("0.0147"));
        QCOMPARE(printNumber(41), std::string("41"));
        QCOMPARE(printNumber(708.74), std::string("709"));
        QCOMPARE(printNumber(0), std::string("0"));
        QCOMPARE(printP(0.00001), std::string("p < 0.0001"));
    }
};

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
