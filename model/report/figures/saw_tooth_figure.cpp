// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/figures/saw_tooth_figure.h"

#include "model/base/ticks.h"
#include "model/report/figures/marks.h"
#include "model/report/figures/scale.h"
#include "model/report/svg.h"

#include <algorithm>

namespace antecedent {

namespace {

constexpr double kGutter = 92;
constexpr double kRightMargin = 44; // for the value at the failure
constexpr double kAxisHeight = 28;
constexpr double kPanelHeight = 76;
constexpr double kText = 6.5;
constexpr std::size_t kFewestControls = 3;

class SawToothPainter
{
public:
    SawToothPainter(const SawToothFigure& figure, double width, const Lexicon& lexicon)
        : m_figure(figure)
        , m_lexicon(lexicon)
        , m_right(width - kRightMargin)
    {
        m_drawing.width = width;
        m_drawing.height = kAxisHeight + kPanelHeight * static_cast<double>(figure.panels.size()) + 1;
        m_drawing.description = say("Counters of the asset's condition before %1", figure.failure);
    }

    Drawing paint()
    {
        paintAxis();
        double top = kAxisHeight;
        for (const SawToothPanel& panel : m_figure.panels) {
            paintPanel(panel, top);
            top += kPanelHeight;
        }
        return std::move(m_drawing);
    }

private:
    double x(Timestamp t) const
    {
        const double share = static_cast<double>((t - m_figure.range.begin).count())
            / static_cast<double>(std::max<std::int64_t>(1, m_figure.range.length().count()));
        return kGutter + std::clamp(share, 0.0, 1.0) * (m_right - kGutter);
    }

    void paintAxis()
    {
        m_drawing.text({kGutter - 14, 8}, say("Site time"), kText, TextAnchor::End, false, Ink::Dark);
        m_drawing.text({kGutter - 14, 19}, say("To failure"), kText, TextAnchor::End, false, Ink::Dark);
        m_drawing.line({kGutter, kAxisHeight - 3}, {m_right, kAxisHeight - 3}, 0.8);
        const Duration step = niceTimeStep(m_figure.range.length(), 7);
        for (std::int64_t i = (m_figure.range.begin - m_figure.t0).count() / step.count(); i <= 0; ++i) {
            const Timestamp t = m_figure.t0 + step * i;
            const double at = x(t);
            m_drawing.line({at, kAxisHeight - 6}, {at, kAxisHeight - 3}, 0.7);
            if (i != 0)
                m_drawing.line({at, kAxisHeight - 3}, {at, m_drawing.height - 1}, 0.4, Ink::Light);
            m_drawing.text({at, 8}, m_lexicon.say(dayPhrase(t, m_figure.siteZone)), kText, TextAnchor::Middle, i == 0);
            m_drawing.text({at, 19}, m_lexicon.number(relativeText(step * i, step)), kText, TextAnchor::Middle, i == 0);
        }
    }

    void paintPanel(const SawToothPanel& panel, double top)
    {
        const CounterHistory& history = *panel.history;
        const double bottom = top + kPanelHeight - 5;
        const double ceiling = top + 9;
        const double highest = history.highest({m_figure.range.begin, m_figure.t0}) * 1.05;
        const auto y = [&](double value) { return bottom - value / highest * (bottom - ceiling); };
        paintControls(history, y);
        const std::vector<double> ticks = niceTicks(0, highest, 4);
        for (const double tick : ticks) {
            m_drawing.line({kGutter, y(tick)}, {m_right, y(tick)}, 0.4, tick == 0 ? Ink::Mid : Ink::Light);
            m_drawing.text({kGutter - 4, y(tick) + 2.2}, m_lexicon.number(fixedNumber(tick, tickDecimals(ticks))),
                kText, TextAnchor::End);
        }
        double nameY = top + 24;
        for (const std::string& line : wrapText(panel.name, kGutter - 26, kText + 0.5, 3, true)) {
            m_drawing.text({0, nameY}, line, kText + 0.5, TextAnchor::Start, true);
            nameY += 8.5;
        }
        m_drawing.text({0, nameY}, unitOf(history), kText, TextAnchor::Start, false, Ink::Dark);
        paintCurve(history, y);
        m_drawing.line({x(m_figure.t0), kAxisHeight - 3}, {x(m_figure.t0), bottom}, 1.2);
        for (const CounterPoint& point : history.failures)
            if (m_figure.range.begin <= point.at)
                paintFailure(point, y(point.value), history);
        m_drawing.line({0, top + kPanelHeight}, {m_drawing.width, top + kPanelHeight}, 0.4, Ink::Mid);
    }

    std::string unitOf(const CounterHistory& history) const
    {
        return history.isInBatches ? say("batches") : say("days");
    }

    template <class Y> void paintControls(const CounterHistory& history, const Y& y)
    {
        if (history.controls.size() < kFewestControls)
            return;
        const auto [low, high] = std::minmax_element(history.controls.begin(), history.controls.end(),
            [](const CounterPoint& a, const CounterPoint& b) { return a.value < b.value; });
        m_drawing.rect({kGutter, y(high->value) - 0.5, m_right, y(low->value) + 0.5}, Ink::Light, Ink::None);
    }

    // Up by one at a use, or along with time; straight down at a reset.
    template <class Y> void paintCurve(const CounterHistory& history, const Y& y)
    {
        std::vector<Point> line;
        for (const CounterVertex& corner : history.curve({m_figure.range.begin, m_figure.t0}))
            line.push_back({x(corner.at), y(corner.value)});
        m_drawing.polyline(std::move(line), 1.1);
        for (const CounterReset& reset : history.resets)
            if (m_figure.range.begin <= reset.at && reset.at <= m_figure.t0)
                m_drawing.polygon(
                    {{x(reset.at) - 2.2, y(0) + 4}, {x(reset.at), y(0) + 0.4}, {x(reset.at) + 2.2, y(0) + 4}},
                    Ink::Dark, Ink::None);
    }

    void paintFailure(const CounterPoint& point, double at, const CounterHistory& history)
    {
        const bool isThis = point.id == m_figure.failure;
        drawMark(m_drawing, isThis ? MarkKind::Failure : MarkKind::OtherFailure, x(point.at), at);
        if (!isThis)
            return;
        const std::string value = m_lexicon.number(fixedNumber(point.value, history.isInBatches ? 0 : 1));
        const double left = x(point.at) + 7;
        const bool isShort = m_drawing.width - left < textWidth(value + " " + unitOf(history), 8, true);
        m_drawing.text({left, at + (isShort ? -1 : 2.8)}, isShort ? value : value + " " + unitOf(history), 8,
            TextAnchor::Start, true);
    }

    template <class... Parts> std::string say(const char* english, const Parts&... parts) const
    {
        return m_lexicon.say(phrase(english, parts...));
    }

    const SawToothFigure& m_figure;
    const Lexicon& m_lexicon;
    double m_right;
    Drawing m_drawing;
};

} // namespace

Drawing drawSawTooth(const SawToothFigure& figure, double width, const Lexicon& lexicon)
{
    return SawToothPainter(figure, width, lexicon).paint();
}

} // namespace antecedent
