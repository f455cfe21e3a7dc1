// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of work that runs: its title, how far it is, how long it will take, and that it can be stopped.
#include "widgets/document/jobs.h"

#include <QSemaphore>
#include <QTest>

#include <thread>

using namespace antecedent;
using namespace antecedent::widgets;

class TestJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeLeftIsSilentUntilItMeansSomething()
    {
        TimeLeft left;
        QVERIFY(!left.leftMs());
        left.add(0, 0);
        left.add(500, 0.10);
        left.add(1'000, 0.20);
        QVERIFY(!left.leftMs()); // a second says nothing yet
        for (int i = 3; i <= 5; ++i)
            left.add(i * 500, i * 0.10);
        QVERIFY(left.leftMs());
        QCOMPARE(*left.leftMs(), std::int64_t{2'500});
    }

    void timeLeftIsSilentWhereTheSpeedJumpsOrTheTotalIsUnknown()
    {
        TimeLeft jumping;
        jumping.add(0, 0);
        jumping.add(2'000, 0.01);
        jumping.add(4'000, 0.50);
        QVERIFY(!jumping.leftMs());
        TimeLeft unknown;
        for (int i = 0; i < 10; ++i)
            unknown.add(i * 1'000, -1);
        QVERIFY(!unknown.leftMs());
        TimeLeft stalled;
        for (int i = 0; i < 10; ++i)
            stalled.add(i * 1'000, 0.5);
        QVERIFY(!stalled.leftMs());
    }

    void theNextPartOfAJobIsEstimatedAnew()
    {
        TimeLeft left;
        for (int i = 0; i <= 10; ++i)
            left.add(i * 1'000, i * 0.1);
        QCOMPARE(*left.leftMs(), std::int64_t{0});
        left.add(11'000, 0.0);
        QVERIFY(!left.leftMs());
        for (int i = 1; i <= 4; ++i)
            left.add(11'000 + i * 1'000, i * 0.05);
        QCOMPARE(*left.leftMs(), std::int64_t{16'000});
    }

    void timeLeftInWords_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("words");
        QTest::newRow("seconds") << qint64{3'000} << QStringLiteral("a few seconds left");
        QTest::newRow("tens of seconds") << qint64{38'000} << QStringLiteral("about 40 s left");
        QTest::newRow("a minute") << qint64{58'000} << QStringLiteral("about 1 min left");
        QTest::newRow("minutes") << qint64{130'000} << QStringLiteral("about 2 min left");
        QTest::newRow("hours") << qint64{3 * 3'600'000} << QStringLiteral("about 3 h left");
    }
    void timeLeftInWords()
    {
        QFETCH(qint64, ms);
        QTEST(timeLeftText(ms), "words");
    }

    void cancellingStopsTheShownJobAndLeavesTheOthers()
    {
        Jobs jobs;
        QSemaphore go;
        std::optional<ErrorCode> shown;
        std::optional<int> quiet;
        jobs.run<int>(
            QStringLiteral("Counting"), &jobs,
            [](const std::stop_token& stop, const ProgressFn& progress) -> Result<int> {
                progress({"rows", 1, 4});
                while (!stop.stop_requested())
                    std::this_thread::yield();
                return Error{ErrorCode::Cancelled, {}, {}};
            },
            [&](Result<int> result) { shown = result.error().code; });
        jobs.run<int>(
            QString(), &jobs,
            [&go](const std::stop_token& stop, const ProgressFn&) -> Result<int> {
                go.acquire();
                return stop.stop_requested() ? 0 : 7;
            },
            [&](Result<int> result) { quiet = *result; });
        QCOMPARE(jobs.title(), QStringLiteral("Counting"));
        QCOMPARE(jobs.shownCount(), std::size_t{1});
        QTRY_COMPARE(jobs.fraction(), 0.25);
        jobs.cancelShown();
        QTRY_VERIFY(shown.has_value());
        QCOMPARE(*shown, ErrorCode::Cancelled);
        QVERIFY(jobs.title().isEmpty());
        go.release();
        QTRY_VERIFY(quiet.has_value());
        QCOMPARE(*quiet, 7);
    }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
