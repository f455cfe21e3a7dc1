// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The moments of one kind of fact in one source, by unit, that clocks are compared by. Threads: pure.

#include "model/domain/dataset.h"

#include <string>
#include <vector>

namespace antecedent {

struct ClockStream
{
    SourceIndex source;
    std::string category; // of events, else empty
    std::string kind; // `work_orders:CAL:started`
    std::int64_t widthUs = 0; // to which most times are rounded
    std::size_t size = 0;
    std::vector<std::vector<std::int64_t>> times; // by number of the unit, ascending
};

// All kinds with at least `fewest` moments at assets, in order of source, category, kind. Clock readings only, no plan
// dates.
std::vector<ClockStream> clockStreams(const Dataset& dataset, std::size_t fewest);

} // namespace antecedent
