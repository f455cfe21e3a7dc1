// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The failures of one classification stacked over one relative axis: their anchors stand in one line, what came before
// at its left. A click on a mark selects the record, any other click in a row goes to its failure. The wheel scrolls,
// with Ctrl it zooms; drag pans; every step has a key. Threads: GUI.

#include "widgets/document/context.h"
#include "widgets/timeline/aligned_failures.h"
#include "widgets/timeline/stamps.h"
#include "widgets/timeline/time_axis.h"

#include <QAbstractScrollArea>

namespace antecedent::widgets {

class AlignedWidget : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit AlignedWidget(Context& context, QWidget* parent = nullptr);

    const AlignedFailures& content() const { return m_content; }
    AlignedOrder order() const { return m_order; }
    void setOrder(AlignedOrder order);
    void fit(); // the window of the context
    const TimeAxis& axis() const { return m_axis; } // microseconds to the anchor
    // What stands on the picture: the first line says of how many failures.
    void paint(QPainter& painter);
    // Middle of a row in the viewport.
    int middleOf(std::size_t row) const;

    QSize minimumSizeHint() const override { return {640, 240}; }

Q_SIGNALS:
    void failureChosen(); // the context has it

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void rebuild(); // when it is seen
    void layOut();
    int rowHeight() const;
    std::optional<std::size_t> rowAt(int y) const;
    TimeAxis axisOf(const AlignedFailure& row) const; // in absolute time
    std::optional<std::uint32_t> eventAt(const QPoint& point) const;
    void choose(std::size_t row);
    void moveCurrent(int by);
    void paintRow(QPainter& painter, Theme theme, std::size_t row, int top);
    void paintHead(QPainter& painter, Theme theme);

    struct Asked
    {
        DataPtr data;
        std::optional<std::size_t> failure;
        Duration before{};
        Duration after{};
        bool operator==(const Asked&) const = default;
    };

    Context& m_context;
    Asked m_asked;
    Stamps m_stamps;
    AlignedFailures m_content;
    AlignedOrder m_order = AlignedOrder::Date;
    TimeAxis m_axis;
    std::size_t m_current = 0;
    bool m_isStale = true;
    bool m_isPanning = false;
    QPoint m_pressed;
    TimeAxis m_pressedAxis;
};

} // namespace antecedent::widgets
