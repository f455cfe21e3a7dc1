// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ends before starts, and durations that no other record of the same kind has. Durations are compared on a logarithmic
// scale, since they spread by factors.

#include "model/quality/subjects.h"

#include <cmath>
#include <map>

namespace antecedent::quality {

namespace {

constexpr std::size_t kFewest = 20; // of a kind
constexpr double kZeroShare = 0.2; // beyond this an instant is what the source means
constexpr double kDeviations = 8;
constexpr double kLeastSpread = 0.25; // of the logarithm
constexpr double kToSigma = 1.4826;
constexpr double kFloorS = 4 * 3'600;

bool hasDuration(TableId table)
{
    return table == TableId::BatchSteps || table == TableId::WorkOrders || table == TableId::Cleanings
        || table == TableId::Batches;
}

void findReversed(const Inspection& in, const Stream& stream)
{
    QualityFinding finding = findingOf(in, QualityKind::EndBeforeStart, QualityWeight::Caution, stream);
    finding.unit = "s";
    for (const std::uint32_t item : stream.items) {
        const Fact fact = in.streams.fact(stream, item);
        if (fact.startUs == kUnknownUs || fact.endUs == kUnknownUs || fact.endUs >= fact.startUs)
            continue;
        QualityPlace place = placeOf(fact);
        place.from = momentOf(fact.startUs);
        place.to = momentOf(fact.endUs);
        place.value = static_cast<double>(fact.startUs - fact.endUs) / kUsPerSecond;
        addPlace(finding, place);
    }
    if (finding.count == 0)
        return;
    finding.what = plural(finding.count, "%1 of the %2 ends before it starts, by %3",
        "%1 of the %2 end before they start, at most by %3", streamName(in.dataset, stream.table, stream.category),
        lengthWords(*finding.worst));
    finding.consequence = phrase("Each counts as an instant at its start: it is in force at no time and adds no "
                                 "operating time");
    in.out.push_back(std::move(finding));
}

struct Lengths
{
    std::vector<double> logs; // ascending, of positive ones
    std::size_t zeros = 0;

    bool isZeroOdd() const { return logs.size() + zeros >= kFewest && tooFewZeros(); }
    double longest() const // seconds; beyond it is implausible
    {
        if (logs.size() < kFewest)
            return std::numeric_limits<double>::infinity();
        const double median = quantileOf(logs, 0.5);
        std::vector<double> apart;
        for (const double log : logs)
            apart.push_back(std::abs(log - median));
        std::sort(apart.begin(), apart.end());
        const double spread = std::max(kLeastSpread, kToSigma * quantileOf(apart, 0.5));
        return std::max(kFloorS, std::exp(median + kDeviations * spread));
    }

private:
    bool tooFewZeros() const
    {
        return static_cast<double>(zeros) <= kZeroShare * static_cast<double>(logs.size() + zeros);
    }
};

void addWords(const Inspection& in, const Stream& stream, QualityFinding& zero, QualityFinding& extreme)
{
    const Phrase name = streamName(in.dataset, stream.table, stream.category);
    if (zero.count > 0) {
        zero.what = plural(zero.count, "%1 of the %2 begins and ends at the same time, which others of its kind do not",
            "%1 of the %2 begin and end at the same time, which others of their kind do not", name);
        zero.consequence = phrase("Each counts as an instant: it is in force at no time and adds no operating time");
        in.out.push_back(std::move(zero));
    }
    if (extreme.count > 0) {
        extreme.weight = QualityWeight::Note; // it may be so
        extreme.what = plural(extreme.count, "%1 of the %2 lasts far longer than others of its kind: %3",
            "%1 of the %2 last far longer than others of their kind, at most %3", name, lengthWords(*extreme.worst));
        extreme.consequence = stream.table == TableId::BatchSteps || stream.table == TableId::Batches
            ? phrase("The asset counts as running all the time, and controls are drawn from it")
            : phrase("It counts as in force over all that time, in failures and controls alike");
        in.out.push_back(std::move(extreme));
    }
}

void findOdd(const Inspection& in, const Stream& stream)
{
    std::map<std::string_view, Lengths> groups;
    const auto lengthOf = [](const Fact& fact) -> std::optional<double> {
        if (fact.startUs == kUnknownUs || fact.endUs == kUnknownUs || fact.endUs < fact.startUs)
            return std::nullopt;
        return static_cast<double>(fact.endUs - fact.startUs) / kUsPerSecond;
    };
    for (const std::uint32_t item : stream.items) {
        const Fact fact = in.streams.fact(stream, item);
        if (const auto length = lengthOf(fact)) {
            if (*length > 0)
                groups[fact.group].logs.push_back(std::log(*length));
            else
                ++groups[fact.group].zeros;
        }
    }
    std::map<std::string_view, double> limits;
    for (auto& [group, lengths] : groups) {
        std::sort(lengths.logs.begin(), lengths.logs.end());
        limits[group] = lengths.longest();
    }
    QualityFinding zero = findingOf(in, QualityKind::ImplausibleDuration, QualityWeight::Caution, stream);
    QualityFinding extreme = zero;
    zero.unit = extreme.unit = "s";
    for (const std::uint32_t item : stream.items) {
        const Fact fact = in.streams.fact(stream, item);
        const auto length = lengthOf(fact);
        if (!length)
            continue;
        QualityPlace place = placeOf(fact);
        place.from = momentOf(fact.startUs);
        place.to = momentOf(fact.endUs);
        place.value = *length;
        if (*length == 0 && groups[fact.group].isZeroOdd())
            addPlace(zero, place);
        else if (*length > limits[fact.group])
            addPlace(extreme, place);
    }
    addWords(in, stream, zero, extreme);
}

} // namespace

void findDurations(const Inspection& in)
{
    for (const Stream& stream : in.streams.all()) {
        findReversed(in, stream);
        if (hasDuration(stream.table))
            findOdd(in, stream);
    }
}

} // namespace antecedent::quality
