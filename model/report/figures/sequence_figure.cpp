// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/figures/sequence_figure.h"

#include "model/report/figures/marks.h"
#include "model/report/figures/scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace antecedent {

namespace {

constexpr double kNodeWidth = 98;
constexpr double kNodeHeight = 30;
constexpr double kRowPitch = 38;
constexpr double kTop = 26;
constexpr double kRight = 34; // room for the failure's diamond
constexpr double kText = 6.5;

struct Stop
{
    double seconds;
    double share; // 0 at the left edge, 1 at the failure
};

// Piecewise scale: the last hours get most of the width.
constexpr std::array<Stop, 10> kStops{Stop{-1e9, 0}, Stop{-30 * 86400.0, 0.04}, Stop{-7 * 86400.0, 0.1},
    Stop{-72 * 3600.0, 0.22}, Stop{-24 * 3600.0, 0.4}, Stop{-12 * 3600.0, 0.52}, Stop{-6 * 3600.0, 0.64},
    Stop{-3600.0, 0.82}, Stop{-600.0, 0.92}, Stop{0, 1}};

double shareOf(double seconds)
{
    if (seconds >= 0)
        return 1;
    for (std::size_t i = 1; i < kStops.size(); ++i)
        if (seconds <= kStops[i].seconds) {
            const double part = (seconds - kStops[i - 1].seconds) / (kStops[i].seconds - kStops[i - 1].seconds);
            return kStops[i - 1].share + std::clamp(part, 0.0, 1.0) * (kStops[i].share - kStops[i - 1].share);
        }
    return 1;
}

struct Placed
{
    Box box;
    double at = 0; // true x of its time
};

class SequencePainter
{
public:
    SequencePainter(const SequenceFigure& figure, double width)
        : m_figure(figure)
        , m_failureX(width - kRight)
    {
        m_drawing.width = width;
    }

    Drawing paint()
    {
        place();
        m_drawing.height = kTop + static_cast<double>(m_rows) * kRowPitch + (m_figure.foldedNote.empty() ? 2 : 12);
        m_failureY = kTop + static_cast<double>(m_rows) * kRowPitch / 2;
        paintAxis();
        for (const SequenceFigureEdge& edge : m_figure.edges)
            paintEdge(edge);
        for (std::size_t i = 0; i < m_figure.nodes.size(); ++i)
            paintNode(i);
        m_drawing.line({m_failureX, kTop - 6}, {m_failureX, m_drawing.height - 12}, 1.5);
        drawMark(m_drawing, MarkKind::Failure, m_failureX, m_failureY);
        m_drawing.text({m_failureX + 6, m_failureY - 6}, fitText(m_figure.failure, kRight - 6, kText, true), kText,
            TextAnchor::Start, true);
        if (!m_figure.foldedNote.empty())
            m_drawing.text({0, m_drawing.height - 2}, fitText(m_figure.foldedNote, m_drawing.width, kText), kText,
                TextAnchor::Start, false, Ink::Dark);
        m_drawing.description = "Event sequences before " + m_figure.failure;
        return std::move(m_drawing);
    }

private:
    double axisX(double seconds) const { return 4 + shareOf(seconds) * (m_failureX - 4); }

    void place()
    {
        m_places.resize(m_figure.nodes.size());
        std::vector<std::size_t> order(m_places.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        std::stable_sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return m_figure.nodes[a].offsetS < m_figure.nodes[b].offsetS; });
        std::vector<double> rowEnds;
        for (const std::size_t i : order) {
            const double at = axisX(m_figure.nodes[i].offsetS);
            const double left = std::clamp(at - kNodeWidth / 2, 0.0, m_failureX - kNodeWidth - 12);
            std::size_t row = 0;
            while (row < rowEnds.size() && rowEnds[row] + 10 > left)
                ++row;
            if (row == rowEnds.size())
                rowEnds.push_back(0);
            rowEnds[row] = left + kNodeWidth;
            const double top = kTop + 4 + static_cast<double>(row) * kRowPitch;
            m_places[i] = {{left, top, left + kNodeWidth, top + kNodeHeight}, at};
        }
        m_rows = std::max<std::size_t>(rowEnds.size(), 2);
    }

    void paintAxis()
    {
        m_drawing.line({0, kTop - 6}, {m_failureX, kTop - 6}, 0.8);
        double free = 0;
        for (const double hours : {-720.0, -168.0, -72.0, -24.0, -12.0, -6.0, -1.0, -1.0 / 6, 0.0}) {
            const double x = axisX(hours * 3600);
            const std::string text = relativeText(Duration(static_cast<std::int64_t>(std::llround(hours * 3.6e9))));
            const double half = textWidth(text, kText) / 2;
            m_drawing.line({x, kTop - 9}, {x, kTop - 6}, 0.7);
            m_drawing.line({x, kTop - 6}, {x, m_drawing.height - 12}, 0.4, Ink::Light);
            if (x - half < free)
                continue;
            m_drawing.text({x, kTop - 12}, text, kText, TextAnchor::Middle, hours == 0);
            free = x + half + 3;
        }
    }

    void paintEdge(const SequenceFigureEdge& edge)
    {
        if (edge.from >= m_places.size())
            return;
        const Placed& from = m_places[edge.from];
        const bool toFailure = edge.to >= m_places.size();
        const Box target = toFailure ? Box{m_failureX - 4, m_failureY, m_failureX, m_failureY} : m_places[edge.to].box;
        const Point end{target.left, (target.top + target.bottom) / 2};
        // From the nearest side of the box: to the right, or from below when the boxes stand over each other.
        Point start{from.box.right, (from.box.top + from.box.bottom) / 2};
        if (start.x > end.x - 4)
            start = {(from.box.left + from.box.right) / 2, end.y > from.box.top ? from.box.bottom : from.box.top};
        const double share = m_figure.caseTotal > 0 ? static_cast<double>(edge.caseWindows) / m_figure.caseTotal : 0;
        const Dash dash = edge.order == "certain" ? Dash::Solid : edge.order == "likely" ? Dash::Dashed : Dash::Dotted;
        m_drawing.line(start, end, 0.5 + 1.3 * share, Ink::Dark, dash);
        const double dx = end.x - start.x;
        const double dy = end.y - start.y;
        const double length = std::max(1.0, std::hypot(dx, dy));
        const Point base{end.x - 5 * dx / length, end.y - 5 * dy / length};
        const Point side{-2 * dy / length, 2 * dx / length};
        m_drawing.polygon(
            {end, {base.x + side.x, base.y + side.y}, {base.x - side.x, base.y - side.y}}, Ink::Dark, Ink::None);
    }

    void paintNode(std::size_t index)
    {
        const SequenceFigureNode& node = m_figure.nodes[index];
        const Box& box = m_places[index].box;
        m_drawing.rect(box, Ink::White, Ink::Black, node.isStrong ? 1.6 : 0.6);
        // Where its time is, if the box had to move.
        if (m_places[index].at > box.right || m_places[index].at < box.left)
            m_drawing.line({m_places[index].at, kTop - 6}, {m_places[index].at, kTop - 2}, 1, Ink::Dark);
        const double inner = kNodeWidth - 8;
        m_drawing.text({box.left + 4, box.top + 8}, fitText(node.title, inner, kText + 0.3, true), kText + 0.3,
            TextAnchor::Start, true);
        const std::string counts = std::to_string(node.caseWindows) + "/" + std::to_string(m_figure.caseTotal) + " vs "
            + std::to_string(node.controlWindows) + "/" + std::to_string(m_figure.controlTotal);
        const double countsWidth = textWidth(counts, kText);
        m_drawing.text({box.right - 4, box.top + 16.5}, counts, kText, TextAnchor::End);
        m_drawing.text({box.left + 4, box.top + 16.5}, fitText(node.subtitle, inner - countsWidth - 4, kText), kText,
            TextAnchor::Start, false, Ink::Dark);
        const auto bar = [&](double top, int part, int whole, Ink ink) {
            m_drawing.rect({box.left + 4, top, box.right - 4, top + 2.6}, Ink::Light, Ink::None);
            if (whole > 0 && part > 0)
                m_drawing.rect({box.left + 4, top,
                                   box.left + 4 + inner * std::min(1.0, static_cast<double>(part) / whole), top + 2.6},
                    ink, Ink::None);
        };
        bar(box.top + 20, node.caseWindows, m_figure.caseTotal, Ink::Black);
        bar(box.top + 24.2, node.controlWindows, m_figure.controlTotal, Ink::Mid);
    }

    const SequenceFigure& m_figure;
    double m_failureX;
    double m_failureY = 0;
    std::vector<Placed> m_places;
    std::size_t m_rows = 0;
    Drawing m_drawing;
};

} // namespace

Drawing drawSequence(const SequenceFigure& figure, double width)
{
    return SequencePainter(figure, width).paint();
}

} // namespace antecedent
