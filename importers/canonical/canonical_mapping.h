// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The canonical tables as a format: a header with their column names needs no profile. Threads: pure.

#include "importers/profile/profile.h"

#include <string>
#include <vector>

namespace antecedent::importers {

struct CanonicalMatch
{
    TableId table = TableId::Events;
    std::size_t matched = 0; // header columns that are columns of the table
    bool complete = false; // all required columns are there
    std::string missing; // the required columns that are not, comma-separated
};

// All tables with at least one matching column, best first (complete ones first, then by matched columns).
std::vector<CanonicalMatch> matchCanonical(const std::vector<std::string>& columns);
// The required columns of a table that a header lacks, comma-separated; empty: none.
std::string missingColumns(TableId table, const std::vector<std::string>& columns);
// The mapping of a header to a table by equal names (case ignored, blanks and hyphens as underscores).
Profile canonicalMapping(TableId table, const std::vector<std::string>& columns);

} // namespace antecedent::importers
