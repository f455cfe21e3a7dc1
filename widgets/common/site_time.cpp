// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/site_time.h"

#include "widgets/common/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace antecedent::widgets {

namespace {

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kMinute = 60 * kSecond;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;

QString monthName(int month)
{
    static constexpr std::array<const char*, 12> kMonths{QT_TRANSLATE_NOOP("SiteTime", "Jan"),
        QT_TRANSLATE_NOOP("SiteTime", "Feb"), QT_TRANSLATE_NOOP("SiteTime", "Mar"),
        QT_TRANSLATE_NOOP("SiteTime", "Apr"), QT_TRANSLATE_NOOP("SiteTime", "May"),
        QT_TRANSLATE_NOOP("SiteTime", "Jun"), QT_TRANSLATE_NOOP("SiteTime", "Jul"),
        QT_TRANSLATE_NOOP("SiteTime", "Aug"), QT_TRANSLATE_NOOP("SiteTime", "Sep"),
        QT_TRANSLATE_NOOP("SiteTime", "Oct"), QT_TRANSLATE_NOOP("SiteTime", "Nov"),
        QT_TRANSLATE_NOOP("SiteTime", "Dec")};
    return QCoreApplication::translate("SiteTime", kMonths[static_cast<std::size_t>(month - 1)]);
}

QString two(int number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

} // namespace

SiteTime::SiteTime(Zone zone)
    : m_zone(std::move(zone))
{
}

std::int64_t SiteTime::offsetUs(Timestamp t) const
{
    return std::int64_t{m_zone.offsetAt(t).seconds} * kSecond;
}

QString SiteTime::date(Timestamp t) const
{
    const CivilTime c = usToCivil(t.time_since_epoch().count() + offsetUs(t));
    return QCoreApplication::translate("SiteTime", "%1 %2 %3", "day, month, year")
        .arg(c.day)
        .arg(monthName(c.month))
        .arg(c.year);
}

QString SiteTime::clock(Timestamp t, int digits) const
{
    const CivilTime c = usToCivil(t.time_since_epoch().count() + offsetUs(t));
    QString out = two(c.hour) + QLatin1Char(':') + two(c.minute) + QLatin1Char(':') + two(c.second);
    if (digits > 0)
        out += QLatin1Char('.') + QStringLiteral("%1").arg(c.microsecond, 6, 10, QLatin1Char('0')).left(digits);
    return out;
}

QString SiteTime::full(Timestamp t, int digits) const
{
    return date(t) + QLatin1Char(' ') + clock(t, digits);
}

QString SiteTime::full(const TimeValue& t) const
{
    if (!t.known())
        return unknownText();
    switch (t.precision) {
    case TimePrecision::Day:
    case TimePrecision::Month:
    case TimePrecision::Year:
        return date(t.at());
    case TimePrecision::Hour:
    case TimePrecision::Minute:
        return date(t.at()) + QLatin1Char(' ') + clock(t.at()).left(5);
    default:
        return full(t.at(), precisionDigits(t.precision));
    }
}

QString SiteTime::zoneName() const
{
    return toQString(m_zone.name());
}

QString SiteTime::offset(Timestamp t) const
{
    const int minutes = m_zone.offsetAt(t).seconds / 60;
    if (minutes == 0)
        return QStringLiteral("UTC");
    const int size = std::abs(minutes);
    QString out = QStringLiteral("UTC%1%2").arg(minutes < 0 ? QChar(0x2212) : QLatin1Char('+')).arg(size / 60);
    if (size % 60 != 0)
        out += QLatin1Char(':') + two(size % 60);
    return out;
}

QString spanText(Duration span, bool isSigned)
{
    const std::int64_t us = span.count();
    const std::int64_t size = us < 0 ? -us : us;
    QString sign;
    if (us < 0)
        sign = QChar(0x2212);
    else if (isSigned && us > 0)
        sign = QLatin1Char('+');
    const auto with = [&](std::int64_t big, const QString& bigUnit, std::int64_t small, const QString& smallUnit) {
        const QString first = sign + QString::number(big) + QLatin1Char(' ') + bigUnit;
        return small == 0 ? first : first + QLatin1Char(' ') + QString::number(small) + QLatin1Char(' ') + smallUnit;
    };
    if (size >= 10 * kDay)
        return sign + numberText(static_cast<double>(size) / static_cast<double>(kDay), 'f', 1) + QStringLiteral(" d");
    if (size >= kDay)
        return with(size / kDay, QStringLiteral("d"), size % kDay / kHour, QStringLiteral("h"));
    if (size >= kHour)
        return with(size / kHour, QStringLiteral("h"), size % kHour / kMinute, QStringLiteral("min"));
    if (size >= kMinute)
        return with(size / kMinute, QStringLiteral("min"), size % kMinute / kSecond, QStringLiteral("s"));
    if (size % kSecond == 0)
        return sign + QString::number(size / kSecond) + QStringLiteral(" s");
    return sign + numberText(static_cast<double>(size) / static_cast<double>(kSecond), 'g', 4) + QStringLiteral(" s");
}

QString numberText(double value, char format, int digits)
{
    QString out = QString::number(value, format, digits);
    out.replace(QLatin1Char('.'), QLocale().decimalPoint());
    if (out.startsWith(QLatin1Char('-')))
        out.replace(0, 1, QChar(0x2212));
    return out;
}

QString countText(std::uint64_t count)
{
    QString out = QString::number(count);
    for (qsizetype at = out.size() - 3; at > 0; at -= 3)
        out.insert(at, QChar(0x202F));
    return out;
}

} // namespace antecedent::widgets
