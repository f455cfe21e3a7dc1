// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/palette.h"

#include <algorithm>
#include <cmath>

namespace antecedent::widgets {

namespace {

struct Pair
{
    QRgb light;
    QRgb dark;
};

// In the order of Paint.
constexpr std::array<Pair, kPaints> kColors{{
    {0xFFE9ECF1, 0xFF1F252D}, // Window
    {0xFFF4F6F9, 0xFF1A1F26}, // Panel
    {0xFFFFFFFF, 0xFF14181E}, // View
    {0xFFE3E9F2, 0xFF2A323D}, // Hover
    {0xFFF7F9FB, 0xFF181D24}, // AlternateRow
    {0xFFD6E4FA, 0xFF1F3B63}, // Selection
    {0xFF18202C, 0xFFE8ECF2}, // Text
    {0xFF465162, 0xFFB4BECB}, // TextSecondary
    {0xFF586476, 0xFF8E99A8}, // TextMuted
    {0xFF97A1AF, 0xFF616C7B}, // TextDisabled
    {0xFFB9C1CD, 0xFF4A5564}, // LineStrong
    {0xFFD8DDE5, 0xFF333C48}, // Line
    {0xFFECEFF3, 0xFF222932}, // Grid
    {0xFF1D5FC4, 0xFF71A9FF}, // Accent
    {0xFFFFFFFF, 0xFF0B1524}, // OnAccent
    {0xFFC2124F, 0xFFFF6B9B}, // Failure
    {0xFFFCE8EF, 0xFF3A1B28}, // FailureWash
    {0xFF55657B, 0xFF9DABBF}, // Control
    {0xFF2A9E8E, 0xFF4FBBAC}, // Preventive
    {0xFF14604B, 0xFF2A9880}, // Corrective
    {0xFFA868C6, 0xFFCDA2EA}, // Calibration
    {0xFF2457B8, 0xFF5A86F0}, // Cleaning
    {0xFF4D5173, 0xFFCDD2DF}, // Operator
    {0xFF7A1A0C, 0xFFE5472A}, // AlarmCritical
    {0xFFE2603F, 0xFFF6B078}, // AlarmHigh
    {0xFFA06A0D, 0xFFB29F3A}, // AlarmMedium
    {0xFF6B7585, 0xFF5F7A94}, // AlarmLow
    {0xFF8DB9A4, 0xFF3F7C66}, // StateRunning
    {0xFFE6EAEF, 0xFF262D36}, // StateIdle
    {0xFFC9D3E3, 0xFF3A4658}, // StateHold
    {0xFF5A3A40, 0xFF8F5660}, // StateDown
    {0xFFB9D8D6, 0xFF1E5552}, // StateMaintenance
    {0xFFC9D6EC, 0xFF2F4568}, // Step
    {0xFFDCE5F3, 0xFF263650}, // StepOther
    {0xFF66758A, 0xFF95A3B6}, // Uncertainty
    {0xFF1E7B4B, 0xFF58C48B}, // Ok
    {0xFF9A6200, 0xFFE6B04C}, // Warning
    {0xFFB01818, 0xFFFF7468}, // Error
}};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

QColor color(Theme theme, Paint paint)
{
    const Pair& pair = kColors[static_cast<std::size_t>(paint)];
    return QColor::fromRgb(theme == Theme::Light ? pair.light : pair.dark);
}

QPalette widgetPalette(Theme theme)
{
    const auto c = [theme](Paint paint) { return color(theme, paint); };
    QPalette p;
    p.setColor(QPalette::Window, c(Paint::Window));
    p.setColor(QPalette::Base, c(Paint::View));
    p.setColor(QPalette::AlternateBase, c(Paint::AlternateRow));
    p.setColor(QPalette::Button, c(Paint::Panel));
    p.setColor(QPalette::ToolTipBase, c(Paint::Panel));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        p.setColor(role, c(Paint::Text));
    p.setColor(QPalette::PlaceholderText, c(Paint::TextMuted));
    p.setColor(QPalette::Highlight, c(Paint::Selection));
    p.setColor(QPalette::HighlightedText, c(Paint::Text));
    p.setColor(QPalette::Link, c(Paint::Accent));
    p.setColor(QPalette::LinkVisited, c(Paint::Accent));
    p.setColor(QPalette::Light, c(Paint::View));
    p.setColor(QPalette::Midlight, c(Paint::Line));
    p.setColor(QPalette::Mid, c(Paint::LineStrong));
    p.setColor(QPalette::Dark, c(Paint::Control));
    p.setColor(QPalette::Shadow, c(Paint::LineStrong));
    p.setColor(QPalette::BrightText, c(Paint::Error));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, c(Paint::TextDisabled));
    return p;
}

Theme themeOf(const QPalette& palette)
{
    const bool isDark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    return isDark ? Theme::Dark : Theme::Light;
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace antecedent::widgets
