// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/lanes.h"

#include "tests/support/machine_dataset.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::widgets;

namespace {

DataPtr plant()
{
    testsupport::DatasetBuilder b;
    b.asset("R1");
    b.asset("R2");
    b.event("2024-03-10T08:00:00Z", "R1", "state", "RUNNING");
    b.event("2024-03-10T10:00:00Z", "R1", "alarm", "A");
    b.event("2024-03-10T11:00:00Z", "R1", "operator", "MANUAL");
    b.event("2024-03-10T11:30:00Z", "R2", "alarm", "B");
    b.deviation("DEV-1", "2024-03-10T12:00:00Z", "R1", "trip");
    return std::make_shared<const InvestigationData>("plant.ante", CaseInfo{}, b.finish());
}

} // namespace

class TestLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRecordStandsInOneLaneOfItsAsset()
    {
        const DataPtr data = plant();
        const auto groups = lanesOf(*data, assetsOnTimeline(*data, nullptr), {});
        QCOMPARE(groups.size(), std::size_t{2});
        QCOMPARE(groups[0].title, QStringLiteral("R1"));
        QCOMPARE(groups[0].lanes.size(), std::size_t{3});
        QCOMPARE(groups[0].lanes[0].kind, LaneKind::States);
        QCOMPARE(groups[0].lanes[1].kind, LaneKind::Alarms);
        QCOMPARE(groups[0].lanes[2].kind, LaneKind::Operator);
        QCOMPARE(groups[1].lanes.size(), std::size_t{1});
    }

    void aFailureShowsItsOwnUnit()
    {
        const DataPtr data = plant();
        const std::vector<Failure> failures = allFailures(data->dataset, {});
        QCOMPARE(failures.size(), std::size_t{1});
        const auto groups = lanesOf(*data, assetsOnTimeline(*data, &failures.front()), {});
        QCOMPARE(groups.size(), std::size_t{1});
        QCOMPARE(groups[0].title, QStringLiteral("R1"));
    }

    void rangeHoldsIntervalsThatBeganBefore()
    {
        Lane lane;
        lane.events = {0, 1, 2};
        lane.onsetUs = {0, 10, 50};
        lane.endUs = {100, 10, 60};
        lane.latestEndUs = {100, 100, 100};
        QCOMPARE(lane.range(40, 55), std::pair(std::size_t{0}, std::size_t{3}));
        QCOMPARE(lane.range(40, 45), std::pair(std::size_t{0}, std::size_t{2}));
        QCOMPARE(lane.range(101, 200), std::pair(std::size_t{3}, std::size_t{3}));
        QCOMPARE(lane.range(-10, -1), std::pair(std::size_t{0}, std::size_t{0}));
    }
};

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"
