// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The audit trail: an append-only table whose rows are chained by SHA-256 from the first one on, so that a changed,
// removed or inserted row shows. Every change of an investigation writes its row in the same transaction. Triggers
// refuse UPDATE and DELETE; nothing switches the trail off. Source: 21 CFR 11.10(e), EU GMP Annex 11 no. 9. Threads:
// those of the database connection.

#include "model/base/digest.h"
#include "model/base/time.h"

#include <cstdint>
#include <string>

namespace antecedent {

struct AuditEntry
{
    std::int64_t seq = 0; // 1, 2, 3, …
    Timestamp time{}; // UTC, whole milliseconds
    std::int16_t offsetMinutes = 0; // local minus UTC where it was done
    std::string actor;
    std::string action; // create, import, put, freeze, case_new, case_close, set, report, …
    std::string subject; // what it was done to, e.g. source:3, document:CASE-001/plan/analysis, meta:title
    std::string before; // empty: there was nothing
    std::string after;
    std::string reason; // as a person gave it; may be empty
    std::string note; // set by the store: "clock moved back" if the time is before the previous row's
    Digest previous{}; // hash of the row before, zeros for the first
    Digest hash{}; // of all other cells of this row
};

// The row's hash as it must be.
Digest auditHash(const AuditEntry& entry);

} // namespace antecedent
