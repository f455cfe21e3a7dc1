// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/audit_log.h"

#include "model/store/database.h"
#include "model/store/time_form.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr std::string_view kSelect =
    "SELECT seq, time_ms, offset_minutes, actor, action, subject, before, after, reason, "
    "note, previous, hash FROM audit ORDER BY seq";
constexpr std::string_view kSelectLast = "SELECT seq, time_ms, offset_minutes, actor, action, subject, before, after, "
                                         "reason, note, previous, hash FROM audit "
                                         "ORDER BY seq DESC LIMIT 1";

Digest digestOf(std::span<const std::uint8_t> blob)
{
    Digest digest{};
    std::copy_n(blob.begin(), std::min(blob.size(), digest.size()), digest.begin());
    return digest;
}

AuditEntry readEntry(const Statement& row)
{
    AuditEntry entry;
    entry.seq = row.integer(0);
    entry.time = millisecondsToTime(row.integer(1));
    entry.offsetMinutes = static_cast<std::int16_t>(row.integer(2));
    entry.actor = row.text(3);
    entry.action = row.text(4);
    entry.subject = row.text(5);
    entry.before = row.text(6);
    entry.after = row.text(7);
    entry.reason = row.text(8);
    entry.note = row.text(9);
    entry.previous = digestOf(row.blob(10));
    entry.hash = digestOf(row.blob(11));
    return entry;
}

Result<void> insertEntry(Database& database, const AuditEntry& entry)
{
    Result<Statement> insert =
        database.prepare("INSERT INTO audit (seq, time_ms, offset_minutes, actor, action, subject, "
                         "before, after, reason, note, previous, hash) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    if (!insert)
        return insert.error();
    insert->bind(1, entry.seq);
    insert->bind(2, timeToMilliseconds(entry.time));
    insert->bind(3, std::int64_t{entry.offsetMinutes});
    int index = 4;
    for (const std::string* text :
        {&entry.actor, &entry.action, &entry.subject, &entry.before, &entry.after, &entry.reason, &entry.note})
        insert->bind(index++, std::string_view(*text));
    insert->bind(11, std::span<const std::uint8_t>(entry.previous));
    insert->bind(12, std::span<const std::uint8_t>(entry.hash));
    return insert->run();
}

} // namespace

Result<Timestamp> appendAudit(Database& database, const Actor& actor, const AuditAct& act)
{
    if (!actor.clock || actor.name.empty())
        return Error{ErrorCode::InvalidArgument, database.path(), "a change needs a named actor and a clock"};
    Result<Statement> last = database.prepare(kSelectLast);
    if (!last)
        return last.error();
    const Result<bool> any = last->step();
    if (!any)
        return any.error();
    AuditEntry entry;
    const WallTime now = actor.clock();
    entry.time = std::chrono::floor<std::chrono::milliseconds>(now.utc);
    entry.offsetMinutes = now.offsetMinutes;
    entry.seq = 1;
    if (*any) {
        const AuditEntry before = readEntry(*last);
        entry.seq = before.seq + 1;
        entry.previous = before.hash;
        if (entry.time < before.time)
            entry.note = "clock moved back";
    }
    last->reset();
    entry.actor = actor.name;
    entry.action = act.action;
    entry.subject = act.subject;
    entry.before = act.before;
    entry.after = act.after;
    entry.reason = act.reason;
    entry.hash = auditHash(entry);
    if (const Result<void> done = insertEntry(database, entry); !done)
        return done.error();
    return entry.time;
}

Result<std::vector<AuditEntry>> readAudit(const Database& database)
{
    Result<Statement> rows = database.prepare(kSelect);
    if (!rows)
        return rows.error();
    std::vector<AuditEntry> entries;
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return entries;
        entries.push_back(readEntry(*rows));
    }
}

} // namespace antecedent
