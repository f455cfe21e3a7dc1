// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What decisions about names and about parameters have in common as documents. Internal to this folder. Threads: pure,
// but for reading the file.

#include "model/base/result.h"
#include "model/store/case_file.h"
#include "model/timeline/alias_decisions.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace antecedent {

// Of the object that a decision is kept as. One that does not say whether it is confirmed is.
inline AliasState stateIn(const nlohmann::json& object)
{
    const auto flag = [&](const char* key, bool otherwise) {
        const auto found = object.find(key);
        return found != object.end() && found->is_boolean() ? found->get<bool>() : otherwise;
    };
    return flag("refused", false) ? AliasState::Refused
        : flag("confirmed", true) ? AliasState::Confirmed
                                  : AliasState::Withdrawn;
}

// The newest decisions by their names, as they were when document `until` was stored. `parse` takes the text and
// returns an optional decision; what is none is left out. Errors: those of the store.
template <class Decision, class Parse>
Result<std::map<std::string, Decision>> readDecisionDocuments(
    const CaseFile& file, const char* kind, std::int64_t until, const Parse& parse)
{
    const Result<std::vector<StoredDocument>> stored = file.documents("", kind, until);
    if (!stored)
        return stored.error();
    std::map<std::string, Decision> out;
    for (const StoredDocument& document : *stored)
        if (auto decision = parse(document.json))
            out.emplace(document.name, std::move(*decision));
    return out;
}

} // namespace antecedent
