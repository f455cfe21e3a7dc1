// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/figures/forest_figure.h"
#include "model/report/figures/scale.h"
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
        QCOMPARE(niceTicks(0, 40, 5), (std::vector<double>{0, 10, 20, 30, 40}));
        QCOMPARE(niceTicks(-1, 1, 4), (std::vector<double>{-1, -0.5, 0, 0.5, 1}));
        QVERIFY(niceTicks(5, 5, 4).empty());
        QVERIFY(niceTicks(NAN, 1, 4).empty());
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
