// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A pin as the JSON document that a case keeps. Keys sorted; equal pins give equal bytes. A pin that was taken back
// stays, with the reason. Errors: InvestigationDamaged. Threads: pure.

#include "model/base/result.h"
#include "model/evidence/assessment.h"

#include <string>
#include <string_view>

namespace antecedent {

struct KeptPin
{
    Pin pin;
    bool isRemoved = false;
    std::string removedBy;
    std::string removalReason;
};

std::string pinJson(const KeptPin& kept);
Result<KeptPin> parsePin(std::string_view json);

} // namespace antecedent
