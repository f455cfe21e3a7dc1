// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a closed case keeps of decisions on the whole file, such as names, clocks and versions of sources: those that
// were there when it was closed. Threads: those of the file.

#include "model/base/result.h"
#include "model/store/case_file.h"

#include <cstdint>

namespace antecedent {

// The last document that the case sees; kAllDocuments of an open one.
Result<std::int64_t> lastDocumentOf(const CaseFile& file, const CaseInfo& investigationCase);

} // namespace antecedent
