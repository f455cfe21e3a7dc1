// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The look of all tables: rows of 22, no grid but hair lines, whole rows selected, copy with Ctrl+C as tab-separated
// text with the header. Threads: GUI.

#include <QTableView>

namespace antecedent::app {

class TableView : public QTableView
{
    Q_OBJECT

public:
    explicit TableView(QWidget* parent = nullptr);
    void setWidths(const std::vector<int>& widths); // the last column takes what is left

    // Text shown where the table is empty: what to do next.
    void setEmptyText(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void copySelection() const;

    QString m_emptyText;
};

} // namespace antecedent::app
