// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A table as it is shown, as CSV (RFC 4180, UTF-8, CRLF; model/base/csv_guard.h). Error: FileUnwritable. Threads: GUI.

#include "model/base/result.h"

#include <QByteArray>
#include <QStringList>

class QAbstractItemModel;

namespace antecedent::app {

QByteArray csvLine(const QStringList& cells);
Result<void> writeCsv(const QAbstractItemModel& model, const QString& path);

} // namespace antecedent::app
