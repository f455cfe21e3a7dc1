// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// All windows of a candidate at a glance: one cell each in time order, a row per failure with its controls, per stratum
// of batches, or per life of the part where a counter starts again; filled where the candidate was seen, a diamond for
// a failure, a circle for a control, the counter above the cell. Click or arrow keys choose a cell, double click or
// Enter opens its window. Threads: GUI.

#include "app/window/shared/window_place.h"

#include <QAbstractScrollArea>

namespace antecedent::app {

class WindowMatrix : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit WindowMatrix(QWidget* parent = nullptr);

    struct Input
    {
        std::vector<WindowUse> windows;
        std::string failure; // at hand
        bool isRank = false; // values are compared, nothing is exposed
    };
    void setInput(Input input, const widgets::InvestigationData* snapshot);

    std::optional<std::size_t> chosen() const { return m_chosen; } // position in the windows
    void setChosen(std::optional<std::size_t> window);
    QRect cellOf(std::size_t window) const; // in the viewport

    QSize sizeHint() const override { return {420, 150}; }

Q_SIGNALS:
    void chosenChanged(std::size_t window);
    void opened(std::size_t window);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Cell
    {
        std::size_t window = 0;
        int row = 0; // visual
        int column = 0;
    };
    struct Row
    {
        QString name;
        int first = 0; // visual row
    };
    void arrange(); // cells by the width
    QRect placeOf(const Cell& cell) const;
    void sortByTime(const widgets::InvestigationData* snapshot);
    std::vector<std::vector<std::size_t>> groups(std::vector<QString>& names) const;
    std::optional<std::size_t> cellAt(const QPoint& point) const; // position in m_cells
    int rowHeight() const;
    void choose(std::size_t cell);
    void paintCell(QPainter& painter, const Cell& cell, const QRect& place) const;
    QString tipOf(const WindowUse& use) const;

    Input m_in;
    std::vector<std::size_t> m_byTime; // windows
    std::vector<Cell> m_cells;
    std::vector<Row> m_rows;
    int m_rowCount = 0;
    bool m_hasValues = false;
    std::optional<std::size_t> m_chosen;
};

} // namespace antecedent::app
