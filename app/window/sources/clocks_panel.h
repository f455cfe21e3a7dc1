// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The clocks of the sources: how far each stands from that of the equipment, by anchors, with the anchors drawn; to be
// corrected as estimated or as stated, left as they are, and taken back. Threads: GUI.

#include "app/casework/case_clocks.h"
#include "app/window/sources/decision_panel.h"

#include <memory>

namespace antecedent::app {

class ResidualPlot;

class ClocksPanel : public DecisionPanel
{
    Q_OBJECT

public:
    explicit ClocksPanel(const Workspace& workspace, QWidget* parent = nullptr);

protected:
    void ask() override;
    void drop() override;
    void choose(int row) override;

private:
    struct Clocks
    {
        Dataset stated; // times as the sources state them
        std::vector<casework::ClockStanding> standings;
    };
    using ClocksPtr = std::shared_ptr<const Clocks>;

    void take(ClocksPtr clocks);
    const casework::ClockStanding* chosen() const;
    QString nameOf(const casework::ClockStanding& standing) const;
    void accept();
    void setByHand();
    void refuse();
    void takeBack();
    void decideAll(const QString& title, std::vector<casework::ClockWish> wishes);

    ClocksPtr m_clocks;
    QPushButton* m_accept;
    QPushButton* m_set;
    QPushButton* m_refuse;
    QPushButton* m_back;
    QLabel* m_words; // of the chosen one, in full
    ResidualPlot* m_plot;
};

} // namespace antecedent::app
