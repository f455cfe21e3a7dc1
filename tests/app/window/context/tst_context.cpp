// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The context bar, the failures view and the windows of a candidate in a real window, by mouse and keys: what is edited
// in one place is seen in the others, and back and forward go through it.
#include "app/window/evidence/lag_strip.h"
#include "app/window/evidence/window_matrix.h"
#include "app/window/failures/failure_calendar.h"
#include "app/window/investigation_files.h"
#include "app/window/main_window.h"
#include "tests/support/freeze_plan.h"
#include "widgets/timeline/timeline_widget.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace antecedent;
using namespace antecedent::app;

namespace {

constexpr int kLong = 60'000;

struct Opened
{
    Opened(const QString& path, const QString& step, const QSize& size = {1280, 800})
        : window(Settings{})
    {
        window.resize(size);
        window.show();
        window.openFile(path);
        const bool isOpen =
            QTest::qWaitFor([&] { return window.windowTitle() != QStringLiteral("Antecedent"); }, kLong);
        Q_ASSERT(isOpen);
        showStep(step);
    }
    template <class T> T* find(const char* name) const
    {
        T* found = window.findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT(found != nullptr);
        return found;
    }
    void showStep(const QString& title)
    {
        for (QAction* action : window.findChildren<QAction*>())
            if (action->text() == title)
                action->trigger();
    }
    QTableView* failures() const { return find<QTableView>("failures"); }

    MainWindow window;
};

void type(QComboBox* box, const QString& text)
{
    box->lineEdit()->setFocus();
    box->lineEdit()->selectAll();
    QTest::keyClicks(box->lineEdit(), text);
    QTest::keyClick(box->lineEdit(), Qt::Key_Return);
}

} // namespace

class TestContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
        const Result<QString> sample = makeSample({}, {});
        QVERIFY(sample.has_value());
        m_sample = *sample;
    }

    void aTypedWindowMovesTheTimelineAndAltLeftBringsItBack()
    {
        Opened opened(copyOfSample("window"), QStringLiteral("Timeline"));
        auto* timeline = opened.window.findChild<widgets::TimelineWidget*>();
        auto* before = opened.find<QComboBox>("beforeChoice");
        QCOMPARE(before->currentText(), QStringLiteral("72 h"));
        const auto span = [&] { return timeline->axis().toUs - timeline->axis().fromUs; };
        const std::int64_t usual = span();
        type(before, QStringLiteral("24h"));
        QVERIFY(span() < usual);
        const std::int64_t day = span();
        type(before, QStringLiteral("5batches")); // as the command line spells it
        QVERIFY(span() > day);
        QCOMPARE(before->currentText(), QStringLiteral("5 batches"));
        type(before, QStringLiteral("6 parsecs"));
        QVERIFY(before->toolTip().contains(QStringLiteral("6 parsecs")));
        QVERIFY(span() > day); // the window stays
        QTest::keyClick(&opened.window, Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(span(), day);
        QTest::keyClick(&opened.window, Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(span(), usual);
        QVERIFY(!opened.find<QToolButton>("contextBack")->isEnabled());
        QTest::keyClick(&opened.window, Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(span(), day);
    }

    void asKnownZoneAndAnchorAreInTheHistoryToo()
    {
        Opened opened(copyOfSample("known"), QStringLiteral("Facts"));
        auto* known = opened.find<QComboBox>("knownChoice");
        auto* zone = opened.find<QComboBox>("zoneChoice");
        known->setFocus();
        QTest::keyClick(known, Qt::Key_Down);
        Q_EMIT known->activated(known->currentIndex());
        QCOMPARE(opened.find<QComboBox>("factsAsKnown")->currentText(), QStringLiteral("As known then"));
        Q_EMIT zone->activated(1);
        QCOMPARE(zone->currentText(), QStringLiteral("UTC"));
        auto* anchor = opened.find<QComboBox>("anchorChoice");
        const QString occurred = opened.failures()->model()->index(0, 1).data().toString();
        type(anchor, QStringLiteral("detected"));
        QTRY_VERIFY_WITH_TIMEOUT(opened.failures()->model()->index(0, 1).data().toString() != occurred, kLong);
        QTest::mouseClick(opened.find<QToolButton>("contextBack"), Qt::LeftButton);
        QTRY_COMPARE(opened.failures()->model()->index(0, 1).data().toString(), occurred);
        QTest::mouseClick(opened.find<QToolButton>("contextBack"), Qt::LeftButton);
        QVERIFY(zone->currentText() != QStringLiteral("UTC"));
        QTest::mouseClick(opened.find<QToolButton>("contextBack"), Qt::LeftButton);
        QCOMPARE(opened.find<QComboBox>("factsAsKnown")->currentText(), QStringLiteral("As known now"));
    }

    void aNarrowBarFoldsScopeAndFilterAndAWideOneShowsThem()
    {
        Opened opened(copyOfSample("fold"), QStringLiteral("Timeline"));
        auto* filter = opened.find<QLineEdit>("contextFilter");
        auto* more = opened.find<QToolButton>("contextMore");
        QVERIFY(more->isVisible());
        QVERIFY(!filter->isVisible());
        QTest::mouseClick(more, Qt::LeftButton);
        QTRY_VERIFY(filter->isVisible());
        QVERIFY(opened.find<QComboBox>("scopeChoice")->isVisible());
        QTest::keyClicks(filter, QStringLiteral("code = FEEDER_TORQUE_HIGH"));
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_COMPARE(opened.find<QLineEdit>("filter")->text(), QStringLiteral("code = FEEDER_TORQUE_HIGH"));
        opened.find<QWidget>("contextFolded")->hide();
        opened.window.resize(1920, 1080);
        QTRY_VERIFY(filter->isVisible());
        QVERIFY(!more->isVisible());
    }

    void facetsAndTheCalendarNarrowTheFailures()
    {
        Opened opened(copyOfSample("facets"), QStringLiteral("Failures"));
        auto* facets = opened.find<QTreeView>("facets");
        QAbstractItemModelTester facetTester(facets->model());
        QAbstractItemModelTester tester(opened.failures()->model());
        QCOMPARE(opened.failures()->model()->rowCount(), 7);
        auto* model = facets->model();
        const QModelIndex months = model->index(3, 0);
        const QModelIndex march = model->index(1, 0, months);
        QCOMPARE(march.data().toString(), QStringLiteral("2026-03"));
        QCOMPARE(model->index(1, 1, months).data().toString(), QStringLiteral("4"));
        QVERIFY(model->setData(march, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(opened.failures()->model()->rowCount(), 4);
        const QModelIndex classes = model->index(0, 0);
        QCOMPARE(model->index(0, 1, classes).data().toString(), QStringLiteral("3")); // of the six, in March
        QTest::mouseClick(opened.find<QPushButton>("failuresShowAll"), Qt::LeftButton);
        QCOMPARE(opened.failures()->model()->rowCount(), 7);

        auto* calendar = opened.window.findChild<FailureCalendar*>();
        const Timestamp first(Duration(parseIso("2026-02-13T10:09:20Z")->us));
        QTest::mouseClick(calendar, Qt::LeftButton, {}, calendar->cellOf(0, first).center());
        QCOMPARE(opened.failures()->model()->rowCount(), 1);
        QCOMPARE(opened.failures()->model()->index(0, 0).data().toString(), QStringLiteral("DEV-26-001"));
        QTest::keyClick(calendar, Qt::Key_Escape);
        QCOMPARE(opened.failures()->model()->rowCount(), 7);
    }

    void anyEventsBecomeFailuresOfTheCaseAndAreGivenUpAgain()
    {
        Opened opened(copyOfSample("sentinel"), QStringLiteral("Failures"));
        auto* audit = opened.find<QTableView>("audit");
        const int entries = audit->model()->rowCount();
        auto* where = opened.find<QLineEdit>("sentinelWhere");
        auto* says = opened.find<QLabel>("sentinelSays");
        QTest::keyClicks(where, QStringLiteral("code ="));
        QTRY_VERIFY(says->text().contains(QStringLiteral("column")));
        QTest::keyClicks(where, QStringLiteral(" FEEDER_TORQUE_HIGH and asset = \"TAB-420-FDR\""));
        QTRY_VERIFY(says->text().contains(QStringLiteral("events")));
        opened.find<QSpinBox>("sentinelOccurrence")->setValue(2);
        QTRY_VERIFY(
            says->text().contains(QStringLiteral("1 events")) && says->text().contains(QStringLiteral("left out")));
        QTest::keyClicks(opened.find<QLineEdit>("sentinelReason"), QStringLiteral("the second one"));
        QTest::mouseClick(opened.find<QPushButton>("sentinelAdd"), Qt::LeftButton);
        auto* choice = opened.find<QComboBox>("failureChoice");
        QTRY_COMPARE_WITH_TIMEOUT(choice->count(), 8, kLong);
        QTRY_COMPARE_WITH_TIMEOUT(audit->model()->rowCount(), entries + 1, kLong);
        const int rows = opened.failures()->model()->rowCount();
        QVERIFY(rows > 8); // those left out stand below, with the reason
        QVERIFY(opened.failures()
                    ->model()
                    ->index(rows - 1, 8)
                    .data()
                    .toString()
                    .contains(QStringLiteral("not occurrence 2")));
        QVERIFY(opened.find<QLabel>("failuresFound")->text().contains(QStringLiteral("8 of 8 failures")));
        auto* taken = opened.find<QPushButton>("sentinelChosen");
        QVERIFY(taken->isVisible());
        for (QAction* action : opened.window.findChildren<QAction*>())
            if (action->text().startsWith(QStringLiteral("Give up SEN-001"))) {
                action->trigger();
                break;
            }
        QTRY_COMPARE_WITH_TIMEOUT(choice->count(), 7, kLong);
        QTRY_COMPARE(audit->model()->rowCount(), entries + 2);
    }

    void valuesOfATagBecomeFailuresWithHysteresisAndLeastDuration()
    {
        Opened opened(copyOfSample("excursions"), QStringLiteral("Failures"));
        auto* where = opened.find<QLineEdit>("sentinelWhere");
        auto* says = opened.find<QLabel>("sentinelSays");
        auto* hysteresis = opened.find<QDoubleSpinBox>("sentinelHysteresis");
        QVERIFY(!hysteresis->isVisible());
        QTest::keyClicks(where, QStringLiteral("TQ420 > 4.3"));
        QTRY_VERIFY_WITH_TIMEOUT(says->text().contains(QStringLiteral("excursions")), kLong);
        QVERIFY(hysteresis->isVisible());
        QVERIFY(opened.find<QLabel>("sentinelTag")->text().contains(QStringLiteral("TAB-420-FDR")));
        QCOMPARE(hysteresis->suffix(), QStringLiteral(" N.m"));
        const QString atOnce = says->text();
        hysteresis->setFocus();
        hysteresis->selectAll();
        QTest::keyClicks(hysteresis, QStringLiteral("0.5"));
        QTest::keyClick(hysteresis, Qt::Key_Tab);
        opened.find<QDoubleSpinBox>("sentinelMinimum")->setValue(60);
        QTRY_VERIFY_WITH_TIMEOUT(says->text() != atOnce && says->text().contains(QStringLiteral("excursions")), kLong);
        const int taken = says->text().split(QLatin1Char(' ')).front().toInt();
        QVERIFY(taken > 0);
        auto* choice = opened.find<QComboBox>("failureChoice");
        const int before = choice->count();
        QTest::mouseClick(opened.find<QPushButton>("sentinelAdd"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(choice->count(), before + taken, kLong);
        QVERIFY(!hysteresis->isVisible()); // the filter is empty again
        QVERIFY(opened.find<QPushButton>("sentinelChosen")->isVisible());
        bool isListed = false;
        const QAbstractItemModel& model = *opened.failures()->model();
        for (int row = 0; row < model.rowCount(); ++row)
            isListed = isListed
                || model.index(row, 2).data().toString().contains(QStringLiteral("back by more than 0.5, at least 1m"));
        QVERIFY(isListed);
    }

    void movingTheEdgeCountsAtOnceAndEnterMakesAnExploratoryResult()
    {
        Opened opened(copyOfSample("edge"), QStringLiteral("Evidence"));
        auto* act = opened.find<QPushButton>("freezeAndAssess");
        QVERIFY(QTest::qWaitFor([&] { return act->isVisible() && act->isEnabled(); }, kLong));
        QVERIFY(freezePlan(opened.window));
        auto* answer = opened.find<QLabel>("evidenceAnswer");
        QVERIFY(QTest::qWaitFor([&] { return answer->isVisible() && !opened.window.isWorking(); }, kLong));
        auto* lags = opened.window.findChild<LagStrip*>();
        auto* counts = opened.find<QLabel>("windowCounts");
        QVERIFY(opened.window.findChild<WindowMatrix*>()->isVisible());
        QVERIFY(lags->edge() == Duration(std::chrono::hours(72)));
        lags->setFocus();
        QTest::keyClick(lags, Qt::Key_Right);
        QVERIFY(lags->edge() < Duration(std::chrono::hours(72)));
        QTRY_VERIFY_WITH_TIMEOUT(counts->text().contains(QStringLiteral("Exploratory")), kLong);
        QTest::keyClick(lags, Qt::Key_Escape);
        QTRY_VERIFY(!counts->text().contains(QStringLiteral("Exploratory")));
        QTest::keyClick(lags, Qt::Key_Right);
        QTest::keyClick(lags, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(answer->text().contains(QStringLiteral("Exploratory, look 1.")), kLong);
        QVERIFY(opened.find<QToolButton>("planState")->text().contains(QStringLiteral("exploratory")));
        QTRY_VERIFY(!opened.window.isWorking());
        QTest::mouseClick(opened.find<QToolButton>("contextBack"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(answer->isVisible() && !answer->text().contains(QStringLiteral("Exploratory")), kLong);
    }

private:
    QString copyOfSample(const char* name) const
    {
        const QString path = m_home.filePath(QString::fromLatin1(name) + QStringLiteral(".ante"));
        return QFile::copy(m_sample, path) ? path : QString();
    }

    QTemporaryDir m_home;
    QString m_sample;
};

QTEST_MAIN(TestContext)
#include "tst_context.moc"
