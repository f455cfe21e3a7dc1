// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sequence/sequence_data.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>

namespace antecedent {

namespace {

using Json = nlohmann::json; // sorts its keys

Json numberOrNull(const std::optional<double>& value)
{
    return value ? Json(*value) : Json();
}

std::string number(double value)
{
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

std::string escapedDot(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out;
}

std::string quoted(const std::string& text)
{
    return '"' + escapedDot(text) + '"';
}

std::string escapedXml(const std::string& text)
{
    std::string out;
    for (const char c : text)
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default: // control characters can't stand in XML 1.0
            out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    return out;
}

const char* dotStyle(EdgeOrder order)
{
    switch (order) {
    case EdgeOrder::Certain:
        return "solid";
    case EdgeOrder::Likely:
        return "dashed";
    case EdgeOrder::Undetermined:
        return "dotted";
    }
    return "";
}

void addData(std::string& out, const char* key, const std::string& value)
{
    out += "      <data key=\"" + std::string(key) + "\">" + value + "</data>\n";
}

void addOptional(std::string& out, const char* key, const std::optional<double>& value)
{
    if (value)
        addData(out, key, number(*value));
}

} // namespace

std::string toJson(const SequenceGraph& graph, const SequencePaths& paths)
{
    Json nodes = Json::array();
    for (const SequenceNode& n : graph.nodes()) {
        if (n.isFailure)
            continue;
        nodes.push_back({{"id", n.id}, {"class", n.label}, {"case", n.caseWindows}, {"control", n.controlWindows},
            {"case_covered", n.caseCovered}, {"control_covered", n.controlCovered},
            {"median_offset_s", numberOrNull(n.medianOffsetS)}});
        if (!n.asset.empty())
            nodes.back()["asset"] = n.asset;
    }
    Json edges = Json::array();
    for (const SequenceEdge& e : graph.edges())
        edges.push_back({{"from", graph.nodes()[e.from].id}, {"to", graph.nodes()[e.to].id}, {"case", e.caseWindows},
            {"control", e.controlWindows}, {"median_gap_s", numberOrNull(e.medianGapS)},
            {"lower_quartile_gap_s", numberOrNull(e.lowerQuartileGapS)},
            {"upper_quartile_gap_s", numberOrNull(e.upperQuartileGapS)}, {"order", toText(e.order)}});
    Json list = Json::array();
    for (const SequencePath& p : paths.paths) {
        Json names = Json::array();
        for (const std::uint32_t n : p.nodes)
            names.push_back(graph.nodes()[n].id);
        names.push_back("failure");
        list.push_back({{"nodes", std::move(names)}, {"case", p.caseWindows}, {"control", p.controlWindows}});
    }
    const Json document{{"windows_case", graph.caseWindows()}, {"windows_control", graph.controlWindows()},
        {"nodes", std::move(nodes)}, {"edges", std::move(edges)}, {"dropped_nodes", graph.droppedNodes()},
        {"dropped_edges", graph.droppedEdges()},
        {"paths",
            {{"list", std::move(list)}, {"support", paths.support}, {"beyond_cap", paths.beyondCap},
                {"depth_cut", paths.isDepthCut}}}};
    return document.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string toDot(const SequenceGraph& graph)
{
    std::string out = "digraph sequence {\n  rankdir=LR;\n  node [shape=box];\n";
    for (const SequenceNode& n : graph.nodes()) {
        out += "  " + quoted(n.id) + " [label=\"" + escapedDot(n.id) + "\\n" + std::to_string(n.caseWindows) + '/'
            + std::to_string(n.caseCovered) + " vs " + std::to_string(n.controlWindows) + '/'
            + std::to_string(n.controlCovered) + '"' + (n.isFailure ? ", shape=diamond" : "") + "];\n";
    }
    for (const SequenceEdge& e : graph.edges())
        out += "  " + quoted(graph.nodes()[e.from].id) + " -> " + quoted(graph.nodes()[e.to].id) + " [label=\""
            + std::to_string(e.caseWindows) + " vs " + std::to_string(e.controlWindows)
            + "\", style=" + dotStyle(e.order) + "];\n";
    return out + "}\n";
}

std::string toGraphMl(const SequenceGraph& graph)
{
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    const auto key = [&](const char* id, const char* target, const char* type) {
        out += "  <key id=\"" + std::string(id) + "\" for=\"" + target + "\" attr.name=\"" + id + "\" attr.type=\""
            + type + "\"/>\n";
    };
    key("class", "node", "string");
    key("node_case", "node", "int");
    key("node_control", "node", "int");
    key("node_case_covered", "node", "int");
    key("node_control_covered", "node", "int");
    key("median_offset_s", "node", "double");
    key("edge_case", "edge", "int");
    key("edge_control", "edge", "int");
    key("median_gap_s", "edge", "double");
    key("order", "edge", "string");
    out += "  <graph id=\"sequence\" edgedefault=\"directed\">\n";
    for (const SequenceNode& n : graph.nodes()) {
        out += "    <node id=\"" + escapedXml(n.id) + "\">\n";
        addData(out, "class", escapedXml(n.label));
        addData(out, "node_case", std::to_string(n.caseWindows));
        addData(out, "node_control", std::to_string(n.controlWindows));
        addData(out, "node_case_covered", std::to_string(n.caseCovered));
        addData(out, "node_control_covered", std::to_string(n.controlCovered));
        addOptional(out, "median_offset_s", n.medianOffsetS);
        out += "    </node>\n";
    }
    for (const SequenceEdge& e : graph.edges()) {
        out += "    <edge source=\"" + escapedXml(graph.nodes()[e.from].id) + "\" target=\""
            + escapedXml(graph.nodes()[e.to].id) + "\">\n";
        addData(out, "edge_case", std::to_string(e.caseWindows));
        addData(out, "edge_control", std::to_string(e.controlWindows));
        addOptional(out, "median_gap_s", e.medianGapS);
        addData(out, "order", toText(e.order));
        out += "    </edge>\n";
    }
    return out + "  </graph>\n</graphml>\n";
}

} // namespace antecedent
