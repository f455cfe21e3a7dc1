// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/facts/condition_history.h"

#include "tests/support/dataset_builder.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::test;

namespace {

// Twelve batches, one a day from 2024-05-01, ten hours each on U1; maintained, calibrated and failed in between.
DatasetBuilder plant()
{
    DatasetBuilder b;
    b.asset("U1-PH", "U1", "ph_probe");
    for (int i = 1; i <= 12; ++i) {
        const std::string day = std::string("2024-05-") + (i < 10 ? "0" : "") + std::to_string(i);
        b.step("B" + std::to_string(i), "Make", "U1", day + "T00:00:00Z", day + "T10:00:00Z");
    }
    b.workOrder("W1", "U1", "PM", "2024-05-03T12:00:00Z", "2024-05-03T14:00:00Z");
    b.workOrder("W2", "U1", "PM", "2024-05-09T11:00:00Z", "2024-05-09T16:00:00Z",
        [](WorkOrder& o) { o.due = time("2024-05-07T00:00:00Z"); });
    b.workOrder("W3", "U1", "CM", "2024-05-06T12:00:00Z", "2024-05-06T13:00:00Z");
    const auto error = [](const char* found) {
        return [found](Calibration& c) {
            c.asFoundError = number(found);
            c.tolerance = number("0.5");
        };
    };
    b.calibration("C1", "U1-PH", "2024-05-02T12:00:00Z", "2024-05-08T00:00:00Z", "pass", error("0.1"));
    b.calibration("C2", "U1-PH", "2024-05-10T12:00:00Z", "2024-06-30T00:00:00Z", "fail", error("-0.7"));
    b.deviation("D1", "leak", "2024-05-05T05:00:00Z", "U1", "B5");
    b.deviation("D2", "leak", "2024-05-11T05:00:00Z", "U1", "B11");
    b.deviation("D3", "leak", "2024-05-12T05:00:00Z", "U1", "B12");
    b.deviation("D4", "other", "2024-05-04T05:00:00Z", "U1", "B4");
    return b;
}

Failure failureOf(const Dataset& dataset, const std::string& id)
{
    for (const Failure& failure : allFailures(dataset, {}))
        if (failure.id == id)
            return failure;
    return {};
}

} // namespace

class TestConditionHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAsTheCardDoes()
    {
        const Dataset d = plant().take();
        const AlignmentContext context(d);
        const Failure failure = failureOf(d, "D2");
        const Result<ConditionHistory> history = conditionHistory(context, failure.asset, failure, {});
        QVERIFY(bool(history));
        QCOMPARE(history->counters.size(), std::size_t{3});
        const ConditionFacts facts(context);
        for (const CounterHistory& counter : history->counters) {
            QVERIFY(counter.isInBatches);
            // Neither the later one nor one of another class; none where nothing had been set back before it.
            QCOMPARE(counter.failures.size(), counter.name == "since_corrective" ? std::size_t{1} : std::size_t{2});
            for (const CounterPoint& point : counter.failures) {
                const ConditionCard card = facts.card(failure.asset, point.at, AsKnown::Now);
                QCOMPARE(point.value, static_cast<double>(card.counter(counter.name).batches.value()));
            }
        }
        QCOMPARE(history->counters[0].name, std::string("since_preventive"));
        QCOMPARE(history->counters[0].valueAt(failure.anchor), std::optional<double>(2));
    }

    void overdueEndsWhenItWasDone()
    {
        const Dataset d = plant().take();
        const AlignmentContext context(d);
        const Failure failure = failureOf(d, "D2");
        const Result<ConditionHistory> history = conditionHistory(context, failure.asset, failure, {});
        QVERIFY(bool(history));
        QCOMPARE(history->overdue.size(), std::size_t{2});
        QCOMPARE(history->overdue[0].ref, std::string("W2"));
        QCOMPARE(
            history->overdue[0].time, (Interval{at("2024-05-07T00:00:00Z"), at("2024-05-09T16:00:00Z") - Duration(1)}));
        QCOMPARE(history->overdue[1].ref, std::string("C1"));
        QCOMPARE(
            history->overdue[1].time, (Interval{at("2024-05-08T00:00:00Z"), at("2024-05-10T12:00:00Z") - Duration(1)}));
    }

    void showsWhatWasDoneAndFound()
    {
        const Dataset d = plant().take();
        const AlignmentContext context(d);
        const Failure failure = failureOf(d, "D3");
        const Result<ConditionHistory> history = conditionHistory(context, failure.asset, failure, {});
        QVERIFY(bool(history));
        std::vector<std::string> done;
        for (const UpkeepMark& mark : history->upkeep)
            done.push_back(context.events.className(mark.event.value));
        QVERIFY(std::is_sorted(history->upkeep.begin(), history->upkeep.end(),
            [](const UpkeepMark& a, const UpkeepMark& b) { return a.at < b.at; }));
        QCOMPARE(std::count(done.begin(), done.end(), "work_order:PM"), 2);
        QCOMPARE(std::count(done.begin(), done.end(), "work_order:CM"), 1);
        QCOMPARE(history->asFound.size(), std::size_t{2});
        QCOMPARE(history->asFound.back().calibration, std::string("C2"));
        QVERIFY(history->range.end > failure.anchor);
    }

    void theCurveRisesWithUsesAndFallsAtResets()
    {
        const Dataset d = plant().take();
        const AlignmentContext context(d);
        const Failure failure = failureOf(d, "D2");
        const Result<ConditionHistory> history = conditionHistory(context, failure.asset, failure, {});
        QVERIFY(bool(history));
        const CounterHistory& counter = history->counters[0];
        const std::vector<CounterVertex> curve = counter.curve({history->range.begin, history->t0});
        double highest = 0;
        bool falls = false;
        for (std::size_t i = 0; i < curve.size(); ++i) {
            highest = std::max(highest, curve[i].value);
            falls = falls || (i > 0 && curve[i].value == 0 && curve[i - 1].value > 0);
        }
        QCOMPARE(highest, 6.0); // B4 to B9
        QCOMPARE(counter.highest({history->range.begin, history->t0}), 6.0);
        QVERIFY(falls);
        QCOMPARE(curve.back().value, 2.0);
    }

    void stopsWhenAsked()
    {
        const Dataset d = plant().take();
        const AlignmentContext context(d);
        const Failure failure = failureOf(d, "D2");
        std::stop_source stop;
        stop.request_stop();
        const Result<ConditionHistory> history =
            conditionHistory(context, failure.asset, failure, {}, stop.get_token());
        QVERIFY(!history);
        QCOMPARE(history.error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestConditionHistory)
#include "tst_condition_history.moc"
