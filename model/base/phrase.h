// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A sentence as data: an English template with numbered places (%1 to %9) and what stands in them. The core says
// everything in phrases; the English text is the filled template itself and goes into JSON, audit trail, twin and
// command line, which never change with the language. A reader's language is said by a Lexicon (lexicon.h).
// Templates are literals in phrase("..."), plural(n, "...", "...") or term("..."), so that the test of the translations
// finds them. Threads: plain values.

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace antecedent {

class Phrase
{
public:
    enum class Kind : std::uint8_t {
        Verbatim, // names of the plant, codes, quoted text: the same in every language
        Number, // in the form of the C locale; other languages have their own decimal mark
        Date, // English in words, ISO 8601 in every other language
        Template,
        List, // of phrases with a separator
        Sentence, // of one phrase: begins with a capital and ends with a stop
        Kept, // text that was kept as text; a lexicon looks for the template that it was made from
    };

    Phrase() = default;
    Phrase(std::string verbatim) // NOLINT(google-explicit-constructor): a name is a phrase
        : m_english(std::move(verbatim))
    {
    }
    Phrase(std::string_view verbatim) // NOLINT(google-explicit-constructor)
        : m_english(verbatim)
    {
    }
    // A literal is either a template, phrase("..."), or a name, std::string("...").
    Phrase(const char*) = delete;
    Phrase(Kind kind, std::string text, std::vector<Phrase> parts);

    Kind kind() const { return m_kind; }
    // Template, separator of a list, ISO form of a date; empty for the other kinds.
    const std::string& text() const { return m_text; }
    const std::vector<Phrase>& parts() const { return m_parts; }

    const std::string& english() const { return m_english; }
    operator const std::string&() const { return m_english; } // NOLINT(google-explicit-constructor)
    bool empty() const { return m_english.empty(); }
    std::size_t find(std::string_view text) const { return m_english.find(text); }
    bool contains(std::string_view text) const { return m_english.find(text) != std::string::npos; }
    bool starts_with(std::string_view text) const { return m_english.starts_with(text); }
    bool ends_with(std::string_view text) const { return m_english.ends_with(text); }

    friend bool operator==(const Phrase& a, const Phrase& b) { return a.m_english == b.m_english; }
    friend bool operator==(const Phrase& a, const std::string& b) { return a.m_english == b; }
    friend bool operator==(const Phrase& a, const char* b) { return a.m_english == b; }
    friend bool operator<(const Phrase& a, const Phrase& b) { return a.m_english < b.m_english; }

private:
    Kind m_kind = Kind::Verbatim;
    std::string m_english;
    std::string m_text;
    std::vector<Phrase> m_parts;
};

// "%1 of %2" with its places filled; a place without a part stays as it is.
std::string fillPlaces(std::string_view text, const std::vector<std::string>& parts);
// First letter upper case (of the alphabets of German and English), a full stop at the end unless it has one.
std::string sentenceOf(std::string_view text);

Phrase numeral(std::string text);
inline Phrase asPart(const Phrase& part)
{
    return part;
}
inline Phrase asPart(std::string part)
{
    return part;
}
template <class T>
requires std::is_integral_v<T> Phrase asPart(T number)
{
    return numeral(std::to_string(number));
}
Phrase asPart(const char*) = delete; // a phrase or a name?

template <class... Parts> Phrase phrase(const char* english, const Parts&... parts)
{
    return {Phrase::Kind::Template, english, {asPart(parts)...}};
}
// The number stands in %1. Languages with more forms than two need none of them here yet.
template <class Number, class... Parts>
Phrase plural(Number number, const char* one, const char* many, const Parts&... parts)
{
    return phrase(number == 1 ? one : many, number, parts...);
}
// A word of a fixed list (a kind, a counter, a status), looked up by itself; one that no table knows stays as it is.
Phrase term(std::string_view english);
Phrase date(std::string english, std::string iso);
Phrase listOf(std::vector<Phrase> parts, const char* separator);
Phrase sentence(Phrase phrase);
// A text of the program that is kept as text: the detail of an error, of a stored diagnostic. Never for texts of the
// plant or of people.
Phrase kept(std::string english);
// One after the other with a blank between; empty ones are left out.
Phrase following(std::vector<Phrase> phrases);

} // namespace antecedent
