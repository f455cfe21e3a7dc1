// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sequence graph to look at and to choose from: click or arrow keys choose a node or an edge, the ways that lead to
// a chosen node are lit, Enter asks for its windows. Grows with the picture; stands in a scroll area. Threads: GUI.

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
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen();
    void opened(); // Enter or double click on the choice

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    SequenceChoice at(const QPointF& place) const;
    void light();
    QString tipOf(const SequenceChoice& choice) const;
    int nextNode(int key) const;

    std::optional<SequencePicture> m_picture;
    QString m_foot;
    QString m_emptyText;
    SequenceChoice m_choice;
    SequenceLit m_lit;
};

} // namespace antecedent::widgets
