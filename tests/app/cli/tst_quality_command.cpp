// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// quality: from files to findings with their rows, by command.

#include "tests/support/cli_run.h"

#include <nlohmann/json.hpp>

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <cmath>

using namespace antecedent::cli;
using antecedent::testing::CliOutcome;
using antecedent::testing::runQuietly;
using nlohmann::json;

class TestQualityCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Twenty batches on one unit: the last two overlap by half an hour, the trend lacks an hour of the fifth, a row
    // comes twice, one ends before it starts, one lies in the far future.
    void initTestCase()
    {
        m_file = path("plant.ante");
        const QDateTime first(QDate(2026, 3, 1), QTime(8, 0), QTimeZone::utc());
        const auto text = [](const QDateTime& t) { return t.toString(Qt::ISODate).toUtf8(); };
        QByteArray steps = "batch_id,level,name,asset_id,start,end\n";
        QByteArray trend = "time,tag,value\n";
        for (int i = 0; i < 20; ++i) {
            const QDateTime start = first.addSecs(i * 14'400 + (i == 19 ? -9'000 : i * 17));
            steps += "B-" + QByteArray::number(i) + ",unit_procedure,Mixing,R-1," + text(start) + ','
                + text(start.addSecs(7'200)) + '\n';
            for (int s = 0; s < 7'200; s += 60)
                if (i != 5 || s < 1'800 || s >= 5'400)
                    trend += text(start.addSecs(s)) + ",R-1.TI," + QByteArray::number(20 + std::sin(s / 500.0) + s % 7)
                        + '\n';
        }
        steps += "B-20,unit_procedure,Mixing,R-2,2026-03-02T10:00:00Z,2026-03-02T09:00:00Z\n";
        steps += "B-20,unit_procedure,Mixing,R-2,2026-03-02T10:00:00Z,2026-03-02T09:00:00Z\n";
        steps += "B-21,unit_procedure,Mixing,R-2,2199-03-02T10:00:00Z,2199-03-02T11:00:00Z\n";
        write("mes.csv", steps);
        write("trend.csv", trend);
        QCOMPARE(runQuietly({"new", m_file, "--title", "Plant", "--site-zone", "UTC"}).status, int{kDone});
        QCOMPARE(runQuietly({"import", m_file, path("mes.csv"), path("trend.csv")}).status, int{kDone});
    }

    void everyKindHasItsRows()
    {
        const json document = run({}).document();
        QCOMPARE(document["sources"].size(), std::size_t{2});
        const json overlap = find(document, "mes.csv", "unit_overlap");
        QCOMPARE(overlap["count"].get<int>(), 1);
        QCOMPARE(overlap["weight"].get<std::string>(), std::string("serious"));
        QCOMPARE(overlap["worst"].get<double>(), 7'200.0 - (14'400.0 - 9'000 - 18 * 17));
        QCOMPARE(overlap["places"][0]["row"].get<int>(), 20);
        QCOMPARE(overlap["places"][0]["batch"].get<std::string>(), std::string("B-19"));
        QCOMPARE(overlap["places"][0]["other_batch"].get<std::string>(), std::string("B-18"));
        QCOMPARE(find(document, "mes.csv", "duplicate_rows")["places"][0]["row"].get<int>(), 22);
        QCOMPARE(find(document, "mes.csv", "end_before_start")["places"][0]["row"].get<int>(), 21);
        const json future = find(document, "mes.csv", "future_time");
        QCOMPARE(future["places"][0]["row"].get<int>(), 23);
        QCOMPARE(future["places"][0]["from"].get<std::string>(), std::string("2199-03-02T10:00:00.000000Z"));
        const json gap = find(document, "trend.csv", "gap");
        QCOMPARE(gap["count"].get<int>(), 1);
        QCOMPARE(gap["places"][0]["tag"].get<std::string>(), std::string("R-1.TI"));
        QCOMPARE(gap["worst"].get<double>(), 3'660.0);
        QVERIFY(gap["consequence"].get<std::string>().starts_with("Nothing is interpolated"));
    }

    void oneSourceCanBeAskedFor()
    {
        const json document = run({"--source", "trend.csv"}).document();
        QCOMPARE(document["sources"].size(), std::size_t{1});
        QCOMPARE(document["findings"].get<std::size_t>(), document["sources"][0]["findings"].size());
        QCOMPARE(runQuietly({"quality", m_file, "--source", "none.csv"}).status, int{kWrongUsage});
    }

    void equalInputGivesEqualBytes() { QCOMPARE(run({}).out, run({}).out); }

    void peopleGetLines()
    {
        const CliOutcome outcome = runQuietly({"quality", m_file});
        QCOMPARE(outcome.status, int{kDone});
        QVERIFY(outcome.out.starts_with(
            "mes.csv\n  serious  unit_overlap: 1 time an asset is in the steps of two batches"));
        QVERIFY(outcome.out.find("    - row 20 R-1 B-19 with B-18 2026-03-04T") != std::string::npos);
    }

private:
    std::string path(const char* name) const { return m_home.filePath(QString::fromUtf8(name)).toStdString(); }
    void write(const char* name, const QByteArray& content) const
    {
        QFile file(m_home.filePath(QString::fromUtf8(name)));
        QVERIFY(file.open(QFile::WriteOnly) && file.write(content) == content.size());
    }
    CliOutcome run(std::vector<std::string> more) const
    {
        more.insert(more.begin(), {"quality", m_file, "--json"});
        const CliOutcome outcome = runQuietly(more);
        if (outcome.status != kDone)
            qFatal("%s", outcome.err.c_str());
        return outcome;
    }
    static json find(const json& document, const std::string& source, const std::string& kind)
    {
        for (const json& each : document["sources"])
            for (const json& finding : each["findings"])
                if (each["source"] == source && finding["kind"] == kind)
                    return finding;
        return json::object();
    }

    QTemporaryDir m_home;
    std::string m_file;
};

QTEST_GUILESS_MAIN(TestQualityCommand)
#include "tst_quality_command.moc"
