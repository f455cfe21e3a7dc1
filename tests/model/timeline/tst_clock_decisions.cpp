// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Corrected clocks: what the dataset shows, and what stays as the sources state it.
#include "model/timeline/clock_decisions.h"

#include "model/store/stated_row.h"
#include "model/timeline/alias_decisions.h"
#include "model/timeline/dataset_loader.h"
#include "tests/support/case_file_builder.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace antecedent;
using namespace antecedent::testing;

class TestClockDecisions : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    int m_files = 0;

    CaseFile plant()
    {
        const QString path = m_folder.filePath(QString::number(++m_files) + QStringLiteral(".ante"));
        CaseFile file = std::move(CaseFile::create(path.toStdString(), "Plant", "UTC", tester())).value();
        const auto add = [&](const char* name, TableId table, const std::vector<Row>& rows) {
            const auto added = addSource(file, name, {makeBatch(table, rows)});
            if (!added)
                qFatal("%s", errorText(added.error()).c_str());
        };
        add("orders", TableId::WorkOrders,
            {{{"work_order_id", "W-1"}, {"asset_id", "R-1"}, {"type", "PM"}, {"started", "2026-01-01T10:05:00Z"},
                {"finished", "2026-01-01T11:05:00Z"}, {"due", "2026-02-01T00:00:00Z"},
                {"recorded", "2026-01-02T10:05:00Z"}}});
        add("events", TableId::Events,
            {{{"time", "2026-01-01T10:00:00Z"}, {"end", "2026-01-01T10:30:00Z"}, {"asset_id", "R-1"},
                 {"category", "state"}, {"code", "RUNNING"}, {"text", "runs"}},
                {{"time", "2026-01-01T10:00:10Z"}, {"asset_id", "R-1"}, {"category", "operator"}, {"code", "LOGIN"},
                    {"text", "by hand"}}});
        return file;
    }
    static Dataset load(const CaseFile& file, const LoadOptions& options = {})
    {
        auto dataset = loadDataset(file, file.cases()->front(), options);
        if (!dataset)
            qFatal("%s", errorText(dataset.error()).c_str());
        return std::move(*dataset);
    }
    static std::string hashOf(const Dataset& dataset, bool isEvents)
    {
        const SourceIndex source = isEvents ? dataset.events.source.front() : dataset.workOrders.front().head.source;
        return toHex(dataset.sources[source.value].sha256);
    }
    static void decide(CaseFile& file, const std::string& hash, const SourceClock& clock, bool isAccepted = true)
    {
        QVERIFY(file.putDocument("", kClockDocuments, clockDocumentName(hash, clock.category),
                        toJson(ClockDecision{clock, isAccepted, false, "stated"}), false, "seen at the panel")
                    .has_value());
    }
    static std::int64_t us(const char* text) { return parseIso(text)->us; }

private Q_SLOTS:
    void timesOfRecordsAreCorrectedButNotPlanDatesAndNoContent()
    {
        CaseFile file = plant();
        const Dataset before = load(file);
        SourceClock clock;
        clock.offset = std::chrono::minutes(5);
        clock.uncertainty = std::chrono::seconds(30);
        decide(file, hashOf(before, false), clock);
        const Dataset after = load(file);
        const WorkOrder& order = after.workOrders.front();
        QCOMPARE(order.started.utcUs, us("2026-01-01T10:00:00Z"));
        QCOMPARE(order.finished.utcUs, us("2026-01-01T11:00:00Z"));
        QCOMPARE(order.head.recorded.utcUs, us("2026-01-02T10:00:00Z"));
        QCOMPARE(order.due.utcUs, us("2026-02-01T00:00:00Z"));
        QVERIFY(order.head.id == before.workOrders.front().head.id);
        QVERIFY(after.contentHash == before.contentHash);
        QCOMPARE(after.events.timeUs, before.events.timeUs);
        const SourceInfo& source = after.sources[order.head.source.value];
        QVERIFY(source.clockUncertainty == Duration(std::chrono::seconds(30)));
        LoadOptions stated;
        stated.correctsClocks = false;
        QCOMPARE(load(file, stated).workOrders.front().started.utcUs, us("2026-01-01T10:05:00Z"));
    }

    void oneCategoryOfEventsMovesInOrderAndKeepsItsIdAndText()
    {
        CaseFile file = plant();
        const Dataset before = load(file);
        SourceClock clock;
        clock.category = "operator";
        clock.offset = std::chrono::seconds(20);
        clock.driftPpm = 100; // 20 us more in the 200 ms since
        clock.since = Timestamp(Duration(us("2026-01-01T10:00:09.8Z")));
        decide(file, hashOf(before, true), clock);
        const Dataset after = load(file);
        QCOMPARE(after.events.timeUs.front(), us("2026-01-01T09:59:50Z") - 20);
        QCOMPARE(after.events.timeUs.back(), us("2026-01-01T10:00:00Z")); // of the state
        QCOMPARE(after.events.endUs.back(), us("2026-01-01T10:30:00Z"));
        QVERIFY(after.events.id.front() == before.events.id.back());
        QCOMPARE(after.strings.text(after.events.text.front()), std::string("by hand"));
        // The original row is found by the time that the source states.
        const SourceInfo& source = after.sources[after.events.source.front().value];
        const auto stored = file.findSourceByHash(source.sha256);
        const std::int64_t stated = clockFor(source.clocks, "operator")->statedUs(after.events.timeUs.front());
        const auto row = readStatedRow(file, TableId::Events, (*stored)->id, after.events.row.front(), stated);
        QVERIFY(row.has_value());
        QVERIFY(
            !readStatedRow(file, TableId::Events, (*stored)->id, after.events.row.front(), stated + 1000).has_value());
        QVERIFY(!source.clockUncertainty); // of one category only
        QVERIFY(after.contentHash == before.contentHash);
        for (const std::int64_t each :
            {us("2026-01-01T10:00:10Z"), us("2026-03-01T00:00:00Z"), us("2025-01-01T00:00:00Z")})
            QVERIFY(std::abs(clock.statedUs(clock.correctedUs(each)) - each) <= 1);
    }

    void aWithdrawnClockCountsAsNeverMadeAndAStateOfTheFileKeepsItsOwn()
    {
        CaseFile file = plant();
        const Dataset before = load(file);
        SourceClock clock;
        clock.offset = std::chrono::minutes(5);
        decide(file, hashOf(before, false), clock);
        LoadOptions then;
        then.state.lastDocument = file.documents("", kClockDocuments)->front().id;
        decide(file, hashOf(before, false), clock, false);
        QCOMPARE(load(file).workOrders.front().started.utcUs, us("2026-01-01T10:05:00Z"));
        QCOMPARE(load(file, then).workOrders.front().started.utcUs, us("2026-01-01T10:00:00Z"));
        then.state.lastDocument = 0;
        QCOMPARE(load(file, then).workOrders.front().started.utcUs, us("2026-01-01T10:05:00Z"));
    }

    // The sources' hashes rank them, so both orders of the clock are tried.
    void aRecordInPartsIsCorrectedPartByPart_data()
    {
        QTest::addColumn<QString>("corrected");
        QTest::newRow("begin") << QStringLiteral("begin");
        QTest::newRow("end") << QStringLiteral("end");
    }
    void aRecordInPartsIsCorrectedPartByPart()
    {
        QFETCH(QString, corrected);
        CaseFile file = plant();
        const auto add = [&](const char* name, const Row& row) {
            QVERIFY(addSource(file, name, {makeBatch(TableId::WorkOrders, {row})}).has_value());
        };
        add("begin", {{"work_order_id", "W-2"}, {"asset_id", "R-1"}, {"started", "2026-01-03T10:05:00Z"}});
        add("end", {{"work_order_id", "W-2"}, {"asset_id", "R-1"}, {"finished", "2026-01-03T12:05:00Z"}});
        const Dataset before = load(file);
        SourceClock clock;
        clock.offset = std::chrono::minutes(5);
        for (const SourceInfo& source : before.sources)
            if (source.name == corrected.toStdString())
                decide(file, toHex(source.sha256), clock);
        const Dataset after = load(file);
        const WorkOrder& order = after.workOrders.back();
        const bool isBegin = corrected == QStringLiteral("begin");
        QCOMPARE(order.started.utcUs, us(isBegin ? "2026-01-03T10:00:00Z" : "2026-01-03T10:05:00Z"));
        QCOMPARE(order.finished.utcUs, us(isBegin ? "2026-01-03T12:05:00Z" : "2026-01-03T12:00:00Z"));
        QVERIFY(after.contentHash == before.contentHash);
    }

    void datedNamesAreReadByTheCorrectedTimeInRowsAndEvents()
    {
        CaseFile file = plant();
        const Dataset before = load(file);
        AliasDecision dated;
        dated.periods = {{"R-OLD", std::nullopt, Timestamp(Duration(us("2026-01-01T10:02:00Z")))},
            {"R-NEW", Timestamp(Duration(us("2026-01-01T10:02:00Z"))), std::nullopt}};
        QVERIFY(file.putDocument("", kAliasDocuments, "R-1", toJson(dated), false, "moved").has_value());
        SourceClock clock;
        clock.offset = std::chrono::minutes(5);
        decide(file, hashOf(before, false), clock); // 10:05 is 10:00
        const Dataset after = load(file);
        QCOMPARE(after.asset(after.workOrders.front().asset)->id, std::string("R-OLD"));
        QCOMPARE(after.asset(after.events.asset.front())->id, std::string("R-OLD"));
    }

    void declaredCoverageAndTheSpanMoveWithTheClock()
    {
        CaseFile file = plant();
        const Interval declared{
            Timestamp(Duration(us("2026-02-01T00:00:00Z"))), Timestamp(Duration(us("2026-02-02T00:00:00Z")))};
        QVERIFY(addSource(file, "declared",
            {makeBatch(TableId::Cleanings,
                {{{"cleaning_id", "C-1"}, {"asset_id", "R-1"}, {"start", "2026-02-01T10:00:00Z"},
                    {"end", "2026-02-01T11:00:00Z"}}})},
            {}, {}, declared)
                    .has_value());
        const Dataset before = load(file);
        SourceClock clock;
        clock.offset = std::chrono::hours(24);
        decide(file, toHex(before.sources[before.cleanings.front().head.source.value].sha256), clock);
        const Dataset after = load(file);
        const auto coverage = std::find_if(after.coverage.begin(), after.coverage.end(),
            [](const Coverage& c) { return c.table == TableId::Cleanings; });
        QVERIFY(coverage != after.coverage.end());
        QCOMPARE(coverage->intervals.front().begin.time_since_epoch().count(), us("2026-01-31T00:00:00Z"));
        QCOMPARE(coverage->intervals.front().end.time_since_epoch().count(), us("2026-02-01T00:00:00Z"));
        const auto& span = after.sources[after.cleanings.front().head.source.value].span;
        QCOMPARE(span->begin.time_since_epoch().count(), us("2026-01-31T10:00:00Z"));
    }

    void aClosedCaseKeepsTheDecisionsThatItHad()
    {
        CaseFile file = plant();
        const Dataset before = load(file);
        SourceClock clock;
        clock.offset = std::chrono::minutes(5);
        decide(file, hashOf(before, false), clock);
        QVERIFY(file.closeCase("CASE-001", "signed").has_value());
        QVERIFY(file.newCase("Another").has_value());
        clock.offset = std::chrono::minutes(1);
        decide(file, hashOf(before, false), clock);
        AliasDecision alias;
        alias.asset = "R-9";
        QVERIFY(file.putDocument("", kAliasDocuments, "R-1", toJson(alias), false, "renamed").has_value());
        const auto in = [&](const char* id) { return *loadDataset(file, *file.findCase(id)); };
        QCOMPARE(in("CASE-001").workOrders.front().started.utcUs, us("2026-01-01T10:00:00Z"));
        QVERIFY(in("CASE-001").findAsset("R-9") == AssetIndex{});
        QCOMPARE(in("CASE-002").workOrders.front().started.utcUs, us("2026-01-01T10:04:00Z"));
    }

    void decisionsAreReadBackAndWhatIsNoneIsRefused()
    {
        ClockDecision decision;
        decision.isAccepted = true;
        decision.basis = "12 anchors in dcs.csv";
        decision.clock = {"alarm", Duration(-5), 2.5, Timestamp(Duration(77)), std::nullopt};
        const Result<ClockDecision> read = clockDecisionFrom(toJson(decision));
        QVERIFY(read.has_value() && *read == decision);
        for (const char* text :
            {"", "{}", "[]", "{\"offset_us\":\"5\"}",
                R"({"accepted":true,"basis":"","category":"","drift_ppm":1e9,"offset_us":0,"since_us":0})",
                R"({"accepted":true,"basis":"","category":"","drift_ppm":0,"offset_us":0,"since_us":0,"uncertainty_us":1e300})",
                R"({"accepted":1,"basis":"","category":"","drift_ppm":0,"offset_us":0,"since_us":0})"})
            QCOMPARE(clockDecisionFrom(text).error().code, ErrorCode::CorruptInput);
    }
};

QTEST_GUILESS_MAIN(TestClockDecisions)
#include "tst_clock_decisions.moc"
