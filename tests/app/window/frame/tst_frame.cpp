// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of the window by mouse and keys: inspector and drawer, event table, saved views, command search, status,
// sheets, what is dropped on it and what it remembers.
#include "app/window/frame/inspector_place.h"
#include "app/window/frame/shortcuts_sheet.h"
#include "app/window/investigation_files.h"
#include "app/window/main_window.h"
#include "app/window/rail.h"
#include "app/window/records/events_panel.h"
#include "model/store/schema_version.h"
#include "widgets/common/banner.h"
#include "widgets/common/palette.h"
#include "widgets/timeline/timeline_widget.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

#include <memory>

using namespace antecedent;
using namespace antecedent::app;

namespace {

constexpr int kLong = 60'000;

struct Opened
{
    explicit Opened(const QString& path, const QSize& size = {1600, 1000}, const Settings& settings = Settings{})
        : window(settings)
    {
        window.resize(size);
        window.show();
        [[maybe_unused]] bool isReady = QTest::qWaitForWindowActive(&window);
        if (path.isEmpty())
            return;
        window.openFile(path);
        isReady = QTest::qWaitFor(
            [&] { return window.windowTitle() != QStringLiteral("Antecedent") && !window.isWorking(); }, kLong);
        Q_ASSERT(isReady);
        showStep(2);
    }
    template <class T> T* find(const char* name) const
    {
        T* found = window.findChild<T*>(QString::fromLatin1(name));
        Q_ASSERT(found != nullptr);
        return found;
    }
    void showStep(int step) { find<Rail>("rail")->setCurrent(step); }
    QTableView* events() const { return find<QTableView>("events"); }
    void filter(const QString& text)
    {
        auto* line = find<QLineEdit>("filter");
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    void click(int row, int column)
    {
        const QModelIndex index = events()->model()->index(row, column);
        events()->scrollTo(index);
        QTest::mouseClick(events()->viewport(), Qt::LeftButton, {}, events()->visualRect(index).center());
    }
    // The torque alarm before the failure, in table and inspector.
    void selectTorqueAlarm()
    {
        filter(QStringLiteral("code = FEEDER_TORQUE_HIGH"));
        [[maybe_unused]] const bool isFound = QTest::qWaitFor([&] {
            const int rows = events()->model()->rowCount();
            return rows > 0 && rows < 100;
        });
        Q_ASSERT(isFound);
        click(0, 4);
    }
    void idle()
    {
        [[maybe_unused]] const bool isIdle = QTest::qWaitFor([&] { return !window.isWorking(); }, kLong);
    }

    MainWindow window;
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        QCoreApplication::setOrganizationName(QStringLiteral("AntecedentTest"));
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
        const Result<QString> sample = makeSample({}, {});
        QVERIFY(sample.has_value());
        m_sample = *sample;
    }
    void init() { QSettings().clear(); }

    void theInspectorShowsBothRowsAndWhatBelongsToTheRecord()
    {
        Opened opened(m_sample);
        opened.selectTorqueAlarm();
        QCOMPARE(opened.find<QLabel>("inspectorTitle")->text(), QStringLiteral("FEEDER_TORQUE_HIGH"));
        auto* place = opened.find<QLabel>("originalPlace");
        QTRY_VERIFY(place->text().contains(QStringLiteral(", line ")));
        QVERIFY(place->text().contains(QStringLiteral("sha256 ")));
        const QString original = opened.find<QPlainTextEdit>("originalRow")->toPlainText();
        QVERIFY(original.contains(QStringLiteral("FEEDER_TORQUE_HIGH")));
        QVERIFY2(original.count(QLatin1Char('\n')) > 3, qPrintable(original)); // a line per column of the source
        const QString unified = opened.find<QLabel>("unifiedRow")->text();
        for (const char* column : {"category", "asset_id", "code"})
            QVERIFY2(QString(unified).remove(QStringLiteral("&#8203;")).contains(QString::fromLatin1(column)),
                qPrintable(unified));
        auto* related = opened.find<QListWidget>("relatedRecords");
        QVERIFY(related->count() > 0);
    }

    void belowFourteenHundredTheInspectorIsADrawerThatLeavesTheViewItsWidth()
    {
        Opened opened(m_sample, {1280, 800});
        auto* inspector = opened.find<QWidget>("inspector");
        auto* timeline = opened.find<widgets::TimelineWidget>("timeline");
        QVERIFY(!inspector->isVisible());
        const int wide = timeline->width();
        opened.selectTorqueAlarm();
        QTRY_VERIFY(inspector->isVisible());
        QCOMPARE(timeline->width(), wide);
        QTest::keyClick(&opened.window, Qt::Key_I, Qt::ControlModifier);
        QVERIFY(!inspector->isVisible());
        opened.click(1, 4); // closed by hand: it stays so
        QVERIFY(!inspector->isVisible());
        QTest::mouseClick(opened.find<QToolButton>("inspectorToggleButton"), Qt::LeftButton);
        QTRY_VERIFY(inspector->isVisible());
        QTest::keyClick(inspector, Qt::Key_Escape);
        QVERIFY(!inspector->isVisible());

        opened.window.resize(1600, 900);
        QTest::keyClick(&opened.window, Qt::Key_I, Qt::ControlModifier);
        QTRY_VERIFY(inspector->isVisible());
        QVERIFY(timeline->mapTo(&opened.window, QPoint(timeline->width(), 0)).x()
            <= inspector->mapTo(&opened.window, QPoint(0, 0)).x());
        QVERIFY(inspector->width() >= 240 && inspector->width() <= 420);
    }

    void oneKeyShowsTheHourAroundTheRecord()
    {
        Opened opened(m_sample);
        opened.selectTorqueAlarm();
        opened.showStep(4); // another view
        opened.idle();
        QTest::keyClick(&opened.window, Qt::Key_C);
        QCOMPARE(opened.find<Rail>("rail")->current(), 2);
        const auto& axis = opened.find<widgets::TimelineWidget>("timeline")->axis();
        QTRY_COMPARE(axis.toUs - axis.fromUs, std::int64_t{7'200'000'000});
        auto* filter = opened.find<QLineEdit>("filter"); // where something is typed, it is a letter
        filter->setFocus();
        filter->clear();
        QTest::keyClick(filter, Qt::Key_P);
        QCOMPARE(filter->text(), QStringLiteral("p"));
        QVERIFY(opened.window.findChild<QDialog*>(QStringLiteral("pinDialog")) == nullptr);
    }

    void keysPinAndNoteTheSelectedRecord()
    {
        Opened opened(copyOfSample("pin"));
        opened.selectTorqueAlarm();
        opened.events()->setFocus();
        QTest::keyClick(opened.events(), Qt::Key_P);
        QTRY_VERIFY(opened.window.findChild<QDialog*>(QStringLiteral("pinDialog")) != nullptr);
        opened.find<QDialog>("pinDialog")->reject();
        QTRY_VERIFY(opened.window.findChild<QDialog*>(QStringLiteral("pinDialog")) == nullptr);
        opened.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&opened.window));
        opened.events()->setFocus();
        QTest::keyClick(opened.events(), Qt::Key_N);
        QTRY_VERIFY(opened.window.findChild<QDialog*>(QStringLiteral("noteDialog")) != nullptr);
        opened.find<QDialog>("noteDialog")->reject();
    }

    void theSelectedRecordBecomesTheSentinelAndIsShown()
    {
        Opened opened(copyOfSample("sentinel"));
        opened.selectTorqueAlarm();
        auto* choice = opened.find<QComboBox>("failureChoice");
        const int before = choice->count();
        const int entries = opened.find<QTableView>("audit")->model()->rowCount();
        QTest::mouseClick(opened.find<QPushButton>("recordSentinelButton"), Qt::LeftButton);
        auto* dialog = opened.find<QDialog>("sentinelDialog");
        auto* which = opened.find<QComboBox>("sentinelWhich");
        QCOMPARE(which->count(), 3);
        auto* take = opened.find<QPushButton>("sentinelTake");
        QTRY_VERIFY(take->isEnabled());
        const QString many = opened.find<QLabel>("sentinelCount")->text();
        which->setCurrentIndex(2); // this event alone
        QTRY_VERIFY(take->isEnabled() && opened.find<QLabel>("sentinelCount")->text() != many);
        QTest::keyClicks(opened.find<QLineEdit>("sentinelWhy"), QStringLiteral("the first sign"));
        QTest::mouseClick(take, Qt::LeftButton);
        QVERIFY(!dialog->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(choice->count(), before + 1, kLong);
        QTRY_VERIFY2(
            choice->currentText().contains(QStringLiteral("FEEDER_TORQUE_HIGH")), qPrintable(choice->currentText()));
        QTRY_COMPARE(opened.find<QTableView>("audit")->model()->rowCount(), entries + 1);
    }

    void columnsAreChosenMovedAndRemembered()
    {
        {
            Opened opened(m_sample);
            QHeaderView* header = opened.events()->horizontalHeader();
            QVERIFY(header->isSectionHidden(10)); // class
            auto* menu = opened.find<QPushButton>("eventColumns")->menu();
            Q_EMIT menu->aboutToShow();
            for (QAction* action : menu->actions())
                if (action->text() == QStringLiteral("Class") || action->text() == QStringLiteral("Batch"))
                    action->toggle();
            QVERIFY(!header->isSectionHidden(10));
            QVERIFY(header->isSectionHidden(6));
            Q_EMIT menu->aboutToShow();
            for (QAction* action : menu->findChildren<QAction*>())
                if (action->text() == QStringLiteral("Move to the left"))
                    for (QAction* move : action->menu()->actions())
                        if (move->text() == QStringLiteral("Asset"))
                            move->trigger();
            QCOMPARE(header->visualIndex(3), 2);
            opened.window.close();
        }
        Opened again(m_sample);
        QHeaderView* header = again.events()->horizontalHeader();
        QVERIFY(!header->isSectionHidden(10));
        QVERIFY(header->isSectionHidden(6));
        QCOMPARE(header->visualIndex(3), 2);
    }

    void theExportEqualsWhatIsShown()
    {
        Opened opened(m_sample);
        opened.selectTorqueAlarm();
        QHeaderView* header = opened.events()->horizontalHeader();
        header->moveSection(header->visualIndex(4), 0); // code first
        for (const int hidden : {1, 2, 5, 6, 7})
            header->setSectionHidden(hidden, true);
        header->setSortIndicator(0, Qt::DescendingOrder);
        const QAbstractItemModel* model = opened.events()->model();
        const QString firstTime = model->index(0, 0).data().toString();
        QTRY_VERIFY(model->index(0, 0).data().toString() != firstTime);
        const QString path = m_home.filePath(QStringLiteral("events.csv"));
        opened.window.findChild<EventsPanel*>()->exportTo(path);
        QTRY_VERIFY(QFile::exists(path));
        const QStringList lines = QString::fromUtf8(contentOf(path)).split(QStringLiteral("\r\n"));
        QCOMPARE(lines[0], QStringLiteral("# filter: code = FEEDER_TORQUE_HIGH"));
        QVERIFY2(lines[1].startsWith(QStringLiteral("Code,Time (")), qPrintable(lines[1]));
        QVERIFY(lines[1].endsWith(QStringLiteral(",Asset")));
        QCOMPARE(static_cast<int>(lines.size()), model->rowCount() + 3);
        for (int r = 0; r < model->rowCount(); ++r)
            QCOMPARE(lines[r + 2],
                QStringLiteral("%1,%2,%3")
                    .arg(model->index(r, 4).data().toString(), model->index(r, 0).data().toString(),
                        model->index(r, 3).data().toString()));

        QTest::mouseClick(opened.find<QPushButton>("copyEvents"), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("Code\tTime (")));
    }

    void theEventTableFoldsToItsBar()
    {
        Opened opened(m_sample);
        const int whole = opened.find<QWidget>("eventsPanel")->height();
        QTest::keyClick(&opened.window, Qt::Key_E, Qt::ControlModifier);
        QVERIFY(!opened.events()->isVisible());
        QTRY_VERIFY(opened.find<QWidget>("eventsPanel")->height() <= 34);
        QVERIFY(opened.find<QLineEdit>("filter")->isVisible());
        QTest::mouseClick(opened.find<QToolButton>("foldEventsButton"), Qt::LeftButton);
        QVERIFY(opened.events()->isVisible());
        QTRY_VERIFY(opened.find<QWidget>("eventsPanel")->height() > whole / 2);
    }

    void aViewIsSavedRestoredRenamedAndDeleted()
    {
        const QString path = copyOfSample("saved");
        {
            Opened opened(path);
            auto* failure = opened.find<QComboBox>("failureChoice");
            failure->setCurrentIndex(1);
            Q_EMIT failure->activated(1);
            opened.filter(QStringLiteral("category = alarm"));
            auto* timeline = opened.find<widgets::TimelineWidget>("timeline");
            timeline->zoom(0.3);
            const auto from = timeline->axis().fromUs;
            QTest::keyClick(&opened.window, Qt::Key_D, Qt::ControlModifier);
            auto* name = opened.find<QLineEdit>("viewName");
            name->selectAll();
            QTest::keyClicks(name, QStringLiteral("Alarms of the second"));
            QTest::keyClick(name, Qt::Key_Return);
            QTRY_VERIFY(opened.window.findChild<QDialog*>(QStringLiteral("saveViewDialog")) == nullptr);

            opened.filter(QStringLiteral("category = operator"));
            Q_EMIT failure->activated(0);
            opened.showStep(0);
            opened.find<QAction>("savedView")->trigger();
            QCOMPARE(opened.find<Rail>("rail")->current(), 2);
            QCOMPARE(failure->currentIndex(), 1);
            QCOMPARE(opened.find<QLineEdit>("filter")->text(), QStringLiteral("category = alarm"));
            QCOMPARE(timeline->axis().fromUs, from);
            opened.window.close();
        }
        // Another copy of the same file, under another name.
        const QString moved = m_home.filePath(QStringLiteral("moved.ante"));
        QVERIFY(QFile::copy(path, moved));
        Opened again(moved);
        QCOMPARE(again.find<QAction>("savedView")->text(), QStringLiteral("Alarms of the second"));
        again.find<QAction>("manageViews")->trigger();
        auto* list = again.find<QListWidget>("viewList");
        list->item(0)->setText(QStringLiteral("Second"));
        QCOMPARE(again.find<QAction>("savedView")->text(), QStringLiteral("Second"));
        QTest::mouseClick(again.find<QPushButton>("deleteView"), Qt::LeftButton);
        QCOMPARE(list->count(), 0);
        QVERIFY(again.window.findChild<QAction*>(QStringLiteral("savedView")) == nullptr
            || !again.find<QMenu>("savedViews")->actions().contains(again.find<QAction>("savedView")));
        again.find<QDialog>("manageViewsDialog")->reject();
    }

    void theLastStepOfAFileIsRestored()
    {
        const QString path = copyOfSample("step");
        {
            Opened opened(path);
            opened.showStep(6);
            opened.idle();
            opened.window.close();
        }
        MainWindow window{Settings{}};
        window.show();
        window.openFile(path);
        QTRY_VERIFY_WITH_TIMEOUT(window.windowTitle() != QStringLiteral("Antecedent"), kLong);
        QCOMPARE(window.findChild<Rail*>(QStringLiteral("rail"))->current(), 6);
    }

    void anythingIsFoundByTyping_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        QTest::newRow("a view") << QStringLiteral("impac") << QStringLiteral("Impact");
        QTest::newRow("a command") << QStringLiteral("about") << QStringLiteral("About Antecedent");
        QTest::newRow("a failure") << QStringLiteral("DEV-26-003") << QStringLiteral("DEV-26-003");
        QTest::newRow("an asset") << QStringLiteral("TAB-420-FDR") << QStringLiteral("TAB-420-FDR");
        QTest::newRow("a kind of event") << QStringLiteral("alarm:feeder_t")
                                         << QStringLiteral("alarm:FEEDER_TORQUE_HIGH");
    }
    void anythingIsFoundByTyping()
    {
        QFETCH(QString, typed);
        QFETCH(QString, found);
        Opened opened(m_sample);
        QTest::keyClick(&opened.window, Qt::Key_K, Qt::ControlModifier);
        auto* search = opened.find<QLineEdit>("commandSearch");
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, typed);
        QAbstractItemView* list = nullptr;
        for (QWidget* widget : QApplication::allWidgets())
            if (widget->objectName() == QStringLiteral("commandsFound") && widget->isVisible())
                list = qobject_cast<QAbstractItemView*>(widget);
        QVERIFY(list != nullptr);
        QVERIFY2(list->model()->index(0, 0).data().toString().startsWith(found),
            qPrintable(list->model()->index(0, 0).data().toString()));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(!list->isVisible());
        if (typed.startsWith(QStringLiteral("DEV")))
            QVERIFY(opened.find<QComboBox>("failureChoice")->currentText().startsWith(found));
        else if (typed.startsWith(QStringLiteral("TAB")))
            QCOMPARE(opened.find<QLineEdit>("filter")->text(), QStringLiteral("asset = \"TAB-420-FDR\""));
        else if (typed == QStringLiteral("impac"))
            QCOMPARE(opened.find<Rail>("rail")->current(), 6);
        else if (typed == QStringLiteral("about"))
            QVERIFY(opened.window.findChild<QDialog*>(QStringLiteral("aboutDialog")) != nullptr);
        opened.idle();
    }

    void aboutSaysVersionsAndLicences()
    {
        Opened opened(QString{});
        for (QAction* action : opened.window.findChildren<QAction*>())
            if (action->text() == QStringLiteral("&About Antecedent"))
                action->trigger();
        const QString versions = opened.find<QLabel>("aboutVersions")->text();
        QVERIFY(versions.contains(QString::fromLatin1(qVersion())));
        QVERIFY(versions.contains(QString::fromStdString(sqliteVersion())));
        QVERIFY(versions.contains(QStringLiteral("Schema")));
        const QString licences = opened.find<QTextBrowser>("aboutLicences")->toPlainText();
        for (const char* part : {"Qt", "SQLite", "zlib", "Zstandard", "Boost.Graph", "CLI11", "Noto", "LGPL", "OFL"})
            QVERIFY2(licences.contains(QString::fromLatin1(part)), part);
        QTest::mouseClick(opened.find<QPushButton>("aboutCopy"), Qt::LeftButton);
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("SQLite")));
    }

    void theSheetOfShortcutsHoldsEveryKeyOfTheMenus()
    {
        Opened opened(m_sample);
        QStringList sheet;
        for (const ShortcutGroup& group : shortcutsOf(&opened.window))
            for (const auto& [key, words] : group.keys) {
                QVERIFY2(!words.isEmpty(), qPrintable(key));
                sheet << key;
            }
        for (const char* key : {"Ctrl+K", "Ctrl+I", "Ctrl+E", "Ctrl+D", "Ctrl+1", "Ctrl+0", "Ctrl+F", "P", "N", "C",
                 "S", "Alt+Left", "Ctrl+F1"})
            QVERIFY2(sheet.contains(QString::fromLatin1(key)), key);
        QTest::keyClick(&opened.window, Qt::Key_F1, Qt::ControlModifier);
        QVERIFY(opened.find<QTextBrowser>("shortcuts")->toPlainText().contains(QStringLiteral("Ctrl+K")));
    }

    void statusNamesUserAndZone()
    {
        Opened opened(m_sample);
        QVERIFY(!opened.find<QLabel>("statusUser")->text().isEmpty());
        auto* zone = opened.find<QLabel>("statusZone");
        QCOMPARE(zone->text(), QStringLiteral("Site time, Europe/Vienna"));
        Q_EMIT opened.find<QComboBox>("zoneChoice")->activated(1);
        QCOMPARE(zone->text(), QStringLiteral("Times in UTC"));
    }

    void aNarrowWindowFoldsTheStepsToIcons()
    {
        Opened opened(m_sample, {1100, 800});
        auto* rail = opened.find<Rail>("rail");
        QCOMPARE(rail->width(), 48);
        QVERIFY2(rail->words(0).startsWith(QStringLiteral("Sources: 18")), qPrintable(rail->words(0)));
        opened.window.resize(1600, 900);
        QTRY_COMPARE(rail->width(), 168);
        QTest::keyClick(&opened.window, Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(rail->width(), 48);
    }

    void themesAreSystemLightAndDark()
    {
        Opened opened(QString{});
        opened.find<QAction>("theme-dark")->trigger();
        QCOMPARE(widgets::themeOf(QApplication::palette()), widgets::Theme::Dark);
        opened.find<QAction>("theme-")->trigger(); // the system of the test is light
        QCOMPARE(widgets::themeOf(QApplication::palette()), widgets::Theme::Light);
    }

    void filesDroppedOnALineOpen()
    {
        Opened opened(m_sample);
        const QString other = copyOfSample("dropped");
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(other)});
        mime.setText(other);
        auto* filter = opened.find<QLineEdit>("filter");
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(filter, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(filter, &drop);
        QVERIFY(drop.isAccepted());
        QVERIFY(filter->text().isEmpty());
        opened.idle();
        Q_EMIT opened.window.findChild<QMenu*>()->aboutToShow();
        QCOMPARE(recentOf(opened.window).front(), other);
    }

    void whatTheCommandLineNamesIsOpenedTogether()
    {
        Opened opened(QString{});
        const QString file = copyOfSample("line");
        const QString source = m_home.filePath(QStringLiteral("more.csv"));
        QFile csv(source);
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write("time,asset_id,category,code\n2026-03-01T10:00:00Z,TAB-420,alarm,EXTRA\n");
        csv.close();
        opened.window.openPaths({source, file});
        QTRY_VERIFY_WITH_TIMEOUT(opened.window.windowTitle() != QStringLiteral("Antecedent"), kLong);
        QTRY_VERIFY(opened.window.findChild<QDialog*>() != nullptr); // the wizard asks about the source
        for (QDialog* dialog : opened.window.findChildren<QDialog*>())
            dialog->reject();
        opened.idle();
        opened.window.openPaths({m_home.filePath(QStringLiteral("nowhere.ante"))});
        auto* banner = opened.find<widgets::Banner>("banner");
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->text().contains(QStringLiteral("nowhere.ante")));
    }

private:
    static QStringList recentOf(const MainWindow& window)
    {
        QStringList paths;
        const auto* list = window.findChild<QListWidget*>(QStringLiteral("recent"));
        for (int i = 0; i < list->count(); ++i)
            paths << list->item(i)->data(Qt::UserRole).toString();
        return paths;
    }

    QString copyOfSample(const char* name) const
    {
        const QString path = m_home.filePath(QString::fromLatin1(name) + QStringLiteral(".ante"));
        return QFile::copy(m_sample, path) ? path : QString();
    }

    QTemporaryDir m_home;
    QString m_sample;
};

QTEST_MAIN(TestFrame)
#include "tst_frame.moc"
