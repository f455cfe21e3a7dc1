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

bool isRight(EventColumn column)
{
    return column <= EventColumn::ToFailure || column == EventColumn::End || column == EventColumn::Duration
        || column == EventColumn::Entered;
}

} // namespace

QString eventText(const InvestigationData& data, std::uint32_t event, EventColumn column, const EventTextForm& form)
{
    const Dataset& dataset = data.dataset;
    const UnifiedEvents& events = data.context.events;
    const std::int64_t end = events.endUs[event];
    const bool isEnded = end != UnifiedEvents::kNoEnd && end != UnifiedEvents::kOpenEnd;
    switch (column) {
    case EventColumn::Time:
        return form.times.full(onsetTime(dataset, events, event));
    case EventColumn::ToFailure:
        return form.anchor ? spanText(Timestamp(Duration(events.onsetUs[event])) - *form.anchor, true) : unknownText();
    case EventColumn::Kind:
        return markName(markOf(dataset, events, event));
    case EventColumn::Asset:
        return toQString(assetId(data, event));
    case EventColumn::Code: {
        const std::string code = codeOf(dataset, events, event);
        return toQString(code.empty() ? events.className(event) : code);
    }
    case EventColumn::Text:
        return toQString(textOf(dataset, events, event)).simplified();
    case EventColumn::Batch:
        return toQString(batchId(data, event));
    case EventColumn::Source: {
        const RecordRef record = recordOf(dataset, events, event);
        if (!record.source.valid())
            return unknownText();
        return toQString(dataset.sources[record.source.value].name) + QLatin1Char(':') + QString::number(record.row);
    }
    case EventColumn::End:
        return isEnded                       ? form.times.full(Timestamp(Duration(end)))
            : end == UnifiedEvents::kOpenEnd ? EventTableModel::tr("still open")
                                             : unknownText();
    case EventColumn::Duration:
        return isEnded ? spanText(Duration(end - events.onsetUs[event]), false) : unknownText();
    case EventColumn::Class:
        return toQString(events.className(event));
    case EventColumn::Priority:
        return toQString(severityOf(dataset, events, event));
    case EventColumn::By:
        return toQString(actorOf(dataset, events, event));
    case EventColumn::Entered:
        return events.recordedUs[event] == TimeValue::kUnknown
            ? unknownText()
            : form.times.full(Timestamp(Duration(events.recordedUs[event])));
    }
    return {};
}

QString eventColumnName(EventColumn column, const EventTextForm& form)
{
    switch (column) {
    case EventColumn::Time:
        return EventTableModel::tr("Time (%1)").arg(form.times.zoneName());
    case EventColumn::ToFailure:
        return EventTableModel::tr("To failure");
    case EventColumn::Kind:
        return EventTableModel::tr("Kind");
    case EventColumn::Asset:
        return EventTableModel::tr("Asset");
    case EventColumn::Code:
        return EventTableModel::tr("Code");
    case EventColumn::Text:
        return EventTableModel::tr("Text");
    case EventColumn::Batch:
        return EventTableModel::tr("Batch");
    case EventColumn::Source:
        return EventTableModel::tr("Source : row");
    case EventColumn::End:
        return EventTableModel::tr("End");
    case EventColumn::Duration:
        return EventTableModel::tr("Duration");
    case EventColumn::Class:
        return EventTableModel::tr("Class");
    case EventColumn::Priority:
        return EventTableModel::tr("Priority");
    case EventColumn::By:
        return EventTableModel::tr("By");
    case EventColumn::Entered:
        return EventTableModel::tr("Entered");
    }
    return {};
}

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
    m_form = {times, anchor};
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

QVariant EventTableModel::data(const QModelIndex& index, int role) const
{
    if (!m_data || !index.isValid() || index.row() >= rowCount() || index.column() >= kEventColumns)
        return {};
    const std::uint32_t event = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<EventColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return eventText(*m_data, event, column, m_form);
    case Qt::DecorationRole:
        return column == EventColumn::Kind
            ? QVariant(markIcon(markOf(m_data->dataset, m_data->context.events, event), m_theme))
            : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter | (isRight(column) ? Qt::AlignRight : Qt::AlignLeft));
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
        return static_cast<int>(
            Qt::AlignVCenter | (isRight(static_cast<EventColumn>(section)) ? Qt::AlignRight : Qt::AlignLeft));
    return role == Qt::DisplayRole ? QVariant(eventColumnName(static_cast<EventColumn>(section), m_form)) : QVariant();
}

namespace {

struct Stopped
{
};

// Sorts by a key of the event; throws Stopped within some ten thousand comparisons.
template <class KeyOf>
void sortWith(std::vector<std::uint32_t>& rows, bool isDescending, const std::stop_token& stop, const KeyOf& keyOf)
{
    constexpr std::uint32_t kLook = 0x3FFF;
    std::uint32_t count = 0;
    std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
        if ((++count & kLook) == 0 && stop.stop_requested())
            throw Stopped{};
        return isDescending ? keyOf(b) < keyOf(a) : keyOf(a) < keyOf(b);
    });
}

// Positions ascend with the names, so that they sort as these do; unknown first.
template <class Tag> std::uint32_t rank(Index<Tag> index)
{
    return index.valid() ? index.value + 1 : 0;
}

// What the column Code shows: the class without its category.
std::string_view codeOfClass(const std::string& name)
{
    const std::size_t colon = name.find(':');
    return colon == std::string::npos || colon + 1 == name.size() ? std::string_view(name)
                                                                  : std::string_view(name).substr(colon + 1);
}

std::int64_t endOrder(const UnifiedEvents& events, std::uint32_t i, bool isDuration)
{
    const std::int64_t end = events.endUs[i];
    const bool isTime = end != UnifiedEvents::kNoEnd && end != UnifiedEvents::kOpenEnd;
    return isDuration && isTime ? end - events.onsetUs[i] : end;
}

void sortRows(std::vector<std::uint32_t>& rows, const InvestigationData& data, EventColumn sortBy, bool isDescending,
    const std::stop_token& stop)
{
    const Dataset& dataset = data.dataset;
    const UnifiedEvents& events = data.context.events;
    const auto sort = [&](const auto& keyOf) { sortWith(rows, isDescending, stop, keyOf); };
    switch (sortBy) {
    case EventColumn::Time:
    case EventColumn::ToFailure: // events stand in the order of time
        if (isDescending)
            std::reverse(rows.begin(), rows.end());
        break;
    case EventColumn::Kind:
        sort([&](std::uint32_t i) { return markOf(dataset, events, i); });
        break;
    case EventColumn::Asset:
        sort([&](std::uint32_t i) { return rank(events.asset[i]); });
        break;
    case EventColumn::Code:
        sort([&](std::uint32_t i) { return codeOfClass(events.className(i)); });
        break;
    case EventColumn::Text:
        sort([&](std::uint32_t i) { return textOf(dataset, events, i); });
        break;
    case EventColumn::Batch:
        sort([&](std::uint32_t i) { return rank(events.batch[i]); });
        break;
    case EventColumn::Source:
        sort([&](std::uint32_t i) {
            const RecordRef record = recordOf(dataset, events, i);
            return std::pair(record.source.value, record.row);
        });
        break;
    case EventColumn::End:
    case EventColumn::Duration:
        sort([&](std::uint32_t i) { return endOrder(events, i, sortBy == EventColumn::Duration); });
        break;
    case EventColumn::Class:
        sort([&](std::uint32_t i) { return events.eventClass[i].value; });
        break;
    case EventColumn::Priority:
        sort([&](std::uint32_t i) { return severityOf(dataset, events, i); });
        break;
    case EventColumn::By:
        sort([&](std::uint32_t i) { return actorOf(dataset, events, i); });
        break;
    case EventColumn::Entered:
        sort([&](std::uint32_t i) { return events.recordedUs[i]; });
        break;
    }
}

} // namespace

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
    try {
        sortRows(rows, data, sortBy, isDescending, stop);
    } catch (const Stopped&) {
        return Error{ErrorCode::Cancelled, {}, {}};
    }
    return rows;
}

} // namespace antecedent::widgets
