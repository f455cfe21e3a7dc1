// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The inside of verifyFile: one check per part of the file; each reports what does not hold and leaves the others
// alone. Threads: those of its connection.

#include "model/store/audit.h"
#include "model/store/database.h"
#include "model/store/schema.h"
#include "model/store/source_table.h"
#include "model/store/verify.h"

#include <functional>
#include <map>
#include <string>

namespace antecedent {

class Verifier
{
public:
    Verifier(Database& database, const std::stop_token& stop, const ProgressFn& progress)
        : m_database(database)
        , m_stop(stop)
        , m_progress(progress)
    {
    }

    // An Error only if cancelled.
    Result<VerifyReport> run();

private:
    using Check = void (Verifier::*)();

    void checkStructure();
    void checkTables();
    void checkFormatNotes();
    void checkAudit();
    void checkSeals();
    void checkSealedTable(const SealedTable& table);
    void checkSources();
    void checkSource(const SourceRecord& record);
    void checkCopy(const SourceRecord& record);
    void checkAuditedRows();
    void checkDocuments();
    void checkChunks();
    void checkEventChunks(std::map<SourceId, ContentSums>& sums);
    void checkSampleChunks(std::map<SourceId, ContentSums>& sums);

    // Every row of a query; what cannot be read is a finding about the table.
    void forEachRow(const std::string& table, const std::string& sql, const std::function<void(Statement&)>& work);
    void find(std::string kind, std::string subject, std::string detail);
    void unreadable(const std::string& what, const Error& error);
    // The seal that the newest audit row of a subject states, hexadecimal; empty if there is none.
    std::string auditedSeal(const std::string& subject) const;

    Database& m_database;
    const std::stop_token& m_stop;
    const ProgressFn& m_progress;
    VerifyReport m_report;
    SourceDigests m_digests;
    std::map<std::string, std::string> m_audited; // subject to the newest `after`
    std::map<SourceId, std::map<std::string, std::uint64_t>> m_stored; // records by source and table
    bool m_cancelled = false;
};

} // namespace antecedent
