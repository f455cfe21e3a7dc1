// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Names of assets and tags, and what tags measure: which asset or parameter each may mean, ranked with reasons,
// confirmed one by one or in bulk, set apart, and taken back. Threads: GUI.

#include "app/casework/case_aliases.h"
#include "app/window/sources/decision_panel.h"

#include <memory>
#include <optional>

class QComboBox;

namespace antecedent::app {

class NamesPanel : public DecisionPanel
{
    Q_OBJECT

public:
    explicit NamesPanel(const Workspace& workspace, QWidget* parent = nullptr);

protected:
    void ask() override;
    void drop() override;
    void choose(int row) override;

private:
    // Of the file as it was read; the snapshot's dataset has no texts of its own.
    struct Names
    {
        widgets::DataPtr snapshot;
        std::vector<casework::AliasStanding> standings;
    };
    using NamesPtr = std::shared_ptr<const Names>;
    enum Which : std::uint8_t { Open, Decided, All };

    void addChoices();
    void take(NamesPtr names);
    void tellOpen();
    void fill();
    void fillCandidates();
    const casework::AliasStanding* chosen() const;
    const AliasCandidate* chosenCandidate() const;
    void confirm();
    void confirmOther();
    void confirmSafe();
    void refuse();
    void takeBack();
    std::optional<NameKind> chosenKind() const; // nullopt: all
    bool isShown(const casework::AliasStanding& standing) const;
    void showActsFor(NameKind kind);
    QStringList meanings(NameKind kind) const; // that can be stated
    void state(NameKind kind, const std::string& name, const QString& meaning);
    void decideAll(const QString& title, casework::NameWishes wishes);

    NamesPtr m_names;
    std::vector<std::size_t> m_shown; // positions of the standings in the table
    QComboBox* m_kind;
    QComboBox* m_which;
    QPushButton* m_safe;
    QPushButton* m_confirm;
    QPushButton* m_other;
    QPushButton* m_refuse;
    QPushButton* m_back;
    widgets::TextTableModel m_candidates;
    TableView* m_candidateTable;
};

} // namespace antecedent::app
