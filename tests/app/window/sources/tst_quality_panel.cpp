// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Data quality in the view of the sources, by clicks: the findings are those of the command line, their places lead to
// records and to the timeline.
#include "app/window/main_window.h"
#include "tests/support/cli_run.h"
#include "widgets/timeline/timeline_widget.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <nlohmann/json.hpp>

using namespace antecedent;
using namespace antecedent::app;
using antecedent::widgets::TimelineWidget;

class TestQualityPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Batches on one unit of which two overlap; an order that was reported after its work; a plain list of assets.
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
        const QDateTime first(QDate(2026, 3, 1), QTime(8, 0), QTimeZone::utc());
        const auto text = [](const QDateTime& t) { return t.toString(Qt::ISODate).toUtf8(); };
        QByteArray steps = "batch_id,level,name,asset_id,start,end\n";
        for (int i = 0; i < 20; ++i) {
            const QDateTime start = first.addSecs(i * 14'400 + (i == 19 ? -9'000 : i * 17));
            steps += "B-" + QByteArray::number(i) + ",unit_procedure,Mixing,R-1," + text(start) + ','
                + text(start.addSecs(7'200)) + '\n';
        }
        write("batch_steps.csv", steps + "B-20,unit_procedure,Mixing,R-2,2026-03-02T10:00:00Z,2026-03-02T09:00:00Z\n");
        write("work_orders.csv",
            "work_order_id,asset_id,type,reported,started,finished\n"
            "WO-1,R-1,CM,2026-03-06T10:13:11Z,2026-03-04T09:12:00Z,2026-03-04T11:11:00Z\n");
        write("assets.csv", "asset_id,asset_class\nR-1,unit\nR-2,unit\n");
        write("deviations.csv",
            "deviation_id,occurred,asset_id,batch_id,classification\nDEV-1,2026-03-04T09:30:05Z,R-1,B-18,trip\n");
        m_file = m_home.filePath(QStringLiteral("plant.ante"));
        QCOMPARE(cli({"new", m_file.toStdString(), "--title", "Plant", "--site-zone", "UTC"}), 0);
        QCOMPARE(cli({"import", m_file.toStdString(), path("batch_steps.csv"), path("work_orders.csv"),
                     path("assets.csv"), path("deviations.csv")}),
            0);
    }

    void theFindingsOfASourceAreThoseOfTheCommand()
    {
        MainWindow window{Settings{}};
        open(window);
        choose(window, QStringLiteral("batch_steps.csv"));
        auto* table = find<QTableView>(window, "quality");
        const nlohmann::json told =
            testing::runQuietly({"quality", m_file.toStdString(), "--source", "batch_steps.csv", "--json"}).document();
        const nlohmann::json& findings = told["sources"][0]["findings"];
        QCOMPARE(static_cast<std::size_t>(table->model()->rowCount()), findings.size());
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const nlohmann::json& finding = findings[static_cast<std::size_t>(row)];
            QCOMPARE(textAt(*table, row, 1), QString::fromStdString(finding["weight"].get<std::string>()));
            QCOMPARE(textAt(*table, row, 3), QString::fromStdString(finding["what"].get<std::string>()));
            QCOMPARE(textAt(*table, row, 4), QString::fromStdString(finding["consequence"].get<std::string>()));
        }
        auto* pages = find<QTabWidget>(window, "sourceTabs");
        QCOMPARE(pages->tabText(1), QStringLiteral("Data quality: %1").arg(findings.size()));
        QAbstractItemModelTester tester(table->model());
    }

    void aPlaceOfAFindingLeadsToItsRecordAndTheTimeline()
    {
        MainWindow window{Settings{}};
        open(window);
        choose(window, QStringLiteral("batch_steps.csv"));
        auto* table = find<QTableView>(window, "quality");
        QCOMPARE(textAt(*table, 0, 0), QStringLiteral("Two batches at a time"));
        click(*table, 0);
        auto* places = find<QTableView>(window, "qualityPlaces");
        QCOMPARE(places->model()->rowCount(), 1);
        QCOMPARE(textAt(*places, 0, 0), QStringLiteral("20"));
        QCOMPARE(textAt(*places, 0, 3), QStringLiteral("R-1"));
        QCOMPARE(textAt(*places, 0, 4), QStringLiteral("B-19 and B-18"));
        QVERIFY(find<QLabel>(window, "qualityWords")->text().contains(QStringLiteral("cannot be told")));
        auto* show = find<QPushButton>(window, "qualityTimeline");
        QVERIFY(!show->isEnabled());
        QTRY_VERIFY(
            show->isVisible() && show->height() > 0 && places->visualRect(places->model()->index(0, 0)).isValid());
        QTRY_VERIFY(places->height() > places->horizontalHeader()->height());
        click(*places, 0);
        QVERIFY(show->isEnabled());
        QTRY_VERIFY(find<QLabel>(window, "inspectorTitle")->text().contains(QStringLiteral("Mixing")));
        auto* timeline = find<TimelineWidget>(window, "timeline");
        QTest::mouseClick(show, Qt::LeftButton);
        QTRY_VERIFY(timeline->isVisible());
    }

    void aSourceWithoutDoubtsSaysSo()
    {
        MainWindow window{Settings{}};
        open(window);
        choose(window, QStringLiteral("assets.csv"));
        QCOMPARE(find<QTableView>(window, "quality")->model()->rowCount(), 0);
        QCOMPARE(find<QTabWidget>(window, "sourceTabs")->tabText(1), QStringLiteral("Data quality: 0"));
        QVERIFY(!find<QTableView>(window, "qualityPlaces")->isVisible());
        choose(window, QStringLiteral("work_orders.csv"));
        auto* table = find<QTableView>(window, "quality");
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(textAt(*table, 0, 0), QStringLiteral("Late entry"));
    }

private:
    template <class T> static T* find(const MainWindow& window, const char* name)
    {
        T* found = window.findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT(found != nullptr);
        return found;
    }
    static QString textAt(const QTableView& table, int row, int column)
    {
        return table.model()->index(row, column).data().toString();
    }
    static void click(QTableView& table, int row)
    {
        QTest::mouseClick(
            table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(row, 0)).center());
    }
    static void choose(MainWindow& window, const QString& source)
    {
        auto* sources = find<QTableView>(window, "sources");
        for (int row = 0; row < sources->model()->rowCount(); ++row)
            if (textAt(*sources, row, 0) == source)
                click(*sources, row);
        QCOMPARE(textAt(*sources, sources->currentIndex().row(), 0), source);
    }
    void open(MainWindow& window) const
    {
        window.resize(1280, 800);
        window.show();
        window.openFile(m_file);
        QTRY_VERIFY_WITH_TIMEOUT(window.windowTitle() != QStringLiteral("Antecedent"), 30'000);
        for (QAction* action : window.findChildren<QAction*>())
            if (action->text() == QStringLiteral("Sources"))
                action->trigger();
        auto* pages = find<QTabWidget>(window, "sourceTabs");
        QTRY_VERIFY(pages->isVisible());
        QTest::mouseClick(pages->tabBar(), Qt::LeftButton, {}, pages->tabBar()->tabRect(1).center());
        QTRY_VERIFY_WITH_TIMEOUT(pages->tabText(1).contains(QLatin1Char(':')), 30'000);
    }
    static int cli(std::vector<std::string> arguments) { return testing::runQuietly(std::move(arguments)).status; }
    std::string path(const char* name) const { return m_home.filePath(QString::fromLatin1(name)).toStdString(); }
    void write(const char* name, const QByteArray& content) const
    {
        QFile file(m_home.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QFile::WriteOnly) && file.write(content) == content.size());
    }

    QTemporaryDir m_home;
    QString m_file;
};

QTEST_MAIN(TestQualityPanel)
#include "tst_quality_panel.moc"
