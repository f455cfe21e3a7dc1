// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/proposal/headings.h"

#include "model/base/text.h"

#include <algorithm>
#include <array>
#include <map>

extern "C" const unsigned char antecedent_headings_begin[], antecedent_headings_end[];

namespace antecedent::importers {

namespace {

constexpr int kExact = 100;
constexpr int kSynonym = 95;
constexpr int kShortened = 88;
constexpr int kWithFiller = 85;
constexpr int kContained = 60;

struct Known
{
    TableId table = TableId::Events;
    std::size_t column = 0;
    int score = kSynonym;
    Heading name;
};

struct Synonyms
{
    std::string version;
    std::vector<Known> known;
    std::map<TableId, std::vector<std::string>> words;
    std::multimap<std::string, std::size_t> byJoined; // position in `known`
};

// A letter beyond ASCII, spelt with ASCII; empty for all others. `length`: its bytes.
std::string_view spelt(std::string_view text, std::size_t& length)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kLetters{{{"ä", "ae"}, {"ö", "oe"},
        {"ü", "ue"}, {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"}, {"ß", "ss"}, {"é", "e"}, {"è", "e"}, {"á", "a"}, {"à", "a"},
        {"í", "i"}, {"ó", "o"}, {"č", "c"}, {"š", "s"}, {"ž", "z"}, {"µ", "u"}}};
    for (const auto& [letter, ascii] : kLetters) {
        if (text.starts_with(letter)) {
            length = letter.size();
            return ascii;
        }
    }
    length = 1;
    return {};
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isLower(char c)
{
    return c >= 'a' && c <= 'z';
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Takes a bracket at the end off.
std::string_view takeBracket(std::string_view text, std::string& bracket)
{
    text = trimmed(text);
    for (const auto& [open, close] : {std::pair('(', ')'), std::pair('[', ']')}) {
        const std::size_t at = text.rfind(open);
        if (text.ends_with(close) && at != std::string_view::npos && at > 0) {
            bracket = std::string(trimmed(text.substr(at + 1, text.size() - at - 2)));
            return trimmed(text.substr(0, at));
        }
    }
    return text;
}

void endWord(Heading& out, std::string& word)
{
    if (word.empty())
        return;
    out.joined += word;
    out.words.push_back(std::move(word));
    word.clear();
}

const Synonyms& synonyms();

// Words that a heading may have beside the name that is known.
bool isFiller(std::string_view word)
{
    static constexpr std::array kFillers{"id", "no", "nr", "num", "number", "nummer", "code", "name", "date", "time",
        "datum", "zeit", "uhrzeit", "timestamp", "zeitstempel", "at", "on", "of", "the", "am", "um", "der", "des", "in",
        "local", "utc", "gmt", "actual", "ist", "plant", "site", "value", "wert", "text", "key"};
    return std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
}

// Position of `part` in `words`, or npos.
std::size_t findWords(const std::vector<std::string>& words, const std::vector<std::string>& part)
{
    const auto found = std::search(words.begin(), words.end(), part.begin(), part.end());
    return found == words.end() || part.empty() ? std::string::npos : static_cast<std::size_t>(found - words.begin());
}

// `notif` and `completn` for notification and completion: the beginning of the word, or letters of it in their order
// with its last one.
bool isShortened(std::string_view shortened, std::string_view word)
{
    constexpr std::size_t kLeast = 4;
    if (shortened.size() < kLeast || shortened.size() + 2 > word.size() || shortened.front() != word.front())
        return false;
    if (word.starts_with(shortened))
        return true;
    std::size_t at = 0;
    for (const char c : word)
        if (at < shortened.size() && shortened[at] == c)
            ++at;
    return at == shortened.size() && shortened.size() > kLeast && shortened.back() == word.back();
}

// A known name of two words or more with some of them shortened, as narrow lists print them.
int shortenedScore(const Heading& heading, const Known& known)
{
    const auto& words = heading.words;
    if (words.size() < 2 || words.size() != known.name.words.size())
        return 0;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] != known.name.words[i] && !isShortened(words[i], known.name.words[i]))
            return 0;
    return kShortened;
}

// A length of time is not the thing that lasted.
bool isLength(std::string_view word)
{
    static constexpr std::array<std::string_view, 7> kLengths{
        "dur", "duration", "dauer", "hours", "minutes", "stunden", "minuten"};
    return std::find(kLengths.begin(), kLengths.end(), word) != kLengths.end();
}

// How well a heading that is not equal to a known name still fits it.
int partScore(const Heading& heading, const Known& known)
{
    const std::size_t at = findWords(heading.words, known.name.words);
    if (at == std::string::npos)
        return 0;
    int score = kWithFiller;
    for (std::size_t i = 0; i < heading.words.size(); ++i) {
        const bool isIn = i >= at && i < at + known.name.words.size();
        if (isIn)
            continue;
        if (isLength(heading.words[i]))
            return 0;
        if (!isFiller(heading.words[i]) && !isDigit(heading.words[i].front()))
            score = std::min(score, kContained) - 8;
        else
            score -= 2;
    }
    // A single short word inside of others says little.
    const bool isWeak = known.name.words.size() == 1 && known.name.joined.size() < 5 && score < kContained;
    return isWeak ? score / 2 : score;
}

void addName(Synonyms& out, const TableSpec& table, std::size_t column, std::string_view name, int score)
{
    Known known{table.id, column, score, readHeading(name)};
    if (known.name.joined.empty())
        return;
    out.byJoined.emplace(known.name.joined, out.known.size());
    out.known.push_back(std::move(known));
}

void addLine(Synonyms& out, std::string_view line)
{
    const std::vector<std::string_view> cells = split(line, ',');
    if (cells.size() != 3)
        return;
    for (const TableSpec& table : allTables()) {
        if (cells[0] != "*" && cells[0] != table.name)
            continue;
        const auto column = table.find(cells[1]);
        for (const std::string_view name : split(cells[2], '|')) {
            if (cells[1].empty())
                out.words[table.id].push_back(readHeading(name).joined);
            else if (column)
                addName(out, table, *column, name, cells[0] == "*" ? kSynonym - 2 : kSynonym);
        }
    }
}

Synonyms readSynonyms()
{
    const std::string_view all(reinterpret_cast<const char*>(antecedent_headings_begin), // NOLINT: linked bytes
        static_cast<std::size_t>(antecedent_headings_end - antecedent_headings_begin));
    Synonyms out;
    for (const TableSpec& table : allTables())
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            addName(out, table, c, table.columns[c].name, kExact);
    for (const std::string_view text : split(all, '\n')) {
        const std::string_view line = trimmed(text);
        constexpr std::string_view kVersion = "# version: ";
        if (line.starts_with(kVersion))
            out.version = std::string(line.substr(kVersion.size()));
        else if (!line.empty() && line.front() != '#')
            addLine(out, line);
    }
    return out;
}

const Synonyms& synonyms()
{
    static const Synonyms kSynonyms = readSynonyms();
    return kSynonyms;
}

} // namespace

Heading readHeading(std::string_view name)
{
    Heading out;
    const std::string_view text = takeBracket(name, out.bracket);
    std::string word;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t length = 1;
        const std::string_view ascii = spelt(text.substr(i), length);
        const char c = text[i];
        if (!ascii.empty()) {
            word += ascii;
        } else if (isUpper(c)) {
            // `actFinish` and `HTMLText` are two words each.
            const bool begins = i > 0 && (isLower(text[i - 1]) || isDigit(text[i - 1]));
            const bool ends = i > 0 && isUpper(text[i - 1]) && i + 1 < text.size() && isLower(text[i + 1]);
            if (begins || ends)
                endWord(out, word);
            word += static_cast<char>(c - 'A' + 'a');
        } else if (isLower(c) || isDigit(c)) {
            word += c;
        } else {
            endWord(out, word);
        }
        i += length;
    }
    endWord(out, word);
    return out;
}

std::vector<HeadingMatch> matchHeading(const Heading& heading)
{
    std::map<std::pair<TableId, std::size_t>, HeadingMatch> best;
    const auto offer = [&](const Known& known, int score) {
        HeadingMatch& now = best[{known.table, known.column}];
        if (score > now.score)
            now = {known.table, known.column, score, join(known.name.words, " ")};
    };
    const Synonyms& all = synonyms();
    const auto [from, to] = all.byJoined.equal_range(heading.joined);
    for (auto at = from; at != to; ++at)
        offer(all.known[at->second], all.known[at->second].score);
    for (const Known& known : all.known)
        if (heading.words != known.name.words)
            offer(known, std::max(partScore(heading, known), shortenedScore(heading, known)));
    std::vector<HeadingMatch> out;
    for (auto& [place, match] : best)
        if (match.score > 0)
            out.push_back(std::move(match));
    std::stable_sort(
        out.begin(), out.end(), [](const HeadingMatch& a, const HeadingMatch& b) { return a.score > b.score; });
    return out;
}

const std::vector<std::string>& tableWords(TableId table)
{
    static const std::vector<std::string> kNone;
    const auto found = synonyms().words.find(table);
    return found == synonyms().words.end() ? kNone : found->second;
}

std::string zoneInHeading(const Heading& heading)
{
    const std::string bracket = toLowerAscii(heading.bracket);
    if (bracket == "utc" || bracket == "gmt" || bracket == "z")
        return "UTC";
    for (const std::string& word : heading.words)
        if (word == "utc" || word == "gmt")
            return "UTC";
    return {};
}

std::string headingsVersion()
{
    return synonyms().version;
}

} // namespace antecedent::importers
