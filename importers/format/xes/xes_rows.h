// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The rows of an event log on their way into its flat table. The columns are those that every log has, and one for each
// attribute key of the first rows; what has no column stands in `more` as key=value. Threads: one owner.

#include "importers/format/csv_writer.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace antecedent::importers {

enum class XesColumn : std::uint8_t {
    Record,
    Element,
    EndElement, // of the event that closes the interval
    Case,
    Activity,
    Instance,
    Lifecycle,
    Time,
    End,
    Resource,
    Batch,
    Category,
    Code, // the activity, without the category before it
    Severity,
    Text,
    Tag,
    Source,
    Id,
    Value,
    Events, // of a trace
};
inline constexpr std::array<std::string_view, 20> kXesColumns{"record", "element", "end element", "case:concept:name",
    "concept:name", "concept:instance", "lifecycle:transition", "time", "end", "org:resource", "batch", "category",
    "code", "severity", "text", "tag", "stream:source", "stream:id", "stream:value", "events"};

struct XesRow
{
    std::array<std::string, kXesColumns.size()> fixed;
    std::vector<std::pair<std::string, std::string>> attributes; // in order of the source
    std::uint64_t order = 0; // of the event in the log
    std::size_t bytes = 0; // of the texts
    std::uint32_t leftOut = 0; // attributes beyond what a row takes

    std::string& operator[](XesColumn column) { return fixed[static_cast<std::size_t>(column)]; }
    const std::string& operator[](XesColumn column) const { return fixed[static_cast<std::size_t>(column)]; }
    // The column that a key of the standard has, else an attribute; a repeated key gets its values joined.
    void set(std::string_view key, std::string_view value);
    const std::string* find(std::string_view key) const;
    std::string take(std::string_view key); // and removes it; empty: there is none
};

// Closes an interval: what the later event says besides stays with the row.
void mergeInto(XesRow& start, XesRow&& complete);

class XesRows
{
public:
    void add(XesRow&& row);
    // Writes what is there: nothing before enough rows came to know the columns, unless they are the last.
    void writeTo(CsvWriter& out, bool last);
    std::uint64_t leftOut() const { return m_leftOut; } // attributes

private:
    void writeHeadings(CsvWriter& out);
    void writeRow(CsvWriter& out, const XesRow& row) const;

    std::vector<XesRow> m_rows;
    std::size_t m_bytes = 0;
    std::uint64_t m_leftOut = 0;
    bool m_begun = false;
    std::vector<std::string> m_keys; // columns behind the fixed ones
};

} // namespace antecedent::importers
