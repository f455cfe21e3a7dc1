// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/sealed_insert.h"

#include <sqlite3.h>

#include <cassert>
#include <cmath>
#include <utility>

namespace antecedent {

SealedInsert::SealedInsert(Database& database, std::string table, Statement statement, int count)
    : m_database(&database)
    , m_table(std::move(table))
    , m_statement(std::move(statement))
    , m_seal(m_table)
    , m_count(count)
{
}

Result<SealedInsert> SealedInsert::prepare(
    Database& database, std::string table, const std::string& columns, int count, const std::string& conflict)
{
    std::string sql = "INSERT INTO \"" + table + "\" (" + columns + ") VALUES (?";
    for (int i = 0; i < count; ++i)
        sql += ",?";
    sql += ") " + conflict;
    Result<Statement> statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    return SealedInsert(database, std::move(table), std::move(*statement), count);
}

void SealedInsert::addNull()
{
    m_statement.bindNull(m_next++);
    m_seal.addNull();
}

void SealedInsert::add(std::int64_t value)
{
    m_statement.bind(m_next++, value);
    m_seal.add(value);
}

void SealedInsert::add(double value)
{
    if (std::isnan(value)) { // SQLite would store NULL
        addNull();
        return;
    }
    value += 0.0; // and it knows no negative zero
    m_statement.bind(m_next++, value);
    m_seal.add(value);
}

void SealedInsert::add(std::string_view text)
{
    m_statement.bind(m_next++, text);
    m_seal.add(text);
}

void SealedInsert::add(std::span<const std::uint8_t> blob)
{
    m_statement.bind(m_next++, blob);
    m_seal.add(blob);
}

void SealedInsert::addOptional(std::string_view text)
{
    if (text.empty())
        addNull();
    else
        add(text);
}

void SealedInsert::addOptional(const std::optional<std::int64_t>& value)
{
    if (value)
        add(*value);
    else
        addNull();
}

Result<bool> SealedInsert::insertSealed()
{
    const Seal seal = m_seal.seal();
    return insert(seal);
}

Result<bool> SealedInsert::insertDigested()
{
    const Digest digest = m_seal.digest();
    return insert(digest);
}

Result<bool> SealedInsert::insert(std::span<const std::uint8_t> seal)
{
    assert(m_next == m_count + 1);
    m_statement.bind(m_next, seal);
    m_next = 1;
    m_seal.restart(m_table);
    if (const Result<void> done = m_statement.run(); !done)
        return done.error();
    return m_database->changes() > 0;
}

void addRowToSeal(SealBuilder& seal, const Statement& statement, int count)
{
    for (int i = 0; i < count; ++i) {
        switch (sqlite3_column_type(statement.handle(), i)) {
        case SQLITE_INTEGER:
            seal.add(statement.integer(i));
            break;
        case SQLITE_FLOAT:
            seal.add(statement.real(i));
            break;
        case SQLITE_TEXT:
            seal.add(statement.text(i));
            break;
        case SQLITE_BLOB:
            seal.add(statement.blob(i));
            break;
        default:
            seal.addNull();
        }
    }
}

} // namespace antecedent
