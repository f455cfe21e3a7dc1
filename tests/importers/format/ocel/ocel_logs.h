// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Small object-centric logs in their three forms, and what becomes of them.

#include "tests/importers/format/read_format.h"
#include "tests/importers/support/case_folder.h"
#include "tests/importers/support/read_text.h"

#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent::importers::test {

// One small log in the three forms.
inline const std::string kJson = R"({"objectTypes":[{"name":"Batch","attributes":[{"name":"product","type":"string"}]},
 {"name":"Unit","attributes":[{"name":"status","type":"string"}]},{"name":"Invoice","attributes":[]}],
"eventTypes":[{"name":"Heat","attributes":[{"name":"target","type":"float"}]}],
"objects":[
 {"id":"L1","type":"Batch","attributes":[{"name":"product","time":"1970-01-01T00:00:00Z","value":"P\u00e4ste \u0022x\u0022"}],
  "relationships":[{"objectId":"I1","qualifier":"billed by"}]},
 {"id":"R-1","type":"Unit","attributes":[{"name":"status","time":"1970-01-01T00:00:00Z","value":"clean"},
  {"name":"status","time":"2026-03-01T10:30:00Z","value":"dirty"}]},
 {"id":"I1","type":"Invoice"}],
"events":[
 {"id":"e1","type":"Heat","time":"2026-03-01T10:00:00Z","attributes":[{"name":"target","value":80.0}],
  "relationships":[{"objectId":"R-1","qualifier":"executed on"},{"objectId":"L1","qualifier":"of"}]},
 {"id":"e2","type":"Bill","time":"2026-03-02T10:00:00Z","relationships":[{"objectId":"I1","qualifier":"made"}]}]})";

inline const std::string kXml = R"(<?xml version="1.0" encoding="UTF-8"?>
<log><object-types><object-type name="Batch"/></object-types><event-types><event-type name="Heat"/></event-types>
<events><event id="e1" type="Heat" time="2026-03-01T10:00:00Z"><attributes><attribute name="target">80</attribute>
</attributes><objects><relationship object-id="L1" qualifier="of"/><relationship object-id="R-1" qualifier="executed on"/>
</objects></event><event id="e2" type="Bill" time="2026-03-02T10:00:00Z"><attributes/><objects>
<relationship object-id="I1" qualifier="made"/></objects></event></events>
<objects><object id="L1" type="Batch"><attributes><attribute name="product"
 time="1970-01-01T00:00:00Z">P&#228;ste "x"</attribute></attributes><objects><relationship object-id="I1"
 qualifier="billed by"/></objects></object><object id="R-1" type="Unit"><attributes><attribute name="status"
 time="1970-01-01T00:00:00Z">clean</attribute><attribute name="status" time="2026-03-01T10:30:00Z">dirty</attribute>
</attributes></object><object id="I1" type="Invoice"/></objects></log>)";

inline std::string sqliteOf(const std::string& sql)
{
    sqlite3* database = nullptr;
    sqlite3_open(":memory:", &database);
    char* problem = nullptr;
    sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &problem);
    if (problem != nullptr)
        qFatal("%s", problem);
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(database, "main", &size, 0);
    std::string out(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    sqlite3_free(bytes);
    sqlite3_close(database);
    return out;
}

inline const std::string kTables =
    "CREATE TABLE event(ocel_id TEXT, ocel_type TEXT);"
    "CREATE TABLE object(ocel_id TEXT, ocel_type TEXT);"
    "CREATE TABLE event_map_type(ocel_type TEXT, ocel_type_map TEXT);"
    "CREATE TABLE object_map_type(ocel_type TEXT, ocel_type_map TEXT);"
    "CREATE TABLE event_object(ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);"
    "CREATE TABLE object_object(ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier REAL);";

inline std::string sqliteLog()
{
    return sqliteOf(kTables
        + "INSERT INTO event_map_type VALUES('Heat','HeatUp'),('Bill','Bill');"
          "INSERT INTO object_map_type VALUES('Batch','Batch'),('Unit','Unit'),('Invoice','Invoice');"
          "CREATE TABLE event_HeatUp(ocel_id TEXT, ocel_time TIMESTAMP, target REAL);"
          "CREATE TABLE event_Bill(ocel_id TEXT, ocel_time TIMESTAMP);"
          "CREATE TABLE object_Batch(ocel_id TEXT, product TEXT);"
          "CREATE TABLE object_Unit(ocel_id TEXT, ocel_time TEXT, ocel_changed_field TEXT, status TEXT);"
          "CREATE TABLE object_Invoice(ocel_id TEXT, ocel_time TEXT);"
          "INSERT INTO event VALUES('e2','Bill'),('e1','Heat');"
          "INSERT INTO event_Bill VALUES('e2','2026-03-02 10:00:00+00:00');"
          "INSERT INTO event_HeatUp VALUES('e1','2026-03-01 10:00:00', 80.0);"
          "INSERT INTO object VALUES('L1','Batch'),('I1','Invoice'),('R-1','Unit');"
          "INSERT INTO object_Batch VALUES('L1','P\xC3\xA4ste \"x\"');"
          "INSERT INTO object_Unit VALUES('R-1','1970-01-01 01:00:00',NULL,'clean'),"
          "('R-1','2026-03-01 10:30:00','status','dirty');"
          "INSERT INTO event_object VALUES('e1','R-1','executed on'),('e1','L1','of'),('e2','I1','made');"
          "INSERT INTO object_object VALUES('L1','I1','billed by');");
}

inline Reading readLog(const std::string& bytes, const std::string& zone = "UTC")
{
    return readBytes(bytes, inZone(zone), 1U << 20U, 1U << 20U, TextSource::kBlockBytes, "log");
}

// Without their places, in a fixed order.
inline std::vector<std::string> factsOf(const Reading& reading)
{
    std::vector<std::string> out;
    for (const std::string& record : reading.records) {
        std::string fact = record.substr(0, record.rfind(" @"));
        for (const std::string_view word : {" assumed", ".000"}) // how a time was written
            for (std::size_t at = fact.find(word); at != std::string::npos; at = fact.find(word))
                fact.erase(at, word.size());
        out.push_back(fact);
    }
    std::sort(out.begin(), out.end());
    return out;
}

inline std::size_t countOf(const std::string& text, std::string_view what)
{
    std::size_t out = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
        ++out;
    return out;
}

} // namespace antecedent::importers::test
