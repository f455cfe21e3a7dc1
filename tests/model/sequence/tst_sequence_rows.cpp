// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The picture of the sequence graph is stable: equal input gives the same one, and a moved limit or one more failure
// moves little; what brush and filter leave out is as if it were not there.

#include "model/sequence/sequence_layout.h"
#include "tests/support/machine_dataset.h"

#include <QtTest/QTest>

#include <memory>

using namespace antecedent;

namespace {

// Failures on as many days, twelve kinds of alarms before them with shares and lags of their own.
Dataset failuresOnDays(int count)
{
    testsupport::DatasetBuilder b;
    b.asset("R1");
    b.event("2024-01-01T00:00:00Z", "R1", "alarm", "K00");
    std::uint32_t random = 99;
    const auto next = [&](std::uint32_t below) {
        random = random * 1664525U + 1013904223U;
        return (random >> 10U) % below;
    };
    for (int day = 10; day < 10 + count; ++day) {
        const std::string date = "2024-03-" + std::to_string(day) + "T";
        for (std::uint32_t kind = 0; kind < 12; ++kind) {
            if (next(12) < kind / 2) // the later kinds are rarer
                continue;
            const std::string name = "K" + std::string(kind < 10 ? "0" : "") + std::to_string(kind);
            b.event(date + std::to_string(10 + (kind * 7) % 10) + ":" + std::to_string(10 + next(40)) + ":00Z", "R1",
                "alarm", name);
        }
        b.deviation("DEV-" + std::to_string(day), date + "21:00:00Z", "R1", "trip");
    }
    b.event("2024-06-01T00:00:00Z", "R1", "alarm", "K00");
    return b.finish();
}

struct Built
{
    explicit Built(Dataset dataset, const SequenceOptions& options = {})
        : data(std::make_unique<Dataset>(std::move(dataset)))
        , context(std::make_unique<AlignmentContext>(*data))
    {
        const auto failures = selectFailures(*data, {}, {});
        WindowOptions window;
        window.before = wallLength(std::chrono::hours(20));
        alignment = std::make_unique<Alignment>(std::move(*align(*context, *failures, window)));
        graph = std::make_unique<SequenceGraph>(
            std::move(*buildSequenceGraph(context->events, *data, *alignment, options)));
    }
    std::unique_ptr<Dataset> data;
    std::unique_ptr<AlignmentContext> context;
    std::unique_ptr<Alignment> alignment;
    std::unique_ptr<SequenceGraph> graph;
};

LayoutOptions stable(int top = 12, int support = 1)
{
    LayoutOptions options;
    options.keepsPlaces = true;
    options.beforeS = 20 * 3600.0;
    options.topNodes = top;
    options.minCases = support;
    options.minEdgeCases = support;
    return options;
}

std::map<std::string, std::pair<double, int>> placesOf(const SequenceGraph& graph, const SequenceLayout& layout)
{
    std::map<std::string, std::pair<double, int>> out;
    for (const PlacedNode& node : layout.nodes)
        out[graph.nodes()[node.node].id] = {node.x, node.row};
    return out;
}

} // namespace

class TestSequenceRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalInputGivesTheSamePicture()
    {
        const Built first(failuresOnDays(6));
        const Built second(failuresOnDays(6));
        const auto places = placesOf(*first.graph, layoutSequence(*first.graph, stable()));
        QVERIFY(places.size() > 8);
        QVERIFY(places == placesOf(*second.graph, layoutSequence(*second.graph, stable())));
    }

    void aMovedLimitMovesNoNode_data()
    {
        QTest::addColumn<int>("top");
        QTest::addColumn<int>("support");
        QTest::newRow("fewer classes") << 5 << 1;
        QTest::newRow("one class less") << 11 << 1;
        QTest::newRow("more classes") << 40 << 1;
        QTest::newRow("more support") << 12 << 3;
        QTest::newRow("both") << 6 << 4;
    }
    void aMovedLimitMovesNoNode()
    {
        QFETCH(const int, top);
        QFETCH(const int, support);
        const Built built(failuresOnDays(7));
        const auto before = placesOf(*built.graph, layoutSequence(*built.graph, stable()));
        const auto after = placesOf(*built.graph, layoutSequence(*built.graph, stable(top, support)));
        int kept = 0;
        for (const auto& [id, place] : after)
            if (const auto found = before.find(id); found != before.end()) {
                QCOMPARE(place, found->second);
                ++kept;
            }
        QVERIFY(kept >= 3);
    }

    void oneMoreFailureKeepsTheRows()
    {
        for (int count = 4; count < 9; ++count) {
            const Built fewer(failuresOnDays(count));
            const Built more(failuresOnDays(count + 1));
            const SequenceLayout before = layoutSequence(*fewer.graph, stable(40));
            LayoutOptions options = stable(40);
            options.rows = before.rows;
            const SequenceLayout after = layoutSequence(*more.graph, options);
            const auto old = placesOf(*fewer.graph, before);
            const auto now = placesOf(*more.graph, after);
            int common = 0;
            int moved = 0;
            for (const auto& [id, place] : now)
                if (const auto found = old.find(id); found != old.end()) {
                    ++common;
                    moved += place.second != found->second.second ? 1 : 0;
                }
            QVERIFY(common >= 8);
            QVERIFY2(moved <= 1, qPrintable(QStringLiteral("%1 of %2 moved").arg(moved).arg(common)));
        }
    }

    void nodesOfARowStandApart()
    {
        const Built built(failuresOnDays(8));
        const SequenceLayout layout = layoutSequence(*built.graph, stable(40));
        for (std::size_t i = 0; i < layout.nodes.size(); ++i)
            for (std::size_t k = i + 1; k < layout.nodes.size(); ++k)
                QVERIFY(layout.nodes[i].row != layout.nodes[k].row
                    || std::abs(layout.nodes[i].x - layout.nodes[k].x) >= 166);
        for (const PlacedNode& node : layout.nodes)
            QVERIFY(node.row >= 0 && node.y < layout.height);
    }

    void theAxisIsThatOfTheWindow()
    {
        const Built built(failuresOnDays(6));
        const auto ticks = [&](int top) { return layoutSequence(*built.graph, stable(top)).ticks; };
        QCOMPARE(ticks(2).size(), ticks(40).size());
        QCOMPARE(ticks(2).front().offsetS, ticks(40).front().offsetS);
        const SequenceLayout layout = layoutSequence(*built.graph, stable());
        for (const double offset : {-70000.0, -3600.0, -1234.0, -60.0, 0.0})
            QVERIFY(std::abs(offsetOfX(layout, xOfOffset(layout, offset)) - offset) < 1e-6);
    }

    void theBrushCountsOnlyWhatIsInIt()
    {
        SequenceOptions options;
        options.brush = {-std::chrono::hours(4), Duration{}};
        const Built whole(failuresOnDays(6));
        const Built brushed(failuresOnDays(6), options);
        QCOMPARE(brushed.graph->caseWindows(), whole.graph->caseWindows());
        QVERIFY(brushed.graph->nodes().size() > 2);
        QVERIFY(brushed.graph->nodes().size() < whole.graph->nodes().size());
        for (std::uint32_t n = 0; n + 1 < brushed.graph->nodes().size(); ++n)
            for (const SequenceWindow& window : brushed.graph->windowsOfNode(n))
                QVERIFY(window.lastOffsetS >= -4 * 3600.0 && window.lastOffsetS < 0);
    }

    void theFilterLeavesOutAsIfNotThere()
    {
        const Built whole(failuresOnDays(6));
        const Dataset& data = *whole.data;
        const UnifiedEvents& events = whole.context->events;
        SequenceOptions options;
        options.isShown = [&](std::uint32_t event) {
            const std::string name = events.className(event);
            return name == "alarm:K00" || name == "alarm:K01";
        };
        const auto chosen = buildSequenceGraph(events, data, *whole.alignment, options);
        QVERIFY(chosen.has_value());
        QCOMPARE(chosen->nodes().size(), std::size_t{3});
        for (const SequenceNode& node : chosen->nodes())
            for (const SequenceNode& before : whole.graph->nodes())
                if (node.id == before.id)
                    QCOMPARE(node.caseWindows, before.caseWindows);
        // K00 is at 10 h, K01 at 17 h; with nothing left between them one follows the other directly.
        const auto direct = std::find_if(chosen->edges().begin(), chosen->edges().end(), [&](const SequenceEdge& edge) {
            return chosen->nodes()[edge.from].id == "alarm:K00" && chosen->nodes()[edge.to].id == "alarm:K01";
        });
        QVERIFY(direct != chosen->edges().end());
        QCOMPARE(direct->caseWindows, 6);
    }
};

QTEST_GUILESS_MAIN(TestSequenceRows)
#include "tst_sequence_rows.moc"
