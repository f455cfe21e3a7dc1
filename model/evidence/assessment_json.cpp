// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/assessment_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace antecedent {

namespace {

using Json = nlohmann::json; // sorts its keys

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

template <class T> Json valueOrNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json();
}

Json pinJson(const Pin& pin)
{
    Json records = Json::array();
    for (const PinnedRecord& record : pin.records)
        records.push_back({{"id", toHex(record.id)}, {"words", record.words}});
    return {{"id", pin.id}, {"candidate", pin.candidate}, {"role", toText(pin.role)}, {"records", std::move(records)},
        {"reason", pin.reason}, {"actor", pin.actor}};
}

Json planJson(const AnalysisPlan& plan)
{
    Json out{{"hash", printDigest(plan.hash)}, {"exploratory", plan.exploratory}, {"looks", plan.looks},
        {"template", plan.templateName}, {"anchor", plan.anchor}, {"clock", plan.clock}, {"before", plan.before},
        {"after", plan.after}, {"scope", plan.scope}, {"controls", plan.controls},
        {"classifications", plan.perClassification}, {"correction", plan.correction}, {"version", plan.version}};
    if (plan.templatesHash != Digest{})
        out["templates_sha256"] = toHex(plan.templatesHash);
    return out;
}

Json preflightJson(const Preflight& p)
{
    return {{"failures", p.failures}, {"failures_usable", p.failuresUsable},
        {"controls_per_failure", p.controlsPerFailure}, {"candidates_tried", p.candidatesTried},
        {"candidates_testable", p.candidatesTestable}, {"smallest_reachable_p", valueOrNull(p.smallestReachableP)},
        {"power_at_or5", valueOrNull(p.powerAtOr5)}, {"notes", p.notes}};
}

Json windowJson(const WindowUse& use)
{
    Json json{{"id", use.id}, {"window", use.isCase ? "case" : "control"}, {"failure", use.failure},
        {"stratum", use.stratum}, {"batch", textOrNull(use.batch)}, {"exposed", use.exposed},
        {"value", valueOrNull(use.value)}, {"from", nullptr}, {"to", nullptr}};
    if (use.interval) {
        json["from"] = formatUtc(use.interval->begin);
        json["to"] = formatUtc(use.interval->end);
    }
    Json records = Json::array();
    for (const RecordId& id : use.records)
        records.push_back(toHex(id));
    json["records"] = std::move(records);
    return json;
}

// What an assessment repeats of its analysis' candidates.
Json shortCandidateJson(const Candidate& c)
{
    return {{"rank", c.rank}, {"kind", toText(c.kind)}, {"asset_id", textOrNull(c.assetId)},
        {"asset_class", textOrNull(c.assetClass)}, {"event_class", c.eventClass}, {"name", c.name},
        {"case_exposed", c.caseExposed}, {"case_windows", c.caseWindows}, {"control_exposed", c.controlExposed},
        {"control_windows", c.controlWindows}, {"odds_ratio", valueOrNull(c.oddsRatio)},
        {"ci_low", valueOrNull(c.ciLow)}, {"ci_high", valueOrNull(c.ciHigh)}, {"p_exact", valueOrNull(c.pExact)},
        {"p_mid", valueOrNull(c.pMid)}, {"p_adjusted", valueOrNull(c.pAdjusted)},
        {"median_offset_s", valueOrNull(c.medianOffsetS)}, {"verdict", toText(c.verdict)}};
}

Json candidateJson(const Candidate& c, const AssessmentJsonOptions& options)
{
    Json json = shortCandidateJson(c);
    json["design"] = c.design;
    json["p_smallest"] = valueOrNull(c.pSmallest);
    json["p_after"] = valueOrNull(c.pAfter);
    json["p_without_co_failures"] = valueOrNull(c.pWithoutCoFailures);
    json["co_failures"] = c.coFailures;
    json["coverage"] = c.coverage;
    json["uncovered"] = c.uncovered;
    json["stable"] = c.isStable;
    json["stability"] = textOrNull(c.stability);
    json["statement"] = c.statement;
    json["symptom"] = c.isSymptom;
    json["pins"] = c.pins;
    json["verdict_by_statistics"] = toText(c.byStatistics);
    json["more"] = c.more;
    if (options.withWindows) {
        json["windows"] = Json::array();
        for (const WindowUse& use : c.windows)
            json["windows"].push_back(windowJson(use));
    }
    return json;
}

Json analysisJson(const Analysis& analysis, const AssessmentJsonOptions& options)
{
    Json candidates = Json::array();
    for (const Candidate& c : analysis.candidates)
        candidates.push_back(candidateJson(c, options));
    Json exclusions = Json::array();
    for (const Exclusion& e : analysis.exclusions)
        exclusions.push_back({{"failure", e.failure}, {"window", textOrNull(e.window)}, {"reason", e.reason}});
    return {{"classification", analysis.classification}, {"failures", analysis.failures.size()},
        {"failure_ids", analysis.failures}, {"preflight", preflightJson(analysis.preflight)},
        {"candidates", std::move(candidates)}, {"exclusions", std::move(exclusions)}};
}

bool takesPart(const Candidate& c, const std::string& failure)
{
    return std::any_of(
        c.windows.begin(), c.windows.end(), [&](const WindowUse& use) { return use.isCase && use.failure == failure; });
}

Json assessmentJson(const FailureAssessment& a, const Analysis* analysis)
{
    Json candidates = Json::array();
    for (std::size_t k = 0; analysis != nullptr && k < analysis->candidates.size(); ++k) {
        const std::size_t i = k < a.order.size() ? static_cast<std::size_t>(a.order[k]) : k;
        const bool exposed = i < a.exposedHere.size() && a.exposedHere[i];
        if (!exposed && !takesPart(analysis->candidates[i], a.deviationId))
            continue;
        candidates.push_back(shortCandidateJson(analysis->candidates[i]));
        candidates.back()["exposed_here"] = exposed;
    }
    Json pins = Json::array();
    for (const Pin& pin : a.pins)
        pins.push_back(pinJson(pin));
    Json impacted = Json::array();
    Json batches = Json::array();
    for (const ImpactedBatch& b : a.batches) {
        if (b.isImpacted)
            impacted.push_back(b.batch);
        batches.push_back({{"batch", b.batch}, {"impacted", b.isImpacted}, {"reason", b.reason},
            {"disposition", textOrNull(b.disposition)}, {"distributed", textOrNull(b.distributed)}});
    }
    return {{"deviation_id", a.deviationId}, {"classification", textOrNull(a.classification)},
        {"asset_contribution", toText(a.contribution)}, {"leading_asset", textOrNull(a.leadingAsset)},
        {"verdict", toText(a.verdict)}, {"statement", a.statement}, {"supports", a.supports}, {"against", a.against},
        {"rivals", a.rivals}, {"candidates", std::move(candidates)}, {"impacted_batches", std::move(impacted)},
        {"batches", std::move(batches)}, {"pins", std::move(pins)}};
}

} // namespace

std::string toJson(const AssessmentResult& result, const AssessmentJsonOptions& options)
{
    Json analyses = Json::array();
    std::map<std::string, const Analysis*> byClassification;
    for (const Analysis& analysis : result.analyses) {
        analyses.push_back(analysisJson(analysis, options));
        byClassification[analysis.classification] = &analysis;
    }
    Json assessments = Json::array();
    for (const FailureAssessment& a : result.assessments) {
        const auto found = byClassification.find(a.classification);
        assessments.push_back(assessmentJson(a, found == byClassification.end() ? nullptr : found->second));
    }
    const Json document{{"plan", planJson(result.plan)}, {"preflight", preflightJson(result.preflight)},
        {"analyses", std::move(analyses)}, {"assessments", std::move(assessments)}};
    return document.dump(options.indent, ' ', false, Json::error_handler_t::replace);
}

} // namespace antecedent
