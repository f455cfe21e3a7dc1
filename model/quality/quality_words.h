// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Numbers and names in the sentences of findings. Threads: pure.

#include "model/base/phrase.h"
#include "model/domain/dataset.h"

namespace antecedent::quality {

Phrase lengthWords(double seconds); // "40 s", "12 min", "5.2 h", "3.1 d"
Phrase percentWords(double share); // "98 %"
// "alarm", or "work orders" where the records are no events.
Phrase streamName(const Dataset& dataset, TableId table, std::uint32_t category);

} // namespace antecedent::quality
