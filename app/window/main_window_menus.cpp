// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Menus of the window.
#include "app/window/conclusion/conclusion_words.h"
#include "app/window/frame/about_dialog.h"
#include "app/window/frame/command_search.h"
#include "app/window/frame/inspector_place.h"
#include "app/window/frame/shortcuts_sheet.h"
#include "app/window/guide/guide_window.h"
#include "app/window/main_window.h"
#include "app/window/records/events_panel.h"
#include "app/window/records/record_actions.h"
#include "widgets/common/banner.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenuBar>

namespace antecedent::app {

using namespace widgets;

void MainWindow::makeMenus()
{
    m_search = new CommandSearch(m_workspace, menuBar());
    auto* corner = new QWidget(menuBar());
    auto* room = new QHBoxLayout(corner);
    room->setContentsMargins(0, 2, 10, 2);
    room->addWidget(m_search);
    menuBar()->setCornerWidget(corner, Qt::TopRightCorner);
    makeFileMenu();
    makeEditMenu();
    makeViewMenu();
    makeGoMenu();
    makeRecordMenu();
    makeHelpMenu();
}

void MainWindow::makeFileMenu()
{
    QMenu* file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&New investigation…"), QKeySequence::New, this, &MainWindow::newInvestigation);
    file->addAction(tr("&Open…"), QKeySequence::Open, this, &MainWindow::chooseFile);
    file->addAction(tr("Open the &sample"), this, &MainWindow::openSample);
    file->addSeparator();
    file->addAction(
        tr("&Import files…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I), this, &MainWindow::chooseImports);
    file->addAction(
        tr("Import a &folder…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), this, &MainWindow::chooseImportFolder);
    QAction* configuration = file->addAction(tr("Confi&guration…"), this, &MainWindow::showConfiguration);
    configuration->setObjectName(QStringLiteral("showConfiguration"));
    file->addSeparator();
    QAction* report =
        file->addAction(tr("&Write the report…"), QKeySequence::Print, this, [this] { showStep(kReportStep); });
    report->setObjectName(QStringLiteral("writeReport"));
    QMenu* exports = makeExportMenu(file);
    file->addSeparator();
    QAction* close =
        file->addAction(tr("&Close investigation"), QKeySequence::Close, this, &MainWindow::closeInvestigation);
    connect(&m_context, &Context::dataChanged, this, [this, close, report, configuration, exports] {
        exports->setEnabled(m_context.data() != nullptr);
        configuration->setEnabled(m_context.data() != nullptr);
        close->setEnabled(m_context.data() != nullptr);
        report->setEnabled(m_context.data() != nullptr);
    });
    exports->setEnabled(false);
    configuration->setEnabled(false);
    close->setEnabled(false);
    report->setEnabled(false);
    file->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);
}

QMenu* MainWindow::makeExportMenu(QMenu* file)
{
    QMenu* exports = file->addMenu(tr("&Export"));
    exports->setObjectName(QStringLiteral("exports"));
    exports->addAction(tr("All &records as tables…"), this, &MainWindow::chooseRecordsFolder)
        ->setObjectName(QStringLiteral("exportRecords"));
    exports->addAction(tr("&Event log of all records…"), this, [this] { chooseLogFile(false); })
        ->setObjectName(QStringLiteral("exportLog"));
    QAction* aligned =
        exports->addAction(tr("Event log around &failures like this…"), this, [this] { chooseLogFile(true); });
    aligned->setObjectName(QStringLiteral("exportAligned"));
    connect(exports, &QMenu::aboutToShow, aligned,
        [this, aligned] { aligned->setEnabled(m_context.failure().has_value()); });
    return exports;
}

void MainWindow::makeEditMenu()
{
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    m_undo = edit->addAction(tr("&Undo"), QKeySequence::Undo, &m_book, &CaseBook::undo);
    m_redo = edit->addAction(tr("&Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), &m_book, &CaseBook::redo);
    edit->addSeparator();
    edit->addAction(tr("&Filter the events"), QKeySequence::Find, this, [this] {
        if (m_context.data()) {
            m_events->show();
            m_events->focusFilter();
        }
    });
    edit->addAction(tr("Find re&cord or command"), QKeySequence(Qt::CTRL | Qt::Key_K), m_search, &CommandSearch::start);
    connect(&m_book, &CaseBook::changed, this, &MainWindow::showEdits);
    showEdits();
}

void MainWindow::showEdits()
{
    const LedgerEntry* undo = m_book.nextUndo();
    const LedgerEntry* redo = m_book.nextRedo();
    m_undo->setEnabled(undo != nullptr);
    m_redo->setEnabled(redo != nullptr);
    m_undo->setText(undo == nullptr ? tr("&Undo") : tr("&Undo: %1").arg(ConclusionWords::edit(*undo)));
    m_redo->setText(redo == nullptr ? tr("&Redo") : tr("&Redo: %1").arg(ConclusionWords::edit(*redo)));
}

void MainWindow::makeViewMenu()
{
    QMenu* view = menuBar()->addMenu(tr("&View"));
    view->addAction(m_place->toggle());
    view->addAction(m_events->foldAction());
    QAction* narrow = view->addAction(tr("Steps as i&cons"), this, [this](bool isNarrow) {
        m_settings.isRailNarrow = isNarrow;
        arrangeFrame();
    });
    narrow->setObjectName(QStringLiteral("narrowRail"));
    narrow->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    narrow->setCheckable(true);
    narrow->setChecked(m_settings.isRailNarrow);
    view->addSeparator();
    m_savedMenu = view->addMenu(tr("&Saved views"));
    m_savedMenu->setObjectName(QStringLiteral("savedViews"));
    fillSavedViews();
    view->addSeparator();
    makeThemeMenu(view->addMenu(tr("&Theme")));
    makeLanguageMenu(view);
}

void MainWindow::makeThemeMenu(QMenu* menu)
{
    auto* themes = new QActionGroup(this);
    const std::pair<QString, QString> choices[] = {
        {tr("&System"), QString()}, {tr("&Light"), QStringLiteral("light")}, {tr("&Dark"), QStringLiteral("dark")}};
    for (const auto& [name, id] : choices) {
        QAction* action = menu->addAction(name, this, [this, theme = id] { setTheme(theme); });
        action->setObjectName(QStringLiteral("theme-") + id);
        action->setCheckable(true);
        action->setChecked(m_settings.theme == id);
        themes->addAction(action);
    }
}

void MainWindow::makeLanguageMenu(QMenu* view)
{
    QMenu* menu = view->addMenu(tr("Lan&guage"));
    menu->setObjectName(QStringLiteral("languages"));
    auto* languages = new QActionGroup(this);
    // Each by its own name, so that whoever reads only that one finds it.
    const std::pair<QString, QString> choices[] = {{tr("As the &system"), QString()},
        {QStringLiteral("&English"), QStringLiteral("en")}, {QStringLiteral("&Deutsch"), QStringLiteral("de")}};
    for (const auto& [name, id] : choices) {
        QAction* action = menu->addAction(name, this, [this, language = id] { setLanguage(language); });
        action->setCheckable(true);
        action->setChecked(m_settings.language == id);
        languages->addAction(action);
    }
}

void MainWindow::setLanguage(const QString& language)
{
    if (language == m_settings.language)
        return;
    m_settings.language = language;
    m_isLanguageWaiting = true;
    if (!m_jobs.title().isEmpty())
        m_banner->showNote(tr("The language changes as soon as this is done: %1").arg(m_jobs.title()));
    changeLanguage();
}

void MainWindow::changeLanguage()
{
    if (!m_isLanguageWaiting || m_jobs.isBusy())
        return;
    m_isLanguageWaiting = false;
    Q_EMIT languageWanted();
}

void MainWindow::makeGoMenu()
{
    QMenu* go = menuBar()->addMenu(tr("&Go"));
    for (std::size_t i = 0; i < m_views.size(); ++i)
        go->addAction(m_views[i]->title(),
            QKeySequence(Qt::CTRL | static_cast<Qt::Key>(static_cast<int>(Qt::Key_0) + static_cast<int>((i + 1) % 10))),
            this, [this, i] {
                if (m_context.data())
                    showStep(static_cast<int>(i));
            });
    go->addSeparator();
    const auto addStep = [&](const QString& text, const char* key, int by) {
        go->addAction(text, QKeySequence(QString::fromLatin1(key)), this, [this, by] {
            const DataPtr& snapshot = m_context.data();
            if (!snapshot || snapshot->failures.empty())
                return;
            const auto count = static_cast<int>(snapshot->failures.size());
            const int now = m_context.failure() ? static_cast<int>(*m_context.failure()) : 0;
            m_context.setFailure(static_cast<std::size_t>((now + by + count) % count));
        });
    };
    addStep(tr("&Previous failure"), "Ctrl+Shift+Up", -1);
    addStep(tr("&Next failure"), "Ctrl+Shift+Down", 1);
}

void MainWindow::makeRecordMenu()
{
    QMenu* record = menuBar()->addMenu(tr("&Record"));
    for (QAction* action : m_actions->all())
        record->addAction(action);
}

void MainWindow::makeHelpMenu()
{
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&Guide"), QKeySequence(Qt::Key_F1), m_guide, &GuideOpener::open);
    help->addAction(tr("&First steps"), this, [this] { m_guide->openAt(QStringLiteral("first-steps")); });
    help->addAction(tr("&Shortcuts"), QKeySequence(Qt::CTRL | Qt::Key_F1), this, [this] { showShortcuts(this); });
    help->addAction(tr("&About Antecedent"), this, [this] { showAbout(this); });
}

} // namespace antecedent::app
