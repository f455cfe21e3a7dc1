// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/facts/usage.h"

#include "tests/support/dataset_builder.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::test;

class TestUsage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsBatchesHoursCyclesAndCleaningsPerPeriod();
    void cutsMonthsAtTheSitesMidnight();
    void namesWeeksByTheirThursday();
    void saysUnknownWhereNothingIsKnownOfUse();
    void countsMeterReadingsBeforeUses();
    void countsTheCleaningsThatASkidDid();
    void countsOwnCleaningsBeforeThoseOfPartsAndUnit();
    void aLimitByUseIsDueFromTheUseThatReachesIt();
    void countsFromTheBeginOfTheDataWhereNothingSetsTheCounterBack();
    void takesTheNewestLimitInForce();
    void readsThresholdsAndNamesTheDamagedLine_data();
    void readsThresholdsAndNamesTheDamagedLine();
    void equalsTheConditionCard();
};

namespace {

// Five batches, one a day from 2024-05-29 on, ten hours each on U1, each cleaned after; PM on the first of June.
DatasetBuilder fiveBatches()
{
    DatasetBuilder b;
    const std::vector<std::string> days{"2024-05-29", "2024-05-30", "2024-05-31", "2024-06-01", "2024-06-02"};
    for (std::size_t i = 0; i < days.size(); ++i) {
        b.step("B" + std::to_string(i + 1), "Make", "U1", days[i] + "T06:00:00Z", days[i] + "T16:00:00Z");
        b.cleaning(
            "CL" + std::to_string(i + 1), "U1", days[i] + "T17:00:00Z", days[i] + "T18:00:00Z", "CIP", "pass", "SKID");
    }
    b.workOrder("PM-1", "U1", "PM", "2024-06-01T01:00:00Z", "2024-06-01T02:00:00Z");
    return b;
}

std::vector<AssetUsage> usageIn(const AlignmentContext& context, const char* asset, PeriodLength length)
{
    const Interval span{at("2024-05-29T00:00:00Z"), at("2024-06-03T00:00:00Z")};
    return usageOf(context, {context.dataset.findAsset(asset)}, usagePeriods(span, length, Zone()));
}

UsageThreshold batches(double value, std::string since = "since_maintenance")
{
    UsageThreshold out;
    out.asset = "U1";
    out.since = std::move(since);
    out.value = value;
    return out;
}

} // namespace

void TestUsage::countsBatchesHoursCyclesAndCleaningsPerPeriod()
{
    const Dataset dataset = fiveBatches().take();
    const AlignmentContext context(dataset);
    const auto months = usageIn(context, "U1", PeriodLength::Month);
    QCOMPARE(months.size(), std::size_t{2});
    QCOMPARE(*months[0].batches, 3);
    QCOMPARE(*months[0].runHours, 30.0);
    QCOMPARE(*months[0].cycles, 3.0);
    QVERIFY(!months[0].isMetered);
    QCOMPARE(*months[0].cleanings, 3);
    QCOMPARE(months[0].records.size(), std::size_t{6});
    QCOMPARE(*months[1].batches, 2);
    const auto all = usageIn(context, "U1", PeriodLength::All);
    QCOMPARE(all.size(), std::size_t{1});
    QCOMPARE(*all[0].batches, 5);
    QCOMPARE(*all[0].runHours, 50.0);
}

void TestUsage::cutsMonthsAtTheSitesMidnight()
{
    const Interval span{at("2024-05-29T00:00:00Z"), at("2024-07-02T00:00:00Z")};
    const auto months = usagePeriods(span, PeriodLength::Month, *findZone("Europe/Berlin"));
    QCOMPARE(months.size(), std::size_t{3});
    QCOMPARE(months[0].name, std::string("2024-05"));
    QCOMPARE(formatUtc(months[0].time.begin), std::string("2024-05-29T00:00:00Z"));
    QCOMPARE(formatUtc(months[1].time.begin), std::string("2024-05-31T22:00:00Z"));
    QCOMPARE(formatUtc(months[1].time.end), std::string("2024-06-30T22:00:00Z"));
    QCOMPARE(months[2].name, std::string("2024-07"));
    QCOMPARE(formatUtc(months[2].time.end), std::string("2024-07-02T00:00:00Z"));
}

void TestUsage::namesWeeksByTheirThursday()
{
    const Interval span{at("2024-12-28T00:00:00Z"), at("2025-01-07T00:00:00Z")};
    const auto weeks = usagePeriods(span, PeriodLength::Week, Zone());
    QCOMPARE(weeks.size(), std::size_t{3});
    QCOMPARE(weeks[0].name, std::string("2024-W52"));
    QCOMPARE(weeks[1].name, std::string("2025-W01"));
    QCOMPARE(formatUtc(weeks[1].time.begin), std::string("2024-12-30T00:00:00Z"));
    QCOMPARE(weeks[2].name, std::string("2025-W02"));
}

void TestUsage::saysUnknownWhereNothingIsKnownOfUse()
{
    DatasetBuilder b;
    b.event("2024-05-29T06:00:00Z", "M1", "alarm", "HIGH").event("2024-06-02T06:00:00Z", "M1", "alarm", "HIGH");
    const Dataset dataset = b.take();
    const AlignmentContext context(dataset);
    const auto usage = usageIn(context, "M1", PeriodLength::All);
    QVERIFY(!usage[0].batches && !usage[0].runHours && !usage[0].cycles && !usage[0].cleanings);
    const auto triggers = usageTriggers(ConditionFacts(context),
        {{"M1", {}, "since_maintenance", UsageUnit::Batches, 3, {}}}, at("2024-06-03T00:00:00Z"));
    QCOMPARE(triggers.size(), std::size_t{1});
    QCOMPARE(triggers[0].state, TriggerState::Unknown);
    QVERIFY(!triggers[0].used);
}

void TestUsage::countsMeterReadingsBeforeUses()
{
    DatasetBuilder b = fiveBatches();
    for (const auto& [when, reading] : {std::pair("2024-05-28T00:00:00Z", "100"), {"2024-06-04T00:00:00Z", "240"}})
        b.later([when = std::string(when), reading = std::string(reading)](Dataset& d) {
            MeterReading m;
            m.asset = d.findAsset("U1");
            m.kind = "cycles";
            m.time = time(when);
            m.reading = number(reading);
            d.meters.push_back(m);
        });
    const Dataset dataset = b.take();
    const AlignmentContext context(dataset);
    const auto usage = usageIn(context, "U1", PeriodLength::All);
    QVERIFY(usage[0].isMetered);
    QCOMPARE(*usage[0].cycles, 100.0); // 140 in seven days, five of them asked for
}

void TestUsage::countsTheCleaningsThatASkidDid()
{
    const Dataset dataset = fiveBatches().take();
    const AlignmentContext context(dataset);
    const auto usage = usageIn(context, "SKID", PeriodLength::All);
    QCOMPARE(*usage[0].cleanings, 5);
    QVERIFY(!usage[0].batches); // no step names the skid
}

void TestUsage::countsOwnCleaningsBeforeThoseOfPartsAndUnit()
{
    DatasetBuilder b = fiveBatches();
    b.asset("PUNCH", "U1").asset("SEAL", "U1").asset("FRAME").asset("DOOR", "FRAME");
    b.cleaning("CL9", "PUNCH", "2024-06-01T03:00:00Z", "2024-06-01T04:00:00Z");
    b.cleaning("CL10", "DOOR", "2024-06-01T03:00:00Z", "2024-06-01T04:00:00Z");
    b.asset("NEVER");
    const Dataset dataset = b.take();
    const AlignmentContext context(dataset);
    const auto cleanings = [&](const char* asset) { return usageIn(context, asset, PeriodLength::All)[0].cleanings; };
    QCOMPARE(*cleanings("U1"), 5);
    QCOMPARE(*cleanings("PUNCH"), 1);
    QCOMPARE(*cleanings("SEAL"), 5); // with its unit
    QCOMPARE(*cleanings("FRAME"), 1); // that of its door
    QVERIFY(!cleanings("NEVER"));
}

void TestUsage::aLimitByUseIsDueFromTheUseThatReachesIt()
{
    const Dataset dataset = fiveBatches().take();
    const AlignmentContext context(dataset);
    const ConditionFacts facts(context);
    const auto triggers = usageTriggers(facts, {batches(10), batches(2), batches(2.2)}, at("2024-06-02T20:00:00Z"));
    QCOMPARE(triggers.size(), std::size_t{3});
    QCOMPARE(triggers[0].state, TriggerState::Due); // two batches since PM-1
    QCOMPARE(triggers[0].ref, std::string("PM-1"));
    QCOMPARE(*triggers[0].used, 2.0);
    const Duration late = *triggers[0].passed - at("2024-06-02T06:00:00Z");
    QVERIFY(Duration{} <= late && late <= std::chrono::seconds(1));
    QCOMPARE(triggers[1].state, TriggerState::Soon); // 2 of 2.2
    QCOMPARE(triggers[2].state, TriggerState::NotDue);
    QVERIFY(!triggers[2].passed);
}

void TestUsage::countsFromTheBeginOfTheDataWhereNothingSetsTheCounterBack()
{
    const Dataset dataset = fiveBatches().take();
    const AlignmentContext context(dataset);
    const ConditionFacts facts(context);
    const auto triggers = usageTriggers(
        facts, {batches(4, "since_calibration"), batches(9, "since_calibration")}, at("2024-06-02T20:00:00Z"));
    QCOMPARE(triggers[0].state, TriggerState::Due); // at least 5 of 4
    QVERIFY(triggers[0].isAtLeast);
    QCOMPARE(triggers[1].state, TriggerState::Unknown); // at least 5 of 9
    QCOMPARE(*triggers[1].used, 5.0);
}

void TestUsage::takesTheNewestLimitInForce()
{
    DatasetBuilder b = fiveBatches();
    const auto limit = [&](const char* value, const char* unit, const char* effective, const char* product) {
        b.later([=](Dataset& d) {
            Limit l;
            l.kind = "usage";
            l.asset = d.findAsset("U1");
            l.value = number(value);
            l.unit = unit;
            l.effective = time(effective);
            l.product = product;
            d.limits.push_back(l);
        });
    };
    limit("9", "batches", "2024-01-01T00:00:00Z", "");
    limit("2", "batches", "2024-05-01T00:00:00Z", "");
    limit("1", "batches", "2024-09-01T00:00:00Z", ""); // later
    limit("1", "batches", "2024-05-01T00:00:00Z", "P"); // of one product
    limit("5", "d", "2024-05-01T00:00:00Z", ""); // by calendar
    const Dataset dataset = b.take();
    const auto found = thresholdsOf(dataset, at("2024-06-02T20:00:00Z"));
    QCOMPARE(found.size(), std::size_t{1});
    QCOMPARE(found[0].value, 2.0);
    QCOMPARE(found[0].asset, std::string("U1"));
    QCOMPARE(found[0].since, std::string("since_maintenance"));
}

void TestUsage::readsThresholdsAndNamesTheDamagedLine_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("problem"); // empty: it is read
    QTest::newRow("whole") << QByteArray(
        "asset_id,since,unit,value,basis\r\nU1,replacement,run_hours,12.5,\"SOP-17, page 2\"\r\n")
                           << QString();
    QTest::newRow("byte order mark, any order, comment") << QByteArray(
        "\xEF\xBB\xBF# ours\nvalue,unit,basis,asset_id,since\n12.5,run hours,\"SOP-17, page 2\",U1,"
        "since replacement\n") << QString();
    QTest::newRow("no unit") << QByteArray("asset_id,value\nU1,3\n") << QStringLiteral("line 1");
    QTest::newRow("unknown column") << QByteArray("asset,unit,value\nU1,batches,3\n") << QStringLiteral("\"asset\"");
    QTest::newRow("unknown unit") << QByteArray("asset_id,unit,value\nU1,batches,3\nU1,days,3\n")
                                  << QStringLiteral("line 3");
    QTest::newRow("no number") << QByteArray("asset_id,unit,value\nU1,batches,many\n") << QStringLiteral("line 2");
    QTest::newRow("zero") << QByteArray("asset_id,unit,value\nU1,batches,0\n") << QStringLiteral("line 2");
    QTest::newRow("no such counter") << QByteArray("asset_id,since,unit,value\nU1,breakfast,batches,3\n")
                                     << QStringLiteral("breakfast");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("no threshold");
}

void TestUsage::readsThresholdsAndNamesTheDamagedLine()
{
    QFETCH(const QByteArray, csv);
    QFETCH(const QString, problem);
    const Result<std::vector<UsageThreshold>> read = parseThresholds(csv.toStdString());
    if (!problem.isEmpty()) {
        QVERIFY(!read);
        const QString words = QString::fromStdString(errorText(read.error()));
        QVERIFY2(words.contains(problem), qPrintable(words));
        return;
    }
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), std::size_t{1});
    QVERIFY(
        read->front() == (UsageThreshold{"U1", {}, "since_replacement", UsageUnit::RunHours, 12.5, "SOP-17, page 2"}));
}

void TestUsage::equalsTheConditionCard()
{
    const Dataset dataset = fiveBatches().take();
    const AlignmentContext context(dataset);
    const ConditionFacts facts(context);
    for (const char* when : {"2024-06-01T08:00:00Z", "2024-06-02T12:00:00Z"}) {
        const auto card = facts.card(dataset.findAsset("U1"), at(when), AsKnown::Now);
        const auto trigger = usageTriggers(facts, {batches(50)}, at(when)).front();
        QCOMPARE(static_cast<int>(*trigger.used), *card.counter("since_maintenance").batches);
    }
}

QTEST_GUILESS_MAIN(TestUsage)
#include "tst_usage.moc"
