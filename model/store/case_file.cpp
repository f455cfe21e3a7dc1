// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/case_file.h"

#include "model/store/audit_log.h"
#include "model/store/case_file_state.h"
#include "model/store/schema.h"
#include "model/store/sealed_insert.h"
#include "model/store/time_form.h"
#include "model/store/virtual_tables.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <filesystem>
#include <utility>

namespace antecedent {

namespace {

constexpr std::string_view kTitle = "title";
constexpr std::string_view kSiteZone = "site_zone";

std::string jsonText(const nlohmann::json& json)
{
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<void> tune(Database& database)
{
    return database.execute("PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA cache_size = -24000; "
                            "PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL");
}

Result<std::string> readSetting(const Database& database, std::string_view key, bool& found)
{
    Result<Statement> statement = database.prepare("SELECT value FROM meta WHERE key = ?");
    if (!statement)
        return statement.error();
    statement->bind(1, key);
    const Result<bool> row = statement->step();
    if (!row)
        return row.error();
    found = *row;
    return *row ? std::string(statement->text(0)) : std::string();
}

std::string settingText(std::string_view value, const Seal& seal)
{
    return jsonText({{"value", value}, {"seal", toHex(seal)}});
}

Result<void> storeSetting(
    Database& database, const Actor& actor, std::string_view key, std::string_view value, std::string_view reason)
{
    bool existed = false;
    const Result<std::string> before = readSetting(database, key, existed);
    if (!before)
        return before.error();
    const SealedTable& table = sealedTable("meta");
    Result<SealedInsert> insert = SealedInsert::prepare(database, table.name, table.columns, table.count,
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value, seal = excluded.seal");
    if (!insert)
        return insert.error();
    insert->add(key);
    insert->add(value);
    const std::string after = settingText(value, insert->seal());
    if (const Result<bool> stored = insert->insertSealed(); !stored)
        return stored.error();
    const Result<Timestamp> audited = appendAudit(database, actor,
        {"set", "setting:" + std::string(key), existed ? std::string_view(*before) : std::string_view(), after,
            reason});
    return audited ? Result<void>() : Result<void>(audited.error());
}

std::string caseText(const CaseInfo& info, const Seal& seal)
{
    return jsonText(
        {{"title", info.title}, {"open", info.open}, {"last_source", info.lastSource}, {"seal", toHex(seal)}});
}

Result<void> storeCase(
    Database& database, const Actor& actor, std::string_view action, const CaseInfo& info, std::string_view reason)
{
    const SealedTable& table = sealedTable("cases");
    Result<SealedInsert> insert = SealedInsert::prepare(database, table.name, table.columns, table.count,
        "ON CONFLICT (case_id) DO UPDATE SET title = excluded.title, is_open = excluded.is_open, "
        "closed_ms = excluded.closed_ms, last_source = excluded.last_source, seal = excluded.seal");
    if (!insert)
        return insert.error();
    insert->add(std::string_view(info.id));
    insert->add(std::string_view(info.title));
    insert->add(std::int64_t{info.open ? 1 : 0});
    insert->add(timeToMilliseconds(info.created));
    insert->addOptional(info.closed ? std::optional(timeToMilliseconds(*info.closed)) : std::nullopt);
    insert->addOptional(info.open ? std::nullopt : std::optional(info.lastSource));
    const std::string after = caseText(info, insert->seal());
    if (const Result<bool> stored = insert->insertSealed(); !stored)
        return stored.error();
    const std::string before = action == "case_new" ? std::string() : jsonText({{"open", true}});
    const Result<Timestamp> audited = appendAudit(database, actor, {action, "case:" + info.id, before, after, reason});
    return audited ? Result<void>() : Result<void>(audited.error());
}

std::string caseId(std::size_t number)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "CASE-%03zu", number);
    return text.data();
}

Result<void> fill(Database& database, const Actor& actor, std::string_view title, std::string_view siteZone)
{
    if (Result<void> paged = database.execute("PRAGMA page_size = 8192"); !paged)
        return paged;
    if (Result<void> tuned = tune(database); !tuned)
        return tuned;
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (Result<void> created = createSchema(database); !created)
        return created;
    const std::string schema = jsonText({{"schema", kSchemaVersion}});
    if (const Result<Timestamp> audited = appendAudit(database, actor, {"create", "file", {}, schema, {}}); !audited)
        return audited.error();
    if (Result<void> stored = storeSetting(database, actor, kTitle, title, {}); !stored)
        return stored;
    if (Result<void> stored = storeSetting(database, actor, kSiteZone, siteZone, {}); !stored)
        return stored;
    const CaseInfo first{caseId(1), std::string(title), true, actor.clock().utc, std::nullopt, 0};
    if (Result<void> stored = storeCase(database, actor, "case_new", first, {}); !stored)
        return stored;
    return transaction->commit();
}

} // namespace

Result<void> CaseFile::State::requireWritable() const
{
    if (!database->isWritable())
        return Error{ErrorCode::FileUnwritable, database->path(), "opened for reading only"};
    return {};
}

CaseFile::CaseFile(std::unique_ptr<State> state)
    : m_state(std::move(state))
{
}
CaseFile::~CaseFile() = default;
CaseFile::CaseFile(CaseFile&&) noexcept = default;
CaseFile& CaseFile::operator=(CaseFile&&) noexcept = default;

Result<CaseFile> CaseFile::create(
    const std::string& path, std::string_view title, std::string_view siteZone, Actor actor)
{
    if (!actor.clock || actor.name.empty())
        return Error{ErrorCode::InvalidArgument, path, "a new file needs a named actor and a clock"};
    std::error_code failed;
    if (std::filesystem::exists(path, failed))
        return Error{ErrorCode::FileExists, path, {}};
    Result<std::unique_ptr<Database>> database = Database::open(path, Database::Mode::Create);
    if (!database)
        return database.error();
    const Result<void> filled = fill(**database, actor, title, siteZone);
    if (!filled) {
        database->reset();
        std::filesystem::remove(path, failed);
        return filled.error();
    }
    auto state = std::make_unique<State>();
    state->database = std::move(*database);
    state->actor = std::move(actor);
    if (const Result<void> registered = registerVirtualTables(*state->database); !registered)
        return registered.error();
    return CaseFile(std::move(state));
}

Result<CaseFile> CaseFile::open(const std::string& path, OpenMode mode, Actor actor)
{
    if (mode == OpenMode::ReadOnly)
        if (const Result<void> recovered = Database::recover(path); !recovered)
            return recovered.error();
    Result<std::unique_ptr<Database>> database =
        Database::open(path, mode == OpenMode::ReadOnly ? Database::Mode::ReadOnly : Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    if (const Result<void> checked = checkSchema(**database); !checked)
        return checked.error();
    if (const Result<void> tuned = tune(**database); !tuned)
        return tuned.error();
    if (const Result<void> registered = registerVirtualTables(**database); !registered)
        return registered.error();
    auto state = std::make_unique<State>();
    state->database = std::move(*database);
    state->actor = std::move(actor);
    return CaseFile(std::move(state));
}

const std::string& CaseFile::path() const
{
    return m_state->database->path();
}

Database& CaseFile::database() const
{
    return *m_state->database;
}

Result<std::string> CaseFile::title() const
{
    bool found = false;
    return readSetting(database(), kTitle, found);
}

Result<std::string> CaseFile::siteZone() const
{
    bool found = false;
    return readSetting(database(), kSiteZone, found);
}

Result<std::optional<std::string>> CaseFile::setting(std::string_view key) const
{
    bool found = false;
    Result<std::string> value = readSetting(database(), key, found);
    if (!value)
        return value.error();
    return found ? std::optional(std::move(*value)) : std::nullopt;
}

Result<void> CaseFile::setSetting(std::string_view key, std::string_view value, std::string_view reason)
{
    if (Result<void> writable = m_state->requireWritable(); !writable)
        return writable;
    Result<Transaction> transaction = Transaction::begin(database());
    if (!transaction)
        return transaction.error();
    if (Result<void> stored = storeSetting(database(), m_state->actor, key, value, reason); !stored)
        return stored;
    return transaction->commit();
}

Result<std::vector<CaseInfo>> CaseFile::cases() const
{
    Result<Statement> rows = database().prepare(
        "SELECT case_id, title, is_open, created_ms, closed_ms, last_source FROM cases ORDER BY case_id");
    if (!rows)
        return rows.error();
    std::vector<CaseInfo> out;
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return out;
        CaseInfo info{std::string(rows->text(0)), std::string(rows->text(1)), rows->integer(2) != 0,
            millisecondsToTime(rows->integer(3)), std::nullopt, rows->integer(5)};
        if (!rows->isNull(4))
            info.closed = millisecondsToTime(rows->integer(4));
        out.push_back(std::move(info));
    }
}

Result<CaseInfo> CaseFile::findCase(std::string_view id) const
{
    const Result<std::vector<CaseInfo>> all = cases();
    if (!all)
        return all.error();
    for (auto at = all->rbegin(); at != all->rend(); ++at)
        if (id.empty() ? at->open : at->id == id)
            return *at;
    return Error{ErrorCode::UnknownCase, path(), id.empty() ? "no case is open" : std::string(id)};
}

Result<CaseInfo> CaseFile::newCase(std::string_view title)
{
    if (const Result<void> writable = m_state->requireWritable(); !writable)
        return writable.error();
    Result<Transaction> transaction = Transaction::begin(database());
    if (!transaction)
        return transaction.error();
    const Result<std::vector<CaseInfo>> all = cases();
    if (!all)
        return all.error();
    CaseInfo info{caseId(all->size() + 1), std::string(title), true, m_state->actor.clock().utc, std::nullopt, 0};
    if (const Result<void> stored = storeCase(database(), m_state->actor, "case_new", info, {}); !stored)
        return stored.error();
    if (const Result<void> committed = transaction->commit(); !committed)
        return committed.error();
    return info;
}

Result<void> CaseFile::closeCase(std::string_view id, std::string_view reason)
{
    if (Result<void> writable = m_state->requireWritable(); !writable)
        return writable;
    Result<Transaction> transaction = Transaction::begin(database());
    if (!transaction)
        return transaction.error();
    Result<CaseInfo> info = findCase(id);
    if (!info)
        return info.error();
    if (!info->open)
        return Error{ErrorCode::InvalidArgument, info->id, "the case is closed already"};
    const Result<std::int64_t> last = database().integer("SELECT max(source_id) FROM sources");
    if (!last)
        return last.error();
    info->open = false;
    info->closed = m_state->actor.clock().utc;
    info->lastSource = *last;
    if (Result<void> stored = storeCase(database(), m_state->actor, "case_close", *info, reason); !stored)
        return stored;
    return transaction->commit();
}

Result<std::vector<AuditEntry>> CaseFile::audit() const
{
    return readAudit(database());
}

Result<void> CaseFile::note(
    std::string_view action, std::string_view subject, std::string_view after, std::string_view reason)
{
    if (Result<void> writable = m_state->requireWritable(); !writable)
        return writable;
    Result<Transaction> transaction = Transaction::begin(database());
    if (!transaction)
        return transaction.error();
    const Result<Timestamp> audited = appendAudit(database(), m_state->actor, {action, subject, {}, after, reason});
    if (!audited)
        return audited.error();
    return transaction->commit();
}

} // namespace antecedent
