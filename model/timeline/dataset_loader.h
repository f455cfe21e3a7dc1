// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// From the stored statements to the dataset that analysis works on: one record per domain key (statements of several
// sources merged column by column by a rule that knows no order), asset and batch names resolved, records in canonical
// order. Names are resolved in this view and never written back, so the order of imports is free.
// Threads: uses the case file's connection; the result is immutable and may be read by any number of threads.

#include "model/base/progress.h"
#include "model/base/result.h"
#include "model/domain/dataset.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <stop_token>

namespace antecedent {

class CaseFile;
struct CaseInfo;

// A state of the file that was: the sources and documents that were there. Default: as it is.
struct FileState
{
    std::int64_t lastSource = std::numeric_limits<std::int64_t>::max();
    std::int64_t lastDocument = std::numeric_limits<std::int64_t>::max();
    auto operator<=>(const FileState&) const = default;
};

struct LoadOptions
{
    // Record ids of events are made from all values of the event, texts included; without them EventColumns::id stays
    // empty and the load reads only the columns that it needs. Decisions on repeated facts ask for them.
    bool eventIds = true;
    bool eventTexts = true;
    FileState state = {};
    bool correctsClocks = true; // false: all times as the sources state them
};

// The dataset as the case sees it: a closed case keeps the sources and decisions that it had. Fails with the store's
// errors.
Result<Dataset> loadDataset(const CaseFile& file, const CaseInfo& investigationCase, const LoadOptions& options = {},
    const std::stop_token& stop = {}, const ProgressFn& progress = {});

// Reads process data of the dataset's tags. Keeps a reference to both, which must outlive it; one per thread.
std::unique_ptr<SampleReader> makeSampleReader(
    const CaseFile& file, const CaseInfo& investigationCase, const Dataset& dataset);

} // namespace antecedent
