// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A mapping for a list that nothing recognises, from its headings and from what its first rows hold. A proposal is
// never used by itself: it is shown with its reasons, changed, and becomes a profile. Threads: pure.

#include "importers/profile/profile.h"
#include "importers/recognise.h"
#include "model/base/phrase.h"

#include <cstddef>
#include <string>
#include <vector>

namespace antecedent::importers {

// A source column that becomes a column of a table.
struct ColumnGuess
{
    std::size_t source = 0;
    std::size_t column = 0; // of the main table
    int score = 0; // 0..100
    Phrase reason;
};

// A value that no single column holds: a constant, an id made of other values.
struct MadeGuess
{
    std::size_t column = 0; // of the main table
    std::string value; // as in a profile
    Phrase reason;
};

struct MappingProposal
{
    TableId table = TableId::Events; // the main one
    int confidence = 0; // 0..100
    Phrase reason; // which headings are known
    std::vector<ColumnGuess> guesses;
    std::vector<MadeGuess> made;
    std::vector<std::string> missing; // required columns of the main table without a value
    Profile profile; // complete only if nothing is missing; its text is empty
};

// Best first, at most `limit`; empty if nothing in the source can be placed. The first that misses nothing is to be
// preferred. `own`: the profiles that were kept before; their headings are known.
std::vector<MappingProposal> proposeMappings(
    const SourceHead& head, const std::vector<Profile>& own = {}, std::size_t limit = 5);

// The mapping of a source to a table that a person chose, as far as it can be guessed.
MappingProposal proposeMapping(const SourceHead& head, TableId table, const std::vector<Profile>& own = {});

} // namespace antecedent::importers
