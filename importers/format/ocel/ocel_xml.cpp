// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OCEL 2.0 in XML: events/event/{attributes/attribute, objects/relationship}, objects/object/{the same}.
#include "importers/format/ocel/ocel_reader.h"
#include "importers/format/xml/xml_reader.h"
#include "importers/text/cut_text.h"

namespace antecedent::importers {

namespace {

constexpr std::size_t kLongestValue = std::size_t{1} << 20U;

class XmlLog final : public OcelReader, private XmlHandler
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
    std::vector<std::string> remarks() override
    {
        if (m_cutValues == 0)
            return {};
        return {std::to_string(m_cutValues) + " values have more than a megabyte and were cut there"};
    }

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
        } else if (m_depth == 5 && name == "attribute") {
            m_value = OcelValue{text("name"), text("time"), {}};
            m_isValue = true;
            m_isCutValue = false;
        } else if (m_depth == 5 && (name == "relationship" || name == "object")) {
            OcelRelation relation{text("object-id"), text("qualifier")};
            if (relation.object.empty())
                relation.object = text("id");
            (m_isEvents ? m_event.relations : m_object.relations).push_back(std::move(relation));
        }
    }
    void endElement(std::string_view /*name*/) override
    {
        if (m_depth == 5 && m_isValue) {
            (m_isEvents ? m_event.values : m_object.values).push_back(std::move(m_value));
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
        if (!m_isValue)
            return;
        const std::size_t room = kLongestValue - m_value.value.size();
        m_value.value += cutText(text, room);
        if (text.size() > room)
            m_value.value.resize(kLongestValue, ' '); // nothing follows behind what was cut
        m_cutValues += text.size() > room && !m_isCutValue ? 1U : 0U;
        m_isCutValue = m_isCutValue || text.size() > room;
    }

    OcelSink& m_sink;
    std::unique_ptr<ByteSource> m_bytes;
    XmlReader m_reader;
    std::size_t m_depth = 0;
    bool m_isEvents = false;
    bool m_isObjects = false;
    bool m_isValue = false;
    bool m_isCutValue = false;
    std::uint64_t m_cutValues = 0;
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
