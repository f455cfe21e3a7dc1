// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/cli_run.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace antecedent::cli;
using antecedent::testing::CliOutcome;
using antecedent::testing::runCli;

namespace {

bool writeText(const std::string& path, const std::string& text)
{
    return writeFile(path, text).has_value();
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void exitsWithTwoOnWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("word");
        QTest::newRow("no command") << QStringList{} << QStringLiteral("subcommand");
        QTest::newRow("unknown command") << QStringList{QStringLiteral("bogus")} << QStringLiteral("bogus");
        QTest::newRow("decision without a reason") << QStringList{QStringLiteral("aliases"), QStringLiteral("x.ante"),
            QStringLiteral("--confirm-safe")} << QStringLiteral("--reason");
        QTest::newRow("suggestions that nobody asked for") << QStringList{QStringLiteral("aliases"),
            QStringLiteral("x.ante"), QStringLiteral("--csv"), QStringLiteral("x.csv")}
                                                           << QStringLiteral("--suggest");
        QTest::newRow("missing title") << QStringList{QStringLiteral("new"), QStringLiteral("x.ante")}
                                       << QStringLiteral("--title");
        QTest::newRow("unknown option") << QStringList{QStringLiteral("summary"), QStringLiteral("x.ante"),
            QStringLiteral("--loud")} << QStringLiteral("--loud");
        QTest::newRow("value outside the list") << QStringList{QStringLiteral("import"), QStringLiteral("x.ante"),
            QStringLiteral("f.csv"), QStringLiteral("--date-order"), QStringLiteral("ydm")}
                                                << QStringLiteral("--date-order");
    }
    void exitsWithTwoOnWrongUsage()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, word);
        std::vector<std::string> words;
        for (const QString& argument : arguments)
            words.push_back(argument.toStdString());
        const CliOutcome result = runCli(words);
        QCOMPARE(result.status, static_cast<int>(kWrongUsage));
        QVERIFY(result.out.empty());
        QVERIFY2(QString::fromStdString(result.err).contains(word), result.err.c_str());
        QCOMPARE(std::count(result.err.begin(), result.err.end(), '\n'), 1);
    }

    void printsHelpAndVersionOnStdout()
    {
        for (const std::vector<std::string>& arguments :
            {std::vector<std::string>{"--help"}, {"import", "--help"}, {"--version"}}) {
            const CliOutcome result = runCli(arguments);
            QCOMPARE(result.status, static_cast<int>(kDone));
            QVERIFY(!result.out.empty());
            QVERIFY(result.err.empty());
        }
        QVERIFY(runCli({"--version"}).out.find("SQLite") != std::string::npos);
    }

    void refusesToOverwriteAnInvestigation()
    {
        const std::string file = path("twice.ante");
        QCOMPARE(runCli({"new", file, "--title", "One"}).status, static_cast<int>(kDone));
        const CliOutcome again = runCli({"new", file, "--title", "Two"});
        QCOMPARE(again.status, static_cast<int>(kFailed));
        QVERIFY(again.err.find("exists already") != std::string::npos);
        QVERIFY(runCli({"summary", file}).out.starts_with("One"));
    }

    void saysWhatIsWrongWithAForeignFile()
    {
        const std::string file = path("foreign.ante");
        QVERIFY(writeText(file, "not a database"));
        const CliOutcome opened = runCli({"summary", file});
        QCOMPARE(opened.status, static_cast<int>(kFailed));
        QVERIFY(opened.err.find("Not an investigation file") != std::string::npos);
        const CliOutcome verified = runCli({"verify", file});
        QCOMPARE(verified.status, static_cast<int>(kVerificationFailed));
        QCOMPARE(runCli({"summary", path("missing.ante")}).status, static_cast<int>(kFailed));
    }

    void importsAndReportsEachSourceInOneJsonDocument()
    {
        const std::string file = path("import.ante");
        QCOMPARE(
            runCli({"new", file, "--title", "Import", "--site-zone", "Europe/Berlin"}).status, static_cast<int>(kDone));
        const std::string source = path("events.csv");
        QVERIFY(writeText(source,
            "time,asset_id,category,code\n2026-03-01T10:00:00Z,R-1,alarm,TI_HIGH\n2026-03-01T10:00:00Z,R-1,alarm,TI_"
            "HIGH\n,R-1,alarm,TI_LOW\n"));
        const CliOutcome result = runCli({"import", file, source, "--json", "--quiet"});
        QCOMPARE(result.status, static_cast<int>(kDone));
        const nlohmann::json document = nlohmann::json::parse(result.out, nullptr, false);
        QVERIFY(document.is_object());
        const nlohmann::json& summary = document["sources"][0];
        QCOMPARE(summary["rows_read"].get<int>(), 3);
        QCOMPARE(summary["rows_stored"].get<int>(), 1);
        QCOMPARE(summary["rows_rejected"].get<int>(), 1);
        QCOMPARE(summary["rows_duplicate"].get<int>(), 1);
        QCOMPARE(summary["diagnostics"]["RequiredValueMissing"].get<int>(), 1);
        QCOMPARE(summary["diagnostics"]["DuplicateRow"].get<int>(), 1);
        QVERIFY(runCli({"import", file, source, "--json", "--quiet"}).out.find("\"already_imported\": true")
            != std::string::npos);
        const CliOutcome rejected = runCli({"diagnostics", file, "--json"});
        QVERIFY(rejected.out.find("\"line\": 4") != std::string::npos);
    }

    void countsUsageAndTellsWhatIsDueByUse()
    {
        const std::string file = path("usage.ante");
        const std::string steps = path("steps.csv");
        const std::string limits = path("by_use.csv");
        const std::string csv = path("usage.csv");
        QVERIFY(writeText(steps,
            "batch_id,level,name,asset_id,start,end\n"
            "B1,unit_procedure,Press,PRESS,2026-03-30T06:00:00Z,2026-03-30T12:00:00Z\n"
            "B2,unit_procedure,Press,PRESS,2026-04-01T06:00:00Z,2026-04-01T12:00:00Z\n"));
        QVERIFY(writeText(limits, "asset_id,since,unit,value,basis\nPRESS,maintenance,run_hours,9,SOP-4\n"));
        QCOMPARE(runCli({"new", file, "--title", "T", "--site-zone", "UTC"}).status, int(kDone));
        QCOMPARE(runCli({"import", file, steps, "--time-zone", "UTC"}).status, int(kDone));
        const CliOutcome shown = runCli({"usage", file, "--period", "month", "--thresholds", limits, "--json"});
        QCOMPARE(shown.status, int(kDone));
        const auto json = nlohmann::json::parse(shown.out);
        const auto& months = json.at("assets").at(0).at("periods");
        QCOMPARE(months.size(), std::size_t{2});
        QCOMPARE(months[0]["name"].get<std::string>(), std::string("2026-03"));
        QCOMPARE(months[0]["batches"].get<double>(), 1.0);
        QCOMPARE(months[1]["run_hours"].get<double>(), 6.0);
        QVERIFY(months[0]["cleaning_cycles"].is_null());
        const auto& trigger = json.at("triggers").at(0);
        QCOMPARE(trigger["state"].get<std::string>(), std::string("due"));
        QVERIFY(trigger["used_is_at_least"].get<bool>());
        QCOMPARE(trigger["passed"].get<std::string>(), std::string("2026-04-01T09:00:00Z"));
        QCOMPARE(runCli({"usage", file, "--csv", csv}).status, int(kDone));
        const auto written = readFile(csv);
        QVERIFY(written && written->find("PRESS,all,2026-03-30T06:00:00Z,") != std::string::npos);
        const CliOutcome wrong = runCli({"usage", file, "--thresholds", steps});
        QVERIFY(wrong.status != kDone && wrong.err.find("line 1") != std::string::npos);
    }

    void showsTheOriginalOfARowAndOfASource()
    {
        const std::string file = path("original.ante");
        const std::string source = path("odd.csv");
        const std::string bytes = "time,asset_id,category,code\r\n2026-03-21T10:00:00Z,R-1,alarm,\"A, B\"\r\n"
                                  "never,R-1,alarm,C\r\n";
        QVERIFY(writeText(source, bytes));
        QCOMPARE(runCli({"new", file, "--title", "T"}).status, static_cast<int>(kDone));
        QCOMPARE(runCli({"import", file, source, "--quiet"}).status, static_cast<int>(kDone));
        const CliOutcome stored = runCli({"original", file, "--source", "odd.csv", "--row", "1"});
        QCOMPARE(stored.status, static_cast<int>(kDone));
        QCOMPARE(stored.out, std::string("2026-03-21T10:00:00Z,R-1,alarm,\"A, B\"\n"));
        const CliOutcome rejected = runCli({"original", file, "--source", "1", "--row", "2", "--json"});
        const auto json = nlohmann::json::parse(rejected.out, nullptr, false);
        QCOMPARE(json["text"].get<std::string>(), std::string("never,R-1,alarm,C"));
        QCOMPARE(json["stored"].get<bool>(), false);
        const std::string copy = path("copy.csv");
        QCOMPARE(runCli({"original", file, "--source", "odd.csv", "-o", copy}).status, static_cast<int>(kDone));
        QCOMPARE(*readFile(copy), bytes);
        QCOMPARE(runCli({"original", file, "--source", "odd.csv", "--row", "3"}).status, static_cast<int>(kWrongUsage));
        QCOMPARE(runCli({"original", file, "--source", "x", "--row", "1"}).status, static_cast<int>(kWrongUsage));
        QCOMPARE(runCli({"original", file, "--source", "odd.csv"}).status, static_cast<int>(kWrongUsage));
    }

    void exitsWithFourWhenStrictAndARowIsRejected()
    {
        const std::string file = path("strict.ante");
        QCOMPARE(runCli({"new", file, "--title", "Strict"}).status, static_cast<int>(kDone));
        const std::string source = path("strict.csv");
        QVERIFY(writeText(
            source, "time,asset_id,category,code\n,R-1,alarm,TI_HIGH\n2026-03-01T10:00:00Z,R-1,alarm,TI_HIGH\n"));
        QCOMPARE(runCli({"import", file, source, "--strict", "--quiet"}).status, static_cast<int>(kRejectedRows));
    }

    void importsTheOthersWhenOneFileIsNotRecognised()
    {
        const std::string file = path("folder.ante");
        QCOMPARE(runCli({"new", file, "--title", "Folder"}).status, static_cast<int>(kDone));
        const std::string known = path("known.csv");
        const std::string unknown = path("unknown.csv");
        QVERIFY(writeText(known, "asset_id,parent_id,asset_class\nR-1,,unit\n"));
        QVERIFY(writeText(unknown, "alpha,beta\n1,2\n"));
        const CliOutcome result = runCli({"import", file, unknown, known, "--quiet"});
        QCOMPARE(result.status, static_cast<int>(kFailed));
        QVERIFY(result.err.find("unknown.csv") != std::string::npos);
        const nlohmann::json summary = nlohmann::json::parse(runCli({"summary", file, "--json"}).out, nullptr, false);
        QCOMPARE(summary["counts"]["assets"].get<int>(), 1);
    }

    void keepsOneFrozenPlanAndCountsExploratoryLooks()
    {
        const std::string file = path("plan.ante");
        QCOMPARE(runCli({"new", file, "--title", "Plan"}).status, static_cast<int>(kDone));
        const std::string source = path("deviations.csv");
        QVERIFY(
            writeText(source, "deviation_id,occurred,asset_id,classification\nD-1,2026-03-01T10:00:00Z,R-1,leak\n"));
        QCOMPARE(runCli({"import", file, source, "--quiet"}).status, static_cast<int>(kDone));
        const auto planOf = [](const CliOutcome& result) {
            return nlohmann::json::parse(result.out, nullptr, false)["plan"];
        };
        const nlohmann::json first = planOf(runCli({"assess", file, "--json", "--quiet"}));
        QCOMPARE(first["exploratory"].get<bool>(), false);
        const nlohmann::json other = planOf(runCli({"assess", file, "--before", "24h", "--json", "--quiet"}));
        QCOMPARE(other["exploratory"].get<bool>(), true);
        const nlohmann::json again = planOf(runCli({"assess", file, "--json", "--quiet"}));
        QCOMPARE(again["hash"].get<std::string>(), first["hash"].get<std::string>());
        QCOMPARE(again["exploratory"].get<bool>(), false);
        QCOMPARE(runCli({"plan", file, "--before", "24h", "--freeze"}).status, static_cast<int>(kWrongUsage));
        QVERIFY(runCli({"audit", file}).out.find("plan") != std::string::npos);
    }

    void recordsPhysicalEvidenceAsAMechanism()
    {
        const std::string file = path("pin.ante");
        makeJams(file, "pin");
        const std::vector<std::string> pin{"pin", file, "--failure", "D-1", "--candidate", "alarm:TORQUE @ R-1",
            "--record", "WO-7", "--reason", "Bearing found seized", "--actor", "A. Tester"};
        const CliOutcome made = runCli(with(pin, {"--json", "--quiet"}));
        QVERIFY2(made.status == kDone, made.err.c_str());
        const nlohmann::json kept = nlohmann::json::parse(made.out, nullptr, false);
        QCOMPARE(kept["id"].get<std::string>(), std::string("PIN-001"));
        QCOMPARE(kept["actor"].get<std::string>(), std::string("A. Tester"));
        QVERIFY(kept["records"][0]["words"].get<std::string>().find("work order WO-7 of R-1") != std::string::npos);

        const nlohmann::json found = assessment(file);
        QCOMPARE(found["asset_contribution"].get<std::string>(), std::string("supported"));
        QCOMPARE(found["verdict"].get<std::string>(), std::string("mechanism"));
        QCOMPARE(found["leading_asset"].get<std::string>(), std::string("R-1"));
        QCOMPARE(found["pins"][0]["reason"].get<std::string>(), std::string("Bearing found seized"));
        QCOMPARE(found["candidates"][0]["verdict"].get<std::string>(), std::string("mechanism"));

        const std::string audit = runCli({"audit", file, "--json"}).out;
        QVERIFY(audit.find("A. Tester") != std::string::npos);
        QVERIFY(audit.find("Bearing found seized") != std::string::npos);
        const nlohmann::json verified =
            nlohmann::json::parse(runCli({"verify", file, "--json", "--quiet"}).out, nullptr, false);
        QCOMPARE(verified["holds"].get<bool>(), true);
        QCOMPARE(verified["pins"].get<int>(), 1);

        // It is still there after another import, and goes with a reason only.
        const std::string more = path("pin_more.csv");
        QVERIFY(writeText(more, "time,asset_id,category,code\n2026-05-01T10:00:00Z,R-1,alarm,NOISE\n"));
        QCOMPARE(runCli({"import", file, more, "--quiet"}).status, static_cast<int>(kDone));
        QCOMPARE(assessment(file)["verdict"].get<std::string>(), std::string("mechanism"));
        QCOMPARE(runCli({"pin", file, "--remove", "PIN-001"}).status, static_cast<int>(kWrongUsage));
        QCOMPARE(runCli({"pin", file, "--remove", "PIN-001", "--reason", "other bearing", "--quiet"}).status,
            static_cast<int>(kDone));
        QVERIFY(assessment(file)["verdict"] != "mechanism");
        const nlohmann::json list =
            nlohmann::json::parse(runCli({"pin", file, "--list", "--json"}).out, nullptr, false);
        QCOMPARE(list["pins"].size(), std::size_t{1});
        QCOMPARE(list["pins"][0]["removed"].get<bool>(), true);
        QCOMPARE(list["pins"][0]["removal_reason"].get<std::string>(), std::string("other bearing"));
        QCOMPARE(
            runCli({"pin", file, "--remove", "PIN-001", "--reason", "again"}).status, static_cast<int>(kWrongUsage));
        QCOMPARE(runCli({"verify", file, "--quiet"}).status, static_cast<int>(kDone));
    }

    void refusesAPinThatNamesWhatIsNotThere_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::newRow("failure") << QStringLiteral("--failure") << QStringLiteral("D-99");
        QTest::newRow("candidate") << QStringLiteral("--candidate") << QStringLiteral("alarm:TORQUE @ R-2");
        QTest::newRow("record") << QStringLiteral("--record") << QStringLiteral("WO-99");
        QTest::newRow("reason") << QStringLiteral("--reason") << QStringLiteral(" ");
    }
    void refusesAPinThatNamesWhatIsNotThere()
    {
        QFETCH(const QString, option);
        QFETCH(const QString, value);
        const std::string file = path(("refused" + option.toStdString() + ".ante").c_str());
        makeJams(file, "refused" + option.toStdString());
        std::vector<std::string> words{"pin", file, "--quiet"};
        for (const auto& [name, usual] : {std::pair("--failure", "D-1"), std::pair("--candidate", "alarm:TORQUE @ R-1"),
                 std::pair("--record", "WO-7"), std::pair("--reason", "seized")})
            words.insert(words.end(), {name, option == QLatin1String(name) ? value.toStdString() : usual});
        const CliOutcome refused = runCli(words);
        QVERIFY(refused.status == kWrongUsage || refused.status == kFailed);
        QVERIFY(refused.out.empty());
        QCOMPARE(std::count(refused.err.begin(), refused.err.end(), '\n'), 1);
        const std::string named = option == QLatin1String("--reason") ? "--reason" : value.toStdString();
        QVERIFY2(refused.err.find(named) != std::string::npos, refused.err.c_str());
        QCOMPARE(runCli({"pin", file, "--list"}).out, std::string());
    }

    void refusesAPinOnAClosedCase()
    {
        const std::string file = path("closed.ante");
        makeJams(file, "closed");
        QCOMPARE(runCli({"assess", file, "--quiet"}).status, static_cast<int>(kDone));
        QCOMPARE(runCli({"case", file, "close", "CASE-001", "--reason", "done"}).status, static_cast<int>(kDone));
        const CliOutcome refused = runCli({"pin", file, "--case", "CASE-001", "--failure", "D-1", "--candidate",
            "alarm:TORQUE @ R-1", "--record", "WO-7", "--reason", "seized", "--quiet"});
        QVERIFY(refused.status != kDone);
        QVERIFY2(refused.err.find("closed") != std::string::npos, refused.err.c_str());
    }

private:
    // Two jams of a machine; an alarm comes before the first, a repair after it.
    void makeJams(const std::string& file, const std::string& name)
    {
        QCOMPARE(runCli({"new", file, "--title", name}).status, static_cast<int>(kDone));
        std::string events = "time,asset_id,category,code\n2026-03-20T20:00:00Z,R-1,alarm,TORQUE\n";
        for (int d = 1; d <= 28; ++d)
            events += "2026-03-" + std::string(d < 10 ? "0" : "") + std::to_string(d) + "T03:00:00Z,R-1,alarm,NOISE\n";
        const std::string sources[] = {
            path((name + "_e.csv").c_str()), path((name + "_d.csv").c_str()), path((name + "_w.csv").c_str())};
        QVERIFY(writeText(sources[0], events));
        QVERIFY(writeText(sources[1],
            "deviation_id,occurred,asset_id,classification\nD-1,2026-03-21T10:00:00Z,R-1,jam\n"
            "D-2,2026-03-10T10:00:00Z,R-1,jam\n"));
        QVERIFY(writeText(
            sources[2], "work_order_id,asset_id,type,failure_mode,reported\nWO-7,R-1,CM,SEI,2026-03-21T12:00:00Z\n"));
        QCOMPARE(
            runCli({"import", file, sources[0], sources[1], sources[2], "--quiet"}).status, static_cast<int>(kDone));
    }

    static nlohmann::json assessment(const std::string& file)
    {
        const nlohmann::json all = nlohmann::json::parse(
            runCli({"assess", file, "--failure", "D-1", "--json", "--quiet"}).out, nullptr, false);
        return all["assessments"][0];
    }

    static std::vector<std::string> with(std::vector<std::string> words, const std::vector<std::string>& more)
    {
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }

    std::string path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
