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
