// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/verify.h"

#include "model/store/database.h"
#include "model/store/schema.h"
#include "model/store/sealed_insert.h"
#include "tests/support/case_file_builder.h"

#include <QtTest>

#include <sqlite3.h>

#include <filesystem>
#include <fstream>

using namespace antecedent;
using namespace antecedent::testing;

namespace {

std::string describe(const VerifyReport& report)
{
    std::string out;
    for (const VerifyFinding& finding : report.findings)
        out += finding.kind + " | " + finding.subject + " | " + finding.detail + "\n";
    return out;
}

struct Cell
{
    std::string table;
    std::string key;
    std::int64_t row = 0; // rowid
    std::string column;
};

// Runs SQL on the file behind the store's back, with all protections off.
void tamper(const std::string& path, const std::string& sql)
{
    sqlite3* handle = nullptr;
    QCOMPARE(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
    char* message = nullptr;
    const int status = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message);
    const std::string text = message == nullptr ? "" : message;
    sqlite3_free(message);
    sqlite3_close(handle);
    QVERIFY2(status == SQLITE_OK, (sql + ": " + text).c_str());
}

// The first row of a table with the seal that its cells ask for.
void reseal(const std::string& path, const std::string& name)
{
    const auto database = Database::open(path, Database::Mode::ReadWrite);
    const SealedTable& table = sealedTable(name);
    auto row = (*database)->prepare("SELECT " + table.columns + " FROM " + name + " WHERE rowid = 1");
    QVERIFY(*row->step());
    SealBuilder builder(name);
    addRowToSeal(builder, *row, table.count);
    const Digest digest = builder.digest();
    row->reset();
    auto update = (*database)->prepare("UPDATE " + name + " SET digest = ? WHERE rowid = 1");
    update->bind(1, std::span<const std::uint8_t>(digest));
    QVERIFY(update->run().has_value());
}

// One byte (or one unit) changed, whatever the type.
std::string changed(const Cell& cell)
{
    const std::string c = '"' + cell.column + '"';
    return "UPDATE \"" + cell.table + "\" SET " + c + " = CASE typeof(" + c + ") WHEN 'integer' THEN " + c
        + " + 1000 WHEN 'real' THEN " + c + " * 2 + 1 WHEN 'text' THEN 'x' || " + c
        + " WHEN 'blob' THEN CAST(CASE substr(" + c + ", 1, 1) WHEN X'FF' THEN X'00' ELSE X'FF' END || substr(" + c
        + ", 2) AS BLOB) ELSE 1 END WHERE rowid = " + std::to_string(cell.row);
}

} // namespace

class TestVerify : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::string m_original;

    std::string pathOf(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)).toStdString(); }

    static std::vector<RecordBatch> someRecords()
    {
        std::vector<RecordBatch> batches;
        for (const TableSpec& spec : allTables()) {
            std::vector<Row> rows(2);
            for (std::size_t r = 0; r < rows.size(); ++r)
                for (std::size_t c = 0; c < spec.columns.size(); ++c)
                    rows[r][std::string(spec.columns[c].name)] = spec.columns[c].type == ColumnType::Time
                        ? "2026-01-0" + std::to_string(r + 1) + "T10:00:00Z"
                        : spec.columns[c].type == ColumnType::Number ? std::to_string(r) + ".50"
                                                                     : "text " + std::to_string(r);
            for (Row& row : rows)
                row["further"] = "attribute";
            batches.push_back(makeBatch(spec.id, rows));
        }
        return batches;
    }

    static std::vector<Cell> allCells(const std::string& path)
    {
        std::vector<Cell> cells;
        const auto database = Database::open(path, Database::Mode::ReadOnly);
        std::vector<std::string> tables{"audit"};
        for (const SealedTable& table : sealedTables())
            tables.push_back(table.name);
        for (const std::string& table : tables) {
            std::vector<std::string> columns;
            auto info = (*database)->prepare("SELECT name FROM pragma_table_info('" + table + "')");
            while (*info->step())
                columns.emplace_back(info->text(0));
            auto rows = (*database)->prepare("SELECT rowid FROM \"" + table + "\" LIMIT 1");
            while (*rows->step())
                for (const std::string& column : columns)
                    cells.push_back({table, {}, rows->integer(0), column});
        }
        return cells;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_original = pathOf("original.ante");
        auto file = CaseFile::create(m_original, "Title", "Europe/Berlin", tester());
        QVERIFY(file.has_value());
        Diagnostic rejected;
        rejected.row = 9;
        const auto stored = addSource(*file, "plant", someRecords(), sourceText(40), {rejected});
        QVERIFY2(stored.has_value(), stored ? "" : errorText(stored.error()).c_str());
        QVERIFY(file->putDocument("CASE-001", "plan", "main", "{\"window\":\"72h\"}", true, "agreed").has_value());
        QVERIFY(file->setSetting("page", "A4", "house rule").has_value());
    }

    void holdsOnAFileThatNobodyTouched()
    {
        const auto report = verifyFile(m_original);
        QVERIFY(report.has_value());
        QVERIFY2(report->holds(), describe(*report).c_str());
        QCOMPARE(report->sources, std::uint64_t{1});
        QVERIFY(report->rows > 40);
        QVERIFY(report->chunks >= 4);
        QCOMPARE(report->auditHead.size(), std::size_t{64});
    }

    void findsAChangeInAnyCell()
    {
        const std::vector<Cell> cells = allCells(m_original);
        QVERIFY(cells.size() > 300);
        const std::string path = pathOf("changed.ante");
        std::size_t missed = 0;
        for (const Cell& cell : cells) {
            std::filesystem::copy_file(m_original, path, std::filesystem::copy_options::overwrite_existing);
            if (cell.table == "audit")
                tamper(path, "DROP TRIGGER audit_refuses_update");
            tamper(path, changed(cell));
            if (cell.table == "audit")
                tamper(path,
                    "CREATE TRIGGER audit_refuses_update BEFORE UPDATE ON audit\n  BEGIN SELECT RAISE(ABORT, 'the "
                    "audit "
                    "trail is append-only'); END");
            const auto report = verifyFile(path);
            QVERIFY(report.has_value());
            bool named = false;
            for (const VerifyFinding& finding : report->findings)
                named = named || finding.subject.find(cell.table) != std::string::npos || finding.kind != "schema";
            if (report->holds() || !named) {
                ++missed;
                qWarning("%s.%s: %s", cell.table.c_str(), cell.column.c_str(), describe(*report).c_str());
            }
        }
        QCOMPARE(missed, std::size_t{0});
    }

    void namesWhatWasChanged_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("subject");
        const auto row = [](const char* name, const char* sql, const char* kind, const char* subject) {
            QTest::newRow(name) << QString::fromUtf8(sql) << QString::fromUtf8(kind) << QString::fromUtf8(subject);
        };
        row("row", "UPDATE work_orders SET status = 'done' WHERE row_id = 2", "row", "work_orders 2");
        row("chunk", "UPDATE sample_chunks SET v_max = 99", "chunk", "sample_chunks 1");
        row("copy", "UPDATE source_frames SET data = X'00'", "source", "copy of source 1 (plant)");
        row("deleted row", "DELETE FROM meters WHERE row_id = 1", "source", "source 1 (plant)");
        row("setting", "UPDATE meta SET value = 'x' WHERE key = 'page'", "setting", "meta page");
        row("document", "UPDATE documents SET json = '{}'", "document", "document:1");
        row("deleted document", "DELETE FROM documents", "document", "document:1");
        row("case", "UPDATE cases SET title = 'x'", "case", "cases CASE-001");
        row("trigger", "DROP TRIGGER audit_refuses_delete", "schema", "audit_refuses_delete");
        row("note", "UPDATE format_notes SET text = 'x' WHERE topic LIKE '8%'", "schema", "format_notes 8 audit");
        row("audit", "DROP TRIGGER audit_refuses_update; UPDATE audit SET actor = 'x' WHERE seq = 3", "audit", "seq 3");
        row("audit tail", "DROP TRIGGER audit_refuses_delete; DELETE FROM audit WHERE seq = 2", "audit", "seq 3");
        row("source unknown", "UPDATE diagnostics SET source_id = 7", "source", "source 7");
    }

    void namesWhatWasChanged()
    {
        QFETCH(QString, sql);
        QFETCH(QString, kind);
        QFETCH(QString, subject);
        const std::string path = pathOf("named.ante");
        std::filesystem::copy_file(m_original, path, std::filesystem::copy_options::overwrite_existing);
        tamper(path, sql.toStdString());
        const auto report = verifyFile(path);
        QVERIFY(report.has_value());
        const bool found =
            std::any_of(report->findings.begin(), report->findings.end(), [&](const VerifyFinding& finding) {
                return finding.kind == kind.toStdString() && finding.subject == subject.toStdString();
            });
        QVERIFY2(found, describe(*report).c_str());
    }

    void aConsistentlyResealedRowIsFoundByTheSourcesDigest()
    {
        const std::string path = pathOf("resealed.ante");
        std::filesystem::copy_file(m_original, path, std::filesystem::copy_options::overwrite_existing);
        tamper(path, "UPDATE assets SET seal = (SELECT seal FROM assets WHERE row_id = 2) WHERE row_id = 1");
        const auto report = verifyFile(path);
        QVERIFY2(describe(*report).find("source 1 (plant)") != std::string::npos, describe(*report).c_str());
    }

    // Chunks are opened, not only hashed: with a seal that holds, what is wrong inside is found.
    void aChunkThatDoesNotDecodeIsFoundUnderAGoodSeal_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const char* sql, const char* table, const char* detail) {
            QTest::newRow(name) << QString::fromUtf8(sql) << QString::fromUtf8(table) << QString::fromUtf8(detail);
        };
        row("event columns", "UPDATE event_chunks SET columns = X'00'", "event_chunks", "does not decode");
        row("event details", "UPDATE event_chunks SET details = columns", "event_chunks", "does not decode");
        row("samples", "UPDATE sample_chunks SET data = X'01' WHERE rowid = 1", "sample_chunks", "does not decode");
        row("places", "UPDATE row_runs SET data = X'00'", "row_runs", "does not decode");
        row("rows", "UPDATE event_chunks SET rows = 7", "event_chunks", "holds 2 rows, 7 are stated");
        row("time", "UPDATE sample_chunks SET t_min = 5 WHERE rowid = 1", "sample_chunks", "its first and last time");
    }

    void aChunkThatDoesNotDecodeIsFoundUnderAGoodSeal()
    {
        QFETCH(QString, sql);
        QFETCH(QString, table);
        QFETCH(QString, detail);
        const std::string path = pathOf("undecodable.ante");
        std::filesystem::copy_file(m_original, path, std::filesystem::copy_options::overwrite_existing);
        tamper(path, sql.toStdString());
        reseal(path, table.toStdString());
        const auto report = verifyFile(path);
        QVERIFY(report.has_value());
        bool isNamed = false;
        for (const VerifyFinding& finding : report->findings) {
            QVERIFY2(finding.detail.find("its seal does not hold") == std::string::npos, describe(*report).c_str());
            isNamed = isNamed
                || (finding.kind == "chunk" && finding.subject == table.toStdString() + " 1"
                    && finding.detail.find(detail.toStdString()) != std::string::npos);
        }
        QVERIFY2(isNamed, describe(*report).c_str());
    }

    void survivesMalformedFiles()
    {
        std::ifstream in(m_original, std::ios::binary);
        const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        const std::string path = pathOf("malformed.ante");
        const auto check = [&](const std::string& content) {
            std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
            return verifyFile(path);
        };
        QVERIFY(!check("")->holds());
        QVERIFY(!check("no database at all")->holds());
        for (const std::size_t size :
            {std::size_t{50}, std::size_t{100}, std::size_t{5000}, bytes.size() / 2, bytes.size() - 8192})
            QVERIFY(!check(bytes.substr(0, size))->holds());
        std::uint32_t random = 12345;
        const auto next = [&] { return random = random * 1664525U + 1013904223U; };
        for (int i = 0; i < 60; ++i) {
            std::string broken = bytes;
            for (int k = 0; k < 200; ++k)
                broken[next() % broken.size()] = static_cast<char>(next() >> 24U);
            const auto report = check(broken); // a finding or an error, never a crash
            QVERIFY(!report || !report->holds());
        }
        QCOMPARE(verifyFile(pathOf("none.ante")).error().code, ErrorCode::FileNotFound);
    }

    void stopsWhenAsked()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(verifyFile(m_original, stop.get_token()).error().code, ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
