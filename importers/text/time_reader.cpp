// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/time_reader.h"

#include "model/base/text.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace antecedent::importers {

namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kDay = 86'400 * kSecond;

// Value of two digits, or a number beyond 99 if they are none.
unsigned twoDigits(const char* p)
{
    const auto high = static_cast<unsigned>(static_cast<unsigned char>(p[0])) - '0';
    const auto low = static_cast<unsigned>(static_cast<unsigned char>(p[1])) - '0';
    return high > 9 || low > 9 ? 1000U : high * 10 + low;
}

// Takes ` DST` or ` ST` from the end of a text.
std::optional<bool> takeDaylight(std::string_view& text)
{
    for (const std::string_view mark : {" DST", " ST"}) {
        if (text.size() > mark.size() && text.ends_with(mark)) {
            text.remove_suffix(mark.size());
            return mark == " DST";
        }
    }
    return std::nullopt;
}

void setValue(const IsoTime& time, std::int64_t utcUs, std::int32_t offsetSeconds, TimeBasis basis, TimeValue& out)
{
    out.utcUs = utcUs;
    out.offsetMinutes = static_cast<std::int16_t>(offsetSeconds / 60);
    out.precision = time.precision;
    out.basis = basis;
    out.ambiguous = false;
}

} // namespace

const char* ambiguousPolicyName(AmbiguousPolicy policy)
{
    return policy == AmbiguousPolicy::Earlier ? "earlier" : policy == AmbiguousPolicy::Later ? "later" : "reject";
}

std::optional<AmbiguousPolicy> ambiguousPolicyFromName(std::string_view name)
{
    for (const auto policy : {AmbiguousPolicy::Earlier, AmbiguousPolicy::Later, AmbiguousPolicy::Reject})
        if (equalsIgnoreCase(name, ambiguousPolicyName(policy)))
            return policy;
    return std::nullopt;
}

TimeReader::TimeReader(Settings settings)
    : m_settings(std::move(settings))
{
}

// `YYYY-MM-DD[T| ]hh:mm` (16 characters), if it is not the minute read last.
bool TimeReader::readMinute(const char* p)
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    std::memcpy(&high, p, 8);
    std::memcpy(&low, p + 8, 8);
    if (high == m_minuteHigh && low == m_minuteLow)
        return true;
    std::uint16_t day = 0;
    std::memcpy(&day, p + 8, 2);
    if (high != m_dayHigh || day != m_dayLow) {
        const auto parsed = parseIso(std::string_view(p, 10));
        if (!parsed)
            return false;
        m_dayHigh = high;
        m_dayLow = day;
        m_dayUs = parsed->us;
    }
    const unsigned hour = twoDigits(p + 11);
    const unsigned minute = twoDigits(p + 14);
    if ((p[10] != 'T' && p[10] != ' ') || p[13] != ':' || hour > 23 || minute > 59)
        return false;
    m_minuteHigh = high;
    m_minuteLow = low;
    m_minuteUs = m_dayUs + (hour * 60 + minute) * kMinute;
    return true;
}

// `YYYY-MM-DD[T| ]hh:mm:ss[.fff][Z]` in the minute that is the last one seen: nearly every row of a large export.
bool TimeReader::readFast(std::string_view text, IsoTime& out)
{
    if (text.size() < 19 || !readMinute(text.data()))
        return false;
    const char* p = text.data();
    const unsigned second = twoDigits(p + 17);
    if (p[16] != ':' || second > 59)
        return false;
    std::int64_t fraction = 0;
    std::size_t at = 19;
    out.precision = TimePrecision::Second;
    if (text.size() >= 23 && p[19] == '.') {
        const unsigned tens = twoDigits(p + 20);
        const auto ones = static_cast<unsigned>(static_cast<unsigned char>(p[22])) - '0';
        if (tens > 99 || ones > 9)
            return false;
        fraction = (tens * 10 + ones) * std::int64_t{1000};
        out.precision = TimePrecision::Decimal3;
        at = 23;
    }
    out.offsetMinutes = 0;
    out.hasOffset = at != text.size();
    if (at + 6 == text.size() && (p[at] == '+' || p[at] == '-') && p[at + 3] == ':') {
        const unsigned hours = twoDigits(p + at + 1);
        const unsigned minutes = twoDigits(p + at + 4);
        if (hours > 18 || minutes > 59)
            return false;
        const auto offset = static_cast<std::int16_t>(hours * 60 + minutes);
        out.offsetMinutes = p[at] == '-' ? static_cast<std::int16_t>(-offset) : offset;
    } else if (out.hasOffset && (at + 1 != text.size() || p[at] != 'Z')) {
        return false;
    }
    out.us = m_minuteUs + second * kSecond + fraction - out.offsetMinutes * kMinute;
    return out.us != 0;
}

TimeStatus TimeReader::resolve(const IsoTime& time, const Zone& zone, TimeBasis basis, TimeValue& out)
{
    const LocalMatch match = zone.resolveLocal(time.us);
    if (match.count == 0)
        return TimeStatus::Nonexistent;
    if (match.count == 1) {
        setValue(time, match.utcUs[0], match.offsetSeconds[0], basis, out);
        return TimeStatus::Ok;
    }
    if (m_isDaylight) { // the clock is put back from it: it comes first
        const std::size_t said = *m_isDaylight ? 0 : 1;
        setValue(time, match.utcUs[said], match.offsetSeconds[said], basis, out);
        return TimeStatus::Ok;
    }
    if (m_settings.ambiguous == AmbiguousPolicy::Reject)
        return TimeStatus::AmbiguousRejected;
    const std::size_t chosen = m_settings.ambiguous == AmbiguousPolicy::Later ? 1 : 0;
    setValue(time, match.utcUs[chosen], match.offsetSeconds[chosen], basis, out);
    out.ambiguous = true;
    return TimeStatus::AmbiguousResolved;
}

TimeStatus TimeReader::fromLocal(const IsoTime& time, TimeValue& out)
{
    if (!m_settings.zone)
        return TimeStatus::MissingZone;
    if (time.us >= m_safeBegin && time.us < m_safeEnd) {
        setValue(time, time.us - m_safeOffset * kSecond, m_safeOffset, m_settings.basis, out);
        return TimeStatus::Ok;
    }
    const TimeStatus status = resolve(time, *m_settings.zone, m_settings.basis, out);
    if (status == TimeStatus::Ok) {
        // A day's distance from both changes is more than any two offsets differ.
        const ZoneOffset stretch = m_settings.zone->offsetAt(out.at());
        constexpr std::int64_t kFar = std::numeric_limits<std::int64_t>::max() / 4;
        const std::int64_t begin = std::max(stretch.beginUs, -kFar) + 2 * kDay;
        const std::int64_t end = std::min(stretch.endUs, kFar) - 2 * kDay;
        if (begin < end) {
            m_safeBegin = begin;
            m_safeEnd = end;
            m_safeOffset = stretch.seconds;
        }
    }
    return status;
}

TimeStatus TimeReader::parse(std::string_view text, IsoTime& out)
{
    if (m_settings.form == TimeForm::Calendar && readFast(text, out))
        return TimeStatus::Ok;
    const TimeText kind = parseTimeText(text, m_settings.order, m_settings.form, out);
    return kind == TimeText::Ok       ? TimeStatus::Ok
        : kind == TimeText::Empty     ? TimeStatus::Empty
        : kind == TimeText::EmptyWord ? TimeStatus::EmptyWord
                                      : TimeStatus::Unreadable;
}

TimeStatus TimeReader::read(std::string_view text, TimeValue& out)
{
    return readIn(text, {}, out);
}

TimeStatus TimeReader::readIn(std::string_view text, const RowRules& rules, TimeValue& out)
{
    out = TimeValue{};
    IsoTime time;
    m_isDaylight = takeDaylight(text);
    if (const TimeStatus status = parse(text, time); status != TimeStatus::Ok)
        return status;
    if (rules.notBefore && time.precision < TimePrecision::Day) {
        const std::int64_t local = time.us + time.offsetMinutes * kMinute;
        if (local < *rules.notBefore && local + kDay > *rules.notBefore)
            time.us += kDay;
    }
    if (time.hasOffset) {
        setValue(time, time.us, time.offsetMinutes * 60, TimeBasis::ExplicitOffset, out);
        return TimeStatus::Ok;
    }
    if (!rules.hasZone)
        return fromLocal(time, out);
    return rules.zone == nullptr ? TimeStatus::MissingZone : resolve(time, *rules.zone, TimeBasis::ZoneRule, out);
}

} // namespace antecedent::importers
