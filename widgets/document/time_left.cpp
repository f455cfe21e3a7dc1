// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/document/time_left.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

namespace {

constexpr std::int64_t kLeastMs = 2'000; // of work before anything is said
constexpr std::int64_t kWindowMs = 15'000; // that the speed is taken from
constexpr double kLeastFraction = 0.02;
constexpr double kMostJump = 4; // between the speeds of the two halves of the window

double speed(std::int64_t ms, double fraction)
{
    return ms > 0 ? fraction / static_cast<double>(ms) : 0;
}

} // namespace

void TimeLeft::add(std::int64_t atMs, double fraction)
{
    if (fraction < 0 || (!m_points.empty() && fraction < m_points.back().fraction))
        m_points.clear();
    if (fraction < 0)
        return;
    m_points.push_back({atMs, fraction});
    while (m_points.size() > 2 && m_points[1].atMs <= atMs - kWindowMs)
        m_points.pop_front();
}

std::optional<std::int64_t> TimeLeft::leftMs() const
{
    if (m_points.size() < 3)
        return std::nullopt;
    const Point& first = m_points.front();
    const Point& last = m_points.back();
    const std::int64_t lasted = last.atMs - first.atMs;
    const double done = last.fraction - first.fraction;
    if (lasted < kLeastMs || done < kLeastFraction)
        return std::nullopt;
    const auto half = std::lower_bound(m_points.begin(), m_points.end(), first.atMs + lasted / 2,
        [](const Point& point, std::int64_t at) { return point.atMs < at; });
    const double before = speed(half->atMs - first.atMs, half->fraction - first.fraction);
    const double after = speed(last.atMs - half->atMs, last.fraction - half->fraction);
    const bool isSteady = before > 0 && after > 0 && after < before * kMostJump && before < after * kMostJump;
    if (!isSteady)
        return std::nullopt;
    return std::llround((1 - last.fraction) / speed(lasted, done));
}

QString timeLeftText(std::int64_t leftMs)
{
    const auto say = [](const char* text, std::int64_t number) {
        return QCoreApplication::translate("TimeLeft", text).arg(number);
    };
    constexpr std::int64_t kSecond = 1'000;
    constexpr std::int64_t kMinute = 60 * kSecond;
    constexpr std::int64_t kHour = 60 * kMinute;
    if (leftMs < 8 * kSecond)
        return QCoreApplication::translate("TimeLeft", "a few seconds left");
    if (leftMs < 55 * kSecond)
        return say(QT_TRANSLATE_NOOP("TimeLeft", "about %1 s left"), (leftMs + 5 * kSecond) / (10 * kSecond) * 10);
    if (leftMs < 90 * kMinute)
        return say(QT_TRANSLATE_NOOP("TimeLeft", "about %1 min left"),
            std::max<std::int64_t>(1, (leftMs + kMinute / 2) / kMinute));
    return say(QT_TRANSLATE_NOOP("TimeLeft", "about %1 h left"), (leftMs + kHour / 2) / kHour);
}

} // namespace antecedent::widgets
