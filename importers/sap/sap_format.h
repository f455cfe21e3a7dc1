// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The format "sap": lists of SAP plant maintenance (sap_cells.h) as a table with fixed columns (sap_row.h).

#include "importers/format/format.h"

namespace antecedent::importers {

Format sapFormat();

} // namespace antecedent::importers
