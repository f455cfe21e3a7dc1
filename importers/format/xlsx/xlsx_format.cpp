// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xlsx/xlsx_format.h"

#include "importers/format/xlsx/sheet_table.h"
#include "model/base/text.h"

namespace antecedent::importers {

namespace {

std::optional<FormatMatch> matchXlsx(std::string_view head, std::string_view name)
{
    if (!head.starts_with("PK\x03\x04"))
        return std::nullopt;
    if (head.find("xl/workbook") != std::string_view::npos || head.find("xl/worksheets") != std::string_view::npos)
        return FormatMatch{100, phrase("a workbook of a spreadsheet program")};
    const std::string lower = toLowerAscii(name);
    if (lower.ends_with(".xlsx") || lower.ends_with(".xlsm"))
        return FormatMatch{60, phrase("the name of a workbook")};
    return std::nullopt;
}

// A sheet that can't be read is none of them; the first says so.
Result<std::vector<std::string>> listParts(ByteSource& bytes)
{
    const Result<std::unique_ptr<Workbook>> workbook = Workbook::open(bytes);
    if (!workbook)
        return workbook.error();
    std::vector<std::string> out;
    for (const WorkbookSheet& sheet : (*workbook)->sheets())
        if (!sheet.isHidden && hasTable(**workbook, sheet).value_or(false))
            out.push_back(sheet.name);
    return out;
}

const WorkbookSheet* firstTable(const Workbook& workbook)
{
    for (const WorkbookSheet& sheet : workbook.sheets())
        if (!sheet.isHidden && hasTable(workbook, sheet).value_or(false))
            return &sheet;
    return nullptr;
}

// Of the sheets that are not read.
std::vector<SheetRemark> remarksOf(const Workbook& workbook)
{
    std::vector<SheetRemark> out;
    for (const WorkbookSheet& sheet : workbook.sheets()) {
        if (sheet.isHidden)
            out.push_back({DiagnosticCode::SourceRemark,
                "the sheet " + sheet.name + " is hidden and was left out; #" + sheet.name
                    + " behind the file name reads it"});
        else if (const Result<bool> isTable = hasTable(workbook, sheet); !isTable)
            out.push_back({DiagnosticCode::UnreadablePart,
                "the sheet " + sheet.name + " can't be read and was left out: " + isTable.error().detail});
    }
    return out;
}

std::string namesOf(const Workbook& workbook)
{
    std::string out;
    for (const WorkbookSheet& sheet : workbook.sheets())
        out += (out.empty() ? "" : ", ") + sheet.name + (sheet.isHidden ? " (hidden)" : "");
    return out;
}

Result<std::unique_ptr<TableSource>> openXlsx(ByteSource& bytes, std::string_view part, const TextHints& /*hints*/)
{
    Result<std::unique_ptr<Workbook>> workbook = Workbook::open(bytes);
    if (!workbook)
        return workbook.error();
    const WorkbookSheet* first = firstTable(**workbook);
    const WorkbookSheet* found = part.empty() ? first : (*workbook)->find(part);
    if (found == nullptr && part.empty()) {
        Error none{ErrorCode::NotData, {}, "a workbook without a sheet that has rows; sheets: " + namesOf(**workbook)};
        for (const SheetRemark& remark : remarksOf(**workbook)) {
            if (remark.code != DiagnosticCode::UnreadablePart)
                continue;
            none.code = ErrorCode::CorruptInput;
            none.detail += "; " + remark.text;
        }
        return none;
    }
    if (found == nullptr)
        return Error{ErrorCode::InvalidArgument, {},
            "the workbook has no sheet " + std::string(part) + "; sheets: " + namesOf(**workbook)};
    std::vector<SheetRemark> remarks = found == first ? remarksOf(**workbook) : std::vector<SheetRemark>();
    const WorkbookSheet sheet = *found;
    if (const Result<void> read = (*workbook)->readCellParts(); !read)
        return read.error();
    return openSheet(std::move(*workbook), sheet, std::move(remarks));
}

} // namespace

Format xlsxFormat()
{
    Format out;
    out.id = "xlsx";
    out.title = "workbooks (.xlsx)";
    out.hasHeadings = false;
    out.match = &matchXlsx;
    out.parts = &listParts;
    out.open = &openXlsx;
    return out;
}

} // namespace antecedent::importers
