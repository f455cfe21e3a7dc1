// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/trial.h"

#include "importers/profile/profile_writer.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

SourceOpener opener(const std::string& bytes)
{
    return [&bytes]() -> Result<std::unique_ptr<ByteSource>> {
        return std::unique_ptr<ByteSource>(std::make_unique<MemorySource>(bytes));
    };
}

SourceHead headOf(const std::string& bytes, const PlanOptions& options = {})
{
    MemorySource source(bytes);
    return readSourceHead(source, "source.csv", options).value();
}

PlanOptions inVienna()
{
    PlanOptions out;
    out.zone = "Europe/Vienna";
    return out;
}

const std::string kStops = "time,asset_id,category,code,value\n"
                           "2026-03-29 01:30:00,TAB-01,alarm,JAM,1.50\n"
                           "2026-03-29 02:30:00,TAB-01,alarm,JAM,2\n" // in the hour that is skipped
                           "2026-03-29 03:30:00,TAB-01,alarm,,3\n" // no code
                           "2026-03-29 04:30:00,TAB-01,alarm,JAM,many\n" // an optional value
                           "2026-03-29 04:30:00,TAB-01,alarm,JAM,many\n";

} // namespace

class TestTrial : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsWhatAnImportWouldStore()
    {
        const ImportPlan plan = proposePlan(headOf(kStops), inVienna()).value();
        const Trial trial = tryImport(opener(kStops), plan, {}).value();
        QCOMPARE(trial.read, std::uint64_t{5});
        QCOMPARE(trial.rejected, std::uint64_t{2});
        QCOMPARE(trial.repeated, std::uint64_t{1});
        QCOMPARE(trial.records.at(TableId::Events), std::uint64_t{3});
        QCOMPARE(trial.diagnostics.at(DiagnosticCode::NonexistentLocalTime), std::uint64_t{1});
        QCOMPARE(trial.diagnostics.at(DiagnosticCode::RequiredValueMissing), std::uint64_t{1});
        QCOMPARE(trial.diagnostics.at(DiagnosticCode::OptionalValueUnreadable), std::uint64_t{2});
        QCOMPARE(trial.rejects.size(), std::size_t{2});
        QCOMPARE(trial.rejects[0].original, std::string("2026-03-29 02:30:00,TAB-01,alarm,JAM,2"));
        QCOMPARE(trial.rejects[1].diagnostic.columnName, std::string("code"));
        QCOMPARE(trial.byZone, std::uint64_t{3});
        QCOMPARE(formatUtc(*trial.first), std::string("2026-03-29T00:30:00Z"));
        QCOMPARE(formatUtc(*trial.last), std::string("2026-03-29T02:30:00Z"));
    }

    void saysThatAZoneIsMissing()
    {
        const ImportPlan plan = proposePlan(headOf(kStops), {}).value();
        const Trial trial = tryImport(opener(kStops), plan, {}).value();
        QCOMPARE(trial.rejected, std::uint64_t{5});
        QCOMPARE(trial.withoutZone, std::uint64_t{5});
    }

    void countsTheEvidenceForTheOrderOfDates()
    {
        std::string text = "time,category,code\n";
        for (int i = 1; i <= 28; ++i)
            text += std::to_string(i) + "/3/2026 07:00,alarm,A\n";
        const ImportPlan plan = proposePlan(headOf(text), inVienna()).value();
        const Trial trial = tryImport(opener(text), plan, {}).value();
        QCOMPARE(trial.dates.at("time").numericDates, std::uint64_t{28});
        QCOMPARE(trial.dates.at("time").firstAbove12, std::uint64_t{16});
        QCOMPARE(trial.dates.at("time").secondAbove12, std::uint64_t{0});
    }

    void previewShowsTypedValuesAndWhatIsWrong()
    {
        const SourceHead head = headOf(kStops);
        const ImportPlan plan = proposePlan(head, inVienna()).value();
        const Preview preview = previewRows(head, plan, 100).value();
        QCOMPARE(preview.tables.size(), std::size_t{1});
        const PreviewTable& events = preview.tables.front();
        QCOMPARE(events.columns.size(), std::size_t{5});
        QCOMPARE(events.rows.size(), std::size_t{5});
        QCOMPARE(events.rows[0].cells[0].text, std::string("2026-03-29 01:30:00+01:00"));
        QCOMPARE(events.rows[0].cells[4].text, std::string("1.50"));
        QVERIFY(!events.rows[0].isRejected && events.rows[0].reason.empty());
        QVERIFY(events.rows[1].isRejected && events.rows[1].cells[0].isBad);
        QCOMPARE(events.rows[1].cells[0].text, std::string("2026-03-29 02:30:00"));
        QVERIFY(events.rows[2].isRejected && events.rows[2].cells[3].isBad);
        QVERIFY(!events.rows[3].isRejected && events.rows[3].cells[4].isBad);
        QCOMPARE(events.rows[3].cells[4].text, std::string("many"));
        QCOMPARE(previewRows(head, plan, 1)->tables.front().rows.size(), std::size_t{1});
    }

    void listsTheCodesOfAllRows()
    {
        std::string text = "time,asset_id,category,code,text\n";
        constexpr int kRows = 5000;
        for (int i = 0; i < kRows; ++i)
            text += "2026-03-29T01:" + std::to_string(10 + i / 60 % 50) + ":" + std::to_string(10 + i % 50)
                + "Z,A,alarm,"
                + (i == 4500         ? "RARE"
                        : i % 3 == 0 ? "JAM"
                                     : "STOP")
                + ",note " + std::to_string(i) + "\n";
        const SourceHead head = headOf(text);
        const Trial trial = tryImport(opener(text), proposePlan(head, inVienna()).value(), {}).value();
        const std::vector<ValueCount>& codes = trial.values.at("code");
        QCOMPARE(codes.size(), std::size_t{3});
        QCOMPARE(codes[0].value, std::string("STOP"));
        QCOMPARE(codes[1].value, std::string("JAM"));
        QCOMPARE(codes[2].value, std::string("RARE"));
        QCOMPARE(codes[2].count, std::size_t{1});
        QCOMPARE(codes[0].count + codes[1].count, std::size_t{kRows - 1});
        QVERIFY(!trial.values.contains("text")); // no codes
        QCOMPARE(valuesOf(head, 3, 500).size(), std::size_t{2}); // of the first rows alone
    }

    void stopsWhenItIsTold()
    {
        const ImportPlan plan = proposePlan(headOf(kStops), inVienna()).value();
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(tryImport(opener(kStops), plan, stop.get_token()).error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestTrial)
#include "tst_trial.moc"
