// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/svg_device.h"

#include <QBuffer>
#include <QFontInfo>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QXmlStreamWriter>

#include <cmath>

namespace antecedent::widgets {

namespace {

constexpr int kDpi = 96;
constexpr int kPatternTile = 8; // pixels: the size of Qt's pattern brushes
constexpr double kMillimetresPerInch = 25.4;

QString number(double value)
{
    const double rounded = std::round(value * 1000) / 1000;
    return QString::number(rounded == 0 ? 0 : rounded, 'g', 9); // no "-0"
}

QString pair(QPointF point)
{
    return number(point.x()) + QLatin1Char(' ') + number(point.y());
}

QString pathData(const QPainterPath& path)
{
    QString out;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        switch (element.type) {
        case QPainterPath::MoveToElement:
            out += QLatin1Char('M') + pair(element);
            break;
        case QPainterPath::LineToElement:
            out += QLatin1Char('L') + pair(element);
            break;
        case QPainterPath::CurveToElement:
            out += QLatin1Char('C') + pair(element) + QLatin1Char(' ') + pair(path.elementAt(i + 1)) + QLatin1Char(' ')
                + pair(path.elementAt(i + 2));
            i += 2;
            break;
        case QPainterPath::CurveToDataElement:
            break; // read with its curve
        }
    }
    return out;
}

// Characters that XML 1.0 cannot hold, replaced.
QString xmlText(QString text)
{
    for (QChar& c : text)
        if (c < QLatin1Char(' ') && c != QLatin1Char('\t') && c != QLatin1Char('\n'))
            c = QChar::ReplacementCharacter;
    return text;
}

QString dataUri(const QImage& image)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return QStringLiteral("data:image/png;base64,") + QString::fromLatin1(png.toBase64());
}

QString joinName(Qt::PenJoinStyle style)
{
    return style == Qt::RoundJoin ? QStringLiteral("round")
        : style == Qt::BevelJoin  ? QStringLiteral("bevel")
                                  : QStringLiteral("miter");
}

QString capName(Qt::PenCapStyle style)
{
    return style == Qt::RoundCap ? QStringLiteral("round")
        : style == Qt::SquareCap ? QStringLiteral("square")
                                 : QStringLiteral("butt");
}

QPaintEngine::PaintEngineFeatures features()
{
    return QPaintEngine::Antialiasing | QPaintEngine::AlphaBlend | QPaintEngine::PainterPaths
        | QPaintEngine::PixmapTransform | QPaintEngine::PrimitiveTransform | QPaintEngine::ConstantOpacity
        | QPaintEngine::PatternBrush | QPaintEngine::PatternTransform;
}

} // namespace

class SvgEngine final : public QPaintEngine
{
public:
    SvgEngine(QSize size, QString title)
        : QPaintEngine(features())
        , m_size(size)
        , m_title(std::move(title))
    {
    }

    bool begin(QPaintDevice*) override
    {
        m_bytes.clear();
        m_clips = m_patterns = 0;
        m_isClipped = false;
        m_xml = std::make_unique<QXmlStreamWriter>(&m_bytes);
        m_xml->setAutoFormatting(true);
        m_xml->setAutoFormattingIndent(1);
        m_xml->writeStartDocument();
        m_xml->writeStartElement(QStringLiteral("svg"));
        m_xml->writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
        m_xml->writeNamespace(kLinkSpace, QStringLiteral("xlink"));
        attribute("version", QStringLiteral("1.1"));
        attribute("width", QString::number(m_size.width()));
        attribute("height", QString::number(m_size.height()));
        attribute("viewBox", QStringLiteral("0 0 %1 %2").arg(m_size.width()).arg(m_size.height()));
        m_xml->writeTextElement(QStringLiteral("title"), xmlText(m_title));
        return true;
    }

    bool end() override
    {
        m_xml->writeEndDocument();
        m_xml.reset();
        return true;
    }

    void updateState(const QPaintEngineState& changed) override
    {
        if ((changed.state() & (DirtyClipPath | DirtyClipRegion | DirtyClipEnabled)) != 0)
            updateClip();
    }

    void drawPath(const QPainterPath& path) override { shape(path, painter()->brush(), path.fillRule()); }

    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        if (count < 1)
            return;
        QPainterPath path(points[0]);
        for (int i = 1; i < count; ++i)
            path.lineTo(points[i]);
        const bool isLine = mode == PolylineMode;
        if (!isLine)
            path.closeSubpath();
        shape(path, isLine ? QBrush(Qt::NoBrush) : painter()->brush(),
            mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    }

    void drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) override
    {
        drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
    }

    void drawImage(const QRectF& target, const QImage& image, const QRectF& source, Qt::ImageConversionFlags) override
    {
        m_xml->writeEmptyElement(QStringLiteral("image"));
        attribute("x", number(target.x()));
        attribute("y", number(target.y()));
        attribute("width", number(target.width()));
        attribute("height", number(target.height()));
        attribute("preserveAspectRatio", QStringLiteral("none"));
        writePlace();
        m_xml->writeAttribute(kLinkSpace, QStringLiteral("href"), dataUri(image.copy(source.toAlignedRect())));
    }

    // The length is fixed, so that a viewer with another font keeps every label where it was.
    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        const QString text = xmlText(item.text());
        if (text.trimmed().isEmpty() || painter()->pen().style() == Qt::NoPen)
            return;
        const QFont font = item.font();
        const QFontInfo info(font);
        m_xml->writeStartElement(QStringLiteral("text"));
        attribute("x", number(at.x()));
        attribute("y", number(at.y()));
        attribute("textLength", number(item.width()));
        attribute("lengthAdjust", QStringLiteral("spacingAndGlyphs"));
        attribute("font-family", font.family() + QStringLiteral(", sans-serif"));
        attribute("font-size", number(font.pixelSize() > 0 ? font.pixelSize() : info.pixelSize()));
        if (font.weight() != QFont::Normal)
            attribute("font-weight", QString::number(font.weight()));
        if (font.italic())
            attribute("font-style", QStringLiteral("italic"));
        paint("fill", "fill-opacity", painter()->pen().color());
        writePlace();
        m_xml->writeAttribute(QStringLiteral("http://www.w3.org/XML/1998/namespace"), QStringLiteral("space"),
            QStringLiteral("preserve"));
        m_xml->writeCharacters(text);
        m_xml->writeEndElement();
    }

    Type type() const override { return User; }

    const QByteArray& bytes() const { return m_bytes; }

private:
    void attribute(const char* name, const QString& value) { m_xml->writeAttribute(QLatin1String(name), value); }

    void paint(const char* name, const char* opacity, const QColor& color)
    {
        attribute(name, color.name());
        if (color.alpha() < 255)
            attribute(opacity, number(color.alphaF()));
    }

    void writePlace()
    {
        const QTransform t = painter()->transform();
        if (t.type() == QTransform::TxTranslate)
            attribute("transform", QStringLiteral("translate(%1 %2)").arg(number(t.dx()), number(t.dy())));
        else if (!t.isIdentity())
            attribute("transform",
                QStringLiteral("matrix(%1 %2 %3 %4 %5 %6)")
                    .arg(number(t.m11()), number(t.m12()), number(t.m21()), number(t.m22()), number(t.dx()),
                        number(t.dy())));
        if (painter()->opacity() < 1)
            attribute("opacity", number(painter()->opacity()));
    }

    // A clip holds for all that follows in its group; it is in pixels of the device.
    void updateClip()
    {
        if (m_isClipped)
            m_xml->writeEndElement();
        m_isClipped = painter()->hasClipping();
        if (!m_isClipped)
            return;
        const QString id = QStringLiteral("clip%1").arg(++m_clips);
        m_xml->writeStartElement(QStringLiteral("clipPath"));
        attribute("id", id);
        m_xml->writeEmptyElement(QStringLiteral("path"));
        attribute("d", pathData(painter()->transform().map(painter()->clipPath())));
        m_xml->writeEndElement();
        m_xml->writeStartElement(QStringLiteral("g"));
        attribute("clip-path", QStringLiteral("url(#%1)").arg(id));
    }

    // Hatches and textures: one tile as an image that the viewer repeats.
    QString pattern(const QBrush& brush)
    {
        QImage tile = brush.style() == Qt::TexturePattern ? brush.textureImage() : QImage();
        if (tile.isNull()) {
            tile = QImage(kPatternTile, kPatternTile, QImage::Format_ARGB32_Premultiplied);
            tile.fill(Qt::transparent);
            QPainter(&tile).fillRect(tile.rect(), brush);
        }
        const QString id = QStringLiteral("pattern%1").arg(++m_patterns);
        m_xml->writeStartElement(QStringLiteral("pattern"));
        attribute("id", id);
        attribute("width", QString::number(tile.width()));
        attribute("height", QString::number(tile.height()));
        attribute("patternUnits", QStringLiteral("userSpaceOnUse"));
        m_xml->writeEmptyElement(QStringLiteral("image"));
        attribute("width", QString::number(tile.width()));
        attribute("height", QString::number(tile.height()));
        m_xml->writeAttribute(kLinkSpace, QStringLiteral("href"), dataUri(tile));
        m_xml->writeEndElement();
        return QStringLiteral("url(#%1)").arg(id);
    }

    void writeFill(const QBrush& brush, const QString& patternUrl, Qt::FillRule rule)
    {
        if (brush.style() == Qt::NoBrush)
            attribute("fill", QStringLiteral("none"));
        else if (!patternUrl.isEmpty())
            attribute("fill", patternUrl);
        else
            paint("fill", "fill-opacity",
                brush.gradient() != nullptr ? brush.gradient()->stops().constFirst().second : brush.color());
        if (brush.style() != Qt::NoBrush && rule == Qt::OddEvenFill)
            attribute("fill-rule", QStringLiteral("evenodd"));
    }

    void writeStroke(const QPen& pen)
    {
        if (pen.style() == Qt::NoPen)
            return;
        const double width = pen.widthF() > 0 ? pen.widthF() : 1;
        paint("stroke", "stroke-opacity", pen.color());
        attribute("stroke-width", number(width));
        attribute("stroke-linejoin", joinName(pen.joinStyle()));
        attribute("stroke-linecap", capName(pen.capStyle()));
        if (pen.isCosmetic())
            attribute("vector-effect", QStringLiteral("non-scaling-stroke"));
        QStringList dashes;
        for (const double dash : pen.dashPattern())
            dashes << number(dash * width);
        if (!dashes.isEmpty()) {
            attribute("stroke-dasharray", dashes.join(QLatin1Char(' ')));
            if (pen.dashOffset() != 0)
                attribute("stroke-dashoffset", number(pen.dashOffset() * width));
        }
    }

    void shape(const QPainterPath& path, const QBrush& brush, Qt::FillRule rule)
    {
        const QPen pen = painter()->pen();
        if (path.isEmpty() || (pen.style() == Qt::NoPen && brush.style() == Qt::NoBrush))
            return;
        const bool isTiled = brush.style() > Qt::SolidPattern && brush.gradient() == nullptr;
        const QString url = isTiled ? pattern(brush) : QString();
        m_xml->writeEmptyElement(QStringLiteral("path"));
        attribute("d", pathData(path));
        writeFill(brush, url, rule);
        writeStroke(pen);
        writePlace();
    }

    static inline const QString kLinkSpace = QStringLiteral("http://www.w3.org/1999/xlink");

    QSize m_size;
    QString m_title;
    QByteArray m_bytes;
    std::unique_ptr<QXmlStreamWriter> m_xml; // while painting
    int m_clips = 0;
    int m_patterns = 0;
    bool m_isClipped = false;
};

SvgDevice::SvgDevice(QSize size, QString title)
    : m_size(size)
    , m_engine(std::make_unique<SvgEngine>(size, std::move(title)))
{
}

SvgDevice::~SvgDevice() = default;

QByteArray SvgDevice::bytes() const
{
    return m_engine->bytes();
}

QPaintEngine* SvgDevice::paintEngine() const
{
    return m_engine.get();
}

int SvgDevice::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return m_size.width();
    case PdmHeight:
        return m_size.height();
    case PdmWidthMM:
        return qRound(m_size.width() * kMillimetresPerInch / kDpi);
    case PdmHeightMM:
        return qRound(m_size.height() * kMillimetresPerInch / kDpi);
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return kDpi;
    case PdmNumColors:
        return 0; // true colour
    case PdmDepth:
        return 32;
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return qRound(devicePixelRatioFScale());
    }
    return 0;
}

} // namespace antecedent::widgets
