// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/closed_case.h"

#include "model/store/database.h"

#include <string_view>

namespace antecedent {

Result<std::int64_t> lastDocumentOf(const CaseFile& file, const CaseInfo& investigationCase)
{
    if (investigationCase.open)
        return kAllDocuments;
    // By the order of the audit trail, whatever the clocks of the desktops said.
    Result<Statement> rows = file.database().prepare(
        "SELECT coalesce(max(CAST(substr(subject, 10) AS INTEGER)), 0) FROM audit WHERE subject LIKE 'document:%' AND "
        "seq < (SELECT max(seq) FROM audit WHERE action = 'case_close' AND subject = 'case:' || ?)");
    if (!rows)
        return rows.error();
    rows->bind(1, std::string_view(investigationCase.id));
    const Result<bool> found = rows->step();
    return found ? Result<std::int64_t>(rows->integer(0)) : Result<std::int64_t>(found.error());
}

} // namespace antecedent
