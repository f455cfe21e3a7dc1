// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/case_ledger.h"

#include "app/casework/files.h"
#include "model/base/base64.h"
#include "model/conclusion/ledger_json.h"
#include "model/domain/record_lookup.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>

namespace antecedent::casework {

namespace {

using Json = nlohmann::json;

std::string entryName(std::int64_t seq)
{
    std::array<char, 24> text{};
    std::snprintf(text.data(), text.size(), "%06lld", static_cast<long long>(seq)); // sorts by number
    return text.data();
}

std::string dumped(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string textOf(const std::optional<LedgerItem>& item)
{
    return item ? dumped(itemJson(*item)) : std::string();
}

std::string attachmentJson(const AttachedFile& attached)
{
    return dumped({{"sha256", toHex(attached.attachment.sha256)}, {"bytes", attached.attachment.bytes},
        {"base64", toBase64(attached.content)}});
}

std::string of(const std::string& what, const CaseInfo& info)
{
    return what + " of " + info.id;
}

// Puts entries and their documents together again, one by one; ends at the first that does not fit.
Result<void> continueLedger(Ledger& ledger, const StoredDocument& document)
{
    Result<LedgerEntry> entry = parseEntry(document.json);
    if (!entry)
        return entry.error();
    if (document.name != entryName(entry->seq))
        return Error{ErrorCode::InvestigationDamaged, "ledger", "an entry is kept under another number"};
    entry->at = document.stored;
    entry->hash = document.hash;
    return append(ledger, std::move(*entry));
}

} // namespace

std::string lastingKeyOf(const Shown& shown)
{
    const auto value = [&](const char* name) {
        const auto found = shown.values.find(name);
        return found == shown.values.end() ? std::string() : found->second;
    };
    const TableSpec* table = findTable(value("table"));
    return table == nullptr
        ? std::string()
        : lastingKey(table->id, {value("key"), value("part"), value("time"), value("asset"), value("batch")});
}

Result<Ledger> loadLedger(const CaseFile& file, const CaseInfo& info)
{
    const Result<std::vector<StoredDocument>> documents = file.documents(info.id, kLedgerKind);
    if (!documents)
        return documents.error();
    Ledger ledger;
    for (const StoredDocument& document : *documents)
        if (const Result<void> continued = continueLedger(ledger, document); !continued)
            return Error{ErrorCode::InvestigationDamaged, file.path(),
                "entry " + document.name + " of the ledger of " + info.id + ": " + continued.error().detail};
    return ledger;
}

Result<AttachedFile> attachedFile(const std::string& path)
{
    std::error_code failed;
    const std::filesystem::path place(path);
    const std::uintmax_t size = std::filesystem::file_size(place, failed);
    if (!failed && size > kMostAttachmentBytes)
        return Error{ErrorCode::TooLarge, path,
            "an attachment may have up to " + std::to_string(kMostAttachmentBytes >> 20U) + " MiB"};
    Result<std::string> content = readFile(path);
    if (!content)
        return content.error();
    AttachedFile attached;
    attached.attachment = {place.filename().string(), sha256(*content), content->size()};
    attached.content = std::move(*content);
    return attached;
}

Result<std::string> attachmentBytes(const CaseFile& file, const CaseInfo& info, const Attachment& attachment)
{
    const Result<std::optional<StoredDocument>> stored =
        file.document(info.id, kAttachmentKind, toHex(attachment.sha256));
    if (!stored)
        return stored.error();
    const auto damaged = [&](const char* detail) {
        return Error{ErrorCode::InvestigationDamaged, file.path(), "attachment " + attachment.name + " " + detail};
    };
    if (!stored->has_value())
        return damaged("is missing");
    const Json json = Json::parse((*stored)->json, nullptr, false);
    if (!json.is_object() || !json.contains("base64") || !json["base64"].is_string())
        return damaged("can't be read");
    std::optional<std::string> bytes = fromBase64(json["base64"].get<std::string>());
    if (!bytes || bytes->size() != attachment.bytes || sha256(*bytes) != attachment.sha256)
        return damaged("is not the file that was attached");
    return std::move(*bytes);
}

Result<void> storeEntry(
    CaseFile& file, const CaseInfo& info, Ledger& ledger, LedgerEntry entry, const std::vector<AttachedFile>& attached)
{
    const std::string name = entryName(entry.seq);
    const Result<std::optional<StoredDocument>> taken = file.document(info.id, kLedgerKind, name);
    if (!taken)
        return taken.error();
    if (taken->has_value())
        return Error{ErrorCode::InvalidArgument, info.id, "the case was changed meanwhile; read it again"};
    const std::string action = actionOf(entry);
    const std::string json = entryJson(entry);
    const std::string before = textOf(entry.before);
    const std::string after = entry.after ? textOf(entry.after) : std::string("null");
    std::vector<DocumentPut> puts;
    for (const AttachedFile& one : attached)
        puts.push_back(
            {kAttachmentKind, toHex(one.attachment.sha256), attachmentJson(one), true, {}, "attach", {}, {}});
    puts.push_back({kLedgerKind, name, json, true, entry.reason, action, before, after});
    const Result<std::vector<StoredDocument>> stored = file.putDocuments(info.id, puts);
    if (!stored)
        return stored.error();
    entry.at = stored->back().stored;
    return append(ledger, std::move(entry));
}

Result<LedgerCheck> checkLedger(const CaseFile& file, const CaseInfo& info)
{
    const Result<std::vector<StoredDocument>> documents = file.documents(info.id, kLedgerKind);
    if (!documents)
        return documents.error();
    LedgerCheck check;
    Ledger ledger;
    for (const StoredDocument& document : *documents) {
        if (const Result<void> continued = continueLedger(ledger, document); !continued) {
            check.findings.push_back({of("entry " + document.name, info),
                continued.error().detail + "; the entries from it on can't be checked"});
            break;
        }
        ++check.entries;
    }
    const auto checkShown = [&](const std::string& what, const Shown& shown) {
        if (hashOf(shown) != shown.hash)
            check.findings.push_back({of(what, info), "what it shows is not what was pinned: its hash does not hold"});
        const std::optional<RecordId> record = recordIdFromHex(shown.subject);
        if (shown.kind == ShownKind::Record && record)
            check.records.emplace_back(of(what, info), LedgerRecord{*record, lastingKeyOf(shown)});
    };
    for (const auto& [id, item] : ledger.items) {
        if (const auto* line = std::get_if<EvidenceLine>(&item))
            checkShown("evidence " + id, line->shown);
        const auto* fact = std::get_if<ManualFact>(&item);
        if (fact == nullptr)
            continue;
        if (fact->record)
            checkShown("fact " + id, *fact->record);
        for (const Attachment& attachment : fact->attachments)
            if (const Result<std::string> bytes = attachmentBytes(file, info, attachment); !bytes)
                check.findings.push_back({of("fact " + id, info), bytes.error().detail});
    }
    return check;
}

} // namespace antecedent::casework
