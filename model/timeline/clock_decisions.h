// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What people decided about the clocks of sources, as the file keeps it: documents of the kind kClockDocuments, named
// by the hash of the source and, for one category of its events, `/category`. Each put is a version with an audit
// entry; a withdrawn one counts as never made. Threads: as the file's.

#include "model/base/result.h"
#include "model/domain/source_clock.h"

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

class CaseFile;

struct ClockDecision
{
    SourceClock clock;
    bool isAccepted = false; // false: refused or withdrawn, times are as stated
    bool isRefused = false; // the clock is an estimate that somebody looked at and did not believe
    std::string basis; // how it is known: `43 anchors: start of unit procedure and state:RUNNING, …`, or `stated`
    bool operator==(const ClockDecision&) const = default;
};

std::string clockDocumentName(std::string_view sourceHash, std::string_view category);
std::string toJson(const ClockDecision& decision);
// CorruptInput if the text is no decision.
Result<ClockDecision> clockDecisionFrom(std::string_view json);

// The newest decisions by the name of their document, withdrawn ones too.
using ClockDecisions = std::map<std::string, ClockDecision>;
Result<ClockDecisions> readClockDecisions(
    const CaseFile& file, std::int64_t lastDocument = std::numeric_limits<std::int64_t>::max());
// The hash of the source, in hex, that such a document is for.
std::string sourceOfClock(std::string_view documentName);

// The clocks of accepted decisions by the hash of the source, in hex.
using ClocksByHash = std::map<std::string, std::vector<SourceClock>>;
Result<ClocksByHash> readClocks(
    const CaseFile& file, std::int64_t lastDocument = std::numeric_limits<std::int64_t>::max());

} // namespace antecedent
