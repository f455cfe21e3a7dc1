// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/evidence/candidate_filter.h"

#include "widgets/itemmodels/text_table_model.h"

namespace antecedent::app {

CandidateFilter::CandidateFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(widgets::TextTableModel::kSortRole);
    setFilterKeyColumn(-1);
    setFilterCaseSensitivity(Qt::CaseInsensitive);
}

void CandidateFilter::setRowKinds(std::vector<CandidateKind> kinds)
{
    m_rowKinds = std::move(kinds);
}

void CandidateFilter::setRowVerdicts(std::vector<Verdict> verdicts)
{
    m_rowVerdicts = std::move(verdicts);
}

void CandidateFilter::setVerdicts(std::set<Verdict> verdicts)
{
    m_verdicts = std::move(verdicts);
    invalidateFilter();
}

void CandidateFilter::setKinds(std::set<CandidateKind> kinds)
{
    m_kinds = std::move(kinds);
    invalidateFilter();
}

bool CandidateFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto position = static_cast<std::size_t>(row);
    if (!m_kinds.empty() && (position >= m_rowKinds.size() || !m_kinds.contains(m_rowKinds[position])))
        return false;
    if (!m_verdicts.empty() && (position >= m_rowVerdicts.size() || !m_verdicts.contains(m_rowVerdicts[position])))
        return false;
    return QSortFilterProxyModel::filterAcceptsRow(row, parent);
}

} // namespace antecedent::app
