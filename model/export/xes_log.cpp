// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/export/log_writer.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Bytes of the UTF-8 character at `at` that XML 1.0 allows, or 0.
std::size_t allowedLength(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return lead >= 0x20 || lead == '\t' || lead == '\n' || lead == '\r' ? 1 : 0;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || at + length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    const bool isOverlong = (lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90);
    const bool isBeyond = (lead == 0xED && byte(1) > 0x9F) || (lead == 0xF4 && byte(1) > 0x8F);
    const bool isNoCharacter = lead == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE;
    return isOverlong || isBeyond || isNoCharacter ? 0 : length;
}

// As the value of an attribute in double quotes; what XML cannot hold becomes the replacement character.
void appendEscaped(std::string& out, std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = allowedLength(text, i);
        const char c = text[i];
        if (length == 0)
            out += kReplacement;
        else if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '\t' || c == '\n' || c == '\r')
            out += c == '\t' ? "&#9;" : c == '\n' ? "&#10;" : "&#13;";
        else
            out += text.substr(i, length);
        i += std::max<std::size_t>(length, 1);
    }
}

// One XES attribute; an empty value is unknown and left out.
void attribute(
    std::string& out, std::string_view indent, std::string_view type, std::string_view key, std::string_view value)
{
    if (value.empty())
        return;
    out.append(indent).append("<").append(type).append(" key=\"").append(key).append("\" value=\"");
    appendEscaped(out, value);
    out += "\"/>\n";
}

constexpr std::string_view kLogIndent = "  ";
constexpr std::string_view kTraceIndent = "    ";
constexpr std::string_view kEventIndent = "      ";

// An interval is two events, start and complete, joined by their instance.
struct Mark
{
    const LogEvent* event;
    std::string_view transition;
    const std::string* time;
    const std::string* place; // the time that it stands at in the trace
};

void appendMark(std::string& out, const Mark& mark)
{
    const LogEvent& event = *mark.event;
    const bool isOnset = mark.time == &event.begin;
    out += "    <event>\n";
    attribute(out, kEventIndent, "string", "concept:name", event.activity);
    if (!event.end.empty())
        attribute(out, kEventIndent, "string", "concept:instance", event.record);
    attribute(out, kEventIndent, "string", "lifecycle:transition", mark.transition);
    attribute(out, kEventIndent, "date", "time:timestamp", *mark.time);
    attribute(out, kEventIndent, "string", "org:resource", event.asset);
    if (isOnset && event.offsetS)
        attribute(out, kEventIndent, "float", "offset_s", printSeconds(*event.offsetS));
    if (isOnset)
        attribute(out, kEventIndent, "float", "uncertainty_s", printSeconds(event.uncertaintyS));
    attribute(out, kEventIndent, "string", "batch", event.batch);
    attribute(out, kEventIndent, "string", "category", event.category);
    attribute(out, kEventIndent, "string", "severity", event.severity);
    attribute(out, kEventIndent, "string", "text", event.text);
    attribute(out, kEventIndent, "string", "source", event.source);
    if (event.row != 0)
        attribute(out, kEventIndent, "int", "row", std::to_string(event.row));
    attribute(out, kEventIndent, "string", "record", event.record);
    out += "    </event>\n";
}

class XesLog : public LogWriter
{
public:
    void begin(std::string& out, const std::string& title, const std::string& contentHash) override
    {
        out += R"(<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
  <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
  <extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
  <global scope="trace">
    <string key="concept:name" value=""/>
  </global>
  <global scope="event">
    <string key="concept:name" value=""/>
    <string key="lifecycle:transition" value="complete"/>
    <date key="time:timestamp" value="1970-01-01T00:00:00Z"/>
  </global>
  <classifier name="Class" keys="concept:name"/>
  <classifier name="Class and asset" keys="concept:name org:resource"/>
)";
        attribute(out, kLogIndent, "string", "concept:name", title);
        attribute(out, kLogIndent, "string", "lifecycle:model", "standard");
        attribute(out, kLogIndent, "string", "content_hash", contentHash);
    }

    void add(std::string& out, const LogTrace& trace) override
    {
        out += "  <trace>\n";
        attribute(out, kTraceIndent, "string", "concept:name", trace.name);
        attribute(out, kTraceIndent, "string", "kind", trace.kind);
        attribute(out, kTraceIndent, "string", "failure", trace.failure);
        attribute(out, kTraceIndent, "date", "anchor", trace.anchor);
        if (trace.coverage)
            attribute(out, kTraceIndent, "float", "coverage", printSeconds(*trace.coverage));
        attribute(out, kTraceIndent, "string", "asset", trace.asset);
        attribute(out, kTraceIndent, "string", "batch", trace.batch);
        std::vector<Mark> marks;
        for (const LogEvent& event : trace.events) {
            marks.push_back({&event, event.end.empty() ? "complete" : "start", &event.begin, &event.begin});
            // An end before its start keeps its time and stands behind the start: only so do they belong together.
            if (!event.end.empty())
                marks.push_back({&event, "complete", &event.end,
                    keyOf(event.end) < keyOf(event.begin) ? &event.begin : &event.end});
        }
        // ISO 8601 in UTC: texts sort as times do.
        std::stable_sort(
            marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return keyOf(*a.place) < keyOf(*b.place); });
        for (const Mark& mark : marks)
            appendMark(out, mark);
        out += "  </trace>\n";
    }

    Result<void> finish(std::string& out) override
    {
        out += "</log>\n";
        return {};
    }

private:
    // Without the Z, so that 12:00:00 comes before 12:00:00.5.
    static std::string_view keyOf(const std::string& time) { return std::string_view(time).substr(0, time.size() - 1); }
};

} // namespace

std::unique_ptr<LogWriter> makeXesLog()
{
    return std::make_unique<XesLog>();
}

} // namespace antecedent
