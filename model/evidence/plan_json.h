// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The analysis plan as the JSON document that a case keeps and `assess --plan` reads. Keys sorted; equal plans give
// equal bytes. Threads: pure.

#include "model/base/result.h"
#include "model/evidence/assessment.h"

#include <string>
#include <string_view>

namespace antecedent {

std::string planJson(const AnalysisPlan& plan);
// The hash is computed from the content; a stated one that differs is refused. Errors: InvalidArgument.
Result<AnalysisPlan> parsePlan(std::string_view json);

} // namespace antecedent
