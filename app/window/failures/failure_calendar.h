// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Failures against maintenance over the calendar: a row per asset or classification, a cell per day, week or longer as
// the width asks, in site time; failures darker the more there are and with their number, below them hollow squares for
// preventive work, filled ones for corrective and a circle for other work. Click or arrow keys and Enter choose a cell;
// the same again, or Escape, chooses none. Threads: GUI.

#include "widgets/common/site_time.h"

#include <QWidget>

#include <map>
#include <optional>
#include <vector>

namespace antecedent::app {

class FailureCalendar : public QWidget
{
    Q_OBJECT

public:
    explicit FailureCalendar(QWidget* parent = nullptr);

    struct Entry
    {
        Timestamp at;
        enum class What : std::uint8_t { Failure, Preventive, Corrective, OtherWork } what = What::Failure;
    };
    struct Row
    {
        QString name; // as shown
        QString value; // as chosen; may be empty
        std::vector<Entry> entries;
    };
    struct Input
    {
        std::vector<Row> rows; // most failures first
        QString heading; // what the rows are
        widgets::SiteTime times;
    };
    void setInput(Input input);
    void clearChoice();

    // Where the cell of an instant stands; empty if it is folded or not in reach.
    QRect cellOf(int row, Timestamp at) const;
    QString unitName() const; // day, week, 4 weeks, quarter

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {320, sizeHint().height()}; }

Q_SIGNALS:
    // nullopt: none
    void chosen(const QString& value, const std::optional<antecedent::Interval>& stretch);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Cell
    {
        int row = 0;
        int column = 0;
        auto operator<=>(const Cell&) const = default;
    };
    struct Counts
    {
        int failures = 0;
        int preventive = 0;
        int corrective = 0;
        int otherWork = 0;
    };
    void arrange(); // columns by the width
    std::int64_t dayOf(Timestamp at) const; // local, since 1970
    int columnOf(Timestamp at) const;
    Interval stretchOf(int column) const;
    QRectF placeOf(const Cell& cell) const;
    std::optional<Cell> cellAt(const QPointF& point) const;
    int shownRows() const;
    QString tipOf(const Cell& cell) const;
    void toggle(const Cell& cell);
    void paintAxis(QPainter& painter) const;
    void paintCell(QPainter& painter, const Cell& cell, const Counts& counts) const;

    Input m_in;
    std::map<Cell, Counts> m_cells;
    std::int64_t m_firstDay = 0; // of column 0
    int m_daysPerColumn = 1;
    int m_columns = 0;
    std::optional<Cell> m_current; // of the keys
    std::optional<Cell> m_chosen;
};

} // namespace antecedent::app
