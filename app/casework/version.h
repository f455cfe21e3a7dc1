// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What this program is, as reports state it. Threads: pure.

#include <string>

namespace antecedent::casework {

std::string programVersion(); // "0.1.0"
// Short commit hash: with "+" if the tree was changed, with "?" if git was not there to tell; "unknown" outside a
// checkout.
std::string buildHash();

} // namespace antecedent::casework
