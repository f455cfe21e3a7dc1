// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The documents of an investigation file: plans, reports, aliases, pins, ledgers with their attachments.
#include "model/store/audit_log.h"
#include "model/store/case_file_state.h"
#include "model/store/schema.h"
#include "model/store/sealed_insert.h"
#include "model/store/time_form.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace antecedent {

namespace {

// Bindings: case, kind, newest document that counts.
constexpr std::string_view kSelectNewest =
    "SELECT case_id, kind, name, version, json, sha256, is_frozen, stored_ms, document_id FROM documents AS d WHERE "
    "case_id = ?1 AND kind = ?2 AND version = (SELECT max(version) FROM documents AS e WHERE e.case_id = d.case_id AND "
    "e.kind = d.kind AND e.name = d.name AND e.document_id <= ?3) ";

constexpr std::string_view kSelectVersions =
    "SELECT case_id, kind, name, version, json, sha256, is_frozen, stored_ms, document_id FROM documents WHERE case_id "
    "= ?1 AND kind = ?2 AND document_id <= ?3 AND name = ?4 ORDER BY version";

StoredDocument readDocument(const Statement& row)
{
    StoredDocument document{row.integer(8), std::string(row.text(0)), std::string(row.text(1)),
        std::string(row.text(2)), row.integer(3), std::string(row.text(4)), {}, row.integer(6) != 0,
        millisecondsToTime(row.integer(7))};
    const std::span<const std::uint8_t> hash = row.blob(5);
    std::copy_n(hash.begin(), std::min(hash.size(), document.hash.size()), document.hash.begin());
    return document;
}

Result<std::vector<StoredDocument>> collect(Statement& rows)
{
    std::vector<StoredDocument> out;
    for (;;) {
        const Result<bool> more = rows.step();
        if (!more)
            return more.error();
        if (!*more)
            return out;
        out.push_back(readDocument(rows));
    }
}

// Returns the id that the document got.
Result<std::int64_t> insertDocument(Database& database, const Actor& actor, const StoredDocument& document,
    const std::optional<StoredDocument>& before, const DocumentPut& put)
{
    const SealedTable& table = sealedTable("documents");
    Result<SealedInsert> insert = SealedInsert::prepare(database, table.name, table.columns, table.count);
    if (!insert)
        return insert.error();
    const Result<std::int64_t> last = database.integer("SELECT max(document_id) FROM documents");
    if (!last)
        return last.error();
    insert->add(*last + 1);
    insert->add(std::string_view(document.caseId));
    insert->add(std::string_view(document.kind));
    insert->add(std::string_view(document.name));
    insert->add(document.version);
    insert->add(std::string_view(document.json));
    insert->add(std::span<const std::uint8_t>(document.hash));
    insert->add(std::int64_t{document.frozen ? 1 : 0});
    insert->add(timeToMilliseconds(document.stored));
    nlohmann::json after{{"case", document.caseId}, {"kind", document.kind}, {"name", document.name},
        {"version", document.version}, {"sha256", toHex(document.hash)}, {"frozen", document.frozen},
        {"seal", toHex(insert->seal())}};
    if (!put.content.empty())
        after["content"] = nlohmann::json::parse(put.content, nullptr, false);
    if (const Result<bool> stored = insert->insertSealed(); !stored)
        return stored.error();
    const std::string text = after.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    const std::string hash = before ? "sha256:" + toHex(before->hash) : std::string();
    const std::string& old = put.before.empty() ? hash : put.before;
    const std::string action = !put.action.empty() ? put.action : document.frozen ? "freeze" : "put";
    const Result<Timestamp> audited =
        appendAudit(database, actor, {action, "document:" + std::to_string(*last + 1), old, text, put.reason});
    return audited ? Result<std::int64_t>(*last + 1) : Result<std::int64_t>(audited.error());
}

} // namespace

Result<std::optional<StoredDocument>> CaseFile::document(
    std::string_view caseId, std::string_view kind, std::string_view name) const
{
    Result<Statement> rows = database().prepare(std::string(kSelectNewest) + "AND name = ?4");
    if (!rows)
        return rows.error();
    rows->bind(1, caseId);
    rows->bind(2, kind);
    rows->bind(3, kAllDocuments);
    rows->bind(4, name);
    Result<std::vector<StoredDocument>> found = collect(*rows);
    if (!found)
        return found.error();
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
}

Result<std::vector<StoredDocument>> CaseFile::documents(
    std::string_view caseId, std::string_view kind, std::int64_t until) const
{
    Result<Statement> rows = database().prepare(std::string(kSelectNewest) + "ORDER BY name");
    if (!rows)
        return rows.error();
    rows->bind(1, caseId);
    rows->bind(2, kind);
    rows->bind(3, until);
    return collect(*rows);
}

Result<std::vector<StoredDocument>> CaseFile::versions(
    std::string_view caseId, std::string_view kind, std::string_view name, std::int64_t until) const
{
    Result<Statement> rows = database().prepare(std::string(kSelectVersions));
    if (!rows)
        return rows.error();
    rows->bind(1, caseId);
    rows->bind(2, kind);
    rows->bind(3, until);
    rows->bind(4, name);
    return collect(*rows);
}

Result<StoredDocument> CaseFile::putDocument(std::string_view caseId, std::string_view kind, std::string_view name,
    std::string_view json, bool frozen, std::string_view reason)
{
    Result<std::vector<StoredDocument>> stored = putDocuments(
        caseId, {{std::string(kind), std::string(name), std::string(json), frozen, std::string(reason), {}, {}, {}}});
    if (!stored)
        return stored.error();
    return std::move(stored->front());
}

Result<std::vector<StoredDocument>> CaseFile::putDocuments(
    std::string_view caseId, const std::vector<DocumentPut>& puts)
{
    if (const Result<void> writable = m_state->requireWritable(); !writable)
        return writable.error();
    Result<Transaction> transaction = Transaction::begin(database());
    if (!transaction)
        return transaction.error();
    if (!caseId.empty()) {
        const Result<CaseInfo> owner = findCase(caseId);
        if (!owner)
            return owner.error();
        if (!owner->open)
            return Error{ErrorCode::InvalidArgument, owner->id, "the case is closed"};
    }
    std::vector<StoredDocument> out;
    for (const DocumentPut& put : puts) {
        const Result<std::optional<StoredDocument>> before = document(caseId, put.kind, put.name);
        if (!before)
            return before.error();
        if (*before && (*before)->json == put.json && (*before)->frozen == put.frozen) {
            out.push_back(**before);
            continue;
        }
        if (*before && (*before)->frozen)
            return Error{
                ErrorCode::InvalidArgument, std::string(put.kind) + ' ' + std::string(put.name), "it is frozen"};
        StoredDocument stored{0, std::string(caseId), std::string(put.kind), std::string(put.name),
            *before ? (*before)->version + 1 : 1, std::string(put.json), sha256(put.json), put.frozen,
            std::chrono::floor<std::chrono::milliseconds>(m_state->actor.clock().utc)};
        const Result<std::int64_t> id = insertDocument(database(), m_state->actor, stored, *before, put);
        if (!id)
            return id.error();
        stored.id = *id;
        out.push_back(std::move(stored));
    }
    if (const Result<void> committed = transaction->commit(); !committed)
        return committed.error();
    return out;
}

} // namespace antecedent
