// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The story of the sample in a real window, by clicks and keys, asserting what the user sees.
#include "app/window/main_window.h"
#include "app/window/rail.h"
#include "widgets/common/banner.h"
#include "widgets/timeline/timeline_layout.h"
#include "widgets/timeline/timeline_widget.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace antecedent;
using namespace antecedent::app;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
    }

    void theSampleOpensFromTheStartPage()
    {
        MainWindow window{Settings{}};
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.findChild<QWidget*>(QStringLiteral("startPage"))->isVisible());
        openSample(window);
        QVERIFY(!window.findChild<QWidget*>(QStringLiteral("startPage"))->isVisible());
        QVERIFY(window.windowTitle().startsWith(QStringLiteral("Tablet line 3")));
        auto* choice = window.findChild<QComboBox*>(QStringLiteral("failureChoice"));
        QVERIFY(choice->currentText().startsWith(QStringLiteral("DEV-26-007")));
        QCOMPARE(choice->count(), 7);
    }

    void filterSelectionAndInspectorFollowEachOther()
    {
        MainWindow window{Settings{}};
        window.show();
        openSample(window);
        auto* events = window.findChild<QTableView*>(QStringLiteral("events"));
        auto* filter = window.findChild<QLineEdit*>(QStringLiteral("filter"));
        QTRY_VERIFY(events->model()->rowCount() > 1000);
        QTest::keyClicks(filter, QStringLiteral("code = FEEDER_TORQUE_HIGH"));
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_VERIFY(events->model()->rowCount() > 0 && events->model()->rowCount() < 100);
        for (int r = 0; r < events->model()->rowCount(); ++r)
            QCOMPARE(events->model()->index(r, 4).data().toString(), QStringLiteral("FEEDER_TORQUE_HIGH"));
        QTest::mouseClick(
            events->viewport(), Qt::LeftButton, {}, events->visualRect(events->model()->index(0, 4)).center());
        QCOMPARE(
            window.findChild<QLabel*>(QStringLiteral("inspectorTitle"))->text(), QStringLiteral("FEEDER_TORQUE_HIGH"));
        auto* original = window.findChild<QPlainTextEdit*>(QStringLiteral("originalRow"));
        QTRY_VERIFY(original->toPlainText().contains(QStringLiteral("FEEDER_TORQUE_HIGH")));

        filter->clear();
        QTest::keyClicks(filter, QStringLiteral("code ="));
        QTest::keyClick(filter, Qt::Key_Return);
        auto* problem = window.findChild<QLabel*>(QStringLiteral("filterProblem"));
        QTRY_VERIFY(problem->text().contains(QStringLiteral("column")));
        QVERIFY(events->model()->rowCount() > 0); // the last good answer stays
    }

    void processDataOfTheFailedAssetIsDrawnAndChosen()
    {
        MainWindow window{Settings{}};
        window.resize(1280, 800);
        window.show();
        openSample(window);
        auto* timeline = window.findChild<widgets::TimelineWidget*>(QStringLiteral("timeline"));
        QCOMPARE(timeline->tags().size(), std::size_t{2}); // of TAB-420: compression force and feeder torque
        for (const TagIndex tag : timeline->tags())
            QVERIFY(timeline->isShown(tag));
        QTRY_VERIFY(timeline->wantedTraces().empty());
        timeline->zoom(0.1);
        QVERIFY(!timeline->wantedTraces().empty());
        QTRY_VERIFY(timeline->wantedTraces().empty());
        const QList<QAction*> actions = window.findChild<QPushButton*>(QStringLiteral("signals"))->menu()->actions();
        QCOMPARE(actions.size(), 2);
        QVERIFY(actions[0]->text().contains(QStringLiteral("TAB-420")));
        const QImage both = timeline->picture().toImage();
        actions[0]->trigger();
        QVERIFY(!timeline->isShown(timeline->tags().front()));
        timeline->fitWindow();
        QTRY_VERIFY(timeline->wantedTraces().empty());
        QVERIFY(timeline->picture().toImage() != both);
    }

    void aClickOnTheTimelineSelectsTheRecordUnderIt()
    {
        MainWindow window{Settings{}};
        window.resize(1280, 800);
        window.show();
        openSample(window);
        auto* timeline = window.findChild<widgets::TimelineWidget*>(QStringLiteral("timeline"));
        QTRY_VERIFY(timeline->isVisible());
        const std::int64_t before = timeline->axis().toUs - timeline->axis().fromUs;
        QTest::keyClick(timeline, Qt::Key_Plus);
        QVERIFY(timeline->axis().toUs - timeline->axis().fromUs < before);
        QTest::keyClick(timeline, Qt::Key_F);
        QCOMPARE(timeline->axis().toUs - timeline->axis().fromUs, before);
        auto* title = window.findChild<QLabel*>(QStringLiteral("inspectorTitle"));
        bool found = false;
        QWidget* viewport = timeline->viewport();
        for (int y = widgets::layout::kTop; y < viewport->height() && !found; y += 10)
            for (int x = widgets::layout::kGutter; x < viewport->width() && !found; x += 8) {
                QTest::mouseClick(viewport, Qt::LeftButton, {}, {x, y});
                found = title->isVisible() && title->text() == QStringLiteral("FEEDER_TORQUE_HIGH");
            }
        QVERIFY2(found, "the torque alarm stands on the timeline before the failure");
    }

    void stepsAreChosenByKeys()
    {
        MainWindow window{Settings{}};
        window.show();
        openSample(window);
        auto* rail = window.findChild<Rail*>(QStringLiteral("rail"));
        rail->setFocus();
        while (rail->current() > 0)
            QTest::keyClick(rail, Qt::Key_Up);
        auto* sources = window.findChild<QTableView*>(QStringLiteral("sources"));
        QVERIFY(sources->isVisible());
        QCOMPARE(sources->model()->rowCount(), 18);
        QTest::keyClick(rail, Qt::Key_Down);
        auto* failures = window.findChild<QTableView*>(QStringLiteral("failures"));
        QVERIFY(failures->isVisible());
        QTest::mouseClick(
            failures->viewport(), Qt::LeftButton, {}, failures->visualRect(failures->model()->index(0, 0)).center());
        QTRY_VERIFY(window.findChild<QComboBox*>(QStringLiteral("failureChoice"))
                        ->currentText()
                        .startsWith(failures->model()->index(0, 0).data().toString()));
    }

    void aFileThatIsNoInvestigationIsSaidInTheBanner()
    {
        QFile file(m_home.filePath(QStringLiteral("no.ante")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no");
        file.close();
        MainWindow window{Settings{}};
        window.show();
        window.openFile(file.fileName());
        auto* banner = window.findChild<widgets::Banner*>(QStringLiteral("banner"));
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(QStringLiteral("no.ante")));
        QVERIFY(window.findChild<QWidget*>(QStringLiteral("startPage"))->isVisible());
    }

    void closingWhileWorkingIsSafe()
    {
        for (int i = 0; i < 5; ++i) {
            MainWindow window{Settings{}};
            window.show();
            QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("openSample")), Qt::LeftButton);
            QTest::qWait(i * 10);
            window.close();
        }
    }

private:
    static void openSample(MainWindow& window)
    {
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("openSample")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(window.windowTitle() != QStringLiteral("Antecedent"), 30'000);
    }

    QTemporaryDir m_home;
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
