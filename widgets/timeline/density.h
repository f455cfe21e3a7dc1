// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Columns of one pixel, each of its own height and colour, as many as there are records: written to the pixels where
// the painter has some, drawn as rectangles elsewhere. Threads: where the painter lives.

#include "widgets/timeline/lane_painting.h"

namespace antecedent::widgets {

// The end of each pixel column of an axis: what is not after it stands in the column.
void columnEnds(const TimeAxis& axis, int columns, std::vector<std::int64_t>& ends);

// Columns of a strip: the more records the higher, coloured by the most urgent one.
void paintDensity(QPainter& painter, const LaneScene& scene, const Lane& lane, const QRect& rect);

struct Columns
{
    std::vector<std::int16_t> tops; // of the area, from its top; height of the area: nothing
    std::vector<std::int16_t> bottoms; // exclusive
    std::vector<QRgb> colours;
};
// Within the painter's clip, which must be a rectangle.
void paintColumns(QPainter& painter, const Columns& columns, const QRect& area);

} // namespace antecedent::widgets
