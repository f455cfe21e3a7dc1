// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/lexicon.h"

#include "model/base/csv_table.h"

#include <algorithm>
#include <optional>

extern "C" const unsigned char antecedent_core_de_begin[];
extern "C" const unsigned char antecedent_core_de_end[];

namespace antecedent {

namespace {

Lexicon::Table tableFrom(std::string_view csv)
{
    Lexicon::Table table;
    const Result<CsvTable> read = csvTableFrom(csv);
    assert(read && "the table of translations is part of the program");
    if (!read)
        return table;
    const std::size_t from = read->column("english");
    const std::size_t to = read->column("translation");
    for (const std::vector<std::string>& row : read->rows)
        if (from < row.size() && to < row.size())
            table.emplace(row[from], row[to]);
    return table;
}

constexpr std::size_t kFewestLetters = 12; // of a template that a text can be recognised by

// What stands in the places %1, %2 ... of a template that gives the text; nothing if it does not fit.
std::optional<std::vector<std::string>> partsOf(std::string_view text, std::string_view filled)
{
    std::vector<std::string> parts;
    while (true) {
        const std::size_t place = text.find('%');
        const bool isPlace = place != std::string_view::npos && place + 1 < text.size() && text[place + 1] >= '1'
            && text[place + 1] <= '9';
        if (place != std::string_view::npos && !isPlace)
            return std::nullopt; // a per cent sign: no sentence that is kept has one
        const std::string_view before = text.substr(0, place);
        if (!filled.starts_with(before))
            return std::nullopt;
        filled.remove_prefix(before.size());
        if (place == std::string_view::npos)
            return filled.empty() ? std::optional(std::move(parts)) : std::nullopt;
        const auto number = static_cast<std::size_t>(text[place + 1] - '0');
        text.remove_prefix(place + 2);
        const std::string_view next = text.substr(0, text.find('%'));
        const std::size_t length = text.empty() ? filled.size() : next.empty() ? 0 : filled.find(next);
        if (length == 0 || length == std::string_view::npos)
            return std::nullopt;
        parts.resize(std::max(parts.size(), number));
        parts[number - 1] = filled.substr(0, length);
        filled.remove_prefix(length);
    }
}

} // namespace

Lexicon::Lexicon(std::string language, Table table)
    : m_language(std::move(language))
    , m_table(std::move(table))
{
}

const Lexicon& Lexicon::english()
{
    static const Lexicon lexicon("en", {});
    return lexicon;
}

const Lexicon& Lexicon::german()
{
    static const Lexicon lexicon("de",
        tableFrom({reinterpret_cast<const char*>(antecedent_core_de_begin), // NOLINT: linked bytes
            static_cast<std::size_t>(antecedent_core_de_end - antecedent_core_de_begin)}));
    return lexicon;
}

const Lexicon* Lexicon::find(std::string_view language)
{
    if (language == "en")
        return &english();
    return language == "de" ? &german() : nullptr;
}

std::string Lexicon::number(std::string_view text) const
{
    if (isEnglish())
        return std::string(text);
    std::string out;
    for (const char c : text)
        if (c == '.')
            out += ',';
        else if (c == ',')
            out += "\u00a0";
        else
            out += c;
    return out;
}

// The template with most letters that the text fits decides; its places hold names.
std::string Lexicon::sayKept(std::string_view english) const
{
    if (const auto whole = m_table.find(english); whole != m_table.end())
        return whole->second;
    const std::string* best = nullptr;
    std::vector<std::string> bestParts;
    std::size_t most = kFewestLetters;
    for (const auto& [text, translation] : m_table) {
        if (text.size() < most || text.find('%') == std::string::npos)
            continue;
        if (std::optional<std::vector<std::string>> parts = partsOf(text, english)) {
            best = &translation;
            bestParts = std::move(*parts);
            most = text.size() + 1;
        }
    }
    return best == nullptr ? std::string(english) : fillPlaces(*best, bestParts);
}

std::string Lexicon::say(const Phrase& phrase) const
{
    if (isEnglish())
        return phrase.english();
    switch (phrase.kind()) {
    case Phrase::Kind::Verbatim:
        break;
    case Phrase::Kind::Number:
        return number(phrase.english());
    case Phrase::Kind::Date:
        return phrase.text();
    case Phrase::Kind::Template: {
        std::vector<std::string> parts;
        for (const Phrase& part : phrase.parts())
            parts.push_back(say(part));
        const auto found = m_table.find(phrase.text());
        return fillPlaces(found == m_table.end() ? phrase.text() : found->second, parts);
    }
    case Phrase::Kind::List: {
        std::string out;
        for (std::size_t i = 0; i < phrase.parts().size(); ++i)
            out += (i == 0 ? std::string() : phrase.text()) + say(phrase.parts()[i]);
        return out;
    }
    case Phrase::Kind::Kept:
        return sayKept(phrase.english());
    case Phrase::Kind::Sentence:
        return sentenceOf(say(phrase.parts().front()));
    }
    return phrase.english();
}

} // namespace antecedent
