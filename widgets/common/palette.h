// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The only place with colours of the window. Names say the use, values are for a light and a dark theme; text reaches
// 4.5:1 and marks 3:1 on view and panel (WCAG 2.1 AA, computed by the test). Threads: pure.

#include <QColor>
#include <QPalette>

#include <array>
#include <cstdint>

namespace antecedent::widgets {

enum class Theme : std::uint8_t { Light, Dark };

enum class Paint : std::uint8_t {
    Window, // rail, group headers
    Panel, // bars, inspector, table headers
    View, // data
    Hover,
    AlternateRow,
    Selection,
    Text,
    TextSecondary,
    TextMuted,
    TextDisabled,
    LineStrong,
    Line,
    Grid,
    Accent,
    OnAccent,
    Failure,
    FailureWash,
    Control,
    Preventive,
    Corrective,
    Calibration,
    Cleaning,
    Operator,
    AlarmCritical,
    AlarmHigh,
    AlarmMedium,
    AlarmLow,
    StateRunning,
    StateIdle,
    StateHold,
    StateDown,
    StateMaintenance,
    Step,
    StepOther,
    Uncertainty,
    Ok,
    Warning,
    Error,
};
inline constexpr std::size_t kPaints = static_cast<std::size_t>(Paint::Error) + 1;

QColor color(Theme theme, Paint paint);
// For QApplication::setPalette.
QPalette widgetPalette(Theme theme);
// Light or dark as the palette at hand is.
Theme themeOf(const QPalette& palette);
// WCAG 2.1 contrast ratio, 1..21.
double contrast(const QColor& a, const QColor& b);

} // namespace antecedent::widgets
