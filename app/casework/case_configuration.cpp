// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/configuration_parts.h"

#include "model/alignment/configuration.h"
#include "model/alignment/rule_lines.h"
#include "model/base/phrase.h"
#include "model/base/text.h"
#include "model/timeline/own_tables.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <map>

namespace antecedent::casework {

namespace {

using Json = nlohmann::json; // sorts its keys

struct BuiltinTable
{
    std::string_view name;
    std::string_view (*text)();
};
constexpr std::array kBuiltin{BuiltinTable{kPlanTemplatesTable, &builtinPlanTemplatesText},
    BuiltinTable{kResetsTable, &builtinResetTableText}, BuiltinTable{kPlausibilityTable, &builtinPlausibilityText}};

const BuiltinTable* findBuiltin(std::string_view name)
{
    const auto found =
        std::find_if(kBuiltin.begin(), kBuiltin.end(), [&](const BuiltinTable& table) { return table.name == name; });
    return found == kBuiltin.end() ? nullptr : &*found;
}

bool isProfileName(std::string_view name)
{
    return name.size() > kProfilePrefix.size() && name.starts_with(kProfilePrefix);
}

Result<void> checkName(std::string_view name)
{
    if (findBuiltin(name) != nullptr || isProfileName(name))
        return {};
    return Error{ErrorCode::InvalidArgument, std::string(name),
        "there is plan_templates, resets, plausibility, and profile/ with the name of a mapping profile"};
}

// What the text says of its version.
std::string versionOf(std::string_view name, const std::string& text)
{
    if (name == kPlanTemplatesTable) {
        const auto templates = parsePlanTemplates(text);
        return templates ? templates->version : std::string();
    }
    return statedVersion(text);
}

// Who stored which document.
Result<std::map<std::int64_t, AuditEntry>> entriesByDocument(const CaseFile& file)
{
    const Result<std::vector<AuditEntry>> audit = file.audit();
    if (!audit)
        return audit.error();
    constexpr std::string_view kDocument = "document:";
    std::map<std::int64_t, AuditEntry> out;
    for (const AuditEntry& entry : *audit)
        if (entry.subject.starts_with(kDocument))
            out[std::atoll(entry.subject.c_str() + kDocument.size())] = entry;
    return out;
}

Result<std::map<std::string, ConfigurationApproval>> approvalsOf(
    const CaseFile& file, std::int64_t until, const std::map<std::int64_t, AuditEntry>& entries)
{
    const Result<std::vector<StoredDocument>> stored = file.documents("", kApprovalKind, until);
    if (!stored)
        return stored.error();
    std::map<std::string, ConfigurationApproval> out;
    for (const StoredDocument& document : *stored) {
        std::optional<ConfigurationApproval> approval = approvalFrom(Json::parse(document.json, nullptr, false));
        if (!approval)
            return Error{ErrorCode::InvestigationDamaged, document.name, "the approval can't be read"};
        const auto entry = entries.find(document.id);
        if (entry != entries.end() && entry->second.action == "import_approval")
            approval->broughtInBy = entry->second.actor;
        out.emplace(document.name, std::move(*approval));
    }
    return out;
}

Result<void> put(CaseFile& file, const std::string& name, const std::string& text, const std::string& reason)
{
    const auto stored = file.putDocuments(
        "", {{kConfigurationDocuments, name, configurationJson(text), false, reason, {}, {}, contentOf(name, text)}});
    return stored ? Result<void>() : Result<void>(stored.error());
}

} // namespace

Result<void> checkReason(const std::string& reason)
{
    return trimmed(reason).empty()
        ? Error{ErrorCode::InvalidArgument, "--reason", "a change of the configuration needs a reason"}
        : Result<void>();
}

std::string approvalName(std::string_view item, const Digest& hash)
{
    return std::string(item) + '@' + toHex(hash);
}

std::string approvalJson(const ConfigurationApproval& approval)
{
    return Json{{"by", approval.by}, {"at", formatUtc(approval.at, 3)}, {"reason", approval.reason}}.dump(
        -1, ' ', false, Json::error_handler_t::replace);
}

std::optional<ConfigurationApproval> approvalFrom(const Json& json)
{
    const auto has = [&](const char* key) { return json.contains(key) && json[key].is_string(); };
    if (!json.is_object() || !has("by") || !has("at") || !has("reason"))
        return std::nullopt;
    const std::optional<IsoTime> at = parseIso(json["at"].get<std::string>());
    if (!at || !at->hasOffset || json["by"].get<std::string>().empty())
        return std::nullopt;
    return ConfigurationApproval{
        json["by"].get<std::string>(), Timestamp(Duration(at->us)), json["reason"].get<std::string>(), {}};
}

std::string contentOf(const std::string& name, const std::string& text)
{
    if (text.empty())
        return Json{{"text", nullptr}}.dump();
    return Json{{"text_sha256", toHex(sha256(text))}, {"text_version", versionOf(name, text)}}.dump(
        -1, ' ', false, Json::error_handler_t::replace);
}

Result<std::vector<ConfigurationItem>> configurationItems(const CaseFile& file, std::int64_t until)
{
    const Result<std::vector<StoredDocument>> stored = file.documents("", kConfigurationDocuments, until);
    if (!stored)
        return stored.error();
    const auto entries = entriesByDocument(file);
    if (!entries)
        return entries.error();
    const auto approvals = approvalsOf(file, until, *entries);
    if (!approvals)
        return approvals.error();
    std::vector<ConfigurationItem> out;
    for (const BuiltinTable& table : kBuiltin) {
        const std::string text(table.text());
        out.push_back({std::string(table.name), versionOf(table.name, text), sha256(text), text, 0, {}, {}, {}, {}});
    }
    for (const StoredDocument& document : *stored) {
        Result<std::string> text = configurationText(document);
        if (!text)
            return text.error();
        if (text->empty())
            continue; // the built-in one again, or no such profile any more
        ConfigurationItem item;
        item.name = document.name;
        item.version = versionOf(item.name, *text);
        item.hash = sha256(*text);
        item.text = std::move(*text);
        item.edition = document.version;
        item.setAt = document.stored;
        if (const auto entry = entries->find(document.id); entry != entries->end()) {
            item.setBy = entry->second.actor;
            item.reason = entry->second.reason;
        }
        if (const auto approval = approvals->find(approvalName(item.name, item.hash)); approval != approvals->end())
            item.approval = approval->second;
        const auto place = std::find_if(
            out.begin(), out.end(), [&](const ConfigurationItem& other) { return other.name == item.name; });
        if (place == out.end())
            out.push_back(std::move(item));
        else
            *place = std::move(item);
    }
    return out;
}

Result<ConfigurationItem> configurationItem(const CaseFile& file, std::string_view name)
{
    if (const Result<void> known = checkName(name); !known)
        return known.error();
    Result<std::vector<ConfigurationItem>> items = configurationItems(file);
    if (!items)
        return items.error();
    for (ConfigurationItem& item : *items)
        if (item.name == name)
            return std::move(item);
    return Error{ErrorCode::InvalidArgument, std::string(name), "the file has no such profile"};
}

Result<void> checkConfiguration(const std::string& name, const std::string& text)
{
    if (const Result<void> known = checkName(name); !known)
        return known;
    if (!isValidUtf8(text))
        return Error{ErrorCode::InvalidTable, name, "is not UTF-8 text"};
    const auto outcome = [](const auto& parsed) { return parsed ? Result<void>() : Result<void>(parsed.error()); };
    if (name == kPlanTemplatesTable)
        return outcome(parsePlanTemplates(text));
    if (name == kResetsTable)
        return outcome(parseResetTable(text));
    if (name == kPlausibilityTable)
        return outcome(parsePlausibility(text));
    const auto profile = importers::parseProfile(text, name);
    if (profile && kProfilePrefix.size() + profile->name.size() == name.size() && name.ends_with(profile->name))
        return {};
    return profile
        ? Error{ErrorCode::InvalidArgument, name, phrase("its text names the profile %1", profile->name).english()}
        : profile.error();
}

Result<void> setConfiguration(
    CaseFile& file, const std::string& name, const std::string& text, const std::string& reason)
{
    if (const Result<void> stated = checkReason(reason); !stated)
        return stated;
    if (const Result<void> good = checkConfiguration(name, text); !good)
        return good;
    const Result<ConfigurationItem> before = configurationItem(file, name);
    if (before && !before->isBuiltin() && before->text == text)
        return Error{ErrorCode::InvalidArgument, name, "the file has this text already"};
    return put(file, name, text, reason);
}

Result<void> resetConfiguration(CaseFile& file, const std::string& name, const std::string& reason)
{
    if (const Result<void> stated = checkReason(reason); !stated)
        return stated;
    const Result<ConfigurationItem> before = configurationItem(file, name);
    if (!before)
        return before.error();
    if (before->isBuiltin())
        return Error{ErrorCode::InvalidArgument, name, "the one of the program is in use already"};
    return put(file, name, {}, reason);
}

Result<void> approveConfiguration(
    CaseFile& file, const Actor& actor, const std::string& name, const std::string& reason)
{
    if (const Result<void> stated = checkReason(reason); !stated)
        return stated;
    const Result<ConfigurationItem> item = configurationItem(file, name);
    if (!item)
        return item.error();
    if (item->isBuiltin())
        return Error{ErrorCode::InvalidArgument, name,
            "it comes with the program; to approve it as the file's own, set its text first"};
    if (item->approval)
        return Error{ErrorCode::InvalidArgument, name,
            phrase("this text is approved already, by %1", item->approval->by).english()};
    const std::string json =
        approvalJson({actor.name, std::chrono::floor<std::chrono::milliseconds>(actor.clock().utc), reason, {}});
    const auto stored = file.putDocuments(
        "", {{kApprovalKind, approvalName(name, item->hash), json, false, reason, "approve", {}, json}});
    return stored ? Result<void>() : Result<void>(stored.error());
}

Result<std::vector<importers::Profile>> profilesOf(const CaseFile& file)
{
    const Result<std::vector<StoredDocument>> stored = file.documents("", kConfigurationDocuments);
    if (!stored)
        return stored.error();
    std::vector<importers::Profile> out;
    for (const StoredDocument& document : *stored) {
        if (!isProfileName(document.name))
            continue;
        const Result<std::string> text = configurationText(document);
        if (!text)
            return text.error();
        if (text->empty())
            continue;
        Result<importers::Profile> profile = importers::parseProfile(*text, document.name);
        if (!profile)
            return profile.error();
        out.push_back(std::move(*profile));
    }
    return out;
}

std::vector<importers::Profile> joinedProfiles(
    std::vector<importers::Profile> ofFile, std::vector<importers::Profile> own)
{
    std::erase_if(own, [&](const importers::Profile& profile) {
        return std::any_of(
            ofFile.begin(), ofFile.end(), [&](const importers::Profile& other) { return other.name == profile.name; });
    });
    ofFile.insert(ofFile.end(), std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
    return ofFile;
}

} // namespace antecedent::casework
