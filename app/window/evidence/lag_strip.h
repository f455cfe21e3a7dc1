// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// When a candidate was seen: for each window with it the latest onset before t0 on a linear axis, failures above
// controls; for counters and process features their value in each window instead. The edge of the window is a handle
// (mouse, or Left and Right, then Enter; Escape puts it back): moving it asks for new counts, letting go asks for a
// result. Threads: GUI.

#include "model/evidence/assessment.h"

#include <QWidget>

namespace antecedent::app {

class LagStrip : public QWidget
{
    Q_OBJECT

public:
    explicit LagStrip(QWidget* parent = nullptr);

    struct Input
    {
        std::vector<WindowUse> windows;
        std::string failure; // at hand
        std::optional<Duration> edge; // window before t0, where its length is a time; else it can't be moved
    };
    void setInput(Input input);
    // New counts for an edge that is being moved; the edge stays where it is held.
    void setWindows(std::vector<WindowUse> windows);

    std::optional<Duration> edge() const { return m_edge; } // where it stands now
    double xOf(double seconds) const; // px; of a lag, negative before t0
    bool isMoving() const { return m_edge != m_in.edge; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edgeMoved(antecedent::Duration before);
    void edgeDropped(antecedent::Duration before);
    void edgeReset(); // put back without a result

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Dot
    {
        double at = 0; // s or value
        bool isCase = false;
        bool isOwn = false; // of the failure at hand
    };
    void measure(); // dots and axis of the windows
    bool isAtEdge(const QPointF& point) const;
    void moveEdge(Duration before);
    void drop();
    double plotWidth() const;
    void paintAxis(QPainter& painter) const;
    void paintRow(QPainter& painter, bool isCases, double y) const;
    void paintEdge(QPainter& painter) const;
    void say();

    Input m_in;
    std::optional<Duration> m_edge;
    std::vector<Dot> m_dots;
    bool m_isLag = true; // else values
    double m_from = 0; // of the axis
    double m_to = 0;
    bool m_isDragging = false;
};

} // namespace antecedent::app
