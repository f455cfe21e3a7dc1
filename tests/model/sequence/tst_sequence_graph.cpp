// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Edges under ties and uncertainty, counts per window, paths, writers, layout; and the machine list of ../shared
// against a computation that knows nothing of the graph.

#include "model/sequence/sequence_graph.h"
#include "model/sequence/sequence_layout.h"
#include "tests/support/machine_dataset.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>

using namespace antecedent;

namespace {

const SequenceNode* nodeOf(const SequenceGraph& graph, const std::string& id)
{
    for (const SequenceNode& n : graph.nodes())
        if (n.id == id)
            return &n;
    return nullptr;
}

const SequenceEdge* edgeOf(const SequenceGraph& graph, const std::string& from, const std::string& to)
{
    for (const SequenceEdge& e : graph.edges())
        if (graph.nodes()[e.from].id == from && graph.nodes()[e.to].id == to)
            return &e;
    return nullptr;
}

// Owns what a graph is built from.
struct Built
{
    explicit Built(Dataset dataset, const SequenceOptions& options = {}, const std::string& classification = {})
        : data(std::make_unique<Dataset>(std::move(dataset)))
        , context(std::make_unique<AlignmentContext>(*data))
    {
        FailureSelection selection;
        selection.classification = classification;
        const auto failures = selectFailures(*data, selection, {});
        auto aligned = align(*context, *failures, {});
        alignment = std::make_unique<Alignment>(std::move(*aligned));
        auto made = buildSequenceGraph(context->events, *data, *alignment, options);
        if (made)
            graph = std::make_unique<SequenceGraph>(std::move(*made));
    }
    std::unique_ptr<Dataset> data;
    std::unique_ptr<AlignmentContext> context;
    std::unique_ptr<Alignment> alignment;
    std::unique_ptr<SequenceGraph> graph;
};

// Three weeks of six alarms, some in the same second, and three failures.
Dataset threeWeeks()
{
    std::uint32_t random = 12345;
    const auto next = [&](std::uint32_t below) {
        random = random * 1664525U + 1013904223U;
        return (random >> 10U) % below;
    };
    testsupport::DatasetBuilder b;
    b.asset("R1");
    b.event("2024-01-01T00:00:00Z", "R1", "alarm", "K0");
    for (int day = 10; day < 28; ++day)
        for (int i = 0; i < 9; ++i) // some in the same second
            b.event("2024-03-" + std::to_string(day) + "T" + std::to_string(10 + next(10)) + ":"
                    + std::to_string(10 + 10 * next(4)) + ":00Z",
                "R1", "alarm", "K" + std::to_string(next(6)));
    for (int day = 13; day < 28; day += 5)
        b.deviation("DEV-" + std::to_string(day), "2024-03-" + std::to_string(day) + "T20:00:00Z", "R1", "trip");
    b.event("2024-06-01T00:00:00Z", "R1", "alarm", "K0");
    return b.finish();
}

// Two failures: alarm A two hours before both; B and C together one hour before; D in the same second as the next.
Dataset twoFailures()
{
    testsupport::DatasetBuilder b;
    b.asset("R1");
    b.event("2024-01-01T00:00:00Z", "R1", "alarm", "START");
    for (const std::string day : {"2024-03-10", "2024-03-20"}) {
        b.event(day + "T10:00:00Z", "R1", "alarm", "A");
        b.event(day + "T11:00:00Z", "R1", "alarm", "C");
        b.event(day + "T11:00:00Z", "R1", "alarm", "B");
        b.deviation("DEV-" + day, day + "T12:00:00Z", "R1", "trip");
    }
    b.event("2024-03-20T11:30:00Z", "R1", "alarm", "D");
    b.event("2024-03-20T11:30:00.4Z", "R1", "alarm", "E");
    b.event("2024-06-01T00:00:00Z", "R1", "alarm", "START");
    return b.finish();
}

} // namespace

class TestSequenceGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWindowsAndDirectSuccession()
    {
        const Built built(twoFailures());
        const SequenceGraph& g = *built.graph;
        QCOMPARE(g.caseWindows(), 2);
        QVERIFY(g.controlWindows() > 0);
        QCOMPARE(g.nodes().back().id, std::string("failure"));
        const SequenceNode* a = nodeOf(g, "alarm:A");
        QVERIFY(a != nullptr);
        QCOMPARE(a->caseWindows, 2);
        QCOMPARE(a->medianOffsetS.value(), -7200.0);
        const SequenceEdge* ab = edgeOf(g, "alarm:A", "alarm:B");
        const SequenceEdge* ac = edgeOf(g, "alarm:A", "alarm:C");
        QVERIFY(ab != nullptr && ac != nullptr);
        QCOMPARE(ab->caseWindows, 2);
        QCOMPARE(ab->order, EdgeOrder::Certain);
        QCOMPARE(ab->medianGapS.value(), 3600.0);
        QVERIFY(edgeOf(g, "alarm:A", "failure") == nullptr); // not directly
        QCOMPARE(edgeOf(g, "alarm:B", "failure")->caseWindows, 1);
    }

    void whatTwoSourcesMayStateIsNoSuccession()
    {
        const auto withCopies = [](std::optional<RepeatState> state) {
            testsupport::DatasetBuilder b;
            b.asset("R1");
            b.event("2024-01-01T00:00:00Z", "R1", "alarm", "START");
            for (const std::string day : {"2024-03-10", "2024-03-20"}) {
                b.event(day + "T10:00:00Z", "R1", "alarm", "A");
                b.event(day + "T10:00:20Z", "R1", "alarm", "A");
                b.deviation("DEV-" + day, day + "T12:00:00Z", "R1", "trip");
            }
            b.event("2024-06-01T00:00:00Z", "R1", "alarm", "START");
            Dataset dataset = b.finish();
            for (const std::size_t first : {std::size_t{1}, std::size_t{3}}) {
                RepeatedFact fact;
                fact.event = first;
                fact.copies = {first + 1};
                fact.state = state.value_or(RepeatState::Open);
                if (state)
                    dataset.repeats.push_back(fact);
            }
            return dataset;
        };
        for (const std::optional<RepeatState> known :
            {std::optional<RepeatState>{}, std::optional(RepeatState::Refused)}) {
            const Built twice(withCopies(known));
            QCOMPARE(edgeOf(*twice.graph, "alarm:A", "alarm:A")->caseWindows, 2);
        }
        const Built once(withCopies(RepeatState::Open));
        QVERIFY(edgeOf(*once.graph, "alarm:A", "alarm:A") == nullptr);
        QCOMPARE(nodeOf(*once.graph, "alarm:A")->caseWindows, 2);
        QCOMPARE(edgeOf(*once.graph, "alarm:A", "failure")->caseWindows, 2);
    }

    void tiesHaveOneUndeterminedEdge()
    {
        const Built built(twoFailures());
        const SequenceEdge* bc = edgeOf(*built.graph, "alarm:B", "alarm:C");
        QVERIFY(bc != nullptr);
        QCOMPARE(bc->order, EdgeOrder::Undetermined);
        QCOMPARE(bc->medianGapS.value(), 0.0);
        QCOMPARE(bc->caseWindows, 2);
        QVERIFY(edgeOf(*built.graph, "alarm:C", "alarm:B") == nullptr);
    }

    void orderWithinTheResolutionIsUndetermined()
    {
        const Built built(twoFailures());
        const SequenceEdge* de = edgeOf(*built.graph, "alarm:D", "alarm:E");
        QVERIFY(de != nullptr);
        QCOMPARE(de->order, EdgeOrder::Undetermined);
        QCOMPARE(edgeOf(*built.graph, "alarm:C", "alarm:D")->order, EdgeOrder::Certain);
    }

    void windowsWithoutCoverageDoNotCountForAClass()
    {
        testsupport::DatasetBuilder b;
        b.asset("R1");
        b.event("2024-01-01T00:00:00Z", "R1", "state", "START");
        b.event("2024-03-09T20:00:00Z", "R1", "state", "IDLE");
        for (const std::string day : {"2024-03-10", "2024-03-20"}) {
            b.event(day + "T10:00:00Z", "R1", "alarm", "A"); // the first one begins the list of alarms
            b.deviation("DEV-" + day, day + "T12:00:00Z", "R1", "trip");
        }
        b.event("2024-06-01T00:00:00Z", "R1", "state", "START");
        b.event("2024-06-01T00:00:00Z", "R1", "alarm", "Z");
        const Built built(b.finish());
        QCOMPARE(built.graph->caseWindows(), 2);
        const SequenceNode* alarm = nodeOf(*built.graph, "alarm:A");
        QVERIFY(alarm != nullptr);
        QCOMPARE(alarm->caseWindows, 1);
        QCOMPARE(alarm->caseCovered, 1);
        QCOMPARE(nodeOf(*built.graph, "state:IDLE")->caseCovered, 2);
        QVERIFY(edgeOf(*built.graph, "state:IDLE", "alarm:A") == nullptr);
        SequenceOptions one;
        one.mode = SequenceMode::OneFailure;
        one.failure = "DEV-2024-03-10";
        QVERIFY(nodeOf(*buildSequenceGraph(built.context->events, *built.data, *built.alignment, one), "alarm:A#1"));
    }

    void oneFailureShowsInstances()
    {
        SequenceOptions options;
        options.mode = SequenceMode::OneFailure;
        options.failure = "DEV-2024-03-10";
        const Built built(twoFailures(), options);
        QCOMPARE(built.graph->caseWindows(), 1);
        QCOMPARE(nodeOf(*built.graph, "alarm:A#1")->asset, std::string("R1"));
        QCOMPARE(built.graph->nodes().size(), std::size_t{4});
        options.failure = "none";
        QVERIFY(!Built(twoFailures(), options).graph);
    }

    void pathsLeadBackFromTheFailure()
    {
        const Built built(twoFailures());
        const SequencePaths two = built.graph->paths(2);
        QCOMPARE(two.paths.size(), std::size_t{0}); // the last events differ
        const SequencePaths one = built.graph->paths(1);
        QCOMPARE(one.support, 1);
        QVERIFY(!one.isDepthCut);
        QCOMPARE(one.beyondCap, 0);
        bool isFound = false;
        for (const SequencePath& p : one.paths)
            isFound = isFound
                || (p.nodes.size() == 2 && built.graph->nodes()[p.nodes[0]].id == "alarm:A"
                    && built.graph->nodes()[p.nodes[1]].id == "alarm:C" && p.caseWindows == 1);
        QVERIFY(isFound);
        const SequencePaths capped = built.graph->paths(1, 1, 1);
        QVERIFY(capped.isDepthCut);
        QCOMPARE(capped.paths.size(), std::size_t{1});
        QVERIFY(capped.beyondCap > 0);
    }

    void stepsCountTheWayToTheFailure()
    {
        const Built built(twoFailures());
        const std::vector<int> steps = built.graph->stepsToFailure();
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (built.graph->nodes()[i].id == "alarm:A")
                QCOMPARE(steps[i], 2);
        QCOMPARE(steps.back(), 0);
    }

    void writersAreDeterministic()
    {
        const Built one(twoFailures());
        const Built two(twoFailures());
        const SequencePaths paths = one.graph->paths(1);
        QCOMPARE(toJson(*one.graph, paths), toJson(*two.graph, two.graph->paths(1)));
        QCOMPARE(toDot(*one.graph), toDot(*two.graph));
        QCOMPARE(toGraphMl(*one.graph), toGraphMl(*two.graph));
        QVERIFY(toDot(*one.graph).find("\"alarm:B\" -> \"alarm:C\"") != std::string::npos);
        const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(toJson(*one.graph, paths))).object();
        QCOMPARE(document["windows_case"].toInt(), 2);
        QVERIFY(!document["edges"].toArray().isEmpty());
        QVERIFY(!document["edges"].toArray().first().toObject()["order"].toString().isEmpty());
    }

    void minusControlsKeepsWhatIsMoreFrequentBeforeFailures()
    {
        testsupport::DatasetBuilder b;
        b.asset("R1");
        for (int day = 1; day <= 28; ++day) {
            const std::string date = "2024-02-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
            b.event(date + "T05:00:00Z", "R1", "alarm", "DAILY");
        }
        b.event("2024-02-15T07:00:00Z", "R1", "alarm", "RARE");
        b.deviation("DEV-1", "2024-02-15T12:00:00Z", "R1", "trip");
        SequenceOptions options;
        options.mode = SequenceMode::MinusControls;
        const Built built(b.finish(), options);
        QVERIFY(nodeOf(*built.graph, "alarm:RARE") != nullptr);
        QVERIFY(nodeOf(*built.graph, "alarm:DAILY") == nullptr);
        QCOMPARE(built.graph->droppedNodes(), 1);
    }

    void layoutKeepsNodesApartAndCountsWhatItFolds()
    {
        testsupport::DatasetBuilder b;
        b.asset("R1");
        b.event("2024-01-01T00:00:00Z", "R1", "alarm", "K0");
        for (int i = 0; i < 60; ++i) {
            const std::string minute = std::string(i % 60 < 10 ? "0" : "") + std::to_string(i % 60);
            b.event(
                "2024-03-10T1" + std::to_string(i % 2) + ":" + minute + ":00Z", "R1", "alarm", "K" + std::to_string(i));
        }
        b.deviation("DEV-1", "2024-03-10T12:00:00Z", "R1", "trip");
        b.event("2024-06-01T00:00:00Z", "R1", "alarm", "K0");
        const Built built(b.finish());
        const SequenceLayout layout = layoutSequence(*built.graph);
        QCOMPARE(layout.nodes.size(), std::size_t{41});
        QCOMPARE(layout.foldedNodes, 20);
        QCOMPARE(
            layout.foldedEdges + static_cast<int>(layout.edges.size()), static_cast<int>(built.graph->edges().size()));
        for (std::size_t i = 0; i < layout.nodes.size(); ++i)
            for (std::size_t k = i + 1; k < layout.nodes.size(); ++k) {
                const bool isApart = std::abs(layout.nodes[i].x - layout.nodes[k].x) >= 166
                    || std::abs(layout.nodes[i].y - layout.nodes[k].y) >= 46;
                QVERIFY(isApart);
            }
        QCOMPARE(layoutSequence(*built.graph).nodes.back().x, layout.nodes.back().x);
    }

    void layoutIsAsHighAsItsRowsWhateverOrderHasFewestCrossings()
    {
        for (int salt = 0; salt < 30; ++salt) {
            testsupport::DatasetBuilder b;
            b.asset("R1");
            b.event("2024-01-01T00:00:00Z", "R1", "alarm", "K0");
            std::uint32_t random = 7U + static_cast<std::uint32_t>(salt);
            for (int day = 10; day < 16; ++day) {
                const std::string date = "2024-03-" + std::to_string(day) + "T";
                for (int i = 0; i < 14; ++i) {
                    random = random * 1664525U + 1013904223U;
                    const std::uint32_t minute = random >> 8U;
                    b.event(date + (minute % 12 < 10 ? "0" : "") + std::to_string(minute % 12) + ":"
                            + std::to_string(10 + minute % 50) + ":00Z",
                        "R1", "alarm", "K" + std::to_string(i));
                }
                b.deviation("DEV-" + std::to_string(day), date + "12:00:00Z", "R1", "trip");
            }
            b.event("2024-06-01T00:00:00Z", "R1", "alarm", "K0");
            const Built built(b.finish());
            LayoutOptions options;
            options.width = 480;
            const SequenceLayout layout = layoutSequence(*built.graph, options);
            double lowest = 0;
            for (const PlacedNode& node : layout.nodes)
                lowest = std::max(lowest, node.y + options.rowHeight / 2);
            QCOMPARE(layout.height, lowest);
        }
    }

    void edgesThatFewFailuresShowAreFoldedAndCounted()
    {
        testsupport::DatasetBuilder b;
        b.asset("R1");
        b.event("2024-01-01T00:00:00Z", "R1", "alarm", "A");
        for (int day = 10; day < 14; ++day) {
            const std::string date = "2024-03-" + std::to_string(day) + "T";
            b.event(date + "10:00:00Z", "R1", "alarm", day == 10 ? "B" : "A");
            b.event(date + "11:00:00Z", "R1", "alarm", day == 10 ? "A" : "B");
            b.deviation("DEV-" + std::to_string(day), date + "12:00:00Z", "R1", "trip");
        }
        b.event("2024-06-01T00:00:00Z", "R1", "alarm", "A");
        const Built built(b.finish());
        LayoutOptions options;
        const auto all = layoutSequence(*built.graph, options);
        options.minEdgeCases = 2;
        const auto few = layoutSequence(*built.graph, options);
        QVERIFY(few.edges.size() < all.edges.size());
        QCOMPARE(few.foldedEdges, all.foldedEdges + static_cast<int>(all.edges.size() - few.edges.size()));
        for (const PlacedEdge& edge : few.edges)
            QVERIFY(built.graph->edges()[edge.edge].caseWindows >= 2);
    }

    void everyCountLeadsBackToItsWindows()
    {
        for (const SequenceMode mode :
            {SequenceMode::AllFailures, SequenceMode::MinusControls, SequenceMode::OneFailure}) {
            SequenceOptions options;
            options.mode = mode;
            options.failure = "DEV-18";
            const Built built(threeWeeks(), options);
            QVERIFY(built.graph != nullptr);
            const auto counted = [&](const std::vector<SequenceWindow>& windows) {
                const auto cases =
                    std::count_if(windows.begin(), windows.end(), [](const auto& w) { return w.isCase; });
                for (const SequenceWindow& w : windows)
                    if (built.alignment->windows[w.window].isCase != w.isCase || w.times < 1)
                        return std::pair(-1, -1);
                return std::pair(static_cast<int>(cases), static_cast<int>(windows.size()) - static_cast<int>(cases));
            };
            for (std::uint32_t n = 0; n < built.graph->nodes().size(); ++n) {
                const SequenceNode& node = built.graph->nodes()[n];
                QCOMPARE(counted(built.graph->windowsOfNode(n)), std::pair(node.caseWindows, node.controlWindows));
            }
            for (std::uint32_t e = 0; e < built.graph->edges().size(); ++e) {
                const SequenceEdge& edge = built.graph->edges()[e];
                const std::vector<SequenceWindow> windows = built.graph->windowsOfEdge(e);
                QCOMPARE(counted(windows), std::pair(edge.caseWindows, edge.controlWindows));
                std::vector<double> gaps;
                for (const SequenceWindow& w : windows)
                    if (w.isCase)
                        gaps.push_back(w.lastGapS.value());
                std::sort(gaps.begin(), gaps.end());
                if (gaps.size() % 2 == 1)
                    QCOMPARE(edge.medianGapS.value(), gaps[gaps.size() / 2]);
            }
        }
    }

    void scaleIsCompressedAndMonotonic()
    {
        const CompressedScale scale;
        QCOMPARE(scale.position(0), 1.0);
        QCOMPARE(scale.position(-72 * 3600), 0.0);
        QCOMPARE(scale.position(-24 * 3600), 0.25);
        QVERIFY(scale.position(-600) - scale.position(-3600) > 0.1);
        QCOMPARE(CompressedScale(20 * 24 * 3600.0).ticks().front().label, std::string("\u221228 d"));
    }

    void machineListAgreesWithAnIndependentCount_data()
    {
        QTest::addColumn<QString>("classification");
        QTest::newRow("comp1") << "comp1";
        QTest::newRow("comp2") << "comp2";
        QTest::newRow("comp4") << "comp4";
    }
    void machineListAgreesWithAnIndependentCount()
    {
        QFETCH(QString, classification);
        const auto shared = testsupport::sharedFolder();
        if (!shared || !std::filesystem::exists(*shared / "data/azure_pdm/PdM_errors.csv"))
            QSKIP("the shared machine list is not here");
        const auto folder = *shared / "data/azure_pdm";
        const Built built(testsupport::readMachines(folder), {}, classification.toStdString());

        // Straight from the files: (machine, time) -> names, each failure's last 72 h, neighbours in time; errors only
        // where their list covers the window.
        std::map<std::string, std::map<std::string, std::set<std::string>>> log;
        std::set<std::string> failed;
        const auto rows = testsupport::readCsv(folder / "PdM_failures.csv");
        std::string firstError = "9999";
        for (const auto& row : testsupport::readCsv(folder / "PdM_errors.csv")) {
            log[row[1]][row[0]].insert("error:" + row[2]);
            firstError = std::min(firstError, formatUtc(Timestamp(Duration(parseIso(row[0])->us))));
        }
        for (const auto& row : testsupport::readCsv(folder / "PdM_maint.csv"))
            log[row[1]][row[0]].insert("work_order:REPLACEMENT/" + row[2]);
        std::map<std::pair<std::string, std::string>, int> edges;
        std::map<std::string, int> nodes;
        for (const auto& row : rows) {
            if (row[2] != classification.toStdString())
                continue;
            const std::string from = formatUtc(Timestamp(Duration(parseIso(row[0])->us)) - std::chrono::hours(72));
            std::set<std::pair<std::string, std::string>> here;
            std::set<std::string> seen;
            std::set<std::string> before;
            for (auto [time, names] : log[row[1]]) {
                const std::string utc = formatUtc(Timestamp(Duration(parseIso(time)->us)));
                if (from < firstError)
                    std::erase_if(names, [](const std::string& name) { return name.starts_with("error:"); });
                if (utc < from || time >= row[0] || names.empty())
                    continue;
                for (const std::string& b : names) {
                    seen.insert(b);
                    for (const std::string& a : before)
                        here.insert({a, b});
                    for (const std::string& a : names)
                        if (a < b)
                            here.insert({a, b});
                }
                before = names;
            }
            for (const std::string& a : before)
                here.insert({a, "failure"});
            for (const auto& pair : here)
                ++edges[pair];
            for (const std::string& name : seen)
                ++nodes[name];
        }
        int edgesWithCases = 0;
        for (const SequenceEdge& e : built.graph->edges()) {
            const auto key = std::pair(built.graph->nodes()[e.from].id, built.graph->nodes()[e.to].id);
            QCOMPARE(e.caseWindows, edges[key]);
            edgesWithCases += e.caseWindows > 0 ? 1 : 0;
        }
        QCOMPARE(edgesWithCases,
            static_cast<int>(std::count_if(edges.begin(), edges.end(), [](const auto& e) { return e.second > 0; })));
        for (const SequenceNode& n : built.graph->nodes())
            if (!n.isFailure)
                QCOMPARE(n.caseWindows, nodes[n.id]);
        if (classification == "comp2") {
            const SequenceEdge* tie = edgeOf(*built.graph, "error:error2", "error:error3");
            QVERIFY(tie != nullptr);
            QVERIFY(tie->order != EdgeOrder::Certain);
        }
    }
};

QTEST_GUILESS_MAIN(TestSequenceGraph)
#include "tst_sequence_graph.moc"
