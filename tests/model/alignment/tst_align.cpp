// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/align.h"
#include "model/alignment/filter.h"

#include "tests/support/dataset_builder.h"

#include <QTest>

#include <random>

using namespace antecedent;
using namespace antecedent::test;

class TestAlign : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsOnsetsInTheHalfOpenWindow();
    void neverTakesTheAnsweringWorkOrderForAnAntecedent();
    void keepsIntervalsInForceAtTheAnchor();
    void leavesEventsWithinTheUncertaintyUndetermined();
    void gridIsIndependentOfTheAnchor();
    void controlsKeepAwayFromOtherFailuresAndProducts();
    void capsControlsDeterministically();
    void statesWhyABatchCannotServe();
    void alignsAFailureWithoutAssetOnControlBatches();
    void windowsInBatchesRunHoursAndSince();
    void takesEventsAsFailures();
    void equalsBruteForceOnRandomCases();
};

namespace {

const AlignedWindow& caseOf(const Alignment& alignment)
{
    return alignment.windows.front();
}

std::vector<std::string> antecedents(const AlignmentContext& context, const AlignedWindow& window)
{
    std::vector<std::string> names;
    for (const AlignedEvent& event : window.events)
        if (event.isAntecedent)
            names.push_back(context.events.className(event.event.value));
    return names;
}

FailureSet allOf(const Dataset& dataset)
{
    auto set = selectFailures(dataset, {}, {});
    return set ? *set : FailureSet{};
}

} // namespace

void TestAlign::countsOnsetsInTheHalfOpenWindow()
{
    DatasetBuilder b;
    b.deviation("D1", "leak", "2024-05-10T12:00:00Z", "M1");
    b.event("2024-05-07T11:59:59Z", "M1", "alarm", "BEFORE");
    b.event("2024-05-07T12:00:00Z", "M1", "alarm", "FIRST");
    b.event("2024-05-10T11:59:59Z", "M1", "alarm", "LAST");
    b.event("2024-05-10T12:00:00Z", "M1", "alarm", "AT");
    b.event("2024-05-10T15:59:59Z", "M1", "alarm", "SHOWN");
    b.event("2024-05-10T16:00:00Z", "M1", "alarm", "GONE");
    b.event("2024-05-09T00:00:00Z", "M2", "alarm", "ELSEWHERE");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    WindowOptions options;
    options.controls = 0;
    const auto alignment = align(context, allOf(d), options);
    QVERIFY(alignment.has_value());
    QCOMPARE(alignment->windows.size(), std::size_t{1});
    QCOMPARE(antecedents(context, caseOf(*alignment)), (std::vector<std::string>{"alarm:FIRST", "alarm:LAST"}));
    QCOMPARE(caseOf(*alignment).events.size(), std::size_t{4});
    QCOMPARE(caseOf(*alignment).events.front().offset, Duration(std::chrono::hours(-72)));
    QCOMPARE(caseOf(*alignment).events.front().uncertainty, Duration(1'000'000));
}

void TestAlign::neverTakesTheAnsweringWorkOrderForAnAntecedent()
{
    DatasetBuilder b;
    b.deviation("D1", "leak", "2024-05-10T12:00:00Z", "M1");
    b.event("2024-05-01T00:00:00Z", "M1", "alarm", "A");
    b.workOrder("W1", "M1", "CM", "2024-05-10T12:00:00Z", "2024-05-11T00:00:00Z");
    b.workOrder(
        "W2", "M1", "CM", "2024-05-09T12:00:00Z", "2024-05-11T00:00:00Z", [](WorkOrder& o) { o.deviationId = "D1"; });
    b.workOrder("W3", "M1", "PM", "2024-05-09T12:00:00Z", "2024-05-09T13:00:00Z");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    WindowOptions options;
    options.controls = 0;
    const auto alignment = align(context, allOf(d), options);
    QVERIFY(alignment.has_value());
    QCOMPARE(antecedents(context, caseOf(*alignment)), (std::vector<std::string>{"work_order:PM"}));
    QCOMPARE(caseOf(*alignment).events.size(), std::size_t{3});
    int answers = 0;
    for (const AlignedEvent& event : caseOf(*alignment).events)
        answers += event.isAnswer ? 1 : 0;
    QCOMPARE(answers, 2);
}

void TestAlign::keepsIntervalsInForceAtTheAnchor()
{
    DatasetBuilder b;
    b.deviation("D1", "leak", "2024-05-10T12:00:00Z", "M1");
    b.event("2024-05-01T00:00:00Z", "M1", "state", "BYPASS", {}, "2024-05-12T00:00:00Z");
    b.event("2024-05-02T00:00:00Z", "M1", "state", "OVER", {}, "2024-05-09T00:00:00Z");
    b.workOrder("W1", "M1", "CM", "2024-04-01T00:00:00Z");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    WindowOptions options;
    options.controls = 0;
    const auto alignment = align(context, allOf(d), options);
    QVERIFY(alignment.has_value());
    QCOMPARE(antecedents(context, caseOf(*alignment)), (std::vector<std::string>{"work_order:CM", "state:BYPASS"}));
    QVERIFY(caseOf(*alignment).events.front().isInForce);
}

void TestAlign::leavesEventsWithinTheUncertaintyUndetermined()
{
    DatasetBuilder b;
    b.deviation("D1", "leak", "2024-05-10T12:00:00Z", "M1");
    b.event("2024-05-10T11:59:58Z", "M1", "alarm", "NEAR");
    b.event("2024-05-10T11:50:00Z", "M1", "alarm", "FAR");
    b.later([](Dataset& d) { d.sources[0].clockUncertainty = std::chrono::seconds(30); });
    const Dataset d = b.take();
    const AlignmentContext context(d);
    WindowOptions options;
    options.controls = 0;
    const auto alignment = align(context, allOf(d), options);
    QVERIFY(alignment.has_value());
    QCOMPARE(antecedents(context, caseOf(*alignment)), (std::vector<std::string>{"alarm:FAR"}));
    QVERIFY(caseOf(*alignment).events.back().isUndetermined);
    QCOMPARE(caseOf(*alignment).events.back().uncertainty, Duration(61'000'000));
}

void TestAlign::gridIsIndependentOfTheAnchor()
{
    DatasetBuilder b;
    b.deviation("D1", "leak", "2024-05-10T12:00:00Z", "M1");
    b.event("2023-01-01T00:00:00Z", "M1", "alarm", "A").event("2025-01-01T00:00:00Z", "M1", "alarm", "A");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    Failure failure = allOf(d).failures.front();
    WindowOptions options;
    options.controls = 1000;
    std::vector<std::vector<Interval>> grids;
    for (int hours = 0; hours < 3; ++hours) {
        failure.anchor += std::chrono::hours(hours);
        const Interval window{failure.anchor - std::chrono::hours(72), failure.anchor};
        std::vector<Interval> grid;
        for (const auto& control : controlWindows(context, failure, {}, window, options))
            grid.push_back(control.interval);
        grids.push_back(grid);
    }
    QCOMPARE(grids[0].size(), std::size_t{28}); // 84 days of 72 h
    QVERIFY(grids[0] == grids[1] && grids[1] == grids[2]);
    for (std::size_t i = 1; i < grids[0].size(); ++i)
        QVERIFY(grids[0][i - 1].end == grids[0][i].begin);
}

void TestAlign::controlsKeepAwayFromOtherFailuresAndProducts()
{
    DatasetBuilder b;
    b.asset("U1", "C1", "bioreactor").asset("C1", "", "process_cell").asset("U1-P", "U1", "pump");
    b.deviation("D1", "leak", "2024-05-10T12:00:00Z", "U1", "B1");
    b.deviation("D2", "trip", "2024-05-25T00:00:00Z", "U1-P");
    b.batch("B1", "P").batch("B2", "Q").batch("B3", "P");
    b.step("B1", "Make", "U1", "2024-05-06T00:00:00Z", "2024-05-12T00:00:00Z");
    b.step("B2", "Make", "U1", "2024-04-15T00:00:00Z", "2024-04-22T00:00:00Z");
    b.step("B3", "Make", "U1", "2024-04-24T00:00:00Z", "2024-05-02T00:00:00Z");
    b.step("B3", "Late", "U1", "2024-05-14T00:00:00Z", "2024-06-12T00:00:00Z");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const auto set = allOf(d);
    const Interval window{at("2024-05-07T12:00:00Z"), at("2024-05-10T12:00:00Z")};
    std::map<std::string, int> reasons;
    WindowOptions options;
    options.controls = 1000;
    for (const auto& control : controlWindows(context, set.failures.front(), set.failures, window, options)) {
        ++reasons[control.excluded];
        if (control.excluded.empty()) {
            const Interval own{at("2024-05-04T12:00:00Z"), at("2024-05-13T12:00:00Z")};
            const Interval other{at("2024-05-19T00:00:00Z"), at("2024-05-28T00:00:00Z")};
            QVERIFY(!control.interval.overlaps(own));
            QVERIFY(!control.interval.overlaps(other));
        }
    }
    QVERIFY(reasons.at("") > 0);
    QVERIFY(reasons.at("another product, Q") > 0);
    QVERIFY(reasons.at("touches the window of failure D2 or the gap of one window around it") > 0);
    QVERIFY(reasons.at("touches the failure's own window or the gap of one window around it") > 0);
    QVERIFY(reasons.at("no source covers it") > 0);
}

void TestAlign::capsControlsDeterministically()
{
    DatasetBuilder b;
    b.deviation("D1", "leak", "2024-05-10T12:00:00Z", "M1");
    b.event("2023-01-01T00:00:00Z", "M1", "alarm", "A").event("2025-01-01T00:00:00Z", "M1", "alarm", "A");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    WindowOptions options;
    const auto first = align(context, allOf(d), options);
    const auto second = align(AlignmentContext(d), allOf(d), options);
    QVERIFY(first && second);
    QCOMPARE(first->windows.size(), std::size_t{11});
    for (std::size_t i = 0; i < first->windows.size(); ++i) {
        QVERIFY(first->windows[i].interval == second->windows[i].interval);
        QCOMPARE(first->windows[i].isCase, i == 0);
    }
    QCOMPARE(first->exclusions.back().reason, std::string("beyond the cap of 10"));
    QCOMPARE(first->notes.size(), std::size_t{1});
    QCOMPARE(first->notes.front(), std::string("operating time from coverage of the sources"));
}

void TestAlign::statesWhyABatchCannotServe()
{
    DatasetBuilder b;
    b.batch("B1", "P", "R1")
        .batch("B2", "P", "R1")
        .batch("B3", "P", "R1")
        .batch("B4", "P", "R2")
        .batch("B5", "P", "R1");
    b.step("B1", "Fill", "U1", "2024-05-01T00:00:00Z", "2024-05-02T00:00:00Z");
    b.step("B2", "Fill", "U2", "2024-06-01T00:00:00Z", "2024-06-02T00:00:00Z");
    b.step("B3", "Mix", "U1", "2024-07-01T00:00:00Z", "2024-07-02T00:00:00Z");
    b.step("B4", "Fill", "U1", "2024-08-01T00:00:00Z", "2024-08-02T00:00:00Z");
    b.step("B5", "Fill", "U1", "2024-09-01T00:00:00Z", "2024-09-02T00:00:00Z");
    b.deviation("D1", "low_yield", "2024-05-01T06:00:00Z", {}, "B1");
    b.deviation("D2", "low_yield", "2024-09-01T06:00:00Z", {}, "B5");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const auto controls = controlBatches(context, allOf(d).failures.front());
    QCOMPARE(controls.size(), std::size_t{3}); // B4 has another recipe
    QCOMPARE(controls[0].excluded, std::string());
    QCOMPARE(controls[0].anchor, at("2024-06-01T06:00:00Z"));
    QVERIFY(!controls[0].sameUnit);
    QCOMPARE(controls[1].excluded, std::string("has no step Fill"));
    QCOMPARE(controls[2].excluded, std::string("deviates in the same class"));
}

void TestAlign::alignsAFailureWithoutAssetOnControlBatches()
{
    DatasetBuilder b;
    b.asset("U1-P", "U1", "pump");
    for (int i = 1; i <= 4; ++i) {
        const std::string day = "2024-05-0" + std::to_string(2 * i);
        const std::string id = "B" + std::to_string(i);
        b.step(id, "Fill", "U1", day + "T00:00:00Z", day + "T10:00:00Z");
        if (i != 3)
            b.material(id, "LOT-" + std::to_string(i), day + "T01:00:00Z");
    }
    b.event("2024-05-08T02:00:00Z", "U1-P", "alarm", "A");
    b.event("2024-05-08T12:00:00Z", "U1-P", "alarm", "AFTER_USE");
    b.deviation("D1", "low_yield", "2024-05-08T09:00:00Z", {}, "B4");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    WindowOptions options;
    options.before = wallLength(std::chrono::hours(24));
    const auto alignment = align(context, allOf(d), options);
    QVERIFY(alignment.has_value());
    QCOMPARE(alignment->windows.size(), std::size_t{4});
    QCOMPARE(
        antecedents(context, caseOf(*alignment)), (std::vector<std::string>{"step:Fill", "material:LOT-4", "alarm:A"}));
    QVERIFY(alignment->windows[1].isBatchControl);
    QCOMPARE(alignment->windows[1].anchor, at("2024-05-02T09:00:00Z"));
    QCOMPARE(antecedents(context, alignment->windows[3]), (std::vector<std::string>{"step:Fill"}));
}

void TestAlign::windowsInBatchesRunHoursAndSince()
{
    DatasetBuilder b;
    for (int i = 1; i <= 5; ++i) {
        const std::string day = "2024-05-0" + std::to_string(i);
        b.step("B" + std::to_string(i), "Fill", "U1", day + "T00:00:00Z", day + "T10:00:00Z");
    }
    b.calibration("C1", "U1", "2024-05-02T12:00:00Z").calibration("C2", "U1", "2024-05-03T12:00:00Z", {}, "fail");
    b.deviation("D1", "low_yield", "2024-05-05T04:00:00Z", "U1", "B5");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const Failure failure = allOf(d).failures.front();
    const auto begin = [&](const char* length) {
        const auto interval = caseInterval(context, failure, *parseWindowLength(length));
        return interval.interval ? formatUtc(interval.interval->begin) : interval.reason.english();
    };
    QCOMPARE(begin("3batches"), std::string("2024-05-03T00:00:00Z"));
    QCOMPARE(begin("5uses"), std::string("2024-05-01T00:00:00Z"));
    QCOMPARE(begin("6batches"), std::string("only 5 of 6batches lie before the failure in the data"));
    QCOMPARE(begin("15runh"), std::string("2024-05-03T09:00:00Z"));
    QCOMPARE(begin("since:calibration-pass"), std::string("2024-05-02T12:00:00Z"));
    QCOMPARE(begin("since:good-batch"), std::string("2024-05-04T10:00:00Z"));
    QCOMPARE(begin("since:replacement"), std::string("nothing in the data for since:replacement"));
}

void TestAlign::takesEventsAsFailures()
{
    DatasetBuilder b;
    b.workOrder("W1", "M1", "CM", "2024-05-10T00:00:00Z", "2024-05-10T06:00:00Z");
    b.workOrder("W2", "M1", "CM", "2024-05-20T00:00:00Z", "2024-05-20T06:00:00Z");
    b.workOrder("W3", "M2", "CM", "2024-05-20T00:00:00Z");
    b.event("2024-05-10T05:00:00Z", "M1", "alarm", "DURING");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const auto filter = Filter::parse("class = work_order:CM");
    const FailureSet all = selectSentinels(d, context.events, *filter);
    QCOMPARE(all.failures.size(), std::size_t{3});
    QCOMPARE(all.failures[1].id, std::string("work_order:CM @ M1 #2"));
    const FailureSet second = selectSentinels(d, context.events, *filter, 2);
    QCOMPARE(second.failures.size(), std::size_t{1});
    QCOMPARE(second.excluded.size(), std::size_t{2});
    const FailureSet finished = selectSentinels(d, context.events, *filter, 0, *parseAnchor("finished"));
    QCOMPARE(finished.failures.size(), std::size_t{2});
    QCOMPARE(finished.failures[0].anchor, at("2024-05-10T06:00:00Z"));
    QCOMPARE(finished.excluded[0].reason, std::string("no time known for the anchor: finished"));
    WindowOptions options;
    options.controls = 0;
    const auto alignment = align(context, finished, options);
    QVERIFY(alignment.has_value());
    QCOMPARE(antecedents(context, caseOf(*alignment)), (std::vector<std::string>{"alarm:DURING"}));
}

void TestAlign::equalsBruteForceOnRandomCases()
{
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        DatasetBuilder b;
        const auto instant = [&] {
            return formatUtc(at("2024-01-01T00:00:00Z") + std::chrono::minutes(random() % (60U * 24U * 60U)));
        };
        for (int i = 0; i < 300; ++i)
            b.event(instant(), "M" + std::to_string(random() % 3U), "alarm", "A" + std::to_string(random() % 5U));
        for (int i = 0; i < 4; ++i)
            b.deviation("D" + std::to_string(i), "x", instant(), "M" + std::to_string(random() % 3U));
        const Dataset d = b.take();
        const AlignmentContext context(d);
        WindowOptions options;
        options.before = wallLength(std::chrono::hours(1 + random() % 60U));
        const auto alignment = align(context, allOf(d), options);
        QVERIFY(alignment.has_value());

        std::vector<WindowSegment> segments;
        std::vector<std::uint8_t> isCase;
        std::map<std::string, std::pair<std::uint32_t, std::uint32_t>> expected;
        for (const AlignedWindow& window : alignment->windows) {
            const auto number = static_cast<std::uint32_t>(isCase.size());
            isCase.push_back(window.isCase ? 1 : 0);
            segments.push_back({number, window.asset, window.interval.begin.time_since_epoch().count(),
                window.interval.end.time_since_epoch().count()});
            std::set<std::string> brute;
            for (std::size_t i = 0; i < d.events.size(); ++i) {
                const Timestamp t{Duration(d.events.timeUs[i])};
                if (d.events.asset[i] == window.asset && window.interval.contains(t))
                    brute.insert("alarm:" + d.strings.text(d.events.code[i]));
            }
            const auto found = antecedents(context, window);
            QVERIFY(std::set<std::string>(found.begin(), found.end()) == brute);
            for (const auto& name : brute)
                ++(window.isCase ? expected[name].first : expected[name].second);
        }
        const WindowCounter counter(context.byAsset);
        const auto counts = counter.count(segments, isCase);
        for (const auto& [name, pair] : expected) {
            const auto& count = counts[context.events.findClass(name)->value];
            QCOMPARE(count.cases, pair.first);
            QCOMPARE(count.controls, pair.second);
        }
        for (const WindowHit& hit : counter.hits(segments)) {
            const auto& window = alignment->windows[hit.window];
            std::int64_t latest = 0;
            for (const auto i : context.byAsset.all(window.asset))
                if (context.events.eventClass[i].value == hit.key
                    && window.interval.contains(Timestamp(Duration(context.events.onsetUs[i]))))
                    latest = std::max(latest, context.events.onsetUs[i]);
            QCOMPARE(context.events.onsetUs[hit.event], latest);
        }
    }
}

QTEST_GUILESS_MAIN(TestAlign)
#include "tst_align.moc"
