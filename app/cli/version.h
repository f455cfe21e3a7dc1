// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What this program and its libraries are, for --version.

#include <string>

namespace antecedent::cli {

std::string versionText(); // several lines: version, build, Qt, SQLite, schema

} // namespace antecedent::cli
