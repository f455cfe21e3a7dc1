// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Headings as the mappings that a site keeps use them: `Stillstand ab` became the time of an event once, so it is
// proposed for the next list that has it, with the value map it went through. Threads: pure.

#include "importers/profile/profile.h"
#include "importers/proposal/headings.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace antecedent::importers {

struct LearntUse
{
    const Profile* profile = nullptr;
    std::size_t column = 0; // of the table
    std::vector<Transform> transforms; // that need no other column
};

class LearntHeadings
{
public:
    LearntHeadings() = default;
    // `own` outlives this. Of values that are one cell; of profiles that say different things of a heading, the first
    // counts, so that those of the file go before those of the person.
    explicit LearntHeadings(const std::vector<Profile>& own);

    const LearntUse* find(const Heading& heading, TableId table) const; // nullptr: none
    // The maps of the transforms of a use, under names that the mapping has free; the transforms name them then.
    std::vector<Transform> take(const LearntUse& use, Profile& mapping) const;

private:
    std::map<std::pair<std::string, TableId>, LearntUse> m_uses; // by the words of the heading
};

} // namespace antecedent::importers
