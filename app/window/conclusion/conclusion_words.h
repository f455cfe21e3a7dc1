// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words of the conclusion view: groups of causes, states, sides, kinds of facts, grades, and the names of edits.
// Threads: GUI.

#include "model/conclusion/ledger.h"

#include <QCoreApplication>
#include <QString>

namespace antecedent::app {

class ConclusionWords
{
    Q_DECLARE_TR_FUNCTIONS(ConclusionWords)

public:
    static QString group(CauseGroup group);
    static QString groupHint(CauseGroup group); // what belongs to it
    static QString state(HypothesisState state);
    static QString side(EvidenceSide side);
    static QString kind(FactKind kind);
    static QString grade(Grade grade);
    static QString scope(const std::string& failure);
    // `rule out HYP-001`, `pin EVI-002 to HYP-001`: as it follows Undo.
    static QString edit(const LedgerEntry& entry);
    // An error of an edit as a sentence, without the words that belong to a command line.
    static QString problem(const Error& error);
};

} // namespace antecedent::app
