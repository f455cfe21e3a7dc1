// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/time_text.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

class TestTimeText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses();
    void knowsDatesThatMeanNone();
    void readsEpochNumbers();
    void decidesTheOrderOfAColumn_data();
    void decidesTheOrderOfAColumn();
    void aStatedOrderWins();
    void readsDurations();
};

void TestTimeText::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("order");
    QTest::addColumn<QByteArray>("printed");
    QTest::addColumn<int>("precision");
    const auto row = [](const char* text, DateOrder order, const char* printed, TimePrecision precision) {
        QTest::newRow(text) << QByteArray(text) << static_cast<int>(order) << QByteArray(printed)
                            << static_cast<int>(precision);
    };
    using enum DateOrder;
    using enum TimePrecision;
    row("4/6/16 14:00", Mdy, "2016-04-06T14:00:00Z", Minute);
    row("4/6/16 14:00 ", Dmy, "2016-06-04T14:00:00Z", Minute);
    row("03/01/2015 07:00", Dmy, "2015-01-03T07:00:00Z", Minute);
    row("28.03.2026 18:05", Dmy, "2026-03-28T18:05:00Z", Minute);
    row("1.2.2026 1:02:03", Dmy, "2026-02-01T01:02:03Z", Second);
    row("28.03.2026", Dmy, "2026-03-28T00:00:00Z", Day);
    row("05-12-16", Mdy, "2016-05-12T00:00:00Z", Day);
    row("16-12-05", Ymd, "2016-12-05T00:00:00Z", Day);
    row("2026/3/9 8:05", Dmy, "2026-03-09T08:05:00Z", Minute);
    row("2026-3-9", Mdy, "2026-03-09T00:00:00Z", Day);
    row("12/31/2025 11:59:59 PM", Mdy, "2025-12-31T23:59:59Z", Second);
    row("12/31/2025 12:00 AM", Mdy, "2025-12-31T00:00:00Z", Minute);
    row("31.12.2025 24:00", Dmy, "2026-01-01T00:00:00Z", Minute);
    row("28.03.2026 18:05:06,25", Dmy, "2026-03-28T18:05:06.25Z", Decimal2);
    row("28.03.2026 18:05:06.7636639 +02:00", Dmy, "2026-03-28T16:05:06.763663Z", Decimal6);
    row("4. Mai 2019 10:00", Dmy, "2019-05-04T10:00:00Z", Minute);
    row("4 Mär 2019", Dmy, "2019-03-04T00:00:00Z", Day);
    row("04-OKT-2019 10:00:01", Dmy, "2019-10-04T10:00:01Z", Second);
    row("Mar 4, 2019 10:00", Dmy, "2019-03-04T10:00:00Z", Minute);
    row("maj.19", Dmy, "2019-05-01T00:00:00Z", Month);
    row("avg.19", Dmy, "2019-08-01T00:00:00Z", Month);
    row("okt.19", Dmy, "2019-10-01T00:00:00Z", Month);
    row("Nov 2018", Dmy, "2018-11-01T00:00:00Z", Month);
    row("20260329", Dmy, "2026-03-29T00:00:00Z", Day);
    row("20260329013000", Dmy, "2026-03-29T01:30:00Z", Second);
    row("2023-04-28T17:30:50.7636639+02:00", Dmy, "2023-04-28T15:30:50.763663Z", Decimal6);
    row("1.1.70 0:01", Dmy, "1970-01-01T00:01:00Z", Minute);
    row("1.1.69 0:01", Dmy, "2069-01-01T00:01:00Z", Minute);
}

void TestTimeText::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(int, order);
    QFETCH(QByteArray, printed);
    QFETCH(int, precision);
    IsoTime time;
    const TimeText kind = parseTimeText(text.toStdString(), static_cast<DateOrder>(order), TimeForm::Calendar, time);
    QVERIFY(kind == TimeText::Ok);
    QCOMPARE(
        QByteArray::fromStdString(formatUtc(Timestamp(Duration(time.us)), precisionDigits(time.precision))), printed);
    QCOMPARE(static_cast<int>(time.precision), precision);
}

void TestTimeText::refuses()
{
    for (const char* text : {"abc", "13/13/2015", "31.02.2026", "2026-13-01", "1.2", "1.2.3.4", "28.03.2026 25:00",
             "28.03.2026 10:61", "28.03.2026 x", "12:00", "Foo 4 2019", "28.03.2026 13:00 PM", "1/2/345", "99999999",
             "2026-03-29T01:30:00+99:00", "123456789"}) {
        IsoTime time;
        QVERIFY2(parseTimeText(text, DateOrder::Dmy, TimeForm::Calendar, time) == TimeText::Unreadable, text);
    }
}

void TestTimeText::knowsDatesThatMeanNone()
{
    for (const char* text : {"0/1/00", "00.00.0000", "00:00:00", "31.12.9999", "1900-01-00", "1970-01-01", "n/a",
             "NULL", "-", "9999-12-31 23:59:59", "00.00.0000 00:00:00"}) {
        IsoTime time;
        QVERIFY2(parseTimeText(text, DateOrder::Dmy, TimeForm::Calendar, time) == TimeText::EmptyWord, text);
    }
    IsoTime time;
    QVERIFY(parseTimeText("  ", DateOrder::Dmy, TimeForm::Calendar, time) == TimeText::Empty);
}

void TestTimeText::readsEpochNumbers()
{
    IsoTime time;
    QVERIFY(parseTimeText("1774747800", DateOrder::Dmy, TimeForm::Calendar, time) == TimeText::Ok);
    QCOMPARE(formatUtc(Timestamp(Duration(time.us))), std::string("2026-03-29T01:30:00Z"));
    QVERIFY(time.hasOffset);
    QVERIFY(parseTimeText("1774747800250", DateOrder::Dmy, TimeForm::Calendar, time) == TimeText::Ok);
    QCOMPARE(formatUtc(Timestamp(Duration(time.us)), 3), std::string("2026-03-29T01:30:00.250Z"));
    QVERIFY(parseTimeText("86400.5", DateOrder::Dmy, TimeForm::EpochSeconds, time) == TimeText::Ok);
    QCOMPARE(formatUtc(Timestamp(Duration(time.us)), 1), std::string("1970-01-02T00:00:00.5Z"));
    QVERIFY(parseTimeText("abc", DateOrder::Dmy, TimeForm::EpochSeconds, time) == TimeText::Unreadable);
    QVERIFY(parseTimeText("9e300", DateOrder::Dmy, TimeForm::EpochSeconds, time) == TimeText::Unreadable);
}

void TestTimeText::decidesTheOrderOfAColumn_data()
{
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QByteArray>("order");
    QTest::addColumn<bool>("assumed");
    QTest::newRow("first beyond 12") << QStringList{"3/4/2015", "13/4/2015"} << QByteArray("dmy") << false;
    QTest::newRow("second beyond 12") << QStringList{"3/4/2015", "4/13/15 7:00"} << QByteArray("mdy") << false;
    QTest::newRow("first beyond 31") << QStringList{"99-04-02"} << QByteArray("ymd") << false;
    QTest::newRow("nothing settles it") << QStringList{"3/4/2015", "5/6/2015"} << QByteArray("dmy") << true;
    QTest::newRow("dots") << QStringList{"3.4.2015", "5.6.2015"} << QByteArray("dmy") << false;
    QTest::newRow("both") << QStringList{"13/4/2015", "4/13/2015"} << QByteArray("dmy") << true;
    QTest::newRow("year first") << QStringList{"2015-03-04"} << QByteArray("dmy") << false;
    QTest::newRow("empty words do not count") << QStringList{"0/1/00", "31.12.9999"} << QByteArray("dmy") << false;
}

void TestTimeText::decidesTheOrderOfAColumn()
{
    QFETCH(QStringList, cells);
    QFETCH(QByteArray, order);
    QFETCH(bool, assumed);
    DateEvidence evidence;
    for (const QString& cell : cells)
        evidence.add(cell.toStdString());
    const DateDecision decision = decideDateOrder(evidence, std::nullopt);
    QCOMPARE(QByteArray(dateOrderName(decision.order)), order);
    QCOMPARE(decision.assumed, assumed);
}

void TestTimeText::aStatedOrderWins()
{
    DateEvidence evidence;
    evidence.add("13/4/2015");
    const DateDecision decision = decideDateOrder(evidence, DateOrder::Mdy);
    QVERIFY(decision.order == DateOrder::Mdy);
    QVERIFY(!decision.assumed);
}

void TestTimeText::readsDurations()
{
    using namespace std::chrono_literals;
    QVERIFY(parseDurationText("3:00") == Duration(3h));
    QVERIFY(parseDurationText("40:00:00") == Duration(40h));
    QVERIFY(parseDurationText("0:00:30") == Duration(30s));
    QVERIFY(parseDurationText("1.5") == Duration(90min));
    QVERIFY(parseDurationText("90s") == Duration(90s));
    for (const char* text : {"", "x", "1:2:3:4", "1:60", "-3", "1:-2"})
        QVERIFY2(!parseDurationText(text).has_value(), text);
}

QTEST_GUILESS_MAIN(TestTimeText)
#include "tst_time_text.moc"
