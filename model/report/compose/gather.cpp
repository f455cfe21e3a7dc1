// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/compose/gather.h"

#include "model/base/text.h"
#include "model/domain/tag_way.h"
#include "model/report/compose/counter_input.h"
#include "model/report/document.h"
#include "model/sequence/sequence_layout.h"

#include <algorithm>
#include <set>

namespace antecedent {

namespace {

const FailureAssessment* assessmentOf(const AssessmentResult& assessment, const std::string& failure)
{
    for (const FailureAssessment& each : assessment.assessments)
        if (each.deviationId == failure)
            return &each;
    return nullptr;
}

// Other failures in the shown stretch, on the same unit or batch.
std::vector<Failure> neighbours(
    const AlignmentContext& context, const Failure& failure, const AlignedWindow& window, const AnchorRule& anchor)
{
    std::vector<Failure> found;
    for (const Failure& other : allFailures(context.dataset, anchor)) {
        const bool isShown = window.interval.begin <= other.anchor && other.anchor <= window.shownUntil;
        const bool isSameUnit = failure.asset.valid() && other.asset.valid()
            && context.scopes.unitOf(failure.asset) == context.scopes.unitOf(other.asset);
        const bool isSameBatch = failure.batch.valid() && failure.batch == other.batch;
        if (other.id != failure.id && isShown && (isSameUnit || isSameBatch))
            found.push_back(other);
    }
    return found;
}

// How much a tag tells about this failure: words of the deviation, limits, being on the asset itself.
int relevance(const Dataset& dataset, const Tag& tag, const Failure& failure)
{
    int points = 0;
    const std::string text = toLowerAscii(
        failure.classification + " " + (failure.deviation == nullptr ? std::string() : failure.deviation->text));
    for (const std::string_view word : split(tag.parameter, '_'))
        points += word.size() > 2 && text.find(toLowerAscii(word)) != std::string::npos ? 4 : 0;
    points += tag.highLimit.known || tag.lowLimit.known ? 2 : 0;
    const Asset* asset = dataset.asset(tag.asset);
    points +=
        tag.asset == failure.asset || (asset != nullptr && failure.asset.valid() && asset->parent == failure.asset) ? 1
                                                                                                                    : 0;
    return points;
}

std::optional<SequenceFigure> sequenceFigure(const SequenceGraph& graph, const SequenceLayout& layout)
{
    if (layout.nodes.size() < 2)
        return std::nullopt;
    SequenceFigure figure;
    figure.width = layout.width;
    figure.height = layout.height;
    figure.caseTotal = graph.caseWindows();
    figure.controlTotal = graph.controlWindows();
    figure.foldedNodes = layout.foldedNodes + graph.droppedNodes();
    figure.foldedEdges = layout.foldedEdges + graph.droppedEdges();
    for (const PlacedNode& placed : layout.nodes) {
        const SequenceNode& node = graph.nodes()[placed.node];
        figure.nodes.push_back({node.label, node.asset, node.caseWindows, node.controlWindows, node.caseCovered,
            node.controlCovered, node.medianOffsetS, placed.x, placed.y, node.isFailure});
    }
    for (const PlacedEdge& placed : layout.edges) {
        const SequenceEdge& edge = graph.edges()[placed.edge];
        figure.edges.push_back({placed.from, placed.to, edge.caseWindows, toText(edge.order)});
    }
    for (const CompressedScale::Tick& tick : layout.ticks)
        figure.ticks.push_back({tick.position, tick.label});
    return figure;
}

std::vector<TimelinePlot> plotsOf(
    const ReportInputs& inputs, SampleReader& samples, const Interval& shown, std::size_t most)
{
    const Dataset& dataset = inputs.context->dataset;
    std::set<AssetIndex> scope;
    for (const ScopePart& part : inputs.window->parts)
        scope.insert(part.asset);
    std::vector<std::pair<int, std::size_t>> order; // fewest negative points first, then by name
    for (std::size_t i = 0; i < dataset.tags.size(); ++i)
        if (dataset.tags[i].asset.valid() && scope.contains(dataset.tags[i].asset))
            order.emplace_back(-relevance(dataset, dataset.tags[i], inputs.failure), i);
    std::sort(order.begin(), order.end());
    std::vector<TimelinePlot> plots;
    for (std::size_t k = 0; k < order.size() && plots.size() < most; ++k) {
        const Tag& tag = dataset.tags[order[k].second];
        Result<std::vector<Sample>> read = samples.read(indexOf<TagIndexTag>(order[k].second), shown);
        if (!read || read->empty())
            continue;
        TimelinePlot plot;
        plot.name = tag.parameter.empty() ? tag.name : tag.parameter;
        plot.tag = tag.name;
        plot.unit = tag.unit;
        plot.isStep = isStep(tag);
        plot.samples = std::move(*read);
        if (tag.lowLimit.known)
            plot.lowLimit = toDouble(tag.lowLimit);
        if (tag.highLimit.known)
            plot.highLimit = toDouble(tag.highLimit);
        plots.push_back(std::move(plot));
    }
    return plots;
}

// The graph of all failures of the classification minus their controls, as it fits on a page.
Result<std::optional<SequenceFigure>> sequenceOf(const ReportInputs& inputs, int nodes)
{
    const AlignmentContext& context = *inputs.context;
    FailureSelection selection;
    selection.classification = inputs.failure.classification;
    const Result<FailureSet> set = selectFailures(context.dataset, selection, inputs.options.anchor);
    if (!set)
        return set.error();
    const Result<Alignment> alignment = align(context, *set, inputs.options);
    if (!alignment)
        return alignment.error();
    SequenceOptions minus;
    minus.mode = SequenceMode::MinusControls;
    const Result<SequenceGraph> graph = buildSequenceGraph(context.events, context.dataset, *alignment, minus);
    if (!graph)
        return graph.error();
    // Fewer nodes until the figure leaves room for its caption on a page.
    constexpr double kTallest = 400;
    LayoutOptions layout;
    layout.topNodes = nodes;
    layout.isByDifference = true;
    // What came before one failure of many is chance more often than not.
    layout.minCases = std::max(graph->caseWindows() >= 3 ? 2 : 1, graph->caseWindows() / 20);
    // So is an order of two classes that few failures show; all of them stand in the graph that is exported.
    layout.minEdgeCases = graph->caseWindows() >= 3 ? std::max(2, (graph->caseWindows() + 3) / 4) : 1;
    layout.width = kTextWidth;
    layout.gap = 8;
    layout.failureRoom = 50;
    layout.nodeWidth = 0;
    for (const SequenceNode& node : graph->nodes())
        layout.nodeWidth = std::max(layout.nodeWidth, sequenceNodeWidth(node.label));
    layout.nodeHeight = kSequenceNodeHeight;
    layout.rowHeight = kSequenceRowHeight;
    SequenceLayout placed = layoutSequence(*graph, layout);
    while (placed.height > kTallest && layout.topNodes > 4) {
        --layout.topNodes;
        placed = layoutSequence(*graph, layout);
    }
    std::optional<SequenceFigure> figure = sequenceFigure(*graph, placed);
    if (figure)
        figure->nodeWidth = layout.nodeWidth;
    return figure;
}

void gatherFacts(ReportInputs& inputs, const GatherOptions& options)
{
    const AlignmentContext& context = *inputs.context;
    const Failure& failure = inputs.failure;
    ChronologyOptions chronology;
    chronology.window = inputs.options;
    chronology.maxRows = options.chronologyRows;
    inputs.chronology = chronologyOf(context, failure, chronology);
    const FailureAssessment* assessment = assessmentOf(*inputs.assessment, failure.id);
    inputs.conditionAsset = failure.asset;
    if (!inputs.conditionAsset.valid() && assessment != nullptr)
        inputs.conditionAsset = context.dataset.findAsset(assessment->leadingAsset);
    if (inputs.conditionAsset.valid()) {
        inputs.conditionThen = conditionAt(context, inputs.conditionAsset, failure.anchor, AsKnown::Then);
        inputs.conditionNow = conditionAt(context, inputs.conditionAsset, failure.anchor, AsKnown::Now);
    }
    inputs.counters = countersOf(inputs);
    if (!failure.batch.valid())
        return;
    if (Result<FitnessMatrix> fitness = fitForUse(context, failure.batch))
        inputs.fitness = std::move(*fitness);
    if (Result<Differences> differences = differencesOf(context, failure.batch, options.goodBatches))
        inputs.differences = std::move(*differences);
}

} // namespace

Result<ReportInputs> gatherReport(const AlignmentContext& context, const AssessmentResult& assessment,
    std::string_view failure, const WindowOptions& window, ReportInputs inputs, SampleReader* samples,
    const GatherOptions& options)
{
    FailureSelection selection;
    selection.ids = {std::string(failure)};
    const Result<FailureSet> set = selectFailures(context.dataset, selection, window.anchor, samples);
    if (!set)
        return set.error();
    if (set->failures.empty())
        return Error{ErrorCode::UnknownFailure, std::string(failure),
            set->excluded.empty() ? std::string() : set->excluded.front().reason.english()};
    inputs.context = &context;
    inputs.assessment = &assessment;
    inputs.failure = set->failures.front();
    inputs.options = window;
    WindowOptions alone = window;
    alone.controls = 0;
    Result<Alignment> alignment = align(context, *set, alone);
    if (!alignment)
        return alignment.error();
    if (!alignment->windows.empty() && alignment->windows.front().interval.length() > Duration(0)) {
        inputs.window = std::move(alignment->windows.front());
        inputs.otherFailures = neighbours(context, inputs.failure, *inputs.window, window.anchor);
        if (samples != nullptr)
            inputs.plots = plotsOf(
                inputs, *samples, Interval{inputs.window->interval.begin, inputs.window->shownUntil}, options.plots);
    }
    gatherFacts(inputs, options);
    if (Result<std::optional<SequenceFigure>> sequence = sequenceOf(inputs, options.sequenceNodes))
        inputs.sequence = std::move(*sequence);
    return inputs;
}

} // namespace antecedent
