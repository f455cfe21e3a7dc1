// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Workbooks of spreadsheet programs (ISO/IEC 29500, .xlsx, .xlsm). Each visible sheet with at least two filled rows is
// a table; where its headings stand is looked for as in any list. A line of the table is a row of the sheet: empty rows
// stay as empty lines, line breaks in a cell become blanks. Values are what the program shows of them, not their
// formulas; numbers with a date format become dates. Threads: pure.

#include "importers/format/format.h"

namespace antecedent::importers {

Format xlsxFormat();

} // namespace antecedent::importers
