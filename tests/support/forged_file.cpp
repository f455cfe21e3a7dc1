// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/forged_file.h"

#include "model/store/audit_log.h"
#include "model/store/database.h"
#include "model/store/event_chunk.h"
#include "model/store/fingerprint.h"
#include "model/store/schema.h"
#include "model/store/sealed_insert.h"
#include "model/store/source_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>

namespace antecedent::testing {

namespace {

using Bytes = std::vector<std::uint8_t>;

class Forger
{
public:
    explicit Forger(Database& database)
        : m_database(database)
    {
    }

    void run(const EventForger& forge)
    {
        const std::int64_t source = forgeChunk(forge);
        if (source == 0)
            return;
        setSum(source);
        setContentDigest(source);
        const std::string seal = reseal("sources", "source_id", source);
        rechain(source, seal);
    }

    Result<void> outcome = Error{ErrorCode::InvalidArgument, {}, "no event was changed"};

private:
    // Every statement of a forger is right or its test fails.
    Statement query(const std::string& sql)
    {
        Result<Statement> statement = m_database.prepare(sql);
        if (!statement) {
            outcome = statement.error();
            return {};
        }
        return std::move(*statement);
    }
    void set(const std::string& table, const std::string& column, const std::string& key, std::int64_t id,
        std::span<const std::uint8_t> value)
    {
        Statement update = query("UPDATE " + table + " SET " + column + " = ? WHERE " + key + " = ?");
        update.bind(1, value);
        update.bind(2, id);
        outcome = update.run();
    }

    // Id of the source whose event was changed.
    std::int64_t forgeChunk(const EventForger& forge)
    {
        Statement chunks = query("SELECT chunk_id, source_id, columns, details FROM event_chunks ORDER BY chunk_id");
        while (*chunks.step()) {
            Result<RecordBatch> events = decodeEvents(chunks.blob(2), chunks.blob(3));
            if (!events)
                continue;
            std::size_t row = 0;
            while (row < events->rows && !forge(*events, row))
                ++row;
            if (row == events->rows)
                continue;
            const std::int64_t chunk = chunks.integer(0);
            const std::int64_t source = chunks.integer(1);
            chunks.reset();
            store(chunk, *events);
            return source;
        }
        return 0;
    }

    void store(std::int64_t chunk, const RecordBatch& events)
    {
        const std::vector<TimeValue>& times = events.columns.front().times;
        std::vector<std::uint32_t> order(events.rows);
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return times[a].utcUs < times[b].utcUs; });
        const EncodedEvents encoded = encodeEvents(events, order);
        set("event_chunks", "columns", "chunk_id", chunk, encoded.columns);
        set("event_chunks", "details", "chunk_id", chunk, encoded.details);
        Statement span = query("UPDATE event_chunks SET t_min = ?, t_max = ? WHERE chunk_id = ?");
        span.bind(1, times[order.front()].utcUs);
        span.bind(2, times[order.back()].utcUs);
        span.bind(3, chunk);
        outcome = span.run();
        reseal("event_chunks", "chunk_id", chunk);
    }

    // Returns the seal, hexadecimal.
    std::string reseal(const std::string& name, const std::string& key, std::int64_t id)
    {
        const SealedTable& table = sealedTable(name);
        Statement row = query("SELECT " + table.columns + " FROM " + name + " WHERE " + key + " = ?");
        row.bind(1, id);
        if (!*row.step())
            return {};
        SealBuilder builder(name);
        addRowToSeal(builder, row, table.count);
        const Digest digest = builder.digest();
        row.reset();
        set(name, table.digest ? "digest" : "seal", key, id, std::span(digest).first(table.digest ? 32 : 16));
        return toHex(digest).substr(0, table.digest ? 64 : 32);
    }

    void setSum(std::int64_t source)
    {
        Fingerprint sum;
        Statement chunks = query("SELECT columns, details FROM event_chunks WHERE source_id = ?");
        chunks.bind(1, source);
        while (*chunks.step())
            for (const Fingerprint& print : fingerprints(*decodeEvents(chunks.blob(0), chunks.blob(1))))
                sum = sum + print;
        Bytes bytes(16);
        std::memcpy(bytes.data(), &sum.a, 8);
        std::memcpy(bytes.data() + 8, &sum.b, 8);
        set("sources", "event_sum", "source_id", source, bytes);
    }

    void setContentDigest(std::int64_t source)
    {
        SourceDigests digests;
        for (const SealedTable& table : sealedTables()) {
            if (!table.bySource)
                continue;
            Statement seals = query("SELECT " + std::string(table.digest ? "digest" : "seal") + " FROM \"" + table.name
                + "\" WHERE source_id = ? ORDER BY " + table.orderBy);
            seals.bind(1, source);
            while (*seals.step())
                digests.add(source, table.name, seals.blob(0));
        }
        m_contentDigest = digests.finish(source);
        set("sources", "content_digest", "source_id", source, m_contentDigest);
    }

    // The audit row of the import states the new digests, and every row after it continues the chain.
    void rechain(std::int64_t source, const std::string& seal)
    {
        const Result<std::vector<AuditEntry>> entries = readAudit(m_database);
        outcome = m_database.execute("DROP TRIGGER audit_refuses_update");
        Digest previous{};
        for (AuditEntry entry : *entries) {
            if (entry.subject == sourceSubject(source)) {
                nlohmann::json after = nlohmann::json::parse(entry.after);
                after["seal"] = seal;
                after["content_digest"] = toHex(m_contentDigest);
                entry.after = after.dump();
            }
            entry.previous = previous;
            previous = auditHash(entry);
            Statement update = query("UPDATE audit SET after = ?, previous = ?, hash = ? WHERE seq = ?");
            update.bind(1, std::string_view(entry.after));
            update.bind(2, std::span<const std::uint8_t>(entry.previous));
            update.bind(3, std::span<const std::uint8_t>(previous));
            update.bind(4, entry.seq);
            outcome = update.run();
        }
        outcome = m_database.execute(
            "CREATE TRIGGER audit_refuses_update BEFORE UPDATE ON audit\n  BEGIN SELECT RAISE(ABORT, 'the audit trail "
            "is append-only'); END");
    }

    Database& m_database;
    Digest m_contentDigest{};
};

} // namespace

Result<void> forgeEvent(const std::string& path, const EventForger& forge)
{
    const Result<std::unique_ptr<Database>> database = Database::open(path, Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    Forger forger(**database);
    forger.run(forge);
    return forger.outcome;
}

} // namespace antecedent::testing
