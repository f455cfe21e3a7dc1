// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/facts/chronology.h"
#include "model/facts/differences.h"
#include "model/facts/fitness.h"
#include "model/facts/impact.h"

#include "tests/support/dataset_builder.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::test;

class TestFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesEachStepAndAsset();
    void cleaningWaitsNoLongerThanItsDirtyHold();
    void aDelayIsToldFromItsLimit();
    void aSiblingIsCleanedForItself();
    void qualificationsExpire();
    void saysUnknownWhereNoRecordSays();
    void takesNumbersBeyondAllTimes();
    void checksTheCampaignLimitAfterOtherBatches();
    void exposesBatchesBetweenLastGoodCheckAndCorrection();
    void followsSkidsAndGenealogy();
    void explainsBatchesThatAreOut();
    void descendsFromABatchWithoutAsset();
    void comparesABatchWithTheLastGoodOnes();
    void putsTheFailureIntoItsChronology();
    void capsTheChronologyAtFrequentClasses();
};

namespace {

const FitnessCell& cellOf(const FitnessRow& row, FitnessCheck check)
{
    return row.cells[static_cast<std::size_t>(check)];
}

std::map<std::string, BatchImpact> byBatch(const Dataset& dataset, const Impact& impact)
{
    std::map<std::string, BatchImpact> map;
    for (const BatchImpact& entry : impact.batches)
        map[dataset.batches[entry.batch.value].id] = entry;
    return map;
}

// Batches B1..B6, one a day from 2024-05-01, ten hours each on U1.
DatasetBuilder sixBatches()
{
    DatasetBuilder b;
    for (int i = 1; i <= 6; ++i) {
        const std::string day = "2024-05-0" + std::to_string(i);
        b.step("B" + std::to_string(i), "Make", "U1", day + "T00:00:00Z", day + "T10:00:00Z");
    }
    return b;
}

} // namespace

void TestFacts::judgesEachStepAndAsset()
{
    DatasetBuilder b = sixBatches();
    b.asset("U1-PH", "U1", "ph_probe");
    b.cleaning("CL1", "U1", "2024-05-05T20:00:00Z", "2024-05-05T21:00:00Z");
    b.calibration("C1", "U1-PH", "2024-01-01T00:00:00Z", "2024-05-05T00:00:00Z");
    b.workOrder("W1", "U1", "CM", "2024-05-05T00:00:00Z");
    b.workOrder("W2", "U1", "PM", "2024-04-05T00:00:00Z", "2024-04-06T00:00:00Z",
        [](WorkOrder& o) { o.due = time("2024-04-10T00:00:00Z"); });
    b.event("2024-05-05T22:00:00Z", "U1", "state", "IDLE");
    b.event("2024-04-01T00:00:00Z", "U1", "gmp_status", "qualified");
    b.limit("clean_hold", "72", "h");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const auto matrix = fitForUse(context, d.findBatch("B6"));
    QVERIFY(matrix.has_value());
    QCOMPARE(matrix->rows.size(), std::size_t{1});
    const FitnessRow& row = matrix->rows.front();
    QVERIFY(cellOf(row, FitnessCheck::Qualified).answer == Answer::Yes);
    QVERIFY(cellOf(row, FitnessCheck::CleanWithinHold).answer == Answer::Yes);
    QCOMPARE(
        cellOf(row, FitnessCheck::CleanWithinHold).reason, std::string("cleaned 3.0 h before use (CL1), limit 72.0 h"));
    QVERIFY(cellOf(row, FitnessCheck::Calibrated).answer == Answer::No);
    QCOMPARE(cellOf(row, FitnessCheck::Calibrated).reason,
        std::string("calibration of U1-PH was due 2024-05-05T00:00:00Z (C1)"));
    QVERIFY(cellOf(row, FitnessCheck::MaintenanceInDate).answer == Answer::Yes);
    QVERIFY(cellOf(row, FitnessCheck::NoOpenWork).answer == Answer::No);
    QCOMPARE(cellOf(row, FitnessCheck::NoOpenWork).records.size(), std::size_t{1});
    QVERIFY(cellOf(row, FitnessCheck::RightStatus).answer == Answer::Yes);
}

void TestFacts::cleaningWaitsNoLongerThanItsDirtyHold()
{
    // The fifth batch used the unit last; the sterilisation follows the cleaning and is not what waited.
    const auto judged = [](const char* begin, const char* limitValue, const char* limitUnit) {
        DatasetBuilder b = sixBatches();
        b.cleaning("CL1", "U1", begin, "2024-05-05T20:30:00Z");
        b.cleaning("SIP1", "U1", "2024-05-05T21:00:00Z", "2024-05-05T22:00:00Z");
        b.limit("clean_hold", "72", "h").limit("dirty_hold", limitValue, limitUnit);
        const Dataset d = b.take();
        const AlignmentContext context(d);
        return cellOf(fitForUse(context, d.findBatch("B6"))->rows.front(), FitnessCheck::CleanWithinHold);
    };
    const FitnessCell within = judged("2024-05-05T20:00:00Z", "30", "d");
    QVERIFY(within.answer == Answer::Yes);
    QVERIFY2(within.reason.english().starts_with("cleaned 2.0 h before use (SIP1), limit 72.0 h; cleaning CL1 began "),
        within.reason.english().c_str());
    QVERIFY2(within.reason.english().ends_with("after the use by batch B5, dirty hold limit 720.0 h"),
        within.reason.english().c_str());
    const FitnessCell late = judged("2024-05-05T20:00:00Z", "1", "h");
    QVERIFY(late.answer == Answer::No);
    QVERIFY(late.records.size() == 3);
    // A limit in another unit says nothing of hours.
    QCOMPARE(judged("2024-05-05T20:00:00Z", "1", "batches").reason,
        std::string("cleaned 2.0 h before use (SIP1), limit 72.0 h"));
    // 0.3 d is 7:12:00, though 0.3 times 24 is a little less; the limit itself is in time, a microsecond more is not.
    QVERIFY(judged("2024-05-05T17:12:00Z", "0.3", "d").answer == Answer::Yes);
    QVERIFY(judged("2024-05-05T17:12:00.000001Z", "0.3", "d").answer == Answer::No);
}

// What is too late is not said in the words of what is not.
void TestFacts::aDelayIsToldFromItsLimit()
{
    const auto judged = [](const char* use, const char* kind) {
        DatasetBuilder b;
        b.step("B1", "Make", "U1", "2024-05-01T00:00:00Z", "2024-05-01T10:00:00Z");
        b.step("B2", "Make", "U1", use, "2024-05-02T10:00:00Z");
        b.cleaning("CL1", "U1", "2024-05-01T12:01:48Z", "2024-05-01T13:00:00Z");
        b.limit(kind, "2", "h");
        const Dataset d = b.take();
        const AlignmentContext context(d);
        return cellOf(fitForUse(context, d.findBatch("B2"))->rows.front(), FitnessCheck::CleanWithinHold);
    };
    const auto compare = [](const FitnessCell& cell, Answer answer, const std::string& reason) {
        QCOMPARE(cell.reason.english(), reason);
        QVERIFY(cell.answer == answer);
    };
    compare(judged("2024-05-01T14:00:00Z", "dirty_hold"), Answer::No,
        "cleaning CL1 began 2.03 h after the use by batch B1, dirty hold limit 2.00 h");
    compare(judged("2024-05-01T15:00:00Z", "clean_hold"), Answer::Yes, "cleaned 2.0 h before use (CL1), limit 2.0 h");
    compare(judged("2024-05-01T15:01:48Z", "clean_hold"), Answer::No, "cleaned 2.03 h before use (CL1), limit 2.00 h");
    compare(judged("2024-05-01T15:00:03.600Z", "clean_hold"), Answer::No,
        "cleaned 2.001 h before use (CL1), limit 2.000 h");
    compare(judged("2024-05-01T15:06:00Z", "clean_hold"), Answer::No, "cleaned 2.1 h before use (CL1), limit 2.0 h");
}

// A cleaning of another asset of the unit does not end the wait of one that has cleanings of its own.
void TestFacts::aSiblingIsCleanedForItself()
{
    DatasetBuilder b;
    b.asset("U1", {}, "unit");
    b.asset("R1", "U1", "vessel");
    b.asset("P1", "U1", "pump");
    b.step("B5", "Make", "R1", "2024-05-05T00:00:00Z", "2024-05-05T10:00:00Z");
    b.step("B6", "Make", "R1", "2024-05-06T00:00:00Z", "2024-05-06T10:00:00Z");
    b.step("B6", "Pump", "U1", "2024-05-06T00:00:00Z", "2024-05-06T10:00:00Z");
    b.cleaning("CL-P", "P1", "2024-05-05T11:00:00Z", "2024-05-05T11:10:00Z");
    b.cleaning("CL-R", "R1", "2024-05-05T20:00:00Z", "2024-05-05T20:30:00Z");
    b.limit("dirty_hold", "2", "h");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const auto matrix = fitForUse(context, d.findBatch("B6"));
    const auto row = std::find_if(matrix->rows.begin(), matrix->rows.end(),
        [&](const FitnessRow& each) { return d.assets[each.asset.value].id == "R1"; });
    QVERIFY(row != matrix->rows.end());
    const FitnessCell& cell = cellOf(*row, FitnessCheck::CleanWithinHold);
    QVERIFY2(cell.answer == Answer::No, cell.reason.english().c_str());
    QVERIFY2(cell.reason.english().starts_with("cleaning CL-R began "), cell.reason.english().c_str());
}

void TestFacts::qualificationsExpire()
{
    const auto judged = [](const char* end) {
        DatasetBuilder b = sixBatches();
        b.event("2024-04-01T00:00:00Z", "U1", "qualification", "QUALIFIED", {}, end);
        const Dataset d = b.take();
        const AlignmentContext context(d);
        return cellOf(fitForUse(context, d.findBatch("B6"))->rows.front(), FitnessCheck::Qualified).answer;
    };
    QVERIFY(judged("2025-04-01T00:00:00Z") == Answer::Yes);
    QVERIFY(judged("2024-04-02T00:00:00Z") == Answer::No);
}

void TestFacts::saysUnknownWhereNoRecordSays()
{
    const Dataset d = sixBatches().take();
    const AlignmentContext context(d);
    const auto matrix = fitForUse(context, d.findBatch("B1"));
    QVERIFY(matrix.has_value());
    for (const FitnessCell& cell : matrix->rows.front().cells) {
        QVERIFY(cell.answer == Answer::Unknown);
        QVERIFY(!cell.reason.empty());
    }
    QVERIFY(!fitForUse(context, BatchIndex{}).has_value());
}

void TestFacts::takesNumbersBeyondAllTimes()
{
    DatasetBuilder b = sixBatches();
    b.cleaning("CL1", "U1", "2024-05-05T20:00:00Z", "2024-05-05T21:00:00Z");
    b.workOrder("W1", "U1", "PM", "2024-04-05T00:00:00Z", "2024-04-06T00:00:00Z");
    b.limit("clean_hold", "1e300", "h").limit("pm", "1e300", "d");
    b.later([&b](Dataset& d) {
        for (const BatchStep& step : d.steps) {
            Parameter p;
            p.head = b.head("parameters", d.batches[step.batch.value].id);
            p.batch = step.batch;
            p.parameter = "speed";
            p.actual = number(d.batches[step.batch.value].id == "B6" ? "-1e300" : "3");
            d.parameters.push_back(p);
        }
    });
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const auto matrix = fitForUse(context, d.findBatch("B6"));
    QVERIFY(matrix.has_value());
    const FitnessRow& row = matrix->rows.front();
    QCOMPARE(cellOf(row, FitnessCheck::CleanWithinHold).reason,
        std::string("cleaned 3.0 h before use (CL1), limit 1000000000000000.0 h"));
    QVERIFY(cellOf(row, FitnessCheck::CleanWithinHold).answer == Answer::Yes);
    QVERIFY(cellOf(row, FitnessCheck::MaintenanceInDate).answer == Answer::Unknown);
    const auto differences = differencesOf(context, d.findBatch("B6"), 5);
    QVERIFY(differences.has_value());
    const auto speed = std::find_if(differences->differences.begin(), differences->differences.end(),
        [](const Difference& difference) { return difference.subject == "speed"; });
    QVERIFY(speed != differences->differences.end());
    QCOMPARE(speed->here, std::string("-1e+300"));
    QCOMPARE(speed->there, std::string("3.000 to 3.000"));
}

void TestFacts::checksTheCampaignLimitAfterOtherBatches()
{
    DatasetBuilder b = sixBatches();
    b.cleaning("CL1", "U1", "2024-05-03T20:00:00Z", "2024-05-03T21:00:00Z");
    const Dataset without = b.take();
    const AlignmentContext unlimited(without);
    const auto unknown = fitForUse(unlimited, without.findBatch("B6"));
    QVERIFY(cellOf(unknown->rows.front(), FitnessCheck::CleanWithinHold).answer == Answer::Unknown);
    b.limit("campaign", "2", "batches");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const auto clean = [&](const char* batch) {
        return cellOf(fitForUse(context, d.findBatch(batch))->rows.front(), FitnessCheck::CleanWithinHold).answer;
    };
    QVERIFY(clean("B5") == Answer::Yes);
    QVERIFY(clean("B6") == Answer::No);
}

void TestFacts::exposesBatchesBetweenLastGoodCheckAndCorrection()
{
    DatasetBuilder b = sixBatches();
    b.asset("U1-PH", "U1", "ph_probe");
    b.calibration("C1", "U1-PH", "2024-05-02T12:00:00Z");
    b.calibration("C2", "U1-PH", "2024-05-05T12:00:00Z", {}, "fail");
    b.deviation("D1", "ph", "2024-05-04T05:00:00Z", "U1-PH", "B4");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const auto failures = selectFailures(d, {}, {});
    const auto impact = impactOf(context, failures->failures.front());
    QVERIFY(impact.has_value());
    QCOMPARE(impact->suspect.interval.begin, at("2024-05-02T12:00:00Z"));
    QCOMPARE(impact->suspect.interval.end, at("2024-05-05T12:00:00Z"));
    auto batches = byBatch(d, *impact);
    QVERIFY(
        !batches["B2"].isIn && batches["B3"].isIn && batches["B4"].isIn && batches["B5"].isIn && !batches["B6"].isIn);
    QVERIFY(batches["B4"].way == ImpactWay::Failure);
    QVERIFY(batches["B3"].way == ImpactWay::AssetUse);
    QCOMPARE(batches["B3"].records.size(), std::size_t{1});
}

void TestFacts::followsSkidsAndGenealogy()
{
    DatasetBuilder b = sixBatches();
    b.asset("CIP1");
    b.cleaning("CL1", "U1", "2024-05-02T12:00:00Z", "2024-05-02T13:00:00Z", "CIP", "pass", "CIP1");
    b.cleaning("CL2", "U1", "2024-05-04T12:00:00Z", "2024-05-04T13:00:00Z", "CIP", "pass");
    b.step("F1", "Fill", "U2", "2024-06-01T00:00:00Z", "2024-06-01T10:00:00Z");
    b.material("F1", {}, "2024-06-01T00:00:00Z", "bulk", "B3");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const Interval suspect{at("2024-05-02T00:00:00Z"), at("2024-05-03T00:00:00Z")};
    const auto impact = impactOf(context, d.findAsset("CIP1"), suspect);
    QVERIFY(impact.has_value());
    auto batches = byBatch(d, *impact);
    QVERIFY(batches["B3"].isIn && batches["B3"].way == ImpactWay::Link);
    QVERIFY(batches["B4"].isIn);
    QVERIFY(!batches["B5"].isIn && !batches["B2"].isIn);
    QVERIFY(batches["F1"].isIn && batches["F1"].way == ImpactWay::Genealogy);
    QCOMPARE(batches["F1"].reason, std::string("made from batch B3 (genealogy)"));
}

void TestFacts::explainsBatchesThatAreOut()
{
    DatasetBuilder b = sixBatches();
    b.batch("X1").step("Y1", "Fill", "U2", "2024-05-03T00:00:00Z", "2024-05-03T05:00:00Z");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const auto impact =
        impactOf(context, d.findAsset("U1"), Interval{at("2024-05-03T00:00:00Z"), at("2024-05-03T05:00:00Z")});
    auto batches = byBatch(d, *impact);
    QVERIFY(batches["B3"].isIn);
    QVERIFY(batches["B1"].reason.starts_with("used U1 before the suspect interval"));
    QVERIFY(batches["B5"].reason.starts_with("used U1 after the suspect interval"));
    QVERIFY(batches["X1"].reason.starts_with("not determinable"));
    QVERIFY(batches["Y1"].reason.starts_with("did not use U1"));
    QVERIFY(!impactOf(context, AssetIndex{}, Interval{}).has_value());
}

void TestFacts::descendsFromABatchWithoutAsset()
{
    DatasetBuilder b = sixBatches();
    b.material("B2", {}, {}, "bulk", "B1").material("B3", {}, {}, "bulk", "B2");
    b.deviation("D1", "yield", "2024-05-01T05:00:00Z", {}, "B1");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const auto impact = impactOf(context, selectFailures(d, {}, {})->failures.front());
    auto batches = byBatch(d, *impact);
    QVERIFY(batches["B1"].way == ImpactWay::Failure);
    QVERIFY(batches["B2"].isIn && batches["B3"].isIn && !batches["B4"].isIn);
}

void TestFacts::comparesABatchWithTheLastGoodOnes()
{
    DatasetBuilder b = sixBatches();
    for (int i = 1; i <= 6; ++i)
        b.material("B" + std::to_string(i), i == 6 ? "LOT-2" : "LOT-1", {}, "SALT");
    b.step("B6", "Dry", "U3", "2024-05-06T10:00:00Z", "2024-05-06T12:00:00Z");
    for (int i = 1; i <= 5; ++i) {
        const std::string day = "2024-05-0" + std::to_string(i);
        b.step("B" + std::to_string(i), "Dry", "U2", day + "T10:00:00Z", day + "T11:00:00Z");
    }
    b.deviation("D1", "x", "2024-05-02T00:00:00Z", {}, "B2");
    b.workOrder("W0", "U1", "PM", "2024-05-01T11:00:00Z", "2024-05-01T12:00:00Z");
    b.workOrder("W1", "U1", "PM", "2024-05-05T11:00:00Z", "2024-05-05T12:00:00Z");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const auto differences = differencesOf(context, d.findBatch("B6"), 4);
    QVERIFY(differences.has_value());
    std::vector<std::string> against;
    for (const BatchIndex index : differences->against)
        against.push_back(d.batches[index.value].id);
    QCOMPARE(against, (std::vector<std::string>{"B5", "B4", "B3", "B1"}));
    std::map<std::string, Difference> byKind;
    for (const Difference& difference : differences->differences)
        byKind[difference.kind] = difference;
    QCOMPARE(byKind["material_lot"].here, std::string("LOT-2"));
    QCOMPARE(byKind["material_lot"].there, std::string("LOT-1 (4)"));
    QCOMPARE(byKind["asset"].subject, std::string("Dry"));
    QCOMPARE(byKind["asset"].here, std::string("U3"));
    QCOMPARE(byKind["asset"].records.size(), std::size_t{1});
    QCOMPARE(byKind["maintenance"].here, std::string("maintained since the use before"));
    QCOMPARE(byKind["step_duration"].here, std::string("2.000 h"));
    QCOMPARE(differences->same, (std::vector<std::string>{"recipe", "shift"}));
}

void TestFacts::putsTheFailureIntoItsChronology()
{
    DatasetBuilder b = sixBatches();
    b.event("2024-05-04T04:00:00Z", "U1", "alarm", "A").event("2024-05-04T06:00:00Z", "U1", "alarm", "B");
    b.deviation("D1", "ph", "2024-05-04T05:00:00Z", "U1", "B4");
    b.later([](Dataset& d) { d.siteZone = "Europe/Zurich"; });
    const Dataset d = b.take();
    const AlignmentContext context(d);
    ChronologyOptions options;
    options.window.before = wallLength(std::chrono::hours(2));
    const Chronology chronology = chronologyOf(context, selectFailures(d, {}, {})->failures.front(), options);
    std::vector<std::string> classes;
    for (const ChronologyRow& row : chronology.rows)
        classes.push_back(row.eventClass);
    QCOMPARE(classes, (std::vector<std::string>{"step:Make", "alarm:A", "ph", "alarm:B"}));
    QVERIFY(chronology.rows[2].isFailure);
    QCOMPARE(chronology.rows[1].siteOffsetMinutes, 120);
    QCOMPARE(chronology.rows[1].offset, Duration(std::chrono::hours(-1)));
}

void TestFacts::capsTheChronologyAtFrequentClasses()
{
    DatasetBuilder b;
    for (int i = 0; i < 50; ++i)
        b.event(formatUtc(at("2024-05-04T00:00:00Z") + std::chrono::minutes(i)), "U1", "alarm", "CHATTER");
    b.event("2024-05-04T00:30:00Z", "U1", "alarm", "RARE");
    b.deviation("D1", "ph", "2024-05-04T05:00:00Z", "U1");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    ChronologyOptions options;
    options.maxRows = 10;
    const Chronology chronology = chronologyOf(context, selectFailures(d, {}, {})->failures.front(), options);
    QCOMPARE(chronology.rows.size(), std::size_t{10});
    QCOMPARE(chronology.leftOut, std::size_t{42});
    QCOMPARE(std::count_if(chronology.rows.begin(), chronology.rows.end(),
                 [](const ChronologyRow& row) { return row.eventClass == "alarm:RARE" || row.isFailure; }),
        2);
    QVERIFY(chronology.leftOutNote.starts_with("42 rows of 1 frequent classes"));
}

QTEST_GUILESS_MAIN(TestFacts)
#include "tst_facts.moc"
