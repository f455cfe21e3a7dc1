// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What stands behind the chosen row or cell of a table of facts: the answer in full, and its records. Threads: GUI.

#include "app/window/facts/facts_tables.h"
#include "app/window/shared/view.h"

class QLabel;

namespace antecedent::app {

class TableView;

class BasisPanel : public QWidget
{
    Q_OBJECT

public:
    BasisPanel(const Workspace& workspace, QString hint, QWidget* parent = nullptr);

    void showBasis(const FactsBasis& basis);
    void clear(); // says what to choose

private:
    Workspace m_workspace;
    QString m_hint;
    QLabel* m_title;
    QLabel* m_text;
    widgets::TextTableModel* m_model;
    TableView* m_records;
    std::vector<std::uint32_t> m_events;
    bool m_isFilling = false;
};

} // namespace antecedent::app
