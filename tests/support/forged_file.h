// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What somebody with the source code and a motive could do to a finished investigation: change one stored event inside
// its chunk and make every seal, sum, digest and the audit chain anew, so that the file looks untouched. The source
// copy stays. For tests of verification only. Threads: own connection.

#include "model/base/result.h"
#include "model/domain/record_batch.h"

#include <functional>
#include <string>

namespace antecedent::testing {

// Changes the first event for which it returns true, given the events of a chunk and a row; it changes that row only.
using EventForger = std::function<bool(RecordBatch& events, std::size_t row)>;

// InvalidArgument if no event was changed, else the store's errors.
Result<void> forgeEvent(const std::string& path, const EventForger& forge);

} // namespace antecedent::testing
