// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OCEL in XML. 2.0: events/event/{attributes/attribute, objects/relationship}, objects/object/{the same}. 1.0, with
// typed elements as XES has them: events/event/{string id, string activity, date timestamp, list omap, list vmap},
// objects/object/{string id, string type, list ovmap}.
#include "importers/format/ocel/ocel_reader.h"
#include "importers/format/xml/xml_reader.h"
#include "importers/text/cut_text.h"

namespace antecedent::importers {

namespace {

constexpr std::size_t kLongestValue = std::size_t{1} << 20U;

class XmlLog final : public OcelReader, private XmlTextHandler
{
public:
    XmlLog(Spool& spool, OcelSink& sink)
        : m_sink(sink)
        , m_bytes(rewound(spool))
        , m_reader(*m_bytes, *this)
    {
    }
    Result<bool> more() override { return m_reader.more(); }
    std::string problem() const override { return m_reader.problem(); }
    bool isCut() const override { return m_reader.isCut(); }
    std::vector<std::string> remarks() override { return m_leftOut.remarks(); }

private:
    // Of the elements: log 1, events and objects 2, event and object 3, what they have 5.
    void startElement(std::string_view name, const XmlAttributes& attributes) override
    {
        ++m_depth;
        const auto text = [&](std::string_view key) { return std::string(attributes.find(key)); };
        if (m_depth == 2) {
            m_isEvents = name == "events";
            m_isObjects = name == "objects";
        } else if (m_depth == 3 && m_isEvents) {
            m_event = OcelEvent{text("id"), text("type"), text("time"), m_reader.place(), {}, {}};
        } else if (m_depth == 3 && m_isObjects) {
            m_object = OcelObject{text("id"), text("type"), m_reader.place(), {}, {}};
        } else if (m_depth == 4 && (m_isEvents || m_isObjects) && !attributes.find("key").empty()) {
            m_list = text("key");
            setOfItem(attributes.find("value"));
        } else if (m_depth == 5 && (m_list == "vmap" || m_list == "ovmap")) {
            if (name == "list" || name == "container")
                ++m_leftOut.nested;
            else
                add({text("key"), {}, valueOf(name, attributes.find("value"))});
        } else if (m_depth == 5 && m_list == "omap") {
            relate({text("value"), {}});
        } else if (m_depth == 5 && name == "attribute") {
            m_value = OcelValue{text("name"), text("time"), {}};
            m_isValue = true;
            m_isCutValue = false;
        } else if (m_depth == 5 && (name == "relationship" || name == "object")) {
            OcelRelation relation{text("object-id"), text("qualifier")};
            if (relation.object.empty())
                relation.object = text("id");
            relate(std::move(relation));
        }
    }
    void endElement(std::string_view /*name*/) override
    {
        if (m_depth == 4)
            m_list.clear();
        if (m_depth == 5 && m_isValue) {
            add(std::move(m_value));
            m_isValue = false;
        } else if (m_depth == 3 && m_isEvents) {
            m_sink.event(std::move(m_event));
        } else if (m_depth == 3 && m_isObjects) {
            m_sink.object(std::move(m_object));
        }
        --m_depth;
    }
    void text(std::string_view text) override
    {
        if (!m_isValue || m_isCutValue)
            return;
        const std::size_t room = kLongestValue - m_value.value.size();
        m_value.value += cutText(text, room);
        m_isCutValue = text.size() > room;
        m_leftOut.cut += m_isCutValue ? 1U : 0U;
    }

    // Of an event or object of 1.0.
    void setOfItem(std::string_view value)
    {
        if (m_list == "id")
            (m_isEvents ? m_event.id : m_object.id) = std::string(value);
        else if (m_list == "activity" || m_list == "type")
            (m_isEvents ? m_event.type : m_object.type) = std::string(value);
        else if (m_list == "timestamp")
            m_event.time = std::string(value);
    }
    // Numbers are written as in JSON.
    std::string valueOf(std::string_view type, std::string_view text)
    {
        m_leftOut.cut += text.size() > kLongestValue ? 1U : 0U;
        text = cutText(text, kLongestValue);
        return type == "int" || type == "float" ? jsonNumber(text) : std::string(text);
    }
    void add(OcelValue value) { m_leftOut.add(m_isEvents ? m_event.values : m_object.values, std::move(value)); }
    void relate(OcelRelation relation)
    {
        m_leftOut.add(m_isEvents ? m_event.relations : m_object.relations, std::move(relation));
    }

    OcelSink& m_sink;
    std::unique_ptr<ByteSource> m_bytes;
    XmlReader m_reader;
    std::size_t m_depth = 0;
    bool m_isEvents = false;
    bool m_isObjects = false;
    bool m_isValue = false;
    bool m_isCutValue = false;
    std::string m_list; // key of the element of 1.0 that is open in an event or object
    OcelLeftOut m_leftOut;
    OcelEvent m_event;
    OcelObject m_object;
    OcelValue m_value;
};

} // namespace

std::unique_ptr<OcelReader> readOcelXml(Spool& spool, OcelSink& sink)
{
    return std::make_unique<XmlLog>(spool, sink);
}

} // namespace antecedent::importers
