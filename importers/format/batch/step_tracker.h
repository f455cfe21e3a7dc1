// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Steps of one batch from the start, end and state messages of a batch server (ISA-88). A step begins with its start
// message or RUNNING, or with the acquisition of its unit if that comes later; it ends with its end message, a final
// state, or the release of its unit, whichever comes first. What never ends stays open: no end is invented. An end
// whose start is not there is told as such. States between running and the end (held, paused, stopping …) are intervals
// that the next state ends. Messages of one instant may come in any order. Memory: the open steps of the batch. Times
// are texts of the source, compared for equality alone; order is the order of the messages. Threads: one.

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

struct StepPlace
{
    std::string key; // of the step within its batch
    std::string parent; // key of the step around it; may be empty
    std::string level; // unit_procedure, operation, phase
    std::string name;
    std::string asset; // may be empty: that of the step around it
    bool isNamed = false; // a message says the name; else it is made from the path and gives way to one that is said
};

struct StepStamp
{
    std::string time; // empty: unknown
    std::uint64_t line = 0;
};

struct TrackedStep
{
    StepPlace place;
    StepStamp start; // unknown if only the end is recorded
    StepStamp end;
    std::string status; // the last state
};

struct TrackedState
{
    StepPlace place;
    std::string state;
    StepStamp start;
    StepStamp end; // unknown: the record ends in this state
};

class StepSink
{
public:
    virtual ~StepSink() = default;
    virtual void onStep(const TrackedStep& step) = 0;
    virtual void onState(const TrackedState& state) = 0;
};

class StepTracker
{
public:
    explicit StepTracker(StepSink& sink)
        : m_sink(&sink)
    {
    }
    // Before the messages of another instant: tells the steps that ended before.
    void settle(std::string_view time);
    // False if the step has another unit already: then it is no matter of this step.
    bool acquire(const StepPlace& place, const StepStamp& at);
    bool release(const StepPlace& place, const StepStamp& at);
    void begin(const StepPlace& place, const StepStamp& at);
    void finish(const StepPlace& place, const StepStamp& at, std::string_view status);
    // A state in English capitals; blank for a start or end message without one.
    void state(const StepPlace& place, const StepStamp& at, std::string_view state);
    // The record of the batch ends: what is open is told with an open end.
    void close();
    std::size_t size() const { return m_open.size() + m_ended.size() + m_done.size(); }

private:
    struct Step
    {
        TrackedStep told;
        StepStamp acquired;
        std::string state; // other than running
        StepStamp since;
        std::uint64_t order = 0; // of the messages
        std::uint64_t acquiredOrder = 0;
        std::uint64_t startOrder = 0;
    };

    Step& stepAt(const StepPlace& place);
    void complete(Step& step, const StepPlace& place);
    void endState(Step& step, const StepStamp& at);
    void end(std::map<std::string, Step>::iterator step, const StepStamp& at);
    void tell(Step& step);

    StepSink* m_sink;
    std::map<std::string, Step> m_open;
    std::vector<Step> m_ended; // at the instant at hand; may still get their last state
    std::set<std::string> m_done; // keys of steps that were told
    std::map<std::string, std::string> m_assets; // by key, of steps with a unit of their own
    std::uint64_t m_count = 0;
};

// CREATED, RUNNING … of the batch servers and of ISA-88.
enum class StateKind : std::uint8_t {
    Before, // created, idle, ready, starting
    Running,
    Between, // held, paused, stopping, … and any other word
    Final, // complete, stopped, aborted, abandoned
    Removed,
};
StateKind stateKindOf(std::string_view stateInCapitals);

} // namespace antecedent::importers
