// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/compose/mark_book.h"

#include <algorithm>

namespace antecedent {

std::string MarkBook::add(char letter, std::string what, std::vector<RecordId> records)
{
    std::erase(records, RecordId{}); // stands for "no record"
    std::sort(records.begin(), records.end());
    records.erase(std::unique(records.begin(), records.end()), records.end());
    std::string digits = std::to_string(++m_last[letter]);
    if (digits.size() < 3)
        digits.insert(0, 3 - digits.size(), '0');
    m_marks.push_back({std::string(1, letter) + "-" + digits, std::move(what), std::move(records)});
    return m_marks.back().id;
}

} // namespace antecedent
