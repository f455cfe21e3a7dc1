// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The ledger of a case: an append-only list of entries, each one edit of one item, chained by SHA-256, and the items as
// they stand after the last one. Nothing is ever taken out; an edit is undone by an entry that says the opposite.
// Errors: InvestigationDamaged. Threads: plain values.

#include "model/base/result.h"
#include "model/base/time.h"
#include "model/conclusion/ledger_types.h"

#include <map>

namespace antecedent {

enum class EditKind : std::uint8_t { Edit, Undo, Redo };

struct LedgerEntry
{
    std::int64_t seq = 0; // 1, 2, 3, …
    std::string item; // id of the item that it is about
    std::optional<LedgerItem> before; // nullopt: there was none
    std::optional<LedgerItem> after; // nullopt: taken back
    std::string reason; // as a person gave it; may be empty where nothing is judged
    std::string by;
    EditKind kind = EditKind::Edit;
    std::int64_t of = 0; // the entry that is undone or done again; 0 for an edit
    Digest previous{}; // hash of the entry before, zeros for the first
    Digest hash{}; // of the entry's JSON text (ledger_json.h)
    Timestamp at{}; // when the store kept it; not part of the hash
};

// hypothesis_add, evidence_change, fact_remove, conclusion_add, undo, redo: what the audit trail calls it.
std::string actionOf(const LedgerEntry& entry);

struct Ledger
{
    std::vector<LedgerEntry> entries; // ascending by seq
    std::map<std::string, LedgerItem> items; // that stand, by id

    Digest head() const { return entries.empty() ? Digest{} : entries.back().hash; }

    const Hypothesis* hypothesis(const std::string& id) const;
    const EvidenceLine* evidence(const std::string& id) const;
    const ManualFact* fact(const std::string& id) const;
    const Conclusion* conclusion(const std::string& failure) const; // of exactly that failure, or of the case
    // The failure's own conclusion, else the case's; null: none.
    const Conclusion* conclusionFor(const std::string& failure) const;

    // Ascending by id.
    std::vector<const Hypothesis*> hypotheses() const;
    std::vector<const Hypothesis*> hypothesesFor(const std::string& failure) const; // its own and the case's
    std::vector<const EvidenceLine*> evidenceFor(const std::string& hypothesis) const; // for, against, neutral
    std::vector<const ManualFact*> facts() const;
    std::vector<const Conclusion*> conclusions() const;
    std::size_t count(const std::string& hypothesis, EvidenceSide side) const;

    // The entry that gave an item its present form; null: never heard of it.
    const LedgerEntry* lastEntryOf(const std::string& item) const;
};

// Takes the next entry. InvestigationDamaged if it does not continue the ledger: number, chain, or the item's form
// before.
Result<void> append(Ledger& ledger, LedgerEntry entry);

} // namespace antecedent
