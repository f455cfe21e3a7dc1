// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sequence graph to look at and to choose from: click or arrow keys choose a node, click or E an edge, the ways
// that lead to a chosen node are lit, Enter asks for its windows. On the axis a stretch of time is brushed: drag it,
// its ends, or the whole; Shift and arrow keys move its begin from tick to tick, with Ctrl its end; a double click
// there ends it. Grows with the picture; stands in a scroll area. Threads: GUI.

#include "widgets/sequence/sequence_picture.h"

#include <QWidget>

#include <optional>

namespace antecedent::widgets {

class SequenceWidget : public QWidget
{
    Q_OBJECT

public:
    explicit SequenceWidget(QWidget* parent = nullptr);

    void setPicture(std::optional<SequencePicture> picture, const QString& foot);
    const std::optional<SequencePicture>& picture() const { return m_picture; }
    void setEmptyText(const QString& text); // shown without a picture
    const SequenceChoice& choice() const { return m_choice; }
    void choose(const SequenceChoice& choice);
    // Seconds relative to the failure, [from, to); unset: the whole window.
    using Brush = std::optional<std::pair<double, double>>;
    void setBrush(Brush brush);
    const Brush& brush() const { return m_brush; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen();
    void opened(); // Enter or double click on the choice
    void brushed(std::optional<std::pair<double, double>> brush); // by hand

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    SequenceChoice at(const QPointF& place) const;
    void light();
    bool isOnAxis(const QPointF& place) const;
    void dragBrush(double x);
    void stepBrush(int step, bool isEnd); // to the next tick
    QString tipOf(const SequenceChoice& choice) const;
    int nextNode(int key) const;
    SequenceChoice nextEdge() const;

    std::optional<SequencePicture> m_picture;
    QString m_foot;
    QString m_emptyText;
    SequenceChoice m_choice;
    SequenceLit m_lit;
    enum class Grip : std::uint8_t { None, New, Begin, End, Whole };
    Grip m_grip = Grip::None;
    double m_gripX = 0; // where it was taken
    Brush m_taken; // as it was then
    Brush m_brush;
};

} // namespace antecedent::widgets
