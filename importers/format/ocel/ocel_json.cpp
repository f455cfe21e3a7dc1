// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OCEL 2.0 and 1.0 in JSON.
#include "importers/format/json/json_reader.h"
#include "importers/format/ocel/ocel_reader.h"

#include <array>
#include <charconv>

namespace antecedent::importers {

namespace {

class SpoolSource final : public ByteSource
{
public:
    explicit SpoolSource(Spool& spool)
        : m_spool(spool)
    {
    }
    Result<std::size_t> read(std::span<char> out) override
    {
        const Result<std::size_t> count = m_spool.readAt(m_at, out);
        m_at += count ? *count : 0;
        return count;
    }

private:
    Spool& m_spool;
    std::uint64_t m_at = 0;
};

// The open containers by the key that each stands under, "[]" inside an array:
// 2.0: events [] {id, type, time, attributes [] {name, value}, relationships [] {objectId, qualifier}}
// 1.0: ocel:events <id> {ocel:activity, ocel:timestamp, ocel:omap [ids], ocel:vmap {name: value}}
class JsonLog final : public OcelReader, private JsonHandler
{
public:
    JsonLog(Spool& spool, OcelSink& sink)
        : m_sink(sink)
        , m_bytes(spool)
        , m_reader(m_bytes, *this)
    {
    }
    Result<bool> more() override { return m_reader.more(); }
    std::string problem() const override { return m_reader.problem(); }
    bool isCut() const override { return m_reader.isCut(); }
    std::vector<std::string> remarks() override { return m_leftOut.remarks(); }

private:
    void startObject() override
    {
        push(false);
        const std::size_t depth = m_path.size();
        if (depth == 3 && isEvents() && isItem())
            m_event = OcelEvent{m_isOld ? m_path[2] : std::string(), {}, {}, m_reader.place(), {}, {}};
        else if (depth == 3 && isObjects() && isItem())
            m_object = OcelObject{m_isOld ? m_path[2] : std::string(), {}, m_reader.place(), {}, {}};
        else if (depth == 5)
            m_value = {};
    }
    void startArray() override { push(true); }
    void endObject() override
    {
        const std::size_t depth = m_path.size();
        if (depth == 5 && m_path[3] == "attributes")
            add(m_value);
        else if (depth == 5 && m_path[3] == "relationships")
            relate({m_value.name, m_value.value});
        else if (depth == 3 && isEvents() && isItem())
            m_sink.event(std::move(m_event));
        else if (depth == 3 && isObjects() && isItem())
            m_sink.object(std::move(m_object));
        pop();
    }
    void endArray() override { pop(); }
    void key(std::string_view name) override { m_key = name; }
    void string(std::string_view text) override { value(std::string(text)); }
    void literal(std::string_view text) override
    {
        if (text != "null")
            value(text == "true" || text == "false" ? std::string(text) : jsonNumber(text));
    }

    void value(std::string text)
    {
        const std::size_t depth = m_path.size();
        if (depth < 3 || (!isEvents() && !isObjects()))
            return;
        if (depth == 3)
            setOfItem(std::move(text));
        else if (depth == 4 && m_path[3] == "ocel:omap")
            relate({std::move(text), {}});
        else if (depth == 4 && (m_path[3] == "ocel:vmap" || m_path[3] == "ocel:ovmap"))
            add({m_key, {}, std::move(text)});
        else if (depth == 5)
            setOfPart(std::move(text));
    }
    void setOfItem(std::string text)
    {
        std::string& id = isEvents() ? m_event.id : m_object.id;
        std::string& type = isEvents() ? m_event.type : m_object.type;
        if (m_key == "id" && !m_isOld)
            id = std::move(text);
        else if (m_key == "type" || m_key == "ocel:activity" || m_key == "ocel:type")
            type = std::move(text);
        else if (isEvents() && (m_key == "time" || m_key == "ocel:timestamp"))
            m_event.time = std::move(text);
    }
    void setOfPart(std::string text)
    {
        if (m_key == "name" || m_key == "objectId")
            m_value.name = std::move(text);
        else if (m_key == "value" || m_key == "qualifier")
            m_value.value = std::move(text);
        else if (m_key == "time")
            m_value.time = std::move(text);
    }
    void add(OcelValue value) { m_leftOut.add(isEvents() ? m_event.values : m_object.values, std::move(value)); }
    void relate(OcelRelation relation)
    {
        m_leftOut.add(isEvents() ? m_event.relations : m_object.relations, std::move(relation));
    }

    bool isEvents() const { return m_path[1] == "events" || m_path[1] == "ocel:events"; }
    bool isObjects() const { return m_path[1] == "objects" || m_path[1] == "ocel:objects"; }
    bool isItem() const { return m_isOld || m_path[2] == "[]"; }
    // The root has no key.
    void push(bool isArray)
    {
        const bool isInArray = !m_isArray.empty() && m_isArray.back();
        m_path.push_back(isInArray ? "[]" : m_key);
        m_isOld = m_path.size() > 1 && m_path[1].starts_with("ocel:");
        m_isArray.push_back(isArray);
        const std::size_t depth = m_path.size();
        if (depth < 5 || (!isEvents() && !isObjects()))
            return;
        const bool isOfMap = m_path[3] == "ocel:vmap" || m_path[3] == "ocel:ovmap";
        const bool isValue = depth == 6 && m_path[3] == "attributes" && m_path[5] == "value";
        m_leftOut.nested += isValue || (depth == 5 && isOfMap) ? 1U : 0U;
    }
    void pop()
    {
        m_path.pop_back();
        m_isArray.pop_back();
    }

    OcelSink& m_sink;
    SpoolSource m_bytes;
    JsonReader m_reader;
    std::vector<std::string> m_path;
    std::vector<bool> m_isArray;
    std::string m_key;
    OcelEvent m_event;
    OcelObject m_object;
    OcelValue m_value;
    bool m_isOld = false; // 1.0
    OcelLeftOut m_leftOut;
};

} // namespace

std::unique_ptr<ByteSource> rewound(Spool& spool)
{
    return std::make_unique<SpoolSource>(spool);
}

std::vector<std::string> OcelLeftOut::remarks() const
{
    std::vector<std::string> out;
    if (cut > 0)
        out.push_back(std::to_string(cut) + " values have more than a megabyte and were cut there");
    if (nested > 0)
        out.push_back(std::to_string(nested) + " values are lists or objects; they were left out");
    if (tooMany > 0)
        out.push_back(std::to_string(tooMany) + " attributes or relations of events or objects that have more than "
            + std::to_string(kMost) + " of them were left out");
    return out;
}

std::string jsonNumber(std::string_view literal)
{
    double value = 0;
    const auto [end, status] = std::from_chars(literal.data(), literal.data() + literal.size(), value);
    const bool isDecimal = literal.find_first_of(".eE") != std::string_view::npos;
    if (!isDecimal || status != std::errc() || end != literal.data() + literal.size())
        return std::string(literal);
    std::array<char, 64> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return std::string(buffer.data(), written.ptr);
}

std::unique_ptr<OcelReader> readOcelJson(Spool& spool, OcelSink& sink)
{
    return std::make_unique<JsonLog>(spool, sink);
}

} // namespace antecedent::importers
