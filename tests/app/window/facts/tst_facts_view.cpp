// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The facts of the sample's failures in a real window, driven by clicks and keys; numbers are compared with those of
// the commands condition, differences and chronology.
#include "app/window/facts/usage_panel.h"
#include "app/window/main_window.h"
#include "app/window/rail.h"
#include "tests/support/cli_run.h"
#include "widgets/counters/saw_tooth_widget.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

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
                 QStringLiteral("factsDifferences"), QStringLiteral("factsCondition"), QStringLiteral("factsKnown")})
            QVERIFY2(table(window, name)->model()->rowCount() > 0, qPrintable(name));
        for (QWidget* child : window.findChild<QTabWidget*>(QStringLiteral("facts"))->findChildren<QWidget*>())
            if (qobject_cast<QPushButton*>(child) != nullptr || qobject_cast<QComboBox*>(child) != nullptr
                || qobject_cast<QTableView*>(child) != nullptr)
                QVERIFY2(!child->accessibleName().isEmpty(), qPrintable(child->objectName()));
    }

    void theConditionIsThatOfTheCommandLine()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-007"));
        openTab(window, QStringLiteral("Condition"));
        auto* card = table(window, QStringLiteral("factsCondition"));
        const nlohmann::json expected =
            cli({"condition", sample(), "--asset", "TAB-420", "--at", "2026-04-10T08:36:17Z", "--json"});
        const std::map<std::string, QString> names{{"since_maintenance", QStringLiteral("Since maintenance")},
            {"since_preventive", QStringLiteral("Since preventive")},
            {"since_corrective", QStringLiteral("Since corrective")},
            {"since_replacement", QStringLiteral("Since replacement")},
            {"since_calibration", QStringLiteral("Since calibration")},
            {"since_cleaning", QStringLiteral("Since cleaning")}};
        QCOMPARE(expected.at("counters").size(), names.size());
        const auto number = [](const nlohmann::json& value, int digits) {
            return value.is_null() ? QStringLiteral("–") : QString::number(value.get<double>(), 'f', digits);
        };
        for (const auto& [name, shown] : names) {
            const nlohmann::json& counter = expected.at("counters").at(name);
            const QStringList row = rowWith(card, 0, shown);
            QCOMPARE(row.mid(1, 4),
                (QStringList{number(counter["hours"], 1), number(counter["run_hours"], 1),
                    number(counter["batches"], 0), number(counter["cycles"], 1)}));
            QCOMPARE(row[6], QString::fromStdString(counter["ref"].get<std::string>()));
        }
        QCOMPARE(expected.at("overdue").size(), std::size_t{1});
        const QStringList overdue = rowWith(card, 6, QStringLiteral("4100122"));
        QCOMPARE(overdue[1], number(expected["overdue"][0]["by_s"].get<double>() / 3600, 1));
        QCOMPARE(overdue[5], QStringLiteral("3 Apr 2026 12:00"));
        QVERIFY(overdue[7].contains(QStringLiteral("overdue")));
        QVERIFY(rowWith(card, 0, QStringLiteral("Open work"))[7].startsWith(QStringLiteral("no open work")));
        QVERIFY(rowWith(card, 0, QStringLiteral("Last as found"))[7].contains(
            QStringLiteral("0.9 % (tolerance 1.0), pass")));
    }

    void thenAndNowNamesWhatWasNotKnown()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-007"));
        openTab(window, QStringLiteral("Condition"));
        auto* card = table(window, QStringLiteral("factsCondition"));
        auto* known = window.findChild<QComboBox*>(QStringLiteral("factsAsKnown"));
        QVERIFY(known->isVisible());
        known->setFocus();
        QTest::keyClick(known, Qt::Key_Down);
        QCOMPARE(known->currentText(), QStringLiteral("As known then"));
        const nlohmann::json then = cli({"condition", sample(), "--asset", "TAB-420", "--at", "2026-04-10T08:36:17Z",
            "--as-known", "then", "--json"});
        QVERIFY(then.at("overdue").empty());
        QVERIFY(rowWith(card, 6, QStringLiteral("4100122")).isEmpty());
        openTab(window, QStringLiteral("Then and now"));
        QVERIFY(!known->isVisible());
        auto* differences = table(window, QStringLiteral("factsKnown"));
        QCOMPARE(rowWith(differences, 0, QStringLiteral("Preventive work due")).mid(0, 3),
            (QStringList{QStringLiteral("Preventive work due"), QStringLiteral("not overdue"),
                QStringLiteral("overdue: 4100122 by 166.6 h")}));
        const QString note = window.findChild<QLabel*>(QStringLiteral("factsKnownNote"))->text();
        QVERIFY2(note.contains(QStringLiteral("Sources of installations state no time of entry")), qPrintable(note));
    }

    void aCellOfTheFitnessMatrixOpensItsRecords()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-007"));
        openTab(window, QStringLiteral("Fit for use"));
        auto* matrix = table(window, QStringLiteral("factsFitness"));
        const nlohmann::json expected = cli({"condition", sample(), "--batch", "K26057", "--json"}).at("rows");
        const std::vector<std::string> checks{
            "qualified", "clean_within_hold", "calibrated", "pm_in_date", "no_open_work", "right_status"};
        QCOMPARE(static_cast<std::size_t>(matrix->model()->rowCount()), expected.size());
        for (int r = 0; r < matrix->model()->rowCount(); ++r) {
            QCOMPARE(matrix->model()->index(r, 0).data().toString().toStdString(),
                expected[static_cast<std::size_t>(r)]["step"].get<std::string>());
            for (std::size_t i = 0; i < checks.size(); ++i)
                QCOMPARE(matrix->model()->index(r, 3 + static_cast<int>(i)).data().toString().toStdString(),
                    expected[static_cast<std::size_t>(r)]["checks"][checks[i]]["answer"].get<std::string>());
        }
        click(matrix, 3, 5);
        auto* page = window.findChild<QTabWidget*>(QStringLiteral("facts"))->currentWidget();
        QCOMPARE(page->findChild<QLabel*>(QStringLiteral("basisTitle"))->text(),
            QStringLiteral("Compression on TAB-420. Calibrated: yes"));
        auto* records = page->findChild<QTableView*>(QStringLiteral("basisRecords"));
        QCOMPARE(static_cast<std::size_t>(records->model()->rowCount()),
            expected[3]["checks"]["calibrated"]["records"].size());
        auto* title = window.findChild<QLabel*>(QStringLiteral("inspectorTitle"));
        QTRY_COMPARE(title->text(), QStringLiteral("pass"));
        click(matrix, 3, 6);
        QVERIFY(page->findChild<QLabel*>(QStringLiteral("basisText"))->text().contains(QStringLiteral("4100122")));
        QTRY_COMPARE(title->text(), QStringLiteral("PM"));
        click(matrix, 0, 3);
        QCOMPARE(records->model()->rowCount(), 0);
    }

    void differencesAreThoseOfTheCommandLine()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-007"));
        openTab(window, QStringLiteral("Differences"));
        auto* rows = table(window, QStringLiteral("factsDifferences"));
        const nlohmann::json expected = cli({"differences", sample(), "--batch", "K26057", "--json"}).at("differences");
        QCOMPARE(static_cast<std::size_t>(rows->model()->rowCount()), expected.size());
        for (int r = 0; r < rows->model()->rowCount(); ++r) {
            const nlohmann::json& each = expected[static_cast<std::size_t>(r)];
            QCOMPARE(rows->model()->index(r, 1).data().toString().toStdString(), each["subject"].get<std::string>());
            QCOMPARE(rows->model()->index(r, 4).data().toString(),
                QStringLiteral("%1 of %2").arg(each["good_with_same"].get<int>()).arg(each["good_known"].get<int>()));
        }
    }

    void theNumberOfGoodBatchesIsEdited()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-007"));
        openTab(window, QStringLiteral("Differences"));
        auto* rows = table(window, QStringLiteral("factsDifferences"));
        auto* against = window.findChild<QSpinBox*>(QStringLiteral("factsAgainst"));
        QCOMPARE(against->value(), 10);
        against->setFocus();
        against->selectAll();
        QTest::keyClicks(against, QStringLiteral("3"));
        auto* note = window.findChild<QLabel*>(QStringLiteral("factsDifferencesNote"));
        QTRY_VERIFY_WITH_TIMEOUT(note->text().contains(QStringLiteral("the last 3 good batches")), 30'000);
        const nlohmann::json expected =
            cli({"differences", sample(), "--batch", "K26057", "--against", "3", "--json"}).at("differences");
        QCOMPARE(static_cast<std::size_t>(rows->model()->rowCount()), expected.size());
    }

    void theSharedFilterChoosesRowsOfTheChronology()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-007"));
        auto* rows = table(window, QStringLiteral("factsChronology"));
        const int all = rows->model()->rowCount();
        auto* filter = window.findChild<QLineEdit*>(QStringLiteral("contextFilter"));
        QVERIFY(filter != nullptr);
        filter->setText(QStringLiteral("category = alarm"));
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(rows->model()->rowCount() < all, 30'000);
        for (int r = 0; r < rows->model()->rowCount(); ++r) {
            const QString kind = rows->model()->index(r, 3).data().toString();
            QVERIFY2(kind.startsWith(QStringLiteral("Alarm")) || kind == QStringLiteral("Failure"), qPrintable(kind));
        }
        auto* note = window.findChild<QLabel*>(QStringLiteral("factsChronologyNote"));
        QVERIFY(note->text().contains(QStringLiteral("do not match the filter")));
    }

    void usageAndWhatIsDueByUseAreThoseOfTheCommandLine()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-007"));
        openTab(window, QStringLiteral("Usage"));
        auto* usage = table(window, QStringLiteral("factsUsage"));
        auto* triggers = table(window, QStringLiteral("factsTriggers"));
        const nlohmann::json expected =
            cli({"usage", sample(), "--to", "2026-04-10T08:36:17Z", "--asset", "TAB-420-FDR", "--json"});
        const nlohmann::json& all = expected.at("assets").at(0).at("periods").at(0);
        const QStringList row = rowWith(usage, 0, QStringLiteral("TAB-420-FDR"));
        QCOMPARE(row[2], QString::number(all["batches"].get<int>()));
        QCOMPARE(row[3], QString::number(all["run_hours"].get<double>(), 'f', 1));
        QCOMPARE(row[5], QString::number(all["cleaning_cycles"].get<int>()));
        const nlohmann::json& trigger = expected.at("triggers").at(0);
        const QStringList shown = rowWith(triggers, 1, QStringLiteral("TAB-420-FDR"));
        QCOMPARE(shown[3], QString::number(trigger["used"].get<double>(), 'f', 0));
        QCOMPARE(shown[4], QStringLiteral("20 batches"));
        QCOMPARE(shown[0], trigger["state"] == "due" ? QStringLiteral("due") : QStringLiteral("not due"));
        auto* period = window.findChild<QComboBox*>(QStringLiteral("factsUsagePeriod"));
        const int before = usage->model()->rowCount();
        period->setFocus();
        QTest::keyClick(period, Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(usage->model()->rowCount() > before, 30'000);
        QVERIFY(usage->model()->index(0, 1).data().toString().startsWith(QStringLiteral("2026-")));
        click(triggers, 0, 0);
        QVERIFY(!window.findChild<QLabel*>(QStringLiteral("inspectorTitle"))->text().isEmpty());
        QAbstractItemModelTester usageTester(usage->model());
        QAbstractItemModelTester triggerTester(triggers->model());
    }

    void thresholdsFromAFileAddTriggersAndADamagedOneIsNamed()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-007"));
        openTab(window, QStringLiteral("Usage"));
        auto* panel = window.findChild<UsagePanel*>();
        auto* triggers = table(window, QStringLiteral("factsTriggers"));
        const int before = triggers->model()->rowCount();
        const auto write = [&](const QByteArray& bytes) {
            QFile file(m_home.filePath(QStringLiteral("limits.csv")));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
        };
        panel->readThresholds(write("asset_id,since,unit,value,basis\nTAB-420,preventive,batches,5,SOP-9\n"));
        QTRY_COMPARE_WITH_TIMEOUT(triggers->model()->rowCount(), before + 1, 30'000);
        const QStringList row = rowWith(triggers, 8, QStringLiteral("SOP-9"));
        QCOMPARE(row[0], QStringLiteral("due")); // 6 batches since preventive work
        QCOMPARE(row[3], QStringLiteral("6"));
        QVERIFY(!row[5].isEmpty());
        QSignalSpy failed(panel, &UsagePanel::failed);
        panel->readThresholds(write("asset_id,unit,value\nTAB-420,weeks,5\n"));
        QCOMPARE(failed.count(), 1);
        QVERIFY(QString::fromStdString(errorText(failed.front().front().value<Error>()))
                    .contains(QStringLiteral("line 2")));
        QCOMPARE(triggers->model()->rowCount(), before + 1);
    }

    void manualFactsAreAddedHere()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-007"));
        openTab(window, QStringLiteral("Manual facts"));
        auto* text = window.findChild<QPlainTextEdit*>(QStringLiteral("facts.factText"));
        QVERIFY(text != nullptr && text->isVisible());
        QTest::keyClicks(text, QStringLiteral("The feeder sounded rough since Monday"));
        QTest::keyClicks(
            window.findChild<QLineEdit*>(QStringLiteral("facts.factWho")), QStringLiteral("Shift leader, early"));
        QTest::keyClicks(window.findChild<QLineEdit*>(QStringLiteral("facts.factWhen")), QStringLiteral("2026-04-10"));
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("facts.factAdd")), Qt::LeftButton);
        auto* list = table(window, QStringLiteral("facts.facts"));
        QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, 30'000);
        QCOMPARE(list->model()->index(0, 2).data().toString(), QStringLiteral("The feeder sounded rough since Monday"));
    }

    void aRowOfTheChronologySelectsItsRecord()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-007"));
        auto* rows = table(window, QStringLiteral("factsChronology"));
        const nlohmann::json expected = cli({"chronology", sample(), "--failure", "DEV-26-007", "--json"}).at("rows");
        QCOMPARE(static_cast<std::size_t>(rows->model()->rowCount()), expected.size());
        int torque = -1;
        for (int r = 0; r < rows->model()->rowCount(); ++r) {
            QCOMPARE(rows->model()->index(r, 6).data().toString().toStdString(),
                expected[static_cast<std::size_t>(r)]["original_time"].get<std::string>());
            if (expected[static_cast<std::size_t>(r)]["class"] == "alarm:FEEDER_TORQUE_HIGH")
                torque = r;
        }
        QVERIFY(torque >= 0);
        click(rows, torque, 0);
        auto* title = window.findChild<QLabel*>(QStringLiteral("inspectorTitle"));
        QTRY_VERIFY(title->isVisible());
        QCOMPARE(title->text(), QStringLiteral("FEEDER_TORQUE_HIGH"));
        QTest::keyClick(rows, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].startsWith(QStringLiteral("Site time\tUTC\t")));
        QVERIFY(lines[1].startsWith(rows->model()->index(torque, 0).data().toString() + QLatin1Char('\t')));
    }

    void theChronologyIsCopiedAsTableAndAsText()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-007"));
        auto* rows = table(window, QStringLiteral("factsChronology"));
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("factsChronologyCopyTable")), Qt::LeftButton);
        const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(copied->html().count(QStringLiteral("<tr>")), rows->model()->rowCount() + 1);
        QCOMPARE(copied->text().count(QLatin1Char('\n')), rows->model()->rowCount());
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("factsChronologyCopyText")), Qt::LeftButton);
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), rows->model()->rowCount() + 1);
        QCOMPARE(
            lines[0].indexOf(QStringLiteral("UTC")), lines[1].indexOf(rows->model()->index(0, 1).data().toString()));
    }

    void theCurvesShowMaintenanceAndAClickSelectsIt()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-007"));
        openTab(window, QStringLiteral("Condition"));
        auto* curves = window.findChild<widgets::SawToothWidget*>(QStringLiteral("factsHistory"));
        QVERIFY(curves->isVisible());
        const QString words = curves->accessibleDescription();
        QVERIFY2(words.contains(QStringLiteral("Since preventive: 6 batches at the failure")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("4100122 overdue from 3 Apr 2026 12:00:00")), qPrintable(words));
        click(table(window, QStringLiteral("factsCondition")), 1, 0); // 4100111, the last preventive work
        auto* title = window.findChild<QLabel*>(QStringLiteral("inspectorTitle"));
        QTRY_COMPARE(title->text(), QStringLiteral("PM"));
        curves->setFocus();
        QTest::keyClick(curves, Qt::Key_Left);
        auto* text = window.findChild<QLabel*>(QStringLiteral("inspectorFields"));
        QTRY_VERIFY(!text->text().contains(QStringLiteral("31 Mar 2026 04:00")));
        QTest::keyClick(curves, Qt::Key_Right);
        QTRY_VERIFY(text->text().contains(QStringLiteral("31 Mar 2026 04:00")));
    }

    void withoutAnAssetOneOfTheBatchCanBeChosen()
    {
        MainWindow window{Settings{}};
        openFacts(window, QStringLiteral("DEV-26-005"));
        openTab(window, QStringLiteral("Condition"));
        auto* card = table(window, QStringLiteral("factsCondition"));
        QCOMPARE(card->model()->rowCount(), 0);
        QVERIFY(table(window, QStringLiteral("factsDifferences"))->model()->rowCount() > 0);
        auto* asset = window.findChild<QComboBox*>(QStringLiteral("factsAsset"));
        QCOMPARE(asset->currentIndex(), -1);
        QVERIFY(asset->findText(QStringLiteral("DRY-320"), Qt::MatchStartsWith) >= 0);
        asset->setFocus();
        QTest::keyClick(asset, Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(card->model()->rowCount() > 0, 30'000);
        QVERIFY(window.findChild<QLabel*>(QStringLiteral("factsConditionNote"))
                    ->text()
                    .contains(asset->currentText().section(QLatin1Char(','), 0, 0)));
    }

private:
    static QTableView* table(MainWindow& window, const QString& name) { return window.findChild<QTableView*>(name); }

    static std::string sample()
    {
        return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString() + "/sample.ante";
    }

    static nlohmann::json cli(std::vector<std::string> arguments)
    {
        const testing::CliOutcome told = testing::runQuietly(std::move(arguments));
        return told.status == 0 ? told.document() : nlohmann::json();
    }

    static void openTab(MainWindow& window, const QString& name)
    {
        auto* bar = window.findChild<QTabWidget*>(QStringLiteral("facts"))->tabBar();
        for (int i = 0; i < bar->count(); ++i)
            if (bar->tabText(i) == name)
                QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
        QCOMPARE(bar->tabText(bar->currentIndex()), name);
    }

    static void click(QTableView* view, int row, int column)
    {
        const QModelIndex index = view->model()->index(row, column);
        view->scrollTo(index);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    }

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
