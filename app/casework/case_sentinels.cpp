// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/case_sentinels.h"

#include "app/casework/case_plan.h"
#include "model/alignment/filter.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace antecedent::casework {

namespace {

using Json = nlohmann::json; // sorts its keys

std::string jsonOf(const StoredSentinel& sentinel, std::int64_t firstDocument)
{
    const Json document{{"id", sentinel.id}, {"where", sentinel.where}, {"occurrence", sentinel.occurrence},
        {"reason", sentinel.reason}, {"removed", sentinel.isRemoved}, {"removal_reason", sentinel.removalReason},
        {"first_document", firstDocument}};
    return document.dump(1, ' ', false, Json::error_handler_t::replace);
}

Result<StoredSentinel> parse(const StoredDocument& document)
{
    const auto refuse = [&](const char* detail) {
        return Error{ErrorCode::InvestigationDamaged, document.name, detail};
    };
    const Json json = Json::parse(document.json, nullptr, false);
    if (!json.is_object())
        return refuse("it is not a JSON object");
    StoredSentinel sentinel;
    try {
        json.at("id").get_to(sentinel.id);
        json.at("where").get_to(sentinel.where);
        json.at("occurrence").get_to(sentinel.occurrence);
        json.at("reason").get_to(sentinel.reason);
        json.at("removed").get_to(sentinel.isRemoved);
        json.at("removal_reason").get_to(sentinel.removalReason);
        json.at("first_document").get_to(sentinel.firstDocument);
    } catch (const Json::exception&) {
        return refuse("a value is missing or of the wrong type");
    }
    if (sentinel.firstDocument == 0) // never changed since
        sentinel.firstDocument = document.id;
    return sentinel;
}

std::string idOf(std::size_t number)
{
    const std::string digits = std::to_string(number);
    return "SEN-" + std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

} // namespace

Result<std::vector<StoredSentinel>> storedSentinels(const CaseFile& file, const CaseInfo& info)
{
    const Result<std::vector<StoredDocument>> documents = file.documents(info.id, kSentinelKind);
    if (!documents)
        return documents.error();
    std::vector<StoredSentinel> sentinels;
    for (const StoredDocument& document : *documents) {
        Result<StoredSentinel> sentinel = parse(document);
        if (!sentinel)
            return sentinel.error();
        sentinels.push_back(std::move(*sentinel));
    }
    return sentinels;
}

Result<StoredSentinel> addSentinel(
    CaseFile& file, const CaseInfo& info, const std::string& where, int occurrence, const std::string& reason)
{
    const Result<Filter> filter = Filter::parse(where);
    if (!filter)
        return filter.error();
    if (occurrence < 0)
        return Error{ErrorCode::InvalidArgument, "occurrence", "1 is the first, 0 means all"};
    const Result<std::vector<StoredSentinel>> all = storedSentinels(file, info);
    if (!all)
        return all.error();
    StoredSentinel sentinel;
    sentinel.id = idOf(all->size() + 1);
    sentinel.where = filter->toText();
    sentinel.occurrence = occurrence;
    sentinel.reason = reason;
    for (const StoredSentinel& other : *all)
        if (!other.isRemoved && other.where == sentinel.where && other.occurrence == occurrence)
            return Error{ErrorCode::InvalidArgument, other.id, "it chooses the same events already"};
    const Result<StoredDocument> put =
        file.putDocument(info.id, kSentinelKind, sentinel.id, jsonOf(sentinel, 0), false, reason);
    if (!put)
        return put.error();
    sentinel.firstDocument = put->id;
    return sentinel;
}

Result<void> removeSentinel(CaseFile& file, const CaseInfo& info, const std::string& id, const std::string& reason)
{
    const Result<std::vector<StoredSentinel>> all = storedSentinels(file, info);
    if (!all)
        return all.error();
    const auto found =
        std::find_if(all->begin(), all->end(), [&](const StoredSentinel& s) { return s.id == id && !s.isRemoved; });
    if (found == all->end())
        return Error{ErrorCode::InvalidArgument, id, "the case has no such choice of events as failures"};
    StoredSentinel sentinel = *found;
    sentinel.isRemoved = true;
    sentinel.removalReason = reason;
    const Result<StoredDocument> put =
        file.putDocument(info.id, kSentinelKind, id, jsonOf(sentinel, sentinel.firstDocument), false, reason);
    if (!put)
        return put.error();
    return {};
}

Result<bool> isLaterThanPlan(const CaseFile& file, const CaseInfo& info, std::int64_t firstDocument)
{
    const Result<std::optional<StoredDocument>> plan = file.document(info.id, kPlanKind, kPlanName);
    if (!plan)
        return plan.error();
    return plan->has_value() && (*plan)->frozen && (*plan)->id < firstDocument;
}

} // namespace antecedent::casework
