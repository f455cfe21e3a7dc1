// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The unified events as a table: millions of rows, because a row is a number into the snapshot and cells are made when
// they are painted. The rows are chosen and sorted elsewhere (chooseEvents, off the GUI thread). Threads: GUI.

#include "widgets/common/marks.h"
#include "widgets/document/context.h"

#include <QAbstractTableModel>

#include <vector>

namespace antecedent::widgets {

enum class EventColumn : std::uint8_t { Time, ToFailure, Kind, Asset, Code, Text, Batch, Source };
inline constexpr int kEventColumns = 8;

class EventTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit EventTableModel(QObject* parent = nullptr);

    // `rows`: positions in UnifiedEvents, in the order to show.
    void setRows(DataPtr data, std::vector<std::uint32_t> rows);
    const std::vector<std::uint32_t>& rows() const { return m_rows; }
    // Times are shown so; offsets are relative to the anchor, a dash without one.
    void setView(const SiteTime& times, std::optional<Timestamp> anchor, Theme theme);
    int rowOf(std::uint32_t event) const; // -1: not among the rows

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    QString text(std::uint32_t event, EventColumn column) const;

private:
    DataPtr m_data;
    std::vector<std::uint32_t> m_rows;
    SiteTime m_times;
    std::optional<Timestamp> m_anchor;
    Theme m_theme = Theme::Light;
};

// Events that match the filter (all for an empty text), sorted by a column. Error: InvalidFilter with its column.
Result<std::vector<std::uint32_t>> chooseEvents(const InvestigationData& data, const std::string& filter,
    EventColumn sortBy, bool isDescending, const std::stop_token& stop);

} // namespace antecedent::widgets
