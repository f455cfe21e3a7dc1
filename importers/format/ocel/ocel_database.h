// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An SQLite database of unknown origin, to be read and not to be believed: of its schema, only the stored columns of
// ordinary tables can be read, by SELECT alone, without any function; views, computed columns, virtual tables and
// triggers never run. Work is bounded by the size of the file. The bytes are a copy; no file of the user is opened.
// Threads: one owner.

#include "importers/format/zip/spool.h"
#include "model/base/result.h"

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace antecedent::importers {

struct CloseStatement
{
    void operator()(sqlite3_stmt* statement) const { (void)sqlite3_finalize(statement); }
};
using StatementPtr = std::unique_ptr<sqlite3_stmt, CloseStatement>;

struct OcelColumns
{
    std::vector<std::string> stored; // empty: there is no such table
    std::size_t computed = 0; // others, that are not read

    bool has(std::string_view name) const;
};

class OcelDatabase
{
public:
    // `spool` outlives the database. Error CorruptInput.
    Result<void> open(Spool& spool);
    Result<StatementPtr> prepare(const std::string& sql);
    // True: there is a row. Error CorruptInput: the database is damaged, or asks for too much work.
    Result<bool> step(const StatementPtr& rows);
    OcelColumns columnsOf(const std::string& table);
    // At most a megabyte of it; a number as every form of a log writes it.
    std::string text(const StatementPtr& row, int column);
    std::uint64_t cutTexts() const { return m_cutTexts; }

private:
    struct CloseDatabase
    {
        void operator()(sqlite3* database) const { (void)sqlite3_close(database); }
    };
    static int countSteps(void* self);
    Error damaged() const;

    std::string m_image; // outlives the database
    std::unique_ptr<sqlite3, CloseDatabase> m_database;
    std::uint64_t m_steps = 0; // left
    std::uint64_t m_cutTexts = 0;
};

// As an identifier in SQL.
std::string quoted(const std::string& name);

} // namespace antecedent::importers
