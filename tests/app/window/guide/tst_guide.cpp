// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The guide: whole in both languages, every link and picture there, F1 opens the page of what is shown.
#include "app/window/guide/guide_pages.h"
#include "app/window/guide/guide_text.h"
#include "app/window/guide/guide_window.h"
#include "app/window/import/import_wizard.h"
#include "app/window/main_window.h"
#include "app/window/rail.h"
#include "model/alignment/filter_node.h"
#include "model/domain/table_spec.h"
#include "widgets/common/palette.h"
#include "widgets/common/text.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QPrinter>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>
#include <QTreeWidget>

using namespace antecedent;
using namespace antecedent::app;

namespace {

constexpr int kLong = 60'000;

QString text(const QString& language, const GuidePage& page)
{
    return guideMarkdown(language, page.id);
}

qsizetype countOf(const QString& markdown, const char* pattern)
{
    const QRegularExpression expression(QString::fromLatin1(pattern), QRegularExpression::MultilineOption);
    qsizetype count = 0;
    for (auto it = expression.globalMatch(markdown); it.hasNext(); it.next())
        ++count;
    return count;
}

} // namespace

class TestGuide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
    }

    void allPagesAreThereInAllLanguagesWithTheSameParts()
    {
        for (const GuidePage& page : guidePages()) {
            const QString english = text(QStringLiteral("en"), page);
            QVERIFY2(english.size() > 500, qPrintable(page.id));
            for (const QString& language : guideLanguages()) {
                const QString there = text(language, page);
                for (const char* part : {"^# ", "^## ", "^\\| ", "^- ", "^[0-9]\\. ", "^!\\[", "^    \\S", "\\]\\("})
                    QVERIFY2(countOf(there, part) == countOf(english, part),
                        qPrintable(
                            page.id + QLatin1Char(' ') + language + QLatin1Char(' ') + QString::fromLatin1(part)));
                QCOMPARE(countOf(there, "^# "), qsizetype{1});
                QVERIFY(language == QLatin1String("en") || there != english);
            }
        }
    }

    void everyLinkAndPictureResolves()
    {
        static const QRegularExpression link(QStringLiteral(R"((!?)\[[^\]]*\]\(([^)]+)\))"));
        for (const QString& language : guideLanguages())
            for (const GuidePage& page : guidePages())
                for (auto it = link.globalMatch(text(language, page)); it.hasNext();) {
                    const QRegularExpressionMatch match = it.next();
                    const QString target = QStringLiteral(":/guide/%1/%2").arg(language, match.captured(2));
                    QVERIFY2(QFile::exists(target), qPrintable(page.id + QStringLiteral(" -> ") + target));
                }
    }

    void formatsAndFilterAreWhatTheProgramReads()
    {
        for (const QString& language : guideLanguages()) {
            const QString formats = guideMarkdown(language, QStringLiteral("formats"));
            for (const TableSpec& table : allTables()) {
                const QString row =
                    formats.mid(formats.indexOf(QStringLiteral("\n| `%1` |").arg(widgets::toQString(table.name))));
                const QString line = row.mid(1, row.indexOf(QLatin1Char('\n'), 1));
                for (const ColumnSpec& column : table.columns) {
                    const QString name = widgets::toQString(column.name);
                    QVERIFY2(line.contains(name) || formats.contains(QLatin1Char('*') + name + QLatin1Char('*')),
                        qPrintable(line + name));
                    QCOMPARE(line.contains(QStringLiteral("**%1**").arg(name)), column.role != ColumnRole::Optional);
                }
            }
            const QString filter = guideMarkdown(language, QStringLiteral("filter"));
            for (const auto field : kFilterFields)
                QVERIFY(filter.contains(QStringLiteral("| `%1` |").arg(widgets::toQString(field))));
        }
    }

    void f1OpensThePageOfEachView()
    {
        MainWindow window{Settings{}};
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QCOMPARE(pageAfterF1(window, &window), QStringLiteral("first-steps"));
        QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("openSample")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(window.windowTitle() != QStringLiteral("Antecedent"), kLong);
        auto* rail = window.findChild<Rail*>(QStringLiteral("rail"));
        const QStringList pages{QStringLiteral("sources"), QStringLiteral("failures"), QStringLiteral("timeline"),
            QStringLiteral("facts"), QStringLiteral("sequences"), QStringLiteral("evidence"), QStringLiteral("impact"),
            QStringLiteral("conclusion"), QStringLiteral("report"), QStringLiteral("audit")};
        for (int step = 0; step < pages.size(); ++step) {
            rail->setCurrent(step);
            QCOMPARE(pageAfterF1(window, rail), pages[step]);
            QVERIFY(!guideMarkdown(QStringLiteral("en"), pages[step]).isEmpty());
        }
        rail->setCurrent(2);
        QCOMPARE(pageAfterF1(window, window.findChild<QLineEdit*>(QStringLiteral("filter"))), QStringLiteral("filter"));
        QCOMPARE(pageAfterF1(window, window.findChild<QWidget*>(QStringLiteral("failureChoice"))),
            QStringLiteral("controls"));
        // In a dialog that blocks the window, the guide is that dialog's and can be read.
        window.importPaths({QStringLiteral(ANTECEDENT_SOURCE_DIR "/resources/sample/qms")});
        auto* wizard = window.findChild<ImportWizard*>();
        QTRY_VERIFY_WITH_TIMEOUT(!wizard->drafts().empty(), kLong);
        QTest::keyClick(wizard, Qt::Key_F1);
        auto* guide = wizard->findChild<GuideWindow*>();
        QVERIFY(guide != nullptr && guide->isVisible());
        QCOMPARE(guide->page(), QStringLiteral("import"));
        wizard->reject();
    }

    void pagesAreTurnedSearchedAndLedBack()
    {
        QWidget parent;
        auto* guide = new GuideWindow(QStringLiteral("de"), &parent);
        guide->showPage(QStringLiteral("evidence"));
        guide->show();
        QVERIFY(QTest::qWaitForWindowActive(guide));
        QVERIFY2(guide->windowTitle().startsWith(QStringLiteral("Evidenz")), qPrintable(guide->windowTitle()));
        auto* page = guide->findChild<GuideText*>(QStringLiteral("guideText"));
        QVERIFY(page->toPlainText().contains(QStringLiteral("Odds Ratio")));
        auto* contents = guide->findChild<QTreeWidget*>(QStringLiteral("guideContents"));
        QCOMPARE(contents->topLevelItemCount(), 4);
        QCOMPARE(contents->currentItem()->text(0), QStringLiteral("Evidenz"));

        auto* search = guide->findChild<QLineEdit*>(QStringLiteral("guideSearch"));
        QTest::keyClicks(search, QStringLiteral("sommerzeit stunde"));
        QCOMPARE(contents->topLevelItemCount(), 1);
        QCOMPARE(contents->topLevelItem(0)->text(0), QStringLiteral("Zeiten, Zonen, Uhren"));
        contents->setCurrentItem(contents->topLevelItem(0));
        QCOMPARE(guide->page(), QStringLiteral("times"));
        QVERIFY(page->extraSelections().size() > 1); // what was searched is marked
        QTest::keyClicks(search, QStringLiteral(" xyzzy"));
        QVERIFY(!contents->topLevelItem(0)->text(0).isEmpty()); // says that there is none
        search->clear();
        QCOMPARE(contents->topLevelItemCount(), 4);

        QTest::mouseClick(guide->findChild<QToolButton*>(QStringLiteral("guideBack")), Qt::LeftButton);
        QCOMPARE(guide->page(), QStringLiteral("evidence"));
        QTest::mouseClick(guide->findChild<QToolButton*>(QStringLiteral("guideForward")), Qt::LeftButton);
        QCOMPARE(guide->page(), QStringLiteral("times"));
    }

    void pagesHaveTheColoursOfTheWindow()
    {
        const QPalette before = QApplication::palette();
        for (const widgets::Theme theme : {widgets::Theme::Light, widgets::Theme::Dark}) {
            QApplication::setPalette(widgets::widgetPalette(theme));
            GuideText page;
            page.resize(900, 700);
            page.show();
            page.setSource(guideUrl(QStringLiteral("en"), QStringLiteral("first-steps")));
            QCOMPARE(page.palette().color(QPalette::Base), widgets::color(theme, widgets::Paint::View));
            bool hasLink = false;
            for (QTextBlock block = page.document()->begin(); block.isValid(); block = block.next())
                for (auto it = block.begin(); !it.atEnd(); ++it)
                    if (it.fragment().charFormat().isAnchor()) {
                        hasLink = true;
                        QCOMPARE(it.fragment().charFormat().foreground().color(),
                            widgets::color(theme, widgets::Paint::Accent));
                    }
            QVERIFY(hasLink);
        }
        QApplication::setPalette(before);
    }

    void headingsStandOut()
    {
        GuideText page;
        page.resize(900, 700);
        page.setSource(guideUrl(QStringLiteral("en"), QStringLiteral("window")));
        double last[3] = {0, 0, 0}; // text, title, heading
        for (QTextBlock block = page.document()->begin(); block.isValid(); block = block.next())
            if (const int level = block.blockFormat().headingLevel(); level <= 2 && !block.text().isEmpty())
                last[level] = QFontInfo(block.begin().fragment().charFormat().font()).pointSizeF();
        QVERIFY(last[2] > last[0]);
        QVERIFY(last[1] > last[2]);
    }

    void aPageIsPrintedDarkOnWhiteWhateverTheTheme()
    {
        const QPalette before = QApplication::palette();
        QByteArray first;
        for (const widgets::Theme theme : {widgets::Theme::Light, widgets::Theme::Dark}) {
            QApplication::setPalette(widgets::widgetPalette(theme));
            GuideText page;
            page.setSource(guideUrl(QStringLiteral("en"), QStringLiteral("shortcuts")));
            QPrinter printer;
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setOutputFileName(m_home.filePath(QStringLiteral("page.pdf")));
            page.printTo(printer);
            QFile file(printer.outputFileName());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QByteArray bytes = file.readAll();
            QVERIFY(bytes.startsWith("%PDF") && bytes.size() > 5000);
            bytes = bytes.left(bytes.indexOf("/CreationDate")) + QByteArray::number(bytes.size());
            if (theme == widgets::Theme::Light)
                first = bytes;
            else
                QCOMPARE(bytes, first);
        }
        QApplication::setPalette(before);
    }

private:
    static QString pageAfterF1(MainWindow& window, QWidget* focus)
    {
        window.activateWindow();
        focus->setFocus();
        QTest::keyClick(focus, Qt::Key_F1);
        auto* guide = window.findChild<GuideWindow*>();
        if (guide == nullptr)
            return QStringLiteral("none");
        const QString page = guide->page();
        delete guide;
        return page;
    }

    QTemporaryDir m_home;
};

QTEST_MAIN(TestGuide)
#include "tst_guide.moc"
