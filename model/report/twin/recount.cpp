// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/twin/recount.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace antecedent::second {

namespace {

using Json = nlohmann::json;

std::string textOf(const Json& json, const char* key)
{
    const auto found = json.find(key);
    return found == json.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

// Kinds whose exposure is a record of a class in the window; the others are computed from conditions and values.
bool isCountedByRecords(const Json& candidate, const RecordIndex& records)
{
    const std::string kind = textOf(candidate, "kind");
    if (kind == "condition" || kind == "parameter")
        return false;
    if (!records.ofClass(textOf(candidate, "event_class")).empty())
        return true;
    // A class that no record has: an event or a material must be one, a recipe or a shift need not.
    return kind == "event" || kind == "material" || kind == "utility";
}

} // namespace

Recount::Recount(const Json& twin, const RecordIndex& records)
    : m_records(records)
{
    for (const Json& f : twin.at("failures")) {
        FailureFacts facts;
        facts.uncertaintyUs = std::llround(f.at("anchor_uncertainty_s").get<double>() * 1e6);
        facts.bandFromUs = microseconds(textOf(f, "band_from"));
        facts.bandToUs = microseconds(textOf(f, "band_to"));
        facts.asset = textOf(f, "asset");
        for (const Json& part : f.at("scope")) {
            if (part.at("from").is_null())
                facts.scope.insert(textOf(part, "asset"));
            else
                facts.isScopeTimed = true;
        }
        m_failures.emplace(textOf(f, "id"), std::move(facts));
    }
    for (const Json& w : twin.at("windows"))
        m_windows.push_back({textOf(w, "id"), w.at("case").get<bool>(), textOf(w, "failure"), textOf(w, "stratum"),
            microseconds(textOf(w, "from")), microseconds(textOf(w, "to")), textOf(w, "batch")});
}

const Recount::FailureFacts& Recount::factsOf(const std::string& failure) const
{
    static const FailureFacts none;
    const auto found = m_failures.find(failure);
    return found == m_failures.end() ? none : found->second;
}

bool Recount::isAtAsset(const Record& record, const FailureFacts& failure, const Json& candidate) const
{
    const std::string asset = textOf(candidate, "asset_id");
    const std::string group = textOf(candidate, "asset_class");
    if (!asset.empty())
        return record.asset == asset;
    if (group == "failed asset")
        return record.asset == failure.asset;
    return group.empty() ? record.asset.empty() : m_records.assetClassOf(record.asset) == group;
}

Recount::Match Recount::exposes(const Record& record, const Window& window, const Json& candidate) const
{
    const FailureFacts& failure = factsOf(window.failure);
    // What people did to a batch counts for it at whichever asset they did it.
    const bool isOfBatch = !window.hasTimes() && !window.batch.empty() && textOf(candidate, "kind") == "operator";
    if (isOfBatch && textOf(candidate, "asset_id").empty())
        return record.batch == window.batch ? Match::Yes : Match::No;
    if (!isAtAsset(record, failure, candidate))
        return Match::No;
    if (!window.hasTimes())
        return Match::Undecided;
    if (record.table == "work_orders" && !record.answers.empty() && record.answers == window.failure)
        return Match::No;
    if (record.onsetUs >= window.toUs)
        return Match::No;
    if (record.endUs != kUndated && record.endUs > window.toUs && !record.asset.empty())
        return Match::Yes; // in force at the end of the window
    const std::int64_t needed = std::max<std::int64_t>(record.uncertaintyUs + failure.uncertaintyUs, 1);
    const bool isInBand = window.isCase && failure.bandFromUs != kUndated && record.onsetUs >= failure.bandFromUs
        && record.onsetUs < failure.bandToUs;
    const bool isCertain = window.toUs - record.onsetUs >= needed && !isInBand;
    return record.onsetUs >= window.fromUs && isCertain ? Match::Yes : Match::No;
}

// A window can be shown to be free of a class only where the assets in scope are known for all of its time.
bool Recount::canShowAbsence(const Window& window, const Json& candidate) const
{
    const FailureFacts& failure = factsOf(window.failure);
    const std::string asset = textOf(candidate, "asset_id");
    if (!window.hasTimes() || failure.isScopeTimed)
        return false;
    if (!asset.empty())
        return failure.scope.contains(asset);
    return textOf(candidate, "asset_class") == "failed asset" && window.isCase;
}

Recount::Exposure Recount::exposureOf(
    const Json& use, const Window& window, const Json& candidate, std::vector<WindowDoubt>& doubts) const
{
    const std::string eventClass = textOf(candidate, "event_class");
    Exposure exposure;
    const auto take = [&](const Record& record) {
        exposure.isExposed = true;
        if (window.hasTimes())
            exposure.latestUs =
                std::max(exposure.latestUs.value_or(record.onsetUs - window.toUs), record.onsetUs - window.toUs);
    };
    std::set<std::string> named;
    for (const Json& id : use.at("records")) {
        const std::string text = id.get<std::string>();
        named.insert(text);
        const Record* record = m_records.find(text);
        if (record == nullptr)
            doubts.push_back({window.id, text, "the record that exposes it is not in the data"});
        else if (record->eventClass != eventClass)
            doubts.push_back({window.id, text, "the record that exposes it has the class " + record->eventClass});
        else if (exposes(*record, window, candidate) == Match::No)
            doubts.push_back({window.id, text,
                "the record that exposes it is not in the window, at the asset, or certain in order"});
        else
            take(*record);
    }
    if (canShowAbsence(window, candidate))
        for (const Record* record : m_records.ofClass(eventClass)) {
            if (record->onsetUs >= window.toUs)
                break;
            if (named.contains(record->id) || exposes(*record, window, candidate) != Match::Yes)
                continue;
            doubts.push_back({window.id, record->id, "a record of the class in the window is not named"});
            take(*record);
        }
    return exposure;
}

CandidateCount Recount::count(const Json& candidate) const
{
    CandidateCount out;
    out.isFromRecords = isCountedByRecords(candidate, m_records);
    std::map<std::string, Stratum> strata;
    std::vector<double> lags;
    bool hasAllLags = true;
    for (const Json& use : candidate.at("uses")) {
        const auto position = use.at("window").get<std::size_t>();
        if (position >= m_windows.size()) {
            out.doubts.push_back({"number " + std::to_string(position), {}, "there is no such window"});
            continue;
        }
        const Window& window = m_windows[position];
        bool isExposed = use.at("exposed").get<bool>();
        if (out.isFromRecords) {
            const Exposure exposure = exposureOf(use, window, candidate, out.doubts);
            isExposed = exposure.isExposed;
            if (window.isCase && isExposed) {
                if (exposure.latestUs)
                    lags.push_back(static_cast<double>(*exposure.latestUs) / 1e6);
                else
                    hasAllLags = false;
            }
        }
        (window.isCase ? out.caseWindows : out.controlWindows) += 1;
        (window.isCase ? out.caseExposed : out.controlExposed) += isExposed ? 1 : 0;
        Stratum& stratum = strata[window.stratum];
        stratum.windows += 1;
        stratum.exposed += isExposed ? 1 : 0;
        stratum.cases += window.isCase ? 1 : 0;
        stratum.casesExposed += window.isCase && isExposed ? 1 : 0;
    }
    for (const auto& entry : strata)
        out.strata.push_back(entry.second);
    if (hasAllLags && !lags.empty())
        out.medianOffsetS = median(std::move(lags));
    return out;
}

} // namespace antecedent::second
