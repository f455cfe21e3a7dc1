// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// XES event logs (IEEE 1849-2016 and the versions before, with a namespace or without). One row per event; start and
// complete of one activity in a trace make one row with an end, suspend and resume one row `pause`. A trace ends with a
// row of its own. Points of the DataStream extension are rows `point` if their value is a number and `reading` if not;
// a row `tag` comes before the first of a tag. Defaults and classifiers of the log are no events. Threads: pure.

#include "importers/format/format.h"

namespace antecedent::importers {

Format xesFormat();

} // namespace antecedent::importers
