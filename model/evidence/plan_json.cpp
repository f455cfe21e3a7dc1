// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/plan_json.h"

#include "model/evidence/plan.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace antecedent {

std::string planJson(const AnalysisPlan& plan)
{
    nlohmann::json document = {{"template", plan.templateName}, {"anchor", plan.anchor}, {"clock", plan.clock},
        {"before", plan.before}, {"after", plan.after}, {"scope", plan.scope}, {"controls", plan.controls},
        {"per_classification", plan.perClassification}, {"correction", plan.correction}, {"version", plan.version},
        {"hash", printDigest(plan.hash)}};
    if (plan.templatesHash != Digest{})
        document["templates_sha256"] = toHex(plan.templatesHash);
    return document.dump(1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Result<AnalysisPlan> parsePlan(std::string_view json)
{
    const auto refuse = [](const std::string& detail) { return Error{ErrorCode::InvalidArgument, "plan", detail}; };
    const nlohmann::json document = nlohmann::json::parse(json, nullptr, false);
    if (!document.is_object())
        return refuse("it is not a JSON object");
    AnalysisPlan plan;
    try {
        const auto read = [&document](const char* key, auto& target) {
            if (const auto found = document.find(key); found != document.end())
                found->get_to(target);
        };
        read("template", plan.templateName);
        read("anchor", plan.anchor);
        read("clock", plan.clock);
        read("before", plan.before);
        read("after", plan.after);
        read("scope", plan.scope);
        // Refuses 1e300, of which the library would make a whole number.
        if (const auto controls = document.find("controls"); controls != document.end()) {
            const auto number = controls->get_ref<const nlohmann::json::number_integer_t&>();
            if (!std::in_range<int>(number))
                return refuse("its number of controls is none");
            plan.controls = static_cast<int>(number);
        }
        read("per_classification", plan.perClassification);
        read("correction", plan.correction);
        read("version", plan.version);
        if (const auto hash = document.find("templates_sha256"); hash != document.end()) {
            const std::optional<Digest> digest = digestFromHex(hash->get<std::string>());
            if (!digest)
                return refuse("the hash of its templates is no SHA-256");
            plan.templatesHash = *digest;
        }
    } catch (const nlohmann::json::exception&) {
        return refuse("a value has the wrong type");
    }
    plan.hash = hashPlan(plan);
    if (const auto stated = document.find("hash"); stated != document.end() && *stated != printDigest(plan.hash))
        return refuse("its hash does not match its content");
    return plan;
}

} // namespace antecedent
