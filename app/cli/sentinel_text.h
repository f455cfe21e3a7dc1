// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a case takes as failures beside its deviations, with the failures that it makes, as a line and as JSON.
// Errors: those of the store and of the selection. Threads: that of the file.

#include "app/casework/case_sentinels.h"
#include "app/cli/investigation.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace antecedent::cli {

struct SentinelFailures
{
    casework::StoredSentinel sentinel;
    FailureSet failures;
    bool isLater = false; // chosen after the plan was frozen
};

// All that the case has not given up, ascending by id.
Result<std::vector<SentinelFailures>> sentinelFailures(const Investigation& inv);
nlohmann::json sentinelJson(const Investigation& inv, const SentinelFailures& one);
std::string sentinelLine(const SentinelFailures& one);

} // namespace antecedent::cli
