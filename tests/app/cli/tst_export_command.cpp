// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// export --format canonical: all records as tables, and back again without loss.

#include "app/casework/case_export.h"
#include "model/store/case_file.h"
#include "tests/support/cli_run.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <stop_token>

using namespace antecedent::cli;
using antecedent::CaseFile;
using antecedent::testing::CliOutcome;
using antecedent::testing::runQuietly;
using nlohmann::json;

class TestExportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        write("orders.csv",
            "work_order_id,asset_id,type,reported,started,text,Shop,=cost\n"
            "W-1,R-1,CM,01.03.2026,01.03.2026 08:00,\"=HYPERLINK(\"\"x.invalid\"\")\",\"a, b\",-5\n"
            "W-2,R-1,PM,02.03.2026,2026-03-02T08:15:00.250Z,\"two\nlines; Ü\",@here,\n"
            "W-3,R-2,PM,,2026-03-29T03:30:00+02:00,'=kept,'plain,7\n");
        write("more.csv", "work_order_id,asset_id,finished,text\nW-1,R-1,01.03.2026 09:10,=HYPERLINK(\"x.invalid\")\n");
        write("alarms.csv",
            "time,asset_id,category,code,unit,Unit,value,limit\n"
            "2026-03-01T10:00Z,R-1,alarm,HIGH,bar,bar(g),5.980,1e-5\n2026-03-15,R-1,alarm,-LOW,,,,\n");
        write("history.csv",
            "time,tag,value,quality\n2026-03-01T10:00:00Z,T1,1.50,Good\n"
            "2026-03-01T10:00:01Z,T1,Bad Input,Bad\n2026-03-01T10:00:00.125Z,T2,-3.25e-7,\n"
            "2026-03-01T10:00:01.125Z,T2,1e2,\n");
        write("qms.csv", "deviation_id,detected,asset_id,classification\nDEV-1,2026-03-15T12:00:00Z,R-1,trip\n");
        make("plant.ante");
        const CliOutcome done = runQuietly({"import", path("plant.ante"), path("orders.csv"), path("more.csv"),
            path("alarms.csv"), path("history.csv"), path("qms.csv"), "--json"});
        QVERIFY2(done.status == kDone, done.err.c_str());
    }

    void tablesComeBackAsTheyWere()
    {
        const CliOutcome out =
            runQuietly({"export", path("plant.ante"), "--format", "canonical", "-o", path("tables"), "--json"});
        QVERIFY2(out.status == kDone, out.err.c_str());
        QCOMPARE(
            out.document()["tables"].dump(), std::string(R"({"deviations":1,"events":2,"samples":4,"work_orders":3})"));
        QCOMPARE(out.document()["not_carried"].size(), std::size_t{0});
        make("again.ante");
        const CliOutcome in = runQuietly({"import", path("again.ante"), path("tables"), "--json"});
        QVERIFY2(in.status == kDone, in.err.c_str());
        for (const json& source : in.document()["sources"])
            QVERIFY2(source["rows_rejected"] == 0, source.dump().c_str());
        QCOMPARE(hashOf("again.ante"), hashOf("plant.ante"));
        QCOMPARE(runQuietly({"verify", path("again.ante")}).status, int{kDone});
        runQuietly({"export", path("again.ante"), "--format", "canonical", "-o", path("twice")});
        for (const char* name : {"deviations.csv", "events.csv", "samples.csv", "work_orders.csv"})
            QCOMPARE(read("twice", name), read("tables", name));
    }

    void timesAreAsExactAsStatedAndTextsCannotRun()
    {
        const QByteArray orders = read("tables", "work_orders.csv");
        QVERIFY2(orders.contains(",2026-03-01+01:00,2026-03-01T08:00+01:00,2026-03-01T09:10+01:00,"), orders);
        QVERIFY2(orders.contains(",2026-03-02T08:15:00.250+00:00,"), orders);
        QVERIFY2(orders.contains("\"'=HYPERLINK(\"\"x.invalid\"\")\""), orders);
        QVERIFY2(orders.contains(",'=kept,"), orders); // which an import takes for a guard
        QVERIFY2(orders.contains("'=cost"), orders);
        QVERIFY2(orders.contains("'@here"), orders);
        const QByteArray events = read("tables", "events.csv");
        QVERIFY2(events.contains(",5.980,"), events);
        QVERIFY2(events.contains("'-LOW"), events);
        QVERIFY2(events.contains("\r\n2026-03-15+01:00,"), events);
    }

    // A later version is what counts.
    void whatIsSetAsideStaysOut()
    {
        write("list 2026-03.csv",
            "work_order_id,asset_id,started\nX-1,R-1,2026-03-01T08:00:00Z\n"
            "X-2,R-1,2026-03-02T08:00:00Z\nX-3,R-1,2026-03-03T08:00:00Z\n");
        write("list 2026-03 (2).csv",
            "work_order_id,asset_id,started\nX-1,R-1,2026-03-01T08:00:00Z\nX-3,R-1,2026-03-03T08:00:00Z\n");
        make("versions.ante");
        runQuietly({"import", path("versions.ante"), path("list 2026-03.csv")});
        runQuietly({"import", path("versions.ante"), path("list 2026-03 (2).csv")});
        QCOMPARE(
            runQuietly({"versions", path("versions.ante"), "--accept", "list 2026-03 (2).csv", "--reason", "r"}).status,
            int{kDone});
        runQuietly({"export", path("versions.ante"), "--format", "canonical", "-o", path("counted")});
        QVERIFY(!read("counted", "work_orders.csv").contains("X-2"));
        make("from.ante");
        runQuietly({"import", path("from.ante"), path("counted")});
        QCOMPARE(hashOf("from.ante"), hashOf("versions.ante"));
    }

    // A further column that is called like one of the table gets another name.
    void whatIsNotCarriedIsSaid()
    {
        write("twice.csv", "time,category,code,Unit,unit\n2026-03-01T10:00Z,alarm,HIGH,bar,psi\n");
        make("twice.ante");
        runQuietly({"import", path("twice.ante"), path("twice.csv")});
        const CliOutcome out =
            runQuietly({"export", path("twice.ante"), "--format", "canonical", "-o", path("lost"), "--json"});
        QCOMPARE(out.document()["not_carried"].dump(),
            std::string(R"(["the name of the column unit of events beside the one that is called so"])"));
    }

    void nothingIsReplacedAndNothingIsChosen()
    {
        const QByteArray before = read("tables", "events.csv");
        const CliOutcome again =
            runQuietly({"export", path("plant.ante"), "--format", "canonical", "-o", path("tables")});
        QVERIFY(again.status != kDone);
        const std::string said = "The file exists already: " + path("tables/events.csv"); // the first one that is there
        QVERIFY2(again.err.find(said) != std::string::npos, again.err.c_str());
        QCOMPARE(read("tables", "events.csv"), before);
        const CliOutcome chosen = runQuietly(
            {"export", path("plant.ante"), "--format", "canonical", "--failure", "DEV-1", "-o", path("chosen")});
        QVERIFY(chosen.status != kDone);
        QVERIFY2(chosen.err.find("every record") != std::string::npos, chosen.err.c_str());
    }

    void nothingIsLeftOfAnExportThatStops()
    {
        const auto file = CaseFile::open(path("plant.ante"), antecedent::OpenMode::ReadOnly);
        QVERIFY(file.has_value());
        std::stop_source stop;
        stop.request_stop();
        const auto failsInto = [&](const char* folder) {
            const auto stopped = antecedent::casework::exportTables(*file, path(folder), stop.get_token());
            return !stopped && stopped.error().code == antecedent::ErrorCode::Cancelled;
        };
        QVERIFY(failsInto("made/for/it"));
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("made"))));
        QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("there"))));
        QVERIFY(failsInto("there"));
        QVERIFY(failsInto("there/below"));
        QCOMPARE(QDir(m_folder.filePath(QStringLiteral("there"))).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
            QStringList());
    }

    void whatCannotBeWrittenIsSaid()
    {
        write("file", "x");
        const CliOutcome refused =
            runQuietly({"export", path("plant.ante"), "--format", "canonical", "-o", path("file") + "/below"});
        QVERIFY(refused.status != kDone);
        QVERIFY2(refused.err.find("below") != std::string::npos, refused.err.c_str());
    }

private:
    std::string path(const std::string& name) const
    {
        return m_folder.filePath(QString::fromStdString(name)).toStdString();
    }
    void write(const char* name, const char* text) const
    {
        QFile file(m_folder.filePath(QString::fromUtf8(name)));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(text);
    }
    QByteArray read(const char* folder, const char* name) const
    {
        QFile file(QDir(m_folder.filePath(QString::fromUtf8(folder))).filePath(QString::fromUtf8(name)));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray("not there");
    }
    void make(const char* name) const
    {
        QCOMPARE(
            runQuietly({"new", path(name), "--title", "Plant", "--site-zone", "Europe/Berlin"}).status, int{kDone});
    }
    std::string hashOf(const char* name) const
    {
        return runQuietly({"summary", path(name), "--json"}).document()["content_hash"].get<std::string>();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestExportCommand)
#include "tst_export_command.moc"
