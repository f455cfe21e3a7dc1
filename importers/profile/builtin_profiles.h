// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The profiles that come with the product (resources/profiles), for shapes of exports that many sites have. Threads:
// pure.

#include "importers/profile/profile.h"

#include <vector>

namespace antecedent::importers {

// In order of name.
const std::vector<Profile>& builtinProfiles();
const Profile* findBuiltinProfile(std::string_view name);

} // namespace antecedent::importers
