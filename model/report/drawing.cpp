// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/drawing.h"

#include <algorithm>

namespace antecedent {

const char* inkHex(Ink ink)
{
    switch (ink) {
    case Ink::None:
        return "";
    case Ink::Black:
        return "#000000";
    case Ink::Dark:
        return "#333333";
    case Ink::Mid:
        return "#A6A6A6";
    case Ink::Light:
        return "#D9D9D9";
    case Ink::White:
        return "#FFFFFF";
    }
    return "";
}

void Drawing::line(Point from, Point to, double lineWidth, Ink ink, Dash dash)
{
    polyline({from, to}, lineWidth, ink, dash);
}

void Drawing::polyline(std::vector<Point> points, double lineWidth, Ink ink, Dash dash)
{
    items.emplace_back(PathItem{std::move(points), false, ink, Ink::None, lineWidth, dash});
}

void Drawing::polygon(std::vector<Point> points, Ink fill, Ink stroke, double lineWidth)
{
    items.emplace_back(PathItem{std::move(points), true, stroke, fill, lineWidth, Dash::Solid});
}

void Drawing::rect(const Box& box, Ink fill, Ink stroke, double lineWidth, Dash dash)
{
    items.emplace_back(
        PathItem{{{box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}}, true,
            stroke, fill, lineWidth, dash});
}

void Drawing::circle(Point centre, double radius, Ink fill, Ink stroke, double lineWidth)
{
    items.emplace_back(CircleItem{centre, radius, stroke, fill, lineWidth});
}

void Drawing::text(Point at, std::string_view words, double size, TextAnchor anchor, bool strong, Ink ink)
{
    items.emplace_back(TextItem{at, std::string(words), size, strong, anchor, false, ink});
}

void Drawing::hatch(const Box& box, Hatch kind, double step, Ink ink, double lineWidth)
{
    if (kind == Hatch::None || box.right <= box.left || box.bottom <= box.top)
        return;
    if (kind == Hatch::Cross) {
        hatch(box, Hatch::Rising, step, ink, lineWidth);
        hatch(box, Hatch::Falling, step, ink, lineWidth);
        return;
    }
    // A falling line has x - y constant, a rising one x + y; clip each to the box.
    const double extent = box.bottom - box.top;
    const double first = box.left - extent + step / 2;
    for (double offset = first; offset < box.right; offset += step) {
        const double low = std::max(offset, box.left);
        const double high = std::min(offset + extent, box.right);
        if (high - low < 0.2)
            continue;
        if (kind == Hatch::Falling)
            line({low, box.top + (low - offset)}, {high, box.top + (high - offset)}, lineWidth, ink);
        else
            line({low, box.bottom - (low - offset)}, {high, box.bottom - (high - offset)}, lineWidth, ink);
    }
}

} // namespace antecedent
