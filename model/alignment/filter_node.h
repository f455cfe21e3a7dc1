// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parsed form of a filter, shared by its parser and its evaluation. Private to model/alignment.

#include "model/alignment/filter.h"

#include <array>

namespace antecedent {

enum class FilterField : std::uint8_t {
    Asset,
    Batch,
    Category,
    Code,
    Class,
    Severity,
    Text,
    Table,
    Time,
    Source,
    Actor,
    Tag, // a process value; only where the parser knows the tags of a dataset
};
inline constexpr std::array<std::string_view, 11> kFilterFields{
    "asset", "batch", "category", "code", "class", "severity", "text", "table", "time", "source", "actor"};

enum class FilterOp : std::uint8_t { Equal, NotEqual, Contains, Less, LessEqual, Greater, GreaterEqual, In };

struct Filter::Node
{
    enum class Kind : std::uint8_t { And, Or, Not, Compare };
    Kind kind = Kind::Compare;
    std::vector<std::unique_ptr<Node>> children; // And, Or: two or more; Not: one
    FilterField field = FilterField::Asset;
    FilterOp op = FilterOp::Equal;
    std::vector<std::string> values; // one, or the list of In
    std::vector<std::int64_t> times; // parallel to values for the field time
    std::string tag; // Tag: its name
    std::vector<double> numbers; // parallel to values for the field Tag
};

// Errors: InvalidFilter with `column N` in `where`.
// `tags` names the dataset whose tags are fields as well; may be null.
Result<std::unique_ptr<Filter::Node>> parseFilter(std::string_view text, const Dataset* tags);

} // namespace antecedent
