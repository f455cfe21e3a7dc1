// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Entries and items of a ledger as JSON texts: keys sorted, no blanks, so that equal values give equal bytes and a hash
// can be taken of them. Errors: InvestigationDamaged. Threads: pure.

#include "model/conclusion/ledger.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace antecedent {

// Everything but hash and time.
std::string entryJson(const LedgerEntry& entry);
// With its hash; the time is the store's.
Result<LedgerEntry> parseEntry(std::string_view json);

nlohmann::json itemJson(const LedgerItem& item);
nlohmann::json shownJson(const Shown& shown); // with its hash

} // namespace antecedent
