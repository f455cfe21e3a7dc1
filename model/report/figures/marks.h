// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The marks of records in figures: one shape per kind, so that nothing depends on colour. Threads: pure.

#include "model/report/drawing.h"

namespace antecedent {

enum class MarkKind : std::uint8_t {
    Failure, // filled diamond
    OtherFailure, // hollow diamond
    AlarmCritical, // filled triangle on a bar
    AlarmHigh, // filled triangle
    AlarmMedium, // hollow triangle
    AlarmLow, // open chevron
    Preventive, // hollow square
    Corrective, // filled square with x
    Calibration, // circle with cross hair
    CalibrationFailed, // filled circle with x
    Cleaning, // drop
    Operator, // disc on a stem
    Material, // hexagon
    Change, // sheet
    State, // short bar
    Other, // small filled circle
};

// Priority of marks that are merged into one: the higher one stays visible.
int priorityOf(MarkKind kind);
// Centred on (x, y), about 7 points wide.
void drawMark(Drawing& drawing, MarkKind kind, double x, double y);

} // namespace antecedent
