// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The same points drawn with QCustomPlot, for the benchmark of the timeline only. Threads: GUI.

#include "model/domain/dataset.h"

#include <QSize>

namespace antecedent::benchpeer {

struct PeerTimes // medians, milliseconds per frame
{
    double lines = 0;
    double linesAndTicks = 0; // events as impulses, one graph per asset
};

PeerTimes drawWithPeer(const QSize& size, const std::vector<std::vector<Sample>>& lines,
    const std::vector<std::vector<std::int64_t>>& ticks);

} // namespace antecedent::benchpeer
