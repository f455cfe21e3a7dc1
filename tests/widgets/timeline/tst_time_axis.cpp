// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/axis_labels.h"
#include "widgets/timeline/time_axis.h"

#include <QTest>

#include <random>

using namespace antecedent;
using namespace antecedent::widgets;

namespace {
constexpr std::int64_t kHour = 3'600'000'000;

// An axis with bands between bursts of an hour, at odd places.
TimeAxis compressed(std::int64_t from, std::int64_t to, double width)
{
    std::vector<std::pair<std::int64_t, std::int64_t>> busy;
    for (int i = 0; i < 12; ++i) {
        const std::int64_t at = i * i * 7 * kHour + i * 12'345'678;
        busy.emplace_back(at, at + kHour);
    }
    return {from, to, width, std::make_shared<const TimeBreaks>(emptyStretches(busy, 6 * kHour, kHour))};
}

} // namespace

class TestTimeAxis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datesOnTheAxisHaveRoomForEachOther()
    {
        constexpr std::int64_t kDayUs = 86'400'000'000;
        const SiteTime times(*findZone("Europe/Vienna"));
        for (const int days : {20, 60, 180, 400, 2000}) {
            const std::int64_t from = parseIso("2026-01-10T00:00:00Z")->us;
            const TimeAxis axis{from, from + days * kDayUs, 900, nullptr};
            std::vector<double> places;
            for (const AxisLabel& label : axisLabels(axis, times, std::nullopt, false).labels)
                if (label.isDate)
                    places.push_back(label.x);
            QVERIFY(places.size() >= 2);
            for (std::size_t i = 1; i < places.size(); ++i)
                QVERIFY2(places[i] - places[i - 1] >= 90, std::to_string(days).c_str()); // a date is 80 px wide
        }
    }

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

    void stepsOfMonthsAndYearsStandAtTheFirst()
    {
        constexpr std::int64_t kDayUs = 24 * kHour;
        const Zone vienna = findZone("Europe/Vienna").value();
        const std::int64_t from = parseIso("2023-11-13T10:00:00Z")->us;
        const TimeAxis axis{from, from + 1500 * kDayUs, 1200};
        const auto datesOf = [&](std::int64_t stepUs) {
            std::vector<std::string> dates;
            for (const std::int64_t tick : localTicks(axis, stepUs, vienna))
                dates.push_back(SiteTime(vienna).date(Timestamp(Duration(tick))).toStdString()
                    + SiteTime(vienna).clock(Timestamp(Duration(tick))).toStdString());
            return dates;
        };
        using Dates = std::vector<std::string>;
        QCOMPARE(datesOf(365 * kDayUs),
            (Dates{"1 Jan 202400:00:00", "1 Jan 202500:00:00", "1 Jan 202600:00:00", "1 Jan 202700:00:00"}));
        QCOMPARE(datesOf(730 * kDayUs), (Dates{"1 Jan 202400:00:00", "1 Jan 202600:00:00"}));
        const Dates months = datesOf(30 * kDayUs);
        QCOMPARE(months.size(), std::size_t{49});
        QCOMPARE(months[4], std::string("1 Apr 202400:00:00")); // summer time
        QCOMPARE(datesOf(90 * kDayUs)[1], std::string("1 Apr 202400:00:00"));
        QCOMPARE(datesOf(180 * kDayUs)[1], std::string("1 Jul 202400:00:00"));
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

    void emptyStretchesLieBetweenRecordsLessAMargin()
    {
        const std::vector<std::pair<std::int64_t, std::int64_t>> busy{{500, 600}, {0, 100}, {90, 300}, {605, 606}};
        QCOMPARE(emptyStretches(busy, 100, 10), (std::vector<TimeBreak>{{310, 490}}));
        QVERIFY(emptyStretches(busy, 201, 10).empty());
        QVERIFY(emptyStretches({}, 1, 0).empty());
        for (const TimeBreak& stretch : emptyStretches(busy, 1, 2)) // too short for its margins: none
            QVERIFY(stretch.endUs > stretch.beginUs);
    }

    void compressedTimeIsMonotoneAndExactAtBothEnds()
    {
        std::mt19937 random(7); // NOLINT(cert-msc32-c,cert-msc51-cpp)
        for (int round = 0; round < 200; ++round) {
            const std::int64_t from = static_cast<std::int64_t>(random() % 700) * kHour - 50 * kHour;
            const std::int64_t to = from + 20 * kHour + static_cast<std::int64_t>(random() % 500) * kHour + round;
            const TimeAxis axis = compressed(from, to, 1'000);
            QCOMPARE(axis.xOf(from), 0.0);
            QCOMPARE(axis.xOf(to), 1'000.0);
            QVERIFY(qAbs(axis.usAt(0) - from) <= 1);
            QVERIFY(qAbs(axis.usAt(1'000) - to) <= 1);
            double last = axis.xOf(from - 40 * kHour);
            for (std::int64_t us = from - 40 * kHour; us < to + 40 * kHour; us += 17 * kHour / 13) {
                const double x = axis.xOf(us);
                QVERIFY2(x >= last, qPrintable(QStringLiteral("%1 after %2").arg(x).arg(last)));
                last = x;
            }
            std::int64_t lastUs = axis.usAt(-50);
            for (double x = -50; x < 1'050; x += 3.7) {
                const std::int64_t us = axis.usAt(x);
                QVERIFY(us >= lastUs);
                QVERIFY(qAbs(axis.xOf(us) - x) < 1e-3);
                lastUs = us;
            }
        }
    }

    void aBandIsAsWideHoweverLongItIs()
    {
        const TimeAxis axis = compressed(-kHour, 300 * kHour, 1'000);
        QVERIFY(axis.isCompressed());
        const auto bands = axis.bands();
        QVERIFY(bands.size() >= 4);
        for (const TimeAxis::Band& band : bands)
            if (band.at.beginUs >= axis.fromUs && band.at.endUs <= axis.toUs)
                QVERIFY(qAbs(band.right - band.left - TimeAxis::kBreakPx) < 1e-6);
        // Outside of bands one hour is as wide everywhere.
        QVERIFY(qAbs(axis.xOf(0) - axis.xOf(-kHour) - static_cast<double>(kHour) / axis.usPerPx()) < 1e-6);
    }

    void zoomAndPanKeepTheirPointWhereTimeIsCompressed()
    {
        const TimeAxis axis = compressed(-kHour, 300 * kHour, 1'000);
        for (const double x : {0.0, 123.0, 500.0, 1'000.0}) {
            for (const double factor : {0.5, 1.25}) {
                const TimeAxis next = axis.zoomed(x, factor);
                QVERIFY(qAbs(next.xOf(axis.usAt(x)) - x) < 0.01);
                QVERIFY(qAbs(next.usPerPx() / axis.usPerPx() - factor) < 0.01);
            }
            const TimeAxis panned = axis.panned(80);
            QVERIFY(qAbs(panned.xOf(axis.usAt(x)) - (x - 80)) < 0.01);
        }
    }

    void noTickStandsInABand()
    {
        const TimeAxis axis = compressed(-kHour, 300 * kHour, 1'000);
        const std::int64_t step = tickStepUs(axis, 70);
        for (const std::int64_t tick : localTicks(axis, step, Zone()))
            for (const TimeAxis::Band& band : axis.bands())
                QVERIFY(tick <= band.at.beginUs || tick >= band.at.endUs);
        QVERIFY(!localTicks(axis, step, Zone()).empty());
    }

    void relativeAndAbsoluteLabelsNameTheSameInstants()
    {
        const Zone vienna = findZone("Europe/Vienna").value();
        const SiteTime times(vienna);
        const std::int64_t anchor = parseIso("2026-03-29T04:30:00Z")->us;
        for (const TimeAxis& axis : {TimeAxis{anchor - 72 * kHour, anchor + 4 * kHour, 900},
                 TimeAxis{anchor - 2 * kHour, anchor + kHour, 900}, compressed(anchor - 500 * kHour, anchor, 900)}) {
            for (const bool isRelative : {false, true}) {
                const AxisLabels all = axisLabels(axis, times, anchor, isRelative);
                QVERIFY(!all.ticks.empty());
                bool hasAnchor = false;
                for (const AxisLabel& label : all.labels) {
                    QCOMPARE(label.x, axis.xOf(label.us));
                    if (label.isRelative) {
                        hasAnchor = hasAnchor || label.text == QStringLiteral("t0");
                        QCOMPARE(label.text,
                            label.us == anchor ? QStringLiteral("t0") : spanText(Duration(label.us - anchor), true));
                    } else if (!label.isDate) {
                        QVERIFY(times.clock(Timestamp(Duration(label.us)), 3).startsWith(label.text));
                    }
                }
                QCOMPARE(hasAnchor, anchor <= axis.toUs);
            }
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
