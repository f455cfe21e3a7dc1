// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Gaps in streams of records. Events come in nights, weekends and campaigns, so that a gap is not one that is long
// against the mean distance, but against the longest silence of each week.

#include "model/quality/subjects.h"

#include <cmath>
#include <map>

namespace antecedent::quality {

namespace {

constexpr std::int64_t kHourUs = 3'600'000'000;
constexpr std::int64_t kWeekUs = 168 * kHourUs;
constexpr std::size_t kFewest = 30; // records of a stream that can be regular
constexpr std::size_t kFewestBlocks = 6;
constexpr double kPerBlock = 3; // records, in the mean
constexpr double kMostGaps = 0.1; // of the blocks; more are how the stream is
constexpr double kChance = 1e-3; // of a silence that long somewhere in a stream without one
constexpr double kGroups = 2; // records come in groups: so many fewer are independent
constexpr double kActiveShare = 0.3; // of what the other sources have otherwise
constexpr double kFewestExpected = 5; // of theirs, to say anything

bool isWatched(TableId table)
{
    switch (table) {
    case TableId::Events:
    case TableId::BatchSteps:
    case TableId::WorkOrders:
    case TableId::Cleanings:
    case TableId::Calibrations:
    case TableId::Results:
    case TableId::Genealogy:
    case TableId::Meters:
        return true;
    default:
        return false;
    }
}

struct Silence
{
    std::int64_t beginUs = 0;
    std::int64_t endUs = 0;
    std::uint32_t next = 0; // the item that ends it
};

// What lasts is no silence, but for events: an alarm that stands for weeks says nothing. Ascending, from the first
// record on.
std::vector<Silence> betweenRecords(const FactStreams& streams, const Stream& stream)
{
    std::vector<Silence> all;
    std::int64_t until = kUnknownUs;
    for (const std::uint32_t item : stream.items) {
        const Fact fact = streams.fact(stream, item);
        if (until != kUnknownUs)
            all.push_back({std::min(until, fact.onsetUs), fact.onsetUs, item});
        until = std::max({until, fact.onsetUs, stream.table == TableId::Events ? kUnknownUs : fact.endUs});
    }
    return all;
}

// So many records that their absence is no chance, even where they come in groups.
bool isMissed(double records, double spanUs, double silenceUs)
{
    const double expected = records * silenceUs / std::max(spanUs - silenceUs, 1.0);
    return expected >= kGroups * std::log(records / kChance);
}

// Takes off what is further from the rest than the rest is long: a wrong year at either end hides every other gap.
std::vector<Silence> withoutStrays(std::vector<Silence>& all)
{
    std::vector<Silence> strays;
    while (all.size() >= kFewest && all.back().endUs - all.back().beginUs > all.back().beginUs - all.front().beginUs) {
        strays.push_back(all.back());
        all.pop_back();
    }
    while (all.size() >= kFewest && all.front().endUs - all.front().beginUs > all.back().endUs - all.front().endUs) {
        strays.push_back(all.front());
        all.erase(all.begin());
    }
    return strays;
}

// Silences beyond what the stream is used to; none of a stream that is not regular enough to tell.
std::vector<Silence> silencesOf(const FactStreams& streams, const Stream& stream)
{
    if (stream.items.size() < kFewest)
        return {};
    std::vector<Silence> all = betweenRecords(streams, stream);
    std::vector<Silence> found = withoutStrays(all);
    const std::int64_t first = all.front().beginUs;
    const std::int64_t span = all.back().endUs - first;
    const std::int64_t block = std::clamp(span / 12, kHourUs, kWeekUs);
    const auto records = static_cast<double>(stream.items.size());
    if (records < kPerBlock * (static_cast<double>(span / block) + 1))
        return found;
    std::map<std::int64_t, std::int64_t> longest; // by block in which it begins
    for (const Silence& silence : all) {
        std::int64_t& most = longest[(silence.beginUs - first) / block];
        most = std::max(most, silence.endUs - silence.beginUs);
    }
    if (longest.size() < kFewestBlocks)
        return found;
    std::vector<std::int64_t> sizes;
    for (const auto& [at, size] : longest)
        sizes.push_back(size);
    std::sort(sizes.begin(), sizes.end());
    const std::int64_t limit = std::max({kHourUs, 3 * quantileOf(sizes, 0.5), 5 * quantileOf(sizes, 0.75) / 2});
    const std::size_t strays = found.size();
    for (const Silence& silence : all)
        if (silence.endUs - silence.beginUs > limit
            && isMissed(records, static_cast<double>(span), static_cast<double>(silence.endUs - silence.beginUs)))
            found.push_back(silence);
    if (static_cast<double>(found.size() - strays) > std::max(1.0, kMostGaps * static_cast<double>(longest.size())))
        found.resize(strays);
    std::sort(found.begin(), found.end(), [](const Silence& a, const Silence& b) { return a.beginUs < b.beginUs; });
    return found;
}

enum class Others { Silent, Active, None };

class Comparison
{
public:
    Comparison(const FactStreams& streams, const Stream& own)
        : m_streams(streams)
    {
        for (const bool isOther : {true, false}) {
            for (const Stream& stream : streams.all())
                if (stream.items.size() > 1 && &stream != &own && (stream.source != own.source) == isOther)
                    m_others.push_back(&stream);
            if (!m_others.empty())
                return;
        }
    }

    Others during(const Silence& silence) const
    {
        double expected = 0;
        double seen = 0;
        for (const Stream* stream : m_others) {
            const auto& items = stream->items;
            const auto onset = [&](std::uint32_t item) { return m_streams.onsetUs(*stream, item); };
            const double span = static_cast<double>(onset(items.back()) - onset(items.front()));
            const std::int64_t from = std::max(silence.beginUs, onset(items.front()));
            const std::int64_t to = std::min(silence.endUs, onset(items.back()));
            if (to <= from || span <= 0)
                continue;
            expected += static_cast<double>(items.size()) * static_cast<double>(to - from) / span;
            const auto isBefore = [&](std::uint32_t item, std::int64_t us) { return onset(item) < us; };
            seen += static_cast<double>(std::lower_bound(items.begin(), items.end(), to, isBefore)
                - std::lower_bound(items.begin(), items.end(), from + 1, isBefore));
        }
        if (expected < kFewestExpected)
            return Others::None;
        return seen >= kActiveShare * expected ? Others::Active : Others::Silent;
    }

private:
    const FactStreams& m_streams;
    std::vector<const Stream*> m_others;
};

Phrase whatOf(const QualityFinding& finding, const Phrase& name, bool isCompared)
{
    const Phrase longest = lengthWords(*finding.worst);
    if (isCompared)
        return plural(finding.count, "%1 gap without %2 while other records go on: %3",
            "%1 gaps without %2 while other records go on, the longest %3", name, longest);
    return plural(finding.count, "%1 gap without %2, and nothing to compare it with: %3",
        "%1 gaps without %2, and nothing to compare them with, the longest %3", name, longest);
}

} // namespace

void findGaps(const Inspection& in)
{
    for (const Stream& stream : in.streams.all()) {
        if (!isWatched(stream.table))
            continue;
        const std::vector<Silence> silences = silencesOf(in.streams, stream);
        if (silences.empty())
            continue;
        const Comparison others(in.streams, stream);
        std::array<QualityFinding, 2> found; // nothing to compare with; others go on
        for (QualityFinding& finding : found) {
            finding = findingOf(in, QualityKind::Gap, QualityWeight::Caution, stream);
            finding.unit = std::string("s");
        }
        for (const Silence& silence : silences) {
            const Others seen = others.during(silence);
            if (seen == Others::Silent)
                continue; // the plant stood still, as far as the data tell
            QualityPlace place = placeOf(in.streams.fact(stream, silence.next));
            place.from = momentOf(silence.beginUs);
            place.to = momentOf(silence.endUs);
            place.asset = {};
            place.batch = {};
            place.value = static_cast<double>(silence.endUs - silence.beginUs) / kUsPerSecond;
            addPlace(found[seen == Others::Active ? 1 : 0], place);
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            QualityFinding& finding = found[i];
            if (finding.count == 0)
                continue;
            finding.what = whatOf(finding, streamName(in.dataset, stream.table, stream.category), i == 1);
            finding.consequence = phrase(
                "Coverage runs from the first to the last record, so that windows in a gap count as observed: what is "
                "missing there counts as not exposed, in failures and controls alike");
            in.out.push_back(std::move(finding));
        }
    }
}

} // namespace antecedent::quality
