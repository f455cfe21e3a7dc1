// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/density.h"
#include "widgets/timeline/lane_choice.h"
#include "widgets/timeline/neighbours.h"
#include "widgets/timeline/stamps.h"

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
        const auto groups = lanesOf(*data, assetsOnTimeline(*data, nullptr));
        QCOMPARE(groups.size(), std::size_t{3}); // the last one for records without asset
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
        const auto groups = lanesOf(*data, assetsOnTimeline(*data, &failures.front()));
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

    void instantsCarryNoEndsUntilTheFirstInterval()
    {
        Lane lane;
        lane.append(0, MarkKind::AlarmLow, 10, 10);
        lane.append(1, MarkKind::AlarmLow, 20, 20);
        QVERIFY(lane.endUs.empty());
        QCOMPARE(lane.end(1), std::int64_t{20});
        QCOMPARE(lane.range(15, 30), std::pair(std::size_t{1}, std::size_t{2}));
        lane.append(2, MarkKind::AlarmLow, 30, 90);
        lane.append(3, MarkKind::AlarmLow, 40, 40);
        QCOMPARE(lane.endUs, (std::vector<std::int64_t>{10, 20, 90, 40}));
        QCOMPARE(lane.latestEndUs, (std::vector<std::int64_t>{10, 20, 90, 90}));
        QCOMPARE(lane.range(80, 85), std::pair(std::size_t{2}, std::size_t{4}));
    }

    void theMostUrgentMarkOfManyIsFoundWhereverItStands()
    {
        Lane lane;
        constexpr std::size_t kMany = 3'000;
        constexpr std::size_t kCritical = 1'717;
        for (std::uint32_t i = 0; i < kMany; ++i)
            lane.append(i, i == kCritical ? MarkKind::AlarmCritical : MarkKind::AlarmLow, i, i);
        for (const auto& [first, last] : {std::pair<std::size_t, std::size_t>{0, kMany}, {kCritical, kCritical + 1},
                 {1'536, 1'792}, {1'700, 2'900}, {0, kCritical + 1}})
            QCOMPARE(lane.urgent(first, last), MarkKind::AlarmCritical);
        for (const auto& [first, last] :
            {std::pair<std::size_t, std::size_t>{0, kCritical}, {kCritical + 1, kMany}, {1'792, 2'048}, {5, 6}})
            QCOMPARE(lane.urgent(first, last), MarkKind::AlarmLow);
    }

    void anIndexedLaneFindsWhatABinarySearchDoes()
    {
        Lane lane;
        std::int64_t at = -5'000;
        for (std::uint32_t i = 0; i < 5'000; ++i) {
            at += i % 7 == 0 ? 0 : i % 501 == 0 ? 1'000'000 : i % 13; // ties, bursts and long silence
            lane.append(i, MarkKind::AlarmLow, at, at);
        }
        const std::vector<std::int64_t> onsets = lane.onsetUs;
        lane.makeIndex();
        for (std::int64_t us = -6'000; us < at + 2'000; us += us < 60'000 ? 1 : 3'331) {
            const auto from = std::lower_bound(onsets.begin(), onsets.end(), us) - onsets.begin();
            const auto after = std::upper_bound(onsets.begin(), onsets.end(), us) - onsets.begin();
            QCOMPARE(lane.from(us), static_cast<std::size_t>(from));
            QCOMPARE(lane.after(us), static_cast<std::size_t>(after));
        }
        lane.append(5'000, MarkKind::AlarmLow, at + 9, at + 9);
        QCOMPARE(lane.after(at + 9), std::size_t{5'001});
    }

    void aDenseLaneIsTheSamePictureInPixelsAndInShapes()
    {
        const DataPtr data = plant();
        Lane lane;
        for (std::uint32_t i = 0; i < 20'000; ++i)
            lane.append(i, i % 997 == 0 ? MarkKind::AlarmCritical : MarkKind::AlarmMedium, i * i / 40, i * i / 40);
        lane.makeIndex();
        Stamps stamps;
        const LaneScene scene{*data, Theme::Light, {100'000, 9'000'000, 700}, {}, nullptr, false, stamps};
        const QRect area(60, 10, 700, 29);
        const auto paintTo = [&](QImage::Format format) { // without direct access to pixels of 16 bits a channel
            QImage image(800, 60, format);
            image.fill(color(Theme::Light, Paint::View));
            QPainter painter(&image);
            painter.setClipRect(QRect(0, 0, 700, 34)); // cuts both ends
            paintDensity(painter, scene, lane, area);
            painter.end();
            return image.convertToFormat(QImage::Format_RGB32);
        };
        const QImage direct = paintTo(QImage::Format_RGB32);
        QCOMPARE(direct, paintTo(QImage::Format_RGBA64_Premultiplied));
        const auto isLit = [&](int x) { return direct.pixel(x, 30) != color(Theme::Light, Paint::View).rgb(); };
        QVERIFY(isLit(60) && isLit(699));
        QVERIFY(!isLit(59) && !isLit(700));
    }

    void aRecordStandsOnTheSamePixelInAStripAndAsAMark()
    {
        const DataPtr data = plant();
        Stamps stamps;
        const TimeAxis axis{0, 1'000'000'000, 1'000};
        constexpr std::int64_t kAt = 400'500'000; // the middle of column 400
        Lane one;
        one.append(0, MarkKind::AlarmCritical, kAt, kAt);
        const LaneScene scene{*data, Theme::Light, axis, {}, nullptr, false, stamps};
        const auto litIn = [&](const auto& paint) {
            QImage image(1'000, 30, QImage::Format_RGB32);
            image.fill(color(Theme::Light, Paint::View));
            QPainter painter(&image);
            paint(painter);
            painter.end();
            std::pair<int, int> lit{1'000, -1};
            for (int x = 0; x < 1'000; ++x)
                for (int y = 0; y < 30; ++y)
                    if (image.pixel(x, y) != color(Theme::Light, Paint::View).rgb())
                        lit = {std::min(lit.first, x), std::max(lit.second, x)};
            return lit;
        };
        const QRect area(0, 0, 1'000, 30);
        const auto strip = litIn([&](QPainter& painter) { paintDensity(painter, scene, one, area); });
        QCOMPARE(strip, std::pair(400, 400));
        const auto mark = litIn([&](QPainter& painter) { paintLane(painter, scene, one, area); });
        QCOMPARE((mark.first + mark.second) / 2, 400);
    }

    void lanesAreMovedHiddenAndFound()
    {
        const DataPtr data = plant();
        const auto groups = lanesOf(*data, assetsOnTimeline(*data, nullptr));
        LaneChoice choice;
        QCOMPARE(choice.ordered(groups), (std::vector<std::size_t>{0, 1, 2}));
        choice.move(groups, 0, 2); // R1 behind R2
        QCOMPARE(choice.ordered(groups), (std::vector<std::size_t>{1, 0, 2}));
        choice.move(groups, 2, 0);
        QCOMPARE(choice.ordered(groups), (std::vector<std::size_t>{2, 1, 0}));
        choice.hidden.set(static_cast<std::size_t>(LaneKind::States));
        QVERIFY(!choice.shows(groups[0], groups[0].lanes[0]));
        QVERIFY(choice.shows(groups[0], groups[0].lanes[1]));
        choice.search = QStringLiteral("r1 ALARM");
        QVERIFY(choice.shows(groups[0], groups[0].lanes[1]));
        QVERIFY(!choice.shows(groups[0], groups[0].lanes[2]));
        QVERIFY(!choice.shows(groups[1], groups[1].lanes[0]));
    }

    void theArrangementIsRememberedButNotTheSearch()
    {
        LaneChoice choice;
        choice.order = QStringList{QStringLiteral("B"), QStringLiteral("Ä 1")};
        choice.folded = {QStringLiteral("B")};
        choice.hidden.set(3);
        choice.search = QStringLiteral("x");
        const LaneChoice again = laneChoiceFrom(toBytes(choice));
        QCOMPARE(again.order, choice.order);
        QCOMPARE(again.folded, choice.folded);
        QCOMPARE(again.hidden, choice.hidden);
        QVERIFY(again.search.isEmpty());
        QVERIFY(laneChoiceFrom("no json").isWhole());
    }

    void assetsOfAnotherFailureKeepTheirPlaces()
    {
        LaneChoice choice;
        choice.order = QStringList{QStringLiteral("R2"), QStringLiteral("X"), QStringLiteral("R1")};
        const DataPtr data = plant();
        const auto groups = lanesOf(*data, assetsOnTimeline(*data, nullptr));
        QCOMPARE(choice.ordered(groups), (std::vector<std::size_t>{1, 0, 2}));
    }

    void whatNoSourceCoversIsKnown()
    {
        const DataPtr data = plant();
        const auto groups = lanesOf(*data, assetsOnTimeline(*data, nullptr));
        const Lane& alarms = groups[0].lanes[1]; // alarms of the plant: 10:00 to 11:30
        const auto us = [](const char* text) { return parseIso(text)->us; };
        const auto gaps = uncovered(data->dataset, alarms, us("2024-03-10T09:00:00Z"), us("2024-03-10T11:00:00Z"));
        QCOMPARE(gaps.size(), std::size_t{1});
        QCOMPARE(gaps[0].begin.time_since_epoch().count(), us("2024-03-10T09:00:00Z"));
        QCOMPARE(gaps[0].end.time_since_epoch().count(), us("2024-03-10T10:00:00Z"));
    }

    void anEmptyLaneSaysWhatStandsNearestOutsideCountedToTheFailure()
    {
        const DataPtr data = plant();
        const auto groups = lanesOf(*data, assetsOnTimeline(*data, nullptr));
        const Lane& alarms = groups[0].lanes[1]; // one, at 10:00
        const std::vector<Failure> failures = allFailures(data->dataset, {}); // at 12:00
        const auto us = [](const char* text) { return parseIso(text)->us; };
        const TimeAxis after{us("2024-03-10T11:00:00Z"), us("2024-03-10T13:00:00Z"), 1000};
        const auto toFailure = neighboursOf(*data, alarms, after, &failures.front());
        QCOMPARE(toFailure.size(), std::size_t{1});
        QVERIFY(toFailure[0].isBefore);
        QCOMPARE(toFailure[0].event, alarms.events[0]);
        QCOMPARE(toFailure[0].words, QStringLiteral("‹ A, 2 h before t0"));
        const auto toEdge = neighboursOf(*data, alarms, after, nullptr);
        QCOMPARE(toEdge[0].words, QStringLiteral("‹ A, 1 h before this view"));
        const TimeAxis before{us("2024-03-10T07:00:00Z"), us("2024-03-10T09:00:00Z"), 1000};
        const auto later = neighboursOf(*data, alarms, before, nullptr);
        QCOMPARE(later.size(), std::size_t{1});
        QVERIFY(!later[0].isBefore);
        QCOMPARE(later[0].words, QStringLiteral("A, 1 h after this view ›"));
        const TimeAxis around{us("2024-03-10T09:00:00Z"), us("2024-03-10T13:00:00Z"), 1000};
        QVERIFY(neighboursOf(*data, alarms, around, &failures.front()).empty());
    }

    void workAfterTheFailureDoesNotHideWhatWasDoneBefore()
    {
        testsupport::DatasetBuilder b;
        b.asset("R1");
        b.workOrder("W1", "R1", "PM", "", "2024-03-01T08:00:00Z");
        b.workOrder("W2", "R1", "CM", "", "2024-03-10T12:30:00Z");
        b.event("2024-03-10T12:40:00Z", "R1", "alarm", "A");
        b.deviation("DEV-1", "2024-03-10T12:00:00Z", "R1", "trip");
        const InvestigationData data("plant.ante", CaseInfo{}, b.finish());
        const auto groups = lanesOf(data, assetsOnTimeline(data, nullptr));
        const std::vector<Failure> failures = allFailures(data.dataset, {});
        const auto us = [](const char* text) { return parseIso(text)->us; };
        const TimeAxis axis{us("2024-03-10T10:00:00Z"), us("2024-03-10T13:00:00Z"), 1000};
        QVERIFY(std::any_of(groups[0].lanes.begin(), groups[0].lanes.end(),
            [](const Lane& lane) { return lane.kind == LaneKind::Maintenance; }));
        for (const Lane& lane : groups[0].lanes) {
            const auto found = neighboursOf(data, lane, axis, &failures.front());
            if (lane.kind != LaneKind::Maintenance) {
                QVERIFY(found.empty());
                continue;
            }
            QCOMPARE(found.size(), std::size_t{1});
            QVERIFY2(found[0].words.contains(QStringLiteral("9 d 4 h before t0")), qPrintable(found[0].words));
        }
    }

    void theInnermostIntervalIsUnderTheCursor()
    {
        Lane lane;
        lane.append(0, MarkKind::Step, 0, 1'000'000);
        lane.append(1, MarkKind::Step, 300'000, 500'000);
        const TimeAxis axis{0, 1'000'000, 1000};
        QCOMPARE(*recordAt(lane, axis, 400), 1U);
        QCOMPARE(*recordAt(lane, axis, 100), 0U);
        QVERIFY(!recordAt(lane, axis, 1050));
    }
};

QTEST_MAIN(TestLanes)
#include "tst_lanes.moc"
