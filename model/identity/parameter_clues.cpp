// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity/parameter_clues.h"

#include "model/base/text.h"
#include "model/identity/instrument_letters.h"
#include "model/identity/tag_reading.h"

#include <algorithm>
#include <array>
#include <span>

namespace antecedent {

namespace {

// How far each clue alone carries. What the letters of an ending say counts once: the strongest down to kStandard.
constexpr double kSister = 0.88; // one sister; several that agree
constexpr double kSisters = 0.92;
constexpr double kSameClass = 0.7; // classes such as `utility` hold assets that have little in common
constexpr double kEnding = 0.65;
constexpr double kEndings = 0.7;
constexpr double kOtherNumber = 0.5;
constexpr double kLetters = 0.4;
constexpr double kStandard = 0.3; // more for what tags of that ending, and of those letters, measure
constexpr double kStandardMore = 0.1;
constexpr double kSpelledOut = 0.9;
constexpr double kSpelled = 0.55; // among other words; more for each word more
constexpr double kSpelledMore = 0.05;
constexpr double kMostSpelled = 0.7;
constexpr double kShortForm = 0.5;
constexpr double kTwoLetters = 0.3;
constexpr double kInitials = 0.45;
constexpr double kUnit = 0.3;

constexpr std::size_t kShortFormLength = 3;

// Words that stand behind any measured value.
bool isValueWord(std::string_view word)
{
    constexpr std::array<std::string_view, 8> kWords{
        "pv", "val", "value", "act", "actual", "wert", "istwert", "messwert"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

Tokens withoutNumbers(const Tokens& tokens)
{
    Tokens words = tokens;
    std::erase_if(words, [](const std::string& word) { return isNumber(word) || isValueWord(word); });
    return words;
}

// `R-101` and `R-102` differ in the number, `MIXER-A` and `MIXER-B` in the last letter.
std::string withoutCount(const std::string& id)
{
    Tokens tokens = tokensOf(id);
    if (tokens.size() > 1 && tokens.back().size() == 1)
        tokens.pop_back();
    std::erase_if(tokens, [](const std::string& token) { return isNumber(token); });
    return joinedTokens(tokens);
}

std::string initialsOf(const Tokens& words)
{
    std::string out;
    for (const std::string& word : words)
        out += word.front();
    return out;
}

double spelledWeight(std::size_t words)
{
    return std::min(kSpelled + kSpelledMore * static_cast<double>(words - 1), kMostSpelled);
}

} // namespace

void ParameterClues::Votes::add(std::uint32_t parameter, const std::string& tag)
{
    ++counts[parameter];
    ++total;
    example.try_emplace(parameter, tag);
}

ParameterClues::ParameterClues(
    const AssetCatalogue& catalogue, const ParameterWords& words, const std::map<std::string, std::string>& stated)
    : m_catalogue(catalogue)
    , m_words(words)
{
    for (const Tag& tag : catalogue.dataset().tags) {
        const auto found = stated.find(tag.name);
        if (found == stated.end() || isOwnName(tag.name, found->second))
            continue;
        const std::optional<std::uint32_t> parameter = m_words.find(found->second);
        if (!parameter || namesAsset(*parameter))
            continue;
        if (!tag.unit.empty())
            m_units[toLowerAscii(tag.unit)].add(*parameter, tag.name);
        for (const Ending& ending : endingsOf(tag.name)) {
            const Keys keys = keysOf(ending);
            for (const std::string& key : {keys.sister, keys.sameClass, keys.ending, keys.otherNumber, keys.letters})
                if (!key.empty())
                    m_votes[key].add(*parameter, tag.name);
        }
    }
}

// "Jacket temperature of R-101" is of no other asset.
bool ParameterClues::namesAsset(std::uint32_t parameter) const
{
    const std::span<const std::string> words(m_words[parameter].words);
    const auto places = m_catalogue.namedIn(m_words[parameter].words);
    return std::any_of(places.begin(), places.end(),
        [&](const AssetCatalogue::Place& place) { return hasNumber(words.subspan(place.begin, place.length)); });
}

// Of several readings the one with the most left: that of a unit says more than that of its instrument.
std::vector<ParameterClues::Ending> ParameterClues::endingsOf(const std::string& tag) const
{
    std::vector<Ending> out;
    std::size_t longest = 1;
    for (const TagReading& reading : readTag(m_catalogue, tag)) {
        const Tokens& left = reading.left.empty() ? reading.front : reading.left;
        if (left.size() < longest)
            continue;
        if (left.size() > longest)
            out.clear();
        longest = left.size();
        const Asset& holder = m_catalogue.dataset().assets[reading.holder];
        const Asset* parent = m_catalogue.dataset().asset(holder.parent);
        const std::string place =
            holder.assetClass.empty() ? std::string() : holder.assetClass + '\n' + (parent ? parent->assetClass : "");
        out.push_back({place, withoutCount(holder.id), left, withoutNumbers(left)});
    }
    if (out.empty()) { // in front of the first mark stands some holder that no list has
        const std::size_t mark = tag.find_first_of(".:/|");
        const Tokens behind = mark == std::string::npos ? Tokens() : tokensOf(tag.substr(mark));
        const Tokens& left = behind.empty() ? tokensOf(tag) : behind;
        out.push_back({{}, {}, left, withoutNumbers(left)});
    }
    return out;
}

// Numbers and PV alone tell no quantity.
ParameterClues::Keys ParameterClues::keysOf(const Ending& ending)
{
    Keys keys;
    if (ending.words.empty())
        return keys;
    const std::string tokens = joinedTokens(ending.tokens);
    const std::string words = joinedTokens(ending.words);
    if (!ending.holder.empty()) {
        keys.sister = "s\n" + ending.holder + '\n' + ending.called + '\n' + tokens;
        keys.sameClass = "c\n" + ending.holder + '\n' + tokens;
        keys.otherNumber = "n\n" + ending.holder + '\n' + words;
    }
    keys.ending = "e\n" + tokens;
    keys.letters = "l\n" + words;
    return keys;
}

const ParameterClues::Votes* ParameterClues::votesOf(const std::string& key) const
{
    const auto found = m_votes.find(key);
    return key.empty() || found == m_votes.end() ? nullptr : &found->second;
}

void ParameterClues::addVotes(const Keys& keys, Candidates& candidates) const
{
    const auto add = [&](const std::string& key, double one, double several, const auto& reason) {
        const Votes* votes = votesOf(key);
        if (!votes)
            return;
        for (const auto& [parameter, count] : votes->counts) {
            candidates.add(parameter, ClueKind::Sister, (count > 1 ? several : one) * votes->share(parameter),
                reason(count, votes->example.at(parameter)));
        }
    };
    add(keys.sister, kSister, kSisters, [](std::size_t, const std::string& example) {
        return phrase("%1, the same tag of a sister asset, measures this", example);
    });
    add(keys.sameClass, kSameClass, kSameClass, [](std::size_t, const std::string& example) {
        return phrase("%1, the same tag of an asset of the same class, measures this", example);
    });
    add(keys.ending, kEnding, kEndings, [](std::size_t count, const std::string& example) {
        return plural(count, "%1 tag of the same ending measures this: %2",
            "%1 tags of the same ending measure this, one is %2", example);
    });
    add(keys.otherNumber, kOtherNumber, kOtherNumber, [](std::size_t count, const std::string& example) {
        return plural(count, "%1 tag whose ending differs in the number alone, at such an asset, measures this: %2",
            "%1 tags whose endings differ in the number alone, at such assets, measure this, one is %2", example);
    });
    add(keys.letters, kLetters, kLetters, [](std::size_t count, const std::string& example) {
        return plural(count, "%1 tag whose ending differs in the number alone measures this: %2",
            "%1 tags whose endings differ in the number alone measure this, one is %2", example);
    });
}

double ParameterClues::Votes::share(std::uint32_t parameter) const
{
    const auto found = counts.find(parameter);
    return found == counts.end() ? 0 : static_cast<double>(found->second) / static_cast<double>(total);
}

void ParameterClues::addLetters(const Ending& ending, const Keys& keys, Candidates& candidates) const
{
    if (ending.words.empty() || (ending.words.back().size() == 1 && ending.words.size() > 1))
        return;
    const std::string& code = ending.words.back();
    const std::optional<MeasuredLetter> letter = measuredLetter(code);
    for (std::uint32_t parameter = 0; letter && parameter < m_words.size(); ++parameter) {
        if (!isMeasuredBy(*letter, m_words[parameter].words))
            continue;
        double weight = kStandard;
        for (const std::string& key : {keys.ending, keys.letters})
            if (const Votes* votes = votesOf(key))
                weight += kStandardMore * votes->share(parameter);
        candidates.add(parameter, ClueKind::Sister, weight,
            phrase("'%1' stands for such a quantity in the letters of ISA-5.1", code));
    }
}

void ParameterClues::addSpelling(const Ending& ending, Candidates& candidates) const
{
    for (const Tokens* text : {&ending.tokens, &ending.words})
        for (const ParameterWords::Place& place : m_words.namedIn(*text)) {
            const bool isAll = place.length == text->size() && !isValueWord(text->front());
            candidates.add(place.parameter, ClueKind::Spelling, isAll ? kSpelledOut : spelledWeight(place.length),
                phrase("the name spells it: '%1'", joinedTokens(m_words[place.parameter].words)));
        }
    if (ending.words.empty() || ending.words.back().size() < 2)
        return;
    const std::string& code = ending.words.back();
    for (std::uint32_t parameter = 0; parameter < m_words.size(); ++parameter) {
        const KnownParameter& known = m_words[parameter];
        if (known.words.size() == 1 && abbreviates(code, known.words.front()))
            candidates.add(parameter, ClueKind::Spelling, code.size() < kShortFormLength ? kTwoLetters : kShortForm,
                phrase("'%1' is short for '%2'", code, known.name));
        else if (known.words.size() > 1 && code == initialsOf(known.words))
            candidates.add(
                parameter, ClueKind::Spelling, kInitials, phrase("'%1' are the initials of '%2'", code, known.name));
    }
}

void ParameterClues::addDescriptions(const Tag& tag, Candidates& candidates) const
{
    for (const auto& [column, text] : tag.head.attributes) {
        const Tokens tokens = tokensOf(text);
        for (const ParameterWords::Place& place : m_words.namedIn(tokens))
            candidates.add(place.parameter, ClueKind::Words,
                place.length == tokens.size() ? kSpelledOut : spelledWeight(place.length),
                phrase("the column %1 says it: %2", column, text));
    }
}

// Never a clue of its own: many quantities have one unit.
void ParameterClues::addUnit(const Tag& tag, Candidates& candidates) const
{
    if (tag.unit.empty())
        return;
    const auto votes = m_units.find(toLowerAscii(tag.unit));
    for (const std::uint32_t parameter : candidates.places()) {
        std::vector<Phrase> others;
        bool isSame = false;
        for (const auto& [unit, count] : m_words[parameter].units) {
            isSame = isSame || equalsIgnoreCase(unit, tag.unit);
            others.emplace_back(unit);
        }
        if (isSame && votes != m_units.end() && votes->second.counts.contains(parameter)) {
            candidates.support(parameter, ClueKind::Unit, kUnit * votes->second.share(parameter),
                phrase("tags of this parameter have the same unit, %1", tag.unit));
        } else if (!isSame && !others.empty()) {
            candidates.object(
                parameter, phrase("the unit is %1, elsewhere %2", tag.unit, listOf(std::move(others), ", ")));
        }
    }
}

void ParameterClues::add(const Tag& tag, Candidates& candidates) const
{
    for (const Ending& ending : endingsOf(tag.name)) {
        const Keys keys = keysOf(ending);
        addVotes(keys, candidates);
        addLetters(ending, keys, candidates);
        addSpelling(ending, candidates);
    }
    addDescriptions(tag, candidates);
    addUnit(tag, candidates);
}

} // namespace antecedent
