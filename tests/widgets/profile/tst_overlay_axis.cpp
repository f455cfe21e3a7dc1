// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The axis of phases: equal and by duration, zoomed and panned.
#include "widgets/profile/overlay_axis.h"
#include "widgets/profile/overlay_words.h"

#include <QTest>

#include <cmath>

using namespace antecedent;
using namespace antecedent::widgets;

namespace {

std::vector<ProfileColumn> lengths(const std::vector<int>& minutes)
{
    std::vector<ProfileColumn> columns;
    for (const int length : minutes) {
        ProfileColumn column;
        column.length = std::chrono::minutes(length);
        columns.push_back(column);
    }
    return columns;
}

} // namespace

class TestOverlayAxis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreEqualOrAsWideAsTheyAreLong()
    {
        OverlayAxis equal(lengths({10, 30, 60}), ColumnWidth::Equal);
        equal.setWidthPx(300);
        QCOMPARE(equal.xOf(0), 0.0);
        QVERIFY(std::abs(equal.xOf(1) - 100) < 1e-9);
        QVERIFY(std::abs(equal.xOf(2.5) - 250) < 1e-9);
        QVERIFY(std::abs(equal.xOf(3) - 300) < 1e-9);
        OverlayAxis timed(lengths({10, 30, 60}), ColumnWidth::ByDuration);
        timed.setWidthPx(300);
        QVERIFY(std::abs(timed.xOf(1) - 30) < 1e-9);
        QVERIFY(std::abs(timed.xOf(2) - 120) < 1e-9);
        QVERIFY(std::abs(timed.columnWidthPx(2) - 180) < 1e-9);
        // A moment beside days keeps a hundredth.
        OverlayAxis tiny(lengths({1, 100'000}), ColumnWidth::ByDuration);
        tiny.setWidthPx(1000);
        QVERIFY(tiny.columnWidthPx(0) > 9);
    }

    void pixelsAndPlacesAreInverse()
    {
        OverlayAxis axis(lengths({10, 30, 60, 5}), ColumnWidth::ByDuration);
        axis.setWidthPx(777);
        axis.zoom(300, 0.3);
        QVERIFY(!axis.isWhole());
        for (const double x : {0.0, 1.0, 200.0, 300.0, 776.0})
            QVERIFY(std::abs(axis.xOf(axis.placeAt(x)) - x) < 1e-6);
    }

    void zoomKeepsThePointAndStaysInside()
    {
        OverlayAxis axis(lengths({10, 10, 10}), ColumnWidth::Equal);
        axis.setWidthPx(600);
        const double at = axis.placeAt(450);
        axis.zoom(450, 0.25);
        QVERIFY(std::abs(axis.placeAt(450) - at) < 1e-9);
        axis.pan(1e6);
        QVERIFY(std::abs(axis.placeAt(600) - 3) < 1e-9);
        axis.pan(-1e6);
        QCOMPARE(axis.placeAt(0), 0.0);
        axis.zoom(300, 1e6);
        QVERIFY(axis.isWhole());
        axis.show(1, 2);
        QVERIFY(axis.xOf(1) > 0 && axis.xOf(2) < 600 && axis.columnWidthPx(1) > 400);
        axis.reveal(2.9);
        QVERIFY(axis.xOf(2.9) <= 600 + 1e-6);
        axis.fit();
        QVERIFY(axis.isWhole());
    }

    void nothingToShowIsOneEmptyColumn()
    {
        OverlayAxis axis({}, ColumnWidth::ByDuration);
        axis.setWidthPx(0);
        QCOMPARE(axis.columns(), std::size_t{1});
        QCOMPARE(axis.xOf(0.5), 0.5);
    }

    void valuesKeepFourDigitsAndATrueMinus()
    {
        QCOMPARE(OverlayWords::valueText(29.2), QStringLiteral("29.2"));
        QCOMPARE(OverlayWords::valueText(-0.5), QStringLiteral("−0.5"));
        QCOMPARE(OverlayWords::valueText(123456), QStringLiteral("123456"));
        QCOMPARE(OverlayWords::valueText(std::nan("")), QStringLiteral("–"));
    }
};

QTEST_GUILESS_MAIN(TestOverlayAxis)
#include "tst_overlay_axis.moc"
