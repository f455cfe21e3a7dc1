// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the standing of a name, and what it may mean, is said in the table of names. Threads: GUI.

#include "app/casework/case_aliases.h"
#include "widgets/common/site_time.h"
#include "widgets/itemmodels/text_table_model.h"

#include <QString>

namespace antecedent::app {

QString percent(double score);
bool isDecided(const casework::AliasStanding& standing);
// Nobody has settled it, or nobody has looked at how the program reads it.
bool isOpen(const casework::AliasStanding& standing);
// A decision about it would change nothing: what a list states is never overwritten.
bool isStatedParameter(const casework::AliasStanding& standing);
QString kindText(NameKind kind);
// With the time in which the name meant it, where the data say that.
QString candidateText(const Dataset& dataset, const AliasCandidate& candidate, const widgets::SiteTime& times);
widgets::TableCell stateCell(const casework::AliasStanding& standing);
QString reasonsOf(const std::vector<Phrase>& phrases);

} // namespace antecedent::app
