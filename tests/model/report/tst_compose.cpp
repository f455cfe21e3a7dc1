// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/compose/compose.h"
#include "model/report/compose/words.h"
#include "model/report/html.h"
#include "tests/model/report/report_plant.h"

#include <QtTest/QtTest>

#include <fstream>
#include <iterator>

namespace antecedent {

namespace {

WindowUse use(const char* id, bool isCase, bool exposed, std::string_view end)
{
    WindowUse window;
    window.id = id;
    window.isCase = isCase;
    window.failure = "DEV-36";
    window.stratum = "DEV-36";
    window.interval = Interval{test::at(end) - std::chrono::hours(12), test::at(end)};
    window.exposed = exposed;
    if (exposed)
        window.records.push_back(recordIdOf(id));
    return window;
}

Candidate candidate(int rank, std::string eventClass, Verdict verdict)
{
    Candidate c;
    c.rank = rank;
    c.eventClass = std::move(eventClass);
    c.assetId = "R-101";
    c.name = c.eventClass + " @ R-101";
    c.design = "time";
    c.caseExposed = 1;
    c.caseWindows = 1;
    c.controlWindows = 2;
    c.controlExposed = 1;
    c.oddsRatio = 2.5;
    c.ciLow = 0.3;
    c.ciHigh = 41;
    c.pExact = 0.66;
    c.pAdjusted = 1;
    c.verdict = verdict;
    c.statement = phrase("Insufficient evidence: %1 %2",
        phrase("%1 was %2 (%3, %4).", c.name,
            phrase("seen before %1 of %2 failures and in %3 of %4 control windows", 1, 1, 1, 2),
            phrase("odds ratio %1 to %2", numeral("0.3"), numeral("41")), numeral("p = 0.66")),
        phrase("The data decide neither way."));
    c.windows = {use("DEV-36", true, true, "2025-02-08T12:00:00Z"),
        use("DEV-36#1", false, true, "2025-02-10T12:00:00Z"), use("DEV-36#2", false, false, "2025-02-12T12:00:00Z")};
    return c;
}

// Inputs made by hand, so that the golden text depends on nothing but the composer.
struct Fixture
{
    Dataset dataset = tests::reactorLine();
    AlignmentContext context{dataset};
    AssessmentResult assessment;
    ReportInputs inputs;

    explicit Fixture(int candidates = 2)
    {
        assessment.plan.templateName = "default";
        assessment.plan.version = "1";
        Analysis analysis;
        analysis.classification = "Temperature excursion";
        analysis.failures = {"DEV-12", "DEV-36"};
        analysis.preflight = {.failures = 2,
            .failuresUsable = 2,
            .controlsPerFailure = 2,
            .windows = 6,
            .windowsCovered = 6,
            .candidatesTried = candidates,
            .candidatesTestable = 0,
            .smallestReachableP = 0.33,
            .powerAtOr5 = 0.0,
            .notes = {phrase("operating time from %1", phrase("meter readings"))}};
        for (int i = 1; i <= candidates; ++i)
            analysis.candidates.push_back(candidate(
                i, i == 1 ? "alarm:JACKET_FLOW_LOW" : "alarm:CLASS_" + std::to_string(i), Verdict::Insufficient));
        analysis.exclusions = {{"DEV-12", std::string("2025-01-20T00:00:00Z"),
            phrase("touches the window of %1 or the gap of one window around it",
                phrase(kFailureWords, std::string("DEV-36")))}};
        assessment.analyses = {analysis};
        FailureAssessment own;
        own.deviationId = "DEV-36";
        own.classification = "Temperature excursion";
        own.statement = phrase("These data decide neither way: no asset could be tied to the batch.");
        if (candidates > 0)
            own.order = {0};
        own.exposedHere.assign(static_cast<std::size_t>(candidates), true);
        own.batches = {
            {"B1035", true,
                phrase("used %1 in step %2 from %3, in the suspect interval", std::string("R-101"),
                    std::string("REACT"),
                    phrase("%1 to %2", std::string("2025-02-07T08:00:00Z"), std::string("2025-02-07T10:00:00Z"))),
                "released", ""},
            {"B1040", false, phrase("did not use %1 and was not made from an exposed batch", std::string("R-101")), "",
                ""}};
        assessment.assessments = {own};
        inputs.context = &context;
        inputs.assessment = &assessment;
        inputs.failure = selectFailures(dataset, {{"DEV-36"}, {}, nullptr}, {}).value().failures.front();
        inputs.versions = {"Antecedent 1.0", "abc123", "1", "2025b"};
        inputs.caseId = "CASE-001";
        inputs.created = test::at("2025-07-01T10:00:00Z");
        SourceCustody source;
        source.info.name = "alarms <export>.csv";
        source.info.sha256 = sha256("alarms");
        source.info.zone = "UTC";
        source.info.rowsRead = 130;
        source.info.rowsStored = 128;
        source.info.rowsRejected = 1;
        source.info.rowsDuplicate = 1;
        source.records = {{"events", 128}};
        inputs.sources = {source};
        RejectedRow row;
        row.source = source.info.name;
        row.diagnostic.line = 7;
        row.diagnostic.columnName = "time";
        row.diagnostic.excerpt = "31.02.2025";
        inputs.rejected = {row};
        inputs.rejectedTotal = 1;
        ChronologyRow chronology;
        chronology.at = test::at("2025-02-08T09:00:00Z");
        chronology.original = test::time("2025-02-08T09:00:00Z");
        chronology.offset = std::chrono::hours(-3);
        chronology.asset = dataset.findAsset("R-101");
        chronology.eventClass = "alarm:JACKET_FLOW_LOW";
        chronology.text = "Jacket <flow> & low";
        chronology.ref = {TableId::Events, recordIdOf("x"), SourceIndex{0}, 17};
        inputs.chronology.rows = {chronology};
    }

    std::string text(const Lexicon& lexicon = Lexicon::english()) const
    {
        return composeReport(inputs, {"sha256:00ff", "twin"}, lexicon).document.plainText();
    }
};

bool has(const std::string& text, const char* words)
{
    if (text.find(words) != std::string::npos)
        return true;
    qWarning("%s", text.c_str());
    return false;
}

} // namespace

class TestCompose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheGoldenText_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("name");
        QTest::newRow("English") << "en"
                                 << "composed_report";
        QTest::newRow("German") << "de"
                                << "composed_report_de";
    }

    void agreesWithTheGoldenText()
    {
        QFETCH(const QString, language);
        QFETCH(const QString, name);
        const std::string path = ANTECEDENT_TEST_DATA "/" + name.toStdString() + ".txt";
        std::ifstream in(path, std::ios::binary);
        const std::string golden(std::istreambuf_iterator<char>(in), {});
        const std::string text = Fixture().text(*Lexicon::find(language.toStdString()));
        const std::string actual = name.toStdString() + ".actual.txt";
        if (text != golden)
            std::ofstream(actual, std::ios::binary) << text;
        QVERIFY2(text == golden, ("the text that was composed stands in " + actual).c_str());
    }

    void saysWhatIsDoubtfulInTheDataAndWhatItDoes()
    {
        Fixture fixture;
        QVERIFY(fixture.text().find("Data quality") == std::string::npos); // not looked at
        fixture.inputs.quality.emplace();
        QVERIFY(has(fixture.text(), "Nothing doubtful was found in the data of the sources"));
        QualityFinding finding;
        finding.source = SourceIndex{0};
        finding.count = 2;
        finding.what =
            plural(2, "%1 row repeats one that is stored already", "%1 rows repeat ones that are stored already");
        finding.consequence = phrase("It changes nothing: each is stored and counted once");
        fixture.inputs.quality->assign(8, finding);
        const std::string english = fixture.text();
        QVERIFY(has(english, "2 rows repeat ones that are stored already."));
        QVERIFY(has(english, "It changes nothing: each is stored and counted once."));
        QVERIFY(has(english, "2 further findings, listed in the twin"));
        const std::string german = fixture.text(Lexicon::german());
        QVERIFY(has(german, "2 Zeilen wiederholen schon gespeicherte."));
        QVERIFY(has(german, "Datenqualit\u00E4t"));
    }

    void anotherLanguageChangesNoMarkAndNoRecord()
    {
        const Fixture fixture(20);
        const ComposedReport english = composeReport(fixture.inputs);
        const ComposedReport german = composeReport(fixture.inputs, {}, Lexicon::german());
        QCOMPARE(german.document.language, std::string("de"));
        QCOMPARE(german.document.blocks.size(), english.document.blocks.size());
        QCOMPARE(german.marks.size(), english.marks.size());
        for (std::size_t i = 0; i < german.marks.size(); ++i) {
            QCOMPARE(german.marks[i].id, english.marks[i].id);
            QCOMPARE(german.marks[i].what, english.marks[i].what);
            QCOMPARE(german.marks[i].records, english.marks[i].records);
        }
    }

    void aFigureThatIsLeftOutIsNamedWithItsMark()
    {
        Fixture fixture;
        fixture.inputs.sequence = SequenceFigure{};
        fixture.inputs.sequence->nodes.resize(2);
        QVERIFY(has(fixture.text(), "shows what came before the failures of this class"));
        fixture.inputs.leftOut = {ReportFigure::Sequence};
        const std::string text = fixture.text();
        QVERIFY(has(text,
            "The figure of the event sequences was left out by the author; its numbers are in the twin. [F-001]"));
        QVERIFY(text.find("shows what came before") == std::string::npos);
        QVERIFY(has(text, "What speaks against"));
    }

    void isDeterministicAndMarksDoNotDependOnTheTwin()
    {
        const Fixture fixture;
        QCOMPARE(fixture.text(), Fixture().text());
        const ComposedReport without = composeReport(fixture.inputs);
        const ComposedReport with = composeReport(fixture.inputs, {"sha256:00ff", "twin"});
        QCOMPARE(without.marks.size(), with.marks.size());
        for (std::size_t i = 0; i < with.marks.size(); ++i) {
            QCOMPARE(without.marks[i].id, with.marks[i].id);
            QCOMPARE(without.marks[i].records, with.marks[i].records);
        }
    }

    void saysHonestlyThatThereIsNoCandidate()
    {
        const std::string text = Fixture(0).text();
        QVERIFY(has(text, "there is no candidate to test. That is no evidence that nothing happened"));
        QVERIFY(has(text, "No candidate leads, so there is nothing to weigh against one."));
        QVERIFY(has(text, "no other cause is found and none is ruled out"));
        QVERIFY(text.find("caused by") == std::string::npos);
    }

    void boundsThePagesOfThreeHundredCandidates()
    {
        const std::string text = Fixture(300).text();
        QVERIFY(has(text, "Ranked candidates, 12 of 300; the others are in the annex."));
        const std::size_t annex = text.find("# Annex: the other candidates");
        QVERIFY(annex != std::string::npos);
        QVERIFY(text.find("[E-013] | alarm:CLASS_13 @ R-101") > annex);
        QVERIFY(has(text, "[E-212] | alarm:CLASS_212 @ R-101"));
        QVERIFY(has(text, "88 further candidates of lower rank are in the twin only."));
        QVERIFY(text.find("CLASS_213") == std::string::npos);
    }

    void countsWhatIsNotTestableInsteadOfListingIt()
    {
        Fixture fixture(300);
        for (std::size_t i = 20; i < 300; ++i)
            fixture.assessment.analyses.front().candidates[i].verdict = Verdict::NotTestable;
        const std::string text = fixture.text();
        QVERIFY(has(text, "[E-020] | alarm:CLASS_20 @ R-101"));
        QVERIFY(text.find("CLASS_21 ") == std::string::npos);
        QVERIFY(has(text, "280 further candidates are not testable"));
        QVERIFY(has(text, "By kind: event 280."));
    }

    void theFirstPageAnswersWhatADecisionNeeds()
    {
        const std::string text = Fixture().text();
        const std::string page = text.substr(0, text.find("# 1\u2002Problem statement"));
        for (const char* question :
            {"What happened: ", "Did asset condition contribute?: ", "How sure is that?: ", "What speaks against it: ",
                "What else was considered: ", "Which batches are affected: ", "### What to do next"})
            QVERIFY(has(page, question));
        QVERIFY(has(text, "Prepared: author of the investigation | "));
        QVERIFY(has(text, "Reviewed: independent of the author | "));
        QVERIFY(has(text, "Approved: quality unit | "));
        QVERIFY(has(text, "Terms and abbreviations"));
    }

    void writesTimesInsideSentencesAsTheReportDoes()
    {
        const Zone utc;
        QCOMPARE(words::withMoments("WO-1 was due 2025-02-08T09:00:00Z (CAL-1).", utc),
            std::string("WO-1 was due 8 Feb 2025 09:00 (CAL-1)."));
        QCOMPARE(words::withMoments("20/comp2/2015-11-15T06:00:00Z  stays, 2025", utc),
            std::string("20/comp2/2015-11-15T06:00:00Z  stays, 2025"));
        QCOMPARE(words::grouped(0), std::string("0"));
        QCOMPARE(words::grouped(9999), std::string("9999"));
        QCOMPARE(words::grouped(10000), std::string("10,000"));
        QCOMPARE(words::grouped(1063992), std::string("1,063,992"));
        QCOMPARE(words::shortened("First one. Two three.", 14), std::string("First one."));
        QCOMPARE(words::shortened("One two three four", 9), std::string("One two \u2026"));
        QCOMPARE(words::shortened("Short.", 12), std::string("Short."));
    }

    void worksWithoutAssetBatchAndAnalysis()
    {
        Fixture fixture;
        fixture.inputs.failure.asset = {};
        fixture.inputs.failure.batch = {};
        fixture.inputs.failure.deviation = nullptr;
        fixture.inputs.chronology.rows.clear();
        fixture.inputs.sources.clear();
        fixture.inputs.rejected.clear();
        fixture.inputs.rejectedTotal = 0;
        fixture.assessment.analyses.clear();
        fixture.assessment.assessments.clear();
        const std::string text = fixture.text();
        QVERIFY(has(text, "Where: No asset is stated in the record."));
        QVERIFY(has(text, "Nothing can be concluded for or against."));
        QVERIFY(has(text, "No source has been imported."));
        QVERIFY(has(text, "No dated record stands in the time around the failure."));
        QVERIFY(has(text, "no condition card can be drawn up"));
    }

    void keepsHostileTextsHarmlessInHtml()
    {
        const std::string html = renderHtml(composeReport(Fixture().inputs).document);
        QVERIFY(html.find("<flow>") == std::string::npos);
        QVERIFY(html.find("alarms &lt;export&gt;.csv") != std::string::npos);
    }

    void everyMarkOfTheTextIsInTheBook()
    {
        const ComposedReport report = composeReport(Fixture(20).inputs);
        const std::string text = report.document.plainText();
        for (const RecordMark& mark : report.marks)
            QVERIFY2(text.find("[" + mark.id) != std::string::npos, mark.id.c_str());
    }
};

} // namespace antecedent

QTEST_GUILESS_MAIN(antecedent::TestCompose)
#include "tst_compose.moc"
