// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sheets made for a test from cells, as a workbook of XML (.xlsx) or as an old binary one (.xls).

#include "tests/importers/format/xls/xls_bytes.h"
#include "tests/importers/format/zip_bytes.h"

#include <cstdio>
#include <string>
#include <vector>

namespace antecedent::importers::test {

enum class CellStyle { General, Date, Minutes, Milliseconds, Clock };

// A text, or a number as it is kept, with how it is shown.
struct SheetCell
{
    SheetCell(const char* content) // NOLINT(google-explicit-constructor): tables of cells are to be read
        : text(content)
    {
    }
    SheetCell(double value, CellStyle shown = CellStyle::General) // NOLINT(google-explicit-constructor)
        : isNumber(true)
        , number(value)
        , style(shown)
    {
    }
    std::string text;
    bool isNumber = false;
    double number = 0;
    CellStyle style = CellStyle::General;
};
using SheetCells = std::vector<std::vector<SheetCell>>;

inline std::string xlsxOf(const SheetCells& rows, const std::string& behind = {}, const std::string& name = "Sheet 1")
{
    const std::string styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd.mm.yyyy\\ hh:mm\"/>"
                               "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss.000\"/></numFmts>"
                               "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"
                               "<xf numFmtId=\"165\"/><xf numFmtId=\"21\"/></cellXfs>";
    std::string data;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        data += "<row r=\"" + std::to_string(r + 1) + "\">";
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            const SheetCell& cell = rows[r][c];
            const std::string place =
                "<c r=\"" + std::string(1, static_cast<char>('A' + c)) + std::to_string(r + 1) + "\"";
            if (cell.isNumber) {
                char number[40];
                std::snprintf(number, sizeof number, "%.17g", cell.number);
                data += place + " s=\"" + std::to_string(static_cast<int>(cell.style)) + "\"><v>" + number + "</v></c>";
            } else if (!cell.text.empty()) {
                data += place + " t=\"inlineStr\"><is><t>" + cell.text + "</t></is></c>";
            }
        }
        data += "</row>";
    }
    return zipOf(workbookMembers({{name, "<sheetData>" + data + "</sheetData>" + behind, {}}}, {}, styles));
}

inline std::string xlsOf(const SheetCells& rows, const std::string& behind = {}, const std::string& name = "Sheet 1")
{
    XlsSheet sheet{name, {}, 0};
    for (std::size_t r = 0; r < rows.size(); ++r)
        for (std::size_t c = 0; c < rows[r].size(); ++c) {
            const SheetCell& cell = rows[r][c];
            if (cell.isNumber)
                sheet.records += numberCell(r, c, cell.number, static_cast<std::size_t>(cell.style));
            else if (!cell.text.empty())
                sheet.records += labelCell(r, c, cell.text);
        }
    sheet.records += behind;
    return xlsFile(xlsStream({sheet}));
}

} // namespace antecedent::importers::test
