// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The audit trail: every change of the file with actor, time, before, after, reason, in words; searched, sorted,
// exported as shown. The chosen entry stands below word for word, as the hash chain covers it. Threads: GUI.

#include "app/window/shared/view.h"
#include "widgets/itemmodels/text_table_model.h"

#include <QSortFilterProxyModel>

class QPlainTextEdit;

namespace antecedent::app {

class TableView;

class AuditView : public View
{
    Q_OBJECT

public:
    explicit AuditView(const Workspace& workspace, QWidget* parent = nullptr);
    QString title() const override;
    QString badge() const override;
    QString badgeWords() const override;
    bool isTable() const override { return true; }

private:
    void refresh();
    void showExact();
    void exportShown();

    Workspace m_workspace;
    widgets::TextTableModel m_model;
    QSortFilterProxyModel m_sorted;
    TableView* m_table;
    QPlainTextEdit* m_exact;
};

} // namespace antecedent::app
