// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Names of assets and tags, and what tags measure: what the data suggest, and what people decided about them. A
// decision is a document of the whole file with a reason in the audit trail; taking it back is one more. It counts from
// the next load of the dataset on. Threads: that of the file.

#include "model/identity/alias_proposals.h"
#include "model/store/case_file.h"
#include "model/timeline/alias_decisions.h"
#include "model/timeline/parameter_decisions.h"

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace antecedent::casework {

struct AliasStanding
{
    NameKind kind = NameKind::Asset;
    std::string name;
    std::optional<AliasProposal> proposal; // none where the data suggest nothing, and of a refused name
    std::optional<AliasDecision> decision; // the latest, withdrawn ones too
    std::optional<ParameterDecision> parameter; // in place of it, of the kind Parameter
};

// Every name that something is suggested for or decided about, ascending by kind and name. Only a name that nobody has
// decided anything about is safe to confirm: what was taken back once needs a person again, and so does a tag that is
// called as an asset is. `only`: of this kind; nullopt: of all. Errors: Cancelled, those of the store.
Result<std::vector<AliasStanding>> aliasStandings(const CaseFile& file, const CaseInfo& investigationCase,
    const Dataset& dataset, const std::stop_token& stop = {}, std::optional<NameKind> only = std::nullopt);

// Nobody has settled the name, neither a person nor a list.
bool isUndecided(const AliasProposal& proposal);
// Of whatever kind the decision is; nullopt where there never was one.
std::optional<AliasState> decidedState(const AliasStanding& standing);
// The asset's id, or the parameter.
const std::string& meaningOf(const Dataset& dataset, const AliasCandidate& candidate);
// The decision that a candidate asks for: dated, where the data say when the name meant it.
AliasDecision decisionOf(const Dataset& dataset, const AliasCandidate& candidate);

// What is to be decided at once. No name may stand in two of the first three.
template <class Decision> struct Wishes
{
    std::map<std::string, Decision> confirm = {}; // in place of earlier decisions
    std::vector<std::string> refuse = {}; // each an asset of its own; a tag that measures none of these
    std::vector<std::string> withdraw = {};
    // Passes over names that stand above, or that anything is decided about.
    std::map<std::string, Decision> confirmUndecided = {};
};
struct NameWishes
{
    Wishes<AliasDecision> names = {}; // of assets, and the assets of tags
    Wishes<ParameterDecision> parameters = {}; // of tags
};
struct DecidedNow
{
    AliasDecisions names;
    ParameterDecisions parameters;
};

// Adds the standings that are safe to confirm; `only` as above.
void confirmSafe(const Dataset& dataset, const std::vector<AliasStanding>& standings, NameWishes& wishes,
    std::optional<NameKind> only = std::nullopt);
std::size_t countSafe(const std::vector<AliasStanding>& standings, std::optional<NameKind> only = std::nullopt);

// Stores all decisions or none, and returns them. Errors: InvalidArgument for a name that stands twice, that is an
// asset of the list or would be its own name, for periods that overlap and for periods of a tag, for a parameter of a
// tag whose list states one in the case's data, whatever was decided before; for a refusal of a name that nothing has,
// for a withdrawal where nothing is decided; those of the store.
Result<DecidedNow> decideNames(CaseFile& file, const CaseInfo& investigationCase, const Dataset& dataset,
    const NameWishes& wishes, const std::string& reason);

} // namespace antecedent::casework
