// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/alias_decisions.h"

#include "model/timeline/dataset_loader.h"
#include "tests/support/case_file_builder.h"

#include <QtTest>

using namespace antecedent;
using namespace antecedent::testing;

namespace {

Timestamp day(int number)
{
    return Timestamp(std::chrono::sys_days(std::chrono::year(2026) / 1 / number));
}

} // namespace

class TestAliasDecisions : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    CaseFile make(const std::vector<RecordBatch>& batches)
    {
        const QString path = m_folder.filePath(QString::number(++m_files) + QStringLiteral(".ante"));
        auto file = CaseFile::create(path.toStdString(), "Plant", "UTC", tester());
        if (!file)
            qFatal("%s", errorText(file.error()).c_str());
        for (std::size_t i = 0; i < batches.size(); ++i)
            if (const auto stored = addSource(*file, "s" + std::to_string(i), {batches[i]}); !stored)
                qFatal("%s", errorText(stored.error()).c_str());
        return std::move(*file);
    }
    static void decide(CaseFile& file, const std::string& name, const AliasDecision& decision)
    {
        const auto stored = file.putDocument("", kAliasDocuments, name, toJson(decision), false, "test");
        QVERIFY2(stored.has_value(), stored ? "" : errorText(stored.error()).c_str());
    }
    static Dataset load(const CaseFile& file, const FileState& state = {})
    {
        LoadOptions options;
        options.state = state;
        auto dataset = loadDataset(file, file.cases()->front(), options);
        if (!dataset)
            qFatal("%s", errorText(dataset.error()).c_str());
        return std::move(*dataset);
    }
    static std::string assetOf(const Dataset& data, const std::string& order)
    {
        for (const WorkOrder& w : data.workOrders)
            if (w.id == order && w.asset.valid())
                return data.assets[w.asset.value].id;
        return {};
    }
    static RecordBatch pumps()
    {
        return makeBatch(TableId::Assets, {{{"asset_id", "PUMP-A"}}, {{"asset_id", "PUMP-B"}}});
    }
    static RecordBatch orders()
    {
        return makeBatch(TableId::WorkOrders,
            {{{"work_order_id", "1"}, {"asset_id", "P-7"}, {"reported", "2026-01-10T00:00:00Z"}},
                {{"work_order_id", "2"}, {"asset_id", "P-7"}, {"reported", "2026-01-20T00:00:00Z"}},
                {{"work_order_id", "3"}, {"asset_id", "P-7"}, {"reported", "2026-01-25T00:00:00Z"},
                    {"started", "2026-01-14T00:00:00Z"}},
                {{"work_order_id", "4"}, {"asset_id", "P-7"}}});
    }

private Q_SLOTS:
    void keepsItsForm()
    {
        for (const AliasDecision& decision : {AliasDecision{AliasState::Confirmed, "A", {}},
                 AliasDecision{AliasState::Refused, "", {}}, AliasDecision{AliasState::Withdrawn, "A", {}},
                 AliasDecision{AliasState::Confirmed, "", {{"A", std::nullopt, day(2)}, {"B", day(2), {}}}}}) {
            const auto read = aliasDecisionFrom(toJson(decision));
            QVERIFY(read.has_value());
            QCOMPARE(toJson(*read), toJson(decision));
            QCOMPARE(read->state, decision.state);
        }
        // As files have it that know neither periods nor refusals.
        QCOMPARE(aliasDecisionFrom(R"({"asset":"A"})")->asset, std::string("A"));
    }

    void readsNothingFromBrokenText_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "[]", "{", "{\"confirmed\":true}", "{\"asset\":7}", "{\"periods\":[7]}",
                 "{\"periods\":[{\"asset\":\"A\",\"from\":\"soon\"}]}", "{\"periods\":[{\"from\":null}]}"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void readsNothingFromBrokenText()
    {
        QFETCH(const QString, text);
        QVERIFY(!aliasDecisionFrom(text.toStdString()).has_value());
    }

    void refusesPeriodsThatOverlap()
    {
        std::vector<AliasPeriod> fine{{"B", day(3), {}}, {"A", {}, day(3)}};
        QVERIFY(orderPeriods(fine).has_value());
        QCOMPARE(fine.front().asset, std::string("A"));
        std::vector<AliasPeriod> overlap{{"A", {}, day(4)}, {"B", day(3), {}}};
        QCOMPARE(orderPeriods(overlap).error().code, ErrorCode::InvalidArgument);
        std::vector<AliasPeriod> backwards{{"A", day(4), day(3)}};
        QVERIFY(!orderPeriods(backwards).has_value());
    }

    void datesNamesByTheEarliestTimeOfTheRow()
    {
        const RecordBatch alarms = makeBatch(TableId::Events,
            {{{"time", "2026-01-10T00:00:00Z"}, {"category", "alarm"}, {"code", "A"}, {"asset_id", "P-7"}},
                {{"time", "2026-01-15T00:00:00Z"}, {"category", "alarm"}, {"code", "B"}, {"asset_id", "P-7"}}});
        CaseFile file = make({pumps(), orders(), alarms});
        const Digest before = load(file).contentHash;
        decide(file, "P-7", {AliasState::Confirmed, "", {{"PUMP-A", {}, day(15)}, {"PUMP-B", day(15), {}}}});
        const Dataset data = load(file);
        QCOMPARE(assetOf(data, "1"), std::string("PUMP-A"));
        QCOMPARE(assetOf(data, "2"), std::string("PUMP-B"));
        QCOMPARE(assetOf(data, "3"), std::string("PUMP-A")); // begun before, reported late
        QCOMPARE(assetOf(data, "4"), std::string("P-7")); // without a time
        QCOMPARE(data.events.size(), std::size_t{2});
        QCOMPARE(data.assets[data.events.asset[0].value].id, std::string("PUMP-A"));
        QCOMPARE(data.assets[data.events.asset[1].value].id, std::string("PUMP-B")); // from is included
        QCOMPARE(data.contentHash, before); // the sources say what they said
    }

    void leavesNamesOutsideThePeriodsAlone()
    {
        CaseFile file = make({pumps(), orders()});
        decide(file, "P-7", {AliasState::Confirmed, "", {{"PUMP-A", day(12), day(15)}}});
        const Dataset data = load(file);
        QCOMPARE(assetOf(data, "1"), std::string("P-7"));
        QCOMPARE(assetOf(data, "3"), std::string("PUMP-A"));
    }

    void leavesNoEmptyAssetWhereEveryEventIsDated()
    {
        CaseFile file = make({pumps(),
            makeBatch(TableId::Events,
                {{{"time", "2026-01-10T00:00:00Z"}, {"category", "alarm"}, {"code", "A"}, {"asset_id", "P-7"}}})});
        decide(file, "P-7", {AliasState::Confirmed, "", {{"PUMP-A", {}, {}}}});
        const Dataset data = load(file);
        QVERIFY(!data.findAsset("P-7").valid());
        QVERIFY(data.notes.empty());
    }

    void isTakenBackAndKnowsWhatWasDecidedBefore()
    {
        CaseFile file = make({pumps(), orders()});
        decide(file, "P-7", {AliasState::Confirmed, "PUMP-A", {}});
        QCOMPARE(assetOf(load(file), "1"), std::string("PUMP-A"));
        const std::int64_t then = file.documents("", kAliasDocuments)->front().id;
        decide(file, "P-7", {AliasState::Withdrawn, "PUMP-A", {}});
        QCOMPARE(assetOf(load(file), "1"), std::string("P-7"));
        FileState state;
        state.lastDocument = then;
        QCOMPARE(assetOf(load(file, state), "1"), std::string("PUMP-A"));
    }

    void setsNamesApart()
    {
        CaseFile file = make({pumps(),
            makeBatch(TableId::WorkOrders,
                {{{"work_order_id", "1"}, {"asset_id", "pump a"}, {"reported", "2026-01-10T00:00:00Z"}}})});
        QCOMPARE(assetOf(load(file), "1"), std::string("PUMP-A"));
        decide(file, "pump a", {AliasState::Refused, "", {}});
        QCOMPARE(assetOf(load(file), "1"), std::string("pump a"));
    }

    void namesAssetsThatNoListHas()
    {
        CaseFile file = make({makeBatch(TableId::WorkOrders,
            {{{"work_order_id", "1"}, {"asset_id", "K_7"}}, {{"work_order_id", "2"}, {"asset_id", "K-7"}},
                {{"work_order_id", "3"}, {"asset_id", "K 7"}}, {{"work_order_id", "4"}, {"asset_id", "L"}},
                {{"work_order_id", "5"}, {"asset_id", "M"}}})});
        decide(file, "K_7", {AliasState::Confirmed, "K-7", {}});
        decide(file, "K 7", {AliasState::Confirmed, "K_7", {}}); // a name of a name
        decide(file, "L", {AliasState::Confirmed, "NOWHERE", {}});
        decide(file, "M", {AliasState::Confirmed, "N", {}});
        decide(file, "N", {AliasState::Confirmed, "M", {}}); // in a circle
        const Dataset data = load(file);
        QCOMPARE(assetOf(data, "1"), std::string("K-7"));
        QCOMPARE(assetOf(data, "2"), std::string("K-7"));
        QCOMPARE(assetOf(data, "3"), std::string("K-7"));
        QCOMPARE(assetOf(data, "4"), std::string("L"));
        QCOMPARE(assetOf(data, "5"), std::string("M"));
        QCOMPARE(data.assets.size(), std::size_t{3});
    }

    void decidesTagsThatNoListPlaces()
    {
        CaseFile file = make({pumps(),
            makeBatch(TableId::Tags,
                {{{"tag", "PUMP-A.P"}}, {{"tag", "PUMP-A.F"}}, {{"tag", "X9"}, {"asset_id", "PUMP-A"}}})});
        const auto tagAsset = [](const Dataset& data, const std::string& name) {
            for (const Tag& tag : data.tags)
                if (tag.name == name)
                    return tag.asset.valid() ? data.assets[tag.asset.value].id : std::string();
            return std::string("no such tag");
        };
        QCOMPARE(tagAsset(load(file), "PUMP-A.P"), std::string("PUMP-A")); // read from the name
        decide(file, "PUMP-A.P", {AliasState::Confirmed, "PUMP-B", {}});
        decide(file, "PUMP-A.F", {AliasState::Refused, "", {}});
        decide(file, "X9", {AliasState::Confirmed, "PUMP-B", {}});
        const Dataset data = load(file);
        QCOMPARE(tagAsset(data, "PUMP-A.P"), std::string("PUMP-B"));
        QCOMPARE(tagAsset(data, "PUMP-A.F"), std::string());
        QCOMPARE(tagAsset(data, "X9"), std::string("PUMP-A")); // the list says so
        const auto stated = readStatedOfTags(file, file.cases()->front(), "asset_id");
        QCOMPARE(stated->at("X9"), std::string("PUMP-A"));
        QCOMPARE(stated->at("PUMP-A.P"), std::string());
    }
};

QTEST_GUILESS_MAIN(TestAliasDecisions)
#include "tst_alias_decisions.moc"
