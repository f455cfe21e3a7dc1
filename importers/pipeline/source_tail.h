// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a list says of itself in its last lines, where it is longer than its head: its end is read before its rows, so
// that the statement is there when they are stored. Threads: any; reads the file.

#include "importers/recognise.h"

#include <string>

namespace antecedent::importers {

// `path`: of the file. Nothing of a packed source, of a format that is no delimited text, and of a source that the head
// has as a whole.
ExportStatement statementBehind(const std::string& path, const SourceHead& head);

} // namespace antecedent::importers
