// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Who is logged in, as the operating system knows it and not as the environment says: for the audit trail. Threads:
// call it from one thread at a time.

#include <string>

namespace antecedent {

// UTF-8. The number of the user where the system has no name for it; never empty.
std::string loginName();

} // namespace antecedent
