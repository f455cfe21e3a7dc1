// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// verify: every hash, the audit chain, and every number of a report, by a second path.

#include "app/cli/commands.h"
#include "app/cli/investigation.h"
#include "model/store/verify.h"

#include <nlohmann/json.hpp>

namespace antecedent::cli {

namespace {

using nlohmann::json;

struct Finding
{
    std::string kind;
    std::string subject;
    std::string detail;
};

int conclude(Session& session, const std::string& target, const std::vector<Finding>& findings, json facts,
    const std::string& sentence)
{
    json list = json::array();
    for (const Finding& f : findings) {
        list.push_back({{"kind", f.kind}, {"subject", f.subject}, {"detail", f.detail}});
        if (!session.isJson)
            session.print(f.kind + " " + f.subject + ": " + f.detail);
    }
    if (session.isJson) {
        facts["target"] = target;
        facts["holds"] = findings.empty();
        facts["findings"] = list;
        session.printJson(facts);
    }
    if (!findings.empty())
        return session.fail(
            {ErrorCode::VerificationFailed, target, std::to_string(findings.size()) + " of its parts do not hold"});
    if (!session.isJson)
        session.print(sentence);
    return kDone;
}

int verifyInvestigation(Session& session, const VerifyOptions& options)
{
    const Result<VerifyReport> report = verifyFile(options.target, session.stopToken(), session.progress());
    session.endProgress();
    if (!report)
        return session.fail(report.error());
    std::vector<Finding> findings;
    for (const VerifyFinding& f : report->findings)
        findings.push_back({f.kind, f.subject, f.detail});
    const std::string sentence = "Holds: " + std::to_string(report->rows) + " rows, " + std::to_string(report->chunks)
        + " chunks, " + std::to_string(report->sources) + " sources, " + std::to_string(report->auditEntries)
        + " audit entries. Audit head " + report->auditHead;
    return conclude(session, options.target, findings,
        {{"rows", report->rows}, {"chunks", report->chunks}, {"sources", report->sources},
            {"audit_entries", report->auditEntries}, {"audit_head", report->auditHead}},
        sentence);
}

} // namespace

int verify(Session& session, const VerifyOptions& options)
{
    return verifyInvestigation(session, options);
}

} // namespace antecedent::cli
