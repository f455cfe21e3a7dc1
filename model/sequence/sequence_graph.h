// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The event-sequence graph of aligned windows: which classes stand in the windows before the failures and before the
// controls, and which follows which directly.
//
// How edges are formed. The antecedent events of a window (in force at t0 included, answers excluded) are put into
// groups of equal onset, in time order. Each class of a group precedes each class of the next group; each class of the
// last group precedes the terminal node `failure` (the anchor, in controls too). Within a group the order is unknown:
// each pair of different classes gives one edge from the smaller to the larger name with gap 0 and order undetermined.
// An occurrence is also undetermined where the gap is smaller than the two uncertainties together. An edge is certain
// if all its occurrences in case windows are, likely if more than half are, else undetermined (edges of controls alone:
// their occurrences). Gaps: of the last occurrence in each case window. Counts are windows, never events. A window that
// the source of a class does not cover does not count for the class, as in the evidence; the graph of one failure shows
// what is there.
//
// Threads: immutable once built. Boost.Graph is used inside only.

#include "model/alignment/align.h"

#include <functional>
#include <memory>
#include <optional>

namespace antecedent {

enum class EdgeOrder : std::uint8_t { Certain, Likely, Undetermined };
const char* toText(EdgeOrder order);

struct SequenceNode
{
    std::string id; // class; in the graph of one failure `class#n`, n-th onset from the left
    std::string label; // class
    std::string asset; // graph of one failure only
    int caseWindows = 0;
    int controlWindows = 0;
    int caseCovered = 0; // windows in which the sources cover its record kind: the denominators
    int controlCovered = 0;
    std::optional<double> medianOffsetS; // of the latest onset in each case window; controls if there is no case
    bool isFailure = false;
};

struct SequenceEdge
{
    std::uint32_t from = 0; // position in nodes
    std::uint32_t to = 0;
    int caseWindows = 0;
    int controlWindows = 0;
    std::optional<double> medianGapS;
    std::optional<double> lowerQuartileGapS;
    std::optional<double> upperQuartileGapS;
    EdgeOrder order = EdgeOrder::Certain;
};

// A chain of classes that ends at the failure, each directly before the next, as it stands in `caseWindows` windows.
// Runs of the same class count as one.
struct SequencePath
{
    std::vector<std::uint32_t> nodes; // first to last, the failure left out
    int caseWindows = 0;
    int controlWindows = 0;
};

struct SequencePaths
{
    std::vector<SequencePath> paths; // by case windows, then names
    int support = 0; // windows that a path needs
    int beyondCap = 0; // paths above the support that are not listed
    bool isDepthCut = false; // some chains are longer than the cap
};

// Where a node or an edge stands in one window.
struct SequenceWindow
{
    std::uint32_t window = 0; // position in Alignment::windows
    bool isCase = false;
    int times = 0; // onsets of the node, or how often the edge was taken
    double lastOffsetS = 0; // of the last onset (of an edge: of the onset it leads to), minus is before the failure
    std::optional<double> lastGapS; // edges
    std::optional<std::uint32_t> event; // the last one, position in UnifiedEvents; none for the failure itself
};

enum class SequenceMode : std::uint8_t {
    AllFailures, // classes, with counts of controls beside them
    MinusControls, // only what stands before failures more often than in controls
    OneFailure, // instances of one window
};

struct SequenceOptions
{
    SequenceMode mode = SequenceMode::AllFailures;
    std::string failure; // OneFailure: its id
    int minCases = 1; // nodes and edges in fewer case windows are left out (0: controls alone stay)
    // Events that are looked at: a stretch of the time to the anchor, [from, to), and any further choice by position in
    // UnifiedEvents. Those left out are as if they were not there; the windows stay the denominators.
    std::optional<std::pair<Duration, Duration>> brush;
    std::function<bool(std::uint32_t)> isShown;
};

class SequenceGraph
{
public:
    ~SequenceGraph();
    SequenceGraph(SequenceGraph&&) noexcept;
    SequenceGraph& operator=(SequenceGraph&&) noexcept;

    int caseWindows() const;
    int controlWindows() const;
    const std::vector<SequenceNode>& nodes() const; // ascending by id, `failure` last
    const std::vector<SequenceEdge>& edges() const; // ascending by (from, to)
    int droppedNodes() const; // by mode or support
    int droppedEdges() const;

    // Steps from a node to the failure along edges; -1: no way.
    std::vector<int> stepsToFailure() const;
    // The windows that a node or an edge counts, in the order of the alignment.
    std::vector<SequenceWindow> windowsOfNode(std::uint32_t node) const;
    std::vector<SequenceWindow> windowsOfEdge(std::uint32_t edge) const;
    SequencePaths paths(int support, int maxDepth = 8, int maxPaths = 50) const;

    struct Data;

private:
    friend Result<SequenceGraph> buildSequenceGraph(
        const UnifiedEvents&, const Dataset&, const Alignment&, const SequenceOptions&);
    explicit SequenceGraph(std::unique_ptr<Data> data);
    std::unique_ptr<Data> m_data;
};

// Windows that the alignment excluded take no part. Errors: UnknownFailure (OneFailure without such a window).
Result<SequenceGraph> buildSequenceGraph(
    const UnifiedEvents& events, const Dataset& dataset, const Alignment& alignment, const SequenceOptions& options);

// Writers, byte-identical for equal graphs. JSON as in cli.md.
std::string toJson(const SequenceGraph& graph, const SequencePaths& paths);
std::string toDot(const SequenceGraph& graph);
std::string toGraphMl(const SequenceGraph& graph);

} // namespace antecedent
