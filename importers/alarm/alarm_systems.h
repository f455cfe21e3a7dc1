// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which headings of which system stand for what. Private to alarm_dialect. Threads: constant data.

#include "importers/alarm/alarm_dialect.h"

#include <span>
#include <string_view>

namespace antecedent::importers {

// Headings of one thing, between bars; the first that is there counts.
struct AlarmRule
{
    std::size_t AlarmColumns::*field;
    std::string_view names;
    bool isNeeded = false;
};

struct AlarmSystemRules
{
    enum class Check : std::uint8_t { None, States, EventTypes }; // where its headings alone say too little

    AlarmSystem id;
    std::string_view name;
    int confidence; // of a list with all needed headings
    Check check;
    std::span<const AlarmRule> rules;
};

// In the order in which they are tried.
std::span<const AlarmSystemRules> alarmSystems();

} // namespace antecedent::importers
