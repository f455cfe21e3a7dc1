// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/svg_device.h"

#include <QPainter>
#include <QTest>
#include <QXmlStreamReader>

using namespace antecedent::widgets;

namespace {

struct Element
{
    QString name;
    QMap<QString, QString> attributes;
    QString text;
    int depth = 0;
};

// All elements of a well-formed file, in order; empty if it is not well-formed.
QList<Element> elements(const QByteArray& svg)
{
    QXmlStreamReader xml(svg);
    QList<Element> out;
    QList<qsizetype> open;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            Element element{xml.name().toString(), {}, {}, static_cast<int>(open.size())};
            for (const QXmlStreamAttribute& a : xml.attributes())
                element.attributes.insert(a.name().toString(), a.value().toString());
            open << out.size();
            out << element;
        } else if (xml.isEndElement()) {
            open.removeLast();
        } else if (xml.isCharacters() && !open.isEmpty()) {
            out[open.last()].text += xml.text();
        }
    }
    return xml.hasError() ? QList<Element>() : out;
}

Element only(const QList<Element>& all, const QString& name)
{
    QList<Element> found;
    for (const Element& element : all)
        if (element.name == name)
            found << element;
    return found.size() == 1 ? found.first() : Element();
}

} // namespace

class TestSvgDevice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLineKeepsItsPlaceWidthColourAndDashes()
    {
        SvgDevice svg({200, 100}, QStringLiteral("DEV <1>"));
        QPainter painter(&svg);
        painter.translate(10, 20);
        painter.setPen(QPen(QColor(0xC2, 0x12, 0x4F), 2, Qt::CustomDashLine));
        QPen pen = painter.pen();
        pen.setDashPattern({4, 1.5});
        painter.setPen(pen);
        painter.drawLine(QPointF(0, 0.5), QPointF(30, 0.5));
        painter.end();

        const QList<Element> all = elements(svg.bytes());
        QCOMPARE(only(all, QStringLiteral("title")).text, QStringLiteral("DEV <1>"));
        QCOMPARE(all.first().attributes.value(QStringLiteral("viewBox")), QStringLiteral("0 0 200 100"));
        const Element path = only(all, QStringLiteral("path"));
        QCOMPARE(path.attributes.value(QStringLiteral("d")), QStringLiteral("M0 0.5L30 0.5"));
        QCOMPARE(path.attributes.value(QStringLiteral("transform")), QStringLiteral("translate(10 20)"));
        QCOMPARE(path.attributes.value(QStringLiteral("stroke")), QStringLiteral("#c2124f"));
        QCOMPARE(path.attributes.value(QStringLiteral("stroke-width")), QStringLiteral("2"));
        QCOMPARE(path.attributes.value(QStringLiteral("stroke-dasharray")), QStringLiteral("8 3"));
        QCOMPARE(path.attributes.value(QStringLiteral("fill")), QStringLiteral("none"));
    }

    void textIsTextAndKeepsItsLength()
    {
        SvgDevice svg({200, 100}, {});
        QPainter painter(&svg);
        QFont font = painter.font();
        font.setPixelSize(12);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(QColor(Qt::blue));
        painter.drawText(QPointF(5, 15), QStringLiteral("a < b \u00b5\x01"));
        painter.end();

        const Element text = only(elements(svg.bytes()), QStringLiteral("text"));
        QCOMPARE(text.text, QStringLiteral("a < b \u00b5\ufffd"));
        QCOMPARE(text.attributes.value(QStringLiteral("x")), QStringLiteral("5"));
        QCOMPARE(text.attributes.value(QStringLiteral("y")), QStringLiteral("15"));
        QCOMPARE(text.attributes.value(QStringLiteral("font-size")), QStringLiteral("12"));
        QCOMPARE(text.attributes.value(QStringLiteral("font-weight")), QStringLiteral("600"));
        QCOMPARE(text.attributes.value(QStringLiteral("fill")), QStringLiteral("#0000ff"));
        QVERIFY(text.attributes.value(QStringLiteral("textLength")).toDouble() > 20);
    }

    void aClipHoldsUntilItIsTakenBack()
    {
        SvgDevice svg({200, 100}, {});
        QPainter painter(&svg);
        painter.setPen(Qt::NoPen);
        painter.save();
        painter.translate(50, 0);
        painter.setClipRect(QRectF(0, 0, 20, 20));
        painter.fillRect(QRectF(0, 0, 100, 100), Qt::red);
        painter.restore();
        painter.fillRect(QRectF(0, 0, 5, 5), Qt::green);
        painter.end();

        const QList<Element> all = elements(svg.bytes());
        QCOMPARE(only(all, QStringLiteral("g")).attributes.value(QStringLiteral("clip-path")),
            QStringLiteral("url(#clip1)"));
        QVERIFY2(svg.bytes().contains("M50 0L70 0L70 20L50 20"), "the clip is in pixels of the picture");
        int red = 0;
        int green = 0;
        for (const Element& element : all) {
            const QString fill = element.attributes.value(QStringLiteral("fill"));
            red += fill == QStringLiteral("#ff0000") && element.depth == 2 ? 1 : 0;
            green += fill == QStringLiteral("#00ff00") && element.depth == 1 ? 1 : 0;
        }
        QCOMPARE(red, 1);
        QCOMPARE(green, 1);
    }

    void aHatchBecomesAPatternAndAnImageStaysAnImage()
    {
        SvgDevice svg({200, 100}, {});
        QPainter painter(&svg);
        painter.fillRect(QRectF(0, 0, 40, 40), QBrush(Qt::gray, Qt::BDiagPattern));
        QImage image(4, 2, QImage::Format_ARGB32);
        image.fill(Qt::red);
        painter.drawImage(QRectF(60, 0, 40, 20), image);
        painter.end();

        const QList<Element> all = elements(svg.bytes());
        QCOMPARE(only(all, QStringLiteral("pattern")).attributes.value(QStringLiteral("width")), QStringLiteral("8"));
        QCOMPARE(only(all, QStringLiteral("path")).attributes.value(QStringLiteral("fill")),
            QStringLiteral("url(#pattern1)"));
        const Element& shown = all.last();
        QCOMPARE(shown.name, QStringLiteral("image"));
        const QByteArray uri = shown.attributes.value(QStringLiteral("href")).toLatin1();
        QImage back;
        QVERIFY(uri.startsWith("data:image/png;base64,"));
        QVERIFY(back.loadFromData(QByteArray::fromBase64(uri.mid(uri.indexOf(',') + 1)), "PNG"));
        QCOMPARE(back.size(), image.size());
        QCOMPARE(back.pixelColor(0, 0), QColor(Qt::red));
    }

    void paintingTwiceGivesTheSameBytes()
    {
        SvgDevice svg({50, 50}, QStringLiteral("x"));
        const auto draw = [&svg] {
            QPainter painter(&svg);
            painter.setClipRect(0, 0, 10, 10);
            painter.drawEllipse(QPointF(5, 5), 3, 3);
            painter.end();
            return svg.bytes();
        };
        const QByteArray first = draw();
        QVERIFY(!elements(first).isEmpty());
        QCOMPARE(draw(), first);
    }
};

QTEST_MAIN(TestSvgDevice)
#include "tst_svg_device.moc"
