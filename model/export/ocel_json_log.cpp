// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OCEL 2.0 as JSON. Events are written as they are read; the objects and types that they refer to follow when all are
// known.
#include "model/export/ocel_log.h"

#include <nlohmann/json.hpp>

#include <set>

namespace antecedent {

namespace {

using nlohmann::json;

void append(std::string& out, const json& value)
{
    out += value.dump(-1, ' ', false, json::error_handler_t::replace);
}

template <class Attributes> json typeOf(const std::string& name, const Attributes& attributes)
{
    json list = json::array();
    for (const OcelAttribute& attribute : attributes)
        list.push_back({{"name", attribute.name}, {"type", attribute.type}});
    return {{"name", name}, {"attributes", list}};
}

json relationsOf(const std::vector<OcelLink>& links)
{
    json out = json::array();
    for (const OcelLink& link : links)
        out.push_back({{"objectId", link.object}, {"qualifier", link.qualifier}});
    return out;
}

class OcelJsonLog : public LogWriter
{
public:
    void begin(std::string& out, const std::string& /*title*/, const std::string& /*contentHash*/) override
    {
        // First, so that a reader sees at once what it is.
        out += "{\"objectTypes\":";
        constexpr std::array<OcelAttribute, 0> kNone{};
        append(out,
            json::array(
                {typeOf(kOcelAsset, kNone), typeOf(kOcelBatch, kNone), typeOf(kOcelWindow, kOcelWindowAttributes)}));
        out += ",\n\"events\":[";
    }

    void add(std::string& out, const LogTrace& trace) override
    {
        m_objects.open(trace);
        for (const LogEvent& event : trace.events) {
            const json links = relationsOf(m_objects.linksOf(event));
            json attributes = json::array();
            const std::vector<std::string> values = ocelValues(event);
            for (std::size_t i = 0; i < values.size(); ++i)
                if (!values[i].empty())
                    attributes.push_back({{"name", kOcelEventAttributes[i].name}, {"value", values[i]}});
            out += m_count == 0 ? "\n" : ",\n";
            append(out,
                {{"id", "e" + std::to_string(++m_count)}, {"type", event.activity}, {"time", event.begin},
                    {"attributes", attributes}, {"relationships", links}});
            m_types.insert(event.activity);
        }
    }

    Result<void> finish(std::string& out) override
    {
        out += "\n],\n\"objects\":[";
        bool isFirst = true;
        for (const auto& [id, entry] : m_objects.all()) {
            json attributes = json::array();
            for (std::size_t i = 0; i < entry.values.size(); ++i)
                if (!entry.values[i].empty())
                    attributes.push_back({{"name", kOcelWindowAttributes[i].name}, {"value", entry.values[i]},
                        {"time", "1970-01-01T00:00:00Z"}});
            out += isFirst ? "\n" : ",\n";
            isFirst = false;
            append(out,
                {{"id", id}, {"type", entry.type}, {"attributes", attributes},
                    {"relationships", relationsOf(entry.links)}});
        }
        out += "\n],\n\"eventTypes\":";
        json types = json::array();
        for (const std::string& type : m_types)
            types.push_back(typeOf(type, kOcelEventAttributes));
        append(out, types);
        out += "}\n";
        return {};
    }

private:
    OcelObjects m_objects;
    std::set<std::string> m_types;
    std::uint64_t m_count = 0;
};

} // namespace

std::unique_ptr<LogWriter> makeOcelJsonLog()
{
    return std::make_unique<OcelJsonLog>();
}

} // namespace antecedent
