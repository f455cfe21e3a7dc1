// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One sheet of an old binary workbook as a flat table. Its cells may stand in any order: where their rows do not go
// down, they are sorted. Threads: one reader at a time.

#include "importers/format/table_source.h"
#include "importers/format/xls/xls_book.h"

#include <memory>
#include <vector>

namespace antecedent::importers {

// True if at least two rows of the sheet have a filled cell. Errors: it can't be read that far.
Result<bool> hasTable(const XlsBook& book, std::size_t sheet);

// `remarks` are notes of the table besides its own.
Result<std::unique_ptr<TableSource>> openSheet(
    std::unique_ptr<XlsBook> book, std::size_t sheet, std::vector<SheetRemark> remarks);

} // namespace antecedent::importers
