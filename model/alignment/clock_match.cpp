// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/clock_match.h"

#include "model/alignment/clock_estimate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <iterator>

namespace antecedent {

namespace {

constexpr std::int64_t kSecondUs = 1'000'000;
constexpr std::int64_t kHourUs = 3'600 * kSecondUs;
constexpr double kDayUs = 86'400e6;
constexpr std::int64_t kNearUs = 6 * kHourUs; // where a difference is looked for first
constexpr std::int64_t kFarUs = 4'000LL * 24 * kHourUs;
constexpr double kNearShare = 0.4; // of the rarer kind that must agree
constexpr double kFarShare = 0.7;
constexpr double kChance = 1e-6; // of any window with so many pairs, were the times of both unrelated
constexpr double kMostSpreadUs = 60e6; // of what is one fact in two systems, or the width of the times
constexpr std::size_t kMostPairs = 4'000'000;

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

struct Pairs
{
    std::vector<ClockPair> all; // ascending by difference
    std::size_t stride = 1; // every so many moments of the stream were taken
};

// All pairs of one unit whose difference is at most `reach`.
Pairs pairsWithin(const ClockStream& stream, const ClockStream& reference, std::int64_t reach)
{
    std::size_t all = 0;
    const std::size_t units = std::min(stream.times.size(), reference.times.size());
    for (std::size_t unit = 0; unit < units; ++unit)
        all += reach > kNearUs ? stream.times[unit].size() * reference.times[unit].size() : 0;
    Pairs made;
    made.stride = all / kMostPairs + 1;
    std::vector<ClockPair>& out = made.all;
    for (std::size_t unit = 0; unit < units; ++unit) {
        const std::vector<std::int64_t>& theirs = reference.times[unit];
        for (std::size_t i = 0; i < stream.times[unit].size(); i += made.stride) {
            const std::int64_t us = stream.times[unit][i];
            for (auto at = std::lower_bound(theirs.begin(), theirs.end(), us - reach);
                 at != theirs.end() && *at <= us + reach && out.size() < kMostPairs; ++at)
                out.push_back({*at, us - *at});
        }
    }
    std::sort(out.begin(), out.end(), [](const ClockPair& a, const ClockPair& b) {
        return std::pair(a.differenceUs, a.referenceUs) < std::pair(b.differenceUs, b.referenceUs);
    });
    return made;
}

struct Peak
{
    std::size_t first = 0;
    std::size_t last = 0; // one behind
};

// The window of this width with most pairs, the one nearest to 0 of equal ones.
Peak peakOf(const std::vector<ClockPair>& pairs, std::int64_t width)
{
    Peak best;
    std::size_t first = 0;
    for (std::size_t last = 0; last < pairs.size(); ++last) {
        while (pairs[last].differenceUs - pairs[first].differenceUs > width)
            ++first;
        const std::size_t count = last + 1 - first;
        const std::size_t most = best.last - best.first;
        if (count > most
            || (count == most && std::abs(pairs[first].differenceUs) < std::abs(pairs[best.first].differenceUs)))
            best = {first, last + 1};
    }
    return best;
}

// Whether another difference, half a day or more away, is shared by nearly as many: work by the calendar meets daily
// production at the same hour whatever the day, and tells no clock.
bool hasRival(const std::vector<ClockPair>& pairs, const Peak& peak, std::int64_t width)
{
    constexpr std::int64_t kApartUs = 12 * kHourUs;
    const std::int64_t low = pairs[peak.first].differenceUs - kApartUs;
    const std::int64_t high = pairs[peak.last - 1].differenceUs + kApartUs;
    std::vector<ClockPair> others;
    std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(others),
        [&](const ClockPair& pair) { return pair.differenceUs < low || pair.differenceUs > high; });
    const Peak second = peakOf(others, width);
    return (second.last - second.first) * 4 >= (peak.last - peak.first) * 3;
}

// How many moments the rarer kind has at units that both know.
std::size_t possibleOf(const ClockStream& stream, const ClockStream& reference)
{
    std::size_t mine = 0;
    std::size_t theirs = 0;
    for (std::size_t unit = 0; unit < std::min(stream.times.size(), reference.times.size()); ++unit) {
        if (stream.times[unit].empty() || reference.times[unit].empty())
            continue;
        mine += stream.times[unit].size();
        theirs += reference.times[unit].size();
    }
    return std::min(mine, theirs);
}

// Chance that at least `count` of a Poisson number with this mean are seen.
double poissonTail(double mean, std::size_t count)
{
    if (mean <= 0)
        return 0;
    double tail = 0;
    double term =
        std::exp(static_cast<double>(count) * std::log(mean) - mean - std::lgamma(static_cast<double>(count) + 1));
    for (std::size_t k = count; k < count + 1'000 && term > 0; ++k) {
        tail += term;
        term *= mean / static_cast<double>(k + 1);
    }
    return tail;
}

std::optional<std::vector<ClockPair>> findShared(
    const std::vector<ClockPair>& pairs, std::int64_t reach, std::int64_t width, std::size_t possible, double share)
{
    for (const std::int64_t wide : {2 * width, 120 * kSecondUs, 600 * kSecondUs, kHourUs}) {
        if (wide < 2 * width)
            continue;
        const Peak peak = peakOf(pairs, wide);
        const std::size_t count = peak.last - peak.first;
        const double chance =
            static_cast<double>(pairs.size()) * static_cast<double>(wide) / (2 * static_cast<double>(reach));
        if (count >= kFewestAnchors && static_cast<double>(count) >= share * static_cast<double>(possible)
            && static_cast<double>(count) > chance
            && poissonTail(chance, count) * 2 * static_cast<double>(reach) / static_cast<double>(wide) < kChance
            && (reach <= kNearUs || !hasRival(pairs, peak, wide)))
            return std::vector<ClockPair>(pairs.begin() + static_cast<std::ptrdiff_t>(peak.first),
                pairs.begin() + static_cast<std::ptrdiff_t>(peak.last));
    }
    return std::nullopt;
}

// Median of the slopes of all pairs of a thinned choice (Theil and Sen).
double slopeOf(const std::vector<ClockPair>& pairs)
{
    constexpr std::size_t kMost = 500;
    const std::size_t step = pairs.size() / kMost + 1;
    std::vector<double> slopes;
    for (std::size_t i = 0; i < pairs.size(); i += step)
        for (std::size_t j = i + step; j < pairs.size(); j += step)
            if (const auto apart = pairs[j].referenceUs - pairs[i].referenceUs; apart > 24 * kHourUs)
                slopes.push_back(
                    static_cast<double>(pairs[j].differenceUs - pairs[i].differenceUs) / static_cast<double>(apart));
    return medianOf(std::move(slopes));
}

class Fit
{
public:
    Fit(std::vector<ClockPair> pairs, double widthUs)
        : m_pairs(std::move(pairs))
        , m_widthUs(widthUs)
    {
        std::sort(m_pairs.begin(), m_pairs.end(), [](const ClockPair& a, const ClockPair& b) {
            return std::pair(a.referenceUs, a.differenceUs) < std::pair(b.referenceUs, b.differenceUs);
        });
    }

    // Twice: what is far from the line of most is no anchor.
    void run()
    {
        for (int round = 0; round < 2; ++round) {
            m_middleUs = m_pairs[m_pairs.size() / 2].referenceUs;
            m_slope = slopeOf(m_pairs);
            measure();
            if (!standsOut()) {
                m_slope = 0;
                measure();
            }
            const double reach = std::max(4 * m_sigmaUs, m_widthUs);
            const auto isFar = [&](const ClockPair& pair) { return std::abs(residual(pair)) > reach; };
            if (round == 0
                && static_cast<std::size_t>(std::count_if(m_pairs.begin(), m_pairs.end(), isFar)) + kFewestAnchors
                    <= m_pairs.size())
                std::erase_if(m_pairs, isFar);
        }
    }

    void put(ClockMatch& match) const
    {
        constexpr double kMedian = 1.2533; // efficiency of the median of a normal distribution
        constexpr double kNormal95 = 1.96;
        constexpr double kLeastS = 1; // whole seconds may be cut or rounded
        const auto n = static_cast<double>(m_pairs.size());
        const double even = m_widthUs / std::sqrt(12.0); // of times that fall anywhere between two steps
        const double sigma = std::max(m_sigmaUs, even);
        // What is always done at the same minute is always rounded the same way: more of it says no more.
        const bool isFixed = m_sigmaUs < even / 2;
        match.offsetS = m_offsetUs / 1e6;
        match.spreadS = m_sigmaUs / 1e6;
        const double halfUs = isFixed ? m_widthUs / 2 : kNormal95 * kMedian * sigma / std::sqrt(n);
        match.halfWidthS = std::max(kLeastS, halfUs / 1e6);
        match.driftSPerDay = m_slope * kDayUs / 1e6;
        match.sinceUs = m_middleUs;
        match.pairs = m_pairs;
    }
    double residual(const ClockPair& pair) const
    {
        return static_cast<double>(pair.differenceUs) - m_offsetUs
            - m_slope * static_cast<double>(pair.referenceUs - m_middleUs);
    }

private:
    void measure()
    {
        m_offsetUs = 0;
        std::vector<double> values;
        for (const ClockPair& pair : m_pairs)
            values.push_back(residual(pair));
        m_offsetUs = medianOf(values);
        for (double& value : values)
            value = std::abs(value - m_offsetUs);
        m_sigmaUs = 1.4826 * medianOf(std::move(values));
    }

    // A drift is told from chance by four standard errors, and by more than five seconds and the rounding over the
    // span.
    bool standsOut() const
    {
        constexpr double kErrors = 4;
        constexpr double kLeastUs = 5e6;
        double mean = 0;
        double square = 0;
        for (const ClockPair& pair : m_pairs) {
            const auto t = static_cast<double>(pair.referenceUs - m_middleUs);
            mean += t / static_cast<double>(m_pairs.size());
            square += t * t / static_cast<double>(m_pairs.size());
        }
        const double deviation = std::sqrt(std::max(1.0, square - mean * mean));
        const double sigma = std::max(m_sigmaUs, m_widthUs / std::sqrt(12.0));
        const double error = sigma / (deviation * std::sqrt(static_cast<double>(m_pairs.size())));
        const auto span = static_cast<double>(m_pairs.back().referenceUs - m_pairs.front().referenceUs);
        return std::abs(m_slope) > kErrors * error && std::abs(m_slope) * span > std::max(kLeastUs, m_widthUs);
    }

    std::vector<ClockPair> m_pairs;
    double m_widthUs;
    std::int64_t m_middleUs = 0;
    double m_slope = 0;
    double m_offsetUs = 0;
    double m_sigmaUs = 0;
};

// Pairs that lie one hour beside the fit, on the side where more do.
std::vector<ClockPair> hourOff(const std::vector<ClockPair>& pairs, const Fit& fit, double widthUs)
{
    const double reach = std::max(60e6, widthUs);
    std::array<std::vector<ClockPair>, 2> sides;
    for (const ClockPair& pair : pairs) {
        const double off = fit.residual(pair);
        for (std::size_t side = 0; side < 2; ++side)
            if (std::abs(off - (side == 0 ? -1.0 : 1.0) * static_cast<double>(kHourUs)) <= reach)
                sides[side].push_back(pair);
    }
    return sides[0].size() > sides[1].size() ? sides[0] : sides[1];
}

} // namespace

std::optional<ClockMatch> matchClocks(
    const ClockStream& stream, const ClockStream& reference, const std::stop_token& stop)
{
    ClockMatch out;
    out.ofSource = stream.kind;
    out.ofReference = reference.kind;
    out.possible = possibleOf(stream, reference);
    const std::int64_t width = std::max({stream.widthUs, reference.widthUs, kSecondUs});
    out.widthS = static_cast<double>(width) / 1e6;
    if (out.possible < kFewestAnchors || stop.stop_requested())
        return std::nullopt;
    Pairs pairs = pairsWithin(stream, reference, kNearUs);
    std::optional<std::vector<ClockPair>> shared = findShared(pairs.all, kNearUs, width, out.possible, kNearShare);
    if (!shared && !stop.stop_requested()) {
        pairs = pairsWithin(stream, reference, kFarUs);
        shared = findShared(pairs.all, kFarUs, width, out.possible / pairs.stride, kFarShare);
    }
    if (!shared)
        return std::nullopt;
    Fit fit(std::move(*shared), static_cast<double>(width));
    fit.run();
    fit.put(out);
    if (out.spreadS * 1e6 > std::max(kMostSpreadUs, static_cast<double>(width)))
        return std::nullopt;
    out.hourOff = hourOff(pairs.all, fit, static_cast<double>(width));
    return out;
}

} // namespace antecedent
