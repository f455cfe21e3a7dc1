// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/cursors.h"

#include <QStringList>

#include <algorithm>

namespace antecedent::widgets {

namespace {

constexpr std::int64_t kSecond = 1'000'000;

} // namespace

QString exactSpanText(Duration span)
{
    std::int64_t rest = span.count() < 0 ? -span.count() : span.count();
    QStringList parts;
    const std::pair<std::int64_t, const char*> units[] = {
        {86'400 * kSecond, "d"}, {3'600 * kSecond, "h"}, {60 * kSecond, "min"}};
    for (const auto& [size, name] : units) {
        if (rest >= size)
            parts << QString::number(rest / size) + QLatin1Char(' ') + QLatin1String(name);
        rest %= size;
    }
    if (rest > 0 || parts.isEmpty()) {
        QString seconds = QString::number(rest / kSecond);
        if (std::int64_t part = rest % kSecond; part > 0) {
            int digits = 6;
            for (; digits > 3 && part % 10 == 0; --digits) // milliseconds, or all six
                part /= 10;
            seconds += QLatin1Char('.') + QStringLiteral("%1").arg(part, digits, 10, QLatin1Char('0'));
        }
        parts << seconds + QStringLiteral(" s");
    }
    const QString text = parts.join(QLatin1Char(' '));
    return span.count() < 0 ? QChar(0x2212) + text : text;
}

std::optional<ValueRange> valueOf(const SampleTrace& trace, std::int64_t us)
{
    const Timestamp at{Duration(us)};
    const auto after = std::upper_bound(trace.columns.begin(), trace.columns.end(), at,
        [](Timestamp t, const SampleColumn& column) { return t < column.firstTime; });
    if (after == trace.columns.begin())
        return std::nullopt;
    const SampleColumn& column = *(after - 1);
    if (at == column.firstTime)
        return ValueRange{column.first, column.first};
    if (at < column.lastTime)
        return ValueRange{column.low, column.high};
    if (at - column.lastTime > std::max(trace.longestStep(), Duration(1)))
        return std::nullopt;
    return ValueRange{column.last, column.last};
}

QString rangeText(const ValueRange& range)
{
    return range.low < range.high
        ? numberText(range.low, 'g', 7) + QStringLiteral(" … ") + numberText(range.high, 'g', 7)
        : numberText(range.low, 'g', 7);
}

ValueRange difference(const ValueRange& a, const ValueRange& b)
{
    return {b.low - a.high, b.high - a.low};
}

QString cursorText(
    const Cursors& cursors, const SiteTime& times, const std::vector<std::pair<const Plot*, const SampleTrace*>>& plots)
{
    constexpr int kDigits = 3;
    QStringList head;
    const char* const names[] = {"A ", "B "};
    for (std::size_t i = 0; i < 2; ++i)
        if (cursors[i])
            head << QLatin1String(names[i]) + times.full(Timestamp(Duration(*cursors[i])), kDigits);
    if (cursors[0] && cursors[1])
        head << QStringLiteral("Δt ") + exactSpanText(Duration(*cursors[1] - *cursors[0]));
    QStringList lines{head.join(QStringLiteral("   "))};
    for (const auto& [plot, trace] : plots) {
        QStringList parts;
        std::array<std::optional<ValueRange>, 2> values;
        for (std::size_t i = 0; i < 2; ++i) {
            if (!cursors[i])
                continue;
            if (trace != nullptr)
                values[i] = valueOf(*trace, *cursors[i]);
            parts << QLatin1String(names[i]) + (values[i] ? rangeText(*values[i]) : unknownText());
        }
        if (values[0] && values[1])
            parts << QStringLiteral("Δy ") + rangeText(difference(*values[0], *values[1]));
        if (!parts.isEmpty())
            lines << plot->name + QStringLiteral(": ") + parts.join(QStringLiteral("  ")) + QLatin1Char(' ')
                    + plot->unit;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace antecedent::widgets
