// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/time_axis.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::widgets;

namespace {
constexpr std::int64_t kHour = 3'600'000'000;
}

class TestTimeAxis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pixelsAndTimesAreInverse()
    {
        const TimeAxis axis{1'700'000'000'000'000, 1'700'000'000'000'000 + 80 * kHour, 1000};
        for (const double x : {0.0, 1.0, 333.0, 999.0})
            QVERIFY(qAbs(axis.xOf(axis.usAt(x)) - x) < 1e-6);
        QCOMPARE(axis.usAt(1000), axis.toUs);
    }

    void zoomKeepsTheTimeUnderTheCursor()
    {
        const TimeAxis axis{0, 80 * kHour, 800};
        const TimeAxis in = axis.zoomed(200, 0.5);
        QCOMPARE(in.usAt(200), axis.usAt(200));
        QCOMPARE(in.toUs - in.fromUs, 40 * kHour);
        TimeAxis deep = axis;
        for (int i = 0; i < 200; ++i)
            deep = deep.zoomed(400, 0.5);
        QVERIFY(deep.toUs - deep.fromUs >= 1'000);
    }

    void panMovesByPixels()
    {
        const TimeAxis axis{0, 80 * kHour, 800};
        QCOMPARE(axis.panned(100).fromUs, 10 * kHour);
        QCOMPARE(axis.panned(-100).toUs, 70 * kHour);
    }

    void ticksStandAtWholeLocalHoursAcrossDaylightSaving()
    {
        // Europe/Vienna, 29 March 2026: 02:00 local does not exist.
        const Zone vienna = findZone("Europe/Vienna").value();
        const std::int64_t from = parseIso("2026-03-28T22:30:00Z")->us;
        const TimeAxis axis{from, from + 12 * kHour, 1200};
        for (const std::int64_t tick : localTicks(axis, 3 * kHour, vienna)) {
            const std::int64_t local =
                tick + std::int64_t{vienna.offsetAt(Timestamp(Duration(tick))).seconds} * 1'000'000;
            QCOMPARE(local % (3 * kHour), std::int64_t{0});
        }
        QVERIFY(localTicks(axis, 3 * kHour, vienna).size() >= 3);
    }

    void ticksAreFarEnoughApart()
    {
        for (std::int64_t width = 1'000; width < 300LL * 365 * 24 * kHour; width *= 7) {
            const TimeAxis axis{0, width, 1000};
            const double px = static_cast<double>(tickStepUs(axis, 70)) * 1000.0 / static_cast<double>(width);
            QVERIFY(px >= 70);
            QVERIFY(relativeTicks(axis, tickStepUs(axis, 70), width / 2).size() <= 16);
        }
    }

    void relativeTicksHoldTheAnchor()
    {
        const TimeAxis axis{0, 10 * kHour, 1000};
        const auto ticks = relativeTicks(axis, 2 * kHour, 5 * kHour);
        QCOMPARE(ticks, (std::vector<std::int64_t>{1 * kHour, 3 * kHour, 5 * kHour, 7 * kHour, 9 * kHour}));
    }
};

QTEST_GUILESS_MAIN(TestTimeAxis)
#include "tst_time_axis.moc"
