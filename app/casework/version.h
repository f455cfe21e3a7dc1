// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What this program is, as reports state it. Threads: pure.

#include <string>

namespace antecedent::casework {

std::string programVersion(); // "0.1.0"
std::string buildHash(); // short commit hash, with "+" if the tree was changed; "unknown" outside a checkout

} // namespace antecedent::casework
