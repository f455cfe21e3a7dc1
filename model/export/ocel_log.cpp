// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/export/ocel_log.h"

namespace antecedent {

std::vector<std::string> ocelValues(const LogEvent& event)
{
    return {event.end, event.category, event.severity, event.text, event.offsetS ? printSeconds(*event.offsetS) : "",
        printSeconds(event.uncertaintyS), event.source, event.row == 0 ? "" : std::to_string(event.row), event.record};
}

std::vector<std::string> ocelValues(const LogTrace& trace)
{
    return {trace.kind, trace.failure, trace.anchor, trace.coverage ? printSeconds(*trace.coverage) : ""};
}

std::string OcelObjects::know(const char* type, const std::string& id)
{
    const auto found = m_objects.find(id);
    const bool isOther = found != m_objects.end() && std::string_view(found->second.type) != type;
    std::string known = isOther ? std::string(type) + ':' + id : id;
    m_objects.try_emplace(known, Entry{type, {}, {}});
    return known;
}

void OcelObjects::open(const LogTrace& trace)
{
    m_window.clear();
    if (trace.kind != "case" && trace.kind != "control")
        return;
    m_window = know(kOcelWindow, trace.name);
    std::vector<OcelLink> links;
    if (!trace.asset.empty())
        links.push_back({know(kOcelAsset, trace.asset), "lies at"});
    if (!trace.batch.empty())
        links.push_back({know(kOcelBatch, trace.batch), "lies in"});
    m_objects[m_window] = Entry{kOcelWindow, ocelValues(trace), std::move(links)};
}

std::vector<OcelLink> OcelObjects::linksOf(const LogEvent& event)
{
    std::vector<OcelLink> out;
    if (!event.asset.empty())
        out.push_back({know(kOcelAsset, event.asset), "executed on"});
    if (!event.batch.empty())
        out.push_back({know(kOcelBatch, event.batch), "belongs to"});
    if (!m_window.empty())
        out.push_back({m_window, "lies in"});
    return out;
}

} // namespace antecedent
