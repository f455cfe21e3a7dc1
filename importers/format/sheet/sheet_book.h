// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which sheets of a workbook are tables, which one a source names, and what is to be said of the others, whatever the
// workbook's file format. Threads: pure.

#include "importers/format/sheet/sheet_rows.h"
#include "importers/format/table_source.h"
#include "model/base/result.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace antecedent::importers {

struct SheetInfo
{
    std::string name;
    bool isHidden = false;
};

// Whether a sheet has two filled rows or more, by its place. Errors: it can't be read that far.
using HasTableFn = std::function<Result<bool>(std::size_t)>;

// The names of the visible sheets that are tables. A sheet that can't be read is none of them; the first says so.
std::vector<std::string> tableNames(const std::vector<SheetInfo>& sheets, const HasTableFn& hasTable);

struct SheetChoice
{
    std::size_t sheet = 0; // its place
    std::vector<SheetRemark> remarks; // of the sheets that are not read, with the first table
};
// `part`: a sheet's name; empty: the first table. Errors: InvalidArgument, NotData, CorruptInput.
Result<SheetChoice> chooseSheet(
    const std::vector<SheetInfo>& sheets, const HasTableFn& hasTable, std::string_view part);

// The same for a workbook that was opened, or not: `Book` has sheets(), hasTable(book, place) and openSheet(book,
// place, remarks).
template <class Book> Result<std::vector<std::string>> listSheets(const Result<std::unique_ptr<Book>>& book)
{
    if (!book)
        return book.error();
    return tableNames((*book)->sheets(), [&](std::size_t sheet) { return hasTable(**book, sheet); });
}
template <class Book>
Result<std::unique_ptr<TableSource>> openPart(Result<std::unique_ptr<Book>> book, std::string_view part)
{
    if (!book)
        return book.error();
    Result<SheetChoice> chosen =
        chooseSheet((*book)->sheets(), [&](std::size_t sheet) { return hasTable(**book, sheet); }, part);
    if (!chosen)
        return chosen.error();
    return openSheet(std::move(*book), chosen->sheet, std::move(chosen->remarks));
}

} // namespace antecedent::importers
