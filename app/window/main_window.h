// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The window: start page or workbench (context bar, rail, view, inspector, event table), menus, status. It places
// things; the views do their work. Threads: GUI.

#include "app/window/frame/saved_views.h"
#include "app/window/ledger/case_book.h"
#include "app/window/settings.h"
#include "app/window/shared/view.h"
#include "importers/pipeline/import_sources.h"

#include <QMainWindow>

class QMenu;
class QSplitter;
class QStackedWidget;

namespace antecedent::widgets {
class Banner;
}

namespace antecedent::app {

class CommandSearch;
class EventsPanel;
class GuideOpener;
class Inspector;
class InspectorPlace;
class Rail;
class RecordActions;
class StartPage;
class StatusStrip;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Settings settings);
    ~MainWindow() override;

    void openFile(const QString& path);
    // Into the open investigation, after its questions; without one, a new one is asked for first.
    void importPaths(const QStringList& paths);
    // An investigation among them is opened, the others are imported into it: command line, and what was dropped.
    void openPaths(const QStringList& paths);
    bool isWorking() const { return m_jobs.isBusy(); }

    const Settings& settings(); // with the places of this moment
    // The file, step and context of another window, which has no more work to do.
    void takeOver(MainWindow& other);

Q_SIGNALS:
    void languageWanted(); // that of settings(), once no work is running

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    static constexpr int kTimelineStep = 2;
    static constexpr int kEvidenceStep = 5;
    static constexpr int kReportStep = 8;

    void makeWorkbench();
    void makeViews();
    void addView(View* view);
    void connectFrame();
    void makeMenus();
    void makeFileMenu();
    QMenu* makeExportMenu(QMenu* file);
    void makeEditMenu();
    void makeViewMenu();
    void makeThemeMenu(QMenu* menu);
    void makeLanguageMenu(QMenu* view);
    void setLanguage(const QString& language);
    void changeLanguage(); // if one is waiting and no work is running
    void makeGoMenu();
    void makeRecordMenu();
    void makeHelpMenu();
    void showEdits(); // what can be undone and done again, by its name
    void showStep(int step);
    void showSummary();
    void showRecent();
    void arrangeFrame();
    void setTheme(const QString& theme);
    void showTheme();

    void newInvestigation();
    void chooseFile();
    void chooseImports();
    void chooseImportFolder();
    void openSample();
    void closeInvestigation();
    void reload();
    void loadCase(const std::string& caseId); // of the open file
    void showConfiguration();
    void chooseRecordsFolder();
    void chooseLogFile(bool isAligned); // the windows of the failures at hand; else all records
    void tellExport(const Result<QString>& done);
    void runImport(const std::vector<importers::SourceRequest>& requests);

    SavedView viewNow() const;
    void fillSavedViews();
    void askToSaveView();
    void applyView(const SavedView& view);
    void manageViews();

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
    RecordActions* m_actions;
    Inspector* m_inspector;
    InspectorPlace* m_place;
    StatusStrip* m_status;
    GuideOpener* m_guide;
    CommandSearch* m_search = nullptr;
    QMenu* m_savedMenu = nullptr;
    QAction* m_undo = nullptr;
    QAction* m_redo = nullptr;
    bool m_isLanguageWaiting = false;
    std::uint64_t m_loading = 0;
    std::uint64_t m_opening = 0; // answers to earlier wishes are dropped
};

} // namespace antecedent::app
