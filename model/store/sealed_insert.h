// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inserts rows that carry their own seal: the values given in column order are bound and sealed at once, so that what
// is sealed is what is stored. `sealOfRow` computes the same from a row that was read. Threads: those of the database.

#include "model/store/database.h"
#include "model/store/seal.h"

#include <string>

namespace antecedent {

class SealedInsert
{
public:
    // The table's columns in order, comma separated, with the seal's column last; `conflict` is appended to the
    // statement.
    static Result<SealedInsert> prepare(
        Database& database, std::string table, const std::string& columns, int count, const std::string& conflict = {});

    void addNull();
    void add(std::int64_t value);
    void add(double value);
    void add(std::string_view text);
    void add(std::span<const std::uint8_t> blob);
    void addOptional(std::string_view text);
    void addOptional(const std::optional<std::int64_t>& value);
    // The 16-byte seal of the values given so far; complete before the insert.
    Seal seal() const { return m_seal.seal(); }
    // Stores the row with a 16-byte seal, or with the whole digest. False: the conflict clause left it out.
    Result<bool> insertSealed();
    Result<bool> insertDigested();

private:
    SealedInsert(Database& database, std::string table, Statement statement, int count);
    Result<bool> insert(std::span<const std::uint8_t> seal);

    Database* m_database;
    std::string m_table;
    Statement m_statement;
    SealBuilder m_seal;
    int m_count; // columns without the seal
    int m_next = 1;
};

// Seal of the current row's columns [0, count), by their stored types.
void addRowToSeal(SealBuilder& seal, const Statement& statement, int count);

} // namespace antecedent
