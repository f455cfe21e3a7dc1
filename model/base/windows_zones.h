// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Time zones by the names that Windows gives them, as in "W. Europe Standard Time": programs for Windows export them.
// Source: resources/zones/windows_zones.csv. Threads: pure.

#include <string_view>
#include <utility>
#include <vector>

namespace antecedent {

// The IANA name; the name of its daylight saving time ("W. Europe Daylight Time") stands for the zone, too. Case is
// ignored. Empty for any other name.
std::string_view zoneOfWindows(std::string_view name);
// All of them: the name of Windows and the IANA name.
const std::vector<std::pair<std::string_view, std::string_view>>& windowsZones();

} // namespace antecedent
