// SPDX-FileCopyrightText: Antecedent contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Datasets for tests of the analysis layers, filled by hand or from the machine lists of ../shared (no importer, no
// store). Coverage is from the first to the last record of a kind, as for an import without statement.

#include "model/domain/dataset.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace antecedent::testsupport {

// Rows of a plain CSV (quotes allowed, no line breaks in fields), without the header.
std::vector<std::vector<std::string>> readCsv(const std::filesystem::path& file);

// The shared folder beside the project or named by ANTECEDENT_SHARED; nullopt if there is none.
std::optional<std::filesystem::path> sharedFolder();

// Collects records in any order; `finish` sorts them as Dataset promises and sets coverage.
class DatasetBuilder
{
public:
    AssetIndex asset(const std::string& id, const std::string& assetClass = {}, const std::string& parent = {});
    BatchIndex batch(const std::string& id, const std::string& product = {}, const std::string& recipe = {});
    void step(const std::string& batch, const std::string& name, const std::string& asset, const std::string& start,
        const std::string& end, const std::string& level = "unit_procedure");
    void event(const std::string& time, const std::string& asset, const std::string& category, const std::string& code,
        const std::string& batch = {}, const std::string& end = {});
    void workOrder(const std::string& id, const std::string& asset, const std::string& type,
        const std::string& failureMode, const std::string& reported);
    void material(const std::string& batch, const std::string& lot, const std::string& time);
    void deviation(const std::string& id, const std::string& occurred, const std::string& asset,
        const std::string& classification, const std::string& batch = {});
    Dataset finish();

    Dataset& data() { return m_data; }

private:
    TimeValue time(const std::string& text) const; // ISO; UTC without offset; empty: unknown
    RecordId nextId(const std::string& what);

    struct Event
    {
        TimeValue time;
        TimeValue end;
        AssetIndex asset;
        BatchIndex batch;
        std::uint32_t category;
        std::uint32_t code;
        RecordId id;
    };

    Dataset m_data;
    std::vector<Event> m_events;
    std::map<std::string, int> m_counts;
};

// PdM_errors, PdM_maint and PdM_failures of a folder: events `error:…`, work orders `work_order:REPLACEMENT/…`,
// deviations of class `comp…`.
Dataset readMachines(const std::filesystem::path& folder);

} // namespace antecedent::testsupport
