// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The tunable constants of batch-wise condition evidence, each with its reason. They were settled on simulated plants
// whose causes are known and then left alone; changing one changes results, so the version below changes with them.
// Units: microseconds where a name ends in Us, hours or days as named otherwise. Threads: constants.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace antecedent::condition {

inline constexpr std::string_view kMethodVersion = "condition-2";

inline constexpr std::int64_t kMinuteUs = 60'000'000;
inline constexpr std::int64_t kHourUs = 60 * kMinuteUs;
inline constexpr std::int64_t kDayUs = 24 * kHourUs;

// --- Features and indicators ---------------------------------------------------------------------------------------
inline constexpr std::size_t kFewestSamples = 3; // a median of less is a single reading
inline constexpr std::size_t kFewestForNoise = 5; // second differences and halves need some
inline constexpr std::size_t kFewestForRun = 4; // of a cleaning run, which is short
inline constexpr std::size_t kFewestUses = 12; // a centre and a spread from fewer uses mean nothing
inline constexpr double kSuccessiveToSd = 0.954; // median of absolute successive differences of normal noise, in sd
inline constexpr double kPhaseClip = 6; // one phase of one use can't dominate an indicator
inline constexpr double kIndicatorClip = 8;
inline constexpr double kRelativeFloor = 1e-3; // spread below a thousandth of the value is resolution, not noise
inline constexpr std::int64_t kChatterUs = 30 * kMinuteUs; // repeats of an alarm within this are one onset
inline constexpr std::int64_t kAlarmBackUs = 24 * kHourUs; // alarms between uses count for the next use this far back
inline constexpr std::int64_t kFirstUseBackUs = 6 * kHourUs; // the first use has no previous one

// --- Season: utilities drift with the weather, and units of one class follow together ------------------------------
inline constexpr std::int64_t kSeasonHalfUs = 3 * kDayUs; // slow mean of the covariate
inline constexpr double kSeasonR2 = 0.15; // weaker relations are chance

// --- Condition score -----------------------------------------------------------------------------------------------
inline constexpr std::size_t kUsesBack = 3; // a condition persists over uses, a disturbance does not
inline constexpr double kValueCap = 8; // one indicator can't say more than this
inline constexpr double kWeightLeast = 0.3; // indicator without persistence
inline constexpr double kWeightDivisor = 0.5; // autocorrelation that earns full weight
inline constexpr double kPersistenceClip = 3; // outliers must not make or hide persistence
inline constexpr double kAlarmWeight = 1.5; // alarms are made to mean something, process values are not
inline constexpr double kCalmShare = 0.8; // the background rate of an alarm is that of the calmer uses
inline constexpr std::size_t kTopIndicators = 3; // combined into the score
inline constexpr double kManyIndicators = 0.3; // many indicators reach a high value by chance: logarithmic discount

// --- Likelihood ratio ----------------------------------------------------------------------------------------------
inline constexpr double kCalibrator = 0.3; // e(u) = k u^(k-1), a p-to-e calibrator
inline constexpr double kShrink = 100; // an asset's own mean is shrunk to the pool with this many uses
inline constexpr double kRepaired = 2; // corrective work with a functional failure mode follows
inline constexpr double kNotRepaired = 0.7;
inline constexpr std::int64_t kRepairUs = 21 * kDayUs; // so long after the use

// --- Where the failure can have come from --------------------------------------------------------------------------
inline constexpr double kNamedUnit = 4; // the deviation names the unit
inline constexpr double kInUse = 2; // the unit was in use at t0
inline constexpr double kLater = 0.05; // used after t0: only if the time is wrong
inline constexpr double kUpstream = 0.2; // batches that were consumed
inline constexpr double kService = 0.5; // skid that cleaned the unit
inline constexpr double kWholeUnit = 0.15; // narrower leads: the unit itself when parts are known
inline constexpr std::int64_t kLaterUs = kHourUs;
inline constexpr std::int64_t kStillInUseUs = 30 * kMinuteUs;
inline constexpr std::int64_t kServiceBackUs = 10 * kDayUs; // a cleaning older than this served another use

// --- Competition of causes: relative prior masses ------------------------------------------------------------------
inline constexpr double kMassAsset = 3;
inline constexpr double kMassNone = 0.25;
inline constexpr double kMassOperator = 0.15; // over all operator codes
inline constexpr double kMassMaterial = 0.1; // over a nominal number of lots
inline constexpr double kMassUtility = 0.05;
inline constexpr double kMassRecipe = 0.02; // only where a product has several
inline constexpr double kNominalLots = 60;
inline constexpr double kComplaint = 8; // a quality event names the lot
inline constexpr double kUntestedLot =
    0.5; // a lot runs through neighbours as a condition does: what no test shows is half
inline constexpr double kAdministrative = 0.05; // asset mass for purely administrative deviations
inline constexpr double kClassWeight = 3; // the prior of a class' shares weighs as much as so many failures
inline constexpr int kRounds = 20; // of expectation and maximisation; shares are stable long before
inline constexpr std::int64_t kOperatorBackUs = 72 * kHourUs;
inline constexpr std::int64_t kUtilityBackUs = 12 * kHourUs; // an outage counts this long before t0
inline constexpr double kPlausible = 0.5; // from here an asset is worth its own counters and a sentence

// --- Verdict -------------------------------------------------------------------------------------------------------
inline constexpr double kAlpha = 0.05;
inline constexpr double kAssetShare = 0.5; // of the posterior: above, all assets together outweigh everything else
inline constexpr double kShownHere = 0.2; // the condition shows at a failure among the highest fifth of good uses
inline constexpr std::size_t kGapUses =
    2 * kUsesBack - 1; // a score covers kUsesBack uses; between two there is one more
inline constexpr double kExceedance = 0.9; // beyond this share of the good uses is beyond the matched range
inline constexpr double kExceedanceWide = 0.85; // sensitivity runs of the limit
inline constexpr double kExceedanceNarrow = 0.95;
inline constexpr double kEnoughCoverage = 0.9;

// --- Impact --------------------------------------------------------------------------------------------------------
inline constexpr double kImpactShare = 0.35; // of the failure's own condition score
inline constexpr int kImpactGap = 2; // uses below it in a row that still belong to the same condition
inline constexpr double kImpactQuantile = 0.7; // a score that three in ten good uses reach is nothing special
inline constexpr std::size_t kImpactUses = 25; // either way

} // namespace antecedent::condition
