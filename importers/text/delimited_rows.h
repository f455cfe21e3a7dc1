// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A delimited text row by row, with encoding and dialect found from its beginning where they are not stated: for
// formats whose rows have to be paired, turned or folded before a mapping can take them. Memory does not grow with the
// source. Threads: one reader at a time.

#include "importers/text/byte_source.h"
#include "importers/text/cell_rows.h"
#include "importers/text/dialect.h"
#include "importers/text/encoding.h"
#include "importers/text/export_lines.h"
#include "importers/text/prefixed_source.h"
#include "importers/text/row_block.h"
#include "importers/text/text_hints.h"
#include "importers/text/text_source.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

// What the first bytes of a source show, if it is a delimited text.
struct DelimitedHead
{
    EncodingGuess encoding;
    DialectGuess dialect;
    std::vector<std::string> columns; // names as mappings see them
    std::vector<std::vector<std::string>> titles; // rows before the header
    std::vector<std::vector<std::string>> rows; // the first ones behind the header
    bool isTable() const { return dialect.isTable && dialect.dialect.hasHeader; }
};
// `head`: at most the first MiB of the unpacked bytes.
DelimitedHead readDelimitedHead(std::string_view head, const TextHints& hints = {});

class DelimitedRows final : public CellRows
{
public:
    // `bytes` must outlive this. Errors: those of the bytes.
    static Result<std::unique_ptr<DelimitedRows>> open(ByteSource& bytes, const TextHints& hints = {});
    // `head`: what was read of `rest` already, at most the first MiB.
    static std::unique_ptr<DelimitedRows> openBehind(std::string head, ByteSource& rest, const TextHints& hints = {});

    const DelimitedHead& head() const { return m_head; }
    ExportStatement statement() const override;
    const Footers& footers() const override { return m_footers; }
    std::uint64_t rowsRead() const override { return m_read; }
    // Goes to the next row behind the header; false at the end.
    Result<bool> next() override;
    // The trimmed cell; empty beyond the end of the row. Valid until the next call of next().
    std::string_view cell(std::size_t column) const override;
    // Line at which the row starts.
    std::uint64_t line() const override { return m_block.rows[m_row].line; }
    // False: the row is damaged (encoding, quotes) and has no cells to be trusted.
    bool isSound() const override { return m_block.rows[m_row].flaw == RowFlaw::None; }

private:
    DelimitedRows(std::string head, DelimitedHead found, ByteSource& rest);

    DelimitedHead m_head;
    PrefixedSource m_bytes;
    TextSource m_text;
    RowBlock m_block;
    std::size_t m_row = 0;
    std::size_t m_skip = 0; // rows before the data
    bool m_isStarted = false;
    Footers m_footers;
    std::uint64_t m_read = 0;
};

} // namespace antecedent::importers
