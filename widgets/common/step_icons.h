// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Icons of the steps of an investigation: lines of 1.4 on a grid of 16, in the ink of the text beside them. Threads:
// where the painter lives.

#include <QPainterPath>

class QPainter;

namespace antecedent::widgets {

enum class StepIcon {
    Sources,
    Failures,
    Timeline,
    Facts,
    Sequences,
    Evidence,
    Impact,
    Conclusion,
    Report,
    Audit,
};

QPainterPath stepPath(StepIcon icon);
void paintStepIcon(QPainter& painter, StepIcon icon, const QPointF& centre, const QColor& ink);

} // namespace antecedent::widgets
