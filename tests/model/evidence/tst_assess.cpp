// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// assess on small datasets made by hand: batches as controls, clusters, exclusions, plan and selection.

#include "model/alignment/filter.h"
#include "model/evidence/assess.h"
#include "model/evidence/assessment_json.h"
#include "model/evidence/design.h"
#include "model/evidence/plan.h"
#include "model/evidence/plan_json.h"
#include "model/evidence/recount.h"
#include "model/evidence/statistics/fisher_test.h"
#include "tests/support/machine_dataset.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <algorithm>

using namespace antecedent;
using testsupport::DatasetBuilder;

namespace {

std::string day(int n, const char* hour)
{
    const Timestamp t = Timestamp(Duration(parseIso("2024-01-01")->us)) + std::chrono::hours(24 * n);
    return formatUtc(t).substr(0, 11) + hour + ":00:00Z";
}

std::string batchId(int n)
{
    return "B" + std::string(n < 10 ? "0" : "") + std::to_string(n);
}

// Thirty daily batches on one reactor; batches 5, 15 and 25 fail without naming an asset. Alarm X precedes all three
// and two of the good ones; alarm N sounds in every batch.
Dataset batchPlant(bool isReversed)
{
    DatasetBuilder b;
    b.asset("R1", "reactor");
    std::vector<int> order;
    for (int i = 1; i <= 30; ++i)
        order.push_back(isReversed ? 31 - i : i);
    for (int i = 1; i <= 30; ++i)
        b.batch(batchId(i), "P", "RCP");
    for (const int i : order) {
        b.step(batchId(i), "REACT", "R1", day(i, "06"), day(i, "14"));
        b.event(day(i, "07"), "R1", "alarm", "N");
        if (i % 10 == 5 || i == 8 || i == 22)
            b.event(day(i, "08"), "R1", "alarm", "X");
        if (i % 10 == 5)
            b.deviation("DEV-" + batchId(i), day(i, "12"), "", "purple", batchId(i));
    }
    b.event(day(0, "00"), "R1", "alarm", "N");
    b.event(day(40, "00"), "R1", "alarm", "N");
    return b.finish();
}

PlanOverrides lastHours(const char* before, int controls = 30)
{
    PlanOverrides overrides;
    overrides.before = before;
    overrides.controls = controls;
    return overrides;
}

const Candidate* find(const Analysis& analysis, const std::string& eventClass)
{
    for (const Candidate& c : analysis.candidates)
        if (c.eventClass == eventClass)
            return &c;
    return nullptr;
}

} // namespace

class TestAssess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void failuresWithoutAssetUseControlBatches()
    {
        const Dataset data = batchPlant(false);
        const AlignmentContext context(data);
        const auto result = assess(context, *makePlan(data, lastHours("6h")));
        QVERIFY(result.has_value());
        QCOMPARE(result->analyses.size(), std::size_t{1});
        const Candidate* x = find(result->analyses[0], "alarm:X");
        QVERIFY(x != nullptr);
        QCOMPARE(x->design, std::string("batch"));
        QCOMPARE(x->caseExposed, 3);
        QCOMPARE(x->caseWindows, 3);
        QCOMPARE(x->controlExposed, 2);
        QCOMPARE(x->controlWindows, 27); // each good batch once
        QVERIFY(std::abs(*x->pExact - 10.0 / 4060) < 1e-12); // 3/3 against 2/27
        QCOMPARE(x->rank, 1);
        QCOMPARE(*x->medianOffsetS, -4.0 * 3600);
        const Candidate* n = find(result->analyses[0], "alarm:N");
        QCOMPARE(*n->pExact, 1.0);
        QCOMPARE(n->verdict, Verdict::NotTestable);
        QCOMPARE(result->assessments[0].leadingAsset, std::string("R1"));
        for (const WindowUse& use : x->windows) {
            QVERIFY(!use.batch.empty());
            QCOMPARE(use.exposed, !use.records.empty());
        }
    }

    void orderOfInputDoesNotMatter()
    {
        const Dataset one = batchPlant(false);
        const Dataset two = batchPlant(true);
        const AlignmentContext contextOne(one);
        const AlignmentContext contextTwo(two);
        AssessmentJsonOptions withWindows;
        withWindows.withWindows = true;
        const auto a = assess(contextOne, *makePlan(one, lastHours("6h")));
        const auto b = assess(contextTwo, *makePlan(two, lastHours("6h")));
        QCOMPARE(toJson(*a, withWindows), toJson(*b, withWindows));
    }

    void failuresInOnePlaceAndTimeAreOneCluster()
    {
        DatasetBuilder b;
        b.asset("R1");
        b.event(day(0, "00"), "R1", "alarm", "N");
        b.event(day(80, "00"), "R1", "alarm", "N");
        b.deviation("DEV-1", day(40, "10"), "R1", "trip");
        b.deviation("DEV-2", day(40, "12"), "R1", "trip");
        b.deviation("DEV-3", day(60, "12"), "R1", "trip");
        const Dataset data = b.finish();
        const AlignmentContext context(data);
        WindowOptions options;
        const auto design = buildDesign(context, "trip", options);
        QVERIFY(design.has_value());
        QCOMPARE(design->sets.size(), std::size_t{3});
        QVERIFY(design->sets[0].counts && !design->sets[1].counts && design->sets[2].counts);
        QCOMPARE(design->sets[1].clusterOf, std::string("DEV-1"));
        const bool isSaid = std::any_of(design->exclusions.begin(), design->exclusions.end(),
            [](const Exclusion& e) { return e.failure == "DEV-2" && e.reason.find("DEV-1") != std::string::npos; });
        QVERIFY(isSaid);
    }

    void singleFailureIsNeverConclusiveInTime()
    {
        DatasetBuilder b;
        b.asset("R1");
        b.event(day(0, "00"), "R1", "alarm", "N");
        b.event(day(39, "12"), "R1", "alarm", "X");
        b.event(day(80, "00"), "R1", "alarm", "N");
        b.deviation("DEV-1", day(40, "10"), "R1", "trip");
        const Dataset data = b.finish();
        const AlignmentContext context(data);
        const auto result = assess(context, *makePlan(data, lastHours("72h", 10)));
        QVERIFY(result.has_value());
        QCOMPARE(find(result->analyses[0], "alarm:X")->verdict, Verdict::NotTestable);
        QCOMPARE(result->assessments[0].contribution, Contribution::Inconclusive);
        QCOMPARE(result->assessments[0].leadingAsset, std::string("R1"));
        QVERIFY(*result->preflight.smallestReachableP >= 1.0 / 11);
    }

    void workThatAnswersTheFailureIsNoCandidate()
    {
        DatasetBuilder b;
        b.asset("R1");
        b.event(day(0, "00"), "R1", "alarm", "N");
        b.event(day(80, "00"), "R1", "alarm", "N");
        b.workOrder("WO-0", "R1", "CM", "LEAK", day(1, "00"));
        b.workOrder("WO-1", "R1", "CM", "BRK", day(40, "10"));
        b.workOrder("WO-9", "R1", "CM", "LEAK", day(79, "00"));
        b.deviation("DEV-1", day(40, "10"), "R1", "trip");
        const Dataset data = b.finish();
        const AlignmentContext context(data);
        const auto result = assess(context, *makePlan(data, lastHours("72h")));
        QVERIFY(find(result->analyses[0], "work_order:CM/BRK") == nullptr);
    }

    void chosenEventsCanBeTheFailures()
    {
        DatasetBuilder b;
        b.asset("R1");
        b.event(day(0, "00"), "R1", "alarm", "N");
        for (const int n : {30, 60, 90, 91}) {
            b.event(day(n, "10"), "R1", "state", "TRIP");
            b.event(day(n, "08"), "R1", "alarm", "X");
        }
        b.event(day(120, "00"), "R1", "alarm", "N");
        b.event(day(120, "00"), "R1", "state", "RUN");
        b.event(day(0, "00"), "R1", "state", "RUN");
        const Dataset data = b.finish();
        const AlignmentContext context(data);
        const auto filter = Filter::parse("code = TRIP");
        QVERIFY(filter.has_value());
        const FailureSet trips = selectSentinels(data, context.events, *filter);
        AssessSelection selection;
        selection.sentinels = &trips;
        selection.sentinelName = "code = TRIP";
        const auto result = assess(context, *makePlan(data, lastHours("72h")), selection);
        QVERIFY(result.has_value());
        QCOMPARE(result->analyses.size(), std::size_t{1});
        QCOMPARE(result->analyses[0].classification, std::string("code = TRIP"));
        QCOMPARE(result->assessments.size(), std::size_t{4});
        const Candidate* x = find(result->analyses[0], "alarm:X");
        QCOMPARE(x->caseExposed, 3); // two trips in one window are one cluster
        QCOMPARE(x->controlExposed, 0);
        QVERIFY(find(result->analyses[0], "state:TRIP") == nullptr); // a failure is no candidate
    }

    void oneCandidateIsCountedAnewAsTheWholeFamilyWouldBe()
    {
        DatasetBuilder b;
        b.asset("R1");
        b.event(day(0, "00"), "R1", "alarm", "N");
        for (const int n : {30, 60, 90}) {
            b.deviation("DEV-" + std::to_string(n), day(n, "10"), "R1", "trip");
            b.event(day(n, "08"), "R1", "alarm", "X"); // 2 h before
        }
        b.event(day(58, "10"), "R1", "alarm", "X"); // 48 h before the second one, earlier than its latest
        b.event(day(45, "10"), "R1", "alarm", "X"); // before none
        b.event(day(120, "00"), "R1", "alarm", "N");
        const Dataset data = b.finish();
        const AlignmentContext context(data);
        for (const char* before : {"72h", "24h", "1h"}) {
            const auto plan = makePlan(data, lastHours(before));
            const auto all = assess(context, *plan);
            QVERIFY(all.has_value());
            const Candidate* x = find(all->analyses[0], "alarm:X");
            const auto again =
                recount(context, "trip", nullptr, *optionsOf(*plan, "trip"), {"alarm:X", "R1", std::string()});
            QVERIFY(again.has_value());
            QCOMPARE(again->has_value(), x != nullptr);
            if (x == nullptr)
                continue;
            QCOMPARE((*again)->caseExposed, x->caseExposed);
            QCOMPARE((*again)->controlExposed, x->controlExposed);
            QCOMPARE((*again)->controlWindows, x->controlWindows);
            QCOMPARE(*(*again)->pExact, *x->pExact);
            QCOMPARE(x->caseExposed, std::string(before) == "1h" ? 0 : 3);
            for (const WindowUse& use : x->windows) {
                QCOMPARE(use.lagS.has_value(), use.exposed);
                if (use.isCase && use.exposed)
                    QCOMPARE(*use.lagS, -2.0 * 3600); // the latest onset
            }
        }
        const auto none =
            recount(context, "trip", nullptr, *optionsOf(*makePlan(data), "trip"), {"alarm:Q", "R1", std::string()});
        QVERIFY(none.has_value() && !none->has_value());
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = recount(context, "trip", nullptr, *optionsOf(*makePlan(data), "trip"),
            {"alarm:X", "R1", std::string()}, stop.get_token());
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
    }

    void countersAreComparedByRanksAndStayLeads()
    {
        DatasetBuilder b;
        b.asset("R1");
        b.event(day(0, "00"), "R1", "alarm", "N");
        b.event(day(170, "00"), "R1", "alarm", "N");
        b.workOrder("PM-0", "R1", "PM", "", day(0, "05"));
        for (const int n : {40, 80, 120, 160}) { // each failure comes hours after its service
            b.workOrder("PM-" + std::to_string(n), "R1", "PM", "", day(n, "05"));
            b.deviation("DEV-" + std::to_string(n), day(n, "10"), "R1", "blue");
        }
        const Dataset data = b.finish();
        const AlignmentContext context(data);
        const auto result = assess(context, *makePlan(data, lastHours("72h", 10)));
        QVERIFY(result.has_value());
        const Candidate* c = find(result->analyses[0], "hours since preventive maintenance");
        QVERIFY(c != nullptr);
        QCOMPARE(c->design, std::string("rank"));
        QCOMPARE(c->caseWindows, 4);
        QCOMPARE(c->more.at("concordance"), 0.0); // always less than at any control time
        QVERIFY(*c->pExact < 0.001);
        QCOMPARE(c->verdict, Verdict::Lead);
        QVERIFY(!c->ciLow && !c->oddsRatio);
        QVERIFY(c->windows.front().value && !c->windows.front().records.empty());
    }

    void selectionPicksWhatIsReturnedNotHow()
    {
        const Dataset data = batchPlant(false);
        const AlignmentContext context(data);
        const AnalysisPlan plan = *makePlan(data, lastHours("6h"));
        const auto all = assess(context, plan);
        AssessSelection selection;
        selection.failures = {"DEV-B15"};
        const auto one = assess(context, plan, selection);
        QCOMPARE(one->assessments.size(), std::size_t{1});
        QCOMPARE(one->analyses[0].candidates[0].pExact, all->analyses[0].candidates[0].pExact);
        selection.failures = {"none"};
        QCOMPARE(assess(context, plan, selection).error().code, ErrorCode::UnknownFailure);
        selection = {};
        selection.classification = "green";
        QCOMPARE(assess(context, plan, selection).error().code, ErrorCode::NoFailures);
    }

    void exploratoryResultsAreAtMostLeads()
    {
        const Dataset data = batchPlant(false);
        const AlignmentContext context(data);
        AnalysisPlan plan = *makePlan(data, lastHours("6h"));
        plan.exploratory = true;
        const Result<AssessmentResult> result = assess(context, plan);
        QVERIFY(result.has_value());
        for (const Candidate& c : result->analyses[0].candidates)
            QVERIFY(c.verdict >= Verdict::Lead);
    }

    void planHashLeavesOutLooks()
    {
        const Dataset data = batchPlant(false);
        AnalysisPlan plan = *makePlan(data);
        const Digest hash = plan.hash;
        plan.looks = 3;
        plan.exploratory = true;
        QCOMPARE(hashPlan(plan), hash);
        plan.before = "24h";
        QVERIFY(hashPlan(plan) != hash);
        QVERIFY(makePlan(data, lastHours("6h"))->hash != hash);
        PlanOverrides wrong;
        wrong.before = "6 parsecs";
        QCOMPARE(makePlan(data, wrong).error().code, ErrorCode::InvalidArgument);
    }

    void oneClassMayTakeAnotherTemplate()
    {
        const Dataset data = batchPlant(false);
        const std::string classification = data.deviations.front().classification;
        PlanOverrides overrides;
        overrides.templates[classification] = "trip";
        QVERIFY(!overrides.isEmpty());
        const Result<AnalysisPlan> plan = makePlan(data, overrides);
        QCOMPARE(plan->perClassification.at(classification), std::string("trip"));
        QVERIFY(plan->hash != makePlan(data)->hash);
        QCOMPARE(toText(optionsOf(*plan, classification)->before), std::string("8runh"));
        overrides.templates[classification] = "no such";
        QCOMPARE(makePlan(data, overrides).error().code, ErrorCode::InvalidArgument);
    }

    void aPlanKeepsTheTemplatesThatItWasMadeWith()
    {
        const Dataset data = batchPlant(false);
        const std::string classification = data.deviations.front().classification;
        const auto own = [](const std::string& before) {
            return "{\"version\": \"1\", \"templates\": [{\"name\": \"default\", \"anchor\": \"occurred\", \"before\": "
                   "\""
                + before + "\", \"after\": \"1h\", \"scope\": \"unit\", \"clock\": \"wall\"}]}";
        };
        const AnalysisPlan builtin = *makePlan(data);
        QVERIFY(builtin.templatesHash == Digest{});
        const Configuration first = *parseConfiguration({{"plan_templates", {own("5h"), {}}}});
        const Configuration second = *parseConfiguration({{"plan_templates", {own("7h"), {own("5h")}}}});
        const AnalysisPlan plan = *makePlan(data, {}, first.templates);
        QVERIFY(plan.hash != makePlan(data, {}, second.templates)->hash); // of equal version
        const Result<AnalysisPlan> read = parsePlan(planJson(plan));
        QVERIFY(read.has_value());
        QVERIFY(read->templatesHash == plan.templatesHash && read->hash == plan.hash);
        QVERIFY(!parsePlan("{\"controls\": 1e300}"));
        QCOMPARE(toText(optionsOf(*read, classification, second)->before), std::string("5h"));
        QCOMPARE(toText(optionsOf(builtin, classification, second)->before),
            toText(optionsOf(builtin, classification)->before));
        QCOMPARE(optionsOf(plan, classification).error().code, ErrorCode::NotAvailable);
        QVERIFY(assess(AlignmentContext(data, second), plan).has_value());
        QCOMPARE(assess(AlignmentContext(data), plan).error().code, ErrorCode::NotAvailable);
    }

    void preflightCountsItsWindowsAndThoseThatAreCovered()
    {
        const Dataset data = batchPlant(false);
        const AlignmentContext context(data);
        const auto designs = preflight(context, *makePlan(data, lastHours("6h")));
        const Preflight& p = designs->front().preflight;
        QVERIFY(p.failuresUsable > 0);
        QVERIFY(p.windows >= p.failuresUsable + p.controlsPerFailure);
        QVERIFY(p.windowsCovered > 0 && p.windowsCovered <= p.windows);
        const auto result = assess(context, *makePlan(data, lastHours("6h")));
        QCOMPARE(result->analyses.front().preflight.windows, p.windows);
        QCOMPARE(result->analyses.front().preflight.windowsCovered, p.windowsCovered);
    }

    void jsonHasTheFieldsOfTheContract()
    {
        const Dataset data = batchPlant(false);
        const AlignmentContext context(data);
        const auto result = assess(context, *makePlan(data, lastHours("6h")));
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(toJson(*result))).object();
        for (const char* key : {"plan", "preflight", "analyses", "assessments"})
            QVERIFY2(document.contains(QLatin1String(key)), key);
        const auto assessment = document["assessments"].toArray().first().toObject();
        for (const char* key : {"deviation_id", "asset_contribution", "leading_asset", "verdict", "statement",
                 "candidates", "impacted_batches"})
            QVERIFY2(assessment.contains(QLatin1String(key)), key);
        const auto candidate = assessment["candidates"].toArray().first().toObject();
        for (const char* key : {"rank", "kind", "asset_id", "event_class", "exposed_here", "case_exposed",
                 "case_windows", "control_exposed", "control_windows", "odds_ratio", "ci_low", "ci_high", "p_exact",
                 "p_mid", "p_adjusted", "median_offset_s", "verdict"})
            QVERIFY2(candidate.contains(QLatin1String(key)), key);
        QVERIFY(candidate["ci_high"].isNull()); // all failures exposed
    }
};

QTEST_GUILESS_MAIN(TestAssess)
#include "tst_assess.moc"
