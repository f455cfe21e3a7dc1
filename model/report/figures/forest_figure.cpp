// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/report/figures/forest_figure.h"

#include <algorithm>
#include <cmath>

namespace antecedent {

namespace {

constexpr double kMargin = 9;
constexpr double kLowest = 0.1;
constexpr double kHighest = 1000;

double xOf(double ratio, double width)
{
    const double share = std::log10(std::max(ratio, 1e-12) / kLowest) / std::log10(kHighest / kLowest);
    return kMargin + std::clamp(share, 0.0, 1.0) * (width - 2 * kMargin);
}

void arrow(Drawing& drawing, double x, double y, double direction)
{
    drawing.polygon({{x, y - 2.3}, {x + 4.5 * direction, y}, {x, y + 2.3}}, Ink::Black, Ink::None);
}

} // namespace

Drawing drawForestHeader(double width, const Lexicon& lexicon)
{
    Drawing drawing;
    drawing.width = width;
    drawing.height = 21;
    drawing.text({width / 2, 7}, lexicon.say(phrase("Odds ratio, 95 %")), 7.2, TextAnchor::Middle, true);
    for (const auto& [value, words] : {std::pair(0.1, "0.1"), std::pair(1.0, "1"), std::pair(10.0, "10"),
             std::pair(100.0, "100"), std::pair(1000.0, "1000")}) {
        if (value != 100) // no room beside the last one
            drawing.text({xOf(value, width), 16}, lexicon.number(words), 6.5, TextAnchor::Middle);
        drawing.line({xOf(value, width), 18}, {xOf(value, width), 21}, 0.6);
    }
    return drawing;
}

Drawing drawForestRow(const ForestRow& row, double width, double height)
{
    Drawing drawing;
    drawing.width = width;
    drawing.height = height;
    const double y = height / 2;
    drawing.line({xOf(1, width), 0}, {xOf(1, width), height}, 0.7, Ink::Mid);
    if (!row.low && !row.high)
        return drawing;
    const double low = row.low.value_or(0);
    const double high = row.high.value_or(2 * kHighest);
    const double left = xOf(low, width);
    const double right = xOf(high, width);
    drawing.line({left, y}, {right, y}, row.strength);
    if (low < kLowest)
        arrow(drawing, left, y, -1);
    else
        drawing.line({left, y - 2.6}, {left, y + 2.6}, row.strength);
    if (high > kHighest)
        arrow(drawing, right, y, 1);
    else
        drawing.line({right, y - 2.6}, {right, y + 2.6}, row.strength);
    if (row.estimate && row.high && *row.estimate >= kLowest && *row.estimate <= kHighest) {
        const double x = xOf(*row.estimate, width);
        drawing.rect({x - 2.3, y - 2.3, x + 2.3, y + 2.3}, Ink::White, Ink::Black, 0.9);
    }
    return drawing;
}

} // namespace antecedent
