// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/figures/marks.h"

namespace antecedent {

namespace {

constexpr double kHalf = 3.5;

void diamond(Drawing& drawing, double x, double y, Ink fill)
{
    const double r = kHalf + 0.6;
    drawing.polygon({{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}, fill);
}

void triangle(Drawing& drawing, double x, double y, Ink fill)
{
    drawing.polygon({{x, y - kHalf}, {x + kHalf, y + kHalf - 0.6}, {x - kHalf, y + kHalf - 0.6}}, fill);
}

void square(Drawing& drawing, double x, double y, Ink fill)
{
    drawing.rect({x - kHalf + 0.4, y - kHalf + 0.4, x + kHalf - 0.4, y + kHalf - 0.4}, fill);
}

void cross(Drawing& drawing, double x, double y, double r, Ink ink)
{
    drawing.line({x - r, y - r}, {x + r, y + r}, 0.9, ink);
    drawing.line({x - r, y + r}, {x + r, y - r}, 0.9, ink);
}

void drop(Drawing& drawing, double x, double y)
{
    drawing.polygon({{x, y - 4}, {x + 1.8, y - 0.8}, {x + 2.7, y + 1.2}, {x + 1.9, y + 3}, {x, y + 3.8},
                        {x - 1.9, y + 3}, {x - 2.7, y + 1.2}, {x - 1.8, y - 0.8}},
        Ink::Mid);
}

} // namespace

int priorityOf(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Failure:
        return 100;
    case MarkKind::OtherFailure:
        return 90;
    case MarkKind::AlarmCritical:
    case MarkKind::CalibrationFailed:
        return 80;
    case MarkKind::Corrective:
        return 70;
    case MarkKind::AlarmHigh:
        return 60;
    case MarkKind::AlarmMedium:
    case MarkKind::Preventive:
    case MarkKind::Calibration:
        return 50;
    default:
        return 10;
    }
}

void drawMark(Drawing& drawing, MarkKind kind, double x, double y)
{
    switch (kind) {
    case MarkKind::Failure:
        return diamond(drawing, x, y, Ink::Black);
    case MarkKind::OtherFailure:
        return diamond(drawing, x, y, Ink::White);
    case MarkKind::AlarmCritical:
        triangle(drawing, x, y - 0.6, Ink::Black);
        return drawing.line({x - kHalf, y + kHalf}, {x + kHalf, y + kHalf}, 1);
    case MarkKind::AlarmHigh:
        return triangle(drawing, x, y, Ink::Black);
    case MarkKind::AlarmMedium:
        return triangle(drawing, x, y, Ink::White);
    case MarkKind::AlarmLow:
        return drawing.polyline({{x - 3, y + 2}, {x, y - 2}, {x + 3, y + 2}}, 1);
    case MarkKind::Preventive:
        return square(drawing, x, y, Ink::White);
    case MarkKind::Corrective:
        square(drawing, x, y, Ink::Black);
        return cross(drawing, x, y, 2, Ink::White);
    case MarkKind::Calibration:
        drawing.circle({x, y}, 3.2, Ink::White);
        drawing.line({x - 3.2, y}, {x + 3.2, y}, 0.6);
        return drawing.line({x, y - 3.2}, {x, y + 3.2}, 0.6);
    case MarkKind::CalibrationFailed:
        drawing.circle({x, y}, 3.4, Ink::Black);
        return cross(drawing, x, y, 1.8, Ink::White);
    case MarkKind::Cleaning:
        return drop(drawing, x, y);
    case MarkKind::Operator:
        drawing.line({x, y}, {x, y + 4}, 1);
        return drawing.circle({x, y - 1.4}, 2.2, Ink::Dark);
    case MarkKind::Material:
        return drawing.polygon(
            {{x - 3.4, y}, {x - 1.7, y - 3}, {x + 1.7, y - 3}, {x + 3.4, y}, {x + 1.7, y + 3}, {x - 1.7, y + 3}},
            Ink::White);
    case MarkKind::Change:
        drawing.polygon(
            {{x - 2.6, y - 3.4}, {x + 1, y - 3.4}, {x + 2.6, y - 1.8}, {x + 2.6, y + 3.4}, {x - 2.6, y + 3.4}},
            Ink::White);
        return drawing.line({x - 1.2, y}, {x + 1.2, y}, 0.6);
    case MarkKind::State:
        return drawing.line({x, y - 4}, {x, y + 4}, 1.4, Ink::Dark);
    case MarkKind::Other:
        return drawing.circle({x, y}, 1.8, Ink::Dark, Ink::Dark);
    }
}

} // namespace antecedent
