// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Newer exports of sources that are there already: what each adds, changes and does not state any more, row by row, and
// which of both counts. Threads: GUI.

#include "app/casework/case_versions.h"
#include "app/window/sources/decision_panel.h"

#include <QTimer>

#include <map>

namespace antecedent::app {

class VersionsPanel : public DecisionPanel
{
    Q_OBJECT

public:
    explicit VersionsPanel(const Workspace& workspace, QWidget* parent = nullptr);

protected:
    void ask() override;
    void drop() override;
    void choose(int row) override;

private:
    using Standings = std::vector<casework::VersionStanding>;

    void take(Standings standings);
    const casework::VersionStanding* chosen() const;
    void compareChosen();
    void showRows(const VersionDifference& difference);
    void accept();
    void takeBack();

    Standings m_standings;
    QPushButton* m_accept;
    QPushButton* m_back;
    widgets::TextTableModel m_rows;
    QLabel* m_cut; // that not all rows are listed
    TableView* m_rowTable;
    QTimer m_wait;
    std::uint64_t m_shownPair = 0; // which pair is chosen
    std::map<SourceId, VersionDifference> m_known; // by the newer source
};

} // namespace antecedent::app
