// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/twin/twin_json.h"
#include "model/quality/finding_json.h"

#include "model/quality/finding_json.h"
#include "model/report/compose/timeline_input.h"
#include "model/report/twin/twin.h"
#include "model/report/twin/twin_ledger.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>

namespace antecedent {

namespace {

using Json = nlohmann::json;

Json textOrNull(const std::string& text)
{
    return text.empty() ? Json() : Json(text);
}

template <class T> Json valueOrNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json();
}

Json timeOrNull(const TimeValue& time)
{
    return textOrNull(formatUtc(time));
}

// Whole microseconds, so that nothing is lost on the way.
std::string exact(Timestamp t)
{
    return formatUtc(t, t.time_since_epoch().count() % 1'000'000 == 0 ? 0 : 6);
}

Json idsOf(const std::vector<RecordId>& records)
{
    Json out = Json::array();
    for (const RecordId& id : records)
        out.push_back(toHex(id));
    return out;
}

class TwinWriter
{
public:
    TwinWriter(const ReportInputs& inputs, const std::vector<RecordMark>& marks)
        : m_in(inputs)
        , m_data(inputs.context->dataset)
        , m_marks(marks)
    {
        for (const FailureAssessment& assessment : inputs.assessment->assessments)
            if (assessment.deviationId == inputs.failure.id)
                m_assessment = &assessment;
        for (const Analysis& analysis : inputs.assessment->analyses)
            if (analysis.classification == inputs.failure.classification)
                m_analysis = &analysis;
    }

    std::string write()
    {
        Json json{{"format", "antecedent-twin"}, {"format_version", kTwinFormatVersion}, {"title", m_data.title},
            {"content_hash", printDigest(m_data.contentHash)}, {"site_zone", m_in.siteZone.name()},
            {"program", m_in.versions.program}, {"schema", m_in.versions.schema},
            {"zone_rules", m_in.versions.zoneRules}};
        json["failure"] = failure();
        json["plan"] = plan();
        json["sources"] = sources();
        if (!m_in.configuration.empty())
            json["configuration"] = configuration();
        json["marks"] = marks();
        json["candidates"] = m_analysis == nullptr ? Json::array() : candidates();
        json["windows"] = std::move(m_windows);
        json["failures"] = failures();
        json["preflight"] = m_analysis == nullptr ? Json() : preflight(m_analysis->preflight);
        json["exclusions"] = exclusions();
        json["assessment"] = m_assessment == nullptr ? Json() : assessment();
        json["chronology"] = chronology();
        json["condition"] = {{"then", m_in.conditionThen ? condition(*m_in.conditionThen) : Json()},
            {"now", m_in.conditionNow ? condition(*m_in.conditionNow) : Json()}};
        json["counters"] = counters();
        json["timeline"] = m_in.window ? timeline() : Json();
        json["fitness"] = m_in.fitness ? fitness() : Json();
        json["differences"] = m_in.differences ? differences() : Json();
        json["sequence"] = m_in.sequence ? sequence() : Json();
        json["ledger"] = ledgerTwin(m_in);
        return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
    }

private:
    std::string asset(AssetIndex index) const
    {
        const Asset* found = m_data.asset(index);
        return found == nullptr ? std::string() : found->id;
    }
    std::string batch(BatchIndex index) const
    {
        const Batch* found = m_data.batch(index);
        return found == nullptr ? std::string() : found->id;
    }

    Json failure() const
    {
        const Failure& f = m_in.failure;
        return {{"id", f.id}, {"record", toHex(f.record)}, {"classification", textOrNull(f.classification)},
            {"asset", textOrNull(asset(f.asset))}, {"batch", textOrNull(batch(f.batch))}, {"anchor", exact(f.anchor)},
            {"anchor_from", f.anchorFrom},
            {"shown_from", m_in.window ? Json(exact(m_in.window->interval.begin)) : Json()},
            {"shown_to", m_in.window ? Json(exact(m_in.window->shownUntil)) : Json()}};
    }

    Json plan() const
    {
        const AnalysisPlan& p = m_in.assessment->plan;
        Json out{{"hash", printDigest(p.hash)}, {"exploratory", p.exploratory}, {"looks", p.looks},
            {"template", p.templateName}, {"anchor", p.anchor}, {"clock", p.clock}, {"before", p.before},
            {"after", p.after}, {"scope", p.scope}, {"controls", p.controls}, {"classifications", p.perClassification},
            {"correction", p.correction}, {"version", p.version}, {"window_before", toText(m_in.options.before)},
            {"window_scope", toText(m_in.options.scope)}};
        if (p.templatesHash != Digest{})
            out["templates_sha256"] = toHex(p.templatesHash);
        return out;
    }

    Json sources() const
    {
        Json out = Json::array();
        for (const SourceCustody& s : m_in.sources)
            out.push_back({{"sha256", toHex(s.info.sha256)}, {"name", s.info.name}, {"importer", s.info.importer},
                {"zone", textOrNull(s.info.zone)}, {"rows_read", s.info.rowsRead}, {"rows_stored", s.info.rowsStored},
                {"rows_rejected", s.info.rowsRejected}, {"rows_duplicate", s.info.rowsDuplicate},
                {"statement", textOrNull(s.info.statement)}, {"records", s.records}, {"diagnostics", s.diagnostics},
                {"first", s.info.span ? Json(exact(s.info.span->begin)) : Json()},
                {"last", s.info.span ? Json(exact(s.info.span->end)) : Json()}});
        for (std::size_t i = 0; i < m_in.sources.size(); ++i)
            for (const CorrectedClock& corrected : m_in.sources[i].clocks) // none: as before there were any
                out[i]["clocks"].push_back({{"category", textOrNull(corrected.clock.category)},
                    {"offset_us", corrected.clock.offset.count()}, {"drift_ppm", corrected.clock.driftPpm},
                    {"since", exact(corrected.clock.since)}, {"basis", corrected.basis},
                    {"uncertainty_us",
                        corrected.clock.uncertainty ? Json(corrected.clock.uncertainty->count()) : Json()}});
        for (const QualityFinding& finding : m_in.quality.value_or(std::vector<QualityFinding>()))
            for (Json& source : out)
                if (source["sha256"] == toHex(m_data.sources[finding.source.value].sha256))
                    source["quality"].push_back(toJson(m_data, finding));
        for (std::size_t i = 0; i < m_in.sources.size(); ++i)
            if (const SourceCustody& s = m_in.sources[i]; !s.replacedBy.empty()) {
                out[i]["replaced_by"] = s.replacedBy;
                out[i]["set_aside"] = s.setAside;
            }
        return out;
    }

    Json configuration() const
    {
        Json out = Json::array();
        for (const ConfiguredItem& item : m_in.configuration) {
            Json one{{"name", item.name}, {"version", textOrNull(item.version)}, {"sha256", toHex(item.hash)},
                {"built_in", item.isBuiltin}};
            if (item.decisions > 0)
                one["decisions"] = item.decisions;
            else if (item.records > 0)
                one.update(Json{{"records", item.records}, {"approved_by", textOrNull(item.approvedBy)}});
            else if (!item.isBuiltin)
                one.update(Json{{"set_by", textOrNull(item.setBy)}, {"set_at", exact(item.setAt)},
                    {"reason", textOrNull(item.reason)}, {"approved_by", textOrNull(item.approvedBy)},
                    {"approved_at", item.approvedBy.empty() ? Json() : Json(exact(item.approvedAt))},
                    {"approval_brought_in_by", textOrNull(item.broughtInBy)}});
            out.push_back(std::move(one));
        }
        return out;
    }

    Json marks() const
    {
        Json out = Json::array();
        for (const RecordMark& mark : m_marks)
            out.push_back({{"mark", mark.id}, {"what", mark.what}, {"records", idsOf(mark.records)}});
        return out;
    }

    // Windows stand once; candidates refer to them by position.
    std::size_t windowIndex(const WindowUse& use)
    {
        const auto key = std::make_tuple(use.id, use.isCase, use.failure, use.stratum, use.interval, use.batch);
        const auto [entry, isNew] = m_windowOf.try_emplace(key, m_windows.size());
        if (isNew)
            m_windows.push_back({{"id", use.id}, {"case", use.isCase}, {"failure", use.failure},
                {"stratum", use.stratum}, {"batch", textOrNull(use.batch)},
                {"from", use.interval ? Json(exact(use.interval->begin)) : Json()},
                {"to", use.interval ? Json(exact(use.interval->end)) : Json()}});
        return entry->second;
    }

    Json candidates()
    {
        Json out = Json::array();
        for (const Candidate& c : m_analysis->candidates) {
            Json uses = Json::array();
            for (const WindowUse& use : c.windows)
                uses.push_back({{"window", windowIndex(use)}, {"exposed", use.exposed},
                    {"value", valueOrNull(use.value)}, {"records", idsOf(use.records)}});
            out.push_back({{"rank", c.rank}, {"kind", toText(c.kind)}, {"asset_id", textOrNull(c.assetId)},
                {"asset_class", textOrNull(c.assetClass)}, {"event_class", c.eventClass}, {"name", c.name},
                {"design", c.design}, {"case_exposed", c.caseExposed}, {"case_windows", c.caseWindows},
                {"control_exposed", c.controlExposed}, {"control_windows", c.controlWindows},
                {"odds_ratio", valueOrNull(c.oddsRatio)}, {"ci_low", valueOrNull(c.ciLow)},
                {"ci_high", valueOrNull(c.ciHigh)}, {"p_exact", valueOrNull(c.pExact)}, {"p_mid", valueOrNull(c.pMid)},
                {"p_adjusted", valueOrNull(c.pAdjusted)}, {"p_smallest", valueOrNull(c.pSmallest)},
                {"p_after", valueOrNull(c.pAfter)}, {"p_without_co_failures", valueOrNull(c.pWithoutCoFailures)},
                {"co_failures", c.coFailures}, {"median_offset_s", valueOrNull(c.medianOffsetS)},
                {"coverage", c.coverage}, {"uncovered", c.uncovered}, {"stable", c.isStable},
                {"stability", textOrNull(c.stability)}, {"verdict", toText(c.verdict)}, {"statement", c.statement},
                {"symptom", c.isSymptom}, {"pins", c.pins}, {"verdict_by_statistics", toText(c.byStatistics)},
                {"more", c.more}, {"uses", std::move(uses)}});
        }
        return out;
    }

    // The failures of the analysis with what the recount needs: anchor, its uncertainty, the assets in scope.
    Json failures() const
    {
        Json out = Json::array();
        if (m_analysis == nullptr)
            return out;
        for (const Failure& f : allFailures(m_data, m_in.options.anchor)) {
            if (std::find(m_analysis->failures.begin(), m_analysis->failures.end(), f.id) == m_analysis->failures.end())
                continue;
            Json scope = Json::array();
            for (const ScopePart& part : m_in.context->scopes.scope(m_in.options.scope, f.asset, f.batch, f.anchor))
                scope.push_back(
                    {{"asset", asset(part.asset)}, {"from", part.during ? Json(exact(part.during->begin)) : Json()},
                        {"to", part.during ? Json(exact(part.during->end)) : Json()}});
            out.push_back({{"id", f.id}, {"record", toHex(f.record)}, {"anchor", exact(f.anchor)},
                {"anchor_uncertainty_s", toSeconds(f.uncertainty)}, {"asset", textOrNull(asset(f.asset))},
                {"batch", textOrNull(batch(f.batch))}, {"band_from", f.band ? Json(exact(f.band->begin)) : Json()},
                {"band_to", f.band ? Json(exact(f.band->end)) : Json()}, {"scope", std::move(scope)}});
        }
        return out;
    }

    static Json preflight(const Preflight& p)
    {
        return {{"failures", p.failures}, {"failures_usable", p.failuresUsable},
            {"controls_per_failure", p.controlsPerFailure}, {"candidates_tried", p.candidatesTried},
            {"candidates_testable", p.candidatesTestable}, {"smallest_reachable_p", valueOrNull(p.smallestReachableP)},
            {"power_at_or5", valueOrNull(p.powerAtOr5)}, {"notes", p.notes}};
    }

    Json exclusions() const
    {
        Json out = Json::array();
        if (m_analysis != nullptr)
            for (const Exclusion& e : m_analysis->exclusions)
                out.push_back({{"failure", e.failure}, {"window", textOrNull(e.window)}, {"reason", e.reason}});
        return out;
    }

    Json assessment() const
    {
        Json batches = Json::array();
        int impacted = 0;
        for (const ImpactedBatch& b : m_assessment->batches) {
            impacted += b.isImpacted ? 1 : 0;
            batches.push_back({{"batch", b.batch}, {"impacted", b.isImpacted}, {"reason", b.reason},
                {"disposition", textOrNull(b.disposition)}, {"distributed", textOrNull(b.distributed)}});
        }
        Json pins = Json::array();
        for (const Pin& pin : m_assessment->pins) {
            Json records = Json::array();
            for (const PinnedRecord& record : pin.records)
                records.push_back({{"id", toHex(record.id)}, {"words", record.words}});
            pins.push_back({{"id", pin.id}, {"candidate", pin.candidate}, {"role", toText(pin.role)},
                {"records", std::move(records)}, {"reason", pin.reason}, {"actor", pin.actor}});
        }
        return {{"asset_contribution", toText(m_assessment->contribution)}, {"pins", std::move(pins)},
            {"leading_asset", textOrNull(m_assessment->leadingAsset)}, {"verdict", toText(m_assessment->verdict)},
            {"statement", m_assessment->statement}, {"supports", m_assessment->supports},
            {"against", m_assessment->against}, {"rivals", m_assessment->rivals}, {"impacted_count", impacted},
            {"batches", std::move(batches)}};
    }

    Json chronology() const
    {
        Json rows = Json::array();
        for (const ChronologyRow& row : m_in.chronology.rows)
            rows.push_back(
                {{"at", exact(row.at)}, {"original", timeOrNull(row.original)}, {"offset_s", toSeconds(row.offset)},
                    {"asset", textOrNull(asset(row.asset))}, {"batch", textOrNull(batch(row.batch))},
                    {"class", row.eventClass}, {"record", toHex(row.ref.id)}, {"row", row.ref.row}});
        return {{"rows", std::move(rows)}, {"left_out", m_in.chronology.leftOut}};
    }

    Json condition(const ConditionCard& card) const
    {
        Json counters = Json::array();
        for (const Counter& c : card.counters)
            counters.push_back({{"name", c.name}, {"hours", valueOrNull(c.hours)},
                {"run_hours", valueOrNull(c.runHours)}, {"batches", valueOrNull(c.batches)},
                {"cycles", valueOrNull(c.cycles)}, {"last", timeOrNull(c.last)}, {"ref", textOrNull(c.ref)},
                {"record", c.last.known() ? Json(toHex(c.record)) : Json()}, {"uses", idsOf(c.uses)}});
        Json overdue = Json::array();
        for (const Overdue& o : card.overdue)
            overdue.push_back({{"kind", o.kind}, {"asset", asset(o.asset)}, {"due", timeOrNull(o.due)}, {"by_s", o.byS},
                {"ref", textOrNull(o.ref)}, {"record", toHex(o.record)}});
        Json open = Json::array();
        for (const OpenWork& o : card.openWork)
            open.push_back({{"id", o.id}, {"asset", asset(o.asset)}, {"record", toHex(o.record)}});
        return {{"asset", asset(card.asset)}, {"at", exact(card.at)}, {"counters", std::move(counters)},
            {"overdue", std::move(overdue)}, {"open_work_orders", std::move(open)},
            {"not_available", card.notAvailable}};
    }

    Json counters() const
    {
        const auto pointsOf = [](const std::vector<CounterPoint>& points) {
            Json out = Json::array();
            for (const CounterPoint& point : points)
                out.push_back({{"id", point.id}, {"at", exact(point.at)}, {"value", point.value},
                    {"record", point.record == RecordId{} ? Json() : Json(toHex(point.record))}});
            return out;
        };
        Json out = Json::array();
        for (const CounterHistory& history : m_in.counters) {
            Json resets = Json::array();
            for (const CounterReset& reset : history.resets)
                resets.push_back(
                    {{"at", exact(reset.at)}, {"ref", textOrNull(reset.ref)}, {"record", toHex(reset.record)}});
            Json uses = Json::array();
            for (const CounterUse& use : history.uses)
                uses.push_back(
                    {{"at", exact(use.at)}, {"batch", textOrNull(batch(use.batch))}, {"record", toHex(use.record)}});
            double low = 0;
            double high = 0;
            for (const CounterPoint& point : history.controls) {
                low = &point == history.controls.data() ? point.value : std::min(low, point.value);
                high = std::max(high, point.value);
            }
            const bool hasRange = !history.controls.empty();
            out.push_back({{"name", history.name}, {"asset", asset(history.asset)},
                {"unit", history.isInBatches ? "batches" : "days"}, {"resets", std::move(resets)},
                {"uses", std::move(uses)}, {"failures", pointsOf(history.failures)},
                {"controls", pointsOf(history.controls)}, {"control_low", hasRange ? Json(low) : Json()},
                {"control_high", hasRange ? Json(high) : Json()}});
        }
        return out;
    }

    // What the timeline leaves out, because no record of its mark begins or ends there.
    Json timeline() const
    {
        const TimelineInput input = timelineInput(m_in);
        Json breaks = Json::array();
        for (const Interval& each : timelineBreaks(input.figure))
            breaks.push_back(
                {{"from", exact(each.begin)}, {"to", exact(each.end)}, {"seconds", toSeconds(each.length())}});
        return {{"from", exact(input.figure.range.begin)}, {"to", exact(input.figure.range.end)},
            {"breaks", std::move(breaks)}, {"records", idsOf(input.records)}};
    }

    Json fitness() const
    {
        Json rows = Json::array();
        for (const FitnessRow& row : m_in.fitness->rows) {
            Json checks = Json::object();
            for (std::size_t c = 0; c < kFitnessChecks; ++c)
                checks[toText(static_cast<FitnessCheck>(c))] = {{"answer", toText(row.cells[c].answer)},
                    {"reason", textOrNull(row.cells[c].reason)}, {"records", idsOf(row.cells[c].records)}};
            rows.push_back({{"step", row.step}, {"asset", textOrNull(asset(row.asset))}, {"at", timeOrNull(row.at)},
                {"record", toHex(row.stepRecord)}, {"checks", std::move(checks)}});
        }
        return {{"batch", batch(m_in.fitness->batch)}, {"rows", std::move(rows)}};
    }

    Json differences() const
    {
        Json rows = Json::array();
        for (const Difference& d : m_in.differences->differences)
            rows.push_back({{"kind", d.kind}, {"subject", d.subject}, {"here", d.here}, {"there", d.there},
                {"good_with_same", d.goodWithSame}, {"good_known", d.goodKnown}, {"records", idsOf(d.records)}});
        Json against = Json::array();
        for (const BatchIndex index : m_in.differences->against)
            against.push_back(batch(index));
        return {{"batch", batch(m_in.differences->batch)}, {"against", std::move(against)},
            {"differences", std::move(rows)}};
    }

    Json sequence() const
    {
        Json nodes = Json::array();
        for (const SequenceFigureNode& node : m_in.sequence->nodes)
            nodes.push_back({{"class", node.title}, {"case", node.caseWindows}, {"control", node.controlWindows},
                {"case_covered", node.caseCovered}, {"control_covered", node.controlCovered},
                {"median_offset_s", valueOrNull(node.offsetS)}});
        return {{"nodes", std::move(nodes)}, {"windows_case", m_in.sequence->caseTotal},
            {"windows_control", m_in.sequence->controlTotal}};
    }

    using WindowKey = std::tuple<std::string, bool, std::string, std::string, std::optional<Interval>, std::string>;

    const ReportInputs& m_in;
    const Dataset& m_data;
    const std::vector<RecordMark>& m_marks;
    const Analysis* m_analysis = nullptr;
    const FailureAssessment* m_assessment = nullptr;
    Json m_windows = Json::array();
    std::map<WindowKey, std::size_t> m_windowOf;
};

} // namespace

std::string twinJson(const ReportInputs& inputs, const std::vector<RecordMark>& marks)
{
    return TwinWriter(inputs, marks).write();
}

} // namespace antecedent
