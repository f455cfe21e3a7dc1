// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a closed case keeps: the sources, and the decisions on the whole file such as names, clocks and versions of
// sources, that were there when it was closed. Threads: those of the file.

#include "model/base/result.h"
#include "model/store/case_file.h"
#include "model/store/row_set.h"

#include <cstdint>

namespace antecedent {

// The last source that the case sees; kAllSources of an open one.
inline SourceId lastSourceOf(const CaseInfo& investigationCase)
{
    return investigationCase.open ? kAllSources : investigationCase.lastSource;
}
// The last document that the case sees; kAllDocuments of an open one.
Result<std::int64_t> lastDocumentOf(const CaseFile& file, const CaseInfo& investigationCase);

} // namespace antecedent
