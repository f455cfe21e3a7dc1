// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Plain SQL over the chunks: the read-only virtual tables `events` and `samples`, with a column per canonical column
// (times as microseconds, numbers as text with the digits of the source), source_id, row and attributes. Bounds on time
// and, for samples, an equal tag choose the chunks. Nothing of it is stored in the file. Threads: those of the
// database.

#include "model/base/result.h"

namespace antecedent {

class Database;

Result<void> registerVirtualTables(Database& database);

} // namespace antecedent
