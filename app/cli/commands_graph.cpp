// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// graph: the event-sequence graph of the chosen failures.

#include "app/cli/commands.h"
#include "app/cli/selection.h"
#include "model/sequence/sequence_graph.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace antecedent::cli {

namespace {

using nlohmann::json;

// A path is listed if it stands before at least this share of the failures (and before two where there are as many).
constexpr double kPathSupport = 0.25;

SequencePaths pathsOf(const SequenceGraph& graph)
{
    const int share = static_cast<int>(kPathSupport * graph.caseWindows());
    return graph.paths(std::max(std::min(2, graph.caseWindows()), share));
}

// One graph per failure; DOT files may hold several, GraphML and JSON documents hold a list of them.
Result<std::string> perFailure(const Investigation& inv, const Alignment& alignment, const std::string& format)
{
    std::string text;
    json list = json::array();
    std::size_t count = 0;
    for (const Failure& failure : alignment.failures) {
        SequenceOptions options;
        options.mode = SequenceMode::OneFailure;
        options.failure = failure.id;
        const Result<SequenceGraph> graph = buildSequenceGraph(inv.context.events, inv.dataset, alignment, options);
        if (!graph) {
            if (graph.error().code == ErrorCode::UnknownFailure)
                continue; // its window was excluded; align says why
            return graph.error();
        }
        ++count;
        if (format == "dot")
            text += toDot(*graph);
        else if (format == "graphml")
            text = toGraphMl(*graph);
        else
            list.push_back({{"failure", failure.id}, {"graph", json::parse(toJson(*graph, pathsOf(*graph)))}});
    }
    if (format == "graphml" && count > 1)
        return Error{
            ErrorCode::InvalidArgument, "--per-failure", "a GraphML file holds one graph; choose one --failure"};
    return format == "json" ? json{{"graphs", list}}.dump(1) + "\n" : text;
}

Result<std::string> pooled(const Investigation& inv, const Alignment& alignment, const std::string& format)
{
    const Result<SequenceGraph> graph = buildSequenceGraph(inv.context.events, inv.dataset, alignment, {});
    if (!graph)
        return graph.error();
    if (format == "dot")
        return toDot(*graph);
    if (format == "graphml")
        return toGraphMl(*graph);
    return toJson(*graph, pathsOf(*graph));
}

} // namespace

int buildGraph(Session& session, const AnalysisOptions& options)
{
    const Result<AlignedSelection> aligned = openAndAlign(session, options, true);
    if (!aligned)
        return session.fail(aligned.error());
    const Investigation& inv = *aligned->investigation;
    const Result<std::string> text = options.perFailure ? perFailure(inv, aligned->alignment, options.format)
                                                        : pooled(inv, aligned->alignment, options.format);
    if (!text)
        return session.fail(text.error());
    if (options.output.empty()) {
        session.print(
            text->ends_with('\n') ? std::string_view(*text).substr(0, text->size() - 1) : std::string_view(*text));
        return kDone;
    }
    if (const Result<void> written = writeFile(options.output, *text); !written)
        return session.fail(written.error());
    session.message("Wrote " + options.output + ".");
    return kDone;
}

} // namespace antecedent::cli
