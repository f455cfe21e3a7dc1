// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/site_time.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::widgets;

class TestSiteTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheSitesTimeOnBothSidesOfDaylightSaving()
    {
        const SiteTime vienna(findZone("Europe/Vienna").value());
        const auto at = [](const char* iso) { return Timestamp(Duration(parseIso(iso)->us)); };
        QCOMPARE(vienna.full(at("2026-03-29T00:59:59Z")), QStringLiteral("29 Mar 2026 01:59:59"));
        QCOMPARE(vienna.full(at("2026-03-29T01:00:00Z")), QStringLiteral("29 Mar 2026 03:00:00"));
        QCOMPARE(vienna.offset(at("2026-03-29T00:59:59Z")), QStringLiteral("UTC+1"));
        QCOMPARE(vienna.offset(at("2026-03-29T01:00:00Z")), QStringLiteral("UTC+2"));
        QCOMPARE(SiteTime().full(at("2026-03-29T01:00:00Z")), QStringLiteral("29 Mar 2026 01:00:00"));
    }

    void showsAsManyDigitsAsTheSource()
    {
        TimeValue t;
        QCOMPARE(SiteTime().full(t), QStringLiteral("–"));
        t.utcUs = parseIso("2026-03-29T01:02:03.456789Z")->us;
        t.precision = TimePrecision::Decimal3;
        QCOMPARE(SiteTime().full(t), QStringLiteral("29 Mar 2026 01:02:03.456"));
        t.precision = TimePrecision::Minute;
        QCOMPARE(SiteTime().full(t), QStringLiteral("29 Mar 2026 01:02"));
        t.precision = TimePrecision::Day;
        QCOMPARE(SiteTime().full(t), QStringLiteral("29 Mar 2026"));
    }

    void spansHaveTwoUnitsAtMost_data()
    {
        QTest::addColumn<qlonglong>("us");
        QTest::addColumn<bool>("isSigned");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << 0LL << true << QStringLiteral("0 s");
        QTest::newRow("below a second") << 250'000LL << true << QStringLiteral("+0.25 s");
        QTest::newRow("before") << -17'420'000'000LL << true << QStringLiteral("−4 h 50 min");
        QTest::newRow("whole hours") << 7'200'000'000LL << false << QStringLiteral("2 h");
        QTest::newRow("days") << 90'000'000'000LL << false << QStringLiteral("1 d 1 h");
        QTest::newRow("many days") << -1'000'000'000'000LL << true << QStringLiteral("−11.6 d");
    }
    void spansHaveTwoUnitsAtMost()
    {
        QFETCH(const qlonglong, us);
        QFETCH(const bool, isSigned);
        QFETCH(const QString, text);
        QCOMPARE(spanText(Duration(us), isSigned), text);
    }

    void groupsThousands()
    {
        QCOMPARE(countText(0), QStringLiteral("0"));
        QCOMPARE(countText(999), QStringLiteral("999"));
        QCOMPARE(countText(1'234'567),
            QString(
                QStringLiteral("1") + QChar(0x202F) + QStringLiteral("234") + QChar(0x202F) + QStringLiteral("567")));
    }
};

QTEST_GUILESS_MAIN(TestSiteTime)
#include "tst_site_time.moc"
