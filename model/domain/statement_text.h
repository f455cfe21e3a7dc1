// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The text of an export statement, one line each. Threads: pure.

#include "model/base/text.h"

#include <string_view>

namespace antecedent {

// Whether it says what the absence of a record means: anything beyond who exported, when, and by which system.
inline bool tellsOfAbsence(std::string_view statement)
{
    for (const std::string_view text : split(statement, '\n')) {
        const std::string_view line = trimmed(text);
        if (!line.empty() && !line.starts_with("by:") && !line.starts_with("system:") && !line.starts_with("exported:"))
            return true;
    }
    return false;
}

} // namespace antecedent
