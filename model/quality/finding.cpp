// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quality/finding.h"

namespace antecedent {

const char* toText(QualityKind kind)
{
    using enum QualityKind;
    switch (kind) {
    case Gap:
        return "gap";
    case DuplicateRows:
        return "duplicate_rows";
    case OpenRepeats:
        return "open_repeats";
    case EndBeforeStart:
        return "end_before_start";
    case FutureTime:
        return "future_time";
    case UnitOverlap:
        return "unit_overlap";
    case LateEntry:
        return "late_entry";
    case EarlyEntry:
        return "early_entry";
    case SameTime:
        return "same_time";
    case CoarseTime:
        return "coarse_time";
    case DateOnly:
        return "date_only";
    case ImplausibleDuration:
        return "implausible_duration";
    case ImplausibleRate:
        return "implausible_rate";
    case FrozenSignal:
        return "frozen_signal";
    case AtLimit:
        return "at_limit";
    case Chattering:
        return "chattering";
    case AlarmFlood:
        return "alarm_flood";
    }
    return "";
}

Phrase nameOf(QualityKind kind)
{
    using enum QualityKind;
    switch (kind) {
    case Gap:
        return phrase("Gap");
    case DuplicateRows:
        return phrase("Repeated rows");
    case OpenRepeats:
        return phrase("Possible repeats");
    case EndBeforeStart:
        return phrase("End before start");
    case FutureTime:
        return phrase("Time in the future");
    case UnitOverlap:
        return phrase("Two batches at a time");
    case LateEntry:
        return phrase("Late entry");
    case EarlyEntry:
        return phrase("Entry before the event");
    case SameTime:
        return phrase("Same time");
    case CoarseTime:
        return phrase("Rounded times");
    case DateOnly:
        return phrase("Date without time");
    case ImplausibleDuration:
        return phrase("Implausible duration");
    case ImplausibleRate:
        return phrase("Implausible jump");
    case FrozenSignal:
        return phrase("Frozen signal");
    case AtLimit:
        return phrase("At the end of the range");
    case Chattering:
        return phrase("Chattering alarm");
    case AlarmFlood:
        return phrase("Alarm flood");
    }
    return {};
}

const char* toText(QualityWeight weight)
{
    switch (weight) {
    case QualityWeight::Note:
        return "note";
    case QualityWeight::Caution:
        return "caution";
    case QualityWeight::Serious:
        return "serious";
    }
    return "";
}

} // namespace antecedent
