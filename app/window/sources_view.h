// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sources with what became of their rows, and below every rejected row and warning with its original text, the
// reason and what to do. Threads: GUI.

#include "app/window/view.h"
#include "widgets/itemmodels/text_table_model.h"

class QLabel;
class QSortFilterProxyModel;

namespace antecedent::app {

class TableView;

class SourcesView : public View
{
    Q_OBJECT

public:
    explicit SourcesView(const Workspace& workspace, QWidget* parent = nullptr);
    QString title() const override;
    QString badge() const override;
    bool isTable() const override { return true; }

private:
    void refresh();
    void showDiagnostics();

    Workspace m_workspace;
    widgets::TextTableModel m_sources;
    widgets::TextTableModel m_diagnostics;
    TableView* m_sourceTable;
    TableView* m_diagnosticTable;
    QLabel* m_heading;
};

} // namespace antecedent::app
