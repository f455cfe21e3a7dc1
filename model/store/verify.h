// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Re-computes every seal of an investigation file: SQLite's own structure, the schema, each stored row, chunk,
// diagnostic and source copy, each source's digest against its audit row, the counts, and the audit chain. Reads only;
// a malformed file gives findings, never a crash. Threads: pure, own connection.

#include "model/base/progress.h"
#include "model/base/result.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace antecedent {

struct VerifyFinding
{
    std::string kind; // file, schema, row, chunk, source, diagnostic, document, case, setting, audit
    std::string subject; // which one: table and row, chunk number, source, audit seq
    std::string detail; // what does not hold, English, without final full stop
};

struct VerifyReport
{
    std::vector<VerifyFinding> findings; // empty: everything holds
    std::uint64_t rows = 0; // rows, chunks and so on that were checked
    std::uint64_t chunks = 0;
    std::uint64_t sources = 0;
    std::uint64_t auditEntries = 0;
    std::string auditHead; // hash of the last audit row, hexadecimal

    bool holds() const { return findings.empty(); }
};

// An error only if the file is not there, cannot be read at all, or the work was cancelled.
Result<VerifyReport> verifyFile(
    const std::string& path, const std::stop_token& stop = {}, const ProgressFn& progress = {});

} // namespace antecedent
