// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The format "xls": old binary workbooks (.xls, BIFF8 and BIFF5), each sheet with rows a table. Web pages and XML under
// the name of a workbook, as systems export them, are recognised and refused with what to do; text under that name is
// read as the text that it is.

#include "importers/format/format.h"

namespace antecedent::importers {

Format xlsFormat();

} // namespace antecedent::importers
