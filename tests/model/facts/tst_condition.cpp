// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/facts/condition.h"

#include "tests/support/dataset_builder.h"

#include <QTest>

#include <random>

using namespace antecedent;
using namespace antecedent::test;

class TestCondition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheShippedResetTable();
    void refusesADamagedResetTableWithItsLine();
    void lubricationDoesNotResetReplacement();
    void countsSinceTheLastRecordOfEachKind();
    void saysUnknownRatherThanZero();
    void countsPartsWithTheirUnitsUseAndCleaning();
    void ignoresTheOrderFinishedAtThatInstant();
    void listsOverdueWithItsReference();
    void aLimitInDaysIsDueToTheMicrosecond();
    void knowsOnlyWhatWasEnteredByThen();
    void namesTablesWithoutEntryTimes();
    void usesTheStatusHistory();
    void keepsTheLatestAsFoundPerInstrumentAndPoint();
    void equalsBruteForceOnRandomHistories();
};

namespace {

ConditionCard cardOf(const AlignmentContext& context, const char* asset, const char* when, AsKnown known = AsKnown::Now)
{
    return conditionAt(context, context.dataset.findAsset(asset), at(when), known);
}

} // namespace

void TestCondition::readsTheShippedResetTable()
{
    QCOMPARE(builtinResetTable().version, std::string("1"));
    WorkOrder order;
    order.type = "INSP";
    QVERIFY(builtinResetTable().resetsOf(order) == Resets{});
    order.type = "PM";
    QVERIFY(builtinResetTable().resetsOf(order).preventive);
    order.type = "CM";
    order.activity = "Replacement";
    const Resets resets = builtinResetTable().resetsOf(order);
    QVERIFY(resets.replacement && resets.corrective && !resets.preventive);
    order.activity = "Inspection";
    QVERIFY(builtinResetTable().resetsOf(order) == Resets{});
}

void TestCondition::refusesADamagedResetTableWithItsLine()
{
    const auto table = parseResetTable("activity,type,maintenance,preventive,corrective,replacement,calibration,"
                                       "cleaning,note\nreplace,,maybe,,,,,,x\n");
    QVERIFY(!table.has_value());
    QCOMPARE(table.error().where, std::string("reset table, line 2"));
    QCOMPARE(parseResetTable("a,b\n").error().where, std::string("reset table, line 1"));
}

void TestCondition::lubricationDoesNotResetReplacement()
{
    DatasetBuilder b;
    const auto activity = [](const char* word) { return [word](WorkOrder& o) { o.activity = word; }; };
    b.workOrder("W1", "P1", "CM", "2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z", activity("Replace"));
    b.workOrder("W2", "P1", "PM", "2024-02-01T00:00:00Z", "2024-02-02T00:00:00Z", activity("Lubricate"));
    b.workOrder("W3", "P1", "INSP", "2024-03-01T00:00:00Z", "2024-03-02T00:00:00Z", activity("Inspection"));
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const ConditionCard card = cardOf(context, "P1", "2024-04-01T00:00:00Z");
    QCOMPARE(card.counter("since_replacement").ref, std::string("W1"));
    QCOMPARE(card.counter("since_maintenance").ref, std::string("W2"));
    QCOMPARE(card.counter("since_preventive").ref, std::string("W2"));
    QCOMPARE(card.counter("since_corrective").ref, std::string("W1"));
}

void TestCondition::countsSinceTheLastRecordOfEachKind()
{
    DatasetBuilder b;
    for (int i = 1; i <= 5; ++i) {
        const std::string day = "2024-05-0" + std::to_string(i);
        b.step("B" + std::to_string(i), "Fill", "U1", day + "T00:00:00Z", day + "T10:00:00Z");
        b.step("B" + std::to_string(i), "Fill 1", "U1", day + "T00:00:00Z", day + "T02:00:00Z", "operation");
    }
    b.workOrder("W1", "U1", "PM", "2024-05-01T12:00:00Z", "2024-05-02T06:00:00Z");
    b.calibration("C1", "U1", "2024-05-03T12:00:00Z");
    b.cleaning("CL1", "U1", "2024-05-04T12:00:00Z", "2024-05-04T14:00:00Z");
    b.cleaning("CL2", "U1", "2024-05-04T15:00:00Z", "2024-05-04T16:00:00Z", "CIP", "fail");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const ConditionCard card = cardOf(context, "U1", "2024-05-05T06:00:00Z");
    const Counter& maintenance = card.counter("since_maintenance");
    QCOMPARE(maintenance.ref, std::string("W1"));
    QCOMPARE(*maintenance.hours, 72.0);
    QCOMPARE(*maintenance.runHours, 4.0 + 10 + 10 + 6);
    QCOMPARE(*maintenance.batches, 3);
    QCOMPARE(*maintenance.cycles, 3.0);
    QCOMPARE(maintenance.uses.size(), std::size_t{3});
    QCOMPARE(*card.counter("since_calibration").batches, 2);
    QCOMPARE(card.counter("since_cleaning").ref, std::string("CL1"));
    QCOMPARE(*card.counter("since_cleaning").hours, 16.0);
    QVERIFY(card.basis == OperatingBasis::StepsAndStates);
}

void TestCondition::saysUnknownRatherThanZero()
{
    DatasetBuilder b;
    b.workOrder("W1", "M1", "PM", "2024-05-01T12:00:00Z", "2024-05-02T06:00:00Z");
    b.step("B1", "Fill", "U1", "2024-06-01T00:00:00Z", "2024-06-01T10:00:00Z");
    b.workOrder("W2", "U1", "PM", "2024-05-01T12:00:00Z", "2024-05-02T06:00:00Z");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const ConditionCard card = cardOf(context, "M1", "2024-05-05T06:00:00Z");
    QVERIFY(card.counter("since_maintenance").hours.has_value());
    QVERIFY(!card.counter("since_maintenance").runHours.has_value());
    QVERIFY(!card.counter("since_maintenance").batches.has_value());
    QVERIFY(!card.counter("since_calibration").hours.has_value());
    QCOMPARE(card.dueUnknown, (std::vector<std::string>{"calibration", "pm"}));
    QVERIFY(card.overdue.empty());
    // The order was finished before the first known step: how often the unit ran since is not known.
    const ConditionCard unit = cardOf(context, "U1", "2024-06-05T00:00:00Z");
    QVERIFY(!unit.counter("since_maintenance").batches.has_value());
}

void TestCondition::countsPartsWithTheirUnitsUseAndCleaning()
{
    DatasetBuilder b;
    b.asset("U1-AGT", "U1", "agitator");
    b.step("B0", "Fill", "U1", "2024-05-01T00:00:00Z", "2024-05-01T10:00:00Z");
    b.step("B1", "Fill", "U1", "2024-05-03T00:00:00Z", "2024-05-03T10:00:00Z");
    b.workOrder("W1", "U1-AGT", "CM", "2024-05-02T00:00:00Z", "2024-05-02T06:00:00Z");
    b.cleaning("CL1", "U1", "2024-05-02T12:00:00Z", "2024-05-02T14:00:00Z");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const ConditionCard card = cardOf(context, "U1-AGT", "2024-05-04T00:00:00Z");
    QCOMPARE(*card.counter("since_maintenance").batches, 1);
    QCOMPARE(*card.counter("since_maintenance").runHours, 10.0);
    QCOMPARE(card.counter("since_cleaning").ref, std::string("CL1"));
    QCOMPARE(cardOf(context, "U1", "2024-05-04T00:00:00Z").counter("since_maintenance").ref, std::string("W1"));
}

void TestCondition::ignoresTheOrderFinishedAtThatInstant()
{
    DatasetBuilder b;
    b.workOrder("W1", "U1", "CM", "2024-03-01T00:00:00Z", "2024-03-02T00:00:00Z");
    b.workOrder("W2", "U1", "CM", "2024-03-10T06:00:00Z", "2024-03-10T06:00:00Z");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    QCOMPARE(cardOf(context, "U1", "2024-03-10T06:00:00Z").counter("since_maintenance").ref, std::string("W1"));
    QCOMPARE(cardOf(context, "U1", "2024-03-10T06:00:01Z").counter("since_maintenance").ref, std::string("W2"));
}

void TestCondition::listsOverdueWithItsReference()
{
    DatasetBuilder b;
    b.asset("U1-PH", "U1", "ph_probe");
    b.calibration("C1", "U1-PH", "2024-01-01T00:00:00Z", "2024-04-01T00:00:00Z");
    b.workOrder(
        "W1", "U1", "PM", "2024-03-01T00:00:00Z", {}, [](WorkOrder& o) { o.due = time("2024-04-02T00:00:00Z"); });
    b.workOrder("W0", "U1", "PM", "2024-02-01T00:00:00Z", "2024-02-05T00:00:00Z",
        [](WorkOrder& o) { o.due = time("2024-02-02T00:00:00Z"); });
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const ConditionCard card = cardOf(context, "U1", "2024-04-03T00:00:00Z");
    QCOMPARE(card.overdue.size(), std::size_t{2});
    QCOMPARE(card.overdue[0].kind, std::string("calibration"));
    QCOMPARE(card.overdue[0].ref, std::string("C1"));
    QCOMPARE(card.overdue[0].byS, 2 * 86400.0);
    QCOMPARE(card.overdue[1].kind, std::string("pm"));
    QCOMPARE(card.overdue[1].ref, std::string("W1"));
    QCOMPARE(card.openWork.size(), std::size_t{1});
    QVERIFY(card.dueUnknown.empty());
    QVERIFY(cardOf(context, "U1", "2024-03-31T00:00:00Z").overdue.empty());
    // Planned, not begun and not yet due is no open work.
    QVERIFY(cardOf(context, "U1", "2024-03-31T00:00:00Z").openWork.empty());
}

// 0.7 days are 16.799999999999997 hours in binary.
void TestCondition::aLimitInDaysIsDueToTheMicrosecond()
{
    DatasetBuilder b;
    b.asset("U1-PH", "U1", "ph_probe");
    b.calibration("C1", "U1-PH", "2024-01-01T00:00:00Z", {});
    b.limit("calibration", "0.7", "d");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    QVERIFY(cardOf(context, "U1", "2024-01-01T16:48:00Z").overdue.empty());
    const ConditionCard late = cardOf(context, "U1", "2024-01-01T16:48:01Z");
    QCOMPARE(late.overdue.size(), std::size_t{1});
    QCOMPARE(late.overdue[0].byS, 1.0);
}

void TestCondition::knowsOnlyWhatWasEnteredByThen()
{
    DatasetBuilder b;
    b.workOrder("W1", "U1", "CM", "2024-05-01T00:00:00Z", "2024-05-01T06:00:00Z");
    b.workOrder("W2", "U1", "CM", "2024-05-02T00:00:00Z", "2024-05-02T06:00:00Z",
        [](WorkOrder& o) { o.head.recorded = time("2024-05-04T00:00:00Z"); });
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const ConditionCard now = cardOf(context, "U1", "2024-05-03T00:00:00Z");
    const ConditionCard then = cardOf(context, "U1", "2024-05-03T00:00:00Z", AsKnown::Then);
    QCOMPARE(now.counter("since_maintenance").ref, std::string("W2"));
    QCOMPARE(then.counter("since_maintenance").ref, std::string("W1"));
    QCOMPARE(then.enteredLater.size(), std::size_t{1});
    QCOMPARE(then.enteredLater[0].what, std::string("work order W2"));
    QCOMPARE(then.enteredLater[0].entered.utcUs, time("2024-05-04T00:00:00Z").utcUs);
    QCOMPARE(now.enteredLater.size(), std::size_t{1});
    QVERIFY(then.notAvailable.empty());
}

void TestCondition::namesTablesWithoutEntryTimes()
{
    DatasetBuilder b;
    b.calibration("C1", "U1", "2024-01-01T00:00:00Z")
        .cleaning("CL1", "U1", "2024-01-02T00:00:00Z", "2024-01-02T01:00:00Z");
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const ConditionCard then = cardOf(context, "U1", "2024-05-03T00:00:00Z", AsKnown::Then);
    QCOMPARE(then.notAvailable, (std::vector<std::string>{"calibrations", "cleanings"}));
    QVERIFY(!then.counter("since_calibration").hours.has_value());
    QVERIFY(cardOf(context, "U1", "2024-05-03T00:00:00Z").notAvailable.empty());
}

void TestCondition::usesTheStatusHistory()
{
    DatasetBuilder b;
    b.workOrder("W1", "U1", "CM", "2024-05-01T00:00:00Z", "2024-05-01T06:00:00Z");
    b.later([&b](Dataset& d) {
        for (const auto& [status, when] :
            {std::pair("OPEN", "2024-05-01T00:30:00Z"), std::pair("TECO", "2024-05-05T00:00:00Z")}) {
            WorkOrderStatus row;
            row.head = b.head("work_order_status", status);
            row.workOrderId = "W1";
            row.status = status;
            row.time = time(when);
            d.workOrderStatus.push_back(row);
        }
    });
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const ConditionCard then = cardOf(context, "U1", "2024-05-03T00:00:00Z", AsKnown::Then);
    QCOMPARE(then.openWork.size(), std::size_t{1});
    QVERIFY(!then.counter("since_maintenance").last.known());
    QCOMPARE(then.enteredLater.size(), std::size_t{1});
    QCOMPARE(then.enteredLater[0].what, std::string("work order W1 finished"));
    const ConditionCard now = cardOf(context, "U1", "2024-05-03T00:00:00Z");
    QVERIFY(now.openWork.empty());
    QCOMPARE(now.counter("since_maintenance").ref, std::string("W1"));
}

void TestCondition::keepsTheLatestAsFoundPerInstrumentAndPoint()
{
    DatasetBuilder b;
    b.asset("U1-PH", "U1", "ph_probe");
    const auto point = [](const char* name, const char* error) {
        return [name, error](Calibration& c) {
            c.point = name;
            c.asFoundError = number(error);
            c.tolerance = number("0.10");
        };
    };
    b.calibration("C1", "U1-PH", "2024-01-01T00:00:00Z", {}, "pass", point("low", "0.01"));
    b.calibration("C2", "U1-PH", "2024-02-01T00:00:00Z", {}, "fail", point("low", "0.20"));
    b.calibration("C3", "U1-PH", "2024-01-15T00:00:00Z", {}, "pass", point("high", "0.03"));
    const Dataset d = b.take();
    const AlignmentContext context(d);
    const ConditionCard card = cardOf(context, "U1", "2024-05-03T00:00:00Z");
    QCOMPARE(card.asFound.size(), std::size_t{2});
    QCOMPARE(card.asFound[0].point, std::string("high"));
    QCOMPARE(card.asFound[1].calibration, std::string("C2"));
    QCOMPARE(formatDecimal(card.lastAsFound->error), std::string("0.20"));
    QCOMPARE(card.lastAsFound->result, std::string("fail"));
}

void TestCondition::equalsBruteForceOnRandomHistories()
{
    std::mt19937 random(11);
    const Timestamp epoch = at("2024-01-01T00:00:00Z");
    for (int round = 0; round < 30; ++round) {
        DatasetBuilder b;
        Timestamp t = epoch;
        std::vector<Interval> uses;
        for (int i = 0; i < 40; ++i) {
            t += std::chrono::minutes(1 + random() % 600U);
            const Timestamp end = t + std::chrono::minutes(1 + random() % 600U);
            uses.push_back(Interval{t, end});
            b.step("B" + std::to_string(i), "Make", "U1", formatUtc(t), formatUtc(end));
            t = end;
        }
        std::vector<Timestamp> finished;
        for (int i = 0; i < 6; ++i) {
            const Timestamp done = epoch + std::chrono::minutes(900U + random() % 20000U);
            finished.push_back(done);
            b.workOrder(
                "W" + std::to_string(i), "U1", "CM", formatUtc(done - std::chrono::minutes(30)), formatUtc(done));
        }
        const Dataset d = b.take();
        const AlignmentContext context(d);
        const ConditionFacts facts(context);
        for (int q = 0; q < 20; ++q) {
            const Timestamp when = epoch + std::chrono::minutes(random() % 24000U);
            const Counter counter = facts.card(AssetIndex{0}, when, AsKnown::Now).counter("since_maintenance");
            std::optional<Timestamp> last;
            for (const Timestamp done : finished)
                if (done <= when && (!last || *last < done))
                    last = done;
            QCOMPARE(counter.last.known(), last.has_value());
            if (!last || *last < uses.front().begin)
                continue;
            int batches = 0;
            std::int64_t run = 0;
            for (const Interval& use : uses) {
                batches += use.begin >= *last && use.begin < when ? 1 : 0;
                const auto overlap = std::min(use.end, when) - std::max(use.begin, *last);
                run += std::max<std::int64_t>(overlap.count(), 0);
            }
            QCOMPARE(*counter.batches, batches);
            QCOMPARE(*counter.runHours, static_cast<double>(run) / 3.6e9);
            QCOMPARE(*counter.hours, toSeconds(when - *last) / 3600);
        }
    }
}

QTEST_GUILESS_MAIN(TestCondition)
#include "tst_condition.moc"
