// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Imports files and folders into an investigation, one transaction per source: recognise, plan, read, store, keep the
// original bytes with their SHA-256. A source that fails leaves the file as it was and does not stop the others.
// Reading and custody, parsing, and storing run on three threads with bounded queues between them: memory does not grow
// with the source. Threads: called from the thread that owns the CaseFile; progress is called there as well.

#include "importers/recognise.h"
#include "model/base/digest.h"
#include "model/base/error.h"
#include "model/base/progress.h"
#include "model/base/result.h"
#include "model/store/case_file.h"

#include <cstdint>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

struct ImportOptions
{
    PlanOptions plan; // without a zone, the file's site zone is assumed, if it has one
    // Stated by the user. A single one is used for a file that is named itself, whatever its header says; otherwise
    // they are tried like the built-in ones.
    std::vector<Profile> profiles;
    // Export statement; the lines "rows: N" and "exported: TIME" are compared with the source. Empty: what the source
    // says of itself before its headings, if that tells its filter, period or rows (export_statement.h).
    std::string statement;
    std::optional<Interval> covers; // the period that the source is said to cover
    // The moment of the import: a later time is reported, unless the statement says when the source was exported
    // ("exported: TIME"). Unknown: not looked at.
    std::optional<Timestamp> now;
    bool dryRun = false; // read and compare everything, store nothing
};

struct SourceSummary
{
    std::string path; // as given, or folder and name inside it; with #part for one table of several
    Digest sha256{};
    std::string importer; // empty if none was found
    SourceTotals rows;
    std::map<std::string, std::uint64_t> records; // by TableSpec::countName
    std::map<std::string, std::uint64_t> diagnostics; // by the code's name; exact counts
    std::string zone; // assumed for local times; empty: none stated
    std::optional<Timestamp> first; // of the dated records
    std::optional<Timestamp> last;
    std::optional<std::uint64_t> earlierSource; // the same bytes are stored already, as this source
    std::optional<Error> error; // nothing of this source was stored
    bool isNotData = false; // found in a folder and left alone: readme, reference list
    std::string notDataReason; // what it is instead, in English; may be empty
};

struct ImportSummary
{
    std::vector<SourceSummary> sources; // in the order in which they were read
    bool failed() const; // a source has an error
    std::uint64_t rejected() const;
};

// `paths`: files, one table of a file as `file#part`, and folders that are searched with all their subfolders in order
// of name. Errors: those that concern no single source (a path that is not there, cancelled, the investigation itself).
Result<ImportSummary> importSources(CaseFile& file, const std::vector<std::string>& paths, const ImportOptions& options,
    const std::stop_token& stop = {}, const ProgressFn& progress = {});

// One file with options of its own.
struct SourceRequest
{
    std::string path;
    ImportOptions options;
};
// The same for files whose questions are answered one by one: what the options state is used whatever the header says.
// The progress goes over the bytes of all of them.
Result<ImportSummary> importSources(CaseFile& file, const std::vector<SourceRequest>& requests,
    const std::stop_token& stop = {}, const ProgressFn& progress = {});

// One source that is no file on disk, under this name. What failed concerns it alone, so its error is the result's. The
// zone must be stated, if times need one.
Result<SourceSummary> importBytes(CaseFile& file, const std::string& name, std::string_view bytes,
    const ImportOptions& options, const std::stop_token& stop = {}, const ProgressFn& progress = {});

// SHA-256 of a source: of the file's bytes as they are, and behind them, where one of its tables is named, of #part.
// Errors: FileNotFound, FileUnreadable, Cancelled.
Result<Digest> hashOfFile(const std::string& path, const std::stop_token& stop = {});

// The sources that a path stands for, as importSources reads them: files, and `file#part` for each table of a file that
// has several.
Result<std::vector<std::string>> listSources(const std::string& path);

} // namespace antecedent::importers
