// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/record_lookup.h"
#include "model/evidence/assess.h"
#include "model/evidence/plan.h"
#include "model/report/compose/gather.h"
#include "model/report/html.h"
#include "model/report/twin/second_path.h"
#include "model/report/twin/twin.h"
#include "model/report/twin/verify_twin.h"

#include "tests/model/report/report_plant.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <functional>

namespace antecedent {

namespace {

using Json = nlohmann::json;

// The repair that followed a failure, pinned to its alarm.
Pin seizedValve(const Dataset& dataset)
{
    const std::vector<FoundRecord> order = findRecord(dataset, std::string_view("WO-2"));
    return {"PIN-001", "DEV-36", "alarm:JACKET_FLOW_LOW @ R-101", PinRole::Mechanism,
        {{order.at(0).id, describe(dataset, order.at(0))}}, "Control valve found seized", "A. Tester"};
}

ReportAndTwin makeBoth(const Dataset& dataset, const std::vector<Pin>& pins = {})
{
    const AlignmentContext context(dataset);
    PlanOverrides overrides;
    overrides.before = "12h";
    const Result<AnalysisPlan> plan = makePlan(dataset, overrides);
    if (!plan)
        qFatal("%s", plan.error().detail.c_str());
    AssessSelection selection;
    selection.pins = pins;
    const Result<AssessmentResult> assessment = assess(context, *plan, selection);
    if (!assessment)
        qFatal("%s", assessment.error().detail.c_str());
    const Result<WindowOptions> options = optionsOf(*plan, "Temperature excursion");
    ReportInputs inputs;
    SourceCustody source;
    source.info.name = "events.csv";
    source.info.rowsRead = 10;
    source.info.rowsStored = 8;
    source.info.rowsRejected = 1;
    source.info.rowsDuplicate = 1;
    inputs.sources.push_back(source);
    const Result<ReportInputs> gathered = gatherReport(context, *assessment, "DEV-36", *options, inputs);
    if (!gathered)
        qFatal("%s", gathered.error().detail.c_str());
    return makeReport(*gathered, "twin");
}

Twin makeTwin(const Dataset& dataset, const std::vector<Pin>& pins = {})
{
    return makeBoth(dataset, pins).twin;
}

TwinTables tablesIn(const Twin& twin)
{
    TwinTables tables;
    for (const auto& [name, bytes] : twin.files)
        if (name.starts_with("records/")) {
            Result<TwinTable> table = csvTableFrom(bytes);
            if (!table)
                qFatal("%s", name.c_str());
            tables[name.substr(8, name.size() - 12)] = std::move(*table);
        }
    return tables;
}

bool names(const TwinVerification& result, const std::string& kind, const std::string& subject)
{
    for (const TwinFinding& finding : result.findings)
        if (finding.kind == kind && finding.subject.find(subject) != std::string::npos)
            return true;
    for (const TwinFinding& finding : result.findings)
        qWarning("%s | %s | %s", finding.kind.c_str(), finding.subject.c_str(), finding.detail.c_str());
    return false;
}

// A record that exposes a failure's window for the first candidate.
std::string exposingRecord(const Twin& twin)
{
    const Json json = Json::parse(twin.json());
    for (const Json& use : json["candidates"][0]["uses"])
        if (!use["records"].empty() && json["windows"][use["window"].get<std::size_t>()]["case"])
            return use["records"][0];
    return {};
}

// Position of the first event of a code in a table of events.
std::size_t rowOf(const TwinTable& events, const std::string& code)
{
    const std::size_t column = events.column("code");
    for (std::size_t i = 0; i < events.rows.size(); ++i)
        if (events.rows[i][column] == code)
            return i;
    return events.rows.size();
}

} // namespace

class TestTwin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_twin = makeTwin(tests::reactorLine()); }

    void verifiesItself()
    {
        const TwinVerification result = verifyNumbers(m_twin.json(), tablesIn(m_twin));
        for (const TwinFinding& finding : result.findings)
            qWarning("%s | %s | %s", finding.kind.c_str(), finding.subject.c_str(), finding.detail.c_str());
        QVERIFY(result.holds());
        QVERIFY(result.candidates >= 3);
        QVERIFY(result.candidatesFromRecords >= 3);
        QVERIFY(result.numbers > 50);
        const Json twin = Json::parse(m_twin.json());
        QCOMPARE(twin["candidates"][0]["name"], "alarm:JACKET_FLOW_LOW @ R-101");
        QCOMPARE(twin["candidates"][0]["case_exposed"], 5);
    }

    // A phase is no mark of the figure, for its batch is one; yet time is not left out where it begins.
    void hidesNoRecordInABreakOfTheTimeline()
    {
        Dataset dataset = tests::reactorLine();
        const auto step = std::find_if(dataset.steps.begin(), dataset.steps.end(),
            [&](const BatchStep& s) { return dataset.batches[s.batch.value].id == "B1036"; });
        QVERIFY(step != dataset.steps.end());
        BatchStep phase = *step;
        phase.name = "Heat";
        phase.level = "phase";
        phase.head.id = recordIdOf("the phase");
        phase.start.utcUs = test::at(tests::hourText(36, 7)).time_since_epoch().count();
        phase.end.utcUs = phase.start.utcUs + std::int64_t{1'800} * 1'000'000;
        const auto breaksAround = [&](const Twin& twin) {
            const Json json = Json::parse(twin.json());
            int count = 0;
            for (const Json& each : json["timeline"]["breaks"])
                count += test::at(each["from"].get<std::string>()) < phase.end.at()
                        && test::at(each["to"].get<std::string>()) > phase.start.at()
                    ? 1
                    : 0;
            return count;
        };
        QCOMPARE(breaksAround(m_twin), 1);
        dataset.steps.push_back(phase);
        const Twin twin = makeTwin(dataset);
        QCOMPARE(breaksAround(twin), 0);
        const TwinVerification result = verifyNumbers(twin.json(), tablesIn(twin));
        QVERIFY2(result.holds(), result.findings.empty() ? "" : result.findings.front().subject.c_str());
    }

    void showsAndVerifiesWhatIsPinned()
    {
        const Dataset data = tests::reactorLine();
        const ReportAndTwin report = makeBoth(data, {seizedValve(data)});
        const Json twin = Json::parse(report.twin.json());
        QCOMPARE(twin["assessment"]["verdict"], "mechanism");
        QCOMPARE(twin["assessment"]["pins"][0]["reason"], "Control valve found seized");
        QCOMPARE(twin["candidates"][0]["pins"][0], "PIN-001");
        QVERIFY(verifyNumbers(report.twin.json(), tablesIn(report.twin)).holds());
        const std::string html = renderHtml(report.document);
        for (const char* words : {"Recorded physical evidence", "Control valve found seized", "A. Tester", "WO-2"})
            QVERIFY2(html.find(words) != std::string::npos, words);

        TwinTables without = tablesIn(report.twin);
        TwinTable& orders = without["work_orders"];
        const std::size_t column = orders.column("work_order_id");
        std::erase_if(orders.rows, [&](const std::vector<std::string>& row) { return row[column] == "WO-2"; });
        QVERIFY(names(verifyNumbers(report.twin.json(), without), "pin", "PIN-001"));

        Json forged = twin;
        forged["assessment"]["pins"] = Json::array();
        QVERIFY(names(verifyNumbers(forged.dump(), tablesIn(report.twin)), "pin", "verdict of the failure"));
        forged = twin;
        forged["candidates"][0]["verdict"] = "lead";
        QVERIFY(names(verifyNumbers(forged.dump(), tablesIn(report.twin)), "pin", "candidate 1"));
    }

    // A limit that an answer names is one of the records of the twin.
    void keepsTheLimitThatTheFitnessIsJudgedBy()
    {
        Dataset dataset = tests::reactorLine();
        Limit limit;
        limit.head = dataset.cleanings.front().head;
        limit.head.id = recordIdOf("the limit");
        limit.kind = "dirty_hold";
        limit.asset = dataset.findAsset("R-101");
        limit.value = test::number("24");
        limit.unit = "h";
        dataset.limits.push_back(limit);
        const Twin twin = makeTwin(dataset);
        const Json json = Json::parse(twin.json());
        const TwinTable limits = tablesIn(twin).at("limits");
        const std::string id = toHex(limit.head.id);
        QCOMPARE(limits.rows.size(), std::size_t{1});
        QCOMPARE(limits.rows[0][limits.column("record_id")], id);
        QVERIFY(!json["fitness"]["rows"].empty());
        const Json cell = json["fitness"]["rows"][0]["checks"]["clean_within_hold"];
        QVERIFY2(std::count(cell["records"].begin(), cell["records"].end(), Json(id)) == 1, cell.dump().c_str());
    }

    void isByteIdenticalForEqualDataInAnotherOrder()
    {
        const Twin other = makeTwin(tests::reactorLine(true));
        QCOMPARE(other.files, m_twin.files);
        QCOMPARE(other.digest, m_twin.digest);
    }

    void namesTheNumbersOfAChangedRecord_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("value");
        QTest::newRow("time moved out of the window") << "time"
                                                      << "2025-01-12T23:00:00Z";
        QTest::newRow("other code") << "code"
                                    << "SOMETHING_ELSE";
        QTest::newRow("other asset") << "asset_id"
                                     << "R-102";
        QTest::newRow("other category") << "category"
                                        << "operator";
    }
    void namesTheNumbersOfAChangedRecord()
    {
        QFETCH(QString, column);
        QFETCH(QString, value);
        TwinTables tables = tablesIn(m_twin);
        TwinTable& events = tables["events"];
        const std::string id = exposingRecord(m_twin);
        std::size_t row = 0;
        while (events.rows[row][0] != id)
            ++row;
        events.rows[row][events.column(column.toStdString())] = value.toStdString();
        const TwinVerification result = verifyNumbers(m_twin.json(), tables);
        QVERIFY(names(result, "window", "of candidate 1 alarm:JACKET_FLOW_LOW @ R-101"));
        QVERIFY(names(result, "count", "case_exposed of candidate 1"));
        QVERIFY(names(result, "test", "p_exact of candidate 1"));
    }

    void findsAnAddedRecordInAControlWindow()
    {
        TwinTables tables = tablesIn(m_twin);
        TwinTable& events = tables["events"];
        const Json twin = Json::parse(m_twin.json());
        std::string begin;
        for (const Json& use : twin["candidates"][0]["uses"]) {
            const Json& window = twin["windows"][use["window"].get<std::size_t>()];
            if (begin.empty() && !window["case"].get<bool>() && !use["exposed"].get<bool>())
                begin = window["from"];
        }
        QVERIFY(!begin.empty());
        std::vector<std::string> row = events.rows[rowOf(events, "JACKET_FLOW_LOW")];
        row[0] = "ffffffffffffffffffffffffffffffff";
        row[events.column("time")] = begin;
        events.rows.push_back(row);
        const TwinVerification result = verifyNumbers(m_twin.json(), tables);
        QVERIFY(names(result, "count", "control_exposed of candidate 1"));
        QCOMPARE(result.findings.front().record, row[0]);
    }

    void findsAChangedNumber_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("subject");
        const auto candidate = [](const char* key) {
            return QStringLiteral("/candidates/0/") + QString::fromLatin1(key);
        };
        QTest::newRow("count") << candidate("case_windows") << 6.0 << "count"
                               << "case_windows of candidate 1";
        QTest::newRow("p") << candidate("p_exact") << 1e-5 << "test"
                           << "p_exact of candidate 1";
        QTest::newRow("mid p") << candidate("p_mid") << 0.4 << "test"
                               << "p_mid of candidate 1";
        QTest::newRow("smallest p") << candidate("p_smallest") << 0.4 << "test"
                                    << "p_smallest of candidate 1";
        QTest::newRow("lower limit") << candidate("ci_low") << 7.7 << "test"
                                     << "ci_low of candidate 1";
        QTest::newRow("upper limit") << candidate("ci_high") << 900.0 << "test"
                                     << "ci_high of candidate 1";
        QTest::newRow("median") << candidate("median_offset_s") << -3600.0 << "median"
                                << "median_offset_s of candidate 1";
        QTest::newRow("Holm") << candidate("p_adjusted") << 0.9 << "holm"
                              << "p_adjusted of candidate 1";
        QTest::newRow("tried") << "/preflight/candidates_tried" << 99.0 << "count"
                               << "candidates_tried";
        QTest::newRow("rows") << "/sources/0/rows_stored" << 9.0 << "source"
                              << "rows_read of events.csv";
        QTest::newRow("counter") << "/counters/0/failures/0/value" << 99.0 << "counter"
                                 << "since_preventive of R-101";
        QTest::newRow("counter range") << "/counters/0/control_high" << 99.0 << "counter"
                                       << "since_preventive of R-101";
        QTest::newRow("impact") << "/assessment/impacted_count" << 77.0 << "impact"
                                << "number of impacted batches";
    }
    void findsAChangedNumber()
    {
        QFETCH(QString, pointer);
        QFETCH(double, value);
        QFETCH(QString, kind);
        QFETCH(QString, subject);
        Json twin = Json::parse(m_twin.json());
        Json& place = twin[Json::json_pointer(pointer.toStdString())];
        QVERIFY(!place.is_number() || place.get<double>() != value);
        if (place.is_number_integer())
            place = static_cast<int>(value);
        else
            place = value;
        QVERIFY(names(verifyNumbers(twin.dump(), tablesIn(m_twin)), kind.toStdString(), subject.toStdString()));
    }

    // Another value that touches no count (here only the id) still names the candidate and the mark.
    void namesTheCandidateOfARecordWithAnotherIdentity()
    {
        TwinTables tables = tablesIn(m_twin);
        TwinTable& events = tables["events"];
        const std::string id = exposingRecord(m_twin);
        for (auto& row : events.rows)
            row[0] = row[0] == id ? "00000000000000000000000000000001" : row[0];
        const TwinVerification result = verifyNumbers(m_twin.json(), tables);
        QVERIFY(names(result, "mark", "E-001 (alarm:JACKET_FLOW_LOW @ R-101)"));
        QVERIFY(names(result, "window", "of candidate 1 alarm:JACKET_FLOW_LOW @ R-101"));
    }

    void findsARecordThatIsGone()
    {
        TwinTables tables = tablesIn(m_twin);
        tables["work_orders"].rows.clear();
        QVERIFY(names(verifyNumbers(m_twin.json(), tables), "condition", "since_maintenance of R-101"));
    }

    void namesTheNumbersWhenTheInvestigationChanged()
    {
        Dataset changed = tests::reactorLine();
        QVERIFY(verifyNumbers(m_twin.json(), tablesOf(changed)).holds());
        const auto code = changed.strings.find("JACKET_FLOW_LOW");
        for (std::size_t i = 0; i < changed.events.size(); ++i)
            if (changed.events.code[i] == *code) {
                changed.events.timeUs[i] += 4LL * 3'600'000'000;
                break;
            }
        const TwinVerification result = verifyNumbers(m_twin.json(), tablesOf(changed));
        QVERIFY(names(result, "count", "case_exposed of candidate 1 alarm:JACKET_FLOW_LOW @ R-101"));
    }

    void checksTheFolder()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("twin")).toStdString();
        QVERIFY(writeTwin(m_twin, path));
        QVERIFY(writeTwin(m_twin, path)); // an older twin may be replaced
        const Result<TwinVerification> fine = verifyTwinFolder(path);
        QVERIFY(fine && fine->holds());
        QCOMPARE(fine->digest, m_twin.digest);
        for (const auto& [name, bytes] : m_twin.files) {
            if (name == "manifest.json")
                continue;
            std::string flipped = bytes;
            flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
            std::ofstream(path + "/" + name, std::ios::binary) << flipped;
            const Result<TwinVerification> result = verifyTwinFolder(path);
            QVERIFY(result && names(*result, "file", name));
            std::ofstream(path + "/" + name, std::ios::binary) << bytes;
        }
        std::ofstream(path + "/records/more.csv") << "record_id\n";
        QVERIFY(names(*verifyTwinFolder(path), "file", "records/more.csv"));
        std::filesystem::remove(path + "/records/more.csv");
        std::filesystem::remove(path + "/records/events.csv");
        QVERIFY(names(*verifyTwinFolder(path), "file", "records/events.csv"));
        std::ofstream(path + "/note.txt") << "mine";
        QVERIFY(!writeTwin(m_twin, path)); // not a twin's folder any more
        QCOMPARE(verifyTwinFolder(path + "/nothing").error().code, ErrorCode::FileNotFound);
    }

    void refusesNamesOutsideTheFolder()
    {
        const QTemporaryDir folder;
        const std::string path = folder.path().toStdString();
        std::ofstream(path + "/manifest.json")
            << R"({"format":"antecedent-twin","files":{"../secret":{"sha256":"00"},"/etc/passwd":{"sha256":"00"}}})";
        const Result<TwinVerification> result = verifyTwinFolder(path);
        QVERIFY(result && names(*result, "file", "../secret"));
        QVERIFY(names(*result, "file", "/etc/passwd"));
    }

    void survivesMalformedTwins()
    {
        const TwinTables tables = tablesIn(m_twin);
        QVERIFY(!verifyNumbers("", tables).holds());
        QVERIFY(!verifyNumbers("[]", tables).holds());
        QVERIFY(!verifyNumbers("{\"format\":\"antecedent-twin\",\"format_version\":1}", tables).holds());
        for (std::size_t cut = 1; cut < m_twin.json().size(); cut += 9973)
            QVERIFY(!verifyNumbers(std::string_view(m_twin.json()).substr(0, cut), tables).holds());
        Json twin = Json::parse(m_twin.json());
        twin["candidates"][0]["uses"][0]["window"] = 999999;
        QVERIFY(!verifyNumbers(twin.dump(), tables).holds());
    }

    // Golden values of the method's own page, and brute force over all ways to choose the exposed windows.
    void secondPathAgreesWithGoldenValues()
    {
        const auto set = [](int c, int m, int n) { return second::Stratum{1, c, n, m}; };
        const second::TestResult five =
            second::exactTest({set(1, 2, 6), set(1, 1, 6), set(0, 1, 6), set(1, 3, 6), set(1, 1, 6)});
        QVERIFY(std::abs(five.p - 0.0146604938) < 1e-9);
        QVERIFY(std::abs(five.pMid - 0.0077160494) < 1e-9);
        QVERIFY(std::abs(*five.oddsRatio - 12.487) < 1e-3);
        QVERIFY(std::abs(*five.ciLow - 1.2248) < 1e-4);
        QVERIFY(std::abs(*five.ciHigh - 708.74) < 1e-2);
        const second::TestResult apart = second::exactTest({set(1, 1, 6), set(1, 2, 6), set(1, 1, 6)});
        QVERIFY(std::abs(apart.p - 1.0 / 108) < 1e-9);
        QVERIFY(std::abs(*apart.ciLow - 1.5666) < 1e-4);
        QVERIFY(!apart.ciHigh);
        const second::TestResult fisher = second::exactTest({second::Stratum{5, 4, 30, 7}});
        QVERIFY(std::abs(fisher.p - 0.0057962) < 1e-7);
        QVERIFY(std::abs(fisher.pMid - 0.0029718) < 1e-7);
        QVERIFY(std::abs(fisher.pSmallest - 0.00014736) < 1e-8);
        const std::vector<double> adjusted = second::holm({.001, .008, .039, .041, .042, .06, .074, .205, .212, .216});
        QVERIFY(std::abs(adjusted[1] - 0.072) < 1e-12);
        QVERIFY(std::abs(adjusted[9] - 0.615) < 1e-12);
        QCOMPARE(second::median({3, 1, 2}), 2.0);
        QCOMPARE(second::median({4, 1, 2, 3}), 2.5);
    }

private:
    Twin m_twin;
};

} // namespace antecedent

QTEST_GUILESS_MAIN(antecedent::TestTwin)
#include "tst_twin.moc"
