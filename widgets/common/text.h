// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only place where texts of the core (UTF-8) and of the window (UTF-16) meet. What the core says as a phrase is
// said in the language of the window, which the program sets once at its start. Threads: pure, after that.

#include "model/base/lexicon.h"

#include <QString>

#include <concepts>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace antecedent::widgets {

// Of the core's words in the window; English until it is set.
const Lexicon& windowLexicon();
void setWindowLexicon(const Lexicon& lexicon); // one of Lexicon::find(), or outlives the program

inline QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline QString toQString(const std::string& text)
{
    return toQString(std::string_view(text));
}
inline QString toQString(const char* text)
{
    return toQString(std::string_view(text));
}
inline QString toQString(const Phrase& phrase)
{
    return toQString(windowLexicon().say(phrase));
}

inline std::string toUtf8(const QString& text)
{
    return text.toStdString();
}

// The number that chooses the plural form of a text whose number is written otherwise than by %n:
// tr("%1 records", nullptr, pluralOf(count)).arg(countText(count)).
template <std::integral Count> int pluralOf(Count count)
{
    return std::in_range<int>(count) ? static_cast<int>(count) : std::numeric_limits<int>::max();
}

} // namespace antecedent::widgets
