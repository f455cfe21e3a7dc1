// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a source looks like, before anything is imported: encoding, dialect, columns with their types, the importers
// that recognise it with confidence and reason, the proposed plan, and what is still to be answered. A function of the
// bytes and options alone. Threads: pure.

#include "importers/proposal/propose.h"
#include "importers/recognise.h"
#include "importers/source_reader.h"

#include <optional>
#include <string>
#include <vector>

namespace antecedent::importers {

enum class CellType : std::uint8_t { Empty, Text, Number, Time };
const char* cellTypeName(CellType type); // "empty", "text", "number", "time"

struct ColumnView
{
    std::string name;
    CellType type = CellType::Empty; // that all filled cells of the first rows have
    std::size_t filled = 0; // of the rows looked at
    std::vector<std::string> examples; // the first three different ones
};

struct Inspection
{
    SourceHead head; // its text is left out
    std::size_t rowsSeen = 0;
    std::vector<ColumnView> columns;
    std::vector<Candidate> candidates; // best first
    std::optional<ImportPlan> plan;
    std::optional<Error> problem; // why there is no plan
    std::vector<MappingProposal> proposals; // best first; where nothing recognises the source, or on demand
    std::vector<std::string> questions; // English; what the import needs to be told, or assumes
};

// `wantsProposals`: also for a source that is recognised.
Result<Inspection> inspectSource(
    const SourceOpener& open, std::string_view name, const PlanOptions& options, bool wantsProposals = false);
// One JSON object, sorted keys.
std::string toJson(const Inspection& inspection);

} // namespace antecedent::importers
