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
        const auto asked =
            decideAliases(*m_file, load(), {.confirmUndecided = {{name.toStdString(), is("B-11")}}}, "x");
        QVERIFY(asked.has_value() && asked->empty());
    }

    void whatTheSameCallDecidesComesFirst()
    {
        const Dataset data = load();
        AliasWishes wishes{.confirm = {{"10-B11", is("B-12")}}, .refuse = {"B_12"}};
        wishes.confirmUndecided = safeDecisions(data, standings());
        QCOMPARE(wishes.confirmUndecided.size(), std::size_t{3});
        const auto done = decideAliases(*m_file, data, wishes, "as agreed");
        QVERIFY(done.has_value());
        QCOMPARE(namesOf(*done), std::string("10-B11 B-12.TEMP B_12 "));
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
        const std::map<QString, AliasWishes> wrong{
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
        AliasWishes wishes = wrong.at(why);
        wishes.confirm["10-B11"] = is("B-12");
        wishes.refuse.emplace_back("B_12");
        wishes.confirmUndecided["B-12.TEMP"] = is("B-12");
        const auto done = decideAliases(*m_file, load(), wishes, "r");
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::InvalidArgument);
        const std::string text = errorText(done.error());
        QVERIFY2(text.find(QTest::currentDataTag()) != std::string::npos, text.c_str());
        QVERIFY(m_file->documents("", kAliasDocuments)->empty());
    }

    void isTakenBackAndDecidedAgain()
    {
        decide({.confirm = {{"E-1", was({{"B-12", day(10), {}}, {"B-11", {}, day(10)}})}}});
        QCOMPARE(decided("E-1").periods.front().asset, std::string("B-11")); // in their order
        decide({.withdraw = {"E-1"}});
        QCOMPARE(decided("E-1").state, AliasState::Withdrawn);
        QVERIFY(!decideAliases(*m_file, load(), {.withdraw = {"E-1"}}, "r"));
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

    void stopsWhenAsked()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = aliasStandings(*m_file, *m_file->findCase(""), load(), stop.get_token());
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
    Dataset load() const
    {
        Result<Dataset> data = loadDataset(*m_file, *m_file->findCase(""), {});
        if (!data)
            qFatal("%s", errorText(data.error()).c_str());
        return std::move(*data);
    }
    std::vector<AliasStanding> standings() const
    {
        auto out = aliasStandings(*m_file, *m_file->findCase(""), load());
        if (!out)
            qFatal("%s", errorText(out.error()).c_str());
        return std::move(*out);
    }
    AliasStanding of(const std::string& name) const
    {
        for (const AliasStanding& standing : standings())
            if (standing.name == name)
                return standing;
        return {};
    }
    AliasDecision decided(const std::string& name) const { return readAliasDecisions(*m_file)->at(name); }
    void decide(const AliasWishes& wishes)
    {
        const auto done = decideAliases(*m_file, load(), wishes, "reason");
        QVERIFY2(done.has_value(), done ? "" : errorText(done.error()).c_str());
    }
    AliasDecisions confirmSafe()
    {
        const Dataset data = load();
        const auto done = decideAliases(*m_file, data, {.confirmUndecided = safeDecisions(data, standings())}, "safe");
        return done ? *done : AliasDecisions{{"failed", {}}};
    }

    QTemporaryDir m_folder;
    std::optional<CaseFile> m_file;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestCaseAliases)
#include "tst_case_aliases.moc"
