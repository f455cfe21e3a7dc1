// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One candidate in detail: its statement and numbers, what speaks for and against the answer, and its windows, failures
// and controls, with and without it, those that were left out with the reason. Opening a window is asked for, not done.
// Threads: GUI.

#include "app/window/evidence.h"
#include "widgets/common/site_time.h"
#include "widgets/itemmodels/text_table_model.h"

#include <QWidget>

class QLabel;
class QTextBrowser;

namespace antecedent::app {

class TableView;

class CandidatePanel : public QWidget
{
    Q_OBJECT

public:
    explicit CandidatePanel(QWidget* parent = nullptr);

    // Null: nothing to show. Positions are those of `evidence`, which must live until the next call.
    void show(const Evidence* evidence, const Candidate* candidate, const std::string& failure,
        const widgets::SiteTime& times);

Q_SIGNALS:
    void windowWanted(const antecedent::WindowUse& use);

private:
    void open(const QModelIndex& index);

    const Candidate* m_shown = nullptr;
    std::vector<std::size_t> m_uses; // of m_shown->windows, by row; rows behind are windows left out
    widgets::TextTableModel m_windows;
    QTextBrowser* m_statement;
    QTextBrowser* m_reasons;
    QLabel* m_counts;
    TableView* m_table;
};

} // namespace antecedent::app
