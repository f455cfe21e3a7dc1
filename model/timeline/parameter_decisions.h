// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What people decided about the parameter that a tag measures, where no list states one: this one; none of those that
// the file speaks of; or a decision taken back. Documents of the kind kParameterDocuments, named by the tag. What a
// list states is never overwritten. Threads: pure, but for reading the file.

#include "model/base/result.h"
#include "model/store/case_file.h"
#include "model/timeline/alias_decisions.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace antecedent {

struct ParameterDecision
{
    AliasState state = AliasState::Confirmed;
    std::string parameter; // empty where it is refused
};
using ParameterDecisions = std::map<std::string, ParameterDecision>; // by tag

std::string toJson(const ParameterDecision& decision);
// nullopt if the text is no decision.
std::optional<ParameterDecision> parameterDecisionFrom(std::string_view json);

// The newest decisions, as they were when document `until` was stored.
Result<ParameterDecisions> readParameterDecisions(const CaseFile& file, std::int64_t until = kAllDocuments);

} // namespace antecedent
