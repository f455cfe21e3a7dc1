// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the first rows of a source say of each of its columns, apart from the heading. Threads: pure.

#include "importers/proposal/headings.h"
#include "importers/recognise.h"

#include <cstddef>
#include <string>
#include <vector>

namespace antecedent::importers {

struct ColumnFacts
{
    std::size_t index = 0; // in the source
    std::string reference; // as a profile names it
    Heading heading;
    std::size_t filled = 0; // cells with text; the counts below are of them
    std::size_t numbers = 0;
    std::size_t wholeFloats = 0; // numbers that end in `.0`
    std::size_t times = 0; // dates and times, and words for "no date"
    std::size_t dates = 0; // of them without a time of day
    std::size_t clocks = 0; // a time of day without a date
    std::size_t zones = 0; // names or offsets of time zones
    std::size_t epochSeconds = 0;
    std::size_t epochMilliseconds = 0;
    std::size_t distinct = 0;
    bool counts = false; // whole numbers that go up by one: the number of the row

    bool mostly(std::size_t count, double share = 0.5) const
    {
        return filled > 0 && static_cast<double>(count) >= share * static_cast<double>(filled);
    }
    // Every value again and again, rather than one of its own per row.
    bool repeats() const { return filled > 4 && distinct * 2 < filled; }
};

std::vector<ColumnFacts> columnFacts(const SourceHead& head);

} // namespace antecedent::importers
