// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Columns of known lists by their headings, case ignored. Threads: pure.

#include "model/base/text.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

inline constexpr std::size_t kNoHeading = static_cast<std::size_t>(-1);

// The first column that has one of the names, `time|starttime`, those named first preferred; kNoHeading: none.
inline std::size_t findHeading(const std::vector<std::string>& columns, std::string_view names)
{
    for (const std::string_view name : split(names, '|'))
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (equalsIgnoreCase(columns[c], name))
                return c;
    return kNoHeading;
}

} // namespace antecedent::importers
