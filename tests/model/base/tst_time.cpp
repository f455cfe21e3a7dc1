// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/stated_time.h"
#include "model/base/time.h"

#include <QTest>

using namespace antecedent;
using namespace std::chrono_literals;

class TestTime : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsIsoForms_data();
    void readsIsoForms();
    void refusesOtherForms();
    void civilRoundTrip();
    void printsTheDecimalsOfTheSource();
    void printsBeforeTheEpoch();
    void statesATimeAsExactlyAsItsSource();
    void readsDurations();
    void intervalsAreHalfOpen();
    void unknownPrintsNothing();
};

void TestTime::readsIsoForms_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("printed");
    QTest::addColumn<int>("offset");
    QTest::addColumn<bool>("hasOffset");
    const auto row = [](const char* text, const char* printed, int offset, bool hasOffset) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(printed) << offset << hasOffset;
    };
    row("2026-03-29T01:30:00+01:00", "2026-03-29T00:30:00Z", 60, true);
    row("2026-03-29T01:30:00Z", "2026-03-29T01:30:00Z", 0, true);
    row("2026-03-29 01:30", "2026-03-29T01:30:00Z", 0, false);
    row("2026-03-29", "2026-03-29T00:00:00Z", 0, false);
    row("2023-04-28T17:30:50.7636639+02:00", "2023-04-28T15:30:50.763663Z", 120, true);
    row("2023-04-28T17:07:18.0Z", "2023-04-28T17:07:18.0Z", 0, true);
    row("2024-02-29T23:59:59.25-0330", "2024-03-01T03:29:59.25Z", -210, true);
    row("2024-02-29T23:59:59+02", "2024-02-29T21:59:59Z", 120, true);
}

void TestTime::readsIsoForms()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, printed);
    QFETCH(int, offset);
    QFETCH(bool, hasOffset);
    const auto time = parseIso(text.constData());
    QVERIFY(time.has_value());
    QCOMPARE(formatUtc(Timestamp(Duration(time->us)), precisionDigits(time->precision)), printed.toStdString());
    QCOMPARE(int{time->offsetMinutes}, offset);
    QCOMPARE(time->hasOffset, hasOffset);
}

void TestTime::refusesOtherForms()
{
    for (const char* text : {"", "2026-3-29", "2026-02-29", "2026-13-01", "2026-03-29T24:00:00", "2026-03-29T01:60:00",
             "2026-03-29T01:30:00.", "2026-03-29T01:30:00+1", "2026-03-29T01", "29.03.2026", "2026-03-29T01:30:00ZZ",
             "2026-03-29x01:30:00", "2026-03", "2026-13Z", "2026-03-29+2", "2026-02-30Z"})
        QVERIFY2(!parseIso(text).has_value(), text);
}

void TestTime::civilRoundTrip()
{
    for (std::int64_t day = -800'000; day < 800'000; day += 97) {
        const std::int64_t us = day * 86'400'000'000 + 12'345'678'901;
        QCOMPARE(civilToUs(usToCivil(us)), us);
    }
    QCOMPARE(daysFromCivil(2000, 3, 1), 11017);
    QVERIFY(isValidDate(2000, 2, 29));
    QVERIFY(!isValidDate(1900, 2, 29));
}

void TestTime::printsTheDecimalsOfTheSource()
{
    TimeValue value;
    value.utcUs = 1'500'000;
    value.precision = TimePrecision::Decimal1;
    QCOMPARE(formatUtc(value), std::string("1970-01-01T00:00:01.5Z"));
    value.precision = TimePrecision::Minute;
    QCOMPARE(formatUtc(value), std::string("1970-01-01T00:00:01Z"));
    QCOMPARE(formatWithOffset(value.at(), -210, 3), std::string("1969-12-31T20:30:01.500-03:30"));
}

void TestTime::printsBeforeTheEpoch()
{
    QCOMPARE(formatUtc(Timestamp(Duration(-1)), 6), std::string("1969-12-31T23:59:59.999999Z"));
}

void TestTime::statesATimeAsExactlyAsItsSource()
{
    const auto stated = [](const char* text) {
        const auto read = parseIso(text);
        return read ? formatStated({read->us, read->offsetMinutes, read->precision, TimeBasis::ExplicitOffset, false})
                    : std::string("unread");
    };
    for (const char* text : {"2026-03-29T03:30:00.250+02:00", "2026-03-29T03:30:00-03:30", "2026-03-29T03:30+02:00",
             "2026-03-29+02:00", "2026-03+02:00", "2026-03-05:00", "2026-03-29-05:00"})
        QCOMPARE(stated(text), std::string(text));
    QCOMPARE(parseIso("2026-03-29Z")->us, parseIso("2026-03-29")->us);
    QCOMPARE(parseIso("2026-03Z")->us, parseIso("2026-03-01")->us);
    QVERIFY(parseIso("2026-03Z")->precision == TimePrecision::Month);
    QCOMPARE(formatStated(TimeValue()), std::string());
    // A date plus a duration is no date any more, and a second plus a fraction no whole second.
    QCOMPARE(formatStated({5'400'000'000, 0, TimePrecision::Day, TimeBasis::ZoneRule, false}),
        std::string("1970-01-01T01:30:00+00:00"));
    QCOMPARE(formatStated({1'000'001, 60, TimePrecision::Second, TimeBasis::ZoneRule, false}),
        std::string("1970-01-01T01:00:01.000001+01:00"));
}

void TestTime::readsDurations()
{
    QVERIFY(parseDuration("90s") == Duration(90s));
    QVERIFY(parseDuration("1.5h") == Duration(90min));
    QVERIFY(parseDuration("3d") == Duration(72h));
    for (const char* text : {"", "h", "-3h", "3", "3w", "1e3h", "3 h"})
        QVERIFY2(!parseDuration(text).has_value(), text);
}

void TestTime::intervalsAreHalfOpen()
{
    const Interval a{Timestamp(1s), Timestamp(3s)};
    QVERIFY(a.contains(Timestamp(1s)));
    QVERIFY(!a.contains(Timestamp(3s)));
    QVERIFY(!a.overlaps({Timestamp(3s), Timestamp(4s)}));
    QVERIFY(a.overlaps({Timestamp(2s), Timestamp(4s)}));
}

void TestTime::unknownPrintsNothing()
{
    QVERIFY(!TimeValue{}.known());
    QCOMPARE(formatUtc(TimeValue{}), std::string());
}

QTEST_GUILESS_MAIN(TestTime)
#include "tst_time.moc"
