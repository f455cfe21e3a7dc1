// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/journal/journal_words.h"

#include "model/base/csv_table.h"
#include "model/base/text.h"

#include <array>
#include <cassert>
#include <map>
#include <utility>

extern "C" const unsigned char antecedent_journal_words_begin[], antecedent_journal_words_end[];

namespace antecedent::importers {

namespace {

using Words = std::map<std::string, std::string, std::less<>>;

Words readWords()
{
    const auto* begin = reinterpret_cast<const char*>(antecedent_journal_words_begin);
    const auto* end = reinterpret_cast<const char*>(antecedent_journal_words_end);
    const Result<CsvTable> table = csvTableFrom({begin, static_cast<std::size_t>(end - begin)});
    assert(table && table->columns.size() == 3); // language, word, English
    Words out;
    if (table)
        for (const auto& row : table->rows)
            out.emplace(row[1], row[2]);
    return out;
}

} // namespace

std::string_view englishJournalWord(std::string_view word)
{
    static const Words kWords = readWords();
    const auto found = kWords.find(word);
    return found == kWords.end() ? word : std::string_view(found->second);
}

JournalEvent journalEventOf(std::string_view english)
{
    using Kind = JournalEvent;
    static constexpr std::array<std::pair<std::string_view, Kind>, 23> kKinds{{{"state change", Kind::StateChange},
        {"recipe arbitration", Kind::Arbitration}, {"system message", Kind::System}, {"recipe header", Kind::Header},
        {"formula header", Kind::Header}, {"event file name", Kind::Header}, {"batch header", Kind::Header},
        {"recipe value", Kind::RecipeValue}, {"formula value", Kind::RecipeValue}, {"scale factor", Kind::RecipeValue},
        {"report", Kind::Report}, {"material tracking", Kind::Material},
        {"recipe parameter deviation", Kind::Deviation}, {"report parameter deviation", Kind::Deviation},
        {"state command", Kind::Operator}, {"mode command", Kind::Operator}, {"prompt response", Kind::Operator},
        {"comment", Kind::Operator}, {"recipe value change", Kind::Operator}, {"owner change", Kind::Operator},
        {"signature", Kind::Operator}, {"step change", Kind::Operator}, {"manual entry", Kind::Operator}}};
    const std::string lower = toLowerAscii(english);
    for (const auto& [name, kind] : kKinds)
        if (lower == name)
            return kind;
    return Kind::Other;
}

} // namespace antecedent::importers
