// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Did the condition of an asset contribute? Plan first: edited while the pre-flight follows, then frozen by an explicit
// act. After it the answer for the failure at hand and the ranked candidates with their windows; other parameters are
// exploratory. Computed in jobs, for all failures of one classification at once; answers to older questions are
// dropped. Threads: GUI.

#include "app/window/evidence/evidence.h"
#include "app/window/shared/view.h"
#include "widgets/itemmodels/text_table_model.h"

#include <QTimer>

#include <stop_token>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTextBrowser;

namespace antecedent::app {

class CandidateFilter;
class CandidatePanel;
class FindingLabel;
class PlanPanel;
class TableView;

class EvidenceView : public View
{
    Q_OBJECT

public:
    explicit EvidenceView(const Workspace& workspace, QWidget* parent = nullptr);
    ~EvidenceView() override;
    QString title() const override;
    QString badge() const override;
    QString badgeWords() const override;
    bool isTable() const override { return true; }

protected:
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeMessage();
    QWidget* makeResults();
    void makeTable(QWidget* page);
    void follow(); // failure or snapshot changed
    void followWindow(); // of the context
    void ask(EvidenceWish wish);
    EvidenceQuestion question(EvidenceWish wish) const;
    void take(EvidenceWish wish, Result<Evidence> answer);
    void edit(); // the plan's fields changed
    void settle(); // a pre-flight of them soon
    void moveEdge(Duration before); // counts one candidate anew
    void dropEdge(Duration before); // an exploratory result with it
    void resetEdge();
    void togglePlan();
    void act(); // the one button
    void askToFreeze();
    void refresh(); // paints what is known
    void showHead();
    void showMessage(const QString& html);
    void showResult();
    void fitColumns(); // to what they hold
    void shareRest(); // of the width
    void showKinds();
    void showVerdicts();
    void exportShown();
    QWidget* makeBar(QWidget* page);
    void showFound();
    void showCandidate();
    void openCandidate();
    void pinCandidate();
    void openWindow(const WindowUse& use);
    const Candidate* candidateOfRow(int row) const;
    const Candidate* currentCandidate() const;

    Workspace m_workspace;
    widgets::DataPtr m_snapshot; // what the answers belong to
    std::string m_failure; // at hand; empty: none
    std::string m_classification; // its
    bool m_isSentinel = false; // it is no deviation
    std::optional<Evidence> m_evidence; // last result of the classification, or pre-flight of a draft
    std::optional<Evidence> m_preflight; // of an edited plan
    PlanOverrides m_draft; // what was edited and is not frozen, for all classifications
    std::vector<std::size_t> m_order; // of the candidates, by row
    std::stop_source m_running;
    std::uint64_t m_turn = 0; // answers of earlier turns are dropped
    std::stop_source m_counting; // while an edge is moved
    std::uint64_t m_countTurn = 0;
    bool m_isAsking = false;
    bool m_isStale = false; // to be computed when seen
    bool m_isPlanOpen = false; // though frozen
    int m_leastForest = 0; // width of the axis of ratios, px
    QTimer m_settling; // edits come in bursts

    widgets::TextTableModel m_candidates;
    CandidateFilter* m_filter;
    QLabel* m_question;
    QLabel* m_numbers;
    QPushButton* m_other;
    QPushButton* m_act;
    PlanPanel* m_plan;
    QStackedWidget* m_pages;
    QTextBrowser* m_message;
    FindingLabel* m_answer;
    QLineEdit* m_search;
    QComboBox* m_kind;
    QComboBox* m_verdict;
    QLabel* m_found;
    TableView* m_table;
    CandidatePanel* m_details;
};

} // namespace antecedent::app
