// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Failures that a person chooses by a predicate: events, or, where the filter names a tag, excursions of its values.
// An excursion is one failure, anchored at the first sample for which the filter holds; its uncertainty is the time
// since the last sample for which it did not. What is no failure is excluded with the reason: too short, or begun where
// nothing was recorded. Threads: pure but for the reader.

#include "model/alignment/align.h"

#include <string>

namespace antecedent {

class Filter;

// When an excursion is over, and which ones count.
struct ExcursionRule
{
    double hysteresis = 0; // goes on until the value is back by more than this, in the tag's unit
    Duration minimum{}; // shorter ones are excluded
    bool operator==(const ExcursionRule&) const = default;
};

struct SentinelRule
{
    std::string where; // filter
    int occurrence = 0; // n-th per asset, 1 is the first; 0: all
    ExcursionRule excursion;
    bool operator==(const SentinelRule&) const = default;
};
// `code = "DOOR_OPEN", occurrence 2`, `"TT-101" > "80", back by more than 2, at least 30s`.
std::string toText(const SentinelRule& rule);

// The rule with its filter in canonical form. Errors: InvalidFilter; InvalidArgument for an occurrence, hysteresis or
// duration below zero, and for the latter two where the filter names no tag.
Result<SentinelRule> canonical(const SentinelRule& rule, const Dataset& dataset);

// Errors: those of canonical() and of Filter::stretches(), and of the reader, which is needed if a tag is named.
Result<FailureSet> selectSentinels(
    const AlignmentContext& context, const SentinelRule& rule, const AnchorRule& anchor, SampleReader* samples);

// True if the failure is an excursion of process data: no record states it.
bool isExcursion(const Failure& failure);

} // namespace antecedent
