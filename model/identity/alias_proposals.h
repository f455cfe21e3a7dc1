// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which asset a name may mean: for every name in the data that is not an asset's id, ranked candidates with a score
// from 0 to 1 and the reasons. Nothing is merged here: a person confirms, one by one or, where the default rule holds
// (isSafe), in bulk. The rules know words, numbers and short forms in general and no plant: what stands for what is
// learned from the assets and tags that the data list. Threads: pure.

#include "model/base/phrase.h"
#include "model/domain/dataset.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace antecedent {

inline constexpr double kSafeScore = 0.8; // the best candidate has at least this,
inline constexpr double kSafeLead = 0.2; // and at least so much more than the second
inline constexpr double kLeastScore = 0.3; // less is not shown
inline constexpr std::size_t kMostCandidates = 5;

// Which asset a name means, which asset a tag measures, which parameter of it (parameter_proposals.h).
enum class NameKind : std::uint8_t { Asset, Tag, Parameter };
enum class NameState : std::uint8_t {
    Open, // no asset: the name stands for itself; no parameter
    Read, // resolved when the file is loaded, from its spelling; nobody has confirmed it
    Stated, // the list of assets or tags says it
    Confirmed, // a person did
};

struct AliasCandidate
{
    AssetIndex asset; // none of the kind Parameter
    double score = 0;
    std::vector<Phrase> reasons; // the strongest first
    std::vector<Phrase> objections;
    std::optional<Timestamp> from; // where the data say when the name meant it
    std::optional<Timestamp> to;
    std::string parameter = {}; // of the kind Parameter alone, as the file writes it
};

struct AliasProposal
{
    NameKind kind = NameKind::Asset;
    NameState state = NameState::Open;
    std::string name;
    std::size_t records = 0; // that use the name; of names that are resolved already not known, 0
    std::vector<AliasCandidate> candidates; // best first; at most one unless the state is Open or Read
    bool isSafe = false; // the default rule: the best candidate is strong and clearly ahead of the second
};

struct AliasInput
{
    const Dataset& dataset; // with texts of events, if these are to count
    // The asset's name that the list of tags states for a tag, empty where it states none; without the tags that no
    // list has.
    std::map<std::string, std::string> tagAssets;
    std::set<std::string> confirmed; // names that a person has decided about
    std::set<std::string> refused; // names that a person has set apart: not proposed
};

// Ascending by kind and name. An empty list if stopped.
std::vector<AliasProposal> proposeAliases(const AliasInput& input, const std::stop_token& stop = {});

} // namespace antecedent
