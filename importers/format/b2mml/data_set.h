// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A DataSet of a batch production record (a trend) as tags and samples. Times are absolute, or relative to the start of
// the set: a duration (`PT10S`, `90s`, `0:01:30`), a number of seconds, or a time counted from OffsetTime. A relative
// time that can't be resolved is left as it is written, so that its row is rejected and shown. Threads: one.

#include "importers/format/b2mml/b2mml_row.h"
#include "importers/format/b2mml/xml_fragment.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace antecedent::importers {

class DataSet
{
public:
    explicit DataSet(B2mmlRows& rows)
        : m_rows(&rows)
    {
    }
    void setStart(std::string_view startTime) { m_start = startTime; }
    void takeTimeSpecification(const XmlFragment& specification);
    void takeTag(const XmlFragment& tag, std::uint64_t line);
    void takeOrder(const XmlFragment& order, std::uint64_t line);
    void takeBlock(const XmlFragment& block, std::uint64_t line);

private:
    std::string timeOf(std::string_view text) const;
    void addSample(std::string_view time, std::string_view index, std::string_view value, std::string_view quality,
        std::uint64_t line);

    B2mmlRows* m_rows;
    std::string m_start;
    std::string m_offset;
    bool m_isRelative = false;
    std::vector<std::string> m_order; // tag indices as they were specified
    std::map<std::string, std::string, std::less<>> m_tags; // by index
};

// Microseconds of `PT1H2M3.5S`, `P1DT2H`, of the short forms, or of a number of seconds; nullopt otherwise.
std::optional<std::int64_t> relativeTimeOf(std::string_view text);
// `start` moved by that time, with its offset; empty if it is no time.
std::string movedTime(std::string_view start, std::int64_t us);

} // namespace antecedent::importers
