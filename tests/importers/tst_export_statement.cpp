// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What exports say of themselves before their headings.
#include "importers/export_statement.h"

#include "importers/pipeline/import_sources.h"
#include "tests/support/case_file_builder.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

const char* const kList = "Work order list;;;\n"
                          "Erstellt von: M. Huber;;Stand: 02.04.2026 14:30;\n"
                          "Selektion;Werk 1200, Auftragsart PM01;;\n"
                          "Zeitraum: 01.01.2026 bis 31.03.2026;;;\n"
                          "Anzahl: 3;Farbe: rot;;\n"
                          "work_order_id;asset_id;type;started\n"
                          "W-1;R-1;PM;2026-01-05T08:00:00Z\n"
                          "W-2;R-1;PM;2026-02-05T08:00:00Z\n";

ExportStatement stated(const char* text)
{
    MemorySource bytes(text);
    const Result<SourceHead> head = readSourceHead(bytes, "list.csv", {});
    if (!head)
        qFatal("%s", errorText(head.error()).c_str());
    return statementIn(*head);
}

// The file as it would be exported, imported with a statement of its own alone.
struct Imported
{
    SourceSummary summary;
    StoredSource source;
    std::vector<std::string> remarks;
};
Imported import(const std::string& name, const std::string& bytes)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QString::fromStdString(name));
    QFile list(path);
    if (!list.open(QFile::WriteOnly))
        qFatal("can't write");
    list.write(bytes.data(), static_cast<qint64>(bytes.size()));
    list.close();
    Result<CaseFile> file = CaseFile::create(
        folder.filePath(QStringLiteral("a.ante")).toStdString(), "Plant", "UTC", antecedent::testing::tester());
    const Result<ImportSummary> done = importSources(*file, {path.toStdString()}, {});
    if (!done || done->failed())
        qFatal("%s", errorText(done ? *done->sources.front().error : done.error()).c_str());
    Imported out{done->sources.front(), file->sources()->front(), {}};
    for (const auto& [code, count] : out.summary.diagnostics)
        out.remarks.push_back(code + " " + std::to_string(count));
    return out;
}

std::string rowsOf(const Imported& read)
{
    const SourceTotals& rows = read.summary.rows;
    return std::to_string(rows.read) + " read " + std::to_string(rows.stored) + " stored "
        + std::to_string(rows.rejected) + " rejected " + std::to_string(rows.duplicate) + " repeated";
}

const std::string kOrders = "work_order_id;asset_id;type;started\n"
                            "W-1;R-1;PM;2026-01-05T08:00:00Z\n"
                            "W-2;R-1;PM;2026-02-05T08:00:00Z\n";

} // namespace

class TestExportStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreKnownInOneCellOrTwoAndInGerman()
    {
        const ExportStatement found = stated(kList);
        QCOMPARE(found.by, std::string("M. Huber"));
        QCOMPARE(found.exported, std::string("2026-04-02T14:30:00"));
        QCOMPARE(found.filter, std::string("Werk 1200, Auftragsart PM01"));
        QCOMPARE(found.from, std::string("2026-01-01"));
        QCOMPARE(found.to, std::string("2026-03-31"));
        QCOMPARE(found.rows, std::string("3"));
        QVERIFY(found.system.empty() && found.isTelling());
        QCOMPARE(statementText(found),
            std::string("by: M. Huber\nfilter: Werk 1200, Auftragsart PM01\nperiod: 2026-01-01/2026-03-31\n"
                        "exported: 2026-04-02T14:30:00\nrows: 3"));
    }

    void datesThatCouldMeanTwoDaysStayAsTheyStand()
    {
        const ExportStatement found = stated("List,,\nPeriod: 01/02/2026 - 03/02/2026,,\nFrom,02/03/2026,\n"
                                             "work_order_id,asset_id,type\nW-1,R-1,PM\n");
        QCOMPARE(found.from, std::string("01/02/2026 - 03/02/2026"));
        QVERIFY(found.to.empty());
    }

    void linesThatSayNothingOfTheExportAreNoStatement()
    {
        QVERIFY(stated("work_order_id,asset_id,type\nW-1,R-1,PM\n") == ExportStatement{});
        const ExportStatement found =
            stated("Shift report,,\nColour: red,,\nCreated on: 2026-04-02T14:30:00Z,,\nwork_order_id,asset_id,type\n"
                   "W-1,R-1,PM\nW-2,R-1,PM\nW-3,R-1,CM\nW-4,R-1,CM\n");
        QCOMPARE(found.exported, std::string("2026-04-02T14:30:00+00:00"));
        QVERIFY(!found.isTelling());
    }

    void linesBehindTheRowsAreNoRows_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("statement");
        const auto row = [](const char* line, const char* statement) {
            QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(statement);
        };
        row("2 rows", "rows: 2");
        row("Total: 2 records;;;", "rows: 2");
        row("Total records:;2;;;", "rows: 2");
        row("Anzahl Datensätze;2;;;", "rows: 2");
        row("Anzahl Datensätze: 2", "rows: 2");
        row("2 Einträge gefunden.;;;", "rows: 2");
        row("(1,234 rows affected)", "rows: 1234");
        row("*** Ende der Liste ***", "");
        row("Filter: Werk 1200;;;", "filter: Werk 1200");
    }

    void linesBehindTheRowsAreNoRows()
    {
        QFETCH(QString, line);
        QFETCH(QString, statement);
        const Imported read = import("orders.csv", kOrders + line.toStdString() + "\n");
        QCOMPARE(QString::fromStdString(read.source.info.statement), statement);
        QCOMPARE(rowsOf(read), std::string("2 read 2 stored 0 rejected 0 repeated"));
        const bool isOther = statement == QStringLiteral("rows: 1234");
        QCOMPARE(read.remarks,
            isOther ? (std::vector<std::string>{"SourceRemark 1", "StatementMismatch 1"})
                    : std::vector<std::string>{"SourceRemark 1"});
    }

    // Values that could be a row are one, and rejected as such.
    void otherShortRowsAreRejected_data()
    {
        QTest::addColumn<QString>("line");
        for (const char* line :
            {"Total;40;;", "2;rows;;x", "Frame: bent;;;", "Page 1 of 2", "17;Event;;", "01.02.2026;Alarm;;"})
            QTest::newRow(line) << QString::fromLatin1(line);
    }

    void otherShortRowsAreRejected()
    {
        QFETCH(QString, line);
        const Imported read = import("orders.csv", kOrders + line.toStdString() + "\n");
        QCOMPARE(read.source.info.statement, std::string());
        QVERIFY(read.summary.rows.read == 3 && !read.summary.diagnostics.contains("SourceRemark"));
    }

    void theEndOfALongListIsReadFirst()
    {
        std::string text = "work_order_id;asset_id;type;text\n";
        constexpr int kRows = 30'000;
        for (int i = 0; i < kRows; ++i)
            text += "W-" + std::to_string(i) + ";R-1;PM;a text that makes the list longer than its head\n";
        const Imported read = import("orders.csv", text + "Auswahl: Werk 1200;;;\n30.000 Zeilen;;;\n");
        QCOMPARE(read.source.info.statement, std::string("filter: Werk 1200\nrows: 30000"));
        QCOMPARE(rowsOf(read), std::string("30000 read 30000 stored 0 rejected 0 repeated"));
        QCOMPARE(read.remarks, (std::vector<std::string>{"SourceRemark 2", "UndatedRecord 30000"}));
    }

    // What is a footer behind a short list is one behind a long one, and a row is a row.
    void cellsAreCellsAtTheEndOfALongList()
    {
        std::string text = "work_order_id\tasset_id\ttype\ttext\n";
        for (int i = 0; i < 30'000; ++i)
            text += "W-" + std::to_string(i) + "\tR-1\tPM\ta text that makes the list longer than its head\n";
        const Imported counted = import("orders.txt", text + "Anzahl Datensätze\t30000\t\t\n");
        QCOMPARE(counted.source.info.statement, std::string("rows: 30000"));
        QCOMPARE(rowsOf(counted), std::string("30000 read 30000 stored 0 rejected 0 repeated"));
        const Imported row = import("orders.txt", text + "17\tEvent\t\t\n");
        QCOMPARE(row.source.info.statement, std::string());
        QVERIFY(!row.summary.diagnostics.contains("StatementMismatch"));
    }

    // A message with a colon in the first column is a row, wherever it stands in a long list.
    void aMessageNearTheEndIsNoStatement()
    {
        std::string text = "text,reported,asset_id,work_order_id,type\n";
        for (int i = 0; i < 30'000; ++i)
            text += "Filter: clogged at MIX,2026-03-01T10:00:00Z,MIX-01,W-" + std::to_string(i) + ",CM\n";
        const Imported read = import("orders.csv", text);
        QCOMPARE(read.source.info.statement, std::string());
        QCOMPARE(rowsOf(read), std::string("30000 read 30000 stored 0 rejected 0 repeated"));
    }

    // The number that is stated is that of the exported rows, whatever becomes of them.
    void pairedRowsAreCountedAsTheyWereExported()
    {
        const std::string alarms = "Alarm list;;;;;\nFilter: area = MIX;;;;;\n"
                                   "EventTime;EventTimeUtc;Type;Source_ProcessVariable;Alarm_Condition;Comment\n"
                                   "2026-03-29 01:00:00;2026-03-29 00:00:00;Alarm.Set;T1;Hi;jam\n"
                                   "2026-03-29 01:10:00;2026-03-29 00:10:00;Alarm.Clear;T1;Hi;gone\n"
                                   "2026-03-29 02:00:00;2026-03-29 01:00:00;Alarm.Set;T1;Hi;jam\n"
                                   "2026-03-29 02:10:00;2026-03-29 01:10:00;Alarm.Clear;T1;Hi;gone\n";
        const Imported read = import("alarms.csv", alarms + "4 rows\n");
        QCOMPARE(read.source.info.statement, std::string("filter: area = MIX\nrows: 4"));
        QCOMPARE(rowsOf(read), std::string("2 read 2 stored 0 rejected 0 repeated"));
        QVERIFY(!read.summary.diagnostics.contains("StatementMismatch"));
        QVERIFY(import("alarms.csv", alarms + "3 rows\n").summary.diagnostics.contains("StatementMismatch"));
        const Imported wide = import("trend.csv",
            "Time range: 2026-03-29T00:00:00Z to 2026-03-30T00:00:00Z;;\nTime;T101.PV;P101.PV\n"
            "2026-03-29T01:00:00Z;1.5;2.5\n2026-03-29T01:10:00Z;1.6;2.6\n2 rows;;\n");
        QCOMPARE(wide.source.info.statement,
            std::string("period: 2026-03-29T00:00:00+00:00/2026-03-30T00:00:00+00:00\nrows: 2"));
        QCOMPARE(rowsOf(wide), std::string("4 read 4 stored 0 rejected 0 repeated"));
        QVERIFY(!wide.summary.diagnostics.contains("StatementMismatch"));
    }

    void listsOfSapSayWhenTheyWereMade()
    {
        const std::string header =
            "|  |Auftrag |AArt|Eckende   |Iststart  |Equipment |Technischer Platz|Systemstatus|\n";
        const std::string row = "|  |4000812 |PM02|26.03.2026|25.03.2026|10001234  |W1-MIX-101       |TABG RÜCK   |\n";
        const Imported read = import("orders.txt",
            "27.03.2026     Instandhaltungsaufträge: Liste Aufträge      1\nSelektion: Werk 1200\n" + header + row
                + "\nAnzahl Datensätze: 1\n");
        QCOMPARE(read.source.info.statement, std::string("filter: Werk 1200\nexported: 2026-03-27\nrows: 1"));
        QCOMPARE(read.summary.rows.rejected, std::uint64_t{0});
        QVERIFY(!read.summary.diagnostics.contains("StatementMismatch"));
    }

    void messagesSayWhoSentThem()
    {
        const Imported maximo = import("orders.json",
            "{\"member\":[{\"wonum\":\"1\",\"assetnum\":\"R-1\",\"worktype\":\"PM\",\"status\":\"COMP\"}],"
            "\"responseInfo\":{\"totalCount\":40,\"href\":\"mxwo?oslc.where=siteid=A&oslc.pageSize=1\"}}");
        QCOMPARE(maximo.source.info.statement, std::string("filter: siteid=A\nrows: 40"));
        QVERIFY(maximo.summary.diagnostics.contains("StatementMismatch")); // one of forty
        const Imported xml = import("orders.xml",
            "<QueryMXWOResponse xmlns=\"ibm.com/maximo\" creationDateTime=\"2026-03-29T10:00:00+02:00\" "
            "maximoVersion=\"7 6 1\" rsTotal=\"1\"><MXWOSet><WORKORDER><WONUM>1</WONUM><ASSETNUM>R-1</ASSETNUM>"
            "<WOSTATUS><STATUS>COMP</STATUS><CHANGEDATE>2026-03-26T07:00:00Z</CHANGEDATE></WOSTATUS></WORKORDER></"
            "MXWOSet></QueryMXWOResponse>");
        QCOMPARE(xml.source.info.statement,
            std::string("system: IBM Maximo 7 6 1\nexported: 2026-03-29T10:00:00+02:00\nrows: 1"));
        QVERIFY(!xml.summary.diagnostics.contains("StatementMismatch"));
        const Imported record = import("batch.xml",
            "<ShowBatchProductionRecord xmlns=\"http://www.mesa.org/xml/B2MML\"><ApplicationArea><Sender><LogicalID>MES"
            "</LogicalID></Sender><CreationDateTime>2026-03-29T10:00:00Z</CreationDateTime></ApplicationArea><DataArea>"
            "<BatchProductionRecord><ID>B</ID><BatchID>L1</BatchID><Events><Event><EntryID>1</EntryID>"
            "<TimeStamp>2026-03-29T09:00:00Z</TimeStamp><EventType>Message</EventType><MessageText>hello</MessageText>"
            "</Event></Events></BatchProductionRecord></DataArea></ShowBatchProductionRecord>");
        QCOMPARE(record.source.info.statement, std::string("system: MES\nexported: 2026-03-29T10:00:00+00:00"));
    }

    // What it says is kept with the source and compared, unless a person states something else.
    void theImportTakesItWhereNothingElseIsStated()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("orders.csv"));
        QFile list(path);
        QVERIFY(list.open(QFile::WriteOnly));
        list.write(kList);
        list.close();
        for (const bool isStated : {false, true}) {
            const QString investigation =
                folder.filePath(isStated ? QStringLiteral("a.ante") : QStringLiteral("b.ante"));
            Result<CaseFile> file =
                CaseFile::create(investigation.toStdString(), "Plant", "UTC", antecedent::testing::tester());
            QVERIFY(file.has_value());
            ImportOptions options;
            options.statement = isStated ? "rows: 2" : "";
            const Result<ImportSummary> done = importSources(*file, {path.toStdString()}, options);
            QVERIFY(done.has_value() && !done->failed());
            const StoredSource source = file->sources()->front();
            QCOMPARE(source.info.statement.find("M. Huber") != std::string::npos, !isStated);
            QCOMPARE(source.diagnostics.contains("StatementMismatch"), !isStated); // three rows are said, two there
        }
    }
};

QTEST_GUILESS_MAIN(TestExportStatement)
#include "tst_export_statement.moc"
