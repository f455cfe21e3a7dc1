// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// versions: newer exports of sources, what they change, and decisions on them.
#include "app/casework/case_versions.h"
#include "app/cli/commands.h"
#include "app/cli/investigation.h"
#include "model/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace antecedent::cli {

namespace {

using casework::VersionStanding;
using casework::VersionState;
using nlohmann::json;

const char* wordOf(VersionState state)
{
    switch (state) {
    case VersionState::Accepted:
        return "accepted";
    case VersionState::Withdrawn:
        return "withdrawn";
    case VersionState::Proposed:
        break;
    }
    return "proposed";
}

const char* wordOf(RowChangeKind kind)
{
    switch (kind) {
    case RowChangeKind::Changed:
        return "changed";
    case RowChangeKind::Vanished:
        return "vanished";
    case RowChangeKind::Added:
        break;
    }
    return "added";
}

// The file name of a source, or the begin of its hash. Of several of one name the latest is meant as the newer one.
Result<StoredSource> sourceOf(
    const std::vector<StoredSource>& sources, const std::string& name, const char* option, bool takesLatest)
{
    constexpr std::size_t kLeastHash = 6;
    std::vector<const StoredSource*> found;
    for (const StoredSource& source : sources)
        if (source.info.name == name || (name.size() >= kLeastHash && toHex(source.info.sha256).starts_with(name)))
            found.push_back(&source);
    if (found.empty())
        return Error{ErrorCode::InvalidArgument, option, "no source is called '" + name + "'"};
    if (found.size() > 1 && !takesLatest)
        return Error{
            ErrorCode::InvalidArgument, option, "several sources are called '" + name + "'; use the begin of the hash"};
    return *found.back();
}

struct SourcePair
{
    StoredSource newer;
    StoredSource earlier;
};

// `NEWER`, as it is proposed or decided, or `NEWER=EARLIER`.
Result<SourcePair> pairOf(const std::vector<StoredSource>& sources, const std::vector<VersionStanding>& standings,
    const std::string& text, const char* option)
{
    const std::size_t sign = text.rfind('=');
    const Result<StoredSource> newer = sourceOf(sources, text.substr(0, sign), option, true);
    if (!newer)
        return newer.error();
    if (sign != std::string::npos) {
        const Result<StoredSource> earlier = sourceOf(sources, text.substr(sign + 1), option, false);
        if (!earlier)
            return earlier.error();
        return SourcePair{*newer, *earlier};
    }
    for (const VersionStanding& standing : standings)
        if (standing.newer.id == newer->id)
            return SourcePair{*newer, standing.earlier};
    return Error{ErrorCode::InvalidArgument, option,
        "'" + text + "' looks like a newer version of no source; name that one too, as NEWER=EARLIER"};
}

json sourceJson(const StoredSource& source)
{
    return {{"source", source.info.name}, {"sha256", toHex(source.info.sha256)}};
}

json countsJson(const TableChange& counts)
{
    return {{"same", counts.same}, {"changed", counts.changed}, {"vanished", counts.vanished}, {"added", counts.added}};
}

std::string countsText(const TableChange& counts)
{
    return std::to_string(counts.same) + " the same, " + std::to_string(counts.changed) + " changed, "
        + std::to_string(counts.vanished) + " not there any more, " + std::to_string(counts.added) + " added";
}

std::string labelOf(const StoredSource& source)
{
    constexpr std::size_t kShownHash = 8;
    return source.info.name + " (" + toHex(source.info.sha256).substr(0, kShownHash) + ")";
}

int list(Session& session, const std::vector<VersionStanding>& standings)
{
    json all = json::array();
    for (const VersionStanding& standing : standings) {
        json one = sourceJson(standing.newer);
        one["earlier"] = sourceJson(standing.earlier);
        one["state"] = wordOf(standing.state);
        one["counts"] = standing.error ? json() : countsJson(standing.counts);
        one["error"] = standing.error ? json(errorText(*standing.error)) : json();
        all.push_back(one);
        if (session.isJson)
            continue;
        session.print(labelOf(standing.newer) + ": "
            + (standing.state == VersionState::Accepted ? "newer version of " : "seems a newer version of ")
            + labelOf(standing.earlier)
            + "; records: " + (standing.error ? errorText(*standing.error) : countsText(standing.counts)) + "  ["
            + wordOf(standing.state) + "]");
    }
    if (session.isJson)
        session.printJson({{"versions", all}});
    else if (standings.empty())
        session.message("No source looks like a newer export of another.");
    return kDone;
}

int show(Session& session, const SourcePair& pair, const VersionDifference& difference)
{
    json tables = json::array();
    for (const TableChange& table : difference.tables) {
        json one = countsJson(table);
        one["table"] = tableSpec(table.table).name;
        tables.push_back(one);
        if (!session.isJson)
            session.print(std::string(tableSpec(table.table).name) + ": " + countsText(table));
    }
    json rows = json::array();
    for (const RowChange& row : difference.rows) {
        json values = json::array();
        std::string text;
        for (const ValueChange& value : row.values) {
            values.push_back(
                {{"column", value.column}, {"before", jsonText(value.before)}, {"after", jsonText(value.after)}});
            text += "; " + value.column + ": " + (value.before.empty() ? "nothing" : value.before) + " -> "
                + (value.after.empty() ? "nothing" : value.after);
        }
        rows.push_back({{"kind", wordOf(row.kind)}, {"table", tableSpec(row.table).name}, {"key", row.key},
            {"row_before", row.rowBefore == 0 ? json() : json(row.rowBefore)},
            {"row_after", row.rowAfter == 0 ? json() : json(row.rowAfter)}, {"values", values}});
        if (!session.isJson)
            session.print("  " + std::string(wordOf(row.kind)) + " " + std::string(tableSpec(row.table).name) + " "
                + row.key + text);
    }
    if (session.isJson)
        session.printJson({{"newer", sourceJson(pair.newer)}, {"earlier", sourceJson(pair.earlier)}, {"tables", tables},
            {"rows", rows}});
    return kDone;
}

Result<void> decide(Session& session, CaseFile& file, const std::vector<StoredSource>& sources,
    const std::vector<VersionStanding>& standings, const VersionsOptions& options)
{
    for (const std::string& text : options.withdraw) {
        const Result<StoredSource> newer = sourceOf(sources, text, "--withdraw", true);
        if (!newer)
            return newer.error();
        if (const Result<void> done = casework::withdrawVersion(file, *newer, options.reason, session.stopToken());
            !done)
            return done;
    }
    for (const std::string& text : options.accept) {
        const Result<SourcePair> pair = pairOf(sources, standings, text, "--accept");
        if (!pair)
            return pair.error();
        const Result<VersionDifference> done =
            casework::acceptVersion(file, pair->earlier, pair->newer, options.reason, session.stopToken());
        if (!done)
            return done.error();
        const TableChange total = done->total();
        session.message(labelOf(pair->newer) + " replaces " + labelOf(pair->earlier) + ": "
            + std::to_string(total.changed + total.vanished) + " records are set aside.");
    }
    return {};
}

} // namespace

int manageVersions(Session& session, const VersionsOptions& options)
{
    const bool isDecision = !options.accept.empty() || !options.withdraw.empty();
    if (isDecision && trimmed(options.reason).empty())
        return session.fail({ErrorCode::InvalidArgument, "--reason", "a decision needs a reason for the audit trail"});
    Result<CaseFile> file = openFile(options.file, isDecision ? OpenMode::ReadWrite : OpenMode::ReadOnly);
    if (!file)
        return session.fail(file.error());
    const Result<std::vector<StoredSource>> sources = file->sources();
    if (!sources)
        return session.fail(sources.error());
    Result<std::vector<VersionStanding>> standings = casework::versionStandings(*file, session.stopToken());
    if (!standings)
        return session.fail(standings.error());
    if (!options.compare.empty()) {
        const Result<SourcePair> pair = pairOf(*sources, *standings, options.compare, "--compare");
        if (!pair)
            return session.fail(pair.error());
        const Result<VersionDifference> difference =
            casework::compareSources(*file, pair->earlier, pair->newer, session.stopToken());
        return difference ? show(session, *pair, *difference) : session.fail(difference.error());
    }
    if (isDecision) {
        if (const Result<void> done = decide(session, *file, *sources, *standings, options); !done)
            return session.fail(done.error());
        standings = casework::versionStandings(*file, session.stopToken());
        if (!standings)
            return session.fail(standings.error());
    }
    return list(session, *standings);
}

} // namespace antecedent::cli
