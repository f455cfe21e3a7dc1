// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/schema_version.h"

#include "model/store/schema.h"

#include <sqlite3.h>

namespace antecedent {

std::int64_t schemaVersion()
{
    return kSchemaVersion;
}

std::string sqliteVersion()
{
    return sqlite3_libversion();
}

} // namespace antecedent
