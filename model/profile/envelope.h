// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The golden profile of one signal in one bin, and how far a batch leaves it in one column. A bin of fewer than three
// good batches has no envelope and is not judged. The width of a column is the median distance of least and greatest
// over its bins, at least a twentieth of the range of the whole profile and a thousandth of its values, so that a
// signal that stands still makes no distance out of its last digit. Threads: pure.

#include "model/profile/batch_signal.h"

#include <cstdint>
#include <optional>

namespace antecedent {

struct ProfileBin
{
    double low = 0; // least of all good batches; NaN, like the rest: fewer than three
    double tenth = 0; // quantiles of the middle values
    double median = 0;
    double ninetieth = 0;
    double high = 0;
    std::uint32_t batches = 0; // good ones with data
    BatchBin own; // of the batch in question
};

// From the good batches' bins at one place.
ProfileBin profileBin(std::span<const BatchBin> good);

// How a batch stands to the profile in one column. All distances are in widths of the band.
struct ColumnDistance
{
    double width = 0; // of the band, in the unit of the signal
    std::size_t judged = 0; // bins with an envelope and a value
    double outside = 0; // share of them outside of least to greatest
    double largest = 0; // greatest distance outside; negative: below
    double mean = 0; // distance outside, over all judged bins: how far and how long
    double fromMedian = 0; // mean distance from the median, signed
    std::optional<double> firstOutside; // share of the column

    // What signals are ranked by: how far from the median on the whole, and once more what lies outside.
    double rank() const;
};

// The least width of a signal's band, from all of its bins.
double leastWidth(std::span<const ProfileBin> bins);
ColumnDistance distanceOf(std::span<const ProfileBin> column, double leastWidth);

} // namespace antecedent
