// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/content_hash.h"

#include "model/domain/normal_form.h"

#include <algorithm>

namespace antecedent {

namespace {

void addNumber(Sha256& hash, std::uint64_t value)
{
    hash.add(std::as_bytes(std::span(&value, 1)));
}

} // namespace

void ContentHasher::addTable(TableId table, std::uint64_t count)
{
    m_hash.add(tableSpec(table).name);
    m_hash.add(std::string_view("\0", 1));
    addNumber(m_hash, count);
}

void ContentHasher::addRows(const RowSet& resolved)
{
    addTable(resolved.batch.table, resolved.batch.rows);
    std::string form;
    for (std::size_t row = 0; row < resolved.batch.rows; ++row) {
        form.clear();
        appendNormalForm(form, resolved.batch, row);
        addNumber(m_hash, form.size());
        m_hash.add(std::string_view(form));
    }
}

void ContentHasher::addSum(TableId table, std::uint64_t count, const Fingerprint& sum)
{
    addTable(table, count);
    addNumber(m_hash, sum.a);
    addNumber(m_hash, sum.b);
}

std::uint64_t storedCount(const StoredSource& source, TableId table)
{
    const auto found = source.records.find(std::string(tableSpec(table).name));
    return found == source.records.end() ? 0 : found->second;
}

std::vector<SourceId> orderByHash(const std::vector<SourceRecord>& sources)
{
    std::vector<const SourceRecord*> order;
    order.reserve(sources.size());
    for (const SourceRecord& source : sources)
        order.push_back(&source);
    std::sort(order.begin(), order.end(),
        [](const SourceRecord* a, const SourceRecord* b) { return a->source.info.sha256 < b->source.info.sha256; });
    std::vector<SourceId> ids;
    ids.reserve(order.size());
    for (const SourceRecord* source : order)
        ids.push_back(source->source.id);
    return ids;
}

} // namespace antecedent
