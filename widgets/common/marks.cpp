// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/marks.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

#include <algorithm>
#include <cctype>

namespace antecedent::widgets {

namespace {

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(
        out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

// Priorities count from 1, the most urgent, or are words.
MarkKind alarmOf(std::string_view severity)
{
    const std::string s = lowered(severity);
    if (s == "1" || s.starts_with("crit") || s.starts_with("emerg") || s.starts_with("urgent"))
        return MarkKind::AlarmCritical;
    if (s == "2" || s.starts_with("high") || s.starts_with("warn"))
        return MarkKind::AlarmHigh;
    if (s == "4" || s == "5" || s.starts_with("low") || s.starts_with("info") || s.starts_with("adv"))
        return MarkKind::AlarmLow;
    return MarkKind::AlarmMedium;
}

MarkKind orderOf(const WorkOrder& order)
{
    const std::string type = lowered(order.type);
    if (type == "pm" || type.starts_with("prev"))
        return MarkKind::Preventive;
    if (type == "cm" || type.starts_with("corr") || type == "br" || type.starts_with("break"))
        return MarkKind::Corrective;
    return MarkKind::OtherMaintenance;
}

bool isFailed(const Calibration& calibration)
{
    const std::string as = lowered(calibration.asFoundResult.empty() ? calibration.result : calibration.asFoundResult);
    return as.find("fail") != std::string::npos || as.find("oot") != std::string::npos
        || as.find("out") != std::string::npos;
}

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

QPainterPath diamond(qreal r)
{
    return polygon({{0, -r}, {r, 0}, {0, r}, {-r, 0}});
}

QPainterPath triangle()
{
    return polygon({{0, -5}, {5.5, 4.5}, {-5.5, 4.5}});
}

QPainterPath drop()
{
    QPainterPath path(QPointF(0, -6));
    path.cubicTo(4.5, -0.5, 4.5, 5, 0, 5);
    path.cubicTo(-4.5, 5, -4.5, -0.5, 0, -6);
    return path;
}

QPainterPath shapeOf(MarkKind kind)
{
    QPainterPath path;
    switch (kind) {
    case MarkKind::Failure:
    case MarkKind::OtherFailure:
        return diamond(6);
    case MarkKind::Preventive:
    case MarkKind::Corrective:
    case MarkKind::OtherMaintenance:
        path.addRect(-4.5, -4.5, 9, 9);
        return path;
    case MarkKind::Calibration:
    case MarkKind::CalibrationFailed:
        path.addEllipse(QPointF(0, 0), 5, 5);
        return path;
    case MarkKind::Cleaning:
        return drop();
    case MarkKind::Operator:
        path.addEllipse(QPointF(0, -2.5), 3, 3);
        return path;
    case MarkKind::AlarmCritical:
    case MarkKind::AlarmHigh:
    case MarkKind::AlarmMedium:
        return triangle();
    case MarkKind::AlarmLow:
        path.moveTo(-5, 3);
        path.lineTo(0, -3.5);
        path.lineTo(5, 3);
        return path;
    case MarkKind::State:
        path.addRect(-6, -3, 12, 6);
        return path;
    case MarkKind::Step:
        path.addRoundedRect(QRectF(-6, -4, 12, 8), 2, 2);
        return path;
    case MarkKind::Material:
        return polygon({{-5.5, 0}, {-2.8, -4.8}, {2.8, -4.8}, {5.5, 0}, {2.8, 4.8}, {-2.8, 4.8}});
    case MarkKind::Change:
        return polygon({{-4, -5.5}, {1, -5.5}, {4, -2.5}, {4, 5.5}, {-4, 5.5}});
    case MarkKind::Result:
        return diamond(5);
    case MarkKind::Event:
        path.addEllipse(QPointF(0, 0), 3.5, 3.5);
        return path;
    }
    return path;
}

bool isFilled(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Failure:
    case MarkKind::Corrective:
    case MarkKind::CalibrationFailed:
    case MarkKind::Operator:
    case MarkKind::AlarmCritical:
    case MarkKind::AlarmHigh:
    case MarkKind::State:
    case MarkKind::Step:
    case MarkKind::Event:
        return true;
    default:
        return false;
    }
}

// What distinguishes marks of the same outline.
void paintDetail(QPainter& painter, MarkKind kind, const QColor& ink, const QColor& paper)
{
    switch (kind) {
    case MarkKind::Corrective:
    case MarkKind::CalibrationFailed:
        painter.setPen(QPen(paper, 1.4));
        painter.drawLine(QPointF(-2.2, -2.2), QPointF(2.2, 2.2));
        painter.drawLine(QPointF(-2.2, 2.2), QPointF(2.2, -2.2));
        break;
    case MarkKind::Calibration:
        painter.setPen(QPen(ink, 1.2));
        painter.drawLine(QPointF(-7, 0), QPointF(7, 0));
        painter.drawLine(QPointF(0, -7), QPointF(0, 7));
        break;
    case MarkKind::Operator:
        painter.setPen(QPen(ink, 1.6));
        painter.drawLine(QPointF(0, 0), QPointF(0, 6));
        break;
    case MarkKind::AlarmCritical:
        painter.setPen(QPen(ink, 2));
        painter.drawLine(QPointF(-5.5, 6.5), QPointF(5.5, 6.5));
        break;
    default:
        break;
    }
}

} // namespace

MarkKind markOf(const Dataset& dataset, const UnifiedEvents& events, std::size_t i)
{
    const std::uint32_t item = events.item[i];
    switch (events.table[i]) {
    case TableId::Deviations:
        return MarkKind::OtherFailure;
    case TableId::WorkOrders:
        return orderOf(dataset.workOrders[item]);
    case TableId::Installations:
        return MarkKind::OtherMaintenance;
    case TableId::Calibrations:
        return isFailed(dataset.calibrations[item]) ? MarkKind::CalibrationFailed : MarkKind::Calibration;
    case TableId::Cleanings:
        return MarkKind::Cleaning;
    case TableId::BatchSteps:
        return MarkKind::Step;
    case TableId::Genealogy:
        return MarkKind::Material;
    case TableId::Changes:
        return MarkKind::Change;
    case TableId::Results:
        return MarkKind::Result;
    case TableId::Events: {
        const std::string category = lowered(categoryOf(dataset, events, i));
        if (category.starts_with("alarm") || category == "error")
            return alarmOf(severityOf(dataset, events, i));
        if (category.starts_with("operator"))
            return MarkKind::Operator;
        return category.starts_with("state") ? MarkKind::State : MarkKind::Event;
    }
    default:
        return MarkKind::Event;
    }
}

QString markName(MarkKind kind)
{
    static constexpr const char* kNames[] = {QT_TRANSLATE_NOOP("Marks", "Failure"),
        QT_TRANSLATE_NOOP("Marks", "Failure"), QT_TRANSLATE_NOOP("Marks", "Preventive work"),
        QT_TRANSLATE_NOOP("Marks", "Corrective work"), QT_TRANSLATE_NOOP("Marks", "Maintenance"),
        QT_TRANSLATE_NOOP("Marks", "Calibration"), QT_TRANSLATE_NOOP("Marks", "Calibration, out of tolerance"),
        QT_TRANSLATE_NOOP("Marks", "Cleaning"), QT_TRANSLATE_NOOP("Marks", "Operator"),
        QT_TRANSLATE_NOOP("Marks", "Alarm, critical"), QT_TRANSLATE_NOOP("Marks", "Alarm, high"),
        QT_TRANSLATE_NOOP("Marks", "Alarm"), QT_TRANSLATE_NOOP("Marks", "Alarm, low"),
        QT_TRANSLATE_NOOP("Marks", "State"), QT_TRANSLATE_NOOP("Marks", "Batch step"),
        QT_TRANSLATE_NOOP("Marks", "Material"), QT_TRANSLATE_NOOP("Marks", "Change"),
        QT_TRANSLATE_NOOP("Marks", "Test result"), QT_TRANSLATE_NOOP("Marks", "Event")};
    return QCoreApplication::translate("Marks", kNames[static_cast<std::size_t>(kind)]);
}

Paint markPaint(MarkKind kind)
{
    static constexpr Paint kPaintOf[] = {Paint::Failure, Paint::Failure, Paint::Preventive, Paint::Corrective,
        Paint::Corrective, Paint::Calibration, Paint::Calibration, Paint::Cleaning, Paint::Operator,
        Paint::AlarmCritical, Paint::AlarmHigh, Paint::AlarmMedium, Paint::AlarmLow, Paint::StateRunning,
        Paint::Control, Paint::Operator, Paint::Operator, Paint::Control, Paint::Control};
    return kPaintOf[static_cast<std::size_t>(kind)];
}

void paintMark(QPainter& painter, MarkKind kind, const QPointF& centre, Theme theme)
{
    const QColor ink = color(theme, markPaint(kind));
    const QColor paper = color(theme, Paint::View);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.setPen(QPen(ink, 1.4));
    if (kind == MarkKind::AlarmLow)
        painter.setBrush(Qt::NoBrush);
    else
        painter.setBrush(isFilled(kind) ? ink : paper);
    painter.drawPath(shapeOf(kind));
    paintDetail(painter, kind, ink, paper);
    painter.restore();
}

QIcon markIcon(MarkKind kind, Theme theme)
{
    constexpr int kSize = 16;
    QIcon icon;
    for (const int scale : {1, 2, 3}) {
        QPixmap picture(kSize * scale, kSize * scale);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.scale(scale, scale);
        paintMark(painter, kind, {kSize / 2.0, kSize / 2.0}, theme);
        painter.end();
        picture.setDevicePixelRatio(scale);
        icon.addPixmap(picture);
    }
    return icon;
}

} // namespace antecedent::widgets
