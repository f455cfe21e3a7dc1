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

Result<std::vector<std::string>> partsOf(const Workbook& workbook)
{
    std::vector<std::string> out;
    for (const WorkbookSheet& sheet : workbook.sheets()) {
        if (sheet.isHidden)
            continue;
        const Result<bool> isTable = hasTable(workbook, sheet);
        if (!isTable)
            return isTable.error();
        if (*isTable)
            out.push_back(sheet.name);
    }
    return out;
}

Result<std::vector<std::string>> listParts(ByteSource& bytes)
{
    const Result<std::unique_ptr<Workbook>> workbook = Workbook::open(bytes);
    return workbook ? partsOf(**workbook) : Result<std::vector<std::string>>(workbook.error());
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
    const Result<std::vector<std::string>> parts = partsOf(**workbook);
    if (!parts)
        return parts.error();
    if (part.empty() && parts->empty())
        return Error{
            ErrorCode::NotData, {}, "a workbook without a sheet that has rows; sheets: " + namesOf(**workbook)};
    const std::string name = part.empty() ? parts->front() : std::string(part);
    const WorkbookSheet* found = (*workbook)->find(name);
    if (found == nullptr)
        return Error{
            ErrorCode::InvalidArgument, {}, "the workbook has no sheet " + name + "; sheets: " + namesOf(**workbook)};
    std::vector<std::string> remarks;
    if (!parts->empty() && name == parts->front())
        for (const WorkbookSheet& sheet : (*workbook)->sheets())
            if (sheet.isHidden)
                remarks.push_back("the sheet " + sheet.name + " is hidden and was left out; #" + sheet.name
                    + " behind the file name reads it");
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
