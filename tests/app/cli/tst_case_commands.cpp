// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// case hypothesis, evidence, fact, conclude, undo, redo, proposals: a whole investigation of the sample by commands.

#include "tests/support/cli_run.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace antecedent::cli;
using antecedent::testing::CliOutcome;
using antecedent::testing::runQuietly;
using nlohmann::json;

namespace {

const std::string kFailure = "DEV-26-007";

} // namespace

class TestCaseCommands : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::string path(const std::string& name) const
    {
        return m_folder.filePath(QString::fromStdString(name)).toStdString();
    }

    // A copy of the sample.
    std::string fresh(const std::string& name)
    {
        QFile::copy(QString::fromStdString(path("base.ante")), QString::fromStdString(path(name)));
        return path(name);
    }

    static CliOutcome edit(const std::string& file, const std::vector<std::string>& words)
    {
        std::vector<std::string> all{"case", file};
        all.insert(all.end(), words.begin(), words.end());
        all.insert(all.end(), {"--actor", "A. Tester", "--json"});
        return runQuietly(all);
    }

    static void addHypothesis(const std::string& file)
    {
        const CliOutcome made = edit(file,
            {"hypothesis", "--failure", kFailure, "--group", "machine", "--statement", "The feeder was worn",
                "--if-false", "A new feeder would fail too"});
        QVERIFY2(made.status == kDone, made.err.c_str());
    }

    // A record around the failure.
    static std::string someRecord(const std::string& file)
    {
        const json rows = runQuietly({"chronology", file, "--failure", kFailure, "--json"}).document()["rows"];
        return rows[0]["record"].get<std::string>();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const std::string base = path("base.ante");
        QCOMPARE(runQuietly({"new", base, "--title", "Tablets", "--site-zone", "Europe/Vienna"}).status, 0);
        const CliOutcome imported =
            runQuietly({"import", base, ANTECEDENT_SOURCE_DIR "/resources/sample", "--time-zone", "Europe/Vienna"});
        QVERIFY2(imported.status == 0, imported.err.c_str());
    }

    void aCaseWithoutLedgerSaysSo()
    {
        const std::string file = fresh("empty.ante");
        QVERIFY(runQuietly({"case", file, "show"}).out.find("No hypothesis, fact or conclusion is recorded.")
            != std::string::npos);
        const json shown = runQuietly({"case", file, "show", "--json"}).document();
        QCOMPARE(shown["ledger"]["entries"].get<int>(), 0);
        QVERIFY(shown["ledger"]["head"].is_null());
        QCOMPARE(shown["id"].get<std::string>(), std::string("CASE-001"));
        QCOMPARE(edit(file, {"undo"}).status, static_cast<int>(kWrongUsage));
    }

    void aWholeInvestigationByCommands()
    {
        const std::string file = fresh("whole.ante");
        addHypothesis(file);
        const std::string photo = path("shaft.jpg");
        QVERIFY(writeFile(photo, "scored shaft"));
        const CliOutcome fact = edit(file,
            {"fact", "--kind", "inspection", "--text", "Shaft of the feeder scored", "--who", "B. Fitter", "--when",
                "2026-04-12T10:00:00+02:00", "--attach", photo});
        QVERIFY2(fact.status == kDone, fact.err.c_str());
        QCOMPARE(fact.document()["item"]["attachments"][0]["name"].get<std::string>(), std::string("shaft.jpg"));

        const CliOutcome pinned = edit(file, {"evidence", "HYP-001", "--for", "--fact", "FACT-001"});
        QVERIFY2(pinned.status == kDone, pinned.err.c_str());
        const json before = runQuietly({"assess", file, "--failure", kFailure, "--json"}).document();
        const std::string candidate = before["analyses"][0]["candidates"][0]["name"].get<std::string>();
        const CliOutcome numbers =
            edit(file, {"evidence", "HYP-001", "--against", "--candidate", candidate, "--failure", kFailure});
        QVERIFY2(numbers.status == kDone, numbers.err.c_str());
        const json shown = numbers.document()["item"]["shown"];
        QCOMPARE(shown["kind"].get<std::string>(), std::string("candidate"));
        QCOMPARE(shown["values"]["case_exposed"].get<std::string>(),
            std::to_string(before["assessments"][0]["candidates"][0]["case_exposed"].get<int>()));

        const CliOutcome open = edit(file,
            {"conclude", "--failure", kFailure, "--grade", "root-cause", "--hypothesis", "HYP-001", "--rationale",
                "x"});
        QCOMPARE(open.status, static_cast<int>(kWrongUsage));
        QVERIFY2(open.err.find("HYP-001") != std::string::npos && open.err.find("it is open") != std::string::npos,
            open.err.c_str());
        QCOMPARE(edit(file, {"hypothesis", "HYP-001", "--state", "root-cause", "--reason", "Shaft seen"}).status, 0);
        const CliOutcome concluded = edit(file,
            {"conclude", "--failure", kFailure, "--grade", "root-cause", "--hypothesis", "HYP-001", "--rationale",
                "The scored shaft cut the seals"});
        QVERIFY2(concluded.status == kDone, concluded.err.c_str());

        const json ledger = runQuietly({"case", file, "show", "--json"}).document()["ledger"];
        QCOMPARE(ledger["entries"].get<int>(), 6);
        QCOMPARE(ledger["hypotheses"][0]["evidence"].size(), std::size_t{2});
        QCOMPARE(ledger["hypotheses"][0]["state"].get<std::string>(), std::string("root_cause"));
        QCOMPARE(ledger["conclusions"][0]["by"].get<std::string>(), std::string("A. Tester"));
        QVERIFY(ledger["facts"][0]["record"].is_null());

        // What people record changes no number.
        const json after = runQuietly({"assess", file, "--failure", kFailure, "--json"}).document();
        QVERIFY(after["assessments"] == before["assessments"]);
        QVERIFY(after["analyses"] == before["analyses"]);
        const CliOutcome verified = runQuietly({"verify", file, "--json"});
        QVERIFY2(verified.status == kDone, verified.out.c_str());
        QCOMPARE(verified.document()["ledger_entries"].get<int>(), 6);

        QDir(m_folder.path()).mkpath(QStringLiteral("saved"));
        QCOMPARE(runQuietly({"case", file, "fact", "FACT-001", "--save", path("saved")}).status, 0);
        QCOMPARE(*readFile(path("saved/shaft.jpg")), std::string("scored shaft"));
    }

    void theReportStatesWhatPeopleRecorded()
    {
        const std::string file = fresh("report.ante");
        const CliOutcome none =
            runQuietly({"report", file, "--failure", kFailure, "-o", path("none.pdf"), "--html", path("none.html")});
        QVERIFY2(none.status == kDone, none.err.c_str());
        QVERIFY(readFile(path("none.html"))->find("No conclusion has been recorded in this case") != std::string::npos);

        addHypothesis(file);
        QCOMPARE(
            edit(file,
                {"hypothesis", "--group", "people", "--statement", "The new operator did it", "--failure", kFailure})
                .status,
            0);
        const std::string record = someRecord(file);
        const CliOutcome pinned =
            edit(file, {"evidence", "HYP-002", "--against", "--record", record, "--comment", "Known part"});
        QVERIFY2(pinned.status == kDone, pinned.err.c_str());
        QCOMPARE(
            edit(file, {"hypothesis", "HYP-002", "--state", "ruled-out", "--reason", "Others had it too"}).status, 0);
        QCOMPARE(
            edit(file,
                {"conclude", "--failure", kFailure, "--grade", "not-determined", "--rationale", "One lot, one batch"})
                .status,
            0);
        const CliOutcome report = runQuietly({"report", file, "--failure", kFailure, "-o", path("r.pdf"), "--html",
            path("r.html"), "--twin", path("r.twin"), "--json"});
        QVERIFY2(report.status == kDone, report.err.c_str());
        const std::string html = *readFile(path("r.html"));
        for (const char* text :
            {"Hypotheses and conclusion", "Not determined.", "One lot, one batch", "The new operator did it",
                "Others had it too", "A new feeder would fail too", "What people concluded", "1 hypothesis is open"})
            QVERIFY2(html.find(text) != std::string::npos, text);
        QCOMPARE(runQuietly({"verify", path("r.twin")}).status, 0);
        QCOMPARE(runQuietly({"verify", path("r.pdf")}).status, 0);
        QCOMPARE(runQuietly({"verify", file}).status, 0);

        // A twin whose ledger was rewritten is found, whatever the manifest says.
        std::string twin = *readFile(path("r.twin/twin.json"));
        for (std::size_t at = twin.find("Others had it too"); at != std::string::npos;
             at = twin.find("Others had it too", at + 1))
            twin.replace(at, 6, "Nobody");
        QVERIFY(writeFile(path("r.twin/twin.json"), twin));
        const CliOutcome found = runQuietly({"verify", path("r.twin"), "--json"});
        QCOMPARE(found.status, static_cast<int>(kVerificationFailed));
        QVERIFY2(found.out.find("was changed: its hash does not hold") != std::string::npos, found.out.c_str());
    }

    void editsAreUndoneAndDoneAgainAndAudited()
    {
        const std::string file = fresh("undo.ante");
        addHypothesis(file);
        QCOMPARE(edit(file, {"undo"}).status, 0);
        QCOMPARE(
            runQuietly({"case", file, "show", "--json"}).document()["ledger"]["hypotheses"].size(), std::size_t{0});
        QCOMPARE(edit(file, {"redo"}).status, 0);
        const json ledger = runQuietly({"case", file, "show", "--json"}).document()["ledger"];
        QCOMPARE(ledger["hypotheses"][0]["statement"].get<std::string>(), std::string("The feeder was worn"));
        QCOMPARE(ledger["entries"].get<int>(), 3);
        const json audit = runQuietly({"audit", file, "--json"}).document()["entries"];
        std::vector<std::string> actions;
        for (const json& entry : audit)
            actions.push_back(entry["action"].get<std::string>());
        const std::vector<std::string> wanted{"hypothesis_add", "undo", "redo"};
        QVERIFY(std::equal(wanted.rbegin(), wanted.rend(), actions.rbegin()));
        QCOMPARE(audit.back()["actor"].get<std::string>(), std::string("A. Tester"));
    }

    void aClosedCaseRefusesEveryEdit()
    {
        const std::string file = fresh("closed.ante");
        addHypothesis(file);
        QCOMPARE(runQuietly({"case", file, "close", "--reason", "done"}).status, 0);
        for (const std::vector<std::string>& words :
            std::vector<std::vector<std::string>>{{"hypothesis", "--group", "machine", "--statement", "More"}, {"undo"},
                {"fact", "--kind", "note", "--text", "More"},
                {"conclude", "--grade", "not-determined", "--rationale", "x"}}) {
            std::vector<std::string> all = words;
            all.insert(all.end(), {"--case", "CASE-001"});
            const CliOutcome refused = edit(file, all);
            QVERIFY(refused.status != kDone);
            QVERIFY2(refused.err.find("closed") != std::string::npos, refused.err.c_str());
        }
        const json shown = runQuietly({"case", file, "show", "CASE-001", "--json"}).document();
        QCOMPARE(shown["ledger"]["entries"].get<int>(), 1);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* words, const char* said) {
            QTest::newRow(name) << QString::fromUtf8(words).split(QLatin1Char('|')) << QString::fromUtf8(said);
        };
        row("no group", "hypothesis|--statement|x", "--group");
        row("odd group", "hypothesis|--statement|x|--group|moon", "--group moon");
        row("no statement", "hypothesis|--group|machine", "statement");
        row("unknown hypothesis", "hypothesis|HYP-009|--state|open", "HYP-009");
        row("unknown failure", "hypothesis|--failure|DEV-0|--group|machine|--statement|x", "DEV-0");
        row("ruled out on nothing", "hypothesis|HYP-001|--state|ruled-out|--reason|x", "nothing stands against it");
        row("no side", "evidence|HYP-001|--fact|FACT-001", "--against");
        row("two sides", "evidence|HYP-001|--for|--against|--fact|FACT-001", "one way");
        row("nothing pinned", "evidence|HYP-001|--for", "exactly one");
        row("unknown record", "evidence|HYP-001|--for|--record|WO-NONE", "WO-NONE");
        row("unknown fact", "evidence|HYP-001|--for|--fact|FACT-009", "FACT-009");
        row("candidate of no failure", "evidence|HYP-001|--for|--candidate|x @ y", "--failure");
        row("fact without who", "fact|--kind|interview|--text|x|--when|2026-04-10", "who");
        row("fact without offset", "fact|--kind|interview|--text|x|--who|y|--when|2026-04-10T10:00:00", "offset");
        row("no file", "fact|--kind|note|--text|x|--attach|/nowhere/file", "/nowhere/file");
        row("conclusion on nothing", "conclude|--grade|root-cause|--rationale|x", "name at least one hypothesis");
        row("removal without reason", "hypothesis|HYP-001|--remove", "reason");
    }
    void saysWhatIsWrong()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QString, said);
        const std::string file = path("wrong.ante");
        if (!QFile::exists(QString::fromStdString(file))) {
            fresh("wrong.ante");
            addHypothesis(file);
        }
        std::vector<std::string> all;
        for (const QString& word : words)
            all.push_back(word.toStdString());
        const CliOutcome refused = edit(file, all);
        QVERIFY(refused.status == kWrongUsage || refused.status == kFailed);
        QVERIFY(refused.out.empty());
        QCOMPARE(std::count(refused.err.begin(), refused.err.end(), '\n'), 1);
        QVERIFY2(QString::fromStdString(refused.err).contains(said), refused.err.c_str());
    }

    void proposesWhatTheEvidenceSuggestsAndWritesNothing()
    {
        const std::string file = fresh("proposals.ante");
        const json offered =
            runQuietly({"case", file, "proposals", "--failure", kFailure, "--json"}).document()["proposals"];
        QVERIFY(offered.size() >= 2);
        QCOMPARE(offered[0]["group"].get<std::string>(), std::string("machine"));
        QVERIFY(!offered[0]["if_false"].get<std::string>().empty());
        QCOMPARE(runQuietly({"case", file, "show", "--json"}).document()["ledger"]["entries"].get<int>(), 0);
        // What was taken over is not offered again.
        QCOMPARE(edit(file,
                     {"hypothesis", "--failure", kFailure, "--group", "machine", "--statement",
                         offered[0]["statement"].get<std::string>(), "--candidate",
                         offered[0]["candidate"].get<std::string>()})
                     .status,
            0);
        const json again =
            runQuietly({"case", file, "proposals", "--failure", kFailure, "--json"}).document()["proposals"];
        QCOMPARE(again.size(), offered.size() - 1);
    }

    void processValuesBecomeFailuresAndAreGivenUpAgain()
    {
        const std::string file = fresh("excursions.ante");
        const CliOutcome none = runQuietly({"case", file, "sentinel", "--where", "TQ420 > 99"});
        QVERIFY(none.status == kFailed && none.err.find("nothing matches") != std::string::npos);
        QCOMPARE(runQuietly({"case", file, "sentinel"}).status, static_cast<int>(kWrongUsage));
        const CliOutcome added = runQuietly({"case", file, "sentinel", "--where", "TQ420 > 4.3", "--hysteresis", "0.5",
            "--min-duration", "1m", "--reason", "torque near its limit", "--json"});
        QVERIFY2(added.status == kDone, added.err.c_str());
        const json choice = added.document();
        QCOMPARE(
            choice["name"].get<std::string>(), std::string("\"TQ420\" > \"4.3\", back by more than 0.5, at least 1m"));
        QVERIFY(!choice["failures"].empty());
        QCOMPARE(choice["failures"][0]["asset"].get<std::string>(), std::string("TAB-420-FDR"));
        QVERIFY(choice["failures"][0]["uncertainty_s"].get<double>() > 0);
        QVERIFY(!choice["after_plan"].get<bool>());
        const json listed = runQuietly({"failures", file, "--json"}).document();
        QCOMPARE(listed["failures"].size(), std::size_t{7});
        QCOMPARE(listed["sentinels"][0].dump(), choice.dump());
        const json windows = runQuietly({"align", file, "--classification", "SEN-001", "--json"}).document()["windows"];
        QCOMPARE(windows[0]["failure"].dump(), choice["failures"][0]["id"].dump());
        const std::string audit = runQuietly({"audit", file, "--json"}).out;
        QVERIFY(audit.find("torque near its limit") != std::string::npos);
        QVERIFY(audit.find("hysteresis") != std::string::npos); // the values, not only their hash
        QCOMPARE(runQuietly({"case", file, "sentinel", "SEN-001", "--remove", "--reason", "a mistake"}).status, 0);
        QVERIFY(runQuietly({"failures", file, "--json"}).document()["sentinels"].empty());
        QCOMPARE(runQuietly({"verify", file}).status, 0);
    }

    void failuresChosenAfterThePlanMakeTheResultExploratory()
    {
        const std::string file = fresh("later.ante");
        const auto isExploratory = [&](const std::vector<std::string>& selection) {
            std::vector<std::string> words{"assess", file, "--json"};
            words.insert(words.end(), selection.begin(), selection.end());
            const CliOutcome outcome = runQuietly(words);
            if (outcome.status != kDone)
                qFatal("%s", outcome.err.c_str());
            return outcome.document()["plan"]["exploratory"].get<bool>();
        };
        // With the first result the choice is kept, before the plan is frozen.
        const std::string feeder = "code = FEEDER_TORQUE_HIGH and asset = \"TAB-420-FDR\"";
        QVERIFY(!isExploratory({"--where", feeder}));
        QVERIFY(!isExploratory({"--where", feeder}));
        QCOMPARE(runQuietly({"failures", file, "--json"}).document()["sentinels"].size(), std::size_t{1});
        QVERIFY(!isExploratory({"--classification", "SEN-001"}));
        // Deviations are planned, whichever are picked; so are some of the events that were chosen.
        QVERIFY(!isExploratory({}));
        QVERIFY(!isExploratory({"--where", "asset = TAB-420"}));
        QVERIFY(!isExploratory({"--failure", kFailure}));
        const std::string some = feeder + " and time > 2026-03-01T00:00:00Z";
        QVERIFY(!isExploratory({"--where", some}));
        const auto counted = [&](const std::string& where) {
            const json result = runQuietly({"assess", file, "--json", "--where", where}).document();
            return std::pair(result["analyses"][0]["failures"].dump(), result["assessments"].size());
        };
        QCOMPARE(counted(some).first, counted(feeder).first); // the planned choice is analysed
        QVERIFY(counted(some).second < counted(feeder).second); // and some of it shown
        // Other events are another choice, and so are values.
        QVERIFY(isExploratory({"--where", "code = FEEDER_TORQUE_HIGH"}));
        QVERIFY(isExploratory({"--where", "TQ420 > 4.3", "--hysteresis", "0.5"}));
        const json result =
            runQuietly({"assess", file, "--json", "--where", "TQ420 > 4.3", "--hysteresis", "0.5"}).document();
        QCOMPARE(result["plan"]["looks"].get<int>(), 2); // the same look counts once
        for (const json& candidate : result["analyses"][0]["candidates"])
            QVERIFY(candidate["verdict"].get<std::string>() != "associated");
        QVERIFY(!isExploratory({}));
        // Kept by the case afterwards, it stays what it is.
        QCOMPARE(runQuietly({"case", file, "sentinel", "--where", "code = FEEDER_TORQUE_HIGH"}).status, 0);
        QVERIFY(isExploratory({"--classification", "SEN-002"}));
    }
};

QTEST_MAIN(TestCaseCommands)
#include "tst_case_commands.moc"
