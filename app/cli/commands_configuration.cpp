// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// configuration: the tables and profiles that the file has of its own; show, change, approve, share.

#include "app/casework/case_configuration.h"
#include "app/cli/commands.h"
#include "app/cli/investigation.h"
#include "model/base/text.h"

#include <nlohmann/json.hpp>

#include <array>

namespace antecedent::cli {

namespace {

using casework::ConfigurationItem;
using nlohmann::json;

const char* stateOf(const ConfigurationItem& item)
{
    return item.isBuiltin() ? "built_in" : item.approval ? "approved" : "not_approved";
}

json itemJson(const ConfigurationItem& item)
{
    json out{{"name", item.name}, {"version", jsonText(item.version)}, {"sha256", toHex(item.hash)},
        {"state", stateOf(item)}, {"edition", nullptr}, {"set_by", jsonText(item.setBy)}, {"set_at", nullptr},
        {"reason", jsonText(item.reason)}, {"approved_by", nullptr}, {"approved_at", nullptr},
        {"approval_reason", nullptr}, {"approval_brought_in_by", nullptr}};
    if (!item.isBuiltin()) {
        out["edition"] = item.edition;
        out["set_at"] = jsonTime(item.setAt, 3);
    }
    if (item.approval) {
        out["approved_by"] = item.approval->by;
        out["approved_at"] = jsonTime(item.approval->at, 3);
        out["approval_reason"] = jsonText(item.approval->reason);
        out["approval_brought_in_by"] = jsonText(item.approval->broughtInBy);
    }
    return out;
}

std::string itemLine(const ConfigurationItem& item)
{
    std::string line = item.name + "  " + (item.version.empty() ? "no version stated" : "version " + item.version)
        + "  " + printDigest(item.hash) + "  ";
    if (item.isBuiltin())
        return line + "built in";
    line += "changed by " + item.setBy + ", " + formatUtc(item.setAt, 0) + ", edition " + std::to_string(item.edition);
    if (!item.approval)
        return line + ", not approved";
    line += ", approved by " + item.approval->by + ", " + formatUtc(item.approval->at, 0);
    return item.approval->broughtInBy.empty()
        ? line
        : line + " (in another file; brought in by " + item.approval->broughtInBy + ")";
}

int list(Session& session, const CaseFile& file, json facts)
{
    const Result<std::vector<ConfigurationItem>> items = casework::configurationItems(file);
    if (!items)
        return session.fail(items.error());
    json all = json::array();
    for (const ConfigurationItem& item : *items) {
        all.push_back(itemJson(item));
        if (!session.isJson)
            session.print(itemLine(item));
    }
    facts["configuration"] = all;
    if (session.isJson)
        session.printJson(facts);
    return kDone;
}

int show(Session& session, const CaseFile& file, const std::string& name)
{
    const Result<ConfigurationItem> item = casework::configurationItem(file, name);
    if (!item)
        return session.fail(item.error());
    if (session.isJson) {
        json out = itemJson(*item);
        out["text"] = item->text;
        session.printJson(out);
        return kDone;
    }
    // As it is, to be edited and set again.
    session.print(item->text.ends_with('\n') ? item->text.substr(0, item->text.size() - 1) : item->text);
    return kDone;
}

Result<void> set(CaseFile& file, const std::string& text, const std::string& reason)
{
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos)
        return Error{ErrorCode::InvalidArgument, "--set", "write NAME=FILE, as resets=site_resets.csv"};
    const std::string path = text.substr(equals + 1);
    const Result<std::string> content = readFile(path);
    if (!content)
        return content.error();
    Result<void> done = casework::setConfiguration(file, text.substr(0, equals), *content, reason);
    if (!done && done.error().code != ErrorCode::InvalidArgument)
        return Error{done.error().code, path + ", " + done.error().where, done.error().detail};
    return done;
}

Result<json> bringIn(Session& session, CaseFile& file, const std::string& path, const std::string& reason)
{
    const Result<std::string> bundle = readFile(path);
    if (!bundle)
        return bundle.error();
    const Result<casework::BroughtIn> in = casework::importConfiguration(file, *bundle, reason);
    if (!in)
        return Error{in.error().code, path + ", " + in.error().where, in.error().detail};
    const casework::LimitsBroughtIn& limits = in->limits;
    session.message(std::to_string(in->set.size()) + " set, " + std::to_string(in->same.size()) + " the same, "
        + std::to_string(in->approved.size()) + " approvals; "
        + std::to_string(in->aliases.size() + in->parameters.size()) + " names decided, "
        + std::to_string(in->decidedAliases.size() + in->decidedParameters.size()) + " left as decided here; "
        + std::to_string(limits.added) + " limits added, " + std::to_string(limits.same) + " the same");
    if (limits.differing > 0)
        session.message("Limits with another value than one here, for the same thing and time: "
            + std::to_string(limits.differing) + ". Both stand.");
    if (!limits.newerThan.empty())
        session.message("The limits seem a newer export of " + limits.newerThan
            + ". Both count until you decide: versions --help.");
    return json{{"set", in->set}, {"same", in->same}, {"approved", in->approved}, {"aliases", in->aliases},
        {"aliases_decided_here", in->decidedAliases}, {"parameters", in->parameters},
        {"parameters_decided_here", in->decidedParameters},
        {"limits",
            {{"added", limits.added}, {"same", limits.same}, {"differing", limits.differing},
                {"newer_than", jsonText(limits.newerThan)}}}};
}

Result<json> writeBundle(Session& session, const CaseFile& file, const std::string& path)
{
    const Result<casework::ConfigurationBundle> bundle = casework::exportConfiguration(file);
    if (!bundle)
        return bundle.error();
    if (const Result<void> written = writeFile(path, bundle->text); !written)
        return written.error();
    session.message("Wrote " + path + ": " + std::to_string(bundle->items) + " items, " + std::to_string(bundle->names)
        + " names, " + std::to_string(bundle->limits) + " limits");
    return json{{"items", bundle->items}, {"names", bundle->names}, {"limits", bundle->limits}};
}

} // namespace

int manageConfiguration(Session& session, const ConfigurationOptions& options)
{
    const std::array<const std::string*, 4> changes{
        &options.set, &options.approve, &options.reset, &options.importFile};
    int asked = (options.show.empty() ? 0 : 1) + (options.exportFile.empty() ? 0 : 1);
    bool isChange = false;
    for (const std::string* change : changes) {
        asked += change->empty() ? 0 : 1;
        isChange = isChange || !change->empty();
    }
    if (asked > 1)
        return session.fail({ErrorCode::InvalidArgument, "configuration",
            "one of --show, --set, --approve, --reset, --export and --import at a time"});
    if (isChange && trimmed(options.reason).empty())
        return session.fail({ErrorCode::InvalidArgument, "--reason", "a change needs a reason for the audit trail"});
    Result<CaseFile> file = openFile(options.file, isChange ? OpenMode::ReadWrite : OpenMode::ReadOnly);
    if (!file)
        return session.fail(file.error());
    if (!options.show.empty())
        return show(session, *file, options.show);
    json facts;
    Result<void> done;
    if (!options.set.empty())
        done = set(*file, options.set, options.reason);
    else if (!options.approve.empty())
        done = casework::approveConfiguration(*file, systemActor(), options.approve, options.reason);
    else if (!options.reset.empty())
        done = casework::resetConfiguration(*file, options.reset, options.reason);
    else if (!options.exportFile.empty()) {
        const Result<json> written = writeBundle(session, *file, options.exportFile);
        if (written)
            facts["exported"] = *written;
        else
            done = written.error();
    } else if (!options.importFile.empty()) {
        const Result<json> in = bringIn(session, *file, options.importFile, options.reason);
        if (in)
            facts["imported"] = *in;
        else
            done = in.error();
    }
    if (!done)
        return session.fail(done.error());
    return list(session, *file, std::move(facts));
}

} // namespace antecedent::cli
