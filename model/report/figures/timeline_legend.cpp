// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/figures/timeline_legend.h"

#include <set>

namespace antecedent {

namespace {

constexpr double kText = 6.5;
constexpr double kRow = 11;

Phrase nameOf(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Failure:
        return phrase("this failure");
    case MarkKind::OtherFailure:
        return phrase("other failure");
    case MarkKind::AlarmCritical:
        return phrase("alarm, critical");
    case MarkKind::AlarmHigh:
        return phrase("alarm, high");
    case MarkKind::AlarmMedium:
        return phrase("alarm, medium or not stated");
    case MarkKind::AlarmLow:
        return phrase("alarm, low");
    case MarkKind::Preventive:
        return phrase("preventive work");
    case MarkKind::Corrective:
        return phrase("corrective work");
    case MarkKind::Calibration:
        return phrase("calibration");
    case MarkKind::CalibrationFailed:
        return phrase("calibration, out of tolerance");
    case MarkKind::Cleaning:
        return phrase("cleaning");
    case MarkKind::Operator:
        return phrase("operator action");
    case MarkKind::Material:
        return phrase("material lot");
    case MarkKind::Change:
        return phrase("change");
    case MarkKind::State:
        return phrase("short step or state");
    case MarkKind::Other:
        return phrase("other record");
    }
    return {};
}

Phrase nameOf(BandStyle style)
{
    switch (style) {
    case BandStyle::Box:
        return phrase("step or work, from begin to end");
    case BandStyle::FailedBox:
        return phrase("step of this batch");
    case BandStyle::Running:
        return phrase("running");
    case BandStyle::Idle:
        return phrase("idle");
    case BandStyle::Hold:
        return phrase("hold");
    case BandStyle::Down:
        return phrase("down, alarm in force or corrective work");
    case BandStyle::Maintenance:
        return phrase("state: maintenance");
    case BandStyle::Cleaning:
        return phrase("cleaning, from begin to end");
    }
    return {};
}

class LegendPainter
{
public:
    LegendPainter(Drawing& drawing, double top, double width)
        : m_drawing(drawing)
        , m_width(width)
        , m_middle(top + kRow / 2)
    {
    }

    template <class DrawSample> void add(double sampleWidth, const std::string& name, DrawSample drawSample)
    {
        const double length = sampleWidth + 3 + textWidth(name, kText);
        if (m_x > 0 && m_x + length > m_width) {
            m_x = 0;
            m_middle += kRow;
        }
        drawSample(m_x, m_middle);
        m_drawing.text({m_x + sampleWidth + 3, m_middle + 2.3}, name, kText, TextAnchor::Start, false, Ink::Dark);
        m_x += length + 11;
    }
    double bottom() const { return m_middle + kRow / 2; }

private:
    Drawing& m_drawing;
    double m_width;
    double m_middle;
    double m_x = 0;
};

} // namespace

void drawBand(Drawing& drawing, BandStyle style, double left, double right, double middle)
{
    const double half = style == BandStyle::Idle ? 2.5 : 5;
    const Box box{left, middle - half, right, middle + half};
    switch (style) {
    case BandStyle::Box:
        return drawing.rect(box, Ink::White);
    case BandStyle::FailedBox:
        drawing.rect(box, Ink::Mid, Ink::Black, 1.2);
        return drawing.hatch(box, Hatch::Rising, 7, Ink::Black, 0.9);
    case BandStyle::Running:
        return drawing.rect(box, Ink::Light, Ink::Mid, 0.4);
    case BandStyle::Idle:
        return drawing.rect(box, Ink::White, Ink::Mid, 0.5);
    case BandStyle::Hold:
        return drawing.rect(box, Ink::White, Ink::Dark, 0.6, Dash::Dotted);
    case BandStyle::Down:
        drawing.rect(box, Ink::White, Ink::Black, 0.8);
        return drawing.hatch(box, Hatch::Rising, 3.2, Ink::Black, 0.7);
    case BandStyle::Maintenance:
        drawing.rect(box, Ink::White, Ink::Black, 0.8);
        return drawing.hatch(box, Hatch::Cross, 4, Ink::Dark, 0.5);
    case BandStyle::Cleaning:
        return drawing.rect(box, Ink::Light, Ink::Dark, 0.5, Dash::Dotted);
    }
}

double drawTimelineLegend(
    Drawing& drawing, const TimelineFigure& figure, double top, double width, const Lexicon& lexicon)
{
    std::set<MarkKind> marks;
    std::set<BandStyle> bands;
    for (const TimelineLane& lane : figure.lanes)
        for (const TimelineMark& mark : lane.marks) {
            if (mark.end && *mark.end > mark.at && mark.kind != MarkKind::Operator)
                bands.insert(mark.band);
            if (!mark.end || mark.kind != MarkKind::State)
                marks.insert(mark.kind);
        }
    if (marks.empty() && bands.empty())
        return 0;
    LegendPainter painter(drawing, top, width);
    for (const MarkKind kind : marks)
        painter.add(
            8, lexicon.say(nameOf(kind)), [&](double x, double middle) { drawMark(drawing, kind, x + 4, middle); });
    for (const BandStyle style : bands)
        painter.add(16, lexicon.say(nameOf(style)),
            [&](double x, double middle) { drawBand(drawing, style, x, x + 16, middle); });
    return painter.bottom() - top;
}

} // namespace antecedent
