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

// In the usual order; those from End on are hidden until somebody asks for them.
enum class EventColumn : std::uint8_t {
    Time,
    ToFailure,
    Kind,
    Asset,
    Code,
    Text,
    Batch,
    Source,
    End,
    Duration,
    Class,
    Priority,
    By,
    Entered
};
inline constexpr int kEventColumns = 14;
inline constexpr int kUsualEventColumns = 8;

// How cells are written: times in the zone, offsets to the anchor (a dash without one).
struct EventTextForm
{
    SiteTime times;
    std::optional<Timestamp> anchor;
};
// What a cell shows. Any thread.
QString eventText(const InvestigationData& data, std::uint32_t event, EventColumn column, const EventTextForm& form);
QString eventColumnName(EventColumn column, const EventTextForm& form);

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

    const EventTextForm& form() const { return m_form; }

private:
    DataPtr m_data;
    std::vector<std::uint32_t> m_rows;
    EventTextForm m_form;
    Theme m_theme = Theme::Light;
};

// Events that match the filter (all for an empty text), sorted by a column; equal ones stay in the order of time,
// whichever way. Errors: InvalidFilter with its column; Cancelled, soon after it is asked for.
Result<std::vector<std::uint32_t>> chooseEvents(const InvestigationData& data, const std::string& filter,
    EventColumn sortBy, bool isDescending, const std::stop_token& stop);

} // namespace antecedent::widgets
