// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/batch/step_tracker.h"

#include <algorithm>
#include <array>
#include <utility>

namespace antecedent::importers {

StateKind stateKindOf(std::string_view state)
{
    static constexpr std::array<std::pair<std::string_view, StateKind>, 13> kStates{{{"CREATED", StateKind::Before},
        {"IDLE", StateKind::Before}, {"READY", StateKind::Before}, {"STARTING", StateKind::Before},
        {"RUNNING", StateKind::Running}, {"COMPLETE", StateKind::Final}, {"COMPLETED", StateKind::Final},
        {"STOPPED", StateKind::Final}, {"ABORTED", StateKind::Final}, {"ABANDONED", StateKind::Final},
        {"CLOSED", StateKind::Removed}, {"REMOVED", StateKind::Removed}, {"DELETED", StateKind::Removed}}};
    for (const auto& [word, kind] : kStates)
        if (word == state)
            return kind;
    return StateKind::Between;
}

void StepTracker::settle(std::string_view time)
{
    if (m_ended.empty() || m_ended.front().told.end.time == time)
        return;
    for (Step& step : m_ended)
        tell(step);
    m_ended.clear();
}

StepTracker::Step& StepTracker::stepAt(const StepPlace& place)
{
    const auto [at, isNew] = m_open.try_emplace(place.key);
    if (isNew)
        at->second.order = ++m_count;
    complete(at->second, place);
    return at->second;
}

// What a message says of the step beyond what is known.
void StepTracker::complete(Step& step, const StepPlace& place)
{
    StepPlace& known = step.told.place;
    const auto fill = [](std::string& into, const std::string& text) {
        if (into.empty())
            into = text;
    };
    fill(known.key, place.key);
    fill(known.parent, place.parent);
    fill(known.level, place.level);
    if (place.isNamed && !known.isNamed && !place.name.empty()) {
        known.name = place.name;
        known.isNamed = true;
    }
    fill(known.name, place.name);
    fill(known.asset, place.asset);
    if (known.asset.empty())
        if (const auto above = m_assets.find(known.parent); above != m_assets.end())
            known.asset = above->second;
    if (!known.asset.empty())
        m_assets.try_emplace(known.key, known.asset);
}

bool StepTracker::acquire(const StepPlace& place, const StepStamp& at)
{
    if (const auto open = m_open.find(place.key); open != m_open.end()) {
        const std::string& asset = open->second.told.place.asset;
        if (open->second.acquired.time == at.time && asset == place.asset)
            return true; // said twice
        if (!open->second.acquired.time.empty() || (!asset.empty() && asset != place.asset))
            return false;
    }
    Step& step = stepAt(place);
    step.acquired = at;
    step.acquiredOrder = ++m_count;
    return true;
}

bool StepTracker::release(const StepPlace& place, const StepStamp& at)
{
    const auto open = m_open.find(place.key);
    if (open != m_open.end() && open->second.told.place.asset == place.asset) {
        end(open, at);
        return true;
    }
    // The release after the end says nothing new.
    const auto known = m_assets.find(place.key);
    return known != m_assets.end() && known->second == place.asset;
}

void StepTracker::begin(const StepPlace& place, const StepStamp& at)
{
    // The end of this step came first, within the same instant.
    for (Step& ended : m_ended) {
        if (ended.told.place.key == place.key && ended.told.start.time.empty() && ended.acquired.time.empty()
            && ended.told.end.time == at.time) {
            ended.told.start = at;
            complete(ended, place);
            return;
        }
    }
    Step& step = stepAt(place);
    if (step.told.start.time.empty()) {
        step.told.start = at;
        step.startOrder = ++m_count;
    }
    endState(step, at);
}

void StepTracker::finish(const StepPlace& place, const StepStamp& at, std::string_view status)
{
    const auto open = m_open.find(place.key);
    if (open != m_open.end()) {
        complete(open->second, place);
        if (!status.empty())
            open->second.told.status = status;
        end(open, at);
        return;
    }
    const auto ended = std::find_if(
        m_ended.rbegin(), m_ended.rend(), [&](const Step& step) { return step.told.place.key == place.key; });
    if (ended != m_ended.rend()) {
        if (!status.empty())
            ended->told.status = status;
        return;
    }
    if (m_done.contains(place.key))
        return;
    Step& step = stepAt(place);
    step.told.status = status;
    end(m_open.find(place.key), at);
}

void StepTracker::state(const StepPlace& place, const StepStamp& at, std::string_view state)
{
    switch (stateKindOf(state)) {
    case StateKind::Before:
        return;
    case StateKind::Running: {
        begin(place, at);
        if (const auto open = m_open.find(place.key); open != m_open.end())
            open->second.told.status = state;
        return;
    }
    case StateKind::Final:
        finish(place, at, state);
        return;
    case StateKind::Removed:
        if (m_open.contains(place.key))
            finish(place, at, {});
        return;
    case StateKind::Between:
        break;
    }
    // A state in the instant of the end, told behind it.
    if (!m_open.contains(place.key) && m_done.contains(place.key))
        return;
    Step& step = stepAt(place);
    if (step.state == state)
        return; // said twice: the first one counts
    endState(step, at);
    step.state = state;
    step.since = at;
    step.told.status = state;
}

void StepTracker::endState(Step& step, const StepStamp& at)
{
    if (step.state.empty())
        return;
    m_sink->onState({step.told.place, step.state, step.since, at});
    step.state.clear();
}

void StepTracker::end(std::map<std::string, Step>::iterator at, const StepStamp& stamp)
{
    endState(at->second, stamp);
    at->second.told.end = stamp;
    m_done.insert(at->first);
    m_ended.push_back(std::move(at->second));
    m_open.erase(at);
}

void StepTracker::tell(Step& step)
{
    // The unit was there last: the step began then.
    StepStamp& start = step.told.start;
    if (!step.acquired.time.empty() && (start.time.empty() || step.acquiredOrder > step.startOrder))
        start = step.acquired;
    m_sink->onStep(step.told);
}

void StepTracker::close()
{
    for (Step& step : m_ended)
        tell(step);
    m_ended.clear();
    std::vector<Step*> open;
    for (auto& [key, step] : m_open)
        open.push_back(&step);
    std::sort(open.begin(), open.end(), [](const Step* a, const Step* b) { return a->order < b->order; });
    for (Step* step : open) {
        if (!step->state.empty())
            m_sink->onState({step->told.place, step->state, step->since, {}});
        if (!step->told.start.time.empty() || !step->acquired.time.empty())
            tell(*step);
    }
    m_open.clear();
    m_done.clear();
    m_assets.clear();
}

} // namespace antecedent::importers
