// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/database.h"

#include <sqlite3.h>

#include <filesystem>
#include <utility>

namespace antecedent {

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept
{
    sqlite3_finalize(statement);
}

void Statement::bindNull(int index)
{
    sqlite3_bind_null(handle(), index);
}

void Statement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(handle(), index, value);
}

void Statement::bind(int index, double value)
{
    sqlite3_bind_double(handle(), index, value);
}

void Statement::bind(int index, std::string_view text)
{
    const char* data = text.data() != nullptr ? text.data() : "";
    sqlite3_bind_text64(handle(), index, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind(int index, std::span<const std::uint8_t> blob)
{
    if (blob.empty())
        sqlite3_bind_zeroblob(handle(), index, 0);
    else
        sqlite3_bind_blob64(handle(), index, blob.data(), blob.size(), SQLITE_STATIC);
}

void Statement::bindOptional(int index, std::string_view text)
{
    if (text.empty())
        bindNull(index);
    else
        bind(index, text);
}

void Statement::bindOptional(int index, const std::optional<std::int64_t>& value)
{
    if (value)
        bind(index, *value);
    else
        bindNull(index);
}

Result<bool> Statement::step()
{
    const int status = sqlite3_step(handle());
    if (status == SQLITE_ROW)
        return true;
    if (status == SQLITE_DONE)
        return false;
    Error error = m_database->lastError();
    reset();
    return error;
}

Result<void> Statement::run()
{
    for (;;) {
        const Result<bool> more = step();
        if (!more)
            return more.error();
        if (!*more)
            break;
    }
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(handle());
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(handle(), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(handle(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(handle(), column);
}

std::string_view Statement::text(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(handle(), column));
    const int size = sqlite3_column_bytes(handle(), column);
    return data == nullptr ? std::string_view{} : std::string_view(data, static_cast<std::size_t>(size));
}

std::span<const std::uint8_t> Statement::blob(int column) const
{
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(handle(), column));
    const int size = sqlite3_column_bytes(handle(), column);
    return data == nullptr ? std::span<const std::uint8_t>{} : std::span(data, static_cast<std::size_t>(size));
}

std::optional<std::int64_t> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

void Database::Close::operator()(sqlite3* handle) const noexcept
{
    sqlite3_close_v2(handle);
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, Mode mode)
{
    std::error_code ignored;
    if (mode != Mode::Create && !std::filesystem::exists(path, ignored))
        return Error{ErrorCode::FileNotFound, path, {}};
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (mode == Mode::ReadOnly)
        flags |= SQLITE_OPEN_READONLY;
    else
        flags |= SQLITE_OPEN_READWRITE;
    if (mode == Mode::Create)
        flags |= SQLITE_OPEN_CREATE;
    return openWith(path, mode, flags);
}

Result<std::unique_ptr<Database>> Database::openTemporary()
{
    constexpr int kFlags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    Result<std::unique_ptr<Database>> database = openWith({}, Mode::Create, kFlags); // without a name it is temporary
    if (database)
        (*database)->m_path = "temporary file"; // as errors name it
    return database;
}

Result<std::unique_ptr<Database>> Database::openWith(const std::string& path, Mode mode, int flags)
{
    std::unique_ptr<Database> database(new Database);
    database->m_path = path;
    database->m_mode = mode;
    sqlite3* handle = nullptr;
    const int status = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    database->m_handle.reset(handle);
    if (status != SQLITE_OK) {
        const ErrorCode code = mode == Mode::ReadOnly ? ErrorCode::FileUnreadable : ErrorCode::FileUnwritable;
        return Error{code, path, handle != nullptr ? sqlite3_errmsg(handle) : "out of memory"};
    }
    sqlite3_busy_timeout(handle, 5000);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    return database;
}

Result<void> Database::recover(const std::string& path)
{
    std::error_code ignored;
    if (!std::filesystem::exists(path + "-journal", ignored))
        return {};
    const Result<std::unique_ptr<Database>> database = open(path, Mode::ReadWrite);
    if (!database)
        return database.error();
    const Result<std::int64_t> version = (*database)->integer("PRAGMA user_version"); // reading rolls back
    if (!version)
        return version.error();
    // A journal that was begun and holds nothing yet stays beside the file until the next change: make one and undo it.
    // If another program is writing, the journal is its own and stays.
    sqlite3_busy_timeout((*database)->handle(), 0);
    const std::string touch = "BEGIN IMMEDIATE; PRAGMA user_version = " + std::to_string(*version) + "; ROLLBACK";
    static_cast<void>((*database)->execute(touch.c_str()));
    return {};
}

Result<void> Database::execute(const char* sql)
{
    if (sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError();
    return {};
}

Result<Statement> Database::prepare(std::string_view sql) const
{
    sqlite3_stmt* raw = nullptr;
    const int status = sqlite3_prepare_v3(
        handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    Statement statement;
    statement.m_statement.reset(raw);
    statement.m_database = this;
    if (status != SQLITE_OK)
        return lastError();
    return statement;
}

Result<std::int64_t> Database::integer(std::string_view sql) const
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return statement.error();
    const Result<bool> row = statement->step();
    if (!row)
        return row.error();
    return *row ? statement->integer(0) : 0;
}

std::int64_t Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(handle());
}

std::int64_t Database::changes() const
{
    return sqlite3_changes64(handle());
}

Error Database::lastError() const
{
    const int primary = sqlite3_errcode(handle()) & 0xFF;
    ErrorCode code = ErrorCode::StoreFailed;
    if (primary == SQLITE_NOTADB)
        code = ErrorCode::NotAnInvestigation;
    else if (primary == SQLITE_CORRUPT)
        code = ErrorCode::InvestigationDamaged;
    else if (primary == SQLITE_READONLY || primary == SQLITE_PERM)
        code = ErrorCode::FileUnwritable;
    else if (primary == SQLITE_CANTOPEN)
        code = ErrorCode::FileUnreadable;
    return Error{code, m_path, sqlite3_errmsg(handle())};
}

Result<Transaction> Transaction::begin(Database& database)
{
    if (const Result<void> begun = database.execute("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    return Transaction(database);
}

Transaction::~Transaction()
{
    // A statement that failed badly may have rolled back already; then there is nothing to do.
    if (m_database != nullptr && sqlite3_get_autocommit(m_database->handle()) == 0)
        static_cast<void>(m_database->execute("ROLLBACK"));
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Result<void> Transaction::commit()
{
    if (Result<void> done = m_database->execute("COMMIT"); !done)
        return done;
    m_database = nullptr;
    return {};
}

} // namespace antecedent
