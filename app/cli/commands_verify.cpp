// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// verify: every hash, the audit chain, and every number of a report, by a second path.

#include "app/casework/case_ledger.h"
#include "app/casework/case_pins.h"
#include "app/cli/commands.h"
#include "app/cli/investigation.h"
#include "model/domain/record_lookup.h"
#include "model/report/twin/verify_twin.h"
#include "model/store/verify.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <system_error>

namespace antecedent::cli {

using namespace casework;

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

// The state of the file that a report was made from: the sources that it lists, the names, merges and tables of its
// time.
Result<FileState> stateOf(const CaseFile& file, const StoredDocument& report)
{
    const Result<std::vector<StoredSource>> sources = file.sources();
    if (!sources)
        return sources.error();
    const json twin = json::parse(report.json, nullptr, false);
    std::set<std::string> listed;
    if (twin.is_object() && twin.contains("sources") && twin["sources"].is_array())
        for (const json& source : twin["sources"])
            if (source.is_object() && source.contains("sha256") && source["sha256"].is_string())
                listed.insert(source["sha256"].get<std::string>());
    FileState state{0, 0};
    for (const StoredSource& source : *sources)
        if (listed.contains(toHex(source.info.sha256)))
            state.lastSource = source.id;
    for (const char* kind : {kAliasDocuments, kParameterDocuments, kDuplicateDocuments, kClockDocuments,
             kVersionDocuments, kConfigurationDocuments}) {
        const Result<std::vector<StoredDocument>> stored = file.documents("", kind, report.id);
        if (!stored)
            return stored.error();
        for (const StoredDocument& document : *stored)
            state.lastDocument = std::max(state.lastDocument, document.id);
    }
    return state;
}

// The records of a report's state as its numbers are checked against; kept for the reports that share it.
struct StoredRecords
{
    TwinTables tables;
    std::string contentHash;
};

class ReportChecks
{
public:
    ReportChecks(Session& session, const CaseFile& file)
        : m_session(session)
        , m_file(file)
    {
    }

    Result<void> check(const CaseInfo& info, const StoredDocument& report, std::vector<Finding>& findings)
    {
        const Result<const StoredRecords*> records = recordsOf(info, report);
        if (!records)
            return records.error();
        const TwinVerification checked = verifyNumbers(report.json, (*records)->tables, (*records)->contentHash);
        ++reports;
        numbers += checked.numbers;
        for (const TwinFinding& f : checked.findings)
            findings.push_back({f.kind,
                "report " + report.name + ": " + f.subject + (f.record.empty() ? "" : " (record " + f.record + ")"),
                f.detail});
        return {};
    }

    std::uint64_t reports = 0;
    std::uint64_t numbers = 0;

private:
    Result<const StoredRecords*> recordsOf(const CaseInfo& info, const StoredDocument& report)
    {
        const Result<FileState> state = stateOf(m_file, report);
        if (!state)
            return state.error();
        const auto known = m_records.find({info.id, *state});
        if (known != m_records.end())
            return &known->second;
        LoadOptions options;
        options.state = *state;
        const Result<Dataset> dataset = loadDataset(m_file, info, options, m_session.stopToken(), m_session.progress());
        m_session.endProgress();
        if (!dataset)
            return dataset.error();
        return &(m_records[{info.id, *state}] = {tablesOf(*dataset), printDigest(dataset->contentHash)});
    }

    Session& m_session;
    const CaseFile& m_file;
    std::map<std::pair<std::string, FileState>, StoredRecords> m_records;
};

// What people recorded: the ledger's own hashes, and that the case still holds every record that a pin or the ledger
// names, or what an export says of it by now.
struct RecordedCounts
{
    std::uint64_t pins = 0;
    std::uint64_t entries = 0;
};

Result<void> verifyRecorded(Session& session, const CaseFile& file, const CaseInfo& info,
    std::vector<Finding>& findings, RecordedCounts& counts)
{
    const Result<std::vector<Pin>> pins = activePins(file, info);
    if (!pins)
        return pins.error();
    const Result<LedgerCheck> ledger = checkLedger(file, info);
    if (!ledger)
        return ledger.error();
    for (const LedgerFinding& f : ledger->findings)
        findings.push_back({"ledger", f.subject, f.detail});
    counts.pins += pins->size();
    counts.entries += ledger->entries;
    if (pins->empty() && ledger->records.empty())
        return {};
    const Result<Dataset> dataset = loadDataset(file, info, {}, session.stopToken(), session.progress());
    session.endProgress();
    if (!dataset)
        return dataset.error();
    for (const Pin& pin : *pins)
        for (const PinnedRecord& record : pin.records)
            if (findRecord(*dataset, record.id).empty() && findByLastingKey(*dataset, record.key).size() != 1)
                findings.push_back({"pin", pin.id + " of " + info.id + " (record " + toHex(record.id) + ")",
                    "the pinned record, " + record.words + ", is not in the data of the case"});
    for (const auto& [subject, record] : ledger->records)
        if (findRecord(*dataset, record.id).empty() && findByLastingKey(*dataset, record.key).size() != 1)
            findings.push_back({"ledger", subject + " (record " + toHex(record.id) + ")",
                "the pinned record is not in the data of the case"});
    return {};
}

// The numbers of every report that the file keeps, recomputed from the file's own records.
Result<void> verifyReports(Session& session, const VerifyOptions& options, std::vector<Finding>& findings, json& facts)
{
    FileOptions file;
    file.investigation = options.target;
    const Result<CaseFile> opened = openFile(file, OpenMode::ReadOnly);
    if (!opened)
        return opened.error();
    const Result<std::vector<CaseInfo>> cases = opened->cases();
    if (!cases)
        return cases.error();
    ReportChecks checks(session, *opened);
    RecordedCounts recorded;
    for (const CaseInfo& info : *cases) {
        const Result<std::vector<StoredDocument>> stored = opened->documents(info.id, "report");
        if (!stored)
            return stored.error();
        for (const StoredDocument& report : *stored)
            if (const Result<void> checked = checks.check(info, report, findings); !checked)
                return checked.error();
        if (const Result<void> checked = verifyRecorded(session, *opened, info, findings, recorded); !checked)
            return checked.error();
    }
    facts["reports"] = checks.reports;
    facts["numbers"] = checks.numbers;
    facts["pins"] = recorded.pins;
    facts["ledger_entries"] = recorded.entries;
    return {};
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
    json facts = {{"rows", report->rows}, {"chunks", report->chunks}, {"sources", report->sources},
        {"audit_entries", report->auditEntries}, {"audit_head", report->auditHead}, {"reports", json()},
        {"numbers", json()}, {"pins", json()}, {"ledger_entries", json()}};
    // A file that is not readable as an investigation has no reports to recount.
    const bool isReadable =
        std::none_of(findings.begin(), findings.end(), [](const Finding& f) { return f.kind == "file"; });
    const Result<void> checked = isReadable ? verifyReports(session, options, findings, facts) : Result<void>();
    if (!checked) {
        if (checked.error().code == ErrorCode::Cancelled || findings.empty())
            return session.fail(checked.error());
        findings.push_back({"report", options.target, "its reports can't be checked: " + errorText(checked.error())});
    }
    const std::string sentence = "Holds: " + std::to_string(report->rows) + " rows, " + std::to_string(report->chunks)
        + " chunks, " + std::to_string(report->sources) + " sources, " + std::to_string(report->auditEntries)
        + " audit entries, " + facts["reports"].dump() + " reports with " + facts["numbers"].dump() + " numbers, "
        + facts["pins"].dump() + " pins, " + facts["ledger_entries"].dump() + " ledger entries. Audit head "
        + report->auditHead;
    return conclude(session, options.target, findings, facts, sentence);
}

int concludeTwin(Session& session, const VerifyOptions& options, const Result<TwinVerification>& checked)
{
    if (!checked) {
        const bool isDamaged =
            checked.error().code == ErrorCode::CorruptInput || checked.error().code == ErrorCode::FileUnreadable;
        return session.fail(isDamaged ? Error{ErrorCode::VerificationFailed, options.target, errorText(checked.error())}
                                      : checked.error());
    }
    std::vector<Finding> findings;
    for (const TwinFinding& f : checked->findings)
        findings.push_back({f.kind, f.subject + (f.record.empty() ? "" : " (record " + f.record + ")"), f.detail});
    const std::string sentence = "Holds: " + std::to_string(checked->files) + " files, "
        + std::to_string(checked->numbers) + " numbers from " + std::to_string(checked->records) + " records, "
        + std::to_string(checked->candidates) + " candidates. Twin " + checked->digest;
    return conclude(session, options.target, findings,
        {{"files", checked->files}, {"numbers", checked->numbers}, {"records", checked->records},
            {"candidates", checked->candidates}, {"candidates_from_records", checked->candidatesFromRecords},
            {"digest", jsonText(checked->digest)}},
        sentence);
}

bool isPdf(const std::string& path)
{
    std::ifstream file(std::filesystem::path(path), std::ios::binary);
    std::array<char, 5> head{};
    file.read(head.data(), head.size());
    return file && std::string_view(head.data(), head.size()) == "%PDF-";
}

} // namespace

int verify(Session& session, const VerifyOptions& options)
{
    std::error_code failed;
    if (!std::filesystem::exists(options.target, failed))
        return session.fail({ErrorCode::FileNotFound, options.target, {}});
    if (std::filesystem::is_directory(options.target, failed))
        return concludeTwin(session, options, verifyTwinFolder(options.target));
    if (isPdf(options.target))
        return concludeTwin(session, options, verifyReportFile(options.target));
    return verifyInvestigation(session, options);
}

} // namespace antecedent::cli
