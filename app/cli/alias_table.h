// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Suggestions for names and parameters in words and as a table that a person edits and hands back. Threads: that of the
// command.

#include "app/casework/case_aliases.h"
#include "app/cli/session.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::cli {

const char* wordOf(AliasState state);
const char* wordOf(NameState state);
const char* wordOf(NameKind kind);
std::optional<NameKind> kindFrom(std::string_view word); // as wordOf has it; nullopt if it is none
std::string scoreText(double score);
std::string timeText(std::optional<Timestamp> time);
std::string reasonsText(const AliasCandidate& candidate);

// What the table says is confirmed. A row whose kind is `parameter` is about what a tag measures, one of an asset or a
// tag about the asset; without a kind it is about whatever of the two is filled in, or about both. Rows that are not
// marked decide nothing. Errors: InvalidArgument, also for a kind that is none of these and for a marked row that
// leaves empty what it is about; CorruptInput, those of the file system.
Result<void> readDecisions(const std::string& path, casework::NameWishes& wishes);
// The undecided ones; those that are safe to confirm are marked.
Result<void> writeProposals(
    Session& session, const Dataset& dataset, const std::vector<AliasProposal>& proposals, const std::string& path);

} // namespace antecedent::cli
