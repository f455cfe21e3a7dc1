// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/text.h"
#include "model/export/event_log.h"
#include "tests/importers/format/ocel/ocel_logs.h"
#include "tests/support/dataset_builder.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using namespace antecedent::importers::test;

namespace {

std::string bytesOf(const char* name)
{
    QFile file(sharedFile(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

class TestOcel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void threeFormsGiveEqualRecords();
    void theRecordsOfALog();
    void objectsWithoutATableAreSaid();
    void attributesWithAColumn();
    void versionOneInJson();
    void cutLogsSaySo();
    void whatIsLeftOutIsCounted();
    void exportsAreReadAgain();
    void realLogInThreeForms();
    void realLogistics();
    void realVersionOne();
};

void TestOcel::threeFormsGiveEqualRecords()
{
    const Reading json = readLog(kJson);
    QCOMPARE(json.error, std::string());
    QCOMPARE(json.plan.importer, std::string("profile:ocel-event-log"));
    const Reading xml = readLog(kXml);
    QCOMPARE(xml.error, std::string());
    const Reading sqlite = readLog(sqliteLog());
    QCOMPARE(sqlite.error, std::string());
    QCOMPARE(joined(factsOf(xml)), joined(factsOf(json)));
    QCOMPARE(joined(factsOf(sqlite)), joined(factsOf(json)));
    QVERIFY(json.sumsHold() && xml.sumsHold() && sqlite.sumsHold());
}

void TestOcel::theRecordsOfALog()
{
    QCOMPARE(joined(factsOf(readLog(kJson))),
        std::string(
            "assets: asset_id=R-1 asset_class=Unit +status=clean\n"
            "batches: batch_id=L1 +objects=Invoice:I1 (billed by) +product=P\xC3\xA4ste \"x\"\n"
            "events: time=2026-03-01T10:00:00Z asset_id=R-1 batch_id=L1 category=activity code=Heat +event=e1 "
            "+objects=Batch:L1 (of); Unit:R-1 (executed on) +target=80\n"
            "events: time=2026-03-01T10:30:00Z asset_id=R-1 category=state code=status=dirty text=R-1\n"
            "events: time=2026-03-02T10:00:00Z category=activity code=Bill +event=e2 +objects=Invoice:I1 (made)\n"));
}

void TestOcel::objectsWithoutATableAreSaid()
{
    const FlatText flat = flatten(kJson, "ocel");
    QCOMPARE(flat.notes.size(), std::size_t{2});
    QCOMPARE(flat.notes[0].detail,
        std::string("1 objects of types that are neither assets nor batches stand with their events only (Invoice 1)"));
    QVERIFY(flat.notes[1].detail.starts_with("1 relations between objects"));
}

// A type without the category before it is the code; names of columns are those of the event only.
void TestOcel::attributesWithAColumn()
{
    const Reading reading = readLog(
        R"({"objectTypes":[{"name":"Unit","attributes":[]}],"eventTypes":[],"objects":[{"id":"U","type":"Unit",
"attributes":[{"name":"text","time":"1970-01-01T00:00:00Z","value":"mine"}]}],"events":[{"id":"e1","type":"alarm:HI",
"time":"2026-03-01T10:00:00Z","attributes":[{"name":"end","value":"2026-03-01T11:00:00Z"},
{"name":"category","value":"alarm"},{"name":"severity","value":"2"},{"name":"text","value":"too high"},
{"name":"record","value":"77"}],"relationships":[{"objectId":"U","qualifier":""}]}]})");
    QCOMPARE(reading.error, std::string());
    QCOMPARE(joined(factsOf(reading)),
        std::string("assets: asset_id=U asset_class=Unit +text (2)=mine\n"
                    "events: time=2026-03-01T10:00:00Z asset_id=U category=alarm code=HI severity=2 text=too high "
                    "end=2026-03-01T11:00:00Z +event=e1 +objects=Unit:U +record (2)=77\n"));
}

void TestOcel::versionOneInJson()
{
    const Reading reading = readLog(R"({"ocel:global-log":{"ocel:version":"1.0"},"ocel:events":{"e1":{
"ocel:activity":"Heat","ocel:timestamp":"2026-03-01T10:00:00Z","ocel:omap":["R1","L1"],"ocel:vmap":{"n":456}}},
"ocel:objects":{"L1":{"ocel:type":"batch","ocel:ovmap":{"size":5}},"R1":{"ocel:type":"machines","ocel:ovmap":{}}}})");
    QCOMPARE(reading.error, std::string());
    QCOMPARE(joined(factsOf(reading)),
        std::string("assets: asset_id=R1 asset_class=machines\nbatches: batch_id=L1 +size=5\n"
                    "events: time=2026-03-01T10:00:00Z asset_id=R1 batch_id=L1 category=activity code=Heat +event=e1 "
                    "+objects=batch:L1; machines:R1 +n=456\n"));
}

void TestOcel::cutLogsSaySo()
{
    const FlatText json = flatten(std::string_view(kJson).substr(0, kJson.find("\"e2\"")), "ocel");
    QCOMPARE(countOf(json.text, "\nevent,"), std::size_t{1});
    QVERIFY(json.notes.at(0).code == DiagnosticCode::TruncatedSource);
    const FlatText xml = flatten(std::string_view(kXml).substr(0, kXml.find("\"e2\"")), "ocel");
    QCOMPARE(countOf(xml.text, "\nevent,"), std::size_t{1});
    QVERIFY(xml.notes.at(0).code == DiagnosticCode::TruncatedSource);
    // Of a database, which has no end of its own: whatever is missing, no event is lost without a word.
    const std::string database = sqliteLog();
    for (std::size_t size = 100; size < database.size(); size += 512) {
        const FlatText sqlite = flatten(std::string_view(database).substr(0, size), "ocel");
        const bool isSaid = std::any_of(sqlite.notes.begin(), sqlite.notes.end(),
            [](const Diagnostic& note) { return note.code == DiagnosticCode::UnreadablePart; });
        QVERIFY2(
            !sqlite.error.empty() || isSaid || countOf(sqlite.text, "\nevent,") == 2, std::to_string(size).c_str());
    }
}

void TestOcel::whatIsLeftOutIsCounted()
{
    const std::string type = "x" + QString(400, QChar(0xE4)).toStdString(); // too long to be said
    const FlatText named = flatten(R"({"objectTypes":[],"objects":[{"id":"1","type":")" + type + R"("}]})", "ocel");
    QVERIFY(isValidUtf8(named.notes.at(0).detail));
    const auto said = [](const std::string& log) {
        std::string out;
        for (const Diagnostic& note : flatten(log, "ocel").notes)
            if (note.code == DiagnosticCode::UnreadablePart)
                out += note.detail + '\n';
        return out;
    };
    QCOMPARE(said(kJson) + said(kXml) + said(sqliteLog()), std::string());
    std::string nested = kJson;
    nested.replace(nested.find("80.0"), 4, "[1,{\"value\":2}]");
    QCOMPARE(said(nested), std::string("1 values are lists or objects; they were left out\n"));
    std::string longer = kXml;
    longer.replace(longer.find(">80<") + 1, 2, std::string(3'000'000, '8'));
    QCOMPARE(said(longer), std::string("1 values have more than a megabyte and were cut there\n"));
}

// What an event log carries comes back: time, end, asset, batch, category, code, severity, text.
void TestOcel::exportsAreReadAgain()
{
    antecedent::test::DatasetBuilder builder;
    builder.event(
        "2024-05-10T09:00:00.25Z", "M1", "alarm", "EARLY", "B1", "2024-05-10T09:30:00.75Z", "too \"high\"", "2");
    builder.event("2024-05-10T09:10:00Z", "M1", "alarm", "EARLY", "B1", "2024-05-10T09:20:00Z"); // inside the other
    builder.event("2024-05-10T13:00:00Z", "M2", "state", "LATE");
    builder.event("2024-05-10T14:00:00Z", "M2", "state", "WRONG", {}, "2024-05-10T12:00:00Z"); // its end comes first
    const Dataset data = builder.take();
    const auto exported = [&data](EventLogFormat format) {
        std::string all;
        const Result<void> written =
            writeBatchLog(data, unifyEvents(data), format, [&all](std::string_view bytes) -> Result<void> {
                all += bytes;
                return {};
            });
        return written ? all : std::string();
    };
    const auto eventsOf = [](const Reading& reading) {
        std::string out;
        for (const std::string& fact : factsOf(reading))
            if (fact.starts_with("events:"))
                out += fact.substr(0, fact.find(" +")) + '\n';
        return out;
    };
    const std::string expected =
        "events: time=2024-05-10T09:00:00.25Z asset_id=M1 batch_id=B1 category=alarm code=EARLY severity=2 "
        "text=too \"high\" end=2024-05-10T09:30:00.75Z\n"
        "events: time=2024-05-10T09:10:00Z asset_id=M1 batch_id=B1 category=alarm code=EARLY end=2024-05-10T09:20:00Z\n"
        "events: time=2024-05-10T13:00:00Z asset_id=M2 category=state code=LATE\n"
        "events: time=2024-05-10T14:00:00Z asset_id=M2 category=state code=WRONG end=2024-05-10T12:00:00Z\n";
    for (const EventLogFormat format : {EventLogFormat::OcelJson, EventLogFormat::OcelSqlite, EventLogFormat::Xes}) {
        const Reading reading = readLog(exported(format));
        QCOMPARE(reading.error, std::string());
        QCOMPARE(reading.totals.rejected, std::uint64_t{0});
        QCOMPARE(eventsOf(reading), expected);
        for (const std::string& diagnostic : reading.diagnostics)
            QVERIFY2(diagnostic.starts_with("ExtraAttribute") || diagnostic.starts_with("EndBeforeStart"),
                diagnostic.c_str());
    }
}

void TestOcel::realLogInThreeForms()
{
    if (sharedFile("ocel/ocel20_example.jsonocel").isEmpty())
        QSKIP("the real logs are not here");
    // The forms without offsets write the time of Central Europe.
    const Reading json = readLog(bytesOf("ocel/ocel20_example.jsonocel"), "Europe/Berlin");
    const Reading xml = readLog(bytesOf("ocel/ocel20_example.xmlocel"), "Europe/Berlin");
    const Reading sqlite = readLog(bytesOf("ocel/ocel20_example.sqlite"), "Europe/Berlin");
    QCOMPARE(joined(factsOf(xml)), joined(factsOf(json)));
    QCOMPARE(joined(factsOf(sqlite)), joined(factsOf(json)));
    for (const char* name :
        {"ocel/ocel20_example.jsonocel", "ocel/ocel20_example.xmlocel", "ocel/ocel20_example.sqlite"}) {
        const FlatText flat = flatten(bytesOf(name), "ocel");
        QCOMPARE(countOf(flat.text, "\nevent,"), std::size_t{13});
        QVERIFY(flat.notes.at(0).detail.starts_with("9 objects"));
        QVERIFY(flat.notes.at(1).detail.starts_with("7 relations"));
        std::size_t relations = 0;
        for (const auto& row : splitRows(flat.text, true, ',', '"', 1000))
            relations += row[0] == "event" ? 1 + countOf(row[10], "; ") : 0;
        QCOMPARE(relations, std::size_t{20});
    }
}

void TestOcel::realLogistics()
{
    if (sharedFile("ocel/logistics.sqlite").isEmpty())
        QSKIP("the real logs are not here");
    const Reading reading = readLog(bytesOf("ocel/logistics.sqlite"));
    QCOMPARE(reading.error, std::string());
    QVERIFY(reading.sumsHold());
    QCOMPARE(reading.totals.rejected, std::uint64_t{0});
    const FlatText flat = flatten(bytesOf("ocel/logistics.sqlite"), "ocel");
    std::size_t relations = 0;
    std::size_t events = 0;
    std::size_t assets = 0;
    for (const auto& row : splitRows(flat.text, true, ',', '"', 100'000)) {
        events += row[0] == "event" ? 1U : 0U;
        assets += row[0] == "asset" ? 1U : 0U;
        relations += row[0] == "event" && !row[10].empty() ? 1 + countOf(row[10], "; ") : 0;
    }
    QCOMPARE(events, std::size_t{8727});
    QCOMPARE(assets, std::size_t{6 + 3 + 51}); // trucks, forklifts, vehicles
    QCOMPARE(relations, std::size_t{16738});
    QVERIFY(flat.notes.at(0).detail.starts_with("910 objects"));
    QVERIFY(flat.notes.at(1).detail.starts_with("3960 relations"));
}

void TestOcel::realVersionOne()
{
    if (sharedFile("ocel/ocel1_example_log.jsonocel").isEmpty())
        QSKIP("the real logs are not here");
    const Reading reading = readLog(bytesOf("ocel/ocel1_example_log.jsonocel"));
    QCOMPARE(reading.error, std::string());
    QVERIFY(reading.sumsHold());
    QVERIFY(!reading.records.empty());
    QCOMPARE(reading.totals.rejected, std::uint64_t{0});
}

QTEST_APPLESS_MAIN(TestOcel)
#include "tst_ocel.moc"
