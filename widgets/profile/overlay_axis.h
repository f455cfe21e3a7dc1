// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The one mapping between a place in a golden profile and pixels, for all of its signals: a place is a column and the
// share of it that has passed, 2.5 is the middle of the third column. Columns are equally wide or as wide as they are
// long; a hundredth of the whole at least. Pixels count from the left edge of the plots. Threads: plain values.

#include "model/profile/phase_columns.h"

#include <vector>

namespace antecedent::widgets {

enum class ColumnWidth : std::uint8_t { Equal, ByDuration };

class OverlayAxis
{
public:
    OverlayAxis() = default;
    OverlayAxis(const std::vector<ProfileColumn>& columns, ColumnWidth width);

    std::size_t columns() const { return m_edges.size() - 1; }
    void setWidthPx(double width) { m_widthPx = width > 1 ? width : 1; }
    double widthPx() const { return m_widthPx; }

    double xOf(double place) const; // beyond the view too
    double placeAt(double x) const; // 0 .. columns()
    double columnWidthPx(std::size_t column) const
    {
        return xOf(static_cast<double>(column) + 1) - xOf(static_cast<double>(column));
    }

    bool isWhole() const { return m_from <= 0 && m_to >= 1; }
    void fit();
    void zoom(double x, double factor); // around x; factor < 1 zooms in
    void pan(double deltaPx); // positive: towards later phases
    void show(double from, double to); // these places, with some room
    void reveal(double place); // pans as little as needed

private:
    double shareOf(double place) const; // of the whole width
    void place(double from, double length);

    std::vector<double> m_edges{0, 1}; // ascending, 0 to 1
    double m_from = 0;
    double m_to = 1;
    double m_widthPx = 1;
};

} // namespace antecedent::widgets
