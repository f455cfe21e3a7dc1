// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// inspect: what a file looks like, how it would be imported, and a proposed mapping where nothing recognises it.

#include "app/cli/commands.h"
#include "app/cli/join.h"
#include "app/cli/profiles.h"
#include "importers/format/source_path.h"
#include "importers/inspect.h"
#include "importers/profile/profile_writer.h"

#include <filesystem>

namespace antecedent::cli {

namespace {

using importers::Inspection;
using importers::MappingProposal;

std::string listed(const std::vector<std::string>& names)
{
    std::string out;
    for (const std::string& name : names)
        out += (out.empty() ? "" : ", ") + name;
    return out;
}

void printProposal(Session& session, const Inspection& inspection, const MappingProposal& proposal)
{
    const TableSpec& table = tableSpec(proposal.table);
    session.print("  proposal: " + std::string(table.name) + "  " + std::to_string(proposal.confidence) + " %  "
        + proposal.reason.english());
    for (const importers::ColumnGuess& guess : proposal.guesses)
        session.print("    " + inspection.head.columns[guess.source] + " -> "
            + std::string(table.columns[guess.column].name) + "  " + std::to_string(guess.score) + " %  "
            + guess.reason.english());
    for (const importers::MadeGuess& made : proposal.made)
        session.print(
            "    " + made.value + " -> " + std::string(table.columns[made.column].name) + "  " + made.reason.english());
}

void printInspection(Session& session, const std::string& source, const Inspection& inspection)
{
    session.print(source + ": " + importers::encodingName(inspection.head.encoding.encoding)
        + (inspection.head.compression.empty() ? "" : ", " + inspection.head.compression)
        + (inspection.head.format.empty() ? "" : ", format " + inspection.head.format)
        + (inspection.head.container.empty() ? "" : " in " + inspection.head.container));
    for (const importers::ColumnView& column : inspection.columns) {
        std::string line = "  " + column.name + ": " + importers::cellTypeName(column.type);
        for (const std::string& example : column.examples)
            line += "  " + example;
        session.print(line);
    }
    for (const importers::Candidate& c : inspection.candidates)
        session.print("  " + c.importer + "  " + std::to_string(c.confidence) + " %  " + c.reason.english());
    if (inspection.problem)
        session.print("  " + errorText(*inspection.problem));
    for (const MappingProposal& proposal : inspection.proposals)
        printProposal(session, inspection, proposal);
    for (const std::string& question : inspection.questions)
        session.print("  ? " + question);
}

// The proposal that is written; the first one, or that of the table asked for. A profile that is stated goes before.
Result<importers::Profile> mappingToWrite(const Inspection& inspection, const InspectOptions& options)
{
    const bool isStated = !options.profile.empty() && options.table.empty();
    if (isStated && inspection.plan && !inspection.plan->mapping.text.empty())
        return inspection.plan->mapping;
    for (const MappingProposal& proposal : inspection.proposals)
        if (options.table.empty() || tableSpec(proposal.table).name == options.table)
            return proposal.profile;
    return Error{ErrorCode::UnknownFormat, options.source, "there is no proposal to write"};
}

Result<void> writeMapping(Session& session, const Inspection& inspection, const InspectOptions& options)
{
    Result<importers::Profile> mapping = mappingToWrite(inspection, options);
    if (!mapping)
        return mapping.error();
    if (!options.join.empty())
        if (const Result<void> joined = joinList(session, options, inspection.head, *mapping); !joined)
            return joined;
    const Result<importers::Profile> finished = importers::finishedProfile(*mapping);
    if (!finished)
        return Error{finished.error().code, options.profileOut, finished.error().detail};
    return writeFile(options.profileOut, finished->text);
}

} // namespace

int inspectSource(Session& session, const InspectOptions& options)
{
    const importers::SourcePath path = importers::splitSourcePath(options.source);
    std::error_code failed;
    if (!std::filesystem::is_regular_file(path.file, failed))
        return session.fail({ErrorCode::FileNotFound, options.source, {}});
    if (path.part.empty())
        if (const std::vector<std::string> tables = importers::tablesOfFile(path.file); tables.size() > 1)
            session.message(
                std::to_string(tables.size()) + " tables in the file; the first is shown. Name one: " + listed(tables));
    const importers::SourceOpener open = [&path] { return importers::openSource(path); };
    Result<ChosenProfiles> profiles = chosenProfiles(options.profile);
    if (!profiles)
        return session.fail(profiles.error());
    importers::PlanOptions plan;
    plan.zone = options.zone;
    plan.part = path.part;
    plan.more = std::move(profiles->more);
    if (profiles->stated.size() == 1)
        plan.profile = profiles->stated.front();
    else
        plan.more.insert(plan.more.end(), profiles->stated.begin(), profiles->stated.end());
    const bool wantsProposal = !options.profileOut.empty();
    if (!options.join.empty() && !wantsProposal)
        return session.fail({ErrorCode::InvalidArgument, "--join", "name the profile to write with --profile-out"});
    Result<Inspection> inspection =
        importers::inspectSource(open, std::filesystem::path(path.file).filename().string(), plan, wantsProposal);
    if (!inspection)
        return session.fail(inspection.error());
    if (wantsProposal)
        if (const Result<void> written = writeMapping(session, *inspection, options); !written)
            return session.fail(written.error());
    if (session.isJson)
        session.print(importers::toJson(*inspection));
    else
        printInspection(session, options.source, *inspection);
    return kDone;
}

} // namespace antecedent::cli
