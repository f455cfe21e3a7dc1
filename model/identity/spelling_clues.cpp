// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity/spelling_clues.h"

#include "model/identity/names.h"

#include <algorithm>
#include <array>

namespace antecedent {

namespace {

// How far each clue alone carries.
constexpr double kEqual = 0.95;
constexpr double kEqualCore = 0.9;
constexpr double kOtherNumberInFront = 0.5;
constexpr double kOtherMarks = 0.4;
constexpr double kEqualTokens = 0.85;
constexpr double kOtherOrder = 0.7;
constexpr double kLooksAlike = 0.6;
constexpr double kOneLetter = 0.75;
constexpr double kTwoLetters = 0.6;
constexpr double kDescription = 0.9;
constexpr double kWordsAndShortForm = 0.85;
constexpr double kWords = 0.7;
constexpr double kWordsWithoutNumber = 0.5;
constexpr double kHolder = 0.35;
constexpr double kPartCode = 0.85;
constexpr double kPartCodeAndNumber = 0.45;
constexpr double kPartWord = 0.6;
constexpr double kPartLearned = 0.5;
constexpr double kPartShortForm = 0.4;

constexpr std::size_t kLetterLength = 4; // words that may differ in a letter
constexpr std::size_t kTwoLettersLength = 8;
constexpr double kShortFormFit = 0.7;

// "1.0", "7,00", "0012": the number without decimals and leading zeros; empty for other names.
std::string wholeNumber(std::string_view name)
{
    const std::size_t point = name.find_first_of(".,");
    std::string_view whole = name.substr(0, point);
    const std::string_view decimals = point == std::string_view::npos ? std::string_view() : name.substr(point + 1);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (whole.empty() || !std::all_of(whole.begin(), whole.end(), isDigit)
        || !std::all_of(decimals.begin(), decimals.end(), [](char c) { return c == '0'; }))
        return {};
    whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size() - 1));
    return std::string(whole);
}

class SpellingClues
{
public:
    SpellingClues(const AssetCatalogue& catalogue, const std::string& name, const MayBe& mayBe, Candidates& candidates)
        : m_catalogue(catalogue)
        , m_name(name)
        , m_tokens(tokensOf(name))
        , m_mayBe(mayBe)
        , m_candidates(candidates)
    {
    }

    void add()
    {
        addEqualNumbers();
        addEqualSpelling();
        addEqualCore();
        addAlmostEqual();
        for (const std::uint32_t asset : m_catalogue.byNumbers(numbersOf(m_tokens))) {
            addChangedLetters(asset);
            addWords(asset);
        }
        for (const std::uint32_t asset : m_catalogue.byDescription(joinedTokens(m_tokens)))
            if (m_mayBe(asset, false))
                m_candidates.add(asset, ClueKind::Words, kDescription, phrase("the name is its description"));
        addHolders();
    }

private:
    std::array<std::string_view, 3> namesOf(std::uint32_t asset) const
    {
        const Asset& a = m_catalogue.dataset().assets[asset];
        return {a.id, a.cmmsId, a.historianPrefix};
    }

    void spelling(std::uint32_t asset, double weight, const Phrase& reason)
    {
        if (m_mayBe(asset, true))
            m_candidates.add(asset, ClueKind::Spelling, weight, reason);
    }

    void addEqualNumbers()
    {
        const std::string number = wholeNumber(m_name);
        if (number.empty())
            return;
        for (const std::uint32_t asset : m_catalogue.byTokens(number))
            if (wholeNumber(m_catalogue.id(asset)) == number)
                spelling(asset, kEqual, phrase("it is the same number"));
    }

    void addEqualSpelling()
    {
        const std::string strict = strictSpelling(m_name);
        for (const std::uint32_t asset : m_catalogue.bySpelling(normalSpelling(m_name))) {
            const auto names = namesOf(asset);
            const bool isEqual = std::any_of(
                names.begin(), names.end(), [&](std::string_view name) { return strictSpelling(name) == strict; });
            if (isEqual)
                spelling(asset, kEqual, phrase("the spelling is the same but for marks and capitals"));
            else
                spelling(
                    asset, kOtherMarks, phrase("the same letters and digits, with other marks between the numbers"));
        }
    }

    void addEqualCore()
    {
        const std::string_view rest = withoutNumberInFront(m_name);
        const std::string core = normalSpelling(rest.empty() ? std::string_view(m_name) : rest);
        const std::string strict = strictSpelling(rest.empty() ? std::string_view(m_name) : rest);
        for (const std::uint32_t asset : m_catalogue.byCore(core)) {
            bool isEqual = false;
            bool hasOtherNumber = false;
            for (const std::string_view name : namesOf(asset)) {
                const std::string_view without = withoutNumberInFront(name);
                isEqual = isEqual || (!name.empty() && strictSpelling(name) == strict)
                    || (!without.empty() && strictSpelling(without) == strict);
                hasOtherNumber = hasOtherNumber || (!rest.empty() && !without.empty());
            }
            if (isEqual && hasOtherNumber)
                spelling(asset, kOtherNumberInFront, phrase("the same but for the number in front, which differs"));
            else if (isEqual)
                spelling(asset, kEqualCore, phrase("the same but for the number in front"));
        }
    }

    void addAlmostEqual()
    {
        if (!hasNumber(m_tokens) || joinedTokens(m_tokens) == numbersOf(m_tokens))
            return;
        for (const std::uint32_t asset : m_catalogue.byTokens(joinedTokens(m_tokens)))
            spelling(asset, kEqualTokens, phrase("the same but for zeros in front of a number"));
        Tokens sorted = m_tokens;
        std::sort(sorted.begin(), sorted.end());
        if (sorted.size() > 1)
            for (const std::uint32_t asset : m_catalogue.bySortedTokens(joinedTokens(sorted)))
                spelling(asset, kOtherOrder, phrase("the same words and numbers in another order"));
        for (const std::uint32_t asset : m_catalogue.byLooks(looksOf(m_name)))
            spelling(asset, kLooksAlike, phrase("the same if O is read as 0, I or L as 1"));
    }

    // One word may differ by a letter, or two if it is long; numbers may not.
    void addChangedLetters(std::uint32_t asset)
    {
        for (const Tokens& form : m_catalogue.known(asset).forms) {
            if (form.size() != m_tokens.size())
                continue;
            std::size_t words = 0;
            std::size_t letters = 0;
            bool isFar = false;
            for (std::size_t i = 0; i < form.size() && !isFar; ++i) {
                if (form[i] == m_tokens[i])
                    continue;
                const std::size_t length = std::min(form[i].size(), m_tokens[i].size());
                letters = editDistance(form[i], m_tokens[i], 2);
                isFar = isNumber(form[i]) || isNumber(m_tokens[i]) || length < kLetterLength
                    || letters > (length < kTwoLettersLength ? 1U : 2U) || ++words > 1;
            }
            if (!isFar && words == 1)
                spelling(asset, letters == 1 ? kOneLetter : kTwoLetters,
                    plural(letters, "%1 letter differs", "%1 letters differ"));
        }
    }

    // 1 for a word of description or class, less for a short form of one; 0 if there is none.
    double fit(const std::string& word, const KnownAsset& known, bool& hasShortForm) const
    {
        double best = 0;
        for (const Tokens* words : {&known.description, &known.classWords})
            for (const std::string& other : *words) {
                if (other == word)
                    best = 1;
                else if (abbreviates(word, other) && word.size() > 1)
                    best = std::max(best, kShortFormFit);
            }
        for (const Tokens& form : known.forms)
            for (const std::string& other : form) {
                if (other == word)
                    best = 1;
                else if (abbreviates(other, word)) {
                    best = std::max(best, kShortFormFit);
                    hasShortForm = true;
                }
            }
        return best;
    }

    void addWords(std::uint32_t asset)
    {
        if (!m_mayBe(asset, false))
            return;
        const KnownAsset& known = m_catalogue.known(asset);
        double sum = 0;
        std::size_t words = 0;
        bool hasShortForm = false;
        for (const std::string& word : m_tokens) {
            if (isNumber(word))
                continue;
            const double one = fit(word, known, hasShortForm);
            if (one == 0)
                return;
            sum += one;
            ++words;
        }
        if (words == 0)
            return;
        const double share = sum / static_cast<double>(words);
        if (!hasNumber(m_tokens)) {
            if (words > 1)
                m_candidates.add(asset, ClueKind::Part, kWordsWithoutNumber * share,
                    phrase("its words stand in description, class or id"));
            return;
        }
        m_candidates.add(asset, ClueKind::Part, share == 1 && hasShortForm ? kWordsAndShortForm : kWords * share,
            phrase("its number is the same, and its words stand in description, class or id"));
    }

    void addHolders()
    {
        // Not the name itself, which stands for an asset of its own until it is confirmed.
        std::vector<AssetCatalogue::Place> places =
            m_catalogue.namedIn(m_tokens, [&](std::uint32_t asset) { return m_mayBe(asset, false); });
        // In `SITE-1-R-101` the asset furthest down is meant.
        std::erase_if(places, [&](const AssetCatalogue::Place& place) {
            return std::any_of(places.begin(), places.end(), [&](const AssetCatalogue::Place& other) {
                return other.asset != place.asset && m_catalogue.isWithin(other.asset, place.asset);
            });
        });
        for (const AssetCatalogue::Place& place : places) {
            if (!m_mayBe(place.asset, false))
                continue;
            Tokens left(m_tokens.begin() + static_cast<std::ptrdiff_t>(place.begin + place.length), m_tokens.end());
            const std::size_t front = place.begin > 0 && isNumber(m_tokens.front()) ? 1 : 0;
            left.insert(left.begin(), m_tokens.begin() + static_cast<std::ptrdiff_t>(front),
                m_tokens.begin() + static_cast<std::ptrdiff_t>(place.begin));
            if (left.empty())
                continue;
            const std::string& holder = m_catalogue.id(place.asset);
            m_candidates.add(place.asset, ClueKind::Holder, kHolder, phrase("the name contains that of %1", holder));
            for (const std::uint32_t part : m_catalogue.partsOf(place.asset))
                if (m_mayBe(part, false))
                    addPartClue(m_catalogue, part, holder, left, m_candidates);
        }
    }

    const AssetCatalogue& m_catalogue;
    const std::string& m_name;
    const Tokens m_tokens;
    const MayBe& m_mayBe;
    Candidates& m_candidates;
};

} // namespace

void addSpellingClues(
    const AssetCatalogue& catalogue, const std::string& name, const MayBe& mayBe, Candidates& candidates)
{
    SpellingClues(catalogue, name, mayBe, candidates).add();
}

void addPartClue(const AssetCatalogue& catalogue, std::uint32_t part, const std::string& holder, const Tokens& left,
    Candidates& candidates)
{
    const KnownAsset& known = catalogue.known(part);
    const auto add = [&](double weight, const Phrase& reason) {
        candidates.add(part, ClueKind::Part, weight, reason);
        candidates.add(part, ClueKind::Holder, kHolder, phrase("the name contains that of %1", holder));
    };
    if (!known.part.empty() && left == known.part)
        return add(kPartCode, phrase("what follows, '%1', is its part of the id", joinedTokens(left)));
    Tokens words = left;
    std::erase_if(words, [](const std::string& token) { return isNumber(token); });
    if (words.empty())
        return;
    Tokens code = known.part;
    std::erase_if(code, [](const std::string& token) { return isNumber(token); });
    // The first word counts: in `TI01.PV` the rest says which value of the instrument.
    const std::string& word = words.front();
    if (!code.empty() && word == code.front() && numbersOf(known.part) == "-")
        add(kPartCodeAndNumber, phrase("what follows, '%1', is its part of the id", word));
    const auto [ofClass, ofOthers] = catalogue.codeUse(word, catalogue.dataset().assets[part].assetClass);
    if (ofClass > 0 && ofOthers == 0)
        add(kPartLearned, phrase("'%1' stands for assets of its class elsewhere", word));
    for (const Tokens* own : {&known.classWords, &known.description})
        for (const std::string& other : *own) {
            if (other == word && word.size() > 1)
                add(kPartWord, phrase("'%1' stands in its class or description", word));
            else if (word.size() > 1 && abbreviates(word, other))
                add(kPartShortForm, phrase("'%1' is short for '%2' of its class or description", word, other));
        }
    if (!code.empty() && word.size() > 1 && word != code.front() && code.front().starts_with(word))
        add(kPartShortForm, phrase("'%1' is short for '%2' of its id", word, code.front()));
}

} // namespace antecedent
