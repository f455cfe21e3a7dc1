// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole story of the sample in one window, by mouse and keys, as a person would: from the start page to the
// exported report, closed and opened again. What is asserted is what stands on the screen, and at the end what the file
// holds.
#include "app/window/evidence/evidence_words.h"
#include "app/window/main_window.h"
#include "app/window/rail.h"
#include "tests/support/cli_run.h"
#include "tests/support/freeze_plan.h"
#include "widgets/sequence/sequence_painting.h"
#include "widgets/sequence/sequence_widget.h"
#include "widgets/timeline/timeline_widget.h"

#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace antecedent;
using namespace antecedent::app;

namespace {

constexpr int kLong = 60'000;
const QString kFailure = QStringLiteral("DEV-26-007");
const QString kTorque = QStringLiteral("FEEDER_TORQUE_HIGH");

QString cell(const QTableView& table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

// The first row that has a text in any of its cells; -1: none.
int rowWith(const QTableView& table, const QString& text)
{
    for (int row = 0; row < table.model()->rowCount(); ++row)
        for (int column = 0; column < table.model()->columnCount(); ++column)
            if (cell(table, row, column).contains(text))
                return row;
    return -1;
}

void clickRow(QTableView* table, int row, int column = 0)
{
    const QModelIndex index = table->model()->index(row, column);
    table->scrollTo(index);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
}

void turnWheel(QWidget* widget, const QPoint& at, int steps)
{
    QWheelEvent event(QPointF(at), widget->mapToGlobal(QPointF(at)), {}, {0, 120 * steps}, Qt::NoButton, Qt::NoModifier,
        Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace

class TestWindowStory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
        m_window = std::make_unique<MainWindow>(Settings{});
        m_window->resize(1280, 800);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void theStartPageOpensTheSample()
    {
        QTest::mouseClick(find<QPushButton>("openSample"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->windowTitle() != QStringLiteral("Antecedent"), kLong);
        QDirIterator files(m_home.path(), {QStringLiteral("*.ante")}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        m_file = files.next();
    }

    void theFailureIsChosenInItsTable()
    {
        press(Qt::Key_2);
        auto* failures = find<QTableView>("failures");
        QVERIFY(failures->isVisible());
        const int row = rowWith(*failures, kFailure);
        QVERIFY(row >= 0);
        clickRow(failures, row);
        QTRY_VERIFY(find<QComboBox>("failureChoice")->currentText().startsWith(kFailure));
        QTest::keyClick(failures, Qt::Key_Return);
        QTRY_VERIFY(find<QWidget>("timeline")->isVisible());
    }

    void theTimelineIsZoomedAndDragged()
    {
        press(Qt::Key_3);
        auto* timeline = find<widgets::TimelineWidget>("timeline");
        QVERIFY(timeline->isVisible());
        const auto length = [timeline] { return timeline->axis().toUs - timeline->axis().fromUs; };
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_F);
        const auto whole = length();
        turnWheel(timeline->viewport(), {700, 300}, 3);
        QTRY_VERIFY(length() < whole);
        const auto from = timeline->axis().fromUs;
        QTest::mousePress(timeline->viewport(), Qt::LeftButton, {}, {700, 420});
        QTest::mouseMove(timeline->viewport(), {640, 420});
        QTest::mouseMove(timeline->viewport(), {600, 420});
        QTest::mouseRelease(timeline->viewport(), Qt::LeftButton, {}, {600, 420});
        QTRY_VERIFY(timeline->axis().fromUs > from);
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_F);
        QTRY_COMPARE(length(), whole);
    }

    void theFilterFindsTheAlarmAndTheInspectorItsRow()
    {
        auto* filter = find<QLineEdit>("filter");
        auto* events = find<QTableView>("events");
        QTRY_VERIFY_WITH_TIMEOUT(events->model()->rowCount() > 0, kLong);
        const int all = events->model()->rowCount();
        filter->setFocus();
        QTest::keyClicks(filter, QStringLiteral("code = \"%1\"").arg(kTorque));
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(events->model()->rowCount() > 0 && events->model()->rowCount() < all, kLong);
        QTRY_VERIFY(rowWith(*events, kTorque) == 0);
        clickRow(events, 0);
        QTRY_COMPARE(find<QLabel>("inspectorTitle")->text(), kTorque);
        QTRY_VERIFY_WITH_TIMEOUT(find<QPlainTextEdit>("originalRow")->toPlainText().contains(kTorque), kLong);
        filter->clear();
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(events->model()->rowCount(), all, kLong);
    }

    void theGraphLeadsToTheWindowsAndBackToTheTimeline()
    {
        press(Qt::Key_5);
        auto* graph = m_window->findChild<widgets::SequenceWidget*>();
        QTRY_VERIFY_WITH_TIMEOUT(graph->picture().has_value(), kLong);
        int torque = -1;
        const auto& picture = *graph->picture();
        for (std::size_t n = 0; n < picture.layout.nodes.size(); ++n)
            if (picture.graph->nodes()[picture.layout.nodes[n].node].id == "alarm:" + kTorque.toStdString())
                torque = static_cast<int>(n);
        QVERIFY(torque >= 0);
        const widgets::SequenceChoice none;
        const widgets::SequenceLit all;
        const widgets::SequencePainting painting(picture, none, all, widgets::Theme::Light);
        QTest::mouseClick(graph, Qt::LeftButton, {}, painting.nodeBox(torque).center().toPoint());
        QVERIFY2(
            find<QLabel>("sequencesCounts")->text().startsWith(QStringLiteral("6 of 6 failures, 0 of 36 controls")),
            qPrintable(find<QLabel>("sequencesCounts")->text()));
        clickRow(find<QTableView>("sequencesWindows"), 1);
        QTest::mouseClick(find<QPushButton>("sequencesOpen"), Qt::LeftButton);
        QTRY_VERIFY(find<QWidget>("timeline")->isVisible());
    }

    void theConditionNamesTheLastWork()
    {
        chooseFailure();
        press(Qt::Key_4);
        for (QTabBar* bar : m_window->findChildren<QTabBar*>())
            for (int tab = 0; tab < bar->count(); ++tab)
                if (bar->isVisible() && bar->tabText(tab) == QStringLiteral("Condition"))
                    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
        auto* card = find<QTableView>("factsCondition");
        QTRY_VERIFY_WITH_TIMEOUT(card->isVisible() && card->model()->rowCount() > 1, kLong);
        QVERIFY(rowWith(*card, QStringLiteral("4100111")) >= 0); // the last preventive work, as `condition` prints it
    }

    void thePlanIsFrozenAndTheEvidenceWeighed()
    {
        press(Qt::Key_6);
        auto* act = find<QPushButton>("freezeAndAssess");
        QTRY_VERIFY_WITH_TIMEOUT(act->isVisible() && act->isEnabled(), kLong);
        QVERIFY(freezePlan(*m_window));
        auto* answer = find<QLabel>("evidenceAnswer");
        QTRY_VERIFY_WITH_TIMEOUT(answer->isVisible() && !m_window->isWorking(), kLong);
        QVERIFY2(answer->text().contains(QStringLiteral("Supported")), qPrintable(answer->text()));
        QVERIFY(answer->text().contains(QStringLiteral("TAB-420-FDR")));
        const auto* candidates = find<QTableView>("candidates");
        QCOMPARE(cell(*candidates, 0, EvidenceWords::Counts), QStringLiteral("6/6 vs 0/36"));
        QCOMPARE(cell(*candidates, 0, EvidenceWords::Verdict), QStringLiteral("Associated"));
    }

    void theCandidateIsPinnedToANewHypothesis()
    {
        auto* pin = find<QPushButton>("pinCandidate");
        QTRY_VERIFY_WITH_TIMEOUT(pin->isVisible() && pin->isEnabled(), kLong);
        QTest::mouseClick(pin, Qt::LeftButton);
        QDialog* dialog = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT(
            (dialog = m_window->findChild<QDialog*>(QStringLiteral("pinDialog"))) != nullptr && dialog->isVisible(),
            kLong);
        auto* statement = dialog->findChild<QLineEdit*>(QStringLiteral("pinStatement"));
        statement->selectAll();
        QTest::keyClicks(statement, QStringLiteral("The feeder cuts its seals"));
        QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        press(Qt::Key_8);
        auto* hypotheses = find<QTableView>("hypotheses");
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(*hypotheses, QStringLiteral("cuts its seals")) >= 0, kLong);
    }

    void undoAndRedoTakeItBackAndForth()
    {
        auto* hypotheses = find<QTableView>("hypotheses");
        auto* lines = find<QTableView>("evidenceLines");
        clickRow(hypotheses, rowWith(*hypotheses, QStringLiteral("cuts its seals")));
        QTRY_COMPARE(lines->model()->rowCount(), 1);
        hypotheses->setFocus();
        QTest::keyClick(hypotheses, Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(
            rowWith(*hypotheses, QStringLiteral("cuts its seals")) < 0 || lines->model()->rowCount() == 0, kLong);
        QTest::keyClick(hypotheses, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(*hypotheses, QStringLiteral("cuts its seals")) >= 0, kLong);
    }

    void theConclusionIsDrawn()
    {
        auto* hypotheses = find<QTableView>("hypotheses");
        clickRow(hypotheses, rowWith(*hypotheses, QStringLiteral("cuts its seals")));
        auto* state = find<QComboBox>("hypothesisState");
        const int wanted = state->findText(QStringLiteral("most probable cause"), Qt::MatchStartsWith);
        QVERIFY(wanted >= 0);
        state->setFocus();
        while (state->currentIndex() != wanted)
            QTest::keyClick(state, state->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
        auto* reason = find<QLineEdit>("stateReason");
        reason->setFocus();
        QTest::keyClicks(reason, QStringLiteral("Shaft found scored"));
        QTest::mouseClick(find<QPushButton>("stateSet"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(rowWith(*hypotheses, QStringLiteral("most probable cause")) >= 0, kLong);
        QTest::mouseClick(find<QPushButton>("conclude"), Qt::LeftButton);
        auto* rationale = find<QPlainTextEdit>("conclusionRationale");
        rationale->setFocus();
        rationale->selectAll();
        QTest::keyClicks(rationale, QStringLiteral("A worn seal lets the feeder starve"));
        QTest::mouseClick(find<QPushButton>("conclusionSave"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(
            find<QLabel>("recordedConclusion")->text().contains(QStringLiteral("A worn seal lets the feeder starve")),
            kLong);
    }

    void theReportIsWrittenAndHolds()
    {
        press(Qt::Key_9);
        auto* folder = find<QLineEdit>("reportFolder");
        folder->setFocus();
        folder->selectAll();
        QTest::keyClicks(folder, QDir::toNativeSeparators(m_home.path()));
        auto* write = find<QPushButton>("reportWrite");
        QTRY_VERIFY_WITH_TIMEOUT(write->isEnabled(), kLong);
        QTest::mouseClick(write, Qt::LeftButton);
        auto* reports = find<QTableView>("reports");
        QTRY_COMPARE_WITH_TIMEOUT(reports->model()->rowCount(), 1, kLong);
        QVERIFY(rowWith(*reports, QStringLiteral("holds")) == 0);
        QDirIterator pdf(m_home.path(), {QStringLiteral("*.pdf")}, QDir::Files);
        QVERIFY(pdf.hasNext());
        QCOMPARE(command({"verify", pdf.next().toStdString()}), 0);
    }

    void closedAndOpenedAgainEverythingStands()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isWorking(), kLong); // the trail is read again after the report
        press(Qt::Key_0);
        const int entries = find<QTableView>("audit")->model()->rowCount();
        QVERIFY(rowWith(*find<QTableView>("audit"), QStringLiteral("cuts its seals")) >= 0);
        m_window->close();
        m_window = std::make_unique<MainWindow>(Settings{});
        m_window->resize(1280, 800);
        m_window->show();
        m_window->openFile(m_file);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->windowTitle() != QStringLiteral("Antecedent"), kLong);
        press(Qt::Key_8);
        QTRY_VERIFY_WITH_TIMEOUT(
            find<QLabel>("recordedConclusion")->text().contains(QStringLiteral("A worn seal lets the feeder starve")),
            kLong);
        press(Qt::Key_0);
        QTRY_COMPARE_WITH_TIMEOUT(find<QTableView>("audit")->model()->rowCount(), entries, kLong);
        QCOMPARE(command({"verify", m_file.toStdString()}), 0);
    }

    void cleanupTestCase() { m_window.reset(); }

private:
    template <class T> T* find(const char* name) const
    {
        T* found = m_window->findChild<T*>(QString::fromLatin1(name));
        if (found == nullptr)
            qFatal("the window has no %s", name);
        return found;
    }
    void press(Qt::Key digit)
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTest::keyClick(m_window.get(), digit, Qt::ControlModifier);
    }
    void chooseFailure() const
    {
        auto* choice = find<QComboBox>("failureChoice");
        const int index = choice->findText(kFailure, Qt::MatchStartsWith);
        choice->setFocus();
        while (choice->currentIndex() != index)
            QTest::keyClick(choice, choice->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
        QTRY_VERIFY(choice->currentText().startsWith(kFailure));
    }
    static int command(std::vector<std::string> arguments) { return testing::runQuietly(std::move(arguments)).status; }

    QTemporaryDir m_home;
    QString m_file;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestWindowStory)
#include "tst_window_story.moc"
