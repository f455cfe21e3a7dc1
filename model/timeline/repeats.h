// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The same fact in two sources that give events no id of their own: proposed where class and asset agree and the times
// are no further apart than their uncertainties, decided by a person, and merged once confirmed. Everything rests on
// the content of the events, so that proposals, their ids and the merged event are the same in any order of import.
// Threads: pure.

#include "model/base/result.h"
#include "model/domain/dataset.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

inline constexpr std::string_view kConfirmedRepeat = "confirmed";
inline constexpr std::string_view kRefusedRepeat = "refused";
inline constexpr std::string_view kWithdrawnRepeat = "withdrawn"; // as if nobody had decided

// A decision as it is stored (documents of the kind kDuplicateDocuments, named by the proposal's id).
struct RepeatDecision
{
    std::string state; // one of the three words
    std::vector<RecordId> statements;
};
std::string toJson(const RepeatDecision& decision);
// CorruptInput if the text is no decision.
Result<RepeatDecision> repeatDecisionFrom(std::string_view json);

// The id of a fact that is stated by these records, in any order.
std::string repeatIdOf(std::vector<RecordId> statements);

// Merges what is confirmed and proposes what else seems to be one fact, in a dataset whose events have ids and resolved
// assets. The event that stays has the most precise time, gaps filled from the other statements (of several values that
// of the statement recorded latest), the first of the sources, and an id made from all statements' ids.
void resolveRepeats(Dataset& dataset, const std::map<std::string, RepeatDecision>& decisions);

} // namespace antecedent
