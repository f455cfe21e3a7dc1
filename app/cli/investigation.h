// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Opening an investigation for a command: the file with the system's user and clock, its case, its dataset and, where
// asked for, the alignment context on it. Threads: main thread.

#include "app/cli/options.h"
#include "app/cli/session.h"
#include "model/alignment/align.h"
#include "model/store/case_file.h"
#include "model/timeline/dataset_loader.h"

#include <nlohmann/json_fwd.hpp>

#include <memory>

namespace antecedent::cli {

// The operating system's user and clock.
Actor systemActor();

// Heap-held, because the alignment context refers to the dataset.
struct Investigation
{
    Investigation(CaseFile opened, CaseInfo info, Dataset loaded, Configuration tables)
        : file(std::move(opened))
        , caseInfo(std::move(info))
        , dataset(std::move(loaded))
        , context(dataset, std::move(tables))
    {
    }
    CaseFile file;
    CaseInfo caseInfo;
    const Dataset dataset;
    const AlignmentContext context;
};

Result<CaseFile> openFile(const FileOptions& options, OpenMode mode);
Result<std::unique_ptr<Investigation>> openInvestigation(
    Session& session, const FileOptions& options, OpenMode mode = OpenMode::ReadOnly);

// The source of that name, or whose hash begins so (six digits or more). Errors: InvalidArgument naming the option.
Result<SourceIndex> findSource(const Dataset& dataset, const std::string& name, const std::string& option);

// `text` as an instant: ISO 8601 with offset or Z. Errors: InvalidArgument naming the option.
Result<Timestamp> parseInstant(const std::string& option, const std::string& text);

// JSON forms of the contract: null for what is unknown.
nlohmann::json jsonTime(const TimeValue& time);
nlohmann::json jsonTime(std::optional<Timestamp> time, int digits = 0);
nlohmann::json jsonText(const std::string& text);
nlohmann::json jsonNumber(const Decimal& number);
nlohmann::json jsonNumber(std::optional<double> number);
nlohmann::json jsonAsset(const Dataset& dataset, AssetIndex asset);
nlohmann::json jsonBatch(const Dataset& dataset, BatchIndex batch);

} // namespace antecedent::cli
