// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/figures/scale.h"

#include "model/report/svg.h"

#include <array>
#include <chrono>
#include <cmath>

namespace antecedent {

namespace {

CivilTime localOf(Timestamp t, const Zone& zone)
{
    return usToCivil(t.time_since_epoch().count() + static_cast<std::int64_t>(zone.offsetAt(t).seconds) * 1'000'000);
}

std::string twoDigits(int value)
{
    return (value < 10 ? "0" : "") + std::to_string(value);
}

} // namespace

Duration niceTimeStep(Duration length, int most)
{
    using namespace std::chrono;
    static constexpr std::array<std::int64_t, 21> kMinutes{
        1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440, 2880, 4320, 10080, 20160, 43200, 86400, 259200, 525600};
    for (const std::int64_t step : kMinutes)
        if (length.count() / (step * 60'000'000) <= most)
            return minutes(step);
    const std::int64_t year = std::int64_t{525600} * 60'000'000;
    return Duration(year * (length.count() / (year * most) + 1));
}

std::string relativeText(Duration offset)
{
    const std::int64_t us = offset.count();
    if (us == 0)
        return "0";
    const double seconds = std::abs(static_cast<double>(us)) / 1e6;
    const std::string sign = us < 0 ? "\u2212" : "+";
    if (seconds < 120)
        return sign + fixedNumber(seconds, seconds < 10 ? 1 : 0) + " s";
    if (seconds < 2 * 3600)
        return sign + fixedNumber(seconds / 60, 0) + " min";
    if (seconds <= 14 * 86400)
        return sign + fixedNumber(seconds / 3600, 1) + " h";
    return sign + fixedNumber(seconds / 86400, 1) + " d";
}

std::string relativeText(Duration offset, Duration step)
{
    const std::string sign = offset.count() < 0 ? "\u2212" : "+";
    const double seconds = std::abs(toSeconds(offset));
    if (offset.count() == 0)
        return "0";
    if (step >= std::chrono::hours(48))
        return sign + fixedNumber(seconds / 86400, 1) + " d";
    if (step >= std::chrono::minutes(30))
        return sign + fixedNumber(seconds / 3600, 1) + " h";
    return sign + fixedNumber(seconds / 60, 1) + " min";
}

std::string spanText(Duration length)
{
    const double hours = toSeconds(length) / 3600;
    if (hours < 2)
        return fixedNumber(hours * 60, 0) + " min";
    if (hours <= 72)
        return fixedNumber(hours, hours < 10 ? 1 : 0) + " h";
    return fixedNumber(hours / 24, 1) + " d";
}

std::string dateText(Timestamp t, const Zone& zone, bool withYear)
{
    static constexpr std::array<const char*, 12> kMonths{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const CivilTime civil = localOf(t, zone);
    std::string out = std::to_string(civil.day) + " " + kMonths[static_cast<std::size_t>(civil.month - 1)];
    return withYear ? out + " " + std::to_string(civil.year) : out;
}

Phrase dayPhrase(Timestamp t, const Zone& zone, bool withYear)
{
    const CivilTime civil = localOf(t, zone);
    const std::string day = twoDigits(civil.month) + "-" + twoDigits(civil.day);
    return date(dateText(t, zone, withYear), withYear ? std::to_string(civil.year) + "-" + day : day);
}

std::string clockText(Timestamp t, const Zone& zone, bool withSeconds)
{
    const CivilTime civil = localOf(t, zone);
    std::string out = twoDigits(civil.hour) + ":" + twoDigits(civil.minute);
    return withSeconds ? out + ":" + twoDigits(civil.second) : out;
}

std::string offsetText(Timestamp t, const Zone& zone)
{
    const int minutes = zone.offsetAt(t).seconds / 60;
    if (minutes == 0)
        return "UTC";
    const int size = std::abs(minutes);
    return std::string("UTC") + (minutes < 0 ? "\u2212" : "+") + twoDigits(size / 60) + ":" + twoDigits(size % 60);
}

Timestamp nextMidnight(Timestamp t, const Zone& zone)
{
    constexpr std::int64_t kDay = 86'400'000'000;
    const std::int64_t offset = static_cast<std::int64_t>(zone.offsetAt(t).seconds) * 1'000'000;
    const std::int64_t local = t.time_since_epoch().count() + offset;
    const std::int64_t day = local >= 0 ? (local + kDay - 1) / kDay : local / kDay;
    // The offset at that midnight may be another one.
    const Timestamp guess{Duration(day * kDay - offset)};
    return Timestamp(Duration(day * kDay - static_cast<std::int64_t>(zone.offsetAt(guess).seconds) * 1'000'000));
}

} // namespace antecedent
