// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The table of sources, and the digest over all that one source stored. Threads: those of the database.

#include "model/base/result.h"
#include "model/store/case_file.h"
#include "model/store/fingerprint.h"
#include "model/store/seal.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace antecedent {

// Digests of the sources' rows: feed it the seals of every table with a source_id, table by table in the order of
// sealedTables(), each in order of its key.
class SourceDigests
{
public:
    void add(SourceId source, std::string_view table, std::span<const std::uint8_t> seal);
    Digest finish(SourceId source); // of nothing, if the source stored nothing

private:
    struct Running
    {
        Sha256 hash;
        std::string table;
    };
    std::map<SourceId, Running> m_running;
};

// The sums by which the content of events and samples is compared (fingerprint.h).
struct ContentSums
{
    Fingerprint events;
    Fingerprint samples;
};

// A row of the table of sources as it is stored.
struct SourceRecord
{
    StoredSource source;
    ContentSums sums;
    Digest contentDigest{};
    Seal seal{};
};

// Stores it and its audit row.
Result<void> insertSource(Database& database, const Actor& actor, const SourceRecord& record);
Result<std::vector<SourceRecord>> readSources(const Database& database);
std::string sourceSubject(SourceId source); // in the audit trail

} // namespace antecedent
