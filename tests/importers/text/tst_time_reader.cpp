// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/text/time_reader.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::importers;

namespace {

TimeReader::Settings inBerlin(AmbiguousPolicy policy)
{
    TimeReader::Settings settings;
    settings.zone = findZone("Europe/Berlin").value();
    settings.ambiguous = policy;
    return settings;
}

} // namespace

class TestTimeReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fastAndSlowAgree();
    void aMinuteReadBeforeChangesNothing();
    void resolvesGapAndFold();
    void aMarkTellsTheSideOfTheFold();
    void neverAssumesAZone();
    void valueZoneWinsOverTheSources();
    void aWholeYearOfLocalTimes();
};

void TestTimeReader::fastAndSlowAgree()
{
    TimeReader reader({});
    for (const char* text : {"2026-03-29T01:30:00Z", "2026-03-29 01:30:00.250Z", "2026-03-29T01:30:00+02:00",
             "2026-03-29T01:30:00.125-03:30", "2026-12-31T23:59:59.999Z", "2026-03-29T01:30:00.1234Z",
             "1969-12-31T23:59:59Z"}) {
        TimeValue value;
        QVERIFY2(reader.read(text, value) == TimeStatus::Ok, text);
        const auto iso = parseIso(text);
        QCOMPARE(value.utcUs, iso->us);
        QCOMPARE(value.offsetMinutes, iso->offsetMinutes);
        QVERIFY(value.precision == iso->precision);
        QVERIFY(value.basis == TimeBasis::ExplicitOffset);
    }
    TimeValue value;
    for (const char* text : {"2026-03-29T24:30:00Z", "2026-02-30T01:30:00Z", "2026-03-29T01:3x:00Z",
             "2026-03-29T01:30:00.1x5Z", "2026-03-29T01:30:00+2x:00", "2026-03-29Q01:30:00Z"})
        QVERIFY2(reader.read(text, value) == TimeStatus::Unreadable, text);
}

// The reader keeps the last minute: every order of good and bad neighbours reads like a fresh one.
void TestTimeReader::aMinuteReadBeforeChangesNothing()
{
    const std::vector<const char*> texts{"2026-03-29T01:30:00Z", "2026-03-29T01:30:59.999Z", "2026-03-29T01:30:60Z",
        "2026-03-29T01:3x:00Z", "2026-03-29T01:31:00+02:00", "2026-03-28T01:31:00Z", "2026-02-30T01:30:00Z",
        "2026-03-29 01:30:00Z", "2026-03-29T01:30-00Z", "2026-03-29T25:30:00Z"};
    for (const char* before : texts) {
        for (const char* text : texts) {
            TimeReader kept({});
            TimeReader fresh({});
            TimeValue ignored;
            TimeValue value;
            TimeValue expected;
            static_cast<void>(kept.read(before, ignored));
            QVERIFY(kept.read(text, value) == fresh.read(text, expected));
            QVERIFY(value == expected);
        }
    }
}

void TestTimeReader::resolvesGapAndFold()
{
    TimeValue value;
    TimeReader earlier(inBerlin(AmbiguousPolicy::Earlier));
    QVERIFY(earlier.read("2026-03-29 02:30:00", value) == TimeStatus::Nonexistent);
    QVERIFY(!value.known());
    QVERIFY(earlier.read("2026-10-25 02:30:00", value) == TimeStatus::AmbiguousResolved);
    QCOMPARE(formatUtc(value), std::string("2026-10-25T00:30:00Z"));
    QVERIFY(value.ambiguous);
    QCOMPARE(int{value.offsetMinutes}, 120);
    TimeReader later(inBerlin(AmbiguousPolicy::Later));
    QVERIFY(later.read("2026-10-25 02:30:00", value) == TimeStatus::AmbiguousResolved);
    QCOMPARE(formatUtc(value), std::string("2026-10-25T01:30:00Z"));
    TimeReader refuse(inBerlin(AmbiguousPolicy::Reject));
    QVERIFY(refuse.read("2026-10-25 02:30:00", value) == TimeStatus::AmbiguousRejected);
    QVERIFY(!value.known());
    QVERIFY(refuse.read("2026-10-25T02:30:00+01:00", value) == TimeStatus::Ok);
}

void TestTimeReader::aMarkTellsTheSideOfTheFold()
{
    for (const AmbiguousPolicy policy : {AmbiguousPolicy::Earlier, AmbiguousPolicy::Later, AmbiguousPolicy::Reject}) {
        TimeReader reader(inBerlin(policy));
        TimeValue value;
        QVERIFY(reader.read("2026-10-25 02:30:00.250 DST", value) == TimeStatus::Ok);
        QCOMPARE(formatUtc(value), std::string("2026-10-25T00:30:00.250Z"));
        QVERIFY(!value.ambiguous);
        QVERIFY(reader.read("10/25/2026 2:30:00 AM ST", value) == TimeStatus::Unreadable); // the order is dmy
        QVERIFY(reader.read("25.10.2026 02:30 ST", value) == TimeStatus::Ok);
        QCOMPARE(formatUtc(value), std::string("2026-10-25T01:30:00Z"));
        // Elsewhere it changes nothing, and the next text is without it.
        QVERIFY(reader.read("2026-07-01 02:30:00 ST", value) == TimeStatus::Ok);
        QCOMPARE(formatUtc(value), std::string("2026-07-01T00:30:00Z"));
        QVERIFY(reader.read("2026-03-29 02:30:00 DST", value) == TimeStatus::Nonexistent);
        QVERIFY(reader.read("2026-10-25 02:30:00", value) != TimeStatus::Ok);
        for (const char* text : {" DST", "DST", "ST", "x ST", "2026-10-25 02:30:00DST"})
            QVERIFY2(reader.read(text, value) == TimeStatus::Unreadable, text);
    }
}

void TestTimeReader::neverAssumesAZone()
{
    TimeValue value;
    TimeReader reader({});
    QVERIFY(reader.read("2026-10-25 02:30:00", value) == TimeStatus::MissingZone);
    QVERIFY(!value.known());
}

void TestTimeReader::valueZoneWinsOverTheSources()
{
    TimeValue value;
    TimeReader reader(inBerlin(AmbiguousPolicy::Earlier));
    const Zone newYork = findZone("America/New_York").value();
    TimeReader::RowRules rules;
    rules.hasZone = true;
    rules.zone = &newYork;
    QVERIFY(reader.readIn("2026-07-01 12:00:00", rules, value) == TimeStatus::Ok);
    QCOMPARE(formatUtc(value), std::string("2026-07-01T16:00:00Z"));
    QVERIFY(value.basis == TimeBasis::ZoneRule);
    QVERIFY(reader.read("2026-07-01 12:00:00", value) == TimeStatus::Ok);
    QCOMPARE(formatUtc(value), std::string("2026-07-01T10:00:00Z"));
    QVERIFY(value.basis == TimeBasis::AssumedZone);
}

// The kept zone stretch must give what the rules give, row by row, in any order of rows.
void TestTimeReader::aWholeYearOfLocalTimes()
{
    const Zone zone = findZone("Europe/Berlin").value();
    TimeReader reader(inBerlin(AmbiguousPolicy::Earlier));
    const std::int64_t begin = civilToUs({2026, 1, 1, 0, 0, 0, 0});
    for (int i = 0; i < 365 * 24; ++i) {
        const std::int64_t local = begin + (i * 7919LL % (365LL * 24)) * 3'600'000'000;
        std::string text = formatUtc(Timestamp(Duration(local)));
        text.pop_back();
        TimeValue value;
        const TimeStatus status = reader.read(text, value);
        const LocalMatch match = zone.resolveLocal(local);
        QVERIFY((status == TimeStatus::Nonexistent) == (match.count == 0));
        if (match.count > 0)
            QCOMPARE(value.utcUs, match.utcUs[0]);
        QCOMPARE(value.ambiguous, match.count == 2);
    }
}

QTEST_GUILESS_MAIN(TestTimeReader)
#include "tst_time_reader.moc"
