// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/mapping_model.h"

#include "widgets/common/text.h"

#include <QFont>

#include <algorithm>

namespace antecedent::app {

using namespace importers;
using namespace widgets;

namespace {

constexpr int kAttribute = 0; // the first two choices
constexpr int kLeftOut = 1;

// The guess that put a source column where it is.
QString reasonFor(const ImportDraft& draft, std::size_t source, const MapTarget& target)
{
    for (const MappingProposal& proposal : draft.proposals) {
        if (proposal.table != draft.mapping.tables[target.table].table)
            continue;
        for (const ColumnGuess& guess : proposal.guesses)
            if (guess.source == source && guess.column == target.column)
                return toQString(guess.reason);
    }
    return {};
}

} // namespace

MappingModel::MappingModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

QString MappingModel::targetName(const Profile& mapping, const MapTarget& target)
{
    const TableSpec& spec = tableSpec(mapping.tables[target.table].table);
    const QString column = toQString(spec.columns[target.column].name);
    const auto same = std::count_if(mapping.tables.begin(), mapping.tables.end(),
        [&](const TableMapping& table) { return table.table == mapping.tables[target.table].table; });
    QString table = toQString(spec.name);
    if (same > 1)
        table += QStringLiteral(" %1").arg(target.table + 1);
    return mapping.tables.size() == 1 ? column : table + QStringLiteral(" · ") + column;
}

void MappingModel::addChoices(const ImportDraft& draft)
{
    m_choices = {{tr("– kept with the record"), std::nullopt, false}, {tr("– left out"), std::nullopt, true}};
    for (std::size_t t = 0; t < draft.mapping.tables.size(); ++t) {
        const TableSpec& spec = tableSpec(draft.mapping.tables[t].table);
        for (std::size_t c = 0; c < spec.columns.size(); ++c) {
            QString label = targetName(draft.mapping, {t, c});
            if (spec.columns[c].role == ColumnRole::Required)
                label += tr(" (required)");
            m_choices.push_back({label, MapTarget{t, c}, false});
        }
    }
}

void MappingModel::addSourceRows(const ImportDraft& draft)
{
    if (!draft.head)
        return;
    const SourceHead& head = *draft.head;
    const std::vector<ColumnUse> uses = columnUses(draft.mapping, head.columns);
    constexpr std::size_t kExampleCount = 3;
    for (std::size_t i = 0; i < head.columns.size(); ++i) {
        Row row;
        row.source = i;
        row.cells[kName] = toQString(shownText(head.columns[i], 200)).simplified();
        QStringList examples;
        for (const ValueCount& value : valuesOf(head, i, kExampleCount))
            examples << toQString(shownText(value.value, 60)).simplified();
        row.cells[kExamples] = examples.isEmpty() ? tr("empty") : examples.join(QStringLiteral("  ·  "));
        QStringList names;
        for (const MapTarget& target : uses[i].targets) {
            const QString name = targetName(draft.mapping, target);
            if (!names.contains(name))
                names << name;
        }
        row.choice = uses[i].isIgnored ? kLeftOut : kAttribute;
        if (!uses[i].targets.empty()) {
            row.target = uses[i].targets.front();
            for (std::size_t c = 0; c < m_choices.size(); ++c)
                if (m_choices[c].target == row.target)
                    row.choice = static_cast<int>(c);
            row.cells[kValue] = toQString(valueText(draft.mapping, *row.target));
            QStringList reasons;
            for (const MapTarget& target : uses[i].targets)
                reasons << reasonFor(draft, i, target);
            reasons.removeAll(QString());
            reasons.removeDuplicates();
            row.cells[kWhy] = reasons.join(QStringLiteral("; "));
        }
        row.cells[kBecomes] =
            names.isEmpty() ? m_choices[static_cast<std::size_t>(row.choice)].label : names.join(QStringLiteral(", "));
        m_rows.push_back(std::move(row));
    }
}

void MappingModel::addMadeRows(const ImportDraft& draft)
{
    const auto addRow = [&](const MapTarget& target, const QString& name, const QString& value, bool isMissing) {
        Row row;
        row.target = target;
        row.isMissing = isMissing;
        row.cells[kName] = name;
        row.cells[kBecomes] = targetName(draft.mapping, target);
        row.cells[kValue] = value;
        for (const MappingProposal& proposal : draft.proposals)
            for (const MadeGuess& made : proposal.made)
                if (proposal.table == draft.mapping.tables[target.table].table && made.column == target.column
                    && toQString(made.value) == value)
                    row.cells[kWhy] = toQString(made.reason);
        if (isMissing)
            row.cells[kWhy] = tr("required: choose a column above, or write a value here");
        m_rows.push_back(std::move(row));
    };
    for (const MadeValue& made : madeValues(draft.mapping)) {
        const bool isConstant = made.value.find('{') == std::string::npos;
        addRow(made.target, isConstant ? tr("the same in every row") : tr("made of several"), toQString(made.value),
            false);
    }
    const std::vector<MapTarget> missing = missingValues(draft.mapping);
    for (const MapTarget& target : missing)
        addRow(target, tr("no value yet"), {}, true);
    std::erase_if(m_open, [&](const MapTarget& target) {
        return target.table >= draft.mapping.tables.size() || !valueText(draft.mapping, target).empty()
            || std::find(missing.begin(), missing.end(), target) != missing.end();
    });
    for (const MapTarget& target : m_open)
        addRow(target, tr("no value yet"), {}, false);
}

void MappingModel::setDraft(const ImportDraft& draft)
{
    beginResetModel();
    m_rows.clear();
    addChoices(draft);
    addSourceRows(draft);
    addMadeRows(draft);
    endResetModel();
}

void MappingModel::addOpenTarget(const MapTarget& target)
{
    if (std::find(m_open.begin(), m_open.end(), target) == m_open.end())
        m_open.push_back(target);
}

void MappingModel::setTheme(Theme theme)
{
    m_theme = theme;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::ForegroundRole});
}

std::optional<std::size_t> MappingModel::sourceOf(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].source : std::nullopt;
}

std::optional<MapTarget> MappingModel::targetOf(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].target : std::nullopt;
}

int MappingModel::rowOf(const MapTarget& target) const
{
    for (std::size_t r = 0; r < m_rows.size(); ++r)
        if (m_rows[r].target == target)
            return static_cast<int>(r);
    return -1;
}

int MappingModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MappingModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant MappingModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= kColumns)
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const QString& text = row.cells[index.column()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text;
    case Qt::EditRole:
        return index.column() == kBecomes && row.source ? QVariant(row.choice) : QVariant(text);
    case Qt::ForegroundRole:
        if (row.isMissing)
            return color(m_theme, Paint::Error);
        if (index.column() == kExamples || index.column() == kWhy || (index.column() == kBecomes && !row.target))
            return color(m_theme, Paint::TextSecondary);
        return {};
    case Qt::FontRole:
        if (index.column() == kBecomes && row.target) {
            QFont font;
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant MappingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= kColumns)
        return {};
    const QString titles[kColumns] = {
        tr("Column in the file"), tr("Values in it"), tr("Becomes"), tr("Written as"), tr("Why")};
    return titles[section];
}

Qt::ItemFlags MappingModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags out = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if ((index.column() == kBecomes && row.source) || (index.column() == kValue && row.target))
        out |= Qt::ItemIsEditable;
    return out;
}

bool MappingModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (index.column() == kBecomes && row.source) {
        if (value.toInt() != row.choice)
            Q_EMIT choiceMade(static_cast<int>(*row.source), value.toInt());
        return true;
    }
    if (row.target && value.toString().trimmed() != row.cells[kValue])
        Q_EMIT valueEdited(
            static_cast<int>(row.target->table), static_cast<int>(row.target->column), value.toString().simplified());
    return true;
}

} // namespace antecedent::app
