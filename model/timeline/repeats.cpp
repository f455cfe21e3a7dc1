// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline/repeats.h"

#include "model/base/digest.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace antecedent {

namespace {

using Json = nlohmann::json;
using Place = std::uint32_t; // of an event in the columns

bool isBefore(const EventStatement& a, const EventStatement& b)
{
    return std::tuple(a.source.value, a.row, a.id.bytes) < std::tuple(b.source.value, b.row, b.id.bytes);
}

std::vector<RecordId> idsOf(const std::vector<EventStatement>& statements)
{
    std::vector<RecordId> ids;
    for (const EventStatement& statement : statements)
        ids.push_back(statement.id);
    return ids;
}

RecordId mergedIdOf(std::vector<RecordId> ids)
{
    std::sort(ids.begin(), ids.end(), [](const RecordId& a, const RecordId& b) { return a.bytes < b.bytes; });
    std::string form = "one event, stated as";
    for (const RecordId& id : ids)
        form += ' ' + toHex(id);
    return recordIdOf(form);
}

template <class T> void keepOnly(std::vector<T>& values, const std::vector<bool>& isGone)
{
    if (values.empty())
        return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < isGone.size(); ++i)
        if (!isGone[i])
            values[kept++] = values[i];
    values.resize(kept);
}

void removeRows(EventColumns& c, const std::vector<bool>& isGone)
{
    keepOnly(c.timeUs, isGone);
    keepOnly(c.endUs, isGone);
    keepOnly(c.precision, isGone);
    keepOnly(c.asset, isGone);
    keepOnly(c.batch, isGone);
    keepOnly(c.category, isGone);
    keepOnly(c.code, isGone);
    keepOnly(c.severity, isGone);
    keepOnly(c.text, isGone);
    keepOnly(c.actor, isGone);
    keepOnly(c.source, isGone);
    keepOnly(c.row, isGone);
    keepOnly(c.id, isGone);
    keepOnly(c.recordedUs, isGone);
}

// Sets of places that belong together; a place is in one set.
class Groups
{
public:
    Place rootOf(Place place) const
    {
        const auto found = m_parent.find(place);
        return found == m_parent.end() || found->second == place ? place : rootOf(found->second);
    }
    void join(Place a, Place b)
    {
        const Place x = rootOf(a);
        const Place y = rootOf(b);
        m_parent[std::max(x, y)] = std::min(x, y);
        m_parent.try_emplace(std::min(x, y), std::min(x, y));
    }
    // Ascending, by their first place.
    std::map<Place, std::vector<Place>> sets() const
    {
        std::map<Place, std::vector<Place>> out;
        for (const auto& entry : m_parent)
            out[rootOf(entry.first)].push_back(entry.first);
        for (auto& [root, places] : out)
            std::sort(places.begin(), places.end());
        return out;
    }

private:
    std::map<Place, Place> m_parent;
};

class RepeatResolver
{
public:
    RepeatResolver(Dataset& dataset, const std::map<std::string, RepeatDecision>& decisions)
        : m_data(dataset)
        , m_events(dataset.events)
    {
        for (const auto& [id, decision] : decisions) {
            if (decision.state == kConfirmedRepeat)
                m_confirmed.push_back(decision.statements);
            else if (decision.state == kRefusedRepeat)
                m_refused.push_back(decision.statements);
        }
    }

    void run()
    {
        mergeConfirmed();
        findRefused();
        propose();
        std::sort(m_data.repeats.begin(), m_data.repeats.end(), [](const RepeatedFact& a, const RepeatedFact& b) {
            return std::tie(a.state, a.event, a.id) < std::tie(b.state, b.event, b.id);
        });
    }

private:
    EventStatement statementAt(Place place) const
    {
        return {m_events.id[place], m_events.source[place], m_events.row[place], m_events.timeUs[place]};
    }

    // Places of the ids that decisions name.
    std::unordered_map<RecordId, Place, RecordIdHash> placesOf(const std::vector<std::vector<RecordId>>& decided) const
    {
        std::unordered_map<RecordId, Place, RecordIdHash> places;
        for (const std::vector<RecordId>& ids : decided)
            for (const RecordId& id : ids)
                places.emplace(id, Place(-1));
        if (!places.empty())
            for (Place place = 0; place < m_events.id.size(); ++place)
                if (const auto found = places.find(m_events.id[place]); found != places.end())
                    found->second = place;
        std::erase_if(places, [](const auto& entry) { return entry.second == Place(-1); });
        return places;
    }

    void mergeConfirmed()
    {
        const auto places = placesOf(m_confirmed);
        Groups groups;
        for (const std::vector<RecordId>& ids : m_confirmed) {
            std::vector<Place> known;
            for (const RecordId& id : ids)
                if (const auto place = places.find(id); place != places.end())
                    known.push_back(place->second);
            for (std::size_t i = 1; i < known.size(); ++i)
                groups.join(known.front(), known[i]);
        }
        std::vector<bool> isGone(m_events.size(), false);
        std::map<Place, std::vector<EventStatement>> merged;
        for (const auto& entry : groups.sets()) {
            const Place kept = merge(entry.second);
            for (const Place place : entry.second) {
                merged[kept].push_back(m_statements[place]);
                isGone[place] = place != kept;
            }
        }
        if (merged.empty())
            return;
        removeRows(m_events, isGone);
        Place gone = 0;
        auto next = merged.begin();
        for (Place place = 0; place < isGone.size() && next != merged.end(); ++place) {
            gone += isGone[place] ? 1U : 0U;
            if (place != next->first)
                continue;
            std::vector<EventStatement> statements = next->second;
            std::sort(statements.begin(), statements.end(), isBefore);
            m_mergedAt[place - gone] = m_data.repeats.size();
            m_data.repeats.push_back(
                {repeatIdOf(idsOf(statements)), RepeatState::Confirmed, place - gone, std::move(statements)});
            ++next;
        }
    }

    // Writes the merged event into the row that has its time, and returns that row.
    Place merge(const std::vector<Place>& places)
    {
        EventColumns& c = m_events;
        for (const Place place : places)
            m_statements[place] = statementAt(place);
        const Place kept = *std::min_element(places.begin(), places.end(), [&](Place a, Place b) {
            return std::tuple(width(a), c.timeUs[a], a) < std::tuple(width(b), c.timeUs[b], b);
        });
        std::vector<Place> order = places; // of preference
        std::sort(order.begin(), order.end(), [&](Place a, Place b) {
            return c.recordedUs[a] != c.recordedUs[b] ? c.recordedUs[a] > c.recordedUs[b] : c.id[a] < c.id[b];
        });
        const auto choose = [&](auto& values, auto isKnown) {
            const auto known = std::find_if(order.begin(), order.end(), [&](Place p) { return isKnown(values[p]); });
            if (known != order.end())
                values[kept] = values[*known];
        };
        const auto isText = [](std::uint32_t text) { return text != 0; };
        const auto isTime = [](std::int64_t time) { return time != TimeValue::kUnknown; };
        choose(c.endUs, isTime);
        choose(c.recordedUs, isTime);
        choose(c.batch, [](BatchIndex batch) { return batch.valid(); });
        choose(c.severity, isText);
        choose(c.text, isText);
        choose(c.actor, isText);
        std::vector<EventStatement> statements;
        for (const Place place : places)
            statements.push_back(m_statements[place]);
        const auto first = std::min_element(statements.begin(), statements.end(), isBefore);
        c.source[kept] = first->source;
        c.row[kept] = first->row;
        c.id[kept] = mergedIdOf(idsOf(statements));
        return kept;
    }

    std::int64_t width(Place place) const
    {
        return precisionWidth(static_cast<TimePrecision>(m_events.precision[place])).count();
    }

    std::int64_t uncertainty(Place place) const
    {
        const SourceIndex source = m_events.source[place];
        const std::int64_t half = width(place) / 2;
        if (!source.valid() || !m_data.sources[source.value].clockUncertainty)
            return half;
        return half + m_data.sources[source.value].clockUncertainty->count();
    }

    // Every statement behind an event: its own, or those that were merged into it.
    std::vector<EventStatement> statementsOf(Place place) const
    {
        const auto merged = m_mergedAt.find(place);
        return merged == m_mergedAt.end() ? std::vector{statementAt(place)} : m_data.repeats[merged->second].statements;
    }

    void findRefused()
    {
        auto places = placesOf(m_refused);
        for (const auto& [place, repeat] : m_mergedAt)
            for (const EventStatement& statement : m_data.repeats[repeat].statements)
                places[statement.id] = place;
        for (const std::vector<RecordId>& ids : m_refused) {
            std::set<Place> known;
            for (const RecordId& id : ids)
                if (const auto place = places.find(id); place != places.end())
                    known.insert(place->second);
            if (known.size() < 2)
                continue;
            std::vector<EventStatement> statements;
            for (const Place place : known)
                for (const EventStatement& statement : statementsOf(place))
                    statements.push_back(statement);
            for (const Place a : known)
                for (const Place b : known)
                    m_apart.insert({a, b});
            std::sort(statements.begin(), statements.end(), isBefore);
            m_data.repeats.push_back({repeatIdOf(ids), RepeatState::Refused, *known.begin(), std::move(statements)});
        }
    }

    // Events of classes that several sources hold in overlapping times, by class and asset, ascending by time.
    std::vector<Place> candidates() const
    {
        struct Span
        {
            std::int64_t first;
            std::int64_t last;
        };
        using Class = std::pair<std::uint32_t, std::uint32_t>;
        std::map<Class, std::map<std::uint32_t, Span>> spans;
        for (Place i = 0; i < m_events.size(); ++i) {
            const std::int64_t time = m_events.timeUs[i];
            auto& bySource = spans[{m_events.category[i], m_events.code[i]}];
            const auto [span, isNew] = bySource.try_emplace(m_events.source[i].value, Span{time, time});
            if (!isNew)
                span->second.last = time;
        }
        constexpr std::int64_t kDay = std::int64_t{86'400} * 1'000'000;
        const auto overlaps = [](const std::map<std::uint32_t, Span>& bySource) {
            for (auto a = bySource.begin(); a != bySource.end(); ++a)
                for (auto b = std::next(a); b != bySource.end(); ++b)
                    if (a->second.first <= b->second.last + kDay && b->second.first <= a->second.last + kDay)
                        return true;
            return false;
        };
        std::set<Class> classes;
        for (const auto& [name, bySource] : spans)
            if (bySource.size() > 1 && overlaps(bySource))
                classes.insert(name);
        std::vector<Place> places;
        if (!classes.empty())
            for (Place i = 0; i < m_events.size(); ++i)
                if (classes.contains({m_events.category[i], m_events.code[i]}))
                    places.push_back(i);
        std::stable_sort(places.begin(), places.end(), [&](Place a, Place b) { return keyOf(a) < keyOf(b); });
        return places;
    }

    std::tuple<std::uint32_t, std::uint32_t, std::uint32_t> keyOf(Place i) const
    {
        return {m_events.category[i], m_events.code[i], m_events.asset[i].value};
    }

    struct Pair
    {
        std::int64_t apart;
        Place first;
        Place second;
        auto operator<=>(const Pair&) const = default;
    };

    bool isOneFact(Place a, Place b) const
    {
        if (m_events.source[a] == m_events.source[b] || m_apart.contains({a, b}))
            return false;
        const BatchIndex x = m_events.batch[a];
        const BatchIndex y = m_events.batch[b];
        return !x.valid() || !y.valid() || x == y;
    }

    std::vector<Pair> pairs() const
    {
        const std::vector<Place> places = candidates();
        std::int64_t widest = 0;
        for (const Place place : places)
            widest = std::max(widest, uncertainty(place));
        std::vector<Pair> out;
        for (std::size_t i = 0; i < places.size(); ++i)
            for (std::size_t j = i + 1; j < places.size() && keyOf(places[j]) == keyOf(places[i]); ++j) {
                const std::int64_t apart = m_events.timeUs[places[j]] - m_events.timeUs[places[i]];
                if (apart > uncertainty(places[i]) + widest)
                    break;
                if (apart <= uncertainty(places[i]) + uncertainty(places[j]) && isOneFact(places[i], places[j]))
                    out.push_back({apart, places[i], places[j]});
            }
        std::sort(out.begin(), out.end());
        return out;
    }

    // Nearest first; a fact has at most one event of each source.
    void propose()
    {
        Groups groups;
        std::map<Place, std::set<std::uint32_t>> sources; // by root
        const auto sourcesOf = [&](Place place) {
            std::set<std::uint32_t>& held = sources[groups.rootOf(place)];
            if (held.empty())
                for (const EventStatement& statement : statementsOf(place))
                    held.insert(statement.source.value);
            return held;
        };
        for (const Pair& pair : pairs()) {
            std::set<std::uint32_t> a = sourcesOf(pair.first);
            const std::set<std::uint32_t> b = sourcesOf(pair.second);
            const bool isShared = std::any_of(b.begin(), b.end(), [&](std::uint32_t s) { return a.contains(s); });
            if (groups.rootOf(pair.first) == groups.rootOf(pair.second) || isShared)
                continue;
            a.insert(b.begin(), b.end());
            groups.join(pair.first, pair.second);
            sources[groups.rootOf(pair.first)] = std::move(a);
        }
        for (const auto& entry : groups.sets()) {
            RepeatedFact fact;
            fact.event = entry.first;
            fact.copies.assign(std::next(entry.second.begin()), entry.second.end());
            for (const Place place : entry.second)
                for (const EventStatement& statement : statementsOf(place))
                    fact.statements.push_back(statement);
            std::sort(fact.statements.begin(), fact.statements.end(), isBefore);
            fact.id = repeatIdOf(idsOf(fact.statements));
            m_data.repeats.push_back(std::move(fact));
        }
    }

    Dataset& m_data;
    EventColumns& m_events;
    std::vector<std::vector<RecordId>> m_confirmed;
    std::vector<std::vector<RecordId>> m_refused;
    std::map<Place, EventStatement> m_statements; // of merged events, before the merge
    std::map<Place, std::size_t> m_mergedAt; // position in Dataset::repeats
    std::set<std::pair<Place, Place>> m_apart; // refused
};

} // namespace

std::string toJson(const RepeatDecision& decision)
{
    Json ids = Json::array();
    for (const RecordId& id : decision.statements)
        ids.push_back(toHex(id));
    return Json{{"state", decision.state}, {"statements", ids}}.dump();
}

Result<RepeatDecision> repeatDecisionFrom(std::string_view json)
{
    const Json document = Json::parse(json.begin(), json.end(), nullptr, false);
    const Error damaged{ErrorCode::CorruptInput, "decision on a repeated fact", "cannot be read"};
    if (!document.is_object() || !document.contains("state") || !document["state"].is_string()
        || !document.contains("statements") || !document["statements"].is_array())
        return damaged;
    RepeatDecision out;
    out.state = document["state"].get<std::string>();
    for (const Json& text : document["statements"]) {
        const std::optional<RecordId> id = text.is_string() ? recordIdFromHex(text.get<std::string>()) : std::nullopt;
        if (!id)
            return damaged;
        out.statements.push_back(*id);
    }
    return out;
}

std::string repeatIdOf(std::vector<RecordId> statements)
{
    return "REP-" + toHex(mergedIdOf(std::move(statements))).substr(0, 12);
}

void resolveRepeats(Dataset& dataset, const std::map<std::string, RepeatDecision>& decisions)
{
    if (dataset.events.id.size() == dataset.events.size() && dataset.events.size() > 0)
        RepeatResolver(dataset, decisions).run();
}

} // namespace antecedent
