// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xlsx/sheet_table.h"

#include "importers/format/xml/xml_reader.h"

#include <algorithm>
#include <charconv>

namespace antecedent::importers {

namespace {

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
    for (; at < reference.size() && out.column <= SheetRows::kMostColumns; ++at) {
        const char c = static_cast<char>(reference[at] & ~0x20);
        if (c < 'A' || c > 'Z')
            break;
        out.column = out.column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    (void)std::from_chars(reference.data() + at, reference.data() + reference.size(), out.row);
    return out;
}

// The merged cells stand behind all others, so the member is searched for them first.
Result<void> findMerged(const ZipArchive& archive, const ZipMember& member, SheetRows& out)
{
    const Result<std::unique_ptr<ByteSource>> bytes = archive.open(member);
    if (!bytes)
        return bytes.error();
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
            out.addMerged({first.row, last.row, first.column, last.column});
        }
        if (isLast)
            return {};
        text.erase(0, end);
    }
}

std::size_t numberOf(std::string_view text)
{
    std::size_t out = 0;
    (void)std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

bool isTrue(std::string_view text)
{
    return text == "1" || text == "true";
}

// Hands over the rows of a sheet, with the cells as they stand in it.
class SheetHandler : public XmlTextHandler
{
public:
    void startElement(std::string_view name, const XmlAttributes& attributes) final
    {
        if (name == "col" && isTrue(attributes.find("hidden"))) {
            hideColumns(numberOf(attributes.find("min")), numberOf(attributes.find("max")));
        } else if (name == "row") {
            const std::size_t stated = placeOf(attributes.find("r")).row;
            m_row = stated > 0 ? stated : m_row + 1;
            m_column = 0;
            startRow(m_row, isTrue(attributes.find("hidden")));
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
        m_isCut = m_isCut || (m_isValue && m_value.size() + text.size() > SharedTexts::kLongest);
        if (m_isValue && !m_isCut)
            m_value += text;
    }

protected:
    virtual void hideColumns(std::size_t /*first*/, std::size_t /*last*/) { }
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
    SheetTable(std::unique_ptr<Workbook> workbook, std::unique_ptr<ByteSource> bytes, SheetRows rows,
        std::vector<SheetRemark> remarks)
        : m_workbook(std::move(workbook))
        , m_member(std::move(bytes))
        , m_reader(*m_member, *this)
        , m_rows(std::move(rows))
    {
        say(std::move(remarks));
        say(m_rows.remarksBefore());
    }

private:
    void say(std::vector<SheetRemark> remarks)
    {
        for (SheetRemark& remark : remarks)
            note(remark.code, std::move(remark.text));
    }
    Result<bool> more(CsvWriter& rows) override
    {
        m_out = &rows;
        const Result<bool> read = m_reader.more();
        m_out = nullptr;
        if (read && *read)
            return true;
        m_rows.finish(rows);
        if (!read) { // the archive is damaged from here on
            note(DiagnosticCode::UnreadablePart, read.error().detail + "; the rows before it were read");
            return false;
        }
        noteEnd(m_reader.problem(), m_reader.isCut());
        say(m_rows.remarksAfter(m_workbook->texts().cut()));
        return false;
    }

    void hideColumns(std::size_t first, std::size_t last) override { m_rows.hideColumns(first, last); }
    void startRow(std::size_t row, bool isHidden) override { m_rows.startRow(row, isHidden); }

    void cell(std::size_t column) override
    {
        if (column == 0 || column > SheetRows::kMostColumns)
            return;
        if (m_value.empty()) {
            if (m_hasFormula)
                m_rows.addWithoutValue();
            return;
        }
        if (m_isCut)
            m_rows.addCutText();
        m_rows.cell(column, valueText());
    }

    std::string valueText() const
    {
        if (m_type == "s") {
            std::size_t index = 0;
            (void)std::from_chars(m_value.data(), m_value.data() + m_value.size(), index);
            return std::string(m_workbook->texts().at(index));
        }
        if (m_type == "b")
            return m_value == "0" || m_value == "false" ? "FALSE" : "TRUE";
        if (m_type.empty() || m_type == "n")
            return numberText(m_value, m_workbook->formOf(m_style), m_workbook->isFrom1904());
        return m_value;
    }

    void endRow() override
    {
        if (std::string problem = m_rows.endRow(*m_out); !problem.empty())
            m_reader.stop(std::move(problem));
        else if (m_out->text().size() > kRowsAtOnce)
            m_reader.pause();
    }

    std::unique_ptr<Workbook> m_workbook;
    std::unique_ptr<ByteSource> m_member;
    XmlReader m_reader;
    SheetRows m_rows;
    CsvWriter* m_out = nullptr;
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

Result<const ZipMember*> memberOf(const Workbook& workbook, std::size_t sheet)
{
    const ZipMember* member = workbook.archive().find(workbook.memberOf(sheet));
    if (member == nullptr)
        return Error{
            ErrorCode::CorruptInput, {}, "the workbook: the sheet " + workbook.sheets()[sheet].name + " is missing"};
    return member;
}

} // namespace

Result<bool> hasTable(const Workbook& workbook, std::size_t sheet)
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
    std::unique_ptr<Workbook> workbook, std::size_t sheet, std::vector<SheetRemark> remarks)
{
    if (const Result<void> read = workbook->readCellParts(); !read)
        return read.error();
    const Result<const ZipMember*> member = memberOf(*workbook, sheet);
    if (!member)
        return member.error();
    SheetRows rows;
    if (!findMerged(workbook->archive(), **member, rows))
        rows = SheetRows(); // reading it will say what is wrong
    Result<std::unique_ptr<ByteSource>> bytes = workbook->archive().open(**member);
    if (!bytes)
        return bytes.error();
    return std::unique_ptr<TableSource>(
        std::make_unique<SheetTable>(std::move(workbook), std::move(*bytes), std::move(rows), std::move(remarks)));
}

} // namespace antecedent::importers
