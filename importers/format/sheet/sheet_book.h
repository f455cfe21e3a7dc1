// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which sheets of a workbook are tables, which one a source names, and what is to be said of the others, whatever the
// workbook's file format. Threads: pure.

#include "importers/format/sheet/sheet_rows.h"
#include "model/base/result.h"

#include <functional>
#include <string>
#include <string_view>
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

} // namespace antecedent::importers
