// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The ledger of a case as lines for a person and as JSON (null for what is unknown). Threads: pure.

#include "model/conclusion/ledger.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace antecedent::cli {

nlohmann::json ledgerJson(const Ledger& ledger);
std::vector<std::string> ledgerLines(const Ledger& ledger);
// One item with who gave it its present form and when; a hypothesis with its evidence.
nlohmann::json ledgerItemJson(const Ledger& ledger, const LedgerItem& item);
std::vector<std::string> ledgerItemLines(const Ledger& ledger, const LedgerItem& item);

} // namespace antecedent::cli
