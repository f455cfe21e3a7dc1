// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Turns the cells of one time column into UTC: format, zone rules, daylight-saving gap and fold; ` DST` or ` ST` behind
// a local time says on which side of the fold it is. Keeps the last day and
// the last zone stretch, so that millions of rows cost a few nanoseconds each. Threads: one per thread and column.

#include "importers/text/time_text.h"
#include "model/base/time.h"
#include "model/base/zone.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace antecedent::importers {

// What becomes of a local time that occurs twice.
enum class AmbiguousPolicy : std::uint8_t { Earlier, Later, Reject };
const char* ambiguousPolicyName(AmbiguousPolicy policy); // "earlier", "later", "reject"
std::optional<AmbiguousPolicy> ambiguousPolicyFromName(std::string_view name);

enum class TimeStatus : std::uint8_t {
    Ok,
    Empty,
    EmptyWord,
    Unreadable,
    MissingZone,
    Nonexistent, // in the gap at the start of daylight saving
    AmbiguousRejected, // in the fold, and the policy is to reject
    AmbiguousResolved, // in the fold, chosen by the policy; the value is set
};

class TimeReader
{
public:
    struct Settings
    {
        DateOrder order = DateOrder::Dmy;
        TimeForm form = TimeForm::Calendar;
        std::optional<Zone> zone; // for values without offset
        TimeBasis basis = TimeBasis::AssumedZone; // of values read with that zone
        AmbiguousPolicy ambiguous = AmbiguousPolicy::Earlier;
    };

    explicit TimeReader(Settings settings);
    TimeStatus read(std::string_view text, TimeValue& out);
    // What a row says besides the text of a time.
    struct RowRules
    {
        bool hasZone = false; // its own; basis ZoneRule
        const Zone* zone = nullptr; // nullptr: not known, and a local time is MissingZone
        std::optional<std::int64_t> notBefore; // local time as if UTC; a clock time before it is of the next day
    };
    TimeStatus readIn(std::string_view text, const RowRules& rules, TimeValue& out);

private:
    TimeStatus parse(std::string_view text, IsoTime& out);
    bool readFast(std::string_view text, IsoTime& out);
    bool readMinute(const char* p);
    TimeStatus fromLocal(const IsoTime& time, TimeValue& out);
    TimeStatus resolve(const IsoTime& time, const Zone& zone, TimeBasis basis, TimeValue& out);

    Settings m_settings;
    std::optional<bool> m_isDaylight; // what the text at hand says
    std::uint64_t m_dayHigh = 0; // the text of the last day, `YYYY-MM-` and `DD`
    std::uint16_t m_dayLow = 0;
    std::int64_t m_dayUs = 0;
    std::uint64_t m_minuteHigh = 0; // the text of the last minute, `YYYY-MM-` and `DDThh:mm`; 0: none
    std::uint64_t m_minuteLow = 0;
    std::int64_t m_minuteUs = 0;
    std::int64_t m_safeBegin = 0; // local times in [begin, end) have the offset below and are far from any change
    std::int64_t m_safeEnd = 0;
    std::int32_t m_safeOffset = 0; // seconds
};

} // namespace antecedent::importers
