// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// versions: a corrected export of a known source, by command.

#include "tests/support/cli_run.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace antecedent::cli;
using antecedent::testing::CliOutcome;
using antecedent::testing::runCli;
using antecedent::testing::runQuietly;
using nlohmann::json;

class TestVersionsCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_file = path("plant.ante");
        write("orders 2026-03.csv",
            "work_order_id,asset_id,type,started,text\nW-1,R-1,CM,01.03.2026 08:00,seal worn\n"
            "W-2,R-1,PM,02.03.2026 08:00,greased\nW-3,R-1,PM,13.03.2026 08:00,greased\n");
        write("qms.csv", "deviation_id,occurred,asset_id,classification\nDEV-1,2026-03-15T12:00:00Z,R-1,trip\n");
        write("alarms.csv",
            "time,asset_id,category,code\n2026-03-01T10:00:00Z,R-1,alarm,HIGH\n2026-03-15T10:00:00Z,R-1,alarm,HIGH\n"
            "2026-03-16T10:00:00Z,R-1,alarm,LOW\n");
        QCOMPARE(runQuietly({"new", m_file, "--title", "Plant", "--site-zone", "Europe/Berlin"}).status, int{kDone});
        QCOMPARE(runQuietly({"import", m_file, path("orders 2026-03.csv"), path("qms.csv"), path("alarms.csv")}).status,
            int{kDone});
        QCOMPARE(runQuietly({"pin", m_file, "--failure", "DEV-1", "--candidate", "alarm:HIGH @ R-1", "--record", "W-1",
                                "--reason", "seen"})
                     .status,
            int{kDone});
    }

    // Read by the same zone and the same order of dates, so that equal rows are equal.
    void theImportSaysWhatLooksLikeANewerExport()
    {
        write("orders 2026-04 (2).csv",
            "work_order_id,asset_id,type,started,text\nW-1,R-1,CM,01.03.2026 08:00,seal worn out\n"
            "W-3,R-1,PM,13.03.2026 08:00,greased\nW-4,R-1,PM,20.03.2026 08:00,greased\n");
        const CliOutcome imported = runCli({"import", m_file, path("orders 2026-04 (2).csv")});
        QCOMPARE(imported.status, int{kDone});
        QVERIFY2((imported.out + imported.err).find("seems a newer export of orders 2026-03.csv") != std::string::npos,
            (imported.out + imported.err).c_str());
        const json one = only();
        QCOMPARE(one["state"].get<std::string>(), std::string("proposed"));
        QVERIFY(one["counts"] == json({{"same", 1}, {"changed", 1}, {"vanished", 1}, {"added", 1}}));
    }

    void aSourceOfAnotherNameOrPeriodIsNone()
    {
        write("repairs.csv", "work_order_id,asset_id,type,started,text\nW-9,R-1,CM,2026-03-01T07:00:00Z,other\n");
        write("orders 2026-05.csv", "work_order_id,asset_id,type,started,text\nW-8,R-1,CM,2026-05-01T07:00:00Z,x\n");
        QCOMPARE(runQuietly({"import", m_file, path("repairs.csv"), path("orders 2026-05.csv")}).status, int{kDone});
        QCOMPARE(only()["source"].get<std::string>(), std::string("orders 2026-04 (2).csv"));
    }

    void theRowsAreShown()
    {
        const json shown = runQuietly({"versions", m_file, "--compare", "orders 2026-04 (2).csv", "--json"}).document();
        QCOMPARE(shown["rows"].size(), std::size_t{3});
        QCOMPARE(shown["rows"][0]["kind"].get<std::string>(), std::string("changed"));
        QCOMPARE(shown["rows"][0]["key"].get<std::string>(), std::string("W-1"));
        QCOMPARE(shown["rows"][0]["values"][0]["after"].get<std::string>(), std::string("seal worn out"));
        QCOMPARE(shown["rows"][1]["kind"].get<std::string>(), std::string("vanished"));
        QCOMPARE(shown["rows"][2]["key"].get<std::string>(), std::string("W-4"));
    }

    void whatCannotBeIsRefused()
    {
        for (const std::vector<std::string>& wish :
            std::vector<std::vector<std::string>>{{"--accept", "orders 2026-04 (2).csv"}, // without a reason
                {"--accept", "orders 2026-03.csv=orders 2026-04 (2).csv", "--reason", "r"}, // the other way round
                {"--accept", "repairs.csv", "--reason", "r"}, {"--accept", "none.csv", "--reason", "r"},
                {"--withdraw", "repairs.csv", "--reason", "r"},
                {"--compare", "orders 2026-04 (2).csv", "--accept", "orders 2026-04 (2).csv", "--reason", "r"}}) {
            std::vector<std::string> command{"versions", m_file};
            command.insert(command.end(), wish.begin(), wish.end());
            const CliOutcome refused = runQuietly(command);
            QVERIFY2(refused.status != kDone && !refused.err.empty(), wish[1].c_str());
        }
        QCOMPARE(only()["state"].get<std::string>(), std::string("proposed"));
    }

    void theNewerCountsThePinFollowsAndAllCanBeTakenBack()
    {
        const json before = summary();
        QCOMPARE(
            runQuietly({"versions", m_file, "--accept", "orders 2026-04 (2).csv", "--reason", "final export"}).status,
            int{kDone});
        QCOMPARE(only()["state"].get<std::string>(), std::string("accepted"));
        QVERIFY(only()["counts"] == json({{"same", 1}, {"changed", 1}, {"vanished", 1}, {"added", 1}}));
        QVERIFY(summary()["content_hash"] != before["content_hash"]);
        const std::string orders = runQuietly({"events", m_file, "--json"}).out;
        QVERIFY2(orders.find("seal worn out") != std::string::npos, orders.c_str());
        QVERIFY(orders.find("W-2") == std::string::npos);
        QCOMPARE(runQuietly({"verify", m_file}).status, int{kDone});
        const CliOutcome written = runQuietly(
            {"report", m_file, "--failure", "DEV-1", "-o", path("report.pdf"), "--html", path("report.html")});
        QVERIFY2(written.status == kDone, written.err.c_str());
        QFile html(QString::fromStdString(path("report.html")));
        QVERIFY(html.open(QFile::ReadOnly));
        const QByteArray text = html.readAll();
        QVERIFY(text.contains("Replaced by a newer version, orders 2026-03.csv"));
        QVERIFY(text.contains("2 records count nowhere"));
        QVERIFY(text.contains("holds for what its record says now"));
        QCOMPARE(runQuietly({"verify", m_file}).status, int{kDone});
        QCOMPARE(
            runQuietly({"versions", m_file, "--withdraw", "orders 2026-04 (2).csv", "--reason", "too early"}).status,
            int{kDone});
        QVERIFY(summary()["content_hash"] == before["content_hash"]);
        QCOMPARE(runQuietly({"verify", m_file}).status, int{kDone}); // the report as it was then
        const std::string trail = runQuietly({"audit", m_file, "--json"}).out;
        for (const char* reason : {"final export", "too early"})
            QVERIFY2(trail.find(reason) != std::string::npos, reason);
    }

    // In whatever order they are accepted, the data are those of the last, and of the one before where it does not
    // reach.
    void threeVersionsAreAChain_data()
    {
        QTest::addColumn<QStringList>("accepted");
        QTest::newRow("from the first") << QStringList{QStringLiteral("list 2.csv"), QStringLiteral("list 3.csv")};
        QTest::newRow("from the last") << QStringList{QStringLiteral("list 3.csv"), QStringLiteral("list 2.csv")};
        QTest::newRow("put between") << QStringList{
            QStringLiteral("list 3.csv=list 1.csv"), QStringLiteral("list 2.csv=list 1.csv")};
    }
    void threeVersionsAreAChain()
    {
        QFETCH(QStringList, accepted);
        const std::string file = path("chain.ante");
        std::remove(file.c_str());
        const char* const head = "work_order_id,asset_id,type,started,text\n";
        const auto row = [](const char* id, const char* text) {
            return std::string(id) + ",R-1,CM,2026-03-01T08:00:00Z," + text + '\n';
        };
        // Before the last list begins; the second one covers its time and does not state it.
        const std::string early = "Z,R-1,CM,2026-02-15T08:00:00Z,gone\n";
        const std::string first = "F,R-1,CM,2026-02-01T08:00:00Z,first\n";
        write("list 1.csv",
            (head + first + early + row("A", "one") + row("B", "two") + row("C", "three") + row("D", "four")).c_str());
        write("list 2.csv",
            (head + first + row("A", "one") + row("B", "TWO") + row("C", "three") + row("E", "five")).c_str());
        write("list 3.csv", (head + row("A", "one") + row("B", "TWO") + row("E", "FIVE")).c_str());
        write("expected.csv", (head + first + row("A", "one") + row("B", "TWO") + row("E", "FIVE")).c_str());
        QCOMPARE(runQuietly({"new", file, "--title", "Chain", "--site-zone", "UTC"}).status, int{kDone});
        QCOMPARE(runQuietly({"import", file, path("list 1.csv"), path("list 2.csv"), path("list 3.csv")}).status,
            int{kDone});
        const json proposed = runQuietly({"versions", file, "--json"}).document()["versions"];
        QCOMPARE(proposed.size(), std::size_t{2});
        QCOMPARE(proposed[1]["earlier"]["source"].get<std::string>(), std::string("list 2.csv"));
        for (const QString& each : accepted) {
            const CliOutcome done =
                runQuietly({"versions", file, "--accept", each.toStdString(), "--reason", "corrected"});
            QVERIFY2(done.status == kDone, done.err.c_str());
        }
        const std::string alone = path("alone.ante");
        std::remove(alone.c_str());
        QCOMPARE(runQuietly({"new", alone, "--title", "Alone", "--site-zone", "UTC"}).status, int{kDone});
        QCOMPARE(runQuietly({"import", alone, path("expected.csv")}).status, int{kDone});
        const auto hash = [](const std::string& investigation) {
            return runQuietly({"summary", investigation, "--json"}).document()["content_hash"];
        };
        QVERIFY(hash(file) == hash(alone));
        // Another system states again what was set aside: it counts, whenever that was imported.
        write("other system.csv", (head + row("D", "four")).c_str());
        QCOMPARE(runQuietly({"import", file, path("other system.csv")}).status, int{kDone});
        QCOMPARE(runQuietly({"import", alone, path("other system.csv")}).status, int{kDone});
        QVERIFY(hash(file) == hash(alone));
        // One newer source replaces one earlier source.
        QVERIFY(
            runQuietly({"versions", file, "--accept", "list 3.csv=list 1.csv", "--reason", "again"}).status != kDone);
        QCOMPARE(runQuietly({"verify", file}).status, int{kDone});
    }

private:
    std::string path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }
    void write(const char* name, const char* text) const
    {
        QFile file(QString::fromStdString(path(name)));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(text);
    }
    json only() const
    {
        const json all = runQuietly({"versions", m_file, "--json"}).document()["versions"];
        return all.size() == 1 ? all[0] : json("not one");
    }
    json summary() const { return runQuietly({"summary", m_file, "--json"}).document(); }

    QTemporaryDir m_folder;
    std::string m_file;
};

QTEST_MAIN(TestVersionsCommand)
#include "tst_versions_command.moc"
