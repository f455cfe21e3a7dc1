// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words of a batch journal: English for the words of a server in another language (resources/tables/
// batch_journal_words.csv), and what kind of message an event is. Threads: pure.

#include <cstdint>
#include <string_view>

namespace antecedent::importers {

// The English word, or the word itself. Words of states come in capitals.
std::string_view englishJournalWord(std::string_view word);

enum class JournalEvent : std::uint8_t {
    StateChange,
    Arbitration, // a resource acquired or released
    System,
    Header, // what recipe and batch are
    RecipeValue, // target of a parameter
    Report, // actual value of a parameter
    Material,
    Deviation, // a parameter beyond its limits
    Operator, // something that a person did
    Other,
};
// `english`: of the column Event.
JournalEvent journalEventOf(std::string_view english);

} // namespace antecedent::importers
