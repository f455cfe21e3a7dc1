// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/import_draft.h"

#include "importers/canonical/canonical_mapping.h"
#include "importers/format/source_path.h"
#include "importers/pipeline/source_tail.h"
#include "importers/profile/builtin_profiles.h"
#include "importers/profile/column_reference.h"
#include "importers/profile/profile_writer.h"
#include "importers/proposal/mapping_edit.h"

#include <algorithm>
#include <filesystem>

namespace antecedent::app {

using namespace importers;

namespace {

// Without folder; with the table of a file that has several.
std::string fileName(const SourcePath& path)
{
    const std::size_t slash = path.file.find_last_of("/\\");
    const std::string name = slash == std::string::npos ? path.file : path.file.substr(slash + 1);
    return path.part.empty() ? name : name + '#' + path.part;
}

std::uint64_t sizeOf(const std::string& path)
{
    std::error_code code;
    const auto size = std::filesystem::file_size(std::filesystem::path(std::u8string(path.begin(), path.end())), code);
    return code ? 0 : size;
}

Result<SourceHead> headOf(const std::string& path, const std::string& name, const PlanOptions& options)
{
    const SourcePath named = splitSourcePath(path);
    const Result<std::unique_ptr<ByteSource>> bytes = openSource(named);
    if (!bytes)
        return bytes.error();
    PlanOptions ofPart = options;
    ofPart.part = named.part;
    return readSourceHead(**bytes, name, ofPart);
}

// The bytes of a stored source.
bool findStored(ImportDraft& draft, const std::vector<StoredSource>& stored, const std::stop_token& stop)
{
    const bool isSized = std::any_of(
        stored.begin(), stored.end(), [&](const StoredSource& source) { return source.sizeBytes == draft.bytes; });
    if (!isSized)
        return false;
    const Result<Digest> hash = hashOfFile(draft.path, stop);
    for (const StoredSource& source : stored) {
        if (!hash || source.info.sha256 != *hash)
            continue;
        draft.state = DraftState::ImportedBefore;
        draft.importedAs = source.info.name;
        draft.imported = source.imported;
        return true;
    }
    return false;
}

// Local times for which nothing states a zone, in the head of the source.
bool isZoneOpen(const SourceHead& head, ImportPlan plan)
{
    if (!plan.mapping.zones.source.empty())
        return false;
    plan.zone.clear();
    plan.compression.clear();
    plan.format.clear(); // the head is its flat table
    plan.container.clear();
    plan.form.encoding = Encoding::Utf8; // the head is decoded
    const SourceOpener text = [&head]() -> Result<std::unique_ptr<ByteSource>> {
        return std::unique_ptr<ByteSource>(std::make_unique<MemorySource>(head.text));
    };
    const Result<Trial> trial = tryImport(text, plan, {});
    return trial && trial->withoutZone > 0;
}

void recogniseDraft(ImportDraft& draft, const PlanOptions& options)
{
    draft.stated = statementIn(*draft.head);
    draft.stated.add(statementBehind(splitSourcePath(draft.path).file, *draft.head));
    draft.candidates = recognise(*draft.head, options);
    draft.proposals = proposeMappings(*draft.head, options.more);
    const Result<ImportPlan> plan = proposePlan(*draft.head, options);
    if (plan) {
        draft.state = DraftState::Recognised;
        draft.mapping = plan->mapping;
        draft.isCanonical = plan->mapping.text.empty();
        draft.isTaken = true;
        for (const Candidate& candidate : draft.candidates) {
            if (candidate.importer != plan->importer)
                continue;
            draft.reason = candidate.reason;
            draft.confidence = candidate.confidence;
        }
        return;
    }
    if (plan.error().code == ErrorCode::NotData) {
        draft.state = DraftState::NotData;
        draft.reason = plan.error().detail;
        return;
    }
    if (plan.error().code == ErrorCode::AmbiguousFormat && !draft.candidates.empty()) {
        chooseImporter(draft, draft.candidates.front().importer, options.more);
        draft.state = DraftState::Recognised;
        draft.reason = plan.error().detail;
        draft.isTaken = draft.isTied = true;
        return;
    }
    draft.problem = plan.error();
    draft.state = draft.proposals.empty() ? DraftState::Unknown : DraftState::Proposed;
    draft.reason = plan.error().detail;
    if (draft.proposals.empty())
        return;
    draft.mapping = draft.proposals.front().profile;
    draft.reason = draft.proposals.front().reason;
    draft.confidence = draft.proposals.front().confidence;
    draft.isTaken = draft.proposals.front().missing.empty();
}

} // namespace

SourceOpener openerOf(const std::string& path)
{
    return [named = splitSourcePath(path)] { return openSource(named); };
}

ImportDraft lookAt(const std::string& path, const std::vector<Profile>& own, const std::vector<StoredSource>& stored,
    const std::stop_token& stop)
{
    ImportDraft draft;
    draft.path = path;
    const SourcePath named = splitSourcePath(path);
    draft.name = fileName(named);
    draft.bytes = sizeOf(named.file);
    PlanOptions options;
    options.more = own;
    Result<SourceHead> head = headOf(path, draft.name, options);
    if (!head) {
        draft.state = DraftState::Broken;
        draft.problem = head.error();
        return draft;
    }
    draft.head = std::make_shared<const SourceHead>(std::move(*head));
    if (draft.bytes > 0 && findStored(draft, stored, stop))
        return draft;
    recogniseDraft(draft, options);
    if (draft.isTaken || draft.state == DraftState::Proposed)
        planDraft(draft);
    return draft;
}

Result<PlanOptions> planOptionsOf(const ImportDraft& draft)
{
    PlanOptions out;
    out.zone = draft.zone;
    out.ambiguous = draft.ambiguous;
    if (draft.isCanonical) {
        out.as = "canonical:" + draft.mapping.name;
        return out;
    }
    const bool isAsRead = !draft.mapping.text.empty();
    Result<Profile> profile = isAsRead ? Result<Profile>(draft.mapping) : finishedProfile(draft.mapping);
    if (!profile)
        return profile.error();
    out.profile = std::move(*profile);
    return out;
}

void planDraft(ImportDraft& draft)
{
    draft.plan.reset();
    draft.problem.reset();
    draft.trial.reset();
    // The form of the text can be looked at before the mapping is complete.
    PlanOptions form;
    form.profile = draft.mapping;
    Result<SourceHead> head = headOf(draft.path, draft.name, form);
    if (!head) {
        draft.problem = head.error();
        return;
    }
    draft.head = std::make_shared<const SourceHead>(std::move(*head));
    const Result<PlanOptions> options = planOptionsOf(draft);
    if (!options) {
        draft.problem = options.error();
        return;
    }
    Result<ImportPlan> plan = proposePlan(*draft.head, *options);
    if (!plan) {
        draft.problem = plan.error();
        return;
    }
    if (const Result<void> settled = settleDateOrders(openerOf(draft.path), *draft.head, *options, *plan); !settled) {
        draft.problem = settled.error();
        return;
    }
    draft.needsZone = isZoneOpen(*draft.head, *plan);
    draft.plan = std::move(*plan);
}

std::vector<DraftQuestion> openQuestions(const ImportDraft& draft)
{
    std::vector<DraftQuestion> out;
    if (draft.state == DraftState::Unknown && draft.mapping.tables.empty())
        out.push_back(DraftQuestion::Format);
    if (!draft.isTaken)
        return out;
    if (draft.isTied)
        out.push_back(DraftQuestion::Tie);
    if (!draft.mapping.tables.empty() && !missingValues(draft.mapping).empty())
        out.push_back(DraftQuestion::Missing);
    if (draft.state == DraftState::Proposed && !draft.isAccepted)
        out.push_back(DraftQuestion::Mapping);
    if (!draft.plan)
        return out;
    if (draft.needsZone && draft.zone.empty())
        out.push_back(DraftQuestion::Zone);
    if (!draft.isDatesSeen
        && std::any_of(draft.plan->dateOrders.begin(), draft.plan->dateOrders.end(),
            [](const auto& entry) { return entry.second.assumed; }))
        out.push_back(DraftQuestion::DateOrder);
    return out;
}

void chooseTable(ImportDraft& draft, TableId table, const std::vector<Profile>& own)
{
    const Profile before = draft.mapping;
    MappingProposal proposal = proposeMapping(*draft.head, table, own);
    draft.mapping = std::move(proposal.profile);
    draft.mapping.hints = before.hints; // how the text is read was decided apart from what it means
    draft.mapping.encoding = before.encoding;
    draft.mapping.skipRows = before.skipRows;
    draft.reason = proposal.reason;
    draft.confidence = proposal.confidence;
    draft.state = DraftState::Proposed;
    draft.isCanonical = draft.isTied = false;
    draft.isTaken = draft.isAccepted = true;
}

void chooseImporter(ImportDraft& draft, const std::string& importer, const std::vector<Profile>& own)
{
    const std::string name = importer.substr(importer.find(':') + 1);
    draft.isTied = false;
    draft.isTaken = draft.isAccepted = true;
    draft.state = DraftState::Recognised;
    for (const Candidate& candidate : draft.candidates) {
        if (candidate.importer != importer)
            continue;
        draft.reason = candidate.reason;
        draft.confidence = candidate.confidence;
    }
    const TableSpec* table = importer.starts_with("canonical:") ? findTable(name) : nullptr;
    draft.isCanonical = table != nullptr;
    if (table != nullptr) {
        draft.mapping = canonicalMapping(table->id, draft.head->columns);
        return;
    }
    const auto found = std::find_if(own.begin(), own.end(), [&](const Profile& p) { return p.name == name; });
    if (found != own.end())
        draft.mapping = *found;
    else if (const Profile* builtin = findBuiltinProfile(name))
        draft.mapping = *builtin;
}

void beginEdit(ImportDraft& draft)
{
    draft.trial.reset();
    if (draft.isCanonical) {
        const std::size_t dot = draft.name.find('.');
        draft.mapping.name = profileNameFrom(draft.name.substr(0, dot));
        draft.mapping.title = "List like " + draft.name;
        for (std::size_t i = 0; i < draft.head->columns.size(); ++i)
            if (columnReference(draft.head->columns, i) == draft.head->columns[i])
                draft.mapping.recognise.push_back(draft.head->columns[i]);
    } else if (!draft.mapping.text.empty() && findBuiltinProfile(draft.mapping.name) != nullptr) {
        draft.mapping.name += "-site"; // the built-in one stays as it is
    }
    draft.isCanonical = false;
    draft.isAccepted = true;
    draft.mapping.text.clear();
}

} // namespace antecedent::app
