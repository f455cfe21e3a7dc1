// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Controls as they are painted, in both themes.
#include "widgets/common/palette.h"
#include "widgets/common/style.h"

#include <QtTest>
#include <QtWidgets>

using namespace antecedent::widgets;

namespace {

// Share of the pixels of a widget that have the colour.
double shareOf(QWidget& widget, const QColor& wanted)
{
    const QImage image = widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
    int hits = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            hits += image.pixelColor(x, y).rgb() == wanted.rgb() ? 1 : 0;
    return double(hits) / (double(image.width()) * image.height());
}

} // namespace

class TestStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new WorkbenchStyle); }

    void themes_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(Theme::Light);
        QTest::newRow("dark") << int(Theme::Dark);
    }

    void primaryButtonIsFilledWithTheAccent_data() { themes_data(); }
    void primaryButtonIsFilledWithTheAccent()
    {
        QFETCH(int, theme);
        QApplication::setPalette(widgetPalette(Theme(theme)));
        QWidget window;
        QVBoxLayout layout(&window);
        QPushButton primary(QStringLiteral("Freeze"));
        primary.setDefault(true);
        QPushButton other(QStringLiteral("Cancel"));
        layout.addWidget(&primary);
        layout.addWidget(&other);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const QColor accent = color(Theme(theme), Paint::Accent);
        QVERIFY(shareOf(primary, accent) > 0.5);
        QCOMPARE(shareOf(other, accent), 0.0);
        QVERIFY(contrast(color(Theme(theme), Paint::OnAccent), accent) >= 4.5);
    }

    void whatHasTheFocusHasARing_data() { themes_data(); }
    void whatHasTheFocusHasARing()
    {
        QFETCH(int, theme);
        QApplication::setPalette(widgetPalette(Theme(theme)));
        QWidget window;
        QVBoxLayout layout(&window);
        QList<QWidget*> controls{new QLineEdit, new QComboBox, new QSpinBox, new QPushButton(QStringLiteral("Go")),
            new QSlider(Qt::Horizontal)};
        for (QWidget* control : controls)
            layout.addWidget(control);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QColor accent = color(Theme(theme), Paint::Accent);
        for (QWidget* control : controls) {
            window.setFocus();
            const double without = shareOf(*control, accent);
            control->setFocus(Qt::TabFocusReason);
            QVERIFY2(control->hasFocus(), control->metaObject()->className());
            QVERIFY2(shareOf(*control, accent) > without, control->metaObject()->className());
        }
    }

    void controlsInARowAreOfOneHeight()
    {
        QLineEdit line;
        QComboBox combo;
        combo.addItem(QStringLiteral("unit"));
        QSpinBox spin;
        QPushButton button(QStringLiteral("Go"));
        QCOMPARE(combo.sizeHint().height(), line.sizeHint().height());
        QCOMPARE(spin.sizeHint().height(), line.sizeHint().height());
        QCOMPARE(button.sizeHint().height(), line.sizeHint().height());
        QVERIFY(line.sizeHint().height() >= 24);
    }

    void scrollBarIsDraggedFromEndToEnd()
    {
        QScrollBar bar(Qt::Vertical);
        bar.setRange(0, 1000000);
        bar.setPageStep(20);
        bar.resize(12, 300);
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        QTest::mousePress(&bar, Qt::LeftButton, {}, {6, 5});
        QTest::mouseMove(&bar, {6, 299});
        QTest::mouseRelease(&bar, Qt::LeftButton, {}, {6, 299});
        QCOMPARE(bar.value(), bar.maximum());
    }
};

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
