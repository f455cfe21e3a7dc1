// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// SQLite's C interface behind values that close themselves. Errors are values that name the file. Only model/store
// includes this header. Threads: a Database and its statements belong to one thread at a time.

#include "model/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace antecedent {

class Database;

// A prepared statement. Bindings are 1-based, columns 0-based, as in SQLite. Bound texts and blobs must live until the
// statement has been stepped and reset; run() and reset() drop them.
class Statement
{
public:
    Statement() = default;

    void bindNull(int index);
    void bind(int index, std::int64_t value);
    void bind(int index, double value);
    void bind(int index, std::string_view text);
    void bind(int index, std::span<const std::uint8_t> blob);
    // Empty text or nullopt as NULL.
    void bindOptional(int index, std::string_view text);
    void bindOptional(int index, const std::optional<std::int64_t>& value);

    // True: a row is there; false: no more rows. An error also resets.
    Result<bool> step();
    // Runs to the end and resets; for statements without rows.
    Result<void> run();
    void reset();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const; // valid until the next step or reset
    std::span<const std::uint8_t> blob(int column) const; // valid until the next step or reset
    std::optional<std::int64_t> optionalInteger(int column) const;
    bool valid() const { return m_statement != nullptr; }
    sqlite3_stmt* handle() const { return m_statement.get(); }

private:
    friend class Database;
    struct Finalize
    {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    const Database* m_database = nullptr;
};

class Database
{
public:
    enum class Mode : std::uint8_t { ReadOnly, ReadWrite, Create };

    static Result<std::unique_ptr<Database>> open(const std::string& path, Mode mode);
    // An empty one of its own, which is removed when it closes; in a temporary file as far as it outgrows its cache.
    static Result<std::unique_ptr<Database>> openTemporary();
    // Rolls back what a killed program left beside the file; a reading connection could not.
    static Result<void> recover(const std::string& path);
    ~Database() = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // Several statements separated by semicolons, without bindings.
    Result<void> execute(const char* sql);
    Result<Statement> prepare(std::string_view sql) const;
    Result<std::int64_t> integer(std::string_view sql) const; // first column of the first row; 0 if there is none
    std::int64_t lastRowId() const;
    std::int64_t changes() const; // by the last statement
    bool isWritable() const { return m_mode != Mode::ReadOnly; }
    const std::string& path() const { return m_path; }
    sqlite3* handle() const { return m_handle.get(); }
    // The connection's last failure as an Error of the store.
    Error lastError() const;

private:
    Database() = default;
    static Result<std::unique_ptr<Database>> openWith(const std::string& path, Mode mode, int flags);
    struct Close
    {
        void operator()(sqlite3* handle) const noexcept;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
    std::string m_path;
    Mode m_mode = Mode::ReadOnly;
};

// Begins at once with the write lock; rolls back unless committed.
class Transaction
{
public:
    static Result<Transaction> begin(Database& database);
    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    Result<void> commit();

private:
    explicit Transaction(Database& database)
        : m_database(&database)
    {
    }
    Database* m_database;
};

} // namespace antecedent
