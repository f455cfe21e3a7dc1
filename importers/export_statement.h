// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What an export says of itself (text/export_lines.h), as the first part of a source shows it, whatever its format.
// Threads: pure.

#include "importers/recognise.h"
#include "importers/text/export_lines.h"

#include <string>

namespace antecedent::importers {

ExportStatement statementIn(const SourceHead& head);
// One line each, as import options take it; what is not said is left out.
std::string statementText(const ExportStatement& statement);

} // namespace antecedent::importers
