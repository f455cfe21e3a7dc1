// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quality/log_histogram.h"

#include <algorithm>
#include <cmath>

namespace antecedent::quality {

double LogHistogram::lowerEdge(int bin)
{
    return std::exp2(static_cast<double>(bin - kBins / 2) / kPerDoubling);
}

// The edges decide, so that a value counts from the edge on that it is compared with, however log2 rounds.
int LogHistogram::binOf(double value)
{
    const double place = std::floor(std::log2(value) * kPerDoubling) + kBins / 2.0;
    int bin = static_cast<int>(std::clamp(place, 0.0, kBins - 1.0));
    while (bin > 0 && value < lowerEdge(bin))
        --bin;
    while (bin + 1 < kBins && value >= lowerEdge(bin + 1))
        ++bin;
    return bin;
}

void LogHistogram::add(double value)
{
    ++m_size;
    if (value > 0)
        ++m_counts[static_cast<std::size_t>(binOf(value))];
    else
        ++m_none;
}

double LogHistogram::quantile(double p) const
{
    if (m_size == 0)
        return 0;
    const auto rank = static_cast<std::uint64_t>(p * static_cast<double>(m_size - 1)) + 1;
    std::uint64_t below = m_none;
    if (rank <= below)
        return 0;
    for (int bin = 0; bin < kBins; ++bin) {
        below += m_counts[static_cast<std::size_t>(bin)];
        if (rank <= below)
            return lowerEdge(bin + 1);
    }
    return lowerEdge(kBins);
}

double LogHistogram::edgeAbove(double value)
{
    if (!(value > 0))
        return lowerEdge(0);
    const int bin = binOf(value);
    return lowerEdge(bin) >= value ? lowerEdge(bin) : lowerEdge(bin + 1);
}

std::uint64_t LogHistogram::countFrom(double edge) const
{
    std::uint64_t count = 0;
    for (int bin = 0; bin < kBins; ++bin)
        if (lowerEdge(bin) >= edge)
            count += m_counts[static_cast<std::size_t>(bin)];
    return count;
}

} // namespace antecedent::quality
