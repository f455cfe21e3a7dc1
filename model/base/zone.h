// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Time zones by the IANA rules that come with the product (resources/zones), so that every system gives the same times;
// the machine's own zone and rules are never used. Source: TZif of RFC 8536 with POSIX TZ footer. Units: seconds for
// offsets (local minus UTC), microseconds for times. Threads: a Zone is an immutable value that is cheap to copy.

#include "model/base/result.h"
#include "model/base/time.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace antecedent {

// The stretch of time around an instant in which the offset does not change: [beginUs, endUs) in UTC.
struct ZoneOffset
{
    std::int32_t seconds = 0;
    std::int64_t beginUs = 0;
    std::int64_t endUs = 0;
};

// What a local time means: no instant (gap at the start of daylight saving), one, or two (fold at its end; the earlier
// one first).
struct LocalMatch
{
    int count = 0;
    std::int64_t utcUs[2] = {0, 0};
    std::int32_t offsetSeconds[2] = {0, 0};
};

class Zone
{
public:
    // The rules of one zone; defined in zone.cpp.
    struct Rules;

    Zone(); // UTC
    Zone(std::string name, std::shared_ptr<const Rules> rules);

    // IANA name or fixed offset as it was asked for; "UTC" for a default one.
    const std::string& name() const { return m_name; }
    ZoneOffset offsetAt(Timestamp utc) const;
    // `localUs`: a civil time as microseconds as if it were UTC (civilToUs).
    LocalMatch resolveLocal(std::int64_t localUs) const;

private:
    std::string m_name;
    std::shared_ptr<const Rules> m_rules;
};

// An IANA name (case ignored, aliases included), a name of Windows (windows_zones.h), "UTC", "Z", or a fixed offset
// "+01:00", "-0330", "+02", "UTC+1".
// Error UnknownZone otherwise.
Result<Zone> findZone(std::string_view name);
std::vector<std::string> zoneNames();
// Version of the bundled rules, as "2025b".
std::string zoneRulesVersion();

} // namespace antecedent
