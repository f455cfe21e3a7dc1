// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What this program is: version, build, libraries. Printed by --version, in reports and in the audit trail.

#include <string>

namespace antecedent::cli {

std::string programVersion(); // "0.1.0"
std::string buildHash(); // short commit hash, with "+" if the tree was changed; "unknown" outside a checkout
std::string versionText(); // several lines: version, build, Qt, SQLite, schema

} // namespace antecedent::cli
