// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The shape of a historian export: one row per value (AVEVA Historian, Insight), one column per tag, or a time and a
// value column per tag (PI DataLink, compressed data); quality columns beside the tags; units in headings or in a row
// of their own. Found from the first rows. Columns of AVEVA: its documentation; of PI and the wide forms: what
// spreadsheets of them look like. Threads: pure.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace antecedent::importers {

struct DelimitedHead;

struct SignalColumns
{
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    enum class Shape : std::uint8_t { Narrow, Wide, Paired };

    struct Signal
    {
        std::size_t time = kNone;
        std::size_t clock = kNone; // time of day beside a date
        std::size_t value = kNone;
        std::size_t quality = kNone;
        std::string tag; // empty: named in each row
        std::string unit;
    };

    Shape shape = Shape::Wide;
    int confidence = 0;
    std::vector<Signal> signals; // one for a narrow export
    std::size_t tag = kNone; // column of a narrow export
    std::size_t zone = kNone; // column that names the zone of each row
    bool isUtc = false; // the heading of the time says so
    bool isAvevaQuality = false; // 0 good, 1 bad, 16 and 133 doubtful
    std::size_t unitRows = 0; // rows behind the header that hold units
    char decimalMark = '.';
};

// Nullopt if the table is none of these for sure.
std::optional<SignalColumns> findSignalColumns(const DelimitedHead& head);

} // namespace antecedent::importers
