// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/inspect.h"
#include "importers/pipeline/original_rows.h"
#include "tests/importers/format/read_format.h"
#include "tests/importers/support/case_folder.h"
#include "tests/importers/support/read_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using namespace antecedent::importers::test;

namespace {

std::string logOf(const std::string& inside)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1849-2016\" "
           "xmlns=\"http://www.xes-standard.org/\">\n"
        + inside + "</log>\n";
}

std::string eventOf(const std::string& name, const std::string& transition, const std::string& time,
    const std::string& resource = "MIX-101", const std::string& more = {})
{
    return "<event><string key=\"concept:name\" value=\"" + name + "\"/><string key=\"lifecycle:transition\" value=\""
        + transition + "\"/><date key=\"time:timestamp\" value=\"" + time + "\"/><string key=\"org:resource\" value=\""
        + resource + "\"/>" + more + "</event>\n";
}

std::string traceOf(const std::string& name, const std::string& inside)
{
    return "<trace>\n<string key=\"concept:name\" value=\"" + name + "\"/>\n" + inside + "</trace>\n";
}

Reading readLog(const std::string& bytes, const PlanOptions& options = {})
{
    return readBytes(bytes, options, 1U << 20U, 1U << 20U, TextSource::kBlockBytes, "log.xes");
}

std::size_t countOf(const Reading& reading, std::string_view table)
{
    return static_cast<std::size_t>(std::count_if(reading.records.begin(), reading.records.end(),
        [&](const std::string& line) { return line.starts_with(std::string(table) + ":"); }));
}

std::string fileBytes(const char* name)
{
    QFile file(sharedFile(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

class TestXes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startAndCompleteAreOneInterval();
    void pausesAreStates();
    void intervalsStatedByTheEventItself();
    void whatNeverEndsHasNoEnd();
    void streamsAreSamplesAndStates();
    void defaultsAreNoEvents();
    void localTimesNeedAZone();
    void eventsWithoutTimeAreRejected();
    void rowsBeforeTheBreakAreRead();
    void aCutLogSaysSo();
    void whatStandsBehindTheLogIsSaid_data();
    void whatStandsBehindTheLogIsSaid();
    void entitiesAreRefused();
    void deepNestingIsRefused();
    void attributesOfLaterEventsAreKept();
    void longNamesAreCutBetweenCharacters();
    void whatIsLeftOutIsCounted();
    void otherXmlSaysWhatItIs();
    void aProfileOfAnotherFormatIsRefused();
    void isStoredWithItsOriginalRows();
    void realLogs_data();
    void realLogs();
};

void TestXes::startAndCompleteAreOneInterval()
{
    const std::string bytes = logOf(traceOf("L2404",
        eventOf("PH_HEAT", "start", "2026-03-29T01:58:10.250+01:00")
            + eventOf("PH_MIX", "START", "2026-03-29T02:00:00+01:00")
            + eventOf(
                "PH_HEAT", "complete", "2026-03-29T03:20:45.000+02:00", "MIX-101", "<int key=\"defects\" value=\"6\"/>")
            + eventOf("SAMPLE", "complete", "2026-03-29T03:30:00+02:00")
            + eventOf("PH_MIX", "complete", "2026-03-29T03:40:00+02:00")));
    const Reading reading = readLog(bytes);
    QCOMPARE(reading.error, std::string());
    QCOMPARE(reading.plan.format, std::string("xes"));
    QCOMPARE(reading.plan.importer, std::string("profile:xes-event-log"));
    QCOMPARE(joined(reading.records),
        std::string(
            "events: time=2026-03-29T00:58:10.250Z asset_id=MIX-101 batch_id=L2404 category=activity "
            "code=PH_HEAT end=2026-03-29T01:20:45.000Z +lifecycle:transition=complete +defects=6 @1/2\n"
            "events: time=2026-03-29T01:30:00Z asset_id=MIX-101 batch_id=L2404 category=activity code=SAMPLE "
            "+lifecycle:transition=complete @2/3\n"
            "events: time=2026-03-29T01:00:00Z asset_id=MIX-101 batch_id=L2404 category=activity code=PH_MIX "
            "end=2026-03-29T01:40:00Z +lifecycle:transition=complete @3/4\n"
            "batches: batch_id=L2404 start=2026-03-29T00:58:10.250Z end=2026-03-29T01:40:00Z +events=5 @4/5\n"));
    QVERIFY(reading.sumsHold());
    const FlatText flat = flatten(bytes, "xes");
    QVERIFY2(flat.text.find("\nevent,5:1,7:1,L2404,PH_HEAT,") != std::string::npos, flat.text.c_str());
}

void TestXes::pausesAreStates()
{
    const Reading reading = readLog(logOf(traceOf("B1",
        eventOf("FILL", "start", "2026-03-01T10:00:00Z") + eventOf("FILL", "suspend", "2026-03-01T10:10:00Z")
            + eventOf("FILL", "resume", "2026-03-01T10:20:00Z")
            + eventOf("FILL", "complete", "2026-03-01T11:00:00Z"))));
    QCOMPARE(reading.records.at(1),
        std::string("events: time=2026-03-01T10:10:00Z asset_id=MIX-101 batch_id=B1 category=state code=FILL: "
                    "suspended end=2026-03-01T10:20:00Z +lifecycle:transition=resume @1/2"));
    QVERIFY(reading.records.at(0).find("code=FILL end=2026-03-01T11:00:00Z") != std::string::npos);
}

void TestXes::intervalsStatedByTheEventItself()
{
    const Reading reading = readLog("<log><trace><string key=\"concept:name\" value=\"C1\"/>"
                                    "<event><string key=\"concept:name\" value=\"pay\"/>"
                                    "<date key=\"time:timestamp\" value=\"2015-01-05T09:02:50.000+00:00\"/>"
                                    "<date key=\"start_timestamp\" value=\"2015-01-05T09:00:07.000+00:00\"/>"
                                    "</event></trace></log>");
    QVERIFY(reading.records.at(0).starts_with("events: time=2015-01-05T09:00:07.000Z batch_id=C1 category=activity "
                                              "code=pay end=2015-01-05T09:02:50.000Z"));
}

void TestXes::whatNeverEndsHasNoEnd()
{
    const Reading reading = readLog(logOf(traceOf("B1",
        eventOf("A", "start", "2026-03-01T10:00:00Z") + eventOf("B", "start", "2026-03-01T10:05:00Z")
            + eventOf("B", "complete", "2026-03-01T10:06:00Z"))));
    QVERIFY(reading.records.at(0).find("code=B end=") != std::string::npos);
    QVERIFY(reading.records.at(1).find("code=A +lifecycle:transition=start") != std::string::npos);
    QCOMPARE(countOf(reading, "events"), std::size_t{2});
}

void TestXes::streamsAreSamplesAndStates()
{
    const auto point = [](const char* id, const char* value, const char* time) {
        return "<list key=\"stream:point\"><string key=\"stream:id\" value=\"" + std::string(id)
            + "\"/><string key=\"stream:value\" value=\"" + value + "\"/><date key=\"stream:timestamp\" value=\"" + time
            + "\"/><list key=\"stream:meta\"><string key=\"stream:id\" value=\"no\"/></list></list>";
    };
    const std::string stream = "<list key=\"stream:datastream\"><string key=\"stream:source\" value=\"LATHE\"/>"
        + point("Torque", "1.5", "2026-03-01T10:00:00.7636639Z") + point("State", "Running", "2026-03-01T10:00:01Z")
        + point("Torque", "1.7", "2026-03-01T10:00:02Z") + "</list>";
    const Reading reading =
        readLog(logOf(traceOf("B1", eventOf("TURN", "complete", "2026-03-01T10:01:00Z", "LATHE", stream))));
    QCOMPARE(countOf(reading, "tags"), std::size_t{2});
    QCOMPARE(countOf(reading, "samples"), std::size_t{2});
    QCOMPARE(countOf(reading, "events"), std::size_t{2});
    const std::string all = joined(reading.records);
    QVERIFY2(all.find("samples: time=2026-03-01T10:00:00.763663Z tag=LATHE.Torque value=1.5") != std::string::npos,
        all.c_str());
    QVERIFY2(
        all.find("asset_id=LATHE batch_id=B1 category=state code=State=Running") != std::string::npos, all.c_str());
    QVERIFY2(all.find("tags: tag=LATHE.Torque asset_id=LATHE parameter=Torque") != std::string::npos, all.c_str());
}

void TestXes::defaultsAreNoEvents()
{
    const Reading reading = readLog(logOf("<global scope=\"event\"><date key=\"time:timestamp\" "
                                          "value=\"1970-01-01T00:00:00Z\"/></global>\n"
                                          "<classifier name=\"x\" keys=\"concept:name\"/>\n"
        + traceOf("B1", eventOf("A", "complete", "2026-03-01T10:00:00Z"))));
    QCOMPARE(countOf(reading, "events"), std::size_t{1});
    QCOMPARE(reading.totals.read, std::uint64_t{2});
}

void TestXes::localTimesNeedAZone()
{
    const std::string bytes = logOf(traceOf("B1", eventOf("A", "complete", "2026-03-01T10:00:00.000")));
    QCOMPARE(readLog(bytes).totals.rejected, std::uint64_t{1});
    const Reading reading = readLog(bytes, inZone("Europe/Berlin"));
    QVERIFY(reading.records.at(0).starts_with("events: time=2026-03-01T09:00:00.000Z assumed"));
}

void TestXes::eventsWithoutTimeAreRejected()
{
    const Reading reading = readLog("<log><trace><event><string key=\"x\" value=\"y\"/></event></trace></log>");
    QCOMPARE(reading.totals.read, std::uint64_t{2});
    QCOMPARE(reading.totals.rejected, std::uint64_t{2});
    QVERIFY(joined(reading.diagnostics).find("RequiredValueMissing rejected 1/2/8 time") != std::string::npos);
}

void TestXes::rowsBeforeTheBreakAreRead()
{
    const Reading reading = readLog("<log>"
        + traceOf("B1", eventOf("A", "complete", "2026-03-01T10:00:00Z") + "<event><string key=\"a\"></event>")
        + "</log>");
    QCOMPARE(countOf(reading, "events"), std::size_t{1});
    QCOMPARE(countOf(reading, "batches"), std::size_t{1});
    const std::string all = joined(reading.diagnostics);
    QVERIFY2(all.find("UnreadablePart warning 0/0/0 line 4, column ") != std::string::npos, all.c_str());
    QVERIFY(all.find("tag mismatch: string line 4 and event; what stands before it was read") != std::string::npos);
}

void TestXes::aCutLogSaysSo()
{
    const std::string whole = logOf(traceOf(
        "B1", eventOf("A", "complete", "2026-03-01T10:00:00Z") + eventOf("B", "complete", "2026-03-01T10:00:00Z")));
    const Reading reading = readLog(whole.substr(0, whole.find("\"B\"")));
    QCOMPARE(countOf(reading, "events"), std::size_t{1});
    QVERIFY(joined(reading.diagnostics).find("TruncatedSource warning") != std::string::npos);
}

void TestXes::whatStandsBehindTheLogIsSaid_data()
{
    QTest::addColumn<QByteArray>("behind");
    QTest::addColumn<QByteArray>("said"); // empty: nothing
    const QByteArray far = QByteArray(200'000, '\0');
    const QByteArray something = "something stands behind the end of the root element";
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("blanks and a remark") << QByteArray(" \r\n\t<!-- end -->\n") << QByteArray();
    QTest::newRow("padding") << QByteArray("\n") + far << QByteArray();
    QTest::newRow("padding and blanks") << far + QByteArray(" \n") + far << QByteArray();
    QTest::newRow("text") << QByteArray("\n\nlog end") << QByteArray("line 10, column 1: " + something);
    QTest::newRow("another log") << QByteArray("<log/>") << something;
    QTest::newRow("the start of a tag") << QByteArray("<") << something;
    QTest::newRow("text behind padding") << far + QByteArray("x") << something;
    QTest::newRow("text behind much padding") << QByteArray("\n") + far + far + QByteArray("<log/>") << something;
}

void TestXes::whatStandsBehindTheLogIsSaid()
{
    QFETCH(QByteArray, behind);
    QFETCH(QByteArray, said);
    const std::string log = logOf(traceOf("B1", eventOf("A", "complete", "2026-03-01T10:00:00Z")));
    const FlatText flat = flatten(log + behind.toStdString(), "xes");
    QVERIFY(flat.text.find("2026-03-01T10:00:00Z") != std::string::npos);
    QCOMPARE(flat.notes.size(), std::size_t(said.isEmpty() ? 0 : 1));
    if (said.isEmpty())
        return;
    QVERIFY(flat.notes[0].code == DiagnosticCode::UnreadablePart);
    QVERIFY2(flat.notes[0].detail.find(said.toStdString()) != std::string::npos, flat.notes[0].detail.c_str());
}

void TestXes::entitiesAreRefused()
{
    std::string bomb = "<?xml version=\"1.0\"?><!DOCTYPE log [<!ENTITY a \"aaaaaaaaaa\">";
    for (char c = 'b'; c < 'k'; ++c) {
        bomb += std::string("<!ENTITY ") + c + " \"";
        for (int i = 0; i < 10; ++i)
            bomb += std::string("&") + static_cast<char>(c - 1) + ";";
        bomb += "\">";
    }
    bomb += "]><log><trace><string key=\"concept:name\" value=\"&j;\"/></trace></log>";
    const FlatText flat = flatten(bomb, "xes");
    QCOMPARE(flat.notes.size(), std::size_t{1});
    QVERIFY(flat.notes[0].detail.find("declares an entity (a)") != std::string::npos);
    QVERIFY(flat.text.size() < 1000);
    const FlatText outside = flatten(
        "<!DOCTYPE log [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><log><trace><string key=\"a\" value=\"b\"/>&x;"
        "</trace></log>",
        "xes");
    QVERIFY(outside.notes.at(0).detail.find("declares an entity (x)") != std::string::npos);
}

void TestXes::deepNestingIsRefused()
{
    std::string deep = "<log><trace><event>";
    for (int i = 0; i < 1'000'000; ++i)
        deep += "<list key=\"k\">";
    const FlatText flat = flatten(deep, "xes");
    QCOMPARE(flat.notes.size(), std::size_t{1});
    QVERIFY(flat.notes[0].detail.find("nested more than 500 deep") != std::string::npos);
    const FlatText wide = flatten("<log><trace><event><string key=\"" + std::string(20'000'000, 'x'), "xes");
    QVERIFY(wide.notes.at(0).detail.find("more than 1 MB") != std::string::npos);
}

void TestXes::attributesOfLaterEventsAreKept()
{
    std::string events;
    for (int i = 0; i < 2500; ++i)
        events += eventOf("A", "complete", "2026-03-01T10:00:00Z", "X",
            i == 2400 ? "<string key=\"late\" value=\"1\"/>" : "<string key=\"early\" value=\"1\"/>");
    const Reading reading = readLog(logOf(traceOf("B1", events)));
    QCOMPARE(countOf(reading, "events"), std::size_t{2500});
    QVERIFY(reading.records.at(0).find("+early=1") != std::string::npos);
    QVERIFY(reading.records.at(2400).find("+more=late=1") != std::string::npos);
}

void TestXes::longNamesAreCutBetweenCharacters()
{
    const std::string key = std::string(199, 'k') + "\xC3\xA4";
    const Reading reading = readLog(logOf(traceOf(
        "B1", eventOf("A", "complete", "2026-03-01T10:00:00Z", "M", "<string key=\"" + key + "\" value=\"v\"/>"))));
    QCOMPARE(reading.error, std::string());
    QVERIFY2(joined(reading.records).find("+" + key.substr(0, 199) + "=v") != std::string::npos,
        joined(reading.records).c_str());
    QVERIFY(joined(reading.diagnostics).find("names longer than 200 bytes") != std::string::npos);
}

void TestXes::whatIsLeftOutIsCounted()
{
    std::string events;
    for (int i = 0; i <= 20'000; ++i)
        events += eventOf("A" + std::to_string(i), "start", "2026-03-01T10:00:00Z");
    const std::string value(600'000, 'x');
    events += eventOf("B", "complete", "2026-03-01T10:00:00Z", "X",
        "<string key=\"a\" value=\"" + value + "\"/><string key=\"b\" value=\"" + value + "\"/><string key=\""
            + std::string(300, 'k') + "\" value=\"1\"/>");
    const FlatText flat = flatten(logOf(traceOf("B1", events)), "xes");
    QCOMPARE(flat.notes.size(), std::size_t{3});
    QVERIFY(flat.notes[0].code == DiagnosticCode::UnreadablePart);
    QVERIFY2(flat.notes[0].detail.starts_with("20000 activities stand without the end that they may have"),
        flat.notes[0].detail.c_str());
    QVERIFY2(flat.notes[1].detail.starts_with("1 attributes were left out"), flat.notes[1].detail.c_str());
    QVERIFY2(flat.notes[2].detail.starts_with("1 attributes have names longer than 200"), flat.notes[2].detail.c_str());
}

void TestXes::otherXmlSaysWhatItIs()
{
    const Reading reading = readBytes("<?xml version=\"1.0\"?><r:Recipe xmlns:r=\"urn:x\"><a/></r:Recipe>", {}, 100,
        100, TextSource::kBlockBytes, "recipe.xml");
    QVERIFY2(
        reading.error.find("XML with root element Recipe; formats read: ") != std::string::npos, reading.error.c_str());
    const Reading json = readBytes("{\"a\": 1}", {}, 100, 100, TextSource::kBlockBytes, "settings.json");
    QVERIFY2(json.error.find("JSON; formats read: ") != std::string::npos, json.error.c_str());
}

void TestXes::aProfileOfAnotherFormatIsRefused()
{
    PlanOptions options;
    options.as = "profile:xes-event-log";
    const Reading reading = readBytes("a,b\n1,2\n", options);
    QVERIFY2(reading.error.find("is for sources of the format xes") != std::string::npos, reading.error.c_str());
}

void TestXes::isStoredWithItsOriginalRows()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    const std::string path = folder.write("cell.xes",
        logOf(traceOf("B1", eventOf("A", "complete", "2026-03-01T10:00:00Z") + eventOf("B", "complete", "soon"))));
    const auto summary = importSources(file, {path}, {});
    QVERIFY(summary.has_value());
    QVERIFY2(!summary->failed(), linesOf(*summary).c_str());
    QVERIFY(sumsHold(*summary));
    const auto sources = file.sources();
    const StoredSource& source = sources->at(0);
    const auto row = file.originalRow(source.id, 1, sourceText);
    QVERIFY(row.has_value());
    QVERIFY2(row->starts_with("event,5:1,,B1,A,,complete,2026-03-01T10:00:00Z"), row->c_str());
    const auto rejected = originalRows(file, source, {3}, {});
    QVERIFY(rejected.has_value());
    QVERIFY2(rejected->at(3).starts_with("event,6:1,,B1,B,,complete,soon"), rejected->at(3).c_str());
}

void TestXes::realLogs_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("traces");
    QTest::addColumn<int>("events"); // in the source: a pair of start and complete counts as two
    QTest::addColumn<int>("rejected");
    QTest::addColumn<int>("points");
    QTest::newRow("running example") << QByteArray("xes_csv_event_logs/running-example.xes") << 6 << 42 << 0 << 0;
    QTest::newRow("no zone") << QByteArray("xes_csv_event_logs/roadtraffic50traces.xes") << 51 << 201 << 0 << 0;
    QTest::newRow("intervals") << QByteArray("xes_csv_event_logs/interval_event_log.xes.gz") << 1266 << 8109 << 0 << 0;
    QTest::newRow("lifecycle") << QByteArray("xes_csv_event_logs/repairExample.xes.gz") << 1104 << 11855 << 0 << 0;
    QTest::newRow("neither name nor time") << QByteArray("xes_csv_event_logs/xes_20.xes") << 1 << 1 << 2 << 0;
    QTest::newRow("one event with a stream")
        << QByteArray("xes_iot_datastream_cpee/0c325bc4-c768-4e4a-8228-9976457ae24f.xes.xml") << 1 << 1 << 1 << 38;
    QTest::newRow("streams") << QByteArray("xes_iot_datastream_cpee/04235115-af91-4f61-ac19-aba689ef6179.xes.xml.gz")
                             << 1 << 61 << 5 << 190;
}

void TestXes::realLogs()
{
    QFETCH(QByteArray, name);
    QFETCH(int, traces);
    QFETCH(int, events);
    QFETCH(int, rejected);
    QFETCH(int, points);
    if (sharedFile(name.constData()).isEmpty())
        QSKIP("the real logs are not here");
    const std::string bytes = fileBytes(name.constData());
    const FlatText flat = flatten(bytes, "xes");
    const auto rows = splitRows(flat.text, true, ',', '"', 1'000'000);
    int seenEvents = 0;
    int seenTraces = 0;
    int seenPoints = 0;
    for (const auto& row : rows) {
        seenEvents += row[0] == "event" || row[0] == "pause" ? (row[2].empty() ? 1 : 2) : 0;
        seenTraces += row[0] == "trace" ? 1 : 0;
        seenPoints += row[0] == "point" || row[0] == "reading" ? 1 : 0;
    }
    QCOMPARE(seenTraces, traces);
    QCOMPARE(seenEvents, events);
    QCOMPARE(seenPoints, points);
    QCOMPARE(flat.notes.size(), std::size_t{0});
    const Reading reading = readBytes(bytes, inZone("UTC"), 1U << 20U, 1U << 20U, TextSource::kBlockBytes, "log.xes");
    QCOMPARE(reading.error, std::string());
    QVERIFY(reading.sumsHold());
    QVERIFY2(reading.totals.rejected == static_cast<std::uint64_t>(rejected), joined(reading.diagnostics).c_str());
}

QTEST_APPLESS_MAIN(TestXes)
#include "tst_xes.moc"
