// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/selection.h"

#include "app/casework/case_sentinels.h"
#include "model/alignment/filter.h"
#include "model/base/decimal.h"

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

Result<ExcursionRule> excursionRule(const std::string& hysteresis, const std::string& minimum)
{
    ExcursionRule rule;
    if (!hysteresis.empty()) {
        const auto number = parseDecimal(hysteresis);
        if (!number || toDouble(*number) < 0)
            return Error{ErrorCode::InvalidArgument, "--hysteresis " + hysteresis, "a number from 0 on"};
        rule.hysteresis = toDouble(*number);
    }
    if (!minimum.empty()) {
        const std::optional<Duration> length = parseDuration(minimum);
        if (!length)
            return Error{ErrorCode::InvalidArgument, "--min-duration " + minimum, "a duration such as 30s or 5m"};
        rule.minimum = *length;
    }
    return rule;
}

namespace {

// A --classification that is a choice of the case, by its id or as it is called.
Result<std::optional<SentinelRule>> keptSentinel(const Investigation& investigation, const std::string& classification)
{
    if (classification.empty())
        return std::optional<SentinelRule>();
    const auto stored = casework::storedSentinels(investigation.file, investigation.caseInfo);
    if (!stored)
        return stored.error();
    for (const casework::StoredSentinel& sentinel : *stored)
        if (!sentinel.isRemoved && (sentinel.id == classification || toText(sentinel.rule) == classification))
            return std::optional(sentinel.rule);
    return std::optional<SentinelRule>();
}

// The choice that the arguments state beside any deviations.
Result<std::optional<SentinelRule>> statedSentinel(
    const Investigation& investigation, const SelectionArguments& selection)
{
    if (selection.where.empty())
        return keptSentinel(investigation, selection.classification);
    const Result<ExcursionRule> excursion = excursionRule(selection.hysteresis, selection.minimum);
    if (!excursion)
        return excursion.error();
    const Result<SentinelRule> rule =
        canonical({selection.where, selection.occurrence, *excursion}, investigation.dataset);
    return rule ? Result<std::optional<SentinelRule>>(*rule) : rule.error();
}

} // namespace

Result<ChosenFailures> chooseFailures(const Investigation& investigation, const SelectionArguments& selection,
    const WindowOptions& window, bool mustExist)
{
    const Result<std::optional<SentinelRule>> sentinel = statedSentinel(investigation, selection);
    if (!sentinel)
        return sentinel.error();
    std::optional<Filter> filter;
    if (!selection.where.empty()) {
        Result<Filter> parsed = Filter::parse(selection.where, investigation.dataset);
        if (!parsed)
            return parsed.error();
        filter.emplace(std::move(*parsed));
    }
    FailureSelection wanted;
    wanted.ids = selection.failures;
    wanted.classification = selection.classification;
    wanted.where = filter ? &*filter : nullptr;
    const auto samples = makeSampleReader(investigation.file, investigation.caseInfo, investigation.dataset);
    Result<FailureSet> failures = selectFailures(investigation.dataset, wanted, window.anchor, samples.get());
    if (!failures)
        return failures.error();
    ChosenFailures chosen{std::move(*failures), std::nullopt};
    if (chosen.set.failures.empty() && chosen.set.excluded.empty() && *sentinel && selection.failures.empty()) {
        Result<FailureSet> others = selectSentinels(investigation.context, **sentinel, window.anchor, samples.get());
        if (!others)
            return others.error();
        chosen = ChosenFailures{std::move(*others), *sentinel};
    }
    if (mustExist && chosen.set.failures.empty())
        return Error{ErrorCode::NoFailures, investigation.file.path(),
            chosen.set.excluded.empty() ? "" : chosen.set.excluded.front().reason.english()};
    return chosen;
}

Result<AlignedSelection> openAndAlign(Session& session, const AnalysisOptions& options, bool mustExist)
{
    Result<std::unique_ptr<Investigation>> opened = openInvestigation(session, options.file, OpenMode::ReadOnly);
    if (!opened)
        return opened.error();
    const Result<WindowOptions> window = windowOptions(options.window);
    if (!window)
        return window.error();
    Result<ChosenFailures> failures = chooseFailures(**opened, options.selection, *window, mustExist);
    if (!failures)
        return failures.error();
    Result<Alignment> alignment =
        align((*opened)->context, failures->set, *window, session.stopToken(), session.progress());
    session.endProgress();
    if (!alignment)
        return alignment.error();
    return AlignedSelection{std::move(*opened), std::move(failures->set), std::move(*alignment)};
}

} // namespace antecedent::cli
