// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One signal in one phase of one batch, brought to a fixed number of bins: least, middle and greatest value of each, so
// that no spike is lost, and the line to draw. Between two samples the signal is taken as straight unless they are more
// than five scan intervals apart or one of bad quality lies between: there is no value there. Threads: pure.

#include "model/domain/dataset.h"

#include <span>

namespace antecedent {

struct BatchBin
{
    double low = 0; // NaN, like the others: no data
    double middle = 0; // median of the samples, between samples the value in the middle
    double high = 0;
};

// A corner of a line; y NaN: the line breaks.
struct LinePoint
{
    double x = 0; // share of the column
    double y = 0;
    bool operator==(const LinePoint&) const = default;
};

// The usual distance of good samples, zero for fewer than two.
Duration scanOf(std::span<const Sample> samples);

inline constexpr int kScansOfAGap = 5;

// `samples` ascending, NaN where bad. The span is divided into `bins` equal parts; `known` is how much of it the phase
// fills: nothing is said of what lies behind its end. known.begin == span.begin. `isStep`: between two samples is the
// earlier value, and no point of a line.
std::vector<BatchBin> binSamples(std::span<const Sample> samples, Duration scan, const Interval& span,
    const Interval& known, std::size_t bins, bool isStep = false);

// `samples` minus what the others are at the same time.
std::vector<Sample> differenceOf(std::span<const Sample> samples, std::span<const Sample> others);

// At most about 4 * `slots` corners, twice as many of a signal of steps.
std::vector<LinePoint> lineOf(std::span<const Sample> samples, Duration scan, const Interval& span,
    const Interval& known, std::size_t slots, bool isStep = false);

} // namespace antecedent
