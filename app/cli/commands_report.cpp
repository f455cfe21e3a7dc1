// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// report: the investigation report as PDF, HTML and twin.

#include "app/casework/case_report.h"
#include "app/cli/commands.h"
#include "app/cli/investigation.h"
#include "model/base/lexicon.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace antecedent::cli {

int writeReport(Session& session, const ReportOptions& options)
{
    if (Lexicon::find(options.language) == nullptr)
        return session.fail({ErrorCode::NotAvailable, "--language " + options.language, casework::reportLanguages()});
    std::vector<ReportFigure> leftOut;
    for (const ReportFigure figure : kReportFigures)
        if (std::find(options.leaveOut.begin(), options.leaveOut.end(), toText(figure)) != options.leaveOut.end())
            leftOut.push_back(figure);
    const auto opened = openInvestigation(session, options.file, OpenMode::ReadWrite);
    if (!opened)
        return session.fail(opened.error());
    Investigation& inv = **opened;
    const Result<casework::WrittenReport> written =
        casework::writeReport(inv.file, inv.caseInfo, inv.context, systemActor(),
            {options.failure, options.title, options.pdf, options.html, options.twin, options.language, leftOut},
            session.stopToken(), session.progress());
    session.endProgress();
    if (!written)
        return session.fail(written.error());
    if (session.isJson)
        session.printJson({{"failure", written->failure}, {"pdf", written->pdf}, {"pages", written->pages},
            {"html", jsonText(written->html)}, {"twin", written->twin}, {"twin_digest", written->twinDigest},
            {"pdf_sha256", written->pdfSha256}, {"asset_contribution", toText(written->contribution)},
            {"leading_asset", jsonText(written->leadingAsset)}, {"statement", jsonText(written->statement)}});
    else
        session.print("Report of " + written->failure + ": " + written->pdf + " (" + std::to_string(written->pages)
            + " pages), twin " + written->twin + "\n" + written->statement.english());
    return kDone;
}

} // namespace antecedent::cli
