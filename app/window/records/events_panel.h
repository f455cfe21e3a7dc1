// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The event table at the bottom: all records of the snapshot that match the filter, sorted, shared selection, export as
// shown. Choosing and sorting run in a job; an answer to an older question is dropped. Threads: GUI.

#include "app/window/shared/view.h"
#include "widgets/itemmodels/event_table_model.h"

class QCompleter;
class QLabel;
class QLineEdit;

namespace antecedent::app {

class TableView;

class EventsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit EventsPanel(const Workspace& workspace, QWidget* parent = nullptr);

    void focusFilter();

Q_SIGNALS:
    void failed(const antecedent::Error& error);
    void told(const QString& note);

private:
    void refresh();
    void showView();
    void follow(); // the shared selection
    void showWindow(); // scrolls to where the window around the failure begins
    void exportShown();

    Workspace m_workspace;
    widgets::EventTableModel m_model;
    TableView* m_table;
    QLineEdit* m_filter;
    QLabel* m_problem;
    QLabel* m_count;
    widgets::EventColumn m_sortBy = widgets::EventColumn::Time;
    bool m_isDescending = false;
    std::uint64_t m_question = 0;
    bool m_isFollowing = false;
};

} // namespace antecedent::app
