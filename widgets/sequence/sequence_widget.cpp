// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sequence/sequence_widget.h"

#include "widgets/common/site_time.h"
#include "widgets/common/text.h"
#include "widgets/sequence/sequence_painting.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

namespace {

constexpr double kReach = 6; // px around an edge that still hits it
constexpr int kPathDepth = 8;

QString spanOf(std::optional<double> seconds)
{
    return seconds ? spanText(Duration(static_cast<std::int64_t>(std::llround(*seconds * 1e6))), false) : unknownText();
}

QString orderText(EdgeOrder order)
{
    switch (order) {
    case EdgeOrder::Certain:
        return SequenceWidget::tr("certain");
    case EdgeOrder::Likely:
        return SequenceWidget::tr("likely");
    case EdgeOrder::Undetermined:
        return SequenceWidget::tr("undetermined");
    }
    return {};
}

} // namespace

SequenceWidget::SequenceWidget(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("sequenceGraph"));
    setAccessibleName(tr("Sequence graph"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void SequenceWidget::setPicture(std::optional<SequencePicture> picture, const QString& foot)
{
    // The same node stays chosen if it is still there.
    std::string kept;
    if (m_picture && m_choice.node >= 0)
        kept = m_picture->graph->nodes()[m_picture->layout.nodes[static_cast<std::size_t>(m_choice.node)].node].id;
    m_picture = std::move(picture);
    m_foot = foot;
    m_choice = {};
    if (m_picture && !kept.empty())
        for (std::size_t i = 0; i < m_picture->layout.nodes.size(); ++i)
            if (m_picture->graph->nodes()[m_picture->layout.nodes[i].node].id == kept)
                m_choice.node = static_cast<int>(i);
    light();
    updateGeometry();
    resize(sizeHint());
    update();
    Q_EMIT chosen();
}

void SequenceWidget::setEmptyText(const QString& text)
{
    m_emptyText = text;
    update();
}

QSize SequenceWidget::sizeHint() const
{
    static const SequenceChoice none;
    static const SequenceLit all;
    return m_picture ? SequencePainting(*m_picture, none, all, Theme::Light).size().toSize() : QSize(400, 200);
}

void SequenceWidget::choose(const SequenceChoice& choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    light();
    update();
    Q_EMIT chosen();
}

// Chains that lead to the chosen node in at least as many failures as a path of the graph needs.
void SequenceWidget::light()
{
    m_lit = {};
    if (!m_picture || m_choice.node < 0)
        return;
    const auto& layout = m_picture->layout;
    const std::uint32_t wanted = layout.nodes[static_cast<std::size_t>(m_choice.node)].node;
    const SequenceGraph& graph = *m_picture->graph;
    std::set<std::pair<std::uint32_t, std::uint32_t>> steps; // nodes of the graph
    const int support = std::max(std::min(2, graph.caseWindows()), graph.caseWindows() / 4);
    for (const SequencePath& path : graph.paths(support, kPathDepth).paths) {
        std::vector<std::uint32_t> nodes = path.nodes;
        nodes.push_back(static_cast<std::uint32_t>(graph.nodes().size() - 1));
        const auto end = std::find(nodes.begin(), nodes.end(), wanted);
        if (end == nodes.end())
            continue;
        for (auto step = nodes.begin(); step != end; ++step)
            steps.emplace(*step, *(step + 1));
    }
    m_lit.nodes.insert(m_choice.node);
    for (std::size_t e = 0; e < layout.edges.size(); ++e) {
        const PlacedEdge& placed = layout.edges[e];
        const SequenceEdge& edge = graph.edges()[placed.edge];
        if (!steps.contains({edge.from, edge.to}) && edge.to != wanted)
            continue;
        m_lit.edges.insert(static_cast<int>(e));
        m_lit.nodes.insert(static_cast<int>(placed.from));
        m_lit.nodes.insert(static_cast<int>(placed.to));
    }
    m_lit.nodes.insert(static_cast<int>(layout.nodes.size()) - 1);
}

void SequenceWidget::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme theme = themeOf(palette());
    painter.fillRect(rect(), color(theme, Paint::View));
    if (!m_picture) {
        painter.setPen(color(theme, Paint::TextSecondary));
        painter.drawText(
            rect().adjusted(24, 24, -24, -24), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
        return;
    }
    paintSequences(painter, *m_picture, m_choice, m_lit, m_foot, theme);
    paintBrush(painter, m_picture->layout, m_brush, theme);
}

SequenceChoice SequenceWidget::at(const QPointF& place) const
{
    if (!m_picture)
        return {};
    const SequencePainting painting(*m_picture, m_choice, m_lit, Theme::Light);
    for (int n = static_cast<int>(m_picture->layout.nodes.size()) - 1; n >= 0; --n)
        if (painting.nodeBox(n).contains(place))
            return {n, -1};
    QPainterPathStroker stroker;
    stroker.setWidth(2 * kReach);
    const int edges = static_cast<int>(m_picture->layout.edges.size());
    for (int e = edges - 1; e >= 0; --e)
        if (painting.labelBox(e).contains(place))
            return {-1, e};
    for (int e = edges - 1; e >= 0; --e)
        if (stroker.createStroke(painting.edgePath(e)).contains(place))
            return {-1, e};
    return {};
}

// The nearest node in the direction of an arrow key; without a choice the failure.
int SequenceWidget::nextNode(int key) const
{
    const auto& nodes = m_picture->layout.nodes;
    if (m_choice.node < 0)
        return static_cast<int>(nodes.size()) - 1;
    const PlacedNode& now = nodes[static_cast<std::size_t>(m_choice.node)];
    int best = m_choice.node;
    double nearest = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const double dx = nodes[i].x - now.x;
        const double dy = nodes[i].y - now.y;
        const double along = key == Qt::Key_Left ? -dx : key == Qt::Key_Right ? dx : key == Qt::Key_Up ? -dy : dy;
        const double across = key == Qt::Key_Left || key == Qt::Key_Right ? dy : dx;
        const double distance = along + 3 * std::abs(across);
        if (along <= 0 || (best != m_choice.node && distance >= nearest))
            continue;
        best = static_cast<int>(i);
        nearest = distance;
    }
    return best;
}

// An edge of the chosen node; from an edge on to the next one of all, round and round.
SequenceChoice SequenceWidget::nextEdge() const
{
    const auto& edges = m_picture->layout.edges;
    const int count = static_cast<int>(edges.size());
    for (int step = 1; step <= count; ++step) {
        const int edge = (m_choice.edge + step) % count;
        const PlacedEdge& placed = edges[static_cast<std::size_t>(edge)];
        const int node = m_choice.node;
        if (node < 0 || static_cast<int>(placed.from) == node || static_cast<int>(placed.to) == node)
            return {-1, edge};
    }
    return m_choice;
}

void SequenceWidget::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (!m_picture)
        return QWidget::keyPressEvent(event);
    const bool isAcross = key == Qt::Key_Left || key == Qt::Key_Right;
    if (isAcross && event->modifiers().testFlag(Qt::ShiftModifier))
        stepBrush(key == Qt::Key_Right ? 1 : -1, event->modifiers().testFlag(Qt::ControlModifier));
    else if (isAcross || key == Qt::Key_Up || key == Qt::Key_Down)
        choose({nextNode(key), -1});
    else if (key == Qt::Key_E)
        choose(nextEdge());
    else if (key == Qt::Key_Escape)
        choose({});
    else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_choice.isNone())
        Q_EMIT opened();
    else
        QWidget::keyPressEvent(event);
}

QString SequenceWidget::tipOf(const SequenceChoice& choice) const
{
    const SequenceGraph& graph = *m_picture->graph;
    if (choice.node >= 0) {
        const SequenceNode& node = graph.nodes()[m_picture->layout.nodes[static_cast<std::size_t>(choice.node)].node];
        if (node.isFailure)
            return {};
        return tr("%1\nbefore %2 of %3 failures, in %4 of %5 controls\nlast onset %6 before the failure (median)")
            .arg(toQString(node.label))
            .arg(node.caseWindows)
            .arg(node.caseCovered)
            .arg(node.controlWindows)
            .arg(node.controlCovered)
            .arg(spanOf(node.medianOffsetS ? std::optional(-*node.medianOffsetS) : std::nullopt));
    }
    if (choice.edge < 0)
        return {};
    const SequenceEdge& edge = graph.edges()[m_picture->layout.edges[static_cast<std::size_t>(choice.edge)].edge];
    return tr("%1 → %2\nin %3 of %4 failures, %5 of %6 controls\ngap %7 (median; quartiles %8 to %9)\norder %10")
        .arg(toQString(graph.nodes()[edge.from].label), toQString(graph.nodes()[edge.to].label))
        .arg(edge.caseWindows)
        .arg(graph.caseWindows())
        .arg(edge.controlWindows)
        .arg(graph.controlWindows())
        .arg(spanOf(edge.medianGapS), spanOf(edge.lowerQuartileGapS), spanOf(edge.upperQuartileGapS),
            orderText(edge.order));
}

bool SequenceWidget::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip || !m_picture)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString tip = tipOf(at(help->pos()));
    tip.isEmpty() ? QToolTip::hideText() : QToolTip::showText(help->globalPos(), tip, this);
    return true;
}

} // namespace antecedent::widgets
