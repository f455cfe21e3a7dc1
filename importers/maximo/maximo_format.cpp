// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/maximo/maximo_format.h"

#include "importers/format/xml/xml_reader.h"
#include "importers/format/xml/xml_root.h"
#include "importers/text/prefixed_source.h"
#include "model/base/text.h"

#include <nlohmann/json.hpp>

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
        m_values[static_cast<std::size_t>(column - kColumns.begin())] = std::string(value.substr(0, kLongestValue));
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

// Objects of the list "member" at the top of the document.
class MemberReader final : public nlohmann::json_sax<nlohmann::json>
{
public:
    explicit MemberReader(CsvWriter& rows)
        : m_rows(rows)
    {
    }
    std::uint64_t nested() const { return m_nested; }
    const std::string& problem() const { return m_problem; }

    bool null() override { return true; }
    bool boolean(bool value) override { return take(value ? "1" : "0"); }
    bool number_integer(number_integer_t value) override { return take(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return take(std::to_string(value)); }
    bool number_float(number_float_t /*value*/, const string_t& text) override { return take(text); }
    bool string(string_t& value) override { return take(value); }
    bool binary(binary_t& /*value*/) override { return true; }
    bool key(string_t& name) override
    {
        m_key = name;
        return true;
    }
    bool start_object(std::size_t /*size*/) override
    {
        ++m_depth;
        if (m_depth == kMember && m_isList)
            m_order.begin("member " + std::to_string(++m_members));
        else if (m_depth > kMember)
            ++m_nested;
        return isShallow();
    }
    bool end_object() override
    {
        if (m_depth == kMember && m_isList)
            m_order.end(m_rows);
        --m_depth;
        return true;
    }
    bool start_array(std::size_t /*size*/) override
    {
        ++m_depth;
        if (m_depth == 2)
            m_isList = localName(m_key) == "member";
        return isShallow();
    }
    bool end_array() override
    {
        if (m_depth == 2)
            m_isList = false;
        --m_depth;
        return true;
    }
    bool parse_error(
        std::size_t position, const std::string& /*token*/, const nlohmann::detail::exception& /*error*/) override
    {
        m_problem = "the JSON can't be read from byte " + std::to_string(position) + " on";
        return false;
    }

private:
    static constexpr int kMember = 3; // document, list, object
    static constexpr int kMostDepth = 200;
    bool isShallow()
    {
        if (m_depth > kMostDepth)
            m_problem = "the JSON is nested too deep";
        return m_depth <= kMostDepth;
    }
    bool take(std::string_view value)
    {
        if (m_depth == kMember && m_isList)
            m_order.set(m_key, value);
        return true;
    }

    CsvWriter& m_rows;
    OrderRow m_order;
    std::string m_key;
    std::string m_problem;
    int m_depth = 0;
    std::uint64_t m_members = 0;
    std::uint64_t m_nested = 0;
    bool m_isList = false;
};

class JsonSource final : public TableSource
{
public:
    explicit JsonSource(std::unique_ptr<ByteSource> bytes)
        : m_bytes(std::move(bytes))
    {
    }

protected:
    Result<bool> more(CsvWriter& rows) override
    {
        Result<Head> all = readHead(*m_bytes, kMaximoMostJson);
        if (!all)
            return all.error();
        if (!all->complete)
            return Error{ErrorCode::CorruptInput, {}, "the JSON is larger than 64 MiB; ask the interface for pages"};
        rows.row(kColumns);
        MemberReader reader(rows);
        nlohmann::json::sax_parse(all->bytes, &reader);
        if (!reader.problem().empty())
            note(DiagnosticCode::UnreadablePart, reader.problem());
        if (reader.nested() > 0)
            note(DiagnosticCode::SourceRemark,
                counted(reader.nested(), "object inside of a work order is not read",
                    "objects inside of work orders are not read"));
        return false;
    }

private:
    std::unique_ptr<ByteSource> m_bytes;
};

// WORKORDER elements, their direct children as attributes.
class OrderReader final : public XmlHandler
{
public:
    explicit OrderReader(CsvWriter*& rows)
        : m_rows(rows)
    {
    }
    void setReader(const XmlReader& reader) { m_reader = &reader; }
    std::uint64_t nested() const { return m_nested; }

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
    CsvWriter*& m_rows;
    const XmlReader* m_reader = nullptr;
    OrderRow m_order;
    std::string m_attribute;
    std::string m_text;
    int m_depth = 0; // 1: a work order, 2: an attribute of it
    std::uint64_t m_nested = 0;
};

class XmlSource final : public TableSource
{
public:
    explicit XmlSource(std::unique_ptr<ByteSource> bytes)
        : m_bytes(std::move(bytes))
        , m_orders(m_rows)
        , m_reader(*m_bytes, m_orders)
    {
        m_orders.setReader(m_reader);
    }

protected:
    Result<bool> more(CsvWriter& rows) override
    {
        m_rows = &rows;
        if (!m_isStarted)
            rows.row(kColumns);
        m_isStarted = true;
        const Result<bool> hasMore = m_reader.more();
        if (!hasMore || *hasMore)
            return hasMore;
        if (!m_reader.problem().empty())
            note(DiagnosticCode::UnreadablePart, m_reader.problem());
        if (m_orders.nested() > 0)
            note(DiagnosticCode::SourceRemark,
                counted(m_orders.nested(), "element inside of an attribute is not read",
                    "elements inside of attributes are not read"));
        return false;
    }

private:
    std::unique_ptr<ByteSource> m_bytes;
    CsvWriter* m_rows = nullptr;
    OrderReader m_orders;
    XmlReader m_reader;
    bool m_isStarted = false;
};

bool beginsJson(std::string_view head)
{
    if (head.starts_with("\xEF\xBB\xBF"))
        head.remove_prefix(3);
    return trimmed(head).starts_with('{');
}

bool isJson(std::string_view text)
{
    if (!beginsJson(text))
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
    const bool isText = beginsJson(head->bytes);
    auto whole = std::make_unique<PrefixedSource>(std::move(head->bytes), bytes);
    if (isText)
        return std::unique_ptr<TableSource>(std::make_unique<JsonSource>(std::move(whole)));
    return std::unique_ptr<TableSource>(std::make_unique<XmlSource>(std::move(whole)));
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
