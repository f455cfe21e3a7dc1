// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The look of all tables: rows of 22, no grid but hair lines, whole rows selected, copy with Ctrl+C: the selected rows
// with the header as a table (HTML, and tab-separated text for programs that know no tables). Threads: GUI.

#include <QTableView>

#include <vector>

namespace antecedent::app {

// The room between columns that all tables have, for one that is no TableView.
void padCells(QTableView& table);

class TableView : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(QWidget* parent = nullptr);
    // No column narrower than its heading in the window's language; the last one takes what is left.
    void setWidths(const std::vector<int>& widths);

    // Those that are not hidden, from left to right.
    std::vector<int> shownColumns() const;

    // Text shown where the table is empty: what to do next.
    void setEmptyText(const QString& text);

    // All rows, or the selected ones where more than one is selected, for other programs: as a table, or as text in
    // columns of equal width.
    void copyTable();
    void copyText();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<int> rowsToCopy(int fewest) const; // the selected ones if there are as many, else all
    std::vector<QStringList> cellsOf(const std::vector<int>& rows) const; // the header first
    void copyRows(const std::vector<int>& rows) const;

    QString m_emptyText;
};

} // namespace antecedent::app
