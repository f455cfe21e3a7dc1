// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/audit.h"

#include "model/store/seal.h"
#include "model/store/time_form.h"

namespace antecedent {

Digest auditHash(const AuditEntry& entry)
{
    SealBuilder seal("audit");
    seal.add(entry.seq);
    seal.add(timeToMilliseconds(entry.time));
    seal.add(std::int64_t{entry.offsetMinutes});
    for (const std::string* text :
        {&entry.actor, &entry.action, &entry.subject, &entry.before, &entry.after, &entry.reason, &entry.note})
        seal.add(std::string_view(*text));
    seal.add(std::span<const std::uint8_t>(entry.previous));
    return seal.digest();
}

} // namespace antecedent
