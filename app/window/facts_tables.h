// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The facts of a failure as tables in words: cells, a sentence above, the record behind each row, and what to say where
// there is nothing. Unknown is a dash, a cell that does not apply is empty. Threads: pure.

#include "app/window/facts.h"
#include "widgets/common/site_time.h"
#include "widgets/itemmodels/text_table_model.h"

namespace antecedent::app {

struct FactsTable
{
    std::vector<std::vector<widgets::TableCell>> rows;
    std::vector<std::optional<std::uint32_t>> events; // per row; none: its record is not on the time axis
    QString note; // what is shown, with its denominators
    QString empty; // one sentence in place of the rows

    void add(std::vector<widgets::TableCell> cells, std::optional<std::uint32_t> event = std::nullopt);
};

std::vector<widgets::TableColumn> chronologyColumns();
std::vector<widgets::TableColumn> fitnessColumns();
std::vector<widgets::TableColumn> differencesColumns();
std::vector<widgets::TableColumn> conditionColumns();

// Always both in site time and in UTC.
FactsTable chronologyTable(const Facts& facts);
FactsTable fitnessTable(const Facts& facts, const widgets::SiteTime& times);
FactsTable differencesTable(const Facts& facts);
FactsTable conditionTable(const Facts& facts, const widgets::SiteTime& times);

} // namespace antecedent::app
