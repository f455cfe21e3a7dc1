// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/pdf/line_breaker.h"

#include <algorithm>

namespace antecedent {

namespace {

bool isOneOf(QStringView word, std::initializer_list<QStringView> words)
{
    return std::any_of(words.begin(), words.end(), [&](QStringView w) { return word == w; });
}

class Breaker
{
public:
    Breaker(const QString& text, const std::function<double(qsizetype)>& widthOf, double lineWidth)
        : m_text(text)
        , m_lineWidth(lineWidth)
    {
        m_edges.reserve(static_cast<std::size_t>(text.size()) + 1);
        m_edges.push_back(0);
        for (qsizetype i = 0; i < text.size(); ++i)
            m_edges.push_back(m_edges.back() + widthOf(i));
    }

    std::vector<LineBreak> run()
    {
        qsizetype start = 0;
        while (width(start, m_text.size()) > m_lineWidth) {
            const LineBreak next = nextBreak(start);
            if (next.at >= m_text.size())
                break;
            m_breaks.push_back(next);
            start = next.at + (next.isSpace ? 1 : 0);
        }
        return std::move(m_breaks);
    }

private:
    double width(qsizetype from, qsizetype to) const
    {
        return m_edges[static_cast<std::size_t>(to)] - m_edges[static_cast<std::size_t>(from)];
    }
    bool isSpace(qsizetype i) const { return m_text[i] == QLatin1Char(' '); }

    // The word before or after the space at i.
    QStringView wordBefore(qsizetype i) const
    {
        qsizetype from = i;
        while (from > 0 && !isSpace(from - 1))
            --from;
        return QStringView(m_text).mid(from, i - from);
    }
    QStringView wordAfter(qsizetype i) const
    {
        qsizetype to = i + 1;
        while (to < m_text.size() && !isSpace(to))
            ++to;
        return QStringView(m_text).mid(i + 1, to - i - 1);
    }
    bool mayEndAt(qsizetype i) const
    {
        const QStringView before = wordBefore(i);
        const QStringView after = wordAfter(i);
        if (isOneOf(before, {u"=", u"<", u">", u"\u2264", u"\u2265", u"@", u"\u00b1"}))
            return false;
        if (after.startsWith(u'%') || (!after.isEmpty() && isOneOf(after.left(1), {u"=", u"<", u">", u"\u2264"})))
            return false;
        while (!after.isEmpty() && QStringView(u",.;:)").contains(after.back()))
            return mayEndBefore(before, after.chopped(1));
        return mayEndBefore(before, after);
    }
    static bool mayEndBefore(QStringView before, QStringView after)
    {
        const bool isNumber = !before.isEmpty() && before.back().isDigit();
        return !isNumber || !isOneOf(after, {u"h", u"d", u"s", u"min"});
    }

    LineBreak nextBreak(qsizetype start) const
    {
        // The last character that still fits; at least one.
        qsizetype end = start + 1;
        while (end < m_text.size() && width(start, end + 1) <= m_lineWidth)
            ++end;
        for (qsizetype i = std::min(end, m_text.size() - 1); i > start; --i)
            if (isSpace(i) && mayEndAt(i))
                return {i, true};
        for (qsizetype i = std::min(end, m_text.size() - 1); i > start; --i)
            if (isSpace(i))
                return {i, true};
        for (qsizetype i = end - 1; i > start; --i)
            if (QStringView(u"_:/.,-").contains(m_text[i]) && i + 1 < m_text.size())
                return {i + 1, false};
        while (end > start + 1 && (m_text[end].isLowSurrogate() || m_text[end].isMark()))
            --end;
        return {end, false};
    }

    const QString& m_text;
    double m_lineWidth;
    std::vector<double> m_edges;
    std::vector<LineBreak> m_breaks;
};

} // namespace

std::vector<LineBreak> lineBreaks(
    const QString& text, const std::function<double(qsizetype)>& widthOf, double lineWidth)
{
    return Breaker(text, widthOf, lineWidth).run();
}

} // namespace antecedent
