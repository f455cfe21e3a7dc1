// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What is doubtful in the data of one source: how much of it, where, and what it does to the analysis. A finding
// changes no number of any result; it tells how far to trust them. Threads: plain values.

#include "model/base/phrase.h"
#include "model/domain/records.h"

#include <optional>
#include <vector>

namespace antecedent {

enum class QualityKind : std::uint8_t {
    Gap, // a span without records in a stream that has them otherwise
    DuplicateRows, // exact repeats, left out at import
    OpenRepeats, // what may be one fact in two sources
    EndBeforeStart,
    FutureTime, // after the export or the import
    UnitOverlap, // one asset in two batches at a time
    LateEntry, // entered long after it happened
    EarlyEntry, // entered before it happened
    SameTime, // many records of one source with the very same time
    CoarseTime, // rounded more than the stated precision says
    DateOnly, // no time of day
    ImplausibleDuration,
    ImplausibleRate, // a process value that jumps as no other of its tag
    FrozenSignal,
    AtLimit, // exactly at the greatest or least value again and again
    Chattering, // ISA-18.2: three onsets of an alarm within a minute
    AlarmFlood, // ISA-18.2: more than ten alarms in ten minutes
};
inline constexpr std::size_t kQualityKinds = 17;
const char* toText(QualityKind kind); // gap, duplicate_rows, ...
Phrase nameOf(QualityKind kind); // for people

enum class QualityWeight : std::uint8_t {
    Note, // good to know; results are as they should be
    Caution, // results that touch it may be off
    Serious, // results that touch it are off
};
const char* toText(QualityWeight weight); // note, caution, serious

// One place of a finding. What is not known or does not apply is empty.
struct QualityPlace
{
    std::uint64_t row = 0; // of the source
    RecordId record; // all zero: no record, as of process data
    std::optional<Timestamp> from;
    std::optional<Timestamp> to;
    AssetIndex asset;
    TagIndex tag;
    BatchIndex batch;
    BatchIndex other; // the other batch of an overlap
    std::optional<double> value; // in the unit of the finding
};

inline constexpr std::size_t kListedPlaces = 100;

struct QualityFinding
{
    QualityKind kind = QualityKind::Gap;
    QualityWeight weight = QualityWeight::Note;
    SourceIndex source;
    TableId table = TableId::Events;
    std::string category; // of events
    std::uint64_t count = 0; // exact
    std::optional<double> worst;
    std::string unit; // of `worst` and the places' values: s, or empty for a number of things
    std::vector<QualityPlace> places; // at most kListedPlaces, by time
    Phrase what; // one sentence
    Phrase consequence; // what it does to the analysis
};

} // namespace antecedent
