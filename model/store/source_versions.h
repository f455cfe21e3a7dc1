// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Newer versions of sources: a person decides that a source is the corrected or longer export of one that came before.
// What is stored of the earlier ones and the newer does not state is set aside then: it stays in the file and can be
// read, and no analysis counts it. A repeated row is stored once, under the first source that states it, so that what
// is set aside is named record by record. Documents of the kind kVersionDocuments, named by the newer source's hash in
// hex. Threads: those of the file; values otherwise.

#include "model/base/result.h"
#include "model/store/case_file.h"
#include "model/store/fingerprint.h"
#include "model/store/row_set.h"

#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

// A stored record: the row of its source and what it says, as one row may have become several records of a table.
struct RecordPlace
{
    std::uint64_t row = 0;
    Fingerprint print;

    auto operator<=>(const RecordPlace&) const = default;
};
using RecordPlaces = std::map<TableId, std::vector<RecordPlace>>; // each ascending

struct VersionDecision
{
    bool isAccepted = true; // false: taken back
    std::string replaces; // hash of the earlier source, in hex
    std::map<std::string, RecordPlaces> setAside; // by hash of the source under which they are stored

    bool operator==(const VersionDecision&) const = default;
};
using VersionDecisions = std::map<std::string, VersionDecision>; // by hash of the newer source

std::string toJson(const VersionDecision& decision);
// CorruptInput if the text is no decision.
Result<VersionDecision> versionDecisionFrom(std::string_view json);

// The newest decisions, taken back ones too, as they were when document `until` was stored.
Result<VersionDecisions> readVersionDecisions(const CaseFile& file, std::int64_t until = kAllDocuments);
// The source and all that it replaces by accepted decisions, the nearest first.
std::vector<std::string> versionChain(const VersionDecisions& decisions, const std::string& hash);

// The records of a file that do not count.
class SetAside
{
public:
    // By the decisions on sources up to `lastSource`. Of several versions in a row the newest decides.
    static Result<SetAside> read(
        const CaseFile& file, SourceId lastSource = kAllSources, std::int64_t until = kAllDocuments);

    // The same by decisions that need not be stored yet; `sources` are those of the file.
    static SetAside of(
        const VersionDecisions& decisions, const std::vector<StoredSource>& sources, SourceId lastSource = kAllSources);

    // Of a source and a table; null: none.
    const std::vector<RecordPlace>* find(SourceId source, TableId table) const;
    // How many records of a table, and the sum of their fingerprints.
    std::uint64_t count(TableId table) const;
    std::uint64_t count(SourceId source) const; // of all tables
    Fingerprint sum(TableId table) const;

    // Leaves them out of the statements of a table.
    RowSet without(RowSet rows) const;
    // Which records of a batch of one source are set aside; empty: none of them.
    std::vector<bool> marks(SourceId source, const RecordBatch& batch) const;

private:
    std::map<SourceId, RecordPlaces> m_places;
};

// A source that a newer version replaces.
struct ReplacedSource
{
    std::string by; // hash of the newer version, in hex
    std::uint64_t setAside = 0; // records stored under it that count nowhere
};
// By decisions up to document `until`, on sources up to `lastSource`.
Result<std::map<SourceId, ReplacedSource>> replacedSources(
    const CaseFile& file, SourceId lastSource = kAllSources, std::int64_t until = kAllDocuments);

} // namespace antecedent
