// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks and newer versions of sources, decided by clicks in the view of the sources.
#include "app/window/main_window.h"
#include "app/window/rail.h"
#include "model/timeline/dataset_loader.h"
#include "tests/support/cli_run.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace antecedent;
using namespace antecedent::app;
using antecedent::testing::runQuietly;

class TestSourceDecisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Twenty batches, whose steps are stated 490 s early, and two exports of the work orders.
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", path("data").toUtf8());
        qputenv("XDG_CONFIG_HOME", path("config").toUtf8());
        QByteArray steps = "batch_id,level,name,asset_id,start,end\n";
        QByteArray states = "time,end,asset_id,category,code\n";
        const QDateTime first(QDate(2026, 3, 1), QTime(8, 0), QTimeZone::utc());
        const auto text = [](const QDateTime& t) { return t.toString(Qt::ISODate).toUtf8(); };
        for (int i = 0; i < 20; ++i) {
            const QDateTime start = first.addSecs(i * 86'400 + i * i * 97 % 5'000);
            const QDateTime end = start.addSecs(7'200 + i * 311 % 3'000);
            steps += "B-" + QByteArray::number(i) + ",unit_procedure,Mixing,R-1," + text(start.addSecs(-490)) + ','
                + text(end.addSecs(-490)) + '\n';
            states += text(start) + ',' + text(end) + ",R-1,state,RUNNING\n";
        }
        write("mes.csv", steps);
        write("dcs.csv", states);
        const QByteArray head = "work_order_id,asset_id,type,started,text\n";
        write("orders 1.csv",
            head
                + "W-1,R-1,CM,2026-03-01T08:00:00Z,seal worn\nW-2,R-1,PM,2026-03-02T08:00:00Z,greased\n"
                  "W-3,R-1,PM,2026-03-03T08:00:00Z,greased\n");
        write("orders 2.csv",
            head + "W-1,R-1,CM,2026-03-01T08:00:00Z,seal worn out\nW-3,R-1,PM,2026-03-03T08:00:00Z,greased\n");
        const auto utf8 = [&](const char* name) { return path(name).toStdString(); };
        QCOMPARE(runQuietly({"new", utf8("plant.ante"), "--title", "Plant", "--site-zone", "UTC"}).status, 0);
        for (const char* name : {"mes.csv", "dcs.csv", "orders 1.csv", "orders 2.csv"})
            QCOMPARE(runQuietly({"import", utf8("plant.ante"), utf8(name)}).status, 0);
    }

    void aClockIsCorrectedWithAReasonAndTakenBack()
    {
        MainWindow window{Settings{}};
        open(window);
        QTableView* clocks = showTab(window, QStringLiteral("Clocks"), "clocks");
        QTRY_COMPARE_WITH_TIMEOUT(clocks->model()->rowCount(), 1, 30'000);
        QCOMPARE(cell(clocks, 0, 0), QStringLiteral("mes.csv"));
        QCOMPARE(cell(clocks, 0, 2), QStringLiteral("none"));
        QVERIFY2(
            cell(clocks, 0, 7).startsWith(QStringLiteral("490.0 s behind dcs.csv")), qPrintable(cell(clocks, 0, 7)));
        auto* plot = window.findChild<QWidget*>(QStringLiteral("residualPlot"));
        QVERIFY(plot != nullptr && plot->isVisible());
        QCOMPARE(plot->accessibleDescription(), QStringLiteral("20 anchors"));
        QVERIFY(window.findChild<QLabel*>(QStringLiteral("clocksNote"))->text().startsWith(QStringLiteral("1 clock")));

        press(window, "acceptClock");
        QDialog* dialog = reasonDialog(window);
        answer(dialog, QString());
        QVERIFY(dialog->isVisible()); // a reason is needed
        answer(dialog, QStringLiteral("compared at the panel"));
        QTRY_COMPARE_WITH_TIMEOUT(cell(clocks, 0, 2), QStringLiteral("corrected by +490.0 s"), 30'000);
        QCOMPARE(firstStep(), QStringLiteral("2026-03-01T08:00:00Z"));

        press(window, "withdrawClock");
        answer(reasonDialog(window), QStringLiteral("wrong panel"));
        QTRY_COMPARE_WITH_TIMEOUT(cell(clocks, 0, 2), QStringLiteral("taken back"), 30'000);
        QCOMPARE(firstStep(), QStringLiteral("2026-03-01T07:51:50Z"));

        press(window, "refuseClock");
        answer(reasonDialog(window), QStringLiteral("a habit, no clock"));
        QTRY_COMPARE_WITH_TIMEOUT(cell(clocks, 0, 2), QStringLiteral("estimate refused"), 30'000);
        QVERIFY(window.findChild<QLabel*>(QStringLiteral("clocksNote"))->text().startsWith(QStringLiteral("No clock")));
        QVERIFY(!window.findChild<QPushButton*>(QStringLiteral("refuseClock"))->isEnabled());
        press(window, "withdrawClock");
        answer(reasonDialog(window), QStringLiteral("looked again"));
        QTRY_COMPARE_WITH_TIMEOUT(cell(clocks, 0, 2), QStringLiteral("taken back"), 30'000);
    }

    void aNewerExportTakesThePlaceOfTheEarlierOne()
    {
        MainWindow window{Settings{}};
        open(window);
        QTableView* versions = showTab(window, QStringLiteral("Versions"), "versions");
        QTRY_COMPARE_WITH_TIMEOUT(versions->model()->rowCount(), 1, 30'000);
        QVERIFY(cell(versions, 0, 0).startsWith(QStringLiteral("orders 2.csv (")));
        QVERIFY(cell(versions, 0, 1).startsWith(QStringLiteral("orders 1.csv (")));
        QCOMPARE(cell(versions, 0, 2), QStringLiteral("open: both count"));
        auto* rows = window.findChild<QTableView*>(QStringLiteral("versionRows"));
        QTRY_COMPARE_WITH_TIMEOUT(rows->model()->rowCount(), 2, 30'000);
        QCOMPARE(cell(rows, 0, 0), QStringLiteral("changed"));
        QCOMPARE(cell(rows, 0, 2), QStringLiteral("W-1"));
        QCOMPARE(cell(rows, 0, 4), QStringLiteral("seal worn"));
        QCOMPARE(cell(rows, 0, 5), QStringLiteral("seal worn out"));
        QCOMPARE(cell(rows, 1, 0), QStringLiteral("not there any more"));

        press(window, "acceptVersion");
        answer(reasonDialog(window), QStringLiteral("final export"));
        QTRY_COMPARE_WITH_TIMEOUT(cell(versions, 0, 2), QStringLiteral("the newer counts"), 30'000);
        QCOMPARE(load().workOrders.size(), std::size_t{2});
        QCOMPARE(load().workOrders.front().text, std::string("seal worn out"));
        auto* sources = window.findChild<QTableView*>(QStringLiteral("sources"));
        const auto tip = [sources](
                             int row) { return sources->model()->index(row, 0).data(Qt::ToolTipRole).toString(); };
        QTRY_COMPARE(tip(2), QStringLiteral("orders 1.csv: replaced by orders 2.csv, 2 records set aside"));
        QVERIFY(!tip(3).contains(QStringLiteral("replaced")));

        press(window, "withdrawVersion");
        answer(reasonDialog(window), QStringLiteral("too early"));
        QTRY_COMPARE_WITH_TIMEOUT(cell(versions, 0, 2), QStringLiteral("taken back: both count"), 30'000);
        QCOMPARE(load().workOrders.size(), std::size_t{3});
    }

    void namesAreConfirmedOneByOneAndInBulkAndTakenBack()
    {
        write("assets.csv",
            "asset_id,parent_id,asset_class,description,cmms_id\n"
            "B-11,,bioreactor,Fermenter 11,10-B11\nB-11-MX,B-11,mixer,Top mixer of B-11,\n"
            "B-12,,bioreactor,Fermenter 12,10-B12\nB-12-MX,B-12,mixer,Top mixer of B-12,\n");
        write("orders.csv",
            "work_order_id,asset_id,type,reported,text\n1,E-4711,CM,2026-01-05T08:00:00Z,Top mixer of B-11: seal\n"
            "2,E-4711,PM,2026-01-25T08:00:00Z,Inspection of top mixer of B-11\n"
            "5,B-12/Mixr,PM,2026-01-25T08:00:00Z,\n");
        const auto utf8 = [&](const char* name) { return path(name).toStdString(); };
        QCOMPARE(runQuietly({"new", utf8("names.ante"), "--title", "Names", "--site-zone", "UTC"}).status, 0);
        QCOMPARE(runQuietly({"import", utf8("names.ante"), utf8("assets.csv"), utf8("orders.csv")}).status, 0);
        MainWindow window{Settings{}};
        open(window, "names.ante");
        QTableView* names = showTab(window, QStringLiteral("Names"), "names");
        QTRY_COMPARE_WITH_TIMEOUT(names->model()->rowCount(), 2, 30'000);
        QCOMPARE(cell(names, 0, 0), QStringLiteral("B-12/Mixr"));
        QCOMPARE(cell(names, 0, 3), QStringLiteral("B-12-MX"));
        QCOMPARE(cell(names, 1, 0), QStringLiteral("E-4711"));
        QCOMPARE(cell(names, 1, 2), QStringLiteral("2"));
        auto* candidates = window.findChild<QTableView*>(QStringLiteral("nameCandidates"));
        QVERIFY(candidates->model()->rowCount() > 0);

        press(window, "confirmSafe"); // E-4711 alone is clear
        answer(reasonDialog(window), QStringLiteral("checked against the list"));
        QTRY_COMPARE_WITH_TIMEOUT(names->model()->rowCount(), 1, 30'000);
        QCOMPARE(assetOf("1"), QStringLiteral("B-11-MX"));
        press(window, "confirmName");
        answer(reasonDialog(window), QStringLiteral("seen on site"));
        QTRY_COMPARE_WITH_TIMEOUT(names->model()->rowCount(), 0, 30'000);
        QCOMPARE(assetOf("5"), QStringLiteral("B-12-MX"));

        auto* which = window.findChild<QComboBox*>(QStringLiteral("namesShown"));
        which->setFocus();
        QTest::keyClick(which, Qt::Key_Down); // decided names
        QTRY_COMPARE_WITH_TIMEOUT(names->model()->rowCount(), 2, 10'000);
        QCOMPARE(cell(names, 0, 5), QStringLiteral("confirmed: B-12-MX"));
        const QRect second = names->visualRect(names->model()->index(1, 0));
        QTest::mouseClick(names->viewport(), Qt::LeftButton, {}, second.center());
        press(window, "withdrawName");
        answer(reasonDialog(window), QStringLiteral("another one"));
        QTRY_COMPARE_WITH_TIMEOUT(cell(names, 1, 5), QStringLiteral("taken back"), 30'000);
        QCOMPARE(names->currentIndex().row(), 1); // one goes on where one was
        QCOMPARE(assetOf("1"), QStringLiteral("E-4711"));
    }

    // K-11 has what the others lack: K-12.TI1 is clear, K-12.TI2 is not.
    void parametersOfTagsAreConfirmedAndTakenBackBesideTheNames()
    {
        write("kettles.csv", "asset_id,asset_class\nK-11,kettle\nK-12,kettle\n");
        write("tags.csv",
            "tag,asset_id,parameter,unit\nK11.TI1,K-11,temperature,degC\nK12.TI1,K-12,,degC\nK12.TI2,K-12,,degC\n");
        const auto utf8 = [&](const char* name) { return path(name).toStdString(); };
        QCOMPARE(runQuietly({"new", utf8("tags.ante"), "--title", "Tags", "--site-zone", "UTC"}).status, 0);
        QCOMPARE(runQuietly({"import", utf8("tags.ante"), utf8("kettles.csv"), utf8("tags.csv")}).status, 0);
        MainWindow window{Settings{}};
        open(window, "tags.ante");
        QTableView* names = showTab(window, QStringLiteral("Names"), "names");
        QTRY_COMPARE_WITH_TIMEOUT(names->model()->rowCount(), 2, 30'000);
        QCOMPARE(cell(names, 0, 0), QStringLiteral("K12.TI1"));
        QCOMPARE(cell(names, 0, 1), QStringLiteral("parameter"));
        QCOMPARE(cell(names, 0, 3), QStringLiteral("temperature"));
        QCOMPARE(cell(names, 0, 5), QStringLiteral("open: no parameter"));
        auto* kind = window.findChild<QComboBox*>(QStringLiteral("namesKind"));
        kind->setCurrentIndex(1); // names of assets: none is open
        QCOMPARE(names->model()->rowCount(), 0);
        QVERIFY(!window.findChild<QPushButton*>(QStringLiteral("confirmSafe"))->isEnabled());
        kind->setCurrentIndex(3);
        QCOMPARE(names->model()->rowCount(), 2);

        press(window, "confirmSafe"); // K12.TI1 alone is clear
        answer(reasonDialog(window), QStringLiteral("checked against the loop sheets"));
        QTRY_COMPARE_WITH_TIMEOUT(names->model()->rowCount(), 1, 30'000);
        QCOMPARE(parameterOf("K12.TI1"), std::string("temperature"));
        QCOMPARE(window.findChild<QPushButton*>(QStringLiteral("refuseName"))->text(), QStringLiteral("None of these"));

        press(window, "confirmOther"); // a word that the file does not know yet
        auto* dialog = window.findChild<QDialog*>(QStringLiteral("assetDialog"));
        QTRY_VERIFY(dialog && dialog->isVisible());
        auto* choice = dialog->findChild<QComboBox*>(QStringLiteral("assetChoice"));
        QCOMPARE(choice->itemText(0), QStringLiteral("temperature"));
        choice->setEditText(QStringLiteral("jacket temperature"));
        dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->click();
        answer(reasonDialog(window), QStringLiteral("seen on site"));
        QTRY_COMPARE_WITH_TIMEOUT(names->model()->rowCount(), 0, 30'000);
        QCOMPARE(parameterOf("K12.TI2"), std::string("jacket temperature"));

        window.findChild<QComboBox*>(QStringLiteral("namesShown"))->setCurrentIndex(1); // decided names
        QTRY_COMPARE_WITH_TIMEOUT(names->model()->rowCount(), 2, 10'000);
        QCOMPARE(cell(names, 1, 5), QStringLiteral("confirmed: jacket temperature"));
        const QRect second = names->visualRect(names->model()->index(1, 0));
        QTest::mouseClick(names->viewport(), Qt::LeftButton, {}, second.center());
        press(window, "withdrawName");
        answer(reasonDialog(window), QStringLiteral("another one"));
        QTRY_COMPARE_WITH_TIMEOUT(cell(names, 1, 5), QStringLiteral("taken back"), 30'000);
        QCOMPARE(parameterOf("K12.TI2"), std::string());
        press(window, "refuseName");
        answer(reasonDialog(window), QStringLiteral("no sensor is there"));
        QTRY_COMPARE_WITH_TIMEOUT(cell(names, 1, 5), QStringLiteral("none of these"), 30'000);
    }

private:
    std::string parameterOf(const std::string& tag) const
    {
        const Dataset dataset = load("tags.ante");
        for (const Tag& each : dataset.tags)
            if (each.name == tag)
                return each.parameter;
        return "no such tag";
    }
    QString assetOf(const std::string& order) const
    {
        const Dataset dataset = load("names.ante");
        for (const WorkOrder& each : dataset.workOrders)
            if (each.id == order)
                return QString::fromStdString(dataset.asset(each.asset)->id);
        return {};
    }
    QString path(const char* name) const { return m_home.filePath(QString::fromLatin1(name)); }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(bytes);
    }
    void open(MainWindow& window, const char* file = "plant.ante") const
    {
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.openFile(path(file));
        QTRY_VERIFY_WITH_TIMEOUT(window.windowTitle() != QStringLiteral("Antecedent"), 30'000);
        QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    }
    // By a click on the tab.
    static QTableView* showTab(MainWindow& window, const QString& title, const char* name)
    {
        auto* tabs = window.findChild<QTabWidget*>(QStringLiteral("sourceTabs"));
        Q_ASSERT(tabs != nullptr);
        for (int i = 0; i < tabs->count(); ++i)
            if (tabs->tabText(i) == title)
                QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(i).center());
        return window.findChild<QTableView*>(QString::fromLatin1(name));
    }
    static QString cell(const QTableView* table, int row, int column)
    {
        return table->model()->index(row, column).data().toString();
    }
    static void press(MainWindow& window, const char* name)
    {
        auto* button = window.findChild<QPushButton*>(QString::fromLatin1(name));
        QVERIFY2(button != nullptr, name);
        QTRY_VERIFY_WITH_TIMEOUT(button->isVisible() && button->isEnabled(), 10'000);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    static QDialog* reasonDialog(MainWindow& window)
    {
        QDialog* dialog = nullptr;
        const bool isThere = QTest::qWaitFor([&] {
            dialog = window.findChild<QDialog*>(QStringLiteral("reasonDialog"));
            return dialog != nullptr && dialog->isVisible();
        });
        if (!isThere)
            qFatal("no question for a reason");
        return dialog;
    }
    static void answer(QDialog* dialog, const QString& reason)
    {
        auto* edit = dialog->findChild<QLineEdit*>(QStringLiteral("reason"));
        edit->setFocus();
        QTest::keyClicks(edit, reason);
        QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    }
    Dataset load(const char* name = "plant.ante") const
    {
        const auto file = CaseFile::open(path(name).toStdString(), OpenMode::ReadOnly);
        return *loadDataset(*file, *file->findCase(""));
    }
    QString firstStep() const { return QString::fromStdString(formatUtc(load().steps.front().start)); }

    QTemporaryDir m_home;
};

QTEST_MAIN(TestSourceDecisions)
#include "tst_source_decisions.moc"
