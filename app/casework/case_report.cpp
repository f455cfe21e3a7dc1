// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/case_report.h"

#include "app/casework/case_configuration.h"
#include "app/casework/case_ledger.h"
#include "app/casework/case_pins.h"
#include "app/casework/case_plan.h"
#include "app/casework/case_quality.h"
#include "app/casework/files.h"
#include "app/casework/version.h"
#include "model/base/lexicon.h"
#include "model/base/zone.h"
#include "model/evidence/assess.h"
#include "model/report/compose/gather.h"
#include "model/report/html.h"
#include "model/report/pdf/pdf_renderer.h"
#include "model/report/twin/twin.h"
#include "model/store/closed_case.h"
#include "model/store/schema_version.h"
#include "model/store/source_versions.h"
#include "model/timeline/clock_decisions.h"
#include "model/timeline/dataset_loader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

namespace antecedent::casework {

namespace {

constexpr std::size_t kRejectedRowsShown = 200;

// What the file has must be what the analysis was made with.
Result<void> checkUsed(const ConfigurationItem& item, const Configuration& used)
{
    const bool isOther = (item.name == kPlanTemplatesTable && item.hash != used.templates.hash)
        || (item.name == kResetsTable && item.hash != used.resets.hash)
        || (item.name == kPlausibilityTable && item.hash != used.plausibility.hash);
    return isOther
        ? Error{ErrorCode::InvalidArgument, item.name, "it was changed since the data were read; read the file again"}
        : Result<void>();
}

// By version and approver, as the sources state them.
void addLimits(const Dataset& dataset, std::vector<ConfiguredItem>& out)
{
    std::map<std::pair<std::string, std::string>, std::vector<RecordId>> limits;
    for (const Limit& limit : dataset.limits)
        limits[{limit.version, limit.approvedBy}].push_back(limit.head.id);
    for (auto& [stated, ids] : limits) {
        std::sort(ids.begin(), ids.end());
        std::string text;
        for (const RecordId& id : ids)
            text += toHex(id) + '\n';
        ConfiguredItem one;
        one.name = "limits";
        one.version = stated.first;
        one.hash = sha256(text);
        one.approvedBy = stated.second;
        one.records = ids.size();
        out.push_back(std::move(one));
    }
}

Result<std::vector<ConfiguredItem>> configurationOf(
    const CaseFile& file, const AlignmentContext& context, std::int64_t lastDocument)
{
    const Result<std::vector<ConfigurationItem>> items = configurationItems(file, lastDocument);
    if (!items)
        return items.error();
    std::vector<ConfiguredItem> out;
    for (const ConfigurationItem& item : *items) {
        if (const Result<void> checked = checkUsed(item, context.configuration); !checked)
            return checked.error();
        ConfiguredItem one;
        one.name = item.name;
        one.version = item.version;
        one.hash = item.hash;
        one.isBuiltin = item.isBuiltin();
        one.setBy = item.setBy;
        one.setAt = item.setAt;
        one.reason = item.reason;
        if (item.approval) {
            one.approvedBy = item.approval->by;
            one.approvedAt = item.approval->at;
            one.broughtInBy = item.approval->broughtInBy;
        }
        out.push_back(std::move(one));
    }
    addLimits(context.dataset, out);
    const auto addDecided = [&](const char* name, const Result<DecidedNames>& decided) -> Result<void> {
        if (!decided || decided->count == 0)
            return decided ? Result<void>() : decided.error();
        ConfiguredItem one;
        one.name = name;
        one.hash = decided->hash;
        one.decisions = decided->count;
        out.push_back(std::move(one));
        return {};
    };
    if (const Result<void> added = addDecided("aliases", decidedNames(file, lastDocument)); !added)
        return added.error();
    if (const Result<void> added = addDecided("parameters", decidedParameters(file, lastDocument)); !added)
        return added.error();
    return out;
}

// Custody, versions and the case: what only the file knows.
Result<ReportInputs> custodyOf(const CaseFile& file, const CaseInfo& info, const AlignmentContext& context)
{
    ReportInputs inputs;
    const Result<std::vector<StoredSource>> sources = file.sources();
    if (!sources)
        return sources.error();
    const Result<std::int64_t> lastDocument = lastDocumentOf(file, info);
    if (!lastDocument)
        return lastDocument.error();
    const Result<ClockDecisions> clocks = readClockDecisions(file, *lastDocument);
    if (!clocks)
        return clocks.error();
    const SourceId lastSource = lastSourceOf(info);
    const auto replaced = replacedSources(file, lastSource, *lastDocument);
    if (!replaced)
        return replaced.error();
    std::map<SourceId, std::string> names;
    for (const StoredSource& source : *sources) {
        if (source.id > lastSource)
            continue;
        inputs.sources.push_back({source.info, source.records, source.diagnostics, {}});
        if (const auto found = replaced->find(source.id); found != replaced->end()) {
            inputs.sources.back().replacedBy = found->second.by;
            inputs.sources.back().setAside = found->second.setAside;
        }
        for (const auto& [name, decision] : *clocks)
            if (decision.isAccepted && sourceOfClock(name) == toHex(source.info.sha256))
                inputs.sources.back().clocks.push_back({decision.clock, decision.basis});
        names[source.id] = source.info.name;
    }
    std::sort(inputs.sources.begin(), inputs.sources.end(),
        [](const SourceCustody& a, const SourceCustody& b) { return a.info.sha256 < b.info.sha256; });
    const Result<std::vector<StoredDiagnostic>> diagnostics = file.diagnostics();
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
    Result<std::vector<ConfiguredItem>> configuration = configurationOf(file, context, *lastDocument);
    if (!configuration)
        return configuration.error();
    inputs.configuration = std::move(*configuration);
    inputs.versions = {
        "Antecedent " + programVersion(), buildHash(), std::to_string(schemaVersion()), zoneRulesVersion()};
    const Result<Zone> zone = findZone(context.dataset.siteZone.empty() ? "UTC" : context.dataset.siteZone);
    if (!zone)
        return zone.error();
    inputs.siteZone = *zone;
    Result<Ledger> ledger = loadLedger(file, info);
    if (!ledger)
        return ledger.error();
    inputs.ledger = std::move(*ledger);
    inputs.caseId = info.id;
    inputs.caseTitle = info.title;
    return inputs;
}

struct GatheredReport
{
    AssessmentResult assessment; // `inputs` refers to it
    ReportInputs inputs;
};

Result<std::unique_ptr<GatheredReport>> gather(CaseFile& file, const CaseInfo& info, const AlignmentContext& context,
    const std::string& failure, const std::stop_token& stop, const ProgressFn& progress)
{
    const Result<AnalysisPlan> plan = planForResult(file, info, context);
    if (!plan)
        return plan.error();
    const Deviation* deviation = context.dataset.findDeviation(failure);
    if (deviation == nullptr)
        return Error{ErrorCode::UnknownFailure, failure, {}};
    AssessSelection selection;
    selection.failures = {failure};
    Result<std::vector<Pin>> pins = activePins(file, info);
    if (!pins)
        return pins.error();
    selection.pins = std::move(*pins);
    const auto samples = makeSampleReader(file, info, context.dataset);
    Result<AssessmentResult> result = assess(context, *plan, selection, stop, progress, samples.get());
    if (!result)
        return result.error();
    const Result<WindowOptions> window = optionsOf(*plan, deviation->classification, context.configuration);
    if (!window)
        return window.error();
    Result<ReportInputs> custody = custodyOf(file, info, context);
    if (!custody)
        return custody.error();
    Result<std::vector<QualityFinding>> quality = checkCaseQuality(file, info, context, stop, progress);
    if (!quality)
        return quality.error();
    custody->quality = std::move(*quality);
    auto gathered = std::make_unique<GatheredReport>();
    gathered->assessment = std::move(*result);
    Result<ReportInputs> inputs =
        gatherReport(context, gathered->assessment, failure, *window, std::move(*custody), samples.get());
    if (!inputs)
        return inputs.error();
    gathered->inputs = std::move(*inputs);
    return gathered;
}

Result<void> writeFiles(const ReportRequest& request, const ReportAndTwin& report, const std::string& pdf)
{
    if (Result<void> written = writeTwin(report.twin, request.twinFolder()); !written)
        return written;
    if (Result<void> written = writeFile(request.pdf, pdf); !written)
        return written;
    return request.html.empty() ? Result<void>() : writeFile(request.html, renderHtml(report.document));
}

struct ComposedReport
{
    std::unique_ptr<GatheredReport> gathered;
    ReportAndTwin report;
    std::string language;
};

Result<ComposedReport> composeReport(CaseFile& file, const CaseInfo& info, const AlignmentContext& context,
    const Actor& actor, const ReportRequest& request, const std::stop_token& stop, const ProgressFn& progress)
{
    const Lexicon* lexicon = Lexicon::find(request.language);
    if (lexicon == nullptr)
        return Error{ErrorCode::NotAvailable, "language " + request.language, reportLanguages()};
    Result<std::unique_ptr<GatheredReport>> gathered = gather(file, info, context, request.failure, stop, progress);
    if (!gathered)
        return gathered.error();
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, {}, {}};
    ReportInputs& inputs = (*gathered)->inputs;
    inputs.title = request.title;
    inputs.author = actor.name;
    inputs.leftOut = request.leftOut;
    inputs.created = Timestamp(std::chrono::floor<std::chrono::seconds>(actor.clock().utc));
    ReportAndTwin report =
        makeReport(inputs, std::filesystem::path(request.twinFolder()).filename().string(), *lexicon);
    return ComposedReport{std::move(*gathered), std::move(report), std::string(lexicon->language())};
}

} // namespace

std::string ReportRequest::twinFolder() const
{
    if (!twin.empty())
        return twin;
    std::filesystem::path path(pdf);
    path.replace_extension(".twin");
    return path.string();
}

Result<ReportDocument> previewReport(CaseFile& file, const CaseInfo& info, const AlignmentContext& context,
    const Actor& actor, const ReportRequest& request, const std::stop_token& stop, const ProgressFn& progress)
{
    const Result<std::optional<AnalysisPlan>> plan = frozenPlan(file, info);
    if (!plan)
        return plan.error();
    if (!plan->has_value())
        return Error{ErrorCode::NotAvailable, "pages of the report", "freeze the analysis plan first"};
    Result<ComposedReport> composed = composeReport(file, info, context, actor, request, stop, progress);
    if (!composed)
        return composed.error();
    return std::move(composed->report.document);
}

Result<WrittenReport> writeReport(CaseFile& file, const CaseInfo& info, const AlignmentContext& context,
    const Actor& actor, const ReportRequest& request, const std::stop_token& stop, const ProgressFn& progress)
{
    const Error cancelled{ErrorCode::Cancelled, {}, {}};
    const Result<ComposedReport> composed = composeReport(file, info, context, actor, request, stop, progress);
    if (!composed)
        return composed.error();
    const ReportAndTwin& report = composed->report;
    const Result<RenderedPdf> pdf = renderPdf(report.document);
    if (!pdf)
        return pdf.error();
    if (stop.stop_requested())
        return cancelled;
    if (const Result<void> written = writeFiles(request, report, pdf->bytes); !written)
        return written.error();
    const Result<StoredDocument> stored =
        file.putDocument(info.id, kReportKind, request.failure, report.twin.json(), false, "report written");
    if (!stored)
        return stored.error();
    const std::string hash = toHex(sha256(pdf->bytes));
    const nlohmann::json note = {{"pdf", std::filesystem::path(request.pdf).filename().string()}, {"pdf_sha256", hash},
        {"twin", report.twin.digest}, {"language", composed->language}};
    if (const Result<void> noted = file.note(kReportKind, request.failure, note.dump(), {}); !noted)
        return noted.error();
    const FailureAssessment& found = composed->gathered->assessment.assessments.front();
    return WrittenReport{request.failure, request.pdf, request.html, request.twinFolder(), report.twin.digest, hash,
        pdf->pages, found.contribution, found.leadingAsset, found.statement};
}

std::string reportLanguages()
{
    return "reports are in English (en) or German (de)";
}

std::string reportFileName(const std::string& failure)
{
    std::string name = failure;
    for (char& c : name) {
        const bool isPlain =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
        if (!isPlain)
            c = '-';
    }
    return "report-" + name;
}

std::vector<EarlierReport> reportsIn(const std::vector<AuditEntry>& audit)
{
    std::vector<EarlierReport> out;
    for (const AuditEntry& entry : audit) {
        if (entry.action != kReportKind)
            continue;
        const nlohmann::json note = nlohmann::json::parse(entry.after, nullptr, false);
        const auto text = [&](const char* key) {
            return note.is_object() && note.contains(key) && note[key].is_string() ? note[key].get<std::string>()
                                                                                   : std::string();
        };
        out.push_back(
            {entry.seq, entry.time, entry.actor, entry.subject, text("pdf"), text("pdf_sha256"), text("twin")});
    }
    return out;
}

} // namespace antecedent::casework
