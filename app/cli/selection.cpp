// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/selection.h"

#include <optional>

namespace antecedent::cli {

namespace {

template <class T, class Parse>
Result<void> replaceBy(T& target, const std::string& text, const char* option, Parse parse)
{
    if (text.empty())
        return {};
    const auto parsed = parse(text);
    if (!parsed) {
        Error error = parsed.error();
        error.where = option;
        return error;
    }
    target = *parsed;
    return {};
}

} // namespace

Result<WindowOptions> windowOptions(const WindowArguments& arguments, const WindowOptions& base)
{
    WindowOptions out = base;
    if (auto r = replaceBy(out.anchor, arguments.anchor, "--anchor", parseAnchor); !r)
        return r.error();
    if (auto r = replaceBy(out.clock, arguments.clock, "--clock", parseClock); !r)
        return r.error();
    if (auto r = replaceBy(out.before, arguments.before, "--before", parseWindowLength); !r)
        return r.error();
    if (auto r = replaceBy(out.after, arguments.after, "--after", parseWindowLength); !r)
        return r.error();
    if (auto r = replaceBy(out.scope, arguments.scope, "--scope", parseScope); !r)
        return r.error();
    if (arguments.controls >= 0)
        out.controls = arguments.controls;
    return out;
}

Result<FailureSet> chooseFailures(const Investigation& investigation, const SelectionArguments& selection,
    const WindowOptions& window, bool mustExist)
{
    std::optional<Filter> filter;
    if (!selection.where.empty()) {
        Result<Filter> parsed = Filter::parse(selection.where);
        if (!parsed)
            return parsed.error();
        filter.emplace(std::move(*parsed));
    }
    FailureSelection chosen;
    chosen.ids = selection.failures;
    chosen.classification = selection.classification;
    chosen.where = filter ? &*filter : nullptr;
    const auto samples = makeSampleReader(investigation.file, investigation.caseInfo, investigation.dataset);
    Result<FailureSet> failures = selectFailures(investigation.dataset, chosen, window.anchor, samples.get());
    if (!failures)
        return failures.error();
    if (failures->failures.empty() && failures->excluded.empty() && filter && selection.failures.empty())
        *failures = selectSentinels(
            investigation.dataset, investigation.context.events, *filter, selection.occurrence, window.anchor);
    if (mustExist && failures->failures.empty())
        return Error{ErrorCode::NoFailures, investigation.file.path(),
            failures->excluded.empty() ? "" : failures->excluded.front().reason};
    return failures;
}

Result<AlignedSelection> openAndAlign(Session& session, const AnalysisOptions& options, bool mustExist)
{
    Result<std::unique_ptr<Investigation>> opened = openInvestigation(session, options.file, OpenMode::ReadOnly);
    if (!opened)
        return opened.error();
    const Result<WindowOptions> window = windowOptions(options.window);
    if (!window)
        return window.error();
    Result<FailureSet> failures = chooseFailures(**opened, options.selection, *window, mustExist);
    if (!failures)
        return failures.error();
    Result<Alignment> alignment =
        align((*opened)->context, *failures, *window, session.stopToken(), session.progress());
    session.endProgress();
    if (!alignment)
        return alignment.error();
    return AlignedSelection{std::move(*opened), std::move(*failures), std::move(*alignment)};
}

} // namespace antecedent::cli
