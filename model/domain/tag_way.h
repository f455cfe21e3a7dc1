// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The way between two samples of a tag: "step" (a value holds until the next one) or "linear". An attribute of tags, as
// the file has no column for it. Threads: pure.

#include "model/domain/records.h"
#include "model/domain/table_spec.h"

#include <string_view>

namespace antecedent {

inline constexpr std::string_view kInterpolation = "interpolation";

// Its values hold until the next one; else, and where nothing is said, they are points of a line.
inline bool isStep(const Tag& tag)
{
    const auto stated = tag.head.attributes.find(std::string(kInterpolation));
    return stated != tag.head.attributes.end() && stated->second == "step";
}

// An attribute that has a meaning.
inline bool isKnownAttribute(TableId table, std::string_view name)
{
    return table == TableId::Tags && name == kInterpolation;
}

} // namespace antecedent
