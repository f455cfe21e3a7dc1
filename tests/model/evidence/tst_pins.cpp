// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pins: recorded physical evidence decides its failure and leaves every number as it was; what is ruled out does not
// lead; a pin whose record is gone decides nothing and is stated.

#include "model/domain/record_lookup.h"
#include "model/evidence/assess.h"
#include "model/evidence/assessment_json.h"
#include "model/evidence/pin_json.h"
#include "model/evidence/plan.h"
#include "tests/support/machine_dataset.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace antecedent;
using testsupport::DatasetBuilder;

namespace {

constexpr const char* kAlarm = "alarm:X @ R1";

std::string day(int n, const char* hour)
{
    const Timestamp t = Timestamp(Duration(parseIso("2024-01-01")->us)) + std::chrono::hours(24 * n);
    return formatUtc(t).substr(0, 11) + hour + ":00:00Z";
}

// One machine that failed twice; alarm X came before the first failure only, a repair followed it.
Dataset machine()
{
    DatasetBuilder b;
    b.asset("R1", "reactor");
    for (int i = 0; i < 80; ++i)
        b.event(day(i, "03"), "R1", "alarm", "N");
    b.event(day(19, "20"), "R1", "alarm", "X");
    b.deviation("DEV-1", day(20, "12"), "R1", "jam");
    b.deviation("DEV-2", day(60, "12"), "R1", "jam");
    b.workOrder("WO-7", "R1", "CM", "SEI", day(20, "18"));
    return b.finish();
}

Pin pinOf(const Dataset& data, const char* failure, const char* candidate, PinRole role = PinRole::Mechanism)
{
    const std::vector<FoundRecord> found = findRecord(data, std::string_view("WO-7"));
    return {"PIN-001", failure, candidate, role, {{found.at(0).id, describe(data, found.at(0))}},
        "Bearing found seized", "A. Tester"};
}

Result<AssessmentResult> assessed(const Dataset& data, const std::vector<Pin>& pins)
{
    const AlignmentContext context(data);
    PlanOverrides overrides;
    overrides.before = "24h";
    AssessSelection selection;
    selection.pins = pins;
    return assess(context, *makePlan(data, overrides), selection);
}

const Candidate* find(const AssessmentResult& result, const std::string& name)
{
    for (const Candidate& c : result.analyses.front().candidates)
        if (c.name == name)
            return &c;
    return nullptr;
}

} // namespace

class TestPins : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPinMakesTheMechanismAndLeavesTheNumbers()
    {
        const Dataset data = machine();
        const auto before = assessed(data, {});
        const auto after = assessed(data, {pinOf(data, "DEV-1", kAlarm)});
        QVERIFY(before && after);
        const Candidate* was = find(*before, kAlarm);
        const Candidate* is = find(*after, kAlarm);
        QVERIFY(was != nullptr && is != nullptr);
        QCOMPARE(is->verdict, Verdict::Mechanism);
        QCOMPARE(is->byStatistics, was->verdict);
        QCOMPARE(was->byStatistics, was->verdict);
        QCOMPARE(is->rank, 1);
        QCOMPARE(is->pExact, was->pExact);
        QCOMPARE(is->pAdjusted, was->pAdjusted);
        QCOMPARE(is->ciLow, was->ciLow);
        QVERIFY(is->statement.find("Bearing found seized") != std::string::npos);
        QVERIFY(is->statement.find("do not contradict") != std::string::npos);
        QVERIFY(is->statement.find("caused") == std::string::npos);
    }

    void aPinDecidesItsOwnFailureOnly()
    {
        const Dataset data = machine();
        const auto before = assessed(data, {});
        const auto result = assessed(data, {pinOf(data, "DEV-1", kAlarm)});
        QVERIFY(before && result);
        const FailureAssessment& pinned = result->assessments[0];
        QCOMPARE(pinned.deviationId, std::string("DEV-1"));
        QCOMPARE(pinned.contribution, Contribution::Supported);
        QCOMPARE(pinned.leadingAsset, std::string("R1"));
        QCOMPARE(pinned.verdict, Verdict::Mechanism);
        QCOMPARE(pinned.pins.size(), std::size_t{1});
        const auto& candidates = result->analyses[0].candidates;
        QCOMPARE(candidates[static_cast<std::size_t>(pinned.order.front())].name, std::string(kAlarm));
        const FailureAssessment& other = result->assessments[1];
        QCOMPARE(other.contribution, before->assessments[1].contribution);
        QVERIFY(other.pins.empty());
        // Positions follow the candidates to their new ranks.
        for (std::size_t f = 0; f < 2; ++f)
            for (std::size_t i = 0; i < candidates.size(); ++i)
                for (std::size_t j = 0; j < candidates.size(); ++j)
                    if (before->analyses[0].candidates[j].name == candidates[i].name)
                        QCOMPARE(static_cast<bool>(result->assessments[f].exposedHere[i]),
                            static_cast<bool>(before->assessments[f].exposedHere[j]));
    }

    void whatIsRuledOutDoesNotLead()
    {
        const Dataset data = machine();
        const auto before = assessed(data, {});
        const auto result = assessed(data, {pinOf(data, "DEV-1", kAlarm, PinRole::RuledOut)});
        QVERIFY(before && result);
        const Candidate* c = find(*result, kAlarm);
        QCOMPARE(c->verdict, c->byStatistics);
        QCOMPARE(c->pins, std::vector<std::string>{"PIN-001"});
        const FailureAssessment& a = result->assessments[0];
        QVERIFY(a.statement.find("alarm:X") == std::string::npos);
        QVERIFY(std::any_of(a.against.begin(), a.against.end(),
            [](const std::string& s) { return s.find("ruled out") != std::string::npos; }));
        for (const FailureAssessment& other : before->assessments)
            for (const std::string& s : other.against)
                QVERIFY2(s.find("ruled out") == std::string::npos, "only a pin rules out");
    }

    void aPinWithoutItsRecordDecidesNothingAndIsStated()
    {
        const Dataset data = machine();
        Pin pin = pinOf(data, "DEV-1", kAlarm);
        pin.records[0].id.bytes[0] = static_cast<std::uint8_t>(pin.records[0].id.bytes[0] ^ 0xFFU);
        const auto result = assessed(data, {pin});
        QVERIFY(result.has_value());
        QCOMPARE(find(*result, kAlarm)->verdict, find(*result, kAlarm)->byStatistics);
        const auto& notes = result->analyses[0].preflight.notes;
        QVERIFY(std::any_of(notes.begin(), notes.end(),
            [](const std::string& note) { return note.find("PIN-001 decides nothing") != std::string::npos; }));
    }

    void aPinOfNoCandidateIsStated()
    {
        const Dataset data = machine();
        const auto result = assessed(data, {pinOf(data, "DEV-1", "alarm:GONE @ R1")});
        QVERIFY(result.has_value());
        const auto& notes = result->analyses[0].preflight.notes;
        QVERIFY(std::any_of(notes.begin(), notes.end(),
            [](const std::string& note) { return note.find("no candidate of this analysis") != std::string::npos; }));
    }

    void aPinSurvivesItsJsonForm()
    {
        const Dataset data = machine();
        const KeptPin kept{pinOf(data, "DEV-1", kAlarm), true, "B. Tester", "wrong failure"};
        const Result<KeptPin> read = parsePin(pinJson(kept));
        QVERIFY(read.has_value());
        QVERIFY(read->pin == kept.pin);
        QCOMPARE(read->removalReason, kept.removalReason);
        QVERIFY(read->isRemoved);
        QCOMPARE(parsePin("{}").error().code, ErrorCode::InvestigationDamaged);
        QCOMPARE(parsePin("[").error().code, ErrorCode::InvestigationDamaged);
    }

    void recordsAreFoundByIdDigitsAndOwnName()
    {
        const Dataset data = machine();
        const std::vector<FoundRecord> byName = findRecord(data, std::string_view("WO-7"));
        QCOMPARE(byName.size(), std::size_t{1});
        QCOMPARE(describe(data, byName[0]), std::string("work order WO-7 of R1, 2024-01-21T18:00:00Z"));
        QCOMPARE(findRecord(data, byName[0].id).size(), std::size_t{1});
        QCOMPARE(findRecord(data, std::string_view(toHex(byName[0].id))).size(), std::size_t{1});
        QVERIFY(findRecord(data, std::string_view("WO-8")).empty());
        QVERIFY(findRecord(data, std::string_view("abc")).empty());
        QVERIFY(findRecord(data, std::string_view()).empty());
        const std::vector<FoundRecord> event = findRecord(data, data.events.id.at(0));
        QCOMPARE(event.size(), std::size_t{1});
        QCOMPARE(event[0].key, std::string("alarm:N"));
    }
};

QTEST_APPLESS_MAIN(TestPins)
#include "tst_pins.moc"
