// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An investigation file (`.ante`): one SQLite file with the data of a site or area, its sources, many cases, and the
// audit trail. Written with a rollback journal, so that a kill at any moment leaves the file as before or after a
// change, and a closed file is one file. Reads are by table (row_set.h), by event chunk, or by tag and time; nobody
// outside this folder sees SQL. Threads: a CaseFile belongs to one thread at a time; several may be open on one file.

#include "model/base/digest.h"
#include "model/base/result.h"
#include "model/domain/dataset.h"
#include "model/store/actor.h"
#include "model/store/audit.h"
#include "model/store/source_writer.h"

#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

class Database;

enum class OpenMode : std::uint8_t { ReadOnly, ReadWrite };

struct CaseInfo
{
    std::string id; // CASE-001, …
    std::string title;
    bool open = true;
    Timestamp created{};
    std::optional<Timestamp> closed;
    SourceId lastSource = 0; // sources up to this one belong to a closed case; an open case uses all
};

// A source as the file keeps it. `info` is what analysis sees.
struct StoredSource
{
    SourceId id = 0;
    SourceInfo info;
    std::string importerVersion;
    std::string encoding;
    std::string compression;
    std::string plan;
    std::uint64_t sizeBytes = 0; // of the original
    std::uint64_t keptBytes = 0; // of its compressed copy
    Timestamp imported{};
    std::map<std::string, std::uint64_t> records; // by table name
    std::map<std::string, std::uint64_t> diagnostics; // by code name
};

// A diagnostic with the source that it is about.
struct StoredDiagnostic
{
    SourceId source = 0;
    Diagnostic diagnostic;
};

// Kinds of documents of the whole file that the dataset is made with: names of assets, what tags measure, repeated
// facts, clocks of sources (timeline), newer versions of sources (source_versions.h), tables that an analysis works by
// (timeline).
inline constexpr const char* kAliasDocuments = "alias";
inline constexpr const char* kParameterDocuments = "parameter";
inline constexpr const char* kDuplicateDocuments = "duplicate";
inline constexpr const char* kClockDocuments = "clock";
inline constexpr const char* kVersionDocuments = "version";
inline constexpr const char* kConfigurationDocuments = "configuration";

// A JSON document of a case (or of the whole file with an empty case): plan, report, alias, pin, … Every put keeps the
// older versions; a frozen document takes no more.
inline constexpr std::int64_t kAllDocuments = std::numeric_limits<std::int64_t>::max();
struct StoredDocument
{
    std::int64_t id = 0; // ascending in order of storing, over all documents of the file
    std::string caseId;
    std::string kind;
    std::string name;
    std::int64_t version = 0; // 1, 2, 3, …
    std::string json;
    Digest hash{}; // SHA-256 of the JSON text
    bool frozen = false;
    Timestamp stored{};
};

// A document to be stored. What the audit trail says of it can be stated in words of its own: for an act of a person
// that the document holds.
struct DocumentPut
{
    std::string kind;
    std::string name;
    std::string json;
    bool frozen = false;
    std::string reason = {};
    std::string action = {}; // empty: put, or freeze
    std::string before = {}; // empty: the hash of the version before
    std::string content = {}; // JSON text that the audit trail repeats; empty: only the hash
};

// Turns the stored bytes of a source into the decoded UTF-8 text in which rows have their offsets; importers/text
// provides it (undo gzip, then the encoding). The store does neither.
using SourceDecoder = std::function<Result<std::string>(const StoredSource& source, std::string bytes)>;

// What `summary` prints beside the sources.
struct FileSummary
{
    std::map<std::string, std::uint64_t> counts; // by TableSpec::countName, every table, resolved records
    std::optional<Interval> span; // first to last dated record; the end is the last time itself
    Digest contentHash{};
};

class CaseFile
{
public:
    // A new file with a first case of the same title. Refuses to overwrite (FileExists).
    static Result<CaseFile> create(
        const std::string& path, std::string_view title, std::string_view siteZone, Actor actor);
    // The actor is needed for ReadWrite only. A file that a killed program left is rolled back first.
    static Result<CaseFile> open(const std::string& path, OpenMode mode, Actor actor = {});
    ~CaseFile();
    CaseFile(CaseFile&&) noexcept;
    CaseFile& operator=(CaseFile&&) noexcept;

    const std::string& path() const;
    Result<std::string> title() const;
    Result<std::string> siteZone() const;
    // Free settings of the file; every change is audited. nullopt: never set.
    Result<std::optional<std::string>> setting(std::string_view key) const;
    Result<void> setSetting(std::string_view key, std::string_view value, std::string_view reason);

    Result<std::vector<CaseInfo>> cases() const; // ascending by id
    // The case of that id, or with an empty id the latest open one; UnknownCase otherwise.
    Result<CaseInfo> findCase(std::string_view id) const;
    Result<CaseInfo> newCase(std::string_view title);
    Result<void> closeCase(std::string_view id, std::string_view reason);

    Result<std::vector<StoredSource>> sources() const; // in order of import
    Result<std::optional<StoredSource>> findSourceByHash(const Digest& sha256) const;
    // Starts the transaction of one source. No other change of the file is possible until the writer is gone.
    Result<std::unique_ptr<SourceWriter>> beginSource(SourceMeta meta);
    // The bytes of a source as they were on disk.
    Result<std::string> sourceBytes(SourceId source) const;
    // The original text of a stored row, as in the decoded source (without its line break).
    Result<std::string> originalRow(SourceId source, std::uint64_t row, const SourceDecoder& decode) const;
    // In order of source and row.
    Result<std::vector<StoredDiagnostic>> diagnostics() const;

    Result<FileSummary> summary() const;

    // The newest version, or nullopt.
    Result<std::optional<StoredDocument>> document(
        std::string_view caseId, std::string_view kind, std::string_view name) const;
    // The newest versions of a kind, ascending by name; those that were the newest when document `until` was stored.
    Result<std::vector<StoredDocument>> documents(
        std::string_view caseId, std::string_view kind, std::int64_t until = kAllDocuments) const;
    // Every version of one document up to document `until`, in their order.
    Result<std::vector<StoredDocument>> versions(std::string_view caseId, std::string_view kind, std::string_view name,
        std::int64_t until = kAllDocuments) const;
    // Stores a new version and its audit row; an equal JSON text is not stored again. A frozen document refuses.
    Result<StoredDocument> putDocument(std::string_view caseId, std::string_view kind, std::string_view name,
        std::string_view json, bool frozen, std::string_view reason);
    // The same for several, all or none.
    Result<std::vector<StoredDocument>> putDocuments(std::string_view caseId, const std::vector<DocumentPut>& puts);

    Result<std::vector<AuditEntry>> audit() const; // ascending by seq
    // For an act that changes nothing stored here (a report written to disk): its audit row only.
    Result<void> note(
        std::string_view action, std::string_view subject, std::string_view after, std::string_view reason);

    Database& database() const; // for the other parts of model/store

private:
    struct State;
    explicit CaseFile(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace antecedent
