// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/profile/envelope.h"

#include "model/profile/batch_choice.h"
#include "model/profile/quantile.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace antecedent {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kFarthest = 99; // beyond, the number means nothing more

bool isJudged(const ProfileBin& bin)
{
    return !std::isnan(bin.median) && !std::isnan(bin.own.middle);
}

// Signed: above the greatest, below the least; 0 inside.
double beyond(const ProfileBin& bin)
{
    const double above = bin.own.high - bin.high;
    const double below = bin.low - bin.own.low;
    if (above <= 0 && below <= 0)
        return 0;
    return above >= below ? above : -below;
}

} // namespace

double ColumnDistance::rank() const
{
    return std::abs(fromMedian) + mean;
}

ProfileBin profileBin(std::span<const BatchBin> good)
{
    ProfileBin bin{kNone, kNone, kNone, kNone, kNone, 0, {kNone, kNone, kNone}};
    std::vector<double> middles;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const BatchBin& one : good) {
        if (std::isnan(one.middle))
            continue;
        middles.push_back(one.middle);
        low = std::min(low, one.low);
        high = std::max(high, one.high);
    }
    bin.batches = static_cast<std::uint32_t>(middles.size());
    if (middles.size() < kFewestGood)
        return bin;
    std::sort(middles.begin(), middles.end());
    bin.low = low;
    bin.high = high;
    bin.tenth = sortedQuantile(middles, 0.1);
    bin.median = sortedQuantile(middles, 0.5);
    bin.ninetieth = sortedQuantile(middles, 0.9);
    return bin;
}

double leastWidth(std::span<const ProfileBin> bins)
{
    constexpr double kOfRange = 0.05;
    constexpr double kOfValue = 1e-3;
    constexpr double kLeast = 1e-9;
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const ProfileBin& bin : bins) {
        if (std::isnan(bin.median))
            continue;
        low = std::min(low, bin.low);
        high = std::max(high, bin.high);
    }
    if (low > high)
        return kLeast;
    return std::max({kOfRange * (high - low), kOfValue * std::max(std::abs(low), std::abs(high)), kLeast});
}

ColumnDistance distanceOf(std::span<const ProfileBin> column, double leastWidth)
{
    ColumnDistance found;
    std::vector<double> widths;
    for (const ProfileBin& bin : column)
        if (isJudged(bin))
            widths.push_back(bin.high - bin.low);
    found.judged = widths.size();
    if (widths.empty())
        return found;
    found.width = std::max(quantile(std::move(widths), 0.5), leastWidth);
    std::size_t outside = 0;
    for (std::size_t i = 0; i < column.size(); ++i) {
        const ProfileBin& bin = column[i];
        if (!isJudged(bin))
            continue;
        found.fromMedian += std::clamp((bin.own.middle - bin.median) / found.width, -kFarthest, kFarthest);
        const double distance = std::clamp(beyond(bin) / found.width, -kFarthest, kFarthest);
        if (distance == 0)
            continue;
        if (outside++ == 0)
            found.firstOutside = static_cast<double>(i) / static_cast<double>(column.size());
        found.mean += std::abs(distance);
        if (std::abs(distance) > std::abs(found.largest))
            found.largest = distance;
    }
    const auto judged = static_cast<double>(found.judged);
    found.mean /= judged;
    found.fromMedian /= judged;
    found.outside = static_cast<double>(outside) / judged;
    return found;
}

} // namespace antecedent
