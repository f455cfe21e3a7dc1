// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// --join, --on and --take: columns of another list that a profile looks up by a key. Threads: main.

#include "app/cli/options.h"
#include "app/cli/session.h"
#include "importers/recognise.h"

namespace antecedent::cli {

// Adds them to the mapping and says what was found. Errors: those of the list, InvalidArgument for columns that are not
// there.
Result<void> joinList(
    Session& session, const InspectOptions& options, const importers::SourceHead& head, importers::Profile& mapping);

} // namespace antecedent::cli
