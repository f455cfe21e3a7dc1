// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Entry against event: what was entered long after it happened, or before. Work orders without an entry time have the
// time of their report for it, as everywhere (semantics: `reported` counts as entry time).

#include "model/quality/subjects.h"

#include <cmath>

namespace antecedent::quality {

namespace {

constexpr double kShiftS = 8 * 3'600; // an entry at the end of the shift is none that is late
constexpr double kDeviations = 6; // beyond the median lag
constexpr double kToSigma = 1.4826; // from the median absolute deviation
constexpr double kClockS = 60; // of earliness that no one looks at

// Entered for the future, by their nature.
bool isPlanned(TableId table)
{
    return table == TableId::Changes || table == TableId::Installations || table == TableId::WorkOrders;
}

std::int64_t enteredUs(const Stream& stream, const Fact& fact)
{
    if (fact.recordedUs != kUnknownUs)
        return fact.recordedUs;
    return stream.table == TableId::WorkOrders && (fact.startUs != kUnknownUs || fact.endUs != kUnknownUs)
        ? fact.onsetUs
        : kUnknownUs;
}

// The last that it tells of; unknown where there is nothing to compare with.
std::int64_t happenedUs(const Stream& stream, const Fact& fact)
{
    const bool isOrder = stream.table == TableId::WorkOrders;
    const std::int64_t onset = isOrder && fact.recordedUs == kUnknownUs ? kUnknownUs : fact.onsetUs;
    return std::max({onset, fact.startUs, stream.table == TableId::Installations ? kUnknownUs : fact.endUs});
}

struct Lags
{
    std::vector<double> seconds; // ascending
    double median = 0;
    double late = 0; // from here on
};

Lags lagsOf(const Inspection& in, const Stream& stream)
{
    Lags lags;
    bool isByReport = true; // orders
    for (const std::uint32_t item : stream.items) {
        const Fact fact = in.streams.fact(stream, item);
        const std::int64_t entered = enteredUs(stream, fact);
        const std::int64_t happened = happenedUs(stream, fact);
        if (entered == kUnknownUs || happened == kUnknownUs)
            continue;
        lags.seconds.push_back(static_cast<double>(entered - happened) / kUsPerSecond);
        isByReport = isByReport && fact.recordedUs == kUnknownUs;
    }
    std::sort(lags.seconds.begin(), lags.seconds.end());
    lags.median = quantileOf(lags.seconds, 0.5);
    std::vector<double> apart;
    for (const double lag : lags.seconds)
        apart.push_back(std::abs(lag - lags.median));
    std::sort(apart.begin(), apart.end());
    // Orders are reported before their work; that all are late is no habit that makes it right.
    lags.late = isByReport ? kShiftS : std::max(kShiftS, lags.median + kDeviations * kToSigma * quantileOf(apart, 0.5));
    return lags;
}

void findLate(const Inspection& in, const Stream& stream)
{
    const Lags lags = lagsOf(in, stream);
    if (lags.seconds.empty() || lags.seconds.back() <= lags.late)
        return;
    QualityFinding finding = findingOf(in, QualityKind::LateEntry, QualityWeight::Caution, stream);
    finding.unit = "s";
    bool isByReport = false;
    for (const std::uint32_t item : stream.items) {
        const Fact fact = in.streams.fact(stream, item);
        const std::int64_t entered = enteredUs(stream, fact);
        const std::int64_t happened = happenedUs(stream, fact);
        if (entered == kUnknownUs || happened == kUnknownUs)
            continue;
        QualityPlace place = placeOf(fact);
        place.from = momentOf(happened);
        place.to = momentOf(entered);
        place.value = static_cast<double>(entered - happened) / kUsPerSecond;
        if (*place.value <= lags.late)
            continue;
        isByReport = isByReport || fact.recordedUs == kUnknownUs;
        addPlace(finding, place);
    }
    const Phrase name = streamName(in.dataset, stream.table, stream.category);
    const Phrase most = lengthWords(*finding.worst);
    finding.what = isByReport
        ? plural(finding.count, "%1 work order was reported after the work was done, %2 after it",
            "%1 work orders were reported after the work was done, at most %2 after it", most)
        : plural(finding.count, "%1 of the %2 was entered late, %3 after it happened; the median is %4",
            "%1 of the %2 were entered late, at most %3 after they happened; the median is %4", name, most,
            lengthWords(std::max(lags.median, 0.0)));
    finding.consequence = isByReport
        ? phrase("An order stands where it was reported: one that is reported after a failure answers it and is never "
                 "an antecedent, even where its work was done before")
        : phrase("They stand where they happened. 'As known then' has them from their entry on");
    in.out.push_back(std::move(finding));
}

void findEarly(const Inspection& in, const Stream& stream)
{
    if (isPlanned(stream.table))
        return;
    QualityFinding finding = findingOf(in, QualityKind::EarlyEntry, QualityWeight::Caution, stream);
    finding.unit = "s";
    for (const std::uint32_t item : stream.items) {
        const Fact fact = in.streams.fact(stream, item);
        if (fact.recordedUs == kUnknownUs)
            continue;
        const double early = static_cast<double>(fact.onsetUs - fact.recordedUs) / kUsPerSecond;
        if (early <= kClockS + static_cast<double>(fact.widthUs) / kUsPerSecond)
            continue;
        QualityPlace place = placeOf(fact);
        place.value = early;
        addPlace(finding, place);
    }
    if (finding.count == 0)
        return;
    finding.what = plural(finding.count, "%1 of the %2 was entered before it happened, %3 before",
        "%1 of the %2 were entered before they happened, at most %3 before",
        streamName(in.dataset, stream.table, stream.category), lengthWords(*finding.worst));
    finding.consequence = phrase("The event's clock is ahead of that of the entry, or it was entered in advance: the "
                                 "order against other sources is open by as much. Compare the clocks");
    in.out.push_back(std::move(finding));
}

} // namespace

void findEntries(const Inspection& in)
{
    for (const Stream& stream : in.streams.all()) {
        findLate(in, stream);
        findEarly(in, stream);
    }
}

} // namespace antecedent::quality
