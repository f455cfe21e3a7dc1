// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One kind of fact of a source against one of the reference: the difference that most of their moments share. Threads:
// pure.

#include "model/alignment/clock_streams.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace antecedent {

struct ClockPair
{
    std::int64_t referenceUs = 0;
    std::int64_t differenceUs = 0; // source minus reference
};

struct ClockMatch
{
    std::string ofSource; // kinds
    std::string ofReference;
    std::vector<ClockPair> pairs; // that agree, ascending
    std::vector<ClockPair> hourOff; // that differ from those by one hour, all to the same side
    std::size_t possible = 0; // moments of the rarer kind at shared units
    double widthS = 0; // to which the times are rounded
    double offsetS = 0; // at sinceUs
    double halfWidthS = 0; // of the 95 % interval
    double spreadS = 0;
    double driftSPerDay = 0;
    std::int64_t sinceUs = 0; // middle of the pairs
};

// nullopt: no difference that most moments share.
std::optional<ClockMatch> matchClocks(
    const ClockStream& stream, const ClockStream& reference, const std::stop_token& stop);

} // namespace antecedent
