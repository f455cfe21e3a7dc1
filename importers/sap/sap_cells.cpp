// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/sap/sap_cells.h"

#include "importers/sap/sap_columns.h"
#include "importers/text/delimited_rows.h"
#include "importers/text/line_reader.h"
#include "importers/text/prefixed_source.h"
#include "model/base/text.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

constexpr std::size_t kHeadRows = 100;
constexpr std::size_t kMostColumns = 1000;

bool isBarLine(std::string_view line)
{
    const std::string_view text = trimmed(line);
    return text.size() > 2 && text.front() == '|' && text.back() == '|';
}

// Places of the bars in characters, the first and the last one among them.
std::vector<std::size_t> barsOf(std::string_view line)
{
    std::vector<std::size_t> out;
    std::size_t place = 0;
    for (const char c : line) {
        if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U)
            continue; // within a character
        if (c == '|')
            out.push_back(place);
        ++place;
    }
    return out;
}

std::vector<std::string> splitAtBars(std::string_view line)
{
    std::string_view text = trimmed(line);
    text.remove_prefix(1);
    text.remove_suffix(1);
    std::vector<std::string> out;
    for (const std::string_view cell : split(text, '|'))
        out.emplace_back(trimmed(cell));
    return out;
}

bool isDashLine(std::string_view line)
{
    const std::string_view text = trimmed(line);
    return text.size() > 4
        && std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || c == '|' || c == '+' || c == '='; })
        && std::count(text.begin(), text.end(), '-') > 2;
}

// Cuts a line where the header has its bars, so that a bar in a text does not part it. Empty if the line has no bars
// there, and not as many bars as the header either.
std::vector<std::string> cutAtBars(std::string_view line, const std::vector<std::size_t>& bars)
{
    if (bars.size() < 2 || !isBarLine(line))
        return {};
    // Where each bar of the header stands in the bytes of this line.
    std::vector<std::size_t> places;
    std::size_t character = 0;
    for (std::size_t i = 0; i < line.size() && places.size() < bars.size(); ++i) {
        if ((static_cast<unsigned char>(line[i]) & 0xC0U) == 0x80U)
            continue;
        if (character == bars[places.size()]) {
            if (line[i] != '|')
                break;
            places.push_back(i);
        }
        ++character;
    }
    if (places.size() != bars.size()) {
        // Characters of double width, or a layout that was changed by hand: as many cells as headings will do.
        std::vector<std::string> cells = splitAtBars(line);
        return cells.size() + 1 == bars.size() ? cells : std::vector<std::string>();
    }
    std::vector<std::string> out;
    for (std::size_t i = 0; i + 1 < places.size(); ++i)
        out.emplace_back(trimmed(line.substr(places[i] + 1, places[i + 1] - places[i] - 1)));
    return out;
}

// `2026-03-27`, as a day that could be read is given.
bool isIsoDay(std::string_view text)
{
    constexpr std::size_t kDay = 10;
    return text.size() == kDay && text[4] == '-' && text[7] == '-'
        && std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

// Rows of a list text; the header is known.
class BarCells final : public SapCells
{
public:
    BarCells(std::string head, SapBars bars, ByteSource& rest)
        : m_bars(std::move(bars))
        , m_bytes(std::move(head), rest)
        , m_lines(m_bytes, m_bars.encoding)
    {
    }
    const std::vector<std::string>& headings() const override { return m_bars.headings; }
    const std::vector<std::vector<std::string>>& firstRows() const override { return m_bars.rows; }
    Result<bool> next() override
    {
        for (;;) {
            const Result<bool> more = m_lines.next();
            if (!more || !*more)
                return more;
            if (!trimmed(m_lines.line()).starts_with('|') || isDashLine(m_lines.line())) {
                takeLine(trimmed(m_lines.line()));
                continue; // titles, page numbers, rules
            }
            m_cells = cutAtBars(m_lines.line(), m_bars.bars);
            if (m_cells == m_bars.headings
                || (isBarLine(m_lines.line()) && splitAtBars(m_lines.line()) == m_bars.headings)) {
                m_isBehindHeader = true;
                continue;
            }
            const bool isTotal = !m_cells.empty() && m_cells.front().starts_with('*');
            if (m_isBehindHeader && !isTotal)
                return true;
        }
    }
    std::string_view cell(std::size_t column) const override
    {
        return column < m_cells.size() ? std::string_view(m_cells[column]) : std::string_view();
    }
    std::uint64_t line() const override { return m_lines.number(); }
    bool isSound() const override { return !m_cells.empty() && !m_lines.isCut(); }
    ExportStatement statement() const override { return m_footers.statement; }
    const Footers& footers() const override { return m_footers; }

private:
    // The title of a page begins with the day on which the list was made; other lines may name a selection, or count.
    void takeLine(std::string_view line)
    {
        ExportStatement& said = m_footers.statement;
        const std::string text(line);
        if (said.exported.empty() && !m_isBehindHeader) {
            ExportStatement dated;
            if (addStatementRow({"exported", text.substr(0, text.find(' '))}, dated) && isIsoDay(dated.exported))
                said.exported = dated.exported;
        }
        if (!m_isBehindHeader)
            addStatementRow({text}, said);
        else if (isFooter({text}, said) && ++m_footers.count <= Footers::kMostTexts)
            m_footers.texts.push_back(shownText(text, kLongestShown));
    }

    static constexpr std::size_t kLongestShown = 300; // bytes
    SapBars m_bars;
    PrefixedSource m_bytes;
    LineReader m_lines;
    std::vector<std::string> m_cells;
    bool m_isBehindHeader = false;
    Footers m_footers; // lines that say something of the list
};

class DelimitedCells final : public SapCells
{
public:
    static Result<std::unique_ptr<SapCells>> open(std::string head, ByteSource& rest, const TextHints& hints)
    {
        auto out = std::make_unique<DelimitedCells>();
        out->m_bytes = std::make_unique<PrefixedSource>(std::move(head), rest);
        Result<std::unique_ptr<DelimitedRows>> rows = DelimitedRows::open(*out->m_bytes, hints);
        if (!rows)
            return rows.error();
        out->m_rows = std::move(*rows);
        return std::unique_ptr<SapCells>(std::move(out));
    }
    const std::vector<std::string>& headings() const override { return m_rows->head().dialect.header; }
    const std::vector<std::vector<std::string>>& firstRows() const override { return m_rows->head().rows; }
    Result<bool> next() override { return m_rows->next(); }
    std::string_view cell(std::size_t column) const override { return m_rows->cell(column); }
    std::uint64_t line() const override { return m_rows->line(); }
    bool isSound() const override { return m_rows->isSound(); }
    ExportStatement statement() const override { return m_rows->statement(); }
    const Footers& footers() const override { return m_rows->footers(); }

private:
    std::unique_ptr<PrefixedSource> m_bytes;
    std::unique_ptr<DelimitedRows> m_rows;
};

} // namespace

SapBars findSapBars(std::string_view head, const TextHints& hints)
{
    SapBars out;
    const EncodingGuess encoding = encodingOf(head, head.size() < kHeadBytes, hints.encoding);
    out.encoding = encoding.encoding;
    MemorySource bytes(head.substr(encoding.bomBytes));
    LineReader lines(bytes, encoding.encoding);
    constexpr std::uint64_t kMostBefore = 200; // lines before the header
    for (;;) {
        const Result<bool> more = lines.next();
        if (!more || !*more)
            break;
        const std::string_view line = lines.line();
        if (!isBarLine(line) || isDashLine(line)) {
            if (out.headings.empty() && lines.number() > kMostBefore)
                break;
            continue;
        }
        if (!out.headings.empty()) {
            std::vector<std::string> cells = cutAtBars(line, out.bars);
            if (!cells.empty() && cells != out.headings)
                out.rows.push_back(std::move(cells));
            if (out.rows.size() >= kHeadRows)
                break;
            continue;
        }
        std::vector<std::string> cells = splitAtBars(line);
        if (cells.size() < 3 || cells.size() > kMostColumns || !findSapColumns(cells, {}).isSap())
            continue;
        out.headings = std::move(cells);
        out.bars = barsOf(line);
    }
    return out;
}

Result<std::unique_ptr<SapCells>> openSapCells(ByteSource& bytes, const TextHints& hints)
{
    Result<Head> head = readHead(bytes, kHeadBytes);
    if (!head)
        return head.error();
    SapBars bars = findSapBars(head->bytes, hints);
    if (bars.headings.empty())
        return DelimitedCells::open(std::move(head->bytes), bytes, hints);
    return std::unique_ptr<SapCells>(std::make_unique<BarCells>(std::move(head->bytes), std::move(bars), bytes));
}

} // namespace antecedent::importers
