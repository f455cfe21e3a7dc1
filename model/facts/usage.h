// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How much equipment was used: batches, run hours, cycles and cleaning cycles per asset and period, and which
// maintenance, calibration or replacement is due by use rather than by calendar. Batches and cycles are those of the
// asset's unit, cycles from a meter where its readings bracket the period; cleaning cycles are the cleanings of the
// asset, those that a skid did included; where it has none of its own, those of its parts, else of what it is built
// into. Unknown is nullopt,
// never 0. Threads: pure. Errors: InvalidArgument with the line of a damaged threshold.

#include "model/base/zone.h"
#include "model/facts/condition.h"

namespace antecedent {

struct UsagePeriod
{
    Interval time;
    std::string name; // "2026-03", "2026-W14", or "all"
};

enum class PeriodLength : std::uint8_t { All, Month, Week };

struct AssetUsage
{
    AssetIndex asset;
    std::size_t period = 0; // position in the periods
    std::optional<int> batches; // begun in the period
    std::optional<double> runHours;
    std::optional<double> cycles;
    bool isMetered = false; // cycles
    std::optional<int> cleanings; // ended in the period; failed ones count, they were cycles too
    std::vector<RecordId> records; // steps and cleanings
};

enum class UsageUnit : std::uint8_t { Batches, RunHours, Cycles, Cleanings };
const char* toText(UsageUnit unit); // batches, run_hours, cycles, cleanings

// What may not be exceeded since a counter was set back.
struct UsageThreshold
{
    std::string asset; // id; empty: by class
    std::string assetClass; // empty with an empty asset: every unit
    std::string since = "since_maintenance"; // a counter of the condition card
    UsageUnit unit = UsageUnit::Batches;
    double value = 0;
    std::string basis; // where it stands: "SOP-17", or a note
    bool operator==(const UsageThreshold&) const = default;
};

enum class TriggerState : std::uint8_t { Due, Soon, NotDue, Unknown };
const char* toText(TriggerState state); // due, soon, not_due, unknown
inline constexpr double kSoonShare = 0.9; // of the limit

struct UsageTrigger
{
    AssetIndex asset;
    UsageThreshold threshold;
    TriggerState state = TriggerState::Unknown;
    std::optional<double> used;
    bool isAtLeast = false; // never set back in the data: used since they begin
    TimeValue last; // when it was set back
    std::string ref;
    RecordId record; // that set it back
    std::optional<Timestamp> passed; // when the limit was reached
};

// First step or running state of all to the last record on the axis; nullopt without any record.
std::optional<Interval> usedSpan(const AlignmentContext& context);

// Calendar periods of a zone that together cover the span; the first and the last are cut to it.
std::vector<UsagePeriod> usagePeriods(const Interval& span, PeriodLength length, const Zone& zone);

// Ascending by asset as given, then period.
std::vector<AssetUsage> usageOf(
    const AlignmentContext& context, const std::vector<AssetIndex>& assets, const std::vector<UsagePeriod>& periods);

// Thresholds of the table `limits` in force at t: kinds usage, pm, calibration and campaign in batches, run hours or
// cycles.
std::vector<UsageThreshold> thresholdsOf(const Dataset& dataset, Timestamp t);
// CSV with the columns asset_id, asset_class, since, unit, value, basis in any order; unit and value are required.
Result<std::vector<UsageThreshold>> parseThresholds(std::string_view csv);

// Of `assets`; empty: of all. Due first, then by share of the limit, asset and unit. Assets that a threshold names and
// the data do not are left out.
std::vector<UsageTrigger> usageTriggers(const ConditionFacts& facts, const std::vector<UsageThreshold>& thresholds,
    Timestamp at, AsKnown known = AsKnown::Now, const std::vector<AssetIndex>& assets = {});
// Names in thresholds that no asset has.
std::vector<std::string> unknownAssets(const Dataset& dataset, const std::vector<UsageThreshold>& thresholds);

} // namespace antecedent
