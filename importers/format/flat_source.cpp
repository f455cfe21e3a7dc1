// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/flat_source.h"

#include "importers/format/format.h"

namespace antecedent::importers {

namespace {

Result<std::unique_ptr<TableSource>> openTable(
    ByteSource& bytes, std::string_view format, std::string_view part, const TextHints& hints)
{
    const Format* found = findFormat(format);
    if (found == nullptr)
        return Error{ErrorCode::NotAvailable, {}, "format " + std::string(format)};
    return found->open(bytes, part, hints);
}

} // namespace

Result<std::unique_ptr<FlatSource>> FlatSource::open(ByteSource& packed, std::string_view format, std::string_view part,
    const TextHints& hints, std::string_view container)
{
    std::unique_ptr<FlatSource> out(new FlatSource(packed));
    ByteSource* bytes = &out->m_unpacked;
    if (!container.empty()) {
        Result<std::unique_ptr<TableSource>> table = openTable(*bytes, container, part, {});
        if (!table)
            return table.error();
        out->m_container = std::move(*table);
        bytes = out->m_container.get();
        part = {};
    }
    if (!format.empty()) {
        Result<std::unique_ptr<TableSource>> table = openTable(*bytes, format, part, hints);
        if (!table)
            return table.error();
        out->m_table = std::move(*table);
        bytes = out->m_table.get();
    }
    if (bytes != &out->m_unpacked)
        out->m_ahead = std::make_unique<ReadAhead>(*bytes, [flat = out.get()] { return flat->tableNotes(); });
    return out;
}

Result<std::size_t> FlatSource::read(std::span<char> out)
{
    return m_ahead ? m_ahead->read(out) : m_unpacked.read(out);
}

std::optional<std::uint64_t> FlatSource::sourceRows() const
{
    return m_table ? m_table->sourceRows() : std::nullopt;
}

std::vector<Diagnostic> FlatSource::takeNotes()
{
    return m_ahead ? m_ahead->takeNotes() : std::vector<Diagnostic>();
}

std::vector<Diagnostic> FlatSource::tableNotes()
{
    std::vector<Diagnostic> out;
    for (TableSource* table : {m_container.get(), m_table.get()})
        for (Diagnostic& note : table == nullptr ? std::vector<Diagnostic>() : table->takeNotes())
            out.push_back(std::move(note));
    return out;
}

} // namespace antecedent::importers
