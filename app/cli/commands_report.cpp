// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// report: the investigation report as PDF, HTML and twin.

#include "app/casework/case_pins.h"
#include "app/casework/case_plan.h"
#include "app/cli/commands.h"
#include "app/cli/investigation.h"
#include "app/cli/version.h"
#include "model/base/zone.h"
#include "model/evidence/assess.h"
#include "model/report/compose/gather.h"
#include "model/report/html.h"
#include "model/report/pdf/pdf_renderer.h"
#include "model/report/twin/twin.h"
#include "model/store/schema_version.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <tuple>

namespace antecedent::cli {

using namespace casework;

namespace {

constexpr std::size_t kRejectedRowsShown = 200;

// Custody, versions and the case: what only the file knows.
Result<ReportInputs> custodyOf(const Investigation& inv)
{
    ReportInputs inputs;
    const Result<std::vector<StoredSource>> sources = inv.file.sources();
    if (!sources)
        return sources.error();
    std::map<SourceId, std::string> names;
    for (const StoredSource& source : *sources) {
        if (inv.caseInfo.lastSource != 0 && source.id > inv.caseInfo.lastSource)
            continue;
        inputs.sources.push_back({source.info, source.records, source.diagnostics});
        names[source.id] = source.info.name;
    }
    std::sort(inputs.sources.begin(), inputs.sources.end(),
        [](const SourceCustody& a, const SourceCustody& b) { return a.info.sha256 < b.info.sha256; });
    const Result<std::vector<StoredDiagnostic>> diagnostics = inv.file.diagnostics();
    if (!diagnostics)
        return diagnostics.error();
    for (const StoredDiagnostic& d : *diagnostics) {
        if (d.diagnostic.severity != Severity::Rejected || !names.contains(d.source))
            continue;
        ++inputs.rejectedTotal;
        inputs.rejected.push_back({names[d.source], d.diagnostic});
    }
    std::stable_sort(inputs.rejected.begin(), inputs.rejected.end(), [](const RejectedRow& a, const RejectedRow& b) {
        return std::tie(a.source, a.diagnostic.row) < std::tie(b.source, b.diagnostic.row);
    });
    if (inputs.rejected.size() > kRejectedRowsShown)
        inputs.rejected.resize(kRejectedRowsShown);
    inputs.versions = {
        "Antecedent " + programVersion(), buildHash(), std::to_string(schemaVersion()), zoneRulesVersion()};
    const Result<Zone> zone = findZone(inv.dataset.siteZone.empty() ? "UTC" : inv.dataset.siteZone);
    if (!zone)
        return zone.error();
    inputs.siteZone = *zone;
    inputs.caseId = inv.caseInfo.id;
    inputs.caseTitle = inv.caseInfo.title;
    return inputs;
}

std::string twinFolder(const ReportOptions& options)
{
    if (!options.twin.empty())
        return options.twin;
    std::filesystem::path path(options.pdf);
    path.replace_extension(".twin");
    return path.string();
}

Result<ReportInputs> reportInputs(
    Session& session, Investigation& inv, const std::string& failure, AssessmentResult& assessment)
{
    const Result<AnalysisPlan> plan = planForResult(inv.file, inv.caseInfo, inv.dataset);
    if (!plan)
        return plan.error();
    const Deviation* deviation = inv.dataset.findDeviation(failure);
    if (deviation == nullptr)
        return Error{ErrorCode::UnknownFailure, failure, {}};
    AssessSelection selection;
    selection.failures = {failure};
    Result<std::vector<Pin>> pins = activePins(inv.file, inv.caseInfo);
    if (!pins)
        return pins.error();
    selection.pins = std::move(*pins);
    const auto samples = makeSampleReader(inv.file, inv.caseInfo, inv.dataset);
    Result<AssessmentResult> result = assess(
        inv.context, *plan, selection, builtinPlanTemplates(), session.stopToken(), session.progress(), samples.get());
    session.endProgress();
    if (!result)
        return result.error();
    assessment = std::move(*result);
    const Result<WindowOptions> window = optionsOf(*plan, deviation->classification);
    if (!window)
        return window.error();
    Result<ReportInputs> custody = custodyOf(inv);
    if (!custody)
        return custody.error();
    return gatherReport(inv.context, assessment, failure, *window, std::move(*custody), samples.get());
}

} // namespace

int writeReport(Session& session, const ReportOptions& options)
{
    if (options.language != "en")
        return session.fail({ErrorCode::NotAvailable, "--language " + options.language, "reports are in English (en)"});
    const auto opened = openInvestigation(session, options.file, OpenMode::ReadWrite);
    if (!opened)
        return session.fail(opened.error());
    Investigation& inv = **opened;
    AssessmentResult assessment;
    Result<ReportInputs> inputs = reportInputs(session, inv, options.failure, assessment);
    if (!inputs)
        return session.fail(inputs.error());
    const WallTime now = systemActor().clock();
    inputs->author = systemActor().name;
    inputs->created = Timestamp(std::chrono::floor<std::chrono::seconds>(now.utc));
    const std::string folder = twinFolder(options);
    const ReportAndTwin report = makeReport(*inputs, std::filesystem::path(folder).filename().string());
    const Result<RenderedPdf> pdf = renderPdf(report.document);
    if (!pdf)
        return session.fail(pdf.error());
    if (const Result<void> written = writeTwin(report.twin, folder); !written)
        return session.fail(written.error());
    if (const Result<void> written = writeFile(options.pdf, pdf->bytes); !written)
        return session.fail(written.error());
    if (!options.html.empty())
        if (const Result<void> written = writeFile(options.html, renderHtml(report.document)); !written)
            return session.fail(written.error());
    const Result<StoredDocument> stored =
        inv.file.putDocument(inv.caseInfo.id, "report", options.failure, report.twin.json(), false, "report written");
    if (!stored)
        return session.fail(stored.error());
    const nlohmann::json note = {{"pdf_sha256", toHex(sha256(pdf->bytes))}, {"twin", report.twin.digest}};
    if (const Result<void> noted = inv.file.note("report", options.failure, note.dump(), {}); !noted)
        return session.fail(noted.error());
    const FailureAssessment& found = assessment.assessments.front();
    if (session.isJson)
        session.printJson({{"failure", options.failure}, {"pdf", options.pdf}, {"pages", pdf->pages},
            {"html", jsonText(options.html)}, {"twin", folder}, {"twin_digest", report.twin.digest},
            {"pdf_sha256", toHex(sha256(pdf->bytes))}, {"asset_contribution", toText(found.contribution)},
            {"leading_asset", jsonText(found.leadingAsset)}, {"statement", jsonText(found.statement)}});
    else
        session.print("Report of " + options.failure + ": " + options.pdf + " (" + std::to_string(pdf->pages)
            + " pages), twin " + folder + "\n" + found.statement);
    return kDone;
}

} // namespace antecedent::cli
