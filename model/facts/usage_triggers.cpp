// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is due by use: thresholds, and the counters that they hold for.
#include "model/base/text.h"
#include "model/facts/usage.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace antecedent {

namespace {

constexpr std::array<std::string_view, 6> kCounters{"since_maintenance", "since_preventive", "since_corrective",
    "since_replacement", "since_calibration", "since_cleaning"};

std::optional<UsageUnit> unitOf(std::string_view text)
{
    const std::string unit = toLowerAscii(trimmed(text));
    if (unit == "batches" || unit == "batch")
        return UsageUnit::Batches;
    if (unit == "run_hours" || unit == "run hours" || unit == "runh")
        return UsageUnit::RunHours;
    if (unit == "cycles" || unit == "uses")
        return UsageUnit::Cycles;
    if (unit == "cleanings" || unit == "cleaning_cycles")
        return UsageUnit::Cleanings;
    return std::nullopt;
}

// "cleaning", "since cleaning" and "since_cleaning" are one counter; empty if there is none of that name.
std::string counterOf(std::string_view text)
{
    std::string name = toLowerAscii(trimmed(text));
    std::replace(name.begin(), name.end(), ' ', '_');
    if (name.empty())
        return std::string(kCounters.front());
    if (!name.starts_with("since_"))
        name = "since_" + name;
    return std::find(kCounters.begin(), kCounters.end(), name) != kCounters.end() ? name : std::string();
}

Error invalid(std::size_t line, const std::string& detail)
{
    return Error{ErrorCode::InvalidArgument, "thresholds, line " + std::to_string(line), detail};
}

// Cells of one line; a quoted cell may hold commas, and quotes doubled.
std::vector<std::string> cellsOf(std::string_view line)
{
    std::vector<std::string> cells(1);
    bool isQuoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && isQuoted && i + 1 < line.size() && line[i + 1] == '"') {
            cells.back() += '"';
            ++i;
        } else if (c == '"') {
            isQuoted = !isQuoted;
        } else if (c == ',' && !isQuoted) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    for (std::string& cell : cells)
        cell = std::string(trimmed(cell));
    return cells;
}

constexpr std::array<std::string_view, 6> kColumns{"asset_id", "asset_class", "since", "unit", "value", "basis"};

// Position of each column in the header, or npos.
Result<std::array<std::size_t, kColumns.size()>> columnsOf(const std::vector<std::string>& header, std::size_t line)
{
    std::array<std::size_t, kColumns.size()> at{};
    at.fill(std::string::npos);
    for (std::size_t i = 0; i < header.size(); ++i) {
        const auto known = std::find(kColumns.begin(), kColumns.end(), toLowerAscii(header[i]));
        if (known == kColumns.end())
            return invalid(line,
                "there is no column \"" + header[i] + "\"; known are asset_id, asset_class, since, unit, value, basis");
        at[static_cast<std::size_t>(known - kColumns.begin())] = i;
    }
    if (at[3] == std::string::npos || at[4] == std::string::npos)
        return invalid(line, "the columns unit and value are required");
    return at;
}

Result<UsageThreshold> thresholdOf(
    const std::vector<std::string>& cells, const std::array<std::size_t, kColumns.size()>& at, std::size_t line)
{
    const auto cell = [&](std::size_t column) { return at[column] < cells.size() ? cells[at[column]] : std::string(); };
    UsageThreshold out;
    out.asset = cell(0);
    out.assetClass = cell(1);
    out.since = counterOf(cell(2));
    out.basis = cell(5);
    if (out.since.empty())
        return invalid(line,
            "\"" + cell(2)
                + "\" is no counter; known are maintenance, preventive, corrective, replacement, calibration, "
                  "cleaning");
    const std::optional<UsageUnit> unit = unitOf(cell(3));
    if (!unit)
        return invalid(line, "\"" + cell(3) + "\" is none of batches, run_hours, cycles, cleanings");
    out.unit = *unit;
    const std::optional<Decimal> value = parseDecimal(cell(4));
    if (!value || !value->known || !(toDouble(*value) > 0))
        return invalid(line, "\"" + cell(4) + "\" is not a number above zero");
    out.value = toDouble(*value);
    return out;
}

bool isMeant(const AlignmentContext& context, const UsageThreshold& threshold, AssetIndex index)
{
    const Asset& asset = context.dataset.assets[index.value];
    if (!threshold.asset.empty())
        return context.dataset.findAsset(threshold.asset) == index;
    if (!threshold.assetClass.empty())
        return equalsIgnoreCase(asset.assetClass, threshold.assetClass);
    const auto& units = context.scopes.units();
    return std::find(units.begin(), units.end(), index) != units.end();
}

std::optional<double> usedOf(const AssetUsage& usage, UsageUnit unit)
{
    switch (unit) {
    case UsageUnit::Batches:
        return usage.batches ? std::optional<double>(*usage.batches) : std::nullopt;
    case UsageUnit::RunHours:
        return usage.runHours;
    case UsageUnit::Cycles:
        return usage.cycles;
    case UsageUnit::Cleanings:
        return usage.cleanings ? std::optional<double>(*usage.cleanings) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<double> usedIn(const AlignmentContext& context, AssetIndex asset, const Interval& time, UsageUnit unit)
{
    return usedOf(usageOf(context, {asset}, {{time, {}}}).front(), unit);
}

// The limit is reached once and stays reached: the instant is found by halving.
std::optional<Timestamp> whenPassed(
    const AlignmentContext& context, AssetIndex asset, const Interval& since, const UsageThreshold& threshold)
{
    Timestamp low = since.begin;
    Timestamp high = since.end;
    while (high - low > std::chrono::seconds(1)) {
        const Timestamp middle = low + (high - low) / 2;
        const std::optional<double> used = usedIn(context, asset, {since.begin, middle}, threshold.unit);
        if (!used)
            return std::nullopt;
        (*used >= threshold.value ? high : low) = middle;
    }
    return high;
}

UsageTrigger triggerOf(const ConditionFacts& facts, const UsageThreshold& threshold, AssetIndex asset, Timestamp at,
    AsKnown known, const Interval& span)
{
    UsageTrigger out;
    out.asset = asset;
    out.threshold = threshold;
    const ConditionCard card = facts.card(asset, at, known);
    const Counter& counter = card.counter(threshold.since);
    out.last = counter.last;
    out.ref = counter.ref;
    out.record = counter.record;
    out.isAtLeast = !counter.last.known();
    const Interval since{out.isAtLeast ? span.begin : counter.last.at(), at};
    if (since.begin < since.end)
        out.used = usedIn(facts.context(), asset, since, threshold.unit);
    if (!out.used)
        return out;
    if (*out.used >= threshold.value) {
        out.state = TriggerState::Due;
        out.passed = whenPassed(facts.context(), asset, since, threshold);
    } else if (!out.isAtLeast) {
        out.state = *out.used >= kSoonShare * threshold.value ? TriggerState::Soon : TriggerState::NotDue;
    }
    return out;
}

} // namespace

std::vector<UsageThreshold> thresholdsOf(const Dataset& dataset, Timestamp t)
{
    static const std::map<std::string, std::string, std::less<>> kSince{{"usage", "since_maintenance"},
        {"pm", "since_preventive"}, {"calibration", "since_calibration"}, {"campaign", "since_cleaning"}};
    using Key = std::tuple<std::string, std::string, std::string, UsageUnit>;
    std::map<Key, std::pair<std::int64_t, UsageThreshold>> newest;
    for (const Limit& limit : dataset.limits) {
        const auto since = kSince.find(limit.kind);
        const std::optional<UsageUnit> unit = unitOf(limit.unit);
        const bool isLater = limit.effective.known() && limit.effective.at() > t;
        // A limit of one product binds no counter that runs over all of them.
        if (since == kSince.end() || !unit || !limit.value.known || !(toDouble(limit.value) > 0) || isLater
            || !limit.product.empty())
            continue;
        const Asset* asset = dataset.asset(limit.asset);
        UsageThreshold threshold{asset != nullptr ? asset->id : std::string(), limit.assetClass, since->second, *unit,
            toDouble(limit.value), limit.basis.empty() ? "limits: " + limit.kind : limit.basis};
        const Key key{threshold.asset, threshold.assetClass, threshold.since, threshold.unit};
        const std::int64_t effective = limit.effective.known() ? limit.effective.utcUs : INT64_MIN;
        const auto found = newest.find(key);
        if (found == newest.end() || found->second.first <= effective)
            newest[key] = {effective, std::move(threshold)};
    }
    std::vector<UsageThreshold> out;
    for (auto& [key, entry] : newest)
        out.push_back(std::move(entry.second));
    return out;
}

Result<std::vector<UsageThreshold>> parseThresholds(std::string_view csv)
{
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (csv.starts_with(kMark))
        csv.remove_prefix(kMark.size());
    std::optional<std::array<std::size_t, kColumns.size()>> at;
    std::vector<UsageThreshold> out;
    std::size_t number = 0;
    for (const std::string_view raw : split(csv, '\n')) {
        ++number;
        const std::string_view line = trimmed(raw);
        if (line.empty() || line.front() == '#')
            continue;
        const std::vector<std::string> cells = cellsOf(line);
        if (!at) {
            const auto columns = columnsOf(cells, number);
            if (!columns)
                return columns.error();
            at = *columns;
            continue;
        }
        Result<UsageThreshold> threshold = thresholdOf(cells, *at, number);
        if (!threshold)
            return threshold.error();
        out.push_back(std::move(*threshold));
    }
    if (out.empty())
        return invalid(std::max<std::size_t>(number, 1), "there is no threshold");
    return out;
}

std::vector<UsageTrigger> usageTriggers(const ConditionFacts& facts, const std::vector<UsageThreshold>& thresholds,
    Timestamp at, AsKnown known, const std::vector<AssetIndex>& assets)
{
    const AlignmentContext& context = facts.context();
    const std::optional<Interval> span = usedSpan(context);
    std::vector<UsageTrigger> out;
    if (!span)
        return out;
    const auto isAsked = [&](AssetIndex asset) {
        return assets.empty() || std::find(assets.begin(), assets.end(), asset) != assets.end();
    };
    for (const UsageThreshold& threshold : thresholds)
        for (std::size_t i = 0; i < context.dataset.assets.size(); ++i)
            if (const auto asset = indexOf<AssetIndexTag>(i); isAsked(asset) && isMeant(context, threshold, asset))
                out.push_back(triggerOf(facts, threshold, asset, at, known, *span));
    const auto key = [](const UsageTrigger& trigger) {
        return std::make_tuple(trigger.state, -trigger.used.value_or(0) / trigger.threshold.value, trigger.asset,
            trigger.threshold.unit, trigger.threshold.since);
    };
    std::stable_sort(
        out.begin(), out.end(), [&](const UsageTrigger& a, const UsageTrigger& b) { return key(a) < key(b); });
    return out;
}

std::vector<std::string> unknownAssets(const Dataset& dataset, const std::vector<UsageThreshold>& thresholds)
{
    std::vector<std::string> out;
    for (const UsageThreshold& threshold : thresholds)
        if (!threshold.asset.empty() && !dataset.findAsset(threshold.asset).valid()
            && std::find(out.begin(), out.end(), threshold.asset) == out.end())
            out.push_back(threshold.asset);
    return out;
}

} // namespace antecedent
