// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The timeline with more records than are put into lanes at once.
#include "tests/support/machine_dataset.h"
#include "widgets/timeline/timeline_layout.h"
#include "widgets/timeline/timeline_widget.h"

#include <QTest>
#include <QThread>

using namespace antecedent;
using namespace antecedent::widgets;

namespace {

constexpr int kEach = 210'000;

DataPtr plant()
{
    testsupport::DatasetBuilder b;
    for (const char* asset : {"R1", "R2"}) {
        b.asset(asset);
        for (int i = 0; i < kEach; ++i) {
            const QString time = QStringLiteral("2024-03-%1T%2:%3:%4Z")
                                     .arg(1 + i / 86'400, 2, 10, QLatin1Char('0'))
                                     .arg(i / 3'600 % 24, 2, 10, QLatin1Char('0'))
                                     .arg(i / 60 % 60, 2, 10, QLatin1Char('0'))
                                     .arg(i % 60, 2, 10, QLatin1Char('0'));
            b.event(time.toStdString(), asset, "alarm", "A");
        }
        b.deviation(std::string("DEV-") + asset, "2024-03-02T12:00:00Z", asset, "trip");
    }
    auto data = std::make_shared<InvestigationData>("plant.ante", CaseInfo{}, b.finish());
    data->failures = allFailures(data->dataset, {});
    return data;
}

} // namespace

class TestTimelineWidget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_data = plant(); }

    void manyRecordsAreArrangedInAJobAndTheOldPictureStays()
    {
        Jobs jobs;
        Context context;
        TimelineWidget timeline(context, &jobs);
        timeline.resize(1000, 500);
        timeline.show();
        context.setData(m_data);
        QVERIFY(timeline.isArranging());
        QVERIFY(timeline.shownAssets().isEmpty());
        QVERIFY(!jobs.title().isEmpty()); // can be seen and cancelled
        QTRY_VERIFY(!timeline.isArranging());
        QCOMPARE(timeline.shownAssets(), QStringList{QStringLiteral("R2")}); // of the latest failure
        context.setFailure(0);
        QVERIFY(timeline.isArranging());
        QCOMPARE(timeline.shownAssets(), QStringList{QStringLiteral("R2")});
        context.setFailure(1); // the answer for R1 comes too late
        context.setFailure(0);
        QTRY_VERIFY(!timeline.isArranging());
        QCOMPARE(timeline.shownAssets(), QStringList{QStringLiteral("R1")});
        QTRY_VERIFY(!jobs.isBusy());
        QCOMPARE(timeline.shownAssets(), QStringList{QStringLiteral("R1")});
    }

    void whatWasCancelledIsArrangedByAClickOrAKey()
    {
        for (const bool isClick : {true, false}) {
            Jobs jobs;
            Context context;
            TimelineWidget timeline(context, &jobs);
            timeline.resize(1000, 500);
            timeline.show();
            for (int i = 0; i < 2; ++i) // both threads are busy until they are cancelled too
                jobs.run<int>(
                    QString(), &timeline,
                    [](const std::stop_token& stop, const ProgressFn&) -> Result<int> {
                        while (!stop.stop_requested())
                            QThread::msleep(1);
                        return 0;
                    },
                    [](const Result<int>&) {});
            context.setData(m_data);
            const QImage busy = timeline.picture().toImage();
            jobs.cancelAll();
            QTRY_VERIFY(!jobs.isBusy());
            QVERIFY(timeline.shownAssets().isEmpty());
            QVERIFY(timeline.picture().toImage() != busy); // says what to do
            if (isClick)
                QTest::mouseClick(timeline.viewport(), Qt::LeftButton, {}, {500, 250});
            else
                QTest::keyClick(&timeline, Qt::Key_Return);
            QTRY_COMPARE(timeline.shownAssets(), QStringList{QStringLiteral("R2")});
        }
    }

    void theWordsAtTheEdgeOfAnEmptyLaneLeadToTheRecord()
    {
        testsupport::DatasetBuilder b;
        b.asset("R1");
        b.workOrder("W1", "R1", "PM", "", "2024-03-01T08:00:00Z");
        b.event("2024-03-10T11:00:00Z", "R1", "alarm", "A");
        b.deviation("DEV-1", "2024-03-10T12:00:00Z", "R1", "trip");
        auto data = std::make_shared<InvestigationData>("plant.ante", CaseInfo{}, b.finish());
        data->failures = allFailures(data->dataset, {});
        Context context;
        TimelineWidget timeline(context);
        timeline.resize(1000, 500);
        timeline.show();
        context.setData(data);
        const std::int64_t from = timeline.axis().fromUs;
        for (int y = layout::kTop + layout::kGroup + 4;
             y < timeline.viewport()->height() && timeline.axis().fromUs == from; y += 4)
            QTest::mouseClick(timeline.viewport(), Qt::LeftButton, {}, {layout::kGutter + 20, y});
        QVERIFY(context.selected().has_value());
        const std::int64_t onset = data->context.events.onsetUs[*context.selected()];
        QCOMPARE(onset, parseIso("2024-03-01T08:00:00Z")->us);
        QVERIFY(timeline.axis().fromUs <= onset && timeline.axis().toUs > parseIso("2024-03-10T12:00:00Z")->us);
    }

    void aSelectionArrangesNothing()
    {
        Jobs jobs;
        Context context;
        TimelineWidget timeline(context, &jobs);
        timeline.resize(1000, 500);
        timeline.show();
        context.setData(m_data);
        QTRY_VERIFY(!timeline.isArranging());
        const std::uint32_t own = m_data->context.byAsset.all(m_data->failures[1].asset)[7];
        context.select(own);
        QVERIFY(!timeline.isArranging());
        QVERIFY(timeline.placeOf(own).has_value());
        const std::uint32_t other = m_data->context.byAsset.all(m_data->failures[0].asset)[7];
        context.select(other); // an asset that is not there comes below, in a job
        QTRY_COMPARE(timeline.shownAssets(), (QStringList{QStringLiteral("R2"), QStringLiteral("R1")}));
        QVERIFY(timeline.placeOf(other).has_value());
    }

private:
    DataPtr m_data;
};

QTEST_MAIN(TestTimelineWidget)
#include "tst_timeline_widget.moc"
