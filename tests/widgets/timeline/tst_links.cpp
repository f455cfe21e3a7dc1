// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/links.h"

#include "tests/support/machine_dataset.h"

#include <QTest>

using namespace antecedent;
using namespace antecedent::widgets;

namespace {

DataPtr plant(bool isNamed)
{
    testsupport::DatasetBuilder b;
    b.asset("R1");
    b.asset("R2");
    b.batch("B1");
    b.event("2024-03-10T10:00:00Z", "R1", "alarm", "A", "B1");
    b.event("2024-03-01T10:00:00Z", "R1", "alarm", "LONG_AGO");
    b.event("2024-03-10T11:00:00Z", "R2", "alarm", "ELSEWHERE");
    b.deviation("DEV-1", "2024-03-10T12:00:00Z", "R1", "trip", "B1");
    b.workOrder("WO-1", "R1", "CM", "LEA", "2024-03-10T18:00:00Z");
    Dataset dataset = b.finish();
    if (isNamed)
        dataset.workOrders.front().deviationId = "DEV-1";
    auto data = std::make_shared<InvestigationData>("plant.ante", CaseInfo{}, std::move(dataset));
    data->failures = allFailures(data->dataset, {});
    return data;
}

std::uint32_t find(const InvestigationData& data, const std::string& className)
{
    for (std::uint32_t i = 0; i < data.context.events.size(); ++i)
        if (data.context.events.className(i) == className)
            return i;
    return 0;
}

constexpr LinkEnd kFailure{true, 0};

LinkEnd record(const InvestigationData& data, const std::string& className)
{
    return {false, find(data, className)};
}

} // namespace

class TestLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWorkOrderThatNamesTheDeviationIsStated()
    {
        const DataPtr data = plant(true);
        const LinkEnd order = record(*data, "work_order:CM/LEA");
        const auto links = linksOf(*data, order);
        const auto found =
            std::find_if(links.begin(), links.end(), [&](const RecordLink& link) { return link.from == kFailure; });
        QVERIFY(found != links.end());
        QVERIFY(found->isStated);
        QVERIFY(found->to == order);
        // And from the other side.
        const auto back = linksOf(*data, kFailure);
        QVERIFY(std::any_of(back.begin(), back.end(), [&](const RecordLink& link) { return link.to == order; }));
    }

    void anAnswerThatIsOnlyNearIsComputed()
    {
        const DataPtr data = plant(false);
        const LinkEnd order = record(*data, "work_order:CM/LEA");
        const auto links = linksOf(*data, order);
        QCOMPARE(links.size(), std::size_t{2}); // the failure, and the last alarm before
        for (const RecordLink& link : links) {
            QVERIFY(!link.isStated);
            QVERIFY(link.to == order);
        }
        QVERIFY(links[0].from == record(*data, "alarm:A"));
        QVERIFY(links[1].from == kFailure);
    }

    void anAlarmLeadsToTheFailureOfItsBatchAndToTheWorkThatFollows()
    {
        const DataPtr data = plant(false);
        const LinkEnd alarm = record(*data, "alarm:A");
        const auto links = linksOf(*data, alarm);
        QCOMPARE(links.size(), std::size_t{2});
        QVERIFY(links[0].to == record(*data, "work_order:CM/LEA"));
        QVERIFY(!links[0].isStated);
        QVERIFY(links[1].to == kFailure);
        QVERIFY(links[1].isStated);
    }

    void nothingIsLinkedOverOtherAssetsOrWeeks()
    {
        const DataPtr data = plant(false);
        QVERIFY(linksOf(*data, record(*data, "alarm:ELSEWHERE")).empty());
        QVERIFY(linksOf(*data, record(*data, "alarm:LONG_AGO")).empty());
    }
};

QTEST_GUILESS_MAIN(TestLinks)
#include "tst_links.moc"
