// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which maintenance activity resets which counter, by ISO 14224 maintenance activity (table B.5): a versioned table,
// shipped (resources/tables/maintenance_resets.csv, bundled at build time) or the file's own (configuration.h).
// Lubrication does not reset "since replacement"; an inspection resets nothing. Errors: InvalidTable with the line.
// Threads: immutable once parsed.

#include "model/base/digest.h"
#include "model/base/result.h"
#include "model/domain/records.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

struct Resets
{
    bool maintenance = false;
    bool preventive = false;
    bool corrective = false;
    bool replacement = false;
    bool calibration = false;
    bool cleaning = false;
    bool operator==(const Resets&) const = default;
};

struct ResetRule
{
    std::string activity; // a part of the ISO 14224 word, lower case; empty: rule by work order type alone
    std::string type; // PM, CM, INSP, CAL; empty: any
    Resets resets;
    bool kindByType = false; // preventive or corrective as the order's type says
    std::string note;
};

struct ResetTable
{
    std::string version;
    std::vector<ResetRule> rules; // first match wins; activity rules before type rules
    Digest hash{};

    // What a finished work order resets. Without activity and type it counts as maintenance of unknown kind.
    Resets resetsOf(const WorkOrder& order) const;
};

Result<ResetTable> parseResetTable(std::string_view csv);
std::string_view builtinResetTableText();
const ResetTable& builtinResetTable();

} // namespace antecedent
