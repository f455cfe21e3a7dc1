// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Counts the exposed windows of a candidate naively: for each window a loop over the records of its class. Internal to
// this folder; shares no code with model/alignment and model/evidence. Throws nlohmann::json::exception on a malformed
// twin, which verifyNumbers() turns into a finding.

#include "model/report/twin/record_index.h"
#include "model/report/twin/second_path.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace antecedent::second {

struct WindowDoubt
{
    std::string window;
    std::string record; // may be empty
    std::string detail;
};

struct CandidateCount
{
    int caseWindows = 0;
    int caseExposed = 0;
    int controlWindows = 0;
    int controlExposed = 0;
    std::vector<Stratum> strata;
    std::optional<double> medianOffsetS; // unset where it cannot be recounted
    std::optional<double> rankP; // one case alone: share of its stratum with a value as high
    std::vector<WindowDoubt> doubts;
    bool isFromRecords = false; // exposures recounted, not taken from the twin
};

class Recount
{
public:
    Recount(const nlohmann::json& twin, const RecordIndex& records);
    CandidateCount count(const nlohmann::json& candidate) const;

private:
    struct FailureFacts
    {
        std::int64_t uncertaintyUs = 0;
        std::int64_t bandFromUs = kUndated;
        std::int64_t bandToUs = kUndated;
        std::string asset;
        std::set<std::string> scope; // assets that count at any time
        bool isScopeTimed = false; // some count only for a while: absence cannot be shown
    };
    struct Window
    {
        std::string id;
        bool isCase = false;
        std::string failure;
        std::string stratum;
        std::string batch; // control batches, and the batch of a case
        std::int64_t fromUs = kUndated;
        std::int64_t toUs = kUndated;

        bool hasTimes() const { return fromUs != kUndated && toUs != kUndated; }
    };
    enum class Match : std::uint8_t { No, Yes, Undecided };

    // Whether a record of the right class exposes the window by the rules of README.txt.
    Match exposes(const Record& record, const Window& window, const nlohmann::json& candidate) const;
    bool isAtAsset(const Record& record, const FailureFacts& failure, const nlohmann::json& candidate) const;
    const FailureFacts& factsOf(const std::string& failure) const;
    bool canShowAbsence(const Window& window, const nlohmann::json& candidate) const;
    // A cause that is compared batch by batch, with no windows in time: materials, operators, recipes, utilities.
    bool isByBatch(const nlohmann::json& candidate) const;
    Match exposesBatch(const Record& record, const Window& window, const nlohmann::json& candidate) const;
    std::optional<double> rankOf(const nlohmann::json& candidate) const;
    struct Exposure
    {
        bool isExposed = false;
        std::optional<std::int64_t> latestUs; // onset minus end of the window
    };
    Exposure exposureOf(const nlohmann::json& use, const Window& window, const nlohmann::json& candidate,
        std::vector<WindowDoubt>& doubts) const;

    const RecordIndex& m_records;
    std::map<std::string, FailureFacts> m_failures;
    std::vector<Window> m_windows;
};

} // namespace antecedent::second
