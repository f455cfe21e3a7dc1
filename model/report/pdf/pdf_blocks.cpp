// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/pdf/pdf_blocks.h"

#include <QtGui/QPainterPath>
#include <QtGui/QPen>

#include <algorithm>
#include <cmath>

namespace antecedent {

namespace {

constexpr double u(double points)
{
    return points * kUnitsPerPoint;
}

QColor colourOf(Ink ink)
{
    return QColor(QLatin1String(inkHex(ink)));
}

QPen penOf(Ink ink, double width, Dash dash)
{
    if (ink == Ink::None)
        return QPen(Qt::NoPen);
    QPen pen(colourOf(ink), u(width), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (dash == Dash::Dashed)
        pen.setDashPattern({5 / width, 3 / width});
    else if (dash == Dash::Dotted)
        pen.setDashPattern({1 / width, 2 / width});
    return pen;
}

void rule(QPainter& painter, double left, double right, double y, double width, Ink ink)
{
    painter.setPen(penOf(ink, width, Dash::Solid));
    painter.drawLine(QPointF(left, y), QPointF(right, y));
}

struct DrawingPainter
{
    QPainter& painter;
    const PdfFonts& fonts;
    double x;
    double y;

    QPointF at(Point p) const { return {x + u(p.x), y + u(p.y)}; }

    void operator()(const PathItem& item) const
    {
        QPainterPath path;
        for (std::size_t i = 0; i < item.points.size(); ++i)
            i == 0 ? path.moveTo(at(item.points[i])) : path.lineTo(at(item.points[i]));
        if (item.isClosed)
            path.closeSubpath();
        painter.setPen(penOf(item.stroke, item.width, item.dash));
        painter.setBrush(item.fill == Ink::None ? QBrush(Qt::NoBrush) : QBrush(colourOf(item.fill)));
        painter.drawPath(path);
    }
    void operator()(const CircleItem& item) const
    {
        painter.setPen(penOf(item.stroke, item.width, Dash::Solid));
        painter.setBrush(item.fill == Ink::None ? QBrush(Qt::NoBrush) : QBrush(colourOf(item.fill)));
        painter.drawEllipse(at(item.centre), u(item.radius), u(item.radius));
    }
    void operator()(const TextItem& item) const
    {
        const Run run{item.text, item.isStrong ? RunStyle::Strong : RunStyle::Plain};
        const double width = item.anchor == TextAnchor::Start ? 0 : fonts.width(run, item.size);
        const double shift = item.anchor == TextAnchor::End ? width : width / 2;
        painter.setPen(colourOf(item.ink));
        if (!item.isVertical) {
            fonts.draw(painter, at(item.at) - QPointF(shift, 0), run, item.size);
            return;
        }
        painter.save();
        painter.translate(at(item.at));
        painter.rotate(-90);
        fonts.draw(painter, QPointF(-shift, 0), run, item.size);
        painter.restore();
    }
};

class PieceMaker
{
public:
    PieceMaker(const PdfFonts& fonts, double width)
        : m_fonts(fonts)
        , m_width(width)
    {
    }

    std::vector<Piece> take() { return std::move(m_pieces); }

    void operator()(const TitleBlock& block)
    {
        lines(block.title, {20, 26, Align::Left, true, false}, u(6), true);
        lines(block.subtitle, {11, 15, Align::Left, false, false}, u(2), true);
        lines(block.status, {9.5, 13.5, Align::Left, true, false}, u(4), false);
    }
    void operator()(const Heading& block)
    {
        const double size = block.level == 1 ? 14 : block.level == 2 ? 11 : 9.5;
        lines(block.text, {size, size * 1.32, Align::Left, true, false}, u(block.level == 1 ? 18 : 12), true);
        m_pieces.back().height += u(3);
    }
    void operator()(const Paragraph& block)
    {
        switch (block.style) {
        case ParagraphStyle::Body:
            return lines(block.text, {}, u(5), block.text.plain().ends_with(':')); // with what it announces
        case ParagraphStyle::Lead:
            return lines(block.text, {10.5, 15, Align::Left, false, false}, u(5), false);
        case ParagraphStyle::Small:
            return lines(block.text, {8.3, 11.5, Align::Left, false, true}, u(4), false);
        case ParagraphStyle::Item:
            return item(block.text);
        }
    }
    void operator()(const KeyValues& block)
    {
        const double nameWidth = m_width * 0.27;
        bool isFirst = true;
        for (const auto& [name, value] : block.rows) {
            const TextBlock left = layOut(m_fonts, name, {8.6, 12, Align::Left, false, true}, nameWidth - u(8));
            const TextBlock right = layOut(m_fonts, value, {8.6, 12, Align::Left, false, false}, m_width - nameWidth);
            for (std::size_t line = 0; line < std::max(left.lines, right.lines); ++line) {
                Piece piece;
                piece.spaceBefore = line == 0 ? u(isFirst ? 6 : 2.5) : 0;
                piece.height = u(12);
                // A short table stays whole, a long one breaks between its rows.
                const bool isLastLine = line + 1 == std::max(left.lines, right.lines);
                piece.keepWithNext = block.rows.size() <= 12 || !isLastLine;
                piece.paint = [left, right, line, nameWidth](QPainter& painter, double y) {
                    if (line < left.lines)
                        left.paintLine(painter, line, 0, y);
                    if (line < right.lines)
                        right.paintLine(painter, line, nameWidth, y);
                };
                m_pieces.push_back(std::move(piece));
            }
            isFirst = false;
        }
        space(4);
    }
    void operator()(const VerdictBox& block)
    {
        RichText words;
        words.strong(block.head).add(" ");
        words.runs.insert(words.runs.end(), block.text.runs.begin(), block.text.runs.end());
        const TextBlock text = layOut(m_fonts, words, {}, m_width - u(28));
        Piece piece;
        piece.spaceBefore = u(8);
        piece.height = text.height() + u(14);
        piece.paint = [text, width = m_width, height = piece.height](QPainter& painter, double y) {
            painter.setPen(penOf(Ink::Black, 0.8, Dash::Solid));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(QRectF(u(0.4), y + u(0.4), width - u(0.8), height - u(0.8)));
            painter.fillRect(QRectF(0, y, u(5), height), QColor(Qt::black));
            text.paintAll(painter, u(14), y + u(7));
        };
        m_pieces.push_back(std::move(piece));
        space(3);
    }
    void operator()(const Figure& block)
    {
        Piece piece;
        piece.spaceBefore = u(8);
        piece.height = u(block.drawing.height);
        piece.keepWithNext = true;
        piece.mayFloat = true;
        piece.paint = [drawing = &block.drawing, fonts = &m_fonts](
                          QPainter& painter, double y) { paintDrawing(painter, *fonts, *drawing, 0, y); };
        m_pieces.push_back(std::move(piece));
        caption(block.caption, u(6));
    }
    void operator()(const PageBreak&) { m_breakNext = true; }
    void operator()(const Table& block);

    void finishBlock(std::size_t first)
    {
        if (m_breakNext && first < m_pieces.size()) {
            m_pieces[first].startsPage = true;
            m_breakNext = false;
        }
    }
    std::size_t count() const { return m_pieces.size(); }

private:
    void space(double points)
    {
        Piece piece;
        piece.height = u(points);
        m_pieces.push_back(std::move(piece));
        // An invisible piece must not be the only one on a page: it goes with what stands above it.
        if (m_pieces.size() > 1)
            m_pieces[m_pieces.size() - 2].keepWithNext = true;
    }
    // A paragraph line by line; never one line alone at the end or beginning of a page.
    void lines(const RichText& text, const TextStyle& style, double before, bool keepWithNext)
    {
        const TextBlock block = layOut(m_fonts, text, style, m_width);
        for (std::size_t line = 0; line < block.lines; ++line) {
            Piece piece;
            piece.spaceBefore = line == 0 ? before : 0;
            piece.height = block.lineHeight;
            piece.keepWithNext =
                line + 1 < block.lines ? keepWithNext || line == 0 || line + 2 == block.lines : keepWithNext;
            piece.paint = [block, line](QPainter& painter, double y) { block.paintLine(painter, line, 0, y); };
            m_pieces.push_back(std::move(piece));
        }
    }
    void item(const RichText& text)
    {
        const TextBlock block = layOut(m_fonts, text, {}, m_width - u(12));
        for (std::size_t line = 0; line < block.lines; ++line) {
            Piece piece;
            piece.spaceBefore = line == 0 ? u(3) : 0;
            piece.height = block.lineHeight;
            piece.keepWithNext = line + 1 < block.lines && (line == 0 || line + 2 == block.lines);
            piece.paint = [block, line](QPainter& painter, double y) {
                if (line == 0) {
                    painter.setPen(Qt::NoPen);
                    painter.setBrush(QColor(Qt::black));
                    painter.drawEllipse(QPointF(u(4), y + block.lineHeight / 2), u(1.3), u(1.3));
                }
                block.paintLine(painter, line, u(12), y);
            };
            m_pieces.push_back(std::move(piece));
        }
    }
    void caption(const RichText& text, double before)
    {
        if (text.runs.empty())
            return;
        const std::size_t first = m_pieces.size();
        lines(text, {8.3, 11.5, Align::Left, false, true}, before, true);
        if (m_pieces.size() > first)
            m_pieces.back().keepWithNext = false;
        space(6);
    }
    std::vector<double> columnEdges(const Table& block) const;
    std::shared_ptr<const Piece> tableHeader(const Table& block, const std::vector<double>& edges) const;
    void tableRow(const Table& block, const Row& row, const std::vector<double>& edges,
        const std::shared_ptr<const Piece>& header);

    const PdfFonts& m_fonts;
    double m_width;
    std::vector<Piece> m_pieces;
    bool m_breakNext = false;
};

constexpr double kCellPadding = 3.5;

std::vector<double> PieceMaker::columnEdges(const Table& block) const
{
    double fixed = 0;
    double weights = 0;
    for (const Column& column : block.columns) {
        fixed += u(column.fixedWidth);
        weights += column.fixedWidth > 0 ? 0 : column.weight;
    }
    std::vector<double> edges{0};
    for (const Column& column : block.columns)
        edges.push_back(edges.back()
            + (column.fixedWidth > 0 ? u(column.fixedWidth)
                                     : std::max(0.0, m_width - fixed) * column.weight / weights));
    return edges;
}

std::shared_ptr<const Piece> PieceMaker::tableHeader(const Table& block, const std::vector<double>& edges) const
{
    std::vector<TextBlock> titles;
    double height = 0;
    for (std::size_t c = 0; c < block.columns.size(); ++c) {
        const TextStyle style{block.size, block.size * 1.32, block.columns[c].align, true, false};
        titles.push_back(layOut(m_fonts, block.columns[c].title, style, edges[c + 1] - edges[c] - u(2 * kCellPadding)));
        const bool hasFigure = c < block.figureHeader.size() && !block.figureHeader[c].figure.empty();
        height = std::max(height, hasFigure ? u(block.figureHeader[c].figure.front().height) : titles.back().height());
    }
    auto header = std::make_shared<Piece>();
    header->height = height + u(7);
    header->paint = [&block, fonts = &m_fonts, titles, edges, height, width = m_width](QPainter& painter, double y) {
        rule(painter, 0, width, y + u(0.7), 1.4, Ink::Black);
        for (std::size_t c = 0; c < titles.size(); ++c) {
            if (c < block.figureHeader.size() && !block.figureHeader[c].figure.empty()) {
                const Drawing& figure = block.figureHeader[c].figure.front();
                paintDrawing(painter, *fonts, figure, edges[c], y + u(4) + height - u(figure.height));
            } else {
                titles[c].paintAll(painter, edges[c] + u(kCellPadding), y + u(4) + height - titles[c].height());
            }
        }
        rule(painter, 0, width, y + height + u(6.6), 0.8, Ink::Black);
    };
    return header;
}

// One row; a very tall one is cut into pieces of some lines each, so that it can go over pages.
void PieceMaker::tableRow(
    const Table& block, const Row& row, const std::vector<double>& edges, const std::shared_ptr<const Piece>& header)
{
    constexpr std::size_t kLinesPerPiece = 24;
    const double leading = block.size * 1.32;
    std::vector<TextBlock> cells;
    std::size_t lineCount = 1;
    double figureHeight = 0;
    for (std::size_t c = 0; c < row.cells.size() && c < block.columns.size(); ++c) {
        const double right = row.isGroup ? edges.back() : edges[c + 1];
        const TextStyle style{block.size, leading, row.isGroup ? Align::Left : block.columns[c].align,
            row.isStrong || row.isGroup, false};
        cells.push_back(layOut(m_fonts, row.cells[c].text, style, right - edges[c] - u(2 * kCellPadding)));
        lineCount = std::max(lineCount, cells.back().lines);
        if (!row.cells[c].figure.empty())
            figureHeight = std::max(figureHeight, u(row.cells[c].figure.front().height));
        if (row.isGroup)
            break;
    }
    for (std::size_t first = 0; first < lineCount; first += kLinesPerPiece) {
        const std::size_t last = std::min(lineCount, first + kLinesPerPiece);
        const bool isEnd = last == lineCount;
        Piece piece;
        piece.repeatedHeader = header;
        const double top = first == 0 ? u(row.isGroup ? 5 : 2.6) : 0;
        const double textHeight = static_cast<double>(last - first) * u(leading);
        piece.height = std::max(top + textHeight + (isEnd ? u(2.6) : 0), figureHeight);
        piece.keepWithNext = row.isGroup;
        piece.paint = [&row, fonts = &m_fonts, cells, edges, first, last, top, isEnd, leading, height = piece.height,
                          width = m_width](QPainter& painter, double y) {
            for (std::size_t c = 0; c < cells.size(); ++c) {
                if (!row.cells[c].figure.empty()) {
                    const Drawing& figure = row.cells[c].figure.front();
                    paintDrawing(painter, *fonts, figure, edges[c], y + (height - u(figure.height)) / 2);
                    continue;
                }
                for (std::size_t line = first; line < last && line < cells[c].lines; ++line)
                    cells[c].paintLine(painter, line, edges[c] + u(kCellPadding),
                        y + top + static_cast<double>(line - first) * u(leading));
            }
            if (isEnd)
                rule(painter, 0, width, y + height, 0.4, Ink::Light);
        };
        m_pieces.push_back(std::move(piece));
    }
}

void PieceMaker::operator()(const Table& block)
{
    const std::vector<double> edges = columnEdges(block);
    const auto header = tableHeader(block, edges);
    Piece first = *header;
    first.spaceBefore = u(8);
    first.keepWithNext = true;
    m_pieces.push_back(std::move(first));
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        tableRow(block, block.rows[i], edges, header);
        // No page begins or ends with one row of a table alone.
        if (block.rows.size() > 3 && (i == 0 || i + 2 == block.rows.size()))
            m_pieces.back().keepWithNext = true;
    }
    m_pieces.back().keepWithNext = true;
    if (block.caption.runs.empty())
        space(6);
    else
        caption(block.caption, u(5));
}

} // namespace

void paintDrawing(QPainter& painter, const PdfFonts& fonts, const Drawing& drawing, double x, double y)
{
    const DrawingPainter drawer{painter, fonts, x, y};
    for (const DrawingItem& item : drawing.items)
        std::visit(drawer, item);
}

std::vector<Piece> piecesOf(const ReportDocument& document, const PdfFonts& fonts, double width)
{
    PieceMaker maker(fonts, width);
    for (const Block& block : document.blocks) {
        const std::size_t first = maker.count();
        std::visit([&](const auto& value) { maker(value); }, block);
        maker.finishBlock(first);
    }
    return maker.take();
}

} // namespace antecedent
