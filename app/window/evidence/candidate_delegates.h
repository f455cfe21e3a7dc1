// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Two painted columns of the candidate table: the verdict as disc and word, and the odds ratio with its interval on a
// log axis from 0.1 to 1000 with a line at 1 (square: estimate, whisker: 95 %, arrow: beyond the axis; without upper
// limit no square); and the header that names the axis' ticks. Threads: GUI.

#include "model/evidence/assessment.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

#include <functional>

namespace antecedent::app {

// The candidate of a row as its model numbers it (TextTableModel::kRowRole); null: none.
using CandidateOfRow = std::function<const Candidate*(int)>;

class VerdictDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    VerdictDelegate(CandidateOfRow candidate, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    CandidateOfRow m_candidate;
};

class ForestDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ForestDelegate(CandidateOfRow candidate, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    CandidateOfRow m_candidate;
};

// Titles as ever; below that of the forest column its ticks.
class ForestHeader : public QHeaderView
{
    Q_OBJECT

public:
    ForestHeader(int forestColumn, QWidget* parent);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const override;
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    int m_column;
};

// Share of the axis, 0 to 1, at which a ratio stands; clamped.
double forestPosition(double ratio);

} // namespace antecedent::app
