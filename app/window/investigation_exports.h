// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the open investigation gives to other tools: every record as canonical tables, and event logs for process
// mining, of whole batches or of the windows around the failures at hand. Answers in words, for the banner. Errors:
// those of exportTables(), align() and the writers. Threads: any; the snapshot is shared, the file is opened for the
// call.

#include "model/alignment/align.h"
#include "widgets/document/investigation_data.h"

#include <QString>

#include <optional>
#include <stop_token>

namespace antecedent::app {

Result<QString> exportRecords(const std::string& file, const QString& folder, const std::stop_token& stop);

struct LogExport
{
    widgets::DataPtr snapshot;
    QString path; // its ending is the form: csv, xes, jsonocel, sqlite
    // Position of a failure: the windows of all failures of its classification and of their controls; none: all
    // records.
    std::optional<std::size_t> failure;
    WindowOptions window;
};
Result<QString> exportEventLog(const LogExport& wanted, const std::stop_token& stop, const ProgressFn& progress);

// For the dialog that asks for the file.
QString logFileFilters();
// The path, with the ending of the chosen filter where it has none that is known.
QString withLogEnding(const QString& path, const QString& filter);

} // namespace antecedent::app
