// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sequence graph of the sample in a real window: what is drawn, what is chosen, and where it leads. Expected counts
// are those that the command graph prints.
#include "app/window/main_window.h"
#include "app/window/rail.h"
#include "app/window/sequences/sequence_files.h"
#include "widgets/sequence/sequence_painting.h"
#include "widgets/sequence/sequence_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace antecedent;
using namespace antecedent::app;
using namespace antecedent::widgets;

class TestSequencesView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
    }

    void whatStandsBeforeFailuresMoreOftenThanInControlsIsDrawn()
    {
        MainWindow window{Settings{}};
        SequenceWidget* graph = open(window, QStringLiteral("DEV-26-007"));
        const int torque = nodeOf(*graph, "alarm:FEEDER_TORQUE_HIGH");
        QVERIFY(torque >= 0);
        const SequenceNode& node = drawn(*graph, torque);
        QCOMPARE(std::tuple(node.caseWindows, node.caseCovered, node.controlWindows, node.controlCovered),
            std::tuple(6, 6, 0, 36));
        QVERIFY(isClearlyMore(node));
        QVERIFY(nodeOf(*graph, "alarm:DP_LOW") < 0); // as frequent in controls
    }

    void aClickedClassListsItsWindowsAndOneOpensInTheTimeline()
    {
        MainWindow window{Settings{}};
        SequenceWidget* graph = open(window, QStringLiteral("DEV-26-007"));
        click(graph, nodeOf(*graph, "alarm:EJECTION_FORCE_HIGH"));
        auto* rows = window.findChild<QTableView*>(QStringLiteral("sequencesWindows"));
        QCOMPARE(rows->model()->rowCount(), 3 + 9);
        QCOMPARE(window.findChild<QLabel*>(QStringLiteral("sequencesChosen"))->text(),
            QStringLiteral("alarm:EJECTION_FORCE_HIGH"));
        QVERIFY(window.findChild<QLabel*>(QStringLiteral("sequencesCounts"))
                    ->text()
                    .startsWith(QStringLiteral("3 of 6 failures, 9 of 36 controls")));
        const QString wanted = rows->model()->index(1, 0).data().toString();
        QTest::mouseClick(rows->viewport(), Qt::LeftButton, {}, rows->visualRect(rows->model()->index(1, 0)).center());
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("sequencesOpen")), Qt::LeftButton);
        QVERIFY(window.findChild<QWidget*>(QStringLiteral("timeline"))->isVisible());
        QVERIFY(window.findChild<QComboBox*>(QStringLiteral("failureChoice"))->currentText().startsWith(wanted));
        QCOMPARE(
            window.findChild<QLabel*>(QStringLiteral("inspectorTitle"))->text(), QStringLiteral("EJECTION_FORCE_HIGH"));
    }

    void supportAndTopFoldAndCountWhatIsLeftOut()
    {
        MainWindow window{Settings{}};
        SequenceWidget* graph = open(window, QStringLiteral("DEV-26-007"));
        auto* support = window.findChild<QSlider*>(QStringLiteral("sequencesSupport"));
        QCOMPARE(support->maximum(), 6);
        QCOMPARE(support->value(), 2);
        const std::size_t before = graph->picture()->layout.nodes.size();
        support->setFocus();
        QTest::keyClick(support, Qt::Key_End);
        QTRY_VERIFY(graph->picture() && graph->picture()->layout.nodes.size() < before);
        QCOMPARE(graph->picture()->layout.nodes.size(), std::size_t{2}); // the torque alarm and the failure
        QVERIFY(graph->picture()->layout.foldedNodes > 0);
    }

    void aMovedSliderMovesNoClass()
    {
        MainWindow window{Settings{}};
        SequenceWidget* graph = open(window, QStringLiteral("DEV-26-007"));
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("sequencesAll")), Qt::LeftButton);
        QTRY_VERIFY(graph->picture() && graph->picture()->layout.nodes.size() > 8);
        const auto places = [&] {
            std::map<std::string, std::pair<double, double>> out;
            for (const PlacedNode& node : graph->picture()->layout.nodes)
                out[graph->picture()->graph->nodes()[node.node].id] = {node.x, node.y};
            return out;
        };
        const auto before = places();
        auto* top = window.findChild<QSlider*>(QStringLiteral("sequencesTop"));
        for (const int value : {7, 30}) {
            top->setValue(value);
            QTRY_VERIFY(static_cast<int>(graph->picture()->layout.nodes.size()) <= value + 1
                && graph->picture()->layout.nodes.size() != before.size());
            for (const auto& [id, place] : places())
                if (const auto old = before.find(id); old != before.end())
                    QCOMPARE(place, old->second);
        }
        top->setValue(12);
        QTRY_COMPARE(graph->picture()->layout.nodes.size(), before.size());
        QVERIFY(places() == before);
    }

    void theBrushOnTheAxisCountsOnlyItsTime()
    {
        MainWindow window{Settings{}};
        SequenceWidget* graph = open(window, QStringLiteral("DEV-26-007"));
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("sequencesAll")), Qt::LeftButton);
        QTRY_VERIFY(graph->picture() && graph->picture()->layout.nodes.size() > 8);
        const std::size_t all = graph->picture()->graph->nodes().size();
        const SequenceLayout layout = graph->picture()->layout;
        const auto onAxis = [&](double offset) { return QPoint(qRound(xOfOffset(layout, offset)), 38); };
        QTest::mousePress(graph, Qt::LeftButton, {}, onAxis(-3 * 3600));
        QTest::mouseMove(graph, onAxis(-3600));
        QTest::mouseRelease(graph, Qt::LeftButton, {}, onAxis(-1));
        auto* button = window.findChild<QPushButton*>(QStringLiteral("sequencesBrush"));
        QTRY_VERIFY(button->text().contains(QStringLiteral("−3 h")));
        QTRY_VERIFY(graph->picture() && graph->picture()->graph->nodes().size() < all);
        for (std::uint32_t n = 0; n + 1 < graph->picture()->graph->nodes().size(); ++n)
            for (const SequenceWindow& each : graph->picture()->graph->windowsOfNode(n))
                QVERIFY(each.lastOffsetS >= -3.2 * 3600);
        QCOMPARE(graph->picture()->graph->caseWindows(), 6); // the denominators stay
        graph->setFocus();
        QTest::keyClick(graph, Qt::Key_Left, Qt::ShiftModifier);
        QTRY_VERIFY(button->text().contains(QStringLiteral("−6 h")));
        QTest::mouseDClick(graph, Qt::LeftButton, {}, onAxis(-1800));
        QTRY_COMPARE(button->text(), QStringLiteral("Brush: all"));
        QTRY_COMPARE(graph->picture()->graph->nodes().size(), all);
    }

    void theBrushIsSharedWithTheTimeline()
    {
        MainWindow window{Settings{}};
        SequenceWidget* graph = open(window, QStringLiteral("DEV-26-007"));
        auto* button = window.findChild<QPushButton*>(QStringLiteral("sequencesBrush"));
        auto* timeline = window.findChild<TimelineWidget*>();
        auto* rail = window.findChild<Rail*>(QStringLiteral("rail"));
        for (int step = 0; !timeline->isVisible() && step < 10; ++step)
            rail->setCurrent(step);
        const std::int64_t zero = *timeline->anchorUs();
        constexpr std::int64_t kHourUs = 3'600'000'000;
        const QImage before = timeline->grab().toImage();
        timeline->setCursor(0, zero - 5 * kHourUs);
        timeline->setCursor(1, zero - 2 * kHourUs);
        QTest::keyClick(timeline, Qt::Key_B);
        QVERIFY(timeline->grab().toImage() != before);
        QVERIFY2(button->text().contains(QStringLiteral("−5 h to −2 h")), qPrintable(button->text()));
        for (int step = 0; !graph->isVisible() && step < 10; ++step)
            rail->setCurrent(step);
        QVERIFY(graph->brush().has_value());
        QCOMPARE(*graph->brush(), std::pair(-5 * 3600.0, -2 * 3600.0));
        for (int step = 0; !timeline->isVisible() && step < 10; ++step)
            rail->setCurrent(step);
        QTest::keyClick(timeline, Qt::Key_B, Qt::ShiftModifier);
        QCOMPARE(button->text(), QStringLiteral("Brush: all"));
    }

    void theSharedFilterChoosesWhatIsCounted()
    {
        MainWindow window{Settings{}};
        SequenceWidget* graph = open(window, QStringLiteral("DEV-26-007"));
        auto* filter = window.findChild<QLineEdit*>(QStringLiteral("contextFilter"));
        filter->setText(QStringLiteral("code = FEEDER_TORQUE_HIGH"));
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_VERIFY(graph->picture() && graph->picture()->graph->nodes().size() == 2);
        QVERIFY(nodeOf(*graph, "alarm:FEEDER_TORQUE_HIGH") >= 0);
        filter->setText(QStringLiteral("code = NO_SUCH_CODE"));
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_VERIFY(!graph->picture());
        filter->clear();
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_VERIFY(graph->picture() && graph->picture()->graph->nodes().size() > 2);
    }

    void anEdgeIsChosenByKeyAndOpensOneOfItsWindows()
    {
        MainWindow window{Settings{}};
        SequenceWidget* graph = open(window, QStringLiteral("DEV-26-007"));
        graph->choose({});
        graph->setFocus();
        QTest::keyClick(graph, Qt::Key_E);
        QVERIFY(graph->choice().edge >= 0);
        QVERIFY(window.findChild<QTableView*>(QStringLiteral("sequencesWindows"))->model()->rowCount() > 0);
        QVERIFY(window.findChild<QLabel*>(QStringLiteral("sequencesChosen"))->text().contains(QStringLiteral(" → ")));
        QTest::keyClick(graph, Qt::Key_Return);
        QVERIFY(window.findChild<QWidget*>(QStringLiteral("timeline"))->isVisible());
    }

    void thisFailureShowsItsRecords()
    {
        MainWindow window{Settings{}};
        SequenceWidget* graph = open(window, QStringLiteral("DEV-26-007"));
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("sequencesOne")), Qt::LeftButton);
        QTRY_COMPARE(graph->picture()->graph->caseWindows(), 1);
        bool hasAsset = false;
        for (int n = 0; n + 1 < static_cast<int>(graph->picture()->layout.nodes.size()); ++n)
            hasAsset = hasAsset || drawn(*graph, n).asset == "TAB-420-FDR";
        QVERIFY(hasAsset);
        QVERIFY(!window.findChild<QSlider*>(QStringLiteral("sequencesSupport"))->isEnabled());
    }

    void arrowKeysWalkTheGraphAndTheWaysToANodeAreLit()
    {
        MainWindow window{Settings{}};
        SequenceWidget* graph = open(window, QStringLiteral("DEV-26-007"));
        graph->setFocus();
        QTest::keyClick(graph, Qt::Key_Left);
        QCOMPARE(graph->choice().node, static_cast<int>(graph->picture()->layout.nodes.size()) - 1);
        QTest::keyClick(graph, Qt::Key_Left);
        QVERIFY(graph->choice().node >= 0
            && graph->choice().node != static_cast<int>(graph->picture()->layout.nodes.size()) - 1);
        QTest::keyClick(graph, Qt::Key_Escape);
        QVERIFY(graph->choice().isNone());
    }

    void labelsCoverNeitherNodesNorEachOther()
    {
        MainWindow window{Settings{}};
        SequenceWidget* graph = open(window, QStringLiteral("DEV-26-007"));
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("sequencesAll")), Qt::LeftButton);
        window.findChild<QSlider*>(QStringLiteral("sequencesTop"))->setValue(40);
        QTRY_VERIFY(graph->picture() && graph->picture()->layout.nodes.size() > 14);
        const SequenceChoice none;
        const SequenceLit all;
        const SequencePainting painting(*graph->picture(), none, all, Theme::Light);
        std::vector<QRectF> boxes;
        for (int n = 0; n < static_cast<int>(graph->picture()->layout.nodes.size()); ++n)
            boxes.push_back(painting.nodeBox(n));
        for (int e = 0; e < static_cast<int>(graph->picture()->layout.edges.size()); ++e)
            if (!painting.labelBox(e).isEmpty())
                boxes.push_back(painting.labelBox(e));
        for (std::size_t i = 0; i < boxes.size(); ++i)
            for (std::size_t k = i + 1; k < boxes.size(); ++k)
                QVERIFY(!boxes[i].intersects(boxes[k]));
    }

    void theGraphIsSavedAsPictureAndAsData()
    {
        MainWindow window{Settings{}};
        SequenceWidget* graph = open(window, QStringLiteral("DEV-26-007"));
        Sequences answer;
        answer.picture = graph->picture();
        answer.support = 2;
        answer.asked.snapshot = loaded();
        const auto bytes = [&](const QString& format) {
            const QString path = m_home.filePath(QStringLiteral("graph.") + format);
            if (!saveSequences(answer, QStringLiteral("Folded: nothing"), format, path))
                return QByteArray();
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray svg = bytes(QStringLiteral("svg"));
        QXmlStreamReader xml(svg);
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(svg.contains("FEEDER_TORQUE_HIGH") && svg.contains("6/6 vs 0/36") && svg.contains("Folded: nothing"));
        QVERIFY(!QImage::fromData(bytes(QStringLiteral("png"))).isNull());
        const SequenceGraph& whole = *graph->picture()->graph;
        QCOMPARE(bytes(QStringLiteral("json")).toStdString(), toJson(whole, whole.paths(2)));
        QCOMPARE(bytes(QStringLiteral("dot")).toStdString(), toDot(whole));
        QCOMPARE(bytes(QStringLiteral("graphml")).toStdString(), toGraphMl(whole));
        const Result<void> nowhere =
            saveSequences(answer, {}, QStringLiteral("dot"), QStringLiteral("/nowhere/graph.dot"));
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ErrorCode::FileUnwritable);
    }

    void withoutAFailureItSaysWhatToDo()
    {
        MainWindow window{Settings{}};
        SequenceWidget graph;
        graph.setEmptyText(QStringLiteral("Choose a failure"));
        graph.resize(300, 100);
        const QImage empty = graph.grab().toImage();
        graph.setEmptyText({});
        QVERIFY(graph.grab().toImage() != empty);
    }

private:
    // The investigation that the window made of the sample.
    DataPtr loaded() const
    {
        QDirIterator files(m_home.path(), {QStringLiteral("*.ante")}, QDir::Files, QDirIterator::Subdirectories);
        const Result<DataPtr> data = loadInvestigation(files.next().toStdString(), {}, {}, {});
        return data ? *data : DataPtr();
    }

    static SequenceWidget* open(MainWindow& window, const QString& failure)
    {
        window.resize(1280, 800);
        window.show();
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("openSample")), Qt::LeftButton);
        auto* choice = window.findChild<QComboBox*>(QStringLiteral("failureChoice"));
        if (!QTest::qWaitFor([&] { return choice->count() > 0 && choice->isVisible(); }, 30000))
            return nullptr;
        const int index = choice->findText(failure, Qt::MatchStartsWith);
        choice->setCurrentIndex(index);
        Q_EMIT choice->activated(index);
        auto* rail = window.findChild<Rail*>(QStringLiteral("rail"));
        auto* graph = window.findChild<SequenceWidget*>();
        for (int step = 0; !graph->isVisible() && step < 10; ++step)
            rail->setCurrent(step);
        return QTest::qWaitFor([&] { return graph->picture().has_value(); }, 30000) ? graph : nullptr;
    }

    static const SequenceNode& drawn(const SequenceWidget& graph, int node)
    {
        return graph.picture()->graph->nodes()[graph.picture()->layout.nodes[static_cast<std::size_t>(node)].node];
    }

    static int nodeOf(const SequenceWidget& graph, const std::string& id)
    {
        for (int n = 0; n < static_cast<int>(graph.picture()->layout.nodes.size()); ++n)
            if (drawn(graph, n).id == id)
                return n;
        return -1;
    }

    static void click(SequenceWidget* graph, int node)
    {
        const SequenceChoice none;
        const SequenceLit all;
        const SequencePainting painting(*graph->picture(), none, all, Theme::Light);
        QTest::mouseClick(graph, Qt::LeftButton, {}, painting.nodeBox(node).center().toPoint());
    }

    QTemporaryDir m_home;
};

QTEST_MAIN(TestSequencesView)
#include "tst_sequences_view.moc"
