// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A finding as it stands in `quality --json` and in the twin of a report: null for what is unknown, times ISO 8601 UTC,
// English sentences. Threads: pure.

#include "model/domain/dataset.h"
#include "model/quality/finding.h"

#include <nlohmann/json_fwd.hpp>

namespace antecedent {

nlohmann::json toJson(const Dataset& dataset, const QualityFinding& finding);

} // namespace antecedent
