// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is odd in the samples of one tag, in one pass and bounded memory: the largest distances, spikes and the
// longest runs of one value are kept while the usual ones are learned, and judged at the end. Numbers of gaps and jumps
// are exact; of each, at most kKept are listed. Threads: one owner.

#include "model/domain/dataset.h"
#include "model/quality/log_histogram.h"

#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace antecedent::quality {

struct SignalPlace
{
    std::int64_t fromUs = 0;
    std::int64_t toUs = 0; // of a jump that goes back: when
    double size = 0; // seconds, or the value that it jumped to
};

struct SignalOddities
{
    std::uint64_t samples = 0; // with a value
    std::uint64_t gaps = 0;
    bool isInBlocks = false; // so much of the time is without samples that this is how they are recorded
    std::vector<SignalPlace> gapPlaces; // all places ascending by time
    std::uint64_t jumps = 0;
    std::vector<SignalPlace> jumpPlaces;
    std::vector<SignalPlace> frozen;
    std::vector<SignalPlace> rests; // the longest runs of one value, frozen or by habit
    bool isMoving = false; // otherwise; not a state or a setpoint
    std::uint64_t atLimit = 0; // samples
    std::vector<SignalPlace> limitPlaces;
};

class SignalScan
{
public:
    // `use`: when the tag's asset was in use, disjoint and ascending; null: not known.
    SignalScan(const Interval& span, const std::vector<Interval>* use);
    void add(const Sample& sample); // ascending by time
    SignalOddities finish();

private:
    struct Kept
    {
        double measure = 0;
        SignalPlace place;
    };
    // The largest few, by measure.
    class Largest
    {
    public:
        void add(double measure, const SignalPlace& place);
        std::vector<SignalPlace> from(double edge) const; // ascending by time

    private:
        static constexpr std::size_t kKept = 64;
        std::vector<Kept> m_kept; // a heap, the least first
    };
    struct Run
    {
        double value = 0;
        std::int64_t fromUs = 0;
        std::int64_t toUs = 0;
        std::uint64_t length = 0;
    };
    struct Limit
    {
        double value = 0;
        std::uint64_t count = 0;
        std::uint64_t runs = 0; // of three and more
        std::int64_t firstUs = 0;
        std::int64_t lastUs = 0;
    };

    double secondsInUse(std::int64_t fromUs, std::int64_t toUs);
    void addDistance(std::int64_t us);
    void addChange(std::int64_t us, double value);
    void addToRun(std::int64_t us, double value);
    void closeRun();
    void findGaps(SignalOddities& out) const;
    void findJumps(SignalOddities& out) const;
    void findFrozen(SignalOddities& out) const;
    void findLimits(SignalOddities& out) const;

    Interval m_span;
    const std::vector<Interval>* m_use;
    std::size_t m_nextUse = 0;
    std::uint64_t m_samples = 0;
    std::int64_t m_beforeUs = 0; // the sample before the last
    std::int64_t m_lastUs = 0;
    double m_last = 0;
    double m_lastChange = 0;
    LogHistogram m_distances; // in use where that is known
    LogHistogram m_silences; // what of the distance counts
    double m_silence = 0; // seconds
    Largest m_longest;
    std::int64_t m_blockUs = 0;
    std::vector<float> m_blocks; // longest distance that begins in each
    LogHistogram m_spikes;
    Largest m_sharpest;
    std::uint64_t m_equal = 0; // neighbours
    Run m_run;
    std::vector<Run> m_longRuns; // the longest
    std::unordered_map<double, std::uint64_t> m_habits; // runs by value
    std::unordered_set<double> m_values; // up to a limit
    Limit m_least;
    Limit m_greatest;
};

} // namespace antecedent::quality
