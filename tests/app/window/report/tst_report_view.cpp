// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reports of the sample, written in a real window by clicks and keys; what is shown is compared with what the command
// line writes and verifies.
#include "app/window/main_window.h"
#include "app/window/rail.h"
#include "app/window/report/page_view.h"
#include "app/window/settings.h"
#include "tests/support/cli_run.h"
#include "widgets/common/banner.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <nlohmann/json.hpp>

using namespace antecedent;
using namespace antecedent::app;

namespace {

constexpr int kLong = 60'000;

nlohmann::json command(const std::vector<std::string>& arguments)
{
    const testing::CliOutcome told = testing::runCli(arguments);
    return told.status == 0 ? told.document() : nlohmann::json();
}

} // namespace

class TestReportView : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void catchUrl(const QUrl& url) { m_opened << url.toLocalFile(); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "catchUrl");
        const std::string base = m_home.filePath(QStringLiteral("base.ante")).toStdString();
        command({"new", base, "--title", "Tablets", "--site-zone", "Europe/Vienna", "--quiet"});
        command({"import", base, ANTECEDENT_SOURCE_DIR "/resources/sample", "--time-zone", "Europe/Vienna", "--quiet"});
        QVERIFY(QFileInfo(QString::fromStdString(base)).size() > 100'000);
    }

    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }

    void writesWhatTheCommandLineWrites()
    {
        const QString folder = newCase(QStringLiteral("write"));
        const QString other = newCase(QStringLiteral("write-cli"));
        const nlohmann::json expected = command({"report", (other + QStringLiteral("/case.ante")).toStdString(),
            "--failure", "DEV-26-007", "-o", (other + QStringLiteral("/r.pdf")).toStdString(), "--quiet", "--json"});
        MainWindow window{Settings{}};
        openReport(window, folder);
        QCOMPARE(list(window)->item(6)->checkState(), Qt::Checked); // the failure of the context
        auto* write = button(window, "reportWrite");
        QTRY_VERIFY(write->isEnabled());
        QVERIFY(label(window, "reportPlan")->text().contains(QStringLiteral("freezes the plan")));
        QCOMPARE(write->text(), QStringLiteral("Freeze the plan, write report"));
        QTest::mouseClick(write, Qt::LeftButton);
        auto* reports = window.findChild<QTableView*>(QStringLiteral("reports"));
        QTRY_COMPARE_WITH_TIMEOUT(reports->model()->rowCount(), 1, kLong);
        QCOMPARE(cell(reports, 0, 1), QStringLiteral("DEV-26-007"));
        QCOMPARE(cell(reports, 0, 3), QStringLiteral("report-DEV-26-007.pdf"));
        QCOMPARE(cell(reports, 0, 4), QStringLiteral("holds"));
        QCOMPARE(reports->model()->index(0, 5).data(Qt::ToolTipRole).toString().toStdString(),
            expected["twin_digest"].get<std::string>());
        QCOMPARE(label(window, "reportName")->text(),
            QStringLiteral("DEV-26-007, %1 pages").arg(expected["pages"].get<int>()));
        QVERIFY(label(window, "reportStatement")
                    ->text()
                    .contains(QString::fromStdString(expected["statement"].get<std::string>())));
        const nlohmann::json verified =
            command({"verify", (folder + QStringLiteral("/report-DEV-26-007.pdf")).toStdString(), "--quiet", "--json"});
        QVERIFY(verified["holds"].get<bool>());
        const QString check = label(window, "reportCheck")->text().remove(QChar(0x202F));
        QVERIFY2(check.contains(QStringLiteral("%1 numbers").arg(verified["numbers"].get<int>())), qPrintable(check));
        QTRY_VERIFY(label(window, "reportPlan")->text().contains(QStringLiteral("is frozen")));
        QCOMPARE(write->text(), QStringLiteral("Write report"));
    }

    void opensTheReportAndItsFolder()
    {
        const QString folder = newCase(QStringLiteral("open"));
        MainWindow window{Settings{}};
        openReport(window, folder);
        writeOne(window);
        m_opened.clear();
        for (const char* name : {"reportOpen", "reportOpenHtml", "reportOpenFolder"}) {
            const auto before = m_opened.size();
            QTest::mouseClick(button(window, name), Qt::LeftButton);
            QTRY_COMPARE(m_opened.size(), before + 1);
        }
        QCOMPARE(m_opened,
            (QStringList{folder + QStringLiteral("/report-DEV-26-007.pdf"),
                folder + QStringLiteral("/report-DEV-26-007.html"), folder}));
    }

    void writesTheChosenLanguageAndFigures()
    {
        const QString folder = newCase(QStringLiteral("german"));
        MainWindow window{Settings{}};
        openReport(window, folder);
        auto* language = window.findChild<QComboBox*>(QStringLiteral("reportLanguage"));
        QCOMPARE(language->currentData().toString(), QStringLiteral("en")); // that of the window
        language->setFocus();
        QTest::keyClick(language, Qt::Key_Down);
        QCOMPARE(language->currentText(), QStringLiteral("Deutsch"));
        auto* timeline = window.findChild<QCheckBox*>(QStringLiteral("reportFigure_timeline"));
        QVERIFY(timeline->isChecked());
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_Space);
        writeOne(window);
        QFile html(folder + QStringLiteral("/report-DEV-26-007.html"));
        QVERIFY(html.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(html.readAll());
        QVERIFY(text.contains(QStringLiteral("Untersuchungsbericht DEV-26-007")));
        QVERIFY(text.contains(QStringLiteral("Die Abbildung der Zeitachse hat der Verfasser weggelassen")));
        QVERIFY(text.contains(QStringLiteral("Was dagegen spricht")));
        QCOMPARE(cell(window.findChild<QTableView*>(QStringLiteral("reports")), 0, 4), QStringLiteral("holds"));
        MainWindow next{Settings{}};
        QCOMPARE(next.findChild<QComboBox*>(QStringLiteral("reportLanguage"))->currentData().toString(),
            QStringLiteral("de")); // remembered
        rememberReportLanguage({});
    }

    void severalFailuresGetOneReportEach()
    {
        const QString folder = newCase(QStringLiteral("several"));
        MainWindow window{Settings{}};
        openReport(window, folder);
        list(window)->setFocus();
        list(window)->setCurrentRow(4); // without an asset
        QTest::keyClick(list(window), Qt::Key_Space);
        QCOMPARE(list(window)->item(4)->checkState(), Qt::Checked);
        QVERIFY(label(window, "reportCount")->text().startsWith(QStringLiteral("2 of 7 chosen")));
        auto* title = window.findChild<QLineEdit*>(QStringLiteral("reportTitle"));
        title->setFocus();
        QTest::keyClicks(title, QStringLiteral("Spring 2026"));
        QTRY_VERIFY(button(window, "reportWrite")->isEnabled());
        QTest::mouseClick(button(window, "reportWrite"), Qt::LeftButton);
        auto* reports = window.findChild<QTableView*>(QStringLiteral("reports"));
        QTRY_COMPARE_WITH_TIMEOUT(reports->model()->rowCount(), 2, kLong);
        QCOMPARE(cell(reports, 0, 1), QStringLiteral("DEV-26-007")); // latest first
        QCOMPARE(cell(reports, 1, 1), QStringLiteral("DEV-26-005"));
        QFile page(folder + QStringLiteral("/report-DEV-26-005.html"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        QVERIFY(page.readAll().contains("DEV-26-005: Spring 2026"));
        QCOMPARE(list(window)->item(4)->checkState(), Qt::Checked); // the choice stays
    }

    void nothingIsOverwritten()
    {
        const QString folder = newCase(QStringLiteral("twice"));
        MainWindow window{Settings{}};
        openReport(window, folder);
        writeOne(window);
        QTRY_VERIFY(button(window, "reportWrite")->isEnabled());
        QTest::mouseClick(button(window, "reportWrite"), Qt::LeftButton);
        auto* reports = window.findChild<QTableView*>(QStringLiteral("reports"));
        QTRY_COMPARE_WITH_TIMEOUT(reports->model()->rowCount(), 2, kLong);
        QCOMPARE(cell(reports, 0, 3), QStringLiteral("report-DEV-26-007-2.pdf"));
        QVERIFY(QFileInfo::exists(folder + QStringLiteral("/report-DEV-26-007.pdf")));
    }

    void cancelLeavesNoReport()
    {
        const QString folder = newCase(QStringLiteral("cancel"));
        MainWindow window{Settings{}};
        openReport(window, folder);
        QTRY_VERIFY(button(window, "reportWrite")->isEnabled());
        QTest::mouseClick(button(window, "reportWrite"), Qt::LeftButton);
        QVERIFY(!button(window, "reportWrite")->isEnabled());
        QVERIFY(button(window, "reportCancel")->isVisible());
        QTest::mouseClick(button(window, "reportCancel"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!button(window, "reportCancel")->isVisible(), kLong);
        QTRY_VERIFY(window.findChild<widgets::Banner*>()->text().startsWith(QStringLiteral("Cancelled.")));
        QCOMPARE(window.findChild<QTableView*>(QStringLiteral("reports"))->model()->rowCount(), 0);
        QCOMPARE(
            QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{QStringLiteral("case.ante")});
    }

    void earlierReportsAreListedAndVerified()
    {
        const QString folder = newCase(QStringLiteral("earlier"));
        command({"report", (folder + QStringLiteral("/case.ante")).toStdString(), "--failure", "DEV-26-006", "-o",
            (folder + QStringLiteral("/mine.pdf")).toStdString(), "--quiet"});
        MainWindow window{Settings{}};
        openReport(window, folder);
        openTab(window, QStringLiteral("Written reports"));
        auto* reports = window.findChild<QTableView*>(QStringLiteral("reports"));
        QCOMPARE(reports->model()->rowCount(), 1);
        QCOMPARE(cell(reports, 0, 1), QStringLiteral("DEV-26-006"));
        QCOMPARE(cell(reports, 0, 3), QStringLiteral("mine.pdf"));
        QCOMPARE(cell(reports, 0, 4), QStringLiteral("not checked"));
        QTest::mouseClick(button(window, "reportVerify"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(cell(reports, 0, 4), QStringLiteral("holds"), kLong);
        // A number that was changed in the twin is found.
        QFile twin(folder + QStringLiteral("/mine.twin/twin.json"));
        QVERIFY(twin.open(QIODevice::ReadWrite));
        QByteArray text = twin.readAll();
        QVERIFY(text.contains("0"));
        text.replace(text.lastIndexOf('0'), 1, "1");
        twin.seek(0);
        twin.write(text);
        twin.close();
        QTest::mouseClick(button(window, "reportVerify"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(cell(reports, 0, 4), QStringLiteral("does not hold"), kLong);
        QVERIFY(label(window, "reportCheck")->text().startsWith(QStringLiteral("Does not hold")));
    }

    void aReportThatIsNotThereIsNotOpened()
    {
        const QString folder = newCase(QStringLiteral("gone"));
        command({"report", (folder + QStringLiteral("/case.ante")).toStdString(), "--failure", "DEV-26-006", "-o",
            (folder + QStringLiteral("/mine.pdf")).toStdString(), "--quiet"});
        QFile pdf(folder + QStringLiteral("/mine.pdf"));
        QVERIFY(pdf.open(QIODevice::Append));
        pdf.write("x");
        pdf.close();
        MainWindow window{Settings{}};
        openReport(window, folder);
        openTab(window, QStringLiteral("Written reports"));
        m_opened.clear();
        auto* banner = window.findChild<widgets::Banner*>();
        QTest::mouseClick(button(window, "reportOpen"), Qt::LeftButton);
        QTRY_VERIFY(banner->text().contains(QStringLiteral("another one than the report")));
        QVERIFY(pdf.remove());
        QTest::mouseClick(button(window, "reportOpen"), Qt::LeftButton);
        QTRY_VERIFY(banner->text().contains(QStringLiteral("choose the folder")));
        QVERIFY(m_opened.isEmpty());
    }

    // What is written is what was seen: as many pages, and the same words of the language chosen.
    void pagesAreSeenBeforeTheyAreWritten()
    {
        const QString folder = newCase(QStringLiteral("pages"));
        const nlohmann::json written = command({"report", (folder + QStringLiteral("/case.ante")).toStdString(),
            "--failure", "DEV-26-007", "-o", (folder + QStringLiteral("/r.pdf")).toStdString(), "--quiet", "--json"});
        MainWindow window{Settings{}};
        openReport(window, folder);
        auto* pages = window.findChild<PageView*>(QStringLiteral("reportPages"));
        QVERIFY(pages->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(pages->isPainted(), kLong);
        QCOMPARE(static_cast<int>(pages->pages()), written["pages"].get<int>());
        QVERIFY(label(window, "reportPage")->text().startsWith(QStringLiteral("DEV-26-007, page 1 of ")));
        pages->setFocus();
        const QImage first = pages->grab().toImage();
        QTest::keyClick(pages, Qt::Key_End);
        QTRY_VERIFY_WITH_TIMEOUT(pages->isPainted(), kLong);
        QCOMPARE(pages->currentPage() + 1, pages->pages());
        QTest::keyClick(pages, Qt::Key_Home);
        const int width = pages->horizontalScrollBar()->maximum();
        QTest::keyClick(pages, Qt::Key_Plus);
        QTest::keyClick(pages, Qt::Key_Plus);
        QVERIFY(pages->horizontalScrollBar()->maximum() > width);
        QTest::keyClick(pages, Qt::Key_0);
        QTRY_VERIFY_WITH_TIMEOUT(pages->isPainted() && pages->grab().toImage() == first, kLong);
        // Another language, other pages; nothing is written by looking.
        const auto files = QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        auto* language = window.findChild<QComboBox*>(QStringLiteral("reportLanguage"));
        language->setFocus();
        QTest::keyClick(language, language->currentIndex() == 0 ? Qt::Key_Down : Qt::Key_Up);
        pages->setFocus();
        QTRY_VERIFY_WITH_TIMEOUT(pages->isPainted() && pages->grab().toImage() != first
                && label(window, "reportPage")->text().contains(QStringLiteral("page 1")),
            kLong);
        QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), files);
    }

    void beforeThePlanIsFrozenNoPageIsMade()
    {
        const QString folder = newCase(QStringLiteral("draft"));
        MainWindow window{Settings{}};
        openReport(window, folder);
        auto* pages = window.findChild<PageView*>(QStringLiteral("reportPages"));
        QTRY_VERIFY_WITH_TIMEOUT(
            pages->emptyText().contains(QStringLiteral("once the analysis plan is frozen")), kLong);
        QCOMPARE(pages->pages(), std::size_t{0});
        QVERIFY(!command({"plan", (folder + QStringLiteral("/case.ante")).toStdString(), "--quiet", "--json"}).empty());
        QCOMPARE(button(window, "reportWrite")->text(), QStringLiteral("Freeze the plan, write report"));
    }

    void withoutFailuresItSaysWhatToDo()
    {
        const QString folder = m_home.filePath(QStringLiteral("empty"));
        QDir().mkpath(folder);
        command({"new", (folder + QStringLiteral("/case.ante")).toStdString(), "--title", "Empty", "--quiet"});
        MainWindow window{Settings{}};
        openReport(window, folder);
        QVERIFY(label(window, "reportCount")->text().startsWith(QStringLiteral("No failures yet. Import")));
        QVERIFY(!button(window, "reportWrite")->isEnabled());
        // From a file with failures to this one.
        const QString other = newCase(QStringLiteral("other"));
        window.openFile(other + QStringLiteral("/case.ante"));
        QTRY_COMPARE_WITH_TIMEOUT(list(window)->count(), 7, 30'000);
        window.openFile(folder + QStringLiteral("/case.ante"));
        QTRY_COMPARE_WITH_TIMEOUT(list(window)->count(), 0, 30'000);
        QCOMPARE(
            window.findChild<QLineEdit*>(QStringLiteral("reportFolder"))->text(), QDir::toNativeSeparators(folder));
        for (QPushButton* each : list(window)->parentWidget()->findChildren<QPushButton*>())
            QVERIFY2(!each->accessibleName().isEmpty(), qPrintable(each->text()));
    }

private:
    static QPushButton* button(MainWindow& window, const char* name)
    {
        return window.findChild<QPushButton*>(QString::fromLatin1(name));
    }
    static void openTab(MainWindow& window, const QString& name)
    {
        QTabBar* bar = window.findChild<QTabWidget*>(QStringLiteral("reportTabs"))->tabBar();
        for (int tab = 0; tab < bar->count(); ++tab)
            if (bar->tabText(tab) == name)
                QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(tab).center());
    }
    static QLabel* label(MainWindow& window, const char* name)
    {
        return window.findChild<QLabel*>(QString::fromLatin1(name));
    }
    static QListWidget* list(MainWindow& window)
    {
        return window.findChild<QListWidget*>(QStringLiteral("reportFailures"));
    }
    static QString cell(const QTableView* view, int row, int column)
    {
        return view->model()->index(row, column).data().toString();
    }

    QString newCase(const QString& name)
    {
        const QString folder = m_home.filePath(name);
        QDir().mkpath(folder);
        QFile::copy(m_home.filePath(QStringLiteral("base.ante")), folder + QStringLiteral("/case.ante"));
        return folder;
    }

    static void openReport(MainWindow& window, const QString& folder)
    {
        window.resize(1280, 800);
        window.show();
        window.openFile(folder + QStringLiteral("/case.ante"));
        QTRY_VERIFY_WITH_TIMEOUT(window.windowTitle() != QStringLiteral("Antecedent"), 30'000);
        auto* rail = window.findChild<Rail*>(QStringLiteral("rail"));
        for (int step = 0; !list(window)->isVisible() && step < 12; ++step)
            rail->setCurrent(step);
        QVERIFY(list(window)->isVisible());
        QCOMPARE(
            window.findChild<QLineEdit*>(QStringLiteral("reportFolder"))->text(), QDir::toNativeSeparators(folder));
    }

    static void writeOne(MainWindow& window)
    {
        QTRY_VERIFY(button(window, "reportWrite")->isEnabled());
        QTest::mouseClick(button(window, "reportWrite"), Qt::LeftButton);
        auto* reports = window.findChild<QTableView*>(QStringLiteral("reports"));
        QTRY_COMPARE_WITH_TIMEOUT(reports->model()->rowCount(), 1, kLong);
    }

    QTemporaryDir m_home;
    QStringList m_opened;
};

QTEST_MAIN(TestReportView)
#include "tst_report_view.moc"
