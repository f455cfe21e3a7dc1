// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// new, cases, case, audit.

#include "app/casework/case_ledger.h"
#include "app/cli/commands.h"
#include "app/cli/csv_output.h"
#include "app/cli/investigation.h"
#include "app/cli/ledger_text.h"
#include "model/base/zone.h"

#include <nlohmann/json.hpp>

namespace antecedent::cli {

namespace {

nlohmann::json toJson(const CaseInfo& info)
{
    return {{"id", info.id}, {"title", info.title}, {"open", info.open}, {"created", formatUtc(info.created, 3)},
        {"closed", jsonTime(info.closed, 3)}};
}

void printCase(Session& session, const CaseInfo& info)
{
    std::string line = info.id + "  " + (info.open ? "open  " : "closed") + "  " + info.title;
    if (info.closed)
        line += "  (closed " + formatUtc(*info.closed) + ")";
    session.print(line);
}

} // namespace

int newInvestigation(Session& session, const NewOptions& options)
{
    if (!options.siteZone.empty()) {
        if (const auto zone = findZone(options.siteZone); !zone)
            return session.fail(zone.error());
    }
    Result<CaseFile> file =
        CaseFile::create(options.file.investigation, options.title, options.siteZone, systemActor());
    if (!file)
        return session.fail(file.error());
    const Result<CaseInfo> info = file->findCase({});
    if (!info)
        return session.fail(info.error());
    if (session.isJson)
        session.printJson({{"path", options.file.investigation}, {"title", options.title}, {"case", info->id},
            {"site_zone", jsonText(options.siteZone)}});
    else
        session.print("Created " + options.file.investigation + " with case " + info->id + ".");
    return kDone;
}

int listCases(Session& session, const FileOptions& options)
{
    Result<CaseFile> file = openFile(options, OpenMode::ReadOnly);
    if (!file)
        return session.fail(file.error());
    const Result<std::vector<CaseInfo>> cases = file->cases();
    if (!cases)
        return session.fail(cases.error());
    nlohmann::json list = nlohmann::json::array();
    for (const CaseInfo& info : *cases) {
        if (session.isJson)
            list.push_back(toJson(info));
        else
            printCase(session, info);
    }
    if (session.isJson)
        session.printJson({{"cases", list}});
    return kDone;
}

namespace {

int showCase(Session& session, const CaseFile& file, const std::string& id)
{
    const Result<CaseInfo> info = file.findCase(id);
    if (!info)
        return session.fail(info.error());
    const Result<Ledger> ledger = casework::loadLedger(file, *info);
    if (!ledger)
        return session.fail(ledger.error());
    if (session.isJson) {
        nlohmann::json json = toJson(*info);
        json["ledger"] = ledgerJson(*ledger);
        session.printJson(json);
        return kDone;
    }
    printCase(session, *info);
    for (const std::string& line : ledgerLines(*ledger))
        session.print(line);
    return kDone;
}

} // namespace

int manageCase(Session& session, const CaseOptions& options)
{
    if (options.action == "sentinel")
        return manageSentinel(session, options);
    if (options.action != "new" && options.action != "show" && options.action != "close")
        return editLedger(session, options);
    const OpenMode mode = options.action == "show" ? OpenMode::ReadOnly : OpenMode::ReadWrite;
    Result<CaseFile> file = openFile(options.file, mode);
    if (!file)
        return session.fail(file.error());
    std::string id = options.id.empty() ? options.file.caseId : options.id;
    if (options.action == "show")
        return showCase(session, *file, id);
    if (options.action == "new") {
        if (options.title.empty())
            return session.fail({ErrorCode::InvalidArgument, "--title", "a new case needs a title"});
        const Result<CaseInfo> created = file->newCase(options.title);
        if (!created)
            return session.fail(created.error());
        id = created->id;
    } else {
        const Result<CaseInfo> found = file->findCase(id);
        if (!found)
            return session.fail(found.error());
        id = found->id;
        if (const Result<void> closed = file->closeCase(id, options.reason); !closed)
            return session.fail(closed.error());
    }
    const Result<CaseInfo> info = file->findCase(id);
    if (!info)
        return session.fail(info.error());
    if (session.isJson)
        session.printJson(toJson(*info));
    else
        printCase(session, *info);
    return kDone;
}

int showAudit(Session& session, const CsvOptions& options)
{
    Result<CaseFile> file = openFile(options.file, OpenMode::ReadOnly);
    if (!file)
        return session.fail(file.error());
    const Result<std::vector<AuditEntry>> entries = file->audit();
    if (!entries)
        return session.fail(entries.error());
    nlohmann::json list = nlohmann::json::array();
    CsvOutput csv({"seq", "time", "local_time", "actor", "action", "subject", "before", "after", "reason", "note",
        "previous", "hash"});
    for (const AuditEntry& e : *entries) {
        const std::string time = formatUtc(e.time, 3);
        const std::string local = formatWithOffset(e.time, e.offsetMinutes, 3);
        if (!options.csv.empty())
            csv.add({std::to_string(e.seq), time, local, e.actor, e.action, e.subject, e.before, e.after, e.reason,
                e.note, toHex(e.previous), toHex(e.hash)});
        if (session.isJson)
            list.push_back({{"seq", e.seq}, {"time", time}, {"local_time", local}, {"actor", e.actor},
                {"action", e.action}, {"subject", e.subject}, {"before", jsonText(e.before)},
                {"after", jsonText(e.after)}, {"reason", jsonText(e.reason)}, {"note", jsonText(e.note)},
                {"previous", toHex(e.previous)}, {"hash", toHex(e.hash)}});
        else if (options.csv.empty())
            session.print(std::to_string(e.seq) + "  " + local + "  " + e.actor + "  " + e.action + "  " + e.subject
                + (e.after.empty() ? "" : "  " + e.after) + (e.reason.empty() ? "" : "  reason: " + e.reason));
    }
    if (session.isJson)
        session.printJson({{"entries", list}});
    if (!options.csv.empty()) {
        if (const Result<void> written = csv.write(session, options.csv); !written)
            return session.fail(written.error());
    }
    return kDone;
}

} // namespace antecedent::cli
