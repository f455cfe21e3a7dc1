// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sequences/sequences.h"

#include "model/alignment/filter.h"
#include "widgets/document/context.h"

#include <algorithm>

namespace antecedent::app {

using namespace widgets;

namespace {

Result<std::shared_ptr<const Alignment>> alignAll(
    const SequencesQuestion& question, const std::stop_token& stop, const ProgressFn& progress)
{
    const AlignmentContext& context = question.snapshot->context;
    const FailureSet failures = failuresLike(*question.snapshot, question.failure);
    Result<Alignment> alignment = align(context, failures, question.window, stop, progress);
    if (!alignment)
        return alignment.error();
    return std::shared_ptr<const Alignment>(std::make_shared<Alignment>(std::move(*alignment)));
}

void noteExclusions(Sequences& answer)
{
    for (const WindowExclusion& exclusion : answer.alignment->exclusions) {
        if (!exclusion.window.empty())
            continue;
        ++answer.excludedFailures;
        if (answer.firstReason.empty())
            answer.firstReason = listOf({exclusion.failure, exclusion.reason}, ": ");
    }
}

Result<std::shared_ptr<const std::vector<bool>>> chosenBy(const InvestigationData& data, const std::string& filter)
{
    if (filter.find_first_not_of(' ') == std::string::npos)
        return std::shared_ptr<const std::vector<bool>>();
    const Result<Filter> parsed = Filter::parse(filter, data.dataset);
    if (!parsed)
        return parsed.error();
    auto shown = std::make_shared<std::vector<bool>>(data.context.events.size(), false);
    for (const std::uint32_t event : parsed->select(data.dataset, data.context.events))
        (*shown)[event] = true;
    return std::shared_ptr<const std::vector<bool>>(shown);
}

// How far the windows reach back, in seconds: the axis is that of the question, not of what is drawn.
double reachOf(const Alignment& alignment)
{
    Duration longest{};
    for (const AlignedWindow& window : alignment.windows)
        if (window.excluded.empty())
            longest = std::max(longest, window.anchor - window.interval.begin);
    return toSeconds(longest);
}

// The mark of a node is that of its last event.
std::vector<MarkKind> marksOf(const InvestigationData& data, const SequenceGraph& graph, const SequenceLayout& layout)
{
    std::vector<MarkKind> marks;
    marks.reserve(layout.nodes.size());
    for (const PlacedNode& placed : layout.nodes) {
        MarkKind mark = MarkKind::Event;
        if (graph.nodes()[placed.node].isFailure)
            mark = MarkKind::Failure;
        else if (const auto windows = graph.windowsOfNode(placed.node); !windows.empty() && windows.front().event)
            mark = markOf(data.dataset, data.context.events, *windows.front().event);
        marks.push_back(mark);
    }
    return marks;
}

} // namespace

bool SequencesQuestion::isAlignedLike(const SequencesQuestion& other) const
{
    return snapshot == other.snapshot && failure == other.failure && isSameWindow(window, other.window);
}

bool SequencesQuestion::operator==(const SequencesQuestion& other) const
{
    return isAlignedLike(other) && mode == other.mode && support == other.support && top == other.top
        && width == other.width && filter == other.filter && brush == other.brush;
}

namespace {

LayoutOptions layoutOptions(const Sequences& answer, const SequenceGraph& graph, std::map<std::string, int> rows)
{
    const SequencesQuestion& question = answer.asked;
    LayoutOptions layout;
    layout.topNodes = question.top;
    layout.isInOrderOfTime = question.mode == SequenceMode::OneFailure;
    layout.isByDifference = question.mode == SequenceMode::MinusControls;
    layout.minCases = answer.support;
    layout.minEdgeCases = answer.support;
    layout.width = question.width;
    layout.nodeWidth = sequenceNodeWidth(graph, 1);
    layout.labelWidth = 74;
    layout.labelHeight = 17;
    layout.keepsPlaces = true;
    layout.rows = std::move(rows);
    layout.beforeS = reachOf(*answer.alignment);
    return layout;
}

// Alignment and choice of the filter, as remembered or made.
Result<Sequences> prepared(const SequencesQuestion& question, const SequencesMemory& memory,
    const std::stop_token& stop, const ProgressFn& progress)
{
    Sequences answer;
    answer.asked = question;
    answer.alignment = memory.alignment;
    answer.shown = memory.shown;
    if (!answer.alignment) {
        Result<std::shared_ptr<const Alignment>> made = alignAll(question, stop, progress);
        if (!made)
            return made.error();
        answer.alignment = std::move(*made);
    }
    if (!answer.shown) {
        Result<std::shared_ptr<const std::vector<bool>>> shown = chosenBy(*question.snapshot, question.filter);
        if (!shown)
            return shown.error();
        answer.shown = std::move(*shown);
    }
    noteExclusions(answer);
    return answer;
}

} // namespace

Result<Sequences> computeSequences(
    const SequencesQuestion& question, SequencesMemory memory, const std::stop_token& stop, const ProgressFn& progress)
{
    const InvestigationData& data = *question.snapshot;
    Result<Sequences> made = prepared(question, memory, stop, progress);
    if (!made)
        return made.error();
    Sequences answer = std::move(*made);
    SequenceOptions options;
    if (question.brush)
        options.brush = {question.brush->from, question.brush->to};
    if (answer.shown)
        options.isShown = [shown = answer.shown](std::uint32_t event) { return (*shown)[event]; };
    options.mode = question.mode;
    options.failure = data.failures[question.failure].id;
    Result<SequenceGraph> graph = buildSequenceGraph(data.context.events, data.dataset, *answer.alignment, options);
    if (!graph && graph.error().code == ErrorCode::UnknownFailure)
        return answer; // the window of this failure was left out; the exclusions say why
    if (!graph)
        return graph.error();
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, {}, {}};
    const auto kept = std::make_shared<const SequenceGraph>(std::move(*graph));
    answer.failures = kept->caseWindows();
    answer.controls = kept->controlWindows();
    const bool isOne = question.mode == SequenceMode::OneFailure;
    const int usual = kept->caseWindows() >= 3 ? std::max(2, (kept->caseWindows() + 3) / 4) : 1;
    answer.support = isOne ? 1 : question.support > 0 ? std::min(question.support, kept->caseWindows()) : usual;
    const LayoutOptions layout = layoutOptions(answer, *kept, std::move(memory.rows));
    SequencePicture picture{kept, layoutSequence(*kept, layout), {}, layout.nodeWidth, layout.rowHeight, !isOne};
    answer.rows = picture.layout.rows;
    if (picture.layout.nodes.size() < 2)
        return answer;
    picture.marks = marksOf(data, *kept, picture.layout);
    answer.picture = std::move(picture);
    return answer;
}

} // namespace antecedent::app
