// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/figures/plot_lane.h"
#include "model/base/ticks.h"

#include "model/report/figures/scale.h"
#include "model/report/svg.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace antecedent {

namespace {

constexpr double kText = 6.5;
constexpr double kColumn = 0.6;
constexpr int kScansOfAGap = 5;

struct Scale
{
    double low = 0;
    double high = 1;
    double top = 0;
    double bottom = 0;

    double y(double value) const { return bottom - (value - low) / (high - low) * (bottom - top); }
};

// Median distance of neighbouring samples; zero if there are fewer than three.
Duration scanInterval(const std::vector<Sample>& samples)
{
    std::vector<std::int64_t> steps;
    for (std::size_t i = 1; i < samples.size(); ++i)
        steps.push_back((samples[i].time - samples[i - 1].time).count());
    if (steps.size() < 2)
        return Duration(0);
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return Duration(*middle);
}

// Stretches of the range without data.
std::vector<Interval> holesOf(const TimelinePlot& plot, const Interval& range)
{
    std::vector<Interval> holes;
    const Duration longest = std::max(scanInterval(plot.samples) * kScansOfAGap, Duration(1));
    Timestamp last = range.begin;
    bool isKnown = false;
    for (const Sample& sample : plot.samples) {
        if (std::isnan(sample.value))
            continue;
        if (sample.time - last > longest)
            holes.push_back({last, sample.time});
        last = sample.time;
        isKnown = true;
    }
    if (!isKnown || range.end - last > longest)
        holes.push_back({last, range.end});
    return holes;
}

Scale scaleOf(const TimelinePlot& plot, double top)
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const Sample& sample : plot.samples) {
        if (std::isnan(sample.value))
            continue;
        low = std::min(low, sample.value);
        high = std::max(high, sample.value);
    }
    // A limit counts if it is not so far away that it would flatten the data.
    const double span = high - low;
    for (const std::optional<double>& limit : {plot.lowLimit, plot.highLimit})
        if (limit && (!(high >= low) || (*limit > low - 2 * span - 1e-12 && *limit < high + 2 * span + 1e-12))) {
            low = std::min(low, *limit);
            high = std::max(high, *limit);
        }
    if (!(high >= low)) {
        low = 0;
        high = 1;
    }
    const double margin = high > low ? (high - low) * 0.06 : std::max(std::abs(high) * 0.05, 0.5);
    return Scale{low - margin, high + margin, top + 4, top + kPlotLaneHeight - 4};
}

void drawData(Drawing& drawing, const TimelinePlot& plot, const TimeScale& time, const Scale& scale)
{
    const Duration longest = std::max(scanInterval(plot.samples) * kScansOfAGap, Duration(1));
    std::vector<Point> line;
    const auto flush = [&] {
        if (line.size() == 1)
            line.push_back({line.front().x + kColumn, line.front().y});
        if (!line.empty())
            drawing.polyline(std::move(line), 0.6, Ink::Dark);
        line.clear();
    };
    std::size_t i = 0;
    std::optional<Timestamp> last;
    while (i < plot.samples.size()) {
        const double column = std::floor((time.x(plot.samples[i].time) - time.left()) / kColumn);
        double low = std::numeric_limits<double>::infinity();
        double high = -low;
        double first = 0;
        double final = 0;
        bool isEmpty = true;
        for (; i < plot.samples.size(); ++i) {
            const Sample& sample = plot.samples[i];
            if (std::floor((time.x(sample.time) - time.left()) / kColumn) != column)
                break;
            if (std::isnan(sample.value))
                continue;
            if (last && sample.time - *last > longest)
                flush();
            last = sample.time;
            first = isEmpty ? sample.value : first;
            final = sample.value;
            low = std::min(low, sample.value);
            high = std::max(high, sample.value);
            isEmpty = false;
        }
        if (isEmpty)
            continue;
        const double x = time.left() + (column + 0.5) * kColumn;
        if (plot.isStep && !line.empty())
            line.push_back({x, line.back().y});
        line.push_back({x, scale.y(first)});
        if (high > low) {
            line.push_back({x, scale.y(low)});
            line.push_back({x, scale.y(high)});
            line.push_back({x, scale.y(final)});
        }
    }
    flush();
}

// The widest part of a box that no break covers.
std::pair<double, double> widestPart(const TimeScale& time, const Box& box)
{
    std::pair<double, double> widest{box.left, box.left};
    double from = box.left;
    const auto consider = [&](double to) {
        if (to - from > widest.second - widest.first)
            widest = {from, to};
    };
    for (const TimeScale::Break& each : time.breaks()) {
        if (each.right <= box.left || each.left >= box.right)
            continue;
        consider(each.left);
        from = each.right;
    }
    consider(box.right);
    return widest;
}

void drawLimit(Drawing& drawing, const TimelinePlot& plot, const TimeScale& time, const Scale& scale, bool isHigh,
    const Lexicon& lexicon)
{
    const std::optional<double>& limit = isHigh ? plot.highLimit : plot.lowLimit;
    if (!limit)
        return;
    const Phrase value = numeral(fixedNumber(*limit, 4));
    Phrase shown = isHigh ? phrase("max %1", value) : phrase("min %1", value);
    const bool isOff = *limit < scale.low || *limit > scale.high;
    const double y = isOff ? (isHigh ? scale.top + 6 : scale.bottom - 1) : scale.y(*limit);
    if (isOff)
        shown = phrase("%1, off scale", shown);
    else
        drawing.line({time.left(), y}, {time.right(), y}, 0.9, Ink::Black, Dash::Dashed);
    const std::string words = lexicon.say(shown);
    // Above the line, or below it near the top of the lane, on white so that it stays readable.
    const double base = isOff ? y : y - 8 > scale.top - 3 ? y - 2 : y + 7;
    const double left = widestPart(time, {time.left(), 0, time.right(), 0}).first;
    drawing.rect({left + 1, base - 6, left + 5 + textWidth(words, kText), base + 1.6}, Ink::White, Ink::None);
    drawing.text({left + 3, base}, words, kText);
}

} // namespace

void drawPlotLane(Drawing& drawing, const TimelinePlot& plot, const TimeScale& time, double top, const Lexicon& lexicon)
{
    const Scale scale = scaleOf(plot, top);
    const double middle = top + kPlotLaneHeight / 2;
    const std::vector<double> ticks = niceTicks(scale.low, scale.high, 4);
    for (const double tick : ticks) {
        drawing.line({time.left(), scale.y(tick)}, {time.right(), scale.y(tick)}, 0.4, Ink::Light);
        std::string text = fixedNumber(tick, tickDecimals(ticks));
        if (text.front() == '-')
            text.replace(0, 1, "\u2212");
        drawing.text({time.left() - 4, scale.y(tick) + 2.2}, lexicon.number(text), kText, TextAnchor::End);
    }
    const double nameWidth = time.left() - 34;
    const std::vector<std::string> name = wrapText(plot.name, nameWidth, kText + 0.5, 3);
    double y = middle - 6 - 4 * (static_cast<double>(name.size()) - 1);
    for (const std::string& line : name) {
        drawing.text({0, y}, line, kText + 0.5);
        y += 8.5;
    }
    for (const std::string& detail : {plot.tag, plot.unit}) {
        drawing.text({0, y}, fitText(detail, nameWidth, kText), kText, TextAnchor::Start, false, Ink::Dark);
        y += 8.5;
    }
    for (const Interval& hole : holesOf(plot, time.range())) {
        const Box box{time.x(hole.begin), top + 2, time.x(hole.end), top + kPlotLaneHeight - 2};
        drawing.hatch(box, Hatch::Falling, 4.5, Ink::Mid, 0.5);
        const auto [left, right] = widestPart(time, box);
        const std::string words = lexicon.say(phrase("no data"));
        const double half = textWidth(words, kText) / 2 + 3;
        if (right - left > 2 * half + 6) {
            const double centre = (left + right) / 2;
            drawing.rect({centre - half, middle - 5, centre + half, middle + 4}, Ink::White, Ink::None);
            drawing.text({centre, middle + 2}, words, kText, TextAnchor::Middle);
        }
    }
    drawData(drawing, plot, time, scale);
    drawLimit(drawing, plot, time, scale, false, lexicon);
    drawLimit(drawing, plot, time, scale, true, lexicon);
    drawing.line({0, top + kPlotLaneHeight}, {drawing.width, top + kPlotLaneHeight}, 0.4, Ink::Light);
}

} // namespace antecedent
