// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A record as it was imported: every value of the unified row, and the row of the source as it stands there with the
// names of its columns. Threads: any; the file is opened for the call.

#include "model/store/stated_row.h"
#include "widgets/document/investigation_data.h"

#include <QString>

#include <vector>

namespace antecedent::app {

struct OriginalCell
{
    QString column; // as in the source
    QString text;
};

struct RecordRows
{
    QString file; // name of the source; empty: the record has none of its own
    std::uint64_t row = 0; // data row
    std::uint64_t line = 0; // in the decoded text; 0: not known
    QString hash; // SHA-256 of the source
    QString original; // as it is
    std::vector<OriginalCell> cells; // of it; empty where the source has no columns
    QString table; // canonical
    std::vector<StatedValue> values; // of the unified row
};

Result<RecordRows> readRecordRows(const widgets::InvestigationData& snapshot, std::uint32_t event);

} // namespace antecedent::app
