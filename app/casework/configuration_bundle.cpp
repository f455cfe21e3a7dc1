// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// One file with the configuration of an investigation, for another desktop.
#include "app/casework/case_configuration.h"

#include "model/base/text.h"
#include "model/timeline/alias_decisions.h"
#include "model/timeline/own_tables.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <list>
#include <map>

namespace antecedent::casework {

namespace {

using Json = nlohmann::json; // sorts its keys

constexpr const char* kFormat = "antecedent-configuration";
constexpr int kFormatVersion = 1;

struct BundleItem
{
    std::string name;
    std::string text;
    std::optional<Json> approval;
};

struct Bundle
{
    std::vector<BundleItem> items;
    std::map<std::string, std::string> aliases; // decision by name
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
    const Json& approval = json.at("approval");
    if (!approval.is_null()) {
        const std::optional<IsoTime> at = parseIso(textAt(approval, "at"));
        if (textAt(approval, "by").empty() || !at || !at->hasOffset || !approval.contains("reason"))
            return Error{ErrorCode::CorruptInput, item.name, "its approval does not say who and when"};
        item.approval = Json{
            {"by", textAt(approval, "by")}, {"at", textAt(approval, "at")}, {"reason", textAt(approval, "reason")}};
    }
    return item;
}

Result<Bundle> parseBundle(std::string_view text)
{
    const auto refuse = [](const char* detail) { return Error{ErrorCode::CorruptInput, "bundle", detail}; };
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || textAt(json, "format") != kFormat)
        return refuse("it is no configuration of an investigation");
    if (textAt(json, "sha256") != hashOf(json))
        return refuse("its content does not have the hash that it states; it was changed or damaged");
    if (json.value("format_version", Json()) != kFormatVersion)
        return refuse("it is of a later version of the program");
    Bundle bundle;
    try {
        for (const Json& each : json.at("items")) {
            Result<BundleItem> item = itemFrom(each);
            if (!item)
                return item.error();
            bundle.items.push_back(std::move(*item));
        }
        for (const Json& each : json.at("aliases")) {
            const std::string decision = each.at("decision").dump();
            const std::optional<AliasDecision> parsed = aliasDecisionFrom(decision);
            if (!parsed || parsed->state != AliasState::Confirmed || textAt(each, "name").empty())
                return refuse("a name is not decided in it");
            bundle.aliases[textAt(each, "name")] = toJson(*parsed);
        }
    } catch (const Json::exception&) {
        return refuse("a part is missing");
    }
    return bundle;
}

// Puts whose texts stay where they are.
class Puts
{
public:
    explicit Puts(const std::string& reason)
        : m_reason(reason)
    {
    }

    void add(const char* kind, const std::string& name, const std::string& json, const std::string& content,
        std::string_view action)
    {
        DocumentPut put;
        put.kind = kind;
        put.name = kept(name);
        put.json = kept(json);
        put.reason = m_reason;
        put.action = action;
        put.content = kept(content);
        m_puts.push_back(put);
    }
    const std::vector<DocumentPut>& all() const { return m_puts; }

private:
    std::string_view kept(const std::string& text) { return m_texts.emplace_back(text); }

    std::string m_reason;
    std::list<std::string> m_texts;
    std::vector<DocumentPut> m_puts;
};

} // namespace

Result<DecidedNames> decidedNames(const CaseFile& file, std::int64_t until)
{
    const Result<AliasDecisions> decisions = readAliasDecisions(file, until);
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

Result<std::string> exportConfiguration(const CaseFile& file)
{
    const Result<std::vector<ConfigurationItem>> items = configurationItems(file);
    if (!items)
        return items.error();
    const Result<AliasDecisions> decisions = readAliasDecisions(file);
    if (!decisions)
        return decisions.error();
    Json bundle{
        {"format", kFormat}, {"format_version", kFormatVersion}, {"items", Json::array()}, {"aliases", Json::array()}};
    for (const ConfigurationItem& item : *items) {
        if (item.isBuiltin())
            continue;
        Json approval;
        if (item.approval)
            approval = {
                {"by", item.approval->by}, {"at", formatUtc(item.approval->at, 3)}, {"reason", item.approval->reason}};
        bundle["items"].push_back({{"name", item.name}, {"version", item.version}, {"sha256", toHex(item.hash)},
            {"text", item.text}, {"approval", approval}});
    }
    for (const auto& [name, decision] : *decisions)
        if (decision.state == AliasState::Confirmed)
            bundle["aliases"].push_back({{"name", name}, {"decision", Json::parse(toJson(decision))}});
    if (bundle["items"].empty() && bundle["aliases"].empty())
        return Error{ErrorCode::InvalidArgument, "--export", "the file has no configuration of its own"};
    bundle["sha256"] = hashOf(bundle);
    return bundle.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<BroughtIn> importConfiguration(CaseFile& file, std::string_view text, const std::string& reason)
{
    if (trimmed(reason).empty())
        return Error{ErrorCode::InvalidArgument, "--reason", "a change of the configuration needs a reason"};
    const Result<Bundle> bundle = parseBundle(text);
    if (!bundle)
        return bundle.error();
    const Result<std::vector<ConfigurationItem>> items = configurationItems(file);
    if (!items)
        return items.error();
    const Result<AliasDecisions> decisions = readAliasDecisions(file);
    if (!decisions)
        return decisions.error();
    BroughtIn out;
    Puts puts(reason);
    for (const BundleItem& item : bundle->items) {
        const auto here = std::find_if(items->begin(), items->end(),
            [&](const ConfigurationItem& other) { return other.name == item.name && !other.isBuiltin(); });
        const std::string hash = toHex(sha256(item.text));
        const bool isSame = here != items->end() && here->text == item.text;
        (isSame ? out.same : out.set).push_back(item.name);
        if (!isSame)
            puts.add(kConfigurationDocuments, item.name, configurationJson(item.text),
                Json{{"text_sha256", hash}}.dump(), "put");
        if (!item.approval || (isSame && here->approval))
            continue;
        const std::string name = item.name + '@' + hash;
        const Result<std::optional<StoredDocument>> approved = file.document("", kApprovalKind, name);
        if (!approved)
            return approved.error();
        if (*approved)
            continue; // approved here before
        out.approved.push_back(item.name);
        puts.add(kApprovalKind, name, item.approval->dump(), item.approval->dump(), "import_approval");
    }
    for (const auto& [name, decision] : bundle->aliases) {
        const bool isDecided = decisions->contains(name);
        (isDecided ? out.decidedAliases : out.aliases).push_back(name);
        if (!isDecided)
            puts.add(kAliasDocuments, name, decision, decision, "put");
    }
    const auto stored = file.putDocuments("", puts.all());
    if (!stored)
        return stored.error();
    return out;
}

} // namespace antecedent::casework
