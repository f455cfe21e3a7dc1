// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Electronic batch records of the FactoryTalk Batch family (.evt, .evtj). Threads: pure.

#include "importers/format/format.h"

namespace antecedent::importers {

Format batchJournalFormat();

} // namespace antecedent::importers
