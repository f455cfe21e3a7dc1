// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands nearest outside the range of a lane that is empty in it, so that it is not read as "never": in words at
// both edges, which lead there. Threads: GUI.

#include "widgets/timeline/lanes.h"
#include "widgets/timeline/time_axis.h"

#include <QString>

#include <utility>
#include <vector>

namespace antecedent::widgets {

struct Neighbour
{
    std::uint32_t event = 0; // position in UnifiedEvents
    bool isBefore = false; // it stands at the left edge
    QString words; // `‹ PM, 7 d 3 h before t0`: to the failure if that is in sight, else to the edge
};

// At most one of each side; none for a lane of bands, or with a record in the range: but for work, calibration and
// cleaning whose records in the range all come after the failure, what stood before it.
std::vector<Neighbour> neighboursOf(
    const InvestigationData& data, const Lane& lane, const TimeAxis& axis, const Failure* failure);

// From where to where on the axis (px) they may stand: within its compressed ends.
std::pair<double, double> neighbourRoom(const TimeAxis& axis);

} // namespace antecedent::widgets
