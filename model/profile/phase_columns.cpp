// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/profile/phase_columns.h"

#include "model/profile/quantile.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace antecedent {

namespace {

using Key = std::pair<std::string, std::size_t>; // phase, occurrence

struct Seen
{
    std::vector<double> places; // share of the step when it begins, in good batches
    std::vector<double> lengths; // of good batches, microseconds
    std::optional<Duration> own;
};

std::vector<PhaseRun> phasesOf(const StepRun& run, ProfileAlign align)
{
    if (align == ProfileAlign::StepStart)
        return {PhaseRun{{}, 1, run.during}};
    return run.phases;
}

Duration rounded(double us)
{
    return Duration(std::llround(us));
}

class StepColumns
{
public:
    StepColumns(const BatchChoice& choice, std::size_t step, ProfileAlign align)
        : m_step(step)
        , m_align(align)
    {
        for (const ProfileBatch& batch : choice.batches) {
            const bool isGood = batch.role == BatchRole::Good && batch.isShown;
            if (!batch.runs[step] || (!isGood && batch.role != BatchRole::Case))
                continue;
            m_good += isGood ? 1U : 0U;
            look(*batch.runs[step], isGood);
        }
    }

    void appendTo(std::vector<ProfileColumn>& columns) const
    {
        for (const Key& key : order())
            columns.push_back(columnOf(key, m_seen.at(key)));
    }

private:
    void look(const StepRun& run, bool isGood)
    {
        for (const PhaseRun& phase : phasesOf(run, m_align)) {
            Seen& seen = m_seen[{phase.name, phase.occurrence}];
            if (!isGood) {
                seen.own = phase.during.length();
                m_ownOrder.emplace_back(phase.name, phase.occurrence);
                continue;
            }
            seen.places.push_back(static_cast<double>((phase.during.begin - run.during.begin).count())
                / static_cast<double>(run.during.length().count()));
            seen.lengths.push_back(static_cast<double>(phase.during.length().count()));
        }
    }

    // The good ones by when they usually begin; what only the batch in question has, behind what it had before.
    std::vector<Key> order() const
    {
        std::vector<std::pair<double, Key>> usual;
        for (const auto& [key, seen] : m_seen)
            if (!seen.places.empty() && (seen.own || 2 * seen.places.size() >= m_good))
                usual.emplace_back(quantile(seen.places, 0.5), key);
        std::sort(usual.begin(), usual.end());
        std::vector<Key> keys;
        for (auto& entry : usual)
            keys.push_back(std::move(entry.second));
        for (std::size_t i = 0; i < m_ownOrder.size(); ++i) {
            if (!m_seen.at(m_ownOrder[i]).places.empty())
                continue;
            const auto before = i == 0 ? keys.end() : std::find(keys.begin(), keys.end(), m_ownOrder[i - 1]);
            keys.insert(before == keys.end() ? (i == 0 ? keys.begin() : keys.end()) : before + 1, m_ownOrder[i]);
        }
        return keys;
    }

    ProfileColumn columnOf(const Key& key, const Seen& seen) const
    {
        ProfileColumn column;
        column.step = m_step;
        column.phase = key.first;
        column.occurrence = key.second;
        column.goodBatches = seen.lengths.size();
        column.own = seen.own;
        if (!seen.lengths.empty()) {
            column.median = rounded(quantile(seen.lengths, 0.5));
            column.shortest = rounded(quantile(seen.lengths, 0));
            column.longest = rounded(quantile(seen.lengths, 1));
        }
        const Duration own = seen.own.value_or(Duration{});
        column.length =
            m_align == ProfileAlign::Phase ? column.median.value_or(own) : std::max(own, column.longest.value_or(own));
        column.length = std::max(column.length, Duration(1));
        column.finding = findingOf(column);
        return column;
    }

    LengthFinding findingOf(const ProfileColumn& column) const
    {
        constexpr double kLonger = 1.5;
        constexpr double kShorter = 2.0 / 3.0;
        constexpr double kNearlyAll = 0.8;
        if (m_good < kFewestGood)
            return LengthFinding::None;
        const auto isShare = [&](double share) {
            return static_cast<double>(column.goodBatches) >= share * static_cast<double>(m_good);
        };
        if (!column.own)
            return column.goodBatches >= kFewestGood && isShare(kNearlyAll) ? LengthFinding::Missing
                                                                            : LengthFinding::None;
        if (column.goodBatches == 0)
            return LengthFinding::OnlyHere;
        if (column.goodBatches < kFewestGood)
            return LengthFinding::None;
        const double ratio = static_cast<double>(column.own->count()) / static_cast<double>(column.median->count());
        if (*column.own > *column.longest && ratio >= kLonger)
            return LengthFinding::Longer;
        return *column.own < *column.shortest && ratio <= kShorter ? LengthFinding::Shorter : LengthFinding::None;
    }

    std::size_t m_step;
    ProfileAlign m_align;
    std::size_t m_good = 0; // that have the step
    std::map<Key, Seen> m_seen;
    std::vector<Key> m_ownOrder;
};

} // namespace

const char* toText(LengthFinding finding)
{
    constexpr std::array kTexts{"", "longer", "shorter", "only_here", "missing"};
    return kTexts[static_cast<std::size_t>(finding)];
}

std::vector<ProfileColumn> phaseColumns(const BatchChoice& choice, ProfileAlign align)
{
    std::vector<ProfileColumn> columns;
    for (std::size_t step = 0; step < choice.steps.size(); ++step)
        StepColumns(choice, step, align).appendTo(columns);
    return columns;
}

std::optional<Interval> timeIn(const ProfileBatch& batch, const ProfileColumn& column, ProfileAlign align)
{
    const std::optional<StepRun>& run = batch.runs[column.step];
    if (!run)
        return std::nullopt;
    for (const PhaseRun& phase : phasesOf(*run, align))
        if (phase.name == column.phase && phase.occurrence == column.occurrence)
            return phase.during;
    return std::nullopt;
}

} // namespace antecedent
