// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/importers/support/read_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;
using test::readBytes;
using test::Reading;

// Inputs at the limits, larger than those of tests/fuzz: nothing crashes or hangs, the sums hold, and whatever is
// refused says why.
class TestExtremeInputs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void survivesExtremes_data();
    void survivesExtremes();
};

void TestExtremeInputs::survivesExtremes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("one NUL") << QByteArray(1, '\0');
    QTest::newRow("a million NULs") << QByteArray(1'000'000, '\0');
    QTest::newRow("a million quotes") << QByteArray(1'000'000, '"');
    QTest::newRow("a million delimiters") << QByteArray(1'000'000, ',');
    QTest::newRow("a million line breaks") << QByteArray(1'000'000, '\n');
    QTest::newRow("a million CRs") << QByteArray(1'000'000, '\r');
    QTest::newRow("50,000 columns") << QByteArray("time,category,code") + QByteArray(",x").repeated(50'000) + "\n"
            + QByteArray("2026-03-01T10:00:00Z,a,b") + QByteArray(",1").repeated(50'000) + "\n";
    QTest::newRow("open quotes on every line")
        << QByteArray("time,category,code\n") + QByteArray("2026-03-01T10:00:00Z,\"a,b\n").repeated(20'000);
    QTest::newRow("field of 3 MB") << QByteArray("time,category,code\n2026-03-01T10:00:00Z,a,")
            + QByteArray(3'000'000, 'x') + "\n";
    QTest::newRow("quoted field of 3 MB")
        << QByteArray("time,category,code\n2026-03-01T10:00:00Z,a,\"") + QByteArray(3'000'000, 'x') + "\"\n";
    QTest::newRow("gzip magic only") << QByteArray("\x1F\x8B\x08", 3);
    QTest::newRow("half a UTF-16 character") << QByteArray("\xFF\xFE\x61", 3);
}

void TestExtremeInputs::survivesExtremes()
{
    QFETCH(QByteArray, bytes);
    const Reading reading = readBytes(bytes.toStdString());
    QVERIFY(reading.error.empty() ? reading.sumsHold() : reading.error.size() > 10);
}

QTEST_GUILESS_MAIN(TestExtremeInputs)
#include "tst_extreme_inputs.moc"
