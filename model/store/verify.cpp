// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/verify.h"

#include "model/store/audit_log.h"
#include "model/store/codec.h"
#include "model/store/format_notes.h"
#include "model/store/frame_writer.h"
#include "model/store/sealed_insert.h"
#include "model/store/verifier.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace antecedent {

namespace {

// The table of a file that the source is, by its plan; empty: the whole file.
std::string partOf(const std::string& plan)
{
    const nlohmann::json read = nlohmann::json::parse(plan, nullptr, false);
    if (!read.is_object())
        return {};
    const auto part = read.find("part");
    return part != read.end() && part->is_string() ? part->get<std::string>() : std::string();
}

bool sameBytes(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

std::string kindOf(const SealedTable& table)
{
    if (table.name == "event_chunks" || table.name == "sample_chunks" || table.name == "row_runs")
        return "chunk";
    if (table.name == "sources" || table.name == "source_frames")
        return "source";
    if (table.name == "diagnostics")
        return "diagnostic";
    if (table.name == "documents")
        return "document";
    if (table.name == "cases")
        return "case";
    return table.name == "meta" ? "setting" : "row";
}

// Every object of a schema by its name: type and text.
Result<std::map<std::string, std::string>> schemaObjects(const Database& database)
{
    Result<Statement> rows = database.prepare("SELECT name, type, tbl_name, coalesce(sql, '') FROM sqlite_master");
    if (!rows)
        return rows.error();
    std::map<std::string, std::string> out;
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return out;
        out[std::string(rows->text(0))] =
            std::string(rows->text(1)) + ' ' + std::string(rows->text(2)) + ' ' + std::string(rows->text(3));
    }
}

Result<std::map<std::string, std::string>> expectedSchema()
{
    const Result<std::unique_ptr<Database>> model = Database::open(":memory:", Database::Mode::Create);
    if (!model)
        return model.error();
    if (const Result<void> created = createSchema(**model); !created)
        return created.error();
    return schemaObjects(**model);
}

std::string countText(std::uint64_t count, const std::string& what)
{
    return std::to_string(count) + ' ' + what;
}

} // namespace

void Verifier::find(std::string kind, std::string subject, std::string detail)
{
    m_report.findings.push_back({std::move(kind), std::move(subject), std::move(detail)});
}

void Verifier::unreadable(const std::string& what, const Error& error)
{
    find("file", what, "cannot be read: " + error.detail);
}

std::string Verifier::auditedSeal(const std::string& subject) const
{
    const auto entry = m_audited.find(subject);
    if (entry == m_audited.end())
        return {};
    const nlohmann::json after = nlohmann::json::parse(entry->second, nullptr, false);
    return after.is_object() && after.contains("seal") && after["seal"].is_string() ? after["seal"].get<std::string>()
                                                                                    : std::string();
}

Result<VerifyReport> Verifier::run()
{
    if (const Result<void> schema = checkSchema(m_database); !schema) {
        find("file", m_database.path(), errorText(schema.error()));
        return m_report;
    }
    constexpr std::array<std::pair<const char*, Check>, 9> kChecks{{{"structure", &Verifier::checkStructure},
        {"schema", &Verifier::checkTables}, {"format notes", &Verifier::checkFormatNotes},
        {"audit trail", &Verifier::checkAudit}, {"seals", &Verifier::checkSeals}, {"sources", &Verifier::checkSources},
        {"audited rows", &Verifier::checkAuditedRows}, {"documents", &Verifier::checkDocuments},
        {"chunks", &Verifier::checkChunks}}};
    for (std::size_t i = 0; i < kChecks.size(); ++i) {
        if (m_stop.stop_requested() || m_cancelled)
            return Error{ErrorCode::Cancelled, {}, {}};
        (this->*kChecks[i].second)();
        if (m_progress)
            m_progress({kChecks[i].first, i + 1, kChecks.size()});
    }
    return m_report;
}

void Verifier::checkStructure()
{
    Result<Statement> rows = m_database.prepare("PRAGMA integrity_check(50)");
    if (!rows)
        return unreadable("structure", rows.error());
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return unreadable("structure", more.error());
        if (!*more)
            return;
        if (rows->text(0) != "ok")
            find("file", "structure", std::string(rows->text(0)));
    }
}

void Verifier::checkTables()
{
    const Result<std::map<std::string, std::string>> stored = schemaObjects(m_database);
    const Result<std::map<std::string, std::string>> expected = expectedSchema();
    if (!stored || !expected)
        return unreadable("schema", !stored ? stored.error() : expected.error());
    for (const auto& [name, sql] : *expected)
        if (const auto found = stored->find(name); found == stored->end() || found->second != sql)
            find("schema", name, found == stored->end() ? "is missing" : "was changed");
    for (const auto& [name, sql] : *stored)
        if (!expected->contains(name) && name.rfind("sqlite_stat", 0) != 0)
            find("schema", name, "does not belong here");
}

void Verifier::checkFormatNotes()
{
    Result<Statement> rows = m_database.prepare("SELECT topic, text FROM format_notes ORDER BY topic");
    if (!rows)
        return unreadable("format_notes", rows.error());
    std::map<std::string, std::string> stored;
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return unreadable("format_notes", more.error());
        if (!*more)
            break;
        stored[std::string(rows->text(0))] = rows->text(1);
    }
    for (const FormatNote& note : formatNotes())
        if (const auto found = stored.find(std::string(note.topic));
            found == stored.end() || found->second != note.text)
            find("schema", "format_notes " + std::string(note.topic), "is not the text of this version");
    if (stored.size() != formatNotes().size())
        find("schema", "format_notes", "has other topics than this version");
}

void Verifier::checkAudit()
{
    const Result<std::vector<AuditEntry>> entries = readAudit(m_database);
    if (!entries)
        return unreadable("audit", entries.error());
    Digest previous{};
    std::int64_t seq = 0;
    for (const AuditEntry& entry : *entries) {
        const std::string subject = "seq " + std::to_string(entry.seq);
        if (entry.seq != seq + 1)
            find("audit", subject, "follows seq " + std::to_string(seq));
        if (entry.previous != previous)
            find("audit", subject, "does not continue the chain of the row before");
        if (entry.hash != auditHash(entry))
            find("audit", subject, "was changed: its hash does not hold");
        seq = entry.seq;
        previous = entry.hash;
        m_audited[entry.subject] = entry.after;
    }
    if (entries->empty())
        find("audit", "seq 1", "the trail is empty");
    m_report.auditEntries = entries->size();
    m_report.auditHead = entries->empty() ? std::string() : toHex(previous);
}

void Verifier::checkSeals()
{
    for (const SealedTable& table : sealedTables()) {
        checkSealedTable(table);
        if (m_cancelled)
            return;
    }
}

void Verifier::checkSealedTable(const SealedTable& table)
{
    Result<Statement> rows =
        m_database.prepare("SELECT " + table.columns + " FROM \"" + table.name + "\" ORDER BY " + table.orderBy);
    if (!rows)
        return unreadable(table.name, rows.error());
    SealBuilder builder(table.name);
    for (std::uint64_t count = 0;; ++count) {
        if (count % 1024 == 0 && m_stop.stop_requested()) {
            m_cancelled = true;
            return;
        }
        const Result<bool> more = rows->step();
        if (!more)
            return unreadable(table.name, more.error());
        if (!*more)
            return;
        builder.restart(table.name);
        addRowToSeal(builder, *rows, table.count);
        const Digest digest = builder.digest();
        const std::span<const std::uint8_t> stored = rows->blob(table.count);
        if (!sameBytes(stored, std::span(digest).first(table.digest ? 32 : 16)))
            find(kindOf(table), table.name + ' ' + std::string(rows->text(0)), "was changed: its seal does not hold");
        ++(kindOf(table) == "chunk" ? m_report.chunks : m_report.rows);
        if (!table.bySource)
            continue;
        // Row tables have their source in the third column, all others in the second.
        const bool isRow = kindOf(table) == "row" && table.name != "sample_tags";
        const SourceId source = rows->integer(isRow ? 2 : 1);
        m_digests.add(source, table.name, stored);
        if (isRow || table.name == "diagnostics")
            ++m_stored[source][table.name];
        else if (table.name == "event_chunks")
            m_stored[source]["events"] += static_cast<std::uint64_t>(rows->integer(2));
        else if (table.name == "sample_chunks")
            m_stored[source]["samples"] += static_cast<std::uint64_t>(rows->integer(3));
    }
}

void Verifier::checkSources()
{
    const Result<std::vector<SourceRecord>> sources = readSources(m_database);
    if (!sources)
        return unreadable("sources", sources.error());
    for (const SourceRecord& record : *sources) {
        checkSource(record);
        checkCopy(record);
        m_stored.erase(record.source.id);
    }
    for (const auto& [source, tables] : m_stored)
        find("source", "source " + std::to_string(source), "is unknown, but there are rows of it");
    m_report.sources = sources->size();
}

void Verifier::checkSource(const SourceRecord& record)
{
    const StoredSource& source = record.source;
    const SourceInfo& info = source.info;
    const std::string subject = "source " + std::to_string(source.id) + " (" + info.name + ')';
    if (m_digests.finish(source.id) != record.contentDigest)
        find("source", subject, "its rows, chunks, diagnostics or copy are not those that were imported");
    if (info.rowsRead != info.rowsStored + info.rowsRejected + info.rowsDuplicate)
        find("source", subject, "rows read are not stored + rejected + duplicate");
    auto& stored = m_stored[source.id];
    std::uint64_t diagnostics = 0;
    for (const auto& [code, count] : source.diagnostics)
        diagnostics += count;
    if (stored["diagnostics"] != diagnostics)
        find("source", subject,
            countText(stored["diagnostics"], "diagnostics are stored, ") + countText(diagnostics, "were counted"));
    stored.erase("diagnostics");
    for (const auto& [table, count] : source.records)
        if (stored[table] != count)
            find("source", subject,
                countText(stored[table], table + " are stored, ") + countText(count, "were counted"));
    for (const auto& [table, count] : stored)
        if (!source.records.contains(table) && count > 0)
            find("source", subject, countText(count, table + " are stored, none was counted"));
}

void Verifier::checkCopy(const SourceRecord& record)
{
    const std::string subject =
        "copy of source " + std::to_string(record.source.id) + " (" + record.source.info.name + ')';
    Result<Statement> frames =
        m_database.prepare("SELECT seq, raw_bytes, data FROM source_frames WHERE source_id = ? ORDER BY seq");
    if (!frames)
        return unreadable(subject, frames.error());
    frames->bind(1, record.source.id);
    Sha256 hash;
    std::uint64_t size = 0;
    for (std::int64_t seq = 0;; ++seq) {
        const Result<bool> more = frames->step();
        if (!more)
            return unreadable(subject, more.error());
        if (!*more)
            break;
        const Result<std::vector<std::uint8_t>> bytes = zstdDecompress(frames->blob(2), kFrameBytes);
        if (!bytes || frames->integer(0) != seq
            || bytes->size() != static_cast<std::uint64_t>(std::max<std::int64_t>(frames->integer(1), 0)))
            return find("source", subject, "frame " + std::to_string(seq) + " is missing or does not unpack");
        hash.add(std::as_bytes(std::span(*bytes)));
        size += bytes->size();
    }
    if (size != record.source.sizeBytes)
        find("source", subject,
            countText(size, "bytes are kept, ") + countText(record.source.sizeBytes, "were imported"));
    if (const std::string part = partOf(record.source.plan); !part.empty())
        hash.add('#' + part);
    if (hash.finish() != record.source.info.sha256)
        find("source", subject, "its SHA-256 is not that of the imported file");
}

void Verifier::checkAuditedRows()
{
    struct Audited
    {
        const char* table;
        const char* key;
        const char* prefix;
    };
    for (const Audited& audited : {Audited{"sources", "source_id", "source:"}, Audited{"meta", "key", "setting:"},
             Audited{"cases", "case_id", "case:"}, Audited{"documents", "document_id", "document:"}}) {
        const std::string table = audited.table;
        Result<Statement> rows =
            m_database.prepare("SELECT " + std::string(audited.key) + ", lower(hex(seal)) FROM " + table);
        if (!rows) {
            unreadable(table, rows.error());
            continue;
        }
        std::map<std::string, bool> seen;
        for (;;) {
            const Result<bool> more = rows->step();
            if (!more)
                unreadable(table, more.error());
            if (!more || !*more)
                break;
            const std::string subject = audited.prefix + std::string(rows->text(0));
            seen[subject] = true;
            if (auditedSeal(subject) != rows->text(1))
                find(kindOf(sealedTable(table)), subject, "is not as the audit trail states it");
        }
        for (const auto& [subject, after] : m_audited)
            if (subject.rfind(audited.prefix, 0) == 0 && !seen.contains(subject))
                find(kindOf(sealedTable(table)), subject, "stands in the audit trail and is missing");
    }
}

void Verifier::checkDocuments()
{
    Result<Statement> rows = m_database.prepare("SELECT document_id, json, sha256 FROM documents");
    if (!rows)
        return unreadable("documents", rows.error());
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return unreadable("documents", more.error());
        if (!*more)
            return;
        if (!sameBytes(sha256(rows->text(1)), rows->blob(2)))
            find("document", "document:" + std::string(rows->text(0)), "its hash is not that of its text");
    }
}

Result<VerifyReport> verifyFile(const std::string& path, const std::stop_token& stop, const ProgressFn& progress)
{
    const auto failed = [&](const Error& error) -> Result<VerifyReport> {
        if (error.code == ErrorCode::FileNotFound || error.code == ErrorCode::FileUnreadable)
            return error;
        VerifyReport report;
        report.findings.push_back({"file", path, errorText(error)});
        return report;
    };
    if (const Result<void> recovered = Database::recover(path); !recovered)
        return failed(recovered.error());
    const Result<std::unique_ptr<Database>> database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return failed(database.error());
    if (const Result<void> tuned = (*database)->execute("PRAGMA cell_size_check = ON"); !tuned)
        return failed(tuned.error());
    return Verifier(**database, stop, progress).run();
}

} // namespace antecedent
