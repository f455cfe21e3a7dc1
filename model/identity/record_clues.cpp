// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/identity/record_clues.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>

namespace antecedent {

namespace {

constexpr double kQuotedTwice = 0.9; // descriptions in two records or more
constexpr double kQuoted = 0.7;
constexpr double kNamedTwice = 0.7;
constexpr double kNamed = 0.55;
constexpr double kNamedWithParts = 0.4; // the text may mean one of its parts
constexpr double kLeastShare = 0.6; // of the records that speak of an asset
constexpr double kOtherColumn = 0.35;
constexpr double kColumnNames = 0.7; // the column is the name of an asset without parts, for no other name
constexpr double kColumnDescribes = 0.5;
constexpr double kCalibratedTwice = 0.7;
constexpr double kCalibrated = 0.5;
constexpr double kDueTolerance = 0.1; // of the interval between calibrations
constexpr double kOwnCalibration = 0.4; // a calibration of its own so near, as share of the interval, speaks against
constexpr double kUse = 0.45;
constexpr std::size_t kLeastEvents = 8;
constexpr double kLeastDeviation = 4; // standard deviations above chance
constexpr double kFollows = 0.2;
constexpr std::size_t kLeastRecords = 5; // on both sides, for a name that follows another
constexpr std::size_t kMostMeasured = 500;
constexpr std::size_t kFewMeasured = 8; // assets, for unit and tolerance to tell anything
constexpr double kMeasuredAlike = 0.32;
constexpr double kMostUsePairs = 2e8; // names times uses; beyond that times are left alone

std::vector<Interval> merged(std::vector<Interval> intervals)
{
    std::sort(intervals.begin(), intervals.end());
    std::vector<Interval> out;
    for (const Interval& next : intervals) {
        if (!out.empty() && next.begin <= out.back().end)
            out.back().end = std::max(out.back().end, next.end);
        else
            out.push_back(next);
    }
    return out;
}

bool isDueAt(std::int64_t due, std::int64_t before, std::int64_t performed)
{
    if (due == TimeValue::kUnknown || due <= before || performed <= before)
        return false;
    return std::abs(static_cast<double>(performed - due)) <= kDueTolerance * static_cast<double>(due - before);
}

// Calibrations of the name that one of the asset's announces, or that announce one; nullopt if the asset has one of its
// own at the time.
std::optional<std::size_t> continued(
    const std::vector<NameCalibration>& name, const std::vector<NameCalibration>& asset)
{
    std::size_t links = 0;
    for (const NameCalibration& mine : name) {
        const auto after = std::lower_bound(asset.begin(), asset.end(), mine.performedUs,
            [](const NameCalibration& c, std::int64_t us) { return c.performedUs < us; });
        const NameCalibration* next = after == asset.end() ? nullptr : &*after;
        const NameCalibration* before = after == asset.begin() ? nullptr : &*std::prev(after);
        const double interval =
            mine.dueUs == TimeValue::kUnknown ? 0 : static_cast<double>(mine.dueUs - mine.performedUs);
        for (const NameCalibration* own : {next, before})
            if (own && std::abs(static_cast<double>(own->performedUs - mine.performedUs)) < kOwnCalibration * interval)
                return std::nullopt;
        links += before && isDueAt(before->dueUs, before->performedUs, mine.performedUs) ? 1U : 0U;
        links += next && isDueAt(mine.dueUs, mine.performedUs, next->performedUs) ? 1U : 0U;
    }
    return links;
}

} // namespace

RecordClues::RecordClues(const AssetCatalogue& catalogue, const std::vector<NameRecords>& records)
    : m_catalogue(catalogue)
    , m_records(records)
{
    for (std::uint32_t i = 0; i < records.size(); ++i) {
        for (const auto& [column, count] : records[i].attributes)
            ++m_namesOfColumn[column];
        std::string last;
        for (const NameCalibration& calibration : records[i].calibrations) {
            if (calibration.measure.empty() || calibration.measure == last)
                continue;
            last = calibration.measure;
            auto& assets = m_measured[last];
            if (assets.empty() || assets.back() != i)
                assets.push_back(i);
        }
        if (records[i].uses.empty())
            continue;
        Use use{i, merged(records[i].uses), {}};
        for (const Interval& interval : use.intervals)
            use.length += interval.length();
        if (m_uses.empty())
            m_production = use.intervals.front();
        m_production.begin = std::min(m_production.begin, use.intervals.front().begin);
        m_production.end = std::max(m_production.end, use.intervals.back().end);
        m_uses.push_back(std::move(use));
    }
}

void RecordClues::add(std::uint32_t name, const MayBe& mayBe, Candidates& candidates) const
{
    addTexts(name, mayBe, candidates);
    addAttributes(name, mayBe, candidates);
    addCalibrations(name, mayBe, candidates);
    addUse(name, mayBe, candidates);
    addSpans(name, candidates);
    objectToSharedUse(name, candidates);
}

void RecordClues::addTexts(std::uint32_t name, const MayBe& mayBe, Candidates& candidates) const
{
    struct Tally
    {
        std::size_t quoted = 0;
        std::size_t named = 0;
    };
    std::map<std::uint32_t, Tally> tallies;
    std::size_t speaking = 0;
    for (const auto& [text, count] : m_records[name].texts) {
        std::map<std::uint32_t, bool> found; // and whether described
        for (const AssetCatalogue::Mention& mention : m_catalogue.mentionsIn(tokensOf(text, 200)))
            if (mention.asset != name && mayBe(mention.asset, false))
                found[mention.asset] = found[mention.asset] || mention.isDescription;
        for (const auto& [asset, isDescription] : found)
            (isDescription ? tallies[asset].quoted : tallies[asset].named) += count;
        speaking += found.empty() ? 0 : count;
    }
    for (const auto& [asset, tally] : tallies) {
        const double share = static_cast<double>(tally.quoted + tally.named) / static_cast<double>(speaking);
        if (share < kLeastShare)
            continue;
        if (tally.quoted > 0)
            candidates.add(asset, ClueKind::Text, share * (tally.quoted > 1 ? kQuotedTwice : kQuoted),
                plural(tally.quoted, "%1 record quotes its description", "%1 records quote its description"));
        else {
            const bool hasParts = !m_catalogue.dataset().assets[asset].children.empty();
            candidates.add(asset, ClueKind::Text,
                share
                    * (hasParts               ? kNamedWithParts
                            : tally.named > 1 ? kNamedTwice
                                              : kNamed),
                plural(tally.named, "the text of %1 record names it", "the texts of %1 records name it"));
        }
    }
}

// Columns such as a location tell of the asset that holds the part, or of the part itself.
void RecordClues::addAttributes(std::uint32_t name, const MayBe& mayBe, Candidates& candidates) const
{
    const NameRecords& records = m_records[name];
    for (const auto& [key, count] : records.attributes) {
        if (2 * count < records.count)
            continue;
        const auto& [column, value] = key;
        const std::vector<AssetCatalogue::Place> places = m_catalogue.namedIn(tokensOf(value));
        if (places.empty())
            continue;
        const std::uint32_t holder = places.back().asset;
        const bool isOneLine = std::all_of(places.begin(), places.end(),
            [&](const AssetCatalogue::Place& place) { return m_catalogue.isWithin(holder, place.asset); });
        if (!isOneLine || holder == name || !mayBe(holder, false))
            continue;
        const Phrase reason = phrase("the column %1 of its records says %2", column, value);
        const bool isWhole = places.back().length == tokensOf(value).size();
        const bool isPlace = m_namesOfColumn.at(key) > 1 || !m_catalogue.dataset().assets[holder].children.empty();
        candidates.add(holder, ClueKind::Attribute, isWhole && !isPlace ? kColumnNames : kOtherColumn, reason);
        for (const std::uint32_t part : m_catalogue.partsOf(holder)) {
            candidates.support(part, ClueKind::Attribute, kOtherColumn, reason);
            for (const auto& [otherKey, otherCount] : records.attributes) {
                const Tokens words = tokensOf(otherKey.second);
                if (words.size() < 2 || 2 * otherCount < records.count || !mayBe(part, false)
                    || findTokens(m_catalogue.known(part).description, words) == kNoPlace)
                    continue;
                candidates.add(part, ClueKind::Attribute, kOtherColumn, reason);
                candidates.add(part, ClueKind::Words, kColumnDescribes,
                    phrase("the column %1 of its records has words of its description: %2", otherKey.first,
                        otherKey.second));
            }
        }
    }
}

void RecordClues::addCalibrations(std::uint32_t name, const MayBe& mayBe, Candidates& candidates) const
{
    const std::vector<NameCalibration>& own = m_records[name].calibrations;
    if (own.empty() || own.front().measure.empty())
        return;
    const auto found = m_measured.find(own.front().measure);
    if (found == m_measured.end() || found->second.size() > kMostMeasured)
        return;
    for (const std::uint32_t asset : found->second) {
        if (asset == name || !mayBe(asset, false))
            continue;
        const std::optional<std::size_t> links = continued(own, m_records[asset].calibrations);
        if (!links)
            continue;
        if (*links == 0 && found->second.size() <= kFewMeasured)
            candidates.add(asset, ClueKind::Calibration, kMeasuredAlike,
                phrase("its calibrations have the same unit and tolerance, and none is at the same time"));
        else if (*links > 0)
            candidates.add(asset, ClueKind::Calibration, *links > 1 ? kCalibratedTwice : kCalibrated,
                plural(*links, "%1 calibration is the one that was due there, in the same unit and tolerance",
                    "%1 calibrations are those that were due there, in the same unit and tolerance"));
    }
}

// Alarms of a part come while its unit is in use.
void RecordClues::addUse(std::uint32_t name, const MayBe& mayBe, Candidates& candidates) const
{
    const std::vector<std::int64_t>& all = m_records[name].eventsUs;
    const auto begin = std::lower_bound(all.begin(), all.end(), m_production.begin.time_since_epoch().count());
    const auto end = std::lower_bound(begin, all.end(), m_production.end.time_since_epoch().count());
    const auto count = static_cast<double>(end - begin);
    if (end - begin < static_cast<std::ptrdiff_t>(kLeastEvents)
        || count * static_cast<double>(m_uses.size()) * static_cast<double>(m_records.size()) > kMostUsePairs)
        return;
    for (const Use& use : m_uses) {
        if (use.asset == name || !mayBe(use.asset, false))
            continue;
        const double chance =
            static_cast<double>(use.length.count()) / static_cast<double>(m_production.length().count());
        std::size_t inUse = 0;
        auto interval = use.intervals.begin();
        for (auto at = begin; at != end; ++at) {
            const Timestamp time{Duration(*at)};
            while (interval != use.intervals.end() && interval->end <= time)
                ++interval;
            inUse += interval != use.intervals.end() && interval->contains(time) ? 1U : 0U;
        }
        const double expected = count * chance;
        const double spread = std::sqrt(expected * (1 - chance));
        const auto found = static_cast<double>(inUse);
        if (chance >= 1 || found < kLeastShare * count || found - expected < kLeastDeviation * spread)
            continue;
        candidates.add(use.asset, ClueKind::Time, kUse * (found / count - chance) / (1 - chance),
            phrase("%1 of %2 events fall into its use, by chance it would be %3", inUse,
                static_cast<std::size_t>(count), static_cast<std::size_t>(std::lround(expected))));
    }
}

// A name that begins where that of the asset ends, or ends where it begins: renamed.
void RecordClues::addSpans(std::uint32_t name, Candidates& candidates) const
{
    const NameRecords& own = m_records[name];
    if (own.count < kLeastRecords || own.firstUs == TimeValue::kUnknown)
        return;
    for (const std::uint32_t asset : candidates.places()) {
        const NameRecords& other = m_records[asset];
        if (other.count >= kLeastRecords && other.firstUs != TimeValue::kUnknown
            && (other.lastUs < own.firstUs || own.lastUs < other.firstUs))
            candidates.support(
                asset, ClueKind::Time, kFollows, phrase("the records of one end before those of the other begin"));
    }
}

void RecordClues::objectToSharedUse(std::uint32_t name, Candidates& candidates) const
{
    const NameRecords& own = m_records[name];
    for (const std::uint32_t asset : candidates.places()) {
        const NameRecords& other = m_records[asset];
        std::size_t at = 0;
        bool isShared = false;
        for (std::size_t i = 0; i < own.uses.size() && !isShared; ++i) {
            while (at < other.uses.size() && other.uses[at].end <= own.uses[i].begin)
                ++at;
            for (std::size_t k = at; k < other.uses.size() && other.uses[k].begin < own.uses[i].end && !isShared; ++k)
                isShared = own.uses[i].overlaps(other.uses[k]) && own.useBatches[i] != other.useBatches[k];
        }
        if (isShared)
            candidates.object(asset, phrase("both are in use by different batches at the same time"));
    }
}

} // namespace antecedent
