// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xlsx/sheet_table.h"

#include "importers/format/xml/xml_reader.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMostRows = 1'048'576; // that a sheet can have
constexpr std::size_t kMostColumns = 16'384;
constexpr std::size_t kMostMerged = 100'000;
constexpr std::size_t kLongestCell = std::size_t{128} * 1024;
constexpr std::uint64_t kMostPadding = std::uint64_t{512} << 20U; // bytes for empty cells and rows
constexpr std::size_t kPieceBytes = std::size_t{256} * 1024;

// Both from 1; 0: not stated.
struct CellPlace
{
    std::size_t row = 0;
    std::size_t column = 0;
};

CellPlace placeOf(std::string_view reference)
{
    CellPlace out;
    std::size_t at = 0;
    for (; at < reference.size() && out.column <= kMostColumns; ++at) {
        const char c = static_cast<char>(reference[at] & ~0x20);
        if (c < 'A' || c > 'Z')
            break;
        out.column = out.column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    (void)std::from_chars(reference.data() + at, reference.data() + reference.size(), out.row);
    return out;
}

// Cells that were made one, over several rows of their first column.
struct Merged
{
    std::size_t column = 0;
    std::size_t last = 0; // row
    std::string value;
};
using MergedByFirstRow = std::multimap<std::size_t, Merged>;

// They stand behind the cells, so the member is searched for them first.
Result<MergedByFirstRow> findMerged(const ZipArchive& archive, const ZipMember& member, std::size_t& count)
{
    const Result<std::unique_ptr<ByteSource>> bytes = archive.open(member);
    if (!bytes)
        return bytes.error();
    MergedByFirstRow out;
    constexpr std::string_view kTag = "mergeCell ";
    constexpr std::size_t kOverlap = 100; // a whole tag
    std::string text;
    std::vector<char> piece(kPieceBytes);
    for (;;) {
        const Result<std::size_t> got = (*bytes)->read(piece);
        if (!got)
            return got.error();
        text.append(piece.data(), *got);
        const bool isLast = *got == 0;
        const std::size_t end = isLast ? text.size() : text.size() - std::min(kOverlap, text.size());
        std::size_t at = text.find(kTag);
        for (; at < end; at = text.find(kTag, at + 1)) {
            const std::string_view tag = std::string_view(text).substr(at, kOverlap);
            const std::size_t open = tag.find("ref=\"");
            const std::size_t close = open == std::string_view::npos ? open : tag.find('"', open + 5);
            if (close == std::string_view::npos)
                continue;
            const std::string_view range = tag.substr(open + 5, close - open - 5);
            const std::size_t colon = std::min(range.find(':'), range.size());
            const CellPlace first = placeOf(range.substr(0, colon));
            const CellPlace last = placeOf(range.substr(std::min(colon + 1, range.size())));
            ++count;
            if (first.row > 0 && last.row > first.row && out.size() < kMostMerged)
                out.emplace(first.row, Merged{first.column, last.row, {}});
        }
        if (isLast)
            return out;
        text.erase(0, end);
    }
}

// Hands over the rows of a sheet, with the cells as they stand in it.
class SheetHandler : public XmlHandler
{
public:
    void startElement(std::string_view name, const XmlAttributes& attributes) final
    {
        if (name == "row") {
            const std::size_t stated = placeOf(attributes.find("r")).row;
            m_row = stated > 0 ? stated : m_row + 1;
            m_column = 0;
            startRow(m_row, attributes.find("hidden") == "1");
        } else if (name == "c") {
            const std::size_t stated = placeOf(attributes.find("r")).column;
            m_column = stated > 0 ? stated : m_column + 1;
            m_type = attributes.find("t");
            m_style = 0;
            const std::string_view style = attributes.find("s");
            (void)std::from_chars(style.data(), style.data() + style.size(), m_style);
            m_value.clear();
            m_hasFormula = false;
        } else if (name == "f") {
            m_hasFormula = true;
        }
        m_aids += name == "rPh" ? 1 : 0;
        m_isValue = (name == "v" || name == "t") && m_aids == 0;
    }
    void endElement(std::string_view name) final
    {
        m_isValue = false;
        m_aids -= name == "rPh" ? 1 : 0;
        if (name == "c")
            cell(m_column);
        else if (name == "row")
            endRow();
    }
    void text(std::string_view text) final
    {
        if (m_isValue && m_value.size() + text.size() <= kLongestCell)
            m_value += text;
    }

protected:
    virtual void startRow(std::size_t row, bool isHidden) = 0;
    virtual void cell(std::size_t column) = 0;
    virtual void endRow() = 0;

    std::string m_value; // raw, of the cell at hand
    std::string m_type;
    std::size_t m_style = 0;
    bool m_hasFormula = false;

private:
    std::size_t m_row = 0;
    std::size_t m_column = 0;
    int m_aids = 0;
    bool m_isValue = false;
};

class SheetTable final : public TableSource, private SheetHandler
{
public:
    SheetTable(std::unique_ptr<Workbook> workbook, std::unique_ptr<ByteSource> bytes, MergedByFirstRow merged)
        : m_workbook(std::move(workbook))
        , m_bytes(std::move(bytes))
        , m_reader(*m_bytes, *this)
        , m_merged(std::move(merged))
    {
    }
    void remark(std::string text) { note(DiagnosticCode::SourceRemark, std::move(text)); }

private:
    Result<bool> more(CsvWriter& rows) override
    {
        m_out = &rows;
        const Result<bool> read = m_reader.more();
        m_out = nullptr;
        if (!read) { // the archive is damaged from here on
            note(DiagnosticCode::UnreadablePart, read.error().detail + "; the rows before it were read");
            return false;
        }
        if (!*read)
            finish();
        return *read;
    }

    void finish()
    {
        if (!m_reader.problem().empty())
            note(m_reader.isCut() ? DiagnosticCode::TruncatedSource : DiagnosticCode::UnreadablePart,
                m_reader.problem() + "; the rows before it were read");
        if (m_hiddenRows > 0)
            remark(
                std::to_string(m_hiddenRows) + " rows are hidden in the sheet, by a filter or by hand; they were read");
        if (m_withoutValue > 0)
            remark(std::to_string(m_withoutValue) + " cells have a formula whose value was not saved; they are empty");
    }

    void startRow(std::size_t row, bool isHidden) override
    {
        m_cells.clear();
        m_thisRow = row;
        m_hiddenRows += isHidden ? 1 : 0;
    }

    void cell(std::size_t column) override
    {
        if (column == 0 || column > kMostColumns)
            return;
        if (m_value.empty()) {
            m_withoutValue += m_hasFormula ? 1 : 0;
            return;
        }
        if (column > m_cells.size())
            m_cells.resize(column);
        m_cells[column - 1] = valueText();
    }

    std::string valueText() const
    {
        if (m_type == "s") {
            std::size_t index = 0;
            (void)std::from_chars(m_value.data(), m_value.data() + m_value.size(), index);
            return std::string(m_workbook->text(index));
        }
        if (m_type == "b")
            return m_value == "0" || m_value == "false" ? "FALSE" : "TRUE";
        if (m_type.empty() || m_type == "n")
            return numberText(m_value, m_workbook->kindOf(m_style), m_workbook->isFrom1904());
        return m_value;
    }

    void endRow() override
    {
        if (m_thisRow <= m_line || m_thisRow > kMostRows) {
            m_reader.stop("row " + std::to_string(m_thisRow) + " stands behind row " + std::to_string(m_line));
            return;
        }
        fillMerged();
        m_padding += m_thisRow - m_line - 1 + m_cells.size();
        if (m_padding > kMostPadding) {
            m_reader.stop("the sheet has too many empty cells");
            return;
        }
        for (++m_line; m_line < m_thisRow; ++m_line)
            m_out->endRow();
        for (std::string& text : m_cells) {
            // A line of the table is a row of the sheet.
            std::replace_if(
                text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
            m_out->cell(text);
        }
        m_out->endRow();
    }

    // The value of cells that are one over several rows stands in each of these.
    void fillMerged()
    {
        for (auto next = m_merged.begin(); next != m_merged.end() && next->first <= m_thisRow;
             next = m_merged.erase(next)) {
            Merged& merged = next->second;
            if (next->first == m_thisRow && merged.column <= m_cells.size())
                merged.value = m_cells[merged.column - 1];
            m_active.push_back(std::move(merged));
        }
        std::erase_if(m_active, [&](const Merged& merged) { return merged.last < m_thisRow; });
        if (m_cells.empty())
            return;
        for (const Merged& merged : m_active) {
            if (merged.value.empty())
                continue;
            if (merged.column > m_cells.size())
                m_cells.resize(merged.column);
            if (m_cells[merged.column - 1].empty())
                m_cells[merged.column - 1] = merged.value;
        }
    }

    std::unique_ptr<Workbook> m_workbook;
    std::unique_ptr<ByteSource> m_bytes;
    XmlReader m_reader;
    MergedByFirstRow m_merged; // those that have not begun
    std::vector<Merged> m_active;
    std::vector<std::string> m_cells; // of the row at hand
    CsvWriter* m_out = nullptr;
    std::size_t m_thisRow = 0;
    std::size_t m_line = 0; // rows that are written
    std::uint64_t m_padding = 0;
    std::uint64_t m_hiddenRows = 0;
    std::uint64_t m_withoutValue = 0;
};

class RowCounter final : public SheetHandler
{
public:
    std::size_t filled = 0; // rows

private:
    void startRow(std::size_t /*row*/, bool /*isHidden*/) override { m_isFilled = false; }
    void cell(std::size_t /*column*/) override { m_isFilled = m_isFilled || !m_value.empty(); }
    void endRow() override { filled += m_isFilled ? 1 : 0; }
    bool m_isFilled = false;
};

Result<const ZipMember*> memberOf(const Workbook& workbook, const WorkbookSheet& sheet)
{
    const ZipMember* member = workbook.archive().find(sheet.member);
    if (member == nullptr)
        return Error{ErrorCode::CorruptInput, {}, "the workbook: the sheet " + sheet.name + " is missing"};
    return member;
}

} // namespace

Result<bool> hasTable(const Workbook& workbook, const WorkbookSheet& sheet)
{
    const Result<const ZipMember*> member = memberOf(workbook, sheet);
    if (!member)
        return member.error();
    const Result<std::unique_ptr<ByteSource>> bytes = workbook.archive().open(**member);
    if (!bytes)
        return bytes.error();
    RowCounter rows;
    XmlReader reader(**bytes, rows);
    for (;;) {
        const Result<bool> more = reader.more();
        if (rows.filled >= 2)
            return true;
        if (!more || !*more)
            return false; // what is wrong with it is said where it is read
    }
}

Result<std::unique_ptr<TableSource>> openSheet(
    std::unique_ptr<Workbook> workbook, const WorkbookSheet& sheet, std::vector<std::string> remarks)
{
    const Result<const ZipMember*> member = memberOf(*workbook, sheet);
    if (!member)
        return member.error();
    std::size_t merged = 0;
    Result<MergedByFirstRow> ranges = findMerged(workbook->archive(), **member, merged);
    if (!ranges)
        ranges = MergedByFirstRow(); // reading it will say what is wrong
    Result<std::unique_ptr<ByteSource>> bytes = workbook->archive().open(**member);
    if (!bytes)
        return bytes.error();
    auto out = std::make_unique<SheetTable>(std::move(workbook), std::move(*bytes), std::move(*ranges));
    for (std::string& text : remarks)
        out->remark(std::move(text));
    if (merged > 0)
        out->remark(std::to_string(merged)
            + " ranges of cells are merged; a value that spans several rows stands in each of them");
    return std::unique_ptr<TableSource>(std::move(out));
}

} // namespace antecedent::importers
