// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The import wizard: files, then the mapping of those with an open question, then what the export says of itself.
// Nothing is stored before the end; what is to be imported is handed over by a signal. Threads: GUI; files are read off
// it, and closing stops that.

#include "app/window/import/import_draft.h"
#include "app/window/shared/view.h"

#include <QDialog>
#include <QTimer>

#include <atomic>
#include <memory>
#include <stop_token>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace antecedent::app {

class FilesPage;
class MappingPage;
class StatementPage;

// Where a person's mapping profiles are kept.
QString profileFolder();

class ImportWizard : public QDialog
{
    Q_OBJECT

public:
    // `paths`: files and folders. The investigation's data must be open.
    ImportWizard(const Workspace& workspace, const QStringList& paths, QWidget* parent = nullptr);
    ~ImportWizard() override;

    const std::vector<ImportDraft>& drafts() const { return m_drafts; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

Q_SIGNALS:
    void importWanted(const std::vector<antecedent::importers::SourceRequest>& requests);

private:
    enum Step { kFiles, kMapping, kStatement };
    void makePages();
    void lookAtFiles(const QStringList& paths);
    void takeDrafts(std::vector<ImportDraft> drafts);
    void showStep(Step step);
    void showFile(std::size_t file);
    void showSteps();
    void next();
    void back();
    bool leaveMapping();
    void goOn(std::size_t after);
    void countNext();
    void finish();
    Result<void> keepProfile(ImportDraft& draft);
    void say(const QString& text, bool isError);

    Workspace m_workspace;
    std::vector<importers::Profile> m_own;
    std::string m_siteZone;
    std::vector<ImportDraft> m_drafts;
    std::size_t m_file = 0; // at hand in the mapping step
    Step m_step = kFiles;
    QLabel* m_steps;
    QLabel* m_place;
    QStackedWidget* m_stack;
    FilesPage* m_filesPage;
    MappingPage* m_mappingPage;
    StatementPage* m_statementPage;
    QLabel* m_note;
    QPushButton* m_cancel;
    QPushButton* m_back;
    QPushButton* m_next;
    std::stop_source m_stop;
    QTimer m_poll;
    std::shared_ptr<std::atomic<int>> m_looked;
    int m_toLookAt = 0;
};

} // namespace antecedent::app
