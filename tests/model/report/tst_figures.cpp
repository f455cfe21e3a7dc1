// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/figures/forest_figure.h"
#include "model/report/figures/saw_tooth_figure.h"
#include "model/report/figures/scale.h"
#include "model/report/figures/time_scale.h"
#include "model/report/figures/timeline_figure.h"

#include <QtTest/QtTest>

#include <cmath>

namespace antecedent {

namespace {

Timestamp hours(double value)
{
    return Timestamp(Duration(static_cast<std::int64_t>(value * 3.6e9)));
}

TimelineFigure crowded()
{
    TimelineFigure figure;
    figure.range = {hours(0), hours(76)};
    figure.t0 = hours(72);
    figure.failure = "DEV-1";
    TimelineLane lane;
    lane.name = "Alarms";
    for (int i = 0; i < 200; ++i)
        lane.marks.push_back({hours(i * 0.37), {}, i == 50 ? MarkKind::AlarmCritical : MarkKind::AlarmLow,
            BandStyle::Box, "LABEL_" + std::to_string(i), i % 7 == 0});
    figure.lanes.push_back(lane);
    TimelineLane sparse;
    sparse.name = "Maintenance";
    for (int i = 0; i < 6; ++i)
        sparse.marks.push_back(
            {hours(i * 11.0), {}, MarkKind::Preventive, BandStyle::Box, "WO-" + std::to_string(i), false});
    sparse.uncovered.push_back({hours(60), hours(76)});
    figure.lanes.push_back(sparse);
    return figure;
}

std::vector<TextItem> textsOf(const Drawing& drawing)
{
    std::vector<TextItem> texts;
    for (const DrawingItem& item : drawing.items)
        if (const auto* text = std::get_if<TextItem>(&item))
            texts.push_back(*text);
    return texts;
}

Box boxOf(const TextItem& text)
{
    const double width = textWidth(text.text, text.size, text.isStrong);
    const double left = text.anchor == TextAnchor::Start ? text.at.x
        : text.anchor == TextAnchor::End                 ? text.at.x - width
                                                         : text.at.x - width / 2;
    return {left, text.at.y - text.size * 0.7, left + width, text.at.y};
}

} // namespace

class TestFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsNeverOverlapAndStayInside()
    {
        const Drawing drawing = drawTimeline(crowded(), 480);
        const std::vector<TextItem> texts = textsOf(drawing);
        QVERIFY(texts.size() > 15);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            QVERIFY2(boxOf(texts[i]).right <= 480.5 && boxOf(texts[i]).left >= -0.5, texts[i].text.c_str());
            for (std::size_t k = i + 1; k < texts.size(); ++k)
                QVERIFY2(!boxOf(texts[i]).overlaps(boxOf(texts[k])), (texts[i].text + " / " + texts[k].text).c_str());
        }
    }

    void mergedMarksAreCounted()
    {
        TimelineFigure figure = crowded();
        figure.lanes.resize(1);
        figure.lanes[0].marks.resize(3);
        for (int i = 0; i < 3; ++i)
            figure.lanes[0].marks[static_cast<std::size_t>(i)].at = hours(10 + i * 0.1);
        bool isCounted = false;
        for (const TextItem& text : textsOf(drawTimeline(figure, 480)))
            isCounted = isCounted || text.text == "\u00d73";
        QVERIFY(isCounted);
    }

    void longIdleStretchesBecomeABandWithTheirLength()
    {
        TimelineFigure figure = crowded();
        figure.lanes.resize(1);
        figure.lanes[0].marks = {{hours(1), {}, MarkKind::AlarmLow, BandStyle::Box, {}, false},
            {hours(50), hours(52), MarkKind::State, BandStyle::Running, "RUN", false}};
        figure.lanes.push_back(figure.lanes[0]);
        figure.lanes.push_back(figure.lanes[0]);
        const std::vector<Interval> breaks = timelineBreaks(figure);
        QCOMPARE(breaks.size(), 2U); // 1 to 50 and 52 to 72, each with a margin of 76 h / 50
        QVERIFY(breaks[0].begin > hours(2.5) && breaks[0].begin < hours(2.6));
        QVERIFY(breaks[0].end > hours(48.4) && breaks[0].end < hours(48.5));
        const TimeScale scale(figure.range, breaks, 100, 500);
        QCOMPARE(scale.x(hours(0)), 100.0);
        QCOMPARE(scale.x(hours(76)), 500.0);
        QVERIFY(std::abs(scale.x(breaks[0].end) - scale.x(breaks[0].begin) - kBreakWidth) < 1e-9);
        QVERIFY(scale.x(hours(52)) - scale.x(hours(50)) > 10); // 2 of 76 h had 10.5 points without breaks
        QVERIFY(scale.isInBreak(hours(20)) && !scale.isInBreak(hours(51)));
        bool isSaid = false;
        for (const TextItem& text : textsOf(drawTimeline(figure, 480)))
            isSaid = isSaid || text.text.starts_with("46 h");
        QVERIFY(isSaid);
        // A sample in the middle is a record, too.
        TimelinePlot plot;
        plot.samples.push_back({hours(25), 1.0});
        figure.plots.push_back(plot);
        QCOMPARE(timelineBreaks(figure).size(), 3U);
        QVERIFY(timelineBreaks(crowded()).empty());
    }

    void sawToothFallsAtResetsAndNamesTheValue()
    {
        CounterHistory history;
        history.name = "since_cleaning";
        history.resets = {{hours(0), "CL-1", {}}, {hours(240), "CL-2", {}}};
        for (int i = 0; i < 20; ++i)
            history.uses.push_back({hours(i * 24 + 5), BatchIndex(static_cast<std::uint32_t>(i)), {}});
        history.isInBatches = true;
        QVERIFY(!history.valueAt(hours(0)));
        QCOMPARE(*history.valueAt(hours(240)), 10.0);
        QCOMPARE(*history.valueAt(hours(241)), 0.0);
        QCOMPARE(*history.valueAt(hours(400)), 7.0);
        history.failures = {{"DEV-1", hours(200), 9, {}}, {"DEV-2", hours(400), 7, {}}};
        for (int i = 1; i < 5; ++i)
            history.controls.push_back({"C" + std::to_string(i), hours(i * 24), static_cast<double>(i), {}});
        const SawToothFigure figure{{hours(0), hours(410)}, hours(400), "DEV-2", {}, {{"since cleaning", &history}}};
        const Drawing drawing = drawSawTooth(figure, 480);
        const std::vector<TextItem> texts = textsOf(drawing);
        const auto isSaid = [&](const char* words) {
            return std::any_of(texts.begin(), texts.end(), [&](const TextItem& t) { return t.text == words; });
        };
        QVERIFY(isSaid("7 batches") && isSaid("since") == isSaid("cleaning"));
        QVERIFY(isSaid("batches"));
        for (const TextItem& text : texts)
            QVERIFY2(boxOf(text).right <= 480.5 && boxOf(text).left >= -0.5, text.text.c_str());
        history.isInBatches = false;
        QVERIFY(std::abs(*history.valueAt(hours(400)) - 160.0 / 24) < 1e-9);
    }

    void aSingleSpikeIsDrawnAndGapsAreNotJoined()
    {
        TimelineFigure figure = crowded();
        figure.lanes.clear();
        TimelinePlot plot;
        plot.name = "Flow";
        plot.highLimit = 28;
        for (int i = 0; i < 7000; ++i)
            if (i < 2000 || i > 4000)
                plot.samples.push_back({hours(i * 0.01), i == 1000 ? 36.9 : 0.0});
        figure.plots.push_back(plot);
        const Drawing drawing = drawTimeline(figure, 480);
        double highest = 1e9;
        double lowest = 0;
        std::size_t lines = 0;
        bool hasNoData = false;
        bool hasLimit = false;
        for (const DrawingItem& item : drawing.items) {
            if (const auto* text = std::get_if<TextItem>(&item)) {
                hasNoData = hasNoData || text->text == "no data";
                hasLimit = hasLimit || text->text == "max 28";
            }
            const auto* path = std::get_if<PathItem>(&item);
            if (path == nullptr || path->width != 0.6 || path->points.size() < 10)
                continue;
            ++lines;
            for (const Point& point : path->points) {
                highest = std::min(highest, point.y);
                lowest = std::max(lowest, point.y);
            }
        }
        QCOMPARE(lines, 2U); // before and after the hole
        QVERIFY(lowest - highest > 30); // the spike reaches up
        QVERIFY(hasNoData && hasLimit);
    }

    void forestShowsArrowsBeyondItsScale()
    {
        const auto polygons = [](const ForestRow& row) {
            std::size_t count = 0;
            for (const DrawingItem& item : drawForestRow(row, 100, 14).items)
                if (const auto* path = std::get_if<PathItem>(&item))
                    count += path->points.size() == 3 ? 1U : 0U;
            return count;
        };
        QCOMPARE(polygons({2.0, 0.5, 8.0, 1}), 0U);
        QCOMPARE(polygons({std::nullopt, 3.4, std::nullopt, 1}), 1U);
        QCOMPARE(polygons({20.0, 0.01, 5000.0, 1}), 2U);
        QCOMPARE(drawForestRow({}, 100, 14).items.size(), 1U); // only the line at 1
    }

    void axesHaveRoundSteps()
    {
        QCOMPARE(niceTimeStep(std::chrono::hours(76), 10), Duration(std::chrono::hours(12)));
        QCOMPARE(relativeText(std::chrono::hours(-36)), std::string("\u221236 h"));
        QCOMPARE(relativeText(Duration(0)), std::string("0"));
        QCOMPARE(relativeText(std::chrono::hours(-24 * 84)), std::string("\u221284 d"));
    }

    void datesAreOfTheSiteAcrossDaylightSaving()
    {
        const Result<Zone> vienna = findZone("Europe/Vienna");
        QVERIFY(vienna);
        const Timestamp before{Duration(parseIso("2026-03-28T23:30:00Z")->us)};
        QCOMPARE(dateText(before, *vienna), std::string("29 Mar 2026"));
        QCOMPARE(clockText(before, *vienna), std::string("00:30"));
        QCOMPARE(offsetText(before, *vienna), std::string("UTC+01:00"));
        QCOMPARE(formatUtc(nextMidnight(before, *vienna)), std::string("2026-03-29T22:00:00Z")); // the short day
    }
};

} // namespace antecedent

QTEST_GUILESS_MAIN(antecedent::TestFigures)
#include "tst_figures.moc"
