// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Verification of a report's numbers by a second path: counts by naive loops over the records, exact tests, limits,
// Holm and medians by another algorithm, records behind every mark, sums of the sources, impact; compared with what the
// twin states. Works on a twin's folder, on a PDF report with its twin beside it, and on the records of an
// investigation file, where a changed record names the numbers that it touches. Malformed input gives findings or an
// Error, never a crash. Threads: pure.

#include "model/base/result.h"
#include "model/report/twin/twin_tables.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

struct TwinFinding
{
    std::string kind; // file, report, content, source, mark, window, count, test, median, holm, chronology, condition,
                      // counter, timeline, impact, pin, ledger
    std::string subject; // which number of what: "p_exact of candidate 1 alarm:TI_HIGH @ R-101"
    std::string record; // id of the record that it is about; may be empty
    std::string detail; // what does not hold, English, without final full stop
};

struct TwinVerification
{
    std::vector<TwinFinding> findings; // empty: everything holds
    std::uint64_t files = 0; // hashes compared
    std::uint64_t numbers = 0; // compared
    std::uint64_t records = 0; // read
    std::uint64_t candidates = 0;
    std::uint64_t candidatesFromRecords = 0; // recounted over the records, the others over their windows only
    std::string digest; // of the manifest, "sha256:..."; empty if there is none

    bool holds() const { return findings.empty(); }
};

// The numbers of twin.json against records; where the content hash of the data that they come from is known, it has to
// be the one that the twin states.
TwinVerification verifyNumbers(
    std::string_view twinJson, const TwinTables& tables, const std::string& contentHash = {});
// Hashes of all files, then the numbers. Error: FileNotFound, FileUnreadable (no manifest).
Result<TwinVerification> verifyTwinFolder(const std::string& folder);
// The seal of a PDF report, the digest that it prints, and its twin (the folder of the printed name beside the PDF, or
// `twinFolder`). Errors: FileNotFound, CorruptInput (no report of this program).
Result<TwinVerification> verifyReportFile(const std::string& pdfPath, const std::string& twinFolder = {});

} // namespace antecedent
