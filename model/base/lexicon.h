// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Says phrases in a language. English is the phrase's own text. Another language is a table in resources/translations
// (English template, its translation) that is part of the program; what the table lacks is said in English. German
// writes a decimal comma, blanks between groups of digits that do not break, and dates as ISO 8601; ids, codes, quoted
// text and every machine-readable output stay as they are. Threads: immutable once made.

#include "model/base/phrase.h"

#include <map>
#include <string>
#include <string_view>

namespace antecedent {

struct Error;

// The line of errorText() as a phrase.
Phrase errorPhrase(const Error& error);

class Lexicon
{
public:
    using Table = std::map<std::string, std::string, std::less<>>; // template to template

    Lexicon(std::string language, Table table);

    static const Lexicon& english();
    static const Lexicon& german();
    // Of "en" or "de"; null for a language that is not there.
    static const Lexicon* find(std::string_view language);

    const std::string& language() const { return m_language; } // ISO 639
    const Table& table() const { return m_table; }
    bool isEnglish() const { return m_language == "en"; }

    std::string say(const Phrase& phrase) const;
    // From the form of the C locale, with ',' between groups.
    std::string number(std::string_view text) const;

private:
    std::string sayKept(std::string_view english) const;

    std::string m_language;
    Table m_table;
};

} // namespace antecedent
