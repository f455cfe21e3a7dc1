// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/flat_source.h"

#include "importers/format/format.h"

namespace antecedent::importers {

Result<std::unique_ptr<FlatSource>> FlatSource::open(
    ByteSource& packed, std::string_view format, std::string_view part, const TextHints& hints)
{
    std::unique_ptr<FlatSource> out(new FlatSource(packed));
    if (format.empty())
        return out;
    const Format* found = findFormat(format);
    if (found == nullptr)
        return Error{ErrorCode::NotAvailable, {}, "format " + std::string(format)};
    Result<std::unique_ptr<TableSource>> table = found->open(out->m_unpacked, part, hints);
    if (!table)
        return table.error();
    out->m_table = std::move(*table);
    return out;
}

Result<std::size_t> FlatSource::read(std::span<char> out)
{
    return m_table ? m_table->read(out) : m_unpacked.read(out);
}

std::optional<std::uint64_t> FlatSource::sourceRows() const
{
    return m_table ? m_table->sourceRows() : std::nullopt;
}

std::vector<Diagnostic> FlatSource::takeNotes()
{
    return m_table ? m_table->takeNotes() : std::vector<Diagnostic>();
}

} // namespace antecedent::importers
