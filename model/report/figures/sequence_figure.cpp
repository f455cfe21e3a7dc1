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
constexpr double kLabelText = 6;
constexpr double kLongEnough = 20;

double shareOf(int part, int whole)
{
    return whole > 0 ? std::min(1.0, static_cast<double>(part) / whole) : 0;
}

class SequencePainter
{
public:
    SequencePainter(const SequenceFigure& figure, const Lexicon& lexicon)
        : m_figure(figure)
        , m_lexicon(lexicon)
    {
        m_drawing.width = figure.width;
        m_drawing.height = kTop + figure.height;
        m_drawing.description = lexicon.say(phrase("Event sequences before the failure"));
        for (const SequenceFigureNode& node : figure.nodes)
            if (node.isFailure)
                m_failureLeft = boxOf(node).left;
    }

    Drawing paint()
    {
        paintAxis();
        for (const SequenceFigureEdge& edge : m_figure.edges)
            if (edge.from < m_figure.nodes.size() && edge.to < m_figure.nodes.size())
                paintEdge(edge);
        for (const SequenceFigureNode& node : m_figure.nodes) {
            node.isFailure ? paintFailure(node) : paintNode(node);
            m_taken.push_back(boxOf(node));
        }
        std::stable_sort(
            m_labels.begin(), m_labels.end(), [](const Label& a, const Label& b) { return a.weight > b.weight; });
        for (const Label& label : m_labels)
            paintLabel(label);
        return std::move(m_drawing);
    }

private:
    Box boxOf(const SequenceFigureNode& node) const
    {
        const double halfWidth = node.isFailure ? 5 : m_figure.nodeWidth / 2;
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
            const std::string label = m_lexicon.number(tick.label);
            const double half = textWidth(label, kText) / 2;
            const double x = std::clamp(tick.x, half, m_figure.width - half);
            if (x - half < free)
                continue;
            m_drawing.text({x, kTop - 12}, label, kText, TextAnchor::Middle);
            free = x + half + 3;
        }
    }

    void paintEdge(const SequenceFigureEdge& edge)
    {
        const Box from = boxOf(m_figure.nodes[edge.from]);
        const Box to = boxOf(m_figure.nodes[edge.to]);
        const std::vector<Point> path = routeOf(from, to);
        const double share = shareOf(edge.caseWindows, m_figure.caseTotal);
        const Dash dash = edge.order == "certain" ? Dash::Solid : edge.order == "likely" ? Dash::Dashed : Dash::Dotted;
        m_drawing.polyline(path, 0.4 + 1.4 * share, Ink::Dark, dash);
        const Point end = path.back();
        const Point before = path[path.size() - 2];
        const double dx = end.x - before.x;
        const double dy = end.y - before.y;
        const double length = std::max(1.0, std::hypot(dx, dy));
        const Point base{end.x - 5 * dx / length, end.y - 5 * dy / length};
        const Point side{-2 * dy / length, 2 * dx / length};
        m_drawing.polygon(
            {end, {base.x + side.x, base.y + side.y}, {base.x - side.x, base.y - side.y}}, Ink::Dark, Ink::None);
        const std::size_t longest = path.size() == 4 ? 1 : 0;
        m_labels.push_back({path[longest], path[longest + 1],
            std::to_string(edge.caseWindows) + "/" + std::to_string(m_figure.caseTotal), edge.caseWindows});
    }

    // Straight from the right side of a box to the left side of the next. Boxes over each other: straight if nothing
    // stands between them, else around their right sides, or around their left ones where the failure stands there.
    std::vector<Point> routeOf(const Box& from, const Box& to) const
    {
        const double fromMiddle = (from.top + from.bottom) / 2;
        const double toMiddle = (to.top + to.bottom) / 2;
        if (from.right <= to.left - 4)
            return {{from.right, fromMiddle}, {to.left, toMiddle}};
        const bool isDown = toMiddle > fromMiddle;
        const double gap = isDown ? to.top - from.bottom : from.top - to.bottom;
        const double low = std::max(from.left, to.left);
        const double high = std::min(from.right, to.right);
        if (gap < kSequenceRowHeight && high > low) {
            const double x = (low + high) / 2;
            return {{x, isDown ? from.bottom : from.top}, {x, isDown ? to.top : to.bottom}};
        }
        if (from.left >= to.right + 4) // later on the median, though it directly precedes in some windows
            return {{from.left, fromMiddle}, {to.right, toMiddle}};
        const double right = std::max(from.right, to.right) + 7;
        const double left = std::min(from.left, to.left) - 7;
        if (right > m_failureLeft && left > 0 && to.left < m_failureLeft)
            return {{from.left, fromMiddle}, {left, fromMiddle}, {left, toMiddle}, {to.left, toMiddle}};
        return {{from.right, fromMiddle}, {right, fromMiddle}, {right, toMiddle}, {to.right, toMiddle}};
    }

    struct Label
    {
        Point from;
        Point to;
        std::string words;
        int weight = 0;
    };

    // On its line, if that is long, where neither a node nor another label stands; left out where there is no such
    // place.
    void paintLabel(const Label& label)
    {
        if (std::hypot(label.to.x - label.from.x, label.to.y - label.from.y) < kLongEnough)
            return; // the label would cover the line
        const double half = textWidth(label.words, kLabelText) / 2 + 1.5;
        for (const double share : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8}) {
            const Point at{
                label.from.x + (label.to.x - label.from.x) * share, label.from.y + (label.to.y - label.from.y) * share};
            const Box box{at.x - half, at.y - 3.6, at.x + half, at.y + 3.6};
            const bool isFree =
                std::none_of(m_taken.begin(), m_taken.end(), [&](const Box& other) { return box.overlaps(other); });
            if (!isFree)
                continue;
            m_drawing.rect(box, Ink::White, Ink::None);
            m_drawing.text({at.x, at.y + 2.1}, label.words, kLabelText, TextAnchor::Middle, false, Ink::Dark);
            m_taken.push_back(box);
            return;
        }
    }

    void paintFailure(const SequenceFigureNode& node)
    {
        m_drawing.line({node.x, kTop - 6}, {node.x, m_drawing.height}, 1.5);
        drawMark(m_drawing, MarkKind::Failure, node.x, kTop + node.y);
        const double room = m_figure.width - node.x - 9;
        const double y = kTop + node.y - 1;
        m_drawing.text({node.x + 9, y}, fitText(m_lexicon.say(phrase("Failure")), room, kText, true), kText,
            TextAnchor::Start, true);
        m_drawing.text(
            {node.x + 9, y + 8}, fitText(m_lexicon.say(phrase("%1 windows", m_figure.caseTotal)), room, kText), kText);
    }

    void bar(double left, double top, double share, Ink ink)
    {
        const double length = m_figure.nodeWidth - 8;
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
        const double inner = m_figure.nodeWidth - 8;
        m_drawing.text(
            {box.left + 4, box.top + 8}, fitText(node.title, inner, kText, true), kText, TextAnchor::Start, true);
        const std::string counts = m_lexicon.say(
            phrase("%1/%2 vs %3/%4", node.caseWindows, node.caseCovered, node.controlWindows, node.controlCovered));
        m_drawing.text({box.right - 4, box.top + 16.5}, counts, kText, TextAnchor::End);
        m_drawing.text({box.left + 4, box.top + 16.5},
            fitText(node.subtitle, inner - textWidth(counts, kText) - 4, kText), kText, TextAnchor::Start, false,
            Ink::Dark);
        bar(box.left + 4, box.top + 20, caseShare, Ink::Black);
        bar(box.left + 4, box.top + 24.2, controlShare, Ink::Mid);
    }

    const SequenceFigure& m_figure;
    const Lexicon& m_lexicon;
    Drawing m_drawing;
    double m_failureLeft = 1e9; // edges keep off the failure's line
    std::vector<Box> m_taken; // by nodes and labels
    std::vector<Label> m_labels;
};

} // namespace

double sequenceNodeWidth(const std::string& title)
{
    return std::clamp(textWidth(title, kText, true) + 9, 84.0, 136.0);
}

Drawing drawSequence(const SequenceFigure& figure, const Lexicon& lexicon)
{
    return SequencePainter(figure, lexicon).paint();
}

} // namespace antecedent
