// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the forms of OCEL 2.0 share: the objects and attributes of a log. Inside model/export only. Memory holds the
// names of objects and event types, never the events. Threads: a writer belongs to one thread.

#include "model/export/log_writer.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace antecedent {

struct OcelAttribute
{
    const char* name;
    const char* type; // of the specification
};
// Of every event type; an empty value is unknown and left out.
inline constexpr std::array kOcelEventAttributes{OcelAttribute{"end", "time"}, OcelAttribute{"category", "string"},
    OcelAttribute{"severity", "string"}, OcelAttribute{"text", "string"}, OcelAttribute{"offset_s", "float"},
    OcelAttribute{"uncertainty_s", "float"}, OcelAttribute{"source", "string"}, OcelAttribute{"row", "integer"},
    OcelAttribute{"record", "string"}};
// Of a window; the other object types have none.
inline constexpr std::array kOcelWindowAttributes{OcelAttribute{"kind", "string"}, OcelAttribute{"failure", "string"},
    OcelAttribute{"anchor", "time"}, OcelAttribute{"coverage", "float"}};

inline constexpr const char* kOcelAsset = "PhysicalAsset";
inline constexpr const char* kOcelBatch = "Batch";
inline constexpr const char* kOcelWindow = "Window";

struct OcelLink
{
    std::string object; // id
    const char* qualifier;
};

// In the order of kOcelEventAttributes.
std::vector<std::string> ocelValues(const LogEvent& event);
// In the order of kOcelWindowAttributes.
std::vector<std::string> ocelValues(const LogTrace& trace);

class OcelObjects
{
public:
    // The objects of a window are known from here on, whether or not it has events; it is related to its asset and
    // batch.
    void open(const LogTrace& trace);
    // The objects of an event in the open trace; they are known from then on. Ids of one object type do not meet those
    // of another: an id that two types share gets the type before it.
    std::vector<OcelLink> linksOf(const LogEvent& event);

    struct Entry
    {
        const char* type = nullptr;
        std::vector<std::string> values; // of a window
        std::vector<OcelLink> links; // of a window
    };
    const std::map<std::string, Entry>& all() const { return m_objects; }

private:
    std::string know(const char* type, const std::string& id);
    std::map<std::string, Entry> m_objects; // by id
    std::string m_window; // the id of the open one; empty: the trace is none
};

} // namespace antecedent
