// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Condition card of an asset at any time: counters since maintenance, calibration, cleaning, replacement; overdue; open
// work; last as-found state. As known then uses only records that were entered by that time (recorded, status history,
// `reported` of work orders); a source without entry times is named as not available. Unknown is nullopt, never 0 or
// "not overdue". The asset counts with its parts; cleaning and use of a part are those of its unit. Threads: pure.

#include "model/alignment/align.h"

namespace antecedent {

enum class AsKnown : std::uint8_t { Now, Then };

struct Counter
{
    std::string name; // since_maintenance, since_preventive, since_corrective, since_replacement, since_calibration,
                      // since_cleaning
    std::optional<double> hours; // all unknown if there is no such record
    std::optional<double> runHours;
    std::optional<int> batches; // begun since
    std::optional<double> cycles; // a meter, else uses (unit procedures)
    TimeValue last;
    std::string ref; // "WO-17", "CAL-3", "CL-9"
    RecordId record;
    std::vector<RecordId> uses; // steps behind batches and cycles
};

struct Overdue
{
    std::string kind; // calibration, pm
    TimeValue due;
    double byS = 0; // seconds past due
    std::string ref;
    AssetIndex asset;
    RecordId record;
};

struct OpenWork
{
    std::string id;
    AssetIndex asset;
    RecordId record;
};

struct AsFound
{
    AssetIndex asset; // the instrument
    std::string point;
    std::string calibration;
    TimeValue performed;
    Decimal error;
    Decimal tolerance;
    std::string unit;
    std::string result; // of the as-found state
    RecordId record;
};

struct KnownDifference
{
    Phrase what; // "work order WO-17 closed", "calibration CAL-3"
    TimeValue happened;
    TimeValue entered; // unknown where the source has no entry times
    RecordId record;
};

struct ConditionCard
{
    AssetIndex asset;
    Timestamp at;
    AsKnown known = AsKnown::Now;
    std::vector<Counter> counters; // fixed order, all six
    std::vector<Overdue> overdue; // ascending by kind, asset, ref
    std::vector<std::string> dueUnknown; // kinds (calibration, pm) without any due date: nothing is said about overdue
    std::vector<OpenWork> openWork; // ascending by id
    std::vector<AsFound> asFound; // latest per instrument and point, ascending by instrument, point
    std::optional<AsFound> lastAsFound; // the latest of all
    std::vector<KnownDifference> enteredLater; // happened by then, entered after: known now, not known then
    std::vector<std::string> notAvailable; // tables without entry times, for AsKnown::Then
    OperatingBasis basis = OperatingBasis::Coverage;

    const Counter& counter(std::string_view name) const;
};

// Cards of many assets and times: keeps the maintenance records sorted by asset. What resets a counter says the
// configuration of the context, which must outlive it.
class ConditionFacts
{
public:
    explicit ConditionFacts(const AlignmentContext& context);

    ConditionCard card(AssetIndex asset, Timestamp at, AsKnown known) const;
    const AlignmentContext& context() const { return m_context; }

    // Whether the record was entered in its system by t; nullopt where its source states no entry time.
    static std::optional<bool> wasEntered(const TimeValue& entered, Timestamp t);
    // Entry time of a work order: recorded, else its first status, else reported.
    TimeValue entryOf(const WorkOrder& order) const;
    // When the order was finished for the system: its closing status, else the finish. Unknown while open.
    TimeValue closedAt(const WorkOrder& order, AsKnown known) const;
    // Open at t: on the axis by then, neither finished nor cancelled.
    bool isOpenAt(const WorkOrder& order, Timestamp t, AsKnown known) const;
    // The newest limit of a kind for the asset (own, its unit's, its class', or general) in effect at t; null if none.
    const Limit* limitFor(std::string_view kind, AssetIndex asset, std::string_view product, Timestamp t) const;

private:
    struct Search;
    void addWork(Search& search) const;
    void addCalibrations(Search& search) const;
    void addCleanings(Search& search) const;
    void addInstallations(Search& search) const;
    void addOverdue(Search& search) const;
    void count(ConditionCard& card) const;
    TimeValue dueByLimit(std::string_view kind, AssetIndex asset, const TimeValue& last, Timestamp at) const;

    const AlignmentContext& m_context;
    std::vector<std::vector<std::uint32_t>> m_orders; // per asset, positions in Dataset::workOrders
    std::vector<std::vector<std::uint32_t>> m_calibrations;
    std::vector<std::vector<std::uint32_t>> m_cleanings;
    std::vector<std::vector<std::uint32_t>> m_installations;
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_status; // per work order id, by time
};

ConditionCard conditionAt(const AlignmentContext& context, AssetIndex asset, Timestamp at, AsKnown known);

} // namespace antecedent
