// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quality/check_quality.h"

#include "model/quality/subjects.h"

#include <tuple>

namespace antecedent {

Result<std::vector<QualityFinding>> checkQuality(
    const QualityInput& input, SampleReader* samples, const std::stop_token& stop, const ProgressFn& progress)
{
    using namespace quality;
    std::vector<QualityFinding> out;
    const Dataset& dataset = input.context.dataset;
    const FactStreams streams(dataset);
    const Inspection in{input, dataset, streams, stop, out};
    for (const auto find :
        {&findImportRemarks, &findGaps, &findOverlaps, &findEntries, &findStamps, &findDurations, &findAlarmLoad}) {
        if (stop.stop_requested())
            return Error{ErrorCode::Cancelled, {}, {}};
        find(in);
    }
    if (samples != nullptr)
        if (const Result<void> found = findSignals(in, *samples, progress); !found)
            return found.error();
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, {}, {}};
    std::stable_sort(out.begin(), out.end(), [](const QualityFinding& a, const QualityFinding& b) {
        return std::tie(a.source, b.weight, a.kind, a.table, a.category)
            < std::tie(b.source, a.weight, b.kind, b.table, b.category);
    });
    return out;
}

} // namespace antecedent
