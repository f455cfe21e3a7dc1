// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The machine-readable twin of a report: twin.json (every number with the record ids behind it), records/<table>.csv
// (the records in scope), README.txt (format and method), manifest.json (SHA-256 of each file). Its digest, printed in
// the report, is the SHA-256 of the manifest. No paths, no import times, no clock: equal data and an equal ledger
// (whose entries have the time when a person made them) give equal bytes in any zone and order. Threads: pure, but for
// writeTwin().

#include "model/base/result.h"
#include "model/report/compose/compose.h"
#include "model/report/twin/twin_tables.h"

#include <map>
#include <string>

namespace antecedent {

inline constexpr int kTwinFormatVersion = 1;

struct Twin
{
    std::map<std::string, std::string> files; // relative name with '/' -> bytes, the manifest included
    std::string digest; // "sha256:..." of the manifest

    const std::string& json() const { return files.at("twin.json"); } // also what an investigation file keeps
};

// `language`: of the report that it belongs to; it stands in the manifest and changes no other file.
Twin buildTwin(const ReportInputs& inputs, const std::vector<RecordMark>& marks, const std::string& language = "en");

// Writes the files into a folder, which is made, or replaced where it holds a twin. Errors: FileExists (a folder that
// is no twin), FileUnwritable.
Result<void> writeTwin(const Twin& twin, const std::string& folder);

// The report and its twin of the same inputs; `name` is the folder's name as printed.
struct ReportAndTwin
{
    ReportDocument document;
    Twin twin;
};
ReportAndTwin makeReport(
    const ReportInputs& inputs, const std::string& name, const Lexicon& lexicon = Lexicon::english());

// Text of README.txt.
std::string twinReadme();

} // namespace antecedent
