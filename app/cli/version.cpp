// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/version.h"

#include "app/casework/version.h"
#include "model/base/zone.h"
#include "model/store/schema_version.h"

#include <QtGlobal>

namespace antecedent::cli {

std::string versionText()
{
    return "antecedent-cli " + casework::programVersion() + "\nbuild " + casework::buildHash() + "\nQt " + qVersion()
        + "\nSQLite " + sqliteVersion() + "\nschema " + std::to_string(schemaVersion()) + "\ntime zones "
        + zoneRulesVersion();
}

} // namespace antecedent::cli
