// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The text of rows in a packed source: what gzip packed is unpacked, and what is another format than delimited text
// becomes its flat table. A list of a known system may stand inside of a sheet: the sheet's flat table is the text that
// the list is read from. Every reader of a source goes through it, so that all count the same lines. Threads: one
// reader at a time; flat tables are made on another one, ahead of it (read_ahead.h).

#include "importers/format/read_ahead.h"
#include "importers/format/table_source.h"
#include "importers/text/text_hints.h"

#include <memory>
#include <string_view>
#include <vector>

namespace antecedent::importers {

class FlatSource final : public ByteSource
{
public:
    // `format`: an id, or empty for delimited text; `part`: of the container where there is one. `container`: id of the
    // format whose flat table `format` is read from; empty: the source itself. `packed` (from its start) outlives the
    // source. Errors: NotAvailable for an id that this version does not know; those of the formats.
    static Result<std::unique_ptr<FlatSource>> open(ByteSource& packed, std::string_view format, std::string_view part,
        const TextHints& hints = {}, std::string_view container = {});
    Result<std::size_t> read(std::span<char> out) override;
    std::vector<Diagnostic> takeNotes(); // of the container, then of the format; none for delimited text
    std::optional<std::uint64_t> sourceRows() const; // as TableSource has it, at the end

private:
    explicit FlatSource(ByteSource& packed)
        : m_unpacked(packed)
    {
    }
    std::vector<Diagnostic> tableNotes(); // of the other thread
    GunzipSource m_unpacked;
    std::unique_ptr<TableSource> m_container;
    std::unique_ptr<TableSource> m_table;
    std::unique_ptr<ReadAhead> m_ahead; // of the table; none for delimited text
};

} // namespace antecedent::importers
