// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/batch/step_tracker.h"

#include <QTest>

using namespace antecedent::importers;

namespace {

struct Told final : StepSink
{
    void onStep(const TrackedStep& step) override
    {
        lines += step.place.key + " " + step.place.name + " " + step.place.asset + " " + step.start.time + ".."
            + step.end.time + " " + step.status + "\n";
    }
    void onState(const TrackedState& state) override
    {
        lines += state.state + " of " + state.place.key + " " + state.start.time + ".." + state.end.time + "\n";
    }
    std::string lines;
};

StepPlace unitProcedure(const char* asset = "")
{
    return {"up", {}, "unit_procedure", "UP_MIX", asset, false};
}
StepPlace phase()
{
    return {"up#heat", "up", "phase", "Heat", {}, false};
}

} // namespace

class TestStepTracker : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beginsWithTheLaterOfStartAndAcquisition();
    void endsWithTheEarlierOfEndAndRelease();
    void takesTheLastStateAndTheNameThatIsSaid();
    void inheritsTheUnit();
    void heldIsAnIntervalThatTheNextStateEnds();
    void leavesOpenWhatNeverEnds();
    void tellsAnEndWithoutStart();
    void acceptsTheEndBeforeTheStartOfOneInstant();
    void repeatsAStep();
    void ignoresWhatIsSaidTwice();
    void anotherUnitIsNoMatterOfTheStep();
};

void TestStepTracker::beginsWithTheLaterOfStartAndAcquisition()
{
    Told told;
    StepTracker late(told);
    late.begin(unitProcedure(), {"1", 1});
    QVERIFY(late.acquire(unitProcedure("MIX"), {"2", 2}));
    late.finish(unitProcedure(), {"9", 3}, {});
    late.close();
    StepTracker early(told);
    QVERIFY(early.acquire(unitProcedure("MIX"), {"1", 1}));
    early.begin(unitProcedure(), {"2", 2});
    early.finish(unitProcedure(), {"9", 3}, {});
    early.close();
    QCOMPARE(told.lines, std::string("up UP_MIX MIX 2..9 \nup UP_MIX MIX 2..9 \n"));
}

void TestStepTracker::endsWithTheEarlierOfEndAndRelease()
{
    Told told;
    StepTracker steps(told);
    steps.acquire(unitProcedure("MIX"), {"1", 1});
    steps.begin(unitProcedure(), {"1", 2});
    QVERIFY(steps.release(unitProcedure("MIX"), {"7", 3}));
    steps.settle("8");
    steps.finish(unitProcedure(), {"8", 4}, "COMPLETE");
    steps.close();
    QCOMPARE(told.lines, std::string("up UP_MIX MIX 1..7 \n"));
}

void TestStepTracker::takesTheLastStateAndTheNameThatIsSaid()
{
    Told told;
    StepTracker steps(told);
    steps.acquire(unitProcedure("MIX"), {"1", 1});
    StepPlace named = unitProcedure();
    named.name = "MIX";
    named.isNamed = true;
    steps.begin(named, {"1", 2});
    steps.state(unitProcedure(), {"1", 3}, "RUNNING");
    steps.finish(unitProcedure(), {"9", 4}, {});
    steps.state(unitProcedure(), {"9", 5}, "ABORTED");
    steps.settle("9");
    QCOMPARE(told.lines, std::string());
    steps.settle("10");
    QCOMPARE(told.lines, std::string("up MIX MIX 1..9 ABORTED\n"));
}

void TestStepTracker::inheritsTheUnit()
{
    Told told;
    StepTracker steps(told);
    steps.acquire(unitProcedure("MIX"), {"1", 1});
    steps.state(phase(), {"2", 2}, "RUNNING");
    steps.state(phase(), {"3", 3}, "STOPPED");
    steps.settle("4");
    QCOMPARE(told.lines, std::string("up#heat Heat MIX 2..3 STOPPED\n"));
}

void TestStepTracker::heldIsAnIntervalThatTheNextStateEnds()
{
    Told told;
    StepTracker steps(told);
    steps.state(phase(), {"1", 1}, "RUNNING");
    steps.state(phase(), {"2", 2}, "HOLDING");
    steps.state(phase(), {"3", 3}, "HELD");
    steps.state(phase(), {"4", 3}, "HELD");
    steps.state(phase(), {"5", 4}, "RUNNING");
    steps.state(phase(), {"6", 5}, "HELD");
    steps.state(phase(), {"9", 6}, "ABORTED");
    steps.close();
    QCOMPARE(told.lines,
        std::string(
            "HOLDING of up#heat 2..3\nHELD of up#heat 3..5\nHELD of up#heat 6..9\nup#heat Heat  1..9 ABORTED\n"));
}

void TestStepTracker::leavesOpenWhatNeverEnds()
{
    Told told;
    StepTracker steps(told);
    steps.begin(unitProcedure("MIX"), {"1", 1});
    steps.state(phase(), {"2", 2}, "RUNNING");
    steps.state(phase(), {"3", 3}, "HELD");
    steps.close();
    QCOMPARE(told.lines, std::string("up UP_MIX MIX 1.. \nHELD of up#heat 3..\nup#heat Heat MIX 2.. HELD\n"));
    QCOMPARE(steps.size(), std::size_t{0});
}

void TestStepTracker::tellsAnEndWithoutStart()
{
    Told told;
    StepTracker steps(told);
    steps.state(phase(), {"3", 3}, "COMPLETE");
    steps.settle("4");
    QCOMPARE(told.lines, std::string("up#heat Heat  ..3 COMPLETE\n"));
}

void TestStepTracker::acceptsTheEndBeforeTheStartOfOneInstant()
{
    Told told;
    StepTracker steps(told);
    steps.state(phase(), {"3", 3}, "COMPLETE");
    steps.state(phase(), {"3", 4}, "RUNNING");
    steps.settle("4");
    QCOMPARE(told.lines, std::string("up#heat Heat  3..3 COMPLETE\n"));
}

void TestStepTracker::repeatsAStep()
{
    Told told;
    StepTracker steps(told);
    for (const auto& [from, to] : {std::pair("1", "2"), std::pair("2", "5")}) {
        steps.settle(from);
        steps.state(phase(), {from, 1}, "RUNNING");
        steps.settle(to);
        steps.state(phase(), {to, 2}, "COMPLETE");
    }
    steps.close();
    QCOMPARE(told.lines, std::string("up#heat Heat  1..2 COMPLETE\nup#heat Heat  2..5 COMPLETE\n"));
}

void TestStepTracker::ignoresWhatIsSaidTwice()
{
    Told told;
    StepTracker steps(told);
    for (int i = 0; i < 2; ++i) {
        QVERIFY(steps.acquire(unitProcedure("MIX"), {"1", 1}));
        steps.begin(unitProcedure(), {"1", 2});
    }
    for (int i = 0; i < 2; ++i)
        steps.finish(unitProcedure(), {"9", 4}, "COMPLETE");
    steps.state(unitProcedure(), {"9", 5}, "REMOVED");
    QVERIFY(steps.release(unitProcedure("MIX"), {"9", 6}));
    steps.settle("10");
    steps.finish(unitProcedure(), {"10", 7}, "COMPLETE");
    QVERIFY(steps.release(unitProcedure("MIX"), {"11", 8}));
    steps.close();
    QCOMPARE(told.lines, std::string("up UP_MIX MIX 1..9 COMPLETE\n"));
}

void TestStepTracker::anotherUnitIsNoMatterOfTheStep()
{
    Told told;
    StepTracker steps(told);
    QVERIFY(steps.acquire(unitProcedure("MIX"), {"1", 1}));
    QVERIFY(!steps.acquire(unitProcedure("PUMP"), {"1", 2}));
    steps.begin(unitProcedure(), {"1", 3});
    QVERIFY(!steps.release(unitProcedure("PUMP"), {"5", 4}));
    steps.finish(unitProcedure(), {"9", 5}, {});
    steps.close();
    QCOMPARE(told.lines, std::string("up UP_MIX MIX 1..9 \n"));
}

QTEST_APPLESS_MAIN(TestStepTracker)
#include "tst_step_tracker.moc"
