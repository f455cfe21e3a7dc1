// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// quality: what is doubtful in the data of each source, and what it does to the analysis.
#include "app/casework/case_quality.h"
#include "app/cli/commands.h"
#include "app/cli/investigation.h"
#include "model/base/text.h"
#include "model/quality/finding_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace antecedent::cli {

namespace {

using nlohmann::json;

constexpr std::size_t kPrintedPlaces = 3; // --json lists more

std::string placeText(const Dataset& dataset, const QualityPlace& place)
{
    std::string out;
    const auto add = [&out](const std::string& part) { out += (out.empty() ? "" : " ") + part; };
    if (place.row != 0)
        add("row " + std::to_string(place.row));
    if (place.tag.valid())
        add(dataset.tags[place.tag.value].name);
    else if (place.asset.valid())
        add(dataset.assets[place.asset.value].id);
    if (place.batch.valid())
        add(dataset.batches[place.batch.value].id
            + (place.other.valid() ? " with " + dataset.batches[place.other.value].id : std::string()));
    if (place.from)
        add(formatUtc(*place.from));
    if (place.to)
        add("to " + formatUtc(*place.to));
    return out;
}

void printFinding(Session& session, const Dataset& dataset, const QualityFinding& finding)
{
    session.print("  " + std::string(toText(finding.weight)) + "  " + toText(finding.kind) + ": "
        + sentence(finding.what).english());
    session.print("    " + sentence(finding.consequence).english());
    for (std::size_t i = 0; i < std::min(finding.places.size(), kPrintedPlaces); ++i)
        session.print("    - " + placeText(dataset, finding.places[i]));
}

int list(Session& session, const Dataset& dataset, const std::vector<QualityFinding>& findings, SourceIndex only)
{
    json all = json::array();
    std::size_t shown = 0;
    for (std::uint32_t i = 0; i < dataset.sources.size(); ++i) {
        if (only.valid() && only.value != i)
            continue;
        const SourceInfo& info = dataset.sources[i];
        json own = json::array();
        for (const QualityFinding& finding : findings) {
            if (finding.source.value != i)
                continue;
            if (own.empty() && !session.isJson)
                session.print(info.name);
            own.push_back(toJson(dataset, finding));
            if (!session.isJson)
                printFinding(session, dataset, finding);
        }
        shown += own.size();
        all.push_back({{"source", info.name}, {"sha256", toHex(info.sha256)}, {"findings", std::move(own)}});
    }
    if (session.isJson)
        session.printJson({{"sources", all}, {"findings", shown}});
    else
        session.message(shown == 0 ? "Nothing doubtful was found."
                                   : counted(shown, "finding.", "findings.") + " --json lists the places.");
    return kDone;
}

} // namespace

int showQuality(Session& session, const QualityOptions& options)
{
    const auto opened = openInvestigation(session, options.file);
    if (!opened)
        return session.fail(opened.error());
    const Investigation& inv = **opened;
    SourceIndex only;
    if (!options.source.empty()) {
        const Result<SourceIndex> found = findSource(inv.dataset, options.source, "--source");
        if (!found)
            return session.fail(found.error());
        only = *found;
    }
    const Result<std::vector<QualityFinding>> findings =
        casework::checkCaseQuality(inv.file, inv.caseInfo, inv.context, session.stopToken(), session.progress());
    session.endProgress();
    if (!findings)
        return session.fail(findings.error());
    return list(session, inv.dataset, *findings, only);
}

} // namespace antecedent::cli
