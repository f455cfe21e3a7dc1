// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/operating_time.h"
#include "model/alignment/plan_templates.h"
#include "model/alignment/scope.h"
#include "model/alignment/unified_events.h"

#include "tests/support/dataset_builder.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::test;

class TestUnifiedEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesClassesAsDefined();
    void countsUndatedRecordsAndKeepsThemOffTheAxis();
    void workOrderEntersTheAxisWhenReported();
    void ordersOnlyWhatTheUncertaintyAllows();
    void readsWindowWords_data();
    void readsWindowWords();
    void findsTheUnit();
    void widensTheScope();
    void limitsABatchScopeToTheTimeOfUse();
    void joinsStepsAndRunningStates();
    void readsMetersWithRollover();
    void matchesPlanTemplatesByWordStems_data();
    void matchesPlanTemplatesByWordStems();
    void refusesDamagedPlanTemplates();
};

void TestUnifiedEvents::namesClassesAsDefined()
{
    DatasetBuilder b;
    b.event("2024-05-01T00:00:00Z", "U1", " alarm ", "TI_HIGH ");
    b.workOrder("W1", "U1", "CM", "2024-05-01T00:00:01Z", {}, [](WorkOrder& o) { o.failureMode = "ELU"; });
    b.workOrder("W2", "U1", "", "2024-05-01T00:00:02Z", {}, [](WorkOrder& o) { o.failureMode = "ELU"; });
    b.workOrder("W3", "U1", "", "2024-05-01T00:00:03Z");
    b.calibration("C1", "U1", "2024-05-01T00:00:04Z", {}, "pass", [](Calibration& c) { c.asFoundResult = "fail"; });
    b.cleaning("CL1", "U1", "2024-05-01T00:00:05Z", {}, "SIP", "");
    b.cleaning("CL2", "U1", "2024-05-01T00:00:06Z", {}, "SIP", "pass");
    b.step("B1", "Mix", "U1", "2024-05-01T00:00:07Z", {});
    b.material("B1", "LOT-7", "2024-05-01T00:00:08Z");
    b.material("B1", "LOT-8", "2024-05-01T00:00:09Z", {}, {}, "produced");
    b.later([&b](Dataset& d) {
        Change change;
        change.head = b.head("changes", "1");
        change.kind = "setpoint";
        change.effective = time("2024-05-01T00:00:10Z");
        d.changes.push_back(change);
        TestResult result;
        result.head = b.head("results", "1");
        result.test = "ASSAY";
        result.outcome = "OOS";
        result.sampled = time("2024-05-01T00:00:11Z");
        d.results.push_back(result);
    });
    const Dataset d = b.take();
    const UnifiedEvents events = unifyEvents(d);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < events.size(); ++i)
        names.push_back(events.className(i));
    QCOMPARE(names,
        (std::vector<std::string>{"alarm:TI_HIGH", "work_order:CM/ELU", "work_order:ELU", "work_order",
            "calibration:fail", "cleaning:SIP", "cleaning:SIP:pass", "step:Mix", "material:LOT-7", "change:setpoint",
            "result:ASSAY:OOS"}));
    QVERIFY(std::is_sorted(events.classes.begin(), events.classes.end(),
        [](const EventClass& a, const EventClass& c) { return a.name < c.name; }));
    QVERIFY(events.findClass("step:Mix").has_value() && !events.findClass("step:Nix").has_value());
    QCOMPARE(codeOf(d, events, 1), std::string("CM/ELU"));
    QCOMPARE(recordOf(d, events, 1).id, d.workOrders[0].head.id);
}

void TestUnifiedEvents::countsUndatedRecordsAndKeepsThemOffTheAxis()
{
    DatasetBuilder b;
    b.workOrder("W1", "U1", "CM", {}).calibration("C1", "U1", {}).event("2024-05-01T00:00:00Z", "U1", "alarm", "A");
    const Dataset d = b.take();
    const UnifiedEvents events = unifyEvents(d);
    QCOMPARE(events.size(), std::size_t{1});
    QCOMPARE(events.undated.at(TableId::WorkOrders), std::size_t{1});
    QCOMPARE(events.undated.at(TableId::Calibrations), std::size_t{1});
}

void TestUnifiedEvents::workOrderEntersTheAxisWhenReported()
{
    WorkOrder order;
    order.finished = time("2024-05-03T00:00:00Z");
    QCOMPARE(onsetOf(order).utcUs, order.finished.utcUs);
    order.started = time("2024-05-02T00:00:00Z");
    QCOMPARE(onsetOf(order).utcUs, order.started.utcUs);
    order.reported = time("2024-05-01T00:00:00Z");
    QCOMPARE(onsetOf(order).utcUs, order.reported.utcUs);
    order.finished = {};
    order.status = "INPRG";
    QVERIFY(isOpen(order));
    order.status = "TECO CNF";
    QVERIFY(!isOpen(order));
}

void TestUnifiedEvents::ordersOnlyWhatTheUncertaintyAllows()
{
    const Timestamp t = at("2024-05-01T00:00:00Z");
    const Duration half(500'000);
    QVERIFY(orderOf(t, half, t + 2 * half, half) == Order::Before);
    QVERIFY(orderOf(t, half, t + 2 * half - Duration(1), half) == Order::Undetermined);
    QVERIFY(orderOf(t + 2 * half, half, t, half) == Order::After);
    QVERIFY(orderOf(t, Duration{}, t, Duration{}) == Order::Undetermined);
}

void TestUnifiedEvents::readsWindowWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed"); // empty: refused
    QTest::newRow("hours") << "72h"
                           << "72h";
    QTest::newRow("days") << "3d"
                          << "72h";
    QTest::newRow("minutes") << "90m"
                             << "90m";
    QTest::newRow("seconds") << "90s"
                             << "90s";
    QTest::newRow("a microsecond") << "0.000001s"
                                   << "0.000001s";
    QTest::newRow("batches") << "5batches"
                             << "5batches";
    QTest::newRow("run hours") << "7.5runh"
                               << "7.5runh";
    QTest::newRow("uses") << "10uses"
                          << "10uses";
    QTest::newRow("since") << "since:calibration-pass"
                           << "since:calibration-pass";
    QTest::newRow("procedure") << "procedure+24h"
                               << "procedure+24h";
    QTest::newRow("half a batch") << "0.5batches"
                                  << "";
    QTest::newRow("no batch") << "0batches"
                              << "";
    QTest::newRow("unknown since") << "since:tuesday"
                                   << "";
    QTest::newRow("no unit") << "72"
                             << "";
    QTest::newRow("negative") << "-3h"
                              << "";
}

void TestUnifiedEvents::readsWindowWords()
{
    QFETCH(QString, text);
    QFETCH(QString, printed);
    const auto length = parseWindowLength(text.toStdString());
    QCOMPARE(length.has_value(), !printed.isEmpty());
    if (!length)
        return;
    QCOMPARE(QString::fromStdString(toText(*length)), printed);
    QVERIFY(*parseWindowLength(toText(*length)) == *length);
    QCOMPARE(toText(*parseAnchor("step:Mix: 2:end")), std::string("step:Mix: 2:end"));
    QVERIFY(!parseAnchor("step:Mix").has_value());
}

void TestUnifiedEvents::findsTheUnit()
{
    DatasetBuilder b;
    b.asset("S", "", "site").asset("C", "S", "process_cell").asset("R1", "C", "bioreactor").asset("R1-P", "R1", "pump");
    b.asset("UT", "C", "compressor").asset("UT-F", "UT", "filter");
    b.asset("L", "C", "train").asset("L1", "L", "vessel").asset("L1-V", "L1", "valve");
    b.asset("E", "C", "module").asset("E1", "E", "unit").asset("E1-X", "E1", "probe");
    b.asset("M1").asset("M1-A", "M1");
    b.step("B1", "Mix", "R1", "2024-05-01T00:00:00Z", "2024-05-01T01:00:00Z");
    b.step("B1", "Dry", "L1", "2024-05-01T00:00:00Z", "2024-05-01T01:00:00Z");
    const Dataset d = b.take();
    const ScopeIndex scopes(d);
    const auto unit = [&](const char* asset) { return d.assets[scopes.unitOf(d.findAsset(asset)).value].id; };
    QCOMPARE(unit("R1-P"), std::string("R1"));
    QCOMPARE(unit("R1"), std::string("R1"));
    QCOMPARE(unit("UT-F"), std::string("UT")); // no steps: topmost below the cell
    QCOMPARE(unit("L1-V"), std::string("L1")); // topmost that steps name
    QCOMPARE(unit("E1-X"), std::string("E1")); // the class says unit
    QCOMPARE(unit("M1-A"), std::string("M1"));
    QCOMPARE(unit("C"), std::string("C"));
    QVERIFY(scopes.isWithin(d.findAsset("R1-P"), d.findAsset("S")));
}

void TestUnifiedEvents::widensTheScope()
{
    DatasetBuilder b;
    b.asset("C", "", "process_cell").asset("R1", "C").asset("R1-P", "R1").asset("R1-T", "R1").asset("R2", "C");
    b.asset("CIP", "C").asset("AIR").asset("ROOM").asset("OTHER-IN-ROOM", "ROOM");
    b.link("CIP", "R1", "cleans").link("AIR", "R1-P", "supplies").link("R1", "ROOM", "located_in");
    b.step("B1", "Mix", "R1", "2024-05-01T00:00:00Z", "2024-05-01T01:00:00Z");
    b.step("B1", "Dry", "R2", "2024-05-01T01:00:00Z", "2024-05-01T02:00:00Z");
    const Dataset d = b.take();
    const ScopeIndex scopes(d);
    const auto names = [&](Scope scope, const char* asset, const char* batch) {
        std::string out;
        for (const ScopePart& part :
            scopes.scope(scope, d.findAsset(asset), d.findBatch(batch), at("2024-05-01T00:30:00Z")))
            out += d.assets[part.asset.value].id + (part.during ? "*" : "") + " ";
        return out;
    };
    QCOMPARE(names(Scope::Asset, "R1-P", ""), std::string("R1-P "));
    QCOMPARE(names(Scope::Unit, "R1-P", ""), std::string("AIR CIP R1 R1-P R1-T ROOM "));
    QCOMPARE(names(Scope::Batch, "R1-P", "B1"), std::string("AIR CIP R1 R1-P R1-T R2* ROOM "));
    QCOMPARE(names(Scope::Unit, "", "B1"), std::string("AIR* CIP* R1* R1-P* R1-T* R2* ROOM* "));
    QCOMPARE(names(Scope::Cell, "R2", ""), std::string("C CIP R1 R1-P R1-T R2 "));
}

void TestUnifiedEvents::limitsABatchScopeToTheTimeOfUse()
{
    DatasetBuilder b;
    b.step("B1", "Mix", "R1", "2024-05-01T00:00:00Z", "2024-05-01T01:00:00Z");
    b.step("B1", "Mix again", "R1", "2024-05-01T00:30:00Z", "2024-05-01T02:00:00Z");
    b.step("B1", "Later", "R1", "2024-05-03T00:00:00Z", "2024-05-03T02:00:00Z");
    b.step("B2", "Dry", "R2", "2024-05-04T00:00:00Z", "2024-05-04T02:00:00Z");
    b.material("B2", {}, "2024-05-04T00:00:00Z", "bulk", "B1");
    const Dataset d = b.take();
    const ScopeIndex scopes(d);
    const auto parts = scopes.scope(Scope::Batch, {}, d.findBatch("B1"), at("2024-05-03T01:00:00Z"));
    QCOMPARE(parts.size(), std::size_t{2});
    QCOMPARE(parts[0].during->end, at("2024-05-01T02:00:00Z"));
    QCOMPARE(parts[1].during->begin, at("2024-05-03T00:00:00Z"));
    QCOMPARE(scopes.scope(Scope::Batch, {}, d.findBatch("B2"), {}).size(), std::size_t{1});
    QCOMPARE(scopes.scope(Scope::Upstream, {}, d.findBatch("B2"), {}).size(), std::size_t{3});
}

void TestUnifiedEvents::joinsStepsAndRunningStates()
{
    DatasetBuilder b;
    b.asset("R1-P", "R1", "pump");
    b.step("B1", "Mix", "R1", "2024-05-01T00:00:00Z", "2024-05-01T02:00:00Z");
    b.event("2024-05-01T01:00:00Z", "R1", "state", "RUNNING", {}, "2024-05-01T03:00:00Z");
    b.event("2024-05-01T05:00:00Z", "R1", "state", "RUNNING");
    b.event("2024-05-01T06:00:00Z", "R1", "state", "IDLE");
    b.asset("M9");
    const Dataset d = b.take();
    const ScopeIndex scopes(d);
    const OperatingTime operating(d, scopes);
    const Interval day{at("2024-05-01T00:00:00Z"), at("2024-05-02T00:00:00Z")};
    QCOMPARE(*operating.runHours(d.findAsset("R1"), day), 4.0);
    QCOMPARE(*operating.runHours(d.findAsset("R1-P"), day), 4.0);
    QVERIFY(operating.basis(d.findAsset("M9")) == OperatingBasis::Coverage);
    QVERIFY(!operating.runHours(d.findAsset("M9"), day).has_value());
    QCOMPARE(*operating.backByRunHours(d.findAsset("R1"), at("2024-05-01T05:30:00Z"), 1.5), at("2024-05-01T02:00:00Z"));
    QVERIFY(!operating.backByRunHours(d.findAsset("R1"), at("2024-05-01T05:30:00Z"), 9).has_value());
}

void TestUnifiedEvents::readsMetersWithRollover()
{
    DatasetBuilder b;
    b.asset("R1");
    b.later([&b](Dataset& d) {
        for (const auto& [when, reading] : {std::pair("2024-05-01T00:00:00Z", "90"),
                 std::pair("2024-05-02T00:00:00Z", "98"), std::pair("2024-05-03T00:00:00Z", "6")}) {
            MeterReading row;
            row.head = b.head("meters", when);
            row.asset = d.findAsset("R1");
            row.kind = "run_hours";
            row.time = time(when);
            row.reading = number(reading);
            row.rollover = number("100");
            d.meters.push_back(row);
        }
    });
    Dataset d = b.take();
    const ScopeIndex scopes(d);
    const OperatingTime operating(d, scopes);
    const auto hours = [&](const char* from, const char* to) {
        return operating.runHours(d.findAsset("R1"), Interval{at(from), at(to)});
    };
    QCOMPARE(*hours("2024-05-01T00:00:00Z", "2024-05-03T00:00:00Z"), 16.0);
    QCOMPARE(*hours("2024-05-01T12:00:00Z", "2024-05-02T12:00:00Z"), 8.0);
    QVERIFY(!hours("2024-04-30T00:00:00Z", "2024-05-02T00:00:00Z").has_value());
    QVERIFY(operating.basis(d.findAsset("R1")) == OperatingBasis::Meter);
    const Interval all{at("2024-05-01T00:00:00Z"), at("2024-05-03T00:00:00Z")};
    QVERIFY(operating.within(d.findAsset("R1"), all) == std::chrono::hours(16));
    d.meters[1].reading = number("1e300");
    const Interval first{all.begin, at("2024-05-02T00:00:00Z")};
    QVERIFY(OperatingTime(d, scopes).within(d.findAsset("R1"), first) == std::chrono::hours(100'000'000));
}

void TestUnifiedEvents::matchesPlanTemplatesByWordStems_data()
{
    QTest::addColumn<QString>("classification");
    QTest::addColumn<QString>("plan");
    QTest::newRow("excursion") << "temperature_excursion"
                               << "excursion";
    QTest::newRow("microbiology") << "Bioburden above limit"
                                  << "microbiology";
    QTest::newRow("leak") << "filter-integrity"
                          << "leak";
    QTest::newRow("particles") << "foreign_particles"
                               << "particles";
    QTest::newRow("yield") << "low_yield"
                           << "yield-assay";
    QTest::newRow("trip") << "Pump tripped"
                          << "trip";
    QTest::newRow("cross-contamination first") << "cross contamination, microbial"
                                               << "cross-contamination";
    QTest::newRow("stems begin words") << "unseal"
                                       << "default";
    QTest::newRow("anything else") << "comp1"
                                   << "default";
    QTest::newRow("unknown") << ""
                             << "default";
}

void TestUnifiedEvents::matchesPlanTemplatesByWordStems()
{
    QFETCH(QString, classification);
    QFETCH(QString, plan);
    const PlanTemplates& templates = builtinPlanTemplates();
    QCOMPARE(QString::fromStdString(templates.match(classification.toStdString()).name), plan);
    const WindowOptions options = optionsOf(*templates.find("default"));
    QVERIFY(options.before == wallLength(std::chrono::hours(72)) && options.after == wallLength(std::chrono::hours(4)));
    QCOMPARE(toText(options.scope), std::string("unit"));
    QCOMPARE(templates.templates.back().name, std::string("default"));
}

void TestUnifiedEvents::refusesDamagedPlanTemplates()
{
    QVERIFY(!parsePlanTemplates("{").has_value());
    QVERIFY(!parsePlanTemplates(R"({"templates": []})").has_value());
    const auto tooBig = parsePlanTemplates(R"({"templates": [{"name": "a", "before": 1e30000}]})");
    QVERIFY(!tooBig);
    QCOMPARE(tooBig.error().detail, std::string("holds a number that is too big"));
    const auto bad = parsePlanTemplates(
        R"({"templates": [{"name": "x", "anchor": "occurred", "scope": "unit", "clock": "wall", "before": "long", "after": "4h"}]})");
    QVERIFY(!bad.has_value());
    QCOMPARE(bad.error().where, std::string("plan template x"));
}

QTEST_GUILESS_MAIN(TestUnifiedEvents)
#include "tst_unified_events.moc"
