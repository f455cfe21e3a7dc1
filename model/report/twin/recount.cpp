// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/twin/recount.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>

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
            textOf(w, "batch"), microseconds(textOf(w, "from")), microseconds(textOf(w, "to"))});
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
    if (!isAtAsset(record, failure, candidate))
        return Match::No;
    if (!window.hasTimes())
        return Match::Undecided;
    if (record.table == "work_orders" && !record.answers.empty() && record.answers == window.failure)
        return Match::No;
    if (record.onsetUs == kUndated || record.onsetUs >= window.toUs)
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

bool Recount::isByBatch(const Json& candidate) const
{
    const Json& uses = candidate.at("uses");
    return std::none_of(uses.begin(), uses.end(), [&](const Json& use) {
        const auto position = use.at("window").get<std::size_t>();
        return position < m_windows.size() && m_windows[position].hasTimes();
    });
}

// Operator actions and recipes belong to one batch. Materials also reach the batches made from it, and utilities all
// that ran near them: for those a record can show the exposure of its own batch only.
Recount::Match Recount::exposesBatch(const Record& record, const Window& window, const Json& candidate) const
{
    const std::string asset = textOf(candidate, "asset_id");
    if (!asset.empty() && record.asset != asset)
        return Match::No;
    if (!record.batch.empty() && record.batch == window.batch)
        return Match::Yes;
    const std::string kind = textOf(candidate, "kind");
    return kind == "operator" || kind == "recipe" ? Match::No : Match::Undecided;
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
    const bool byBatch = isByBatch(candidate);
    const auto match = [&](const Record& record) {
        return byBatch ? exposesBatch(record, window, candidate) : exposes(record, window, candidate);
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
        else if (match(*record) == Match::No)
            doubts.push_back({window.id, text,
                "the record that exposes it is not in the window, at the asset, or certain in order"});
        else
            take(*record);
    }
    if (byBatch ? textOf(candidate, "kind") == "operator" : canShowAbsence(window, candidate))
        for (const Record* record : m_records.ofClass(eventClass)) {
            if (!byBatch && record->onsetUs >= window.toUs)
                break;
            if (named.contains(record->id) || match(*record) != Match::Yes)
                continue;
            doubts.push_back({window.id, record->id, "a record of the class in the window is not named"});
            take(*record);
        }
    return exposure;
}

namespace {

double shareAsHigh(const std::vector<double>& values, double value)
{
    const auto high = std::count_if(values.begin(), values.end(), [&](double v) { return v >= value; });
    return static_cast<double>(high) / static_cast<double>(values.size());
}

// Share of values whose mean rank lies as far from the middle as that of `value`, on either side.
double shareAsFar(const std::vector<double>& values, double value)
{
    const auto distance = [&](double v) { // of the mean rank from the middle, times two, so that it is a whole number
        std::ptrdiff_t sum = 0;
        for (const double other : values)
            sum += (other < v ? 1 : 0) - (other > v ? 1 : 0);
        return std::abs(sum);
    };
    const std::ptrdiff_t own = distance(value);
    const auto far = std::count_if(values.begin(), values.end(), [&](double v) { return distance(v) >= own; });
    return static_cast<double>(far) / static_cast<double>(values.size());
}

} // namespace

// Of one case alone: how many of its stratum, itself included, have a value at least as high (conditions), or one as
// far from the middle (counters, which are two-sided).
std::optional<double> Recount::rankOf(const Json& candidate) const
{
    const Window* own = nullptr;
    double value = 0;
    const auto valueOf = [](const Json& use) {
        return use.at("value").is_number() ? use.at("value").get<double>() : 0.0;
    };
    const auto windowOf = [&](const Json& use) -> const Window* {
        const auto position = use.at("window").get<std::size_t>();
        return position < m_windows.size() ? &m_windows[position] : nullptr;
    };
    for (const Json& use : candidate.at("uses")) {
        const Window* window = windowOf(use);
        if (window == nullptr || !window->isCase)
            continue;
        if (own != nullptr)
            return std::nullopt;
        own = window;
        value = valueOf(use);
    }
    if (own == nullptr)
        return std::nullopt;
    std::vector<double> values; // of the stratum, the case included
    for (const Json& use : candidate.at("uses")) {
        const Window* window = windowOf(use);
        if (window != nullptr && window->stratum == own->stratum)
            values.push_back(valueOf(use));
    }
    const bool isOneSided = candidate.contains("more") && candidate.at("more").contains("p_exceedance");
    return isOneSided ? shareAsHigh(values, value) : shareAsFar(values, value);
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
    out.rankP = rankOf(candidate);
    if (hasAllLags && !lags.empty())
        out.medianOffsetS = median(std::move(lags));
    return out;
}

} // namespace antecedent::second
