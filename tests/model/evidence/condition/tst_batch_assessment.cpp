// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Attribution of batch deviations on plants made by hand: a wearing part, a bad lot, an operator's action, nothing.

#include "model/evidence/assess.h"
#include "model/evidence/assessment_json.h"
#include "model/evidence/condition/batch_assessment.h"
#include "model/evidence/plan.h"
#include "tests/model/evidence/condition/hand_plant.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>

using namespace antecedent;
using namespace antecedent::test;

namespace {

AssessmentResult assessed(const Dataset& dataset)
{
    const AlignmentContext context(dataset);
    const auto plan = makePlan(dataset);
    const auto result = assess(context, *plan);
    return result ? *result : AssessmentResult{};
}

const Candidate* find(const Analysis& analysis, CandidateKind kind, const std::string& text)
{
    for (const Candidate& c : analysis.candidates)
        if (c.kind == kind && c.name.find(text) != std::string::npos)
            return &c;
    return nullptr;
}

double choose(int n, int k)
{
    double product = 1;
    for (int i = 1; i <= k; ++i)
        product = product * (n - k + i) / i;
    return product;
}

} // namespace

class TestBatchAssessment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wearingPartIsSupported()
    {
        HandPlant plant = wearingAgitator();
        const AssessmentResult result = assessed(plant.b.take());
        QCOMPARE(result.assessments.size(), 4U);
        for (const FailureAssessment& a : result.assessments) {
            QCOMPARE(a.contribution, Contribution::Supported);
            QCOMPARE(a.leadingAsset, "R-1-AGT");
            QVERIFY(a.statement.starts_with("These data support that the condition of R-1-AGT contributed"));
            QVERIFY(!a.supports.empty());
            QVERIFY(!a.rivals.empty());
            QVERIFY(std::any_of(a.supports.begin(), a.supports.end(),
                [](const std::string& s) { return s.find("WO-R-1-AGT (VIB") != std::string::npos; }));
        }
    }

    void anAssociatedConditionNeedsNoLeaveOfThePlausibilityTable()
    {
        HandPlant plant = wearingAgitator();
        Dataset dataset = plant.b.take();
        for (Deviation& deviation : dataset.deviations) {
            deviation.classification = "Moisture content"; // the table names vacuum and shelves for it, no agitator
            deviation.text.clear();
        }
        const AssessmentResult result = assessed(dataset);
        const Candidate* condition = find(result.analyses.front(), CandidateKind::Condition, "R-1-AGT");
        QVERIFY(condition != nullptr);
        QCOMPARE(condition->verdict, Verdict::Associated);
        for (const FailureAssessment& a : result.assessments) {
            QVERIFY2(a.contribution == Contribution::Supported, a.statement.english().c_str());
            QCOMPARE(a.leadingAsset, "R-1-AGT");
        }
    }

    void testOfTheConditionIsExactAndTraceable()
    {
        HandPlant plant = wearingAgitator();
        const AssessmentResult result = assessed(plant.b.take());
        const Candidate* c = find(result.analyses.front(), CandidateKind::Condition, "@ R-1-AGT");
        QVERIFY(c != nullptr);
        QCOMPARE(c->design, "batch");
        QCOMPARE(c->caseWindows, 4);
        QCOMPARE(c->controlWindows, kDays - 4);
        int cases = 0;
        int controls = 0;
        for (const WindowUse& w : c->windows) {
            (w.isCase ? cases : controls) += w.exposed ? 1 : 0;
            QVERIFY(!w.batch.empty());
            QVERIFY(!w.records.empty());
            QVERIFY(w.value.has_value());
        }
        QCOMPARE(cases, c->caseExposed);
        QCOMPARE(controls, c->controlExposed);
        const int exposed = cases + controls;
        double p = 0;
        for (int x = cases; x <= std::min(4, exposed); ++x)
            p += choose(4, x) * choose(kDays - 4, exposed - x) / choose(kDays, exposed);
        QVERIFY(std::abs(*c->pExact - p) < 1e-12);
        QVERIFY(c->pAdjusted.value_or(1) >= *c->pExact);
    }

    void impactedBatchesEndAtTheRepair()
    {
        HandPlant plant = wearingAgitator();
        const AssessmentResult result = assessed(plant.b.take());
        const FailureAssessment& last = result.assessments.back();
        QCOMPARE(last.deviationId, "DEV-B47");
        for (const ImpactedBatch& b : last.batches) {
            QVERIFY(!b.reason.empty());
            if (b.batch > "B47")
                QVERIFY2(!b.isImpacted, b.batch.c_str());
            if (b.batch == "B46" || b.batch == "B45" || b.batch == "B44")
                QVERIFY2(b.isImpacted, b.batch.c_str());
        }
    }

    void badLotOutweighsAssets()
    {
        HandPlant plant;
        for (const int day : {30, 31, 32, 33}) {
            plant.lot(day, "L-BAD");
            plant.deviation(day, "foreign_particles");
        }
        const AssessmentResult result = assessed(plant.b.take());
        for (const FailureAssessment& a : result.assessments) {
            QCOMPARE(a.contribution, Contribution::NotSupported);
            QVERIFY(a.statement.find("material L-BAD") != std::string::npos);
            QVERIFY(a.batches.empty());
        }
        const Candidate* lot = find(result.analyses.front(), CandidateKind::Material, "L-BAD");
        QVERIFY(lot != nullptr);
        QCOMPARE(lot->caseExposed, 4);
        QCOMPARE(lot->controlExposed, 0);
        QCOMPARE(lot->verdict, Verdict::Associated);
    }

    void lotOfAConsumedBatchCountsForTheBatchMadeFromIt()
    {
        HandPlant plant;
        for (const int day : {30, 33, 36, 39}) {
            plant.lot(day, "L-BAD");
            plant.b.material(batchOf(day + 1), {}, dayAt(day + 1, 5), "bulk", batchOf(day));
            plant.deviation(day + 1, "foreign_particles");
        }
        const AssessmentResult result = assessed(plant.b.take());
        const Candidate* lot = find(result.analyses.front(), CandidateKind::Material, "L-BAD");
        QVERIFY(lot != nullptr);
        QCOMPARE(lot->caseExposed, 4);
        QCOMPARE(lot->controlExposed, 4); // the batches that took the lot themselves
    }

    void operatorActionOutweighsAssets()
    {
        HandPlant plant;
        for (const int day : {20, 33, 41}) {
            plant.action(day, "VALVE_MANUAL");
            plant.deviation(day, "foreign_particles");
        }
        const AssessmentResult result = assessed(plant.b.take());
        for (const FailureAssessment& a : result.assessments) {
            QCOMPARE(a.contribution, Contribution::NotSupported);
            QVERIFY(a.statement.find("operator VALVE_MANUAL") != std::string::npos);
        }
    }

    void nothingIsNeverSupported()
    {
        HandPlant plant;
        for (const int day : {11, 37, 52})
            plant.deviation(day, "foreign_particles");
        for (const FailureAssessment& a : assessed(plant.b.take()).assessments)
            QVERIFY(a.contribution != Contribution::Supported);
    }

    void paperworkIsNoMatterOfAssets()
    {
        HandPlant plant = wearingAgitator();
        plant.deviation(44, "documentation_error");
        for (const FailureAssessment& a : assessed(plant.b.take()).assessments)
            if (a.classification == "documentation_error")
                QVERIFY(a.contribution != Contribution::Supported);
    }

    void oneFailureIsJudgedByItsRank()
    {
        HandPlant plant;
        for (int day = 40; day <= 45; ++day)
            plant.alarms(day, "R-1-AGT", "VIB_HI", 1 + (day - 40));
        plant.deviation(45, "foreign_particles");
        plant.repair(45, "R-1-AGT", "VIB");
        const AssessmentResult result = assessed(plant.b.take());
        QCOMPARE(result.assessments.size(), 1U);
        QCOMPARE(result.assessments.front().contribution, Contribution::Supported);
        const Candidate* c = find(result.analyses.front(), CandidateKind::Condition, "@ R-1-AGT");
        QVERIFY(c != nullptr);
        QCOMPARE(c->design, "rank");
        // The highest of sixty; the five uses either side share its condition and are no controls.
        QVERIFY(std::abs(*c->pExact - 1.0 / (kDays - 10)) < 1e-12);
    }

    void agreeingSignsSupportOneFailureAndSaySo()
    {
        for (const bool isRepaired : {true, false}) {
            HandPlant plant;
            // Twice before it was about as bad without a failure, so that no rank can reach 0.05.
            for (const int day : {10, 25, 45})
                plant.alarms(day, "R-1-AGT", "VIB_HI", 4);
            plant.deviation(45, "foreign_particles");
            if (isRepaired)
                plant.repair(45, "R-1-AGT", "VIB");
            const AssessmentResult result = assessed(plant.b.take());
            const FailureAssessment& a = result.assessments.front();
            QCOMPARE(a.leadingAsset, "R-1-AGT");
            if (isRepaired) {
                QCOMPARE(a.contribution, Contribution::Supported);
                QVERIFY2(a.statement.find("agreeing signs and not on a test") != std::string::npos,
                    a.statement.english().c_str());
                QVERIFY(a.verdict != Verdict::Associated);
            } else {
                QVERIFY2(a.contribution != Contribution::Supported, a.statement.english().c_str());
            }
        }
    }

    void withinItsRangeAndLeftAloneIsNotSupported()
    {
        HandPlant plant;
        for (int day = 1; day <= kDays; day += 2)
            plant.alarms(day, "R-1-AGT", "VIB_HI", 2);
        plant.deviation(45, "foreign_particles");
        const FailureAssessment a = assessed(plant.b.take()).assessments.front();
        QCOMPARE(a.contribution, Contribution::NotSupported);
        QVERIFY2(a.statement.find("These data do not show") != std::string::npos, a.statement.english().c_str());
        QVERIFY2(a.statement.find("ruled out") == std::string::npos, a.statement.english().c_str());
    }

    void alarmsOnItsOwnParameterSupportNoAssetAlone()
    {
        for (const char* classification : {"vibration_high", "foreign_particles"}) {
            HandPlant plant;
            for (int day = 40; day <= 47; ++day)
                plant.alarms(day, "R-1-AGT", "VIBRATION_HI", 1 + (day - 40) / 2);
            for (const int day : {43, 45, 46, 47})
                plant.deviation(day, classification);
            const bool isSymptom = std::string_view(classification) == "vibration_high";
            for (const FailureAssessment& a : assessed(plant.b.take()).assessments) {
                QCOMPARE(a.leadingAsset, "R-1-AGT");
                QCOMPARE(a.contribution == Contribution::Supported, !isSymptom);
                QVERIFY2((a.statement.find("which are symptoms") != std::string::npos) == isSymptom,
                    a.statement.english().c_str());
            }
        }
    }

    void whatAnOperatorDidAfterTheFailureIsNoRival()
    {
        for (const int minute : {-30, 30}) {
            HandPlant plant;
            for (const int day : {20, 33, 41}) {
                plant.b.event(dayAt(day, 11, minute), {}, "operator", "VALVE_MANUAL", batchOf(day));
                plant.deviation(day, "foreign_particles"); // at eleven
            }
            for (const FailureAssessment& a : assessed(plant.b.take()).assessments)
                QCOMPARE(a.statement.find("operator VALVE_MANUAL") != std::string::npos, minute < 0);
        }
    }

    void aConditionOutlivesPlannedWorkOnlyIfAFailureShowsIt()
    {
        for (const bool failsAgain : {true, false}) {
            HandPlant plant;
            for (int day = 38; day <= 47; ++day)
                plant.alarms(day, "R-1-AGT", "VIB_HI", 4);
            plant.b.workOrder("PM-1", "R-1-AGT", "PM", dayAt(42, 20), dayAt(42, 22));
            plant.deviation(41, "foreign_particles");
            if (failsAgain)
                plant.deviation(46, "foreign_particles");
            plant.repair(47, "R-1-AGT", "VIB");
            const FailureAssessment first = assessed(plant.b.take()).assessments.front();
            QCOMPARE(first.leadingAsset, "R-1-AGT");
            const auto isIn = [&](const char* batch) {
                return std::any_of(first.batches.begin(), first.batches.end(),
                    [&](const ImpactedBatch& b) { return b.batch == batch && b.isImpacted; });
            };
            QVERIFY(isIn("B40"));
            QCOMPARE(isIn("B45"), failsAgain);
            QVERIFY(!isIn("B49"));
        }
    }

    void whatAPeerShowsAsWellIsInDoubt()
    {
        HandPlant plant = wearingAgitator();
        plant.b.asset("R-2", "PC-1", "bioreactor").asset("R-2-AGT", "R-2", "agitator");
        for (int day = 1; day <= kDays; ++day) {
            plant.b.batch("C" + batchOf(day), "Q", "R", dayAt(day, 6), dayAt(day, 12));
            plant.b.step("C" + batchOf(day), "REACT", "R-2", dayAt(day, 6), dayAt(day, 10));
        }
        for (int day = 40; day <= 47; ++day)
            plant.alarms(day, "R-2-AGT", "VIB_HI", 1 + (day - 40) / 2);
        const AssessmentResult result = assessed(plant.b.take());
        const Candidate* c = find(result.analyses.front(), CandidateKind::Condition, "range @ R-1-AGT");
        QVERIFY(c != nullptr);
        QVERIFY(c->more.at("p_negative_control") < 0.05);
        QVERIFY(c->verdict != Verdict::Associated);
        QVERIFY2(c->statement.find("seen as well at R-2-AGT") != std::string::npos, c->statement.english().c_str());
    }

    void countersAreRankedTwoSided()
    {
        HandPlant plant;
        // Serviced every ten days; the failures come right after a service.
        for (int day = 5; day <= 55; day += 10)
            plant.b.workOrder("PM-" + std::to_string(day), "R-1-AGT", "PM", dayAt(day, 20), dayAt(day, 22));
        for (const int day : {16, 26, 36, 46})
            plant.deviation(day, "foreign_particles");
        const AssessmentResult result = assessed(plant.b.take());
        const Candidate* c =
            find(result.analyses.front(), CandidateKind::Condition, "hours since preventive maintenance @ R-1-AGT");
        QVERIFY(c != nullptr);
        QCOMPARE(c->design, "rank");
        QCOMPARE(c->caseWindows, 4);
        QCOMPARE(c->uncovered, 5); // the days before the first service have no counter
        QCOMPARE(c->controlWindows, kDays - 4 - 5);
        QVERIFY(*c->pExact < 0.01);
        QVERIFY(c->more.at("p_low") < c->more.at("p_high"));
        for (const WindowUse& w : c->windows)
            if (w.isCase)
                QCOMPARE(*w.value, 8.0); // from 22:00 to 06:00
    }

    void parametersOutsideTheirLimitsAreCompared()
    {
        HandPlant plant;
        for (const int day : {16, 26, 36}) {
            plant.deviation(day, "low_yield");
            plant.b.later([day](Dataset& d) {
                for (const int at : {day, day + 1}) {
                    Parameter p;
                    p.head.id = recordIdOf("parameter " + std::to_string(at));
                    p.batch = d.findBatch(batchOf(at));
                    p.step = "REACT";
                    p.parameter = "speed";
                    p.low = number("10");
                    p.high = number("20");
                    p.actual = number(at == day ? "25" : "15");
                    d.parameters.push_back(p);
                }
            });
        }
        const AssessmentResult result = assessed(plant.b.take());
        const Candidate* c = find(result.analyses.front(), CandidateKind::Parameter, "REACT, speed");
        QVERIFY(c != nullptr);
        QCOMPARE(c->caseExposed, 3);
        QCOMPARE(c->controlExposed, 0);
        QVERIFY(*c->pExact < 0.001);
    }

    void orderOfTheSourceDoesNotMatter()
    {
        HandPlant forward = wearingAgitator(false);
        HandPlant backward = wearingAgitator(true);
        QCOMPARE(toJson(assessed(forward.b.take())), toJson(assessed(backward.b.take())));
    }

    void orderOfCandidatesBeginsWithTheLeadingAsset()
    {
        HandPlant plant = wearingAgitator();
        const AssessmentResult result = assessed(plant.b.take());
        const FailureAssessment& a = result.assessments.front();
        const Analysis& analysis = result.analyses.front();
        QCOMPARE(a.order.size(), analysis.candidates.size());
        QCOMPARE(a.exposedHere.size(), analysis.candidates.size());
        QCOMPARE(analysis.candidates[static_cast<std::size_t>(a.order.front())].assetId, "R-1-AGT");
    }

    void deviationsWithoutBatchAreLeftAlone()
    {
        HandPlant plant;
        plant.b.deviation("DEV-X", "trip", dayAt(20, 10), "R-1");
        const Dataset dataset = plant.b.take();
        const AlignmentContext context(dataset);
        const auto model = condition::ConditionModel::build(context, nullptr);
        QVERIFY(model && *model != nullptr);
        QVERIFY(condition::weighClass(**model, "trip").cases.empty());
    }
};

QTEST_GUILESS_MAIN(TestBatchAssessment)
#include "tst_batch_assessment.moc"
