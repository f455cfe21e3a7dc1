// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/xes/xes_format.h"

#include "importers/format/xes/xes_activities.h"
#include "importers/format/xes/xes_rows.h"
#include "importers/format/xml/xml_reader.h"
#include "importers/format/xml/xml_root.h"
#include "importers/text/cut_text.h"
#include "importers/text/number_text.h"
#include "model/base/text.h"
#include "model/base/time.h"

#include <algorithm>
#include <set>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMostTags = 100'000;
constexpr std::size_t kLongestKey = 200;

using Row = XesRow;
using Column = XesColumn;

// What the DataStream extension says of a point, or of all points inside a list.
struct StreamScope
{
    std::string id;
    std::string source;
    std::string time;
    std::string value;
    std::string place;
    std::size_t depth = 0; // of the list among the open attributes
};

class XesTable final : public TableSource, private XmlHandler
{
public:
    explicit XesTable(ByteSource& bytes)
        : m_reader(bytes, *this)
    {
    }

private:
    enum class Place : std::uint8_t { Log, Trace, Event, Attribute, Wrapper, Skipped };

    Result<bool> more(CsvWriter& rows) override
    {
        const Result<bool> read = m_reader.more();
        if (!read)
            return read.error();
        if (!*read)
            finish();
        m_rows.writeTo(rows, !*read);
        return *read;
    }

    void finish()
    {
        if (m_trace)
            endTrace();
        m_activities.flush(m_rows);
        noteEnd(m_reader.problem(), m_reader.isCut());
        const auto say = [this](std::uint64_t count, const std::string& what) {
            if (count > 0)
                note(DiagnosticCode::UnreadablePart, std::to_string(count) + what);
        };
        say(m_activities.unpaired(),
            " activities stand without the end that they may have, as more than "
                + std::to_string(TraceActivities::kMostOpen) + " of a trace had begun");
        say(m_rows.leftOut(), " attributes were left out, of events that have more than a megabyte or 1000 of them");
        say(m_cutKeys, " attributes have names longer than " + std::to_string(kLongestKey) + " bytes, which were cut");
        say(m_untold,
            " points are of tags beyond the first " + std::to_string(kMostTags) + ", which have no row of their own");
    }

    void startElement(std::string_view name, const XmlAttributes& attributes) override
    {
        const Place here = m_places.empty() ? Place::Skipped : m_places.back();
        if (m_places.empty()) {
            m_places.push_back(Place::Log);
        } else if (here == Place::Skipped || name == "global" || name == "extension" || name == "classifier") {
            m_places.push_back(Place::Skipped);
        } else if (name == "trace" && here == Place::Log) {
            m_places.push_back(Place::Trace);
            m_trace.emplace();
            (*m_trace)[Column::Record] = "trace";
            (*m_trace)[Column::Element] = m_reader.place();
        } else if (name == "event" && (here == Place::Log || here == Place::Trace)) {
            m_places.push_back(Place::Event);
            m_event.emplace();
            (*m_event)[Column::Record] = "event";
            (*m_event)[Column::Element] = m_reader.place();
            m_event->order = ++m_events;
        } else if (const std::string_view key = attributes.find("key"); key.empty()) {
            m_places.push_back(Place::Wrapper); // <values> of a list
        } else {
            startAttribute(key, attributes.find("value"));
        }
    }

    void endElement(std::string_view /*name*/) override
    {
        const Place here = m_places.back();
        m_places.pop_back();
        if (here == Place::Attribute)
            endAttribute();
        else if (here == Place::Event)
            endEvent();
        else if (here == Place::Trace)
            endTrace();
    }

    void startAttribute(std::string_view key, std::string_view value)
    {
        m_places.push_back(Place::Attribute);
        m_keys.emplace_back(cutText(key, kLongestKey));
        m_cutKeys += key.size() > kLongestKey ? 1U : 0U;
        const bool isScope = key == "stream:datastream" || key == "stream:datacontext" || key == "stream:multipoint"
            || key == "stream:point";
        if (isScope) {
            m_scopes.push_back(m_scopes.empty() ? StreamScope() : m_scopes.back());
            m_scopes.back().place = m_reader.place();
            m_scopes.back().value.clear();
            m_scopes.back().depth = m_keys.size();
        } else if (!m_scopes.empty()) {
            if (m_keys.size() == m_scopes.back().depth + 1)
                setOfStream(m_scopes.back(), key, value);
        } else if (m_keys.size() == 1) {
            setOfRow(m_keys.back(), value);
        } else {
            setOfRow(join(m_keys, "/"), value);
        }
    }

    static void setOfStream(StreamScope& scope, std::string_view key, std::string_view value)
    {
        if (key == "stream:id")
            scope.id = value;
        else if (key == "stream:source")
            scope.source = value;
        else if (key == "stream:timestamp")
            scope.time = value;
        else if (key == "stream:value")
            scope.value = value;
    }

    void setOfRow(std::string_view path, std::string_view value)
    {
        if (m_event)
            m_event->set(path, value);
        else if (m_trace)
            m_trace->set(path == "concept:name" ? std::string(path) : "case:" + std::string(path), value);
    }

    void endAttribute()
    {
        const bool isScope = !m_scopes.empty() && m_scopes.back().depth == m_keys.size();
        if (isScope && m_keys.back() == "stream:point")
            addPoint();
        if (isScope)
            m_scopes.pop_back();
        m_keys.pop_back();
    }

    void addPoint()
    {
        const StreamScope& point = m_scopes.back();
        const std::string tag = point.source.empty() ? point.id : point.source + '.' + point.id;
        Row row;
        const bool isFull = m_tags.size() >= kMostTags;
        m_untold += isFull && !m_tags.contains(tag) ? 1U : 0U;
        if (!isFull && m_tags.insert(tag).second) {
            row[Column::Record] = "tag";
            row[Column::Element] = point.place;
            row[Column::Tag] = tag;
            row[Column::Source] = point.source;
            row[Column::Id] = point.id;
            m_rows.add(Row(row));
        }
        row[Column::Record] = isNumber(point.value) ? "point" : "reading";
        row[Column::Element] = point.place;
        row[Column::Tag] = tag;
        row[Column::Source] = point.source;
        row[Column::Id] = point.id;
        row[Column::Value] = point.value;
        row[Column::Time] = point.time;
        if (m_trace) {
            row[Column::Case] = (*m_trace)[Column::Activity];
            row[Column::Batch] = isBatch(*m_trace) ? row[Column::Case] : std::string();
        }
        for (const std::string& text : row.fixed)
            row.bytes += text.size();
        m_rows.add(std::move(row));
    }

    void endEvent()
    {
        Row& row = *m_event;
        if (row[Column::Activity].empty())
            for (const auto& [key, value] : row.attributes)
                if (key.ends_with(":lifecycle:transition")) // of an extension that names what it logs so
                    row[Column::Activity] = value;
        if (std::string begin = row.take("start_timestamp"); !begin.empty()) {
            row[Column::End] = std::move(row[Column::Time]);
            row[Column::Time] = std::move(begin);
        }
        row[Column::Batch] = row.take("batch");
        row[Column::Severity] = row.take("severity");
        row[Column::Text] = row.take("text");
        row[Column::Category] = row.take("category");
        if (row[Column::Category].empty())
            row[Column::Category] = "activity";
        const std::string& category = row[Column::Category];
        std::string_view code = row[Column::Activity];
        if (code.starts_with(category) && code.substr(category.size()).starts_with(':'))
            code.remove_prefix(category.size() + 1);
        row[Column::Code] = code;
        if (m_trace) {
            row[Column::Case] = (*m_trace)[Column::Activity];
            if (row[Column::Batch].empty() && isBatch(*m_trace))
                row[Column::Batch] = row[Column::Case];
            noteSpan(row);
        }
        if (row[Column::End].empty())
            m_activities.add(std::move(row), m_rows);
        else
            m_rows.add(std::move(row));
        m_event.reset();
    }

    // A trace is a batch, unless the log says that it is something else, as exports of this program do.
    static bool isBatch(const Row& trace)
    {
        const std::string* kind = trace.find("case:kind");
        return kind == nullptr || *kind == "batch";
    }

    // First and last time of the trace; times without offset are compared as they stand.
    void noteSpan(const Row& row)
    {
        ++m_traceEvents;
        for (const Column column : {Column::Time, Column::End}) {
            const std::optional<IsoTime> time = parseIso(row[column]);
            if (!time)
                continue;
            if (!m_first || time->us < *m_first) {
                m_first = time->us;
                (*m_trace)[Column::Time] = row[column];
            }
            if (!m_last || time->us > *m_last) {
                m_last = time->us;
                (*m_trace)[Column::End] = row[column];
            }
        }
    }

    void endTrace()
    {
        m_activities.flush(m_rows);
        Row row = std::move(*m_trace);
        m_trace.reset();
        row[Column::Case] = std::move(row[Column::Activity]);
        row[Column::Activity].clear();
        row[Column::Events] = std::to_string(m_traceEvents);
        if (isBatch(row))
            m_rows.add(std::move(row));
        m_traceEvents = 0;
        m_first.reset();
        m_last.reset();
    }

    XmlReader m_reader;
    XesRows m_rows;
    TraceActivities m_activities;
    std::vector<Place> m_places; // of the open elements
    std::vector<std::string> m_keys; // of the open attributes
    std::vector<StreamScope> m_scopes;
    std::set<std::string> m_tags;
    std::optional<Row> m_trace;
    std::optional<Row> m_event;
    std::uint64_t m_events = 0;
    std::uint64_t m_cutKeys = 0;
    std::uint64_t m_untold = 0; // points whose tag has no row
    std::uint64_t m_traceEvents = 0;
    std::optional<std::int64_t> m_first;
    std::optional<std::int64_t> m_last;
};

std::optional<FormatMatch> matchXes(std::string_view head, std::string_view /*name*/)
{
    const std::optional<XmlRoot> root = xmlRoot(head);
    if (!root || root->name != "log")
        return std::nullopt;
    const auto has = [&](std::string_view name) {
        return std::find(root->children.begin(), root->children.end(), name) != root->children.end();
    };
    if (has("object-types") || has("event-types") || has("objects") || has("events")) // an object-centric log
        return std::nullopt;
    if (root->space.find("xes-standard.org") != std::string::npos)
        return FormatMatch{100, phrase("the namespace of XES event logs")};
    if (has("trace"))
        return FormatMatch{90, phrase("an event log with traces")};
    if (has("event") || has("extension") || has("global"))
        return FormatMatch{80, phrase("an event log")};
    return std::nullopt;
}

Result<std::unique_ptr<TableSource>> openXes(ByteSource& bytes, std::string_view /*part*/, const TextHints& /*hints*/)
{
    return std::unique_ptr<TableSource>(std::make_unique<XesTable>(bytes));
}

} // namespace

Format xesFormat()
{
    Format out;
    out.id = "xes";
    out.title = "XES event logs";
    out.match = &matchXes;
    out.open = &openXes;
    return out;
}

} // namespace antecedent::importers
