// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// inspect: a profile that looks values up in another list, and the import by it. The lists are written for this test.

#include "tests/support/cli_run.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace antecedent::cli;
using antecedent::testing::CliOutcome;
using antecedent::testing::runCli;
using antecedent::testing::runQuietly;

namespace {

constexpr const char* kStops = "Maschine;Beginn;Ende;Meldung\n"
                               "4711;03.02.2026 07:15;03.02.2026 07:40;STAU\n"
                               "4712;13.02.2026 08:20;13.02.2026 08:30;TUER\n"
                               "4799;14.02.2026 09:30;14.02.2026 09:31;STAU\n"
                               "4711;15.02.2026 07:15;15.02.2026 07:40;STAU\n";
constexpr const char* kMaster = "Inventarnummer;Technischer Platz;Standort\n"
                                "4711;PLT1-TAB-420;A\n4712;PLT1-COA-430;B\n4713;PLT1-BLE-410;B\n";

} // namespace

class TestInspectCommand : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::string path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }
    std::string contentOf(const char* name) const
    {
        const auto bytes = readFile(path(name));
        return bytes ? *bytes : std::string();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(writeFile(path("stops.csv"), kStops).has_value());
        QVERIFY(writeFile(path("machines.csv"), kMaster).has_value());
    }

    void aMachineMasterIsLookedUp()
    {
        const CliOutcome made =
            runCli({"inspect", path("stops.csv"), "--table", "events", "--profile-out", path("stops.profile"), "--join",
                path("machines.csv"), "--take", "Technischer Platz=asset_id", "--take", "Standort=events.text"});
        QCOMPARE(made.status, int{kDone});
        QVERIFY2(made.err.find("machines.csv: 2 of 3 texts of 'Maschine' in the first rows stand in its column "
                               "'Inventarnummer'")
                != std::string::npos,
            made.err.c_str());
        QVERIFY(made.err.find("Standort -> events.text") != std::string::npos);
        const std::string file = path("stops.ante");
        QCOMPARE(runQuietly({"new", file, "--title", "Stops", "--site-zone", "Europe/Vienna"}).status, int{kDone});
        const CliOutcome imported = runQuietly({"import", file, path("stops.csv"), "--profile", path("stops.profile"),
            "--time-zone", "Europe/Vienna", "--json"});
        QCOMPARE(imported.status, int{kDone});
        const CliOutcome out = runQuietly({"export", file, "--format", "canonical", "-o", path("tables")});
        QCOMPARE(out.status, int{kDone});
        const std::string events = contentOf("tables/events.csv");
        QVERIFY2(events.find("PLT1-TAB-420") != std::string::npos, events.c_str());
        QVERIFY(events.find("PLT1-COA-430") != std::string::npos);
        QVERIFY(events.find("4799") != std::string::npos); // what the master lacks stays as it is
        QVERIFY(events.find("PLT1-TAB-420,") != std::string::npos);
    }

    void theKeyCanBeNamedAndAProfileGoneOnWith()
    {
        const CliOutcome again = runQuietly(
            {"inspect", path("stops.csv"), "--profile", path("stops.profile"), "--profile-out", path("more.profile"),
                "--join", path("machines.csv"), "--on", "Maschine=Inventarnummer", "--take", "Standort=severity"});
        QCOMPARE(again.status, int{kDone});
        const std::string text = contentOf("more.profile");
        QVERIFY2(text.find("severity = {Maschine|lookup:machines-standort-2}") != std::string::npos, text.c_str());
        QVERIFY(text.find("asset_id = {Maschine|lookup:machines-technischer-platz}") != std::string::npos);
    }

    void whatCantBeLookedUpIsSaid_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("said");
        QTest::newRow("no profile") << QStringList{"--join", "machines.csv"} << "--profile-out";
        QTest::newRow("a key of no list")
            << QStringList{"--profile-out", "p", "--on", "Maschine=Inventarnummer"} << "--join";
        QTest::newRow("columns of no list") << QStringList{"--profile-out", "p", "--take", "Standort=text"} << "--join";
        QTest::newRow("no list") << QStringList{"--join", "none.csv", "--profile-out", "p"} << "none.csv";
        QTest::newRow("no column") << QStringList{"--join", "machines.csv", "--profile-out", "p", "--take",
            "X=asset_id"} << "machines.csv has no column 'X'";
        QTest::newRow("no target") << QStringList{"--join", "machines.csv", "--profile-out", "p", "--take",
            "Standort=place"} << "no table with a column 'place'";
        QTest::newRow("a time") << QStringList{"--join", "machines.csv", "--profile-out", "p", "--take",
            "Standort=time"} << "'time' can't be looked up";
        QTest::newRow("twice") << QStringList{"--join", "machines.csv", "--profile-out", "p", "--take", "Standort=text",
            "--take", "Technischer Platz=text"}
                               << "'text' is taken twice";
        QTest::newRow("no pair") << QStringList{"--join", "machines.csv", "--profile-out", "p", "--on", "Maschine"}
                                 << "'Maschine' is not COLUMN=COLUMN";
        QTest::newRow("no key") << QStringList{"--join", "stops.profile", "--profile-out", "p"}
                                << "has the texts of one in stops.csv";
    }
    void whatCantBeLookedUpIsSaid()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, said);
        std::vector<std::string> arguments{"inspect", path("stops.csv"), "--table", "events"};
        for (const QString& option : options)
            arguments.push_back(option.contains(QLatin1Char('.')) && !option.contains(QLatin1Char('='))
                    ? path(option.toUtf8().constData())
                    : option.toStdString());
        if (options.contains(QStringLiteral("p")))
            arguments[static_cast<std::size_t>(4 + options.indexOf(QStringLiteral("p")))] = path("p.profile");
        const CliOutcome told = runQuietly(arguments);
        QVERIFY(told.status != int{kDone});
        QVERIFY2(told.err.find(said.toStdString()) != std::string::npos, told.err.c_str());
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("p.profile"))));
    }
};

QTEST_APPLESS_MAIN(TestInspectCommand)
#include "tst_inspect_command.moc"
