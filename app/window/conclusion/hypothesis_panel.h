// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One hypothesis, edited in place: statement, group of the six M, what would be seen if it were false, its state with a
// reason, and the evidence for, against and beside it. Empty for a new one. Threads: GUI.

#include "app/window/shared/view.h"
#include "model/conclusion/ledger_types.h"
#include "widgets/itemmodels/text_table_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace antecedent::app {

class TableView;

class HypothesisPanel : public QWidget
{
    Q_OBJECT

public:
    explicit HypothesisPanel(const Workspace& workspace, QWidget* parent = nullptr);

    const std::string& shown() const { return m_id; } // empty: a new one
    bool isBlank() const; // a new one with nothing typed
    void show(const std::string& id);
    // A new one with these words, which nothing keeps until Add is pressed.
    void showNew(const Hypothesis& draft);
    void focusForm();
    void refresh(); // the ledger, the failure or the theme changed; what is typed stays

Q_SIGNALS:
    void evidenceOpened(const antecedent::Shown& shown, bool inTimeline);

private:
    QWidget* makeForm();
    QWidget* makeState();
    QWidget* makeEvidence();
    void fill(const Hypothesis& hypothesis);
    void fillEvidence();
    void fillScope();
    void save();
    void setState();
    void takeBack();
    void pinSelected(EvidenceSide side);
    void turn(EvidenceSide side);
    void takeAway();
    void openEvidence(bool inTimeline);
    const EvidenceLine* chosen() const;

    Workspace m_workspace;
    std::string m_id;
    Hypothesis m_draft; // what the form was filled from
    widgets::TextTableModel m_evidence;
    std::vector<std::string> m_lines; // ids, by row
    QLabel* m_title;
    QLabel* m_made;
    QPlainTextEdit* m_statement;
    QPlainTextEdit* m_ifFalse;
    QComboBox* m_group;
    QComboBox* m_scope;
    QPushButton* m_save;
    QPushButton* m_remove;
    QLabel* m_problem;
    QWidget* m_below = nullptr; // state and evidence, of one that exists
    QComboBox* m_state;
    QLineEdit* m_reason;
    QPushButton* m_setState = nullptr;
    QLabel* m_selected;
    TableView* m_table;
    std::vector<QPushButton*> m_pins; // need a selected record
    std::vector<QPushButton*> m_changes; // need a chosen piece of evidence
};

} // namespace antecedent::app
