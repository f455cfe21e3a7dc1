// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Entries of the audit trail as people read them. The exact entry, which the hash chain covers, is shown beside.
// Threads: GUI.

#include "model/store/audit.h"

#include <QString>

namespace antecedent::app {

// `import` as `imported`; an action without words of its own as it is, without underscores.
QString auditAction(const std::string& action);
// `{"name":"a.csv","rows_read":7,"seal":"…"}` as `a.csv; rows read: 7`: without hashes and seals. A text that is no
// JSON object as it is.
QString auditValue(const std::string& value);
// All of an entry, its values as they are stored.
QString exactEntry(const AuditEntry& entry, const QString& time);

} // namespace antecedent::app
