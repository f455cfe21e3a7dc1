// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/preview_model.h"

#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QFont>

#include <algorithm>

namespace antecedent::app {

using namespace importers;
using namespace widgets;

PreviewModel::PreviewModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void PreviewModel::clear()
{
    beginResetModel();
    m_titles.clear();
    m_rows.clear();
    endResetModel();
}

void PreviewModel::showRecords(const PreviewTable& table)
{
    beginResetModel();
    const TableSpec& spec = tableSpec(table.table);
    m_titles = {tr("Line")};
    for (const std::size_t column : table.columns)
        m_titles << toQString(spec.columns[column].name);
    m_rows.clear();
    for (const PreviewRow& row : table.rows) {
        Row out;
        out.isRejected = row.isRejected;
        out.reason = toQString(row.reason);
        out.cells.push_back({QString::number(row.line), false, true});
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const PreviewCell& cell = row.cells[i];
            const bool isNumber = spec.columns[table.columns[i]].type == ColumnType::Number;
            QString text = cell.text.empty() ? unknownText() : toQString(cell.text).simplified();
            if (cell.isBad && cell.text.empty())
                text = tr("empty");
            out.cells.push_back({text, cell.isBad, isNumber});
        }
        m_rows.push_back(std::move(out));
    }
    endResetModel();
}

void PreviewModel::showText(const SourceHead& head, std::size_t limit)
{
    beginResetModel();
    m_titles.clear();
    for (const std::string& name : head.columns)
        m_titles << toQString(shownText(name, 200)).simplified();
    m_rows.clear();
    for (std::size_t r = 0; r < std::min(limit, head.rows.size()); ++r) {
        Row out;
        for (std::size_t c = 0; c < head.columns.size(); ++c)
            out.cells.push_back(
                {c < head.rows[r].size() ? toQString(shownText(head.rows[r][c], 400)).simplified() : QString(), false,
                    false});
        m_rows.push_back(std::move(out));
    }
    endResetModel();
}

void PreviewModel::setTheme(Theme theme)
{
    m_theme = theme;
    if (!m_rows.empty() && !m_titles.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::ForegroundRole});
}

int PreviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_titles.size());
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (static_cast<std::size_t>(index.column()) >= row.cells.size())
        return {};
    const Cell& cell = row.cells[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return row.reason.isEmpty() ? cell.text : row.reason;
    case Qt::ForegroundRole:
        if (cell.isBad || row.isRejected)
            return color(m_theme, cell.isBad ? Paint::Error : Paint::TextMuted);
        return {};
    case Qt::FontRole:
        if (cell.isBad || row.isRejected) {
            QFont font;
            font.setWeight(cell.isBad ? QFont::DemiBold : QFont::Normal);
            font.setStrikeOut(row.isRejected && !cell.isBad); // not by colour alone
            return font;
        }
        return {};
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter | (cell.isNumber ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount())
        return {};
    return m_titles[section];
}

} // namespace antecedent::app
