// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// export: the event log, and the canonical tables.

#include "app/casework/case_export.h"
#include "app/casework/files.h"
#include "app/cli/commands.h"
#include "app/cli/investigation.h"
#include "app/cli/selection.h"
#include "model/base/text.h"
#include "model/export/event_log.h"

#include <nlohmann/json.hpp>

namespace antecedent::cli {

namespace {

EventLogFormat logFormat(const std::string& name)
{
    if (name == "xes")
        return EventLogFormat::Xes;
    if (name == "ocel-json")
        return EventLogFormat::OcelJson;
    return name == "ocel-sqlite" ? EventLogFormat::OcelSqlite : EventLogFormat::Csv;
}

int exportTables(Session& session, const ExportOptions& options)
{
    const Result<CaseFile> file = openFile(options.file, OpenMode::ReadOnly);
    if (!file)
        return session.fail(file.error());
    const Result<CanonicalExport> written = casework::exportTables(*file, options.output, session.stopToken());
    if (!written)
        return session.fail(written.error());
    nlohmann::json tables = nlohmann::json::object();
    std::uint64_t records = 0;
    for (const ExportedTable& each : written->tables) {
        tables[std::string(tableSpec(each.table).name)] = each.rows;
        records += each.rows;
    }
    nlohmann::json lost = nlohmann::json::array();
    for (const Phrase& each : written->notCarried) {
        lost.push_back(each.english());
        session.message("Not carried: " + each.english());
    }
    session.message("Wrote " + counted(records, "record", "records") + " in "
        + counted(written->tables.size(), "table", "tables") + " to " + options.output + ".");
    if (session.isJson)
        session.printJson({{"tables", tables}, {"not_carried", lost}});
    return kDone;
}

} // namespace

int exportLog(Session& session, const ExportOptions& options)
{
    const SelectionArguments& selection = options.selection;
    const bool isWholeLog = selection.failures.empty() && selection.where.empty() && selection.classification.empty();
    if (options.format == "canonical")
        return isWholeLog ? exportTables(session, options)
                          : session.fail({ErrorCode::InvalidArgument, "--format",
                              "canonical gives every record; it takes no choice of failures"});
    if (options.format == "graphml") {
        AnalysisOptions graph;
        graph.file = options.file;
        graph.selection = options.selection;
        graph.format = options.format;
        graph.output = options.output;
        return buildGraph(session, graph);
    }
    const auto opened = openInvestigation(session, options.file);
    if (!opened)
        return session.fail(opened.error());
    const Investigation& inv = **opened;
    const EventLogFormat format = logFormat(options.format);
    FileWriter file(options.output);
    const ByteSink sink = [&file](std::string_view bytes) { return file.write(bytes); };
    Result<void> written;
    if (isWholeLog) {
        written = writeBatchLog(inv.dataset, inv.context.events, format, sink, session.stopToken());
    } else {
        const WindowOptions window;
        const Result<ChosenFailures> failures = chooseFailures(inv, selection, window, true);
        if (!failures)
            return session.fail(failures.error());
        const Result<Alignment> alignment =
            align(inv.context, failures->set, window, session.stopToken(), session.progress());
        session.endProgress();
        if (!alignment)
            return session.fail(alignment.error());
        written = writeAlignedLog(inv.context, *alignment, format, sink, session.stopToken());
    }
    if (written)
        written = file.commit();
    if (!written)
        return session.fail(written.error());
    session.message("Wrote " + options.output + ".");
    return kDone;
}

} // namespace antecedent::cli
