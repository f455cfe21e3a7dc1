// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Chronology around a failure: the rows that a report prints, in site time with UTC, original and corrected stamp,
// source and row. Threads: pure.

#include "model/alignment/align.h"

namespace antecedent {

struct ChronologyRow
{
    Timestamp at; // corrected UTC
    TimeValue original; // as the source states it (with offset and precision)
    std::int32_t siteOffsetMinutes = 0; // of the site's zone at that instant; 0 (UTC) without a site zone
    Duration offset{}; // to the anchor
    Duration uncertainty{};
    AssetIndex asset;
    BatchIndex batch;
    std::string eventClass;
    std::string severity;
    std::string text; // empty if only in the store
    TimeValue end;
    RecordRef ref;
    bool isFailure = false;
};

struct Chronology
{
    Failure failure;
    std::vector<ChronologyRow> rows; // ascending by time; the failure itself is one of them
    std::size_t leftOut = 0; // rows beyond the cap, repeats of frequent classes first
    Phrase leftOutNote;
};

struct ChronologyOptions
{
    WindowOptions window;
    std::size_t maxRows = 200; // 0: no cap
};

Chronology chronologyOf(const AlignmentContext& context, const Failure& failure, const ChronologyOptions& options = {});

} // namespace antecedent
