// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/zone.h"

#include "model/base/posix_zone.h"
#include "model/base/text.h"
#include "model/base/windows_zones.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <span>

extern "C" const unsigned char antecedent_zoneinfo_begin[];
extern "C" const unsigned char antecedent_zoneinfo_end[];

namespace antecedent {

struct Zone::Rules
{
    std::vector<std::int64_t> transitions; // seconds UTC, ascending
    std::vector<std::int32_t> offsets; // one more than transitions: the offset before, then after each of them
    std::optional<PosixZone> footer; // rule after the last transition; none: the last offset stays
};

namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kForever = std::numeric_limits<std::int64_t>::max();

std::string_view zoneFile()
{
    return {reinterpret_cast<const char*>(antecedent_zoneinfo_begin), // NOLINT: linked bytes
        static_cast<std::size_t>(antecedent_zoneinfo_end - antecedent_zoneinfo_begin)};
}

std::uint32_t littleU32(std::string_view bytes, std::size_t pos)
{
    std::uint32_t out = 0;
    for (std::size_t i = 0; i < 4; ++i)
        out |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[pos + i])) << (8 * i);
    return out;
}

std::int64_t bigEndian(std::string_view bytes, std::size_t pos, std::size_t count)
{
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < count; ++i)
        out = (out << 8U) | static_cast<unsigned char>(bytes[pos + i]);
    return count == 4 ? static_cast<std::int32_t>(static_cast<std::uint32_t>(out)) : static_cast<std::int64_t>(out);
}

struct ZoneEntry
{
    std::string_view name;
    std::size_t offset = 0;
    std::size_t size = 0;
};

struct Catalogue
{
    std::string_view version;
    std::vector<ZoneEntry> entries;
    std::string_view data;
};

Catalogue readCatalogue()
{
    Catalogue out;
    const std::string_view file = zoneFile();
    std::size_t pos = 8;
    const std::size_t versionSize = littleU32(file, pos);
    out.version = file.substr(pos + 4, versionSize);
    pos += 4 + versionSize;
    const std::uint32_t count = littleU32(file, pos);
    pos += 4;
    out.entries.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto length = static_cast<unsigned char>(file[pos]);
        ZoneEntry entry;
        entry.name = file.substr(pos + 1, length);
        pos += 1 + static_cast<std::size_t>(length);
        entry.offset = littleU32(file, pos);
        entry.size = littleU32(file, pos + 4);
        pos += 8;
        out.entries.push_back(entry);
    }
    out.data = file.substr(pos);
    return out;
}

const Catalogue& catalogue()
{
    static const Catalogue kCatalogue = readCatalogue();
    return kCatalogue;
}

// The file is made by our own script from valid TZif data, so its counts are taken as they are.
std::shared_ptr<const Zone::Rules> readRules(std::string_view block)
{
    const auto count = [&](std::size_t index) { return static_cast<std::size_t>(bigEndian(block, 20 + index * 4, 4)); };
    const std::size_t isUtcCount = count(0);
    const std::size_t isStdCount = count(1);
    const std::size_t leapCount = count(2);
    const std::size_t timeCount = count(3);
    const std::size_t typeCount = count(4);
    const std::size_t charCount = count(5);
    auto rules = std::make_shared<Zone::Rules>();
    const std::size_t times = 44;
    const std::size_t indices = times + timeCount * 8;
    const std::size_t types = indices + timeCount;
    const auto offsetOfType = [&](std::size_t type) {
        return static_cast<std::int32_t>(bigEndian(block, types + type * 6, 4));
    };
    rules->offsets.push_back(typeCount > 0 ? offsetOfType(0) : 0);
    for (std::size_t i = 0; i < timeCount; ++i) {
        const std::int32_t offset = offsetOfType(static_cast<unsigned char>(block[indices + i]));
        if (offset == rules->offsets.back())
            continue; // a change of name or of the daylight-saving flag only
        rules->transitions.push_back(bigEndian(block, times + i * 8, 8));
        rules->offsets.push_back(offset);
    }
    std::string_view footer =
        block.substr(types + typeCount * 6 + charCount + leapCount * 12 + isStdCount + isUtcCount);
    footer = trimmed(footer);
    if (!footer.empty())
        rules->footer = PosixZone::parse(footer);
    return rules;
}

std::shared_ptr<const Zone::Rules> fixedRules(std::int32_t seconds)
{
    auto rules = std::make_shared<Zone::Rules>();
    rules->offsets.push_back(seconds);
    return rules;
}

std::optional<std::int32_t> fixedOffset(std::string_view text)
{
    for (const std::string_view prefix : {"UTC", "GMT"})
        if (text.size() > 3 && equalsIgnoreCase(text.substr(0, 3), prefix))
            text.remove_prefix(3);
    if (text.size() < 2 || (text[0] != '+' && text[0] != '-'))
        return std::nullopt;
    const bool negative = text[0] == '-';
    text.remove_prefix(1);
    int hours = 0;
    int minutes = 0;
    const std::size_t colon = text.find(':');
    const std::size_t hourDigits = colon != std::string_view::npos ? colon : std::min<std::size_t>(2, text.size());
    const auto number = [](std::string_view digits, int& out) {
        const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
        return status == std::errc() && end == digits.data() + digits.size() && out >= 0;
    };
    if (hourDigits == 0 || hourDigits > 2 || !number(text.substr(0, hourDigits), hours))
        return std::nullopt;
    std::string_view rest = text.substr(hourDigits);
    if (!rest.empty() && rest[0] == ':') {
        rest.remove_prefix(1);
        if (rest.empty())
            return std::nullopt;
    }
    if (!rest.empty() && (rest.size() != 2 || !number(rest, minutes)))
        return std::nullopt;
    if (hours > 18 || minutes > 59)
        return std::nullopt;
    const std::int32_t seconds = hours * 3600 + minutes * 60;
    return negative ? -seconds : seconds;
}

} // namespace

Zone::Zone()
    : Zone("UTC", fixedRules(0))
{
}

Zone::Zone(std::string name, std::shared_ptr<const Rules> rules)
    : m_name(std::move(name))
    , m_rules(std::move(rules))
{
}

ZoneOffset Zone::offsetAt(Timestamp utc) const
{
    const std::int64_t us = utc.time_since_epoch().count();
    const std::int64_t second = us >= 0 ? us / kSecond : -((-us + kSecond - 1) / kSecond);
    const auto& times = m_rules->transitions;
    const auto next = std::upper_bound(times.begin(), times.end(), second);
    const auto index = static_cast<std::size_t>(next - times.begin());
    const std::int64_t lastEnd = times.empty() ? std::numeric_limits<std::int64_t>::min() / kSecond : times.back();
    if (next == times.end() && m_rules->footer && m_rules->footer->hasDaylightSaving()) {
        const PosixZone::Stretch stretch = m_rules->footer->at(second);
        return {stretch.offset, std::max(stretch.begin, lastEnd) * kSecond, stretch.end * kSecond};
    }
    ZoneOffset out;
    out.seconds = m_rules->offsets[index];
    out.beginUs = index == 0 ? std::numeric_limits<std::int64_t>::min() : times[index - 1] * kSecond;
    out.endUs = next == times.end() ? kForever : *next * kSecond;
    return out;
}

LocalMatch Zone::resolveLocal(std::int64_t localUs) const
{
    // All offsets lie within a day of UTC, and no two transitions that matter are closer than the search below.
    constexpr std::int64_t kDay = 86'400 * kSecond;
    LocalMatch out;
    std::int64_t at = localUs - kDay;
    while (at <= localUs + kDay) {
        const ZoneOffset stretch = offsetAt(Timestamp(Duration(at)));
        const std::int64_t utc = localUs - stretch.seconds * kSecond;
        if (utc >= stretch.beginUs && utc < stretch.endUs && out.count < 2) {
            out.utcUs[out.count] = utc;
            out.offsetSeconds[out.count] = stretch.seconds;
            ++out.count;
        }
        if (stretch.endUs == kForever)
            break;
        at = stretch.endUs;
    }
    return out;
}

Result<Zone> findZone(std::string_view name)
{
    const std::string_view wanted = trimmed(name);
    if (wanted == "Z" || equalsIgnoreCase(wanted, "UTC"))
        return Zone();
    if (const auto offset = fixedOffset(wanted))
        return Zone(std::string(wanted), fixedRules(*offset));
    const std::string_view ofWindows = zoneOfWindows(wanted);
    for (const ZoneEntry& entry : catalogue().entries)
        if (equalsIgnoreCase(entry.name, ofWindows.empty() ? wanted : ofWindows))
            return Zone(std::string(entry.name), readRules(catalogue().data.substr(entry.offset, entry.size)));
    return Error{ErrorCode::UnknownZone, std::string(name), {}};
}

std::vector<std::string> zoneNames()
{
    std::vector<std::string> out;
    for (const ZoneEntry& entry : catalogue().entries)
        out.emplace_back(entry.name);
    return out;
}

std::string zoneRulesVersion()
{
    return std::string(catalogue().version);
}

} // namespace antecedent
