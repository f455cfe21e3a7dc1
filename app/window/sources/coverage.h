// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where each source has records, on one time axis for all of them, and the strip that draws it in a table: the span
// from first to last record pale, where records are dark, the stated period outlined. Threads: the strips are made off
// the GUI thread; the delegate is GUI.

#include "widgets/document/investigation_data.h"

#include <QMetaType>
#include <QStyledItemDelegate>

#include <optional>
#include <vector>

namespace antecedent::app {

struct CoverageStrip
{
    std::optional<Interval> axis; // the same for all sources
    std::optional<Interval> span;
    std::optional<Interval> stated;
    std::vector<std::uint32_t> counts; // records per part of the axis; empty: not known, only the span is
};

// By position in InvestigationData::sources.
std::vector<CoverageStrip> coverageStrips(const widgets::InvestigationData& snapshot, const std::stop_token& stop);

class CoverageDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kStripRole = Qt::UserRole + 40; // a CoverageStrip

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace antecedent::app

Q_DECLARE_METATYPE(antecedent::app::CoverageStrip)
