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
    // How the alarm was taken out of the operator's view (ISA-18.2: shelved, suppressed, out of service), or put back:
    // then the row belongs to no occurrence. Empty: it says nothing of that.
    std::string suppression;
    bool isSuppressionOver = false;
    bool isSuppressionState = false; // the word stands for a state, which the next one ends
    bool mayContinue = false; // another level of an alarm that is in force, or the beginning of one

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
    std::string suppressed; // how, where the row says it beside the state of the alarm
    std::string category; // of an event: operator, message, or what the system calls it
    std::string priority; // as the system writes it
    std::string text;
    std::string value;
    std::string oldValue; // before a change
    std::string limit;
    std::string unit;
    std::string area;
    std::string parent; // what the source belongs to, an ISA-88 unit
    std::string place; // description of the source
    std::string kind; // alarm class or type of event
    std::string batch;
    std::string by; // who acknowledged or acted
    std::string properties; // that a system keeps one by one, `name=value; name=value`
    std::string rowId; // of a row of the journal, which comes again for each property
    bool hasUnknownState = false; // an event since nothing is known of its state, though it is of an alarm
    std::vector<std::string> extras; // cells of columns without a meaning of their own
    std::uint64_t line = 0;
};

} // namespace antecedent::importers
