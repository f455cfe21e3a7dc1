// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/number_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

class TestNumberText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void everyShortNumber();
    void refuses();
    void blankIsEmptyAndNotZero();
};

void TestNumberText::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<char>("mark");
    QTest::addColumn<QByteArray>("value");
    const auto row = [](const char* text, char mark, const char* value) {
        QTest::newRow(text) << QByteArray(text) << mark << QByteArray(value);
    };
    row("5.980", '.', "5.980");
    row("-5", '.', "-5");
    row("+5.5", '.', "5.5");
    row(".5", '.', "0.5");
    row("12,50", ',', "12.50");
    row("12,50-", ',', "-12.50");
    row(" 1802.519 ", '.', "1802.519");
    row("1,234,567.8", '.', "1234567.8");
    row("1.234.567,8", ',', "1234567.8");
    row("1 234,5", ',', "1234.5");
    row("1\xC2\xA0"
        "234,5",
        ',', "1234.5");
    row("1'234.5", '.', "1234.5");
    row("\xE2\x88\x92"
        "3",
        '.', "-3");
    row("1.5e3", '.', "1500");
    row("123456789012345678", '.', "123456789012345678");
    row("170.61486187577478", '.', "170.61486187577478");
    row("9999999999999999999", '.', "1e+19"); // one digit more than fits
}

void TestNumberText::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(char, mark);
    QFETCH(QByteArray, value);
    Decimal number;
    QVERIFY(readNumber(text.toStdString(), mark, number) == NumberStatus::Ok);
    QCOMPARE(QByteArray::fromStdString(formatDecimal(number)), value);
}

// All lengths and places of the mark that are read at once, against the digits written out.
void TestNumberText::everyShortNumber()
{
    constexpr std::string_view kDigits = "9083517264";
    for (std::size_t digits = 1; digits <= 9; ++digits) {
        const std::string whole(kDigits.substr(0, digits));
        for (std::size_t decimals = 0; decimals <= digits; ++decimals) {
            std::string text = whole;
            if (decimals > 0)
                text.insert(text.end() - static_cast<std::ptrdiff_t>(decimals), ',');
            for (const std::int64_t sign : {1, -1}) {
                if (sign < 0)
                    text.insert(text.begin(), '-');
                Decimal number;
                QVERIFY(readNumber(text, ',', number) == NumberStatus::Ok);
                QCOMPARE(number.mantissa, sign * std::stoll(whole));
                QCOMPARE(std::size_t{number.scale}, decimals);
                QVERIFY(number.known && !number.inexact);
            }
        }
    }
    // Each byte that is neither digit nor mark, at each place of a short text.
    for (int c = 0; c < 256; ++c) {
        for (std::size_t at = 0; at < 7; ++at) {
            std::string text = "1111111";
            text[at] = static_cast<char>(c);
            Decimal number;
            const bool read = readNumber(text, '.', number) == NumberStatus::Ok;
            if (std::string_view("0123456789.").find(text[at]) != std::string_view::npos)
                QVERIFY(read);
            else if (std::string_view(" \t\r\n,'eE-+").find(text[at]) == std::string_view::npos)
                QVERIFY2(!read, text.c_str());
        }
    }
}

void TestNumberText::refuses()
{
    for (const char* text : {"Bad", "1.2.3", "1,23,4", "12,34", "1 2", "-", "--1", "1-2", "0x1", "inf", "NaN", "5 kg",
             "1,2345", "1e", "."}) {
        Decimal number;
        QVERIFY2(readNumber(text, '.', number) == NumberStatus::Unreadable, text);
        QVERIFY(!number.known);
    }
}

void TestNumberText::blankIsEmptyAndNotZero()
{
    Decimal number;
    QVERIFY(readNumber("  ", '.', number) == NumberStatus::Empty);
    QVERIFY(!number.known);
}

QTEST_GUILESS_MAIN(TestNumberText)
#include "tst_number_text.moc"
