// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/historian/signal_table.h"

#include "importers/historian/signal_quality.h"
#include "importers/text/excel_serial.h"
#include "tests/importers/support/read_table.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

// Exports made from the documented columns and forms; none is a real one.
namespace {

std::string read(std::string_view bytes)
{
    return test::readTable<SignalTable>(bytes);
}

} // namespace

class TestSignalTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneColumnPerTag();
    void qualityBesideTheTag();
    void dateAndTimeOfDay();
    void aRowOfUnits();
    void aTimeColumnPerTag();
    void oneRowPerValue();
    void datesOfASpreadsheet();
    void qualities_data();
    void qualities();
    void serials();
    void otherTablesAreNone();
};

void TestSignalTable::oneColumnPerTag()
{
    QCOMPARE(read("Timestamp (UTC),R101.TI01.PV [°C],R101.PI01.PV\n2026-03-29 01:00:00,21.5,0.1\n"
                  "2026-03-29 01:10:00,I/O Timeout,\n"),
        std::string("element=1 record=tag tag=R101.TI01.PV unit=°C\n"
                    "element=2 record=sample time=2026-03-29 01:00:00Z tag=R101.TI01.PV value=21.5\n"
                    "element=2 record=sample time=2026-03-29 01:00:00Z tag=R101.PI01.PV value=0.1\n"
                    "element=3 record=sample time=2026-03-29 01:10:00Z tag=R101.TI01.PV value=I/O Timeout "
                    "quality=I/O Timeout\n"));
}

void TestSignalTable::qualityBesideTheTag()
{
    QCOMPARE(read("Timestamp,TIC101.PV,TIC101.PV.Quality,AG101.SPEED\n2026-03-29T01:58:00+01:00,81.4,192,120\n"
                  "2026-03-29T01:59:00+01:00,80.0,24,120\n2026-03-29T02:00:00+01:00,,8,\n"),
        std::string("element=2 record=sample time=2026-03-29T01:58:00+01:00 tag=TIC101.PV value=81.4 quality=Good\n"
                    "element=2 record=sample time=2026-03-29T01:58:00+01:00 tag=AG101.SPEED value=120\n"
                    "element=3 record=sample time=2026-03-29T01:59:00+01:00 tag=TIC101.PV value=80.0 quality=Bad\n"
                    "element=3 record=sample time=2026-03-29T01:59:00+01:00 tag=AG101.SPEED value=120\n"
                    "element=4 record=sample time=2026-03-29T02:00:00+01:00 tag=TIC101.PV value=Bad quality=Bad\n"));
}

void TestSignalTable::dateAndTimeOfDay()
{
    QCOMPARE(read("Date;Time;TI101\n29.03.2026;01:00:00;21,5\n29.03.2026;01:10:00;21,6\n"),
        std::string("element=2 record=sample time=29.03.2026 01:00:00 tag=TI101 value=21.5\n"
                    "element=3 record=sample time=29.03.2026 01:10:00 tag=TI101 value=21.6\n"));
}

void TestSignalTable::aRowOfUnits()
{
    QCOMPARE(read("Time;TI101;FI102\n;°C;l/h\n29.03.2026 01:00;21,5;1.250,0\n29.03.2026 01:10;21,6;1.250,5\n"),
        std::string("element=1 record=tag tag=TI101 unit=°C\nelement=1 record=tag tag=FI102 unit=l/h\n"
                    "element=3 record=sample time=29.03.2026 01:00 tag=TI101 value=21.5\n"
                    "element=3 record=sample time=29.03.2026 01:00 tag=FI102 value=1250.0\n"
                    "element=4 record=sample time=29.03.2026 01:10 tag=TI101 value=21.6\n"
                    "element=4 record=sample time=29.03.2026 01:10 tag=FI102 value=1250.5\n"));
}

void TestSignalTable::aTimeColumnPerTag()
{
    // Compressed data: other times and other numbers of rows for each tag, words between the values.
    QCOMPARE(read("Time,FIC1.PV,Time,TIC1.PV\n29-Mar-26 01:00:00,Pt Created,29-Mar-26 01:00:00,1.5\n"
                  "29-Mar-26 01:10:00,0.5,,\n29-Mar-26 01:20:00,Shutdown,,\n"),
        std::string("element=2 record=sample time=29-Mar-26 01:00:00 tag=FIC1.PV value=Pt Created quality=Pt Created\n"
                    "element=2 record=sample time=29-Mar-26 01:00:00 tag=TIC1.PV value=1.5\n"
                    "element=3 record=sample time=29-Mar-26 01:10:00 tag=FIC1.PV value=0.5\n"
                    "element=4 record=sample time=29-Mar-26 01:20:00 tag=FIC1.PV value=Shutdown quality=Shutdown\n"));
}

void TestSignalTable::oneRowPerValue()
{
    QCOMPARE(read("DateTime,TagName,Value,Quality,QualityDetail,OPCQuality,wwTimeZone\n"
                  "2026-03-29 01:00:00.0000000,T1,0.5,133,192,192,UTC\n2026-03-29 01:10:00.0000000,T1,,1,24,0,UTC\n"
                  "2026-03-29 01:20:00.0000000,T2,7,0,192,192,Europe/Berlin\n"),
        std::string("element=2 record=sample time=2026-03-29 01:00:00.0000000Z tag=T1 value=0.5 quality=Good\n"
                    "element=3 record=sample time=2026-03-29 01:10:00.0000000Z tag=T1 value=Bad quality=Bad\n"
                    "element=4 record=sample time=2026-03-29 01:20:00.0000000 tag=T2 value=7 quality=Good "
                    "zone=Europe/Berlin\n"));
    // The quality of AVEVA alone has numbers of its own.
    QCOMPARE(read("TagName,Date,Time,Value,Quality\nT1,03/29/2026,01:00:00,0.5,16\nT1,03/29/2026,01:10:00,0.6,1\n"),
        std::string("element=2 record=sample time=03/29/2026 01:00:00 tag=T1 value=0.5 quality=Uncertain\n"
                    "element=3 record=sample time=03/29/2026 01:10:00 tag=T1 value=0.6 quality=Bad\n"));
}

void TestSignalTable::datesOfASpreadsheet()
{
    QCOMPARE(read("Time,TI101\n46110.0833333333,21.5\n46110.25,21.6\n"),
        std::string("element=2 record=sample time=2026-03-29 02:00:00 tag=TI101 value=21.5\n"
                    "element=3 record=sample time=2026-03-29 06:00:00 tag=TI101 value=21.6\n"));
}

void TestSignalTable::qualities_data()
{
    QTest::addColumn<QString>("quality");
    const auto row = [](const char* text, const char* quality) { QTest::newRow(text) << QString::fromLatin1(quality); };
    row("192", "Good");
    row("216", "Good");
    row("64", "Uncertain");
    row("84", "Uncertain");
    row("0", "Bad");
    row("24", "Bad");
    row("0x00000000", "Good");
    row("0x40920000", "Uncertain");
    row("0x80050000", "Bad");
    row("2147483648", "Bad");
    row("1083310080", "Uncertain");
    row("good", "Good");
    row("Bad - no comm", "Bad");
    row("Questionable", "Uncertain");
    row("I/O Timeout", "I/O Timeout");
    row("0xZZ", "0xZZ");
}

void TestSignalTable::qualities()
{
    QFETCH(QString, quality);
    QCOMPARE(QString::fromStdString(signalQuality(QTest::currentDataTag())), quality);
}

void TestSignalTable::serials()
{
    QCOMPARE(serialDateText("45736", '.').value_or(""), std::string("2025-03-20"));
    QCOMPARE(serialDateText("45736.5", '.').value_or(""), std::string("2025-03-20 12:00:00"));
    QCOMPARE(serialDateText("45736,0000115741", ',').value_or(""), std::string("2025-03-20 00:00:01"));
    QVERIFY(!serialDateText("9999", '.'));
    QVERIFY(!serialDateText("1e300", '.'));
    QVERIFY(!serialDateText("20250320", '.'));
    QCOMPARE(serialClockText("0.9999999", '.').value_or(""), std::string("23:59:59.991"));
    QVERIFY(!serialClockText("1.5", '.'));
}

void TestSignalTable::otherTablesAreNone()
{
    for (const char* text : {"time,tag,value,quality\n2026-03-29T01:00:00Z,T1,1,Good\n",
             ",day_num,date,machineID,volt,rotate\n0,1,2015-01-01,1.0,170.5,446\n",
             "timestamp,volt,rotate,pressure\n2015-01-01,170.5,446,96\n", "Date,Machine 1,Reason\n2026-03-29,1,jam\n",
             "t,x\n", ""}) {
        MemorySource bytes(text);
        QVERIFY2(!SignalTable::open(bytes), text);
    }
}

QTEST_GUILESS_MAIN(TestSignalTable)
#include "tst_signal_table.moc"
