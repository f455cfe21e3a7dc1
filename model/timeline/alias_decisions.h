// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What people decided about names: this name is that asset, always or in certain periods; this name is no other asset
// (set apart), so that no rule of spelling resolves it either; or a decision taken back. Documents of the kind
// kAliasDocuments, named by the name. Threads: pure, but for reading the file.

#include "model/base/result.h"
#include "model/domain/dataset.h"
#include "model/store/case_file.h"
#include "model/store/row_set.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

class NameResolver;

enum class AliasState : std::uint8_t { Confirmed, Refused, Withdrawn };

struct AliasPeriod
{
    std::string asset;
    std::optional<Timestamp> from; // included; nullopt: from ever
    std::optional<Timestamp> to; // not included; nullopt: for ever
};

struct AliasDecision
{
    AliasState state = AliasState::Confirmed;
    std::string asset; // of all times; empty where there are periods
    std::vector<AliasPeriod> periods = {}; // disjoint, ascending
};
using AliasDecisions = std::map<std::string, AliasDecision>; // by name

std::string toJson(const AliasDecision& decision);
// nullopt if the text is no decision.
std::optional<AliasDecision> aliasDecisionFrom(std::string_view json);
// Sorts the periods; InvalidArgument if two overlap or one ends before it begins.
Result<void> orderPeriods(std::vector<AliasPeriod>& periods);

// The newest decisions, as they were when document `until` was stored.
Result<AliasDecisions> readAliasDecisions(const CaseFile& file, std::int64_t until = kAllDocuments);

// The asset's name that a record at `time` means by `name`, where the name is decided by periods and one holds.
const std::string* assetInPeriod(const AliasDecisions& decisions, const std::string& name, std::int64_t timeUs);
// Puts into the rows what `assetInPeriod` says, by the earliest time at which something happened in each row, as its
// source states it. Rows
// without a time keep the name.
void applyPeriods(const AliasDecisions& decisions, RowSet& rows);

// Hands the undated decisions to the resolver, which knows the listed assets. A decision whose asset is a name that
// only records use (`isUsed`) makes that name the asset; one whose asset is nowhere is left out.
void addDecisions(
    const AliasDecisions& decisions, const std::function<bool(const std::string&)>& isUsed, NameResolver& resolver);

// What the tags' list states for each tag in the column, such as its asset's name; empty where it states nothing.
Result<std::map<std::string, std::string>> readStatedOfTags(
    const CaseFile& file, const CaseInfo& investigationCase, std::string_view column);

} // namespace antecedent
