// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Journals without headings, whose columns are known by position: the alarm history (.alh) and the event log (.evt) of
// InduSoft Web Studio, with bars (its documentation, "Format of the alarm history", "Format of the event log"); the
// alarm log of Plant SCADA (Citect), of fixed width by the default of [AlarmLog]Format, or of other widths in the same
// order, found by the gaps that all lines share. They get the headings that alarm_systems.cpp knows. Threads: pure.

#include "importers/text/delimited_rows.h"
#include "importers/text/line_cells.h"

#include <optional>
#include <string_view>

namespace antecedent::importers {

struct PositionalJournal
{
    DelimitedHead head; // with the headings
    LineCutter cut;
    bool isCertain = true; // false: the columns are found by their gaps
    std::size_t lines = 0; // that were looked at
};

// `head`: the first bytes of the source. nullopt: no such journal.
std::optional<PositionalJournal> findPositionalJournal(std::string_view head, const TextHints& hints = {});

} // namespace antecedent::importers
