// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A work order of IBM Maximo as its interfaces give it, an object with objects inside, as rows of one flat table: the
// order, its failure reports (FAILUREREPORT), its status history (WOSTATUS), its calibration data sheets (PLUSCWODS)
// and their points (PLUSCWODSPOINT). What an inner object leaves out is that of the order. Names of objects and
// attributes are compared without case and prefix. Memory: one order, at most kMaxRows inner objects and kMaxBytes of
// their values. Threads: one.

#include "importers/format/csv_writer.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers {

inline constexpr std::array<std::string_view, 42> kMaximoColumns{"record", "element", "WONUM", "SITEID", "DESCRIPTION",
    "ASSETNUM", "LOCATION", "WORKTYPE", "STATUS", "STATUSDATE", "REPORTDATE", "REPORTEDBY", "ACTSTART", "ACTFINISH",
    "FAILURECODE", "PROBLEMCODE", "WOPRIORITY", "PMNUM", "JPNUM", "TARGCOMPDATE", "FAILDATE", "LEAD", "INSPECTOR",
    "CHANGEBY", "CHANGEDATE", "PLUSCNEXTDATE", "PARENT", "TYPE", "REPORTCODE", "ASFOUNDCALSTATUS", "ASLEFTCALSTATUS",
    "NOADJMADE", "REVIEWER", "POINT", "NOMINAL", "ASFOUNDERROR", "ASLEFTERROR", "TOLLOWER", "TOLUPPER", "UNIT",
    "ASFOUND", "ASLEFT"};

class MaximoOrders
{
public:
    static constexpr std::size_t kMaxRows = 20'000;
    static constexpr std::size_t kMaxBytes = std::size_t{32} << 20U;
    static constexpr std::size_t kLongestValue = 20'000; // bytes; what is beyond is cut off

    void beginOrder(std::string place);
    void beginObject(std::string_view name);
    void attribute(std::string_view name, std::string_view value);
    void endObject();
    // Whether a name is that of an object that is read, wherever it stands in the order.
    static bool isObject(std::string_view name);
    // An order without WONUM gives no rows and is counted as not read.
    void endOrder(CsvWriter& rows);
    std::uint64_t read() const { return m_read; } // orders that have ended
    // What is not read, by name: "LABTRANS (3), 2 beyond the limit of one order"; empty: none.
    std::string unread() const;

private:
    using Row = std::array<std::string, kMaximoColumns.size()>;
    enum class Kind : std::uint8_t { Order, Failure, Status, Sheet, Point, Other };
    struct Object
    {
        Kind kind = Kind::Other;
        Row row;
        std::map<std::string, std::string> raw; // attributes of a point
        std::size_t sheet = 0; // of a point: its sheet in m_rows, from 1
    };
    static Kind kindOf(std::string_view name);
    static std::string& at(Row& row, std::string_view column);
    void completePoint(Object& point);
    void inherit(std::string& value, const std::string& from);
    bool isInHistory(const Object& status) const;

    Object m_order;
    std::vector<Object> m_rows; // inner objects that have ended or are open
    std::vector<std::size_t> m_open; // places in m_rows from 1; 0: an object that is not read
    std::map<std::string, std::uint64_t> m_unread;
    std::uint64_t m_beyond = 0;
    std::uint64_t m_read = 0;
    std::size_t m_bytes = 0; // of the values of the order at hand
};

} // namespace antecedent::importers
