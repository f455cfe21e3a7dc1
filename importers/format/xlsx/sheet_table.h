// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One sheet of a workbook as a flat table. Threads: one reader at a time.

#include "importers/format/sheet/sheet_rows.h"
#include "importers/format/table_source.h"
#include "importers/format/xlsx/workbook.h"

#include <memory>
#include <string>
#include <vector>

namespace antecedent::importers {

// True if at least two rows of the sheet have a filled cell. Errors: it can't be read that far.
Result<bool> hasTable(const Workbook& workbook, std::size_t sheet);

// `remarks` are notes of the table besides its own.
Result<std::unique_ptr<TableSource>> openSheet(
    std::unique_ptr<Workbook> workbook, std::size_t sheet, std::vector<SheetRemark> remarks);

} // namespace antecedent::importers
