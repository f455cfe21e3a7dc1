// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The steps from uses to weights: uses and shift, features from samples, indicators, scores, ranks, competition, table.

#include "model/evidence/condition/affected.h"
#include "model/evidence/condition/class_evidence.h"
#include "model/evidence/condition/competition.h"
#include "model/evidence/condition/condition_model.h"
#include "model/evidence/condition/repair_change.h"
#include "tests/model/evidence/condition/hand_plant.h"

#include <QtTest/QTest>

#include <algorithm>
#include <cmath>

using namespace antecedent;
using namespace antecedent::test;
namespace cond = antecedent::condition;

namespace {

// One tag whose samples come from a function of the day and the minute of the reactor's use.
class FunctionSamples : public SampleReader
{
public:
    explicit FunctionSamples(std::function<double(int, int)> function)
        : m_function(std::move(function))
    {
    }
    Result<std::vector<Sample>> read(TagIndex, const Interval& interval) override
    {
        std::vector<Sample> samples;
        for (int day = 1; day <= kDays; ++day)
            for (int minute = 0; minute <= 360; minute += 30) {
                const Timestamp t = at(dayAt(day, 6, minute));
                if (interval.contains(t))
                    samples.push_back({t, m_function(day, minute)});
            }
        return samples;
    }

private:
    std::function<double(int, int)> m_function;
};

Dataset plantWithTag()
{
    HandPlant plant;
    plant.b.later([](Dataset& d) {
        Tag tag;
        tag.name = "R1.VIB";
        tag.asset = d.findAsset("R-1-AGT");
        tag.parameter = "vibration";
        d.tags.push_back(tag);
        d.assets[d.findAsset("R-1").value].historianPrefix = "R1";
    });
    return plant.b.take();
}

} // namespace

class TestConditionModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usesAreUnitProcedures()
    {
        HandPlant plant;
        const Dataset dataset = plant.b.take();
        const AlignmentContext context(dataset);
        const cond::Plant made = cond::makePlant(context);
        QCOMPARE(made.units.size(), 2U);
        QCOMPARE(made.units[1].uses.size(), static_cast<std::size_t>(kDays));
        QCOMPARE(made.units[1].assets.size(), 3U);
        QCOMPARE(dataset.assets[made.unitOf[dataset.findAsset("R-1-AGT").value].value].id, "R-1");
        QCOMPARE(made.recordShift, 0);
    }

    void clockOfBatchRecordsIsFoundFromRunningStates()
    {
        HandPlant plant;
        for (int day = 1; day <= kDays; ++day)
            plant.b.event(dayAt(day, 6, 4), "R-1", "state", "RUNNING", {}, dayAt(day, 12));
        const Dataset dataset = plant.b.take();
        const AlignmentContext context(dataset);
        const cond::Plant made = cond::makePlant(context);
        QCOMPARE(made.recordShift, 4 * 60 * std::int64_t{1'000'000});
        QVERIFY(!made.note.empty());
    }

    void runsOfASkidServeTheUnitInTheirText()
    {
        HandPlant plant;
        plant.b.asset("CIP-1", "PC-1", "cip_skid");
        plant.b.event(dayAt(3, 20), "CIP-1", "state", "RUNNING", {}, dayAt(3, 21), "CIP of F-1");
        const Dataset dataset = plant.b.take();
        const AlignmentContext context(dataset);
        const cond::Plant made = cond::makePlant(context);
        const std::uint32_t slot = made.slotOf[dataset.findAsset("CIP-1").value];
        QVERIFY(slot != cond::kNoSlot);
        QVERIFY(made.units[slot].isService);
        QCOMPARE(made.units[slot].uses.front().target, dataset.findAsset("F-1"));
    }

    void whatTwoSourcesMayStateIsCountedOnce()
    {
        HandPlant plant;
        plant.b.asset("CIP-1", "PC-1", "cip_skid");
        for (const int minute : {0, 2})
            plant.b.event(dayAt(3, 20, minute), "CIP-1", "state", "RUNNING", {}, dayAt(3, 21, minute), "CIP of F-1");
        plant.alarms(5, "R-1-AGT", "VIB_HI", 3); // an hour apart: no chatter
        Dataset dataset = plant.b.take();
        const auto onsets = [&] {
            const AlignmentContext context(dataset);
            const cond::Plant made = cond::makePlant(context);
            const std::vector<cond::Indicator> found = cond::makeIndicators(made, {}).at(dataset.findAsset("R-1-AGT"));
            const auto alarm = std::find_if(
                found.begin(), found.end(), [](const cond::Indicator& i) { return i.name == "alarm:VIB_HI"; });
            const auto runs = made.units[made.slotOf[dataset.findAsset("CIP-1").value]].uses.size();
            return std::pair(alarm == found.end() ? -1 : alarm->values.at(4), runs);
        };
        QCOMPARE(onsets(), std::pair(3.0, std::size_t{2}));
        const auto propose = [&](std::string_view code, std::size_t copies) {
            RepeatedFact fact;
            std::vector<std::size_t> places;
            for (std::size_t i = 0; i < dataset.events.size(); ++i)
                if (dataset.strings.text(dataset.events.code[i]) == code && places.size() <= copies)
                    places.push_back(i);
            fact.event = places.front();
            fact.copies.assign(places.begin() + 1, places.end());
            dataset.repeats.push_back(fact);
        };
        propose("VIB_HI", 1);
        propose("RUNNING", 1);
        QCOMPARE(onsets(), std::pair(2.0, std::size_t{1}));
        for (RepeatedFact& fact : dataset.repeats)
            fact.state = RepeatState::Refused; // now they are known to be different events
        QCOMPARE(onsets(), std::pair(3.0, std::size_t{2}));
    }

    void featuresSayLevelNoiseAndTrend()
    {
        const Dataset dataset = plantWithTag();
        const AlignmentContext context(dataset);
        const cond::Plant made = cond::makePlant(context);
        FunctionSamples samples([](int day, int minute) { return day + minute / 30; });
        const auto features = cond::computeFeatures(made, &samples);
        QVERIFY(features.has_value());
        const AssetIndex unit = dataset.findAsset("R-1");
        const AssetIndex part = dataset.findAsset("R-1-AGT");
        const auto value = [&](cond::FeatureKind kind) {
            return features->table.at({unit, part, kind, "VIB", "REACT"}).at(9);
        };
        QCOMPARE(value(cond::FeatureKind::Level), 10 + 6.0); // samples 0 to 12
        QCOMPARE(value(cond::FeatureKind::Noise), 0.0);
        QCOMPARE(value(cond::FeatureKind::Trend), 9.0 - 2.5);
    }

    void risingVibrationRaisesTheScoreOfItsPart()
    {
        const Dataset dataset = plantWithTag();
        const AlignmentContext context(dataset);
        FunctionSamples samples([](int day, int minute) {
            const double noise = ((day * 37 + minute * 11) % 7) / 7.0;
            return 5 + noise + (day > 45 ? (day - 45) * 2.0 : 0.0);
        });
        const auto model = cond::ConditionModel::build(context, &samples);
        QVERIFY(model.has_value());
        const std::vector<double>& scores = (*model)->scores.at(dataset.findAsset("R-1-AGT")).scores;
        QVERIFY(scores[58] > 4 * *std::max_element(scores.begin() + 3, scores.begin() + 40));
        const auto leaders = (*model)->leadersOf(dataset.findAsset("R-1-AGT"), 58);
        QVERIFY(!leaders.empty());
        QCOMPARE(leaders.front(), "level of vibration (VIB)");
    }

    void upperRankIsExact()
    {
        QCOMPARE(cond::upperRank({1, 2, 3, 4}, 5), 1.0 / 5);
        QCOMPARE(cond::upperRank({1, 2, 3, 4}, 4), 2.0 / 5);
        QCOMPARE(cond::upperRank({1, 2, 3, 4}, 0), 1.0);
        QCOMPARE(cond::upperRank({}, 0), 1.0);
    }

    void spreadOfSuccessiveDifferencesIgnoresUnknownValues()
    {
        QCOMPARE(cond::successiveSpread({1}), 0.0);
        QCOMPARE(cond::successiveSpread({1, 2, std::nan(""), 3, 4}), 1 / 0.954);
    }

    void ratiosOfGoodUsesAverageAboutOne()
    {
        HandPlant plant = wearingAgitator();
        const Dataset dataset = plant.b.take();
        const AlignmentContext context(dataset);
        const auto model = cond::ConditionModel::build(context, nullptr);
        double sum = 0;
        double n = 0;
        for (const auto& entry : (*model)->ratios)
            for (const double r : entry.second.goodRatios) {
                sum += r;
                n += 1;
            }
        QVERIFY(std::abs(sum / n - 1) < 0.1);
    }

    void weightsOfAFailureAddUpToOne()
    {
        HandPlant plant = wearingAgitator();
        const Dataset dataset = plant.b.take();
        const AlignmentContext context(dataset);
        const auto model = cond::ConditionModel::build(context, nullptr);
        std::vector<cond::CaseInput> inputs;
        for (const Deviation& d : dataset.deviations) {
            const auto made = cond::makeCase((*model)->plant, d);
            QVERIFY(made.has_value());
            inputs.push_back({cond::suspectsOf((*model)->plant, (*model)->ratios, builtinPlausibility(), *made),
                (*model)->rivals.rivalsOf(*made)});
        }
        for (const cond::CaseWeights& w : cond::compete(inputs, (*model)->rivals, 3)) {
            double sum = w.none;
            for (const auto& entry : w.assets)
                sum += entry.second;
            for (const auto& entry : w.rivals)
                sum += entry.second;
            QVERIFY(std::abs(sum - 1) < 1e-12);
        }
    }

    void changeAfterRepairComparesUsesApart()
    {
        HandPlant plant = wearingAgitator();
        const Dataset dataset = plant.b.take();
        const AlignmentContext context(dataset);
        const auto model = cond::ConditionModel::build(context, nullptr);
        const AssetIndex part = dataset.findAsset("R-1-AGT");
        const auto change = cond::changeAfterRepair((*model)->plant, (*model)->scores, part, 46);
        QVERIFY(change.has_value());
        QCOMPARE(change->order->id, "WO-R-1-AGT");
        QVERIFY(change->after.has_value());
        QVERIFY(*change->after < change->before);
        QVERIFY(!cond::changeAfterRepair((*model)->plant, (*model)->scores, part, 10).has_value());
    }

    void processDataOutsideTheirLimitsAreAParameterOfTheAsset()
    {
        HandPlant plant;
        plant.b.later([](Dataset& d) {
            Tag tag;
            tag.name = "R1.VIB";
            tag.asset = d.findAsset("R-1-AGT");
            tag.parameter = "vibration";
            tag.highLimit = number("10");
            d.tags.push_back(tag);
            d.assets[d.findAsset("R-1").value].historianPrefix = "R1";
        });
        for (const int day : {20, 33, 41})
            plant.deviation(day, "foreign_particles"); // at eleven
        const Dataset dataset = plant.b.take();
        const AlignmentContext context(dataset);
        // Above the limit at seven before two failures, and at noon, after the failure, on the third; once without one.
        FunctionSamples samples([](int day, int minute) {
            if (day == 50)
                return std::numeric_limits<double>::quiet_NaN();
            const bool isEarly = minute == 60 && (day == 20 || day == 33 || day == 7);
            return isEarly || (minute == 360 && day == 41) ? 12.0 : 5.0;
        });
        const auto model = cond::ConditionModel::build(context, &samples);
        QVERIFY(model && *model != nullptr);
        const auto find = [&](const char* classification) -> std::optional<Candidate> {
            for (const cond::CauseTest& test : cond::weighClass(**model, classification).further)
                if (test.candidate.kind == CandidateKind::Parameter)
                    return test.candidate;
            return std::nullopt;
        };
        const std::optional<Candidate> c = find("foreign_particles");
        QVERIFY(c.has_value());
        QCOMPARE(c->name, "parameter outside limits: vibration (R1.VIB) @ R-1-AGT");
        QCOMPARE(c->caseExposed, 2);
        QCOMPARE(c->caseWindows, 3);
        QCOMPARE(c->controlExposed, 1);
        QCOMPARE(c->controlWindows, kDays - 3 - 1); // a use without a good sample is left out
        QCOMPARE(c->uncovered, 1);
        QVERIFY(!c->isSymptom);
        // 3 of 59 are exposed; at least two of the three failures among them.
        const double p = (3.0 * 56 + 1) / 32509; // C(3,2) C(56,1) + C(3,3) over C(59,3)
        QVERIFY(std::abs(*c->pExact - p) < 1e-12);
        for (const WindowUse& use : c->windows)
            QCOMPARE(use.exposed, !use.records.empty());
    }

    void plausibilityTableIsReadAndMatched()
    {
        const PlausibilityTable& table = builtinPlausibility();
        QCOMPARE(table.version, "plausibility-2");
        QVERIFY(table.rules.size() > 30);
        QCOMPARE(table.weight("Temperature excursion", "heat_exchanger Jacket"), 1.0);
        QCOMPARE(table.weight("Temperature excursion", "load_cell"), 0.01);
        QCOMPARE(table.weight("Unheard of", "agitator"), 0.5);
        QCOMPARE(table.weight("pH out of range", "ph_probe"), 1.0);
        QCOMPARE(table.weight("graph missing", "ph_probe"), 0.5); // "=ph" is a whole word
        QVERIFY(table.isAdministrative("documentation_error"));
        QVERIFY(!table.isAdministrative("foreign_particles"));
    }

    void brokenTableIsRefusedWithItsLine()
    {
        const auto noHeader = parsePlausibility("a,b,1\n");
        QVERIFY(!noHeader);
        QCOMPARE(noHeader.error().code, ErrorCode::InvalidTable);
        const auto badWeight = parsePlausibility("# version: x\ndeviation,asset,weight\na,b,2\n");
        QVERIFY(!badWeight);
        QVERIFY(badWeight.error().where.find("line 3") != std::string::npos);
        QVERIFY(!parsePlausibility("deviation,asset,weight\na,b\n"));
    }
};

QTEST_GUILESS_MAIN(TestConditionModel)
#include "tst_condition_model.moc"
