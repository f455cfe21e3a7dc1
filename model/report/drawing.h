// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A figure as data: paths, circles and texts in points (1/72 inch), x to the right, y downwards, drawn in the order of
// the list. Black, white and three greys only, all opaque, so that it prints in PDF/A-1 and loses nothing without
// colour. Hatches are made of lines when the figure is built, so that no renderer needs patterns or clipping. Threads:
// plain values.

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace antecedent {

enum class Ink : std::uint8_t { None, Black, Dark, Mid, Light, White };
enum class Dash : std::uint8_t { Solid, Dashed, Dotted };
enum class TextAnchor : std::uint8_t { Start, Middle, End };
enum class Hatch : std::uint8_t { None, Rising, Falling, Cross };

// "#333333" and the like; empty for None.
const char* inkHex(Ink ink);

struct Point
{
    double x = 0;
    double y = 0;
};

struct PathItem
{
    std::vector<Point> points;
    bool isClosed = false;
    Ink stroke = Ink::Black;
    Ink fill = Ink::None;
    double width = 0.7;
    Dash dash = Dash::Solid;
};

struct CircleItem
{
    Point centre;
    double radius = 3;
    Ink stroke = Ink::Black;
    Ink fill = Ink::None;
    double width = 0.7;
};

struct TextItem
{
    Point at; // on the base line
    std::string text; // UTF-8
    double size = 6.5;
    bool isStrong = false;
    TextAnchor anchor = TextAnchor::Start;
    bool isVertical = false; // reads upwards, rotated by -90 degrees about `at`
    Ink ink = Ink::Black;
};

using DrawingItem = std::variant<PathItem, CircleItem, TextItem>;

struct Box
{
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    bool overlaps(const Box& other) const
    {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};

struct Drawing
{
    double width = 0;
    double height = 0;
    std::string description; // for readers who cannot see it
    std::vector<DrawingItem> items;

    void line(Point from, Point to, double lineWidth = 0.7, Ink ink = Ink::Black, Dash dash = Dash::Solid);
    void polyline(std::vector<Point> points, double lineWidth = 0.7, Ink ink = Ink::Black, Dash dash = Dash::Solid);
    void polygon(std::vector<Point> points, Ink fill, Ink stroke = Ink::Black, double lineWidth = 0.7);
    void rect(
        const Box& box, Ink fill = Ink::None, Ink stroke = Ink::Black, double lineWidth = 0.7, Dash dash = Dash::Solid);
    void circle(Point centre, double radius, Ink fill = Ink::None, Ink stroke = Ink::Black, double lineWidth = 0.7);
    void text(Point at, std::string_view words, double size = 6.5, TextAnchor anchor = TextAnchor::Start,
        bool strong = false, Ink ink = Ink::Black);
    // Lines at 45 degrees inside a box, `step` points apart; no outline.
    void hatch(const Box& box, Hatch kind, double step = 3, Ink ink = Ink::Dark, double lineWidth = 0.5);
};

// Width in points of one line of text in the report's font, from the advance widths of resources/fonts (kerning left
// out). Characters outside Latin-1 count as 0.6 em.
double textWidth(std::string_view utf8, double size, bool strong = false);
// `text`, or its beginning with an ellipsis that fits into `width`; empty if not even three characters fit.
std::string fitText(std::string_view utf8, double width, double size, bool strong = false);
// The words of `text` on lines that fit into `width`, at most `most` of them; the last one is cut as by fitText().
std::vector<std::string> wrapText(
    std::string_view utf8, double width, double size, std::size_t most, bool strong = false);

} // namespace antecedent
