// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The impact of the sample's failures in a real window, by clicks and keys; numbers are those of the command line.
#include "app/window/impact/impact_strip.h"
#include "app/window/investigation_files.h"
#include "app/window/main_window.h"
#include "tests/support/cli_run.h"
#include "tests/support/freeze_plan.h"
#include "widgets/timeline/timeline_widget.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

using namespace antecedent;
using namespace antecedent::app;
using antecedent::widgets::TimelineWidget;

class TestImpactView : public QObject
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

    void everyBatchIsInOrOutAsTheCommandSays()
    {
        MainWindow window{Settings{}};
        openImpact(window, m_sample, QStringLiteral("DEV-26-007"));
        const nlohmann::json expected = cli({"impact", m_sample.toStdString(), "--failure", "DEV-26-007", "--json"});
        compare(window, expected);
        const QString summary = find<QLabel>(window, "impactSummary")->text();
        QVERIFY(summary.contains(QStringLiteral("TAB-420 is suspect from")));
        QVERIFY(summary.contains(QString::fromStdString(expected["from_reason"].get<std::string>())));
        QVERIFY(summary.contains(QString::fromStdString(expected["to_reason"].get<std::string>())));
        const QString before = textAt(*find<QTableView>(window, "impact"), 7, 3); // a batch that is out
        QVERIFY2(before.contains(QStringLiteral("3 Feb 2026 06:11:03")), qPrintable(before)); // 05:11:03Z
        QAbstractItemModelTester tester(find<QTableView>(window, "impact")->model());
    }

    void anotherSuspectGivesItsOwnBatches()
    {
        MainWindow window{Settings{}};
        openImpact(window, m_sample, QStringLiteral("DEV-26-007"));
        auto* suspect = find<QComboBox>(window, "impactSuspect");
        const int feeder = suspect->findData(QStringLiteral("TAB-420-FDR"));
        QVERIFY(feeder > 0);
        suspect->setCurrentIndex(feeder);
        Q_EMIT suspect->activated(feeder);
        auto* summary = find<QLabel>(window, "impactSummary");
        QTRY_VERIFY(summary->text().contains(QStringLiteral("TAB-420-FDR is suspect from")));
        compare(window,
            cli({"impact", m_sample.toStdString(), "--failure", "DEV-26-007", "--asset", "TAB-420-FDR", "--json"}));
    }

    void anAssetThatNoBatchIsTiedToIsSaidToDecideNothing()
    {
        MainWindow window{Settings{}};
        openImpact(window, m_sample, QStringLiteral("DEV-26-007"));
        auto* summary = find<QLabel>(window, "impactSummary");
        QVERIFY(!summary->text().contains(QStringLiteral("can't be told")));
        auto* suspect = find<QComboBox>(window, "impactSuspect");
        bool isSaid = false;
        for (int i = 1; i < suspect->count() && !isSaid; ++i) {
            suspect->setCurrentIndex(i);
            Q_EMIT suspect->activated(i);
            const QString id = suspect->itemData(i).toString();
            QTRY_VERIFY(summary->text().contains(id + QStringLiteral(" is suspect from")));
            isSaid = summary->text().contains(QStringLiteral("can't be told from these data"));
            if (isSaid)
                QVERIFY(find<QTableView>(window, "impact")->model()->rowCount() > 0);
        }
        QVERIFY(isSaid);
    }

    void theLeadingAssetOfTheEvidenceIsTheSuspect()
    {
        const QString path = m_home.filePath(QStringLiteral("leading.ante"));
        QVERIFY(QFile::copy(m_sample, path));
        MainWindow window{Settings{}};
        openImpact(window, path, QStringLiteral("DEV-26-007"));
        showStep(window, QStringLiteral("Evidence"));
        auto* act = find<QPushButton>(window, "freezeAndAssess");
        QTRY_VERIFY_WITH_TIMEOUT(act->isVisible() && act->isEnabled(), 60'000);
        QVERIFY(freezePlan(window));
        QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(window, "evidenceAnswer")->isVisible() && !window.isWorking(), 60'000);
        showStep(window, QStringLiteral("Impact"));
        QTRY_VERIFY(find<QLabel>(window, "impactSummary")->text().contains(QStringLiteral("TAB-420-FDR is suspect")));
        QCOMPARE(find<QComboBox>(window, "impactSuspect")->currentText(),
            QStringLiteral("TAB-420-FDR, leads in the evidence"));
    }

    void batchesAreFoundByTextAndByWhetherTheyAreIn()
    {
        MainWindow window{Settings{}};
        openImpact(window, m_sample, QStringLiteral("DEV-26-007"));
        auto* table = find<QTableView>(window, "impact");
        auto* which = find<QComboBox>(window, "impactWhich");
        const int all = table->model()->rowCount();
        which->setFocus();
        QTest::keyClick(which, Qt::Key_Down);
        const int in = table->model()->rowCount();
        QVERIFY(in > 0 && in < all);
        for (int row = 0; row < in; ++row)
            QCOMPARE(textAt(*table, row, 1), QStringLiteral("● exposed"));
        QTest::keyClick(which, Qt::Key_Down);
        QCOMPARE(table->model()->rowCount(), all - in);
        QTest::keyClick(which, Qt::Key_Home);
        QTest::keyClicks(find<QLineEdit>(window, "impactSearch"), QStringLiteral("K26057"));
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(textAt(*table, 0, 2), QStringLiteral("failing batch"));
    }

    void stripAndTableChooseTogetherAndOpenTheTimeline()
    {
        MainWindow window{Settings{}};
        openImpact(window, m_sample, QStringLiteral("DEV-26-007"));
        auto* strip = find<ImpactStrip>(window, "impactStrip");
        auto* table = find<QTableView>(window, "impact");
        const auto snapshot = widgets::loadInvestigation(m_sample.toStdString(), {}, {}, {});
        const BatchIndex batch = (*snapshot)->dataset.findBatch("K26057");
        const QRectF place = strip->placeOf(batch);
        QVERIFY(!place.isEmpty());
        QTest::mouseClick(strip, Qt::LeftButton, {}, place.center().toPoint());
        QCOMPARE(textAt(*table, table->currentIndex().row(), 0), QStringLiteral("K26057"));
        QTest::keyClick(strip, Qt::Key_Left);
        QVERIFY(textAt(*table, table->currentIndex().row(), 0) != QStringLiteral("K26057"));
        QTest::keyClick(strip, Qt::Key_Right);
        QCOMPARE(textAt(*table, table->currentIndex().row(), 0), QStringLiteral("K26057"));
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Return);
        auto* timeline = window.findChild<TimelineWidget*>();
        QVERIFY(timeline->isVisible());
        const auto when = (*snapshot)->dataset.steps[(*snapshot)->context.scopes.stepsOfBatch(batch).front()].start;
        QVERIFY(timeline->axis().fromUs <= when.utcUs && when.utcUs <= timeline->axis().toUs);
    }

    void theGenealogyIsDrawnBelowTheUseAndFolds()
    {
        const QString path = caseWithGenealogy();
        MainWindow window{Settings{}};
        openImpact(window, path, QStringLiteral("DEV-1"));
        auto* strip = find<ImpactStrip>(window, "impactStrip");
        const auto snapshot = widgets::loadInvestigation(path.toStdString(), {}, {}, {});
        const BatchIndex child = (*snapshot)->dataset.findBatch("M1");
        const BatchIndex grandchild = (*snapshot)->dataset.findBatch("L1");
        QVERIFY(strip->placeOf((*snapshot)->dataset.findBatch("B1")).bottom() < strip->placeOf(child).top());
        QVERIFY(strip->placeOf(child).bottom() < strip->placeOf(grandchild).top());
        const QRectF name = strip->foldPlace();
        QVERIFY(!name.isEmpty());
        QVERIFY(strip->placeOf(child).top() > name.top() - 1);
        const int height = strip->sizeHint().height();
        QTest::mouseClick(strip, Qt::LeftButton, {}, name.center().toPoint());
        QVERIFY(strip->isFolded());
        QVERIFY(strip->placeOf(child).isEmpty());
        QVERIFY(strip->sizeHint().height() <= height);
        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_G);
        QVERIFY(!strip->placeOf(child).isEmpty());
    }

    void theBatchesAreCopiedAsShown()
    {
        MainWindow window{Settings{}};
        openImpact(window, m_sample, QStringLiteral("DEV-26-007"));
        auto* table = find<QTableView>(window, "impact");
        QTest::mouseClick(find<QPushButton>(window, "impactCopyTable"), Qt::LeftButton);
        const QString text = QGuiApplication::clipboard()->text();
        QCOMPARE(text.count(QLatin1Char('\n')), table->model()->rowCount());
        QVERIFY(text.startsWith(QStringLiteral("Batch\tExposed\tBy\tReason")));
    }

    void withoutFailuresOrAssetTheViewSaysWhatToDo()
    {
        const QString path = m_home.filePath(QStringLiteral("none.ante"));
        QVERIFY(createInvestigation({path, QStringLiteral("Nothing"), QStringLiteral("UTC")}).has_value());
        MainWindow window{Settings{}};
        window.show();
        window.openFile(path);
        QTRY_VERIFY_WITH_TIMEOUT(window.windowTitle() != QStringLiteral("Antecedent"), 30'000);
        showStep(window, QStringLiteral("Impact"));
        QCOMPARE(find<QTableView>(window, "impact")->model()->rowCount(), 0);
        QVERIFY(!find<ImpactStrip>(window, "impactStrip")->isVisible());
        QVERIFY(!find<QComboBox>(window, "impactSuspect")->isEnabled());
    }

    void everyControlHasAName()
    {
        MainWindow window{Settings{}};
        openImpact(window, m_sample, QStringLiteral("DEV-26-007"));
        for (const char* name : {"impact", "impactSuspect", "impactWhich", "impactSearch", "impactStrip"})
            QVERIFY2(!find<QWidget>(window, name)->accessibleName().isEmpty(), name);
        QVERIFY(find<ImpactStrip>(window, "impactStrip")->accessibleName().contains(QStringLiteral("exposed")));
    }

private:
    template <class T> static T* find(const MainWindow& window, const char* name)
    {
        T* found = window.findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT(found != nullptr);
        return found;
    }

    static void showStep(MainWindow& window, const QString& title)
    {
        for (QAction* action : window.findChildren<QAction*>())
            if (action->text() == title)
                action->trigger();
    }

    static void openImpact(MainWindow& window, const QString& path, const QString& failure)
    {
        window.resize(1280, 800);
        window.show();
        window.openFile(path);
        QTRY_VERIFY_WITH_TIMEOUT(window.windowTitle() != QStringLiteral("Antecedent"), 30'000);
        auto* choice = find<QComboBox>(window, "failureChoice");
        for (int i = 0; i < choice->count(); ++i) {
            if (!choice->itemText(i).startsWith(failure))
                continue;
            choice->setCurrentIndex(i);
            Q_EMIT choice->activated(i);
            break;
        }
        showStep(window, QStringLiteral("Impact"));
        QTRY_VERIFY_WITH_TIMEOUT(find<QTableView>(window, "impact")->model()->rowCount() > 0, 30'000);
    }

    static QString textAt(const QTableView& table, int row, int column)
    {
        return table.model()->index(row, column).data().toString();
    }

    static nlohmann::json cli(std::vector<std::string> arguments)
    {
        const testing::CliOutcome told = testing::runQuietly(std::move(arguments));
        return told.status == 0 ? told.document() : nlohmann::json();
    }

    // B1 used the press and failed; M1 was made from it, L1 from M1.
    QString caseWithGenealogy() const
    {
        const QDir folder(m_home.filePath(QStringLiteral("genealogy")));
        folder.mkpath(QStringLiteral("."));
        const auto write = [&](const char* name, const QByteArray& text) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            if (file.open(QIODevice::WriteOnly))
                file.write(text);
        };
        write("batches.csv",
            "batch_id,product,recipe,start,end\nB1,P,R,2026-03-01T06:00:00Z,2026-03-01T12:00:00Z\n"
            "M1,P,R,2026-03-03T06:00:00Z,2026-03-03T12:00:00Z\n"
            "L1,P,R,2026-03-05T06:00:00Z,2026-03-05T12:00:00Z\n");
        write("batch_steps.csv",
            "batch_id,level,name,asset_id,start,end\n"
            "B1,unit_procedure,Press,PRESS,2026-03-01T06:00:00Z,2026-03-01T12:00:00Z\n"
            "M1,unit_procedure,Mix,MIXER,2026-03-03T06:00:00Z,2026-03-03T12:00:00Z\n"
            "L1,unit_procedure,Fill,FILLER,2026-03-05T06:00:00Z,2026-03-05T12:00:00Z\n");
        write("genealogy.csv", "batch_id,material_lot,source_batch_id\nM1,B1,B1\nL1,M1,M1\n");
        write("deviations.csv",
            "deviation_id,occurred,detected,batch_id,asset_id,classification\n"
            "DEV-1,2026-03-01T10:00:00Z,2026-03-01T10:05:00Z,B1,PRESS,jam\n");
        const std::string path = m_home.filePath(QStringLiteral("genealogy.ante")).toStdString();
        cli({"new", path, "--title", "Genealogy", "--site-zone", "UTC"});
        cli({"import", path, folder.path().toStdString(), "--time-zone", "UTC", "--json"});
        return QString::fromStdString(path);
    }

    // Every row against the batch of that name.
    static void compare(const MainWindow& window, const nlohmann::json& expected)
    {
        const auto* table = find<QTableView>(window, "impact");
        const nlohmann::json& batches = expected.at("batches");
        QCOMPARE(static_cast<std::size_t>(table->model()->rowCount()), batches.size());
        std::size_t in = 0;
        for (const nlohmann::json& batch : batches) {
            const QString id = QString::fromStdString(batch["batch"].get<std::string>());
            const auto at =
                table->model()->match(table->model()->index(0, 0), Qt::DisplayRole, id, 1, Qt::MatchExactly);
            QCOMPARE(at.size(), 1);
            const int row = at.front().row();
            const bool isIn = batch["impacted"].get<bool>();
            in += isIn ? 1 : 0;
            QCOMPARE(textAt(*table, row, 1), isIn ? QStringLiteral("● exposed") : QStringLiteral("○ not"));
            QCOMPARE(table->model()->index(row, 3).data(Qt::ToolTipRole).toString(),
                QString::fromStdString(batch["reason"].get<std::string>()));
        }
        QVERIFY(find<QLabel>(window, "impactSummary")
                    ->text()
                    .startsWith(QStringLiteral("<b>%1 of %2 batches were exposed.</b>").arg(in).arg(batches.size())));
    }

    QTemporaryDir m_home;
    QString m_sample;
};

QTEST_MAIN(TestImpactView)
#include "tst_impact_view.moc"
