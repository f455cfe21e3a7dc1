// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/itemmodels/event_table_model.h"

#include "model/alignment/filter.h"
#include "widgets/common/text.h"

#include <QFont>

#include <algorithm>
#include <numeric>

namespace antecedent::widgets {

namespace {

std::string_view assetId(const InvestigationData& data, std::uint32_t event)
{
    const Asset* asset = data.dataset.asset(data.context.events.asset[event]);
    return asset != nullptr ? std::string_view(asset->id) : std::string_view();
}

std::string_view batchId(const InvestigationData& data, std::uint32_t event)
{
    const Batch* batch = data.dataset.batch(data.context.events.batch[event]);
    return batch != nullptr ? std::string_view(batch->id) : std::string_view();
}

} // namespace

EventTableModel::EventTableModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void EventTableModel::setRows(DataPtr data, std::vector<std::uint32_t> rows)
{
    beginResetModel();
    m_data = std::move(data);
    m_rows = std::move(rows);
    endResetModel();
}

void EventTableModel::setView(const SiteTime& times, std::optional<Timestamp> anchor, Theme theme)
{
    m_times = times;
    m_anchor = anchor;
    m_theme = theme;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kEventColumns - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kEventColumns - 1);
}

int EventTableModel::rowOf(std::uint32_t event) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), event);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int EventTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kEventColumns;
}

QString EventTableModel::text(std::uint32_t event, EventColumn column) const
{
    const Dataset& dataset = m_data->dataset;
    const UnifiedEvents& events = m_data->context.events;
    switch (column) {
    case EventColumn::Time:
        return m_times.full(onsetTime(dataset, events, event));
    case EventColumn::ToFailure:
        return m_anchor ? spanText(Timestamp(Duration(events.onsetUs[event])) - *m_anchor, true) : unknownText();
    case EventColumn::Kind:
        return markName(markOf(dataset, events, event));
    case EventColumn::Asset:
        return toQString(assetId(*m_data, event));
    case EventColumn::Code: {
        const std::string code = codeOf(dataset, events, event);
        return toQString(code.empty() ? events.className(event) : code);
    }
    case EventColumn::Text:
        return toQString(textOf(dataset, events, event)).simplified();
    case EventColumn::Batch:
        return toQString(batchId(*m_data, event));
    case EventColumn::Source: {
        const RecordRef record = recordOf(dataset, events, event);
        if (!record.source.valid())
            return unknownText();
        return toQString(dataset.sources[record.source.value].name) + QLatin1Char(':') + QString::number(record.row);
    }
    }
    return {};
}

QVariant EventTableModel::data(const QModelIndex& index, int role) const
{
    if (!m_data || !index.isValid() || index.row() >= rowCount() || index.column() >= kEventColumns)
        return {};
    const std::uint32_t event = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<EventColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(event, column);
    case Qt::DecorationRole:
        return column == EventColumn::Kind
            ? QVariant(markIcon(markOf(m_data->dataset, m_data->context.events, event), m_theme))
            : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter | (column <= EventColumn::ToFailure ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole:
        if (column == EventColumn::Code) {
            QFont font;
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignVCenter | (section <= 1 ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<EventColumn>(section)) {
    case EventColumn::Time:
        return tr("Time (%1)").arg(m_times.zoneName());
    case EventColumn::ToFailure:
        return tr("To failure");
    case EventColumn::Kind:
        return tr("Kind");
    case EventColumn::Asset:
        return tr("Asset");
    case EventColumn::Code:
        return tr("Code");
    case EventColumn::Text:
        return tr("Text");
    case EventColumn::Batch:
        return tr("Batch");
    case EventColumn::Source:
        return tr("Source : row");
    }
    return {};
}

Result<std::vector<std::uint32_t>> chooseEvents(const InvestigationData& data, const std::string& filter,
    EventColumn sortBy, bool isDescending, const std::stop_token& stop)
{
    const UnifiedEvents& events = data.context.events;
    std::vector<std::uint32_t> rows;
    if (filter.find_first_not_of(' ') == std::string::npos) {
        rows.resize(events.size());
        std::iota(rows.begin(), rows.end(), 0U);
    } else {
        const Result<Filter> parsed = Filter::parse(filter, data.dataset);
        if (!parsed)
            return parsed.error();
        rows = parsed->select(data.dataset, events);
    }
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, {}, {}};
    const auto sortWith = [&](const auto& keyOf) {
        std::stable_sort(rows.begin(), rows.end(),
            [&](std::uint32_t a, std::uint32_t b) { return isDescending ? keyOf(b) < keyOf(a) : keyOf(a) < keyOf(b); });
    };
    switch (sortBy) {
    case EventColumn::Time:
    case EventColumn::ToFailure: // events stand in the order of time
        if (isDescending)
            std::reverse(rows.begin(), rows.end());
        break;
    case EventColumn::Kind:
        sortWith([&](std::uint32_t i) { return markOf(data.dataset, events, i); });
        break;
    case EventColumn::Asset:
        sortWith([&](std::uint32_t i) { return assetId(data, i); });
        break;
    case EventColumn::Code:
        sortWith([&](std::uint32_t i) { return std::string_view(events.className(i)); });
        break;
    case EventColumn::Text:
        sortWith([&](std::uint32_t i) { return textOf(data.dataset, events, i); });
        break;
    case EventColumn::Batch:
        sortWith([&](std::uint32_t i) { return batchId(data, i); });
        break;
    case EventColumn::Source:
        sortWith([&](std::uint32_t i) {
            const RecordRef record = recordOf(data.dataset, events, i);
            return std::pair(record.source.value, record.row);
        });
        break;
    }
    return rows;
}

} // namespace antecedent::widgets
