// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One sheet of a workbook as a flat table. Threads: one reader at a time.

#include "importers/format/table_source.h"
#include "importers/format/xlsx/workbook.h"

#include <memory>
#include <string>
#include <vector>

namespace antecedent::importers {

// True if at least two rows of the sheet have a filled cell. Errors: those of its member.
Result<bool> hasTable(const Workbook& workbook, const WorkbookSheet& sheet);

// `remarks` are notes of the table besides its own.
Result<std::unique_ptr<TableSource>> openSheet(
    std::unique_ptr<Workbook> workbook, const WorkbookSheet& sheet, std::vector<std::string> remarks);

} // namespace antecedent::importers
