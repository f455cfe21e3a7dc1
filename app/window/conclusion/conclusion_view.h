// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The ledger of the case for the failure at hand: hypotheses by the six M with their evidence, manual facts, and the
// conclusion; what the evidence suggests as hypotheses is offered and never written by itself. Threads: GUI; proposals
// are computed in a job, an answer for another question is dropped.

#include "app/window/evidence/evidence.h"
#include "app/window/shared/view.h"
#include "model/conclusion/ledger.h"
#include "widgets/itemmodels/text_table_model.h"

#include <stop_token>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace antecedent::app {

class ConclusionPanel;
class FactPanel;
class FindingLabel;
class HypothesisPanel;
class TableView;

class ConclusionView : public View
{
    Q_OBJECT

public:
    explicit ConclusionView(const Workspace& workspace, QWidget* parent = nullptr);
    ~ConclusionView() override;
    QString title() const override;
    QString badge() const override; // grade of the conclusion, else the number of open hypotheses
    QString badgeWords() const override;
    bool isTable() const override { return true; }
    bool hasInspector() const override { return true; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeLedger();
    QWidget* makeProposals(QWidget* parent);
    void follow(); // failure or snapshot changed
    void refresh(); // the ledger changed
    void showOutcome();
    void fillHypotheses();
    void fillProposals();
    void askProposals();
    void choose(const std::string& hypothesis);
    void showChosen();
    void showPage(QWidget* page);
    void addHypothesis();
    void takeOver(); // a proposal, into the form
    void openEvidence(const Shown& shown, bool inTimeline);
    void selectEvent(std::uint32_t event, bool inTimeline);
    std::string failure() const;

    Workspace m_workspace;
    widgets::TextTableModel m_hypotheses;
    widgets::TextTableModel m_offers;
    std::vector<std::string> m_rows; // id of the hypothesis; empty for a group
    std::vector<CauseGroup> m_groups; // of each row
    std::vector<Hypothesis> m_proposals; // by row
    std::string m_wanted; // hypothesis to choose once it is there
    std::optional<Evidence> m_evidence; // what the proposals come from
    std::string m_evidenceOf; // classification
    widgets::DataPtr m_snapshot; // likewise
    std::stop_source m_running;
    std::uint64_t m_turn = 0;
    FindingLabel* m_outcome;
    QLabel* m_note;
    TableView* m_table;
    TableView* m_offerTable;
    QPushButton* m_take = nullptr;
    QStackedWidget* m_pages;
    HypothesisPanel* m_hypothesis;
    FactPanel* m_facts;
    ConclusionPanel* m_conclusion;
    std::vector<QPushButton*> m_actions;
};

} // namespace antecedent::app
