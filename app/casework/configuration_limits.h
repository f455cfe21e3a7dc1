// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Limits on their way from file to file, as the CSV text of their canonical table. In the other file the text is a
// source like any other, so that each limit has its row, its version and its approver there. Threads: those of the
// file.

#include "app/casework/case_configuration.h"
#include "importers/pipeline/import_sources.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace antecedent::casework {

// All that no newer version of a source sets aside. Empty if there are none.
struct LimitsText
{
    std::string text;
    std::uint64_t count = 0;
};
Result<LimitsText> limitsTextOf(const CaseFile& file);

struct LimitsTrial
{
    std::uint64_t rows = 0;
    bool addsSome = false; // false: each of them counts in the file already, or these bytes are a source of it
};
// CorruptInput if the text, or a row of it, can't be read; other errors of an import. Stores nothing.
Result<LimitsTrial> tryLimits(CaseFile& file, const std::string& text);

// The limits that count in a file.
struct StatedLimits
{
    std::set<std::string> forms; // normal forms
    std::map<std::string, std::set<double>> values; // by what they hold for, and from when
};
struct LimitsImport
{
    StatedLimits before;
    importers::SourceSummary source;
};
// `bundle`: hash of what the text came in, in hex.
Result<LimitsImport> addLimits(
    CaseFile& file, const std::string& text, const std::string& bundle, const std::string& reason);
// Settles what newer versions of sources set aside, as after any import, and counts.
Result<LimitsBroughtIn> limitsOutcome(CaseFile& file, const LimitsImport& imported);

} // namespace antecedent::casework
