// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/clock_decisions.h"

#include "model/store/case_file.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace antecedent {

namespace {

using Json = nlohmann::json;

constexpr double kMostDriftPpm = 100'000;

bool isNumber(const Json& json, const char* key)
{
    return json.contains(key) && json[key].is_number();
}

} // namespace

std::string clockDocumentName(std::string_view sourceHash, std::string_view category)
{
    std::string name(sourceHash);
    if (!category.empty())
        name.append(1, '/').append(category);
    return name;
}

std::string toJson(const ClockDecision& decision)
{
    const SourceClock& clock = decision.clock;
    Json json{{"category", clock.category}, {"offset_us", clock.offset.count()}, {"drift_ppm", clock.driftPpm},
        {"since_us", clock.since.time_since_epoch().count()}, {"accepted", decision.isAccepted},
        {"basis", decision.basis}, {"uncertainty_us", nullptr}};
    if (decision.isRefused)
        json["refused"] = true;
    if (clock.uncertainty)
        json["uncertainty_us"] = clock.uncertainty->count();
    return json.dump();
}

Result<ClockDecision> clockDecisionFrom(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    const bool isWhole = json.is_object() && isNumber(json, "offset_us") && json["offset_us"].is_number_integer()
        && isNumber(json, "drift_ppm") && isNumber(json, "since_us") && json["since_us"].is_number_integer()
        && json.contains("accepted") && json["accepted"].is_boolean() && json.contains("category")
        && json["category"].is_string() && json.contains("basis") && json["basis"].is_string()
        && (!isNumber(json, "uncertainty_us") || json["uncertainty_us"].is_number_integer());
    if (!isWhole || std::abs(json["drift_ppm"].get<double>()) >= kMostDriftPpm)
        return Error{ErrorCode::CorruptInput, "clock", "is no decision on the clock of a source"};
    ClockDecision out;
    out.clock.category = json["category"].get<std::string>();
    out.clock.offset = Duration(json["offset_us"].get<std::int64_t>());
    out.clock.driftPpm = json["drift_ppm"].get<double>();
    out.clock.since = Timestamp(Duration(json["since_us"].get<std::int64_t>()));
    if (isNumber(json, "uncertainty_us"))
        out.clock.uncertainty = Duration(json["uncertainty_us"].get<std::int64_t>());
    out.isAccepted = json["accepted"].get<bool>();
    out.isRefused = !out.isAccepted && json.value("refused", Json()) == true;
    out.basis = json["basis"].get<std::string>();
    return out;
}

Result<ClockDecisions> readClockDecisions(const CaseFile& file, std::int64_t lastDocument)
{
    const Result<std::vector<StoredDocument>> stored = file.documents("", kClockDocuments, lastDocument);
    if (!stored)
        return stored.error();
    ClockDecisions out;
    for (const StoredDocument& document : *stored) {
        Result<ClockDecision> decision = clockDecisionFrom(document.json);
        if (!decision)
            return decision.error();
        out.emplace(document.name, std::move(*decision));
    }
    return out;
}

std::string sourceOfClock(std::string_view documentName)
{
    return std::string(documentName.substr(0, documentName.find('/')));
}

Result<ClocksByHash> readClocks(const CaseFile& file, std::int64_t lastDocument)
{
    const Result<ClockDecisions> decisions = readClockDecisions(file, lastDocument);
    if (!decisions)
        return decisions.error();
    ClocksByHash out;
    for (const auto& [name, decision] : *decisions)
        if (decision.isAccepted)
            out[sourceOfClock(name)].push_back(decision.clock);
    return out;
}

} // namespace antecedent
