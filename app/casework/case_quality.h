// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The quality of the data of a case: what the file knows of its sources beside their records, checked together with
// them. Nothing is stored. Threads: that of the file. Errors: Cancelled, those of the store.

#include "model/quality/check_quality.h"
#include "model/store/case_file.h"

namespace antecedent::casework {

// `context` is of the case's data as the file holds them. Reads all process data.
Result<std::vector<QualityFinding>> checkCaseQuality(const CaseFile& file, const CaseInfo& info,
    const AlignmentContext& context, const std::stop_token& stop = {}, const ProgressFn& progress = {});

} // namespace antecedent::casework
