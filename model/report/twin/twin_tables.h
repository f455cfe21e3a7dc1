// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Records as plain tables of texts, the form in which the twin keeps them (records/<table>.csv) and in which the second
// path of the verification reads them, whether they come from a twin or from an investigation file. First column
// record_id, then the canonical columns that the dataset holds, then onset_uncertainty_s (half the width of the stated
// precision plus the clock uncertainty of the source). Times are ISO 8601 UTC with the decimals of the source, numbers
// have the digits of the source, unknown is empty. Rows ascend by their text. Threads: pure.

#include "model/base/csv_table.h"
#include "model/domain/dataset.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

using TwinTable = CsvTable;
using TwinTables = std::map<std::string, TwinTable>; // by table name of canonical.md

// Which events are kept; all other tables are kept whole. `position` is a row of Dataset::events.
using EventFilter = std::function<bool(std::size_t position)>;

TwinTables tablesOf(const Dataset& dataset, const EventFilter& keepEvent = {});

} // namespace antecedent
