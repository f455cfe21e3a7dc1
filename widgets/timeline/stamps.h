// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Words and marks that every frame of a timeline repeats, shaped and drawn once, then only put in place. Where a
// painter makes vectors (SVG, PDF) they are drawn anew. Threads: GUI; one per widget.

#include "widgets/common/marks.h"

#include <QFont>
#include <QHash>
#include <QImage>
#include <QPainter>
#include <QStaticText>

namespace antecedent::widgets {

// Whether the painter writes pixels.
bool isRaster(const QPainter& painter);

class Stamps
{
public:
    // As QPainter::drawText at a base line, with the painter's font and pen.
    void write(QPainter& painter, const QPointF& base, const QString& words);
    // Within a rectangle, in the middle of its height.
    void write(QPainter& painter, const QRect& box, const QString& words);
    // As QFontMetrics::horizontalAdvance.
    int width(const QPainter& painter, const QString& words);
    // As paintMark; at most an eighth of a pixel off.
    void mark(QPainter& painter, MarkKind kind, const QPointF& centre, Theme theme);

private:
    struct Words
    {
        QStaticText text;
        int width = 0;
        double ascent = 0;
        double height = 0;
    };
    const Words& wordsOf(const QFont& font, const QString& words);

    QHash<std::pair<QFont, QString>, Words> m_words;
    QHash<std::uint64_t, QImage> m_marks;
};

} // namespace antecedent::widgets
