// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// B2MML and BatchML (ISA-95, ISA-88 as XML), V02 to V0701. Threads: pure.

#include "importers/format/format.h"

namespace antecedent::importers {

Format b2mmlFormat();

} // namespace antecedent::importers
