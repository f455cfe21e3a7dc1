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

std::string remarks(std::string_view bytes)
{
    MemorySource source(bytes);
    const auto table = SignalTable::open(source);
    std::vector<std::string> row;
    std::string out;
    while (table && *(*table)->next(row))
        ;
    for (const std::string& remark : (*table)->remarks())
        out += remark + "\n";
    return out;
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
    void wordsAreStatesOfADigitalTag();
    void wordsOfAListAreStatesToo();
    void errorTextsAreGaps_data();
    void errorTextsAreGaps();
    void stepsAndLinesAreKeptApart();
    void madeValuesAreSaid();
    void millisecondsOfTheirOwn();
    void anImportFormWithoutHeadings();
    void rowsOfDescriptionsAndUnits();
    void listsWithLearntHeadings_data();
    void listsWithLearntHeadings();
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

void TestSignalTable::wordsAreStatesOfADigitalTag()
{
    // One column of words among numbers; a state that is said again is no change, and one after a gap is.
    const char* const table = "Time;TI101;V101.STATE\n29.03.2026 01:00;21,5;OFFEN\n29.03.2026 01:10;21,6;OFFEN\n"
                              "29.03.2026 01:20;21,7;ZU\n29.03.2026 01:30;Keine Daten;I/O Timeout\n"
                              "29.03.2026 01:40;21,9;ZU\n";
    QCOMPARE(read(table),
        std::string(
            "element=1 record=tag tag=V101.STATE interpolation=step\n"
            "element=2 record=sample time=29.03.2026 01:00 tag=TI101 value=21.5\n"
            "element=2 record=state time=29.03.2026 01:00 tag=V101.STATE value=OFFEN\n"
            "element=3 record=sample time=29.03.2026 01:10 tag=TI101 value=21.6\n"
            "element=4 record=sample time=29.03.2026 01:20 tag=TI101 value=21.7\n"
            "element=4 record=state time=29.03.2026 01:20 tag=V101.STATE value=ZU\n"
            "element=5 record=sample time=29.03.2026 01:30 tag=TI101 value=Keine Daten quality=Keine Daten\n"
            "element=5 record=sample time=29.03.2026 01:30 tag=V101.STATE value=I/O Timeout quality=I/O Timeout\n"
            "element=6 record=sample time=29.03.2026 01:40 tag=TI101 value=21.9\n"
            "element=6 record=state time=29.03.2026 01:40 tag=V101.STATE value=ZU\n"));
    QCOMPARE(remarks(table), std::string("1 value of a digital tag repeats its state and is no record of its own\n"));
    // Tags with times of their own.
    QCOMPARE(read("Time,TIC1.PV,Time,P1.RUN\n29-Mar-26 01:00:00,1.5,29-Mar-26 01:00:00,Running\n"
                  "29-Mar-26 01:10:00,1.6,29-Mar-26 01:05:00,Stopped\n"),
        std::string("element=1 record=tag tag=P1.RUN interpolation=step\n"
                    "element=2 record=sample time=29-Mar-26 01:00:00 tag=TIC1.PV value=1.5\n"
                    "element=2 record=state time=29-Mar-26 01:00:00 tag=P1.RUN value=Running\n"
                    "element=3 record=sample time=29-Mar-26 01:10:00 tag=TIC1.PV value=1.6\n"
                    "element=3 record=state time=29-Mar-26 01:05:00 tag=P1.RUN value=Stopped\n"));
}

void TestSignalTable::wordsOfAListAreStatesToo()
{
    // A word between the numbers of a tag is an error text that is not known: a gap, and no quality.
    QCOMPARE(read("DateTime,TagName,Value,OPCQuality\n2026-03-29T01:00:00Z,P1.RUN,Running,192\n"
                  "2026-03-29T01:00:00Z,T1,0.5,192\n2026-03-29T01:01:00Z,T1,Flatline,\n"
                  "2026-03-29T01:02:00Z,P1.RUN,Stopped,0\n2026-03-29T01:03:00Z,T1,0.6,192\n"
                  "2026-03-29T01:04:00Z,P1.RUN,Bad Input,\n"),
        std::string(
            "element=2 record=tag tag=P1.RUN interpolation=step\n"
            "element=2 record=state time=2026-03-29T01:00:00Z tag=P1.RUN value=Running quality=Good\n"
            "element=3 record=sample time=2026-03-29T01:00:00Z tag=T1 value=0.5 quality=Good\n"
            "element=4 record=sample time=2026-03-29T01:01:00Z tag=T1 value=Flatline\n"
            "element=5 record=sample time=2026-03-29T01:02:00Z tag=P1.RUN value=Stopped quality=Bad\n"
            "element=6 record=sample time=2026-03-29T01:03:00Z tag=T1 value=0.6 quality=Good\n"
            "element=7 record=sample time=2026-03-29T01:04:00Z tag=P1.RUN value=Bad Input quality=Bad Input\n"));
}

void TestSignalTable::errorTextsAreGaps_data()
{
    QTest::addColumn<QString>("word");
    for (const char* text : {"Bad Input", "I/O Timeout", "No Data", "Pt Created", "Scan Off", "Calc Failed",
             "Configure", "NA", "GATED", "Keine Daten", "Schlechte Qualität", "Nicht verbunden", "Ungültig"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestSignalTable::errorTextsAreGaps()
{
    QFETCH(QString, word);
    const QString out =
        QString::fromStdString(read("DateTime,TagName,Value\n2026-03-29T01:00:00Z,T1," + word.toStdString() + "\n"));
    QCOMPARE(out,
        QStringLiteral("element=2 record=sample time=2026-03-29T01:00:00Z tag=T1 value=%1 quality=%1\n").arg(word));
}

void TestSignalTable::stepsAndLinesAreKeptApart()
{
    QCOMPARE(read("DateTime,TagName,Value,wwRetrievalMode,wwInterpolationType\n"
                  "2026-03-29T01:00:00Z,SP1,5,Delta,StairStep\n2026-03-29T01:00:00Z,T1,0.5,Delta,Linear\n"
                  "2026-03-29T01:01:00Z,T1,0.6,Delta,Linear\n2026-03-29T01:01:00Z,T2,0.6,Delta,\n"),
        std::string("element=2 record=tag tag=SP1 interpolation=step\n"
                    "element=2 record=sample time=2026-03-29T01:00:00Z tag=SP1 value=5\n"
                    "element=3 record=tag tag=T1 interpolation=linear\n"
                    "element=3 record=sample time=2026-03-29T01:00:00Z tag=T1 value=0.5\n"
                    "element=4 record=sample time=2026-03-29T01:01:00Z tag=T1 value=0.6\n"
                    "element=5 record=sample time=2026-03-29T01:01:00Z tag=T2 value=0.6\n"));
    QCOMPARE(read("Tag,Timestamp,Value,Step\nSP1,29-Mar-26 01:00:00,5,1\nT1,29-Mar-26 01:00:00,0.5,0\n"),
        std::string("element=2 record=tag tag=SP1 interpolation=step\n"
                    "element=2 record=sample time=29-Mar-26 01:00:00 tag=SP1 value=5\n"
                    "element=3 record=tag tag=T1 interpolation=linear\n"
                    "element=3 record=sample time=29-Mar-26 01:00:00 tag=T1 value=0.5\n"));
}

void TestSignalTable::madeValuesAreSaid()
{
    QCOMPARE(remarks("DateTime,TagName,Value,wwRetrievalMode\n2026-03-29T01:00:00Z,T1,0.5,Interpolated\n"
                     "2026-03-29T01:01:00Z,T1,0.6,Interpolated\n2026-03-29T01:00:00Z,T2,1,Average\n"
                     "2026-03-29T01:00:00Z,T3,1,Cyclic\n"),
        std::string("1 value was made of a stretch of time (retrieval mode Average): what happened between them is not "
                    "in the export\n"
                    "2 values were interpolated (retrieval mode Interpolated): what happened between them is not in "
                    "the export\n"));
    QCOMPARE(remarks("DateTime,TagName,Value\n2026-03-29T01:00:00Z,T1,0.5\n"), std::string());
}

void TestSignalTable::millisecondsOfTheirOwn()
{
    const std::string zoned = read("Time;Milliseconds;T1.PV;T2.PV\n2026-03-29 01:58:10+01:00;250;1.5;2.5\n"
                                   "2026-03-29 01:58:11+01:00;0;1.5;2.5\n");
    QVERIFY2(zoned.find("time=2026-03-29 01:58:10.250+01:00 tag=T1.PV value=1.5") != std::string::npos, zoned.c_str());
    const char* const table = "Time;Milliseconds;Pane1-Pen1;Pane1-Pen2\n29/03/2026 01:00:00;7;1.5;GATED\n"
                              "29/03/2026 01:00:01 PM;250;NA;2.5\n";
    QCOMPARE(read(table),
        std::string("element=1 record=tag tag=Pane1-Pen1 interpolation=linear\n"
                    "element=1 record=tag tag=Pane1-Pen2 interpolation=linear\n"
                    "element=2 record=sample time=29/03/2026 01:00:00.007 tag=Pane1-Pen1 value=1.5\n"
                    "element=2 record=sample time=29/03/2026 01:00:00.007 tag=Pane1-Pen2 value=GATED quality=GATED\n"
                    "element=3 record=sample time=29/03/2026 01:00:01.250 PM tag=Pane1-Pen1 value=NA quality=NA\n"
                    "element=3 record=sample time=29/03/2026 01:00:01.250 PM tag=Pane1-Pen2 value=2.5\n"));
    QCOMPARE(remarks(table),
        std::string("the values are interpolated for a display period: what happened between two of them is not in the "
                    "export\n"));
}

void TestSignalTable::anImportFormWithoutHeadings()
{
    for (const bool isUtc : {true, false})
        QCOMPARE(read(std::string("ASCII\n,\nAdmin,1,") + (isUtc ? "UTC" : "Server Local")
                     + ",10,2\nT1,0,2026/03/29,01:00:00.000,0,0.5,192\nT1,0,2026/03/29,01:10:00.000,0,0.6,24\n"),
            std::string("element=4 record=sample time=2026/03/29 01:00:00.000") + (isUtc ? "Z" : "")
                + " tag=T1 value=0.5 quality=Good\nelement=5 record=sample time=2026/03/29 01:10:00.000"
                + (isUtc ? "Z" : "") + " tag=T1 value=0.6 quality=Bad\n");
}

void TestSignalTable::rowsOfDescriptionsAndUnits()
{
    QCOMPARE(read("Time;TI101;NI102\nDescription;Temperature of the reactor;Speed of the agitator\n"
                  "Unit;°C;Umdrehungen pro Minute\n29.03.2026 01:00;21,5;120\n29.03.2026 01:10;21,6;121\n"),
        std::string("element=1 record=tag tag=TI101 unit=°C description=Temperature of the reactor\n"
                    "element=1 record=tag tag=NI102 unit=Umdrehungen pro Minute description=Speed of the agitator\n"
                    "element=4 record=sample time=29.03.2026 01:00 tag=TI101 value=21.5\n"
                    "element=4 record=sample time=29.03.2026 01:00 tag=NI102 value=120\n"
                    "element=5 record=sample time=29.03.2026 01:10 tag=TI101 value=21.6\n"
                    "element=5 record=sample time=29.03.2026 01:10 tag=NI102 value=121\n"));
    QVERIFY(read("Time;TI101\n;Temperature of the reactor\n29.03.2026 01:00;21,5\n")
                .starts_with("element=1 record=tag tag=TI101 description=Temperature of the reactor\n"));
}

void TestSignalTable::listsWithLearntHeadings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("English") << QStringLiteral(
        "Timestamp,Point Name,Reading,Status\n2026-03-29T01:00:00Z,T1,0.5,Good\n")
                             << QStringLiteral("element=2 record=sample time=2026-03-29T01:00:00Z tag=T1 value=0.5 "
                                               "quality=Good\n");
    QTest::newRow("German") << QStringLiteral("Zeitstempel;Messstelle;Messwert;Einheit;Qualität\n"
                                              "29.03.2026 01:00;T1;0,5;°C;schlecht\n")
                            << QStringLiteral("element=2 record=tag tag=T1 unit=°C\n"
                                              "element=2 record=sample time=29.03.2026 01:00 tag=T1 value=0.5 "
                                              "quality=Bad\n");
    QTest::newRow("date and clock") << QStringLiteral("Datum;Uhrzeit;Tag;Wert\n29.03.2026;01:00:00;T1;0,5\n")
                                    << QStringLiteral("element=2 record=sample time=29.03.2026 01:00:00 tag=T1 "
                                                      "value=0.5\n");
    QTest::newRow("a laboratory") << QStringLiteral("Timestamp,Sensor,Value,Batch\n2026-03-29T01:00:00Z,pH,7.1,B1\n")
                                  << QStringLiteral("error The format of the source is not known: not a table of "
                                                    "process values");
}

void TestSignalTable::listsWithLearntHeadings()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const QString out = QString::fromStdString(read(text.toStdString()));
    if (expected.startsWith(QStringLiteral("error")))
        QVERIFY2(out.startsWith(QStringLiteral("error")), qPrintable(out));
    else
        QCOMPARE(out, expected);
}

void TestSignalTable::otherTablesAreNone()
{
    for (const char* text : {"time,tag,value,quality\n2026-03-29T01:00:00Z,T1,1,Good\n",
             ",day_num,date,machineID,volt,rotate\n0,1,2015-01-01,1.0,170.5,446\n",
             "timestamp,volt,rotate,pressure\n2015-01-01,170.5,446,96\n", "Date,Machine 1,Reason\n2026-03-29,1,jam\n",
             "t,x\n", "Time,Alarm 1,Comment 2\n2026-03-29 01:00,jam,cleared\n2026-03-29 02:00,leak,sealed\n", ""}) {
        MemorySource bytes(text);
        QVERIFY2(!SignalTable::open(bytes), text);
    }
}

QTEST_GUILESS_MAIN(TestSignalTable)
#include "tst_signal_table.moc"
