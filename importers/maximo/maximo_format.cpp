// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/maximo/maximo_format.h"

#include "importers/format/json/json_reader.h"
#include "importers/format/xml/xml_reader.h"
#include "importers/format/xml/xml_root.h"
#include "importers/maximo/order_objects.h"
#include "importers/text/encoding.h"
#include "importers/text/prefixed_source.h"
#include "model/base/text.h"

#include <string>
#include <utility>
#include <vector>

namespace antecedent::importers {

namespace {

// What the handlers of both forms have in common: where rows go, and what is not read.
class Orders
{
public:
    void setRows(CsvWriter& rows) { m_rows = &rows; }
    std::string unread() const { return m_order.unread(); }
    std::uint64_t read() const { return m_order.read(); }
    const ExportStatement& said() const { return m_said; } // of the export, as far as it is read

protected:
    CsvWriter* m_rows = nullptr;
    MaximoOrders m_order;
    ExportStatement m_said;
};

// Objects of the list "member" at the top of the document, and the objects inside.
class JsonOrders final : public Orders, public JsonHandler
{
public:
    void setReader(const JsonReader& /*reader*/) { }

    void startObject() override
    {
        push(false);
        if (m_open.size() == kMember && m_isList)
            m_order.beginOrder("member " + std::to_string(++m_members));
        else if (m_open.size() > kMember && m_isList)
            m_order.beginObject(m_open.back().name);
    }
    void endObject() override
    {
        if (m_open.size() == kMember && m_isList)
            m_order.endOrder(*m_rows);
        else if (m_open.size() > kMember && m_isList)
            m_order.endObject();
        m_open.pop_back();
    }
    void startArray() override
    {
        push(true);
        if (m_open.size() == 2)
            m_isList = localName(m_key) == "member";
    }
    void endArray() override
    {
        if (m_open.size() == 2)
            m_isList = false;
        m_open.pop_back();
    }
    void key(std::string_view name) override { m_key = name; }
    void string(std::string_view text) override { take(text); }
    void literal(std::string_view text) override
    {
        if (text != "null")
            take(text == "true" ? "1" : text == "false" ? "0" : text);
    }

private:
    static constexpr std::size_t kMember = 3; // document, list, object
    struct Container
    {
        bool isArray = false;
        std::string name; // the key that it or the list around it stands behind
    };
    void push(bool isArray)
    {
        const bool isInList = !m_open.empty() && m_open.back().isArray;
        m_open.push_back({isArray, isInList ? m_open.back().name : m_key});
    }
    void take(std::string_view value)
    {
        // A list of texts is no attribute.
        if (m_open.size() >= kMember && m_isList && !m_open.back().isArray)
            m_order.attribute(m_key, value);
        else if (m_open.size() == 2 && localName(m_open.back().name) == "responseInfo")
            takeInfo(value);
    }
    // How many orders the query found, on whatever pages: responseInfo at the top of the document.
    void takeInfo(std::string_view value)
    {
        if (localName(m_key) == "totalCount")
            addStatementRow({"rows", std::string(value.substr(0, kLongestCount))}, m_said);
        else if (localName(m_key) == "href")
            m_said.filter = filterOf(value);
    }

    static constexpr std::size_t kLongestCount = 20;
    static constexpr std::size_t kLongestFilter = 2000;
    // The condition of the query, `oslc.where=…`, as it stands in its address; empty if it has none.
    static std::string filterOf(std::string_view address)
    {
        constexpr std::string_view kWhere = "oslc.where=";
        const std::size_t at = address.find(kWhere);
        if (at == std::string_view::npos)
            return {};
        address.remove_prefix(at + kWhere.size());
        return shownText(address.substr(0, address.find('&')), kLongestFilter);
    }

    std::string m_key;
    std::vector<Container> m_open; // no deeper than the reader allows
    std::uint64_t m_members = 0;
    bool m_isList = false;
};

// WORKORDER elements. A child is an attribute, or an object if it has the name of one or elements inside.
class XmlOrders final : public Orders, public XmlTextHandler
{
public:
    void setReader(const XmlReader& reader) { m_reader = &reader; }

    void startElement(std::string_view name, const XmlAttributes& attributes) override
    {
        if (!m_isRooted)
            takeRoot(attributes);
        const std::string_view local = localName(name);
        if (m_open.empty()) {
            if (local != "WORKORDER")
                return;
            m_order.beginOrder(m_reader->place());
            m_open.push_back({"WORKORDER", true});
            return;
        }
        if (!m_open.back().isObject) {
            m_open.back().isObject = true;
            m_order.beginObject(m_open.back().name);
        }
        m_open.push_back({std::string(local), MaximoOrders::isObject(local)});
        if (m_open.back().isObject)
            m_order.beginObject(local);
        m_text.clear();
    }
    void endElement(std::string_view /*name*/) override
    {
        if (m_open.empty())
            return;
        const Element element = std::move(m_open.back());
        m_open.pop_back();
        if (m_open.empty())
            m_order.endOrder(*m_rows);
        else if (element.isObject)
            m_order.endObject();
        else
            m_order.attribute(element.name, trimmed(m_text));
        m_text.clear();
    }
    void text(std::string_view text) override
    {
        if (!m_open.empty() && !m_open.back().isObject && m_text.size() < MaximoOrders::kLongestValue)
            m_text += text;
    }

private:
    struct Element
    {
        std::string name;
        bool isObject = false;
    };
    // When the message was made, how many orders its query found, by which system.
    void takeRoot(const XmlAttributes& attributes)
    {
        m_isRooted = true;
        addStatementRow({"exported", std::string(attributes.find("creationDateTime"))}, m_said);
        addStatementRow({"rows", std::string(attributes.find("rsTotal"))}, m_said);
        if (const std::string_view version = attributes.find("maximoVersion"); !version.empty())
            m_said.system = "IBM Maximo " + shownText(version, kLongestVersion);
    }

    static constexpr std::size_t kLongestVersion = 100;
    bool m_isRooted = false;
    const XmlReader* m_reader = nullptr;
    std::vector<Element> m_open; // a work order and what is open in it
    std::string m_text;
};

template <class Reader, class Handler> class OrderSource final : public TableSource
{
public:
    explicit OrderSource(std::unique_ptr<ByteSource> bytes)
        : m_bytes(std::move(bytes))
        , m_reader(*m_bytes, m_orders)
    {
        m_orders.setReader(m_reader);
    }

private:
    Result<bool> more(CsvWriter& rows) override
    {
        m_orders.setRows(rows);
        if (!m_isStarted)
            rows.row(kMaximoColumns);
        m_isStarted = true;
        const Result<bool> hasMore = m_reader.more();
        say(m_orders.said());
        countRows(m_orders.read());
        if (!hasMore || *hasMore)
            return hasMore;
        noteEnd(m_reader.problem(), m_reader.isCut());
        if (const std::string unread = m_orders.unread(); !unread.empty())
            note(DiagnosticCode::SourceRemark, "not read of work orders: " + unread);
        return false;
    }

    std::unique_ptr<ByteSource> m_bytes;
    Handler m_orders;
    Reader m_reader;
    bool m_isStarted = false;
};

bool isJson(std::string_view text)
{
    if (!looksLikeJsonObject(text))
        return false;
    constexpr std::size_t kLooked = std::size_t{256} * 1024;
    const std::string begin = toLowerAscii(text.substr(0, kLooked));
    return begin.find("member\"") != std::string::npos
        && (begin.find("\"wonum\"") != std::string::npos || begin.find("\"spi:wonum\"") != std::string::npos);
}

bool isXml(std::string_view head)
{
    const std::optional<XmlRoot> root = xmlRoot(head);
    return root && root->space.find("ibm.com/maximo") != std::string::npos
        && head.find("WORKORDER") != std::string_view::npos;
}

std::optional<FormatMatch> matchMaximo(std::string_view head, std::string_view /*name*/)
{
    constexpr int kSure = 95;
    if (isJson(head))
        return FormatMatch{kSure, phrase("work orders of IBM Maximo as JSON, a list of members with wonum")};
    if (isXml(head))
        return FormatMatch{kSure, phrase("work orders of IBM Maximo as XML, by its namespace")};
    return std::nullopt;
}

Result<std::unique_ptr<TableSource>> openMaximo(
    ByteSource& bytes, std::string_view /*part*/, const TextHints& /*hints*/)
{
    constexpr std::size_t kBegin = 4096;
    Result<Head> head = readHead(bytes, kBegin);
    if (!head)
        return head.error();
    const bool isText = looksLikeJsonObject(head->bytes);
    auto whole = std::make_unique<PrefixedSource>(std::move(head->bytes), bytes);
    if (isText)
        return std::unique_ptr<TableSource>(std::make_unique<OrderSource<JsonReader, JsonOrders>>(std::move(whole)));
    return std::unique_ptr<TableSource>(std::make_unique<OrderSource<XmlReader, XmlOrders>>(std::move(whole)));
}

} // namespace

Format maximoFormat()
{
    Format out;
    out.id = "maximo";
    out.title = "IBM Maximo messages (JSON, XML)";
    out.match = matchMaximo;
    out.open = openMaximo;
    return out;
}

} // namespace antecedent::importers
