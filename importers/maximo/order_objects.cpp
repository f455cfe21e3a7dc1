// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/maximo/order_objects.h"

#include "importers/calibration/point_values.h"
#include "importers/format/xml/xml_reader.h"
#include "importers/text/cut_text.h"

#include <algorithm>
#include <utility>

namespace antecedent::importers {

namespace {

constexpr std::size_t kMaxNames = 50; // of objects that are not read
constexpr std::size_t kLongestName = 100; // bytes
constexpr std::array<std::string_view, 15> kPointAttributes{"INPUTVALUE", "OUTPUTVALUE", "ASFOUNDINPUT",
    "ASFOUNDOUTPUT", "ASFOUNDERROR1", "ASFOUNDPASS", "ASFOUNDFAIL", "ASLEFTINPUT", "ASLEFTOUTPUT", "ASLEFTERROR1",
    "ASLEFTPASS", "ASLEFTFAIL", "PROCESSEU", "INSTRCALRANGEEU", "INSTROUTRANGEEU"};
constexpr std::array<std::string_view, 2> kPointEdges{"ASFOUNDTOL1LOWER", "ASFOUNDTOL1UPPER"};

template <std::size_t kCount> bool isIn(const std::array<std::string_view, kCount>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string upperName(std::string_view name)
{
    std::string out(localName(name));
    for (char& c : out)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - ('a' - 'A'));
    return out;
}

std::size_t columnOf(std::string_view name)
{
    return static_cast<std::size_t>(
        std::find(kMaximoColumns.begin(), kMaximoColumns.end(), name) - kMaximoColumns.begin());
}

constexpr std::string_view kRecords[] = {"order", "failure", "status", "sheet", "point", ""};

// Attributes of the order that say something of the objects in it.
constexpr auto kInherited =
    std::to_array<std::string_view>({"WONUM", "SITEID", "ASSETNUM", "ACTSTART", "ACTFINISH", "PLUSCNEXTDATE", "LEAD"});

} // namespace

MaximoOrders::Kind MaximoOrders::kindOf(std::string_view name)
{
    static constexpr std::array<std::pair<std::string_view, Kind>, 4> kKinds{{{"FAILUREREPORT", Kind::Failure},
        {"WOSTATUS", Kind::Status}, {"PLUSCWODS", Kind::Sheet}, {"PLUSCWODSPOINT", Kind::Point}}};
    for (const auto& [known, kind] : kKinds)
        if (known == name)
            return kind;
    return Kind::Other;
}

bool MaximoOrders::isObject(std::string_view name)
{
    return kindOf(upperName(name)) != Kind::Other;
}

std::string& MaximoOrders::at(Row& row, std::string_view column)
{
    return row[columnOf(column)];
}

void MaximoOrders::beginOrder(std::string place)
{
    m_order = {};
    m_order.kind = Kind::Order;
    at(m_order.row, "element") = std::move(place);
    m_rows.clear();
    m_open.clear();
    m_bytes = 0;
}

void MaximoOrders::beginObject(std::string_view name)
{
    const std::string upper = upperName(name);
    const Kind kind = kindOf(upper);
    const bool isRead = kind != Kind::Other && m_rows.size() < kMaxRows;
    if (kind != Kind::Other && !isRead)
        ++m_beyond;
    else if (!isRead && upper.size() <= kLongestName && (m_unread.size() < kMaxNames || m_unread.contains(upper)))
        ++m_unread[upper];
    else if (!isRead)
        ++m_beyond;
    if (!isRead) {
        m_open.push_back(0);
        return;
    }
    Object& object = m_rows.emplace_back();
    object.kind = kind;
    const std::string& place = at(m_order.row, "element");
    at(object.row, "element") = place + " " + upper + " " + std::to_string(m_rows.size());
    if (kind == Kind::Point)
        for (const std::size_t open : m_open)
            if (open != 0 && m_rows[open - 1].kind == Kind::Sheet)
                object.sheet = open;
    m_open.push_back(m_rows.size());
}

void MaximoOrders::attribute(std::string_view name, std::string_view value)
{
    if (!m_open.empty() && m_open.back() == 0)
        return;
    Object& object = m_open.empty() ? m_order : m_rows[m_open.back() - 1];
    const std::string upper = upperName(name);
    const std::size_t column = columnOf(upper);
    // The first two are ours.
    const bool hasColumn = column > 1 && column < kMaximoColumns.size();
    const bool isOfPoint = object.kind == Kind::Point && (isIn(kPointAttributes, upper) || isIn(kPointEdges, upper));
    if (!hasColumn && !isOfPoint)
        return;
    if (m_bytes > kMaxBytes) {
        ++m_beyond;
        return;
    }
    const std::string_view kept = cutText(value, kLongestValue);
    m_bytes += kept.size();
    if (hasColumn)
        object.row[column] = kept;
    if (isOfPoint)
        object.raw[upper] = kept;
}

void MaximoOrders::endObject()
{
    if (!m_open.empty())
        m_open.pop_back();
}

// The errors of a point and whether it passed; where it does not say so, a sheet that passed says it of all its points.
void MaximoOrders::completePoint(Object& point)
{
    const auto raw = [&](const char* name) {
        const auto found = point.raw.find(name);
        return found == point.raw.end() ? std::string_view() : std::string_view(found->second);
    };
    const PointErrors errors =
        pointErrors({raw("INPUTVALUE"), raw("OUTPUTVALUE"), raw("ASFOUNDINPUT"), raw("ASFOUNDOUTPUT"),
                        raw("ASFOUNDERROR1"), raw("ASLEFTINPUT"), raw("ASLEFTOUTPUT"), raw("ASLEFTERROR1"),
                        raw("PROCESSEU"), raw("INSTRCALRANGEEU"), raw("INSTROUTRANGEEU")},
            '.');
    Row& row = point.row;
    at(row, "NOMINAL") = raw("INPUTVALUE");
    at(row, "ASFOUNDERROR") = errors.found;
    at(row, "ASLEFTERROR") = errors.left;
    at(row, "UNIT") = errors.unit;
    at(row, "TOLLOWER") = raw("ASFOUNDTOL1LOWER");
    at(row, "TOLUPPER") = raw("ASFOUNDTOL1UPPER");
    const Object* sheet = point.sheet == 0 ? nullptr : &m_rows[point.sheet - 1];
    const auto verdict = [&](const char* pass, const char* fail, const char* status) -> std::string {
        if (const auto failed = isPointFailed(raw(pass), raw(fail)))
            return *failed ? "FAIL" : "PASS";
        const bool hasPassed = sheet != nullptr && isPointFailed(sheet->row[columnOf(status)], {}) == false;
        return hasPassed ? "PASS" : "";
    };
    at(row, "ASFOUND") = verdict("ASFOUNDPASS", "ASFOUNDFAIL", "ASFOUNDCALSTATUS");
    at(row, "ASLEFT") = verdict("ASLEFTPASS", "ASLEFTFAIL", "ASLEFTCALSTATUS");
    if (sheet == nullptr)
        return;
    for (const char* shared : {"NOADJMADE", "REVIEWER", "ASSETNUM"})
        inherit(at(row, shared), sheet->row[columnOf(shared)]);
}

// What an outer object says for all inside it counts against the limit each time: a few long values may have many
// heirs.
void MaximoOrders::inherit(std::string& value, const std::string& from)
{
    if (!value.empty() || from.empty())
        return;
    if (m_bytes + from.size() > kMaxBytes) {
        ++m_beyond;
        return;
    }
    m_bytes += from.size();
    value = from;
}

// The status of the order since its date, once more.
bool MaximoOrders::isInHistory(const Object& status) const
{
    const auto same = [&](const char* of, const char* own) {
        return status.row[columnOf(of)] == m_order.row[columnOf(own)];
    };
    return status.kind == Kind::Status && same("STATUS", "STATUS") && same("CHANGEDATE", "STATUSDATE");
}

void MaximoOrders::endOrder(CsvWriter& rows)
{
    ++m_read;
    if (at(m_order.row, "WONUM").empty()) {
        ++m_unread["WORKORDER without WONUM"];
        return;
    }
    at(m_order.row, "record") = kRecords[0];
    if (std::any_of(m_rows.begin(), m_rows.end(), [&](const Object& object) { return isInHistory(object); }))
        at(m_order.row, "STATUSDATE").clear();
    rows.row(m_order.row);
    for (Object& object : m_rows) {
        if (object.kind == Kind::Point)
            completePoint(object);
        // On the order, this attribute is the class of failures, and not what failed.
        else if (object.kind == Kind::Failure)
            std::swap(at(object.row, "REPORTCODE"), at(object.row, "FAILURECODE"));
        for (const std::string_view column : kInherited)
            inherit(at(object.row, column), m_order.row[columnOf(column)]);
        at(object.row, "record") = kRecords[static_cast<std::size_t>(object.kind)];
        rows.row(object.row);
    }
}

std::string MaximoOrders::unread() const
{
    std::string out;
    for (const auto& [name, count] : m_unread)
        out += (out.empty() ? "" : ", ") + name + " (" + std::to_string(count) + ")";
    if (m_beyond > 0)
        out += (out.empty() ? "" : ", ") + std::to_string(m_beyond) + " beyond the limit of one order";
    return out;
}

} // namespace antecedent::importers
