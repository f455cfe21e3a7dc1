// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The first rows of a file, as its text or as the records they become. Threads: GUI.

#include "importers/trial.h"
#include "widgets/common/palette.h"

#include <QAbstractTableModel>

namespace antecedent::app {

class PreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit PreviewModel(QObject* parent = nullptr);

    void clear();
    void showRecords(const importers::PreviewTable& table);
    void showText(const importers::SourceHead& head, std::size_t limit);
    void setTheme(widgets::Theme theme);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Cell
    {
        QString text;
        bool isBad = false;
        bool isNumber = false;
    };
    struct Row
    {
        std::vector<Cell> cells;
        QString reason;
        bool isRejected = false;
    };
    QStringList m_titles;
    std::vector<Row> m_rows;
    widgets::Theme m_theme = widgets::Theme::Light;
};

} // namespace antecedent::app
