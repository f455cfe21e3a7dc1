// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Text with the bundled fonts: faces, glyph coverage, line breaking, painting. Sizes are points, coordinates units of
// 1/20 point. Characters that the regular face lacks come from the fixed-pitch one; what neither has, and controls that
// change the direction of text, are printed as their code, [U+4E2D], so that no text is lost or disguised.

#include "model/report/document.h"

#include <QtCore/QString>
#include <QtGui/QFont>
#include <QtGui/QPainter>
#include <QtGui/QRawFont>
#include <QtGui/QTextLayout>

#include <memory>
#include <vector>

namespace antecedent {

inline constexpr double kUnitsPerPoint = 20;

class PdfFonts
{
public:
    // Loads the bundled fonts into the font database; needs a QGuiApplication. isValid() tells whether that worked.
    PdfFonts();
    ~PdfFonts();
    PdfFonts(const PdfFonts&) = delete;
    PdfFonts& operator=(const PdfFonts&) = delete;

    bool isValid() const { return m_raw[0].isValid() && m_raw[1].isValid() && m_raw[2].isValid(); }
    QFont font(RunStyle style, double size) const;
    // The text cut where the face changes; `style` Fixed marks what comes from the fixed-pitch face.
    struct Segment
    {
        QString text;
        RunStyle style;
    };
    std::vector<Segment> segments(const Run& run) const;
    double width(const Run& run, double size) const;
    // One line, `at` on the base line.
    void draw(QPainter& painter, QPointF at, const Run& run, double size) const;

private:
    bool covers(RunStyle style, char32_t code) const;

    QString m_families[3];
    QRawFont m_raw[3];
};

// Rich text broken into lines of a width.
struct TextBlock
{
    std::shared_ptr<QTextLayout> layout;
    double lineHeight = 0;
    std::size_t lines = 0;

    double height() const { return static_cast<double>(lines) * lineHeight; }
    void paintLine(QPainter& painter, std::size_t line, double x, double y) const;
    void paintAll(QPainter& painter, double x, double y) const;
};

struct TextStyle
{
    double size = 9.5; // points
    double leading = 13.5; // points from line to line
    Align align = Align::Left;
    bool isStrong = false;
    bool isGrey = false;
};

TextBlock layOut(const PdfFonts& fonts, const RichText& text, const TextStyle& style, double width);

} // namespace antecedent
