// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One file on its way through the import wizard: what it looks like, the mapping in work, what is still to be answered.
// Threads: plain values; functions that read the file run off the GUI thread.

#include "importers/export_statement.h"
#include "importers/pipeline/import_sources.h"
#include "importers/proposal/propose.h"
#include "importers/trial.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace antecedent::app {

enum class DraftState : std::uint8_t {
    Recognised, // by its header
    Proposed, // nothing recognises it; a mapping is proposed
    Unknown, // no mapping can be proposed
    NotData, // readme, reference list, empty file
    ImportedBefore, // the same bytes are stored
    Broken, // can't be read
};

enum class DraftQuestion : std::uint8_t {
    Format, // nothing is known of it: a table is to be chosen
    Mapping, // proposed, and not yet looked at by a person
    Tie, // several formats take the header equally well
    Missing, // a required column has no value
    Zone, // local times without a zone
    DateOrder, // day and month can't be told apart
};

struct ImportDraft
{
    std::string path;
    std::string name; // without folder
    std::uint64_t bytes = 0;
    DraftState state = DraftState::Unknown;
    Phrase reason; // why it is recognised, proposed or left alone
    int confidence = 0; // 0..100
    std::string importedAs; // name of the stored source with the same bytes
    std::optional<Timestamp> imported;

    std::shared_ptr<const importers::SourceHead> head;
    std::vector<importers::Candidate> candidates;
    std::vector<importers::MappingProposal> proposals;

    importers::Profile mapping; // in work
    bool isCanonical = false; // the mapping follows from a canonical header, and nobody changed it
    std::string zone; // stated for local times; empty: none
    importers::AmbiguousPolicy ambiguous = importers::AmbiguousPolicy::Earlier;
    bool isTaken = false; // to be imported
    bool isTied = false; // another format fits as well, and nobody chose
    bool isAccepted = false; // a person looked at the proposed mapping
    bool isDatesSeen = false; // a person saw the order of its dates that nothing settles
    bool isProfileSaved = false; // the mapping is to be kept for the next time

    std::optional<importers::ImportPlan> plan; // nullopt: the mapping can't be used yet
    std::optional<Error> problem; // why there is no plan
    bool needsZone = false; // has local times that no rule of the mapping covers
    std::optional<importers::Trial> trial; // of the whole file, by the plan
    // What the file says of itself; its rows as a person may have corrected them.
    importers::ExportStatement stated;
};

importers::SourceOpener openerOf(const std::string& path);

// What a file is, by its bytes; `own` are the person's profiles, `stored` the sources of the investigation.
ImportDraft lookAt(const std::string& path, const std::vector<importers::Profile>& own,
    const std::vector<StoredSource>& stored, const std::stop_token& stop);

// Options that import the draft as it is in work. InvalidProfile: its mapping is not complete.
Result<importers::PlanOptions> planOptionsOf(const ImportDraft& draft);
// Reads the head anew and makes the plan.
void planDraft(ImportDraft& draft);

std::vector<DraftQuestion> openQuestions(const ImportDraft& draft);

// The mapping for a table that a person chose; or that of a candidate by its importer id.
void chooseTable(ImportDraft& draft, TableId table, const std::vector<importers::Profile>& own);
void chooseImporter(ImportDraft& draft, const std::string& importer, const std::vector<importers::Profile>& own);
// To be called before a mapping is changed: it gets a name of its own and the columns by which it is recognised.
void beginEdit(ImportDraft& draft);

} // namespace antecedent::app
