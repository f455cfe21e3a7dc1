// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/format/journal/journal_time.h"

#include "importers/text/time_text.h"

#include <cstdlib>
#include <optional>

namespace antecedent::importers {

namespace {

constexpr std::int64_t kMinute = 60'000'000;

std::optional<IsoTime> timeOf(std::string_view text, DateOrder order)
{
    IsoTime out;
    if (parseTimeText(text, order, TimeForm::Calendar, out) != TimeText::Ok)
        return std::nullopt;
    return out;
}

std::string offsetText(std::int64_t minutes)
{
    const std::int64_t size = std::abs(minutes);
    std::string out = minutes < 0 ? "-" : "+";
    for (const std::int64_t part : {size / 60, size % 60}) {
        if (part < 10)
            out += '0';
        out += std::to_string(part);
        if (out.size() == 3)
            out += ':';
    }
    return out;
}

} // namespace

std::string journalTime(std::string_view gmt, std::string_view local)
{
    if (gmt.empty())
        return std::string(local);
    // Either order of day and month gives the same difference; one of them can be read.
    for (const DateOrder order : {DateOrder::Dmy, DateOrder::Mdy}) {
        const std::optional<IsoTime> utc = timeOf(gmt, order);
        if (!utc)
            continue;
        if (local.empty())
            return std::string(gmt) + (utc->hasOffset ? "" : "Z");
        const std::optional<IsoTime> here = timeOf(local, order);
        if (!here)
            continue;
        if (here->hasOffset)
            return std::string(local);
        const std::int64_t apart = here->us - utc->us;
        const std::int64_t half = (apart < 0 ? -15 : 15) * kMinute / 2;
        const std::int64_t quarters = (apart + half) / (15 * kMinute);
        if (std::abs(apart - quarters * 15 * kMinute) > kMinute || std::abs(quarters) > 14 * 4)
            continue;
        return std::string(local) + offsetText(quarters * 15);
    }
    return "GMT " + std::string(gmt) + " and local time " + std::string(local) + " do not agree";
}

} // namespace antecedent::importers
