// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Anchors, clocks and the windows that reach back to an event, on a plant of which every answer can be counted by hand.
#include "model/alignment/align.h"
#include "model/alignment/plan_templates.h"

#include "tests/support/dataset_builder.h"

#include <QTest>

#include <map>

using namespace antecedent;
using namespace antecedent::test;

namespace {

class MemorySamples final : public SampleReader
{
public:
    std::map<std::uint32_t, std::vector<Sample>> byTag;

    Result<std::vector<Sample>> read(TagIndex tag, const Interval& interval) override
    {
        std::vector<Sample> out;
        for (const Sample& sample : byTag[tag.value])
            if (interval.contains(sample.time))
                out.push_back(sample);
        return out;
    }
};

// Ten batches of two products on U1 (part U1-P, its seal U1-P-S), a day each from 2024-05-01: Mix 00-04, Fill 04-10.
DatasetBuilder plant()
{
    DatasetBuilder b;
    b.asset("U1").asset("U1-P", "U1").asset("U1-P-S", "U1-P").asset("U2");
    for (int i = 1; i <= 10; ++i) {
        const std::string day = std::string("2024-05-") + (i < 10 ? "0" : "") + std::to_string(i);
        const std::string id = std::string("B") + (i < 10 ? "0" : "") + std::to_string(i);
        b.batch(id, i <= 3 ? "other" : "P");
        b.step(id, "Make", "U1", day + "T00:00:00Z", day + "T10:00:00Z");
        b.step(id, "Mix", "U1", day + "T00:00:00Z", day + "T04:00:00Z", "phase");
        b.step(id, "Fill", "U1", day + "T04:00:00Z", day + "T10:00:00Z", "phase");
        b.later([id, day](Dataset& d) {
            Batch& batch = d.batches[d.findBatch(id).value];
            batch.start.utcUs = at(day + "T00:00:00Z").time_since_epoch().count();
            batch.end.utcUs = at(day + "T10:00:00Z").time_since_epoch().count();
        });
    }
    b.deviation("D1", "low_yield", "2024-05-09T09:30:00Z", "U1", "B09");
    return b;
}

TimeValue time(const char* text)
{
    TimeValue out;
    out.utcUs = at(text).time_since_epoch().count();
    return out;
}

void addResult(DatasetBuilder& b, const char* batch, const char* sampled, const char* outcome)
{
    b.later([=](Dataset& d) {
        TestResult result;
        result.batch = d.findBatch(batch);
        result.test = "assay";
        result.sampled = time(sampled);
        result.outcome = outcome;
        d.results.push_back(result);
    });
}

void addTag(DatasetBuilder& b, const char* name, const char* asset, const char* high)
{
    b.later([=](Dataset& d) {
        Tag tag;
        tag.name = name;
        tag.asset = d.findAsset(asset);
        tag.highLimit = *parseDecimal(high);
        d.tags.push_back(tag);
    });
}

std::string anchorOf(const Dataset& d, const char* rule, SampleReader* samples = nullptr)
{
    const auto set = selectFailures(d, {}, *parseAnchor(rule), samples);
    if (set->failures.empty())
        return set->excluded.front().reason;
    return formatUtc(set->failures.front().anchor) + " " + set->failures.front().anchorFrom.english();
}

} // namespace

class TestAnchors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheEdgesOfASteps();
    void takesTheFailedSampleElseTheFirst();
    void takesTheFirstExcursionOfRecordsAndProcessData();
    void excursionsOfOtherBatchesAndAssetsDoNotCount();
    void controlsKeepAwayFromFailuresWithoutThisAnchor();
    void countsPhasesOfTheBatch();
    void countsOnTheOtherClocksAfterTheAnchor();
    void reachesBackToTheLastGoodEvent_data();
    void reachesBackToTheLastGoodEvent();
    void laboratoryFindingsAnchorAtTheirSample();
};

void TestAnchors::takesTheEdgesOfASteps()
{
    DatasetBuilder b = plant();
    b.step("B09", "Fill", "U2", "2024-05-09T11:00:00Z", "2024-05-09T12:00:00Z", "phase"); // a second time
    const Dataset d = b.take();
    QCOMPARE(anchorOf(d, "step:Fill:start"), std::string("2024-05-09T04:00:00Z step Fill start"));
    QCOMPARE(anchorOf(d, "step:Fill:end"), std::string("2024-05-09T12:00:00Z step Fill end"));
    QCOMPARE(anchorOf(d, "step:Dry:end"), std::string("no time known for the anchor: step Dry end"));
    QCOMPARE(anchorOf(d, "occurred"), std::string("2024-05-09T09:30:00Z occurred"));
    QCOMPARE(anchorOf(d, "detected"), std::string("no time known for the anchor: detected"));
}

void TestAnchors::takesTheFailedSampleElseTheFirst()
{
    DatasetBuilder b = plant();
    addResult(b, "B09", "2024-05-09T05:00:00Z", "pass");
    addResult(b, "B08", "2024-05-08T05:00:00Z", "fail");
    QCOMPARE(anchorOf(DatasetBuilder(b).take(), "sample-taken"), std::string("2024-05-09T05:00:00Z sample taken"));
    addResult(b, "B09", "2024-05-09T07:00:00Z", "Failed");
    addResult(b, "B09", "2024-05-09T08:00:00Z", "OOS");
    QCOMPARE(anchorOf(b.take(), "sample-taken"), std::string("2024-05-09T07:00:00Z sample taken"));
}

void TestAnchors::takesTheFirstExcursionOfRecordsAndProcessData()
{
    DatasetBuilder b = plant();
    b.later([](Dataset& d) {
        Parameter p;
        p.batch = d.findBatch("B09");
        p.high = *parseDecimal("80");
        p.actual = *parseDecimal("80");
        p.time = time("2024-05-09T01:00:00Z"); // at its limit: inside
        d.parameters.push_back(p);
        p.actual = *parseDecimal("80.1");
        p.time = time("2024-05-09T06:00:00Z");
        d.parameters.push_back(p);
    });
    addTag(b, "TI-1", "U1-P-S", "50"); // two levels below the asset of the failure
    const Dataset d = b.take();
    QCOMPARE(anchorOf(d, "first-excursion"), std::string("2024-05-09T06:00:00Z first excursion"));
    MemorySamples samples;
    samples.byTag[0] = {{at("2024-05-09T02:00:00Z"), 50}, {at("2024-05-09T02:10:00Z"), std::nan("")},
        {at("2024-05-09T02:20:00Z"), 50.5}, {at("2024-05-09T02:30:00Z"), 60}};
    QCOMPARE(anchorOf(d, "first-excursion", &samples), std::string("2024-05-09T02:20:00Z first excursion"));
}

void TestAnchors::excursionsOfOtherBatchesAndAssetsDoNotCount()
{
    DatasetBuilder b = plant();
    addTag(b, "TI-1", "U1", "50");
    addTag(b, "TI-2", "U2", "50");
    const Dataset d = b.take();
    MemorySamples samples;
    samples.byTag[0] = {{at("2024-05-08T23:59:59Z"), 60}, {at("2024-05-09T10:00:00Z"), 60}}; // before and after B09
    samples.byTag[1] = {{at("2024-05-09T02:00:00Z"), 60}};
    QCOMPARE(anchorOf(d, "first-excursion", &samples), std::string("no time known for the anchor: first excursion"));
}

void TestAnchors::controlsKeepAwayFromFailuresWithoutThisAnchor()
{
    DatasetBuilder b = plant();
    b.deviation("D2", "low_yield", "2024-05-05T05:00:00Z", "U1", "B05"); // no sample was taken of it
    addResult(b, "B09", "2024-05-09T07:00:00Z", "fail");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    WindowOptions options;
    options.anchor = *parseAnchor("sample-taken");
    options.before = *parseWindowLength("10h");
    options.controls = 1000;
    const auto set = selectFailures(d, {}, options.anchor);
    QCOMPARE(set->failures.size(), std::size_t{1});
    const auto alignment = align(context, *set, options);
    QVERIFY(alignment.has_value());
    const Timestamp other = at("2024-05-05T05:00:00Z");
    std::size_t controls = 0;
    for (const AlignedWindow& window : alignment->windows)
        if (!window.isCase) {
            ++controls;
            QVERIFY2(window.interval.end <= other - std::chrono::hours(10) || window.interval.begin >= other,
                formatUtc(window.interval.begin).c_str());
        }
    QVERIFY(controls > 3);
}

void TestAnchors::countsPhasesOfTheBatch()
{
    DatasetBuilder b = plant();
    b.event("2024-05-09T01:00:00Z", "U1", "alarm", "A"); // a quarter of Mix is done
    b.event("2024-05-09T07:00:00Z", "U1", "alarm", "B"); // half of Fill
    const Dataset d = b.take();
    const AlignmentContext context(d);
    WindowOptions options;
    options.controls = 0;
    options.clock = Clock::Phase;
    options.anchor = *parseAnchor("step:Fill:end");
    const auto alignment = align(context, *selectFailures(d, {}, options.anchor), options);
    std::map<std::string, std::optional<double>> offsets;
    for (const AlignedEvent& event : alignment->windows.front().events)
        offsets[context.events.className(event.event.value)] = event.clockOffset;
    QCOMPARE(*offsets.at("alarm:A"), 0.25 - 2);
    QCOMPARE(*offsets.at("alarm:B"), 1.5 - 2);
}

void TestAnchors::countsOnTheOtherClocksAfterTheAnchor()
{
    DatasetBuilder b = plant();
    b.event("2024-05-07T05:00:00Z", "U1", "alarm", "A").event("2024-05-09T09:45:00Z", "U1", "alarm", "B");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const auto offsets = [&](Clock clock) {
        WindowOptions options;
        options.controls = 0;
        options.clock = clock;
        const auto alignment = align(context, *selectFailures(d, {}, {}), options);
        std::map<std::string, std::optional<double>> out;
        for (const AlignedEvent& event : alignment->windows.front().events)
            out[context.events.className(event.event.value)] = event.clockOffset;
        return out;
    };
    // From 05-07 05:00 to 05-09 09:30: 5 h + 10 h + 9.5 h of running; B08 and B09 begin in between.
    QCOMPARE(*offsets(Clock::RunHours).at("alarm:A"), -24.5);
    QCOMPARE(*offsets(Clock::RunHours).at("alarm:B"), 0.25);
    QCOMPARE(*offsets(Clock::Batch).at("alarm:A"), -2.0);
    QCOMPARE(*offsets(Clock::Uses).at("alarm:A"), -2.0);
    QCOMPARE(*offsets(Clock::Uses).at("alarm:B"), 0.0);
}

void TestAnchors::reachesBackToTheLastGoodEvent_data()
{
    QTest::addColumn<QString>("length");
    QTest::addColumn<QString>("begin");
    QTest::newRow("calibration") << QStringLiteral("since:calibration-pass") << QStringLiteral("2024-05-03T11:00:00Z");
    QTest::newRow("clean") << QStringLiteral("since:clean") << QStringLiteral("2024-05-06T12:00:00Z");
    QTest::newRow("replacement") << QStringLiteral("since:replacement") << QStringLiteral("2024-05-04T15:00:00Z");
    QTest::newRow("good batch") << QStringLiteral("since:good-batch") << QStringLiteral("2024-05-07T10:00:00Z");
    QTest::newRow("maintenance") << QStringLiteral("since:maintenance") << QStringLiteral("2024-05-05T14:00:00Z");
    QTest::newRow("test") << QStringLiteral("since:test-pass") << QStringLiteral("2024-05-07T09:00:00Z");
    QTest::newRow("inspection") << QStringLiteral("since:inspection") << QStringLiteral("2024-05-06T20:00:00Z");
    QTest::newRow("changeover") << QStringLiteral("since:changeover") << QStringLiteral("2024-05-03T00:00:00Z");
}

void TestAnchors::reachesBackToTheLastGoodEvent()
{
    QFETCH(QString, length);
    QFETCH(QString, begin);
    DatasetBuilder b = plant();
    b.calibration("C1", "U1-P", "2024-05-03T11:00:00Z"); // of a part
    b.calibration("C2", "U1", "2024-05-04T11:00:00Z", {}, "fail").calibration("C3", "U2", "2024-05-08T11:00:00Z");
    b.calibration("C4", "U1", "2024-05-09T11:00:00Z"); // after the failure
    b.cleaning("L1", "U1", "2024-05-06T11:00:00Z", "2024-05-06T12:00:00Z");
    b.cleaning("L2", "U1", "2024-05-07T11:00:00Z", "2024-05-07T12:00:00Z", "CIP", "fail");
    b.workOrder("W1", "U1-P", "CM", "2024-05-04T12:00:00Z", "2024-05-04T15:00:00Z",
        [](WorkOrder& w) { w.activity = "Replace"; });
    b.workOrder("W2", "U1", "CM", "2024-05-05T12:00:00Z", "2024-05-05T13:00:00Z",
        [](WorkOrder& w) { w.returnedToService = time("2024-05-05T14:00:00Z"); });
    b.workOrder("W3", "U1", "INSP", "2024-05-06T19:00:00Z", "2024-05-06T20:00:00Z");
    b.deviation("D0", "foreign", "2024-05-08T05:00:00Z", "U1", "B08"); // so that B08 is no good batch
    addResult(b, "B07", "2024-05-07T09:00:00Z", "pass");
    addResult(b, "B08", "2024-05-08T09:00:00Z", "fail");
    addResult(b, "B09", "2024-05-09T01:00:00Z", "pass"); // of the failed batch itself
    const Dataset d = b.take();
    const AlignmentContext context(d);
    FailureSelection selection;
    selection.ids = {"D1"};
    const Failure failure = selectFailures(d, selection, {})->failures.front();
    const CaseInterval window = caseInterval(context, failure, *parseWindowLength(length.toStdString()));
    QVERIFY2(window.interval.has_value(), window.reason.english().c_str());
    QCOMPARE(QString::fromStdString(formatUtc(window.interval->begin)), begin);
    QCOMPARE(formatUtc(window.interval->end), std::string("2024-05-09T09:30:00Z"));
}

// Semantics: at sampling or at the producing step, never at the result.
void TestAnchors::laboratoryFindingsAnchorAtTheirSample()
{
    DatasetBuilder b = plant();
    addResult(b, "B09", "2024-05-09T05:00:00Z", "OOS");
    b.later([](Dataset& d) { d.results.back().reported = time("2024-05-20T05:00:00Z"); });
    const Dataset d = b.take();
    QCOMPARE(anchorOf(d, "sample-taken"), std::string("2024-05-09T05:00:00Z sample taken"));
    const AlignmentContext context(d);
    for (std::size_t i = 0; i < context.events.size(); ++i)
        if (context.events.table[i] == TableId::Results)
            QCOMPARE(formatUtc(Timestamp(Duration(context.events.onsetUs[i]))), std::string("2024-05-09T05:00:00Z"));
}

QTEST_GUILESS_MAIN(TestAnchors)
#include "tst_anchors.moc"
