// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/profile/overlay_axis.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace antecedent::widgets {

OverlayAxis::OverlayAxis(const std::vector<ProfileColumn>& columns, ColumnWidth width)
{
    constexpr double kLeast = 0.01;
    if (columns.empty())
        return;
    std::vector<double> widths;
    double total = 0;
    for (const ProfileColumn& column : columns)
        total += static_cast<double>(column.length.count());
    for (const ProfileColumn& column : columns)
        widths.push_back(
            width == ColumnWidth::Equal ? 1.0 : std::max(static_cast<double>(column.length.count()) / total, kLeast));
    const double sum = std::accumulate(widths.begin(), widths.end(), 0.0);
    m_edges = {0};
    for (const double one : widths)
        m_edges.push_back(m_edges.back() + one / sum);
    m_edges.back() = 1;
}

double OverlayAxis::shareOf(double place) const
{
    const double most = static_cast<double>(columns());
    const auto column = static_cast<std::size_t>(std::clamp(std::floor(place), 0.0, most - 1));
    return m_edges[column] + (place - static_cast<double>(column)) * (m_edges[column + 1] - m_edges[column]);
}

double OverlayAxis::xOf(double place) const
{
    return (shareOf(place) - m_from) / (m_to - m_from) * m_widthPx;
}

double OverlayAxis::placeAt(double x) const
{
    const double share = std::clamp(m_from + x / m_widthPx * (m_to - m_from), 0.0, 1.0);
    const auto after = std::upper_bound(m_edges.begin(), m_edges.end(), share);
    const auto column = static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(after - m_edges.begin() - 1, 0, static_cast<std::ptrdiff_t>(columns()) - 1));
    return static_cast<double>(column) + (share - m_edges[column]) / (m_edges[column + 1] - m_edges[column]);
}

void OverlayAxis::place(double from, double length)
{
    length = std::clamp(length, 0.002, 1.0);
    m_from = std::clamp(from, 0.0, 1 - length);
    m_to = m_from + length;
}

void OverlayAxis::fit()
{
    place(0, 1);
}

void OverlayAxis::zoom(double x, double factor)
{
    const double at = m_from + x / m_widthPx * (m_to - m_from);
    const double length = std::clamp((m_to - m_from) * factor, 0.002, 1.0);
    place(at - x / m_widthPx * length, length);
}

void OverlayAxis::pan(double deltaPx)
{
    place(m_from + deltaPx / m_widthPx * (m_to - m_from), m_to - m_from);
}

void OverlayAxis::show(double from, double to)
{
    constexpr double kRoom = 0.1;
    const double begin = shareOf(from);
    const double length = shareOf(to) - begin;
    place(begin - kRoom * length, length * (1 + 2 * kRoom));
}

void OverlayAxis::reveal(double at)
{
    const double share = shareOf(at);
    if (share < m_from)
        place(share, m_to - m_from);
    else if (share > m_to)
        place(share - (m_to - m_from), m_to - m_from);
}

} // namespace antecedent::widgets
