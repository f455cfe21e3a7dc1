// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What people decide about names: what is kept and what is left alone, all or none, and what stands in the audit trail.
// The plant is written for this test.

#include "app/casework/case_aliases.h"
#include "model/timeline/dataset_loader.h"
#include "tests/support/case_file_builder.h"

#include <QTemporaryDir>
#include <QTest>

using namespace antecedent;
using namespace antecedent::casework;
using antecedent::testing::addSource;
using antecedent::testing::makeBatch;
using antecedent::testing::tester;

namespace {

Timestamp day(int number)
{
    return Timestamp(std::chrono::sys_days(std::chrono::year(2026) / 1 / number));
}

AliasDecision is(const char* asset)
{
    return {AliasState::Confirmed, asset, {}};
}

AliasDecision was(std::vector<AliasPeriod> periods)
{
    return {AliasState::Confirmed, {}, std::move(periods)};
}

} // namespace

class TestCaseAliases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // 10-B11 and B_12 are safe to confirm, as is the tag; E-1 is open, and nothing is known of it.
    void init()
    {
        const auto assets = makeBatch(TableId::Assets,
            {{{"asset_id", "B-11"}, {"asset_class", "bioreactor"}},
                {{"asset_id", "B-12"}, {"asset_class", "bioreactor"}}});
        const auto orders = makeBatch(TableId::WorkOrders,
            {order("1", "10-B11"), order("2", "B_12"), order("3", "E-1"),
                order("4", "10-B11", "2026-01-20T08:00:00Z")});
        const auto tags = makeBatch(
            TableId::Tags, {{{"tag", "B-11.TEMP"}, {"asset_id", "B-11"}}, {{"tag", "B-12.TEMP"}}, {{"tag", "X9"}}});
        const QString path = m_folder.filePath(QString::number(++m_files) + ".ante");
        m_file.emplace(*CaseFile::create(path.toStdString(), "Plant", "UTC", tester()));
        QVERIFY(addSource(*m_file, "plant", {assets, orders, tags}).has_value());
    }

    void everyNameStandsOnce()
    {
        decide({.confirm = {{"GONE", is("B-11")}}, .refuse = {"E-1"}});
        const auto all = standings();
        std::string names;
        for (const AliasStanding& standing : all)
            names += standing.name + (standing.kind == NameKind::Tag ? " tag" : "")
                + (standing.proposal ? " suggested" : "") + (standing.decision ? " decided" : "") + "\n";
        QCOMPARE(names,
            std::string("10-B11 suggested\nB_12 suggested\nE-1 decided\nGONE decided\n"
                        "B-11.TEMP tag suggested\nB-12.TEMP tag suggested\n"));
    }

    void confirmsWhatIsSafe()
    {
        QCOMPARE(namesOf(confirmSafe()), std::string("10-B11 B-12.TEMP B_12 "));
        QCOMPARE(decided("10-B11").asset, std::string("B-11"));
        QCOMPARE(of("10-B11").proposal->state, NameState::Confirmed);
        QCOMPARE(namesOf(confirmSafe()), std::string());
    }

    // Whatever a person said of a name: the default rule says no more.
    void safeLeavesDecidedNamesAlone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("json");
        const auto row = [](const char* what, const char* name, const AliasDecision& decision) {
            QTest::newRow(what) << name << QString::fromStdString(toJson(decision));
        };
        row("of another asset", "10-B11", is("B-12"));
        row("of an asset that is not imported", "10-B11", is("B-99"));
        row("in a period", "10-B11", was({{"B-12", {}, day(10)}}));
        row("read by its spelling, of an asset that is not imported", "B_12", is("B-99"));
        row("refused", "10-B11", {AliasState::Refused, {}, {}});
        row("withdrawn", "10-B11", {AliasState::Withdrawn, "B-11", {}});
        row("tag of an asset that is not imported", "B-12.TEMP", is("B-99"));
        row("tag with a period, of an older file", "B-12.TEMP", was({{"B-11", {}, day(10)}}));
    }
    void safeLeavesDecidedNamesAlone()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, json);
        const std::string text = json.toStdString();
        QVERIFY(m_file->putDocument("", kAliasDocuments, name.toStdString(), text, false, "by hand").has_value());
        const AliasStanding standing = of(name.toStdString());
        QVERIFY(standing.decision.has_value());
        QVERIFY(!standing.proposal || !standing.proposal->isSafe);
        if (standing.proposal && standing.proposal->state == NameState::Confirmed && standing.decision->asset != "B-12")
            QVERIFY(standing.proposal->candidates.empty()); // nobody confirmed another
        QVERIFY(namesOf(confirmSafe()).find(name.toStdString() + " ") == std::string::npos);
        QCOMPARE(toJson(decided(name.toStdString())), text);
        // Not even where it is asked for.
        const auto asked = decideNames(
            *m_file, info(), load(), {.names = {.confirmUndecided = {{name.toStdString(), is("B-11")}}}}, "x");
        QVERIFY(asked.has_value() && asked->names.empty());
    }

    void whatTheSameCallDecidesComesFirst()
    {
        const Dataset data = load();
        NameWishes wishes{.names = {.confirm = {{"10-B11", is("B-12")}}, .refuse = {"B_12"}}};
        antecedent::casework::confirmSafe(data, standings(), wishes);
        QCOMPARE(wishes.names.confirmUndecided.size(), std::size_t{3});
        QCOMPARE(countSafe(standings()), std::size_t{3});
        const auto done = decideNames(*m_file, info(), data, wishes, "as agreed");
        QVERIFY(done.has_value());
        QCOMPARE(namesOf(done->names), std::string("10-B11 B-12.TEMP B_12 "));
        QCOMPARE(decided("10-B11").asset, std::string("B-12"));
        QCOMPARE(decided("B_12").state, AliasState::Refused);
        const auto audit = m_file->audit();
        QVERIFY(audit.has_value());
        QCOMPARE(std::count_if(
                     audit->begin(), audit->end(), [](const AuditEntry& entry) { return entry.reason == "as agreed"; }),
            std::ptrdiff_t{3});
    }

    void allOrNone_data()
    {
        QTest::addColumn<QString>("why");
        QTest::newRow("stands there twice") << "twice";
        QTest::newRow("nothing was decided") << "withdraw";
        QTest::newRow("no record has this name") << "refuse";
        QTest::newRow("would be a name of itself") << "itself";
        QTest::newRow("is an asset of the list itself") << "listed";
        QTest::newRow("is a tag and belongs to one asset") << "dated tag";
        QTest::newRow("overlap") << "overlap";
        QTest::newRow("and not both") << "both";
        QTest::newRow("no asset is given") << "none";
    }
    void allOrNone()
    {
        QFETCH(const QString, why);
        const std::map<QString, Wishes<AliasDecision>> wrong{
            {"twice", {.confirm = {{"E-1", is("B-11")}}, .refuse = {"E-1"}}},
            {"withdraw", {.withdraw = {"E-1"}}},
            {"refuse", {.refuse = {"NOWHERE"}}},
            {"itself", {.confirm = {{"E-1", was({{"E-1", {}, day(2)}})}}}},
            {"listed", {.confirm = {{"B-11", is("B-12")}}}},
            {"dated tag", {.confirm = {{"X9", was({{"B-11", {}, day(2)}})}}}},
            {"overlap", {.confirm = {{"E-1", was({{"B-11", {}, day(3)}, {"B-12", day(2), {}}})}}}},
            {"both", {.confirm = {{"E-1", {AliasState::Confirmed, "B-11", {{"B-12", {}, day(2)}}}}}}},
            {"none", {.confirm = {{"E-1", {}}}}},
        };
        Wishes<AliasDecision> wishes = wrong.at(why);
        wishes.confirm["10-B11"] = is("B-12");
        wishes.refuse.emplace_back("B_12");
        wishes.confirmUndecided["B-12.TEMP"] = is("B-12");
        const auto done = decideNames(
            *m_file, info(), load(), {.names = wishes, .parameters = {.confirm = {{"X9", {{}, "pH"}}}}}, "r");
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::InvalidArgument);
        const std::string text = errorText(done.error());
        QVERIFY2(text.find(QTest::currentDataTag()) != std::string::npos, text.c_str());
        QVERIFY(m_file->documents("", kAliasDocuments)->empty());
        QVERIFY(m_file->documents("", kParameterDocuments)->empty());
    }

    void isTakenBackAndDecidedAgain()
    {
        decide({.confirm = {{"E-1", was({{"B-12", day(10), {}}, {"B-11", {}, day(10)}})}}});
        QCOMPARE(decided("E-1").periods.front().asset, std::string("B-11")); // in their order
        decide({.withdraw = {"E-1"}});
        QCOMPARE(decided("E-1").state, AliasState::Withdrawn);
        QVERIFY(!decideNames(*m_file, info(), load(), {.names = {.withdraw = {"E-1"}}}, "r"));
        decide({.confirm = {{"E-1", is("B-11")}}}); // one by one it can be
        QCOMPARE(of("E-1").proposal->state, NameState::Confirmed);
        decide({.refuse = {"E-1"}}); // in place of it
        QVERIFY(!of("E-1").proposal);
    }

    // Where every record of a name is dated, no record has it any more; it is known all the same.
    void aDatedNameCanBeRefused()
    {
        decide({.confirm = {{"10-B11", was({{"B-12", {}, day(30)}})}}});
        QVERIFY(!load().findAsset("10-B11").valid());
        QCOMPARE(of("10-B11").kind, NameKind::Asset);
        decide({.refuse = {"10-B11"}});
        QCOMPARE(decided("10-B11").state, AliasState::Refused);
    }

    void aTagThatIsCalledAsAnAssetIsAskedFor()
    {
        const auto tag = makeBatch(TableId::Tags, {{{"tag", "10-B11"}}});
        QVERIFY(addSource(*m_file, "more", {tag}).has_value());
        for (const AliasStanding& standing : standings())
            if (standing.name == "10-B11" && standing.proposal)
                QCOMPARE(standing.proposal->isSafe, standing.kind == NameKind::Asset);
    }

    // X1 of B-11 has a stated parameter; X1 of B-12 is safe to confirm, X2 is open.
    void parametersAreDecidedBesideTheAssetsOfTheirTags()
    {
        addInstruments();
        QCOMPARE(parameter("B-12.X1").proposal->candidates.front().parameter, std::string("torque"));
        QVERIFY(parameter("B-12.X1").proposal->isSafe);
        QVERIFY(!parameter("B-12.X2").proposal->isSafe);
        QCOMPARE(parameter("B-11.X1").proposal->state, NameState::Stated);
        NameWishes wishes;
        antecedent::casework::confirmSafe(load(), standings(), wishes);
        QCOMPARE(wishes.parameters.confirmUndecided.size(), std::size_t{1});
        wishes.names.refuse = {"B-12.X1"}; // another question about the same tag
        wishes.parameters.confirm["B-12.X2"].parameter = " speed ";
        decideAll(wishes);
        QCOMPARE(parameterOf("B-12.X1"), std::string("torque"));
        QCOMPARE(parameterOf("B-12.X2"), std::string("speed"));
        QCOMPARE(parameter("B-12.X1").proposal->state, NameState::Confirmed);
        QCOMPARE(*decidedState(parameter("B-12.X2")), AliasState::Confirmed);
        QCOMPARE(decided("B-12.X1").state, AliasState::Refused);
        const auto audit = m_file->audit();
        QVERIFY(audit.has_value());
        QVERIFY(std::any_of(audit->begin(), audit->end(), [](const AuditEntry& entry) {
            return entry.reason == "reason" && entry.after.find("torque") != std::string::npos;
        }));
    }

    void parametersAreRefusedAndTakenBack()
    {
        addInstruments();
        decideAll({.parameters = {.refuse = {"B-12.X1"}}});
        QVERIFY(!parameter("B-12.X1").proposal);
        QCOMPARE(parameterOf("B-12.X1"), std::string());
        decideAll({.parameters = {.withdraw = {"B-12.X1"}}});
        QVERIFY(parameter("B-12.X1").proposal.has_value());
        QVERIFY(!parameter("B-12.X1").proposal->isSafe); // a person has looked at it
        decideAll({.parameters = {.confirm = {{"B-12.X1", {{}, "torque"}}}}});
        decideAll({.parameters = {.confirm = {{"B-12.X1", {{}, "force"}}}}}); // in place of it
        QCOMPARE(parameterOf("B-12.X1"), std::string("force"));
        QCOMPARE(meaningOf(load(), parameter("B-12.X1").proposal->candidates.front()), std::string("force"));
    }

    void whatAListStatesLaterIsDecidedNoMore()
    {
        addInstruments();
        decideAll({.parameters = {.confirm = {{"B-12.X1", {{}, "torque"}}}}});
        const antecedent::testing::Row row{{"tag", "B-12.X1"}, {"asset_id", "B-12"}, {"parameter", "speed"}};
        QVERIFY(addSource(*m_file, "list", {makeBatch(TableId::Tags, {row})}).has_value());
        QCOMPARE(parameter("B-12.X1").proposal->state, NameState::Stated);
        for (const Wishes<ParameterDecision>& wishes :
            {Wishes<ParameterDecision>{.confirm = {{"B-12.X1", {{}, "force"}}}},
                Wishes<ParameterDecision>{.refuse = {"B-12.X1"}}}) {
            const auto done = decideNames(*m_file, info(), load(), {.parameters = wishes}, "r");
            QVERIFY(!done);
            QVERIFY2(errorText(done.error()).find("the list of tags states") != std::string::npos,
                errorText(done.error()).c_str());
        }
        decideAll({.parameters = {.withdraw = {"B-12.X1"}}}); // it can be taken back
        QCOMPARE(*decidedState(parameter("B-12.X1")), AliasState::Withdrawn);
    }

    void standingsOfOneKindAreTheSameAsAmongAll()
    {
        addInstruments();
        const std::vector<AliasStanding> all = standings();
        std::size_t count = 0;
        std::size_t safe = 0;
        for (const NameKind kind : {NameKind::Asset, NameKind::Tag, NameKind::Parameter}) {
            const auto some = aliasStandings(*m_file, info(), load(), {}, kind);
            QVERIFY(some.has_value());
            for (const AliasStanding& standing : *some)
                QCOMPARE(standing.kind, kind);
            QCOMPARE(countSafe(*some), countSafe(all, kind));
            count += some->size();
            safe += countSafe(*some);
        }
        QCOMPARE(count, all.size());
        QCOMPARE(safe, countSafe(all));
        NameWishes wishes;
        antecedent::casework::confirmSafe(load(), all, wishes, NameKind::Parameter);
        QVERIFY(wishes.names.confirmUndecided.empty());
        QCOMPARE(wishes.parameters.confirmUndecided.size(), countSafe(all, NameKind::Parameter));
    }

    void aClosedCaseShowsNoCandidateThatItDoesNotHave()
    {
        addInstruments();
        QVERIFY(m_file->closeCase("CASE-001", "signed").has_value());
        decideAll({.parameters = {.confirm = {{"B-12.X1", {{}, "torque"}}}}});
        QCOMPARE(parameterOf("B-12.X1"), std::string());
        QCOMPARE(parameter("B-12.X1").proposal->state, NameState::Confirmed);
        QVERIFY(parameter("B-12.X1").proposal->candidates.empty());
    }

    void parametersThatCannotBe_data()
    {
        QTest::addColumn<QString>("why");
        QTest::newRow("the list of tags states") << "stated";
        QTest::newRow("the list of tags states what") << "stated, refused";
        QTest::newRow("no parameter is given") << "empty";
        QTest::newRow("no tag has this name") << "unknown";
        QTest::newRow("nothing was decided") << "withdraw";
        QTest::newRow("stands there twice") << "twice";
    }
    void parametersThatCannotBe()
    {
        QFETCH(const QString, why);
        addInstruments();
        const std::map<QString, Wishes<ParameterDecision>> wrong{
            {"stated", {.confirm = {{"B-11.X1", {{}, "force"}}}}},
            {"stated, refused", {.refuse = {"B-11.X1"}}},
            {"empty", {.confirm = {{"B-12.X1", {{}, " "}}}}},
            {"unknown", {.refuse = {"NOWHERE"}}},
            {"withdraw", {.withdraw = {"B-12.X1"}}},
            {"twice", {.confirm = {{"B-12.X1", {{}, "force"}}}, .refuse = {"B-12.X1"}}},
        };
        const auto done =
            decideNames(*m_file, info(), load(), {.names = {.refuse = {"E-1"}}, .parameters = wrong.at(why)}, "r");
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::InvalidArgument);
        const std::string text = errorText(done.error());
        QVERIFY2(text.find(QTest::currentDataTag()) != std::string::npos, text.c_str());
        QVERIFY(m_file->documents("", kAliasDocuments)->empty());
    }

    void stopsWhenAsked()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = aliasStandings(*m_file, info(), load(), stop.get_token());
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
    }

private:
    static antecedent::testing::Row order(
        const char* id, const char* asset, const char* reported = "2026-01-10T08:00:00Z")
    {
        return {{"work_order_id", id}, {"asset_id", asset}, {"type", "PM"}, {"reported", reported}};
    }
    static std::string namesOf(const AliasDecisions& decisions)
    {
        std::string out;
        for (const auto& [name, decision] : decisions)
            out += name + " ";
        return out;
    }
    CaseInfo info() const { return *m_file->findCase("CASE-001"); }
    Dataset load() const
    {
        Result<Dataset> data = loadDataset(*m_file, info(), {});
        if (!data)
            qFatal("%s", errorText(data.error()).c_str());
        return std::move(*data);
    }
    std::vector<AliasStanding> standings() const
    {
        auto out = aliasStandings(*m_file, info(), load());
        if (!out)
            qFatal("%s", errorText(out.error()).c_str());
        return std::move(*out);
    }
    void addInstruments()
    {
        const auto tags = makeBatch(TableId::Tags,
            {{{"tag", "B-11.X1"}, {"asset_id", "B-11"}, {"parameter", "torque"}},
                {{"tag", "B-12.X1"}, {"asset_id", "B-12"}}, {{"tag", "B-12.X2"}, {"asset_id", "B-12"}}});
        QVERIFY(addSource(*m_file, "instruments", {tags}).has_value());
    }
    AliasStanding parameter(const std::string& tag) const
    {
        for (const AliasStanding& standing : standings())
            if (standing.kind == NameKind::Parameter && standing.name == tag)
                return standing;
        return {};
    }
    std::string parameterOf(const std::string& tag) const
    {
        for (const Tag& one : load().tags)
            if (one.name == tag)
                return one.parameter;
        return "no such tag";
    }
    AliasStanding of(const std::string& name) const
    {
        for (const AliasStanding& standing : standings())
            if (standing.name == name)
                return standing;
        return {};
    }
    AliasDecision decided(const std::string& name) const { return readAliasDecisions(*m_file)->at(name); }
    void decide(const Wishes<AliasDecision>& wishes) { decideAll({.names = wishes}); }
    void decideAll(const NameWishes& wishes)
    {
        const auto done = decideNames(*m_file, info(), load(), wishes, "reason");
        QVERIFY2(done.has_value(), done ? "" : errorText(done.error()).c_str());
    }
    AliasDecisions confirmSafe()
    {
        const Dataset data = load();
        NameWishes wishes;
        antecedent::casework::confirmSafe(data, standings(), wishes);
        const auto done = decideNames(*m_file, info(), data, wishes, "safe");
        return done ? done->names : AliasDecisions{{"failed", {}}};
    }

    QTemporaryDir m_folder;
    std::optional<CaseFile> m_file;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestCaseAliases)
#include "tst_case_aliases.moc"
