// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The conclusion on the failure at hand or on the whole case: grade, the hypotheses that it rests on, rationale.
// Threads: GUI.

#include "app/window/shared/view.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace antecedent::app {

class ConclusionPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ConclusionPanel(const Workspace& workspace, QWidget* parent = nullptr);
    void showAnew(); // from the ledger; what was typed is gone
    void refresh(); // the ledger changed; what is typed stays

private:
    void fillHypotheses();
    std::string scope() const; // failure, or empty for the case
    void conclude();
    void takeBack();

    Workspace m_workspace;
    QComboBox* m_scope;
    QComboBox* m_grade;
    QListWidget* m_hypotheses;
    QPlainTextEdit* m_rationale;
    QLabel* m_made;
    QLabel* m_problem;
    QPushButton* m_conclude;
    QPushButton* m_remove;
};

} // namespace antecedent::app
