// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/decimal.h"

#include <QTest>

#include <cmath>

using namespace antecedent;

class TestDecimal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void printsWithTheDigitsOfTheSource_data();
    void printsWithTheDigitsOfTheSource();
    void refusesWhatIsNoNumber();
    void computesTheNearestDouble();
    void unknownIsNotZero();
};

void TestDecimal::printsWithTheDigitsOfTheSource_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("printed");
    const auto row = [](const char* text, const char* printed) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(printed);
    };
    row("5.980", "5.980");
    row("+0.50", "0.50");
    row("-12.5", "-12.5");
    row(".5", "0.5");
    row("007", "7");
    row("-0.0", "0.0");
    row("0", "0");
    row("999999999999999999", "999999999999999999");
    row("170.61486187577478", "170.61486187577478");
    row("1e3", "1000");
    row("1234567890123456789", "1234567890123456768");
}

void TestDecimal::printsWithTheDigitsOfTheSource()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, printed);
    const auto value = parseDecimal(text.constData());
    QVERIFY(value.has_value());
    const QByteArray out = QByteArray::fromStdString(formatDecimal(*value));
    if (value->inexact)
        QCOMPARE(out.toDouble(), printed.toDouble());
    else
        QCOMPARE(out, printed);
}

void TestDecimal::refusesWhatIsNoNumber()
{
    for (const char* text : {"", "-", ".", "1,5", "1.2.3", "NaN", "inf", " 1", "1 ", "0x10", "1e", "--1"})
        QVERIFY2(!parseDecimal(text).has_value(), text);
}

void TestDecimal::computesTheNearestDouble()
{
    QCOMPARE(toDouble(*parseDecimal("0.1")), 0.1);
    QCOMPARE(toDouble(*parseDecimal("-273.15")), -273.15);
    QCOMPARE(toDouble(*parseDecimal("12345678901234567.8")), 12345678901234567.8);
    QCOMPARE(toDouble(*parseDecimal("2.5e-3")), 0.0025);
}

void TestDecimal::unknownIsNotZero()
{
    QVERIFY(std::isnan(toDouble(Decimal{})));
    QVERIFY(formatDecimal(Decimal{}).empty());
}

QTEST_GUILESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
