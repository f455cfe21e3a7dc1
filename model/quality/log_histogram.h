// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Counts of positive numbers by size, eight bins to a doubling, so that quantiles of any number of values cost a fixed
// amount of memory. Limits that are edges of bins (`edgeAbove`) give exact counts. Threads: plain values.

#include <array>
#include <cstddef>
#include <cstdint>

namespace antecedent::quality {

class LogHistogram
{
public:
    void add(double value); // not positive: counted, and less than all others
    std::uint64_t size() const { return m_size; }
    // The upper edge of the bin in which the quantile lies; 0 for no values, or where it is not positive.
    double quantile(double p) const;
    // The least edge that is not below the value.
    static double edgeAbove(double value);
    // Values at or above an edge.
    std::uint64_t countFrom(double edge) const;

private:
    static constexpr int kPerDoubling = 8;
    static constexpr int kBins = kPerDoubling * 160; // 2^-80 to 2^80
    static int binOf(double value);
    static double lowerEdge(int bin);

    std::uint64_t m_size = 0;
    std::uint64_t m_none = 0;
    std::array<std::uint64_t, kBins> m_counts{};
};

} // namespace antecedent::quality
