// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/source_versions.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace antecedent {

namespace {

using Json = nlohmann::json;

Json placesJson(const RecordPlaces& places)
{
    Json out = Json::object();
    for (const auto& [table, records] : places) {
        Json list = Json::array();
        for (const RecordPlace& place : records)
            list.push_back({place.row, place.print.a, place.print.b});
        out[std::string(tableSpec(table).name)] = std::move(list);
    }
    return out;
}

bool takePlaces(const Json& json, RecordPlaces& out)
{
    if (!json.is_object())
        return false;
    for (const auto& [name, list] : json.items()) {
        const TableSpec* table = findTable(name);
        if (table == nullptr || !list.is_array())
            return false;
        std::vector<RecordPlace>& places = out[table->id];
        for (const Json& place : list) {
            const bool isPlace = place.is_array() && place.size() == 3
                && std::all_of(place.begin(), place.end(), [](const Json& n) { return n.is_number_unsigned(); });
            if (!isPlace)
                return false;
            places.push_back(
                {place[0].get<std::uint64_t>(), {place[1].get<std::uint64_t>(), place[2].get<std::uint64_t>()}});
        }
        std::sort(places.begin(), places.end());
    }
    return true;
}

bool hasRow(const std::vector<RecordPlace>& places, std::uint64_t row)
{
    const auto at = std::lower_bound(
        places.begin(), places.end(), row, [](const RecordPlace& place, std::uint64_t r) { return place.row < r; });
    return at != places.end() && at->row == row;
}

bool hasPlace(const std::vector<RecordPlace>& places, const RecordPlace& place)
{
    return std::binary_search(places.begin(), places.end(), place);
}

} // namespace

std::string toJson(const VersionDecision& decision)
{
    Json aside = Json::object();
    for (const auto& [source, places] : decision.setAside)
        aside[source] = placesJson(places);
    return Json{{"accepted", decision.isAccepted}, {"replaces", decision.replaces}, {"set_aside", aside}}.dump();
}

Result<VersionDecision> versionDecisionFrom(std::string_view text)
{
    const Error bad{ErrorCode::CorruptInput, "version", "is no decision on a version of a source"};
    const Json json = Json::parse(text, nullptr, false);
    const bool isWhole = json.is_object() && json.contains("accepted") && json["accepted"].is_boolean()
        && json.contains("replaces") && json["replaces"].is_string() && json.contains("set_aside")
        && json["set_aside"].is_object();
    if (!isWhole)
        return bad;
    VersionDecision out;
    out.isAccepted = json["accepted"].get<bool>();
    out.replaces = json["replaces"].get<std::string>();
    for (const auto& [source, places] : json["set_aside"].items())
        if (!takePlaces(places, out.setAside[source]))
            return bad;
    return out;
}

Result<VersionDecisions> readVersionDecisions(const CaseFile& file, std::int64_t until)
{
    const Result<std::vector<StoredDocument>> stored = file.documents("", kVersionDocuments, until);
    if (!stored)
        return stored.error();
    VersionDecisions out;
    for (const StoredDocument& document : *stored) {
        Result<VersionDecision> decision = versionDecisionFrom(document.json);
        if (!decision)
            return decision.error();
        out.emplace(document.name, std::move(*decision));
    }
    return out;
}

std::vector<std::string> versionChain(const VersionDecisions& decisions, const std::string& hash)
{
    std::vector<std::string> out{hash};
    for (auto at = decisions.find(hash); at != decisions.end() && at->second.isAccepted;
         at = decisions.find(out.back())) {
        if (std::find(out.begin(), out.end(), at->second.replaces) != out.end())
            break; // only a damaged file has a circle
        out.push_back(at->second.replaces);
    }
    return out;
}

Result<SetAside> SetAside::read(const CaseFile& file, SourceId lastSource, std::int64_t until)
{
    const Result<VersionDecisions> decisions = readVersionDecisions(file, until);
    if (!decisions)
        return decisions.error();
    if (decisions->empty())
        return SetAside();
    const Result<std::vector<StoredSource>> sources = file.sources();
    return sources ? Result<SetAside>(of(*decisions, *sources, lastSource)) : Result<SetAside>(sources.error());
}

SetAside SetAside::of(const VersionDecisions& decisions, const std::vector<StoredSource>& sources, SourceId lastSource)
{
    SetAside out;
    std::map<std::string, SourceId> ids;
    for (const StoredSource& source : sources)
        if (source.id <= lastSource)
            ids[toHex(source.info.sha256)] = source.id;
    std::set<std::string> replaced;
    for (const auto& [hash, decision] : decisions)
        if (decision.isAccepted && ids.contains(hash))
            replaced.insert(decision.replaces);
    for (const auto& [hash, decision] : decisions) {
        if (!decision.isAccepted || !ids.contains(hash) || replaced.contains(hash))
            continue;
        for (const auto& [source, places] : decision.setAside)
            if (const auto id = ids.find(source); id != ids.end())
                for (const auto& [table, records] : places) {
                    auto& all = out.m_places[id->second][table];
                    all.insert(all.end(), records.begin(), records.end());
                    std::sort(all.begin(), all.end());
                    all.erase(std::unique(all.begin(), all.end()), all.end());
                }
    }
    return out;
}

const std::vector<RecordPlace>* SetAside::find(SourceId source, TableId table) const
{
    const auto tables = m_places.find(source);
    if (tables == m_places.end())
        return nullptr;
    const auto found = tables->second.find(table);
    return found == tables->second.end() ? nullptr : &found->second;
}

std::uint64_t SetAside::count(TableId table) const
{
    std::uint64_t out = 0;
    for (const auto& [source, tables] : m_places)
        if (const std::vector<RecordPlace>* places = find(source, table))
            out += places->size();
    return out;
}

std::uint64_t SetAside::count(SourceId source) const
{
    std::uint64_t out = 0;
    if (const auto tables = m_places.find(source); tables != m_places.end())
        for (const auto& [table, places] : tables->second)
            out += places.size();
    return out;
}

Fingerprint SetAside::sum(TableId table) const
{
    Fingerprint out;
    for (const auto& [source, tables] : m_places)
        if (const std::vector<RecordPlace>* places = find(source, table))
            for (const RecordPlace& place : *places)
                out = out + place.print;
    return out;
}

RowSet SetAside::without(RowSet rows) const
{
    if (count(rows.batch.table) == 0)
        return rows;
    const std::vector<Fingerprint> prints = fingerprints(rows.batch);
    std::vector<std::size_t> kept;
    for (std::size_t row = 0; row < rows.batch.rows; ++row) {
        const std::vector<RecordPlace>* places = find(rows.source[row], rows.batch.table);
        if (places == nullptr || !hasPlace(*places, {rows.batch.sourceRows[row].row, prints[row]}))
            kept.push_back(row);
    }
    return kept.size() == rows.batch.rows ? std::move(rows) : chosenRows(rows, kept);
}

std::vector<bool> SetAside::marks(SourceId source, const RecordBatch& batch) const
{
    const std::vector<RecordPlace>* places = find(source, batch.table);
    if (places == nullptr)
        return {};
    const bool isTouched = std::any_of(batch.sourceRows.begin(), batch.sourceRows.end(),
        [&](const SourceRow& row) { return hasRow(*places, row.row); });
    if (!isTouched)
        return {};
    const std::vector<Fingerprint> prints = fingerprints(batch);
    std::vector<bool> out(batch.rows);
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = hasPlace(*places, {batch.sourceRows[i].row, prints[i]});
    return out;
}

Result<std::map<SourceId, ReplacedSource>> replacedSources(
    const CaseFile& file, SourceId lastSource, std::int64_t until)
{
    const Result<std::vector<StoredSource>> sources = file.sources();
    if (!sources)
        return sources.error();
    const Result<VersionDecisions> decisions = readVersionDecisions(file, until);
    if (!decisions)
        return decisions.error();
    const SetAside aside = SetAside::of(*decisions, *sources, lastSource);
    std::map<std::string, std::string> newer; // by hash of the earlier, in hex
    for (const StoredSource& source : *sources)
        if (const auto found = decisions->find(toHex(source.info.sha256));
            found != decisions->end() && found->second.isAccepted && source.id <= lastSource)
            newer[found->second.replaces] = found->first;
    std::map<SourceId, ReplacedSource> out;
    for (const StoredSource& source : *sources)
        if (const auto found = newer.find(toHex(source.info.sha256)); found != newer.end() && source.id <= lastSource)
            out[source.id] = {found->second, aside.count(source.id)};
    return out;
}

} // namespace antecedent
