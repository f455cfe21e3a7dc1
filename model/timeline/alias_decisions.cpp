// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/alias_decisions.h"

#include "model/identity/names.h"
#include "model/store/closed_case.h"
#include "model/store/source_versions.h"
#include "model/timeline/decision_documents.h"
#include "model/timeline/loader_parts.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <set>

namespace antecedent {

namespace {

using nlohmann::json;

json timeJson(std::optional<Timestamp> time)
{
    return time ? json(formatUtc(*time, 6)) : json();
}

// False if there is a text that is no time.
bool readTime(const json& object, const char* key, std::optional<Timestamp>& out)
{
    const auto found = object.find(key);
    if (found == object.end() || found->is_null())
        return true;
    const auto iso = found->is_string() ? parseIso(found->get<std::string>()) : std::nullopt;
    if (!iso || !iso->hasOffset)
        return false;
    out = Timestamp(Duration(iso->us));
    return true;
}

std::int64_t earliestOccurrence(const RowSet& rows, std::size_t row)
{
    const TableSpec& spec = tableSpec(rows.batch.table);
    std::int64_t earliest = TimeValue::kUnknown;
    for (std::size_t c = 0; c < spec.columns.size(); ++c) {
        const auto& times = rows.batch.columns[c].times;
        if (times.empty() || !isOccurrence(spec.columns[c]) || !times[row].known())
            continue;
        earliest = earliest == TimeValue::kUnknown ? times[row].utcUs : std::min(earliest, times[row].utcUs);
    }
    return earliest;
}

} // namespace

std::string toJson(const AliasDecision& decision)
{
    json out{{"asset", decision.asset}, {"confirmed", decision.state == AliasState::Confirmed}};
    if (decision.state == AliasState::Refused)
        out["refused"] = true;
    for (const AliasPeriod& period : decision.periods)
        out["periods"].push_back(
            {{"asset", period.asset}, {"from", timeJson(period.from)}, {"to", timeJson(period.to)}});
    return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<AliasDecision> aliasDecisionFrom(std::string_view text)
{
    const json object = json::parse(text, nullptr, false);
    if (!object.is_object())
        return std::nullopt;
    AliasDecision out;
    out.state = stateIn(object);
    if (const auto asset = object.find("asset"); asset != object.end() && asset->is_string())
        out.asset = asset->get<std::string>();
    if (const auto periods = object.find("periods"); periods != object.end() && periods->is_array())
        for (const json& item : *periods) {
            AliasPeriod period;
            if (!item.is_object() || !item.contains("asset") || !item["asset"].is_string()
                || !readTime(item, "from", period.from) || !readTime(item, "to", period.to))
                return std::nullopt;
            period.asset = item["asset"].get<std::string>();
            out.periods.push_back(std::move(period));
        }
    if (out.state == AliasState::Confirmed && out.asset.empty() && out.periods.empty())
        return std::nullopt;
    return out;
}

Result<void> orderPeriods(std::vector<AliasPeriod>& periods)
{
    const auto begin = [](const AliasPeriod& p) { return p.from.value_or(Timestamp::min()); };
    const auto end = [](const AliasPeriod& p) { return p.to.value_or(Timestamp::max()); };
    std::stable_sort(periods.begin(), periods.end(),
        [&](const AliasPeriod& a, const AliasPeriod& b) { return begin(a) < begin(b); });
    for (std::size_t i = 0; i < periods.size(); ++i) {
        if (end(periods[i]) <= begin(periods[i]))
            return Error{ErrorCode::InvalidArgument, periods[i].asset, "the period ends before it begins"};
        if (i > 0 && begin(periods[i]) < end(periods[i - 1]))
            return Error{ErrorCode::InvalidArgument, periods[i - 1].asset + ", " + periods[i].asset,
                "two periods of one name overlap"};
    }
    return {};
}

Result<AliasDecisions> readAliasDecisions(const CaseFile& file, std::int64_t until)
{
    return readDecisionDocuments<AliasDecision>(file, kAliasDocuments, until, aliasDecisionFrom);
}

const std::string* assetInPeriod(const AliasDecisions& decisions, const std::string& name, std::int64_t timeUs)
{
    const auto found = decisions.find(name);
    if (found == decisions.end() || found->second.state != AliasState::Confirmed || timeUs == TimeValue::kUnknown)
        return nullptr;
    const Timestamp time{Duration(timeUs)};
    for (const AliasPeriod& period : found->second.periods)
        if ((!period.from || *period.from <= time) && (!period.to || time < *period.to))
            return &period.asset;
    return nullptr;
}

void applyPeriods(const AliasDecisions& decisions, RowSet& rows)
{
    const bool hasPeriods = std::any_of(
        decisions.begin(), decisions.end(), [](const auto& entry) { return !entry.second.periods.empty(); });
    if (!hasPeriods)
        return;
    const TableSpec& spec = tableSpec(rows.batch.table);
    auto kept = std::make_shared<std::set<std::string>>(); // the nodes stay where they are
    for (std::size_t c = 0; c < spec.columns.size(); ++c) {
        if (!namesAsset(spec.id, spec.columns[c].name))
            continue;
        auto& texts = rows.batch.columns[c].texts;
        for (std::size_t row = 0; row < texts.size(); ++row)
            if (!texts[row].empty())
                if (const std::string* asset =
                        assetInPeriod(decisions, std::string(texts[row]), earliestOccurrence(rows, row)))
                    texts[row] = *kept->insert(*asset).first;
    }
    rows.batch.buffers.push_back(std::move(kept));
}

void addDecisions(
    const AliasDecisions& decisions, const std::function<bool(const std::string&)>& isUsed, NameResolver& resolver)
{
    std::map<std::string, std::string> open; // name to a name that is not listed
    for (const auto& [name, decision] : decisions) {
        if (decision.state == AliasState::Refused)
            resolver.setApart(name);
        if (decision.state != AliasState::Confirmed || decision.asset.empty())
            continue;
        if (const std::optional<std::string> listed = resolver.resolve(decision.asset))
            resolver.addAlias(name, *listed);
        else
            open[name] = decision.asset;
    }
    for (const auto& [name, asset] : open) {
        std::string target = asset;
        std::set<std::string> seen{name};
        for (auto next = open.find(target); next != open.end() && seen.insert(target).second; next = open.find(target))
            target = next->second;
        if (seen.contains(target))
            continue; // they name one another
        if (const std::optional<std::string> listed = resolver.resolve(target))
            resolver.addAlias(name, *listed);
        else if (isUsed(target))
            resolver.addAliasOfUnlisted(name, target);
    }
}

Result<std::map<std::string, std::string>> readStatedOfTags(
    const CaseFile& file, const CaseInfo& investigationCase, std::string_view column)
{
    const SourceId lastSource = lastSourceOf(investigationCase);
    Result<RowSet> rows = readRows(file, TableId::Tags, lastSource);
    const Result<std::int64_t> lastDocument = lastDocumentOf(file, investigationCase);
    if (!rows || !lastDocument)
        return !rows ? rows.error() : lastDocument.error();
    const Result<SetAside> aside = SetAside::read(file, lastSource, *lastDocument);
    if (!aside)
        return aside.error();
    *rows = aside->without(std::move(*rows));
    const TableSpec& spec = tableSpec(TableId::Tags);
    const auto& tags = rows->batch.columns[*spec.find("tag")].texts;
    const auto& values = rows->batch.columns[*spec.find(column)].texts;
    std::map<std::string, std::string> out;
    for (std::size_t row = 0; row < tags.size(); ++row) {
        std::string& value = out[std::string(tags[row])];
        if (value.empty() && !values.empty())
            value = values[row];
    }
    return out;
}

} // namespace antecedent
