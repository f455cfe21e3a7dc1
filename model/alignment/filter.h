// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one filter language of lists, lanes, graph and command line (cli.md):
//   asset = "R-101" and category = alarm and text ~ "temp"
// Fields: asset, batch, category, code, class, severity, text, table, time, source, actor. Operators: = != ~ (contains,
// ASCII letters in either case) < <= > >= (numbers, times ISO 8601 with offset or Z; else by code points), in (a, b,
// ...); and, or, not, parentheses. `asset` matches the name and every alias. On deviations `class` and `category` are
// the classification. Errors: InvalidFilter, the 1-based column in `where`. Threads: immutable once parsed.

#include "model/alignment/unified_events.h"

#include <functional>
#include <memory>
#include <span>

namespace antecedent {

struct TagStretch
{
    TagIndex tag;
    Interval interval; // first sample that holds, to the next sample that does not, or the last one before a gap
    std::size_t samples = 0; // that hold
    // What is known of its beginning: a sample before it did not hold; or it holds where the data begin; or it held
    // before a gap without data as well.
    enum class Onset : std::uint8_t { Seen, DataBegin, AfterGap } onset = Onset::Seen;
    Duration sinceOther{}; // Seen: from the last sample that did not hold to the first that does
    bool isOver = false; // a sample that does not hold ends it; else a gap, or the end of the data
};

class Filter
{
public:
    static Result<Filter> parse(std::string_view text);
    static Result<Filter> parse(std::string_view text, const Dataset& dataset);
    Filter(Filter&&) noexcept;
    Filter& operator=(Filter&&) noexcept;
    ~Filter();

    // Reads the text of an event that is only in the store; may be empty.
    using TextReader = std::function<std::string(const RecordRef&)>;

    bool matches(
        const Dataset& dataset, const UnifiedEvents& events, std::size_t i, const TextReader& reader = {}) const;
    bool matches(const Dataset& dataset, const Deviation& deviation) const;
    // Positions of all events that match, ascending.
    std::vector<std::uint32_t> select(
        const Dataset& dataset, const UnifiedEvents& events, const TextReader& reader = {}) const;
    // The tag whose values the filter compares (the first one named); none for a filter on records only.
    TagIndex tag(const Dataset& dataset) const;
    // Stretches of the tag's samples in [interval) for which the filter holds. A gap beyond five scan intervals ends a
    // stretch; nothing is assumed within a gap. A stretch that has begun goes on until the value is back by more than
    // the hysteresis, in the tag's unit. InvalidFilter if it names no tag, a second one, or a field other than time and
    // asset: samples have no more.
    Result<std::vector<TagStretch>> stretches(
        const Dataset& dataset, SampleReader& reader, const Interval& interval, double hysteresis = 0) const;
    // Canonical form: equal filters print equally, and it parses back to the same.
    std::string toText() const;
    // The same with quotation marks only where they are needed.
    std::string toPlainText() const;

    struct Node;

private:
    explicit Filter(std::unique_ptr<Node> root);
    std::unique_ptr<Node> m_root;
};

// The words of the language, for whoever helps to write it.
std::span<const std::string_view> filterFields();

} // namespace antecedent
