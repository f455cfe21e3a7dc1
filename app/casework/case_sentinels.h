// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person chose as failures of a case (semantics.md: a case is its failures, sources, plan …): a filter on events
// or on the values of a tag, which occurrence per asset, when an excursion is over and how long it must last, and why;
// kept as documents of the case, so that the audit trail repeats each with its values, also a removal.
// Errors: InvalidFilter, InvalidArgument (the same is there already; no such sentinel), InvestigationDamaged, those of
// the store. Threads: that of the file.

#include "model/alignment/sentinels.h"
#include "model/evidence/plan.h"
#include "model/store/case_file.h"

#include <optional>
#include <string>
#include <vector>

namespace antecedent::casework {

struct StoredSentinel
{
    std::string id; // SEN-001, per case
    SentinelRule rule; // its filter in canonical form
    std::string reason;
    bool isRemoved = false;
    std::string removalReason;
    std::int64_t firstDocument = 0; // number among all documents of the file when it was chosen
};

// All that there ever were, ascending by id.
Result<std::vector<StoredSentinel>> storedSentinels(const CaseFile& file, const CaseInfo& info);
// The dataset says which names are tags.
Result<StoredSentinel> addSentinel(
    CaseFile& file, const CaseInfo& info, const Dataset& dataset, const SentinelRule& rule, const std::string& reason);
Result<void> removeSentinel(CaseFile& file, const CaseInfo& info, const std::string& id, const std::string& reason);

// Whether it was chosen after the plan was frozen, so that its results are exploratory. False without a frozen plan.
Result<bool> isLaterThanPlan(const CaseFile& file, const CaseInfo& info, std::int64_t firstDocument);

// What a choice of failures, made for one result, means for that result.
struct ChoiceStanding
{
    enum class Kind : std::uint8_t {
        Planned, // the case had these failures before its plan was frozen, or has no plan yet
        Among, // some of the failures of a planned choice: that one is analysed, and some of it shown
        Later, // chosen after the plan was frozen: exploratory
    } kind = Kind::Planned;
    std::optional<StoredSentinel> sentinel; // the stored choice that it is, or is among
    FailureSet failures; // Among: all of that choice
};
Result<ChoiceStanding> standingOf(const CaseFile& file, const CaseInfo& info, const AlignmentContext& context,
    const SentinelRule& rule, const FailureSet& chosen, const AnchorRule& anchor, SampleReader* samples);

// The plan for a result on failures that were chosen later: exploratory, and counted as a look once per choice and
// plan. The file must be open for writing.
Result<AnalysisPlan> planForLaterChoice(
    CaseFile& file, const CaseInfo& info, AnalysisPlan plan, const SentinelRule& rule);

} // namespace antecedent::casework
