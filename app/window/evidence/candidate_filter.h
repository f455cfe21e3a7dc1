// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which candidates are shown: those of some kinds and verdicts whose cells hold a text; sorted by the keys of their
// cells. Threads: GUI.

#include "model/evidence/assessment.h"

#include <QSortFilterProxyModel>

#include <set>
#include <vector>

namespace antecedent::app {

class CandidateFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit CandidateFilter(QObject* parent = nullptr);

    // By row of the source model, before its rows are set.
    void setRowKinds(std::vector<CandidateKind> kinds);
    void setRowVerdicts(std::vector<Verdict> verdicts);
    void setKinds(std::set<CandidateKind> kinds); // empty: all
    void setVerdicts(std::set<Verdict> verdicts); // likewise

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    std::vector<CandidateKind> m_rowKinds;
    std::set<CandidateKind> m_kinds;
    std::vector<Verdict> m_rowVerdicts;
    std::set<Verdict> m_verdicts;
};

} // namespace antecedent::app
