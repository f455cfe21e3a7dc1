// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/schema.h"

#include "model/store/database.h"
#include "model/store/format_notes.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace antecedent {

namespace {

constexpr const char* kFixedTables = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL, seal BLOB NOT NULL) STRICT;
CREATE TABLE cases (case_id TEXT PRIMARY KEY, title TEXT NOT NULL, is_open INTEGER NOT NULL, created_ms INTEGER NOT NULL,
  closed_ms INTEGER, last_source INTEGER, seal BLOB NOT NULL) STRICT;
CREATE TABLE sources (source_id INTEGER PRIMARY KEY, sha256 BLOB NOT NULL UNIQUE, name TEXT NOT NULL,
  importer TEXT NOT NULL, importer_version TEXT NOT NULL, zone TEXT NOT NULL, encoding TEXT NOT NULL,
  compression TEXT NOT NULL, plan TEXT NOT NULL, statement TEXT NOT NULL, covers_from_us INTEGER, covers_to_us INTEGER,
  clock_uncertainty_us INTEGER, size_bytes INTEGER NOT NULL, kept_bytes INTEGER NOT NULL, imported_ms INTEGER NOT NULL,
  rows_read INTEGER NOT NULL, rows_stored INTEGER NOT NULL, rows_rejected INTEGER NOT NULL,
  rows_duplicate INTEGER NOT NULL, first_us INTEGER, last_us INTEGER, records TEXT NOT NULL, diagnostics TEXT NOT NULL,
  event_sum BLOB NOT NULL, sample_sum BLOB NOT NULL, content_digest BLOB NOT NULL, seal BLOB NOT NULL) STRICT;
CREATE TABLE source_frames (frame_id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, seq INTEGER NOT NULL,
  raw_bytes INTEGER NOT NULL, digest BLOB NOT NULL, data BLOB NOT NULL) STRICT;
CREATE INDEX source_frames_by_source ON source_frames (source_id, seq);
CREATE TABLE row_runs (run_id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, first_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL, digest BLOB NOT NULL, data BLOB NOT NULL) STRICT;
CREATE INDEX row_runs_by_source ON row_runs (source_id, first_row);
CREATE TABLE diagnostics (diagnostic_id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, row INTEGER NOT NULL,
  line INTEGER NOT NULL, "column" INTEGER NOT NULL, column_name TEXT NOT NULL, code TEXT NOT NULL,
  severity INTEGER NOT NULL, excerpt TEXT NOT NULL, detail TEXT NOT NULL, seal BLOB NOT NULL) STRICT;
CREATE TABLE event_chunks (chunk_id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, rows INTEGER NOT NULL,
  t_min INTEGER NOT NULL, t_max INTEGER NOT NULL, digest BLOB NOT NULL, columns BLOB NOT NULL,
  details BLOB NOT NULL) STRICT;
CREATE TABLE sample_tags (tag_id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, name TEXT NOT NULL UNIQUE,
  seal BLOB NOT NULL) STRICT;
CREATE TABLE sample_chunks (chunk_id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, tag_id INTEGER NOT NULL,
  rows INTEGER NOT NULL, t_min INTEGER NOT NULL, t_max INTEGER NOT NULL, v_min REAL, v_max REAL, digest BLOB NOT NULL,
  data BLOB NOT NULL) STRICT;
CREATE INDEX sample_chunks_by_tag ON sample_chunks (tag_id, t_min, t_max);
CREATE TABLE documents (document_id INTEGER PRIMARY KEY, case_id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
  version INTEGER NOT NULL, json TEXT NOT NULL, sha256 BLOB NOT NULL, is_frozen INTEGER NOT NULL,
  stored_ms INTEGER NOT NULL, seal BLOB NOT NULL, UNIQUE (case_id, kind, name, version)) STRICT;
CREATE TABLE format_notes (topic TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE audit (seq INTEGER PRIMARY KEY, time_ms INTEGER NOT NULL, offset_minutes INTEGER NOT NULL,
  actor TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
  reason TEXT NOT NULL, note TEXT NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE TRIGGER audit_refuses_update BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_refuses_delete BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
CREATE TRIGGER audit_refuses_replace BEFORE INSERT ON audit
  WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit)
  BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
)sql";

std::string quoted(std::string_view name)
{
    return '"' + std::string(name) + '"';
}

std::string rowTableSql(const TableSpec& spec)
{
    std::string sql = "CREATE TABLE " + quoted(spec.name)
        + " (row_id INTEGER PRIMARY KEY, record_id BLOB NOT NULL UNIQUE, source_id INTEGER NOT NULL, row INTEGER NOT "
          "NULL, "
          "line INTEGER NOT NULL, offset INTEGER NOT NULL, length INTEGER NOT NULL";
    for (const ColumnSpec& column : spec.columns) {
        if (column.type == ColumnType::Time)
            sql += ", " + quoted(column.name) + " INTEGER, " + quoted(std::string(column.name) + "_form") + " INTEGER";
        else
            sql += ", " + quoted(column.name) + " TEXT";
    }
    return sql + ", attributes TEXT, seal BLOB NOT NULL) STRICT";
}

SealedTable rowTable(const TableSpec& spec)
{
    SealedTable table{
        std::string(spec.name), "row_id, record_id, source_id, row, line, offset, length", 7, "row_id", false, true};
    for (const ColumnSpec& column : spec.columns) {
        table.columns += ", " + quoted(column.name);
        ++table.count;
        if (column.type == ColumnType::Time) {
            table.columns += ", " + quoted(std::string(column.name) + "_form");
            ++table.count;
        }
    }
    table.columns += ", attributes, seal";
    ++table.count;
    return table;
}

std::vector<SealedTable> makeSealedTables()
{
    std::vector<SealedTable> tables;
    for (const TableSpec& spec : allTables())
        if (isRowTable(spec.id))
            tables.push_back(rowTable(spec));
    const auto add = [&](const char* name, const char* columns, const char* orderBy, bool digest, bool bySource) {
        const std::string_view list(columns);
        const auto commas = static_cast<int>(std::count(list.begin(), list.end(), ','));
        tables.push_back(SealedTable{name, columns, commas, orderBy, digest, bySource});
    };
    add("event_chunks", "chunk_id, source_id, rows, t_min, t_max, columns, details, digest", "chunk_id", true, true);
    add("sample_tags", "tag_id, source_id, name, seal", "tag_id", false, true);
    add("sample_chunks", "chunk_id, source_id, tag_id, rows, t_min, t_max, v_min, v_max, data, digest", "chunk_id",
        true, true);
    add("row_runs", "run_id, source_id, first_row, last_row, data, digest", "run_id", true, true);
    add("diagnostics",
        "diagnostic_id, source_id, row, line, \"column\", column_name, code, severity, excerpt, detail, seal",
        "diagnostic_id", false, true);
    add("source_frames", "frame_id, source_id, seq, raw_bytes, data, digest", "frame_id", true, true);
    add("sources",
        "source_id, sha256, name, importer, importer_version, zone, encoding, compression, plan, statement, "
        "covers_from_us, covers_to_us, clock_uncertainty_us, size_bytes, kept_bytes, imported_ms, rows_read, "
        "rows_stored, "
        "rows_rejected, rows_duplicate, first_us, last_us, records, diagnostics, event_sum, sample_sum, "
        "content_digest, "
        "seal",
        "source_id", false, false);
    add("meta", "key, value, seal", "key", false, false);
    add("cases", "case_id, title, is_open, created_ms, closed_ms, last_source, seal", "case_id", false, false);
    add("documents", "document_id, case_id, kind, name, version, json, sha256, is_frozen, stored_ms, seal",
        "document_id", false, false);
    return tables;
}

} // namespace

bool isRowTable(TableId table)
{
    return table != TableId::Events && table != TableId::Samples;
}

const std::vector<SealedTable>& sealedTables()
{
    static const std::vector<SealedTable> kTables = makeSealedTables();
    return kTables;
}

const SealedTable& sealedTable(std::string_view name)
{
    const auto& tables = sealedTables();
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&](const SealedTable& table) { return table.name == name; });
    assert(found != tables.end());
    return *found;
}

Result<void> createSchema(Database& database)
{
    std::string sql = "PRAGMA application_id = " + std::to_string(kApplicationId)
        + "; PRAGMA user_version = " + std::to_string(kSchemaVersion) + ";";
    sql += kFixedTables;
    for (const TableSpec& spec : allTables())
        if (isRowTable(spec.id))
            sql += rowTableSql(spec) + ";";
    if (Result<void> done = database.execute(sql.c_str()); !done)
        return done;
    Result<Statement> insert = database.prepare("INSERT INTO format_notes (topic, text) VALUES (?, ?)");
    if (!insert)
        return insert.error();
    for (const FormatNote& note : formatNotes()) {
        insert->bind(1, note.topic);
        insert->bind(2, note.text);
        if (Result<void> done = insert->run(); !done)
            return done;
    }
    return {};
}

namespace {

// What a file of a newer schema says of the program that opens it.
std::string neededProgram(const Database& database)
{
    Result<Statement> note = database.prepare("SELECT text FROM format_notes WHERE topic = ?");
    if (note) {
        note->bind(1, kProgramTopic);
        const Result<bool> found = note->step();
        if (found && *found && !note->text(0).empty())
            return std::string(note->text(0));
    }
    return "the program that wrote it";
}

} // namespace

Result<void> checkSchema(Database& database)
{
    const Result<std::int64_t> application = database.integer("PRAGMA application_id");
    if (!application)
        return application.error();
    if (*application != kApplicationId)
        return Error{ErrorCode::NotAnInvestigation, database.path(), "not written by this program"};
    const Result<std::int64_t> version = database.integer("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*version > kSchemaVersion)
        return Error{ErrorCode::SchemaTooNew, database.path(),
            "schema " + std::to_string(*version) + ", this program knows up to " + std::to_string(kSchemaVersion)
                + "; it needs " + neededProgram(database)};
    if (*version < 1)
        return Error{ErrorCode::InvestigationDamaged, database.path(), "no schema version"};
    return {};
}

} // namespace antecedent
