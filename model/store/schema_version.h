// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Versions that a record of provenance states: the file schema of this build and the SQLite library it runs on.

#include <cstdint>
#include <string>

namespace antecedent {

std::int64_t schemaVersion();
std::string sqliteVersion();

} // namespace antecedent
