// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The format "maximo": work orders of IBM Maximo as its REST interface gives them (JSON with a list "member", names
// lean or with the prefix spi:) and as its integration framework does (XML, WORKORDER inside of a set). A row per work
// order, by the attribute names of WORKORDER; what an attribute holds inside (status history, failure reports) is not
// read, and is counted. The JSON shape: IBM's test data as seen in open projects; the XML: described, no real message
// was at hand.

#include "importers/format/format.h"

namespace antecedent::importers {

Format maximoFormat();

} // namespace antecedent::importers
