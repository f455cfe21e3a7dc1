// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/profile/batch_signal.h"

#include "model/profile/quantile.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace antecedent {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

class Signal
{
public:
    Signal(std::span<const Sample> samples, Duration scan, bool isStep = false)
        : m_samples(samples)
        , m_longest(scan * kScansOfAGap)
        , m_isStep(isStep)
    {
    }

    std::size_t firstFrom(Timestamp t) const
    {
        return static_cast<std::size_t>(std::lower_bound(m_samples.begin(), m_samples.end(), t,
                                            [](const Sample& s, Timestamp at) { return s.time < at; })
            - m_samples.begin());
    }

    // Whether the line goes on from the sample before this one.
    bool isJoined(std::size_t i) const
    {
        return i > 0 && i < m_samples.size() && !std::isnan(m_samples[i].value) && !std::isnan(m_samples[i - 1].value)
            && m_samples[i].time - m_samples[i - 1].time <= m_longest;
    }

    double at(Timestamp t) const
    {
        const std::size_t next = firstFrom(t);
        if (next < m_samples.size() && m_samples[next].time == t)
            return m_samples[next].value;
        if (!isJoined(next))
            return kNone;
        const Sample& a = m_samples[next - 1];
        const Sample& b = m_samples[next];
        if (m_isStep)
            return a.value;
        const double share = static_cast<double>((t - a.time).count()) / static_cast<double>((b.time - a.time).count());
        return a.value + (b.value - a.value) * share;
    }

    const Sample& operator[](std::size_t i) const { return m_samples[i]; }

private:
    std::span<const Sample> m_samples;
    Duration m_longest;
    bool m_isStep;
};

Timestamp partOf(const Interval& span, std::size_t part, std::size_t parts)
{
    const double share = static_cast<double>(part) / static_cast<double>(parts);
    return part == parts ? span.end
                         : span.begin + Duration(std::llround(static_cast<double>(span.length().count()) * share));
}

BatchBin binOf(const Signal& signal, Timestamp begin, Timestamp end)
{
    BatchBin bin{kNone, kNone, kNone};
    const auto widen = [&](double value) {
        if (std::isnan(value))
            return;
        bin.low = std::isnan(bin.low) ? value : std::min(bin.low, value);
        bin.high = std::isnan(bin.high) ? value : std::max(bin.high, value);
    };
    std::vector<double> inside;
    for (std::size_t i = signal.firstFrom(begin), last = signal.firstFrom(end); i < last; ++i)
        if (!std::isnan(signal[i].value)) {
            inside.push_back(signal[i].value);
            widen(signal[i].value);
        }
    widen(signal.at(begin));
    widen(signal.at(end));
    bin.middle = inside.empty() ? signal.at(begin + (end - begin) / 2) : quantile(std::move(inside), 0.5);
    if (std::isnan(bin.middle)) // only an edge has a value
        return {kNone, kNone, kNone};
    return bin;
}

struct Slot
{
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t low = 0;
    std::size_t high = 0;
};

} // namespace

Duration scanOf(std::span<const Sample> samples)
{
    std::vector<std::int64_t> steps;
    const Sample* before = nullptr;
    for (const Sample& sample : samples) {
        if (std::isnan(sample.value))
            continue;
        if (before != nullptr)
            steps.push_back((sample.time - before->time).count());
        before = &sample;
    }
    if (steps.empty())
        return {};
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return Duration(*middle);
}

std::vector<Sample> differenceOf(std::span<const Sample> samples, std::span<const Sample> others)
{
    const Signal other(others, scanOf(others));
    std::vector<Sample> out(samples.begin(), samples.end());
    for (Sample& sample : out)
        sample.value -= other.at(sample.time);
    return out;
}

std::vector<BatchBin> binSamples(std::span<const Sample> samples, Duration scan, const Interval& span,
    const Interval& known, std::size_t bins, bool isStep)
{
    const Signal signal(samples, scan, isStep);
    std::vector<BatchBin> out;
    out.reserve(bins);
    for (std::size_t b = 0; b < bins; ++b) {
        const Timestamp begin = partOf(span, b, bins);
        const Timestamp end = std::min(partOf(span, b + 1, bins), known.end);
        out.push_back(begin < end ? binOf(signal, begin, end) : BatchBin{kNone, kNone, kNone});
    }
    return out;
}

std::vector<LinePoint> lineOf(std::span<const Sample> samples, Duration scan, const Interval& span,
    const Interval& known, std::size_t slots, bool isStep)
{
    const Signal signal(samples, scan, isStep);
    std::vector<LinePoint> line;
    const double length = static_cast<double>(std::max<std::int64_t>(span.length().count(), 1));
    const auto shareOf = [&](Timestamp t) { return static_cast<double>((t - span.begin).count()) / length; };
    const auto add = [&](Timestamp t, double value) {
        const LinePoint point{shareOf(t), value};
        const bool isBreak = std::isnan(value);
        if (isStep && !isBreak && !line.empty() && !std::isnan(line.back().y) && line.back().y != value)
            line.push_back({point.x, line.back().y});
        if (isBreak ? !line.empty() && !std::isnan(line.back().y) : line.empty() || !(line.back() == point))
            line.push_back(point);
    };
    add(known.begin, signal.at(known.begin));
    std::size_t i = signal.firstFrom(known.begin);
    const std::size_t end = signal.firstFrom(known.end);
    const auto slotOf = [&](std::size_t at) {
        return std::min(static_cast<std::size_t>(shareOf(signal[at].time) * static_cast<double>(slots)), slots - 1);
    };
    while (i < end) {
        if (!signal.isJoined(i) && signal[i].time != known.begin)
            add(signal[i].time, kNone);
        if (std::isnan(signal[i].value)) {
            ++i;
            continue;
        }
        // The joined samples of one slot: first, least and greatest in their order, last.
        Slot slot{i, i, i, i};
        for (std::size_t next = i + 1; next < end && signal.isJoined(next) && slotOf(next) == slotOf(i); ++next) {
            slot.last = next;
            slot.low = signal[next].value < signal[slot.low].value ? next : slot.low;
            slot.high = signal[next].value > signal[slot.high].value ? next : slot.high;
        }
        for (const std::size_t at :
            {slot.first, std::min(slot.low, slot.high), std::max(slot.low, slot.high), slot.last})
            add(signal[at].time, signal[at].value);
        i = slot.last + 1;
    }
    if (i > 0 && !signal.isJoined(i))
        add(known.end, kNone);
    add(known.end, signal.at(known.end));
    if (!line.empty() && std::isnan(line.back().y))
        line.pop_back();
    return line;
}

} // namespace antecedent
