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
constexpr std::uint64_t kMostPadding = std::uint64_t{512} << 20U; // bytes for empty cells and rows
// Texts that many cells share, and merged cells, repeat what stands in the workbook once.
constexpr std::size_t kMostRow = std::size_t{16} << 20U; // bytes of a row
constexpr std::uint64_t kMostTable = std::uint64_t{16} << 30U;
constexpr std::size_t kRowsAtOnce = std::size_t{1} << 20U; // bytes, then the reader pauses
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
struct MergedRanges
{
    std::multimap<std::size_t, Merged> byFirstRow; // those over several rows
    std::size_t count = 0;
    std::size_t ignored = 0; // beyond the first kMostMerged
};

// They stand behind the cells, so the member is searched for them first.
Result<MergedRanges> findMerged(const ZipArchive& archive, const ZipMember& member)
{
    const Result<std::unique_ptr<ByteSource>> bytes = archive.open(member);
    if (!bytes)
        return bytes.error();
    MergedRanges out;
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
            ++out.count;
            if (first.row == 0 || last.row <= first.row || first.column == 0 || first.column > kMostColumns)
                continue;
            if (out.byFirstRow.size() < kMostMerged)
                out.byFirstRow.emplace(first.row, Merged{first.column, last.row, {}});
            else
                ++out.ignored;
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
            m_isCut = false;
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
        m_isCut = m_isCut || (m_isValue && m_value.size() + text.size() > Workbook::kLongestCell);
        if (m_isValue && !m_isCut)
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
    bool m_isCut = false;

private:
    std::size_t m_row = 0;
    std::size_t m_column = 0;
    int m_aids = 0;
    bool m_isValue = false;
};

class SheetTable final : public TableSource, private SheetHandler
{
public:
    SheetTable(std::unique_ptr<Workbook> workbook, std::unique_ptr<ByteSource> bytes,
        std::multimap<std::size_t, Merged> merged)
        : m_workbook(std::move(workbook))
        , m_member(std::move(bytes))
        , m_reader(*m_member, *this)
        , m_merged(std::move(merged))
    {
    }
    using TableSource::note;
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
        noteEnd(m_reader.problem(), m_reader.isCut());
        if (m_hiddenRows > 0)
            remark(
                std::to_string(m_hiddenRows) + " rows are hidden in the sheet, by a filter or by hand; they were read");
        if (m_withoutValue > 0)
            remark(std::to_string(m_withoutValue) + " cells have a formula whose value was not saved; they are empty");
        if (const std::uint64_t cut = m_cutCells + m_workbook->cutTexts(); cut > 0)
            note(DiagnosticCode::UnreadablePart,
                std::to_string(cut) + " texts are longer than a cell can be and were cut at 128 KB");
    }

    void startRow(std::size_t row, bool isHidden) override
    {
        m_cells.clear();
        m_rowBytes = 0;
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
        m_cutCells += m_isCut ? 1U : 0U;
        fill(column, valueText());
    }

    void fill(std::size_t column, std::string text)
    {
        if (m_rowBytes > kMostRow)
            return;
        if (column > m_cells.size())
            m_cells.resize(column);
        m_rowBytes += text.size();
        m_cells[column - 1] = std::move(text);
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
            return numberText(m_value, m_workbook->formOf(m_style), m_workbook->isFrom1904());
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
        m_bytes += m_rowBytes;
        if (m_padding > kMostPadding || m_rowBytes > kMostRow || m_bytes > kMostTable) {
            m_reader.stop(m_padding > kMostPadding ? "the sheet has too many empty cells"
                    : m_rowBytes > kMostRow        ? "row " + std::to_string(m_thisRow) + " has more than 16 MB of text"
                                                   : "the sheet has more than 16 GB of text");
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
        if (m_out->text().size() > kRowsAtOnce)
            m_reader.pause();
    }

    // The value of cells that are one over several rows stands in each of these.
    void fillMerged()
    {
        for (auto next = m_merged.begin(); next != m_merged.end() && next->first <= m_thisRow;
             next = m_merged.erase(next)) {
            Merged& merged = next->second;
            if (next->first < m_thisRow || merged.column > m_cells.size() || m_cells[merged.column - 1].empty())
                continue; // nothing to repeat
            merged.value = m_cells[merged.column - 1];
            m_active.insert_or_assign(merged.column, std::move(merged));
        }
        if (m_cells.empty())
            return;
        for (auto next = m_active.begin(); next != m_active.end();) {
            const auto& [column, merged] = *next;
            if (merged.last < m_thisRow) {
                next = m_active.erase(next);
                continue;
            }
            if (column > m_cells.size() || m_cells[column - 1].empty())
                fill(column, merged.value);
            ++next;
        }
    }

    std::unique_ptr<Workbook> m_workbook;
    std::unique_ptr<ByteSource> m_member;
    XmlReader m_reader;
    std::multimap<std::size_t, Merged> m_merged; // by first row, those that have not begun
    std::map<std::size_t, Merged> m_active; // by column, of which no two can meet
    std::vector<std::string> m_cells; // of the row at hand
    CsvWriter* m_out = nullptr;
    std::size_t m_thisRow = 0;
    std::size_t m_line = 0; // rows that are written
    std::size_t m_rowBytes = 0;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_padding = 0;
    std::uint64_t m_cutCells = 0;
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
        if (!more)
            return more.error();
        if (!*more && !reader.problem().empty())
            return Error{ErrorCode::CorruptInput, {}, reader.problem()};
        if (!*more)
            return false;
    }
}

Result<std::unique_ptr<TableSource>> openSheet(
    std::unique_ptr<Workbook> workbook, const WorkbookSheet& sheet, std::vector<SheetRemark> remarks)
{
    const Result<const ZipMember*> member = memberOf(*workbook, sheet);
    if (!member)
        return member.error();
    Result<MergedRanges> ranges = findMerged(workbook->archive(), **member);
    if (!ranges)
        ranges = MergedRanges(); // reading it will say what is wrong
    Result<std::unique_ptr<ByteSource>> bytes = workbook->archive().open(**member);
    if (!bytes)
        return bytes.error();
    auto out = std::make_unique<SheetTable>(std::move(workbook), std::move(*bytes), std::move(ranges->byFirstRow));
    for (SheetRemark& remark : remarks)
        out->note(remark.code, std::move(remark.text));
    if (ranges->count > 0)
        out->remark(std::to_string(ranges->count)
            + " ranges of cells are merged; a value that spans several rows stands in each of them");
    if (ranges->ignored > 0)
        out->note(DiagnosticCode::UnreadablePart,
            "merged ranges beyond the first " + std::to_string(kMostMerged)
                + " stand in their first row only: " + std::to_string(ranges->ignored));
    return std::unique_ptr<TableSource>(std::move(out));
}

} // namespace antecedent::importers
