// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/align.h"
#include "model/alignment/plan_templates.h"

#include "tests/support/dataset_builder.h"

#include <QTest>

#include <array>

using namespace antecedent;
using namespace antecedent::test;

class TestWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reachesBackAsTheTemplateSays();
    void boundsTheWindowAndFallsBack();
    void cutsControlsInBatchesAndRunHours();
    void sharesCoveragePerRecordKind();
    void countsOffsetsOnOtherClocks();
    void survivesCyclesInHierarchyAndGenealogy();
    void survivesADeepHierarchy();
    void thinsTheGridOfAShortWindow();
};

namespace {

// Thirty batches on U1, one a day from 2024-05-01, ten hours each.
DatasetBuilder thirtyBatches()
{
    DatasetBuilder b;
    for (int i = 0; i < 30; ++i) {
        const Timestamp day = at("2024-05-01T00:00:00Z") + std::chrono::hours(24 * i);
        const std::string id = std::string(i < 10 ? "B0" : "B") + std::to_string(i);
        b.step(id, "Make", "U1", formatUtc(day), formatUtc(day + std::chrono::hours(10)));
        b.step(
            id, "Fill", "U1", formatUtc(day + std::chrono::hours(4)), formatUtc(day + std::chrono::hours(10)), "phase");
        b.step(id, "Mix", "U1", formatUtc(day), formatUtc(day + std::chrono::hours(4)), "phase");
    }
    return b;
}

Failure only(const Dataset& dataset)
{
    return selectFailures(dataset, {}, {})->failures.front();
}

} // namespace

void TestWindows::reachesBackAsTheTemplateSays()
{
    DatasetBuilder b = thirtyBatches();
    b.deviation("D1", "temperature_excursion", "2024-05-20T05:00:00Z", "U1", "B19");
    b.workOrder("W1", "U1", "INSP", "2024-05-11T00:00:00Z", "2024-05-11T12:00:00Z");
    b.workOrder("W2", "U1", "CM", "2024-05-14T00:00:00Z", "2024-05-14T12:00:00Z");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const auto begin = [&](const char* name) {
        const auto options = optionsOf(*builtinPlanTemplates().find(name));
        return formatUtc(caseInterval(context, only(d), options).interval->begin);
    };
    QCOMPARE(begin("excursion"), std::string("2024-05-19T00:00:00Z")); // 24 h before the unit procedure
    QCOMPARE(begin("particles"), std::string("2024-05-11T12:00:00Z")); // the inspection
    QCOMPARE(begin("after-maintenance"), std::string("2024-05-14T12:00:00Z"));
    QCOMPARE(begin("microbiology"), std::string("2024-05-06T05:00:00Z")); // no result known: 14 days
    QCOMPARE(begin("yield-assay"), std::string("2024-05-06T00:00:00Z"));
    QCOMPARE(begin("trip"), std::string("2024-05-19T07:00:00Z")); // 5 run hours today, 3 the day before
    QCOMPARE(begin("default"), std::string("2024-05-17T05:00:00Z"));
}

void TestWindows::boundsTheWindowAndFallsBack()
{
    DatasetBuilder b = thirtyBatches();
    b.deviation("D1", "x", "2024-05-20T05:00:00Z", "U1", "B19");
    b.workOrder("W2", "U1", "CM", "2024-05-02T00:00:00Z", "2024-05-02T12:00:00Z");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    WindowOptions options;
    options.before = *parseWindowLength("since:maintenance");
    QCOMPARE(caseInterval(context, only(d), options).interval->begin, at("2024-05-02T12:00:00Z"));
    options.atMost = *parseWindowLength("10uses");
    QCOMPARE(caseInterval(context, only(d), options).interval->begin, at("2024-05-11T00:00:00Z"));
    options.atLeast = *parseWindowLength("14d");
    options.atMost.reset();
    options.before = *parseWindowLength("72h");
    QCOMPARE(caseInterval(context, only(d), options).interval->begin, at("2024-05-06T05:00:00Z"));
    options.atLeast.reset();
    options.before = *parseWindowLength("since:replacement");
    QVERIFY(!caseInterval(context, only(d), options).interval.has_value());
    options.fallback = *parseWindowLength("24h");
    const CaseInterval interval = caseInterval(context, only(d), options);
    QCOMPARE(interval.interval->begin, at("2024-05-19T05:00:00Z"));
    QCOMPARE(interval.reason, std::string("nothing in the data for since:replacement"));
}

void TestWindows::cutsControlsInBatchesAndRunHours()
{
    DatasetBuilder b = thirtyBatches();
    b.deviation("D1", "x", "2024-05-20T05:00:00Z", "U1", "B19");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const Failure failure = only(d);
    WindowOptions options;
    options.controls = 1000;
    options.before = *parseWindowLength("3batches");
    const Interval window = *caseInterval(context, failure, options).interval;
    const auto cells = controlWindows(context, failure, {}, window, options);
    QVERIFY(cells.size() >= 5);
    for (const ControlWindow& cell : cells)
        QCOMPARE(context.operating.batches(d.findAsset("U1"), cell.interval).size(), std::size_t{3});
    options.before = *parseWindowLength("20runh");
    const auto hours = controlWindows(context, failure, {}, *caseInterval(context, failure, options).interval, options);
    QVERIFY(hours.size() >= 5);
    for (std::size_t i = 1; i < hours.size(); ++i) {
        QCOMPARE(*context.operating.runHours(d.findAsset("U1"), hours[i].interval), 20.0);
        QVERIFY(hours[i - 1].interval.end == hours[i].interval.begin);
    }
}

void TestWindows::sharesCoveragePerRecordKind()
{
    DatasetBuilder b;
    b.event("2024-05-01T00:00:00Z", "U1", "alarm", "A").event("2024-05-11T00:00:00Z", "U1", "alarm", "A");
    b.workOrder("W1", "U1", "CM", "2024-05-06T00:00:00Z", "2024-05-21T00:00:00Z");
    const Dataset d = b.take();
    const CoverageIndex coverage(d);
    const std::uint32_t alarm = *d.strings.find("alarm");
    const Interval half{at("2024-05-06T00:00:00Z"), at("2024-05-16T00:00:00Z")};
    QVERIFY(std::abs(coverage.share(TableId::Events, alarm, half) - 0.5) < 1e-6);
    QVERIFY(std::abs(coverage.share(TableId::WorkOrders, 0, half) - 1) < 1e-6);
    QVERIFY(std::abs(coverage.worstShare(half) - 0.5) < 1e-6);
    QVERIFY(std::abs(coverage.bestShare(half) - 1) < 1e-6);
    QCOMPARE(coverage.share(TableId::Calibrations, 0, half), 0.0);
    QCOMPARE(coverage.share(TableId::WorkOrders, 0, Interval{half.begin, half.begin}), 1.0);
}

void TestWindows::countsOffsetsOnOtherClocks()
{
    DatasetBuilder b = thirtyBatches();
    b.deviation("D1", "x", "2024-05-20T05:00:00Z", "U1", "B19");
    b.event("2024-05-18T02:00:00Z", "U1", "alarm", "A");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const auto offset = [&](const char* clock) {
        WindowOptions options;
        options.controls = 0;
        options.clock = *parseClock(clock);
        const auto alignment = align(context, *selectFailures(d, {}, {}), options);
        for (const AlignedEvent& event : alignment->windows.front().events)
            if (context.events.className(event.event.value) == "alarm:A")
                return event.clockOffset;
        return std::optional<double>();
    };
    QCOMPARE(*offset("batch"), -2.0);
    QCOMPARE(*offset("uses"), -2.0);
    QCOMPARE(*offset("run-hours"), -(8.0 + 10 + 5));
    QVERIFY(!offset("wall").has_value());
    QVERIFY(!offset("phase").has_value()); // before the batch
}

void TestWindows::survivesCyclesInHierarchyAndGenealogy()
{
    DatasetBuilder b;
    b.asset("A", "B").asset("B", "C").asset("C", "A");
    b.step("B1", "Make", "A", "2024-05-01T00:00:00Z", "2024-05-01T10:00:00Z");
    b.step("B2", "Make", "A", "2024-05-02T00:00:00Z", "2024-05-02T10:00:00Z");
    b.material("B1", {}, {}, "bulk", "B2").material("B2", {}, {}, "bulk", "B1");
    b.deviation("D1", "x", "2024-05-02T05:00:00Z", "A", "B2");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    WindowOptions options;
    options.scope = Scope::Upstream;
    const auto alignment = align(context, *selectFailures(d, {}, {}), options);
    QVERIFY(alignment.has_value());
    QVERIFY(!alignment->windows.empty());
}

// Every asset is part of the next; with work by the cube of the depth the test would run into its time limit.
void TestWindows::survivesADeepHierarchy()
{
    constexpr int kAssets = 5'000;
    DatasetBuilder b;
    const auto name = [](int i) { return "A" + std::to_string(i); };
    for (int i = 0; i < kAssets; ++i)
        b.asset(name(i), name(i + 1));
    b.asset(name(kAssets), "S").asset("S", {}, "site");
    b.step("B1", "Make", name(2), "2024-05-01T00:00:00Z", "2024-05-01T10:00:00Z");
    b.deviation("D1", "x", "2024-05-01T05:00:00Z", name(0), "B1");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const auto asset = [&](int i) { return d.findAsset(name(i)); };
    const AssetIndex site = d.findAsset("S");
    QCOMPARE(context.scopes.subtree(site).size(), std::size_t{kAssets + 2});
    QCOMPARE(context.scopes.subtree(asset(2)).size(), std::size_t{3});
    QCOMPARE(context.scopes.siteOf(asset(0)), site);
    QCOMPARE(context.scopes.unitOf(asset(0)), asset(2)); // the topmost that steps name
    QCOMPARE(context.scopes.unitOf(asset(5)), asset(kAssets)); // the topmost below the site
    QVERIFY(context.scopes.isWithin(asset(0), asset(kAssets)) && context.scopes.isWithin(asset(3), asset(3)));
    QVERIFY(!context.scopes.isWithin(asset(3), asset(2)) && !context.scopes.isWithin(site, asset(0)));
    QVERIFY(context.operating.within(asset(0), Interval{at("2024-05-01T00:00:00Z"), at("2024-05-02T00:00:00Z")})
        == std::chrono::hours(10));
}

// A check passed a moment before the failure: the stratum has millions of windows of that length.
void TestWindows::thinsTheGridOfAShortWindow()
{
    DatasetBuilder b = thirtyBatches();
    b.deviation("D1", "x", "2024-05-20T05:00:00Z", "U1", "B19");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const Failure failure = only(d);
    const std::array<Failure, 1> all{failure};
    for (const auto length : {Duration(std::chrono::minutes(15)), Duration(std::chrono::seconds(1)), Duration(1)}) {
        WindowOptions options;
        options.before = wallLength(length);
        const Interval own{failure.anchor - length, failure.anchor};
        const std::vector<ControlWindow> windows = controlWindows(context, failure, all, own, options);
        const auto cells = options.stratum / length;
        const auto stride = (cells + 9'999) / 10'000;
        QCOMPARE(static_cast<std::int64_t>(windows.size()), (cells + stride - 1) / stride);
        QCOMPARE(windows[1].interval.begin - windows[0].interval.begin, stride * length);
        int usable = 0;
        for (const ControlWindow& w : windows) {
            QCOMPARE(w.interval.length(), length);
            usable += w.excluded.empty() ? 1 : 0;
        }
        QCOMPARE(usable, options.controls);
    }
    WindowOptions options;
    options.before = *parseWindowLength("0.01runh");
    const Interval own{failure.anchor - std::chrono::seconds(36), failure.anchor};
    QVERIFY(controlWindows(context, failure, all, own, options).size() <= 10'000);
    for (const char* nothing : {"0.0000000001runh", "0runh", "0.5uses", "0batches"})
        QVERIFY2(!parseWindowLength(nothing).has_value(), nothing);
}

QTEST_GUILESS_MAIN(TestWindows)
#include "tst_windows.moc"
