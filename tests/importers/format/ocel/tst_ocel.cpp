// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/json/json_reader.h"
#include "model/export/event_log.h"
#include "tests/importers/format/read_format.h"
#include "tests/importers/support/case_folder.h"
#include "tests/importers/support/read_text.h"
#include "tests/support/dataset_builder.h"

#include <sqlite3.h>

#include <QTest>

#include <set>

using namespace antecedent;
using namespace antecedent::importers;
using namespace antecedent::importers::test;

namespace {

// One small log in the three forms.
const std::string kJson = R"({"objectTypes":[{"name":"Batch","attributes":[{"name":"product","type":"string"}]},
 {"name":"Unit","attributes":[{"name":"status","type":"string"}]},{"name":"Invoice","attributes":[]}],
"eventTypes":[{"name":"Heat","attributes":[{"name":"target","type":"float"}]}],
"objects":[
 {"id":"L1","type":"Batch","attributes":[{"name":"product","time":"1970-01-01T00:00:00Z","value":"P\u00e4ste \u0022x\u0022"}],
  "relationships":[{"objectId":"I1","qualifier":"billed by"}]},
 {"id":"R-1","type":"Unit","attributes":[{"name":"status","time":"1970-01-01T00:00:00Z","value":"clean"},
  {"name":"status","time":"2026-03-01T10:30:00Z","value":"dirty"}]},
 {"id":"I1","type":"Invoice"}],
"events":[
 {"id":"e1","type":"Heat","time":"2026-03-01T10:00:00Z","attributes":[{"name":"target","value":80.0}],
  "relationships":[{"objectId":"R-1","qualifier":"executed on"},{"objectId":"L1","qualifier":"of"}]},
 {"id":"e2","type":"Bill","time":"2026-03-02T10:00:00Z","relationships":[{"objectId":"I1","qualifier":"made"}]}]})";

const std::string kXml = R"(<?xml version="1.0" encoding="UTF-8"?>
<log><object-types><object-type name="Batch"/></object-types><event-types><event-type name="Heat"/></event-types>
<events><event id="e1" type="Heat" time="2026-03-01T10:00:00Z"><attributes><attribute name="target">80</attribute>
</attributes><objects><relationship object-id="L1" qualifier="of"/><relationship object-id="R-1" qualifier="executed on"/>
</objects></event><event id="e2" type="Bill" time="2026-03-02T10:00:00Z"><attributes/><objects>
<relationship object-id="I1" qualifier="made"/></objects></event></events>
<objects><object id="L1" type="Batch"><attributes><attribute name="product"
 time="1970-01-01T00:00:00Z">P&#228;ste "x"</attribute></attributes><objects><relationship object-id="I1"
 qualifier="billed by"/></objects></object><object id="R-1" type="Unit"><attributes><attribute name="status"
 time="1970-01-01T00:00:00Z">clean</attribute><attribute name="status" time="2026-03-01T10:30:00Z">dirty</attribute>
</attributes></object><object id="I1" type="Invoice"/></objects></log>)";

std::string sqliteOf(const std::string& sql)
{
    sqlite3* database = nullptr;
    sqlite3_open(":memory:", &database);
    char* problem = nullptr;
    sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &problem);
    if (problem != nullptr)
        qWarning("%s", problem);
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(database, "main", &size, 0);
    std::string out(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    sqlite3_free(bytes);
    sqlite3_close(database);
    return out;
}

const std::string kTables =
    "CREATE TABLE event(ocel_id TEXT, ocel_type TEXT);"
    "CREATE TABLE object(ocel_id TEXT, ocel_type TEXT);"
    "CREATE TABLE event_map_type(ocel_type TEXT, ocel_type_map TEXT);"
    "CREATE TABLE object_map_type(ocel_type TEXT, ocel_type_map TEXT);"
    "CREATE TABLE event_object(ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);"
    "CREATE TABLE object_object(ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier REAL);";

std::string sqliteLog()
{
    return sqliteOf(kTables
        + "INSERT INTO event_map_type VALUES('Heat','HeatUp'),('Bill','Bill');"
          "INSERT INTO object_map_type VALUES('Batch','Batch'),('Unit','Unit'),('Invoice','Invoice');"
          "CREATE TABLE event_HeatUp(ocel_id TEXT, ocel_time TIMESTAMP, target REAL);"
          "CREATE TABLE event_Bill(ocel_id TEXT, ocel_time TIMESTAMP);"
          "CREATE TABLE object_Batch(ocel_id TEXT, product TEXT);"
          "CREATE TABLE object_Unit(ocel_id TEXT, ocel_time TEXT, ocel_changed_field TEXT, status TEXT);"
          "CREATE TABLE object_Invoice(ocel_id TEXT, ocel_time TEXT);"
          "INSERT INTO event VALUES('e2','Bill'),('e1','Heat');"
          "INSERT INTO event_Bill VALUES('e2','2026-03-02 10:00:00+00:00');"
          "INSERT INTO event_HeatUp VALUES('e1','2026-03-01 10:00:00', 80.0);"
          "INSERT INTO object VALUES('L1','Batch'),('I1','Invoice'),('R-1','Unit');"
          "INSERT INTO object_Batch VALUES('L1','P\xC3\xA4ste \"x\"');"
          "INSERT INTO object_Unit VALUES('R-1','1970-01-01 01:00:00',NULL,'clean'),"
          "('R-1','2026-03-01 10:30:00','status','dirty');"
          "INSERT INTO event_object VALUES('e1','R-1','executed on'),('e1','L1','of'),('e2','I1','made');"
          "INSERT INTO object_object VALUES('L1','I1','billed by');");
}

Reading readLog(const std::string& bytes, const std::string& zone = "UTC")
{
    return readBytes(bytes, inZone(zone), 1U << 20U, 1U << 20U, TextSource::kBlockBytes, "log");
}

// Without their places, in a fixed order.
std::vector<std::string> factsOf(const Reading& reading)
{
    std::vector<std::string> out;
    for (const std::string& record : reading.records) {
        std::string fact = record.substr(0, record.rfind(" @"));
        for (const std::string_view word : {" assumed", ".000"}) // how a time was written
            for (std::size_t at = fact.find(word); at != std::string::npos; at = fact.find(word))
                fact.erase(at, word.size());
        out.push_back(fact);
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string bytesOf(const char* name)
{
    QFile file(sharedFile(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::size_t countOf(const std::string& text, std::string_view what)
{
    std::size_t out = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
        ++out;
    return out;
}

// Prints what a document says.
class EchoHandler final : public JsonHandler
{
public:
    void startObject() override { out += '{'; }
    void endObject() override { out += '}'; }
    void startArray() override { out += '['; }
    void endArray() override { out += ']'; }
    void key(std::string_view name) override { out.append(name).append(":"); }
    void string(std::string_view text) override { out.append("'").append(text).append("'"); }
    void literal(std::string_view text) override { out.append("<").append(text).append(">"); }
    std::string out;
};

std::string echo(const std::string& json, std::string* problem = nullptr)
{
    PiecewiseSource bytes(json, 1, 1);
    EchoHandler handler;
    JsonReader reader(bytes, handler);
    for (;;) {
        const auto more = reader.more();
        if (!more || !*more)
            break;
    }
    if (problem != nullptr)
        *problem = reader.problem();
    return handler.out;
}

} // namespace

class TestOcel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void jsonIsReadPieceByPiece();
    void jsonThatIsNone_data();
    void jsonThatIsNone();
    void threeFormsGiveEqualRecords();
    void theRecordsOfALog();
    void objectsWithoutATableAreSaid();
    void attributesWithAColumn();
    void versionOneInJson();
    void orderOfRowsIsNoClock();
    void otherDatabasesSayWhatTheyAre();
    void viewsAreNotRead();
    void idsThatMultiplyAreStopped();
    void cutLogsSaySo();
    void damageNeverCrashes();
    void exportsAreReadAgain();
    void realLogInThreeForms();
    void realLogistics();
    void realVersionOne();
};

void TestOcel::jsonIsReadPieceByPiece()
{
    std::string problem;
    QCOMPARE(
        echo("\xEF\xBB\xBF {\"a\" : [1, -2.5e3,true,null , \"x\\n\\\"\\u00e4\\uD83D\\uDE00\\ud800!\"], \"b\":{} }\n",
            &problem),
        std::string("{a:[<1><-2.5e3><true><null>'x\n\"\xC3\xA4\xF0\x9F\x98\x80\xEF\xBF\xBD!']b:{}}"));
    QCOMPARE(problem, std::string());
    QCOMPARE(echo("42"), std::string("<42>"));
    QCOMPARE(echo("\"\xFFq\""), std::string("'?q'"));
}

void TestOcel::jsonThatIsNone_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("problem");
    QTest::newRow("cut") << QByteArray("{\"a\":[1") << QByteArray("the document ends inside a value");
    QTest::newRow("comma") << QByteArray("[1,]") << QByteArray("line 1, column 4: a value is expected");
    QTest::newRow("bracket") << QByteArray("[1}") << QByteArray("a comma or a closing bracket");
    QTest::newRow("name") << QByteArray("{a:1}") << QByteArray("a name in quotes");
    QTest::newRow("colon") << QByteArray("{\"a\"\n1}") << QByteArray("line 2, column 1: a colon");
    QTest::newRow("word") << QByteArray("[nul]") << QByteArray("'nul' is no value");
    QTest::newRow("number") << QByteArray("[1.]") << QByteArray("'1.' is no value");
    QTest::newRow("escape") << QByteArray("[\"\\x\"]") << QByteArray("behind a backslash");
    QTest::newRow("digits") << QByteArray("[\"\\u12g4\"]") << QByteArray("hexadecimal");
    QTest::newRow("two") << QByteArray("{} {}") << QByteArray("stands behind the document");
    QTest::newRow("deep") << QByteArray("[").repeated(1'000'000) << QByteArray("nested more than 200 deep");
    QTest::newRow("long number") << QByteArray("[") + QByteArray("1").repeated(1000) << QByteArray("too long");
    QTest::newRow("long text") << "[\"" + QByteArray("x").repeated(9'000'000) << QByteArray("more than 8 MB");
}

void TestOcel::jsonThatIsNone()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, problem);
    std::string found;
    (void)echo(json.toStdString(), &found);
    QVERIFY2(found.find(problem.toStdString()) != std::string::npos, found.c_str());
}

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

// A database gives its events by type: a time before the last one is no clock that was set back.
void TestOcel::orderOfRowsIsNoClock()
{
    const Reading reading = readLog(sqliteOf(kTables
        + "INSERT INTO event_map_type VALUES('A','A'),('B','B');"
          "CREATE TABLE event_A(ocel_id TEXT, ocel_time TEXT); CREATE TABLE event_B(ocel_id TEXT, ocel_time TEXT);"
          "INSERT INTO event VALUES('a','A'),('b','B');"
          "INSERT INTO event_A VALUES('a','2026-03-01 11:00:00'); INSERT INTO event_B VALUES('b','2026-03-01 "
          "10:00:00');"));
    QCOMPARE(reading.totals.rejected, std::uint64_t{0});
    QCOMPARE(reading.records.size(), std::size_t{2});
    for (const std::string& diagnostic : reading.diagnostics)
        QVERIFY2(diagnostic.starts_with("ExtraAttribute"), diagnostic.c_str());
}

void TestOcel::otherDatabasesSayWhatTheyAre()
{
    const Reading other = readLog(sqliteOf("CREATE TABLE a(b);"));
    QVERIFY2(other.error.find("an SQLite database; formats read: ") != std::string::npos, other.error.c_str());
    const FlatText half = flatten(sqliteOf("CREATE TABLE event(ocel_id TEXT, ocel_type TEXT);"), "ocel");
    QVERIFY2(half.error.find("has no table object; an OCEL 2.0 log needs it") != std::string::npos, half.error.c_str());
}

// A view can be made to never end.
void TestOcel::viewsAreNotRead()
{
    const FlatText flat = flatten(
        sqliteOf(
            "CREATE TABLE object(ocel_id TEXT, ocel_type TEXT); CREATE TABLE event_object(ocel_event_id TEXT);"
            "CREATE VIEW event AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i AS ocel_id, "
            "'x' AS ocel_type FROM n;"),
        "ocel");
    QVERIFY2(flat.error.find("has no table event") != std::string::npos, flat.error.c_str());
}

void TestOcel::idsThatMultiplyAreStopped()
{
    const std::string many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) ";
    const FlatText flat =
        flatten(sqliteOf(kTables
                    + "INSERT INTO event_map_type VALUES('A','A'); CREATE TABLE event_A(ocel_id TEXT, "
                      "ocel_time TEXT, x TEXT);"
                    + many + "INSERT INTO event SELECT 'e', 'A' FROM n;" + many
                    + "INSERT INTO event_A SELECT 'e', '2026-03-01', 'x' FROM n;"),
            "ocel");
    const std::string said = flat.error + (flat.notes.empty() ? std::string() : flat.notes[0].detail);
    QVERIFY2(said.find("stands too often") != std::string::npos, said.c_str());
}

void TestOcel::cutLogsSaySo()
{
    const FlatText json = flatten(std::string_view(kJson).substr(0, kJson.find("\"e2\"")), "ocel");
    QCOMPARE(countOf(json.text, "\nevent,"), std::size_t{1});
    QVERIFY(json.notes.at(0).code == DiagnosticCode::TruncatedSource);
    const FlatText xml = flatten(std::string_view(kXml).substr(0, kXml.find("\"e2\"")), "ocel");
    QCOMPARE(countOf(xml.text, "\nevent,"), std::size_t{1});
    QVERIFY(xml.notes.at(0).code == DiagnosticCode::TruncatedSource);
    const std::string database = sqliteLog();
    const FlatText sqlite = flatten(std::string_view(database).substr(0, database.size() / 2), "ocel");
    QVERIFY(!sqlite.error.empty() || !sqlite.notes.empty());
}

void TestOcel::damageNeverCrashes()
{
    const std::string database = sqliteLog();
    const int count = std::max(qEnvironmentVariableIntValue("ANTECEDENT_MUTATIONS"), 600);
    Damage damage(2024);
    for (int i = 0; i < count; ++i) {
        const std::string bytes = damage.apply(i % 3 == 0 ? kJson : i % 3 == 1 ? kXml : database);
        const Reading reading = readLog(bytes);
        QVERIFY(reading.error.empty() ? reading.sumsHold() : reading.error.size() > 10);
        const FlatText flat = flatten(bytes, "ocel"); // also where it is no longer recognised
        QVERIFY(flat.text.size() < 10'000'000);
    }
}

// What an event log carries comes back: time, end, asset, batch, category, code, severity, text.
void TestOcel::exportsAreReadAgain()
{
    antecedent::test::DatasetBuilder builder;
    builder.event("2024-05-10T09:00:00.25Z", "M1", "alarm", "EARLY");
    builder.event("2024-05-10T13:00:00Z", "M2", "state", "LATE");
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
    const std::string expected = "events: time=2024-05-10T09:00:00.25Z asset_id=M1 category=alarm code=EARLY\n"
                                 "events: time=2024-05-10T13:00:00Z asset_id=M2 category=state code=LATE\n";
    for (const EventLogFormat format : {EventLogFormat::OcelJson, EventLogFormat::OcelSqlite, EventLogFormat::Xes}) {
        const Reading reading = readLog(exported(format));
        QCOMPARE(reading.error, std::string());
        QCOMPARE(reading.totals.rejected, std::uint64_t{0});
        QCOMPARE(eventsOf(reading), expected);
        for (const std::string& diagnostic : reading.diagnostics)
            QVERIFY2(diagnostic.starts_with("ExtraAttribute"), diagnostic.c_str());
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
