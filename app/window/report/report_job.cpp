// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/report/report_job.h"

#include "app/casework/case_plan.h"
#include "app/casework/files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace antecedent::app {

namespace {

// report-DEV-1.pdf; report-DEV-1-2.pdf where that, its page or its twin is there already, and so on.
casework::ReportRequest placeFor(const ReportOrder& order, const std::string& failure)
{
    const std::string name = casework::reportFileName(failure);
    for (int number = 1;; ++number) {
        const std::string base = number == 1 ? name : name + "-" + std::to_string(number);
        const auto path = [&](const char* suffix) { return std::filesystem::path(order.folder) / (base + suffix); };
        std::error_code ignored;
        const bool isTaken = std::filesystem::exists(path(".pdf"), ignored)
            || std::filesystem::exists(path(".html"), ignored) || std::filesystem::exists(path(".twin"), ignored);
        if (!isTaken)
            return {failure, order.title, path(".pdf").string(), path(".html").string(), path(".twin").string(),
                order.language, order.leftOut};
    }
}

Result<void> writeAll(const ReportOrder& order, ReportRun& run, const std::stop_token& stop, const ProgressFn& progress)
{
    const widgets::InvestigationData& data = *order.snapshot;
    const Actor actor = widgets::currentActor();
    Result<CaseFile> file = CaseFile::open(data.path, OpenMode::ReadWrite, actor);
    if (!file)
        return file.error();
    const Result<std::vector<StoredSource>> sources = file->sources();
    if (!sources)
        return sources.error();
    if (sources->size() != data.sources.size())
        return Error{ErrorCode::FileExists, data.path,
            "another program has imported sources meanwhile; open the investigation again, then write the report"};
    constexpr std::uint64_t kSteps = 1000;
    for (std::size_t i = 0; i < order.failures.size(); ++i) {
        const ProgressFn part = [&](const Progress& p) {
            const double share = p.total > 0 ? static_cast<double>(p.done) / static_cast<double>(p.total) : 0;
            progress({p.step, static_cast<std::uint64_t>((static_cast<double>(i) + share) * kSteps),
                order.failures.size() * kSteps});
        };
        Result<casework::WrittenReport> written = casework::writeReport(*file, data.caseInfo, data.context, actor,
            placeFor(order, order.failures[i]), stop, progress ? part : ProgressFn{});
        if (!written)
            return written.error();
        Result<TwinVerification> check = verifyReportFile(written->pdf, written->twin);
        run.written.push_back({std::move(*written), std::move(check)});
    }
    return {};
}

} // namespace

ReportRun writeReports(const ReportOrder& order, const std::stop_token& stop, const ProgressFn& progress)
{
    ReportRun run;
    if (Result<void> written = writeAll(order, run, stop, progress); !written)
        run.stopped = written.error();
    return run;
}

Result<ReportDocument> previewOf(const ReportOrder& order, const std::stop_token& stop, const ProgressFn& progress)
{
    const widgets::InvestigationData& data = *order.snapshot;
    Result<CaseFile> file = CaseFile::open(data.path, OpenMode::ReadOnly);
    if (!file)
        return file.error();
    casework::ReportRequest request = placeFor(order, order.failures.front());
    return casework::previewReport(
        *file, data.caseInfo, data.context, widgets::currentActor(), request, stop, progress);
}

Result<bool> hasFrozenPlan(const widgets::InvestigationData& data)
{
    const Result<CaseFile> file = CaseFile::open(data.path, OpenMode::ReadOnly);
    if (!file)
        return file.error();
    const Result<std::optional<AnalysisPlan>> plan = casework::frozenPlan(*file, data.caseInfo);
    if (!plan)
        return plan.error();
    return plan->has_value();
}

Result<void> findReport(const std::string& path, const std::string& sha256Text)
{
    const Result<std::string> bytes = casework::readFile(path);
    if (!bytes)
        return bytes.error();
    if (!sha256Text.empty() && toHex(sha256(*bytes)) != sha256Text)
        return Error{ErrorCode::VerificationFailed, path,
            "the file is another one than the report that was written; look for the original in another folder"};
    return {};
}

} // namespace antecedent::app
