// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window: start page or workbench (context bar, rail, view, inspector, event table), menus, status. It places
// things; the views do their work. Threads: GUI.

#include "app/window/ledger/case_book.h"
#include "app/window/settings.h"
#include "app/window/shared/view.h"
#include "importers/pipeline/import_sources.h"

#include <QMainWindow>

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace antecedent::widgets {
class Banner;
}

namespace antecedent::app {

class EventsPanel;
class Rail;
class StartPage;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Settings settings);
    ~MainWindow() override;

    void openFile(const QString& path);
    // Into the open investigation, after its questions; without one, a new one is asked for first.
    void importPaths(const QStringList& paths);
    bool isWorking() const { return m_jobs.isBusy(); }

    const Settings& settings(); // with the places of this moment
    // The file, step and context of another window, which has no more work to do.
    void takeOver(MainWindow& other);

Q_SIGNALS:
    void languageWanted(); // that of settings(), once no work is running

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeMenus();
    void makeEditMenu();
    void showEdits(); // what can be undone and done again, by its name
    void makeWorkbench();
    void addView(View* view);
    void showStep(int step);
    void showStatus();
    void showSummary();
    void newInvestigation();
    void chooseFile();
    void openSample();
    void reload();
    void loadCase(const std::string& caseId); // of the open file
    void runImport(const std::vector<importers::SourceRequest>& requests);
    void setTheme(const QString& theme);
    void makeLanguageMenu(QMenu* view);
    void setLanguage(const QString& language);
    void changeLanguage(); // if one is waiting and no work is running
    void showShortcuts();
    void showAbout();

    Settings m_settings;
    QStringList m_wanted; // to be imported once an investigation is open
    widgets::Jobs m_jobs;
    widgets::Context m_context;
    CaseBook m_book{m_context, m_jobs};
    Workspace m_workspace{m_context, m_jobs, m_book};
    std::vector<View*> m_views;
    QStackedWidget* m_pages;
    StartPage* m_start;
    QWidget* m_workbench;
    widgets::Banner* m_banner;
    Rail* m_rail;
    QStackedWidget* m_stack;
    QSplitter* m_across;
    QSplitter* m_down;
    EventsPanel* m_events;
    QWidget* m_inspector;
    QLabel* m_work;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QLabel* m_summary;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    bool m_isLanguageWaiting = false;
};

} // namespace antecedent::app
