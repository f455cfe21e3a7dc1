// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The event table at the bottom: all records of the snapshot that match the filter, sorted by any column, with the
// columns that a person chose; shared selection, copy, export as shown. It folds to its bar. Choosing, sorting and
// writing run in jobs; an answer to an older question is dropped, and its work stopped. Threads: GUI.

#include "app/window/shared/view.h"
#include "widgets/itemmodels/event_table_model.h"

#include <stop_token>

class QAction;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace antecedent::app {

class FilterEdit;
class TableView;

class EventsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit EventsPanel(const Workspace& workspace, QWidget* parent = nullptr);
    ~EventsPanel() override;

    void focusFilter();
    QAction* foldAction() const { return m_fold; } // checked: the table is shown
    bool isFolded() const;
    void setFolded(bool isFolded);

    // As shown: columns from left to right, rows in their order; a filter stands in a line of its own before them.
    void exportTo(const QString& path);

Q_SIGNALS:
    void failed(const antecedent::Error& error);
    void told(const QString& note);

private:
    QWidget* makeBar();
    void makeTable();
    void makeColumns();
    void connectContext();
    void fillColumnMenu(QMenu* menu, int column); // -1: of the bar, for all columns
    void moveColumn(int column, int by);
    void usualColumns();
    void keepColumns();
    void refresh();
    void showRows(const widgets::DataPtr& snapshot, std::vector<std::uint32_t> rows);
    void showView();
    void follow(); // the shared selection
    void showWindow(); // scrolls to where the window around the failure begins
    void askExport();

    Workspace m_workspace;
    widgets::EventTableModel m_model;
    TableView* m_table;
    FilterEdit* m_filter;
    QLabel* m_count;
    QMenu* m_columns;
    QAction* m_fold;
    widgets::EventColumn m_sortBy = widgets::EventColumn::Time;
    bool m_isDescending = false;
    std::uint64_t m_question = 0;
    std::stop_source m_asking; // stops the work on the latest question
    bool m_isFollowing = false;
};

} // namespace antecedent::app
