// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The parts of checkQuality(), one function per subject. Internal to this folder.

#include "model/quality/check_quality.h"
#include "model/quality/fact_streams.h"
#include "model/quality/quality_words.h"

#include <algorithm>

namespace antecedent::quality {

struct Inspection
{
    const QualityInput& input;
    const Dataset& dataset;
    const FactStreams& streams;
    const std::stop_token& stop;
    std::vector<QualityFinding>& out;
};

void findImportRemarks(const Inspection& in); // repeats, the future
void findGaps(const Inspection& in);
void findOverlaps(const Inspection& in);
void findEntries(const Inspection& in); // late, early
void findStamps(const Inspection& in); // same times, rounded times
void findDurations(const Inspection& in); // ends before starts too
void findAlarmLoad(const Inspection& in);
Result<void> findSignals(const Inspection& in, SampleReader& samples, const ProgressFn& progress);

inline constexpr double kUsPerSecond = 1e6;

inline QualityFinding findingOf(const Inspection& in, QualityKind kind, QualityWeight weight, const Stream& stream)
{
    QualityFinding finding;
    finding.kind = kind;
    finding.weight = weight;
    finding.source = stream.source;
    finding.table = stream.table;
    if (stream.table == TableId::Events)
        finding.category = in.dataset.strings.text(stream.category);
    return finding;
}

inline Timestamp momentOf(std::int64_t us)
{
    return Timestamp(Duration(us));
}

inline QualityPlace placeOf(const Fact& fact)
{
    QualityPlace place;
    place.row = fact.row;
    place.record = fact.id;
    place.from = momentOf(fact.onsetUs);
    place.asset = fact.asset;
    place.batch = fact.batch;
    return place;
}

// Counts one more place and lists it if there is room.
inline void addPlace(QualityFinding& finding, QualityPlace place)
{
    ++finding.count;
    if (place.value)
        finding.worst = std::max(finding.worst.value_or(*place.value), *place.value);
    if (finding.places.size() < kListedPlaces)
        finding.places.push_back(std::move(place));
}

// Counts all of them and lists the first by time.
inline void addByTime(QualityFinding& finding, std::vector<QualityPlace> places)
{
    std::stable_sort(
        places.begin(), places.end(), [](const QualityPlace& a, const QualityPlace& b) { return a.from < b.from; });
    for (QualityPlace& place : places)
        addPlace(finding, std::move(place));
}

// The value at this share of the ascending values; 0 for none.
template <class T> T quantileOf(const std::vector<T>& ascending, double p)
{
    return ascending.empty() ? T{} : ascending[static_cast<std::size_t>(p * static_cast<double>(ascending.size() - 1))];
}

} // namespace antecedent::quality
