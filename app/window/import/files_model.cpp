// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/import/files_model.h"

#include "widgets/common/site_time.h"
#include "widgets/common/text.h"

#include <QCoreApplication>
#include <QFont>
#include <QLocale>

namespace antecedent::app {

using namespace widgets;

QString questionText(DraftQuestion question)
{
    switch (question) {
    case DraftQuestion::Format:
        return FilesModel::tr("what it holds");
    case DraftQuestion::Mapping:
        return FilesModel::tr("is the mapping right");
    case DraftQuestion::Tie:
        return FilesModel::tr("which of two formats");
    case DraftQuestion::Missing:
        return FilesModel::tr("a required column");
    case DraftQuestion::Zone:
        return FilesModel::tr("zone of the times");
    case DraftQuestion::DateOrder:
        return FilesModel::tr("day or month first");
    }
    return {};
}

QString stateText(const ImportDraft& draft)
{
    QStringList tables;
    for (const importers::TableMapping& table : draft.mapping.tables)
        if (const QString name = toQString(tableSpec(table.table).name); !tables.contains(name))
            tables << name;
    const QString list = tables.join(QStringLiteral(", "));
    switch (draft.state) {
    case DraftState::Recognised:
        return draft.isCanonical          ? FilesModel::tr("table %1").arg(list)
            : draft.mapping.title.empty() ? FilesModel::tr("profile %1").arg(toQString(draft.mapping.name))
                                          : toQString(draft.mapping.title);
    case DraftState::Proposed:
        return draft.isAccepted ? FilesModel::tr("own mapping: %1").arg(list)
                                : FilesModel::tr("not recognised; proposed: %1").arg(list);
    case DraftState::Unknown:
        return FilesModel::tr("not recognised");
    case DraftState::NotData:
        return FilesModel::tr("no data, left alone");
    case DraftState::ImportedBefore:
        return FilesModel::tr("imported before, as %1").arg(toQString(draft.importedAs));
    case DraftState::Broken:
        return FilesModel::tr("can't be read");
    }
    return {};
}

FilesModel::FilesModel(std::vector<ImportDraft>& drafts, QObject* parent)
    : QAbstractTableModel(parent)
    , m_drafts(drafts)
{
}

void FilesModel::refresh()
{
    const int now = static_cast<int>(m_drafts.size());
    if (now == m_rows) {
        if (m_rows > 0)
            Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, kColumns - 1));
        return;
    }
    beginResetModel();
    m_rows = now;
    endResetModel();
}

void FilesModel::setTheme(Theme theme)
{
    m_theme = theme;
    refresh();
}

int FilesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int FilesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QString FilesModel::cellText(const ImportDraft& draft, int column)
{
    switch (column) {
    case kFile:
        return toQString(draft.name);
    case kSize:
        return QLocale().formattedDataSize(static_cast<qint64>(draft.bytes));
    case kState:
        return stateText(draft);
    case kConfidence:
        return draft.confidence > 0 ? tr("%1 %").arg(draft.confidence) : unknownText();
    case kWhy:
        if (draft.state == DraftState::Broken && draft.problem)
            return toQString(errorPhrase(*draft.problem));
        return toQString(draft.reason);
    case kQuestions: {
        if (!draft.isTaken && draft.state != DraftState::Unknown)
            return {};
        QStringList out;
        for (const DraftQuestion question : openQuestions(draft))
            out << questionText(question);
        return out.isEmpty() ? tr("ready") : out.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

QVariant FilesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows || static_cast<std::size_t>(index.row()) >= m_drafts.size())
        return {};
    const ImportDraft& draft = m_drafts[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(draft, index.column());
    case Qt::ToolTipRole:
        return index.column() == kFile ? toQString(draft.path) : cellText(draft, index.column());
    case Qt::CheckStateRole:
        if (index.column() == kFile && (flags(index) & Qt::ItemIsUserCheckable))
            return draft.isTaken ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::ForegroundRole:
        if (index.column() == kQuestions && draft.isTaken)
            return color(m_theme, openQuestions(draft).empty() ? Paint::Ok : Paint::Warning);
        if (draft.state == DraftState::Broken && index.column() == kWhy)
            return color(m_theme, Paint::Error);
        if (!draft.isTaken || index.column() == kWhy)
            return color(m_theme, Paint::TextMuted);
        return {};
    case Qt::FontRole:
        if (index.column() == kFile) {
            QFont font;
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignVCenter
            | (index.column() == kSize || index.column() == kConfidence ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant FilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(
            Qt::AlignVCenter | (section == kSize || section == kConfidence ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[kColumns] = {
        tr("File"), tr("Size"), tr("Recognised as"), tr("Confidence"), tr("Why"), tr("Still to be answered")};
    return titles[section];
}

Qt::ItemFlags FilesModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || static_cast<std::size_t>(index.row()) >= m_drafts.size())
        return Qt::NoItemFlags;
    Qt::ItemFlags out = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    const ImportDraft& draft = m_drafts[static_cast<std::size_t>(index.row())];
    const bool canBeTaken = draft.state == DraftState::Recognised || draft.state == DraftState::Proposed;
    if (index.column() == kFile && canBeTaken)
        out |= Qt::ItemIsUserCheckable;
    return out;
}

bool FilesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    m_drafts[static_cast<std::size_t>(index.row())].isTaken = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), kColumns - 1));
    Q_EMIT takenChanged();
    return true;
}

} // namespace antecedent::app
