// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/parameter_decisions.h"

#include "model/timeline/decision_documents.h"

#include <nlohmann/json.hpp>

namespace antecedent {

namespace {

using nlohmann::json;

} // namespace

std::string toJson(const ParameterDecision& decision)
{
    json out{{"parameter", decision.parameter}, {"confirmed", decision.state == AliasState::Confirmed}};
    if (decision.state == AliasState::Refused)
        out["refused"] = true;
    return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<ParameterDecision> parameterDecisionFrom(std::string_view text)
{
    const json object = json::parse(text, nullptr, false);
    if (!object.is_object())
        return std::nullopt;
    ParameterDecision out;
    out.state = stateIn(object);
    if (const auto parameter = object.find("parameter"); parameter != object.end() && parameter->is_string())
        out.parameter = parameter->get<std::string>();
    if (out.state == AliasState::Confirmed && out.parameter.empty())
        return std::nullopt;
    return out;
}

Result<ParameterDecisions> readParameterDecisions(const CaseFile& file, std::int64_t until)
{
    return readDecisionDocuments<ParameterDecision>(file, kParameterDocuments, until, parameterDecisionFrom);
}

} // namespace antecedent
