// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The files of an import: taken or not, recognised as what and why, what is still to be answered. Threads: GUI.

#include "app/window/import/import_draft.h"
#include "widgets/common/palette.h"

#include <QAbstractTableModel>

namespace antecedent::app {

QString questionText(DraftQuestion question);
QString stateText(const ImportDraft& draft);

class FilesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { kFile, kSize, kState, kConfidence, kWhy, kQuestions, kColumns };

    // `drafts` outlives the model; refresh() after every change in them.
    explicit FilesModel(std::vector<ImportDraft>& drafts, QObject* parent = nullptr);
    void refresh();
    void setTheme(widgets::Theme theme);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void takenChanged();

private:
    static QString cellText(const ImportDraft& draft, int column);
    std::vector<ImportDraft>& m_drafts;
    int m_rows = 0; // as the views know
    widgets::Theme m_theme = widgets::Theme::Light;
};

} // namespace antecedent::app
