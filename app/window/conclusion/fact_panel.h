// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Manual facts of the case: the form for a new one with files that are hashed into the case, and the list of those
// there are, from which one is pinned as evidence or its files are saved. Threads: GUI; files are read in a job.

#include "app/window/shared/view.h"
#include "model/conclusion/ledger_types.h"
#include "widgets/itemmodels/text_table_model.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace antecedent::app {

class TableView;

class FactPanel : public QWidget
{
    Q_OBJECT

public:
    // `prefix` keeps the object names apart where the panel stands in more than one view.
    explicit FactPanel(const Workspace& workspace, QWidget* parent = nullptr, const QString& prefix = {});
    void refresh(); // the ledger changed; what is typed stays
    void focusForm();
    void attach(const QStringList& paths);

Q_SIGNALS:
    void failed(const antecedent::Error& error);
    void told(const QString& note);

private:
    QWidget* makeForm();
    QWidget* makeList();
    void add();
    void clear();
    void pin();
    void takeBack();
    void saveFiles();
    const ManualFact* chosen() const;
    void showChoice();

    Workspace m_workspace;
    widgets::TextTableModel m_facts;
    std::vector<std::string> m_ids; // by row
    QStringList m_files;
    QComboBox* m_kind;
    QPlainTextEdit* m_text;
    QLineEdit* m_who;
    QLineEdit* m_when;
    QLabel* m_attached;
    QLabel* m_problem;
    QPushButton* m_add;
    TableView* m_table;
    QPushButton* m_pin = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace antecedent::app
