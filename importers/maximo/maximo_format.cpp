// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/maximo/maximo_format.h"

#include "importers/format/json/json_reader.h"
#include "importers/format/xml/xml_reader.h"
#include "importers/format/xml/xml_root.h"
#include "importers/text/cut_text.h"
#include "importers/text/prefixed_source.h"
#include "model/base/text.h"

#include <algorithm>
#include <array>

namespace antecedent::importers {

namespace {

constexpr std::array<std::string_view, 26> kColumns{"element", "WONUM", "SITEID", "DESCRIPTION", "ASSETNUM", "LOCATION",
    "WORKTYPE", "STATUS", "STATUSDATE", "REPORTDATE", "REPORTEDBY", "ACTSTART", "ACTFINISH", "FAILURECODE",
    "PROBLEMCODE", "WOPRIORITY", "PMNUM", "JPNUM", "TARGCOMPDATE", "FAILDATE", "LEAD", "INSPECTOR", "CHANGEBY",
    "CHANGEDATE", "PLUSCNEXTDATE", "PARENT"};
constexpr std::size_t kLongestValue = 20'000; // bytes; what is beyond is cut off

// The attributes of one work order on its way.
class OrderRow
{
public:
    void begin(std::string place)
    {
        m_values = {};
        m_values[0] = std::move(place);
        m_isOrder = false;
    }
    void set(std::string_view attribute, std::string_view value)
    {
        std::string name(localName(attribute));
        for (char& c : name)
            if (c >= 'a' && c <= 'z')
                c = static_cast<char>(c - ('a' - 'A'));
        const auto column = std::find(kColumns.begin() + 1, kColumns.end(), name);
        if (column == kColumns.end())
            return;
        m_isOrder = m_isOrder || name == "WONUM";
        m_values[static_cast<std::size_t>(column - kColumns.begin())] = std::string(cutText(value, kLongestValue));
    }
    void end(CsvWriter& rows)
    {
        if (m_isOrder)
            rows.row(m_values);
    }

private:
    std::array<std::string, kColumns.size()> m_values;
    bool m_isOrder = false;
};

// What the handlers of both forms have in common: where rows go, and what is not read.
class Orders
{
public:
    void setRows(CsvWriter& rows) { m_rows = &rows; }
    std::uint64_t nested() const { return m_nested; }

protected:
    CsvWriter* m_rows = nullptr;
    OrderRow m_order;
    std::uint64_t m_nested = 0;
};

// Objects of the list "member" at the top of the document.
class JsonOrders final : public Orders, public JsonHandler
{
public:
    void setReader(const JsonReader& /*reader*/) { }
    static std::string nestedText(std::uint64_t count)
    {
        return counted(
            count, "object inside of a work order is not read", "objects inside of work orders are not read");
    }

    void startObject() override
    {
        ++m_depth;
        if (m_depth == kMember && m_isList)
            m_order.begin("member " + std::to_string(++m_members));
        else if (m_depth > kMember)
            ++m_nested;
    }
    void endObject() override
    {
        if (m_depth == kMember && m_isList)
            m_order.end(*m_rows);
        --m_depth;
    }
    void startArray() override
    {
        ++m_depth;
        if (m_depth == 2)
            m_isList = localName(m_key) == "member";
    }
    void endArray() override
    {
        if (m_depth == 2)
            m_isList = false;
        --m_depth;
    }
    void key(std::string_view name) override { m_key = name; }
    void string(std::string_view text) override { take(text); }
    void literal(std::string_view text) override
    {
        if (text != "null")
            take(text == "true" ? "1" : text == "false" ? "0" : text);
    }

private:
    static constexpr int kMember = 3; // document, list, object
    void take(std::string_view value)
    {
        if (m_depth == kMember && m_isList)
            m_order.set(m_key, value);
    }

    std::string m_key;
    int m_depth = 0;
    std::uint64_t m_members = 0;
    bool m_isList = false;
};

// WORKORDER elements, their direct children as attributes.
class XmlOrders final : public Orders, public XmlHandler
{
public:
    void setReader(const XmlReader& reader) { m_reader = &reader; }
    static std::string nestedText(std::uint64_t count)
    {
        return counted(
            count, "element inside of an attribute is not read", "elements inside of attributes are not read");
    }

    void startElement(std::string_view name, const XmlAttributes& /*attributes*/) override
    {
        if (m_depth > 0)
            ++m_depth;
        else if (name == "WORKORDER") {
            m_depth = 1;
            m_order.begin(m_reader->place());
        }
        if (m_depth == 2) {
            m_attribute = name;
            m_text.clear();
        } else if (m_depth == 3) {
            ++m_nested;
        }
    }
    void endElement(std::string_view /*name*/) override
    {
        if (m_depth == 2)
            m_order.set(m_attribute, trimmed(m_text));
        else if (m_depth == 1)
            m_order.end(*m_rows);
        m_depth -= m_depth > 0 ? 1 : 0;
    }
    void text(std::string_view text) override
    {
        if (m_depth == 2 && m_text.size() < kLongestValue)
            m_text += text;
    }

private:
    const XmlReader* m_reader = nullptr;
    std::string m_attribute;
    std::string m_text;
    int m_depth = 0; // 1: a work order, 2: an attribute of it
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
            rows.row(kColumns);
        m_isStarted = true;
        const Result<bool> hasMore = m_reader.more();
        if (!hasMore || *hasMore)
            return hasMore;
        noteEnd(m_reader.problem(), m_reader.isCut());
        if (m_orders.nested() > 0)
            note(DiagnosticCode::SourceRemark, Handler::nestedText(m_orders.nested()));
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
