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

Result<std::vector<std::string>> listParts(ByteSource& bytes)
{
    return listSheets(Workbook::open(bytes));
}

Result<std::unique_ptr<TableSource>> openXlsx(ByteSource& bytes, std::string_view part, const TextHints& /*hints*/)
{
    return openPart(Workbook::open(bytes), part);
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
