// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Looks for what is doubtful in the data of each source: gaps, repeats, impossible and late times, units in two batches
// at once, times that were stamped together or rounded, signals that jump or stand still, alarms that chatter or flood.
// What is usual is learned from each stream of records itself (quantiles, never the mean), so that one gap does not
// hide the next and a plant's own habits are no finding. Cost: sorting; process data are read once, in parts.
// Threads: pure; the reader belongs to the thread. Errors: Cancelled, those of the reader.

#include "model/alignment/align.h"
#include "model/base/diagnostic.h"
#include "model/base/progress.h"
#include "model/quality/finding.h"

#include <map>
#include <stop_token>

namespace antecedent {

// What the import wrote down of a source.
struct ImportRemarks
{
    std::map<DiagnosticCode, std::uint64_t> counts; // exact
    std::vector<Diagnostic> rows; // in order of the rows
};

// Where the samples of a tag come from.
struct TagSpan
{
    TagIndex tag;
    SourceIndex source;
    Interval time; // first to last sample
};

struct QualityInput
{
    const AlignmentContext& context;
    std::vector<ImportRemarks> remarks; // by source of the dataset; may be empty
    std::vector<TagSpan> tagSpans; // ascending by tag, begin
};

// Ascending by source; for each the weightiest first, then by kind, table, category. Without a reader process data are
// left out.
Result<std::vector<QualityFinding>> checkQuality(const QualityInput& input, SampleReader* samples,
    const std::stop_token& stop = {}, const ProgressFn& progress = {});

} // namespace antecedent
