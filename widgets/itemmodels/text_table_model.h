// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A table of up to some ten thousand ready cells (failures, sources, diagnostics, audit trail, candidates): text, a
// value to sort by, a mark, a tooltip. Big tables have models of their own. Threads: GUI.

#include "widgets/common/marks.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace antecedent::widgets {

struct TableColumn
{
    QString title;
    bool isNumber = false; // right-aligned
    bool isStrong = false; // semibold: the column the eye must find first
};

struct TableCell
{
    TableCell(QString shown = {}, QVariant sortBy = {}) // NOLINT(google-explicit-constructor): a text is a cell
        : text(std::move(shown))
        , key(std::move(sortBy))
    {
    }
    QString text;
    QVariant key; // invalid: the text
    std::optional<MarkKind> mark;
    std::optional<Paint> ink;
    QString tip; // empty: the text
};

class TextTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int kSortRole = Qt::UserRole;
    static constexpr int kRowRole = Qt::UserRole + 1; // number of the row as it was set, whatever the sorting

    explicit TextTableModel(std::vector<TableColumn> columns, QObject* parent = nullptr);

    void setRows(std::vector<std::vector<TableCell>> rows);
    void setTheme(Theme theme);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<TableColumn> m_columns;
    std::vector<std::vector<TableCell>> m_rows;
    Theme m_theme = Theme::Light;
};

} // namespace antecedent::widgets
