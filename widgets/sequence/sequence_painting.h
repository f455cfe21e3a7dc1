// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Draws a SequencePicture with any painter: window, PNG, SVG (look.md 7). Boxes at their median time to the failure,
// edges by share of the failures (width), difference to the controls (colour) and certainty of order (dash). Threads:
// pure; where the painter lives.

#include "widgets/sequence/sequence_picture.h"

#include <QPainterPath>
#include <QRectF>

class QPainter;

namespace antecedent::widgets {

class SequencePainting
{
public:
    SequencePainting(const SequencePicture& picture, const SequenceChoice& choice, const SequenceLit& lit, Theme theme);

    // With the axis on top; `painter` is at the origin of the picture.
    void paint(QPainter& painter) const;
    QRectF nodeBox(int node) const; // with the axis' height; the failure's diamond
    QPainterPath edgePath(int edge) const;
    QRectF labelBox(int edge) const { return m_labels[static_cast<std::size_t>(edge)]; } // empty without label
    QSizeF size() const;

private:
    void placeLabels();
    double failureLine() const;
    bool isFree(const QPointF& from, double x) const;
    void paintAxis(QPainter& painter) const;
    void paintEdge(QPainter& painter, int edge) const;
    void paintLabel(QPainter& painter, int edge) const;
    void paintOpenEnds(QPainter& painter) const;
    QString labelText(int edge) const; // `7/8 vs 3/40`
    void paintNode(QPainter& painter, int node) const;
    void paintFailure(QPainter& painter, int node) const;
    const SequenceNode& nodeOf(int node) const;
    const SequenceEdge& edgeOf(int edge) const;

    const SequencePicture& m_picture;
    const SequenceChoice& m_choice;
    const SequenceLit& m_lit;
    Theme m_theme;
    std::vector<QRectF> m_labels; // of layout.edges
};

// The picture and the words below it.
void paintSequences(QPainter& painter, const SequencePicture& picture, const SequenceChoice& choice,
    const SequenceLit& lit, const QString& foot, Theme theme);

// The brushed stretch on the axis, its ends as handles; what is outside of it is washed.
void paintBrush(QPainter& painter, const SequenceLayout& layout, const std::optional<std::pair<double, double>>& brush,
    Theme theme);

// Clearly more before failures than in controls: in at least half of the failures and twice as often.
bool isClearlyMore(const SequenceNode& node);

} // namespace antecedent::widgets
