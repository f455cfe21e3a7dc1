// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/case_file.h"

#include "model/store/database.h"
#include "model/store/row_set.h"
#include "model/store/stated_row.h"
#include "tests/support/case_file_builder.h"

#include <QtTest>

#include <filesystem>

using namespace antecedent;
using namespace antecedent::testing;

namespace {

// A value for a column that no other column or row has.
std::string sampleOf(const ColumnSpec& column, std::size_t position, std::size_t row)
{
    if (column.type == ColumnType::Number)
        return std::to_string(row) + "." + std::to_string(position) + "0";
    if (column.type == ColumnType::Time)
        return "2026-03-" + std::to_string(10 + row) + "T" + std::to_string(10 + position % 10) + ":00:00.250+02:00";
    return std::string(column.name) + " ä " + std::to_string(row);
}

Row fullRow(const TableSpec& spec, std::size_t row)
{
    Row values;
    for (std::size_t c = 0; c < spec.columns.size(); ++c)
        values[std::string(spec.columns[c].name)] = sampleOf(spec.columns[c], c, row);
    values["extra column"] = "kept \"" + std::to_string(row);
    return values;
}

} // namespace

class TestCaseFile : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string pathOf(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }
    CaseFile make(const char* name)
    {
        auto file = CaseFile::create(pathOf(name), "Title", "Europe/Berlin", tester());
        if (!file)
            qFatal("%s", errorText(file.error()).c_str());
        return std::move(*file);
    }

private Q_SLOTS:
    void createsWithAFirstCaseAndRefusesToOverwrite()
    {
        {
            CaseFile file = make("new.ante");
            QCOMPARE(*file.title(), std::string("Title"));
            QCOMPARE(*file.siteZone(), std::string("Europe/Berlin"));
            const auto cases = file.cases();
            QCOMPARE(cases->size(), std::size_t{1});
            QCOMPARE(cases->front().id, std::string("CASE-001"));
            QVERIFY(cases->front().open);
        }
        const auto again = CaseFile::create(pathOf("new.ante"), "Other", "", tester());
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::FileExists);
        for (const auto& entry : std::filesystem::directory_iterator(m_folder.path().toStdString()))
            QCOMPARE(entry.path().filename().string(), std::string("new.ante")); // nothing beside the closed file
    }

    void storesEveryColumnOfEveryTable()
    {
        CaseFile file = make("columns.ante");
        for (const TableSpec& spec : allTables()) {
            if (spec.id == TableId::Events || spec.id == TableId::Samples)
                continue;
            const RecordBatch batch = makeBatch(spec.id, {fullRow(spec, 1), fullRow(spec, 2)});
            const auto result = addSource(file, std::string(spec.name), {batch});
            QVERIFY2(result.has_value(), result ? "" : errorText(result.error()).c_str());
            QCOMPARE(result->records.at(spec.id), std::uint64_t{2});
            const auto rows = readRows(file, spec.id);
            QVERIFY(rows.has_value());
            QCOMPARE(rows->batch.rows, std::size_t{2});
            for (std::size_t c = 0; c < spec.columns.size(); ++c) {
                QCOMPARE(rows->batch.columns[c].texts, batch.columns[c].texts);
                QCOMPARE(rows->batch.columns[c].times, batch.columns[c].times);
                QCOMPARE(rows->batch.columns[c].numbers, batch.columns[c].numbers);
            }
            QCOMPARE(rows->batch.attributeNames, batch.attributeNames);
            QCOMPARE(rows->batch.attributes, batch.attributes);
            QCOMPARE(rows->batch.sourceRows[1].byteOffset, std::uint64_t{20});
        }
    }

    void leavesExactRepeatsOutAndKeepsFurtherStatements()
    {
        CaseFile file = make("repeats.ante");
        const Row first{{"work_order_id", "1"}, {"asset_id", "P-1"}, {"status", "open"}};
        const Row later{{"work_order_id", "1"}, {"asset_id", "P-1"}, {"status", "closed"}};
        SourceMeta meta;
        meta.name = "a";
        {
            auto writer = file.beginSource(meta);
            QVERIFY(writer.has_value());
            const auto outcome = (*writer)->add(makeBatch(TableId::WorkOrders, {first, first}));
            QCOMPARE(outcome->stored, std::size_t{1});
            QCOMPARE(outcome->duplicateRows, std::vector<std::uint64_t>{2});
            QVERIFY((*writer)->finish({2, 1, 0, 1}, sha256("a")).has_value());
        }
        {
            auto writer = file.beginSource(meta);
            const auto outcome = (*writer)->add(makeBatch(TableId::WorkOrders, {first, later}));
            QCOMPARE(outcome->stored, std::size_t{1});
            QCOMPARE(outcome->duplicateRows, std::vector<std::uint64_t>{1});
            QVERIFY((*writer)->finish({2, 1, 0, 1}, sha256("b")).has_value());
        }
        QCOMPARE(readRows(file, TableId::WorkOrders)->batch.rows, std::size_t{2});
        QCOMPARE(file.summary()->counts.at("work_orders"), std::uint64_t{1});
        QVERIFY(file.findSourceByHash(sha256("b"))->has_value());
        QVERIFY(!file.findSourceByHash(sha256("c"))->has_value());
    }

    void rollsBackASourceThatIsNotFinished()
    {
        CaseFile file = make("rollback.ante");
        {
            auto writer = file.beginSource({});
            QVERIFY((*writer)->add(makeBatch(TableId::Assets, {{{"asset_id", "R-1"}}})).has_value());
        }
        QCOMPARE(readRows(file, TableId::Assets)->batch.rows, std::size_t{0});
        QCOMPARE(file.sources()->size(), std::size_t{0});
        {
            auto writer = file.beginSource({});
            QVERIFY((*writer)->add(makeBatch(TableId::Assets, {{{"asset_id", "R-1"}}})).has_value());
            const auto wrong = (*writer)->finish({2, 1, 0, 0}, sha256("x"));
            QVERIFY(!wrong);
            QCOMPARE(wrong.error().code, ErrorCode::InvalidArgument);
        }
        QCOMPARE(file.sources()->size(), std::size_t{0});
        QCOMPARE(file.audit()->back().action, std::string("case_new"));
    }

    void showsTheOriginalTextOfARow()
    {
        CaseFile file = make("original.ante");
        const std::string text = sourceText(6);
        const auto decode = [](const StoredSource&, std::string bytes) -> Result<std::string> { return bytes; };
        const Row event{{"time", "2026-03-01T10:00:00Z"}, {"category", "alarm"}, {"code", "A"}};
        std::vector<Row> samples;
        for (int i = 0; i < 3; ++i)
            samples.push_back({{"time", "2026-03-01T10:00:0" + std::to_string(i) + "Z"}, {"tag", "T"}, {"value", "1"}});
        const auto result = addSource(file, "a",
            {makeBatch(TableId::Assets, {{{"asset_id", "R-1"}}, {{"asset_id", "R-2"}}}),
                makeBatch(TableId::Events, {event}, 3), makeBatch(TableId::Samples, samples, 4)},
            text);
        QVERIFY2(result.has_value(), result ? "" : errorText(result.error()).c_str());
        for (std::uint64_t row = 1; row <= 6; ++row) {
            const auto original = file.originalRow(result->id, row, decode);
            QVERIFY2(original.has_value(), original ? "" : errorText(original.error()).c_str());
            QCOMPARE(*original, "row " + std::to_string(row) + "....");
        }
        QVERIFY(!file.originalRow(result->id, 7, decode));
        const auto stated = readStatedRow(file, TableId::Assets, result->id, 2, TimeValue::kUnknown);
        QVERIFY2(stated.has_value(), stated ? "" : errorText(stated.error()).c_str());
        QCOMPARE(stated->place.line, std::uint64_t{3});
        QCOMPARE(stated->values.size(), std::size_t{1});
        QCOMPARE(stated->values.front().name, std::string("asset_id"));
        QCOMPARE(stated->values.front().text, std::string("R-2"));
        QVERIFY(!readStatedRow(file, TableId::Assets, result->id, 3, TimeValue::kUnknown));
        QCOMPARE(*file.sourceBytes(result->id), text);
    }

    void statesEveryValueOfAnEventWithTheColumnsThatItsSourceAdds()
    {
        CaseFile file = make("stated.ante");
        const Row event{{"time", "2026-03-01T10:00:00Z"}, {"category", "alarm"}, {"code", "A"}, {"value", "1.50"},
            {"Shift", "night"}};
        const auto result = addSource(file, "a", {makeBatch(TableId::Events, {event})}, sourceText(2));
        QVERIFY2(result.has_value(), result ? "" : errorText(result.error()).c_str());
        const std::int64_t at = parseIso("2026-03-01T10:00:00Z")->us;
        const auto stated = readStatedRow(file, TableId::Events, result->id, 1, at);
        QVERIFY2(stated.has_value(), stated ? "" : errorText(stated.error()).c_str());
        std::string all;
        for (const StatedValue& value : stated->values)
            all += value.name + (value.isAttribute ? "*=" : "=") + value.text + " ";
        QCOMPARE(all, std::string("time=2026-03-01T10:00:00Z category=alarm code=A value=1.50 Shift*=night "));
        QVERIFY(stated->values.front().time.has_value());
        QVERIFY(!readStatedRow(file, TableId::Events, result->id, 2, at));
    }

    void keepsDiagnosticsAndTheirCounts()
    {
        CaseFile file = make("diagnostics.ante");
        Diagnostic rejected;
        rejected.row = 4;
        rejected.column = 2;
        rejected.columnName = "time";
        rejected.excerpt = "31.02.2026";
        rejected.detail = "a date";
        Diagnostic warning;
        warning.code = DiagnosticCode::UndatedRecord;
        warning.severity = Severity::Warning;
        warning.row = 2;
        const auto result = addSource(file, "a", {}, {}, {rejected, warning});
        QVERIFY(result.has_value());
        QCOMPARE(result->diagnostics.at("RequiredValueMissing"), std::uint64_t{1});
        const auto kept = file.diagnostics();
        QCOMPARE(kept->size(), std::size_t{2});
        QCOMPARE(kept->front().diagnostic.code, DiagnosticCode::UndatedRecord);
        QCOMPARE(kept->back().diagnostic.excerpt, std::string("31.02.2026"));
        QCOMPARE(file.sources()->front().info.rowsRejected, std::uint64_t{1});
    }

    void auditRefusesChangesAndIsChained()
    {
        CaseFile file = make("audit.ante");
        QVERIFY(file.setSetting("site_zone", "UTC", "moved").has_value());
        QVERIFY(addSource(file, "a", {makeBatch(TableId::Assets, {{{"asset_id", "R-1"}}})}).has_value());
        QVERIFY(file.note("report", "DEV-1", "sha256:00", "first issue").has_value());
        Database& database = file.database();
        for (const char* sql : {"UPDATE audit SET actor = 'x'", "DELETE FROM audit",
                 "INSERT OR REPLACE INTO audit SELECT 1, time_ms, offset_minutes, 'x', action, subject, before, after, "
                 "reason, note, previous, hash FROM audit WHERE seq = 1"}) {
            const auto refused = database.execute(sql);
            QVERIFY(!refused);
            QVERIFY2(refused.error().detail.find("append-only") != std::string::npos, refused.error().detail.c_str());
        }
        const auto audit = file.audit();
        QCOMPARE(audit->size(), std::size_t{7}); // create, 2 settings, case, set, import, report
        Digest previous{};
        for (std::size_t i = 0; i < audit->size(); ++i) {
            const AuditEntry& entry = (*audit)[i];
            QCOMPARE(entry.seq, static_cast<std::int64_t>(i + 1));
            QCOMPARE(entry.previous, previous);
            QCOMPARE(entry.hash, auditHash(entry));
            QCOMPARE(entry.actor, std::string("tester"));
            QCOMPARE(entry.offsetMinutes, std::int16_t{60});
            QVERIFY(i == 0 || (*audit)[i - 1].time < entry.time);
            previous = entry.hash;
        }
        QCOMPARE((*audit)[4].before, std::string("Europe/Berlin"));
        QCOMPARE((*audit)[4].reason, std::string("moved"));
    }

    void marksAClockThatWentBack()
    {
        CaseFile file = make("clock.ante");
        auto back =
            CaseFile::open(file.path(), OpenMode::ReadWrite, Actor{"late", [] {
                                                                       return WallTime{Timestamp(Duration(0)), 0};
                                                                   }});
        QVERIFY(back->note("report", "x", "", "").has_value());
        QCOMPARE(file.audit()->back().note, std::string("clock moved back"));
    }

    void keepsVersionsOfDocumentsAndRefusesFrozenOnes()
    {
        CaseFile file = make("documents.ante");
        QCOMPARE(file.putDocument("CASE-001", "plan", "p", "{}", false, "")->version, std::int64_t{1});
        QCOMPARE(file.putDocument("CASE-001", "plan", "p", "{}", false, "")->version, std::int64_t{1});
        QCOMPARE(file.putDocument("CASE-001", "plan", "p", "{\"a\":1}", true, "ready")->version, std::int64_t{2});
        const auto refused = file.putDocument("CASE-001", "plan", "p", "{\"a\":2}", false, "");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QCOMPARE((*file.document("CASE-001", "plan", "p"))->json, std::string("{\"a\":1}"));
        QCOMPARE(file.documents("CASE-001", "plan")->size(), std::size_t{1});
        QVERIFY(!file.document("CASE-001", "plan", "q")->has_value());
        QVERIFY(!file.putDocument("CASE-009", "plan", "p", "{}", false, ""));
    }

    void closesACaseWithTheSourcesThatItHad()
    {
        CaseFile file = make("close.ante");
        QVERIFY(addSource(file, "a", {makeBatch(TableId::Assets, {{{"asset_id", "R-1"}}})}).has_value());
        QVERIFY(file.closeCase("CASE-001", "done").has_value());
        QVERIFY(!file.closeCase("CASE-001", "again"));
        QCOMPARE(file.findCase("").error().code, ErrorCode::UnknownCase);
        QCOMPARE(file.newCase("Second")->id, std::string("CASE-002"));
        QCOMPARE(file.findCase("")->id, std::string("CASE-002"));
        QCOMPARE(file.findCase("CASE-001")->lastSource, SourceId{1});
        QVERIFY(!file.putDocument("CASE-001", "plan", "p", "{}", false, ""));
    }

    void saysWhichProgramANewerFileNeeds()
    {
        {
            CaseFile file = make("newer.ante");
            QVERIFY(file.database()
                        .execute("PRAGMA user_version = 99; UPDATE format_notes SET text = 'Antecedent 7.2.0 or newer' "
                                 "WHERE topic LIKE '0 %'")
                        .has_value());
        }
        for (const OpenMode mode : {OpenMode::ReadOnly, OpenMode::ReadWrite}) {
            const auto opened = CaseFile::open(pathOf("newer.ante"), mode, tester());
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, ErrorCode::SchemaTooNew);
            const std::string text = errorText(opened.error());
            for (const char* part : {"newer.ante", "schema 99", "knows up to 1", "it needs Antecedent 7.2.0 or newer"})
                QVERIFY2(text.find(part) != std::string::npos, text.c_str());
        }
    }

    void refusesAFileWithoutSchemaVersion()
    {
        {
            CaseFile file = make("older.ante");
            QVERIFY(file.database().execute("PRAGMA user_version = 0").has_value());
        }
        const auto opened = CaseFile::open(pathOf("older.ante"), OpenMode::ReadWrite, tester());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::InvestigationDamaged);
        QVERIFY(errorText(opened.error()).find("no schema version") != std::string::npos);
    }

    void refusesFilesThatAreNoInvestigation()
    {
        QCOMPARE(CaseFile::open(pathOf("none.ante"), OpenMode::ReadOnly).error().code, ErrorCode::FileNotFound);
        QFile text(m_folder.filePath(QStringLiteral("text.ante")));
        QVERIFY(text.open(QIODevice::WriteOnly));
        text.write(QByteArray(5000, 'x'));
        text.close();
        QCOMPARE(CaseFile::open(pathOf("text.ante"), OpenMode::ReadOnly).error().code, ErrorCode::NotAnInvestigation);
        CaseFile file = make("readonly.ante");
        auto reader = CaseFile::open(file.path(), OpenMode::ReadOnly);
        QCOMPARE(reader->setSetting("a", "b", "").error().code, ErrorCode::FileUnwritable);
        QVERIFY(!reader->beginSource({}));
    }
};

QTEST_GUILESS_MAIN(TestCaseFile)
#include "tst_case_file.moc"
