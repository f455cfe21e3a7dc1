// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Compares the times of what is imported with what is known of the export: the period that it is said to cover
// (--covers), and the moment of the export, after which nothing can have happened. Rows are stored all the same; a
// warning says which. Threads: one owner.

#include "model/base/diagnostic.h"
#include "model/base/time.h"
#include "model/domain/record_batch.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace antecedent::importers {

class TimeChecks
{
public:
    // `latest`: the time of the export, else that of the import; what it is called in a diagnostic.
    TimeChecks(std::optional<Interval> covers, std::optional<Timestamp> latest, std::string latestName);

    // Appends a warning for each row whose times all lie outside the period, and for each that has a time after the
    // latest; beyond ten thousand, rows that follow each other share one.
    void check(const RecordBatch& batch, std::vector<Diagnostic>& found);

private:
    struct Repeated // of one code
    {
        std::uint64_t count = 0;
        std::uint64_t lastRow = 0;
        std::size_t place = 0; // in `found`, of the newest
    };
    void checkRow(const RecordBatch& batch, std::size_t row, std::vector<Diagnostic>& found);
    void add(Diagnostic diagnostic, Repeated& repeated, std::vector<Diagnostic>& found);

    std::optional<Interval> m_covers;
    std::optional<Timestamp> m_latest;
    std::string m_latestName;
    Repeated m_outside;
    Repeated m_future;
};

// The moment that a line "exported: TIME" of an export statement gives, with its offset.
std::optional<Timestamp> exportTimeOf(const std::string& statement);
// The value of the line "NAME: VALUE" (or "NAME = VALUE") of a statement; empty if there is none.
std::string statementValue(const std::string& statement, std::string_view name);

} // namespace antecedent::importers
