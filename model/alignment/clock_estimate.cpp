// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/clock_estimate.h"

#include "model/alignment/clock_match.h"
#include "model/alignment/clock_streams.h"
#include "model/base/zone.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

namespace antecedent {

namespace {

using Domain = std::pair<std::uint32_t, std::string>; // source, category of events

constexpr double kSecond = 1e6; // microseconds
constexpr double kMinute = 60; // seconds
constexpr double kSureWidths = 2; // of half of the interval, from which on a clock is called off

bool isStart(const std::string& kind)
{
    return !kind.ends_with(":end") && !kind.ends_with(":finished");
}

// Whether both may name the same moments: equal kinds, or anything else and a state of the equipment, by the same edge.
bool isComparable(const ClockStream& stream, const ClockStream& reference)
{
    if (stream.kind == reference.kind)
        return true;
    return stream.category != "state" && isStart(stream.kind) == isStart(reference.kind);
}

double rounded(double seconds, int digits)
{
    const double scale = std::pow(10.0, digits);
    return std::round(seconds * scale) / scale;
}

// Plain decimals, as `281.5`.
Phrase secondsOf(double seconds, int digits)
{
    std::array<char, 40> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), std::abs(seconds), std::chars_format::fixed, digits).ptr;
    return numeral(std::string(text.data(), end));
}

// Clocks differ by any number of seconds; zones, and acts that come before others by a procedure, by whole quarters.
bool isWholeQuarters(const ClockMatch& match)
{
    constexpr double kQuarterS = 900;
    constexpr double kMostS = 14 * 3'600; // of a zone
    constexpr double kExactS = 5; // half of the interval
    const double quarters = std::round(match.offsetS / kQuarterS);
    return quarters != 0 && std::abs(match.offsetS) <= kMostS && match.halfWidthS <= kExactS && match.driftSPerDay == 0
        && std::abs(match.offsetS - quarters * kQuarterS) <= match.halfWidthS;
}

// Whether the moments that are an hour off are those of one half year.
bool isBySeason(const std::vector<ClockPair>& usual, const std::vector<ClockPair>& other, const std::string& siteZone)
{
    constexpr double kMost = 0.95;
    const Result<Zone> zone = findZone(siteZone.empty() ? "UTC" : siteZone);
    if (!zone)
        return false;
    std::int32_t least = std::numeric_limits<std::int32_t>::max(); // standard time
    for (const auto* pairs : {&usual, &other})
        for (const ClockPair& pair : *pairs)
            least = std::min(least, zone->offsetAt(Timestamp(Duration(pair.referenceUs))).seconds);
    std::size_t right = 0;
    std::size_t wrong = 0;
    const auto count = [&](const std::vector<ClockPair>& pairs, bool isOther) {
        for (const ClockPair& pair : pairs) {
            const auto at = zone->offsetAt(Timestamp(Duration(pair.referenceUs))).seconds;
            ++((at > least) == isOther ? right : wrong);
        }
    };
    count(usual, false);
    count(other, true);
    return static_cast<double>(std::max(right, wrong)) >= kMost * static_cast<double>(right + wrong);
}

class Estimator
{
public:
    Estimator(const Dataset& dataset, const std::stop_token& stop)
        : m_dataset(dataset)
        , m_stop(stop)
        , m_streams(clockStreams(dataset, kFewestAnchors))
    {
    }

    std::vector<ClockEstimate> run()
    {
        std::vector<ClockEstimate> out;
        const std::optional<Domain> reference = chooseReference();
        if (!reference)
            return out;
        std::map<Domain, std::vector<const ClockStream*>> domains;
        for (const ClockStream& stream : m_streams)
            domains[{stream.source.value, stream.category}].push_back(&stream);
        for (const auto& [domain, streams] : domains) {
            if (domain == *reference)
                continue;
            if (m_stop.stop_requested())
                return {};
            ClockEstimate estimate;
            estimate.source = SourceIndex{domain.first};
            estimate.category = domain.second;
            estimate.reference = SourceIndex{reference->first};
            estimate.referenceCategory = reference->second;
            compare(estimate, streams, domains.at(*reference));
            out.push_back(std::move(estimate));
        }
        return out;
    }

private:
    // The source that tells most states of equipment.
    std::optional<Domain> chooseReference() const
    {
        std::map<Domain, std::size_t> states;
        for (const ClockStream& stream : m_streams)
            if (stream.category == "state")
                states[{stream.source.value, stream.category}] += stream.size;
        const auto most = std::max_element(
            states.begin(), states.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        return most == states.end() ? std::nullopt : std::optional(most->first);
    }

    void compare(ClockEstimate& estimate, const std::vector<const ClockStream*>& streams,
        const std::vector<const ClockStream*>& references) const
    {
        std::vector<ClockMatch> matches;
        for (const ClockStream* stream : streams)
            for (const ClockStream* reference : references)
                if (isComparable(*stream, *reference))
                    if (std::optional<ClockMatch> match = matchClocks(*stream, *reference, m_stop))
                        matches.push_back(std::move(*match));
        const auto best =
            std::min_element(matches.begin(), matches.end(), [](const ClockMatch& a, const ClockMatch& b) {
                return a.halfWidthS != b.halfWidthS ? a.halfWidthS < b.halfWidthS : a.pairs.size() > b.pairs.size();
            });
        for (const ClockMatch& match : matches) {
            const bool agrees =
                std::abs(match.offsetS - best->offsetS) <= 2 * (match.halfWidthS + best->halfWidthS) + match.widthS / 2;
            estimate.pairs.push_back({match.ofSource, match.ofReference, match.pairs.size(), match.possible,
                rounded(match.offsetS, 3), rounded(match.spreadS, 3), rounded(match.driftSPerDay, 4), agrees});
        }
        std::stable_sort(estimate.pairs.begin(), estimate.pairs.end(),
            [](const ClockAnchors& a, const ClockAnchors& b) { return a.found > b.found; });
        if (best != matches.end())
            take(estimate, *best);
        estimate.words = wordsOf(estimate);
    }

    void take(ClockEstimate& estimate, const ClockMatch& best) const
    {
        estimate.ofSource = best.ofSource;
        estimate.ofReference = best.ofReference;
        estimate.anchors = best.pairs.size();
        estimate.offsetS = rounded(best.offsetS, 3);
        estimate.halfWidthS = rounded(best.halfWidthS, 3);
        estimate.spreadS = rounded(best.spreadS, 3);
        estimate.driftSPerDay = rounded(best.driftSPerDay, 4);
        estimate.since = Timestamp(Duration(best.sinceUs));
        // Of clocks that are right, one interval in twenty leaves zero out by chance, and few by its own width.
        const bool isOff = std::abs(best.offsetS) > kSureWidths * best.halfWidthS || estimate.driftSPerDay != 0;
        estimate.finding = isOff ? ClockFinding::Differs : ClockFinding::Agrees;
        if (isWholeQuarters(best))
            estimate.finding = ClockFinding::Regular;
        if (best.hourOff.size() >= kFewestAnchors && isBySeason(best.pairs, best.hourOff, m_dataset.siteZone))
            estimate.finding = ClockFinding::Daylight;
        const std::size_t step = best.pairs.size() / kShownResiduals + 1;
        for (std::size_t i = 0; i < best.pairs.size(); i += step)
            estimate.residuals.push_back(
                {best.pairs[i].referenceUs, rounded(static_cast<double>(best.pairs[i].differenceUs) / kSecond, 3)});
    }

    Phrase wordsOf(const ClockEstimate& e) const
    {
        const std::string& name = m_dataset.sources[e.reference.value].name;
        const Phrase size = secondsOf(e.offsetS, 1);
        const Phrase half = secondsOf(e.halfWidthS, 1);
        switch (e.finding) {
        case ClockFinding::TooFew:
            return phrase("no moments that %1 states too, at least %2 are needed", name, kFewestAnchors);
        case ClockFinding::Agrees:
            return phrase("agrees with %1 within %2 s, by %3 anchors", name,
                secondsOf(std::max(e.halfWidthS, std::abs(e.offsetS)), 1), e.anchors);
        case ClockFinding::Daylight:
            return phrase(
                "one hour off %1 in one half of the year: a time zone or its daylight saving is stated wrongly", name);
        case ClockFinding::Regular:
            return e.offsetS > 0
                ? phrase("exactly %1 min ahead of %2, by %3 anchors: a time zone that is stated wrongly, or acts that "
                         "regularly come so much later",
                    secondsOf(e.offsetS / kMinute, 0), name, e.anchors)
                : phrase("exactly %1 min behind %2, by %3 anchors: a time zone that is stated wrongly, or acts that "
                         "regularly come so much earlier",
                    secondsOf(e.offsetS / kMinute, 0), name, e.anchors);
        case ClockFinding::Differs:
            break;
        }
        Phrase offset = e.offsetS > 0 ? phrase("%1 s ahead of %2, ± %3 s, by %4 anchors", size, name, half, e.anchors)
                                      : phrase("%1 s behind %2, ± %3 s, by %4 anchors", size, name, half, e.anchors);
        if (e.driftSPerDay == 0)
            return offset;
        const Phrase gain = secondsOf(e.driftSPerDay, 2);
        return e.driftSPerDay > 0 ? phrase("%1; gains %2 s a day", offset, gain)
                                  : phrase("%1; loses %2 s a day", offset, gain);
    }

    const Dataset& m_dataset;
    const std::stop_token& m_stop;
    std::vector<ClockStream> m_streams;
};

} // namespace

std::vector<ClockEstimate> estimateClocks(const Dataset& dataset, const std::stop_token& stop)
{
    return Estimator(dataset, stop).run();
}

} // namespace antecedent
