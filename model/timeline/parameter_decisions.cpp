// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/parameter_decisions.h"

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
    const auto flag = [&](const char* key) {
        const auto found = object.find(key);
        return found != object.end() && found->is_boolean() && found->get<bool>();
    };
    ParameterDecision out;
    out.state = flag("refused") ? AliasState::Refused
        : flag("confirmed")     ? AliasState::Confirmed
                                : AliasState::Withdrawn;
    if (const auto parameter = object.find("parameter"); parameter != object.end() && parameter->is_string())
        out.parameter = parameter->get<std::string>();
    if (out.state == AliasState::Confirmed && out.parameter.empty())
        return std::nullopt;
    return out;
}

Result<ParameterDecisions> readParameterDecisions(const CaseFile& file, std::int64_t until)
{
    const Result<std::vector<StoredDocument>> stored = file.documents("", kParameterDocuments, until);
    if (!stored)
        return stored.error();
    ParameterDecisions out;
    for (const StoredDocument& document : *stored)
        if (auto decision = parameterDecisionFrom(document.json))
            out.emplace(document.name, std::move(*decision));
    return out;
}

} // namespace antecedent
