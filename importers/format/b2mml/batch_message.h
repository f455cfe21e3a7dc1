// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An entry of a batch production record with its fields at hand. Private to batch_record and batch_events. Threads:
// one.

#include "importers/format/b2mml/batch_record.h"
#include "model/base/text.h"

namespace antecedent::importers {

inline std::string_view firstOf(std::string_view a, std::string_view b)
{
    return a.empty() ? b : a;
}

// Without the line breaks that one dialect writes as `\n`.
std::string plainText(std::string_view text);

// An event, and the entries that are built like it.
struct BatchRecord::Message
{
    Message(const XmlFragment& fragment, std::uint64_t at)
        : xml(&fragment)
        , line(at)
    {
        type = toLowerAscii(text("eventtype"));
        subType = toLowerAscii(text("eventsubtype"));
        entry = firstOf(text("entryid"), text("id"));
        time = text("timestamp");
        equipment = text("equipmentid");
        reference = text("proceduralelementreference");
        value = xml->childText(XmlFragment::root(), "value", "valuestring");
        unit = {};
        if (const auto node = xml->child(XmlFragment::root(), "value"); node != XmlFragment::kNone)
            unit = xml->childText(node, "unitofmeasure");
    }
    std::string_view text(std::string_view name) const { return xml->childText(XmlFragment::root(), name); }
    std::string_view otherValue(std::string_view name) const
    {
        const auto node = xml->child(XmlFragment::root(), name);
        return node == XmlFragment::kNone ? std::string_view{} : xml->attribute(node, "othervalue");
    }
    // A value that the site added, by its id without case.
    std::string_view userAttribute(std::string_view id) const
    {
        for (auto node = xml->child(XmlFragment::root(), "userattribute"); node != XmlFragment::kNone;
             node = xml->nextNamed(node, "userattribute"))
            if (equalsIgnoreCase(xml->childText(node, "attributeid"), id))
                return xml->childText(node, "value", "valuestring");
        return {};
    }
    StepStamp stamp() const { return {std::string(time), line}; }

    const XmlFragment* xml;
    std::uint64_t line;
    std::string type; // in lower case
    std::string subType;
    std::string_view entry;
    std::string_view time;
    std::string_view equipment;
    std::string_view reference;
    std::string_view value;
    std::string_view unit;
};

} // namespace antecedent::importers
