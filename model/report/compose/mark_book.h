// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The marks in brackets, [E-031]: each claim of the report names one, and the twin says which records stand behind it.
// Letters: S source, R row of the chronology, F figure, Q fit for use, D difference, C condition, E evidence, B batch,
// P physical evidence, L ledger. Threads: one composer at a time.

#include "model/base/digest.h"

#include <map>
#include <string>
#include <vector>

namespace antecedent {

struct RecordMark
{
    std::string id; // "E-031"
    std::string what;
    std::vector<RecordId> records; // ascending, each once; empty for a claim about absence
};

class MarkBook
{
public:
    // A new mark of a letter; returns its id.
    std::string add(char letter, std::string what, std::vector<RecordId> records);
    // In the order in which they were added.
    const std::vector<RecordMark>& marks() const { return m_marks; }

private:
    std::vector<RecordMark> m_marks;
    std::map<char, int> m_last;
};

} // namespace antecedent
