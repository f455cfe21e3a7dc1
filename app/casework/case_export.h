// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The canonical tables of a file as CSV files in a folder, `assets.csv`, `events.csv`, … Threads: those of the file.

#include "model/export/canonical_csv.h"

#include <string>

namespace antecedent {
class CaseFile;
}

namespace antecedent::casework {

// Makes the folder. Errors: FileExists if it holds a file of that name for any table, which may be a source, or be left
// of another export; nothing is left of an export that fails, no folder either that was made for it. FileUnwritable,
// those of the file, Cancelled.
Result<CanonicalExport> exportTables(const CaseFile& file, const std::string& folder, const std::stop_token& stop = {});

} // namespace antecedent::casework
