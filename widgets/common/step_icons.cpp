// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/step_icons.h"

#include <QPainter>
#include <QPen>

namespace antecedent::widgets {

namespace {

void line(QPainterPath& path, qreal x1, qreal y1, qreal x2, qreal y2)
{
    path.moveTo(x1, y1);
    path.lineTo(x2, y2);
}

// Stacked discs: what was imported.
void sources(QPainterPath& path)
{
    path.addEllipse(QRectF(3, 2, 10, 4));
    path.moveTo(3, 4);
    path.lineTo(3, 12);
    path.arcTo(QRectF(3, 10, 10, 4), 180, 180);
    path.lineTo(13, 4);
    path.moveTo(3, 8);
    path.arcTo(QRectF(3, 6, 10, 4), 180, 180);
}

void failures(QPainterPath& path)
{
    path.moveTo(8, 2);
    path.lineTo(14, 8);
    path.lineTo(8, 14);
    path.lineTo(2, 8);
    path.closeSubpath();
    line(path, 8, 5.5, 8, 8.5);
    line(path, 8, 10.4, 8, 10.7);
}

void timeline(QPainterPath& path)
{
    line(path, 2, 4, 7, 4);
    line(path, 5, 8, 12, 8);
    line(path, 8, 12, 14, 12);
}

void facts(QPainterPath& path)
{
    path.moveTo(2, 13);
    path.lineTo(6, 5);
    path.lineTo(6, 13);
    path.lineTo(10, 4);
    path.lineTo(10, 13);
    path.lineTo(14, 6);
}

void sequences(QPainterPath& path)
{
    path.addEllipse(QRectF(1.5, 2, 4, 4));
    path.addEllipse(QRectF(1.5, 10, 4, 4));
    path.addEllipse(QRectF(10.5, 6, 4, 4));
    line(path, 5.5, 4.5, 10.5, 7.2);
    line(path, 5.5, 11.5, 10.5, 8.8);
}

// A forest plot.
void evidence(QPainterPath& path)
{
    line(path, 6, 2, 6, 14);
    line(path, 4, 5, 13, 5);
    path.addRect(QRectF(7.5, 4, 2, 2));
    line(path, 2, 11, 10, 11);
    path.addRect(QRectF(4.5, 10, 2, 2));
}

void impact(QPainterPath& path)
{
    path.addRect(QRectF(2, 6, 3.5, 4));
    line(path, 5.5, 8, 8, 8);
    path.moveTo(10.5, 3.5);
    path.lineTo(8, 3.5);
    path.lineTo(8, 12.5);
    path.lineTo(10.5, 12.5);
    path.addRect(QRectF(10.5, 2, 3.5, 3));
    path.addRect(QRectF(10.5, 11, 3.5, 3));
}

void conclusion(QPainterPath& path)
{
    path.addEllipse(QRectF(2, 2, 12, 12));
    path.moveTo(5, 8.2);
    path.lineTo(7.3, 10.5);
    path.lineTo(11, 5.8);
}

void report(QPainterPath& path)
{
    path.moveTo(4, 2);
    path.lineTo(10, 2);
    path.lineTo(12.5, 4.5);
    path.lineTo(12.5, 14);
    path.lineTo(4, 14);
    path.closeSubpath();
    line(path, 6, 7, 10.5, 7);
    line(path, 6, 10, 10.5, 10);
}

void audit(QPainterPath& path)
{
    for (const qreal y : {4.0, 8.0, 12.0}) {
        line(path, 6, y, 14, y);
        path.addEllipse(QPointF(3, y), 0.9, 0.9);
    }
}

} // namespace

QPainterPath stepPath(StepIcon icon)
{
    static constexpr void (*kDraw[])(QPainterPath&) = {
        sources, failures, timeline, facts, sequences, evidence, impact, conclusion, report, audit};
    QPainterPath path;
    kDraw[static_cast<std::size_t>(icon)](path);
    return path;
}

void paintStepIcon(QPainter& painter, StepIcon icon, const QPointF& centre, const QColor& ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre - QPointF(8, 8));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(stepPath(icon));
    painter.restore();
}

} // namespace antecedent::widgets
