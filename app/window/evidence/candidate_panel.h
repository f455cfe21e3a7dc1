// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One candidate in detail: its statement and numbers, what speaks for and against the answer, and its windows, failures
// and controls, with and without it, those that were left out with the reason: as matrix, on the axis of lags, and as
// table. The edge of the window can be moved there. Opening a window and counting anew are asked for, not done.
// Threads: GUI.

#include "app/window/evidence/evidence.h"
#include "widgets/common/site_time.h"
#include "widgets/itemmodels/text_table_model.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTextBrowser;

namespace antecedent::app {

class LagStrip;
class TableView;
class WindowMatrix;

class CandidatePanel : public QWidget
{
    Q_OBJECT

public:
    explicit CandidatePanel(QWidget* parent = nullptr);

    // Null: nothing to show. Positions are those of `evidence`, which must live until the next call.
    void show(const Evidence* evidence, const Candidate* candidate, const std::string& failure,
        const widgets::SiteTime& times, const widgets::InvestigationData* snapshot);
    // The candidate as counted with another window while its edge is moved; null: it is not seen there.
    void showRecount(const Candidate* recounted, const widgets::InvestigationData* snapshot);

Q_SIGNALS:
    void windowWanted(const antecedent::WindowUse& use);
    void edgeMoved(antecedent::Duration before);
    void edgeDropped(antecedent::Duration before);
    void edgeReset();
    void pinWanted();

private:
    QWidget* makePicture();
    QWidget* makeTable();
    void open(const QModelIndex& index);
    void openUse(std::size_t window);
    void fillTable(const Evidence& evidence, const Candidate& candidate, const widgets::SiteTime& times);
    QString countsText(const Candidate& candidate) const;

    const Candidate* m_shown = nullptr;
    std::string m_failure; // at hand
    std::size_t m_leftOut = 0;
    std::vector<std::size_t> m_uses; // of m_shown->windows, by row; rows behind are windows left out
    widgets::TextTableModel m_windows;
    QTextBrowser* m_statement;
    QTextBrowser* m_reasons;
    QLabel* m_counts;
    WindowMatrix* m_matrix;
    LagStrip* m_lags;
    QPushButton* m_pin;
    TableView* m_table;
};

} // namespace antecedent::app
