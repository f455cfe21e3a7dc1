// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/ticks.h"

#include <QTest>

#include <cmath>

using namespace antecedent;

class TestTicks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void axesHaveRoundSteps()
    {
        QCOMPARE(niceTicks(0, 40, 5), (std::vector<double>{0, 10, 20, 30, 40}));
        QCOMPARE(niceTicks(-1, 1, 4), (std::vector<double>{-1, -0.5, 0, 0.5, 1}));
    }

    void anEmptyRangeHasNone()
    {
        QVERIFY(niceTicks(5, 5, 4).empty());
        QVERIFY(niceTicks(NAN, 1, 4).empty());
    }

    void neighboursCanBeToldApart()
    {
        QCOMPARE(tickDecimals({0, 10, 20}), 0);
        QCOMPARE(tickDecimals({0, 0.5, 1}), 1);
        QCOMPARE(tickDecimals({0, 0.02, 0.04}), 2);
    }
};

QTEST_APPLESS_MAIN(TestTicks)
#include "tst_ticks.moc"
