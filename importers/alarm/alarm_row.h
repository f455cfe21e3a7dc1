// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One row of an alarm journal in the terms of ISA-18.2, whichever system wrote it. Threads: plain values.

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace antecedent::importers {

struct AlarmRow
{
    static constexpr std::int64_t kUnknown = std::numeric_limits<std::int64_t>::min();

    // What the row says of the alarm: a state, of which either half may be unsaid. An event is no alarm (an operator's
    // action, a message) and belongs to no interval.
    std::optional<bool> isActive;
    std::optional<bool> isAcknowledged;
    bool isEvent = false;

    std::string alarm; // what rows of one alarm have in common, source and condition
    std::string instance; // what rows of one occurrence have in common, where the system says so; else empty
    std::string time; // as it is to be read further on: with its offset where it is known
    std::int64_t timeUs = kUnknown; // for order and distance; local time as if UTC where no offset is known
    std::string onset; // of the occurrence, where the row says it beside its own time
    std::string acknowledged;
    std::string end;

    std::string source;
    std::string code;
    std::string severity; // 1 (critical) to 4 (low); empty where the scale is not known
    std::string priority; // as the system writes it
    std::string text;
    std::string value;
    std::string limit;
    std::string unit;
    std::string area;
    std::string kind; // alarm class or type of event
    std::string batch;
    std::string by; // who acknowledged or acted
    std::vector<std::string> extras; // cells of columns without a meaning of their own
    std::uint64_t line = 0;
};

} // namespace antecedent::importers
