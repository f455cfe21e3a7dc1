// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/context/time_entry.h"

#include "widgets/common/text.h"

#include <QRegularExpression>

#include <cmath>

namespace antecedent::app {

using namespace widgets;

namespace {

std::optional<double> unitUs(const QString& unit)
{
    static constexpr std::pair<const char*, double> kUnits[] = {
        {"ms", 1e3}, {"s", 1e6}, {"sec", 1e6}, {"m", 60e6}, {"min", 60e6}, {"h", 3600e6}, {"d", 86400e6}};
    for (const auto& [name, us] : kUnits)
        if (unit == QLatin1String(name))
            return us;
    return std::nullopt;
}

std::optional<std::int64_t> distance(const QString& text)
{
    static const QRegularExpression part(QStringLiteral("\\G\\s*([0-9]+(?:[.,][0-9]+)?)\\s*([a-z]+)"));
    constexpr double kMost = 4e15; // more than a hundred years
    const bool isBefore = text.startsWith(QLatin1Char('-')) || text.startsWith(QChar(0x2212));
    const QString rest = isBefore || text.startsWith(QLatin1Char('+')) ? text.mid(1) : text;
    double sum = 0;
    qsizetype at = 0;
    while (at < rest.size()) {
        const QRegularExpressionMatch match = part.match(rest, at);
        const auto unit = match.hasMatch() ? unitUs(match.captured(2)) : std::nullopt;
        if (!unit)
            return std::nullopt;
        sum += match.captured(1).replace(QLatin1Char(','), QLatin1Char('.')).toDouble() * *unit;
        at = match.capturedEnd();
    }
    if (at == 0 || sum > kMost)
        return std::nullopt;
    return std::llround(isBefore ? -sum : sum);
}

} // namespace

std::optional<std::int64_t> enteredTime(const QString& text, const Zone& zone, std::optional<std::int64_t> anchorUs)
{
    const QString trimmed = text.trimmed();
    if (anchorUs && trimmed.compare(QLatin1String("t0"), Qt::CaseInsensitive) == 0)
        return anchorUs;
    if (anchorUs)
        if (const auto by = distance(trimmed.toLower()))
            return *anchorUs + *by;
    const auto iso = parseIso(toUtf8(trimmed));
    if (!iso)
        return std::nullopt;
    if (iso->hasOffset)
        return iso->us;
    const LocalMatch match = zone.resolveLocal(iso->us);
    return match.count > 0 ? std::optional(match.utcUs[0]) : std::nullopt;
}

QString typedForm(std::int64_t us, const SiteTime& times)
{
    const Timestamp at{Duration(us)};
    const std::string local = formatUtc(at + Duration(times.offsetUs(at)));
    return toQString(local).left(19).replace(QLatin1Char('T'), QLatin1Char(' '));
}

} // namespace antecedent::app
