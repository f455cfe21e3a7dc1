// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evidence/pin_json.h"

#include <nlohmann/json.hpp>

namespace antecedent {

using Json = nlohmann::json; // sorts its keys

std::string pinJson(const KeptPin& kept)
{
    Json records = Json::array();
    for (const PinnedRecord& record : kept.pin.records)
        records.push_back({{"id", toHex(record.id)}, {"words", record.words}, {"key", record.key}});
    const Json document{{"id", kept.pin.id}, {"failure", kept.pin.failure}, {"candidate", kept.pin.candidate},
        {"role", toText(kept.pin.role)}, {"records", std::move(records)}, {"reason", kept.pin.reason},
        {"actor", kept.pin.actor}, {"removed", kept.isRemoved}, {"removed_by", kept.removedBy},
        {"removal_reason", kept.removalReason}};
    return document.dump(1, ' ', false, Json::error_handler_t::replace);
}

Result<KeptPin> parsePin(std::string_view json)
{
    const auto refuse = [](const char* detail) { return Error{ErrorCode::InvestigationDamaged, "pin", detail}; };
    const Json document = Json::parse(json, nullptr, false);
    if (!document.is_object())
        return refuse("it is not a JSON object");
    KeptPin kept;
    try {
        document.at("id").get_to(kept.pin.id);
        document.at("failure").get_to(kept.pin.failure);
        document.at("candidate").get_to(kept.pin.candidate);
        kept.pin.role = document.at("role") == toText(PinRole::RuledOut) ? PinRole::RuledOut : PinRole::Mechanism;
        for (const Json& record : document.at("records")) {
            const std::optional<RecordId> id = recordIdFromHex(record.at("id").get<std::string>());
            if (!id)
                return refuse("a record id is malformed");
            kept.pin.records.push_back({*id, record.at("words").get<std::string>(), record.value("key", "")});
        }
        document.at("reason").get_to(kept.pin.reason);
        document.at("actor").get_to(kept.pin.actor);
        document.at("removed").get_to(kept.isRemoved);
        document.at("removed_by").get_to(kept.removedBy);
        document.at("removal_reason").get_to(kept.removalReason);
    } catch (const Json::exception&) {
        return refuse("a value is missing or of the wrong type");
    }
    return kept;
}

} // namespace antecedent
