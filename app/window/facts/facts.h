// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The facts of one failure, before any statistics: chronology, fit for use and differences of its batch, condition of
// an asset at t0 and over time, as known then and now. Computed by the core as one answer to one question. A part is
// missing where its batch or asset is not known. Errors: Cancelled. Threads: pure; made in a job, shown on the GUI
// thread.

#include "model/facts/chronology.h"
#include "model/facts/condition_history.h"
#include "model/facts/differences.h"
#include "model/facts/fitness.h"
#include "model/facts/usage.h"
#include "widgets/document/investigation_data.h"

#include <array>
#include <memory>
#include <optional>
#include <unordered_map>

namespace antecedent::app {

struct FactsQuestion
{
    widgets::DataPtr snapshot;
    std::size_t failure = 0; // position in InvestigationData::failures
    Duration before{}; // how far `window` reaches
    Duration after{};
    WindowOptions window;
    AssetIndex asset; // whose condition; invalid: of none
    int against = 10; // good batches to compare with
    std::string filter; // of the chronology; empty: all records
    PeriodLength period = PeriodLength::All; // of the usage
    std::vector<UsageThreshold> thresholds; // beside those of the data
    bool operator==(const FactsQuestion& other) const;
};

struct Facts
{
    FactsQuestion asked;
    Chronology chronology;
    std::array<std::optional<FitnessMatrix>, 2> fitness; // by AsKnown
    std::optional<Differences> differences;
    std::array<std::optional<ConditionCard>, 2> cards; // by AsKnown
    std::array<bool, 2> isOpenWorkKnown{}; // whether "no open work" of the card means anything
    std::shared_ptr<const ConditionHistory> history; // null without asset
    std::vector<UsagePeriod> periods; // up to t0
    std::vector<AssetUsage> usage; // of the assets that may be asked for
    std::array<std::vector<UsageTrigger>, 2> triggers; // at t0, by AsKnown
    std::size_t unmatched = 0; // rows of the chronology that the filter leaves out
    std::unordered_map<RecordId, std::uint32_t, RecordIdHash>
        events; // positions in UnifiedEvents of records named here

    const std::optional<FitnessMatrix>& fitnessAs(AsKnown known) const
    {
        return fitness[static_cast<std::size_t>(known)];
    }
    const std::optional<ConditionCard>& cardAs(AsKnown known) const { return cards[static_cast<std::size_t>(known)]; }
    const Failure& failure() const { return asked.snapshot->failures[asked.failure]; }
    const Dataset& dataset() const { return asked.snapshot->dataset; }
    std::optional<std::uint32_t> eventOf(const RecordId& record) const;
};

// Assets whose condition may be asked for: of the failure first, then its unit with all parts, then those of the steps
// of its batch, each ascending by position.
std::vector<AssetIndex> assetsToAsk(const widgets::InvestigationData& data, const Failure& failure);

Result<Facts> computeFacts(const FactsQuestion& question, const std::stop_token& stop, const ProgressFn& progress = {});

} // namespace antecedent::app
