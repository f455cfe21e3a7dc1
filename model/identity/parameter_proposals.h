// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which parameter each tag measures, where no list says so: ranked candidates with a score from 0 to 1 and the reasons,
// as for names of assets, with the same default rule. Each candidate is a parameter that the file speaks of already.
// Nothing is decided here. Threads: pure.

#include "model/identity/alias_proposals.h"

#include <map>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace antecedent {

struct ParameterInput
{
    const Dataset& dataset;
    std::map<std::string, std::string> stated; // by tag, as the list of tags says; empty where it does not
    std::set<std::string> confirmed; // tags that a person has decided about
    std::set<std::string> refused; // tags that measure none of these: not proposed
};

// Of the kind Parameter, ascending by name. An empty list if stopped.
std::vector<AliasProposal> proposeParameters(const ParameterInput& input, const std::stop_token& stop = {});

} // namespace antecedent
