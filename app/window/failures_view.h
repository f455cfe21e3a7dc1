// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The failures to investigate, with classification, asset, batch and text; the chosen one becomes the failure of all
// views. Undated ones are listed and can't be chosen. Threads: GUI.

#include "app/window/view.h"
#include "widgets/itemmodels/text_table_model.h"

#include <QSortFilterProxyModel>

class QLineEdit;

namespace antecedent::app {

class TableView;

class FailuresView : public View
{
    Q_OBJECT

public:
    explicit FailuresView(const Workspace& workspace, QWidget* parent = nullptr);
    QString title() const override;
    QString badge() const override;
    bool isTable() const override { return true; }

private:
    void refresh();
    void follow();

    Workspace m_workspace;
    widgets::TextTableModel m_model;
    QSortFilterProxyModel m_sorted;
    TableView* m_table;
    QLineEdit* m_search;
    bool m_isFollowing = false;
};

} // namespace antecedent::app
