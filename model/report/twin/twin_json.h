// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The text of twin.json. Internal to this folder. Keys sorted, null for unknown, times ISO 8601 UTC, durations in
// seconds.

#include "model/report/compose/compose.h"

#include <string>

namespace antecedent {

std::string twinJson(const ReportInputs& inputs, const std::vector<RecordMark>& marks);

} // namespace antecedent
