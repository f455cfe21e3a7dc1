// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The samples of one tag as columns of a picture: least, greatest, first and last value of each column, so that no
// spike is hidden however much is drawn. Samples of bad quality and without a value are gaps. Reads chunk by chunk;
// memory is bounded by the columns. Errors: Cancelled, those of the store. Threads: one case file per thread.

#include "model/store/case_file.h"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace antecedent {

struct SampleColumn
{
    Timestamp firstTime;
    Timestamp lastTime;
    double first = 0;
    double last = 0;
    double low = 0;
    double high = 0;
    std::uint64_t samples = 0; // with a value
};

struct SampleTrace
{
    Interval range;
    std::size_t asked = 0; // columns that the range was divided into
    std::vector<SampleColumn> columns; // those with a value, ascending by time; at most as many as asked for
    Duration scan{}; // usual distance of samples: the median over the chunks' medians; zero if there is none
    std::uint64_t samples = 0; // with a value, in the range
    std::optional<double> low;
    std::optional<double> high;

    // A distance of more than this between two samples is a gap.
    Duration longestStep() const { return scan * kScansOfAGap; }
    // Stretches of the range without data.
    std::vector<Interval> holes() const;

    static constexpr int kScansOfAGap = 5;
};

// `tag`: its name as stored. An unknown tag has an empty trace. `columns` >= 1.
Result<SampleTrace> readSampleTrace(const CaseFile& file, const CaseInfo& investigationCase, const std::string& tag,
    const Interval& range, std::size_t columns, const std::stop_token& stop = {});

} // namespace antecedent
