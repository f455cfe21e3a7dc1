// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The mapping step of the import wizard, for one file at a time: form on the left, columns with what becomes of them,
// preview as typed values or as text, and a count over the whole file with the first rejected rows. Reading and
// counting run off the GUI thread; an answer to an older question is dropped. Threads: GUI.

#include "app/window/import/mapping_model.h"
#include "app/window/import/preview_model.h"
#include "app/window/shared/view.h"
#include "widgets/itemmodels/text_table_model.h"

#include <QTimer>

#include <atomic>
#include <memory>
#include <stop_token>

class QButtonGroup;
class QComboBox;
class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;

namespace antecedent::app {

class CountBar;
class FormPanel;
class TableView;

class MappingPage : public QWidget
{
    Q_OBJECT

public:
    MappingPage(const Workspace& workspace, const std::string& siteZone, const std::vector<importers::Profile>& own,
        QWidget* parent = nullptr);
    ~MappingPage() override;

    void setDraft(ImportDraft* draft); // outlives its being shown; nullptr: none
    void setFiles(std::vector<std::string> files) { m_files = std::move(files); } // paths, to look values up in
    bool isCounting() const { return m_isCounting; }

Q_SIGNALS:
    void changed(); // the draft's questions may be others now

private:
    struct Look // what a reading of the head gives
    {
        ImportDraft draft;
        std::optional<importers::Preview> preview;
    };
    void makeColumns(QWidget* parent);
    void makePreview(QWidget* parent);
    void makeRejects(QWidget* parent);
    void edited();
    void ask();
    void show(const Look& look);
    void startTrial();
    void stopTrial();
    void showTrial();
    void showPreview();
    void showColumns();
    void showProgress();
    void choose(int source, int choice);
    void setValueOf(int table, int column, const QString& value);
    void fillAddMenu();
    void editValues();
    void editRows();
    void join();

    Workspace m_workspace;
    ImportDraft* m_draft = nullptr;
    FormPanel* m_form;
    MappingModel m_columnModel;
    TableView* m_columns = nullptr;
    PreviewModel m_previewModel;
    TableView* m_preview = nullptr;
    QComboBox* m_previewTable = nullptr;
    QPushButton* m_asRecords = nullptr;
    QPushButton* m_asText = nullptr;
    widgets::TextTableModel m_rejectModel;
    TableView* m_rejects = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_values = nullptr;
    QPushButton* m_rows = nullptr;
    QPushButton* m_join = nullptr;
    std::vector<std::string> m_files;
    QMenu* m_addMenu = nullptr;
    QLabel* m_summary = nullptr;
    CountBar* m_bar = nullptr;
    QLabel* m_counts = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_stopCounting = nullptr;
    QPushButton* m_countAgain = nullptr;
    std::optional<importers::Preview> m_shown;
    QTimer m_typing;
    QTimer m_poll;
    std::uint64_t m_question = 0;
    bool m_isCounting = false;
    std::stop_source m_stop;
    std::shared_ptr<std::atomic<std::uint64_t>> m_done;
};

} // namespace antecedent::app
