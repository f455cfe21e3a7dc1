// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The shape of a historian export: one row per value (AVEVA Historian, its import form without headings, Insight, any
// list with learnt headings), one column per tag, or a time and a value column per tag (PI DataLink, compressed data);
// quality columns beside the tags; units in headings; rows of units or descriptions behind them. Found from the first
// rows. Columns of AVEVA and Citect: their documentation; of PI and the wide forms: what spreadsheets of them look
// like. Threads: pure.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace antecedent::importers {

struct DelimitedHead;
struct SignalFacts;

struct SignalColumns
{
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    enum class Shape : std::uint8_t { Narrow, Wide, Paired };

    struct Signal
    {
        std::size_t time = kNone;
        std::size_t clock = kNone; // time of day beside a date
        std::size_t milliseconds = kNone; // beside a time without them
        std::size_t value = kNone;
        std::size_t quality = kNone;
        std::string tag; // empty: named in each row
        std::string unit;
        std::string description;
        bool isAnalog = false; // its values are numbers, for the most part
        bool isDigital = false; // or words
    };

    Shape shape = Shape::Wide;
    int confidence = 0;
    std::vector<Signal> signals; // one for a narrow export
    // Columns of a narrow export.
    std::size_t tag = kNone;
    std::size_t zone = kNone; // names the zone of each row
    std::size_t unit = kNone;
    std::size_t description = kNone;
    std::size_t retrieval = kNone; // how the values were made: Cyclic, Delta, Interpolated, Average, …
    std::size_t interpolation = kNone; // StairStep or Linear
    std::size_t step = kNone; // whether the tag is one of steps
    std::set<std::string> analog; // tags of the first rows with more numbers than words
    bool isUtc = false; // the heading of the time says so
    bool isAvevaQuality = false; // 0 good, 1 bad, 16 and 133 doubtful
    bool isDisplay = false; // of Process Analyst, which exports what it draws
    std::size_t unitRows = 0; // rows behind the header that hold no data
    char decimalMark = '.';
};

// Nullopt if the table is none of these for sure.
std::optional<SignalColumns> findSignalColumns(const DelimitedHead& head);

// The shape with one row per value alone (signal_list.cpp).
std::optional<SignalColumns> findSignalList(const DelimitedHead& head, const std::vector<SignalFacts>& facts);

} // namespace antecedent::importers
