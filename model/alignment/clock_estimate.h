// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How far the clocks of sources stand from that of the equipment, estimated from anchors: the same fact in two systems,
// such as the start of a batch step and the state RUNNING of its unit. For each pair of kinds of facts the differences
// of all neighbouring times are searched for one value that most of them share. Of the pair of kinds that tells it
// best, the median difference (its standard error 1.2533 * sigma / sqrt(n), sigma from the median absolute deviation or
// the width to which the times are rounded) and the drift by Theil and Sen (Sen 1968, J. Am. Stat. Assoc. 63:1379). No
// offset is too large. Nothing is applied here. Threads: pure.

#include "model/base/phrase.h"
#include "model/domain/dataset.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace antecedent {

// One pair of kinds of facts that name the same moments.
struct ClockAnchors
{
    std::string ofSource; // `batch_steps:unit_procedure:start`
    std::string ofReference; // `state:RUNNING:start`
    std::size_t found = 0; // anchors
    std::size_t possible = 0; // of the rarer kind
    double offsetS = 0; // source minus reference at the middle of the anchors
    double spreadS = 0; // 1.4826 * median absolute deviation
    double driftSPerDay = 0;
    bool agrees = false; // with the pair that the estimate is made of
};

enum class ClockFinding : std::uint8_t {
    Agrees, // no difference beyond twice the half of the interval
    Differs,
    Daylight, // one hour off in the summer half year, or the other way round: a zone is stated wrongly
    Regular, // off by whole quarters of an hour: a zone is stated wrongly, or it is no fact of the same moment
    TooFew, // fewer anchors than needed to say anything
};

struct ClockResidual
{
    std::int64_t us = 0; // time in the reference
    double s = 0; // source minus reference
};

struct ClockEstimate
{
    SourceIndex source;
    std::string category; // of events; empty: rows of other tables
    SourceIndex reference;
    std::string referenceCategory;
    ClockFinding finding = ClockFinding::TooFew;
    std::string ofSource; // the pair of kinds that it is made of
    std::string ofReference;
    std::size_t anchors = 0; // of that pair
    double offsetS = 0; // source minus reference at `since`
    double halfWidthS = 0; // of the 95 % interval of the offset
    double spreadS = 0;
    double driftSPerDay = 0; // 0: none that stands out
    Timestamp since{};
    std::vector<ClockAnchors> pairs; // most anchors first
    std::vector<ClockResidual> residuals; // the used ones, thinned to kShownResiduals, ascending
    Phrase words;
};

inline constexpr std::size_t kFewestAnchors = 8;
inline constexpr std::size_t kShownResiduals = 400;

// One per source (and category of its events) that has times to compare, in order of source and category; the reference
// itself is not among them. `dataset` must be as the sources state their times. Empty if no source tells states of
// equipment, or if stopped.
std::vector<ClockEstimate> estimateClocks(const Dataset& dataset, const std::stop_token& stop = {});

} // namespace antecedent
