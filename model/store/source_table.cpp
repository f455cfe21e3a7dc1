// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/source_table.h"

#include "model/store/audit_log.h"
#include "model/store/schema.h"
#include "model/store/sealed_insert.h"
#include "model/store/time_form.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace antecedent {

namespace {

using SumBytes = std::array<std::uint8_t, 16>;

SumBytes sumBytes(const Fingerprint& sum)
{
    SumBytes out;
    std::memcpy(out.data(), &sum.a, 8);
    std::memcpy(out.data() + 8, &sum.b, 8);
    return out;
}

Fingerprint sumOf(std::span<const std::uint8_t> blob)
{
    Fingerprint sum;
    if (blob.size() == 16) {
        std::memcpy(&sum.a, blob.data(), 8);
        std::memcpy(&sum.b, blob.data() + 8, 8);
    }
    return sum;
}

template <std::size_t Size> std::array<std::uint8_t, Size> bytesOf(std::span<const std::uint8_t> blob)
{
    std::array<std::uint8_t, Size> out{};
    std::copy_n(blob.begin(), std::min(blob.size(), Size), out.begin());
    return out;
}

std::optional<std::int64_t> microseconds(const std::optional<Interval>& interval, Timestamp Interval::*end)
{
    return interval ? std::optional(((*interval).*end).time_since_epoch().count()) : std::nullopt;
}

std::optional<Interval> intervalOf(const Statement& row, int column)
{
    if (row.isNull(column) || row.isNull(column + 1))
        return std::nullopt;
    return Interval{Timestamp(Duration(row.integer(column))), Timestamp(Duration(row.integer(column + 1)))};
}

std::map<std::string, std::uint64_t> countsOf(std::string_view json)
{
    std::map<std::string, std::uint64_t> counts;
    const nlohmann::json object = nlohmann::json::parse(json, nullptr, false);
    if (object.is_object())
        for (const auto& [name, value] : object.items())
            if (value.is_number_unsigned())
                counts[name] = value.get<std::uint64_t>();
    return counts;
}

std::string auditText(const SourceRecord& record, const Seal& seal)
{
    const SourceInfo& info = record.source.info;
    nlohmann::json after{{"name", info.name}, {"sha256", toHex(info.sha256)}, {"importer", info.importer},
        {"rows_read", info.rowsRead}, {"rows_stored", info.rowsStored}, {"rows_rejected", info.rowsRejected},
        {"rows_duplicate", info.rowsDuplicate}, {"content_digest", toHex(record.contentDigest)}, {"seal", toHex(seal)}};
    return after.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

SourceRecord readRecord(const Statement& row)
{
    SourceRecord out;
    StoredSource& source = out.source;
    source.id = row.integer(0);
    source.info.sha256 = bytesOf<32>(row.blob(1));
    source.info.name = row.text(2);
    source.info.importer = row.text(3);
    source.importerVersion = row.text(4);
    source.info.zone = row.text(5);
    source.encoding = row.text(6);
    source.compression = row.text(7);
    source.plan = row.text(8);
    source.info.statement = row.text(9);
    source.info.declaredCoverage = intervalOf(row, 10);
    if (const auto uncertainty = row.optionalInteger(12))
        source.info.clockUncertainty = Duration(*uncertainty);
    source.sizeBytes = static_cast<std::uint64_t>(row.integer(13));
    source.keptBytes = static_cast<std::uint64_t>(row.integer(14));
    source.imported = millisecondsToTime(row.integer(15));
    source.info.rowsRead = static_cast<std::uint64_t>(row.integer(16));
    source.info.rowsStored = static_cast<std::uint64_t>(row.integer(17));
    source.info.rowsRejected = static_cast<std::uint64_t>(row.integer(18));
    source.info.rowsDuplicate = static_cast<std::uint64_t>(row.integer(19));
    source.info.span = intervalOf(row, 20);
    source.records = countsOf(row.text(22));
    source.diagnostics = countsOf(row.text(23));
    out.sums = {sumOf(row.blob(24)), sumOf(row.blob(25))};
    out.contentDigest = bytesOf<32>(row.blob(26));
    out.seal = bytesOf<16>(row.blob(27));
    return out;
}

void addCells(SealedInsert& insert, const SourceRecord& record, const std::string& records,
    const std::string& diagnostics, const SumBytes& events, const SumBytes& samples)
{
    const StoredSource& source = record.source;
    const SourceInfo& info = source.info;
    insert.add(source.id);
    insert.add(std::span<const std::uint8_t>(info.sha256));
    for (const std::string* value : {&info.name, &info.importer, &source.importerVersion, &info.zone, &source.encoding,
             &source.compression, &source.plan, &info.statement})
        insert.add(std::string_view(*value));
    insert.addOptional(microseconds(info.declaredCoverage, &Interval::begin));
    insert.addOptional(microseconds(info.declaredCoverage, &Interval::end));
    insert.addOptional(
        info.clockUncertainty ? std::optional(std::int64_t{info.clockUncertainty->count()}) : std::nullopt);
    insert.add(static_cast<std::int64_t>(source.sizeBytes));
    insert.add(static_cast<std::int64_t>(source.keptBytes));
    insert.add(timeToMilliseconds(source.imported));
    for (const std::uint64_t value : {info.rowsRead, info.rowsStored, info.rowsRejected, info.rowsDuplicate})
        insert.add(static_cast<std::int64_t>(value));
    insert.addOptional(microseconds(info.span, &Interval::begin));
    insert.addOptional(microseconds(info.span, &Interval::end));
    insert.add(std::string_view(records));
    insert.add(std::string_view(diagnostics));
    insert.add(std::span<const std::uint8_t>(events));
    insert.add(std::span<const std::uint8_t>(samples));
    insert.add(std::span<const std::uint8_t>(record.contentDigest));
}

} // namespace

void SourceDigests::add(SourceId source, std::string_view table, std::span<const std::uint8_t> seal)
{
    Running& running = m_running[source];
    if (running.table != table) {
        running.table = table;
        running.hash.add(table);
        running.hash.add(std::string_view("\0", 1));
    }
    running.hash.add(std::as_bytes(seal));
}

Digest SourceDigests::finish(SourceId source)
{
    Running& running = m_running[source];
    running.table.clear();
    return running.hash.finish();
}

Result<void> insertSource(Database& database, const Actor& actor, const SourceRecord& record)
{
    const SealedTable& table = sealedTable("sources");
    Result<SealedInsert> insert = SealedInsert::prepare(database, table.name, table.columns, table.count);
    if (!insert)
        return insert.error();
    const std::string records = nlohmann::json(record.source.records).dump();
    const std::string diagnostics = nlohmann::json(record.source.diagnostics).dump();
    const SumBytes events = sumBytes(record.sums.events);
    const SumBytes samples = sumBytes(record.sums.samples);
    addCells(*insert, record, records, diagnostics, events, samples);
    const Seal seal = insert->seal();
    if (const Result<bool> stored = insert->insertSealed(); !stored)
        return stored.error();
    const Result<Timestamp> audited =
        appendAudit(database, actor, {"import", sourceSubject(record.source.id), {}, auditText(record, seal), {}});
    return audited ? Result<void>() : Result<void>(audited.error());
}

Result<std::vector<SourceRecord>> readSources(const Database& database)
{
    Result<Statement> rows =
        database.prepare("SELECT " + sealedTable("sources").columns + " FROM sources ORDER BY source_id");
    if (!rows)
        return rows.error();
    std::vector<SourceRecord> out;
    for (;;) {
        const Result<bool> more = rows->step();
        if (!more)
            return more.error();
        if (!*more)
            return out;
        out.push_back(readRecord(*rows));
    }
}

std::string sourceSubject(SourceId source)
{
    return "source:" + std::to_string(source);
}

} // namespace antecedent
