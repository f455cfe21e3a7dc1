// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// configuration: what the file has of its own, what it changes, who approved it, and how it gets to another file.

#include "tests/support/cli_run.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace antecedent::cli;
using antecedent::testing::CliOutcome;
using antecedent::testing::runCli;
using antecedent::testing::runQuietly;
using nlohmann::json;

class TestConfigurationCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = newFile("plant.ante");
    }

    void theTablesOfTheProgramAreListedAndShown()
    {
        const json items = list(m_file);
        QCOMPARE(items.size(), std::size_t{3});
        QCOMPARE(items[0]["name"], json("plan_templates"));
        QCOMPARE(items[1]["name"], json("resets"));
        QCOMPARE(items[2]["name"], json("plausibility"));
        for (const json& item : items) {
            QCOMPARE(item["state"], json("built_in"));
            QVERIFY(item["edition"].is_null() && item["set_by"].is_null());
            QVERIFY(!item["version"].is_null());
        }
        const CliOutcome shown = run({"--show", "resets"});
        QCOMPARE(shown.status, int{kDone});
        QVERIFY(shown.out.find("activity,type,maintenance") != std::string::npos);
        // What is shown can be set as it is: the same bytes.
        write("resets.csv", shown.out);
        QCOMPARE(run({"--set", "resets=" + path("resets.csv"), "--reason", "pinned"}).status, int{kDone});
        QCOMPARE(item(m_file, "resets")["sha256"], items[1]["sha256"]);
        QCOMPARE(item(m_file, "resets")["state"], json("not_approved"));
    }

    void aBrokenTextIsRefusedWithItsPlaceAndNothingChanges()
    {
        write("broken.csv",
            "activity,type,maintenance,preventive,corrective,replacement,calibration,cleaning,note\n"
            "repair,,perhaps,,,,,,x\n");
        const CliOutcome broken = run({"--set", "resets=" + path("broken.csv"), "--reason", "r"});
        QCOMPARE(broken.status, int{kFailed});
        QVERIFY(broken.err.find("broken.csv") != std::string::npos);
        QVERIFY(broken.err.find("line 2") != std::string::npos);
        QVERIFY(broken.err.find("perhaps") != std::string::npos);
        write("broken.json", "{\n\"templates\": [\n{,}]}");
        const CliOutcome plan = run({"--set", "plan_templates=" + path("broken.json"), "--reason", "r"});
        QCOMPARE(plan.status, int{kFailed});
        QVERIFY2(plan.err.find("line 3") != std::string::npos, plan.err.c_str());
        write("twice.json", templates("72h", "default"));
        QVERIFY(run({"--set", "plan_templates=" + path("twice.json"), "--reason", "r"}).status != kDone);
        QVERIFY(run({"--set", "colours=" + path("broken.csv"), "--reason", "r"}).status != kDone);
        QVERIFY(run({"--set", "resets=" + path("no such file"), "--reason", "r"}).status != kDone);
        QVERIFY(run({"--approve", "resets", "--reason", "r"}).status != kDone); // comes with the program
        QVERIFY(run({"--reset", "resets", "--reason", "r"}).status != kDone);
        QVERIFY(run({"--export", path("none.json")}).status != kDone); // nothing of its own
        QVERIFY(run({"--show", "resets", "--approve", "resets", "--reason", "r"}).status != kDone);
        QCOMPARE(item(m_file, "resets")["state"], json("built_in"));
    }

    void aChangeNeedsAReasonAndAnApprovalHoldsForExactlyThatText()
    {
        write("one.csv", resets("yes"));
        write("two.csv", resets("no"));
        QCOMPARE(run({"--set", "resets=" + path("one.csv")}).status, int{kWrongUsage});
        QCOMPARE(run({"--set", "resets=" + path("one.csv"), "--reason", "site rule"}).status, int{kDone});
        QVERIFY(run({"--set", "resets=" + path("one.csv"), "--reason", "again"}).status != kDone);
        json one = item(m_file, "resets");
        QCOMPARE(one["version"], json("site 1"));
        QCOMPARE(one["edition"], json(1));
        QCOMPARE(one["reason"], json("site rule"));
        QVERIFY(!one["set_by"].is_null() && !one["set_at"].is_null());
        QCOMPARE(run({"--approve", "resets"}).status, int{kWrongUsage});
        QCOMPARE(run({"--approve", "resets", "--reason", "checked by QA"}).status, int{kDone});
        QVERIFY(run({"--approve", "resets", "--reason", "twice"}).status != kDone);
        one = item(m_file, "resets");
        QCOMPARE(one["state"], json("approved"));
        QCOMPARE(one["approval_reason"], json("checked by QA"));
        QVERIFY(one["approval_brought_in_by"].is_null());
        QCOMPARE(run({"--set", "resets=" + path("two.csv"), "--reason", "other"}).status, int{kDone});
        QCOMPARE(item(m_file, "resets")["state"], json("not_approved"));
        QCOMPARE(run({"--set", "resets=" + path("one.csv"), "--reason", "back"}).status, int{kDone});
        QCOMPARE(item(m_file, "resets")["state"], json("approved"));
        QCOMPARE(item(m_file, "resets")["edition"], json(3));
        QCOMPARE(run({"--reset", "resets", "--reason", "as shipped"}).status, int{kDone});
        QCOMPARE(item(m_file, "resets")["state"], json("built_in"));
        const CliOutcome audit = runQuietly({"audit", m_file});
        for (const char* reason : {"site rule", "checked by QA", "other", "back", "as shipped"})
            QVERIFY2(audit.out.find(reason) != std::string::npos, reason);
        QCOMPARE(runQuietly({"verify", m_file}).status, int{kDone});
    }

    void theFilesResetTableCounts()
    {
        write("assets.csv", "asset_id,class\nR-1,reactor\n");
        write("orders.csv",
            "work_order_id,asset_id,type,activity,started,finished\n"
            "W-1,R-1,PM,replace,2026-01-01T08:00:00Z,2026-01-01T10:00:00Z\n");
        QCOMPARE(runQuietly({"import", m_file, path("assets.csv"), path("orders.csv")}).status, int{kDone});
        QVERIFY(!sinceReplacement().is_null());
        write("none.csv", resets("no"));
        QCOMPARE(run({"--set", "resets=" + path("none.csv"), "--reason", "nothing resets here"}).status, int{kDone});
        QVERIFY(sinceReplacement().is_null());
        QCOMPARE(run({"--reset", "resets", "--reason", "again"}).status, int{kDone});
        QVERIFY(!sinceReplacement().is_null());
    }

    void aFrozenPlanKeepsTheTemplatesOfItsTime()
    {
        write("assets.csv", "asset_id,class\nR-1,reactor\n");
        write("deviations.csv", "deviation_id,occurred,asset_id,classification\nDEV-1,2026-03-15T12:00:00Z,R-1,trip\n");
        QCOMPARE(runQuietly({"import", m_file, path("assets.csv"), path("deviations.csv")}).status, int{kDone});
        const std::string shipped = plan()["plan"]["hash"];
        write("five.json", templates("5h"));
        write("seven.json", templates("7h"));
        QCOMPARE(run({"--set", "plan_templates=" + path("five.json"), "--reason", "r"}).status, int{kDone});
        const json draft = plan()["plan"];
        QCOMPARE(draft["before"], json("5h"));
        QCOMPARE(draft["version"], json("site"));
        QCOMPARE(draft["templates_sha256"], item(m_file, "plan_templates")["sha256"]);
        QVERIFY(draft["hash"] != json(shipped));
        QCOMPARE(runQuietly({"plan", m_file, "--freeze"}).status, int{kDone});
        QCOMPARE(run({"--set", "plan_templates=" + path("seven.json"), "--reason", "r"}).status, int{kDone});
        const CliOutcome frozen = runQuietly({"plan", m_file, "--json"});
        QCOMPARE(frozen.document()["frozen"], json(true));
        QCOMPARE(frozen.document()["plan"], draft);
        const json assessed = runQuietly({"assess", m_file, "--json"}).document();
        QCOMPARE(assessed["plan"]["hash"], draft["hash"]);
        QCOMPARE(assessed["plan"]["exploratory"], json(false));
        QCOMPARE(assessed["plan"]["looks"], json(0));
        // Back at the built-in ones, the plan still has its own; a new case takes what is in use then.
        QCOMPARE(run({"--reset", "plan_templates", "--reason", "r"}).status, int{kDone});
        QCOMPARE(plan()["plan"], draft);
        QCOMPARE(runQuietly({"case", m_file, "new", "--title", "Second"}).status, int{kDone});
        QCOMPARE(plan()["plan"]["hash"], json(shipped));
    }

    void profilesOfTheFileAreTriedAtImport()
    {
        write("site.profile", kProfile);
        write("export.csv", "Gerät;Zeit;Meldung\nR-1;2026-03-01T08:00:00Z;DOOR\n");
        QVERIFY(runQuietly({"import", m_file, path("export.csv")}).status != kDone);
        QVERIFY(run({"--set", "profile/other=" + path("site.profile"), "--reason", "r"}).status != kDone);
        QCOMPARE(run({"--set", "profile/site-alarms=" + path("site.profile"), "--reason", "r"}).status, int{kDone});
        const CliOutcome imported = runQuietly({"import", m_file, path("export.csv"), "--json"});
        QVERIFY2(imported.status == kDone, imported.err.c_str());
        QCOMPARE(imported.document()["sources"][0]["importer"], json("profile:site-alarms"));
        QCOMPARE(item(m_file, "profile/site-alarms")["version"], json("3"));
        QCOMPARE(run({"--reset", "profile/site-alarms", "--reason", "r"}).status, int{kDone});
        QCOMPARE(list(m_file).size(), std::size_t{3});
    }

    void aBundleThatNestsWithoutEndIsRefused()
    {
        constexpr std::size_t kDepth = 200'000;
        write("deep.json",
            R"({"format":"antecedent-configuration","x":)" + std::string(kDepth, '[') + std::string(kDepth, ']') + "}");
        const CliOutcome refused = run({"--import", path("deep.json"), "--reason", "r"});
        QCOMPARE(refused.status, int{kFailed});
        QVERIFY2(refused.err.find("changed or damaged") != std::string::npos, refused.err.c_str());
    }

    void aBundleBringsAllOfItToAnotherFile()
    {
        write("one.csv", resets("yes"));
        write("site.profile", kProfile);
        write("assets.csv", "asset_id,class\nR-1,reactor\nR-2,reactor\n");
        write("names.csv",
            "name,asset_id,kind,parameter\nReaktor eins,R-1,asset,\nReaktor zwei,R-2,asset,\n"
            "T1,,parameter,pH\nT2,,parameter,speed\n");
        QCOMPARE(run({"--set", "resets=" + path("one.csv"), "--reason", "r"}).status, int{kDone});
        QCOMPARE(run({"--approve", "resets", "--reason", "checked"}).status, int{kDone});
        QCOMPARE(run({"--set", "profile/site-alarms=" + path("site.profile"), "--reason", "r"}).status, int{kDone});
        QCOMPARE(runQuietly({"import", m_file, path("assets.csv")}).status, int{kDone});
        QCOMPARE(runQuietly({"aliases", m_file, "--apply", path("names.csv"), "--reason", "seen"}).status, int{kDone});
        QCOMPARE(run({"--export", path("site.json")}).status, int{kDone});
        QCOMPARE(run({"--export", path("again.json")}).status, int{kDone});
        QCOMPARE(read("again.json"), read("site.json"));

        const std::string other = newFile("other.ante");
        write("here.csv", "name,asset_id,parameter\nReaktor eins,R-2,\nT1,,torque\n");
        QCOMPARE(runQuietly({"import", other, path("assets.csv")}).status, int{kDone});
        QCOMPARE(runQuietly({"aliases", other, "--apply", path("here.csv"), "--reason", "here"}).status, int{kDone});
        QCOMPARE(runQuietly({"configuration", other, "--import", path("site.json")}).status, int{kWrongUsage});
        QByteArray damaged = read("site.json");
        QVERIFY(damaged.contains("site 1"));
        write("damaged.json", damaged.replace("site 1", "site 2").toStdString());
        const CliOutcome refused =
            runQuietly({"configuration", other, "--import", path("damaged.json"), "--reason", "from the lead site"});
        QCOMPARE(refused.status, int{kFailed});
        QVERIFY2(refused.err.find("changed or damaged") != std::string::npos, refused.err.c_str());
        const CliOutcome taken = runQuietly(
            {"configuration", other, "--import", path("site.json"), "--reason", "from the lead site", "--json"});
        QVERIFY2(taken.status == kDone, taken.err.c_str());
        const json in = taken.document()["imported"];
        QCOMPARE(in["set"], (json{"resets", "profile/site-alarms"}));
        QCOMPARE(in["approved"], json{"resets"});
        QCOMPARE(in["aliases"], json{"Reaktor zwei"});
        QCOMPARE(in["aliases_decided_here"], json{"Reaktor eins"});
        QCOMPARE(in["parameters"], json{"T2"});
        QCOMPARE(in["parameters_decided_here"], json{"T1"});
        QVERIFY(
            runQuietly({"aliases", other}).out.find("T1 measures torque\nT2 measures speed\n") != std::string::npos);
        const json resetsHere = item(other, "resets");
        QCOMPARE(resetsHere["sha256"], item(m_file, "resets")["sha256"]);
        QCOMPARE(resetsHere["state"], json("approved"));
        QCOMPARE(resetsHere["approved_at"], item(m_file, "resets")["approved_at"]);
        QCOMPARE(resetsHere["approval_brought_in_by"], resetsHere["set_by"]);
        QCOMPARE(resetsHere["reason"], json("from the lead site"));
        const json twice =
            runQuietly({"configuration", other, "--import", path("site.json"), "--reason", "r", "--json"})
                .document()["imported"];
        QVERIFY(twice["set"].empty() && twice["approved"].empty() && twice["aliases"].empty());
        QCOMPARE(twice["same"].size(), std::size_t{2});
        QCOMPARE(runQuietly({"verify", other}).status, int{kDone});
    }

    void aBundleBringsTheLimits()
    {
        write("limits.csv",
            "kind,asset_id,value,unit,version,approved_by,effective\nclean_hold,R-1,72,h,3,QA,2026-01-01\n"
            "dirty_hold,R-1,24,h,3,QA,2026-01-01\n");
        QCOMPARE(runQuietly({"import", m_file, path("limits.csv")}).status, int{kDone});
        const CliOutcome written = runCli({"configuration", m_file, "--export", path("site.json")});
        QCOMPARE(written.status, int{kDone});
        QVERIFY2(written.err.find("0 items, 0 names, 2 limits") != std::string::npos, written.err.c_str());
        const std::string other = newFile("other.ante");
        const auto bringIn = [&](std::vector<std::string> more) {
            more.insert(more.begin(), {"configuration", other, "--import", path("site.json"), "--reason", "site"});
            return runCli(more);
        };
        const CliOutcome taken = bringIn({"--json"});
        QVERIFY2(taken.status == kDone, taken.err.c_str());
        QCOMPARE(taken.document()["imported"]["limits"],
            (json{{"added", 2}, {"same", 0}, {"differing", 0}, {"newer_than", nullptr}}));
        const auto summary = [](const std::string& file) { return runQuietly({"summary", file, "--json"}).document(); };
        QCOMPARE(summary(other)["content_hash"], summary(m_file)["content_hash"]);
        QCOMPARE(runQuietly({"configuration", other, "--export", path("back.json")}).status, int{kDone});
        QCOMPARE(read("back.json"), read("site.json"));
        const CliOutcome twice = bringIn({});
        QVERIFY2(twice.err.find("0 limits added, 2 the same") != std::string::npos, twice.err.c_str());
        QCOMPARE(runQuietly({"verify", other}).status, int{kDone});
        const CliOutcome audit = runQuietly({"audit", other});
        QVERIFY(audit.out.find("import_limits") != std::string::npos);
    }

private:
    static constexpr const char* kProfile = "# version: 3\n[profile]\nname = site-alarms\ntitle = Alarms of the site\n"
                                            "columns = Gerät, Zeit, Meldung\n\n[table events]\ntime = {Zeit}\n"
                                            "asset_id = {Gerät}\ncategory = alarm\ncode = {Meldung}\n";

    std::string path(const std::string& name) const
    {
        return m_folder->filePath(QString::fromStdString(name)).toStdString();
    }
    std::string newFile(const std::string& name) const
    {
        const std::string file = path(name);
        if (runQuietly({"new", file, "--title", "Plant", "--site-zone", "UTC"}).status != kDone)
            qFatal("no new file");
        return file;
    }
    void write(const std::string& name, const std::string& text) const
    {
        QFile file(QString::fromStdString(path(name)));
        if (!file.open(QFile::WriteOnly))
            qFatal("can't write");
        file.write(text.data(), static_cast<qint64>(text.size()));
    }
    QByteArray read(const std::string& name) const
    {
        QFile file(QString::fromStdString(path(name)));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    static std::string resets(const std::string& replacement)
    {
        return "# version: site 1\nactivity,type,maintenance,preventive,corrective,replacement,calibration,cleaning,"
               "note\nreplace,,yes,,,"
            + replacement + ",,,site rule\n";
    }
    // With one more template of that name before the default.
    static std::string templates(const std::string& before, const std::string& more = {})
    {
        json rest{{"name", "default"}, {"stems", json::array()}, {"anchor", "occurred"}, {"before", before},
            {"after", "1h"}, {"scope", "unit"}, {"clock", "wall"}};
        json all = json::array({rest});
        if (!more.empty()) {
            rest["name"] = more;
            rest["stems"] = {"x"};
            all.insert(all.begin(), rest);
        }
        return json{{"version", "site"}, {"templates", all}}.dump();
    }
    CliOutcome run(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), {"configuration", m_file});
        return runQuietly(std::move(arguments));
    }
    static json list(const std::string& file)
    {
        return runQuietly({"configuration", file, "--json"}).document()["configuration"];
    }
    static json item(const std::string& file, const std::string& name)
    {
        for (const json& each : list(file))
            if (each["name"] == name)
                return each;
        return {};
    }
    json plan() const { return runQuietly({"plan", m_file, "--json"}).document(); }
    json sinceReplacement() const
    {
        const json card =
            runQuietly({"condition", m_file, "--asset", "R-1", "--at", "2026-02-01T00:00:00Z", "--json"}).document();
        return card["counters"]["since_replacement"]["hours"];
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::string m_file;
};

QTEST_GUILESS_MAIN(TestConfigurationCommand)
#include "tst_configuration_command.moc"
