// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The machine list of ../shared with its known precursors: what must lead, with which counts, and what must not.

#include "model/evidence/assess.h"
#include "model/evidence/assessment_json.h"
#include "model/evidence/plan.h"
#include "tests/support/machine_dataset.h"

#include <QtTest/QTest>

#include <algorithm>
#include <map>
#include <memory>

using namespace antecedent;

namespace {

const Analysis* analysisOf(const AssessmentResult& result, const std::string& classification)
{
    for (const Analysis& a : result.analyses)
        if (a.classification == classification)
            return &a;
    return nullptr;
}

// The pooled candidate of a class: all machines together.
const Candidate* pooled(const Analysis& analysis, const std::string& eventClass)
{
    for (const Candidate& c : analysis.candidates)
        if (c.assetId.empty() && c.eventClass == eventClass)
            return &c;
    return nullptr;
}

} // namespace

class TestAssessMachines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto shared = testsupport::sharedFolder();
        if (!shared || !std::filesystem::exists(*shared / "data/azure_pdm/PdM_errors.csv"))
            QSKIP("the shared machine list is not here");
        m_data = std::make_unique<Dataset>(testsupport::readMachines(*shared / "data/azure_pdm"));
        m_context = std::make_unique<AlignmentContext>(*m_data);
        auto plan = makePlan(*m_data);
        QVERIFY(plan.has_value());
        auto result = assess(*m_context, *plan);
        QVERIFY(result.has_value());
        m_result = std::make_unique<AssessmentResult>(std::move(*result));
    }

    void precursorsLeadAndAreAssociated_data()
    {
        QTest::addColumn<QString>("classification");
        QTest::addColumn<QStringList>("first");
        QTest::addColumn<int>("exposed");
        QTest::newRow("comp1") << "comp1" << QStringList{"error:error1"} << 93;
        QTest::newRow("comp2") << "comp2" << QStringList{"error:error2", "error:error3"} << 126;
        QTest::newRow("comp3") << "comp3" << QStringList{"error:error4"} << 59;
        QTest::newRow("comp4") << "comp4" << QStringList{"error:error5"} << 88;
    }
    void precursorsLeadAndAreAssociated()
    {
        QFETCH(QString, classification);
        QFETCH(QStringList, first);
        QFETCH(int, exposed);
        const Analysis* analysis = analysisOf(*m_result, classification.toStdString());
        QVERIFY(analysis != nullptr);
        QStringList leading;
        for (qsizetype i = 0; i < first.size(); ++i) {
            const Candidate& c = analysis->candidates[static_cast<std::size_t>(i)];
            leading << QString::fromStdString(c.eventClass);
            QCOMPARE(c.rank, static_cast<int>(i) + 1);
            QCOMPARE(toText(c.verdict), "associated");
            QVERIFY(c.assetId.empty());
            QCOMPARE(c.caseExposed, exposed);
            QCOMPARE(c.caseWindows, exposed);
            QCOMPARE(c.medianOffsetS.value_or(0), -86400.0);
            QVERIFY(c.uncovered > 0 || classification == "comp2");
            QCOMPARE(static_cast<int>(std::count_if(c.windows.begin(), c.windows.end(),
                         [](const WindowUse& w) { return w.isCase && w.exposed && !w.records.empty(); })),
                exposed);
        }
        leading.sort();
        QCOMPARE(leading, first);
    }

    void coFailingPairsAreAtMostLeads_data()
    {
        QTest::addColumn<QString>("classification");
        QTest::addColumn<QString>("eventClass");
        QTest::newRow("comp4 error3") << "comp4"
                                      << "error:error3";
        QTest::newRow("comp4 error2") << "comp4"
                                      << "error:error2";
        QTest::newRow("comp2 error5") << "comp2"
                                      << "error:error5";
        QTest::newRow("comp1 error3") << "comp1"
                                      << "error:error3";
    }
    void coFailingPairsAreAtMostLeads()
    {
        QFETCH(QString, classification);
        QFETCH(QString, eventClass);
        const Analysis* analysis = analysisOf(*m_result, classification.toStdString());
        const Candidate* c = pooled(*analysis, eventClass.toStdString());
        QVERIFY(c != nullptr);
        QVERIFY(c->verdict >= Verdict::Lead);
        QVERIFY(!c->coFailures.empty());
        QVERIFY(c->pWithoutCoFailures.has_value());
    }

    void onlyThePrecursorsAreAssociated()
    {
        const std::map<std::string, std::vector<std::string>> precursors{{"comp1", {"error:error1"}},
            {"comp2", {"error:error2", "error:error3"}}, {"comp3", {"error:error4"}}, {"comp4", {"error:error5"}}};
        for (const Analysis& analysis : m_result->analyses)
            for (const Candidate& c : analysis.candidates)
                if (c.verdict == Verdict::Associated) {
                    const auto& known = precursors.at(analysis.classification);
                    QVERIFY2(std::find(known.begin(), known.end(), c.eventClass) != known.end(),
                        c.statement.english().c_str());
                }
    }

    void replacementsThatAnswerAreNoCandidates()
    {
        for (const Analysis& analysis : m_result->analyses)
            for (const Candidate& c : analysis.candidates)
                if (c.eventClass.starts_with("work_order:"))
                    QVERIFY(c.verdict != Verdict::Associated);
    }

    void theMachineThatNeverFailsHasNoFinding()
    {
        for (const FailureAssessment& a : m_result->assessments)
            QVERIFY(a.leadingAsset != "6");
        for (const Analysis& analysis : m_result->analyses)
            for (const Candidate& c : analysis.candidates)
                QVERIFY(c.assetId != "6");
    }

    void eachFailureNamesItsMachine()
    {
        int supported = 0;
        for (const FailureAssessment& a : m_result->assessments) {
            if (a.contribution != Contribution::Supported)
                continue;
            ++supported;
            QCOMPARE(a.leadingAsset, a.deviationId.substr(0, a.deviationId.find('/')));
        }
        QCOMPARE(m_result->assessments.size(), std::size_t{373});
        QCOMPARE(supported, 93 + 126 + 59 + 88);
    }

    void jsonIsOneDocumentWithoutTheWordForbidden()
    {
        const std::string json = toJson(*m_result);
        QCOMPARE(json, toJson(*m_result));
        QVERIFY(json.find("caused") == std::string::npos);
        QVERIFY(json.find("NaN") == std::string::npos);
    }

    void dayWindowsGiveTheKnownTable_data()
    {
        QTest::addColumn<QString>("classification");
        QTest::addColumn<QList<int>>("exposed");
        // All failures, coverage ignored: counted over the aligned windows.
        QTest::newRow("comp1") << "comp1" << QList<int>{94, 4, 6, 6, 3};
        QTest::newRow("comp2") << "comp2" << QList<int>{5, 126, 126, 6, 9};
        QTest::newRow("comp3") << "comp3" << QList<int>{4, 6, 4, 59, 3};
        QTest::newRow("comp4") << "comp4" << QList<int>{5, 11, 13, 4, 88};
    }
    void dayWindowsGiveTheKnownTable()
    {
        QFETCH(QString, classification);
        QFETCH(QList<int>, exposed);
        PlanOverrides overrides;
        overrides.before = "24h";
        auto plan = makePlan(*m_data, overrides);
        QVERIFY(plan.has_value());
        if (!m_day) {
            auto result = assess(*m_context, *plan);
            QVERIFY(result.has_value());
            m_day = std::make_unique<AssessmentResult>(std::move(*result));
        }
        const Analysis* analysis = analysisOf(*m_day, classification.toStdString());
        for (int i = 0; i < 5; ++i) {
            const Candidate* c = pooled(*analysis, "error:error" + std::to_string(i + 1));
            QVERIFY(c != nullptr);
            QCOMPARE(c->caseExposed, exposed[i]);
        }
    }

private:
    std::unique_ptr<Dataset> m_data;
    std::unique_ptr<AlignmentContext> m_context;
    std::unique_ptr<AssessmentResult> m_result;
    std::unique_ptr<AssessmentResult> m_day;
};

QTEST_GUILESS_MAIN(TestAssessMachines)
#include "tst_assess_machines.moc"
