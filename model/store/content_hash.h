// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The content hash: equal for equal data in any file order, split, zone or format. SHA-256 over every canonical table:
// of row tables the resolved records' normal forms in ascending order, of events and samples the number and the sum of
// their fingerprints (equal for equal sets of rows). It compares contents; custody is what the seals and the audit
// trail are for. Threads: plain values.

#include "model/base/digest.h"
#include "model/store/row_set.h"
#include "model/store/source_table.h"

namespace antecedent {

class ContentHasher
{
public:
    // Each table once, in the order of allTables(); the rows are resolved.
    void addRows(const RowSet& resolved);
    // The sources' sums of events or samples.
    void addSum(TableId table, std::uint64_t count, const Fingerprint& sum);
    Digest finish() { return m_hash.finish(); }

private:
    void addTable(TableId table, std::uint64_t count);
    Sha256 m_hash;
};

// Number of stored events or samples of a source.
std::uint64_t storedCount(const StoredSource& source, TableId table);
// Sources in ascending order of their hash: the order that knows nothing of imports.
std::vector<SourceId> orderByHash(const std::vector<SourceRecord>& sources);

} // namespace antecedent
