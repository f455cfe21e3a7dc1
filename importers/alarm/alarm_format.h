// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The format "alarms": journals of control systems (alarm_dialect.h) as a table with a row per alarm (alarm_table.h).

#include "importers/format/format.h"

namespace antecedent::importers {

Format alarmFormat();

} // namespace antecedent::importers
