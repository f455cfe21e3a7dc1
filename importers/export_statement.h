// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a delimited export says of itself in the lines before its headings: `Exported by: M. Huber`, `Selektion;Werk
// 1200`, `Zeitraum: 01.01.2026 bis 31.03.2026`. Keys are known in English and German; other lines are left alone.
// Threads: pure.

#include "importers/recognise.h"

#include <string>

namespace antecedent::importers {

struct ExportStatement
{
    std::string by; // who exported
    std::string system;
    std::string filter;
    std::string from; // of the period, ISO 8601 where it can be read, else as it stands
    std::string to;
    std::string exported; // when, likewise
    std::string rows; // how many the system showed, digits

    // Says what the absence of a record means: a filter, a period, or how many rows there were.
    bool isTelling() const { return !filter.empty() || !from.empty() || !to.empty() || !rows.empty(); }
    bool operator==(const ExportStatement&) const = default;
};

// Nothing where a format reads the source, be it delimited text (an alarm journal, a list of SAP) or not.
ExportStatement statementIn(const SourceHead& head);
// One line each, as import options take it; what is not said is left out.
std::string statementText(const ExportStatement& statement);

} // namespace antecedent::importers
