// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/version.h"

#include "build_hash.h"
#include "model/base/zone.h"
#include "model/store/schema_version.h"

#include <QtGlobal>

namespace antecedent::cli {

std::string programVersion()
{
    return ANTECEDENT_VERSION;
}

std::string buildHash()
{
    return ANTECEDENT_BUILD_HASH;
}

std::string versionText()
{
    return "antecedent-cli " + programVersion() + "\nbuild " + buildHash() + "\nQt " + qVersion() + "\nSQLite "
        + sqliteVersion() + "\nschema " + std::to_string(schemaVersion()) + "\ntime zones " + zoneRulesVersion();
}

} // namespace antecedent::cli
