// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xls/xls_sheet.h"

#include "importers/format/xls/biff_records.h"
#include "importers/format/xls/little_endian.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>

namespace antecedent::importers {

namespace {

constexpr std::size_t kRowsAtOnce = std::size_t{1} << 20U; // bytes
constexpr std::uint16_t kWorksheet = 0x0010;
constexpr std::size_t kFirstOfMulRk = 4;
constexpr std::size_t kEntryOfMulRk = 6;
constexpr std::size_t kMostBefore = 300'000; // records without a cell that are looked through for one
constexpr std::size_t kLeastCell = 6; // bytes of its place and style
constexpr std::size_t kMostBetween = 8; // records between a formula and the text that it gives

bool isCell(const BiffRecord& record)
{
    if (record.data.size() < kLeastCell)
        return false;
    switch (record.id) {
    case Biff::Formula:
    case Biff::MulRk:
    case Biff::RString:
    case Biff::LabelSst:
    case Biff::Number:
    case Biff::Label:
    case Biff::BoolErr:
    case Biff::Rk:
        return true;
    default:
        return false;
    }
}

using RecordFn = std::function<bool(const BiffRecord& record, std::size_t at)>;

// The records of a sheet, without those of the charts inside of it, until `take` is false. Error CorruptInput: no sheet
// stands there. The value: whether the sheet's end was found, or was not looked for any more.
Result<bool> walk(const XlsBook& book, std::size_t sheet, const RecordFn& take)
{
    std::size_t at = book.placeOf(sheet);
    std::optional<BiffRecord> record = biffRecord(book.stream(), at);
    if (!record || record->id != Biff::Bof || wordAt(record->data, 2) != kWorksheet)
        return Error{ErrorCode::CorruptInput, {},
            "the workbook: the sheet " + book.sheets()[sheet].name + " does not begin where it should"};
    std::size_t depth = 1;
    for (at = record->next; (record = biffRecord(book.stream(), at)); at = record->next) {
        depth += record->id == Biff::Bof ? 1U : 0U;
        depth -= record->id == Biff::Eof ? 1U : 0U;
        if (depth == 0)
            return true;
        if (depth == 1 && !take(*record, at))
            return true;
    }
    return false;
}

struct SheetIndex
{
    struct Cell
    {
        std::uint32_t at = 0; // of its record in the stream
        std::uint16_t row = 0; // from 0
    };
    std::vector<Cell> cells;
    std::vector<bool> isHiddenRow;
    SheetRows rows; // what is to be known before the first row
    bool isCut = false;
};

void addMerged(std::string_view data, SheetRows& rows)
{
    constexpr std::size_t kRange = 8;
    const std::size_t count = wordAt(data, 0);
    for (std::size_t i = 0, at = 2; i < count && at + kRange <= data.size(); ++i, at += kRange)
        rows.addMerged({wordAt(data, at) + std::size_t{1}, wordAt(data, at + 2) + std::size_t{1},
            wordAt(data, at + 4) + std::size_t{1}, wordAt(data, at + 6) + std::size_t{1}});
}

Result<SheetIndex> indexOf(const XlsBook& book, std::size_t sheet)
{
    constexpr std::uint16_t kIsHiddenRow = 0x0020;
    constexpr std::uint16_t kIsHiddenColumn = 0x0001;
    SheetIndex out;
    const auto take = [&](const BiffRecord& record, std::size_t at) {
        const std::string_view data = record.data;
        const std::uint16_t row = wordAt(data, 0);
        if (isCell(record)) {
            out.cells.push_back({static_cast<std::uint32_t>(at), row});
        } else if (record.id == Biff::Row && (wordAt(data, 12) & kIsHiddenRow) != 0) {
            out.isHiddenRow.resize(std::max<std::size_t>(out.isHiddenRow.size(), row + std::size_t{1}));
            out.isHiddenRow[row] = true;
        } else if (record.id == Biff::ColInfo && (wordAt(data, 8) & kIsHiddenColumn) != 0) {
            out.rows.hideColumns(wordAt(data, 0) + std::size_t{1}, wordAt(data, 2) + std::size_t{1});
        } else if (record.id == Biff::MergeCells) {
            addMerged(data, out.rows);
        }
        return true;
    };
    const Result<bool> ended = walk(book, sheet, take);
    if (!ended)
        return ended.error();
    out.isCut = !*ended;
    const auto isBefore = [](const SheetIndex::Cell& a, const SheetIndex::Cell& b) { return a.row < b.row; };
    if (!std::is_sorted(out.cells.begin(), out.cells.end(), isBefore))
        std::stable_sort(out.cells.begin(), out.cells.end(), isBefore);
    return out;
}

std::string errorWord(std::uint8_t code)
{
    switch (code) {
    case 0x00:
        return "#NULL!";
    case 0x07:
        return "#DIV/0!";
    case 0x0F:
        return "#VALUE!";
    case 0x17:
        return "#REF!";
    case 0x1D:
        return "#NAME?";
    case 0x24:
        return "#NUM!";
    default:
        return "#N/A";
    }
}

std::string doubleText(double value)
{
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value == 0 ? 0.0 : value);
    return {buffer.data(), end.ptr};
}

class XlsTable final : public TableSource
{
public:
    XlsTable(std::unique_ptr<XlsBook> book, SheetIndex index, std::vector<SheetRemark> remarks)
        : m_book(std::move(book))
        , m_index(std::move(index))
    {
        say(std::move(remarks));
        if (!m_book->remark().empty())
            note(DiagnosticCode::SourceRemark, m_book->remark());
        say(m_index.rows.remarksBefore());
    }

private:
    void say(std::vector<SheetRemark> remarks)
    {
        for (SheetRemark& remark : remarks)
            note(remark.code, std::move(remark.text));
    }

    Result<bool> more(CsvWriter& out) override
    {
        while (m_next < m_index.cells.size()) {
            if (std::string problem = addRow(out); !problem.empty()) {
                note(DiagnosticCode::UnreadablePart, problem + "; the rows before it were read");
                m_next = m_index.cells.size();
            }
            if (out.text().size() > kRowsAtOnce)
                return true;
        }
        m_index.rows.finish(out);
        if (m_index.isCut || m_book->isCut())
            note(DiagnosticCode::TruncatedSource, "the workbook is cut off; the rows before that were read");
        say(m_index.rows.remarksAfter(m_book->texts().cut()));
        return false;
    }

    std::string addRow(CsvWriter& out)
    {
        const std::size_t row = m_index.cells[m_next].row;
        m_index.rows.startRow(row + 1, row < m_index.isHiddenRow.size() && m_index.isHiddenRow[row]);
        for (; m_next < m_index.cells.size() && m_index.cells[m_next].row == row; ++m_next)
            addCells(m_index.cells[m_next].at);
        return m_index.rows.endRow(out);
    }

    void addCells(std::size_t at)
    {
        const std::optional<BiffRecord> record = biffRecord(m_book->stream(), at);
        if (!record)
            return;
        const std::string_view data = record->data;
        const std::size_t column = wordAt(data, 2) + std::size_t{1};
        const std::uint16_t style = wordAt(data, 4);
        if (record->id != Biff::MulRk) {
            m_index.rows.cell(column, textOf(*record, at, style));
            return;
        }
        std::size_t next = column;
        for (std::size_t i = kFirstOfMulRk; i + kEntryOfMulRk + 2 <= data.size(); i += kEntryOfMulRk)
            m_index.rows.cell(next++, numberIn(rkNumber(longAt(data, i + 2)), wordAt(data, i)));
    }

    std::string textOf(const BiffRecord& record, std::size_t at, std::uint16_t style)
    {
        constexpr std::size_t kValue = 6;
        const std::string_view data = record.data;
        switch (record.id) {
        case Biff::LabelSst:
            return std::string(m_book->texts().at(longAt(data, kValue)));
        case Biff::Label:
        case Biff::RString:
            return textAt(at, kValue);
        case Biff::Number:
            return numberIn(doubleAt(data, kValue), style);
        case Biff::Rk:
            return numberIn(rkNumber(longAt(data, kValue)), style);
        case Biff::BoolErr:
            return byteAt(data, kValue + 1) != 0 ? errorWord(byteAt(data, kValue))
                                                 : (byteAt(data, kValue) != 0 ? "TRUE" : "FALSE");
        default:
            return resultOf(record, style);
        }
    }

    // What a formula gave when the workbook was saved.
    std::string resultOf(const BiffRecord& formula, std::uint16_t style)
    {
        constexpr std::uint16_t kIsNoNumber = 0xFFFF;
        const std::string_view data = formula.data;
        if (wordAt(data, 12) != kIsNoNumber)
            return numberIn(doubleAt(data, 6), style);
        switch (byteAt(data, 6)) {
        case 0:
            return textBehind(formula.next);
        case 1:
            return byteAt(data, 8) != 0 ? "TRUE" : "FALSE";
        case 2:
            return errorWord(byteAt(data, 8));
        default:
            return {};
        }
    }

    std::string textBehind(std::size_t at)
    {
        std::optional<BiffRecord> record = biffRecord(m_book->stream(), at);
        for (std::size_t i = 0; i < kMostBetween && record; ++i) {
            if (record->id == Biff::String)
                return textAt(at, 0);
            if (isCell(*record) || record->id == Biff::Eof)
                break;
            at = record->next;
            record = biffRecord(m_book->stream(), at);
        }
        m_index.rows.addWithoutValue();
        return {};
    }

    std::string textAt(std::size_t at, std::size_t skip)
    {
        BiffFields fields(m_book->stream(), at, skip);
        std::string out = biffText(fields, 2, m_book->isBiff5());
        return m_book->isBiff5() ? m_book->decoded(std::move(out)) : out;
    }

    std::string numberIn(double value, std::uint16_t style) const
    {
        return numberText(doubleText(value), m_book->formOf(style), m_book->isFrom1904());
    }

    std::unique_ptr<XlsBook> m_book;
    SheetIndex m_index;
    std::size_t m_next = 0; // cell
};

} // namespace

Result<bool> hasTable(const XlsBook& book, std::size_t sheet)
{
    std::optional<std::uint16_t> first;
    std::size_t before = 0;
    bool isTable = false;
    const auto take = [&](const BiffRecord& record, std::size_t /*at*/) {
        if (!isCell(record))
            return ++before < kMostBefore;
        const std::uint16_t row = wordAt(record.data, 0);
        isTable = first && *first != row;
        first = row;
        return !isTable;
    };
    const Result<bool> walked = walk(book, sheet, take);
    return walked ? Result<bool>(isTable) : walked;
}

Result<std::unique_ptr<TableSource>> openSheet(
    std::unique_ptr<XlsBook> book, std::size_t sheet, std::vector<SheetRemark> remarks)
{
    Result<SheetIndex> index = indexOf(*book, sheet);
    if (!index)
        return index.error();
    return std::unique_ptr<TableSource>(
        std::make_unique<XlsTable>(std::move(book), std::move(*index), std::move(remarks)));
}

} // namespace antecedent::importers
