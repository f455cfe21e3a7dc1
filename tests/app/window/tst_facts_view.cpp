// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The facts of the sample's failures in a real window. Expected values are those that the commands condition,
// differences and chronology print.
#include "app/window/main_window.h"
#include "app/window/rail.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace antecedent;
using namespace antecedent::app;

class TestFactsView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
    }

    void everyTabHasItsRows()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-007"));
        for (const QString& name : {QStringLiteral("factsChronology"), QStringLiteral("factsFitness"),
                 QStringLiteral("factsDifferences"), QStringLiteral("factsCondition")})
            QVERIFY2(table(window, name)->model()->rowCount() > 0, qPrintable(name));
        QCOMPARE(table(window, QStringLiteral("factsFitness"))->model()->rowCount(), 5);
        QCOMPARE(table(window, QStringLiteral("factsDifferences"))->model()->rowCount(), 10);
    }

    void theConditionSaysWhatIsOverdueAndWhatIsUnknown()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-007"));
        auto* card = table(window, QStringLiteral("factsCondition"));
        const QStringList preventive = rowWith(card, 0, QStringLiteral("Since preventive"));
        QCOMPARE(preventive.mid(1, 4),
            (QStringList{QStringLiteral("244.9"), QStringLiteral("38.2"), QStringLiteral("6"), QStringLiteral("6.0")}));
        QCOMPARE(preventive[6], QStringLiteral("4100111"));
        const QStringList overdue = rowWith(card, 6, QStringLiteral("4100122"));
        QCOMPARE(overdue[1], QStringLiteral("166.6"));
        QCOMPARE(overdue[5], QStringLiteral("3 Apr 2026 12:00"));
        QVERIFY(overdue[7].contains(QStringLiteral("overdue")));
        QVERIFY(rowWith(card, 0, QStringLiteral("Open work"))[7].startsWith(QStringLiteral("no open work")));
        QVERIFY(rowWith(card, 0, QStringLiteral("Last as found"))[7].contains(
            QStringLiteral("0.9 % (tolerance 1.0), pass")));
        // The order was entered only later: nothing was known to be overdue then.
        auto* known = window.findChild<QComboBox*>(QStringLiteral("factsAsKnown"));
        known->setCurrentIndex(1);
        QTRY_VERIFY(rowWith(card, 6, QStringLiteral("4100122")).isEmpty());
        QVERIFY(!rowWith(card, 0, QStringLiteral("Not available then")).isEmpty());
    }

    void fitnessAnswersInWordsWithReasons()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-007"));
        const QStringList press = rowWith(table(window, QStringLiteral("factsFitness")), 1, QStringLiteral("TAB-420"));
        QCOMPARE(press.mid(3, 6),
            (QStringList{QStringLiteral("unknown"), QStringLiteral("yes"), QStringLiteral("yes"), QStringLiteral("no"),
                QStringLiteral("yes"), QStringLiteral("yes")}));
        QVERIFY(press[9].startsWith(QStringLiteral("PM in date: no, preventive maintenance 4100122 was due")));
    }

    void aRowOfTheChronologySelectsItsRecordAndCanBeCopied()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-007"));
        auto* rows = table(window, QStringLiteral("factsChronology"));
        int torque = -1;
        for (int r = 0; r < rows->model()->rowCount(); ++r)
            if (rows->model()
                    ->index(r, 5)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .startsWith(QStringLiteral("alarm:FEEDER_TORQUE_HIGH")))
                torque = r;
        QVERIFY(torque >= 0);
        rows->scrollTo(rows->model()->index(torque, 0));
        QTest::mouseClick(
            rows->viewport(), Qt::LeftButton, {}, rows->visualRect(rows->model()->index(torque, 0)).center());
        auto* title = window.findChild<QLabel*>(QStringLiteral("inspectorTitle"));
        QTRY_VERIFY(title->isVisible());
        QCOMPARE(title->text(), QStringLiteral("FEEDER_TORQUE_HIGH"));
        QTest::keyClick(rows, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith(QStringLiteral("Site time\tUTC\t")));
        QVERIFY(lines[1].startsWith(rows->model()->index(torque, 0).data().toString() + QLatin1Char('\t')));
    }

    void withoutAnAssetTheConditionSaysSo()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-005"));
        auto* tabs = window.findChild<QTabWidget*>(QStringLiteral("facts"));
        tabs->setCurrentIndex(3);
        QCOMPARE(table(window, QStringLiteral("factsCondition"))->model()->rowCount(), 0);
        QVERIFY(table(window, QStringLiteral("factsDifferences"))->model()->rowCount() > 0);
    }

private:
    static QTableView* table(MainWindow& window, const QString& name) { return window.findChild<QTableView*>(name); }

    static QStringList rowWith(const QTableView* view, int column, const QString& text)
    {
        for (int r = 0; r < view->model()->rowCount(); ++r) {
            if (view->model()->index(r, column).data().toString() != text)
                continue;
            QStringList out;
            for (int c = 0; c < view->model()->columnCount(); ++c)
                out << view->model()->index(r, c).data().toString();
            return out;
        }
        return {};
    }

    static void openFacts(MainWindow& window, const QString& failure)
    {
        window.resize(1280, 800);
        window.show();
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("openSample")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(window.windowTitle() != QStringLiteral("Antecedent"), 30'000);
        auto* choice = window.findChild<QComboBox*>(QStringLiteral("failureChoice"));
        const int at = choice->findText(failure, Qt::MatchStartsWith);
        QVERIFY(at >= 0);
        choice->setCurrentIndex(at);
        Q_EMIT choice->activated(at);
        auto* rail = window.findChild<Rail*>(QStringLiteral("rail"));
        auto* facts = window.findChild<QTabWidget*>(QStringLiteral("facts"));
        for (int step = 0; !facts->isVisible() && step < 10; ++step)
            rail->setCurrent(step);
        QVERIFY(facts->isVisible());
        auto* note = window.findChild<QLabel*>(QStringLiteral("factsChronologyNote"));
        QTRY_VERIFY_WITH_TIMEOUT(note->text().startsWith(failure), 30'000);
    }

    QTemporaryDir m_home;
};

QTEST_MAIN(TestFactsView)
#include "tst_facts_view.moc"
