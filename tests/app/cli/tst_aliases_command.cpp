// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// aliases: suggestions, and decisions about them. The plant is written for this test.

#include "tests/support/cli_run.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

using namespace antecedent::cli;
using antecedent::testing::CliOutcome;
using antecedent::testing::runQuietly;
using nlohmann::json;

namespace {

constexpr const char* kAssets = "asset_id,parent_id,asset_class,description,cmms_id,historian_prefix\n"
                                "B-11,,bioreactor,Fermenter 11,10-B11,B11\nB-11-MX,B-11,mixer,Top mixer of B-11,,\n"
                                "B-12,,bioreactor,Fermenter 12,10-B12,B12\nB-12-MX,B-12,mixer,Top mixer of B-12,,\n";
constexpr const char* kOrders = "work_order_id,asset_id,type,reported,text\n"
                                "1,E-4711,CM,2026-01-05T08:00:00Z,Top mixer of B-11: seal\n"
                                "2,E-4711,PM,2026-01-25T08:00:00Z,Inspection of top mixer of B-11\n"
                                "3,B_12_MX,PM,2026-01-25T08:00:00Z,\n4,X-1,PM,2026-01-25T08:00:00Z,\n"
                                "5,B-12/Mixr,PM,2026-01-25T08:00:00Z,\n";
constexpr const char* kTags = "tag,asset_id,parameter,unit\nB11.X01.PV,B-11-MX,torque,%\nB12.X01.PV,,torque,%\n";

constexpr const char* kInstruments = "tag,asset_id,parameter,unit\nB11.TI1,B-11,temperature,degC\nB12.TI1,B-12,,degC\n";

} // namespace

class TestAliasesCommand : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string m_file;

    std::string path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }

    json suggestions(const char* kind = nullptr) const
    {
        std::vector<std::string> call{"aliases", m_file, "--suggest", "--json"};
        if (kind)
            call.insert(call.end(), {"--kind", kind});
        const CliOutcome told = runQuietly(call);
        return told.status == kDone ? json::parse(told.out)["proposals"] : json();
    }
    json suggestion(const char* name) const
    {
        for (const json& proposal : suggestions())
            if (proposal["name"] == name)
                return proposal;
        return {};
    }
    CliOutcome apply(const char* csv) const
    {
        if (!writeFile(path("apply.csv"), csv).has_value())
            return {};
        return runQuietly({"aliases", m_file, "--apply", path("apply.csv"), "--json"});
    }

private Q_SLOTS:
    void init()
    {
        m_file = path("plant.ante");
        std::remove(m_file.c_str());
        QVERIFY(writeFile(path("assets.csv"), kAssets).has_value());
        QVERIFY(writeFile(path("work_orders.csv"), kOrders).has_value());
        QVERIFY(writeFile(path("tags.csv"), kTags).has_value());
        QCOMPARE(runQuietly({"new", m_file, "--title", "Plant"}).status, int{kDone});
        QCOMPARE(runQuietly({"import", m_file, path("assets.csv"), path("work_orders.csv"), path("tags.csv")}).status,
            int{kDone});
    }

    void suggestsWithScoresAndReasons()
    {
        const json legacy = suggestion("E-4711");
        QCOMPARE(legacy["candidates"][0]["asset"], json("B-11-MX"));
        QCOMPARE(legacy["candidates"][0]["reasons"][0], json("2 records quote its description"));
        QCOMPARE(legacy["state"], json("open"));
        QCOMPARE(legacy["safe"], json(true));
        QCOMPARE(legacy["records"], json(2));
        QCOMPARE(suggestion("B_12_MX")["state"], json("read"));
        QCOMPARE(suggestion("10-B11")["state"], json("stated")); // by the list of assets
        QVERIFY(suggestion("X-1").is_null());
        QCOMPARE(suggestion("B12.X01.PV")["kind"], json("tag"));
        QCOMPARE(suggestion("B12.X01.PV")["candidates"][0]["asset"], json("B-12-MX"));
        QCOMPARE(suggestion("B11.X01.PV")["state"], json("stated"));
        QCOMPARE(suggestion("B-12/Mixr")["safe"], json(false));
        const CliOutcome words = runQuietly({"aliases", m_file, "--suggest"});
        QVERIFY(words.out.find("E-4711  (asset, open, safe to confirm)") != std::string::npos);
        QCOMPARE(runQuietly({"aliases", m_file, "--suggest"}).out, words.out);
        QCOMPARE(runQuietly({"aliases", m_file}).out, std::string()); // nothing is merged
    }

    void confirmsWhatIsSafeAndTakesItBack()
    {
        QCOMPARE(runQuietly({"aliases", m_file, "--confirm-safe"}).status, int{kWrongUsage});
        const CliOutcome done =
            runQuietly({"aliases", m_file, "--confirm-safe", "--reason", "checked the list", "--json"});
        QCOMPARE(done.status, int{kDone});
        const json aliases = json::parse(done.out)["aliases"];
        QCOMPARE(aliases.size(), std::size_t{3}); // B12.X01.PV, B_12_MX, E-4711
        QCOMPARE(suggestion("E-4711")["state"], json("confirmed"));
        QCOMPARE(suggestion("B12.X01.PV")["state"], json("confirmed"));
        QCOMPARE(suggestion("B-12/Mixr")["state"], json("open"));
        const CliOutcome audit = runQuietly({"audit", m_file, "--json"});
        QVERIFY(audit.out.find("checked the list") != std::string::npos);
        QVERIFY(audit.out.find("confirmed") != std::string::npos);

        QCOMPARE(runQuietly({"aliases", m_file, "--withdraw", "NONE", "--reason", "r"}).status, int{kWrongUsage});
        QCOMPARE(runQuietly({"aliases", m_file, "--withdraw", "E-4711", "--reason", "other pump"}).status, int{kDone});
        QCOMPARE(suggestion("E-4711")["state"], json("open"));
        QCOMPARE(runQuietly({"aliases", m_file, "--withdraw", "E-4711", "--reason", "again"}).status, int{kWrongUsage});
        QCOMPARE(runQuietly({"verify", m_file}).status, int{kDone});
    }

    void refusesANameForGood()
    {
        QCOMPARE(runQuietly({"aliases", m_file, "--refuse", "NONE", "--reason", "r"}).status, int{kWrongUsage});
        QCOMPARE(
            runQuietly({"aliases", m_file, "--refuse", "B_12_MX", "--reason", "another mixer"}).status, int{kDone});
        QVERIFY(suggestion("B_12_MX").is_null());
        QVERIFY(runQuietly({"aliases", m_file}).out.find("B_12_MX is an asset of its own") != std::string::npos);
        QCOMPARE(runQuietly({"aliases", m_file, "--withdraw", "B_12_MX", "--reason", "it is not"}).status, int{kDone});
        QCOMPARE(suggestion("B_12_MX")["state"], json("read"));
    }

    void appliesWhatItWrote()
    {
        QCOMPARE(runQuietly({"aliases", m_file, "--suggest", "--csv", path("names.csv")}).status, int{kDone});
        const std::string csv = readFile(path("names.csv")).value();
        QVERIFY(csv.starts_with("name,asset_id,confirm,score,reason,kind,state,records,from,to,other_candidates"));
        const CliOutcome done = runQuietly({"aliases", m_file, "--apply", path("names.csv"), "--json"});
        QCOMPARE(json::parse(done.out)["aliases"].size(), std::size_t{3}); // those marked yes
        QCOMPARE(suggestion("B-12/Mixr")["state"], json("open"));
    }

    void appliesDates()
    {
        const CliOutcome done = apply("name,asset_id,from,to\nX-1,B-11-MX,,2026-01-20\nX-1,B-12-MX,2026-01-20,\n");
        QCOMPARE(done.status, int{kDone});
        const json alias = json::parse(done.out)["aliases"][0];
        QCOMPARE(alias["asset"], json());
        QCOMPARE(alias["periods"][0]["to"], json("2026-01-20T00:00:00Z"));
        QCOMPARE(alias["periods"][1]["asset"], json("B-12-MX"));
        QVERIFY(
            runQuietly({"aliases", m_file}).out.find("X-1 = B-12-MX from 2026-01-20T00:00:00Z") != std::string::npos);
    }

    void refusesRowsThatMakeNoSense_data()
    {
        QTest::addColumn<QString>("csv");
        QTest::addColumn<QString>("word");
        QTest::newRow("no columns") << "a,b\n1,2\n"
                                    << "name and asset_id";
        QTest::newRow("twice") << "name,asset_id\nX-1,B-11\nX-1,B-12\n"
                               << "stands there twice";
        QTest::newRow("an asset of the list") << "name,asset_id\nB-11,B-12\n"
                                              << "of the list itself";
        QTest::newRow("itself") << "name,asset_id\nX-1,X-1\n"
                                << "name of itself";
        QTest::newRow("no date") << "name,asset_id,from\nX-1,B-11,soon\n"
                                 << "row 1, from";
        QTest::newRow("overlap") << "name,asset_id,from,to\nX-1,B-11,,2026-02-01\nX-1,B-12,2026-01-01,\n"
                                 << "overlap";
        QTest::newRow("no kind") << "name,asset_id,kind\nX-1,B-11,pump\n"
                                 << "'pump' is no kind";
        QTest::newRow("confirmed without asset") << "name,asset_id,kind,confirm\nE-4711,B-11,,yes\nX-1,,asset,yes\n"
                                                 << "row 2: 'X-1' is to be confirmed, and asset_id is empty";
        QTest::newRow("confirmed without parameter")
            << "name,asset_id,kind,parameter,confirm\nB12.X01.PV,B-12-MX,Parameter,,x\n"
            << "and parameter is empty";
        QTest::newRow("confirmed without either") << "name,asset_id,parameter,confirm\nX-1,,,yes\n"
                                                  << "and asset_id and parameter are empty";
        QTest::newRow("row of another length") << "name,asset_id\nX-1\n"
                                               << "apply.csv";
    }
    void refusesRowsThatMakeNoSense()
    {
        QFETCH(const QString, csv);
        QFETCH(const QString, word);
        const CliOutcome done = apply(csv.toUtf8().constData());
        QVERIFY(done.status == kWrongUsage || done.status == kFailed);
        QVERIFY2(done.err.find(word.toStdString()) != std::string::npos, done.err.c_str());
        QCOMPARE(runQuietly({"aliases", m_file}).out, std::string()); // all or none
    }

    // One call is one decision: of several options none counts if one can't be.
    void decidesAllOptionsOrNone()
    {
        QVERIFY(writeFile(path("apply.csv"), "name,asset_id\nE-4711,B-12-MX\n").has_value());
        const auto call = [&](std::vector<std::string> more) {
            std::vector<std::string> all{
                "aliases", m_file, "--apply", path("apply.csv"), "--confirm-safe", "--reason", "checked", "--json"};
            all.insert(all.end(), more.begin(), more.end());
            return runQuietly(all);
        };
        const CliOutcome wrong = call({"--refuse", "X-1", "--withdraw", "NONE"});
        QCOMPARE(wrong.status, int{kWrongUsage});
        QVERIFY2(wrong.err.find("'NONE'") != std::string::npos, wrong.err.c_str());
        QCOMPARE(call({"--refuse", "E-4711"}).status, int{kWrongUsage}); // and it is confirmed
        QCOMPARE(runQuietly({"aliases", m_file}).out, std::string());

        const CliOutcome done = call({"--refuse", "B_12_MX"});
        QCOMPARE(done.status, int{kDone});
        std::string decided;
        const json aliases = done.document()["aliases"];
        for (const json& alias : aliases)
            decided += alias["name"].get<std::string>() + " " + alias["state"].get<std::string>() + " "
                + alias["asset"].dump() + "\n";
        QCOMPARE(decided,
            std::string("B12.X01.PV confirmed \"B-12-MX\"\nB_12_MX refused null\nE-4711 confirmed \"B-12-MX\"\n"));
    }

    void confirmSafeLeavesDecisionsAlone()
    {
        QCOMPARE(
            apply("name,asset_id,to\nE-4711,B-12-MX,2026-01-20\nB12.X01.PV,B-99,\nB_12_MX,B-99,\n").status, int{kDone});
        const std::string before = runQuietly({"aliases", m_file, "--json"}).out;
        QCOMPARE(suggestion("E-4711")["state"], json("confirmed"));
        QCOMPARE(suggestion("B_12_MX")["candidates"], json::array());
        QCOMPARE(runQuietly({"aliases", m_file, "--confirm-safe", "--reason", "r", "--json"}).out, before);
    }

    void suggestsAndDecidesWhatTagsMeasure()
    {
        QVERIFY(writeFile(path("more.csv"), kInstruments).has_value());
        QCOMPARE(runQuietly({"import", m_file, path("more.csv"), "--as", "canonical:tags"}).status, int{kDone});
        const auto of = [&](const char* tag) {
            for (const json& proposal : suggestions("parameter"))
                if (proposal["name"] == tag)
                    return proposal;
            return json();
        };
        QCOMPARE(of("B12.TI1")["kind"], json("parameter"));
        QCOMPARE(of("B12.TI1")["state"], json("open"));
        QCOMPARE(of("B12.TI1")["safe"], json(true));
        QCOMPARE(of("B12.TI1")["candidates"][0]["parameter"], json("temperature"));
        QCOMPARE(of("B12.TI1")["candidates"][0]["asset"], json());
        QCOMPARE(of("B11.TI1")["state"], json("stated"));
        const CliOutcome words = runQuietly({"aliases", m_file, "--suggest", "--kind", "parameter"});
        QVERIFY(words.out.find("B12.TI1  (parameter, open, safe to confirm)") != std::string::npos);
        QVERIFY(words.out.find("E-4711") == std::string::npos);

        const CliOutcome done =
            runQuietly({"aliases", m_file, "--confirm-safe", "--kind", "parameter", "--reason", "looked", "--json"});
        QCOMPARE(done.status, int{kDone});
        QCOMPARE(done.document()["aliases"], json::array());
        QCOMPARE(done.document()["parameters"].dump(),
            std::string(R"([{"name":"B12.TI1","parameter":"temperature","state":"confirmed"}])"));
        QCOMPARE(of("B12.TI1")["state"], json("confirmed"));
        QCOMPARE(runQuietly({"aliases", m_file}).out, std::string("B12.TI1 measures temperature\n"));
        // Without the kind it is another question.
        QCOMPARE(runQuietly({"aliases", m_file, "--withdraw", "B12.TI1", "--reason", "r"}).status, int{kWrongUsage});
        const auto ofParameter = [&](const char* act) {
            return runQuietly({"aliases", m_file, act, "B12.TI1", "--kind", "parameter", "--reason", "r"}).status;
        };
        QCOMPARE(ofParameter("--withdraw"), int{kDone});
        QCOMPARE(of("B12.TI1")["state"], json("open"));
        QCOMPARE(of("B12.TI1")["safe"], json(false));
        QCOMPARE(ofParameter("--refuse"), int{kDone});
        QVERIFY(of("B12.TI1").is_null());
        QCOMPARE(runQuietly({"aliases", m_file, "--suggest", "--kind", "unit"}).status, int{kWrongUsage});
        QCOMPARE(runQuietly({"verify", m_file}).status, int{kDone});
    }

    void appliesBothKindsFromOneTable()
    {
        QVERIFY(writeFile(path("more.csv"), kInstruments).has_value());
        QCOMPARE(runQuietly({"import", m_file, path("more.csv"), "--as", "canonical:tags"}).status, int{kDone});
        QCOMPARE(runQuietly({"aliases", m_file, "--suggest", "--csv", path("names.csv")}).status, int{kDone});
        const CliOutcome done = runQuietly({"aliases", m_file, "--apply", path("names.csv"), "--json"});
        QCOMPARE(done.status, int{kDone});
        QCOMPARE(done.document()["parameters"].size(), std::size_t{1});
        QVERIFY(done.document()["aliases"].size() > 2);
        // Tables of the one question alone.
        QCOMPARE(apply("name,parameter\nB12.TI1,jacket temperature\n").document()["parameters"][0]["parameter"],
            json("jacket temperature"));
        for (const char* wrong : {"name,parameter\nB11.TI1,speed\n", "name,parameter\nB12.TI1,a\nB12.TI1,b\n",
                 "name,parameter,from\nB12.TI1,a,2026-01-01\n", "name,asset_id,kind,parameter\nB11.TI1,,parameter,x\n"})
            QCOMPARE(apply(wrong).status, int{kWrongUsage});
    }

    // Without a kind a row is about what is filled in, of both where both are.
    void aRowWithoutKindSaysWhatIsFilled()
    {
        QVERIFY(writeFile(path("more.csv"), kInstruments).has_value());
        QCOMPARE(runQuietly({"import", m_file, path("more.csv"), "--as", "canonical:tags"}).status, int{kDone});
        const json both =
            apply("name,asset_id,kind,parameter\nB12.TI1,B-12,,temperature\nX-1,B-11,Asset,ignored\n").document();
        QCOMPARE(both["aliases"].size(), std::size_t{2});
        QCOMPARE(both["parameters"].dump(),
            std::string(R"([{"name":"B12.TI1","parameter":"temperature","state":"confirmed"}])"));
        const json one = apply("name,asset_id,kind,parameter\nB12.TI1,B-11,PARAMETER,pressure\n").document();
        QCOMPARE(one["parameters"][0]["parameter"], json("pressure"));
        QCOMPARE(one["aliases"], both["aliases"]);
        // What nobody marked is left alone, finished or not.
        QCOMPARE(apply("name,asset_id,kind,confirm\nX-1,,asset,\nX-1,B-12,pump,no\n").document()["aliases"],
            both["aliases"]);
    }

    void refusesDatesOfTags()
    {
        const CliOutcome done = apply("name,asset_id,from,to\nX-1,B-11,,\nB12.X01.PV,B-12-MX,2026-01-20,\n");
        QCOMPARE(done.status, int{kWrongUsage});
        QVERIFY2(done.err.find("'B12.X01.PV'") != std::string::npos, done.err.c_str());
        QVERIFY2(done.err.find("is a tag") != std::string::npos, done.err.c_str());
        QCOMPARE(runQuietly({"aliases", m_file}).out, std::string());
    }

    void keepsNamesOfAssetsThatComeLater()
    {
        QCOMPARE(apply("name,asset_id\nX-1,B-99\n").status, int{kDone});
        QVERIFY(writeFile(path("more.csv"), "asset_id,asset_class\nB-99,mixer\n").has_value());
        QCOMPARE(runQuietly({"import", m_file, path("more.csv"), "--as", "canonical:assets"}).status, int{kDone});
        QCOMPARE(suggestion("X-1")["candidates"][0]["asset"], json("B-99"));
    }
};

QTEST_GUILESS_MAIN(TestAliasesCommand)
#include "tst_aliases_command.moc"
