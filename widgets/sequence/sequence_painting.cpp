// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sequence/sequence_painting.h"

#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace antecedent::widgets {

using namespace sequence;

namespace {

constexpr double kDim = 0.35;
constexpr double kNarrowNode = 166;
constexpr double kWideNode = 250;
constexpr double kArrow = 7;

double share(int part, int whole)
{
    return whole > 0 ? std::min(1.0, static_cast<double>(part) / whole) : 0;
}

QFont sized(const QPainter& painter, int pixels, bool isStrong = false)
{
    QFont font = painter.font();
    font.setPixelSize(pixels);
    font.setWeight(isStrong ? QFont::DemiBold : QFont::Normal);
    return font;
}

QString ofShare(int part, int whole)
{
    return QStringLiteral("%1/%2").arg(part).arg(whole);
}

Qt::PenStyle styleOf(EdgeOrder order)
{
    return order == EdgeOrder::Certain ? Qt::SolidLine : Qt::CustomDashLine;
}

QList<qreal> dashOf(EdgeOrder order, double width)
{
    return order == EdgeOrder::Likely ? QList<qreal>{9 / width, 4 / width} : QList<qreal>{2 / width, 4 / width};
}

// A hair line to the failure with three dots in its middle: others stand between.
void paintFolded(QPainter& painter, const QPointF& begin, double middle, double end, Theme theme)
{
    constexpr double kDot = 1.3;
    constexpr double kStep = 6;
    painter.setPen(QPen(color(theme, Paint::Control), 1));
    painter.drawLine(begin, QPointF(middle - 2 * kStep, begin.y()));
    painter.drawLine(QPointF(middle + 2 * kStep, begin.y()), QPointF(end, begin.y()));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(theme, Paint::Control));
    for (const int dot : {-1, 0, 1})
        painter.drawEllipse(QPointF(middle + dot * kStep, begin.y()), kDot, kDot);
}

} // namespace

QString shortName(const SequenceNode& node)
{
    const QString label = toQString(node.label);
    const qsizetype colon = label.indexOf(QLatin1Char(':'));
    return colon > 0 && colon + 1 < label.size() ? label.mid(colon + 1) : label;
}

double sequenceNodeWidth(const SequenceGraph& graph, int minCases)
{
    QFont font;
    font.setPixelSize(12);
    font.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    double widest = 0;
    for (const SequenceNode& node : graph.nodes())
        if (!node.isFailure && node.caseWindows >= minCases)
            widest = std::max(widest, metrics.horizontalAdvance(shortName(node)));
    return std::clamp(widest + 36, kNarrowNode, kWideNode);
}

bool isClearlyMore(const SequenceNode& node)
{
    const double cases = share(node.caseWindows, node.caseCovered);
    return cases >= 0.5 && cases >= 2 * share(node.controlWindows, node.controlCovered);
}

SequencePainting::SequencePainting(
    const SequencePicture& picture, const SequenceChoice& choice, const SequenceLit& lit, Theme theme)
    : m_picture(picture)
    , m_choice(choice)
    , m_lit(lit)
    , m_theme(theme)
{
    placeLabels();
}

const SequenceNode& SequencePainting::nodeOf(int node) const
{
    return m_picture.graph->nodes()[m_picture.layout.nodes[static_cast<std::size_t>(node)].node];
}

const SequenceEdge& SequencePainting::edgeOf(int edge) const
{
    return m_picture.graph->edges()[m_picture.layout.edges[static_cast<std::size_t>(edge)].edge];
}

QSizeF SequencePainting::size() const
{
    return {m_picture.layout.width, kAxis + m_picture.layout.height + kFoot + kLegend};
}

QRectF SequencePainting::nodeBox(int node) const
{
    const PlacedNode& placed = m_picture.layout.nodes[static_cast<std::size_t>(node)];
    const QPointF centre(placed.x, kAxis + placed.y);
    const QSizeF extent = nodeOf(node).isFailure ? QSizeF(22, 22) : QSizeF(m_picture.nodeWidth, kNodeHeight);
    return {centre.x() - extent.width() / 2, centre.y() - extent.height() / 2, extent.width(), extent.height()};
}

// From the right side to the left one where there is room between them; else around the right, or from below to above
// between neighbours. The failure is its whole line, so an arrow may enter it at the height where it starts.
QPainterPath SequencePainting::edgePath(int edge) const
{
    const PlacedEdge& placed = m_picture.layout.edges[static_cast<std::size_t>(edge)];
    const QRectF from = nodeBox(static_cast<int>(placed.from));
    const QRectF to = nodeBox(static_cast<int>(placed.to));
    const QPointF right(from.right(), from.center().y());
    QPainterPath path(right);
    const bool isToFailure = nodeOf(static_cast<int>(placed.to)).isFailure;
    if (isToFailure && isFree(right, to.center().x())) {
        path.lineTo(to.center().x(), right.y());
        return path;
    }
    if (right.x() + 12 <= to.left() || isToFailure) {
        const QPointF end(to.left(), to.center().y());
        const double reach = std::max(16.0, (end.x() - right.x()) / 2);
        path.cubicTo(right + QPointF(reach, 0), end - QPointF(reach, 0), end);
        return path;
    }
    const double room = failureLine() - std::max(right.x(), to.right()) - 8;
    if (std::abs(to.center().y() - right.y()) > m_picture.rowHeight * 1.5 && room > 12) {
        const QPointF end(to.right(), to.center().y());
        const double reach = std::min(30 + std::abs(end.x() - right.x()), std::min(room, 90.0) * 4 / 3);
        path.cubicTo(right + QPointF(reach, 0), end + QPointF(reach, 0), end);
        return path;
    }
    const bool isDown = to.center().y() > right.y();
    const QPointF begin(from.center().x(), isDown ? from.bottom() : from.top());
    const QPointF end(to.center().x(), isDown ? to.top() : to.bottom());
    const double reach = std::max(14.0, std::abs(end.y() - begin.y()) / 2) * (isDown ? 1 : -1);
    path = QPainterPath(begin);
    path.cubicTo(begin + QPointF(0, reach), end - QPointF(0, reach), end);
    return path;
}

double SequencePainting::failureLine() const
{
    return m_picture.layout.nodes.back().x;
}

// Whether no box stands right of a place up to x.
bool SequencePainting::isFree(const QPointF& from, double x) const
{
    for (int n = 0; n + 1 < static_cast<int>(m_picture.layout.nodes.size()); ++n)
        if (nodeBox(n).adjusted(1, 0, 0, 0).intersects(QRectF(from.x() + 1, from.y() - 1, x - from.x() - 1, 2)))
            return false;
    return true;
}

// On its line where it covers neither a node nor another label, orders of most failures first; else left out: the
// tooltip and the list beside the graph say it.
void SequencePainting::placeLabels()
{
    constexpr double kHeight = 17;
    constexpr double kPadding = 10;
    QFont font;
    font.setPixelSize(11);
    const QFontMetricsF metrics(font);
    std::vector<QRectF> taken;
    taken.reserve(m_picture.layout.nodes.size() + m_picture.layout.edges.size());
    for (int n = 0; n < static_cast<int>(m_picture.layout.nodes.size()); ++n)
        taken.push_back(nodeBox(n).adjusted(-1, -1, 1, 1));
    m_labels.resize(m_picture.layout.edges.size());
    if (!m_picture.isCompared)
        return; // one window: every order stands in it once
    std::vector<int> order(m_labels.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(
        order.begin(), order.end(), [&](int a, int b) { return edgeOf(a).caseWindows > edgeOf(b).caseWindows; });
    for (const int e : order) {
        const QPainterPath path = edgePath(e);
        const QSizeF label(metrics.horizontalAdvance(labelText(e)) + kPadding, kHeight);
        for (const double at : {0.5, 0.4, 0.6, 0.3, 0.7}) {
            const QRectF box(path.pointAtPercent(at) - QPointF(label.width() / 2, label.height() / 2), label);
            if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& other) { return other.intersects(box); }))
                continue;
            taken.push_back(box);
            m_labels[static_cast<std::size_t>(e)] = box;
            break;
        }
    }
}

void SequencePainting::paint(QPainter& painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxis(painter);
    const int edges = static_cast<int>(m_picture.layout.edges.size());
    const int nodes = static_cast<int>(m_picture.layout.nodes.size());
    for (int e = 0; e < edges; ++e)
        paintEdge(painter, e);
    paintOpenEnds(painter);
    for (int n = 0; n < nodes; ++n)
        nodeOf(n).isFailure ? paintFailure(painter, n) : paintNode(painter, n);
    for (int e = 0; e < edges; ++e)
        paintLabel(painter, e);
    painter.setOpacity(1);
}

void SequencePainting::paintAxis(QPainter& painter) const
{
    painter.setPen(color(m_theme, Paint::TextSecondary));
    painter.setFont(sized(painter, 11));
    const double bottom = kAxis + m_picture.layout.height;
    for (const CompressedScale::Tick& tick : m_picture.layout.ticks) {
        const bool isEnd = tick.offsetS == 0;
        painter.setPen(color(m_theme, Paint::Grid));
        if (!isEnd)
            painter.drawLine(QPointF(tick.position, kAxis), QPointF(tick.position, bottom));
        painter.setPen(color(m_theme, Paint::LineStrong));
        painter.drawLine(QPointF(tick.position, kAxis - 4), QPointF(tick.position, kAxis));
        painter.setPen(color(m_theme, isEnd ? Paint::Text : Paint::TextSecondary));
        painter.drawText(
            QRectF(tick.position - 40, kAxis - 22, 80, 16), Qt::AlignHCenter | Qt::AlignBottom, toQString(tick.label));
    }
    painter.setPen(color(m_theme, Paint::LineStrong));
    painter.drawLine(QPointF(0, kAxis), QPointF(m_picture.layout.width, kAxis));
    painter.setPen(color(m_theme, Paint::TextSecondary));
    painter.drawText(QRectF(14, 4, m_picture.layout.width - 28, 16), Qt::AlignLeft | Qt::AlignVCenter,
        m_picture.isCompared ? QCoreApplication::translate(
            "SequenceWidget", "Time to failure, compressed scale: a box ends at the median of its last onsets")
                             : QCoreApplication::translate(
                                 "SequenceWidget", "Time to failure, compressed scale: a box ends at its onset"));
}

void SequencePainting::paintEdge(QPainter& painter, int edge) const
{
    const SequenceEdge& counts = edgeOf(edge);
    const double ofCases = share(counts.caseWindows, m_picture.graph->caseWindows());
    const double ofControls = share(counts.controlWindows, m_picture.graph->controlWindows());
    const bool isMore = m_picture.isCompared && ofCases >= 2 * ofControls && counts.caseWindows > 0;
    const QColor ink = color(m_theme, isMore ? Paint::Failure : Paint::Control);
    const double width = 1.2 + 2.4 * ofCases;
    const QPainterPath path = edgePath(edge);
    painter.setBrush(Qt::NoBrush);
    if (m_choice.edge == edge) {
        painter.setOpacity(1);
        painter.setPen(QPen(color(m_theme, Paint::Selection), 11, Qt::SolidLine, Qt::RoundCap));
        painter.drawPath(path);
    }
    painter.setOpacity(m_lit.isAll() || m_lit.edges.contains(edge) || m_choice.edge == edge ? 1 : kDim);
    QPen pen(ink, width, styleOf(counts.order), Qt::FlatCap);
    if (counts.order != EdgeOrder::Certain)
        pen.setDashPattern(dashOf(counts.order, width));
    painter.setPen(pen);
    painter.drawPath(path);
    const QPointF tip = path.pointAtPercent(1);
    const double length = std::max(1.0, path.length());
    const QPointF before = path.pointAtPercent(std::max(0.0, 1 - kArrow / length));
    const double angle = std::atan2(tip.y() - before.y(), tip.x() - before.x());
    const QPointF along(std::cos(angle) * kArrow, std::sin(angle) * kArrow);
    const QPointF across(-std::sin(angle) * kArrow * 0.45, std::cos(angle) * kArrow * 0.45);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF{tip, tip - along + across, tip - along - across});
}

void SequencePainting::paintLabel(QPainter& painter, int edge) const
{
    const QRectF box = labelBox(edge);
    if (box.isEmpty())
        return;
    painter.setOpacity(m_lit.isAll() || m_lit.edges.contains(edge) || m_choice.edge == edge ? 1 : kDim);
    painter.setPen(color(m_theme, m_choice.edge == edge ? Paint::Accent : Paint::Line));
    painter.setBrush(color(m_theme, Paint::View));
    painter.drawRoundedRect(box, 2, 2);
    painter.setFont(sized(painter, 11));
    painter.setPen(color(m_theme, Paint::Text));
    painter.drawText(box, Qt::AlignCenter, labelText(edge));
}

QString SequencePainting::labelText(int edge) const
{
    const SequenceEdge& counts = edgeOf(edge);
    const QString words = ofShare(counts.caseWindows, m_picture.graph->caseWindows());
    if (m_picture.graph->controlWindows() == 0)
        return words;
    return QCoreApplication::translate("SequenceWidget", "%1 vs %2")
        .arg(words, ofShare(counts.controlWindows, m_picture.graph->controlWindows()));
}

// A class that nothing drawn follows: what stands between it and the failure is folded.
void SequencePainting::paintOpenEnds(QPainter& painter) const
{
    const auto& edges = m_picture.layout.edges;
    for (int n = 0; n + 1 < static_cast<int>(m_picture.layout.nodes.size()); ++n) {
        const bool isFollowed = std::any_of(edges.begin(), edges.end(),
            [&](const PlacedEdge& edge) { return static_cast<int>(edge.from) == n && edge.from != edge.to; });
        const QRectF box = nodeBox(n);
        const QPointF begin(box.right(), box.center().y());
        if (isFollowed || !isFree(begin, failureLine()))
            continue;
        const double middle = (begin.x() + failureLine()) / 2;
        painter.setOpacity(m_lit.isAll() || m_lit.nodes.contains(n) ? 1 : kDim);
        paintFolded(painter, begin, middle, failureLine(), m_theme);
    }
    painter.setOpacity(1);
}

void SequencePainting::paintFailure(QPainter& painter, int node) const
{
    const QPointF centre = nodeBox(node).center();
    painter.setOpacity(1);
    painter.setPen(QPen(color(m_theme, Paint::Failure), 2));
    painter.drawLine(QPointF(centre.x(), kAxis - 4), QPointF(centre.x(), kAxis + m_picture.layout.height));
    if (m_choice.node == node) {
        painter.setPen(QPen(color(m_theme, Paint::Accent), 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, 13, 13);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(m_theme, Paint::Failure));
    painter.drawPolygon(
        QPolygonF{centre + QPointF(0, -9), centre + QPointF(9, 0), centre + QPointF(0, 9), centre + QPointF(-9, 0)});
    painter.setFont(sized(painter, 12, true));
    painter.setPen(color(m_theme, Paint::Failure));
    const QRectF room(centre.x() + 13, centre.y() - 16, m_picture.layout.width - centre.x() - 14, 16);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, QCoreApplication::translate("SequenceWidget", "Failure"));
    painter.setFont(sized(painter, 11));
    painter.setPen(color(m_theme, Paint::TextSecondary));
    painter.drawText(room.translated(0, 16), Qt::AlignLeft | Qt::AlignVCenter,
        m_picture.graph->caseWindows() == 1
            ? QCoreApplication::translate("SequenceWidget", "1 failure")
            : QCoreApplication::translate("SequenceWidget", "%1 failures").arg(m_picture.graph->caseWindows()));
}

void SequencePainting::paintNode(QPainter& painter, int node) const
{
    const SequenceNode& counts = nodeOf(node);
    const QRectF box = nodeBox(node);
    const bool isMore = m_picture.isCompared && isClearlyMore(counts);
    painter.setOpacity(m_lit.isAll() || m_lit.nodes.contains(node) ? 1 : kDim);
    painter.setPen(QPen(color(m_theme, isMore ? Paint::Failure : Paint::Control), isMore ? 2 : 1));
    painter.setBrush(color(m_theme, isMore ? Paint::FailureWash : Paint::View));
    painter.drawRoundedRect(box, 3, 3);
    if (m_choice.node == node) {
        painter.setPen(QPen(color(m_theme, Paint::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 4, 4);
    }
    paintMark(painter, m_picture.marks[static_cast<std::size_t>(node)], box.topLeft() + QPointF(14, 13), m_theme);
    painter.setFont(sized(painter, 12, true));
    painter.setPen(color(m_theme, Paint::Text));
    const QString name = shortName(counts);
    const QRectF title(box.left() + 26, box.top() + 4, box.width() - 30, 18);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(painter.font()).elidedText(name, Qt::ElideRight, title.width()));
    painter.setFont(sized(painter, 11));
    QString words = m_picture.isCompared
        ? ofShare(counts.caseWindows, counts.caseCovered)
        : spanText(Duration(std::llround(counts.medianOffsetS.value_or(0) * 1e6)), true);
    if (m_picture.isCompared && counts.controlCovered > 0)
        words = QCoreApplication::translate("SequenceWidget", "%1 vs %2")
                    .arg(words, ofShare(counts.controlWindows, counts.controlCovered));
    const QRectF second(box.left() + 8, box.top() + 21, box.width() - 16, 14);
    painter.drawText(second, Qt::AlignRight | Qt::AlignVCenter, words);
    const double left = second.width() - QFontMetricsF(painter.font()).horizontalAdvance(words) - 8;
    painter.setPen(color(m_theme, Paint::TextSecondary));
    painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(painter.font())
            .elidedText(counts.asset.empty() ? markName(m_picture.marks[static_cast<std::size_t>(node)])
                                             : toQString(counts.asset),
                Qt::ElideRight, left));
    if (!m_picture.isCompared)
        return;
    painter.setPen(Qt::NoPen);
    const double half = (box.width() - 20) / 2;
    painter.setBrush(color(m_theme, Paint::Failure));
    painter.drawRect(
        QRectF(box.left() + 8, box.bottom() - 8, half * share(counts.caseWindows, counts.caseCovered), 3.5));
    painter.setBrush(color(m_theme, Paint::Control));
    painter.drawRect(QRectF(
        box.center().x() + 2, box.bottom() - 8, half * share(counts.controlWindows, counts.controlCovered), 3.5));
}

namespace {

// What colours, dashes and bars mean, on one line.
void paintLegend(QPainter& painter, bool isCompared, double top, double room, Theme theme)
{
    constexpr double kLine = 24;
    constexpr double kGap = 18;
    constexpr double kRow = 18;
    const auto say = [](const char* words) { return QCoreApplication::translate("SequenceWidget", words); };
    double x = 14;
    double y = top + kRow / 2;
    painter.setFont(sized(painter, 11));
    const auto begin = [&](double sign, const QString& words) {
        if (x + sign + QFontMetricsF(painter.font()).horizontalAdvance(words) > room - 14 && x > 14) {
            x = 14;
            y += kRow;
        }
    };
    const auto text = [&](const QString& words) {
        painter.setPen(color(theme, Paint::TextSecondary));
        const double wide = QFontMetricsF(painter.font()).horizontalAdvance(words);
        painter.drawText(QRectF(x, y - 8, wide + 2, 16), Qt::AlignLeft | Qt::AlignVCenter, words);
        x += wide + kGap;
    };
    const auto line = [&](Paint ink, double width, const QList<qreal>& dash, const QString& words) {
        QPen pen(color(theme, ink), width, dash.isEmpty() ? Qt::SolidLine : Qt::CustomDashLine, Qt::FlatCap);
        if (!dash.isEmpty())
            pen.setDashPattern(dash);
        begin(kLine + 6, words);
        painter.setPen(pen);
        painter.drawLine(QPointF(x, y), QPointF(x + kLine, y));
        x += kLine + 6;
        text(words);
    };
    if (isCompared) {
        line(Paint::Failure, 2.6, {}, say(QT_TRANSLATE_NOOP("SequenceWidget", "more in failures")));
        line(Paint::Control, 1.4, {}, say(QT_TRANSLATE_NOOP("SequenceWidget", "little difference")));
    }
    line(Paint::Control, 1.4, {}, say(QT_TRANSLATE_NOOP("SequenceWidget", "order certain")));
    line(Paint::Control, 1.4, dashOf(EdgeOrder::Likely, 1.4), say(QT_TRANSLATE_NOOP("SequenceWidget", "likely")));
    line(Paint::Control, 1.4, dashOf(EdgeOrder::Undetermined, 1.4),
        say(QT_TRANSLATE_NOOP("SequenceWidget", "undetermined")));
    const QString between = say(QT_TRANSLATE_NOOP("SequenceWidget", "others between, folded"));
    begin(kLine + 16, between);
    paintFolded(painter, {x, y}, x + 17, x + 34, theme);
    x += 40;
    text(between);
    if (!isCompared)
        return;
    const QString shares = say(QT_TRANSLATE_NOOP("SequenceWidget", "share of failures, of controls"));
    begin(34, shares);
    painter.fillRect(QRectF(x, y - 2, 16, 4), color(theme, Paint::Failure));
    painter.fillRect(QRectF(x + 18, y - 2, 10, 4), color(theme, Paint::Control));
    x += 34;
    text(shares);
}

} // namespace

void paintSequences(QPainter& painter, const SequencePicture& picture, const SequenceChoice& choice,
    const SequenceLit& lit, const QString& foot, Theme theme)
{
    const SequencePainting painting(picture, choice, lit, theme);
    painter.fillRect(QRectF(QPointF(0, 0), painting.size()), color(theme, Paint::View));
    painting.paint(painter);
    painter.setPen(color(theme, Paint::TextSecondary));
    painter.setFont(sized(painter, 11));
    painter.drawText(QRectF(14, painting.size().height() - kFoot - kLegend, painting.size().width() - 28, kFoot),
        Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, foot);
    paintLegend(painter, picture.isCompared, painting.size().height() - kLegend, painting.size().width(), theme);
}

void paintBrush(
    QPainter& painter, const SequenceLayout& layout, const std::optional<std::pair<double, double>>& brush, Theme theme)
{
    if (!brush)
        return;
    constexpr double kOutside = 0.55;
    constexpr double kBand = 0.35;
    const double left = xOfOffset(layout, brush->first);
    const double right = xOfOffset(layout, brush->second);
    const double end = layout.ticks.empty() ? right : layout.ticks.back().position;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setOpacity(kOutside);
    painter.fillRect(QRectF(0, kAxis + 1, left, layout.height), color(theme, Paint::View));
    painter.fillRect(
        QRectF(right, kAxis + 1, std::max(0.0, end - 2 - right), layout.height), color(theme, Paint::View));
    painter.setOpacity(kBand);
    painter.fillRect(QRectF(left, kAxis - 6, right - left, 6), color(theme, Paint::Accent));
    painter.setOpacity(1);
    for (const double x : {left, right})
        painter.fillRect(QRectF(x - 2, kAxis - 10, 4, 12), color(theme, Paint::Accent));
    painter.setPen(QPen(color(theme, Paint::Accent), 1, Qt::DashLine));
    for (const double x : {left, right})
        if (x < end - 2)
            painter.drawLine(QPointF(x, kAxis + 2), QPointF(x, kAxis + layout.height));
}

} // namespace antecedent::widgets
