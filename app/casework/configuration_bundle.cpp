// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One file with the configuration of an investigation, for another desktop.
#include "app/casework/configuration_limits.h"
#include "app/casework/configuration_parts.h"

#include "model/base/text.h"
#include "model/timeline/alias_decisions.h"
#include "model/timeline/own_tables.h"
#include "model/timeline/parameter_decisions.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace antecedent::casework {

namespace {

using Json = nlohmann::json; // sorts its keys

constexpr const char* kFormat = "antecedent-configuration";
// A bundle states the lowest version that knows all its parts, so that no older program leaves one out without a word.
constexpr int kFirstVersion = 1;
constexpr int kVersionWithLimits = 2;
constexpr int kVersionWithParameters = 3;
constexpr int kNewestVersion = kVersionWithParameters;

struct BundleItem
{
    std::string name;
    std::string text;
    std::optional<ConfigurationApproval> approval;
};

struct Bundle
{
    std::vector<BundleItem> items;
    std::map<std::string, std::string> aliases; // decision by name
    std::map<std::string, std::string> parameters; // by tag
    std::string limits; // empty: none
    std::string hash;
};

// Of everything but the hash itself.
std::string hashOf(const Json& bundle)
{
    Json rest = bundle;
    rest.erase("sha256");
    return toHex(sha256(rest.dump(-1, ' ', false, Json::error_handler_t::replace)));
}

std::string textAt(const Json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<BundleItem> itemFrom(const Json& json)
{
    BundleItem item{textAt(json, "name"), textAt(json, "text"), std::nullopt};
    if (toHex(sha256(item.text)) != textAt(json, "sha256"))
        return Error{ErrorCode::CorruptInput, item.name, "its text does not have the hash that the bundle states"};
    if (const Result<void> good = checkConfiguration(item.name, item.text); !good)
        return good.error();
    if (const Json& approval = json.at("approval"); !approval.is_null()) {
        item.approval = approvalFrom(approval);
        if (!item.approval)
            return Error{ErrorCode::CorruptInput, item.name, "its approval does not say who and when"};
    }
    return item;
}

// False if one is not decided.
template <class Parse> bool readDecided(const Json& list, const Parse& parse, std::map<std::string, std::string>& out)
{
    for (const Json& each : list) {
        const auto parsed = parse(each.at("decision").dump());
        if (!parsed || parsed->state != AliasState::Confirmed || textAt(each, "name").empty())
            return false;
        out[textAt(each, "name")] = toJson(*parsed);
    }
    return true;
}

Result<Bundle> parseBundle(std::string_view text)
{
    const auto refuse = [](const char* detail) { return Error{ErrorCode::CorruptInput, "bundle", detail}; };
    // Deeper parts are left out, so that writing them again for the hash can't exhaust the stack.
    constexpr int kDeepest = 20;
    const Json json = Json::parse(
        text, [](int depth, Json::parse_event_t, const Json&) { return depth <= kDeepest; }, false);
    if (!json.is_object() || textAt(json, "format") != kFormat)
        return refuse("it is no configuration of an investigation");
    if (textAt(json, "sha256") != hashOf(json))
        return refuse("its content does not have the hash that it states; it was changed or damaged");
    const Json stated = json.value("format_version", Json());
    const std::int64_t version = stated.is_number_integer() ? stated.get<std::int64_t>() : 0;
    if (version < kFirstVersion)
        return refuse("its format_version is not a whole number from 1 on");
    if (version > kNewestVersion)
        return refuse("it is of a later version of the program");
    Bundle bundle;
    bundle.hash = textAt(json, "sha256");
    try {
        for (const Json& each : json.at("items")) {
            Result<BundleItem> item = itemFrom(each);
            if (!item)
                return item.error();
            bundle.items.push_back(std::move(*item));
        }
        if (!readDecided(json.at("aliases"), aliasDecisionFrom, bundle.aliases)
            || (json.contains("parameters")
                && !readDecided(json.at("parameters"), parameterDecisionFrom, bundle.parameters)))
            return refuse("a name is not decided in it");
        if (json.contains("limits")) {
            const Json& limits = json.at("limits");
            bundle.limits = textAt(limits, "text");
            if (toHex(sha256(bundle.limits)) != textAt(limits, "sha256"))
                return Error{
                    ErrorCode::CorruptInput, "limits", "its text does not have the hash that the bundle states"};
        }
    } catch (const Json::exception&) {
        return refuse("a part is missing");
    }
    return bundle;
}

template <class Decisions> Result<DecidedNames> summaryOf(const Result<Decisions>& decisions)
{
    if (!decisions)
        return decisions.error();
    DecidedNames out;
    Json all = Json::object();
    for (const auto& [name, decision] : *decisions)
        if (decision.state != AliasState::Withdrawn)
            all[name] = Json::parse(toJson(decision));
    out.count = all.size();
    out.hash = sha256(all.dump(-1, ' ', false, Json::error_handler_t::replace));
    return out;
}

template <class Decisions> Json confirmedJson(const Decisions& decisions)
{
    Json out = Json::array();
    for (const auto& [name, decision] : decisions)
        if (decision.state == AliasState::Confirmed)
            out.push_back({{"name", name}, {"decision", Json::parse(toJson(decision))}});
    return out;
}

} // namespace

Result<DecidedNames> decidedNames(const CaseFile& file, std::int64_t until)
{
    return summaryOf(readAliasDecisions(file, until));
}

Result<DecidedNames> decidedParameters(const CaseFile& file, std::int64_t until)
{
    return summaryOf(readParameterDecisions(file, until));
}

Result<ConfigurationBundle> exportConfiguration(const CaseFile& file)
{
    const Result<std::vector<ConfigurationItem>> items = configurationItems(file);
    if (!items)
        return items.error();
    const Result<AliasDecisions> names = readAliasDecisions(file);
    const Result<ParameterDecisions> parameters = readParameterDecisions(file);
    if (!names || !parameters)
        return !names ? names.error() : parameters.error();
    const Result<LimitsText> limits = limitsTextOf(file);
    if (!limits)
        return limits.error();
    Json bundle{{"format", kFormat}, {"format_version", kFirstVersion}, {"items", Json::array()},
        {"aliases", confirmedJson(*names)}};
    for (const ConfigurationItem& item : *items) {
        if (item.isBuiltin())
            continue;
        const Json approval = item.approval ? Json::parse(approvalJson(*item.approval)) : Json();
        bundle["items"].push_back({{"name", item.name}, {"version", item.version}, {"sha256", toHex(item.hash)},
            {"text", item.text}, {"approval", approval}});
    }
    if (limits->count > 0) {
        bundle["format_version"] = kVersionWithLimits;
        bundle["limits"] = {{"sha256", toHex(sha256(limits->text))}, {"text", limits->text}};
    }
    const Json measured = confirmedJson(*parameters);
    if (!measured.empty()) {
        bundle["format_version"] = kVersionWithParameters;
        bundle["parameters"] = measured;
    }
    ConfigurationBundle out{{}, bundle["items"].size(), bundle["aliases"].size() + measured.size(), limits->count};
    if (out.items + out.names + out.limits == 0)
        return Error{ErrorCode::InvalidArgument, "--export", "the file has no configuration of its own"};
    bundle["sha256"] = hashOf(bundle);
    out.text = bundle.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
    return out;
}

namespace {

struct Taking // of decisions that a bundle brings
{
    const char* kind;
    const std::string& reason;
    std::vector<std::string>& taken;
    std::vector<std::string>& left; // as they were decided here
    std::vector<DocumentPut>& puts;
};

template <class Decisions>
void take(const std::map<std::string, std::string>& brought, const Decisions& here, const Taking& taking)
{
    for (const auto& [name, decision] : brought) {
        const bool isDecided = here.contains(name);
        (isDecided ? taking.left : taking.taken).push_back(name);
        if (!isDecided)
            taking.puts.push_back({taking.kind, name, decision, false, taking.reason, {}, {}, decision});
    }
}

// What is to be stored of the texts and names, and what is said of them in `out`.
Result<std::vector<DocumentPut>> documentsOf(
    const Bundle& bundle, const CaseFile& file, const std::string& reason, BroughtIn& out)
{
    const Result<std::vector<ConfigurationItem>> items = configurationItems(file);
    if (!items)
        return items.error();
    const Result<AliasDecisions> names = readAliasDecisions(file);
    const Result<ParameterDecisions> parameters = readParameterDecisions(file);
    if (!names || !parameters)
        return !names ? names.error() : parameters.error();
    std::vector<DocumentPut> puts;
    for (const BundleItem& item : bundle.items) {
        const auto here = std::find_if(items->begin(), items->end(),
            [&](const ConfigurationItem& other) { return other.name == item.name && !other.isBuiltin(); });
        const bool isSame = here != items->end() && here->text == item.text;
        (isSame ? out.same : out.set).push_back(item.name);
        if (!isSame)
            puts.push_back({kConfigurationDocuments, item.name, configurationJson(item.text), false, reason, {}, {},
                contentOf(item.name, item.text)});
        if (!item.approval || (isSame && here->approval))
            continue;
        const std::string name = approvalName(item.name, sha256(item.text));
        const Result<std::optional<StoredDocument>> approved = file.document("", kApprovalKind, name);
        if (!approved)
            return approved.error();
        if (*approved)
            continue; // approved here before
        out.approved.push_back(item.name);
        const std::string approval = approvalJson(*item.approval);
        puts.push_back({kApprovalKind, name, approval, false, reason, "import_approval", {}, approval});
    }
    take(bundle.aliases, *names, {kAliasDocuments, reason, out.aliases, out.decidedAliases, puts});
    take(bundle.parameters, *parameters, {kParameterDocuments, reason, out.parameters, out.decidedParameters, puts});
    return puts;
}

} // namespace

Result<BroughtIn> importConfiguration(CaseFile& file, std::string_view text, const std::string& reason)
{
    if (const Result<void> good = checkReason(reason); !good)
        return good.error();
    const Result<Bundle> bundle = parseBundle(text);
    if (!bundle)
        return bundle.error();
    const Result<LimitsTrial> trial =
        bundle->limits.empty() ? Result<LimitsTrial>(LimitsTrial()) : tryLimits(file, bundle->limits);
    if (!trial)
        return trial.error();
    BroughtIn out;
    out.limits.same = trial->rows;
    const Result<std::vector<DocumentPut>> puts = documentsOf(*bundle, file, reason, out);
    if (!puts)
        return puts.error();
    std::optional<LimitsImport> limits;
    if (trial->addsSome) {
        Result<LimitsImport> added = addLimits(file, bundle->limits, bundle->hash, reason);
        if (!added)
            return added.error();
        limits = std::move(*added);
    }
    const auto stored = file.putDocuments("", *puts);
    if (!stored)
        return stored.error();
    if (limits) {
        Result<LimitsBroughtIn> outcome = limitsOutcome(file, *limits);
        if (!outcome)
            return outcome.error();
        out.limits = std::move(*outcome);
    }
    return out;
}

} // namespace antecedent::casework
