// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The language is chosen in the View menu and holds at once: the same file, step and context in another language.
#include "app/window/language.h"
#include "app/window/main_window.h"
#include "app/window/rail.h"
#include "app/window/window_session.h"

#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSet>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace antecedent;
using namespace antecedent::app;

namespace {

QAction* languageAction(const MainWindow& window, const QString& name)
{
    for (QAction* action : window.findChild<QMenu*>(QStringLiteral("languages"))->actions())
        if (action->text().remove(QLatin1Char('&')) == name)
            return action;
    return nullptr;
}

QString firstMenu(const MainWindow& window)
{
    return window.menuBar()->actions().front()->text().remove(QLatin1Char('&'));
}

// Entries whose key another one of the same menu has as well.
QStringList sharedKeys(const QList<QAction*>& actions)
{
    QSet<QChar> keys;
    QStringList out;
    for (const QAction* action : actions) {
        const QString text = action->text().replace(QLatin1String("&&"), QString());
        const qsizetype at = text.indexOf(QLatin1Char('&'));
        if (at < 0 || at + 1 >= text.size())
            continue;
        const QChar key = text[at + 1].toLower();
        if (keys.contains(key))
            out << text;
        keys.insert(key);
    }
    return out;
}

Settings inLanguage(const QString& language)
{
    Settings settings;
    settings.language = language;
    return settings;
}

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("XDG_DATA_HOME", m_home.filePath(QStringLiteral("data")).toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(QStringLiteral("config")).toUtf8());
    }

    void theSystemsFirstKnownLanguageIsTaken()
    {
        QCOMPARE(languageFor({}, {QStringLiteral("sl-SI"), QStringLiteral("de-AT"), QStringLiteral("en-GB")}),
            QStringLiteral("de"));
        QCOMPARE(languageFor({}, {QStringLiteral("en-AT"), QStringLiteral("de-AT")}), QStringLiteral("en"));
        QCOMPARE(languageFor({}, {QStringLiteral("C")}), QStringLiteral("en"));
        QCOMPARE(languageFor({}, {QStringLiteral("del-US"), QStringLiteral("fr-FR")}), QStringLiteral("en"));
        QCOMPARE(languageFor(QStringLiteral("en"), {QStringLiteral("de-DE")}), QStringLiteral("en"));
        QCOMPARE(languageFor(QStringLiteral("nonsense"), {}), QStringLiteral("en"));
    }

    void theLanguageOfTheSettingsHoldsFromTheStart()
    {
        const WindowSession german(inLanguage(QStringLiteral("de")));
        QCOMPARE(firstMenu(german.window()), QStringLiteral("Datei"));
        QCOMPARE(QLocale().decimalPoint(), QStringLiteral(","));
        QCOMPARE(currentLanguage(), QStringLiteral("de"));
        const WindowSession english(inLanguage(QStringLiteral("en")));
        QCOMPARE(firstMenu(english.window()), QStringLiteral("File"));
        QCOMPARE(QLocale().decimalPoint(), QStringLiteral("."));
    }

    void everyMenuHasOneEntryForAKey_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("German") << QStringLiteral("de");
    }
    void everyMenuHasOneEntryForAKey()
    {
        QFETCH(const QString, language);
        const WindowSession session(inLanguage(language));
        const QMenuBar* bar = session.window().menuBar();
        QCOMPARE(sharedKeys(bar->actions()), QStringList());
        for (const QMenu* menu : bar->findChildren<QMenu*>())
            QVERIFY2(sharedKeys(menu->actions()).isEmpty(), qPrintable(sharedKeys(menu->actions()).join(u' ')));
    }

    void anotherLanguageKeepsFileStepAndContext()
    {
        WindowSession session(inLanguage(QStringLiteral("en")));
        session.show();
        openSample(session);
        auto* choice = session.window().findChild<QComboBox*>(QStringLiteral("failureChoice"));
        choice->setCurrentIndex(2);
        Q_EMIT choice->activated(2);
        const QString failure = choice->currentText();
        auto* filter = session.window().findChild<QLineEdit*>(QStringLiteral("filter"));
        QTest::keyClicks(filter, QStringLiteral("code = FEEDER_TORQUE_HIGH"));
        QTest::keyClick(filter, Qt::Key_Return);
        auto* rail = session.window().findChild<Rail*>(QStringLiteral("rail"));
        rail->setCurrent(3);

        languageAction(session.window(), QStringLiteral("Deutsch"))->trigger();
        QTRY_COMPARE(firstMenu(session.window()), QStringLiteral("Datei"));
        const MainWindow& german = session.window();
        QVERIFY(german.isVisible());
        QVERIFY(german.windowTitle().startsWith(QStringLiteral("Tablet line 3")));
        QCOMPARE(german.findChild<QComboBox*>(QStringLiteral("failureChoice"))
                     ->currentText()
                     .section(QLatin1Char(' '), 0, 0),
            failure.section(QLatin1Char(' '), 0, 0));
        QCOMPARE(german.findChild<QLineEdit*>(QStringLiteral("filter"))->text(),
            QStringLiteral("code = FEEDER_TORQUE_HIGH"));
        QCOMPARE(german.findChild<Rail*>(QStringLiteral("rail"))->current(), 3);
        QVERIFY(languageAction(german, QStringLiteral("Deutsch"))->isChecked());
        auto* events = german.findChild<QTableView*>(QStringLiteral("events"));
        QTRY_VERIFY(events->model()->rowCount() > 0 && events->model()->rowCount() < 100);

        languageAction(german, QStringLiteral("English"))->trigger();
        QTRY_COMPARE(firstMenu(session.window()), QStringLiteral("File"));
        QCOMPARE(session.window().findChild<Rail*>(QStringLiteral("rail"))->current(), 3);
        QCOMPARE(loadSettings().language, QStringLiteral("en"));
    }

    void aChangeWaitsForWorkThatRuns()
    {
        WindowSession session(inLanguage(QStringLiteral("en")));
        session.show();
        QTest::mouseClick(session.window().findChild<QPushButton*>(QStringLiteral("openSample")), Qt::LeftButton);
        QVERIFY(session.window().isWorking());
        languageAction(session.window(), QStringLiteral("Deutsch"))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(firstMenu(session.window()), QStringLiteral("Datei"), 60'000);
        QVERIFY(session.window().windowTitle().startsWith(QStringLiteral("Tablet line 3")));
    }

private:
    static void openSample(const WindowSession& session)
    {
        QTest::mouseClick(session.window().findChild<QPushButton*>(QStringLiteral("openSample")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(session.window().windowTitle() != QStringLiteral("Antecedent"), 60'000);
    }

    QTemporaryDir m_home;
};

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
