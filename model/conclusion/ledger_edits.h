// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The edits that a ledger takes, as entries that are not yet stored. What is judged needs a reason; a hypothesis is
// ruled out only with evidence against it; a conclusion rests on hypotheses whose state agrees with its grade. Nothing
// is written here. Errors: InvalidArgument, in words that say what to do. Threads: pure.

#include "model/conclusion/ledger.h"

namespace antecedent {

// A new item (empty id: it gets the next one; ids are never used again) or the new form of one that stands. Whether
// failures, records and candidates exist is for the caller, who has the data, to check.
Result<LedgerEntry> makeEdit(const Ledger& ledger, LedgerItem item, std::string reason, std::string by);
Result<LedgerEntry> makeRemoval(const Ledger& ledger, const std::string& item, std::string reason, std::string by);

// The newest edit after entry `floor` that is not undone, and the newest undo that no edit followed; null: none.
const LedgerEntry* nextUndo(const Ledger& ledger, std::int64_t floor = 0);
const LedgerEntry* nextRedo(const Ledger& ledger, std::int64_t floor = 0);
// Errors: InvalidArgument where there is none.
Result<LedgerEntry> makeUndo(const Ledger& ledger, std::string by, std::int64_t floor = 0);
Result<LedgerEntry> makeRedo(const Ledger& ledger, std::string by, std::int64_t floor = 0);

// A date, or a time with offset or Z, as a manual fact states it.
bool isStatedTime(std::string_view text);

} // namespace antecedent
