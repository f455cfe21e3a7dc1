// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a record has to do with others: links that its sources state (work order and deviation, cleaning and batch,
// installation and work order, records of the failed batch), and those that are only near in time and place, marked as
// computed. Threads: pure.

#include "widgets/document/investigation_data.h"

#include <QString>

namespace antecedent::widgets {

// A record (position in UnifiedEvents) or a failure (position in InvestigationData::failures).
struct LinkEnd
{
    bool isFailure = false;
    std::uint32_t index = 0;
    auto operator<=>(const LinkEnd&) const = default;
};

struct RecordLink
{
    LinkEnd from; // in the order of time
    LinkEnd to;
    bool isStated = false; // else computed
    QString words;
    bool operator==(const RecordLink&) const = default;
};

// Ascending by (from, to); at most some dozen. A computed link bridges at most a week.
std::vector<RecordLink> linksOf(const InvestigationData& data, const LinkEnd& end);

} // namespace antecedent::widgets
