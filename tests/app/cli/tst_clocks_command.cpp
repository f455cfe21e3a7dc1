// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// clocks: proposals, decisions and what they change, by command.

#include "tests/support/cli_run.h"

#include <nlohmann/json.hpp>

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace antecedent::cli;
using antecedent::testing::CliOutcome;
using antecedent::testing::runQuietly;
using nlohmann::json;

class TestClocksCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Twenty batches; the production system is 490 s behind the control system.
    void initTestCase()
    {
        m_file = path("plant.ante");
        QFile steps(QString::fromStdString(path("mes.csv")));
        QFile states(QString::fromStdString(path("dcs.csv")));
        QFile trend(QString::fromStdString(path("trend.csv")));
        QVERIFY(steps.open(QFile::WriteOnly) && states.open(QFile::WriteOnly) && trend.open(QFile::WriteOnly));
        steps.write("batch_id,level,name,asset_id,start,end\n");
        states.write("time,end,asset_id,category,code\n");
        QFile quality(QString::fromStdString(path("qms.csv")));
        QVERIFY(quality.open(QFile::WriteOnly));
        quality.write("deviation_id,occurred,asset_id,classification\nDEV-1,2026-03-15T12:00:00Z,R-1,trip\n");
        quality.close();
        trend.write("time,tag,value\n2026-03-01T08:00:00Z,R-1.TI,20\n2026-03-01T09:00:00Z,R-1.TI,21\n");
        const QDateTime first(QDate(2026, 3, 1), QTime(8, 0), QTimeZone::utc());
        const auto text = [](const QDateTime& t) { return t.toString(Qt::ISODate).toUtf8(); };
        for (int i = 0; i < 20; ++i) {
            const QDateTime start = first.addSecs(i * 86'400 + i * i * 97 % 5'000);
            const QDateTime end = start.addSecs(7'200 + i * 311 % 3'000);
            steps.write("B-" + QByteArray::number(i) + ",unit_procedure,Mixing,R-1," + text(start.addSecs(-490)) + ','
                + text(end.addSecs(-490)) + '\n');
            states.write(text(start) + ',' + text(end) + ",R-1,state,RUNNING\n");
        }
        steps.close();
        states.close();
        trend.close();
        QCOMPARE(runQuietly({"new", m_file, "--title", "Plant", "--site-zone", "UTC"}).status, int{kDone});
        QCOMPARE(
            runQuietly({"import", m_file, path("mes.csv"), path("dcs.csv"), path("trend.csv"), path("qms.csv")}).status,
            int{kDone});
    }

    void theDifferenceIsProposedWithItsAnchors()
    {
        const json one = only();
        QCOMPARE(one["source"].get<std::string>(), std::string("mes.csv"));
        QVERIFY(one["accepted"].is_null());
        const json& estimate = one["estimate"];
        QCOMPARE(estimate["finding"].get<std::string>(), std::string("differs"));
        QCOMPARE(estimate["offset_s"].get<double>(), -490.0);
        QVERIFY(estimate["low_s"] <= -490 && estimate["high_s"] >= -490);
        QCOMPARE(estimate["anchors"].get<int>(), 20);
        QCOMPARE(estimate["reference"].get<std::string>(), std::string("dcs.csv"));
        const CliOutcome listed = runQuietly({"clocks", m_file});
        QVERIFY2(QString::fromStdString(listed.out).contains(QStringLiteral("mes.csv: 490.0 s behind dcs.csv")),
            listed.out.c_str());
    }

    // What nobody believes is not offered again, until that is taken back.
    void anEstimateCanBeRefused()
    {
        const std::string before = runQuietly({"events", m_file, "--json"}).out;
        QCOMPARE(runQuietly({"clocks", m_file, "--refuse", "mes.csv", "--reason", "a procedure"}).status, int{kDone});
        QVERIFY(only()["refused"].get<bool>() && only()["accepted"].is_null());
        QVERIFY(runQuietly({"clocks", m_file}).out.find("[refused, as stated]") != std::string::npos);
        QVERIFY(runQuietly({"clocks", m_file, "--accept", "all", "--reason", "r"}).status != kDone);
        QCOMPARE(runQuietly({"events", m_file, "--json"}).out, before);
        QCOMPARE(
            runQuietly({"clocks", m_file, "--withdraw", "mes.csv", "--reason", "looked again"}).status, int{kDone});
        QVERIFY(!only()["refused"].get<bool>());
        QVERIFY(runQuietly({"clocks", m_file, "--refuse", "dcs.csv", "--reason", "r"}).status != kDone);
        QCOMPARE(runQuietly({"verify", m_file}).status, int{kDone});
    }

    void aDecisionNeedsAReasonAndASourceThatThereIs()
    {
        const CliOutcome silent = runQuietly({"clocks", m_file, "--accept", "all"});
        QVERIFY(silent.status != kDone);
        QVERIFY(QString::fromStdString(silent.err).contains(QStringLiteral("--reason")));
        for (const std::vector<std::string>& wish : std::vector<std::vector<std::string>>{{"--accept", "other.csv"},
                 {"--accept", "dcs.csv"}, {"--withdraw", "mes.csv"}, {"--set", "mes.csv"}, {"--set", "mes.csv=soon"},
                 {"--set", "mes.csv=5m,fast"}, {"--set", "trend.csv=5m"}, {"--set", "mes.csv/typo=5m"}}) {
            const CliOutcome refused = runQuietly({"clocks", m_file, wish[0], wish[1], "--reason", "try"});
            QVERIFY2(refused.status != kDone && !refused.err.empty(), wish[1].c_str());
        }
        QVERIFY(only()["accepted"].is_null());
    }

    void anAcceptedClockMovesTheStepsAndCanBeTakenBack()
    {
        const std::string stated = firstStep();
        const json summary = json::parse(runQuietly({"summary", m_file, "--json"}).out);
        QCOMPARE(
            runQuietly({"clocks", m_file, "--accept", "all", "--reason", "panel clock compared"}).status, int{kDone});
        QVERIFY2(stated.starts_with("2026-03-01T07:51:50"), stated.c_str());
        QVERIFY2(firstStep().starts_with("2026-03-01T08:00:00"), firstStep().c_str());
        const json accepted = only()["accepted"];
        QCOMPARE(accepted["offset_s"].get<double>(), -490.0);
        QVERIFY(QString::fromStdString(accepted["basis"].get<std::string>())
                    .startsWith(QStringLiteral("20 anchors in dcs.csv: batch_steps:end and state:RUNNING:end")));
        QVERIFY(json::parse(runQuietly({"summary", m_file, "--json"}).out)["content_hash"] == summary["content_hash"]);
        QCOMPARE(runQuietly({"verify", m_file}).status, int{kDone});
        const std::string report = path("report.pdf");
        const CliOutcome written =
            runQuietly({"report", m_file, "--failure", "DEV-1", "-o", report, "--html", path("report.html")});
        QVERIFY2(written.status == kDone, written.err.c_str());
        QFile html(QString::fromStdString(path("report.html")));
        QVERIFY(html.open(QFile::ReadOnly));
        QVERIFY(html.readAll().contains("moved by 490 s"));
        QCOMPARE(runQuietly({"verify", m_file}).status, int{kDone});
        QCOMPARE(runQuietly({"clocks", m_file, "--withdraw", "mes.csv", "--reason", "wrong panel"}).status, int{kDone});
        QCOMPARE(firstStep(), stated);
        QCOMPARE(runQuietly({"clocks", m_file, "--set", "mes.csv=-8m,0", "--reason", "as the supplier states"}).status,
            int{kDone});
        QVERIFY2(firstStep().starts_with("2026-03-01T07:59:50"), firstStep().c_str());
        QCOMPARE(runQuietly({"verify", m_file}).status, int{kDone}); // the report as it was then
        const std::string trail = runQuietly({"audit", m_file, "--json"}).out;
        for (const char* reason : {"panel clock compared", "wrong panel", "as the supplier states"})
            QVERIFY2(trail.find(reason) != std::string::npos, reason);
    }

private:
    std::string path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }
    json only() const
    {
        const json all = json::parse(runQuietly({"clocks", m_file, "--json"}).out)["clocks"];
        return all.size() == 1 ? all[0] : json("not one");
    }
    std::string firstStep() const
    {
        const json events = json::parse(runQuietly({"events", m_file, "--where", "category = step", "--json"}).out);
        return events["events"].empty() ? std::string() : events["events"][0]["time"].get<std::string>();
    }

    QTemporaryDir m_folder;
    std::string m_file;
};

QTEST_MAIN(TestClocksCommand)
#include "tst_clocks_command.moc"
