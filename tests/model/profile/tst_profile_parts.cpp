// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the golden profile: steps and phases of a batch, the choice of batches, bins, envelope.
#include "model/profile/envelope.h"
#include "model/profile/phase_columns.h"
#include "model/profile/quantile.h"

#include "tests/support/dataset_builder.h"

#include <QTest>

#include <cmath>

using namespace antecedent;
using namespace antecedent::test;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

std::string minute(int m)
{
    return formatUtc(at("2026-01-01T00:00:00Z") + std::chrono::minutes(m));
}

std::vector<Sample> everyMinute(const std::vector<double>& values)
{
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < values.size(); ++i)
        samples.push_back({at(minute(static_cast<int>(i))), values[i]});
    return samples;
}

Interval minutes(int from, int to)
{
    return {at(minute(from)), at(minute(to))};
}

BatchBin flat(double value)
{
    return {value, value, value};
}

std::string namesOf(const StepRun& run)
{
    std::string names;
    for (const PhaseRun& phase : run.phases)
        names += phase.name + std::to_string(phase.occurrence) + " ";
    return names;
}

// Product P, recipe R, step Make on U1 for an hour each, one a day.
DatasetBuilder daily(const std::vector<std::string>& batches, const std::string& unit = "U1")
{
    DatasetBuilder b;
    b.asset("U1").asset("U2");
    for (std::size_t i = 0; i < batches.size(); ++i) {
        const std::string day = "2026-01-" + std::string(i < 9 ? "0" : "") + std::to_string(i + 1);
        b.step(batches[i], "Make", unit, day + "T08:00:00Z", day + "T09:00:00Z");
    }
    return b;
}

const ProfileBatch& find(const Dataset& data, const BatchChoice& choice, const std::string& id)
{
    for (const ProfileBatch& batch : choice.batches)
        if (data.batches[batch.batch.value].id == id)
            return batch;
    qFatal("no batch %s", id.c_str());
}

} // namespace

class TestProfileParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Reference: numpy.quantile([1, 2, 3, 4, 10], p).
    void quantilesAreThoseOfType7()
    {
        QCOMPARE(quantile({10, 1, 3, 2, 4}, 0.1), 1.4);
        QCOMPARE(quantile({10, 1, 3, 2, 4}, 0.5), 3.0);
        QCOMPARE(quantile({10, 1, 3, 2, 4}, 0.9), 7.6);
        QCOMPARE(quantile({7}, 0.9), 7.0);
        QVERIFY(std::isnan(quantile({}, 0.5)));
    }

    void phasesBelongToTheProcedureOfTheirUnit()
    {
        DatasetBuilder b;
        b.asset("U1").asset("U2");
        b.step("B", "Make", "U1", minute(0), minute(60));
        b.step("B", "Store", "U2", minute(40), minute(90));
        b.step("B", "Prepare", "U1", minute(0), minute(20), "operation"); // no phases: stands for itself
        b.step("B", "React", "U1", minute(20), minute(60), "operation");
        b.step("B", "Heat", "U1", minute(20), minute(30), "phase");
        b.step("B", "Hold", "U1", minute(30), minute(40), "phase");
        b.step("B", "Hold", "U1", minute(40), minute(60), "phase");
        b.step("B", "Receive", "U2", minute(40), minute(60), "phase");
        const Dataset data = b.take();
        const AlignmentContext context(data);
        const std::vector<StepRun> runs = stepRuns(context, data.findBatch("B"));
        QCOMPARE(runs.size(), std::size_t{2});
        QCOMPARE(namesOf(runs[0]), std::string("Prepare1 Heat1 Hold1 Hold2 "));
        QCOMPARE(namesOf(runs[1]), std::string("Receive1 "));
        QCOMPARE(runAt(context, runs, data.findAsset("U2"), at(minute(50))), std::size_t{1});
        QCOMPARE(runAt(context, runs, data.findAsset("U1"), at(minute(50))), std::size_t{0});
        QCOMPARE(runAt(context, runs, {}, at(minute(200))), std::size_t{1}); // the last one that began
    }

    void aBatchWithoutProceduresRunsByUnitAndWithoutStepsAsAWhole()
    {
        DatasetBuilder b;
        b.asset("U1");
        b.step("B", "Heat", "U1", minute(0), "", "phase");
        b.step("B", "Hold", "U1", minute(10), minute(30), "phase");
        b.batch("W", "P", "R", minute(0), minute(30));
        b.batch("N");
        const Dataset data = b.take();
        const AlignmentContext context(data);
        const std::vector<StepRun> runs = stepRuns(context, data.findBatch("B"));
        QCOMPARE(runs.size(), std::size_t{1});
        QCOMPARE(runs[0].name, std::string("U1"));
        QCOMPARE(runs[0].during, minutes(0, 30));
        QCOMPARE(runs[0].phases[0].during, minutes(0, 10)); // ends where the next one begins
        const std::vector<StepRun> whole = stepRuns(context, data.findBatch("W"));
        QCOMPARE(whole.size(), std::size_t{1});
        QCOMPARE(whole[0].phases[0].during, minutes(0, 30));
        QVERIFY(stepRuns(context, data.findBatch("N")).empty());
        const Result<BatchChoice> none = chooseBatches(context, {data.findBatch("N"), {}, {}, {}}, {});
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::NotAvailable);
    }

    void goodBatchesAreChosenAndTheOthersHaveTheirReason()
    {
        DatasetBuilder b = daily({"B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8"});
        b.step("OTHER", "Make", "U2", "2026-01-20T08:00:00Z", "2026-01-20T09:00:00Z");
        b.step("BARE", "Pack", "U1", "2026-01-21T08:00:00Z", "2026-01-21T09:00:00Z");
        b.step("OPEN", "Make", "U1", "2026-01-22T08:00:00Z", "");
        b.step("OPEN", "Go", "U1", "2026-01-22T08:00:00Z", "2026-01-22T08:30:00Z", "phase");
        b.batch("SOUR", "P", "R", {}, {}, [](Batch& batch) { batch.disposition = "rejected"; });
        b.step("SOUR", "Make", "U1", "2026-01-23T08:00:00Z", "2026-01-23T09:00:00Z");
        b.batch("ELSE", "Q");
        b.deviation("D1", "leak", "2026-01-05T08:30:00Z", "U1", "B5");
        b.deviation("D2", "leak", "2026-01-02T08:30:00Z", "U1", "B2");
        b.deviation("D3", "label", "2026-01-03T08:30:00Z", "U1", "B3");
        const Dataset data = b.take();
        const AlignmentContext context(data);
        ProfileQuestion question{data.findBatch("B5"), "leak", data.findAsset("U1"), at("2026-01-05T08:30:00Z")};
        ProfileOptions options;
        options.against = 4;
        const BatchChoice choice = *chooseBatches(context, question, options);
        QCOMPARE(choice.batches.front().role, BatchRole::Case);
        QCOMPARE(find(data, choice, "B2").role, BatchRole::AlsoFailed);
        QVERIFY(find(data, choice, "B2").isShown);
        // The nearest before, then the first after.
        for (const char* good : {"B4", "B1", "B6", "B7"})
            QCOMPARE(find(data, choice, good).role, BatchRole::Good);
        const auto reason = [&](const char* id) {
            const ProfileBatch& batch = find(data, choice, id);
            return batch.role == BatchRole::LeftOut ? reasonText(batch.reason, batch.detail) : "not left out";
        };
        QCOMPARE(reason("B3"), std::string("deviates: D3"));
        QCOMPARE(reason("B8"), std::string("enough nearer ones"));
        QCOMPARE(reason("OTHER"), std::string("on another unit, U2"));
        QCOMPARE(reason("BARE"), std::string("has no such step"));
        QCOMPARE(reason("OPEN"), std::string("the end of its step is not known"));
        QCOMPARE(reason("SOUR"), std::string("not released: rejected"));
        QCOMPARE(choice.batches.size(), data.batches.size() - 1); // ELSE is another product
        // By hand: in and out.
        options.in = {"B8", "B3"};
        options.out = {"B1", "B5"};
        const BatchChoice edited = *chooseBatches(context, question, options);
        QVERIFY(find(data, edited, "B8").isShown && find(data, edited, "B8").isByHand);
        QCOMPARE(find(data, edited, "B3").role, BatchRole::Good);
        QVERIFY(!find(data, edited, "B1").isShown);
        QCOMPARE(find(data, edited, "B1").reason, LeftOutFor::ByHand);
        QVERIFY(find(data, edited, "B5").isShown); // the case stays
    }

    void fewGoodBatchesAreJoinedByThoseOfOtherUnitsAndClasses()
    {
        DatasetBuilder b = daily({"B1", "B2", "B3", "B4"});
        b.step("X1", "Make", "U2", "2026-01-20T08:00:00Z", "2026-01-20T09:00:00Z");
        b.deviation("D1", "leak", "2026-01-04T08:30:00Z", "U1", "B4");
        b.deviation("D2", "label", "2026-01-03T08:30:00Z", "U1", "B3");
        const Dataset data = b.take();
        const AlignmentContext context(data);
        const BatchChoice choice =
            *chooseBatches(context, {data.findBatch("B4"), "leak", {}, at("2026-01-04T08:30:00Z")}, {});
        QCOMPARE(find(data, choice, "X1").role, BatchRole::Good);
        QCOMPARE(find(data, choice, "B3").role, BatchRole::LeftOut);
        QVERIFY(!choice.usesOthersDeviating);
        DatasetBuilder few = daily({"B1", "B2", "B3", "B4"});
        few.deviation("D1", "leak", "2026-01-04T08:30:00Z", "U1", "B4");
        few.deviation("D2", "label", "2026-01-03T08:30:00Z", "U1", "B3");
        const Dataset fewData = few.take();
        const AlignmentContext fewContext(fewData);
        const BatchChoice forced =
            *chooseBatches(fewContext, {fewData.findBatch("B4"), "leak", {}, at("2026-01-04T08:30:00Z")}, {});
        QVERIFY(forced.usesOthersDeviating);
        QCOMPARE(find(fewData, forced, "B3").role, BatchRole::Good);
    }

    void anUnknownStepIsRefusedWithTheOnesThereAre()
    {
        const Dataset data = daily({"B1"}).take();
        const AlignmentContext context(data);
        ProfileOptions options;
        options.step = "Bake";
        const Result<BatchChoice> choice = chooseBatches(context, {data.findBatch("B1"), {}, {}, {}}, options);
        QVERIFY(!choice);
        QCOMPARE(choice.error().detail, std::string("the batch has no such step; it has Make"));
    }

    void binsKeepSpikesAndLeaveGapsOpen()
    {
        // A spike of one sample, a bad one, and a hole of more than five scans.
        std::vector<Sample> samples = everyMinute({1, 1, 9, 1, 1, kNan, 1, 1, 1, 1});
        samples.push_back({at(minute(30)), 5});
        const Duration scan = scanOf(samples);
        QCOMPARE(scan, Duration(std::chrono::minutes(1)));
        const std::vector<BatchBin> two = binSamples(samples, scan, minutes(0, 8), minutes(0, 8), 2);
        QCOMPARE(two[0].high, 9.0);
        QCOMPARE(two[0].low, 1.0);
        QCOMPARE(two[0].middle, 1.0); // of 1, 1, 9, 1
        const std::vector<BatchBin> fine = binSamples(samples, scan, minutes(0, 8), minutes(0, 8), 16);
        QCOMPARE(fine[3].middle, 7.0); // between 1 at 1 min and 9 at 2 min, at 1.75 min
        QCOMPARE(fine[3].high, 9.0);
        QVERIFY(std::isnan(fine[9].middle)); // beside the bad sample
        QVERIFY(std::isnan(fine[11].middle));
        QCOMPARE(fine[12].middle, 1.0);
        const std::vector<BatchBin> hole = binSamples(samples, scan, minutes(0, 30), minutes(0, 30), 30);
        QVERIFY(std::isnan(hole[15].middle));
        // What lies behind the end of the phase is not part of it.
        const std::vector<BatchBin> ended = binSamples(samples, scan, minutes(0, 8), minutes(0, 4), 2);
        QCOMPARE(ended[0].middle, 1.0);
        QVERIFY(std::isnan(ended[1].middle));
    }

    void aSignalOfStepsHoldsItsValue()
    {
        const std::vector<Sample> samples = everyMinute({1, 1, 9, 9});
        const Duration scan = scanOf(samples);
        const auto bins = binSamples(samples, scan, minutes(0, 3), minutes(0, 3), 12, true);
        QCOMPARE(bins[7].middle, 1.0); // at 1.875 min, between 1 and 9
        QCOMPARE(bins[7].high, 9.0); // where it ends
        QCOMPARE(binSamples(samples, scan, minutes(0, 3), minutes(0, 3), 12)[7].middle, 8.0);
        const std::vector<LinePoint> line = lineOf(samples, scan, minutes(0, 3), minutes(0, 3), 100, true);
        const auto corner = std::find_if(line.begin(), line.end(), [](const LinePoint& point) { return point.y > 1; });
        QVERIFY(corner != line.begin() && corner != line.end());
        QCOMPARE(std::prev(corner)->x, corner->x);
        QCOMPARE(std::prev(corner)->y, 1.0);
    }

    void linesKeepTheirExtremesAndBreakAtGaps()
    {
        std::vector<double> values(10'000, 2.0);
        values[4321] = 50;
        values[7000] = kNan;
        const std::vector<Sample> samples = everyMinute(values);
        const std::vector<LinePoint> line = lineOf(samples, scanOf(samples), minutes(0, 9'999), minutes(0, 9'999), 100);
        QVERIFY(line.size() < 500);
        const auto top = std::max_element(
            line.begin(), line.end(), [](const LinePoint& a, const LinePoint& b) { return a.y < b.y; });
        QCOMPARE(top->y, 50.0);
        QVERIFY(std::abs(top->x - 4321.0 / 9'999) < 1e-9);
        QCOMPARE(std::count_if(line.begin(), line.end(), [](const LinePoint& p) { return std::isnan(p.y); }), 1);
        QCOMPARE(line.front().x, 0.0);
        QCOMPARE(line.back().x, 1.0);
    }

    void aDifferenceIsTakenAtEqualTimes()
    {
        const std::vector<Sample> a = everyMinute({10, 11, 12, 13});
        const std::vector<Sample> b{{at(minute(0)), 1}, {at(minute(2)), 3}};
        const std::vector<Sample> difference = differenceOf(a, b);
        QCOMPARE(difference[0].value, 9.0);
        QCOMPARE(difference[1].value, 9.0); // 11 - 2, between
        QCOMPARE(difference[2].value, 9.0);
        QVERIFY(std::isnan(difference[3].value));
    }

    // Good: 1 to 5, so least 1, greatest 5, median 3, band 4 wide. Computed by hand.
    void distancesAreInWidthsOfTheBand()
    {
        const std::vector<BatchBin> good{flat(1), flat(2), flat(3), flat(4), flat(5)};
        ProfileBin bin = profileBin(good);
        QCOMPARE(bin.low, 1.0);
        QCOMPARE(bin.tenth, 1.4);
        QCOMPARE(bin.median, 3.0);
        QCOMPARE(bin.ninetieth, 4.6);
        QCOMPARE(bin.high, 5.0);
        QCOMPARE(bin.batches, 5U);
        std::vector<ProfileBin> column(4, bin);
        for (std::size_t i = 0; i < 4; ++i)
            column[i].own = flat(i < 2 ? 3.0 : 9.0);
        const ColumnDistance above = distanceOf(column, 0.1);
        QCOMPARE(above.width, 4.0);
        QCOMPARE(above.outside, 0.5);
        QCOMPARE(above.largest, 1.0); // (9 - 5) / 4
        QCOMPARE(above.mean, 0.5); // half of the time
        QCOMPARE(above.fromMedian, 0.75); // half of (9 - 3) / 4
        QCOMPARE(above.rank(), 1.25);
        QCOMPARE(*above.firstOutside, 0.5);
        column[0].own = {-3, 3, 3}; // a spike downwards
        column[1].own = {kNan, kNan, kNan};
        const ColumnDistance below = distanceOf(column, 0.1);
        QCOMPARE(below.judged, std::size_t{3});
        QCOMPARE(*below.firstOutside, 0.0);
        QCOMPARE(leastWidth(column), 0.2); // a twentieth of 1 to 5
    }

    void twoGoodBatchesMakeNoEnvelope()
    {
        const std::vector<BatchBin> good{flat(1), flat(2), {kNan, kNan, kNan}};
        const ProfileBin bin = profileBin(good);
        QVERIFY(std::isnan(bin.median));
        QCOMPARE(bin.batches, 2U);
        std::vector<ProfileBin> column(4, bin);
        for (ProfileBin& one : column)
            one.own = flat(7);
        QCOMPARE(distanceOf(column, 0.1).judged, std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestProfileParts)
#include "tst_profile_parts.moc"
