// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The format "historian": process data in the shapes of signal_columns.h as a table with a row per value.

#include "importers/format/format.h"

namespace antecedent::importers {

Format historianFormat();

} // namespace antecedent::importers
