// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Times that say less than they seem to: many records with the very same one, times that are rounded more than their
// form says, dates without a time of day. Local times are looked at, since people and reports round those.

#include "model/quality/subjects.h"

#include "model/base/zone.h"

#include <array>
#include <cmath>
#include <set>

namespace antecedent::quality {

namespace {

constexpr std::int64_t kMinuteUs = 60'000'000;
constexpr std::int64_t kDayUs = 1'440 * kMinuteUs;
constexpr std::size_t kFewestTogether = 8; // records of different subjects with one time
constexpr std::size_t kUsualTimes = 3; // what the stream has together otherwise
constexpr std::size_t kFewestRounded = 20; // records, to tell a habit
constexpr double kRoundedShare = 0.98;
constexpr double kMidnightShare = 0.05;
constexpr std::size_t kFewestMidnights = 5;

std::int64_t remainder(std::int64_t value, std::int64_t divisor)
{
    const std::int64_t rest = value % divisor;
    return rest < 0 ? rest + divisor : rest;
}

// Offsets of a source for events, which keep their UTC alone.
class LocalClock
{
public:
    LocalClock(const Dataset& dataset, SourceIndex source)
    {
        for (const std::string& name : {dataset.sources[source.value].zone, dataset.siteZone})
            if (!name.empty())
                if (Result<Zone> zone = findZone(name)) {
                    m_zone = *zone;
                    return;
                }
    }
    std::int64_t localUs(std::int64_t us)
    {
        if (us < m_offset.beginUs || us >= m_offset.endUs)
            m_offset = m_zone.offsetAt(momentOf(us));
        return us + std::int64_t{m_offset.seconds} * 1'000'000;
    }

private:
    Zone m_zone;
    ZoneOffset m_offset;
};

// What tells records apart that were stamped at once from one thing that is told in several: batches have many steps,
// samples many tests, calibrations many points.
std::uint64_t subjectOf(const Stream& stream, const Fact& fact)
{
    constexpr std::uint64_t kBatch = std::uint64_t{1} << 33;
    constexpr std::uint64_t kRow = std::uint64_t{1} << 34;
    const bool isOfBatch = stream.table == TableId::BatchSteps || stream.table == TableId::Genealogy
        || stream.table == TableId::Results || stream.table == TableId::Parameters;
    if (isOfBatch && fact.batch.valid())
        return kBatch + fact.batch.value;
    const bool isOneEach = stream.table == TableId::WorkOrders || stream.table == TableId::Cleanings;
    return fact.asset.valid() && !isOneEach ? fact.asset.value : kRow + fact.row;
}

struct Cluster
{
    std::size_t first = 0; // position in the items
    std::size_t end = 0;
    std::size_t subjects = 0;
};

// Runs of items with the same time that are beyond what is usual in the stream.
template <class TimeOf>
std::vector<Cluster> clustersOf(
    const Inspection& in, const Stream& stream, const std::vector<std::uint32_t>& items, const TimeOf& timeOf)
{
    std::vector<Cluster> all;
    std::vector<std::size_t> sizes;
    for (std::size_t first = 0, end = 0; first < items.size(); first = end) {
        end = first + 1;
        if (end == items.size() || timeOf(items[end]) != timeOf(items[first])) {
            sizes.push_back(1);
            continue;
        }
        std::set<std::uint64_t> subjects;
        for (end = first; end < items.size() && timeOf(items[end]) == timeOf(items[first]); ++end)
            if (subjects.size() < kListedPlaces)
                subjects.insert(subjectOf(stream, in.streams.fact(stream, items[end])));
        sizes.push_back(subjects.size());
        if (subjects.size() >= kFewestTogether)
            all.push_back({first, end, subjects.size()});
    }
    std::sort(sizes.begin(), sizes.end());
    const std::size_t usual = kUsualTimes * quantileOf(sizes, 0.95);
    std::erase_if(all, [&](const Cluster& cluster) { return cluster.subjects <= usual; });
    return all;
}

void report(const Inspection& in, const Stream& stream, const std::vector<std::uint32_t>& items,
    const std::vector<Cluster>& clusters, bool isEntry)
{
    if (clusters.empty())
        return;
    QualityFinding finding = findingOf(in, QualityKind::SameTime, QualityWeight::Caution, stream);
    std::size_t most = 0;
    for (const Cluster& cluster : clusters) {
        most = std::max(most, cluster.end - cluster.first);
        for (std::size_t i = cluster.first; i < cluster.end; ++i)
            addPlace(finding, placeOf(in.streams.fact(stream, items[i])));
    }
    finding.worst = static_cast<double>(most);
    const Phrase name = streamName(in.dataset, stream.table, stream.category);
    if (isEntry) {
        finding.what = phrase(
            "%1 of the %2 were entered at the very same moment as others, up to %3 at once", finding.count, name, most);
        finding.consequence = phrase("'As known then' has them all from that moment on, whenever they became known");
    } else {
        finding.what = phrase("%1 of the %2 have the very same time as others of the source, up to %3 at once",
            finding.count, name, most);
        finding.consequence = phrase("They are ties, whose order nobody knows; if the time is that of a list and not "
                                     "of what happened, they may count before a failure that they followed");
    }
    in.out.push_back(std::move(finding));
}

void findSameTimes(const Inspection& in, const Stream& stream)
{
    std::vector<Cluster> together =
        clustersOf(in, stream, stream.items, [&](std::uint32_t item) { return in.streams.onsetUs(stream, item); });
    // How everything was when the recording began is one moment by nature.
    std::erase_if(together, [](const Cluster& cluster) { return cluster.first == 0; });
    report(in, stream, stream.items, together, false);
    std::vector<std::uint32_t> entered;
    for (const std::uint32_t item : stream.items)
        if (in.streams.fact(stream, item).recordedUs != kUnknownUs)
            entered.push_back(item);
    const auto entryOf = [&](std::uint32_t item) { return in.streams.fact(stream, item).recordedUs; };
    std::stable_sort(
        entered.begin(), entered.end(), [&](std::uint32_t a, std::uint32_t b) { return entryOf(a) < entryOf(b); });
    std::vector<Cluster> clusters = clustersOf(in, stream, entered, entryOf);
    std::erase_if(clusters, [&](const Cluster& cluster) { // one moment that was entered as it happened
        return in.streams.onsetUs(stream, entered[cluster.first])
            == in.streams.onsetUs(stream, entered[cluster.end - 1]);
    });
    report(in, stream, entered, clusters, true);
}

void findDates(const Inspection& in, const Stream& stream, const std::vector<std::uint32_t>& midnights, bool isStated)
{
    QualityFinding finding =
        findingOf(in, QualityKind::DateOnly, isStated ? QualityWeight::Note : QualityWeight::Caution, stream);
    for (const std::uint32_t item : midnights)
        addPlace(finding, placeOf(in.streams.fact(stream, item)));
    const Phrase name = streamName(in.dataset, stream.table, stream.category);
    finding.what = isStated
        ? phrase("%1 of the %2 have a date without a time of day", finding.count, name)
        : phrase("%1 of %2 times of the %3 are midnight to the second, as dates without a time of day are",
            finding.count, stream.items.size(), name);
    finding.consequence = isStated
        ? phrase("They count as uncertain by half a day, and their order within the day as undetermined")
        : phrase("They count as exact: their order against everything else on that day is more certain in the results "
                 "than it is");
    in.out.push_back(std::move(finding));
}

void findRounding(const Inspection& in, const Stream& stream)
{
    constexpr std::array<std::int64_t, 8> kGrains{kDayUs, 60 * kMinuteUs, 30 * kMinuteUs, 20 * kMinuteUs,
        15 * kMinuteUs, 10 * kMinuteUs, 5 * kMinuteUs, kMinuteUs};
    LocalClock clock(in.dataset, stream.source);
    std::array<std::size_t, kGrains.size()> onGrain{};
    std::size_t finer = 0; // stated more finely than a day
    std::int64_t narrowest = kDayUs;
    std::vector<std::uint32_t> dates;
    std::vector<std::uint32_t> midnights;
    for (const std::uint32_t item : stream.items) {
        const Fact fact = in.streams.fact(stream, item);
        if (fact.widthUs >= kDayUs) {
            dates.push_back(item);
            continue;
        }
        const std::int64_t local = stream.table == TableId::Events ? clock.localUs(fact.onsetUs) : fact.localUs;
        ++finer;
        narrowest = std::min(narrowest, fact.widthUs);
        for (std::size_t g = 0; g < kGrains.size(); ++g)
            onGrain[g] += remainder(local, kGrains[g]) == 0 ? 1U : 0U;
        if (remainder(local, kDayUs) == 0)
            midnights.push_back(item);
    }
    if (!dates.empty())
        findDates(in, stream, dates, true);
    if (midnights.size() >= kFewestMidnights
        && static_cast<double>(midnights.size()) >= kMidnightShare * static_cast<double>(finer))
        findDates(in, stream, midnights, false);
    if (finer < kFewestRounded)
        return;
    const double wanted = kRoundedShare * static_cast<double>(finer);
    for (std::size_t g = 1; g < kGrains.size(); ++g) {
        if (static_cast<double>(onGrain[g]) < wanted || narrowest >= kGrains[g])
            continue;
        if (static_cast<double>(onGrain[0]) >= wanted)
            return; // said by the dates
        QualityFinding finding = findingOf(in, QualityKind::CoarseTime, QualityWeight::Note, stream);
        finding.count = onGrain[g];
        finding.worst = static_cast<double>(kGrains[g]) / kUsPerSecond;
        finding.unit = std::string("s");
        finding.what = phrase("%1 of the times of the %2 are multiples of %3, though they are stated to %4",
            percentWords(static_cast<double>(onGrain[g]) / static_cast<double>(finer)),
            streamName(in.dataset, stream.table, stream.category), lengthWords(*finding.worst),
            lengthWords(static_cast<double>(narrowest) / kUsPerSecond));
        finding.consequence = phrase("The analysis takes the stated precision for the uncertainty: order against "
                                     "other sources is open by up to %1 more than the results say",
            lengthWords(*finding.worst / 2));
        in.out.push_back(std::move(finding));
        return;
    }
}

} // namespace

void findStamps(const Inspection& in)
{
    for (const Stream& stream : in.streams.all()) {
        if (stream.table == TableId::Meters || in.stop.stop_requested())
            continue; // read by the clock
        findSameTimes(in, stream);
        findRounding(in, stream);
    }
}

} // namespace antecedent::quality
