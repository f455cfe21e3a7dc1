// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// profile: the golden profile of the sample by command.

#include "tests/support/cli_run.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

using namespace antecedent::cli;
using antecedent::testing::CliOutcome;
using antecedent::testing::runQuietly;
using nlohmann::json;

class TestProfileCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_file = m_folder.filePath(QStringLiteral("sample.ante")).toStdString();
        QCOMPARE(
            runQuietly({"new", m_file, "--title", "Tablet line 3", "--site-zone", "Europe/Vienna"}).status, int{kDone});
        QCOMPARE(runQuietly({"import", m_file, std::string(ANTECEDENT_SOURCE_DIR) + "/resources/sample", "--time-zone",
                                "Europe/Vienna"})
                     .status,
            int{kDone});
    }

    void theTorqueOfTheFeederLeadsAndTheStopIsAFinding()
    {
        const CliOutcome told = runQuietly({"profile", m_file, "--failure", "DEV-26-007", "--json"});
        QCOMPARE(told.status, int{kDone});
        const json document = json::parse(told.out);
        QCOMPARE(document["batch"], json("K26057"));
        QCOMPARE(document["steps"][0]["name"], json("Compression"));
        QCOMPARE(document["good_batches"], json(12));
        QCOMPARE(document["batches"][0]["role"], json("case"));
        QCOMPARE(document["phases"][0]["finding"], json("longer"));
        const json& first = document["signals"][0];
        QCOMPARE(first["tag"], json("TQ420"));
        QCOMPARE(first["rank"], json(1));
        QVERIFY(first["outside"].get<double>() > 0.5);
        QCOMPARE(first["high_limit"], json(4.5));
        // The same again: byte for byte.
        QCOMPARE(runQuietly({"profile", m_file, "--failure", "DEV-26-007", "--json"}).out, told.out);
        const CliOutcome words = runQuietly({"profile", m_file, "--failure", "DEV-26-007"});
        QVERIFY(words.out.find("K26057 against 12 good batches: K26037") != std::string::npos);
        QVERIFY(words.out.find("K26045: failed in the same class") != std::string::npos);
        QVERIFY(words.out.find("K26001: enough nearer ones") != std::string::npos);
        QVERIFY(words.out.find("longer than in any good batch, 1.9 times the median") != std::string::npos);
        QVERIFY(words.out.find("1  TQ420 feeder torque, N.m: distance") != std::string::npos);
    }

    void batchesAreTakenInAndOutAndStepsChosen()
    {
        const json few = json::parse(
            runQuietly({"profile", m_file, "--failure", "DEV-26-007", "--against", "3", "--out", "K26055", "--json"})
                .out);
        QCOMPARE(few["good_batches"], json(2));
        QCOMPARE(few["good_batches_needed"], json(1));
        QCOMPARE(few["signals"][0]["state"], json("few_good"));
        const json more = json::parse(
            runQuietly({"profile", m_file, "--failure", "DEV-26-007", "--against", "3", "--in", "K26001", "--json"})
                .out);
        QCOMPARE(more["good_batches"], json(4));
        const json all = json::parse(runQuietly({"profile", m_file, "--batch", "K26057", "--json"}).out);
        QVERIFY(all["steps"].size() > 4);
        const json drying = json::parse(
            runQuietly({"profile", m_file, "--batch", "K26057", "--step", "Drying", "--align", "step-start", "--json"})
                .out);
        QCOMPARE(drying["signals"][0]["tag"], json("TI320"));
        QCOMPARE(drying["align"], json("step-start"));
    }

    void whatCannotBeAskedIsRefused()
    {
        QCOMPARE(runQuietly({"profile", m_file}).status, int{kWrongUsage});
        QCOMPARE(runQuietly({"profile", m_file, "--batch", "NONE"}).status, int{kFailed});
        QCOMPARE(runQuietly({"profile", m_file, "--failure", "NONE"}).status, int{kFailed});
        QCOMPARE(runQuietly({"profile", m_file, "--batch", "K26057", "--align", "sideways"}).status, int{kWrongUsage});
        const CliOutcome step = runQuietly({"profile", m_file, "--batch", "K26057", "--step", "Baking"});
        QVERIFY(step.status != int{kDone});
        QVERIFY(step.err.find("no such step; it has") != std::string::npos);
    }

private:
    QTemporaryDir m_folder;
    std::string m_file;
};

QTEST_GUILESS_MAIN(TestProfileCommand)
#include "tst_profile_command.moc"
