// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/zone.h"

#include "model/base/windows_zones.h"

#include <QTest>

using namespace antecedent;

namespace {

std::int64_t local(const char* text)
{
    return parseIso(text).value().us;
}

QString candidates(const char* zone, const char* text)
{
    const LocalMatch match = findZone(zone).value().resolveLocal(local(text));
    QString out;
    for (int i = 0; i < match.count; ++i)
        out += (i > 0 ? QStringLiteral(" ") : QString())
            + QString::fromStdString(formatUtc(Timestamp(Duration(match.utcUs[i]))));
    return out;
}

} // namespace

class TestZone : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void resolvesLocalTimes_data();
    void resolvesLocalTimes();
    void givesOffsetAtInstant_data();
    void givesOffsetAtInstant();
    void readsFixedOffsets_data();
    void readsFixedOffsets();
    void readsNamesOfWindows();
    void refusesUnknownNames();
    void everyBundledZoneIsReadable();
    void stretchesJoinWithoutGap();
    void ignoresCaseOfNames();
};

void TestZone::resolvesLocalTimes_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QString>("utc");
    const auto row = [](const char* name, const char* zone, const char* time, const char* utc) {
        QTest::newRow(name) << QByteArray(zone) << QByteArray(time) << QString::fromLatin1(utc);
    };
    row("Berlin in winter", "Europe/Berlin", "2026-01-15T12:00:00", "2026-01-15T11:00:00Z");
    row("Berlin in summer", "Europe/Berlin", "2026-07-15T12:00:00", "2026-07-15T10:00:00Z");
    row("Berlin, last second before the gap", "Europe/Berlin", "2026-03-29T01:59:59", "2026-03-29T00:59:59Z");
    row("Berlin, in the gap", "Europe/Berlin", "2026-03-29T02:30:00", "");
    row("Berlin, first second of the gap", "Europe/Berlin", "2026-03-29T02:00:00", "");
    row("Berlin, first second after the gap", "Europe/Berlin", "2026-03-29T03:00:00", "2026-03-29T01:00:00Z");
    row("Berlin, in the fold", "Europe/Berlin", "2026-10-25T02:30:00", "2026-10-25T00:30:00Z 2026-10-25T01:30:00Z");
    row("Berlin, after the fold", "Europe/Berlin", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z");
    row("Zurich, fold far in the future, by the footer's rule", "Europe/Zurich", "2060-10-31T02:00:00",
        "2060-10-31T00:00:00Z 2060-10-31T01:00:00Z");
    row("Zurich, gap far in the future", "Europe/Zurich", "2060-03-28T02:30:00", "");
    row("New York, gap", "America/New_York", "2026-03-08T02:15:00", "");
    row("New York, fold", "America/New_York", "2026-11-01T01:15:00", "2026-11-01T05:15:00Z 2026-11-01T06:15:00Z");
    row("Kolkata has no daylight saving", "Asia/Kolkata", "2026-03-29T02:30:00", "2026-03-28T21:00:00Z");
    row("Lord Howe, gap of half an hour", "Australia/Lord_Howe", "2026-10-04T02:15:00", "");
    row("Lord Howe, after the gap", "Australia/Lord_Howe", "2026-10-04T02:30:00", "2026-10-03T15:30:00Z");
    row("Lord Howe, fold of half an hour", "Australia/Lord_Howe", "2026-04-05T01:45:00",
        "2026-04-04T14:45:00Z 2026-04-04T15:15:00Z");
    row("Lord Howe, before the fold", "Australia/Lord_Howe", "2026-04-05T01:29:59", "2026-04-04T14:29:59Z");
    row("Dublin, whose standard time is summer time", "Europe/Dublin", "2026-07-01T12:00:00", "2026-07-01T11:00:00Z");
    row("Apia skipped a whole day", "Pacific/Apia", "2011-12-30T12:00:00", "");
    row("fixed offset", "-03:30", "2026-03-29T02:30:00", "2026-03-29T06:00:00Z");
    row("UTC", "UTC", "2026-03-29T02:30:00", "2026-03-29T02:30:00Z");
}

void TestZone::resolvesLocalTimes()
{
    QFETCH(QByteArray, zone);
    QFETCH(QByteArray, time);
    QFETCH(QString, utc);
    QCOMPARE(candidates(zone.constData(), time.constData()), utc);
}

void TestZone::givesOffsetAtInstant_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QByteArray>("utc");
    QTest::addColumn<int>("seconds");
    QTest::newRow("Berlin local mean time") << QByteArray("Europe/Berlin") << QByteArray("1890-01-01T00:00:00") << 3208;
    QTest::newRow("Berlin winter") << QByteArray("Europe/Berlin") << QByteArray("2026-03-29T00:59:59") << 3600;
    QTest::newRow("Berlin summer") << QByteArray("Europe/Berlin") << QByteArray("2026-03-29T01:00:00") << 7200;
    QTest::newRow("Berlin summer 2099") << QByteArray("Europe/Berlin") << QByteArray("2099-07-01T00:00:00") << 7200;
    QTest::newRow("Berlin winter 2099") << QByteArray("Europe/Berlin") << QByteArray("2099-12-31T23:59:59") << 3600;
    QTest::newRow("New York") << QByteArray("America/New_York") << QByteArray("2026-07-01T00:00:00") << -14400;
    QTest::newRow("Sydney in January") << QByteArray("Australia/Sydney") << QByteArray("2050-01-01T00:00:00") << 39600;
}

void TestZone::givesOffsetAtInstant()
{
    QFETCH(QByteArray, zone);
    QFETCH(QByteArray, utc);
    QFETCH(int, seconds);
    const Zone found = findZone(zone.constData()).value();
    QCOMPARE(found.offsetAt(Timestamp(Duration(local(utc.constData())))).seconds, seconds);
}

void TestZone::readsFixedOffsets_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("seconds");
    QTest::newRow("hours and minutes") << QByteArray("+01:00") << 3600;
    QTest::newRow("without colon") << QByteArray("-0330") << -12600;
    QTest::newRow("hours only") << QByteArray("+02") << 7200;
    QTest::newRow("with UTC before it") << QByteArray("UTC+1") << 3600;
    QTest::newRow("blanks around") << QByteArray(" +05:30 ") << 19800;
}

void TestZone::readsFixedOffsets()
{
    QFETCH(QByteArray, name);
    QFETCH(int, seconds);
    const Result<Zone> zone = findZone(name.constData());
    QVERIFY(zone.has_value());
    QCOMPARE(zone->offsetAt(Timestamp()).seconds, seconds);
}

void TestZone::readsNamesOfWindows()
{
    QVERIFY(windowsZones().size() > 130);
    for (const auto& [windows, iana] : windowsZones())
        QVERIFY2(findZone(windows).has_value(), (std::string(windows) + " " + std::string(iana)).c_str());
    QCOMPARE(findZone("W. Europe Standard Time").value().name(), std::string("Europe/Berlin"));
    QCOMPARE(findZone("eastern daylight time").value().name(), std::string("America/New_York"));
    QVERIFY(!findZone("Plant Standard Time").has_value());
}

void TestZone::refusesUnknownNames()
{
    for (const char* name : {"", "Europe/Atlantis", "+25:00", "+1:", "+01:0", "1:00", "localtime", "+01:00x"}) {
        const Result<Zone> zone = findZone(name);
        QVERIFY2(!zone.has_value(), name);
        QCOMPARE(zone.error().code, ErrorCode::UnknownZone);
    }
}

void TestZone::everyBundledZoneIsReadable()
{
    const std::vector<std::string> names = zoneNames();
    QVERIFY(names.size() > 400);
    QVERIFY(!zoneRulesVersion().empty());
    for (const std::string& name : names) {
        const Zone zone = findZone(name).value();
        for (const char* day : {"1901-01-01", "1970-01-01", "2026-01-01", "2026-07-01", "2100-07-01"}) {
            const ZoneOffset offset = zone.offsetAt(Timestamp(Duration(local(day))));
            QVERIFY(offset.seconds > -16 * 3600 && offset.seconds < 16 * 3600);
            QVERIFY(offset.beginUs < offset.endUs);
        }
    }
}

void TestZone::stretchesJoinWithoutGap()
{
    const Zone zone = findZone("Europe/Berlin").value();
    std::int64_t at = local("2030-01-01");
    for (int i = 0; i < 40; ++i) {
        const ZoneOffset stretch = zone.offsetAt(Timestamp(Duration(at)));
        QVERIFY(stretch.beginUs <= at && at < stretch.endUs);
        const ZoneOffset next = zone.offsetAt(Timestamp(Duration(stretch.endUs)));
        QCOMPARE(next.beginUs, stretch.endUs);
        QVERIFY(next.seconds != stretch.seconds);
        at = stretch.endUs;
    }
    QCOMPARE(formatUtc(Timestamp(Duration(at))), std::string("2049-10-31T01:00:00Z"));
}

void TestZone::ignoresCaseOfNames()
{
    QCOMPARE(findZone("europe/berlin").value().name(), std::string("Europe/Berlin"));
}

QTEST_GUILESS_MAIN(TestZone)
#include "tst_zone.moc"
