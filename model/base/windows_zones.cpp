// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/windows_zones.h"

#include "model/base/text.h"

#include <string>

extern "C" const unsigned char antecedent_windows_zones_begin[], antecedent_windows_zones_end[];

namespace antecedent {

namespace {

std::vector<std::pair<std::string_view, std::string_view>> readZones()
{
    const std::string_view all(reinterpret_cast<const char*>(antecedent_windows_zones_begin), // NOLINT: linked bytes
        static_cast<std::size_t>(antecedent_windows_zones_end - antecedent_windows_zones_begin));
    std::vector<std::pair<std::string_view, std::string_view>> out;
    for (const std::string_view line : split(all, '\n')) {
        const std::size_t comma = line.find(',');
        if (!line.starts_with('#') && comma != std::string_view::npos)
            out.emplace_back(trimmed(line.substr(0, comma)), trimmed(line.substr(comma + 1)));
    }
    return out;
}

} // namespace

const std::vector<std::pair<std::string_view, std::string_view>>& windowsZones()
{
    static const std::vector<std::pair<std::string_view, std::string_view>> kZones = readZones();
    return kZones;
}

std::string_view zoneOfWindows(std::string_view name)
{
    std::string wanted(name);
    constexpr std::string_view kDaylight = "daylight time";
    if (const std::size_t at = toLowerAscii(wanted).find(kDaylight); at != std::string::npos)
        wanted.replace(at, kDaylight.size(), "Standard Time");
    for (const auto& [windows, iana] : windowsZones())
        if (equalsIgnoreCase(windows, wanted))
            return iana;
    return {};
}

} // namespace antecedent
