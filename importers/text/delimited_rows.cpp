// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/delimited_rows.h"

#include "model/base/text.h"

#include <algorithm>
#include <utility>

namespace antecedent::importers {

namespace {

constexpr std::size_t kSniffBytes = std::size_t{64} * 1024;
constexpr std::size_t kHeadRows = 200;

TextForm formOf(const DelimitedHead& head)
{
    return {head.encoding.encoding, head.dialect.dialect.delimiter, head.dialect.dialect.quote};
}

} // namespace

DelimitedHead readDelimitedHead(std::string_view head, const TextHints& hints)
{
    DelimitedHead out;
    const bool isWhole = head.size() < kHeadBytes;
    out.encoding = encodingOf(head, isWhole, hints.encoding);
    std::string text;
    Decoder decoder(out.encoding.encoding);
    const std::string_view begin = head.substr(out.encoding.bomBytes, std::size_t{4} * kSniffBytes);
    decoder.decode(begin, isWhole && out.encoding.bomBytes + begin.size() == head.size(), text);
    if (text.starts_with("\xEF\xBB\xBF"))
        text.erase(0, 3);
    const std::string_view sniffed = std::string_view(text).substr(0, kSniffBytes);
    const bool isAll = isWhole && sniffed.size() == text.size();
    DialectHints stated;
    stated.decimalMark = hints.decimalMark;
    out.dialect = sniffDialect(sniffed, isAll, stated);
    out.columns = columnNames(out.dialect.header, out.dialect.columns);
    const Dialect& dialect = out.dialect.dialect;
    const std::size_t before = dialect.titleRows + (dialect.hasHeader ? 1U : 0U);
    out.rows = splitRows(sniffed, isAll, dialect.delimiter, dialect.quote, kHeadRows + before);
    const auto first = out.rows.begin() + static_cast<std::ptrdiff_t>(std::min(before, out.rows.size()));
    out.titles.assign(
        out.rows.begin(), out.rows.begin() + std::min<std::ptrdiff_t>(dialect.titleRows, first - out.rows.begin()));
    out.rows.erase(out.rows.begin(), first);
    takeFooters(out.rows, out.columns.size());
    return out;
}

DelimitedRows::DelimitedRows(std::string head, DelimitedHead found, ByteSource& rest)
    : m_head(std::move(found))
    , m_bytes(std::move(head), rest)
    , m_text(m_bytes, formOf(m_head))
    , m_skip(m_head.dialect.dialect.titleRows + (m_head.dialect.dialect.hasHeader ? 1U : 0U))
{
}

Result<std::unique_ptr<DelimitedRows>> DelimitedRows::open(ByteSource& bytes, const TextHints& hints)
{
    Result<Head> head = readHead(bytes, kHeadBytes);
    if (!head)
        return head.error();
    return openBehind(std::move(head->bytes), bytes, hints);
}

std::unique_ptr<DelimitedRows> DelimitedRows::openBehind(std::string head, ByteSource& rest, const TextHints& hints)
{
    DelimitedHead found = readDelimitedHead(head, hints);
    return std::unique_ptr<DelimitedRows>(new DelimitedRows(std::move(head), std::move(found), rest));
}

ExportStatement DelimitedRows::statement() const
{
    ExportStatement out;
    for (const std::vector<std::string>& row : m_head.titles)
        addStatementRow(row, out);
    out.add(m_footers.statement);
    return out;
}

Result<bool> DelimitedRows::next()
{
    if (m_isStarted)
        ++m_row;
    m_isStarted = true;
    for (;;) {
        if (m_row < m_block.rows.size()) {
            ++m_read;
            return true;
        }
        const Result<bool> more = m_text.next(m_block);
        m_row = 0;
        if (!more || !*more) {
            m_block.rows.clear();
            m_isStarted = false;
            return more;
        }
        const std::size_t skipped = std::min(m_skip, m_block.rows.size());
        m_block.rows.erase(m_block.rows.begin(), m_block.rows.begin() + static_cast<std::ptrdiff_t>(skipped));
        m_skip -= skipped;
        m_footers.take(m_block, m_head.columns.size());
    }
}

std::string_view DelimitedRows::cell(std::size_t column) const
{
    const RowBlock::Row& row = m_block.rows[m_row];
    return column < row.fieldCount ? trimmed(m_block.field(row, column)) : std::string_view();
}

} // namespace antecedent::importers
