// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/ocel/ocel_reader.h"
#include "tests/importers/format/ocel/ocel_logs.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using namespace antecedent::importers::test;

namespace {

// A log with events of one type; `more` is SQL.
std::string logWith(const std::string& more, const std::string& columns = "ocel_id TEXT, ocel_time TEXT")
{
    return sqliteOf(kTables
        + "INSERT INTO event_map_type VALUES('A','A'); INSERT INTO object_map_type VALUES('Unit','U');"
          "CREATE TABLE event_A("
        + columns + ");" + more);
}

std::string saidOf(const FlatText& flat)
{
    std::string out;
    for (const Diagnostic& note : flat.notes)
        if (note.code == DiagnosticCode::UnreadablePart)
            out += note.detail + '\n';
    return out;
}

std::string inWalMode(std::string bytes)
{
    bytes[18] = bytes[19] = '\2';
    return bytes;
}

class CountingSink final : public OcelSink
{
public:
    void object(OcelObject /*object*/) override { ++objects; }
    void event(OcelEvent /*event*/) override { ++events; }
    int objects = 0;
    int events = 0;
};

} // namespace

class TestOcelSqlite : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void orderOfRowsIsNoClock();
    void otherDatabasesSayWhatTheyAre();
    void numbersAsIdsKeepTheirRelations();
    void typesAreWhatIsStored();
    void laterStatesAreChanges();
    void rowsThatBelongToNothingAreCounted();
    void databasesInWalModeAreRead();
    void whatStandsBesideADatabaseIsSaid();
    void viewsAreNotRead();
    void computedColumnsAreNotRead();
    void tablesThatAreNoneAreNotRead_data();
    void tablesThatAreNoneAreNotRead();
    void idsThatMultiplyAreStopped();
    void longValuesAreCut();
};

// A database gives its events by type: a time before the last one is no clock that was set back.
void TestOcelSqlite::orderOfRowsIsNoClock()
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

void TestOcelSqlite::otherDatabasesSayWhatTheyAre()
{
    const Reading other = readLog(sqliteOf("CREATE TABLE a(b);"));
    QVERIFY2(other.error.find("an SQLite database; formats read: ") != std::string::npos, other.error.c_str());
    const FlatText half = flatten(sqliteOf("CREATE TABLE event(ocel_id TEXT, ocel_type TEXT);"), "ocel");
    QVERIFY2(half.error.find("has no table object; an OCEL 2.0 log needs it") != std::string::npos, half.error.c_str());
}

// A view can be made to never end.
void TestOcelSqlite::viewsAreNotRead()
{
    const FlatText flat = flatten(
        sqliteOf(
            "CREATE TABLE object(ocel_id TEXT, ocel_type TEXT); CREATE TABLE event_object(ocel_event_id TEXT);"
            "CREATE VIEW event AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i AS ocel_id, "
            "'x' AS ocel_type FROM n;"),
        "ocel");
    QVERIFY2(flat.error.find("has no table event") != std::string::npos, flat.error.c_str());
}

void TestOcelSqlite::idsThatMultiplyAreStopped()
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

// SQLite sorts 9 before 10, a text does not.
void TestOcelSqlite::numbersAsIdsKeepTheirRelations()
{
    const FlatText flat = flatten(
        sqliteOf(
            "CREATE TABLE event(ocel_id INTEGER, ocel_type TEXT); CREATE TABLE object(ocel_id TEXT, ocel_type TEXT);"
            "CREATE TABLE event_object(ocel_event_id INTEGER, ocel_object_id TEXT, ocel_qualifier TEXT);"
            "CREATE TABLE event_map_type(ocel_type TEXT, ocel_type_map TEXT);"
            "CREATE TABLE event_A(ocel_id INTEGER, ocel_time TEXT);"
            "INSERT INTO event_map_type VALUES('A','A');"
            "INSERT INTO event VALUES(9,'A'),(100,'A'),(10,'A');"
            "INSERT INTO event_A VALUES(9,'2026-03-01'),(10,'2026-03-02'),(100,'2026-03-03');"
            "INSERT INTO event_object VALUES(100,'c','q'),(9,'a','q'),(10,'b','q'),(9,'a2','');"),
        "ocel");
    QCOMPARE(flat.error, std::string());
    std::vector<std::string> seen;
    for (const auto& row : splitRows(flat.text, true, ',', '"', 100))
        if (row[0] == "event")
            seen.push_back(row[9] + " " + row[3] + " " + row[10]);
    std::sort(seen.begin(), seen.end());
    QCOMPARE(joined(seen), std::string("10 2026-03-02 b (q)\n100 2026-03-03 c (q)\n9 2026-03-01 a (q); a2\n"));
}

void TestOcelSqlite::typesAreWhatIsStored()
{
    const FlatText flat =
        flatten(sqliteOf("CREATE TABLE event(ocel_id, ocel_type); CREATE TABLE object(ocel_id, ocel_type);"
                         "CREATE TABLE event_object(ocel_event_id, ocel_object_id);"
                         "INSERT INTO event VALUES('n', NULL), ('i', 5), ('t', '5');"),
            "ocel");
    QCOMPARE(flat.error, std::string());
    QCOMPARE(countOf(flat.text, "\nevent,"), std::size_t{3});
}

// A row without a changed field says all of an object, at its beginning and later.
void TestOcelSqlite::laterStatesAreChanges()
{
    const FlatText flat = flatten(
        logWith("CREATE TABLE object_U(ocel_id TEXT, ocel_time TEXT, ocel_changed_field TEXT, status TEXT, site TEXT);"
                "INSERT INTO object VALUES('R1','Unit'),('R2','Unit');"
                "INSERT INTO object_U VALUES('R1','1970-01-01 00:00:00',NULL,'clean','north'),"
                "('R1','2026-03-01 10:00:00',NULL,'dirty','north'),('R1','2026-03-02 10:00:00','status','clean',NULL),"
                "('R1','2026-03-03 10:00:00','colour',NULL,NULL),('R1','2026-03-04 10:00:00',NULL,'clean','south'),"
                "('R2','2026-03-01 10:00:00',NULL,'new',NULL);"),
        "ocel");
    std::vector<std::string> seen;
    for (const auto& row : splitRows(flat.text, true, ',', '"', 100))
        if (row[0] != "record")
            seen.push_back(row[0] + " " + row[6] + " " + row[3] + " " + row[7] + "=" + row[8]);
    QCOMPARE(joined(seen),
        std::string("asset R1  =\nchange R1 2026-03-01 10:00:00 status=dirty\n"
                    "change R1 2026-03-02 10:00:00 status=clean\nchange R1 2026-03-04 10:00:00 site=south\n"
                    "asset R2  =\n"));
    QCOMPARE(saidOf(flat),
        std::string("1 changes of objects name an attribute that their table does not have; they were left out\n"));
}

void TestOcelSqlite::rowsThatBelongToNothingAreCounted()
{
    const FlatText flat = flatten(logWith("INSERT INTO event VALUES('a','A');"
                                          "INSERT INTO event_A VALUES('a','2026-03-01'),('b','2026-03-01'),"
                                          "('a','2026-03-02');"
                                          "INSERT INTO event_object VALUES('a','o',''),('x','o',''),('y','o','');"
                                          "INSERT INTO object_object VALUES('o','o','');"),
        "ocel");
    QCOMPARE(countOf(flat.text, "\nevent,"), std::size_t{1});
    QCOMPARE(saidOf(flat),
        std::string("1 rows of events that have an earlier one were left out\n"
                    "1 rows of the table event_A belong to no event of its type; they were left out\n"
                    "2 relations belong to no event; they were left out\n"
                    "1 relations between objects belong to no object; they were left out\n"));
}

void TestOcelSqlite::databasesInWalModeAreRead()
{
    const std::string bytes = inWalMode(sqliteLog());
    QCOMPARE(joined(factsOf(readLog(bytes))), joined(factsOf(readLog(sqliteLog()))));
    // Beyond some size the copy is a file.
    MemorySource source(bytes);
    const auto spool = Spool::read(source, 0);
    QVERIFY(spool && !(*spool)->path().empty());
    CountingSink sink;
    const auto reader = readOcelSqlite(**spool, sink);
    QVERIFY2(reader.has_value(), reader ? "" : errorText(reader.error()).c_str());
    while ((*reader)->more().value_or(false))
        ;
    QCOMPARE((*reader)->problem(), std::string());
    QCOMPARE(sink.events, 2);
    QCOMPARE(sink.objects, 3);
    QVERIFY(!QFileInfo::exists(QString::fromStdString((*spool)->path() + "-wal")));
}

void TestOcelSqlite::whatStandsBesideADatabaseIsSaid()
{
    const CaseFolder folder;
    CaseFile file = folder.create();
    const std::string path = folder.write("in/log.sqlite", inWalMode(sqliteLog()));
    (void)folder.write("in/log.sqlite-wal", std::string(5000, 'x'));
    ImportOptions options;
    options.plan.zone = "UTC";
    const auto summary = importSources(file, {path}, options);
    QVERIFY(summary.has_value());
    QVERIFY2(!summary->failed(), linesOf(*summary).c_str());
    QCOMPARE(summary->sources[0].diagnostics.at("UnreadablePart"), std::uint64_t{1});
    const auto found = file.diagnostics();
    const bool isSaid = std::any_of(found->begin(), found->end(), [](const StoredDiagnostic& stored) {
        return stored.diagnostic.detail
            == "beside the source stands log.sqlite-wal, which keeps changes that are not in the source yet; they were "
               "not read";
    });
    QVERIFY(isSaid);
    QDir in(QString::fromStdString(folder.path("in")));
    QCOMPARE(in.entryList(QDir::Files), (QStringList{"log.sqlite", "log.sqlite-wal"}));
    QFile kept(QString::fromStdString(path));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(kept.readAll().toStdString() == inWalMode(sqliteLog()));
}

// They can be made to take any time, in each row.
void TestOcelSqlite::computedColumnsAreNotRead()
{
    const std::string endless = "x TEXT GENERATED ALWAYS AS (hex(zeroblob(30000000))) VIRTUAL";
    const FlatText flat =
        flatten(logWith("INSERT INTO event VALUES('a','A'); INSERT INTO event_A VALUES('a','2026-03-01');",
                    "ocel_id TEXT, ocel_time TEXT, " + endless),
            "ocel");
    QCOMPARE(flat.error, std::string());
    QCOMPARE(countOf(flat.text, "\nevent,"), std::size_t{1});
    QVERIFY(flat.text.size() < 1000);
    QCOMPARE(saidOf(flat), std::string("1 columns are computed by the database and were not read\n"));
    const FlatText ids =
        flatten(sqliteOf("CREATE TABLE event(ocel_type TEXT, ocel_id TEXT AS (hex(zeroblob(9))) VIRTUAL);"
                         "CREATE TABLE object(ocel_id, ocel_type);"
                         "CREATE TABLE event_object(ocel_event_id, ocel_object_id);"),
            "ocel");
    QVERIFY2(ids.error.find("the table event has no stored column ocel_id") != std::string::npos, ids.error.c_str());
}

void TestOcelSqlite::tablesThatAreNoneAreNotRead_data()
{
    QTest::addColumn<QByteArray>("event"); // SQL that makes it
    QTest::newRow("full text") << QByteArray("CREATE VIRTUAL TABLE event USING fts4(ocel_id, ocel_type);");
    QTest::newRow("tree") << QByteArray("CREATE VIRTUAL TABLE event USING rtree(ocel_id, a, b);");
    QTest::newRow("a view that is listed as a table")
        << QByteArray("PRAGMA writable_schema = ON; INSERT INTO sqlite_master VALUES('table','event','event',3,"
                      "'CREATE VIEW event AS SELECT 1 AS ocel_id, 2 AS ocel_type');");
    QTest::newRow("a view under the name of a table")
        << QByteArray("CREATE TABLE other(ocel_id, ocel_type); CREATE VIEW event AS SELECT * FROM other;"
                      "PRAGMA writable_schema = ON; UPDATE sqlite_master SET name = 'event' WHERE name = 'other';");
}

void TestOcelSqlite::tablesThatAreNoneAreNotRead()
{
    QFETCH(QByteArray, event);
    const FlatText flat = flatten(sqliteOf("CREATE TABLE object(ocel_id, ocel_type); CREATE TABLE event_object("
                                           "ocel_event_id, ocel_object_id);"
                                      + event.toStdString()),
        "ocel");
    QVERIFY2(flat.error.find("the SQLite database") != std::string::npos, (flat.error + flat.text).c_str());
    QCOMPARE(flat.text, std::string());
}

void TestOcelSqlite::longValuesAreCut()
{
    const FlatText flat = flatten(logWith("INSERT INTO event VALUES('a','A');"
                                          "INSERT INTO event_A VALUES('a','2026-03-01',printf('%.*c', 1500000, 'x'));",
                                      "ocel_id TEXT, ocel_time TEXT, note TEXT"),
        "ocel");
    QVERIFY(flat.text.size() < 1'200'000);
    QCOMPARE(saidOf(flat), std::string("1 values have more than a megabyte and were cut there\n"));
}

QTEST_APPLESS_MAIN(TestOcelSqlite)
#include "tst_ocel_sqlite.moc"
