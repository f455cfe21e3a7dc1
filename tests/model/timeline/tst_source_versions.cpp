// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Newer versions of sources: what they change, and that the data are then as if only the newest had been imported.
#include "model/store/source_versions.h"

#include "model/store/version_difference.h"
#include "model/timeline/dataset_loader.h"
#include "tests/support/case_file_builder.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace antecedent;
using namespace antecedent::testing;

namespace {

Row order(const char* id, const char* text)
{
    return {{"work_order_id", id}, {"asset_id", "R-1"}, {"reported", "2026-01-01T10:00:00Z"}, {"text", text}};
}

Row alarm(const char* time, const char* severity)
{
    return {{"time", time}, {"asset_id", "R-1"}, {"category", "alarm"}, {"code", "HIGH"}, {"severity", severity}};
}

using Batches = std::vector<RecordBatch>;

Batches first()
{
    return {makeBatch(TableId::WorkOrders, {order("W-1", "one"), order("W-2", "two"), order("W-3", "three")}),
        makeBatch(TableId::Events,
            {alarm("2026-01-01T08:00:00Z", "low"), alarm("2026-01-01T09:00:00Z", "low"),
                alarm("2026-01-01T10:00:00Z", "low")},
            4)};
}

Batches second()
{
    return {makeBatch(TableId::WorkOrders, {order("W-1", "one"), order("W-2", "TWO"), order("W-4", "four")}),
        makeBatch(TableId::Events,
            {alarm("2026-01-01T08:00:00Z", "low"), alarm("2026-01-01T09:00:00Z", "high"),
                alarm("2026-01-01T11:00:00Z", "low")},
            4)};
}

Batches third()
{
    return {makeBatch(TableId::WorkOrders, {order("W-2", "two"), order("W-3", "three"), order("W-4", "4")}),
        makeBatch(TableId::Events, {alarm("2026-01-01T08:00:00Z", "high"), alarm("2026-01-01T11:00:00Z", "low")}, 4)};
}

StatedRecords stated(const Batches& batches)
{
    StatedRecords out;
    for (const RecordBatch& batch : batches)
        out.add(batch);
    return out;
}

} // namespace

class TestSourceVersions : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    CaseFile empty()
    {
        const QString path = m_folder.filePath(QString::number(++m_files) + QStringLiteral(".ante"));
        return std::move(CaseFile::create(path.toStdString(), "Plant", "UTC", tester())).value();
    }
    static void add(CaseFile& file, const char* name, const Batches& batches)
    {
        const auto added = addSource(file, name, batches);
        if (!added)
            qFatal("%s", errorText(added.error()).c_str());
    }
    static Dataset load(const CaseFile& file, const LoadOptions& options = {})
    {
        auto dataset = loadDataset(file, file.cases()->front(), options);
        if (!dataset)
            qFatal("%s", errorText(dataset.error()).c_str());
        return std::move(*dataset);
    }
    Digest contentOf(const Batches& batches)
    {
        CaseFile file = empty();
        add(file, "alone", batches);
        return load(file).contentHash;
    }
    static StoredSource source(const CaseFile& file, const char* name)
    {
        const auto all = file.sources();
        for (const StoredSource& each : *all)
            if (each.info.name == name)
                return each;
        qFatal("no source %s", name);
    }
    static VersionDifference compare(const CaseFile& file, const std::vector<const char*>& earlier, const char* newer,
        const Batches& states, const Batches& others = {})
    {
        std::vector<StoredSource> chain;
        for (const char* name : earlier)
            chain.push_back(source(file, name));
        const StatedRecords ofOthers = stated(others);
        auto difference = compareVersions(file, chain, source(file, newer),
            *SetAside::read(file, source(file, newer).id - 1), stated(states), {&ofOthers});
        if (!difference)
            qFatal("%s", errorText(difference.error()).c_str());
        return std::move(*difference);
    }
    static void decide(CaseFile& file, const char* newer, const VersionDecision& decision)
    {
        QVERIFY(file.putDocument("", kVersionDocuments, toHex(source(file, newer).info.sha256), toJson(decision), false,
                        "corrected export")
                    .has_value());
    }

private Q_SLOTS:
    void whatIsAddedChangedAndGoneIsSaidRowByRow()
    {
        CaseFile file = empty();
        add(file, "first", first());
        add(file, "second", second());
        const VersionDifference difference = compare(file, {"first"}, "second", second());
        QCOMPARE(difference.tables.size(), std::size_t{2});
        for (const TableChange& table : difference.tables) {
            QCOMPARE(table.same, std::uint64_t{1});
            QCOMPARE(table.changed, std::uint64_t{1});
            QCOMPARE(table.vanished, std::uint64_t{1});
            QCOMPARE(table.added, std::uint64_t{1});
        }
        const auto found = std::find_if(difference.rows.begin(), difference.rows.end(), [](const RowChange& row) {
            return row.table == TableId::WorkOrders && row.kind == RowChangeKind::Changed;
        });
        QVERIFY(found != difference.rows.end());
        QCOMPARE(found->key, std::string("W-2"));
        QCOMPARE(found->rowBefore, std::uint64_t{2});
        QCOMPARE(found->values.size(), std::size_t{1});
        QCOMPARE(found->values.front().column, std::string("text"));
        QCOMPARE(found->values.front().before, std::string("two"));
        QCOMPARE(found->values.front().after, std::string("TWO"));
    }

    void theDataAreThenAsIfOnlyTheNewerHadBeenImported()
    {
        CaseFile file = empty();
        add(file, "first", first());
        add(file, "second", second());
        const Dataset both = load(file);
        const VersionDecision decision = compare(file, {"first"}, "second", second()).decision;
        decide(file, "second", decision);
        const Dataset after = load(file);
        QVERIFY(after.contentHash == contentOf(second()));
        QVERIFY(file.summary()->contentHash == after.contentHash);
        QCOMPARE(after.workOrders.size(), std::size_t{3});
        QCOMPARE(after.workOrders[1].text, std::string("TWO"));
        QVERIFY(after.notes.empty() || after.notes.front().code != DiagnosticCode::ConflictingValues);
        QCOMPARE(after.events.size(), std::size_t{3});
        QCOMPARE(after.strings.text(after.events.severity[1]), std::string("high"));
        LoadOptions quick;
        quick.eventIds = quick.eventTexts = false;
        QCOMPARE(load(file, quick).events.timeUs, after.events.timeUs);
        VersionDecision back = decision;
        back.isAccepted = false;
        decide(file, "second", back);
        QVERIFY(load(file).contentHash == both.contentHash);
    }

    void theNewestOfSeveralVersionsCountsAndBringsBackWhatItStatesAgain()
    {
        CaseFile file = empty();
        add(file, "first", first());
        add(file, "second", second());
        decide(file, "second", compare(file, {"first"}, "second", second()).decision);
        add(file, "third", third());
        const VersionDifference difference = compare(file, {"second", "first"}, "third", third());
        decide(file, "third", difference.decision);
        QVERIFY(load(file).contentHash == contentOf(third()));
        QCOMPARE(
            versionChain(*readVersionDecisions(file), toHex(source(file, "third").info.sha256)).size(), std::size_t{3});
        // A state of the file before it has the second one.
        LoadOptions then;
        then.state.lastSource = source(file, "second").id;
        QVERIFY(load(file, then).contentHash == contentOf(second()));
    }

    // Nothing was asked about what lies before or after the newer export.
    void whatLiesOutsideOfTheNewerPeriodIsNotGone()
    {
        CaseFile file = empty();
        add(file, "first", first());
        const Batches later{makeBatch(TableId::WorkOrders, {order("W-1", "one"), order("W-2", "two")}),
            makeBatch(
                TableId::Events, {alarm("2026-01-01T09:00:00Z", "high"), alarm("2026-01-01T12:00:00Z", "low")}, 4)};
        add(file, "later", later);
        const VersionDifference difference = compare(file, {"first"}, "later", later);
        QCOMPARE(difference.total().vanished, std::uint64_t{2}); // W-3, and the event at 10:00
        decide(file, "later", difference.decision);
        const Dataset after = load(file);
        QCOMPARE(after.events.size(), std::size_t{3}); // 08:00 of the earlier, 09:00 and 12:00 of the newer
        QCOMPARE(after.workOrders.size(), std::size_t{2});
    }

    void whatAnotherSourceStatesAgainIsNotSetAside()
    {
        CaseFile file = empty();
        add(file, "first", first());
        const Batches other{makeBatch(TableId::WorkOrders, {order("W-3", "three")})};
        add(file, "other", other); // an exact repeat, stored with the first
        add(file, "second", second());
        decide(file, "second", compare(file, {"first"}, "second", second(), other).decision);
        const Dataset after = load(file);
        QCOMPARE(after.workOrders.size(), std::size_t{4});
        QCOMPARE(after.workOrders[2].id, std::string("W-3"));
    }

    void decisionsAreReadBackAndWhatIsNoneIsRefused()
    {
        VersionDecision decision;
        decision.replaces = "ab";
        decision.setAside["ab"][TableId::Events] = {{1, {2, 3}}, {4, {~std::uint64_t{0}, 1}}};
        const Result<VersionDecision> read = versionDecisionFrom(toJson(decision));
        QVERIFY(read.has_value());
        QVERIFY(*read == decision);
        for (const char* text : {"", "[]", "{}", R"({"accepted":true,"replaces":"a","set_aside":{"a":{"x":[]}}})",
                 R"({"accepted":true,"replaces":"a","set_aside":{"a":{"events":[[1,2]]}}})",
                 R"({"accepted":true,"replaces":"a","set_aside":{"a":{"events":[[1,2,-3]]}}})"})
            QVERIFY2(!versionDecisionFrom(text).has_value(), text);
    }
};

QTEST_GUILESS_MAIN(TestSourceVersions)
#include "tst_source_versions.moc"
