// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The facts of a failure as tables in words: cells, a sentence above, the records behind each row or cell, and what to
// say where there is nothing. Unknown is a dash, a cell that does not apply is empty. Threads: pure.

#include "app/window/facts/facts.h"
#include "widgets/common/site_time.h"
#include "widgets/itemmodels/text_table_model.h"

namespace antecedent::app {

// What stands behind a row or a cell, and what it says in full.
struct FactsBasis
{
    QString title;
    QString text;
    std::vector<std::uint32_t> events; // positions in UnifiedEvents
    std::size_t offAxis = 0; // records that have no time, or are not in this case
};

struct FactsTable
{
    std::vector<std::vector<widgets::TableCell>> rows;
    std::vector<std::vector<FactsBasis>> bases; // per row: one for the whole row, or one per column
    QString note; // what is shown, with its denominators
    QString empty; // one sentence in place of the rows

    void add(std::vector<widgets::TableCell> cells, std::vector<FactsBasis> behind = {});
    const FactsBasis* basisOf(int row, int column) const; // null: nothing is behind it
};

std::vector<widgets::TableColumn> chronologyColumns();
std::vector<widgets::TableColumn> fitnessColumns();
std::vector<widgets::TableColumn> differencesColumns();
std::vector<widgets::TableColumn> conditionColumns();
std::vector<widgets::TableColumn> knownColumns();

// Always both in site time and in UTC.
FactsTable chronologyTable(const Facts& facts);
FactsTable fitnessTable(const Facts& facts, AsKnown known, const widgets::SiteTime& times);
FactsTable differencesTable(const Facts& facts);
FactsTable conditionTable(const Facts& facts, AsKnown known, const widgets::SiteTime& times);
// Every answer that is another one now than it was then, and the records behind that.
FactsTable knownTable(const Facts& facts, const widgets::SiteTime& times);

// `Since preventive` for since_preventive.
QString counterName(const std::string& name);
// `Calibrated`
QString checkName(FitnessCheck check);
// `TAB-420`, a dash for none.
QString assetName(const Dataset& dataset, AssetIndex asset);
FactsBasis basisOn(const Facts& facts, QString title, QString text, const std::vector<RecordId>& records);

} // namespace antecedent::app
