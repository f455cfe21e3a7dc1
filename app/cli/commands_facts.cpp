// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// condition, differences, chronology, impact.

#include "app/cli/commands.h"
#include "app/cli/csv_output.h"
#include "app/cli/selection.h"
#include "model/base/zone.h"
#include "model/facts/chronology.h"
#include "model/facts/condition.h"
#include "model/facts/differences.h"
#include "model/facts/fitness.h"
#include "model/facts/impact.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace antecedent::cli {

namespace {

using nlohmann::json;

json recordIds(const std::vector<RecordId>& records)
{
    json out = json::array();
    for (const RecordId& id : records)
        out.push_back(toHex(id));
    return out;
}

json counterJson(const Counter& c)
{
    return {{"hours", jsonNumber(c.hours)}, {"run_hours", jsonNumber(c.runHours)},
        {"batches", c.batches ? json(*c.batches) : json()}, {"cycles", jsonNumber(c.cycles)},
        {"last", jsonTime(c.last)}, {"ref", jsonText(c.ref)}, {"records", recordIds(c.uses)}};
}

json asFoundJson(const Dataset& data, const AsFound& a)
{
    return {{"asset", jsonAsset(data, a.asset)}, {"point", jsonText(a.point)}, {"calibration", jsonText(a.calibration)},
        {"performed", jsonTime(a.performed)}, {"error", jsonNumber(a.error)}, {"tolerance", jsonNumber(a.tolerance)},
        {"unit", jsonText(a.unit)}, {"result", jsonText(a.result)}};
}

json cardJson(const Dataset& data, const ConditionCard& card)
{
    json counters = json::object();
    for (const Counter& c : card.counters)
        counters[c.name] = counterJson(c);
    json overdue = json::array();
    for (const Overdue& o : card.overdue)
        overdue.push_back({{"kind", o.kind}, {"due", jsonTime(o.due)}, {"by_s", o.byS}, {"ref", jsonText(o.ref)},
            {"asset", jsonAsset(data, o.asset)}});
    json open = json::array();
    for (const OpenWork& w : card.openWork)
        open.push_back(w.id);
    json found = json::array();
    for (const AsFound& a : card.asFound)
        found.push_back(asFoundJson(data, a));
    json later = json::array();
    for (const KnownDifference& d : card.enteredLater)
        later.push_back({{"what", d.what}, {"happened", jsonTime(d.happened)}, {"entered", jsonTime(d.entered)}});
    const bool overdueIsKnown = card.dueUnknown.size() < 2; // null where no due date of either kind is known
    return {{"asset", jsonAsset(data, card.asset)}, {"at", formatUtc(card.at)},
        {"as_known", card.known == AsKnown::Then ? "then" : "now"}, {"counters", counters},
        {"overdue", overdueIsKnown ? overdue : json()}, {"open_work_orders", open},
        {"last_as_found", card.lastAsFound ? asFoundJson(data, *card.lastAsFound) : json()}, {"as_found", found},
        {"entered_later", later}, {"not_available_then", card.notAvailable}, {"due_unknown", card.dueUnknown},
        {"operating_time_basis", toText(card.basis)}};
}

std::string amount(std::optional<double> value, const char* unit)
{
    if (!value)
        return std::string("– ") + unit;
    char text[48];
    std::snprintf(text, sizeof text, "%.1f %s", *value, unit);
    return text;
}

void printCard(Session& session, const Dataset& data, const ConditionCard& card)
{
    session.print(data.assets[card.asset.value].id + " at " + formatUtc(card.at) + ", as known "
        + (card.known == AsKnown::Then ? "then" : "now"));
    for (const Counter& c : card.counters) {
        std::string name = c.name;
        std::replace(name.begin(), name.end(), '_', ' ');
        if (!c.last.known()) {
            session.print("  " + name + ": – (no record)");
            continue;
        }
        session.print("  " + name + ": " + amount(c.hours, "h") + ", " + amount(c.runHours, "run hours") + ", "
            + (c.batches ? std::to_string(*c.batches) : std::string("–")) + " batches, " + amount(c.cycles, "cycles")
            + "; last " + formatUtc(c.last) + " " + c.ref);
    }
    for (const Overdue& o : card.overdue)
        session.print(
            "  overdue: " + o.kind + " " + o.ref + ", due " + formatUtc(o.due) + ", by " + amount(o.byS / 3600.0, "h"));
    for (const OpenWork& w : card.openWork)
        session.print("  open: " + w.id);
    if (card.lastAsFound)
        session.print("  last as found: " + formatDecimal(card.lastAsFound->error) + " " + card.lastAsFound->unit
            + " (tolerance " + formatDecimal(card.lastAsFound->tolerance) + "), " + card.lastAsFound->result + ", "
            + card.lastAsFound->calibration);
    for (const KnownDifference& d : card.enteredLater)
        session.print("  known only later: " + d.what.english());
    for (const std::string& table : card.notAvailable)
        session.print("  as known then is not available for " + table);
}

int showFitness(Session& session, const Investigation& inv, BatchIndex batch, AsKnown known)
{
    const Result<FitnessMatrix> matrix = fitForUse(inv.context, batch, known);
    if (!matrix)
        return session.fail(matrix.error());
    json rows = json::array();
    for (const FitnessRow& row : matrix->rows) {
        json checks = json::object();
        std::string line = formatUtc(row.at) + "  " + row.step + " on " + inv.dataset.assets[row.asset.value].id + ":";
        for (std::size_t i = 0; i < kFitnessChecks; ++i) {
            const char* name = toText(static_cast<FitnessCheck>(i));
            const FitnessCell& cell = row.cells[i];
            checks[name] = {{"answer", toText(cell.answer)}, {"reason", jsonText(cell.reason)},
                {"records", recordIds(cell.records)}};
            if (cell.answer != Answer::Unknown)
                line += std::string(" ") + name + " " + toText(cell.answer)
                    + (cell.answer == Answer::No ? " (" + cell.reason.english() + ")" : "") + ";";
        }
        rows.push_back({{"step", row.step}, {"level", jsonText(row.level)},
            {"asset", jsonAsset(inv.dataset, row.asset)}, {"at", jsonTime(row.at)}, {"checks", checks}});
        if (!session.isJson)
            session.print(line);
    }
    if (session.isJson)
        session.printJson({{"batch", jsonBatch(inv.dataset, batch)},
            {"as_known", known == AsKnown::Then ? "then" : "now"}, {"rows", rows}});
    return kDone;
}

} // namespace

int showCondition(Session& session, const ConditionOptions& options)
{
    if (options.batch.empty() == options.asset.empty() || (!options.asset.empty() && options.at.empty()))
        return session.fail({ErrorCode::InvalidArgument, "condition", "give --asset A with --at T, or --batch B"});
    const auto opened = openInvestigation(session, options.file);
    if (!opened)
        return session.fail(opened.error());
    const Investigation& inv = **opened;
    const AsKnown known = options.asKnown == "then" ? AsKnown::Then : AsKnown::Now;
    if (!options.batch.empty()) {
        const BatchIndex batch = inv.dataset.findBatch(options.batch);
        if (!batch.valid())
            return session.fail({ErrorCode::UnknownBatch, options.batch, {}});
        return showFitness(session, inv, batch, known);
    }
    const AssetIndex asset = inv.dataset.findAsset(options.asset);
    if (!asset.valid())
        return session.fail({ErrorCode::UnknownAsset, options.asset, {}});
    const Result<Timestamp> at = parseInstant("--at", options.at);
    if (!at)
        return session.fail(at.error());
    const ConditionCard card = conditionAt(inv.context, asset, *at, known);
    if (session.isJson)
        session.printJson(cardJson(inv.dataset, card));
    else
        printCard(session, inv.dataset, card);
    return kDone;
}

int showDifferences(Session& session, const DifferencesOptions& options)
{
    const auto opened = openInvestigation(session, options.file);
    if (!opened)
        return session.fail(opened.error());
    const Investigation& inv = **opened;
    const BatchIndex batch = inv.dataset.findBatch(options.batch);
    if (!batch.valid())
        return session.fail({ErrorCode::UnknownBatch, options.batch, {}});
    const Result<Differences> found = differencesOf(inv.context, batch, options.against);
    if (!found)
        return session.fail(found.error());
    json list = json::array();
    for (const Difference& d : found->differences) {
        list.push_back({{"kind", d.kind}, {"subject", jsonText(d.subject)}, {"here", jsonText(d.here)},
            {"good_batches", jsonText(d.there)}, {"good_with_same", d.goodWithSame}, {"good_known", d.goodKnown},
            {"asset", jsonAsset(inv.dataset, d.asset)}, {"records", recordIds(d.records)}});
        if (!session.isJson)
            session.print(d.kind + "  " + d.subject + ": " + (d.here.empty() ? "–" : d.here.english()) + " here; "
                + std::to_string(d.goodWithSame) + " of " + std::to_string(d.goodKnown) + " good batches the same"
                + (d.there.empty() ? "" : "; they had " + d.there.english()));
    }
    json against = json::array();
    for (const BatchIndex b : found->against)
        against.push_back(inv.dataset.batches[b.value].id);
    if (session.isJson)
        session.printJson({{"batch", options.batch}, {"against", against}, {"differences", list}, {"same", found->same},
            {"not_comparable", found->notComparable}});
    else
        session.message(std::to_string(found->differences.size()) + " differences from "
            + std::to_string(found->against.size()) + " good batches");
    return kDone;
}

int showChronology(Session& session, const AnalysisOptions& options)
{
    const auto opened = openInvestigation(session, options.file);
    if (!opened)
        return session.fail(opened.error());
    const Investigation& inv = **opened;
    const Result<WindowOptions> window = windowOptions(options.window);
    if (!window)
        return session.fail(window.error());
    const Result<ChosenFailures> failures = chooseFailures(inv, options.selection, *window, true);
    if (!failures)
        return session.fail(failures.error());
    const Result<Zone> zone = findZone(inv.dataset.siteZone.empty() ? "UTC" : inv.dataset.siteZone);
    if (!zone)
        return session.fail(zone.error());
    CsvOutput csv({"failure", "site_time", "utc", "original_time", "offset_s", "asset", "batch", "class", "severity",
        "text", "end", "source", "row"});
    json list = json::array();
    for (const Failure& failure : failures->set.failures) {
        ChronologyOptions chosen;
        chosen.window = *window;
        chosen.maxRows = 0;
        for (const ChronologyRow& row : chronologyOf(inv.context, failure, chosen).rows) {
            const int digits = precisionDigits(row.original.precision);
            const std::string site = formatWithOffset(row.at, zone->offsetAt(row.at).seconds / 60, digits);
            const std::string original = row.original.known()
                ? formatWithOffset(row.original.at(), row.original.offsetMinutes, digits)
                : std::string();
            const Asset* asset = inv.dataset.asset(row.asset);
            const Batch* batch = inv.dataset.batch(row.batch);
            const std::string source =
                row.ref.source.valid() ? inv.dataset.sources[row.ref.source.value].name : std::string();
            const std::string offset = json(toSeconds(row.offset)).dump();
            const std::string end = formatUtc(row.end);
            if (session.isJson)
                list.push_back({{"failure", failure.id}, {"site_time", site}, {"time", formatUtc(row.at, digits)},
                    {"original_time", jsonText(original)}, {"offset_s", toSeconds(row.offset)},
                    {"uncertainty_s", toSeconds(row.uncertainty)}, {"asset", jsonAsset(inv.dataset, row.asset)},
                    {"batch", jsonBatch(inv.dataset, row.batch)}, {"class", row.eventClass},
                    {"severity", jsonText(row.severity)}, {"text", jsonText(row.text)}, {"end", jsonText(end)},
                    {"source", jsonText(source)}, {"row", row.ref.row}, {"record", toHex(row.ref.id)},
                    {"is_failure", row.isFailure}});
            csv.add({failure.id, site, formatUtc(row.at, digits), original, offset, asset ? asset->id : "",
                batch ? batch->id : "", row.eventClass, row.severity, row.text, end, source,
                std::to_string(row.ref.row)});
            if (!session.isJson && options.csv.empty())
                session.print((row.isFailure ? "* " : "  ") + site + "  " + (asset ? asset->id : "-") + "  "
                    + row.eventClass + (row.text.empty() ? "" : "  " + row.text));
        }
    }
    if (session.isJson)
        session.printJson({{"rows", list}});
    if (!options.csv.empty())
        if (const Result<void> written = csv.write(session, options.csv); !written)
            return session.fail(written.error());
    return kDone;
}

namespace {

Result<Impact> chosenImpact(const Investigation& inv, const ImpactOptions& options)
{
    if (!options.failure.empty()) {
        SelectionArguments selection;
        selection.failures = {options.failure};
        const Result<ChosenFailures> failures = chooseFailures(inv, selection, {}, true);
        if (!failures)
            return failures.error();
        return impactOf(inv.context, failures->set.failures.front(), inv.dataset.findAsset(options.asset));
    }
    const AssetIndex asset = inv.dataset.findAsset(options.asset);
    if (!asset.valid())
        return Error{ErrorCode::UnknownAsset, options.asset, {}};
    const Result<Timestamp> from = parseInstant("--from", options.from);
    if (!from)
        return from.error();
    const Result<Timestamp> to = parseInstant("--to", options.to);
    if (!to)
        return to.error();
    if (*to < *from)
        return Error{ErrorCode::InvalidArgument, "--to", "is before --from"};
    return impactOf(inv.context, asset, Interval{*from, *to});
}

} // namespace

int showImpact(Session& session, const ImpactOptions& options)
{
    if (options.failure.empty() && (options.asset.empty() || options.from.empty() || options.to.empty()))
        return session.fail(
            {ErrorCode::InvalidArgument, "impact", "give --failure ID, or --asset A with --from T and --to T"});
    const auto opened = openInvestigation(session, options.file);
    if (!opened)
        return session.fail(opened.error());
    const Investigation& inv = **opened;
    const Result<Impact> impact = chosenImpact(inv, options);
    if (!impact)
        return session.fail(impact.error());
    const SuspectInterval& suspect = impact->suspect;
    json list = json::array();
    for (const BatchImpact& b : impact->batches) {
        list.push_back({{"batch", jsonBatch(inv.dataset, b.batch)}, {"impacted", b.isIn}, {"way", toText(b.way)},
            {"reason", b.reason}, {"disposition", jsonText(b.disposition)}, {"distributed", jsonText(b.distributed)},
            {"records", recordIds(b.records)}});
        if (!session.isJson && b.isIn)
            session.print(inv.dataset.batches[b.batch.value].id + ": " + b.reason.english()
                + (b.disposition.empty() ? "" : "; disposition " + b.disposition));
    }
    if (session.isJson)
        session.printJson(
            {{"asset", jsonAsset(inv.dataset, suspect.asset)}, {"from", formatUtc(suspect.interval.begin)},
                {"to", formatUtc(suspect.interval.end)}, {"from_reason", jsonText(suspect.fromReason)},
                {"to_reason", jsonText(suspect.toReason)}, {"batches", list}});
    else
        session.message("Suspect from " + formatUtc(suspect.interval.begin) + " (" + suspect.fromReason.english()
            + ") to " + formatUtc(suspect.interval.end) + " (" + suspect.toReason.english() + ")");
    return kDone;
}

} // namespace antecedent::cli
