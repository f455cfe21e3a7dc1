// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Newer exports of sources that a file has already: which seem to be some, what they say differently, and what people
// decided. Accepting sets the rows aside that the newer one does not state any more (model/store/source_versions.h).
// Threads: that of the file.

#include "importers/pipeline/import_sources.h"
#include "model/base/result.h"
#include "model/store/case_file.h"
#include "model/store/version_difference.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace antecedent::casework {

enum class VersionState : std::uint8_t { Proposed, Accepted, Withdrawn };

struct VersionStanding
{
    StoredSource newer;
    StoredSource earlier;
    VersionState state = VersionState::Proposed;
    TableChange counts; // over all tables; its table says nothing
    std::optional<Error> error; // why the sources can't be compared any more
};

// In order of the newer source. Proposed: of the same kind, called the same but for numbers, dates and words such as
// "copy", with spans that overlap by half of the shorter, and at least half of the earlier one's records stated
// again, changed or not; of several the one that states most of the same, of equal ones the latest.
Result<std::vector<VersionStanding>> versionStandings(const CaseFile& file, const std::stop_token& stop = {});

// After an import of these sources: what other sources state by now is not set aside any more, and which of them seem
// to be newer exports, those that can't be compared left out.
Result<std::vector<VersionStanding>> versionsAfterImport(
    CaseFile& file, const importers::ImportSummary& imported, const std::stop_token& stop = {});

// Reads the newer source again. Errors: InvalidArgument if it was not imported later than the other; those of
// importers::rereadSource and compareVersions.
Result<VersionDifference> compareSources(
    const CaseFile& file, const StoredSource& earlier, const StoredSource& newer, const std::stop_token& stop = {});

// Sets the rows aside that the newer source does not state, and says what changed; other decisions follow. A source may
// be put between two versions. Errors: InvalidArgument also if the earlier source is replaced by one between the two,
// or the newer replaces another; those of the store.
Result<VersionDifference> acceptVersion(CaseFile& file, const StoredSource& earlier, const StoredSource& newer,
    const std::string& reason, const std::stop_token& stop = {});
// Errors: InvalidArgument if no decision on this source stands, or a newer version replaces it in turn.
Result<void> withdrawVersion(
    CaseFile& file, const StoredSource& newer, const std::string& reason, const std::stop_token& stop = {});

} // namespace antecedent::casework
