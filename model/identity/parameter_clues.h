// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which parameter a tag measures, where no list says so: learned from the tags whose parameter is stated. A tag that
// ends like one of a sister (`R102.TI01.PV` beside `R101.TI01.PV`) measures the same; so do, less surely, tags of
// assets of the same class that are not called alike, tags with the same ending elsewhere or with another number in it,
// and instruments whose letters stand for such a quantity. What name and description spell counts for itself; the unit
// only supports or objects. Every candidate is a word of the file. Threads: immutable once built; refers to its
// arguments.

#include "model/identity/candidates.h"
#include "model/identity/catalogue.h"
#include "model/identity/parameter_words.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace antecedent {

class ParameterClues
{
public:
    // `stated`: the parameter that a list states for each tag; empty where it states none.
    ParameterClues(
        const AssetCatalogue& catalogue, const ParameterWords& words, const std::map<std::string, std::string>& stated);
    // The candidates are the places of the words.
    void add(const Tag& tag, Candidates& candidates) const;

private:
    struct Votes
    {
        std::map<std::uint32_t, std::size_t> counts;
        std::map<std::uint32_t, std::string> example; // a tag
        std::size_t total = 0;

        void add(std::uint32_t parameter, const std::string& tag);
        double share(std::uint32_t parameter) const; // of all votes
    };
    struct Ending // what a tag's name says beside its holder
    {
        std::string holder; // class of the holder and of its parent; empty where not known
        std::string called; // the holder's id without what counts its sisters
        Tokens tokens;
        Tokens words; // without numbers and words that any value has, such as PV
    };
    struct Keys // under which votes are looked up, from the surest to the weakest; empty: not at all
    {
        std::string sister;
        std::string sameClass;
        std::string ending;
        std::string otherNumber; // at an asset of the same class
        std::string letters;
    };

    bool namesAsset(std::uint32_t parameter) const;
    std::vector<Ending> endingsOf(const std::string& tag) const;
    static Keys keysOf(const Ending& ending);
    const Votes* votesOf(const std::string& key) const;
    void addVotes(const Keys& keys, Candidates& candidates) const;
    void addLetters(const Ending& ending, const Keys& keys, Candidates& candidates) const;
    void addSpelling(const Ending& ending, Candidates& candidates) const;
    void addDescriptions(const Tag& tag, Candidates& candidates) const;
    void addUnit(const Tag& tag, Candidates& candidates) const;

    const AssetCatalogue& m_catalogue;
    const ParameterWords& m_words;
    std::map<std::string, Votes> m_votes;
    std::map<std::string, Votes> m_units; // lower case
};

} // namespace antecedent
