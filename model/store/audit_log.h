// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Appends to and reads the audit table (audit.h). Append inside the transaction of the change it describes.
// Threads: those of the database.

#include "model/base/result.h"
#include "model/store/actor.h"
#include "model/store/audit.h"

#include <string_view>
#include <vector>

namespace antecedent {

class Database;

struct AuditAct
{
    std::string_view action;
    std::string_view subject;
    std::string_view before;
    std::string_view after;
    std::string_view reason;
};

// The entry's time is read from the actor's clock. Returns that time, cut to milliseconds.
Result<Timestamp> appendAudit(Database& database, const Actor& actor, const AuditAct& act);
Result<std::vector<AuditEntry>> readAudit(const Database& database);

} // namespace antecedent
