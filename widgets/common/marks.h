// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One mark per kind of record, the same in timeline, tables, inspector and figures: a shape and a colour, so that
// neither has to be seen alone. Marks are about 11 px, centred. Threads: pure; painting where the painter lives.

#include "model/alignment/unified_events.h"
#include "widgets/common/palette.h"

#include <QIcon>
#include <QString>

class QPainter;
class QPointF;

namespace antecedent::widgets {

enum class MarkKind : std::uint8_t {
    Failure,
    OtherFailure,
    Preventive,
    Corrective,
    OtherMaintenance,
    Calibration,
    CalibrationFailed,
    Cleaning,
    Operator,
    AlarmCritical,
    AlarmHigh,
    AlarmMedium,
    AlarmLow,
    State,
    Step,
    Material,
    Change,
    Result,
    Event,
};

MarkKind markOf(const Dataset& dataset, const UnifiedEvents& events, std::size_t i);
// `Alarm 3`, `Operator`, `Preventive work` …
QString markName(MarkKind kind);
Paint markPaint(MarkKind kind);
void paintMark(QPainter& painter, MarkKind kind, const QPointF& centre, Theme theme);
QIcon markIcon(MarkKind kind, Theme theme);

} // namespace antecedent::widgets
