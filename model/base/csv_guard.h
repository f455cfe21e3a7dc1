// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Cells of CSV files that people open in a spreadsheet program. It would run a text that starts with = + - @, a tab or
// a carriage return as a formula (OWASP, "CSV injection"), so such a text gets an apostrophe before it, which the
// program takes for "this is text". Numbers stay as they are. The guard comes off without loss:
// unguardedCell(guardedCell(t)) is t for every text t. Threads: pure.

#include <string>
#include <string_view>

namespace antecedent {

std::string guardedCell(std::string_view text);
std::string_view unguardedCell(std::string_view cell);

} // namespace antecedent
