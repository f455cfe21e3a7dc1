// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the first rows of a table say of each of its columns, as a historian export would have them: times, values,
// words of a digital state, milliseconds; and which rows behind the headings are headings, too. Threads: pure.

#include "importers/proposal/headings.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

struct DelimitedHead;

struct SignalFacts
{
    std::string name; // heading as in the source
    Heading heading;
    std::size_t filled = 0;
    std::size_t times = 0;
    std::size_t serials = 0; // times as a spreadsheet keeps them
    std::size_t clocks = 0; // times of day
    std::size_t numbers = 0;
    std::size_t errors = 0; // words in place of a value
    std::size_t words = 0; // short texts that are nothing of these: states
    std::size_t thousandths = 0; // whole numbers from 0 to 999
    std::set<std::string> states; // different ones of the words

    bool mostly(std::size_t count) const { return filled > 0 && count * 20 >= filled * 19; }
    bool isTimeNamed() const;
    bool isUtc() const; // by its heading
    bool isTime() const;
    bool isQuality() const;
    bool isMilliseconds() const;
    // Rather the name of a signal than of a field: with a number, a dot, a path, a unit.
    bool isTagLike() const;
    bool isAnalog() const { return mostly(numbers + errors); }
    // A tag whose values are words, few of them different, some beside numbers perhaps.
    bool isDigital() const;
};

std::vector<SignalFacts> signalFacts(const DelimitedHead& head, std::size_t firstRow);

// Rows behind the headings that hold no data.
struct HeadingRows
{
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::size_t count = 0;
    std::size_t units = kNone; // which of them holds units
    std::size_t descriptions = kNone; // or what the tags measure
};
HeadingRows findHeadingRows(const DelimitedHead& head);

} // namespace antecedent::importers
