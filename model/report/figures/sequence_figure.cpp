// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/figures/sequence_figure.h"

#include "model/report/figures/marks.h"

#include <algorithm>
#include <cmath>

namespace antecedent {

namespace {

constexpr double kTop = 22; // the axis
constexpr double kText = 6.5;

double shareOf(int part, int whole)
{
    return whole > 0 ? std::min(1.0, static_cast<double>(part) / whole) : 0;
}

class SequencePainter
{
public:
    explicit SequencePainter(const SequenceFigure& figure)
        : m_figure(figure)
    {
        m_drawing.width = figure.width;
        m_drawing.height = kTop + figure.height;
        m_drawing.description = "Event sequences before the failure";
    }

    Drawing paint()
    {
        paintAxis();
        for (const SequenceFigureEdge& edge : m_figure.edges)
            if (edge.from < m_figure.nodes.size() && edge.to < m_figure.nodes.size())
                paintEdge(edge);
        for (const SequenceFigureNode& node : m_figure.nodes)
            node.isFailure ? paintFailure(node) : paintNode(node);
        return std::move(m_drawing);
    }

private:
    static Box boxOf(const SequenceFigureNode& node)
    {
        const double halfWidth = node.isFailure ? 5 : kSequenceNodeWidth / 2;
        const double halfHeight = node.isFailure ? 5 : kSequenceNodeHeight / 2;
        return {node.x - halfWidth, kTop + node.y - halfHeight, node.x + halfWidth, kTop + node.y + halfHeight};
    }

    void paintAxis()
    {
        m_drawing.line({0, kTop - 6}, {m_figure.width, kTop - 6}, 0.8);
        double free = 0;
        for (const SequenceTick& tick : m_figure.ticks) {
            m_drawing.line({tick.x, kTop - 9}, {tick.x, kTop - 6}, 0.7);
            m_drawing.line({tick.x, kTop - 6}, {tick.x, m_drawing.height}, 0.4, Ink::Light);
            const double half = textWidth(tick.label, kText) / 2;
            const double x = std::clamp(tick.x, half, m_figure.width - half);
            if (x - half < free)
                continue;
            m_drawing.text({x, kTop - 12}, tick.label, kText, TextAnchor::Middle);
            free = x + half + 3;
        }
    }

    void paintEdge(const SequenceFigureEdge& edge)
    {
        const Box from = boxOf(m_figure.nodes[edge.from]);
        const Box to = boxOf(m_figure.nodes[edge.to]);
        Point end{to.left, (to.top + to.bottom) / 2};
        // From the nearest side of the box: to the right, or from above or below where the boxes stand over each other.
        Point start{from.right, (from.top + from.bottom) / 2};
        if (start.x > end.x - 4) {
            const bool isDown = end.y > (from.top + from.bottom) / 2;
            start = {(from.left + from.right) / 2, isDown ? from.bottom : from.top};
            end = {(to.left + to.right) / 2, isDown ? to.top : to.bottom};
        }
        const double share = shareOf(edge.caseWindows, m_figure.caseTotal);
        const Dash dash = edge.order == "certain" ? Dash::Solid : edge.order == "likely" ? Dash::Dashed : Dash::Dotted;
        m_drawing.line(start, end, 0.4 + 1.4 * share, Ink::Dark, dash);
        const double dx = end.x - start.x;
        const double dy = end.y - start.y;
        const double length = std::max(1.0, std::hypot(dx, dy));
        const Point base{end.x - 5 * dx / length, end.y - 5 * dy / length};
        const Point side{-2 * dy / length, 2 * dx / length};
        m_drawing.polygon(
            {end, {base.x + side.x, base.y + side.y}, {base.x - side.x, base.y - side.y}}, Ink::Dark, Ink::None);
    }

    void paintFailure(const SequenceFigureNode& node)
    {
        m_drawing.line({node.x, kTop - 6}, {node.x, m_drawing.height}, 1.5);
        drawMark(m_drawing, MarkKind::Failure, node.x, kTop + node.y);
    }

    void bar(double left, double top, double share, Ink ink)
    {
        const double length = kSequenceNodeWidth - 8;
        m_drawing.rect({left, top, left + length, top + 2.6}, Ink::Light, Ink::None);
        if (share > 0)
            m_drawing.rect({left, top, left + length * share, top + 2.6}, ink, Ink::None);
    }

    void paintNode(const SequenceFigureNode& node)
    {
        const Box box = boxOf(node);
        const double caseShare = shareOf(node.caseWindows, node.caseCovered);
        const double controlShare = shareOf(node.controlWindows, node.controlCovered);
        const bool isStrong = caseShare >= 0.5 && caseShare >= 2 * controlShare;
        m_drawing.rect(box, Ink::White, Ink::Black, isStrong ? 1.6 : 0.6);
        const double inner = kSequenceNodeWidth - 8;
        m_drawing.text(
            {box.left + 4, box.top + 8}, fitText(node.title, inner, kText, true), kText, TextAnchor::Start, true);
        const std::string counts = std::to_string(node.caseWindows) + "/" + std::to_string(node.caseCovered) + " vs "
            + std::to_string(node.controlWindows) + "/" + std::to_string(node.controlCovered);
        m_drawing.text({box.right - 4, box.top + 16.5}, counts, kText, TextAnchor::End);
        m_drawing.text({box.left + 4, box.top + 16.5},
            fitText(node.subtitle, inner - textWidth(counts, kText) - 4, kText), kText, TextAnchor::Start, false,
            Ink::Dark);
        bar(box.left + 4, box.top + 20, caseShare, Ink::Black);
        bar(box.left + 4, box.top + 24.2, controlShare, Ink::Mid);
    }

    const SequenceFigure& m_figure;
    Drawing m_drawing;
};

} // namespace

Drawing drawSequence(const SequenceFigure& figure)
{
    return SequencePainter(figure).paint();
}

} // namespace antecedent
