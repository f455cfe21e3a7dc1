// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The facts of one failure, before any statistics: chronology, fit for use and differences of its batch, condition card
// of its asset at t0. Computed by the core as one answer to one question. A part is missing where its batch or asset is
// not known. Errors: Cancelled. Threads: pure; made in a job, shown on the GUI thread.

#include "model/facts/chronology.h"
#include "model/facts/condition.h"
#include "model/facts/differences.h"
#include "model/facts/fitness.h"
#include "widgets/document/investigation_data.h"

#include <optional>
#include <unordered_map>

namespace antecedent::app {

struct FactsQuestion
{
    widgets::DataPtr snapshot;
    std::size_t failure = 0; // position in InvestigationData::failures
    Duration before{};
    Duration after{};
    AsKnown known = AsKnown::Now; // of fit for use and condition
    bool operator==(const FactsQuestion&) const = default;
};

struct Facts
{
    FactsQuestion asked;
    Chronology chronology;
    std::optional<FitnessMatrix> fitness;
    std::optional<Differences> differences;
    std::optional<ConditionCard> card;
    bool isOpenWorkKnown = false; // whether "no open work" of the card means anything: work orders cover t0
    std::unordered_map<RecordId, std::uint32_t, RecordIdHash>
        events; // positions in UnifiedEvents of records named here

    const Failure& failure() const { return asked.snapshot->failures[asked.failure]; }
    const Dataset& dataset() const { return asked.snapshot->dataset; }
    std::optional<std::uint32_t> eventOf(const RecordId& record) const;
};

Result<Facts> computeFacts(const FactsQuestion& question, const std::stop_token& stop);

} // namespace antecedent::app
