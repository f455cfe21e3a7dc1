// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/casework/version.h"

#include "build_hash.h"

namespace antecedent::casework {

std::string programVersion()
{
    return ANTECEDENT_VERSION;
}

std::string buildHash()
{
    return ANTECEDENT_BUILD_HASH;
}

} // namespace antecedent::casework
