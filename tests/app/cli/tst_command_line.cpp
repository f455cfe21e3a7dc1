// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace antecedent::cli;

namespace {

struct Outcome
{
    int status = -1;
    std::string out;
    std::string err;
};

std::string contentOf(std::FILE* file)
{
    std::string text;
    std::rewind(file);
    for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file))
        text += static_cast<char>(c);
    std::fclose(file);
    return text;
}

Outcome runCli(const std::vector<std::string>& arguments)
{
    std::FILE* out = std::tmpfile();
    std::FILE* err = std::tmpfile();
    Outcome result;
    result.status = run(arguments, out, err);
    result.out = contentOf(out);
    result.err = contentOf(err);
    return result;
}

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
        QTest::newRow("command of a later version")
            << QStringList{QStringLiteral("clocks")} << QStringLiteral("Not available");
        QTest::newRow("option of a later version") << QStringList{QStringLiteral("aliases"), QStringLiteral("x.ante"),
            QStringLiteral("--suggest")} << QStringLiteral("Not available");
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
        const Outcome result = runCli(words);
        QCOMPARE(result.status, static_cast<int>(kWrongUsage));
        QVERIFY(result.out.empty());
        QVERIFY2(QString::fromStdString(result.err).contains(word), result.err.c_str());
        QCOMPARE(std::count(result.err.begin(), result.err.end(), '\n'), 1);
    }

    void printsHelpAndVersionOnStdout()
    {
        for (const std::vector<std::string>& arguments :
            {std::vector<std::string>{"--help"}, {"import", "--help"}, {"--version"}}) {
            const Outcome result = runCli(arguments);
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
        const Outcome again = runCli({"new", file, "--title", "Two"});
        QCOMPARE(again.status, static_cast<int>(kFailed));
        QVERIFY(again.err.find("exists already") != std::string::npos);
        QVERIFY(runCli({"summary", file}).out.starts_with("One"));
    }

    void saysWhatIsWrongWithAForeignFile()
    {
        const std::string file = path("foreign.ante");
        QVERIFY(writeText(file, "not a database"));
        const Outcome opened = runCli({"summary", file});
        QCOMPARE(opened.status, static_cast<int>(kFailed));
        QVERIFY(opened.err.find("Not an investigation file") != std::string::npos);
        const Outcome verified = runCli({"verify", file});
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
        const Outcome result = runCli({"import", file, source, "--json", "--quiet"});
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
        const Outcome rejected = runCli({"diagnostics", file, "--json"});
        QVERIFY(rejected.out.find("\"line\": 4") != std::string::npos);
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
        const Outcome result = runCli({"import", file, unknown, known, "--quiet"});
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
        const auto planOf = [](const Outcome& result) {
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

private:
    std::string path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
