// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Writing the reports of some failures into a folder, one after the other, each verified from its files at once; and
// what else the report view asks of files. Nothing that exists is overwritten: names get a number. Errors: those of
// writeReport(); FileExists (another program changed the investigation meanwhile). Threads: any; the snapshot is
// shared, the file is opened for the call.

#include "app/casework/case_report.h"
#include "model/report/twin/verify_twin.h"
#include "widgets/document/investigation_data.h"

namespace antecedent::app {

struct ReportOrder
{
    widgets::DataPtr snapshot;
    std::vector<std::string> failures; // ids
    std::string title; // of all of them; empty: each its classification
    std::string folder;
    std::string language = "en";
    std::vector<ReportFigure> leftOut{};
};

struct ReportOutcome
{
    casework::WrittenReport report;
    Result<TwinVerification> check = TwinVerification{};
};

struct ReportRun
{
    std::vector<ReportOutcome> written;
    std::optional<Error> stopped; // why not all of them; Cancelled too
};

ReportRun writeReports(const ReportOrder& order, const std::stop_token& stop, const ProgressFn& progress);

// The report of the first failure of the order as it would be written now; nothing is written.
Result<ReportDocument> previewOf(const ReportOrder& order, const std::stop_token& stop, const ProgressFn& progress);

// Whether the case has a frozen plan already.
Result<bool> hasFrozenPlan(const widgets::InvestigationData& data);

// That the file is there and still the report of that hash. Errors: FileNotFound, VerificationFailed.
Result<void> findReport(const std::string& path, const std::string& sha256Text);

} // namespace antecedent::app
