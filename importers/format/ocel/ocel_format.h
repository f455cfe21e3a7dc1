// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Object-centric event logs: OCEL 2.0 as JSON, XML and SQLite (the specification at ocel-standard.org), OCEL 1.0 as
// JSON and XML (its root is named as that of XES, but holds `events` and `objects`). One log gives the same rows in
// each of them: an event is a row, with the objects that it concerns; its asset is the first object of a type that
// stands for equipment, its batch the first of a type that stands for a batch. Objects of these types are rows of their
// own, as are changes of an object's attributes; objects of other types stand with the events only, which is said.
// Threads: pure.

#include "importers/format/format.h"

namespace antecedent::importers {

Format ocelFormat();

} // namespace antecedent::importers
