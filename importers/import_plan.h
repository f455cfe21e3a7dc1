// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Everything that decides how a source is read: importer, text form, mapping, zone, date orders. A value: proposed by
// inspect, shown, changed by the user, kept with the source as JSON. Threads: plain values.

#include "importers/profile/profile.h"
#include "importers/text/text_hints.h"
#include "importers/text/text_source.h"
#include "importers/text/time_reader.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace antecedent::importers {

struct ImportPlan
{
    std::string importer; // "canonical:<table>" or "profile:<name>"
    std::string compression; // "gzip" or empty
    std::string format; // id of a format whose flat table is read (importers/format); empty: delimited text
    std::string container; // id of the format, a workbook, in whose flat table the format's text stands; mostly empty
    std::string part; // of the container or format, a sheet; empty: the only one
    TextForm form;
    TextHints hints; // of the text that a format reads
    std::string encodingNote; // why the encoding is another than the beginning of the source suggests; may be empty
    Dialect dialect;
    std::vector<std::string> header; // as in the source
    std::vector<std::string> columns; // names as mappings see them
    Profile mapping;
    std::string zone; // for times without offset and without a rule of their own; empty: none stated
    AmbiguousPolicy ambiguous = AmbiguousPolicy::Earlier;
    std::map<std::string, DateDecision> dateOrders; // by source column; only columns with dates in question
    std::set<std::string> several; // source columns with more than one value, of those for which the mapping asks
};

// Sorted keys, no line breaks; equal plans give equal bytes. A profile's text is part of it.
std::string toJson(const ImportPlan& plan);

} // namespace antecedent::importers
