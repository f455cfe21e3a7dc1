// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The candidates of one name while clues for them are gathered, by their places: those of assets in the dataset, of
// parameters among the words of the file, or of whatever else is asked for.
// Each clue has a weight between 0 and 1, how far it alone would carry; independent clues add up as 1 - (1 - a)(1 - b),
// clues of one kind count once, the strongest; an objection takes half away. Threads: plain values.

#include "model/base/phrase.h"

#include <cstdint>
#include <map>
#include <vector>

namespace antecedent {

enum class ClueKind : std::uint8_t {
    Spelling, // the name itself
    Holder, // it contains the name of the asset, or of the asset that it is a part of
    Part, // its words, or what is left of them beside the holder's, stand for the asset
    Sister, // the same name elsewhere
    Neighbour, // names of the same holder
    Words, // words beside the name: of a parameter, of another column; or the whole description
    Text, // texts of its records
    Attribute, // other columns of its records
    Calibration,
    Time,
    Installed,
    Unit, // of measure
};

struct Ranked
{
    std::uint32_t place = 0;
    double score = 0;
    std::vector<Phrase> reasons; // the strongest first
    std::vector<Phrase> objections;
};

class Candidates
{
public:
    void add(std::uint32_t place, ClueKind kind, double weight, Phrase reason);
    void object(std::uint32_t place, Phrase reason);
    // Only where the place is a candidate already.
    void support(std::uint32_t place, ClueKind kind, double weight, Phrase reason);
    bool has(std::uint32_t place) const { return m_found.contains(place); }
    std::vector<std::uint32_t> places() const; // ascending
    // Best first, equal ones in the order of places; at most kMostCandidates, none below kLeastScore.
    std::vector<Ranked> ranked() const;

private:
    struct Clue
    {
        double weight = 0;
        Phrase reason;
    };
    struct Found
    {
        std::map<ClueKind, Clue> clues;
        std::vector<Phrase> objections;
    };
    std::map<std::uint32_t, Found> m_found;
};

// The default rule on ranked candidates: the best one is strong, unopposed and clearly ahead.
bool isClear(const std::vector<Ranked>& candidates);

} // namespace antecedent
