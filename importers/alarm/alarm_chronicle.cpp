// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the event chronicle of DeltaV.
#include "importers/alarm/alarm_vendor_rows.h"
#include "importers/text/number_text.h"
#include "model/base/text.h"

#include <algorithm>

namespace antecedent::importers {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Behind a word of the text, in any case; npos: it is not there.
std::size_t behindWord(std::string_view text, std::string_view lowerWord)
{
    const std::string lower = toLowerAscii(text);
    for (std::size_t at = lower.find(lowerWord); at != std::string::npos; at = lower.find(lowerWord, at + 1)) {
        const std::size_t end = at + lowerWord.size();
        if ((at == 0 || !isLetter(lower[at - 1])) && (end == lower.size() || !isLetter(lower[end])))
            return end;
    }
    return std::string_view::npos;
}

// What stands behind `NEW VALUE =`, up to the next statement.
std::string valueBehind(std::string_view text, std::string_view lowerWords)
{
    const std::size_t begin = behindWord(text, lowerWords);
    if (begin == std::string_view::npos)
        return {};
    std::string_view rest = text.substr(begin);
    rest.remove_prefix(std::min(rest.find_first_not_of(" =:"), rest.size()));
    const std::string lower = toLowerAscii(rest);
    std::size_t end = rest.size();
    for (const std::string_view next : {", ", ";", " old value", " new value"})
        end = std::min(end, lower.find(next));
    return std::string(trimmed(rest.substr(0, end)));
}

// A number behind a word, as in `Value 84.7 Limit 82`; empty: none.
std::string numberBehind(std::string_view text, std::string_view lowerWord)
{
    const std::string value = valueBehind(text, lowerWord);
    const std::string number = value.substr(0, value.find(' '));
    return isNumber(number) ? number : std::string();
}

std::string joinedText(std::string_view word, std::string_view text)
{
    return std::string(word) + (word.empty() || text.empty() ? "" : ": ") + std::string(text);
}

// The first that is there: attribute of a module, else what the row itself says.
std::string firstOf(std::string_view a, std::string_view b, std::string_view c)
{
    return std::string(!a.empty() ? a : !b.empty() ? b : c);
}

} // namespace

void completeChronicleRow(const AlarmColumns& columns, const CellFn& cell, AlarmRow& row)
{
    const std::string_view type = columns.eventType == AlarmColumns::kNone ? "ALARM" : cell(columns.eventType);
    const std::string_view known = chronicleEvent(type);
    const std::string_view attribute = cell(columns.condition);
    const std::string_view word = cell(columns.word);
    const std::string_view text = cell(columns.text);
    const std::string_view module = cell(columns.source);
    const std::string_view unit = cell(columns.parent);
    row.source = firstOf(module, unit, cell(columns.node));
    row.parent = module == unit || module.empty() ? std::string() : std::string(unit);
    row.place = module.empty() ? std::string() : std::string(cell(columns.place));
    row.kind = std::string(cell(columns.kind));
    if (known == "ALARM") {
        row.code = firstOf(attribute, word, type);
        row.text = joinedText(word, text);
        row.value = numberBehind(text, "value");
        row.limit = numberBehind(text, "limit");
        row.hasUnknownState = row.isEvent;
        row.category = "message"; // of such a row
    } else {
        row.isEvent = true;
        row.suppression.clear();
        const bool isChange = known == "CHANGE" || behindWord(text, "new value") != std::string_view::npos;
        row.code = firstOf(attribute, type, "EVENT");
        row.category = isChange ? "operator" : toLowerAscii(known.empty() ? type : known);
        row.text = isChange ? std::string(text) : joinedText(word, text);
        if (isChange) {
            row.by = std::string(word);
            row.oldValue = valueBehind(text, "old value");
            const std::string value = valueBehind(text, "new value");
            row.value = isNumber(value) ? value : std::string();
        }
    }
    row.alarm = row.source + '\x1F' + row.code;
}

} // namespace antecedent::importers
