// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writes the investigation report of a failure as PDF, HTML and twin, keeps its numbers in the case and notes it in the
// audit trail; and says which reports were written before. Freezes the templates as the plan of a case that has none.
// Errors: UnknownFailure, NotAvailable (language), Cancelled (nothing is written then), FileUnwritable, those of the
// store and of assess(). Threads: that of the file; without a QGuiApplication the main thread (pdf_renderer.h).

#include "model/alignment/align.h"
#include "model/base/progress.h"
#include "model/evidence/assessment.h"
#include "model/report/compose/report_inputs.h"
#include "model/report/document.h"
#include "model/store/case_file.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace antecedent::casework {

inline constexpr const char* kReportKind = "report"; // its action in the audit trail, and the kind of its document

struct ReportRequest
{
    std::string failure;
    std::string title; // printed after the failure's id; empty: its classification
    std::string pdf;
    std::string html; // empty: none
    std::string twin; // folder; empty: the PDF's name with .twin
    std::string language = "en"; // of the report: words, decimal mark, form of dates; the twin is the same in each

    std::vector<ReportFigure> leftOut{}; // figures that the report does without; it says so

    std::string twinFolder() const;
};

struct WrittenReport
{
    std::string failure;
    std::string pdf;
    std::string html;
    std::string twin;
    std::string twinDigest;
    std::string pdfSha256;
    int pages = 0;
    Contribution contribution = Contribution::Inconclusive;
    std::string leadingAsset;
    Phrase statement;
};

// `context` is of the case's data as the file holds them; the file is open for writing by `actor`.
Result<WrittenReport> writeReport(CaseFile& file, const CaseInfo& info, const AlignmentContext& context,
    const Actor& actor, const ReportRequest& request, const std::stop_token& stop = {},
    const ProgressFn& progress = {});

// Which languages there are, for the detail of an error.
std::string reportLanguages();

// The report as it would be written now, without writing anything; `title`, `language` and `leftOut` of the request
// count. Errors: as above; NotAvailable while the case has no frozen plan, since no result is computed before.
Result<ReportDocument> previewReport(CaseFile& file, const CaseInfo& info, const AlignmentContext& context,
    const Actor& actor, const ReportRequest& request, const std::stop_token& stop = {},
    const ProgressFn& progress = {});

// A name for the files of a failure's report, without suffix: its id, with '-' for what file systems do not take.
std::string reportFileName(const std::string& failure);

struct EarlierReport
{
    std::int64_t seq = 0; // of the audit trail
    Timestamp written{};
    std::string actor;
    std::string failure;
    std::string pdf; // name without folder; empty where it was not noted
    std::string pdfSha256;
    std::string twinDigest;
};

// In order of writing.
std::vector<EarlierReport> reportsIn(const std::vector<AuditEntry>& audit);

} // namespace antecedent::casework
