// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// usage: how much equipment was used, and what is due by use.

#include "app/cli/commands.h"
#include "app/cli/csv_output.h"
#include "app/cli/selection.h"
#include "model/facts/usage.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace antecedent::cli {

namespace {

using nlohmann::json;

struct UsageAnswer
{
    Interval span;
    std::vector<UsagePeriod> periods;
    std::vector<AssetUsage> usage;
    std::vector<UsageTrigger> triggers;
    std::vector<std::string> unknown; // assets of thresholds
};

std::string amount(std::optional<double> value, int decimals)
{
    if (!value)
        return "–";
    char text[48];
    std::snprintf(text, sizeof text, "%.*f", decimals, *value);
    return text;
}

std::string cell(std::optional<double> value, int decimals)
{
    return value ? amount(value, decimals) : std::string();
}

std::optional<double> number(const std::optional<int>& value)
{
    return value ? std::optional<double>(*value) : std::nullopt;
}

Result<std::vector<AssetIndex>> chosenAssets(const Dataset& dataset, const std::string& name)
{
    std::vector<AssetIndex> out;
    if (name.empty()) {
        for (std::size_t i = 0; i < dataset.assets.size(); ++i)
            out.push_back(indexOf<AssetIndexTag>(i));
        return out;
    }
    const AssetIndex asset = dataset.findAsset(name);
    if (!asset.valid())
        return Error{ErrorCode::UnknownAsset, name, {}};
    out.push_back(asset);
    return out;
}

Result<UsageAnswer> answerOf(const Investigation& inv, const UsageOptions& options)
{
    UsageAnswer out;
    const Result<std::vector<AssetIndex>> assets = chosenAssets(inv.dataset, options.asset);
    if (!assets)
        return assets.error();
    const Result<Zone> zone = findZone(inv.dataset.siteZone.empty() ? "UTC" : inv.dataset.siteZone);
    if (!zone)
        return zone.error();
    const std::optional<Interval> span = usedSpan(inv.context);
    out.span = span.value_or(Interval{});
    for (const auto& [name, text, at] :
        {std::tuple("--from", &options.from, &out.span.begin), std::tuple("--to", &options.to, &out.span.end)}) {
        if (text->empty())
            continue;
        const Result<Timestamp> time = parseInstant(name, *text);
        if (!time)
            return time.error();
        *at = *time;
    }
    if (out.span.end < out.span.begin)
        return Error{ErrorCode::InvalidArgument, "--to", "is before --from"};
    std::vector<UsageThreshold> thresholds = thresholdsOf(inv.dataset, out.span.end);
    if (!options.thresholds.empty()) {
        const Result<std::string> bytes = readFile(options.thresholds);
        if (!bytes)
            return bytes.error();
        Result<std::vector<UsageThreshold>> stated = parseThresholds(*bytes);
        if (!stated)
            return Error{stated.error().code, options.thresholds + ", " + stated.error().where, stated.error().detail};
        thresholds.insert(thresholds.end(), stated->begin(), stated->end());
    }
    if (!span)
        return out;
    out.unknown = unknownAssets(inv.dataset, thresholds);
    const PeriodLength length = options.period == "month" ? PeriodLength::Month
        : options.period == "week"                        ? PeriodLength::Week
                                                          : PeriodLength::All;
    out.periods = usagePeriods(out.span, length, *zone);
    out.usage = usageOf(inv.context, *assets, out.periods);
    out.triggers = usageTriggers(ConditionFacts(inv.context), thresholds, out.span.end);
    if (!options.asset.empty())
        std::erase_if(out.triggers, [&](const UsageTrigger& t) { return t.asset != assets->front(); });
    return out;
}

json usageJson(const Dataset& dataset, const UsageAnswer& answer)
{
    json assets = json::array();
    for (const AssetUsage& u : answer.usage) {
        if (u.period == 0)
            assets.push_back({{"asset", jsonAsset(dataset, u.asset)}, {"periods", json::array()}});
        const UsagePeriod& period = answer.periods[u.period];
        assets.back()["periods"].push_back({{"name", period.name}, {"from", formatUtc(period.time.begin)},
            {"to", formatUtc(period.time.end)}, {"batches", jsonNumber(number(u.batches))},
            {"run_hours", jsonNumber(u.runHours)}, {"cycles", jsonNumber(u.cycles)},
            {"cycles_by", u.cycles ? json(u.isMetered ? "meter" : "uses") : json()},
            {"cleaning_cycles", jsonNumber(number(u.cleanings))}});
    }
    json triggers = json::array();
    for (const UsageTrigger& t : answer.triggers)
        triggers.push_back({{"asset", jsonAsset(dataset, t.asset)}, {"since", t.threshold.since},
            {"unit", toText(t.threshold.unit)}, {"limit", t.threshold.value}, {"basis", jsonText(t.threshold.basis)},
            {"used", jsonNumber(t.used)}, {"used_is_at_least", t.isAtLeast}, {"state", toText(t.state)},
            {"last", jsonTime(t.last)}, {"ref", jsonText(t.ref)}, {"passed", jsonTime(t.passed)}});
    return {{"from", formatUtc(answer.span.begin)}, {"to", formatUtc(answer.span.end)}, {"assets", assets},
        {"triggers", triggers}, {"unknown_assets", answer.unknown}};
}

std::string sinceWords(const UsageTrigger& t)
{
    std::string words = t.threshold.since;
    std::replace(words.begin(), words.end(), '_', ' ');
    return t.last.known() ? words + " (" + t.ref + ", " + formatUtc(t.last) + ")"
                          : words + " (no such record; counted from the begin of the data)";
}

void printAnswer(Session& session, const Dataset& dataset, const UsageAnswer& answer)
{
    for (const AssetUsage& u : answer.usage)
        session.print(dataset.assets[u.asset.value].id + "  " + answer.periods[u.period].name + ": "
            + amount(number(u.batches), 0) + " batches, " + amount(u.runHours, 1) + " run hours, "
            + amount(u.cycles, u.isMetered ? 1 : 0) + " cycles, " + amount(number(u.cleanings), 0)
            + " cleaning cycles");
    for (const UsageTrigger& t : answer.triggers)
        session.print(std::string(toText(t.state)) + "  " + dataset.assets[t.asset.value].id + ": "
            + (t.isAtLeast && t.used ? "at least " : "") + amount(t.used, 1) + " of " + amount(t.threshold.value, 1)
            + " " + toText(t.threshold.unit) + " " + sinceWords(t)
            + (t.passed ? ", limit reached " + formatUtc(*t.passed) : std::string())
            + (t.threshold.basis.empty() ? "" : "; " + t.threshold.basis));
    const auto due = std::count_if(answer.triggers.begin(), answer.triggers.end(),
        [](const UsageTrigger& t) { return t.state == TriggerState::Due; });
    session.message(answer.triggers.empty()
            ? std::string("No usage-based trigger is known: none in the table limits, none in --thresholds.")
            : std::to_string(due) + " of " + std::to_string(answer.triggers.size()) + " usage-based triggers are due.");
    for (const std::string& name : answer.unknown)
        session.message("The thresholds name " + name + ", which is no asset of these data.");
}

} // namespace

int showUsage(Session& session, const UsageOptions& options)
{
    const auto opened = openInvestigation(session, options.file);
    if (!opened)
        return session.fail(opened.error());
    const Investigation& inv = **opened;
    const Result<UsageAnswer> answer = answerOf(inv, options);
    if (!answer)
        return session.fail(answer.error());
    if (session.isJson)
        session.printJson(usageJson(inv.dataset, *answer));
    else if (options.csv.empty())
        printAnswer(session, inv.dataset, *answer);
    if (options.csv.empty())
        return kDone;
    CsvOutput csv({"asset", "period", "from", "to", "batches", "run_hours", "cycles", "cycles_by", "cleaning_cycles"});
    for (const AssetUsage& u : answer->usage) {
        const UsagePeriod& period = answer->periods[u.period];
        csv.add({inv.dataset.assets[u.asset.value].id, period.name, formatUtc(period.time.begin),
            formatUtc(period.time.end), cell(number(u.batches), 0), cell(u.runHours, 3), cell(u.cycles, 3),
            u.cycles ? (u.isMetered ? "meter" : "uses") : "", cell(number(u.cleanings), 0)});
    }
    if (const Result<void> written = csv.write(session, options.csv); !written)
        return session.fail(written.error());
    return kDone;
}

} // namespace antecedent::cli
