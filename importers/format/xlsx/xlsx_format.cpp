// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xlsx/xlsx_format.h"

#include "importers/format/sheet/sheet_book.h"
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

HasTableFn lookInto(const Workbook& workbook)
{
    return [&workbook](std::size_t sheet) { return hasTable(workbook, sheet); };
}

Result<std::vector<std::string>> listParts(ByteSource& bytes)
{
    const Result<std::unique_ptr<Workbook>> workbook = Workbook::open(bytes);
    if (!workbook)
        return workbook.error();
    return tableNames((*workbook)->sheets(), lookInto(**workbook));
}

Result<std::unique_ptr<TableSource>> openXlsx(ByteSource& bytes, std::string_view part, const TextHints& /*hints*/)
{
    Result<std::unique_ptr<Workbook>> workbook = Workbook::open(bytes);
    if (!workbook)
        return workbook.error();
    Result<SheetChoice> chosen = chooseSheet((*workbook)->sheets(), lookInto(**workbook), part);
    if (!chosen)
        return chosen.error();
    if (const Result<void> read = (*workbook)->readCellParts(); !read)
        return read.error();
    return openSheet(std::move(*workbook), chosen->sheet, std::move(chosen->remarks));
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
