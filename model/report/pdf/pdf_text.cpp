// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/pdf/pdf_text.h"

#include "model/report/pdf/line_breaker.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QHash>
#include <QtGui/QFontDatabase>
#include <QtGui/QFontMetricsF>
#include <QtGui/QTextOption>

#include <array>
#include <cmath>
#include <mutex>

namespace antecedent {

namespace {

enum Face { Regular = 0, SemiBold = 1, Mono = 2 };

Face faceOf(RunStyle style)
{
    return style == RunStyle::Strong ? SemiBold : style == RunStyle::Fixed ? Mono : Regular;
}

const QColor kGrey(0x33, 0x33, 0x33);

bool isDirectionControl(char32_t code)
{
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F;
}

QString codeText(char32_t code)
{
    return QLatin1String("[U+")
        + QString::number(static_cast<uint>(code), 16).toUpper().rightJustified(4, QLatin1Char('0')) + QLatin1Char(']');
}

double sizeOfRun(RunStyle style, double size)
{
    return style == RunStyle::Mark ? size * 0.85 : style == RunStyle::Fixed ? size * 0.9 : size;
}

struct BundledFont
{
    QByteArray data;
    QString family;
};

std::array<BundledFont, 3> registered()
{
    const char* files[3] = {"NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf", "NotoSansMono-Regular.ttf"};
    std::array<BundledFont, 3> out;
    for (std::size_t face = 0; face < out.size(); ++face) {
        QFile file(QLatin1String(":/antecedent/fonts/") + QLatin1String(files[face]));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        out[face].data = file.readAll();
        const int id = QFontDatabase::addApplicationFontFromData(out[face].data);
        const QStringList families = id < 0 ? QStringList() : QFontDatabase::applicationFontFamilies(id);
        if (!families.isEmpty())
            out[face].family = families.front();
    }
    return out;
}

// Made known to Qt once for an application and never taken back: to add and remove them with each report would change
// the configuration of fontconfig under the feet of other threads that read it.
std::array<BundledFont, 3> bundledFonts()
{
    static std::mutex mutex;
    static const QCoreApplication* owner = nullptr;
    static std::array<BundledFont, 3> fonts;
    const std::lock_guard lock(mutex);
    if (owner != QCoreApplication::instance() || fonts.back().family.isEmpty()) {
        fonts = registered();
        owner = QCoreApplication::instance();
    }
    return fonts;
}

} // namespace

PdfFonts::PdfFonts()
{
    const std::array<BundledFont, 3> fonts = bundledFonts();
    for (std::size_t face = 0; face < fonts.size(); ++face) {
        if (fonts[face].family.isEmpty())
            return;
        m_families[face] = fonts[face].family;
        m_raw[face].loadFromData(fonts[face].data, 100, QFont::PreferNoHinting);
    }
}

PdfFonts::~PdfFonts() = default;

QFont PdfFonts::font(RunStyle style, double size) const
{
    const Face face = faceOf(style);
    QFont font(m_families[face]);
    font.setPixelSize(static_cast<int>(std::lround(sizeOfRun(style, size) * kUnitsPerPoint)));
    font.setWeight(face == SemiBold ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Any letter spacing turns ligatures off, so that "field" is found when the text is searched; this one is 1/64
    // unit.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
    font.setStyleStrategy(static_cast<QFont::StyleStrategy>(QFont::NoFontMerging | QFont::PreferOutline));
    return font;
}

bool PdfFonts::covers(RunStyle style, char32_t code) const
{
    return m_raw[faceOf(style)].supportsCharacter(static_cast<quint32>(code));
}

std::vector<PdfFonts::Segment> PdfFonts::segments(const Run& run) const
{
    std::vector<Segment> out;
    const auto append = [&](const QString& text, RunStyle style) {
        if (out.empty() || out.back().style != style)
            out.push_back({QString(), style});
        out.back().text += text;
    };
    const QList<uint> codes = QString::fromUtf8(run.text.data(), static_cast<qsizetype>(run.text.size())).toUcs4();
    for (const uint value : codes) {
        const auto code = static_cast<char32_t>(value);
        if (code < 0x20 || code == 0x2028 || code == 0x2029)
            append(QStringLiteral(" "), run.style);
        else if (isDirectionControl(code) || (!covers(run.style, code) && !covers(RunStyle::Fixed, code)))
            append(codeText(code), run.style);
        else
            append(QString::fromUcs4(&code, 1), covers(run.style, code) ? run.style : RunStyle::Fixed);
    }
    return out;
}

double PdfFonts::width(const Run& run, double size) const
{
    double total = 0;
    for (const Segment& segment : segments(run))
        total += QFontMetricsF(font(segment.style, size)).horizontalAdvance(segment.text);
    return total;
}

void PdfFonts::draw(QPainter& painter, QPointF at, const Run& run, double size) const
{
    for (const Segment& segment : segments(run)) {
        const QFont face = font(segment.style, size);
        painter.setFont(face);
        painter.drawText(at, segment.text);
        at.rx() += QFontMetricsF(face).horizontalAdvance(segment.text);
    }
}

void TextBlock::paintLine(QPainter& painter, std::size_t line, double x, double y) const
{
    const QTextLine textLine = layout->lineAt(static_cast<int>(line));
    // The line is drawn relative to its own position in the layout; centre its box in the line height.
    const double top = y + (lineHeight - textLine.height()) / 2;
    textLine.draw(&painter, QPointF(x, top - textLine.position().y()));
}

void TextBlock::paintAll(QPainter& painter, double x, double y) const
{
    for (std::size_t line = 0; line < lines; ++line)
        paintLine(painter, line, x, y + static_cast<double>(line) * lineHeight);
}

namespace {

// A text with the number of its format for each character.
struct Formatted
{
    QString text;
    std::vector<std::size_t> formatOf;
    std::vector<QTextCharFormat> formats;

    // Lines end where `lineBreaks` says: there the space becomes a line separator, or one is put in.
    void breakLines(double width)
    {
        std::vector<QFontMetricsF> metrics;
        for (const QTextCharFormat& format : formats)
            metrics.emplace_back(format.font());
        std::vector<QHash<QChar, double>> known(formats.size());
        const auto widthOf = [&](qsizetype i) {
            const std::size_t format = formatOf[static_cast<std::size_t>(i)];
            const auto found = known[format].constFind(text[i]);
            if (found != known[format].constEnd())
                return *found;
            return *known[format].insert(text[i], metrics[format].horizontalAdvance(text[i]));
        };
        const std::vector<LineBreak> breaks = lineBreaks(text, widthOf, width);
        for (auto each = breaks.rbegin(); each != breaks.rend(); ++each) {
            if (each->isSpace) {
                text[each->at] = QChar::LineSeparator;
                continue;
            }
            text.insert(each->at, QChar(QChar::LineSeparator));
            formatOf.insert(formatOf.begin() + each->at, formatOf[static_cast<std::size_t>(each->at)]);
        }
    }

    QList<QTextLayout::FormatRange> ranges() const
    {
        QList<QTextLayout::FormatRange> out;
        for (std::size_t i = 0; i < formatOf.size(); ++i) {
            if (i > 0 && formatOf[i] == formatOf[i - 1]) {
                ++out.back().length;
                continue;
            }
            QTextLayout::FormatRange range;
            range.start = static_cast<int>(i);
            range.length = 1;
            range.format = formats[formatOf[i]];
            out.push_back(range);
        }
        return out;
    }
};

Formatted formattedOf(const PdfFonts& fonts, const RichText& text, const TextStyle& style)
{
    Formatted out;
    for (const Run& run : text.runs) {
        Run styled = run;
        if (style.isStrong && run.style == RunStyle::Plain)
            styled.style = RunStyle::Strong;
        for (const PdfFonts::Segment& segment : fonts.segments(styled)) {
            QTextCharFormat format;
            format.setFont(fonts.font(segment.style, style.size));
            format.setForeground(style.isGrey || styled.style == RunStyle::Mark ? kGrey : QColor(Qt::black));
            out.formats.push_back(format);
            out.formatOf.insert(
                out.formatOf.end(), static_cast<std::size_t>(segment.text.size()), out.formats.size() - 1);
            out.text += segment.text;
        }
    }
    return out;
}

} // namespace

TextBlock layOut(const PdfFonts& fonts, const RichText& text, const TextStyle& style, double width)
{
    Formatted formatted = formattedOf(fonts, text, style);
    formatted.breakLines(width);
    TextBlock block;
    block.lineHeight = style.leading * kUnitsPerPoint;
    block.layout = std::make_shared<QTextLayout>(
        formatted.text, fonts.font(style.isStrong ? RunStyle::Strong : RunStyle::Plain, style.size));
    QTextOption option(style.align == Align::Right ? Qt::AlignRight
            : style.align == Align::Centre         ? Qt::AlignHCenter
                                                   : Qt::AlignLeft);
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    block.layout->setTextOption(option);
    block.layout->setFormats(formatted.ranges());
    block.layout->setCacheEnabled(true);
    block.layout->beginLayout();
    for (QTextLine line = block.layout->createLine(); line.isValid(); line = block.layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, static_cast<double>(block.lines) * block.lineHeight));
        ++block.lines;
    }
    block.layout->endLayout();
    return block;
}

} // namespace antecedent
