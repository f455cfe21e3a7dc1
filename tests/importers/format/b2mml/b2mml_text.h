// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// B2MML documents for tests, made from the schemas, and what becomes of them.

#include "importers/format/b2mml/b2mml_table.h"
#include "tests/importers/support/flat_lines.h"

#include <string>

namespace antecedent::importers::test {

inline std::string readB2mml(const std::string& text, bool withElement = false)
{
    MemorySource bytes(text);
    return readFlat<B2mmlTable>(kB2mmlColumnNames, bytes, withElement);
}

inline std::string inRecord(const std::string& content)
{
    return "<?xml version=\"1.0\"?><BatchProductionRecord xmlns=\"http://www.mesa.org/xml/B2MML\"><ID>BPR-1</ID>"
           "<BatchID>L2404</BatchID>"
        + content + "</BatchProductionRecord>";
}

// An event of the record; `fields` stand behind its types.
inline std::string eventOf(
    const std::string& time, const std::string& type, const std::string& subType, const std::string& fields)
{
    return "<Event><EntryID>17</EntryID><ObjectType>Event</ObjectType><TimeStamp>2026-03-29T" + time
        + "</TimeStamp><EventType>" + type + "</EventType><EventSubType>" + subType + "</EventSubType>" + fields
        + "</Event>";
}

inline std::string stateChange(const std::string& time, const std::string& state, const std::string& reference,
    const std::string& equipment = "MIX-101", const std::string& type = "Procedural Execution")
{
    return eventOf(time, type, "State Change",
        (equipment.empty() ? "" : "<EquipmentID>" + equipment + "</EquipmentID>") + "<Value><ValueString>" + state
            + "</ValueString></Value><ProceduralElementReference>" + reference + "</ProceduralElementReference>");
}

} // namespace antecedent::importers::test
