// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a journal table keeps while it reads: the line at hand and the batches that are open. Private to journal_table
// and journal_messages. Threads: one.

#include "importers/format/journal/journal_table.h"

namespace antecedent::importers {

struct JournalTable::Line
{
    StepStamp at;
    std::string uniqueId; // or the batch id where there is none
    std::string batchId;
    RecipePath path;
    std::string description; // English where the journal has it
    std::string event; // in English
    std::string value; // in English
    std::string shownDescription; // as written
    std::string unit;
    std::string equipment;
    std::string phase;
    std::string phaseName;
    std::string user;
    std::string materialName;
    std::string materialId;
    std::string lot;
    std::string container;
    RecipeLevel level = RecipeLevel::Batch;

    // The place that the line speaks of; its name from the recipe or the phase.
    StepPlace place() const;
    std::string stepName() const;
};

struct JournalTable::Batch final : StepSink
{
    Batch(JournalTable& journal, std::string unique, std::string id)
        : table(&journal)
        , uniqueId(std::move(unique))
        , batchId(std::move(id))
        , steps(*this)
    {
    }
    void onStep(const TrackedStep& step) override;
    void onState(const TrackedState& state) override;

    JournalTable* table;
    std::string uniqueId;
    std::string batchId;
    StepStamp first; // the line that named it first
    StepStamp start;
    StepStamp end;
    std::string status;
    std::string state; // between running and the end
    StepStamp since;
    std::string product;
    std::string recipe;
    std::string formula;
    std::string header;
    std::string disposition;
    StepTracker steps;
    std::map<std::string, StepStamp> allocations; // by resource, unit of measure and path
    bool isTold = false; // a row of this batch was given before
};

} // namespace antecedent::importers
