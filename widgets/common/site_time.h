// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Times as the window shows them: `13 Apr 2025 03:52:51` in the zone of the site or in UTC, with as many digits as the
// source has; spans as `−4 h 50 min`. Unknown is a dash. Threads: immutable values.

#include "model/base/zone.h"

#include <QString>

namespace antecedent::widgets {

class SiteTime
{
public:
    SiteTime() = default; // UTC
    explicit SiteTime(Zone zone);

    QString date(Timestamp t) const; // 13 Apr 2025
    QString clock(Timestamp t, int digits = 0) const; // 03:52:51
    QString full(Timestamp t, int digits = 0) const; // 13 Apr 2025 03:52:51
    QString full(const TimeValue& t) const; // as exact as the source states it
    QString zoneName() const; // Europe/Vienna
    QString offset(Timestamp t) const; // UTC+2
    std::int64_t offsetUs(Timestamp t) const; // local minus UTC
    const Zone& zone() const { return m_zone; }

private:
    Zone m_zone;
};

// `−4 h 50 min`, `+12 s`, `5.6 d`; two units at most. With `isSigned` zero is `0 s` and plus is written.
QString spanText(Duration span, bool isSigned);
// With the decimal mark of the window's language and a true minus; `format` and `digits` as in QString::number().
QString numberText(double value, char format, int digits);
// Thousands by narrow spaces: 5 762.
QString countText(std::uint64_t count);
inline QString unknownText()
{
    return QStringLiteral("–");
}

} // namespace antecedent::widgets
