// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// import, importers, diagnostics.

#include "app/casework/case_configuration.h"
#include "app/casework/case_versions.h"
#include "app/cli/commands.h"
#include "app/cli/csv_output.h"
#include "app/cli/investigation.h"
#include "app/cli/profiles.h"
#include "importers/pipeline/import_sources.h"
#include "importers/profile/builtin_profiles.h"
#include "model/base/text.h"
#include "model/store/row_set.h"
#include "model/store/source_versions.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

namespace antecedent::cli {

namespace {

using nlohmann::json;

Result<std::optional<Interval>> parsePeriod(const std::string& text)
{
    if (text.empty())
        return std::optional<Interval>();
    const std::size_t slash = text.find('/');
    const Error wrong{
        ErrorCode::InvalidArgument, "--covers", "write FROM/TO, two times with offset or Z, or two dates (UTC)"};
    if (slash == std::string::npos)
        return wrong;
    const std::optional<IsoTime> from = parseIso(std::string_view(text).substr(0, slash));
    const std::optional<IsoTime> to = parseIso(std::string_view(text).substr(slash + 1));
    const auto isClear = [](const std::optional<IsoTime>& t) {
        return t && (t->hasOffset || t->precision == TimePrecision::Day);
    };
    if (!isClear(from) || !isClear(to) || to->us < from->us)
        return wrong;
    return std::optional(Interval{Timestamp(Duration(from->us)), Timestamp(Duration(to->us))});
}

// `ofFile`: the profiles that the investigation has.
Result<importers::ImportOptions> importOptions(
    const ImportOptions& options, const std::vector<importers::Profile>& ofFile)
{
    importers::ImportOptions out;
    out.plan.as = options.importer;
    out.plan.zone = options.zone;
    out.dryRun = options.isDryRun;
    if (!options.ambiguous.empty())
        out.plan.ambiguous = *importers::ambiguousPolicyFromName(options.ambiguous);
    if (!options.dateOrder.empty())
        out.plan.dateOrder = importers::dateOrderFromName(options.dateOrder);
    if (!options.encoding.empty()) {
        out.plan.encoding = importers::encodingFromName(options.encoding);
        if (!out.plan.encoding)
            return Error{
                ErrorCode::InvalidArgument, "--encoding", "'" + options.encoding + "' is not a known encoding"};
    }
    out.now = systemActor().clock().utc;
    const auto named = std::find_if(ofFile.begin(), ofFile.end(),
        [&](const importers::Profile& profile) { return profile.name == options.profile; });
    if (named != ofFile.end()) {
        out.profiles = {*named};
    } else {
        Result<ChosenProfiles> profiles = chosenProfiles(options.profile);
        if (!profiles)
            return profiles.error();
        out.profiles = std::move(profiles->stated);
        out.plan.more = std::move(profiles->more);
    }
    if (!options.statement.empty()) {
        Result<std::string> statement = readFile(options.statement);
        if (!statement)
            return statement.error();
        if (!isValidUtf8(*statement))
            return Error{ErrorCode::InvalidArgument, "--statement", "the file is not UTF-8 text"};
        out.statement = std::string(trimmed(*statement));
    }
    const Result<std::optional<Interval>> covers = parsePeriod(options.covers);
    if (!covers)
        return covers.error();
    out.covers = *covers;
    return out;
}

json sourceJson(const importers::SourceSummary& s)
{
    json out = {{"path", s.path}, {"sha256", toHex(s.sha256)}, {"importer", jsonText(s.importer)},
        {"rows_read", s.rows.read}, {"rows_stored", s.rows.stored}, {"rows_rejected", s.rows.rejected},
        {"rows_duplicate", s.rows.duplicate}, {"records", s.records}, {"diagnostics", s.diagnostics},
        {"time_zone", jsonText(s.zone)}, {"first", jsonTime(s.first)}, {"last", jsonTime(s.last)},
        {"already_imported", s.earlierSource.has_value()}, {"not_data", s.isNotData},
        {"not_data_reason", jsonText(s.notDataReason)}, {"error", s.error ? json(errorText(*s.error)) : json()}};
    return out;
}

void printSource(Session& session, const importers::SourceSummary& s)
{
    if (s.isNotData) {
        session.print(
            s.path + ": not data, left alone" + (s.notDataReason.empty() ? "" : " (" + s.notDataReason + ")"));
        return;
    }
    if (s.error) {
        session.print(s.path + ": not imported. " + errorText(*s.error));
        return;
    }
    if (s.earlierSource) {
        session.print(s.path + ": imported before, nothing to do");
        return;
    }
    session.print(s.path + ": " + std::to_string(s.rows.read) + " rows read, " + std::to_string(s.rows.stored)
        + " stored, " + std::to_string(s.rows.rejected) + " rejected, " + std::to_string(s.rows.duplicate)
        + " duplicate  [" + s.importer + (s.zone.empty() ? "" : ", " + s.zone) + "]");
    for (const auto& [code, count] : s.diagnostics)
        session.print("  " + std::to_string(count) + " x " + code);
}

// What was imported just now and seems to be a newer export of a source that was there. The import is done by then.
json newerVersions(Session& session, CaseFile& file, const importers::ImportSummary& summary)
{
    json out = json::array();
    const Result<std::vector<casework::VersionStanding>> standings =
        casework::versionsAfterImport(file, summary, session.stopToken());
    if (!standings) {
        session.message(
            "Whether a source is a newer export of another was not found out: " + errorText(standings.error()));
        return out;
    }
    for (const casework::VersionStanding& standing : *standings) {
        const TableChange& counts = standing.counts;
        out.push_back({{"source", standing.newer.info.name}, {"sha256", toHex(standing.newer.info.sha256)},
            {"earlier", standing.earlier.info.name}, {"earlier_sha256", toHex(standing.earlier.info.sha256)},
            {"same", counts.same}, {"changed", counts.changed}, {"vanished", counts.vanished},
            {"added", counts.added}});
        session.message(standing.newer.info.name + " seems a newer export of " + standing.earlier.info.name
            + " (records: " + std::to_string(counts.same) + " the same, " + std::to_string(counts.changed)
            + " changed, " + std::to_string(counts.vanished) + " not there any more, " + std::to_string(counts.added)
            + " added). Both count until you decide: versions --help.");
    }
    return out;
}

} // namespace

int importSources(Session& session, const ImportOptions& options)
{
    Result<CaseFile> file = openFile(options.file, OpenMode::ReadWrite);
    if (!file)
        return session.fail(file.error());
    const Result<std::vector<importers::Profile>> ofFile = casework::profilesOf(*file);
    if (!ofFile)
        return session.fail(ofFile.error());
    Result<importers::ImportOptions> chosen = importOptions(options, *ofFile);
    if (!chosen)
        return session.fail(chosen.error());
    if (chosen->profiles.empty()) // what was stated is used whatever the file has
        chosen->plan.more = casework::joinedProfiles(*ofFile, std::move(chosen->plan.more));
    const auto begin = std::chrono::steady_clock::now();
    const Result<importers::ImportSummary> summary =
        importers::importSources(*file, options.sources, *chosen, session.stopToken(), session.progress());
    session.endProgress();
    if (!summary)
        return session.fail(summary.error());
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - begin;
    json list = json::array();
    for (const importers::SourceSummary& s : summary->sources) {
        if (session.isJson)
            list.push_back(sourceJson(s));
        else
            printSource(session, s);
    }
    const json versions = options.isDryRun ? json::array() : newerVersions(session, *file, *summary);
    if (session.isJson)
        session.printJson({{"sources", list}, {"elapsed_s", std::round(elapsed.count() * 1000.0) / 1000.0},
            {"dry_run", options.isDryRun}, {"newer_versions", versions}});
    if (summary->failed()) {
        for (const importers::SourceSummary& s : summary->sources)
            if (s.error)
                (void)session.fail(
                    Error{s.error->code, s.error->where.empty() ? s.path : s.error->where, s.error->detail});
        return kFailed;
    }
    return options.isStrict && summary->rejected() > 0 ? kRejectedRows : kDone;
}

int listImporters(Session& session)
{
    json list = json::array();
    for (const TableSpec& table : allTables()) {
        const std::string id = "canonical:" + std::string(table.name);
        list.push_back({{"id", id}, {"formats", {"delimited text with the columns of the canonical table"}},
            {"records", {std::string(table.name)}}});
        if (!session.isJson)
            session.print(id + "  canonical table " + std::string(table.name));
    }
    for (const importers::Profile& profile : importers::builtinProfiles()) {
        json records = json::array();
        for (const importers::TableMapping& mapping : profile.tables)
            records.push_back(std::string(tableSpec(mapping.table).name));
        list.push_back({{"id", "profile:" + profile.name}, {"formats", {profile.title}}, {"records", records}});
        if (!session.isJson)
            session.print("profile:" + profile.name + "  " + profile.title);
    }
    if (session.isJson)
        session.printJson({{"importers", list}});
    return kDone;
}

// Records of which the sources state a part only.
Result<std::vector<ResolutionNote>> incompleteRecords(const CaseFile& file)
{
    const Result<SetAside> aside = SetAside::read(file);
    if (!aside)
        return aside.error();
    std::vector<ResolutionNote> out;
    for (const TableSpec& table : allTables()) {
        if (!table.hasKey())
            continue;
        Result<RowSet> rows = readRows(file, table.id);
        if (!rows)
            return rows.error();
        std::vector<ResolutionNote> notes;
        resolveRows(aside->without(std::move(*rows)), {}, notes);
        std::copy_if(notes.begin(), notes.end(), std::back_inserter(out),
            [](const ResolutionNote& note) { return note.code == DiagnosticCode::IncompleteRecord; });
    }
    std::sort(out.begin(), out.end(), [](const ResolutionNote& a, const ResolutionNote& b) {
        return std::pair(a.table, a.name) < std::pair(b.table, b.name);
    });
    return out;
}

void listIncomplete(
    Session& session, const CsvOptions& options, const std::vector<ResolutionNote>& notes, json& list, CsvOutput& csv)
{
    const std::string severity = "warning";
    for (const ResolutionNote& note : notes) {
        const DiagnosticInfo& info = diagnosticInfo(note.code);
        const std::string record = std::string(tableSpec(note.table).name) + " " + note.name;
        if (session.isJson)
            list.push_back({{"source", json()}, {"severity", severity}, {"code", info.name}, {"row", json()},
                {"line", json()}, {"column", json()}, {"column_name", json()}, {"value", record}, {"reason", info.what},
                {"detail", note.detail}, {"what_to_do", info.todo}});
        if (!options.csv.empty())
            csv.add({"", severity, info.name, "", "", "", "", record, info.what, note.detail, info.todo});
        else if (!session.isJson)
            session.print(record + ": " + severity + ": " + info.what + " (" + note.detail + "). " + info.todo + ".");
    }
}

int showDiagnostics(Session& session, const CsvOptions& options)
{
    Result<CaseFile> file = openFile(options.file, OpenMode::ReadOnly);
    if (!file)
        return session.fail(file.error());
    const Result<std::vector<StoredSource>> sources = file->sources();
    if (!sources)
        return session.fail(sources.error());
    std::map<SourceId, std::string> names;
    for (const StoredSource& s : *sources)
        names[s.id] = s.info.name;
    const Result<std::vector<StoredDiagnostic>> diagnostics = file->diagnostics();
    if (!diagnostics)
        return session.fail(diagnostics.error());
    const auto severityWord = [](Severity severity) {
        switch (severity) {
        case Severity::Info:
            return "info";
        case Severity::Warning:
            return "warning";
        case Severity::Rejected:
            return "rejected";
        case Severity::Duplicate:
            return "duplicate";
        }
        return "info";
    };
    CsvOutput csv({"source", "severity", "code", "row", "line", "column", "column_name", "value", "what", "detail",
        "what_to_do"});
    json list = json::array();
    for (const StoredDiagnostic& stored : *diagnostics) {
        const Diagnostic& d = stored.diagnostic;
        const DiagnosticInfo& info = diagnosticInfo(d.code);
        const std::string& source = names[stored.source];
        if (session.isJson)
            list.push_back({{"source", source}, {"severity", severityWord(d.severity)}, {"code", info.name},
                {"row", d.row ? json(d.row) : json()}, {"line", d.line ? json(d.line) : json()},
                {"column", d.column ? json(d.column) : json()}, {"column_name", jsonText(d.columnName)},
                {"value", jsonText(d.excerpt)}, {"reason", info.what}, {"detail", jsonText(d.detail)},
                {"what_to_do", info.todo}});
        if (!options.csv.empty())
            csv.add({source, severityWord(d.severity), info.name, std::to_string(d.row), std::to_string(d.line),
                std::to_string(d.column), d.columnName, d.excerpt, info.what, d.detail, info.todo});
        else if (!session.isJson)
            session.print(source + (d.line ? ":" + std::to_string(d.line) : "")
                + (d.column ? ", column " + std::to_string(d.column) : "")
                + (d.columnName.empty() ? "" : " " + d.columnName) + ": " + severityWord(d.severity) + ": " + info.what
                + (d.excerpt.empty() ? "" : " '" + d.excerpt + "'") + (d.detail.empty() ? "" : " (" + d.detail + ")")
                + ". " + info.todo + ".");
    }
    const Result<std::vector<ResolutionNote>> incomplete = incompleteRecords(*file);
    if (!incomplete)
        return session.fail(incomplete.error());
    listIncomplete(session, options, *incomplete, list, csv);
    if (session.isJson)
        session.printJson({{"diagnostics", list}});
    if (!options.csv.empty())
        if (const Result<void> written = csv.write(session, options.csv); !written)
            return session.fail(written.error());
    return kDone;
}

} // namespace antecedent::cli
