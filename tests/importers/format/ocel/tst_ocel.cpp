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
    void versionOneInXml();
    void versionOneIsToldFromXes();
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

namespace {

// One log of version 1.0 in both forms, made for this test.
const std::string kOldJson = R"({"ocel:global-event":{"ocel:activity":"__INVALID__"},
"ocel:global-object":{"ocel:type":"__INVALID__"},"ocel:global-log":{"ocel:attribute-names":["n","note","ok","size"],
"ocel:object-types":["batch","machines","order"],"ocel:version":"1.0","ocel:ordering":"timestamp"},
"ocel:events":{"e1":{"ocel:activity":"Heat & hold","ocel:timestamp":"2026-03-01T10:00:00Z","ocel:omap":["R1","L1"],
"ocel:vmap":{"n":456,"note":"as \"planned\"","ok":true}},
"e2":{"ocel:activity":"Bill","ocel:timestamp":"2026-03-02T10:00:00","ocel:omap":["o1"],"ocel:vmap":{"n":1.50}},
"e3":{"ocel:activity":"Wait","ocel:timestamp":"2026-03-03T10:00:00+02:00","ocel:omap":[],"ocel:vmap":{}}},
"ocel:objects":{"L1":{"ocel:type":"batch","ocel:ovmap":{"size":5.0}},"R1":{"ocel:type":"machines","ocel:ovmap":{}},
"o1":{"ocel:type":"order","ocel:ovmap":{"size":1}}}})";
const std::string kOldXml = R"(<?xml version='1.0' encoding='UTF-8'?>
<log>
  <global scope="event"><string key="activity" value="__INVALID__"/></global>
  <global scope="object"><string key="type" value="__INVALID__"/></global>
  <global scope="log">
    <list key="attribute-names"><string key="attribute-name" value="n"/><string key="attribute-name" value="size"/></list>
    <list key="object-types"><string key="object-type" value="batch"/><string key="object-type" value="machines"/></list>
    <string key="version" value="1.0"/><string key="ordering" value="timestamp"/>
  </global>
  <events>
    <event>
      <string key="id" value="e1"/><string key="activity" value="Heat &amp; hold"/>
      <date key="timestamp" value="2026-03-01T10:00:00Z"/>
      <list key="omap"><string key="object-id" value="R1"/><string key="object-id" value="L1"/></list>
      <list key="vmap"><int key="n" value="456"/><string key="note" value="as &quot;planned&quot;"/>
        <boolean key="ok" value="true"/></list>
    </event>
    <event>
      <string key="id" value="e2"/><string key="activity" value="Bill"/>
      <date key="timestamp" value="2026-03-02T10:00:00"/>
      <list key="omap"><string key="object-id" value="o1"/></list><list key="vmap"><float key="n" value="1.5"/></list>
    </event>
    <event>
      <string key="id" value="e3"/><string key="activity" value="Wait"/>
      <date key="timestamp" value="2026-03-03T10:00:00+02:00"/><list key="omap"/><list key="vmap"/>
    </event>
  </events>
  <objects>
    <object><string key="id" value="L1"/><string key="type" value="batch"/>
      <list key="ovmap"><float key="size" value="5.0"/></list></object>
    <object><string key="id" value="R1"/><string key="type" value="machines"/><list key="ovmap"/></object>
    <object><string key="id" value="o1"/><string key="type" value="order"/>
      <list key="ovmap"><int key="size" value="1"/></list></object>
  </objects>
</log>)";

} // namespace

void TestOcel::versionOneInXml()
{
    const Reading xml = readLog(kOldXml);
    QCOMPARE(xml.error, std::string());
    QCOMPARE(xml.plan.importer, std::string("profile:ocel-event-log"));
    QCOMPARE(joined(factsOf(xml)),
        std::string("assets: asset_id=R1 asset_class=machines\nbatches: batch_id=L1 +size=5\n"
                    "events: time=2026-03-01T10:00:00Z asset_id=R1 batch_id=L1 category=activity code=Heat & hold "
                    "+event=e1 +objects=batch:L1; machines:R1 +n=456 +note=as \"planned\" +ok=true\n"
                    "events: time=2026-03-02T10:00:00Z category=activity code=Bill +event=e2 "
                    "+objects=order:o1 +n=1.5\n"
                    "events: time=2026-03-03T08:00:00Z category=activity code=Wait +event=e3\n"));
    const Reading json = readLog(kOldJson);
    QCOMPARE(joined(factsOf(xml)), joined(factsOf(json)));
    QVERIFY(xml.sumsHold() && json.sumsHold());
    const FlatText flat = flatten(kOldXml, "ocel");
    QCOMPARE(flat.error, std::string());
    QCOMPARE(flat.notes.size(), std::size_t{1});
    QCOMPARE(flat.notes[0].detail,
        std::string("1 objects of types that are neither assets nor batches stand with their events only (order 1)"));

    const FlatText cut = flatten(std::string_view(kOldXml).substr(0, kOldXml.find("\"e3\"")), "ocel");
    QCOMPARE(countOf(cut.text, "\nevent,"), std::size_t{2});
    QVERIFY(cut.notes.at(0).code == DiagnosticCode::TruncatedSource);
    const FlatText nested = flatten("<log><global scope=\"log\"/><events><event><string key=\"id\" value=\"e\"/>"
                                    "<list key=\"vmap\"><list key=\"a\"><int key=\"b\" value=\"1\"/></list></list>"
                                    "</event></events></log>",
        "ocel");
    QCOMPARE(nested.notes.size(), std::size_t{1});
    QCOMPARE(nested.notes[0].detail, std::string("1 values are lists or objects; they were left out"));
}

void TestOcel::versionOneIsToldFromXes()
{
    const auto format = [](std::string_view text) {
        const auto found = recogniseFormat(text, "log.xml");
        return found ? std::string(found->format->id) : std::string();
    };
    QCOMPARE(format(kOldXml), std::string("ocel"));
    // The objects stand beyond what is seen.
    QCOMPARE(format(std::string_view(kOldXml).substr(0, kOldXml.find("</events>"))), std::string("ocel"));
    QCOMPARE(format("<log><events><event><list key=\"omap\"/></event></events></log>"), std::string("ocel"));
    QCOMPARE(
        format("<log><global scope=\"event\"><date key=\"time:timestamp\" value=\"1970-01-01T00:00:00Z\"/></global>"
               "<trace><event/></trace></log>"),
        std::string("xes"));
    QCOMPARE(format("<log><events><event id=\"1\"/></events></log>"), std::string());
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
