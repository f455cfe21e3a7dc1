// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/palette.h"

#include <QTest>

using namespace antecedent::widgets;

class TestPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadableOnEveryGround_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << static_cast<int>(Theme::Light);
        QTest::newRow("dark") << static_cast<int>(Theme::Dark);
    }
    void textIsReadableOnEveryGround()
    {
        QFETCH(const int, theme);
        const auto t = static_cast<Theme>(theme);
        for (const Paint ground : {Paint::View, Paint::Panel, Paint::Window})
            for (const Paint text : {Paint::Text, Paint::TextSecondary, Paint::TextMuted})
                QVERIFY2(contrast(color(t, text), color(t, ground)) >= 4.5, "WCAG 2.1 AA, 1.4.3");
        QVERIFY(contrast(color(t, Paint::Text), color(t, Paint::Selection)) >= 4.5);
        QVERIFY(contrast(color(t, Paint::OnAccent), color(t, Paint::Accent)) >= 4.5);
    }

    void marksStandOutOnViewAndPanel_data() { textIsReadableOnEveryGround_data(); }
    void marksStandOutOnViewAndPanel()
    {
        QFETCH(const int, theme);
        const auto t = static_cast<Theme>(theme);
        for (const Paint mark : {Paint::Failure, Paint::Control, Paint::Preventive, Paint::Corrective,
                 Paint::Calibration, Paint::Cleaning, Paint::Operator, Paint::AlarmCritical, Paint::AlarmHigh,
                 Paint::AlarmMedium, Paint::AlarmLow, Paint::Accent})
            for (const Paint ground : {Paint::View, Paint::Panel})
                QVERIFY2(contrast(color(t, mark), color(t, ground)) >= 3.0, "WCAG 2.1 AA, 1.4.11");
    }

    void themeIsFoundFromThePaletteAtHand()
    {
        QCOMPARE(themeOf(widgetPalette(Theme::Light)), Theme::Light);
        QCOMPARE(themeOf(widgetPalette(Theme::Dark)), Theme::Dark);
    }

    void contrastOfBlackOnWhiteIs21()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    }
};

QTEST_GUILESS_MAIN(TestPalette)
#include "tst_palette.moc"
