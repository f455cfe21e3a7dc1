// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/dataset_loader.h"

#include "model/identity/names.h"
#include "tests/support/case_file_builder.h"

#include <QtTest>

#include <cmath>

using namespace antecedent;
using namespace antecedent::testing;

namespace {

Row alarm(const std::string& time, const std::string& code, const std::string& asset)
{
    return {{"time", time}, {"category", "alarm"}, {"code", code}, {"asset_id", asset}, {"text", "text of " + code}};
}

} // namespace

class TestDatasetLoader : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    CaseFile make()
    {
        const QString path = m_folder.filePath(QString::number(++m_files) + QStringLiteral(".ante"));
        auto file = CaseFile::create(path.toStdString(), "Plant", "Europe/Berlin", tester());
        if (!file)
            qFatal("%s", errorText(file.error()).c_str());
        return std::move(*file);
    }
    static void store(CaseFile& file, const std::string& name, const std::vector<RecordBatch>& batches)
    {
        const auto stored = addSource(file, name, batches);
        QVERIFY2(stored.has_value(), stored ? "" : errorText(stored.error()).c_str());
    }
    static Dataset load(const CaseFile& file, const LoadOptions& options = {})
    {
        auto dataset = loadDataset(file, file.cases()->front(), options);
        if (!dataset)
            qFatal("%s", errorText(dataset.error()).c_str());
        return std::move(*dataset);
    }
    static RecordBatch plant()
    {
        return makeBatch(TableId::Assets,
            {{{"asset_id", "C-120"}, {"cmms_id", "10-C120"}, {"historian_prefix", "C120"}, {"asset_class", "skid"}},
                {{"asset_id", "C-120-P"}, {"parent_id", "C-120"}}, {{"asset_id", "R-1"}, {"parent_id", "R-1"}},
                {{"asset_id", "A"}, {"parent_id", "B"}}, {{"asset_id", "B"}, {"parent_id", "A"}}});
    }

private Q_SLOTS:
    void resolvesSpellingsOfOneAsset()
    {
        CaseFile file = make();
        store(file, "orders",
            {makeBatch(TableId::WorkOrders,
                {{{"work_order_id", "1"}, {"asset_id", "10-c120"}}, {{"work_order_id", "2"}, {"asset_id", "c_120"}},
                    {{"work_order_id", "3"}, {"asset_id", "20-C120-P"}}, {{"work_order_id", "4"}, {"asset_id", "E-99"}},
                    {{"work_order_id", "5"}, {"asset_id", "the pump"}}})});
        store(file, "assets", {plant()});
        QVERIFY(file.putDocument("", "alias", "the pump", R"({"asset":"C-120-P"})", false, "seen on site").has_value());
        const Dataset data = load(file);
        QCOMPARE(data.assets.size(), std::size_t{6});
        const auto nameOf = [&](std::size_t order) { return data.asset(data.workOrders[order].asset)->id; };
        QCOMPARE(nameOf(0), std::string("C-120"));
        QCOMPARE(nameOf(1), std::string("C-120"));
        QCOMPARE(nameOf(2), std::string("C-120-P"));
        QCOMPARE(nameOf(3), std::string("E-99"));
        QCOMPARE(nameOf(4), std::string("C-120-P"));
        QVERIFY(data.asset(data.findAsset("E-99"))->isImplicit);
        QVERIFY(!data.asset(data.findAsset("C-120"))->isImplicit);
        QCOMPARE(data.notes.size(), std::size_t{1});
        QCOMPARE(data.notes.front().name, std::string("E-99"));
        QCOMPARE(data.notes.front().detail, std::string("named in work_orders"));
        const Asset* unit = data.asset(data.findAsset("10-C120"));
        QCOMPARE(unit->children.size(), std::size_t{1});
        QCOMPARE(data.assets[unit->children.front().value].id, std::string("C-120-P"));
        QVERIFY(!data.asset(data.findAsset("R-1"))->parent.valid()); // never its own parent
        QVERIFY(!data.asset(data.findAsset("A"))->parent.valid() || !data.asset(data.findAsset("B"))->parent.valid());
    }

    void cutsEachCycleOfTheHierarchyOnce()
    {
        CaseFile file = make();
        std::vector<Row> rows{{{"asset_id", "C"}, {"parent_id", "B"}}, {{"asset_id", "B"}, {"parent_id", "A"}},
            {{"asset_id", "A"}, {"parent_id", "C"}}, {{"asset_id", "T"}, {"parent_id", "A"}},
            {{"asset_id", "Y"}, {"parent_id", "Z"}}, {{"asset_id", "Z"}, {"parent_id", "Y"}}};
        constexpr int kDeep = 5'000;
        for (int i = 0; i < kDeep; ++i)
            rows.push_back({{"asset_id", "D" + std::to_string(i)}, {"parent_id", "D" + std::to_string(i + 1)}});
        store(file, "assets", {makeBatch(TableId::Assets, rows)});
        const Dataset data = load(file);
        const auto parentOf = [&](const char* asset) {
            const AssetIndex parent = data.assets[data.findAsset(asset).value].parent;
            return parent.valid() ? data.assets[parent.value].id : std::string();
        };
        QCOMPARE(parentOf("A"), std::string()); // the first of its cycle
        QCOMPARE(parentOf("B"), std::string("A"));
        QCOMPARE(parentOf("C"), std::string("B"));
        QCOMPARE(parentOf("T"), std::string("A"));
        QCOMPARE(parentOf("Y"), std::string());
        QCOMPARE(parentOf("Z"), std::string("Y"));
        QCOMPARE(parentOf("D4999"), std::string("D5000"));
        QCOMPARE(
            std::count_if(data.assets.begin(), data.assets.end(), [](const Asset& a) { return !a.parent.valid(); }),
            std::ptrdiff_t{3});
    }

    void doesNotGuessBetweenTwoAssets()
    {
        NameResolver resolver;
        resolver.addAsset("P-1.1", {});
        resolver.addAsset("P-11", {});
        resolver.addAsset("10-V1", {});
        resolver.addAsset("20-V1", {});
        QVERIFY(!resolver.resolve("p11").has_value());
        QVERIFY(!resolver.resolve("V1").has_value());
        QCOMPARE(resolver.resolve("P-11").value(), std::string("P-11"));
        QCOMPARE(resolver.resolve("10v1").value(), std::string("10-V1"));
    }

    void mergesStatementsInAnyOrder()
    {
        const std::vector<Row> statements{{{"work_order_id", "7"}, {"asset_id", "R-1"}, {"status", "open"},
                                              {"priority", "2"}, {"recorded", "2026-01-01T00:00:00Z"}},
            {{"work_order_id", "7"}, {"asset_id", "R-1"}, {"status", "done"}, {"recorded", "2026-01-05T00:00:00Z"}},
            {{"work_order_id", "7"}, {"asset_id", "R-1"}, {"text", "new seal"}, {"status", "work"},
                {"recorded", "2026-01-03T00:00:00Z"}}};
        std::vector<int> order{0, 1, 2};
        Digest content{};
        RecordId id;
        do {
            CaseFile file = make();
            for (const int i : order)
                store(file, "s" + std::to_string(i),
                    {makeBatch(TableId::WorkOrders, {statements[static_cast<std::size_t>(i)]})});
            const Dataset data = load(file);
            QCOMPARE(data.workOrders.size(), std::size_t{1});
            const WorkOrder& merged = data.workOrders.front();
            QCOMPARE(merged.status, std::string("done")); // recorded last
            QCOMPARE(merged.priority, std::string("2")); // known beats unknown
            QCOMPARE(merged.text, std::string("new seal"));
            QCOMPARE(data.notes.back().code, DiagnosticCode::UnresolvedName);
            QCOMPARE(data.notes.front().code, DiagnosticCode::ConflictingValues);
            QCOMPARE(data.notes.size(), std::size_t{2});
            if (order == std::vector<int>{0, 1, 2}) {
                content = data.contentHash;
                id = merged.head.id;
            }
            QCOMPARE(data.contentHash, content);
            QCOMPARE(merged.head.id, id);
            QCOMPARE(file.summary()->contentHash, content);
            QCOMPARE(merged.head.source.value, std::uint32_t{0});
        } while (std::next_permutation(order.begin(), order.end()));
    }

    void partsOfARecordCompleteEachOther()
    {
        // The order gives the time, the data sheet the result, the points the error; of calibration 8 only points are
        // there.
        const std::vector<Row> parts{
            {{"calibration_id", "7"}, {"asset_id", "TT-1"}, {"performed", "2026-01-01T08:00:00Z"}},
            {{"calibration_id", "7"}, {"asset_id", "TT-1"}, {"as_found_result", "fail"}},
            {{"calibration_id", "7"}, {"as_found_error", "1.9"}, {"unit", "degC"}},
            {{"calibration_id", "8"}, {"as_found_error", "0.1"}}};
        std::vector<int> order{0, 1, 2, 3};
        Digest content{};
        do {
            CaseFile file = make();
            for (const int i : order)
                store(file, "s" + std::to_string(i),
                    {makeBatch(TableId::Calibrations, {parts[static_cast<std::size_t>(i)]})});
            const Dataset data = load(file);
            QCOMPARE(data.calibrations.size(), std::size_t{1});
            QCOMPARE(data.calibrations.front().asFoundResult, std::string("fail"));
            QCOMPARE(formatDecimal(data.calibrations.front().asFoundError), std::string("1.9"));
            QVERIFY(data.calibrations.front().performed.known());
            const auto note = std::find_if(data.notes.begin(), data.notes.end(),
                [](const ResolutionNote& n) { return n.code == DiagnosticCode::IncompleteRecord; });
            QVERIFY(note != data.notes.end());
            QCOMPARE(note->name, std::string("8"));
            QCOMPARE(note->detail, std::string("no source states asset_id, performed"));
            QCOMPARE(file.summary()->counts.at("calibrations"), std::uint64_t{1});
            if (order == std::vector<int>{0, 1, 2, 3})
                content = data.contentHash;
            QCOMPARE(data.contentHash, content);
            QCOMPARE(file.summary()->contentHash, content);
        } while (std::next_permutation(order.begin(), order.end()));
    }

    void aTimeBeatsTheDateThatItLiesOn()
    {
        const std::vector<Row> statements{
            {{"work_order_id", "7"}, {"asset_id", "R-1"}, {"finished", "2026-01-05"}, {"started", "2026-01-03"}},
            {{"work_order_id", "7"}, {"asset_id", "R-1"}, {"finished", "2026-01-05T09:30:00Z"},
                {"started", "2026-01-04T07:00:00Z"}, {"recorded", "2026-01-06T00:00:00Z"}}};
        for (const bool isReversed : {false, true}) {
            CaseFile file = make();
            store(file, "a", {makeBatch(TableId::WorkOrders, {statements[isReversed ? 1 : 0]})});
            store(file, "b", {makeBatch(TableId::WorkOrders, {statements[isReversed ? 0 : 1]})});
            const Dataset data = load(file);
            QCOMPARE(formatUtc(data.workOrders.front().finished), std::string("2026-01-05T09:30:00Z"));
            QCOMPARE(formatUtc(data.workOrders.front().started), std::string("2026-01-04T07:00:00Z"));
            const auto conflicts = std::count_if(data.notes.begin(), data.notes.end(),
                [](const ResolutionNote& n) { return n.code == DiagnosticCode::ConflictingValues; });
            QCOMPARE(conflicts, 1); // the starts are on different days
        }
    }

    void contentHashKnowsNoSplitAndNoZone()
    {
        const std::vector<Row> events{alarm("2026-01-01T10:00:00Z", "A", "R-1"),
            alarm("2026-01-01T11:00:00Z", "B", "R-2"), alarm("2026-01-01T11:00:00Z", "A", "R-2"),
            alarm("2026-01-02T09:30:00Z", "C", "")};
        std::vector<Row> samples;
        for (int i = 0; i < 10; ++i)
            samples.push_back({{"time", "2026-01-01T10:00:0" + std::to_string(i) + "Z"}, {"tag", i % 2 ? "T" : "U"},
                {"value", "1." + std::to_string(i)}, {"quality", "Good"}});
        CaseFile whole = make();
        store(whole, "all", {makeBatch(TableId::Events, events), makeBatch(TableId::Samples, samples)});
        CaseFile split = make();
        std::vector<Row> local = events;
        local[0]["time"] = "2026-01-01T11:00:00+01:00";
        store(split, "b", {makeBatch(TableId::Events, {local[3], local[1]})});
        store(split, "c", {makeBatch(TableId::Samples, {samples.begin() + 4, samples.end()})});
        store(split, "a", {makeBatch(TableId::Events, {local[2], local[0], local[1]})});
        store(split, "d", {makeBatch(TableId::Samples, {samples.begin(), samples.begin() + 6})});
        const Dataset a = load(whole);
        const Dataset b = load(split);
        QCOMPARE(a.contentHash, b.contentHash);
        QCOMPARE(a.events.timeUs, b.events.timeUs);
        QCOMPARE(a.events.id, b.events.id);
        for (std::size_t i = 0; i < a.events.size(); ++i)
            QCOMPARE(a.strings.text(a.events.code[i]), b.strings.text(b.events.code[i]));
        QCOMPARE(split.summary()->counts.at("samples"), std::uint64_t{10});
        CaseFile other = make();
        local[0]["code"] = "X";
        store(other, "a", {makeBatch(TableId::Events, local), makeBatch(TableId::Samples, samples)});
        QVERIFY(load(other).contentHash != a.contentHash);
    }

    void aTagThatNoListDescribesBelongsToTheAssetInItsName()
    {
        CaseFile file = make();
        std::vector<Row> samples;
        for (const char* tag : {"R-1.TEMP", "R-1.JACKET/TEMP", "R-10.TEMP", "TEMP", ".R-1"})
            samples.push_back({{"time", "2026-01-01T10:00:00Z"}, {"tag", tag}, {"value", "1"}, {"quality", "Good"}});
        store(file, "all",
            {makeBatch(TableId::Events,
                 {alarm("2026-01-01T10:00:00Z", "A", "R-1"), alarm("2026-01-01T11:00:00Z", "A", "R-1.JACKET")}),
                makeBatch(TableId::Samples, samples)});
        const Dataset data = load(file);
        std::string said;
        for (const Tag& tag : data.tags)
            said += tag.name + "=" + (tag.asset.valid() ? data.asset(tag.asset)->id : "-") + " ";
        QCOMPARE(said, std::string(".R-1=- R-1.JACKET/TEMP=R-1.JACKET R-1.TEMP=R-1 R-10.TEMP=- TEMP=- "));
    }

    void putsEventsInCanonicalOrderWithTheirTexts()
    {
        CaseFile file = make();
        store(file, "a",
            {makeBatch(TableId::Events,
                 {alarm("2026-01-02T00:00:00.5Z", "B", "R-1"), alarm("2026-01-01T00:00:00Z", "Z", "R-1"),
                     alarm("2026-01-01T00:00:00Z", "A", "R-2")}),
                makeBatch(TableId::Batches, {{{"batch_id", "B1"}}})});
        const Dataset data = load(file);
        QCOMPARE(data.events.size(), std::size_t{3});
        QCOMPARE(data.strings.text(data.events.code[0]), std::string("A"));
        QCOMPARE(data.strings.text(data.events.code[1]), std::string("Z"));
        QCOMPARE(data.strings.text(data.events.text[2]), std::string("text of B"));
        QCOMPARE(data.events.precision[2], static_cast<std::uint8_t>(TimePrecision::Decimal1));
        QCOMPARE(data.asset(data.events.asset[0])->id, std::string("R-2"));
        QVERIFY(!data.events.batch[0].valid());
        QCOMPARE(data.events.row[0], std::uint64_t{3});
        QCOMPARE(data.events.id.size(), std::size_t{3});
        const Dataset quick = load(file, {false, false, {}});
        QCOMPARE(quick.events.timeUs, data.events.timeUs);
        QVERIFY(quick.events.id.empty());
        QCOMPARE(quick.events.text[2], std::uint32_t{0});
        const Dataset texts = load(file, {false, true, {}});
        QCOMPARE(texts.strings.text(texts.events.text[0]), std::string("text of A"));
    }

    void coversEachKindFromFirstToLastRecordOrAsDeclared()
    {
        CaseFile file = make();
        store(file, "a",
            {makeBatch(
                TableId::Events, {alarm("2026-01-01T00:00:00Z", "A", ""), alarm("2026-01-03T00:00:00Z", "B", "")})});
        store(file, "b", {makeBatch(TableId::Events, {alarm("2026-01-05T00:00:00Z", "A", "")})});
        SourceMeta meta;
        meta.name = "c";
        meta.covers = Interval{Timestamp(Duration(0)), Timestamp(Duration(1'000'000))};
        {
            auto writer = file.beginSource(meta);
            QVERIFY((*writer)
                        ->add(makeBatch(TableId::WorkOrders,
                            {{{"work_order_id", "1"}, {"asset_id", "X"}, {"reported", "2026-01-01T00:00:00Z"},
                                {"due", "2030-01-01T00:00:00Z"}}}))
                        .has_value());
            QVERIFY((*writer)->finish({1, 1, 0, 0}, sha256("c")).has_value());
        }
        const Dataset data = load(file);
        QCOMPARE(data.coverage.size(), std::size_t{2});
        QCOMPARE(data.coverage[0].table, TableId::Events);
        QCOMPARE(data.strings.text(data.coverage[0].category), std::string("alarm"));
        QCOMPARE(data.coverage[0].intervals.size(), std::size_t{2});
        QCOMPARE(data.coverage[0].intervals[0].length(), Duration(2 * 86'400'000'000LL + 1));
        QCOMPARE(data.coverage[1].intervals.front(), *meta.covers);
    }

    void keepsAClosedCaseAsItWas()
    {
        CaseFile file = make();
        store(file, "a", {makeBatch(TableId::Assets, {{{"asset_id", "R-1"}}})});
        QVERIFY(file.closeCase("CASE-001", "").has_value());
        store(file, "b",
            {makeBatch(TableId::Assets, {{{"asset_id", "R-2"}}}),
                makeBatch(TableId::Events, {alarm("2026-01-01T00:00:00Z", "A", "R-9")})});
        const Dataset closed = load(file);
        QCOMPARE(closed.assets.size(), std::size_t{1});
        QCOMPARE(closed.events.size(), std::size_t{0});
        QCOMPARE(closed.sources.size(), std::size_t{1});
        const auto open = loadDataset(file, *file.newCase("next"));
        QCOMPARE(open->assets.size(), std::size_t{3});
    }

    void readsSamplesByTagAndTime()
    {
        CaseFile file = make();
        std::vector<Row> samples;
        for (int i = 0; i < 60; ++i)
            samples.push_back(
                {{"time", "2026-01-01T10:" + std::string(i < 10 ? "0" : "") + std::to_string(i) + ":00Z"}, {"tag", "T"},
                    {"value", i == 5 ? "" : std::to_string(i) + ".50"}, {"quality", i == 7 ? "Bad" : "Good"}});
        store(file, "late", {makeBatch(TableId::Samples, {samples.begin() + 30, samples.end()})});
        store(file, "early", {makeBatch(TableId::Samples, {samples.begin(), samples.begin() + 30})});
        const Dataset data = load(file);
        QCOMPARE(data.tags.size(), std::size_t{1});
        QCOMPARE(data.tags.front().sampleCount, std::uint64_t{60});
        const auto reader = makeSampleReader(file, file.cases()->front(), data);
        const Timestamp begin = data.tags.front().sampleSpan->begin;
        const auto all = reader->read({0}, *data.tags.front().sampleSpan);
        QVERIFY(all.has_value());
        QCOMPARE(all->size(), std::size_t{60});
        QCOMPARE((*all)[59].value, 59.5);
        QVERIFY(std::isnan((*all)[5].value));
        QVERIFY(std::isnan((*all)[7].value));
        const auto some = reader->read({0}, {begin + std::chrono::minutes(28), begin + std::chrono::minutes(32)});
        QCOMPARE(some->size(), std::size_t{4});
        QCOMPARE(some->front().value, 28.5);
        QCOMPARE(reader->read({0}, {begin - std::chrono::hours(1), begin})->size(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestDatasetLoader)
#include "tst_dataset_loader.moc"
