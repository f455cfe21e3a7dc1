// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/case_sentinels.h"

#include "app/casework/case_plan.h"
#include "model/base/text.h"
#include "model/evidence/plan_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace antecedent::casework {

namespace {

using Json = nlohmann::json; // sorts its keys

// Hysteresis and least duration are left out where they are zero: as choices were kept before there were any.
std::string jsonOf(const StoredSentinel& sentinel, std::int64_t firstDocument)
{
    const SentinelRule& rule = sentinel.rule;
    Json document{{"id", sentinel.id}, {"where", rule.where}, {"occurrence", rule.occurrence},
        {"reason", sentinel.reason}, {"removed", sentinel.isRemoved}, {"removal_reason", sentinel.removalReason},
        {"first_document", firstDocument}};
    if (rule.excursion.hysteresis > 0)
        document["hysteresis"] = rule.excursion.hysteresis;
    if (rule.excursion.minimum > Duration{})
        document["minimum_us"] = rule.excursion.minimum.count();
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
        json.at("where").get_to(sentinel.rule.where);
        json.at("occurrence").get_to(sentinel.rule.occurrence);
        sentinel.rule.excursion.hysteresis = json.value("hysteresis", 0.0);
        sentinel.rule.excursion.minimum = Duration(json.value("minimum_us", std::int64_t{0}));
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

// Stores it, and repeats its values in the audit trail.
Result<StoredDocument> put(
    CaseFile& file, const CaseInfo& info, const StoredSentinel& sentinel, const std::string& reason)
{
    const std::string json = jsonOf(sentinel, sentinel.firstDocument);
    Result<std::vector<StoredDocument>> stored =
        file.putDocuments(info.id, {{kSentinelKind, sentinel.id, json, false, reason, {}, {}, json}});
    if (!stored)
        return stored.error();
    return std::move(stored->front());
}

bool contains(const FailureSet& all, const FailureSet& some)
{
    std::set<RecordId> records;
    for (const Failure& failure : all.failures)
        records.insert(failure.record);
    return std::all_of(some.failures.begin(), some.failures.end(),
        [&](const Failure& failure) { return records.contains(failure.record); });
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
    CaseFile& file, const CaseInfo& info, const Dataset& dataset, const SentinelRule& rule, const std::string& reason)
{
    Result<SentinelRule> checked = canonical(rule, dataset);
    if (!checked)
        return checked.error();
    const Result<std::vector<StoredSentinel>> all = storedSentinels(file, info);
    if (!all)
        return all.error();
    StoredSentinel sentinel;
    sentinel.id = idOf(all->size() + 1);
    sentinel.rule = std::move(*checked);
    sentinel.reason = reason;
    for (const StoredSentinel& other : *all)
        if (!other.isRemoved && other.rule == sentinel.rule)
            return Error{ErrorCode::InvalidArgument, other.id, "it chooses the same failures already"};
    const Result<StoredDocument> stored = put(file, info, sentinel, reason);
    if (!stored)
        return stored.error();
    sentinel.firstDocument = stored->id;
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
        return Error{ErrorCode::InvalidArgument, id, "the case has no such choice of failures"};
    StoredSentinel sentinel = *found;
    sentinel.isRemoved = true;
    sentinel.removalReason = reason;
    const Result<StoredDocument> stored = put(file, info, sentinel, reason);
    if (!stored)
        return stored.error();
    return {};
}

Result<bool> isLaterThanPlan(const CaseFile& file, const CaseInfo& info, std::int64_t firstDocument)
{
    const Result<std::optional<StoredDocument>> plan = file.document(info.id, kPlanKind, kPlanName);
    if (!plan)
        return plan.error();
    return plan->has_value() && (*plan)->frozen && (*plan)->id < firstDocument;
}

Result<ChoiceStanding> standingOf(const CaseFile& file, const CaseInfo& info, const AlignmentContext& context,
    const SentinelRule& rule, const FailureSet& chosen, const AnchorRule& anchor, SampleReader* samples)
{
    using Kind = ChoiceStanding::Kind;
    const Result<SentinelRule> checked = canonical(rule, context.dataset);
    if (!checked)
        return checked.error();
    const Result<std::optional<StoredDocument>> plan = file.document(info.id, kPlanKind, kPlanName);
    if (!plan)
        return plan.error();
    const bool isFrozen = plan->has_value() && (*plan)->frozen;
    const Result<std::vector<StoredSentinel>> all = storedSentinels(file, info);
    if (!all)
        return all.error();
    const auto isPlanned = [&](const StoredSentinel& s) { return !isFrozen || s.firstDocument < (*plan)->id; };
    for (const StoredSentinel& sentinel : *all)
        if (!sentinel.isRemoved && sentinel.rule == *checked)
            return ChoiceStanding{isPlanned(sentinel) ? Kind::Planned : Kind::Later, sentinel, {}};
    if (!isFrozen)
        return ChoiceStanding{};
    for (const StoredSentinel& sentinel : *all) {
        if (sentinel.isRemoved || !isPlanned(sentinel))
            continue;
        Result<FailureSet> failures = selectSentinels(context, sentinel.rule, anchor, samples);
        if (!failures)
            return failures.error();
        if (contains(*failures, chosen))
            return ChoiceStanding{Kind::Among, sentinel, std::move(*failures)};
    }
    return ChoiceStanding{Kind::Later, std::nullopt, {}};
}

Result<AnalysisPlan> planForLaterChoice(
    CaseFile& file, const CaseInfo& info, AnalysisPlan plan, const SentinelRule& rule)
{
    const std::string looked = toText(rule) + "\n" + planJson(plan);
    const std::string name = toHex(sha256(looked)).substr(0, 16);
    const Json document{{"failures", toText(rule)}, {"plan", printDigest(plan.hash)}};
    const Result<StoredDocument> put = file.putDocument(
        info.id, kLooksKind, name, document.dump(1), false, "result on failures chosen after the plan was frozen");
    if (!put)
        return put.error();
    const Result<std::vector<StoredDocument>> looks = file.documents(info.id, kLooksKind);
    if (!looks)
        return looks.error();
    plan.exploratory = true;
    plan.looks = static_cast<int>(looks->size());
    return plan;
}

} // namespace antecedent::casework
