// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks by anchors: made-up plants whose clocks are known.
#include "model/alignment/clock_estimate.h"

#include "model/alignment/clock_match.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace antecedent;

namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kHour = 3'600 * kSecond;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::int64_t kStart = 1'740'960'000 * kSecond; // 3 March 2025, 00:00 UTC

// Batches on two units over some months: the states of the units in source 1, the steps in source 0 on a clock of
// their own.
struct Plant
{
    int batches = 60;
    double offsetS = 0;
    double driftSPerDay = 0;
    std::int64_t roundUs = kSecond;
    double falseShare = 0; // of the steps that no state belongs to
    int spanDays = 180;
    bool isHourOffInSummer = false;
};

TimeValue timeOf(std::int64_t us)
{
    TimeValue time;
    time.utcUs = us;
    return time;
}

std::int64_t readBy(const Plant& plant, std::int64_t us)
{
    const double days = static_cast<double>(us - kStart) / static_cast<double>(kDay);
    std::int64_t read = us + std::llround((plant.offsetS + plant.driftSPerDay * days) * 1e6);
    constexpr std::int64_t kSummer = 1'743'296'400 * kSecond; // 30 March 2025, 01:00 UTC
    if (plant.isHourOffInSummer && us >= kSummer)
        read += kHour;
    return (read + plant.roundUs / 2) / plant.roundUs * plant.roundUs;
}

Dataset make(const Plant& plant)
{
    std::mt19937_64 random(7);
    const auto upTo = [&](std::int64_t most) {
        return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most));
    };
    Dataset d;
    d.siteZone = "Europe/Vienna";
    d.assets.resize(2);
    d.assets[0].id = "U-1";
    d.assets[1].id = "U-2";
    d.sources.resize(2);
    d.sources[0].name = "mes.csv";
    d.sources[1].name = "dcs.csv";
    d.batches.resize(static_cast<std::size_t>(plant.batches));
    const std::uint32_t state = d.strings.intern("state");
    const std::uint32_t running = d.strings.intern("RUNNING");
    EventColumns& e = d.events;
    for (int i = 0; i < plant.batches; ++i) {
        const std::int64_t start =
            kStart + i * plant.spanDays * kDay / plant.batches + upTo(20 * kHour) / kSecond * kSecond;
        const std::int64_t end = start + 2 * kHour + upTo(3 * kHour) / kSecond * kSecond;
        const AssetIndex unit{static_cast<std::uint32_t>(i % 2)};
        const bool isFalse = i < plant.falseShare * plant.batches;
        e.timeUs.push_back(isFalse ? start + 7 * kHour + upTo(5 * kHour) : start);
        e.endUs.push_back(isFalse ? start + 13 * kHour : end);
        e.precision.push_back(0);
        e.asset.push_back(unit);
        e.batch.push_back({});
        e.category.push_back(state);
        e.code.push_back(running);
        e.severity.push_back(0);
        e.text.push_back(0);
        e.actor.push_back(0);
        e.source.push_back(SourceIndex{1});
        e.row.push_back(static_cast<std::uint64_t>(i) + 1);
        e.recordedUs.push_back(TimeValue::kUnknown);
        d.batches[static_cast<std::size_t>(i)].id = "B-" + std::to_string(100 + i);
        BatchStep step;
        step.head.source = SourceIndex{0};
        step.batch = BatchIndex{static_cast<std::uint32_t>(i)};
        step.asset = unit;
        step.level = "unit_procedure";
        step.start = timeOf(readBy(plant, start));
        step.end = timeOf(readBy(plant, end));
        d.steps.push_back(step);
    }
    return d;
}

ClockEstimate estimate(const Plant& plant)
{
    const std::vector<ClockEstimate> all = estimateClocks(make(plant));
    if (all.size() != 1)
        qFatal("%zu estimates", all.size());
    return all.front();
}

double expectedAt(const Plant& plant, Timestamp since)
{
    const double days = static_cast<double>(since.time_since_epoch().count() - kStart) / static_cast<double>(kDay);
    return plant.offsetS + plant.driftSPerDay * days;
}

} // namespace

class TestClockEstimate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRightClockAgrees()
    {
        const ClockEstimate e = estimate({});
        QCOMPARE(e.finding, ClockFinding::Agrees);
        QCOMPARE(e.anchors, std::size_t{60});
        QCOMPARE(e.offsetS, 0.0);
        QCOMPARE(e.driftSPerDay, 0.0);
        QVERIFY(QString::fromStdString(e.words).contains(QStringLiteral("agrees with dcs.csv")));
    }

    void anOffsetIsFoundWhateverItsSize_data()
    {
        QTest::addColumn<double>("offset");
        for (const double offset : {-490.0, 7.0, 3700.0, -40'000.0, 268.0 * 86'400 + 17})
            QTest::addRow("%g s", offset) << offset;
    }
    void anOffsetIsFoundWhateverItsSize()
    {
        QFETCH(double, offset);
        Plant plant;
        plant.offsetS = offset;
        const ClockEstimate e = estimate(plant);
        QCOMPARE(e.finding, ClockFinding::Differs);
        QVERIFY2(std::abs(e.offsetS - offset) <= 1, qPrintable(QString::number(e.offsetS)));
        QCOMPARE(e.driftSPerDay, 0.0);
        QVERIFY(e.anchors >= 50);
        QVERIFY(!e.residuals.empty() && e.residuals.size() <= kShownResiduals);
    }

    void offsetAndDriftAreFoundThroughFalsePairs()
    {
        Plant plant;
        plant.batches = 30;
        plant.offsetS = 268.0 * 86'400;
        plant.driftSPerDay = 12;
        plant.falseShare = 0.2;
        const ClockEstimate e = estimate(plant);
        QCOMPARE(e.finding, ClockFinding::Differs);
        QVERIFY2(std::abs(e.driftSPerDay - 12) < 0.05, qPrintable(QString::number(e.driftSPerDay)));
        QVERIFY2(std::abs(e.offsetS - expectedAt(plant, e.since)) <= 2, qPrintable(QString::number(e.offsetS)));
        QVERIFY(e.anchors >= 20 && e.anchors <= 24);
    }

    void timesRoundedToFiveMinutesAreToldWithTheirWidth()
    {
        Plant plant;
        plant.offsetS = 281;
        plant.roundUs = 300 * kSecond;
        const ClockEstimate e = estimate(plant);
        QCOMPARE(e.finding, ClockFinding::Differs);
        QVERIFY(std::abs(e.offsetS - 281) <= e.halfWidthS + 1);
        QVERIFY2(e.halfWidthS > 10 && e.halfWidthS < 80, qPrintable(QString::number(e.halfWidthS)));
    }

    void anHourInSummerIsAZoneNotAClock()
    {
        Plant plant;
        plant.spanDays = 60; // both halves of the year
        plant.isHourOffInSummer = true;
        const ClockEstimate e = estimate(plant);
        QCOMPARE(e.finding, ClockFinding::Daylight);
        QVERIFY(QString::fromStdString(e.words).contains(QStringLiteral("daylight saving")));
    }

    void wholeQuartersOfAnHourAreAZoneOrAProcedureAndNoClock()
    {
        Plant plant;
        plant.offsetS = -1'800;
        const ClockEstimate e = estimate(plant);
        QCOMPARE(e.finding, ClockFinding::Regular);
        QCOMPARE(e.offsetS, -1'800.0);
        QVERIFY2(e.words.starts_with("exactly 30 min behind"), e.words.english().c_str());
        plant.offsetS = -1'830;
        QCOMPARE(estimate(plant).finding, ClockFinding::Differs);
    }

    // Fortnightly work at the same hour meets daily production at the same hour, whatever the day.
    void workByTheCalendarTellsNoClock()
    {
        constexpr std::int64_t kHour = 3'600'000'000;
        ClockStream work{{}, "", "work_orders:PM:started", kHour, 0, {{}}};
        ClockStream running{{}, "state", "state:RUNNING:start", 1'000'000, 0, {{}}};
        for (std::int64_t day = 0; day < 280; ++day) {
            running.times[0].push_back(day * 24 * kHour + 6 * kHour + day * 977 % 2'400 * 1'000'000);
            if (day % 14 == 0)
                work.times[0].push_back(day * 24 * kHour - 5 * kHour);
        }
        work.size = work.times[0].size();
        running.size = running.times[0].size();
        QVERIFY(!matchClocks(work, running, {}));
    }

    // More pairs than are compared: every so many moments are.
    void aFarOffsetIsFoundAmongThousandsOfBatches()
    {
        Plant plant;
        plant.batches = 6'000;
        plant.spanDays = 700;
        plant.offsetS = 268.0 * 86'400;
        const ClockEstimate e = estimate(plant);
        QCOMPARE(e.finding, ClockFinding::Differs);
        QVERIFY2(std::abs(e.offsetS - plant.offsetS) <= 1, qPrintable(QString::number(e.offsetS)));
    }

    void unrelatedTimesGiveNoClock()
    {
        Plant plant;
        plant.falseShare = 1;
        const ClockEstimate e = estimate(plant);
        QCOMPARE(e.finding, ClockFinding::TooFew);
        QCOMPARE(e.anchors, std::size_t{0});
        QVERIFY(e.pairs.empty());
    }

    void fewAnchorsSayNothing()
    {
        Plant plant;
        plant.batches = 6;
        QVERIFY(estimateClocks(make(plant)).empty());
    }

    void withoutStatesThereIsNoReference()
    {
        Dataset d = make({});
        d.events = {};
        QVERIFY(estimateClocks(d).empty());
    }

    void aStopEndsIt()
    {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(estimateClocks(make({}), stop.get_token()).empty());
    }
};

QTEST_GUILESS_MAIN(TestClockEstimate)
#include "tst_clock_estimate.moc"
